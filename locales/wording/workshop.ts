/** What each language says in the workshop, where a business case is written. */

export type WorkshopWords = {
  title: string
  lead: string
  compute: string
  undo: string
  redo: string
  save: string
  open: string
  scenario: string
  /** By `parent.key` or `key`: what a field is called. */
  fields: Readonly<Record<string, string>>
  /** Of choices that no question asks for. */
  answers: Readonly<Record<string, string>>
  units: Readonly<Record<string, string>>
  basis: string
  finance: string
  followed: string
  add: {
    group: string
    cost: string
    consequence: string
    estimate: string
    department: string
    name: string
    as: string
    ways: Readonly<Record<string, string>>
    button: string
    field: string
    choose: string
    row: string
    owner: string
    /** Other owners than those asked about, or several, each with a share. */
    shares: string
  }
  remove: (what: string) => string
  source: string
  grade: string
  reason: string
  noGrade: string
  write: string
  danish: string
  english: string
  /** Of what was typed in a field and cannot be read, or in two ways; each says what can be written. */
  unread: Record<'twoWays' | 'money' | 'share' | 'month' | 'day' | 'number', (typed: string) => string> & {
    orEstimate: string
  }
  search: {
    open: string
    label: string
    button: string
    use: (label: string) => string
    found: (count: number) => string
    /** Of more than are shown at once, and the rest to be opened. */
    foundFirst: (count: number, shown: number) => string
    others: (count: number) => string
    none: string
    chosen: string
    from: (source: string, day: string) => string
  }
  slider: (end: string, label: string) => string
  result: string
  /** What stops the case: so many questions and empty fields, and so many faults. */
  notYet: (questions: number, faults: number) => string
  stops: {
    /** The summary of the list of all that is only still to be said. */
    open: (count: number) => string
    /** Only the other scenario is stopped. */
    otherScenario: string
    line: (file: string, line: number) => string
  }
  toFirst: string
  lastGood: string
  fault: string
  openFaults: (count: number) => string
  sign: {
    by: string
    on: string
    noteDa: string
    noteEn: string
    button: string
    done: (name: string, day: string) => string
    /** After who signed and when: who took it back. And what is asked of whoever does. */
    withdrawn: (name: string, day: string) => string
    withdraw: string
    why: string
    missingOfWithdrawal: Readonly<Record<string, string>>
    /** After who signed and when, of a step that is another now. */
    changed: string
    /** Of a sign-off that does not say what the step was then. */
    ofUnknown: string
    /** By the field that nothing stands in. */
    missing: Readonly<Record<string, string>>
  }
  asText: string
  asTextSays: string
  onward: {
    title: string
    workbook: string
    resultPage: string
    template: string
    back: string
    draft: string
    notSaved: string
    says: string
    notYet: string
    /** Where the saved file goes, by the name of its folder. */
    place: (name: string) => string
    opened: (name: string) => string
    notOpened: (name: string) => string
    openedFaults: (name: string, count: number) => string
    pricesStay: (sheets: readonly string[]) => string
    /** In megabytes. */
    tooLarge: (most: string) => string
    notText: string
    notRead: string
  }
  kept: string
  /** Which draft this is, and what becomes of the others. */
  drafts: {
    restored: string
    beginEmpty: string
    beginSaved: string
    aside: string
    fetch: string
    discard: string
    sure: string
    discardIt: string
    keepIt: string
    otherTab: string
    takeOther: string
    keepOwn: string
  }
  broken: string
}
