/** What each language says on the pages of business cases, around what `case.ts` says of a case. */

export type CasePageWords = {
  cases: string
  /** On the front page, and above the list. */
  seeCases: string
  lead: string
  tabs: Record<'case' | 'followed' | 'workshop' | 'calculation' | 'uncertainty', string>
  pagesOfCase: string
  newCase: string
  compareTwo: string
  columns: { title: string; strokes: string; invested: string; saved: string; basis: string }
  strokesSay: string
  key: { thin: string; thick: string; dots: string }
  people: (count: string, label: string) => string
  years: (from: number, through: number) => string
  gains: (amount: string) => string
  lacks: (amount: string) => string
  home: (year: string) => string
  notHome: string
  invented: (count: number) => string
  noInvented: string
  wrong: (count: number) => string
  open: (count: number) => string
  wrongTitle: string
  wrongSays: string
  noCase: (name: string) => string
  /** Above the scenario links and those of the law. */
  scenario: string
  law: string
  lawCalendar: string
  lawShow: string
  lawLabel: string
  lawSuggestion: (day: string, label: string) => string
  lawBefore: (day: string) => string
  lawCannot: (day: string) => string
  lawSame: string
  lawDiffers: (more: boolean, amount: string) => string
  total: { gains: string; lacks: string }
  /** The answer first: who pays, who gains, when, and what must be true. */
  answers: {
    pays: string
    repays: string
    gains: string
    loses: string
    when: string
    mustBe: string
    none: string
    /** The month, where it is not before the first. */
    deepest: (amount: string, month: string | undefined) => string
    home: (year: string) => string
    homeOnlyWithoutInterest: (year: string, years: number) => string
    never: string
  }
  overYears: (years: number) => string
  restsOn: (count: number, names: string) => string
  /** The figures by which people are drawn and shown to a contract. */
  drawnForContract: string
  restsOnMore: (count: number) => string
  restsOnNone: string
  seeDoubts: string
  thousands: (currency: string) => string
  asTable: string
  owners: {
    head: string
    says: string
    cost: string
    repayment: string
    savingGross: string
    refund: string
    net: string
    presentValue: string
    freed: string
    citizen: string
    apart: string
  }
  flow: {
    title: string
    putsIn: string
    effort: string
    repayment: string
    saves: string
    apart: string
    notBudget: string
    repays: string
    receives: string
    from: string
    to: string
    amount: string
    freedOf: (owner: string) => string
  }
  yearsFigure: {
    title: string
    home: (year: string) => string
    deepest: (amount: string) => string
    end: string
    each: string
  }
  ceiling: { says: (inside: string, outside: string) => string }
  tornado: { title: string; at: (amount: string, value: string) => string; base: string; others: string }
  alternatives: {
    rows: Record<'presentValue' | 'withoutEffect' | 'deepest' | 'home' | 'putIn' | 'paidBack' | 'price', string>
    priceSays: string
    chosen: string
  }
  followedNone: string
  steps: {
    head: string
    lead: string
    titles: readonly string[]
    by: (name: string, day: string) => string
    bySomebody: (name: string) => string
    nobody: string
    /** After who signed and when, on paper too: a sign-off that was taken back. */
    withdrawn: (name: string, day: string) => string
    /** After who signed and when: the step is another now, or it was not written down what it was. */
    changed: string
    ofUnknown: string
    note: string
    rests: (count: number) => string
    solid: string
    counts: (referred: string, succeeded: string, anyway: string) => string
    priceOf: (price: string, year: string, source: string) => string
    ownPrice: string
    all: string
    left: (count: number) => string
  }
  doubts: {
    what: string
    worth: string
    reason: string
    line: string
    lead: (count: number) => string
    derived: (count: number) => string
    none: string
  }
  sources: string
  calculation: {
    title: string
    lead: string
    /** What the other scenario counts and this one does not. */
    notCounted: (labels: string) => string
    sources: string
    allSources: string
    unsourced: string
    /** Before the names of the figures of one grade. */
    unsourcedOf: (grade: string, count: number) => string
    whole: string
  }
  compare: {
    title: string
    lead: string
    a: string
    b: string
    show: string
    none: string
    what: string
    differences: string
    rows: Readonly<Record<string, string>>
  }
}
