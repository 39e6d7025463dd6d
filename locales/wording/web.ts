/** What each language says on the pages, around what the other files of this folder say. */

export type PageWords = {
  skip: string
  /** The other language, in that language. */
  otherLanguage: string
  home: string
  footer: string
  contracts: string
  pagesOfContract: string
  sections: Record<'label' | 'contracts' | 'cases' | 'funds' | 'prices', string>
  tabs: Record<'annex' | 'terms' | 'calendar' | 'statement' | 'investors' | 'differences' | 'sources', string>
  /** `§ 4.1` */
  clause: (number: string) => string
  line: (number: number) => string
  unknown: string
  library: LibraryWords
  strokes: StrokeWords
  annex: AnnexPageWords
  days: DaysWords
  statement: StatementPageWords
  why: WhyWords
  calendar: { on: string; strokes: string; howLong: string }
  differences: DifferencesWords
  terms: TermsPageWords
  sources: { title: string; none: string; onlyForeign: string }
  facts: { lead: string; more: (line: string) => string }
  faults: FaultWords
}

type StrokeWords = {
  reached: string
  open: string
  lost: string
  /** The key to the strokes, for a reader who has not seen them before. */
  key: { thick: string; dots: string; thin: string }
  whole: string
  asTable: string
}

type LibraryWords = {
  title: string
  lead: string
  start: string
  danish: string
  foreign: string
  columns: { agreement: string; state: string; earned: string; sum: string; standing: string }
  strokesSay: string
  people: (count: string, label: string) => string
  years: (from: number, through: number) => string
  asOf: (day: string) => string
  sumUnknown: string
  notComputable: string
  /** Between the least and the most that open questions leave. */
  or: string
  signable: string
  questions: (count: number) => string
  faults: (count: number) => string
  /** Of people, facts and statements on file, beside what the terms are. */
  factFaults: (count: number) => string
  unreadable: string
  invented: (clauses: string) => string
  /** Clause numbers in a row, with one sign before them: `§ 4.1, 4.2`. */
  clauses: (numbers: string) => string
  /** How many parties there are beyond those named. */
  moreParties: (count: number) => string
  /** Where invented figures stand that belong to no numbered clause. */
  someParts: string
  waiting: (names: string) => string
  assumed: (count: number) => string
  allPublic: string
  readAnnex: string
  seeStatement: (day: string) => string
}

type AnnexPageWords = {
  title: string
  version: (name: string, from: string) => string
  signable: string
  notSignable: string
  notSignableWhy: (count: number) => string
  moves: (amount: string) => string
  sections: Record<'paid' | 'limits' | 'learning' | 'who' | 'measured', string>
  onThisPage: string
  columns: { words: string; margin: string; figure: string; reading: string }
  question: (number: number) => string
  answersAsOf: (day: string) => string
  told: string
  tell: string
  termsLine: (line: number) => string
  notes: (count: number) => string
  curveAsTable: string
  curve: CurveWords
  readings: string
  readingsSay: (day: string) => string
  reading: (number: number) => string
  wrong: string
}

/** A payoff curve in words. Numbers and amounts come in as finished text. */
type CurveWords = {
  result: string
  amount: string
  under: (x: string) => string
  upTo: (x: string) => string
  from: (x: string) => string
  over: (x: string) => string
  between: (from: string, to: string, isFromInside: boolean, isToInside: boolean) => string
  exactly: (x: string) => string
  always: string
  rising: (from: string, to: string) => string
  falling: (from: string, to: string) => string
  /** A worked example at a threshold that is inside. */
  atThreshold: (what: string, x: string) => string
  at: (what: string, x: string) => string
  whenMet: string
  /** Under the bar of a goal that is met once. */
  met: string
  perUnit: (unit: string) => string
  eachTime: (times: number) => string
  time: (number: number) => string
  differ: (count: number) => string
  resultsLike: (count: number) => string
  tryLabel: string
  tryButton: string
  tried: (what: string, x: string) => string
  unreadable: (text: string) => string
  title: (goal: string, rows: string) => string
}

type DaysWords = {
  to: string
  known: string
  show: string
  before: (day: string) => string
  after: (day: string) => string
  notADay: (text: string) => string
  tooEarly: (day: string, first: string) => string
}

/** What the page of a statement says beyond the statement's own words. */
type StatementPageWords = {
  payer: string
  payee: string
  whoPays: string
  known: string
  versions: string
  perLine: string
  openWhy: (label: string, amount: string) => string
  closeWhy: (label: string) => string
  about: (name: string) => string
  wholeWhy: (name: string) => string
  showAll: (count: string) => string
  whoAndWhat: string
  ground: string
  results: (count: string, isOne: boolean) => string
  nextDue: (day: string) => string
  onDay: (day: string) => string
  agreements: string
  readingShown: (number: number) => string
  nothing: string
  whatChanged: string
  faults: (count: string, isOne: boolean) => string
}

type DifferencesWords = {
  lead: (from: string, to: string) => string
  from: string
  to: string
  oneVersion: string
  versions: (before: string, after: string, from: string) => string
  gone: string
  come: string
}

type WhyWords = {
  statement: (day: string) => string
  lead: (unit: string, day: string) => string
  earned: string
  beforePaid: string
  others: string
}

type TermsPageWords = {
  title: string
  lead: string
  problems: (count: number) => string
  noProblems: string
  notices: string
  amendment: (file: string) => string
  atLine: (line: number) => string
  inForce: (day: string) => string
  /** What the button that copies says, and for a moment after: `Copy|Copied`. */
  copy: string
  severity: Record<'wrong' | 'unsettled' | 'notice', string>
}

type FaultWords = {
  notFoundTitle: string
  notFound: string
  noContract: (name: string) => string
  brokenTitle: string
  broken: string
  wrongTitle: string
  wrong: string
  tooLargeTitle: string
  /** In megabytes. */
  tooLarge: (most: string) => string
  elsewhereTitle: string
  elsewhere: string
  cannotOpen: (reason: string) => string
  back: string
}
