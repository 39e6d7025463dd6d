/** An agreement in a line: who, how many, how long, how much. */
import { type Day, type Money, currencyOf, moneyFromExact, partsOf } from '../../core/base/index.ts'
import { numberText } from '../../../locales/index.ts'
import { type Agreement } from '../../core/terms/index.ts'
import { type Reader } from '../reader.ts'

/** A dot that stays with the name before it when a line breaks. */
const between = '\u00a0· '

/** The parties' names, each once, in the order of the terms. */
export function partiesOf(agreement: Agreement): string {
  return [...new Set([...agreement.parties.values()].map(({ name }) => name))].join(between)
}

/** Whoever pays, invests and delivers, the first of each; the others are counted. */
export function mainParties(agreement: Agreement, { words }: Reader): string {
  const parties = [...agreement.parties.values()]
  const named = mainRoles.flatMap((roles) => {
    const found = parties.find((party) => party.roles.some((role) => roles.includes(role)))
    return found === undefined ? [] : [found.name]
  })
  const shown = [...new Set(named)]
  const others = new Set(parties.map(({ name }) => name)).size - shown.length
  return shown.join(between) + (others > 0 ? ` ${words.library.moreParties(others)}` : '')
}

const mainRoles: readonly (readonly string[])[] = [
  ['authority', 'department', 'payer'],
  ['investor', 'fund', 'donor', 'intermediary'],
  ['provider'],
]

/** `25 familier · 2022–2027`. */
export function peopleAndYears(agreement: Agreement, reader: Reader): string {
  const { people, runs } = agreement
  const { library } = reader.words
  const years = library.years(yearOf(runs.from), yearOf(runs.through))
  return people.planned === undefined
    ? years
    : `${library.people(numberText(people.planned, reader.locale), people.label[reader.locale])}${between}${years}`
}

const yearOf = (day: Day): number => partsOf(day).year

/** The contract sum in the smallest coin; the terms state it in whole units of the currency. */
export function contractSumOf(agreement: Agreement): Money | undefined {
  const currency = currencyOf(agreement.currency)
  if (agreement.contractSum === undefined || currency === undefined) return undefined
  return moneyFromExact(agreement.contractSum, currency, 'half-up')
}
