/** Who has checked a step, when, and with which note; and the form to say so. */
import { dateText, workshopWords } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { shownValue } from '../parts/typed-value.ts'
import { type DraftView } from './draft.ts'

type SignOffInput = { view: DraftView; locale: Locale; step: string; title: string }

export function SignOff({ view, locale, step, title }: SignOffInput) {
  const { sign } = workshopWords[locale]
  const leaf = (key: string) => view.draft.outline?.leaves.get(`case.signed-off.${step}.${key}`)?.text ?? ''
  const signed = view.draft.open.read.caseFile?.signedOff?.get(step)
  const field = (what: string, label: string, value: string, isWide = false) => (
    <p>
      <label class="small quiet" for={`${what} ${step}`}>
        {label}
      </label>
      <input
        type="text"
        class={isWide ? 'wide' : ''}
        id={`${what} ${step}`}
        name={`${what}=${step}`}
        value={value}
        autocomplete="off"
      />
    </p>
  )
  return (
    <>
      {signed !== undefined && (
        <p class="sign-done">{sign.done(signed.by, signed.on === undefined ? '' : dateText(signed.on, locale))}</p>
      )}
      <details class="signing">
        <summary>
          {sign.button}
          <span class="unseen">: {title}</span>
        </summary>
        <fieldset class="sign-off">
          <legend class="unseen">
            {sign.button}: {title}
          </legend>
          {field('note-da', sign.noteDa, leaf('note.da'), true)}
          {field('note-en', sign.noteEn, leaf('note.en'), true)}
          {field('by', sign.by, leaf('by'))}
          {field('on', sign.on, shownValue(leaf('on'), 'day', locale).text)}
          <button type="submit" name="do" value={`sign|${step}`} aria-label={`${sign.button}: ${title}`}>
            {sign.button}
          </button>
        </fieldset>
      </details>
    </>
  )
}
