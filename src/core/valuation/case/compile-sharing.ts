/**
 * Whatever of a cost somebody else bears, made ready: VAT by month, foundation VAT by month, and the rule of a refund.
 *
 *     vat: included        of a krone 20 øre is VAT in every month of 25 %
 *     refund: { rule: central, household: { as: child, others: [...] } }      the rule, with the months of everybody in the household
 *
 * Problems: those of the dated rules; rule-ended, rule-figure-level, rule-figure-per-use (notices).
 */
import { type Day, type Place, type Problem, approximate, dayText, partsOf, problem } from '../../base/index.ts'
import { type PriceUnit, type RuleFigure } from '../catalogue/catalogue.ts'
import { foundationVatOn, ruleEnded, ruleTraits, vatOn } from '../rules/index.ts'
import { type CaseCost, type CaseRefund, type CaseVat } from './case-file.ts'
import { type VatMonths } from './compiled.ts'
import { type Compiling, ownerOf, stateOf } from './compiling.ts'
import { monthBegin, monthEnd } from './months.ts'
import { type RuleOfUse, unitsOf } from './use-course.ts'

/** The first day of each month of the case; that of the signing is the first of all. */
function monthDays({ startDay, months }: Compiling): Day[] {
  return Array.from({ length: months + 1 }, (_, month) => monthBegin({ startDay }, Math.max(1, month)))
}

/** Nothing where there is no VAT in the amount. */
export function vatMonths(to: Compiling, vat: CaseVat | undefined, at: Place): VatMonths | undefined {
  if (vat === undefined || vat === 'none') return undefined
  const treatment = typeof vat === 'string' ? vat : { share: approximate(vat.share) }
  const { parts, problems } = vatOn(to.catalogue, treatment, monthDays(to), { law: to.law, at })
  to.problems.push(...problems)
  if (parts === undefined) return undefined
  return {
    paid: Float64Array.from(parts, ({ paid }) => paid),
    vat: Float64Array.from(parts, ({ vat: part }) => part),
  }
}

/** What is left of a price when its VAT has come back. */
export const withoutVat = (vat: VatMonths | undefined): Float64Array | undefined =>
  vat?.paid.map((paid, month) => paid - vat.vat[month]!)

/** By month of the case, the share of the money that the state takes; nothing where no money is given to the municipality. */
export function grantMonths(to: Compiling, { grant, places, at }: CaseCost): Float64Array | undefined {
  if (grant === undefined || grant === 'none') return undefined
  const terms = { giver: grant.giver, purpose: grant.purpose, receiver: 'municipality' as const }
  const place = places['grant'] ?? at
  const { shares, problems } = foundationVatOn(to.catalogue, terms, monthDays(to), { law: to.law, at: place })
  to.problems.push(...problems)
  return shares === undefined ? undefined : Float64Array.from(shares)
}

/**
 * The rule as it is run, with or without the effort. `own` are the household's other members' units that the effort changes, to be
 * counted with the person's own.
 */
export function ruleOf(
  { months }: Compiling,
  refund: CaseRefund,
  isWith: boolean,
): { rule: RuleOfUse; own: Float64Array | undefined } {
  const { household } = refund
  const isPooled = household !== undefined && household !== 'alone'
  const members = isPooled ? household.others : []
  const others = members.map(({ as, use, useWith }) => ({
    as,
    units: unitsOf(isWith ? (useWith ?? use) : use, months),
    isChanged: useWith !== undefined,
  }))
  const changed = others.filter(({ isChanged }) => isChanged)
  const own = changed.length === 0 ? undefined : new Float64Array(months)
  for (const { units } of changed) for (let month = 0; month < months; month++) own![month]! += units[month]!
  const rule = {
    name: refund.rule,
    weeksBefore: refund.weeksBefore ?? 0,
    service: refund.service,
    as: isPooled ? household.as : ('adult' as const),
    others: others.map(({ as, units }) => ({ as, units })),
  }
  return { rule, own }
}

/** A rule that bears nothing more in the last month of the case is told of, with the day on which it ended. */
export function endedNotice(to: Compiling, { rule, service }: CaseRefund, at: Place): Problem[] {
  const on = monthEnd(to, to.months)
  const ended = ruleEnded(to.catalogue, rule, { service, on, law: to.law })
  return ended === undefined ? [] : [problem('rule-ended', 'notice', at, { rule, on: dayText(ended) })]
}

/**
 * A limit in kroner of another year than the amounts of the case are in, where nobody has told that it is not regulated up: a stay of
 * 2018 in prices of 2025 reaches a limit of 2018 that it did not reach.
 */
export function levelNotice(
  to: Compiling,
  { rule, service }: CaseRefund,
  told: readonly Problem[],
  at: Place,
): Problem[] {
  const { rule: name, figure } = ruleTraits[rule]
  if (ruleTraits[rule].followsPrice || told.some(({ code }) => code === 'rule-figure-old')) return []
  const limits = rule === 'central' ? figure({}) : `${figure({ service })}-max`
  const [first, last] = [to.law.asOf ?? to.startDay, to.law.asOf ?? monthEnd(to, to.months)]
  const rows = (to.catalogue.rules.get(name) ?? []).filter((row) => row.figure === limits)
  for (const { label, levelYear, valid } of inForce(rows, first, last)) {
    const level = levelYear ?? partsOf(valid.from).year
    if (level === to.file.priceYear) continue
    const facts = { label, level: String(level), year: String(to.file.priceYear) }
    return [problem('rule-figure-level', 'notice', at, facts)]
  }
  return []
}

/**
 * A limit of one use - an admission, a visit - where the price is of something else: of 20 days at 4,000 kr. it is never reached in a
 * day, and would be in the admission.
 */
export function perUseNotice(to: Compiling, { rule, service }: CaseRefund, unit: PriceUnit, at: Place): Problem[] {
  if (rule !== 'health-cofinancing' || unit === 'case' || unit === 'contact') return []
  const { rule: name, figure } = ruleTraits[rule]
  const [first, last] = [to.law.asOf ?? to.startDay, to.law.asOf ?? monthEnd(to, to.months)]
  const rows = (to.catalogue.rules.get(name) ?? []).filter((row) => row.figure === `${figure({ service })}-max`)
  const [limit] = inForce(rows, first, last)
  return limit === undefined ? [] : [problem('rule-figure-per-use', 'notice', at, { label: limit.label, unit })]
}

/** The rows of a figure that hold on any of the days: those that have begun, and have neither ended nor been followed by others. */
function inForce(rows: readonly RuleFigure[], first: Day, last: Day): RuleFigure[] {
  const begun = rows.filter(({ valid }) => valid.from <= last && (valid.through ?? last) >= first)
  const latest = Math.max(...begun.filter(({ valid }) => valid.from <= first).map(({ valid }) => valid.from))
  return begun.filter(({ valid }) => valid.from > first || valid.from === latest)
}

/** Whoever bears a part of the cost by the rule. */
export function sharerOf(to: Compiling, { rule, paidBy }: CaseRefund): number {
  return ruleTraits[rule].by === 'state' ? stateOf(to) : ownerOf(to, paidBy!)
}

/** Municipalities and regions get the VAT on what they buy back; a department and the pool are the municipality's. */
export const getsVatBack = ({ owners }: Compiling, owner: number): boolean =>
  ['municipality', 'region'].includes(owners[owner]!.authority)
