/** What a workbook says, in the reader's language; the words stand in `locales/`. */
import { type FinanceMode } from '../case/case-file.ts'
import { type Authority, type LineKind } from '../case/compiled.ts'
import { type SharingRule } from '../rules/index.ts'
import { type RowGrade } from './case-rows.ts'

export type SheetName =
  | 'readMe'
  | 'inputs'
  | 'rates'
  | 'results'
  | 'matrix'
  | 'items'
  | 'people'
  | 'costs'
  | 'effects'
  | 'repayment'
  | 'balance'
  | 'tornado'
  | 'sources'
  | 'curves'
  | 'law'
  | 'data'
  | 'refund'
  | 'alternatives'
  | 'withoutEffect'
  | 'otherMoney'
  | 'swing'
  | 'followed'
  | 'publicSum'

export type WorkbookWords = {
  locale: 'da' | 'en'
  sheets: Record<SheetName, string>
  /** What a key of a case is called, by the key. */
  keys: Readonly<Record<string, string>>
  units: Readonly<Record<string, string>>
  /** By key, or by part of the case and key: what each word of the case is in a cell. No commas, for a list to choose from. */
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>
  grades: Record<RowGrade, string> & { unverified: string }
  authorities: Record<Authority, string>
  kinds: Record<LineKind, string>
  modes: Record<FinanceMode, string>
  /** Sheets of the ways of financing that are not chosen: at most 31 letters each. */
  modeSheets: Record<FinanceMode, { balance: string; repayment: string }>
  says: {
    basis: (facts: { year: string; from: string; years: number; guide: string }) => string
    legend: string
    inputColour: string
    choices: string
    howTo: readonly string[]
    limits: readonly string[]
    /** Where a case is written out without its own prices: which sheets they stay in. */
    pricesStay: (sheets: readonly string[]) => string
    doubts: string
    noDoubts: string
    derived: string
    restsOn: (count: number) => string
    notes: string
    contents: string
    templateTitle: string
    templateWritten: (path: string) => string
    /** Where something stands in the way. */
    notWritten: (path: string) => string
    written: (path: string) => string
    templateSays: readonly string[]
    sheetSays: Record<SheetName, string>
  }
  heads: Record<
    | 'figure'
    | 'value'
    | 'unit'
    | 'grade'
    | 'reason'
    | 'path'
    | 'mean'
    | 'instead'
    | 'used'
    | 'scenario'
    | 'scenarioHow'
    | 'lawAsOf'
    | 'lawAsOfHow'
    | 'startDay'
    | 'month'
    | 'day'
    | 'year'
    | 'caseYear'
    | 'total'
    | 'presentValue'
    | 'owner'
    | 'kind'
    | 'item'
    | 'what'
    | 'gross'
    | 'refund'
    | 'net'
    | 'scenarioColumn'
    | 'ceiling'
    | 'factor'
    | 'price'
    | 'priceYear'
    | 'index'
    | 'amount'
    | 'confidence'
    | 'source'
    | 'notes'
    | 'prices'
    | 'indexes'
    | 'percent'
    | 'discounting'
    | 'fromYear'
    | 'throughYear'
    | 'rate'
    | 'rules'
    | 'validFrom'
    | 'step'
    | 'referred'
    | 'starts'
    | 'inService'
    | 'dropouts'
    | 'completions'
    | 'successes'
    | 'anyway'
    | 'risk'
    | 'times'
    | 'paid'
    | 'stateShare'
    | 'people'
    | 'running'
    | 'all'
    | 'late'
    | 'units'
    | 'due'
    | 'lastDue'
    | 'results'
    | 'earned'
    | 'saving'
    | 'before'
    | 'instalments'
    | 'municipality'
    | 'cumulated'
    | 'below'
    | 'budgets'
    | 'departments'
    | 'ceilings'
    | 'inside'
    | 'outside'
    | 'freed'
    | 'economic'
    | 'netTaxFactor'
    | 'breakEven'
    | 'breakEvenMonth'
    | 'breakEvenYear'
    | 'breakEvenCalendarYear'
    | 'payback'
    | 'deepest'
    | 'deepestMonth'
    | 'low'
    | 'high'
    | 'groups'
    | 'weeks'
    | 'selfSupport'
    | 'selfSupportAll'
    | 'selfSupportUsed'
    | 'restartWeeks'
    | 'restartMonday'
    | 'lookedBack'
    | 'monday'
    | 'windowYears'
    | 'onceMonths'
    | 'chance'
    | 'chanceAtMost'
    | 'share'
    | 'daysUsed'
    | 'yearEnds'
    | 'mondays'
    | 'daysInMonth'
    | 'windowEnds'
    | 'capDays'
    | 'vat'
    | 'vatRate'
    | 'foundationVat'
    | 'cofinanced'
    | 'limitPerUse'
    | 'limit'
    | 'successIn'
    | 'where'
    | 'never'
    | 'narrow'
    | 'broad'
    | 'choices'
    | 'putIn'
    | 'paidBack'
    | 'priceOfRisk'
    | 'withoutEffect'
    | 'chosen'
    | 'cumulatedValue'
    | 'upsideDown'
    | 'atLow'
    | 'atHigh'
    | 'difference'
    | 'least'
    | 'most'
    | 'tried'
    | 'atMust'
    | 'workings'
    | 'must'
    | 'gains'
    | 'always'
    | 'nowhere'
    | 'notFound'
    | 'atLeast'
    | 'atMost'
    | 'expected'
    | 'kept'
    | 'to-pool'
    | 'reinvested'
    | 'notFollowed'
    | 'efforts'
    | 'left',
    string
  >
  courseOf: (facts: { item: string; number: number }) => string
  ruleNotes: Record<SharingRule, string>
  tornadoSays: readonly string[]
}
