/** The two days of a settlement: read from the address, and chosen in a form. */
import { dateText } from '../../../locales/index.ts'
import { type Day } from '../../core/base/index.ts'
import { type OpenContract, type SuggestedDays } from '../../operations/index.ts'
import { type Choices, choiceName, hrefOf } from '../address.ts'
import { type Reader } from '../reader.ts'
import { addressDay, typedDay } from './typed-day.ts'
import { DayFaults, DayField } from './day-field.tsx'

export type ChosenDays = {
  to: Day
  knownAt: Day
  /** What was typed and could not be used, and why not, in words. */
  faults: string[]
  suggested: SuggestedDays
}

/** The days the address asks for, or those the contract opens on; a day that is none is told of and not used. */
export function daysOf(reader: Reader, contract: OpenContract, suggested: SuggestedDays): ChosenDays {
  const { address, locale, words } = reader
  const first = contract.readings[0]?.terms.versions.at(-1)?.agreement.runs.from ?? suggested.to
  const faults: string[] = []
  const read = (text: string | undefined): Day | undefined => {
    if (text === undefined) return undefined
    const day = typedDay(text)
    if (day === undefined) faults.push(words.days.notADay(text))
    else if (day < first) faults.push(words.days.tooEarly(dateText(day, locale), dateText(first, locale)))
    else return day
    return undefined
  }
  const to = read(address.to)
  const known = read(address.known)
  // Who asks for a day alone asks for what was known on it; who asks for none gets the two days that belong together.
  const knownAt = known ?? (to === undefined ? suggested.knownAt : to)
  return { to: to ?? suggested.to, knownAt, faults, suggested }
}

/** Choices of days as the address has them; empty while they are those the contract opens on. */
export function dayChoices({ address }: Reader): Choices {
  return {
    ...(address.to === undefined ? {} : { to: address.to }),
    ...(address.known === undefined ? {} : { known: address.known }),
    ...(address.reading === undefined ? {} : { reading: address.reading }),
    ...(address.agreement === undefined ? {} : { agreement: address.agreement }),
  }
}

/** The form for other days, and the ends of the periods before and after. */
export function DaysForm({ reader, days }: { reader: Reader; days: ChosenDays }) {
  const { locale, words, address } = reader
  const { ends } = days.suggested
  const before = ends.filter((end) => end < days.to).at(-1)
  const after = ends.find((end) => end > days.to)
  const at = (day: Day) => hrefOf({ ...address, to: addressDay(day), known: '' })
  const kept = (['open', 'person', 'reading', 'agreement'] as const).filter((name) => address[name] !== undefined)
  return (
    <div class="noprint days">
      <DayFaults faults={days.faults} />
      <form class="dates" method="get" action={hrefOf(withoutChoices(address))}>
        {kept.map((name) => (
          <input key={name} type="hidden" name={choiceName(name, locale)} value={address[name]} />
        ))}
        <DayField reader={reader} choice="to" label={words.days.to} day={days.to} isRequired />
        <DayField reader={reader} choice="known" label={words.days.known} day={days.knownAt} />
        <button type="submit">{words.days.show}</button>
      </form>
      <p class="small days-beside">
        {before !== undefined && <a href={at(before)}>{words.days.before(dateText(before, locale))}</a>}
        {after !== undefined && <a href={at(after)}>{words.days.after(dateText(after, locale))}</a>}
      </p>
    </div>
  )
}

function withoutChoices(address: Reader['address']): Reader['address'] {
  const { locale } = address
  if (address.page === 'why') {
    return { locale, page: address.page, contract: address.contract, person: address.person }
  }
  // Only pages of a contract ask for its days.
  return 'contract' in address
    ? { locale, page: address.page, contract: address.contract }
    : { locale, page: 'library' }
}
