/** What each language says of a fund. */
import { type FundBasis, type FundFlow, type FundTag } from '../../src/core/investment/index.ts'

export type FundWords = {
  title: string
  /** The day of the account, and whether it is still to come. */
  asOf: (day: string, isToCome: boolean) => string
  promised: (promised: string, committed: string, projects: number) => string
  columns: {
    investor: string
    committed: string
    uncalled: string
  }
  /** Heads of what the investors have paid in and got: what is only planned is not called paid. */
  paidColumns: Record<FundBasis, { called: string; distributed: string }>
  /** A head of what follows from both, such as a return. */
  underBasis: Record<FundBasis, (head: string) => string>
  /** What the amounts rest on; nothing needs to be said where all are a contract's. */
  basis: { plan: string; both: (planned: number, of: number) => string }
  /** Of a day to come: the projects whose contracts are settled by what is known today. */
  knownToday: (names: string, count: number) => string
  /** What the investors have got beyond what they have paid in. */
  returns: string
  together: string
  /** Of a sum that lacks some projects. */
  togetherBut: (count: number) => string
  /** What may be expected, drawn. */
  forecast: {
    title: string
    loss: (share: number, draws: number) => string
    middle: (facts: { low: string; middle: string; high: string; rate: string }) => string
    /** What the chance of loss rests on; `marked` of all `rows` of the plans are marked as invented or assumed. */
    rests: (facts: { rows: number; marked: number; together: string | undefined }) => string
    /** How it is drawn: so many projects in each way, and how they move together. */
    how: (facts: { draws: string; seed: string; together: string | undefined }) => string
    by: Record<'case' | 'ends' | 'planned' | 'past', (count: number) => string>
    /** Contracts that run on after the day without a plan, each with its last day. */
    unplanned: (names: string, count: number) => string
    runsTo: (project: string, day: string) => string
    withoutCase: (project: string, folder: string) => string
    /** In how many draws, and how much on average over all of them. */
    guaranteed: (facts: { share: number; draws: number; mean: string }) => string
    aboveCap: (facts: { share: number; draws: number; mean: string }) => string
    uncovered: (facts: { share: number; draws: number; mean: string }) => string
    /** Where nothing is drawn, and what else to do where there are plans. */
    nothing: string
    earlier: string
    columns: { loss: string; multiple: string; rate: string; planned: string }
    years: { title: string; says: string }
    projects: string
    barsTitle: string
  }
  projects: string
  projectColumns: { project: string; place: string; basis: string }
  projectPaid: Record<FundBasis, { putIn: string; gotBack: string; gain: string }>
  projectBasis: { contract: string; plan: string }
  concentration: string
  concentrationColumns: { share: string; committed: string; projects: string }
  tags: Record<FundTag, string>
  /** Who bears the first loss; `count` says how many they are. */
  firstLoss: (names: string, count: number) => string
  /** Whose loss is covered, and how; the names of all investors need not be told. */
  guarantee: (facts: {
    party: string
    of: string | undefined
    share: string | undefined
    amount: string
    isScaled: boolean
    isHandedOut: boolean
  }) => string
  guaranteeDue: (day: string) => string
  guaranteed: (facts: { loss: string; paid: string; most: string; isLost: boolean }) => string
  returnCap: (facts: {
    rate: string
    isCompound: boolean
    isPromised: boolean
    /** Who gets what is above it; nobody where it is recycled. */
    to: string | undefined
  }) => string
  aboveCap: (facts: { amount: string; first: string; left: string | undefined }) => string
  belowCap: string
  investorHeading: (name: string) => string
  flowColumns: { day: string; what: string; amount: string }
  reasons: Record<FundFlow['reason'], (guarantor: string) => string>
  cash: (amount: string) => string
  /** What nobody could cover when it was due, the first day of it, and what is still not covered; nothing where all of it is by now. */
  uncovered: (facts: { amount: string; first: string; left: string | undefined }) => string
  /** Which projects are in no sum, and of one how its row is called. */
  notWhole: (names: string, count: number) => string
  uncounted: (label: string) => string
  invented: (count: number) => string
  on: string
  show: string
  noFund: (path: string) => string
}
