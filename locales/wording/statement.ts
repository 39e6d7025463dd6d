/** What each language says in a statement. Amounts, dates and names come in as finished text. */
import { type UnpaidResult } from '../../src/core/settlement/index.ts'
import { type LimitWay } from '../../src/core/terms/index.ts'

export type UnpaidKind = UnpaidResult['kind']

export type StatementWords = {
  title: string
  agreements: (count: number) => string
  /** Of one agreement of several. */
  ofAgreement: (name: string) => string
  asOf: (to: string, knownAt: string, isSameDay: boolean) => string
  versions: (names: readonly string[]) => string
  payable: string
  earnedAndPaid: (earned: string, paidBefore: string | undefined) => string
  columns: {
    clause: string
    payment: string
    earned: string
    withheld: string
    /** In place of it, where limits only added, or both added and took; then what was added is above nothing. */
    raised: string
    changed: string
    paidBefore: string
    payable: string
    agreement: string
    total: string
  }
  clause: (number: string) => string
  /** What is reached, can still be, and no longer can; the last two only where there is any. */
  strokes: (reached: string, open: string | undefined, lost: string | undefined) => string
  withoutMost: string
  /** What is open is counted before limits. */
  openBeforeLimits: string
  /** Of what is open, what caps leave, one cap or several. */
  openUnderCaps: (open: string, left: string, caps: number) => string
  pays: (payer: string, payee: string, amount: string) => string
  paysBack: (payer: string, payee: string, amount: string) => string
  paysNothing: (payer: string, payee: string) => string
  earlier: (name: string, to: string, amount: string) => string
  limits: string
  limitName: Record<LimitWay, string>
  limitCut: (kind: LimitWay, clause: string, amount: string) => string
  limitWaits: (kind: LimitWay, clause: string, amount: string) => string
  limitRaised: (kind: LimitWay, clause: string, amount: string) => string
  limitIdle: (kind: LimitWay, clause: string) => string
  unplaced: (amount: string) => string
  heldByReturnCap: (amount: string) => string
  /** A limit, or a payer's own, that what is kept has used up. */
  keptRoom: (room: {
    clause: string
    payer: string | undefined
    bound: string
    paid: string
    held: string | undefined
    more: string | undefined
  }) => string
  /** What is kept, and the clauses of the limits it does not count in. */
  kept: (amount: string, uncounted: readonly string[]) => string
  carriedOver: (amount: string) => string
  notPaid: string
  nothingYet: string
  everythingPaid: string
  notPaidSentence: (
    amounts: Record<'judged' | 'measured' | 'held' | 'waiting' | 'foregone', string | undefined>,
  ) => string
  kinds: Record<UnpaidKind, string>
  notPaidColumns: { kind: string; goal: string; results: string; who: string; amount: string }
  moreWho: (names: string, more: number) => string
  noMost: string
  tallyHead: string
  tally: (counts: {
    read: string
    used: string
    superseded: string
    refused: string
    later: string | undefined
    notNeeded: string | undefined
  }) => string
  peopleTally: (counts: { read: string; used: string; toldTwice: string; refused: string }) => string
  redo: (checksum: string) => string
  cannotSign: string
  cannotSignWhy: (questions: number, differs: boolean) => string
  readingColumns: { number: string; payable: string; answers: string }
  sameAnyway: string
  questionOf: (question: string, place: string) => string
  seeReading: string
  /** How many problems a settlement found, and the command that shows them. */
  problems: (count: { wrong: number; open: number; notices: number }, see: string) => string
  /** What is to be mended and answered before anything may be paid; `see` as above, missing where a page links to it. */
  notPayable: (count: { wrong: number; open: number }, see: string | undefined) => string
  /** In place of earnedAndPaid, where an earlier statement cannot be read. */
  paidBeforeUnknown: (earned: string) => string
  moreAgreements: (count: number) => string
  issued: (name: string, path: string) => string
}
