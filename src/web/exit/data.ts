/** What the page of an early end shows: the exit valued on a day, by the terms' rule and by those the two sides choose. */
import { dateText, exitWords } from '../../../locales/index.ts'
import { type Agreement } from '../../core/terms/index.ts'
import {
  type ExitCalculation,
  type OpenContract,
  reachedBy,
  readExitRule,
  suggestDays,
  valueExits,
} from '../../operations/index.ts'
import { typedDay } from '../parts/typed-day.ts'
import { type Reader } from '../reader.ts'

export type ExitData = { name: string; agreement: Agreement; calculation: ExitCalculation; faults: readonly string[] }

/** Nothing where the terms are wrong or there is nothing to settle. */
export function exitData(name: string, contract: OpenContract, reader: Reader): ExitData | undefined {
  const { address, locale, words } = reader
  const agreement = contract.readings[0]?.terms.versions.at(-1)?.agreement
  const suggested = suggestDays(contract)
  if (agreement === undefined || suggested === undefined) return undefined
  const faults: string[] = []
  const asked = address.on === undefined ? undefined : typedDay(address.on)
  const { from } = agreement.runs
  if (address.on !== undefined && asked === undefined) faults.push(words.days.notADay(address.on))
  else if (asked !== undefined && asked < from)
    faults.push(words.days.tooEarly(dateText(asked, locale), dateText(from, locale)))
  const rule = (text: string | undefined) => {
    if (text === undefined) return undefined
    const read = readExitRule(text, reachedBy(agreement))
    if (read === undefined) faults.push(exitWords[locale].notARule(text))
    return read
  }
  const isUsable = asked !== undefined && asked >= from
  const calculation = valueExits(contract, {
    on: isUsable ? asked : suggested.to,
    knownAt: isUsable ? asked : suggested.knownAt,
    payer: rule(address.payer),
    investor: rule(address.investor),
  })
  return calculation === undefined ? undefined : { name, agreement, calculation, faults }
}
