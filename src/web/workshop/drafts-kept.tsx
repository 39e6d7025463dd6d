/** Which draft this is: fetched from last time, written in another tab as well, and those that were put aside, each by its title. */
import { workshopWords } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { outlineDraft } from '../../operations/index.ts'
import { type DraftView } from './draft.ts'

export function DraftsKept({ view, locale }: { view: DraftView; locale: Locale }) {
  const words = workshopWords[locale].drafts
  const { isRestored, isNew, isOthersToo, aside, discarding } = view
  const fresh = isNew === true ? words.beginEmpty : words.beginSaved
  return (
    <>
      {isOthersToo === true && (
        <p class="restored act" role="alert">
          {words.otherTab} <Do does="other|take" text={words.takeOther} /> <Do does="other|keep" text={words.keepOwn} />
        </p>
      )}
      {isRestored && (
        <p class="restored" role="status">
          {words.restored} <Do does="saved" text={fresh} />
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
                    {words.sure} <Do does={`discard|${String(index)}|yes`} text={words.discardIt} />{' '}
                    <Do does="discard|" text={words.keepIt} />
                  </>
                ) : (
                  <>
                    <Do does={`fetch|${String(index)}`} text={words.fetch} />{' '}
                    <Do does={`discard|${String(index)}`} text={words.discard} />
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

const Do = ({ does, text }: { does: string; text: string }) => (
  <button type="submit" name="do" value={does} class="quiet-button">
    {text}
  </button>
)

const titleOf = (text: string, locale: Locale): string =>
  outlineDraft(text)?.leaves.get(`case.title.${locale}`)?.text || text.trim().slice(0, 40)
