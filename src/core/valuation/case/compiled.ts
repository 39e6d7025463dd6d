/**
 * A case made ready to be valued many times: names are numbers, prices are in the price year, laws are chosen.
 *
 *     lines × years     what one item means to one owner in one year: gross, refund, net
 *     parameters        one number per estimate, in the order of `estimates`; the means, or one draw
 *
 * Amounts are kroner as plain numbers; plus is better for the owner, minus is worse. Nothing here decides a payment.
 */
import { type Day, type Place } from '../../base/index.ts'
import { type MarkGrade, type Words } from '../../text/index.ts'
import { type Price, type PriceUnit } from '../catalogue/catalogue.ts'
import { type CaseFile, type CostPace, type FinanceMode, type Spread } from './case-file.ts'
import { type Distribution } from './distribution.ts'
import { type Confidence, type FigureGrade } from './estimate-shape.ts'
import { type InputUnit } from './inputs.ts'

/** A value for each estimate, in the order of `CompiledCase.estimates`. */
export type Parameters = Float64Array

/** A number as it is used: of the parameters when `index` is 0 or more, and otherwise `value`. */
export type Figure = { index: number; value: number }

export const figure = ({ index, value }: Figure, parameters: Parameters): number =>
  index < 0 ? value : parameters[index]!

export type Estimate = {
  name: string
  label: Words
  unit: InputUnit
  distribution: Distribution
  mean: number
  source: string
  confidence: Confidence
  grade: FigureGrade
  /** Kroner that finding out is thought to cost. */
  findingOutCost: number | undefined
  at: Place
}

/** Whose books: departments and the pool are the municipality's. */
export type Authority = 'municipality' | 'region' | 'state' | 'citizen' | 'investor' | 'donor'

/** Somebody who bears a cost or has a gain: a department, an authority, the citizen, the financier. */
export type Owner = { name: string; authority: Authority; label: Words | undefined }

export type Delay = { kind: 'none' } | { kind: 'poisson'; mean: Figure } | { kind: 'shares'; shares: Float64Array }

export type CompiledGroup = {
  name: string
  label: Words
  /** `people` are referred in each of `months` months, the first being `from`. */
  plan: { people: Figure; from: number; months: number }[]
  /** Of those referred. */
  notStarted: Figure
  delay: Delay
  /** Months of service, counting the month of start. */
  course: number
  dropout: { share: Figure; spread: Spread } | undefined
  success: { of: 'completed' | 'started' | 'referred'; rate: Figure; within: number; spread: Spread; label: Words }
  /** The share of the same people that would have succeeded without the effort. */
  without: Figure
  /** Starts, service and successes after this month do not count. */
  through: number
}

export type LineKind = 'cost' | 'cashable' | 'freed-capacity' | 'citizen' | 'repayment'
export type Ceiling = 'inside' | 'outside'

/** One item for one owner; the rows of the matrix. */
export type Line = {
  item: string
  of: 'cost' | 'consequence' | 'repayment'
  label: Words
  owner: number
  kind: LineKind
  ceiling: Ceiling
  economic: 'resource' | 'transfer'
  scenario: 'narrow' | 'broad'
}

/** By month of the case, 0 … months: expected numbers, or the numbers of one draw. */
export type GroupActivity = {
  /** People referred, who start in the month, who are in service in it, who drop out in it and who complete at the end of it. */
  referred: Float64Array
  starts: Float64Array
  inService: Float64Array
  dropouts: Float64Array
  completions: Float64Array
  /** All who reach the goal in the month, and those of them who would have without the effort. */
  successes: Float64Array
  anyway: Float64Array
}

/** What each pace of paying counts of an activity. */
export const countOfPace = {
  referral: 'referred',
  start: 'starts',
  'person-month': 'inService',
  completion: 'completions',
  success: 'successes',
} as const satisfies Record<string, keyof GroupActivity>

export type Activity = {
  groups: GroupActivity[]
  /** The last month in which anything happens to anybody, where it is known to come before the last of the case. */
  until?: number
  /**
   * What a contract pays in some months, per payer of `CompiledCase.owners`, when the contract itself was run. Without it
   * the repayment model of the case says what is paid.
   */
  payments?: { owner: number; months: readonly number[]; amounts: Float64Array }[]
  /** By name of the consequence, what is saved beyond the assumed courses of use. */
  uses?: ReadonlyMap<string, UseDeviation>
  /**
   * By group, how many started in a month and were in service for the last time in another, at `start × length + last`, where
   * `length` is that of the group's columns. Only where the case asks who served.
   */
  served?: Float64Array[]
}

/** Kroner by month of the case: what is saved, and what the rule bears of it; and of that only what counts as cashed. */
export type UseDeviation = Record<'all' | 'late', { gross: Float64Array; refund: Float64Array }>

/** Of every line and year, at `line × (years + 1) + year`; year 0 is the day of signing. */
export type CaseValue = {
  gross: Float64Array
  refund: Float64Array
  net: Float64Array
  /** Net by owner and month, at `owner × (months + 1) + month`; capacity that is only freed is not in it. */
  monthly: Float64Array
  /** The municipality's cashable saving, net of refunds and before any repayment, by month. */
  saving: Float64Array
  /** Of the investor or pool, by month: what is put in, and what comes back. */
  outlays: Float64Array
  payments: Float64Array
  /** Over all years, of the costs: the VAT in them, what of it comes back to whoever spent it, and foundation VAT. */
  vat: Float64Array
  /** Net present value of each owner without freed capacity, by the guide and the time of year the case states. */
  presentValues: Float64Array
}

/** A figure of the case whose worth is not that of a source. */
export type Doubt = {
  /** What it is: the name of an estimate or a price, or the path of a marked value. */
  what: string
  grade: FigureGrade | MarkGrade
  confidence: Confidence | undefined
  reason: string
  at: Place | undefined
}

export type CompileOptions = {
  /** `narrow` leaves out what only the broad scenario counts. */
  scenario: 'narrow' | 'broad'
  /** Instead of the way of financing the case has chosen. */
  mode?: FinanceMode
  /** All rules as they are on this day; without it, each month's own law as far as it is known. */
  lawAsOf?: Day
}

/** A product of figures: an amount, an amount times units, minutes times an hourly rate. */
export type Product = { of: Figure; times: Figure | undefined; factor: number }

export const product = ({ of, times, factor }: Product, parameters: Parameters): number =>
  figure(of, parameters) * (times === undefined ? 1 : figure(times, parameters)) * factor

export type CompiledCost = {
  name: string
  amount: Product
  pace: CostPace
  groups: readonly number[]
  /** For `once` the month; for `month` and `year` the first and last. */
  from: number
  through: number
  /** Of the bearer; of the state, when it has VAT or a refund of it; and of whoever bears a part by the rule. */
  line: number
  stateLine: number | undefined
  sharerLine: number | undefined
  /** By month of the case, what the rule bears of a krone that is spent in it. */
  refundShare: Float64Array | undefined
  /** Instead, where it depends on when a person began: what the rule bears after a beginning in the month after `success`. */
  personRefund: UseRefund | undefined
  vat: VatMonths | undefined
  /** Of whoever the VAT comes back to. */
  vatBackLine: number | undefined
  /** Money given to the municipality: the share by month that the state takes, and the line of the department that receives it. */
  grant: { taken: Float64Array; line: number } | undefined
}

/** By month of the case, of a krone as it is written: what is paid with VAT, and how much of that is VAT. */
export type VatMonths = { paid: Float64Array; vat: Float64Array }

/** What one success (or start) in month s means in month s + k, in kroner at a price of 1, or by year. */
export type Flow =
  /** The same each month, less and less of it: `perMonth × keep^k`. */
  | { kind: 'fading'; perYear: Product; fade: Figure }
  /** By year after the success; nothing after the last. */
  | { kind: 'by-year'; years: Product[] }
  /** What is used without less what is used with, by the courses that shares of people follow. */
  | UseFlow

export type UseFlow = {
  kind: 'use'
  price: Product
  unit: PriceUnit
  without: UseCourse
  /** `own` are the person's units, where `course` has those of the household too. */
  with: { share: Figure | 'rest'; own: Float64Array; course: UseCourse }[]
  /** What the rule bears after a success when somebody has used these units of their own; nothing where no rule bears anything. */
  borneOf: ((own: Float64Array, success: number, price: number) => Float64Array) | undefined
}

/** Use of a service after a success: units in month k at `units[k − 1]`, none outside months `first` … `last`, and what the state refunds of it. */
export type UseCourse = { units: Float64Array; first: number; last: number; refund: UseRefund | undefined }

/**
 * What the state refunds, by month k at `k − 1`, after a success in a month; nothing after the last it tells of. Of most rules it follows the price: `of` is then
 * told for a price of 1 krone, to be multiplied. The central scheme looks at the cost itself, so `of` is asked with its price.
 */
export type UseRefund = { followsPrice: boolean; of: (success: number, price: number) => Float64Array }

export type CompiledConsequence = {
  name: string
  groups: readonly number[]
  per: 'success' | 'start'
  flow: Flow
  /** Of what is saved, the part that leaves the budget, from month `fromMonth` after the success. Without it all is of the one kind. */
  cashable: { share: Figure; fromMonth: number } | undefined
  owners: { share: number; line: number; freedLine: number | undefined; getsVatBack: boolean }[]
  vat: VatMonths | undefined
  /** Of the state, when it refunds a share of the use or has VAT of it. */
  state: { line: number; freedLine: number | undefined } | undefined
  /** Of a rule by which the municipality pays for each use of the region's: the lines of both. The money moves at once, cashable or not. */
  perUse: { payer: number; receiver: number } | undefined
  from: number
  through: number
}

export type CompiledRepayment = {
  label: Words
  prices: { amount: Figure; per: 'success' | 'start' | 'completion'; groups: readonly number[]; isNet: boolean }[]
  shareOfSaving: Figure | undefined
  instalments: { month: number; amount: Figure }[]
  premium: Figure
  every: number
  through: number
  cap: Figure | undefined
  floor: Figure | undefined
  payers: { share: number; line: number; owner: number }[]
  /** Of the investor or the pool. */
  financierLine: number
}

/** A price that was looked up: what was found, and what it became in the price year. */
export type PriceUsed = { consequence: string; price: Price; insteadOf: Price | undefined; amount: number }

export type CompiledCase = {
  file: CaseFile
  options: CompileOptions
  mode: FinanceMode
  /** The first day of month 1. */
  startDay: Day
  years: number
  months: number
  estimates: Estimate[]
  correlations: { between: [number, number]; is: number }[]
  owners: Owner[]
  /** The place of the investor or pool among the owners; nothing when the municipality pays with its own money. */
  financier: number | undefined
  groups: CompiledGroup[]
  /** Whether an activity must tell who was in service from when to when. */
  asksWhoServed: boolean
  costs: CompiledCost[]
  consequences: CompiledConsequence[]
  repayment: CompiledRepayment | undefined
  lines: Line[]
  /** What a krone of year 0 … years, and of month 0 … months, is worth now. */
  yearFactors: Float64Array
  monthFactors: Float64Array
  prices: PriceUsed[]
}
