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
      {leaf('by') !== '' && leaf('withdrawn.by') === '' && (
        <Withdrawing view={view} locale={locale} step={step} title={title} />
      )}
      <details class="signing" id={`signing ${step}`} open={faults.length > 0 || isAsked}>
        <summary>
          {sign.button}
          <span class="unseen">, {title}</span>
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
  const day = (key: string): string => {
    const on = parseIsoDay(leaf(key))
    return on === undefined ? '' : dateText(on, locale)
  }
  const isWithdrawn = leaf('withdrawn.by') !== ''
  const earlier = [...(outline?.leaves.keys() ?? [])].flatMap((path) => {
    const found = path.startsWith(`case.signed-off.${step}.earlier[`) ? /(earlier\[\d+\])\.by$/.exec(path) : null
    return found === null ? [] : [found[1]!]
  })
  return (
    <p class="sign-done">
      {sign.done(leaf('by'), day('on'))}
      {isWithdrawn && <span class="act"> {sign.withdrawn(leaf('withdrawn.by'), day('withdrawn.on'))}</span>}
      {earlier.map((at) => (
        <span class="signed-before quiet" key={at}>
          {sign.done(leaf(`${at}.by`), day(`${at}.on`))}{' '}
          {sign.withdrawn(leaf(`${at}.withdrawn.by`), day(`${at}.withdrawn.on`))}
        </span>
      ))}
      {isChangedSinceSigned(problems, step) && <span class="act"> {sign.changed}</span>}
      {leaf('digest') === '' && !isWithdrawn && <span class="quiet"> {sign.ofUnknown}</span>}
    </p>
  )
}

/** To take a sign-off back: who does, when and why. Who signed stays in the text, and undoing brings it back. */
function Withdrawing({ view, locale, step, title }: SignOffInput) {
  const { sign } = workshopWords[locale]
  const { typed, missing } = view.signing ?? { typed: new Map<string, string>(), missing: new Set<string>() }
  const isAsked = ['by', 'on'].some((what) => missing.has(`withdraw-${what}=${step}`))
  return (
    <details class="signing" id={`withdrawing ${step}`} open={isAsked}>
      <summary>
        {sign.withdraw}
        <span class="unseen">, {title}</span>
      </summary>
      <fieldset class="sign-off">
        <legend class="unseen">
          {sign.withdraw}, {title}
        </legend>
        {(['note', 'by', 'on'] as const).map((what) => {
          const name = `withdraw-${what}=${step}`
          const isMissing = missing.has(name)
          return (
            <p key={what}>
              <label class="small quiet" for={`withdraw-${what} ${step}`}>
                {what === 'note' ? sign.why : sign[what]}
              </label>
              <input
                type="text"
                class={what === 'note' ? 'wide' : ''}
                id={`withdraw-${what} ${step}`}
                name={name}
                value={typed.get(name) ?? ''}
                autocomplete="off"
                aria-invalid={isMissing ? 'true' : undefined}
              />
              {isMissing && (
                <span class="act small" role="alert">
                  {' '}
                  {sign.missingOfWithdrawal[what]}
                </span>
              )}
            </p>
          )
        })}
        <button type="submit" name="do" value={`withdraw|${step}`} aria-label={`${sign.withdraw}, ${title}`}>
          {sign.withdraw}
        </button>
      </fieldset>
    </details>
  )
}
