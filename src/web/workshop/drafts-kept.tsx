/** Which draft this is: fetched from last time, written in another tab as well, and those that were put aside, each by its title. */
import { workshopWords } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { outlineDraft } from '../../operations/index.ts'
import { Do } from '../parts/do-button.tsx'
import { type DraftView } from './draft.ts'

export function DraftsKept({ view, locale }: { view: DraftView; locale: Locale }) {
  const words = workshopWords[locale].drafts
  const { isRestored, isNew, isOthersToo, aside, discarding } = view
  const fresh = isNew === true ? words.beginEmpty : words.beginSaved
  return (
    <>
      {isOthersToo === true && (
        <p class="restored act" role="alert">
          {words.otherTab} <Do does="other|take">{words.takeOther}</Do> <Do does="other|keep">{words.keepOwn}</Do>
        </p>
      )}
      {isRestored && (
        <p class="restored" role="status">
          {words.restored} <Do does="saved">{fresh}</Do>
        </p>
      )}
      {aside !== undefined && aside.length > 0 && (
        <div class="restored">
          <p>{words.aside}</p>
          <ul>
            {aside.map((text, index) => (
              <li key={`${String(index)} ${text.length}`}>
                {titleOf(text, locale)}{' '}
                {discarding === index ? (
                  <>
                    {words.sure} <Do does={`discard|${String(index)}|yes`}>{words.discardIt}</Do>{' '}
                    <Do does="discard|">{words.keepIt}</Do>
                  </>
                ) : (
                  <>
                    <Do does={`fetch|${String(index)}`}>{words.fetch}</Do>{' '}
                    <Do does={`discard|${String(index)}`}>{words.discard}</Do>
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

const titleOf = (text: string, locale: Locale): string =>
  outlineDraft(text)?.leaves.get(`case.title.${locale}`)?.text || text.trim().slice(0, 40)
