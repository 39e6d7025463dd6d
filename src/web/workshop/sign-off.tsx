/** Who has checked a step, when, and with which note; and the form to say so. */
import { dateText, workshopWords } from '../../../locales/index.ts'
import { type Locale, parseIsoDay } from '../../core/base/index.ts'
import { isChangedSinceSigned } from '../../operations/index.ts'
import { shownValue } from '../parts/typed-value.ts'
import { Problems } from './asked.tsx'
import { type DraftView } from './draft.ts'
import { isStop } from './homes.ts'
import { inputOf } from './items.tsx'

type SignOffInput = { view: DraftView; locale: Locale; step: string; title: string }

export function SignOff({ view, locale, step, title }: SignOffInput) {
  const { sign } = workshopWords[locale]
  const leaf = (key: string) => view.draft.outline?.leaves.get(`case.signed-off.${step}.${key}`)?.text ?? ''
  const path = `case.signed-off.${step}`
  const faults = view.draft.problems.filter(
    (one) => isStop(one) && (one.home === path || one.home.startsWith(`${path}.`)),
  )
  const input = inputOf(view, locale)
  const { typed, missing } = view.signing ?? { typed: new Map<string, string>(), missing: new Set<string>() }
  const isAsked = ['by', 'on'].some((what) => missing.has(`${what}=${step}`))
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
        value={typed.get(`${what}=${step}`) ?? value}
        autocomplete="off"
        aria-invalid={
          missing.has(`${what}=${step}`) || faults.some(({ home }) => home === `${path}.${what.replace('-', '.')}`)
            ? 'true'
            : undefined
        }
        aria-describedby={missing.has(`${what}=${step}`) ? `missing ${what} ${step}` : undefined}
      />
      {missing.has(`${what}=${step}`) && (
        <span class="act small" id={`missing ${what} ${step}`} role="alert">
          {' '}
          {sign.missing[what]}
        </span>
      )}
    </p>
  )
  return (
    <>
      <Signed view={view} locale={locale} step={step} />
      <details class="signing" id={`signing ${step}`} open={faults.length > 0 || isAsked}>
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
          {[path, ...['by', 'on', 'note', 'note.da', 'note.en'].map((key) => `${path}.${key}`)].map((of) => (
            <Problems key={of} of={of} {...input} />
          ))}
          <button type="submit" name="do" value={`sign|${step}`} aria-label={`${sign.button}: ${title}`}>
            {sign.button}
          </button>
        </fieldset>
      </details>
    </>
  )
}

/** Who signed the step, when, and whether it is still the step that they signed; also while the case cannot be computed. */
function Signed({ view, locale, step }: Omit<SignOffInput, 'title'>) {
  const { sign } = workshopWords[locale]
  const { outline, problems } = view.draft
  const leaf = (key: string) => outline?.leaves.get(`case.signed-off.${step}.${key}`)?.text ?? ''
  if (leaf('by') === '') return null
  const on = parseIsoDay(leaf('on'))
  return (
    <p class="sign-done">
      {sign.done(leaf('by'), on === undefined ? '' : dateText(on, locale))}
      {isChangedSinceSigned(problems, step) && <span class="act"> {sign.changed}</span>}
      {leaf('digest') === '' && <span class="quiet"> {sign.ofUnknown}</span>}
    </p>
  )
}
