/**
 * Where a draft goes from the workshop: a workbook, the pages of a case in a tab of their own, a file; and what was found in a file that
 * was opened. All of it is sent with the form, and nothing is kept where it is sent to.
 */
import { casePageWords, workshopWords } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { choiceName } from '../address.ts'
import { draftPages, showing } from '../parts/draft-names.ts'
import { type DraftView } from './draft.ts'
import { type OpenedFile, plainTitle, templateFiles } from './file-names.ts'

/** What is answered by the server also where a script answers the rest. */
export const isForServer = (does: string): boolean => does === 'workbook' || does.startsWith('show|')

export function Onward({ view, locale, action }: { view: DraftView; locale: Locale; action: string }) {
  const words = workshopWords[locale].onward
  const { draft, file } = view
  const isReady = draft.valued !== undefined
  return (
    <section class="onward noprint" aria-label={words.title}>
      <p class="onward-ways">
        <button type="submit" name="do" value="workbook" class="quiet-button" disabled={!isReady}>
          {words.workbook}
        </button>
        {draftPages.map((page) => (
          <button
            key={page}
            type="submit"
            name="do"
            value={showing(page, draft.scenario)}
            formtarget="_blank"
            class="quiet-button"
            disabled={!isReady}
          >
            {page === 'case' ? words.resultPage : casePageWords[locale].tabs[page]}
          </button>
        ))}
        <a class="script-only" href={`${action}?${choiceName('file', locale)}=${templateFiles[locale]}`}>
          {words.template}
        </a>
      </p>
      <p class="small quiet">
        {isReady ? words.says : words.notYet} {words.place(`${plainTitle(draft.outline, locale)}`)}
      </p>
      {file !== undefined && <FileTold file={file} locale={locale} />}
    </section>
  )
}

function FileTold({ file: { name, isOpened, faults, prices }, locale }: { file: OpenedFile; locale: Locale }) {
  const words = workshopWords[locale].onward
  return (
    <div class="file-told" role="status">
      <p>
        {!isOpened
          ? words.notOpened(name)
          : faults.length === 0
            ? words.opened(name)
            : words.openedFaults(name, faults.length)}{' '}
        {prices.length > 0 && words.pricesStay(prices)}
      </p>
      {faults.length > 0 && (
        <ul class="terms-problems">
          {faults.map(({ severity, cell, says }) => (
            <li key={`${cell} ${says}`}>
              {cell !== '' && <span class={severity === 'notice' ? 'small' : 'act small'}>{cell}</span>}
              <span>{says}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
