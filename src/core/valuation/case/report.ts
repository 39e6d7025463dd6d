/**
 * Everything a reader asks of one valuation: who gains what and when, what it takes, what it rests on. Data only, in kroner
 * rounded to whole øre; the words are made from `locales/`.
 */
import { type Problem } from '../../base/index.ts'
import { type Mark, type Words } from '../../text/index.ts'
import { type Catalogue } from '../catalogue/catalogue.ts'
import { expectedActivity } from './activity.ts'
import { type Alternative, alternativesOf } from './alternatives.ts'
import { type Balance, balanceOf } from './balance.ts'
import { signOffSteps } from './case-file.ts'
import { type ChecklistPoint, checklistOf } from './checklist.ts'
import { type SignOffStep, isOutdated, isSignedOff } from './sign-off.ts'
import { parametersOf } from './compile-case.ts'
import { type Activity, type Authority, type CaseValue, type CompiledCase, type Doubt } from './compiled.ts'
import { type CaseData } from './compiling.ts'
import { type Distribution, meanOf } from './distribution.ts'
import { doubtsOf } from './doubts.ts'
import { type EconomicView, economicView } from './economic.ts'
import { type FollowedYear, followedSavings } from './followed.ts'
import {
  type ItemRow,
  type MatrixRow,
  type Series,
  budgetOf,
  ceilingOf,
  inOre,
  itemsOf,
  linesWhere,
  matrixOf,
  ownerBudget,
  seriesOf,
  sumOf,
} from './matrix.ts'
import { type PublicSum, publicSumOf } from './public-sum.ts'
import { type KnownEnds, type MustBe, type TornadoBar, mustBeOf, sensitivityOf } from './sensitivity.ts'
import { valueActivity } from './value-activity.ts'

/** Expected numbers of people of a group over all of the case, to two decimals. */
export type GroupCounts = {
  group: string
  label: Words
  referred: number
  started: number
  droppedOut: number
  completed: number
  succeeded: number
  anyway: number
}

/** What a valuation by itself says: no other financing, no sources, nobody's name. */
export type CaseFigures = {
  groups: GroupCounts[]
  matrix: MatrixRow[]
  items: ItemRow[]
  /** What each authority's budgets gain or lose, without freed capacity. */
  budgets: { authority: Authority; net: Series }[]
  /** Each department's own, and the municipality's where no department is named. */
  departments: { owner: string; label: Words | undefined; net: Series }[]
  freedCapacity: Series
  /** Kroner over all years: VAT in the costs, what of it comes back to whoever spent it, and foundation VAT of money given. */
  vat: { charged: number; back: number; taken: number }
  ceiling: { inside: Series; outside: Series }
  balance: Balance
  /** The cumulated budget of the municipality at the end of each year, 0 … years. */
  cumulated: number[]
}

export type CaseReport = CaseFigures & {
  alternatives: Alternative[]
  mustBe: MustBe[]
  tornado: TornadoBar[]
  /** Nothing where the catalogue has no net tax factor for the guide. */
  economic: EconomicView | undefined
  followed: FollowedYear[]
  /** The sum on one page, for the public. */
  publicSum: PublicSum
  doubts: Doubt[]
  /** Steps of the sign-off that nobody has put a name to. */
  notSignedOff: string[]
  /** Steps that somebody signed off, and that have been changed since. */
  changedSinceSigned: SignOffStep[]
  checklist: ChecklistPoint[]
}

export type ReportSetting = {
  catalogue: Catalogue
  data?: CaseData
  marks: readonly Mark[]
  /** Of reading the case, for figures without a source. */
  problems: readonly Problem[]
}

/** The order in which authorities are shown. */
export const authorities: readonly Authority[] = ['municipality', 'region', 'state', 'citizen', 'donor', 'investor']

export function reportOn(compiled: CompiledCase, { catalogue, data, marks, problems }: ReportSetting): CaseReport {
  const { file, options } = compiled
  const { value, ...figures } = figuresOf(compiled)
  const tornado = sensitivityOf(compiled)
  const doubts = doubtsOf(compiled, marks, problems)
  const changedSinceSigned = signOffSteps.filter((step) => isOutdated(problems, step))
  return {
    ...figures,
    alternatives: alternativesOf(file, catalogue, options, data).alternatives,
    mustBe: mustBeOf(compiled, tornado),
    tornado,
    economic: economicView(compiled, value, catalogue).view,
    followed: file.savingsFollowed === undefined ? [] : followedSavings(compiled, value),
    publicSum: publicSumOf(compiled, value),
    doubts,
    checklist: checklistOf(compiled, doubts, changedSinceSigned),
    changedSinceSigned,
    notSignedOff: signOffSteps.filter((step) => !isSignedOff(file, step)),
  }
}

/** The figures of the case at its means, with the value they are read from. */
export function figuresOf(compiled: CompiledCase): CaseFigures & { value: CaseValue } {
  const parameters = parametersOf(compiled)
  const activity = expectedActivity(compiled, parameters)
  const value = valueActivity(compiled, activity, parameters)
  const { file, owners } = compiled
  const freed = linesWhere(compiled, ({ owner, kind }) => {
    return owners[owner]!.authority === 'municipality' && kind === 'freed-capacity'
  })
  const own = linesWhere(compiled, ({ owner, kind }) => {
    return owners[owner]!.authority === 'municipality' && kind !== 'freed-capacity'
  })
  let sum = 0
  return {
    value,
    groups: countsOf(compiled, activity),
    matrix: matrixOf(compiled, value),
    items: itemsOf(compiled, value),
    budgets: authorities.map((authority) => ({ authority, net: budgetOf(compiled, value, authority) })),
    departments: owners.flatMap(({ name, authority, label }, owner) => {
      const isOwn = authority === 'municipality' && file.departments !== undefined
      return isOwn ? [{ owner: name, label, net: ownerBudget(compiled, value, owner) }] : []
    }),
    freedCapacity: seriesOf(compiled, sumOf(compiled, value.net, freed)),
    ceiling: ceilingOf(compiled, value),
    vat: { charged: inOre(value.vat[0]!), back: inOre(value.vat[1]!), taken: inOre(value.vat[2]!) },
    balance: balanceOf(compiled, value),
    cumulated: sumOf(compiled, value.net, own).map((amount) => inOre((sum += amount))),
  }
}

/** While a hand moves an estimate: the figures, the bars, and what must be true of the one that decides most. */
export type LiveReport = CaseFigures & Pick<CaseReport, 'mustBe' | 'tornado'>

/** How many times a stretch is halved when the answer is only for the eye. */
const halvingsForTheEye = 20

/** `known` is kept by the caller from one move to the next. Fast enough to follow a hand: a few dozen valuations. */
export function liveReport(compiled: CompiledCase, known: KnownEnds): LiveReport {
  const { value: _, ...figures } = figuresOf(compiled)
  const tornado = sensitivityOf(compiled, known)
  return { ...figures, tornado, mustBe: mustBeOf(compiled, tornado.slice(0, 1), halvingsForTheEye) }
}

/** The case with another range for one estimate, everything else as it was compiled. */
export function withRange(
  compiled: CompiledCase,
  name: string,
  range: { low: number; likely: number; high: number },
): CompiledCase {
  const { low, likely, high } = range
  const distribution: Distribution = low < high ? { kind: 'pert', low, likely, high } : { kind: 'point', value: likely }
  const estimates = compiled.estimates.map((estimate) =>
    estimate.name === name ? { ...estimate, distribution, mean: meanOf(distribution) } : estimate,
  )
  return { ...compiled, estimates }
}

function countsOf({ groups }: CompiledCase, activity: Activity): GroupCounts[] {
  return groups.map(({ name, label }, index) => {
    const { referred, starts, dropouts, completions, successes, anyway } = activity.groups[index]!
    const all = (counts: Float64Array): number => Math.round(counts.reduce((sum, one) => sum + one, 0) * 100) / 100
    return {
      group: name,
      label,
      referred: all(referred),
      started: all(starts),
      droppedOut: all(dropouts),
      completed: all(completions),
      succeeded: all(successes),
      anyway: all(anyway),
    }
  })
}
