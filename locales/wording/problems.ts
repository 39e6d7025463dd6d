/**
 * What each language says of every problem: what is wrong in the reader's terms, and how the remedies below it are introduced.
 *
 * A language that lacks a code is a fault the compiler finds; test/problems.test.ts holds the codes to the sources.
 */

/** The facts of a problem as a reader of the language writes them. */
export type ProblemFacts = {
  /** A text as it stands; nothing for what is not there. */
  text(name: string): string
  /** A list of texts, each in quotes, with the last joined by "and"; a long list is cut short. */
  listed(name: string): string
  /** The same, with the last joined by "or". */
  either(name: string): string
  items(name: string): readonly string[]
  number(name: string): string
  share(name: string): string
  /** A day, from a day number or from `2024-12-31`. */
  day(name: string): string
  is(name: string): boolean
}

export type ProblemSaid = {
  /** Sentences, each on a line of its own. */
  says: string
  /** Before the remedies, when the usual words do not fit. */
  lead?: string
  /** What an answer means, beside it. */
  means?: (paste: string) => string | undefined
}

type TextCode =
  | 'yaml-too-large'
  | 'yaml-too-deep'
  | 'yaml-directive'
  | 'yaml-anchor'
  | 'yaml-alias'
  | 'yaml-tag'
  | 'yaml-several-documents'
  | 'yaml-never-closed'
  | 'yaml-tab'
  | 'yaml-syntax'
  | 'yaml-key-not-text'
  | 'yaml-duplicate-key'
  | 'csv-column-missing'
  | 'csv-column-twice'
  | 'csv-empty'
  | 'csv-encoding-mixed'
  | 'csv-header-unreadable'
  | 'csv-record-too-large'
  | 'csv-row-too-long'
  | 'csv-row-too-short'
  | 'csv-text-too-long'
  | 'csv-utf16'
  | 'csv-value-missing'
  | 'csv-quote-never-closed'
  | 'csv-quote-misplaced'
  | 'csv-number-unreadable'
  | 'csv-number-too-long'
  | 'csv-number-against-rule'
  | 'csv-number-ambiguous'
  | 'csv-day-unreadable'
  | 'csv-day-impossible'
  | 'csv-day-against-rule'
  | 'csv-day-ambiguous'

type ShapeCode =
  | 'key-missing'
  | 'key-unknown'
  | 'word-unknown'
  | 'name-unfit'
  | 'shape-wrong'
  | 'value-unreadable'
  | 'value-undecided'
  | 'mark-unclear'
  | 'number-ambiguous'
  | 'currency-unknown'
  | 'currency-other'
  | 'unit-unknown'
  | 'edge-unsettled'
  | 'name-unknown'

type CheckCode =
  | 'terms-empty'
  | 'expression-unknown'
  | 'condition-as-value'
  | 'window-end-twice'
  | 'amendment-change-unclear'
  | 'amendment-path-unknown'
  | 'amendment-out-of-order'
  | 'amendment-reaches-back'
  | 'amendment-name-taken'
  | 'amendment-day-outside'
  | 'name-shared'
  | 'measure-kind-unfit'
  | 'goal-of-group'
  | 'goes-in-circles'
  | 'subject-unfit'
  | 'asked-of-group'
  | 'wait-endless'
  | 'attribute-reserved'
  | 'unit-mismatch'
  | 'unit-unfit'
  | 'money-squared'
  | 'levels-averaged'
  | 'take-unfit'
  | 'this-unfit'
  | 'table-empty'
  | 'table-not-rising'
  | 'table-open-row'
  | 'needs-two'
  | 'over-lacks'
  | 'window-backwards'
  | 'bounds-clash'
  | 'some-too-many'
  | 'weights-off'
  | 'threshold-stated-twice'
  | 'goal-empty'
  | 'date-idle'
  | 'dates-empty'
  | 'cohorts-passed-by'
  | 'day-in-two-windows'
  | 'decided-after-end'
  | 'kinds-open'
  | 'learning-paid'
  | 'learning-override'
  | 'rewards-withholding'
  | 'payment-ways'
  | 'payment-lacks'
  | 'payment-unfit-goal'
  | 'reckoned-unfit'
  | 'reckoned-idle'
  | 'limit-ways'
  | 'limit-lacks'
  | 'limit-key-unfit'
  | 'quota-of-one'
  | 'occasion-none'
  | 'schedule-ways'
  | 'drawdowns-missing'
  | 'payer-none'
  | 'payer-shares'
  | 'planned-missing'
  | 'tracks-missing'
  | 'payer-turn-open'
  | 'clause-twice'
  | 'period-backwards'
  | 'referral-outside'

type PeopleCode =
  | 'attribute-column-missing'
  | 'attribute-word-unknown'
  | 'people-none'
  | 'people-missing'
  | 'persons-left-out'
  | 'people-clock-missing'
  | 'people-column-unknown'
  | 'person-twice'
  | 'person-told-twice'
  | 'person-unit-unknown'
  | 'person-word-unknown'
  | 'person-family-unknown'
  | 'person-days-disordered'
  | 'person-day-ahead'
  | 'person-day-outside'

type FactCode =
  | 'facts-none'
  | 'facts-measure-unnamed'
  | 'facts-column-unknown'
  | 'fact-column-idle'
  | 'fact-measure-missing'
  | 'fact-measure-unknown'
  | 'fact-person-missing'
  | 'fact-person-unknown'
  | 'fact-unit-differs'
  | 'fact-agreement-unknown'
  | 'fact-group-unknown'
  | 'fact-grade-differs'
  | 'fact-recorder-missing'
  | 'fact-day-missing'
  | 'fact-days-disordered'
  | 'fact-day-ahead'
  | 'fact-day-early'
  | 'fact-day-before-birth'
  | 'fact-recorded-early'
  | 'fact-value-missing'
  | 'fact-value-unreadable'
  | 'fact-value-unknown'
  | 'fact-value-outside'
  | 'fact-value-ambiguous'
  | 'fact-share-ambiguous'
  | 'fact-item-missing'
  | 'fact-kind-missing'
  | 'fact-kind-unknown'
  | 'fact-overlaps'
  | 'fact-same-day'
  | 'fact-tie-undecided'
  | 'fact-number-twice'
  | 'fact-told-twice'
  | 'fact-corrected-twice'
  | 'fact-correction-of-nothing'
  | 'fact-correction-undated'
  | 'fact-correction-circular'
  | 'fact-withdrawal-undated'

type ContractCode =
  | 'reading-rule-unknown'
  | 'parameter-missing'
  | 'statement-unreadable'
  | 'statement-twice'
  | 'statement-name-unknown'
  | 'statement-not-taken-off'
  | 'file-unread'
  | 'known-before-true'

type CatalogueCode =
  | 'catalogue-file-unknown'
  | 'catalogue-column-unknown'
  | 'catalogue-source-missing'
  | 'catalogue-year-missing'
  | 'catalogue-row-twice'
  | 'catalogue-index-unknown'
  | 'catalogue-benefit-unknown'
  | 'catalogue-word-unknown'
  | 'catalogue-value-impossible'
  | 'catalogue-steps-broken'
  | 'catalogue-writing-unclear'
  | 'price-unknown'
  | 'price-not-yet-valid'
  | 'price-ended'
  | 'price-closed'
  | 'price-old'
  | 'price-year-uncertain'
  | 'price-unverified'
  | 'price-index-missing'
  | 'index-unknown'
  | 'index-year-missing'
  | 'discount-guide-unknown'
  | 'discount-current-prices'
  | 'rule-figure-missing'
  | 'rule-figure-old'
  | 'rule-figure-per-use'
  | 'rule-figure-level'
  | 'rule-figure-unverified'

type CaseCode =
  | 'case-empty'
  | 'case-ways'
  | 'distribution-improper'
  | 'estimate-unit'
  | 'share-outside'
  | 'shares-not-whole'
  | 'counted-twice'
  | 'consequence-price-missing'
  | 'cost-negative'
  | 'refund-needs-use'
  | 'refund-owner'
  | 'rule-ended'
  | 'household-without-children'
  | 'grant-not-given'
  | 'grant-repaid'
  | 'vat-unsaid'
  | 'vat-twice'
  | 'month-outside'
  | 'number-outside'
  | 'estimate-idle'
  | 'premium-idle'
  | 'sign-off-outdated'
  | 'use-impossible'
  | 'list-empty'
  | 'stretch-open'
  | 'owner-reserved'
  | 'repayment-empty'
  | 'finance-missing'
  | 'correlation-unfit'
  | 'success-window-late'
  | 'success-below-without'
  | 'figure-unsourced'
  | 'price-year-index'
  | 'data-missing'
  | 'data-manners-mixed'
  | 'data-share-ambiguous'
  | 'distribution-outside'
  | 'distribution-no-spread'
  | 'correlations-impossible'
  | 'contract-payer-missing'
  | 'measure-of-unfit'
  | 'told-clash'
  | 'measure-undrawn'
  | 'days-backwards'
  | 'case-contract-unreadable'
  | 'case-contract-unsettled'
  | 'case-contract-absent'
  | 'case-contract-currency'
  | 'case-contract-days'
  | 'fade-whole'
  | 'fund-amount-fine'
  | 'fund-contract-beyond'
  | 'fund-contract-twice'
  | 'fund-contract-uncounted'
  | 'fund-day-outside'
  | 'fund-investors-none'
  | 'fund-key-idle'
  | 'fund-name-twice'
  | 'fund-outlay-uncovered'
  | 'fund-party-investor'
  | 'fund-project-beyond'
  | 'fund-project-idle'
  | 'follow-goal-unfit'
  | 'follow-bar'
  | 'follow-use-unfit'
  | 'follow-dates'
  | 'follow-overlap'
  | 'follow-before-case'

type WorkbookCode =
  | 'workbook-unreadable'
  | 'workbook-too-large'
  | 'workbook-no-inputs'
  | 'workbook-cell-unfit'
  | 'workbook-formula-unworked'
  | 'workbook-path-unfit'
  | 'workbook-path-twice'
  | 'workbook-grade-unknown'
  | 'workbook-instead-left'
  | 'workbook-switch-left'
  | 'workbook-differs'

export type ProblemCode =
  TextCode | ShapeCode | CheckCode | PeopleCode | FactCode | ContractCode | CatalogueCode | CaseCode | WorkbookCode

type Says<Code extends string> = Readonly<Record<Code, (facts: ProblemFacts) => string | ProblemSaid>>

export type TextProblems = Says<TextCode>
export type ShapeProblems = Says<ShapeCode>
export type TermsProblems = Says<CheckCode>
export type CatalogueProblems = Says<CatalogueCode>
export type CaseProblems = Says<CaseCode>
export type WorkbookProblems = Says<WorkbookCode>
export type FactProblems = Says<PeopleCode | FactCode | ContractCode>

/** The words around a problem, whichever it is. */
export type ProblemFrame = {
  /** What kind of problem it is, before its code. */
  severities: Record<'wrong' | 'unsettled' | 'notice', string>
  /** Before what can be pasted. */
  leads: Record<'wrong' | 'unsettled' | 'notice', string>
  or: string
  /** How many rows have the same problem, and the lines of the first of them. */
  alike: (rows: string, lines: readonly string[], more: number) => string
  /** Before a question nobody has written down. */
  unnamedQuestion: (key: string) => string
}

export type ProblemWords = ProblemFrame & { problems: Says<ProblemCode> }

/** The words of some codes, which a reader of them asks by whatever code was found. */
export type SomeProblemWords = ProblemFrame & {
  problems: Readonly<Record<string, (facts: ProblemFacts) => string | ProblemSaid>>
}
