/** What the calendar shows: the list as of the day asked for, or the day the contract opens on. */
import { dateText } from '../../../locales/index.ts'
import { type OpenContract, listDue, suggestDays } from '../../operations/index.ts'
import { typedDay } from '../parts/typed-day.ts'
import { type Reader } from '../reader.ts'
import { type CalendarData } from './page.tsx'

/** How far ahead the list of what is due looks. */
const soonDays = 90

/** Nothing where the terms are wrong. */
export function calendarData(name: string, contract: OpenContract, reader: Reader): CalendarData | undefined {
  const { address, locale, words } = reader
  const agreement = contract.readings[0]?.terms.versions.at(-1)?.agreement
  const suggested = suggestDays(contract)
  if (agreement === undefined || suggested === undefined) return undefined
  const asked = address.on === undefined ? undefined : typedDay(address.on)
  const { from } = agreement.runs
  const faults =
    address.on === undefined
      ? []
      : asked === undefined
        ? [words.days.notADay(address.on)]
        : asked < from
          ? [words.days.tooEarly(dateText(asked, locale), dateText(from, locale))]
          : []
  const on = asked === undefined || asked < from ? suggested.to : asked
  const list = listDue(contract, on, soonDays)
  return list === undefined ? undefined : { name, contract, agreement, list, faults, ends: suggested.ends }
}
