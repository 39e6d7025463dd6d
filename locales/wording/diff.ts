/** What each language says of what differs between two statements, or two sets of terms. */
export type DiffWords = {
  statements: (before: string, after: string) => string
  terms: (before: string, after: string) => string
  columns: {
    clause: string
    payment: string
    before: string
    after: string
    difference: string
    total: string
    who: string
    day: string
  }
  afterLimits: string
  payable: string
  missing: string
  people: string
  samePeople: string
  more: (count: number) => string
  sameStatement: string
  sameTerms: string
  clauses: string
  money: string
  sameMoney: string
  noMoney: string
  unlike: (a: string, b: string) => string
  notAStatement: (path: string) => string
  unlikeCurrency: (a: string, b: string) => string
  unknownVersion: (name: string, path: string, known: string) => string
  unsettled: string
}
