/** A fund, in English. */
import { sentence } from '../numbers.ts'
import { type FundWords } from '../wording/fund.ts'

export const fund: FundWords = {
  title: 'Funds',
  asOf: (day) => `The fund as of ${day}`,
  promised: (promised, committed, projects) =>
    sentence(`${String(projects)} projects have been promised ${promised} of the fund's ${committed}`),
  columns: {
    investor: 'Investor',
    committed: 'Commitment',
    called: 'Paid in',
    distributed: 'Paid out',
    uncalled: 'Not called',
    multiple: 'Multiple',
    expected: 'Expected return a year',
  },
  together: 'Together',
  ends: { low: 'All at the low end', planned: 'As planned', high: 'All at the high end' },
  projects: 'Projects',
  projectColumns: {
    project: 'Project',
    place: 'Municipality',
    committed: 'Commitment',
    putIn: 'Paid out',
    gotBack: 'Received',
    gain: 'Difference',
  },
  concentration: 'Concentration',
  concentrationColumns: { share: 'Share', committed: 'Commitment', projects: 'Projects' },
  tags: { municipality: 'Municipality', provider: 'Provider', area: 'Area' },
  investorHeading: (name) => `Money in and out: ${name}`,
  flowColumns: { day: 'Date', what: 'What', amount: 'Amount' },
  call: 'called',
  distribution: 'paid out to the investor',
  cash: (amount) => sentence(`The fund holds ${amount}`),
  shortfall: (amount) => sentence(`There is no cover for ${amount}`),
  missing: (project, contract) => `${project} is not counted: there is no such investor in ${contract}.`,
  invented: (count) => `${String(count)} facts about the fund are invented; they are marked in fund.yaml.`,
  on: 'The fund on',
  show: 'Show',
  noFund: (path) => `fund.yaml in ${path} cannot be read. The problems stand below.`,
}
