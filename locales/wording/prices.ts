/** What each language says of the price catalogue, on the command line and on its pages. */
import {
  type BudgetArea,
  type BudgetOwner,
  type Confidence,
  type Grade,
  type Price,
  type PriceUnit,
  type RefundKind,
} from '../../src/core/valuation/index.ts'

export type PriceField =
  | 'value'
  | 'range'
  | 'inYear'
  | 'priceYear'
  | 'valid'
  | 'owner'
  | 'area'
  | 'account'
  | 'refund'
  | 'cost'
  | 'cashable'
  | 'vat'
  | 'index'
  | 'source'
  | 'read'
  | 'confidence'
  | 'grade'
  | 'origin'
  | 'note'

export type PriceWords = {
  title: string
  lead: string
  rulesTitle: string
  rulesLead: string
  seeRules: string
  seePrices: string
  /** `470.000 kr. per år`, of an amount and a unit. */
  per: Record<PriceUnit, string>
  owners: Record<BudgetOwner, string>
  areas: Record<BudgetArea, string>
  refunds: Record<RefundKind, string>
  costs: Record<Price['cost'], string>
  vats: Record<Price['vat'], string>
  confidences: Record<Confidence, string>
  grades: Record<Grade, string>
  origins: Record<Price['provenance']['origin'], string>
  kinds: Record<Price['kind'], string>
  fields: Record<PriceField, string>
  columns: {
    id: string
    label: string
    value: string
    priceYear: string
    owner: string
    confidence: string
    reservations: string
  }
  inYear: (year: number) => string
  /** Why a price has no value in the prices of the year. */
  notInYear: string
  notInYearWhy: string
  /** How many of all. */
  found: (count: number, of: number) => string
  none: string
  notKnown: string
  /** No price of that id; the one that is near, if one is. */
  unknown: (id: string, near: string | undefined) => string
  /** After the prices were written as a workbook. */
  written: (path: string) => string
  noLocal: (folder: string) => string
  yearUnfit: (text: string) => string
  /** Before the national price that a local one takes the place of. */
  insteadOf: (amount: string) => string
  cashable: (share: string, fromMonth: number) => string
  valid: (from: string, through: string) => string
  history: string
  reservations: string
  noReservations: string
  provenance: string
  /** A notice in a word or two, for a row of a table; how many years old a price is. */
  brief: (code: string, age: number) => string
  form: { search: string; area: string; owner: string; year: string; all: string; show: string; reset: string }
  yearSays: (year: number) => string
  notAYear: (text: string) => string
  /** What each rule says; `from` heads the column of its steps. */
  rules: Readonly<Record<string, { title: string; from?: string; says: string }>>
  ruleColumns: { figure: string; from: string; value: string; level: string; valid: string; source: string }
  tables: { indexes: string; discount: string; reforms: string; accounts: string; rules: string }
  columnsOf: {
    family: string
    year: string
    percent: string
    estimated: string
    guide: string
    years: string
    rate: string
    on: string
    what: string
    number: string
  }
  yearsAhead: (from: number, through: number | undefined) => string
  ends: string
  closes: string
  expected: string
  units: Readonly<Record<string, (value: string) => string>>
}
