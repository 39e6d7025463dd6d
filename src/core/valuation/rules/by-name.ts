/**
 * Every dated rule by its name, run on what one person, or one household, uses of a service month by month.
 *
 *     sharedUse(catalogue, 'shelter', { firstMonth, units, price, … }, use).byMonth     kroner that somebody else bears of each month
 *
 * A rule says whose cost it is about and who bears a part of it: the state a part of the municipality's, or the municipality a
 * part of the region's. Most follow the price, so that they can be asked once for a krone; the central scheme looks at the cost
 * itself, and co-financing has a limit per use. The case that surprises: of a price a day or a week, the first days of each month are
 * the ones used, one or seven of each unit.
 */
import { type Day, type Period, type Problem, addMonths, weekdayOnOrAfter } from '../../base/index.ts'
import { type Catalogue, type PriceUnit, type RuleFigure } from '../catalogue/catalogue.ts'
import { type HouseholdMember, centralRefund } from './central-refund.ts'
import { crisisCentreRefund } from './crisis-centre.ts'
import { type RuleUse } from './figures.ts'
import { type HealthService, healthCofinancingOn } from './health-cofinancing.ts'
import { refundLadder } from './refund-ladder.ts'
import { shelterRefund } from './shelter.ts'
import { type DailyUse, type PeriodSplit, type SplitByPeriod } from './split.ts'
import { supportAtHomeRefund } from './support-at-home.ts'

export const sharingRules = [
  'refund-ladder',
  'shelter',
  'central',
  'support-at-home',
  'crisis-centre',
  'health-cofinancing',
] as const
export type SharingRule = (typeof sharingRules)[number]

export type UseOfService = {
  /** The first day of the first month of use. */
  firstMonth: Day
  /** Units of the price in each month; there are as many months as units. */
  units: ArrayLike<number>
  /** Kroner a unit. */
  price: number
  /** How many days a unit is; without it, a unit is all of its month. */
  daysPerUnit: number | undefined
  /** How much of the price the rule sees in each month, 0 to 1: what is refunded as VAT is not refunded again. */
  counted?: ArrayLike<number>
  /** Weeks on public support before the first month, for the ladder. */
  weeksBefore: number
  /** Who the person is, and whoever else lives in the household, with units of the same price by month; for the central scheme. */
  as?: HouseholdMember['as']
  others?: readonly { as: HouseholdMember['as']; units: ArrayLike<number> }[]
  /** All of it is paid at once, in the first month; the central scheme spreads such a cost. */
  isOnce?: boolean
  /** For co-financing. */
  service?: HealthService
}

/** Nothing in place of the months where a figure that decides them is missing. */
export type SharedUse = { byMonth: Float64Array | undefined; problems: Problem[] }

type Run = (catalogue: Catalogue, use: UseOfService, rule: RuleUse) => SharedUse

export type RuleTraits = {
  /** Whose cost it is about. */
  of: 'municipality' | 'region'
  /** Who bears a part of it. */
  by: 'state' | 'municipality'
  /** What is borne is the same for each krone of the price. */
  followsPrice: boolean
  /** It looks at what one person uses over time, so that an amount paid for everybody together says too little. */
  needsPerson: boolean
  /** What the rule is called in the catalogue, and the figure that says how much is borne. */
  rule: string
  figure: (use: { service?: HealthService | undefined }) => string
}

const stateShare = (): string => 'state-share'
const ofState = { of: 'municipality', by: 'state', followsPrice: true, needsPerson: true, figure: stateShare } as const

export const ruleTraits: Readonly<Record<SharingRule, RuleTraits>> = {
  'refund-ladder': { ...ofState, rule: 'refund-ladder' },
  shelter: { ...ofState, rule: 'shelter' },
  central: { ...ofState, followsPrice: false, rule: 'central-refund' },
  'support-at-home': { ...ofState, needsPerson: false, rule: 'support-at-home' },
  'crisis-centre': { ...ofState, needsPerson: false, rule: 'crisis-centre' },
  'health-cofinancing': {
    of: 'region',
    by: 'municipality',
    followsPrice: false,
    needsPerson: false,
    rule: 'health-cofinancing',
    figure: ({ service }) => service ?? '',
  },
}

const runs: Readonly<Record<SharingRule, Run>> = {
  'refund-ladder': ladder,
  shelter: byDays(shelterRefund),
  central,
  'support-at-home': byDays(supportAtHomeRefund),
  'crisis-centre': byDays(crisisCentreRefund),
  'health-cofinancing': cofinancing,
}

/** What somebody else bears of each month, in kroner. Problems: those of the rule. */
export function sharedUse(catalogue: Catalogue, name: SharingRule, use: UseOfService, rule: RuleUse): SharedUse {
  return runs[name](catalogue, use, rule)
}

/** The day on which the rule came to bear nothing more, where it has by the day asked about; nothing where it still does, or never did. */
export function ruleEnded(
  catalogue: Catalogue,
  name: SharingRule,
  { service, on, law }: { service?: HealthService | undefined; on: Day; law: RuleUse['law'] },
): Day | undefined {
  const { rule, figure } = ruleTraits[name]
  const day = law.asOf ?? on
  const rows = (catalogue.rules.get(rule) ?? []).filter((row) => row.figure === figure({ service }))
  const sorted = rows.filter(({ valid }) => valid.from <= day).sort((a, b) => a.valid.from - b.valid.from)
  const last = sorted.at(-1)
  const bears = ({ value }: RuleFigure): boolean => value > 0
  return last !== undefined && !bears(last) && sorted.some(bears) ? last.valid.from : undefined
}

const countedIn = ({ counted }: UseOfService, month: number): number => counted?.[month] ?? 1

function central(catalogue: Catalogue, use: UseOfService, rule: RuleUse): SharedUse {
  const { firstMonth, units, price, as = 'adult', others = [] } = use
  const costsOf = (of: ArrayLike<number>): number[] =>
    Array.from(of, (one, month) => one * price * countedIn(use, month))
  const own = costsOf(units)
  const person = use.isOnce === true ? { as, costs: [], once: [{ month: 0, amount: own[0]! }] } : { as, costs: own }
  const members = [person, ...others.map((member) => ({ as: member.as, costs: costsOf(member.units) }))]
  const split = centralRefund(catalogue, { firstMonth, months: units.length, members }, rule)
  return monthly(split, use, ({ stateRefund }) => stateRefund)
}

function cofinancing(catalogue: Catalogue, use: UseOfService, rule: RuleUse): SharedUse {
  const { firstMonth, units, price, service } = use
  const uses = Array.from(units, (_, month) => ({
    gross: price * countedIn(use, month),
    on: addMonths(firstMonth, month),
  }))
  const { splits, problems } = healthCofinancingOn(catalogue, { service: service!, uses }, rule)
  const byMonth = splits && Float64Array.from(splits, ({ municipal }, month) => municipal * units[month]!)
  return { byMonth, problems }
}

function byDays(run: (catalogue: Catalogue, days: DailyUse, rule: RuleUse) => SplitByPeriod): Run {
  return (catalogue, use, rule) => {
    const split = run(catalogue, { days: daysUsed(use), costPerDay: 1 }, rule)
    return monthly(split, use, ({ stateRefund, gross }, month) => {
      return (stateRefund / gross) * use.units[month]! * use.price * countedIn(use, month)
    })
  }
}

/** Days in a unit of the prices that name some; a unit of any other price is all of its month. */
export function daysPerUnit(unit: PriceUnit): number | undefined {
  return unit === 'day' ? 1 : unit === 'week' ? 7 : undefined
}

/** The first days of each month, as many as its units are: 1.5 weeks are 11 days. At least one, and at most the month. */
function daysUsed({ firstMonth, units, daysPerUnit: each }: UseOfService): Period[] {
  const days: Period[] = []
  for (let month = 0; month < units.length; month++) {
    const used = units[month]!
    if (used <= 0) continue
    const from = addMonths(firstMonth, month)
    const whole = addMonths(firstMonth, month + 1) - from
    const length = each === undefined ? whole : Math.min(whole, Math.max(1, Math.round(used * each)))
    days.push({ from, until: from + length })
  }
  return days
}

/** A split by calendar month as one by month of use; months without use have no refund. */
function monthly(
  { periods, problems }: SplitByPeriod,
  { firstMonth, units }: UseOfService,
  of: (period: PeriodSplit, month: number) => number,
): SharedUse {
  if (periods === undefined) return { byMonth: undefined, problems }
  const byMonth = new Float64Array(units.length)
  let month = 0
  for (const period of periods) {
    while (addMonths(firstMonth, month) < period.from) month++
    byMonth[month] = of(period, month)
  }
  return { byMonth, problems }
}

/** Weeks belong to the month of their Monday; a month's refund is at the mean share of its weeks on support. */
function ladder(catalogue: Catalogue, use: UseOfService, rule: RuleUse): SharedUse {
  const { firstMonth, units, price, weeksBefore } = use
  const firstMonday = weekdayOnOrAfter(firstMonth, 1)
  const monthOf: number[] = []
  for (let month = 0, monday = firstMonday; month < units.length; month++) {
    const next = addMonths(firstMonth, month + 1)
    for (; monday < next; monday += 7) monthOf.push(month)
  }
  const weeks = monthOf.map((month) => (units[month]! > 0 ? ('support' as const) : ('self-support' as const)))
  const { periods, problems } = refundLadder(catalogue, { firstMonday, weeks, weeksBefore, benefit: 1 }, rule)
  if (periods === undefined) return { byMonth: undefined, problems }
  const [shares, mondays] = [new Float64Array(units.length), new Float64Array(units.length)]
  for (const [index, { stateShare: share }] of periods.entries()) {
    shares[monthOf[index]!]! += share
    mondays[monthOf[index]!]! += 1
  }
  const byMonth = shares.map((share, month) =>
    mondays[month] === 0 ? 0 : (share / mondays[month]!) * units[month]! * price * countedIn(use, month),
  )
  return { byMonth, problems }
}
