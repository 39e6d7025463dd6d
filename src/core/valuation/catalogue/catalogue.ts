/**
 * The price catalogue: every figure a valuation rests on, dated, with its source.
 *
 *     ANB-PLEJE  470,000 kr/year  price year 2019  owner municipality  confidence B  published  https://…
 *
 * A figure is never without its provenance. The case that surprises: one id has several rows, one for each time its value
 * changed, and a local catalogue that has an id takes the place of all national rows of that id.
 *
 * Floating point, in kroner: a valuation decides no payment.
 */
import { type Day, type Place } from '../../base/index.ts'

/** How far a figure may be trusted: the authority itself, a credible second hand or one provider, weak, unsourced. */
export const confidences = ['A', 'B', 'C', 'U'] as const
export type Confidence = (typeof confidences)[number]

/** Where a figure comes from: read in a source, reckoned from such figures, made up, or not checked against a source. */
export const grades = ['published', 'derived', 'invented', 'unverified'] as const
export type Grade = (typeof grades)[number]

/** National figures come with the program; local ones lie on top and beat them. */
export type Origin = 'national' | 'local'

export type BothLanguages = { readonly da: string; readonly en: string }

export type Provenance = {
  /** An address, or who said so. Never empty. */
  readonly source: string
  /** The day on which the source was read. */
  readonly read: Day
  readonly confidence: Confidence
  readonly grade: Grade
  /** What a reader of the figure must know; empty where there is nothing. */
  readonly note: BothLanguages
  readonly origin: Origin
  /** The row of the file. */
  readonly at: Place
}

/** The days on which a row holds, the first and the last included; without a last day it holds until another row follows. */
export type Validity = { readonly from: Day; readonly through: Day | undefined }

/** What one unit of a service is counted in. */
export const priceUnits = ['hour', 'day', 'week', 'month', 'year', 'contact', 'case'] as const
export type PriceUnit = (typeof priceUnits)[number]

/** All amounts of the catalogue, and the limits in kroner of its rules. */
export const catalogueCurrency = 'DKK'

/** Whose budget bears the gross cost. */
export const budgetOwners = ['municipality', 'region', 'state', 'citizen'] as const
export type BudgetOwner = (typeof budgetOwners)[number]

/** The area of the budget a price belongs to. */
export const budgetAreas = ['children', 'adults', 'employment', 'health', 'justice', 'education', 'other'] as const
export type BudgetArea = (typeof budgetAreas)[number]

/** How the state takes part in a cost; the rules are in `rules/`. */
export const refundKinds = ['none', 'refund-ladder', 'shelter', 'central', 'support-at-home', 'crisis-centre'] as const
export type RefundKind = (typeof refundKinds)[number]

/** A unit cost, or the rate of a benefit. */
export type Price = {
  readonly kind: 'price' | 'benefit'
  readonly id: string
  readonly label: BothLanguages
  /** Kroner per unit; negative where the source states a fall in cost. */
  readonly value: number
  /** The bounds, where the source gives a range. */
  readonly low: number | undefined
  readonly high: number | undefined
  readonly unit: PriceUnit
  /** The year the value is stated in; of a benefit the level year. */
  readonly priceYear: number
  /** Where the source leaves the year open between two, the earlier of them; `priceYear` is then the later. */
  readonly priceYearFrom: number | undefined
  /** The index family that carries the value to other years; nothing where it is not known. */
  readonly index: string | undefined
  readonly cost: 'average' | 'marginal' | 'unknown'
  /** What part of it can be taken out of a budget, and from which month after the use fell; nothing where nobody has said. */
  readonly cashable: { readonly share: number; readonly fromMonth: number } | undefined
  readonly vat: 'in' | 'out' | 'unknown'
  readonly owner: BudgetOwner
  readonly area: BudgetArea
  readonly account: string | undefined
  readonly refund: RefundKind | undefined
  readonly valid: Validity
  readonly provenance: Provenance
}

/** One estimate of how far prices or wages of a family rise from the year before to this one. */
export type IndexEstimate = {
  readonly family: string
  readonly label: BothLanguages
  readonly year: number
  /** Per cent. */
  readonly percent: number
  /** Estimates are revised: the same year may have several, each with its day. */
  readonly estimatedOn: Day
  readonly provenance: Provenance
}

/** One step of a guide's discount rate. */
export type DiscountStep = {
  readonly guide: string
  readonly label: BothLanguages
  /** The first year ahead to which the rate applies, and the last; without a last it applies to all beyond. */
  readonly fromYear: number
  readonly throughYear: number | undefined
  /** Per cent a year, real. */
  readonly rate: number
  /** When the guide was in force. */
  readonly valid: Validity
  readonly provenance: Provenance
}

export const ruleUnits = ['%', 'kr', 'kr/year', 'kr/month', 'days', 'weeks', 'years', 'months', 'factor'] as const
export type RuleUnit = (typeof ruleUnits)[number]

/** One figure of a dated rule: the state's share of a step of the ladder, the cap of the shelter refund. */
export type RuleFigure = {
  readonly rule: string
  readonly figure: string
  readonly label: BothLanguages
  /** Where a figure has steps, the week, amount or year from which this one applies; otherwise 0. */
  readonly from: number
  readonly value: number
  readonly low: number | undefined
  readonly high: number | undefined
  readonly unit: RuleUnit
  /** The year a statutory amount is stated in before regulation. */
  readonly levelYear: number | undefined
  readonly valid: Validity
  readonly provenance: Provenance
}

/** A change of law that breaks a series: which benefits end on its day, and which take in nobody new. */
export type Reform = {
  readonly id: string
  readonly label: BothLanguages
  readonly on: Day
  readonly isExpected: boolean
  readonly ends: readonly string[]
  readonly closes: readonly string[]
  readonly provenance: Provenance
}

/** A number of the municipal account plan and what is booked on it. */
export type AccountFunction = {
  readonly id: string
  readonly label: BothLanguages
  readonly valid: Validity
  readonly provenance: Provenance
}

/** The rows by id, each list in order of its days, and what was laid over by local rows. */
export type Catalogue = {
  readonly prices: ReadonlyMap<string, readonly Price[]>
  readonly indexes: ReadonlyMap<string, readonly IndexEstimate[]>
  readonly discountGuides: ReadonlyMap<string, readonly DiscountStep[]>
  readonly rules: ReadonlyMap<string, readonly RuleFigure[]>
  readonly reforms: readonly Reform[]
  readonly accounts: ReadonlyMap<string, readonly AccountFunction[]>
  /** National prices that a local one of the same id takes the place of. */
  readonly beaten: ReadonlyMap<string, readonly Price[]>
}

/** Under which law a rule is run: that of each day by itself, or that of one day for all. */
export type Law = { readonly asOf?: Day }
