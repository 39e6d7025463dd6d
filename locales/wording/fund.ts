/** What each language says of a fund. */
import { type FundTag } from '../../src/core/investment/index.ts'

export type FundWords = {
  title: string
  asOf: (day: string) => string
  promised: (promised: string, committed: string, projects: number) => string
  columns: {
    investor: string
    committed: string
    called: string
    distributed: string
    uncalled: string
    multiple: string
    expected: string
  }
  together: string
  /** Every project at the low end, as planned, and at the high end. */
  ends: { low: string; planned: string; high: string }
  projects: string
  projectColumns: { project: string; place: string; committed: string; putIn: string; gotBack: string; gain: string }
  concentration: string
  concentrationColumns: { share: string; committed: string; projects: string }
  tags: Record<FundTag, string>
  investorHeading: (name: string) => string
  flowColumns: { day: string; what: string; amount: string }
  call: string
  distribution: string
  cash: (amount: string) => string
  shortfall: (amount: string) => string
  missing: (project: string, contract: string) => string
  invented: (count: number) => string
  on: string
  show: string
  noFund: (path: string) => string
}
