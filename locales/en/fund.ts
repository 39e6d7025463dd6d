/** A fund, in English. */
import { sentence } from '../numbers.ts'
import { type FundWords } from '../wording/fund.ts'
import { inHowMany } from './uncertainty.ts'

const projects = (count: number): string => (count === 1 ? 'One project is' : `${String(count)} projects are`)

export const fund: FundWords = {
  title: 'Funds',
  asOf: (day, isToCome) => `The fund as of ${day}${isToCome ? ', a day that has not come' : ''}`,
  promised: (promised, committed, projects) =>
    sentence(`${String(projects)} projects have been promised ${promised} of the fund's ${committed}`),
  columns: {
    investor: 'Investor',
    committed: 'Commitment',
    uncalled: 'Not called',
  },
  paidColumns: {
    contracts: { called: 'Paid in', distributed: 'Paid out' },
    plan: { called: 'Calls (plan)', distributed: 'Payouts (plan)' },
    both: { called: 'Paid in/plan', distributed: 'Paid out/plan' },
  },
  underBasis: {
    contracts: (head) => head,
    plan: (head) => `${head} (plan)`,
    both: (head) => `${head} (plan too)`,
  },
  basis: {
    plan: 'All amounts up to that day are those of the plan, and so is what is said of return, guarantee and cap: a plan is no payment, even when its days are over.',
    both: (planned, of) =>
      `${String(planned)} of ${String(of)} projects ${planned === 1 ? 'has' : 'have'} no contract, so that ${planned === 1 ? 'its' : 'their'} amounts are those of the plan, also for the days that are over. The same holds for that part of the fund's figures which follows from them.`,
  },
  knownToday: (names, count) =>
    `${names} ${count === 1 ? 'is' : 'are'} settled by contract with what is known today. What else the ${count === 1 ? 'contract' : 'contracts'} will cost or pay up to that day is not counted, even where the fund has a plan for it.`,
  returns: 'Return',
  together: 'Together',
  togetherBut: (count) =>
    count === 1 ? 'Together, without one project' : `Together, without ${String(count)} projects`,
  forecast: {
    title: 'What may be expected',
    loss: (share, draws) => `The investors get back less than they have paid in ${inHowMany(share, draws)}.`,
    middle: ({ low, middle, high, rate }) =>
      `They get the money back ${middle} times in the middle, ${low} in the worst 10% and ${high} in the best 10%; the middle is ${rate} a year.`,
    rests: ({ rows, marked, together }) =>
      `This rests on the low, likely and high figures of the plans as the fund has written them; ${marked === 0 ? 'none of them is marked as invented or assumed' : `${String(marked)} of ${String(rows)} amounts in the plans are marked as invented or assumed`}. It also rests on the projects ${together === undefined ? 'being independent of each other. If they move together' : `moving together with a rank correlation of ${together}. If they move together more`}, the risk of a great loss is greater than shown; so it is if a project can do worse than the low figure of its plan.`,
    how: ({ draws, seed, together }) =>
      `The fund is drawn ${draws} times with seed “${seed}”. Each project goes well or badly by itself${together === undefined ? ', independent of the others, because the fund says nothing else' : `; between any two projects there is a rank correlation of ${together}`}. What lies before the day stands as the contract or the plan has it.`,
    by: {
      case: (count) =>
        `${projects(count)} drawn by a business case: what comes in varies as the repayment does in the draws of the case, and come on the days on which the draw pays.`,
      ends: (count) =>
        `${projects(count)} drawn between the low and the high end of the plan, by one number for the whole project, most often near the likely.`,
      planned: (count) =>
        `${projects(count)} as planned, because the plan does not say how badly or how well it may go.`,
      past: (count) => `${projects(count)} without anything to come after the day: the plan or the contract is over.`,
    },
    unplanned: (names, count) =>
      `${names} ${count === 1 ? 'has a contract that runs' : 'have contracts that run'} on after the day, but no plan for the time after it. What ${count === 1 ? 'it' : 'they'} may still cost or pay counts as nothing, and that bears on the risk of loss. Write a plan for the ${count === 1 ? 'project' : 'projects'} in fund.yaml if it is to count.`,
    runsTo: (project, day) => `${project} (to ${day})`,
    withoutCase: (project, folder) =>
      `${project} is drawn without its business case: ${folder} is not there, cannot be drawn, or pays nobody back.`,
    guaranteed: ({ share, draws, mean }) =>
      sentence(
        `The guarantor pays ${inHowMany(share, draws)}${share === 0 ? '' : `, on average over all futures ${mean}`}`,
      ),
    aboveCap: ({ share, draws, mean }) =>
      sentence(
        `The cap on return holds something back ${inHowMany(share, draws)}${share === 0 ? '' : `, on average over all futures ${mean}`}`,
      ),
    uncovered: ({ share, draws, mean }) =>
      `At some point the fund has no cover for its outlays ${inHowMany(share, draws)}, on average over all futures for ${mean}; what comes in covers it first.`,
    nothing: 'No plan reaches beyond that day, so nothing is drawn. That does not make the figures certain.',
    earlier: 'Choose an earlier day to see how far from the plan it may go.',
    columns: { loss: 'Risk of loss', multiple: 'Times', rate: 'A year', planned: 'As planned' },
    years: {
      title: 'The money of the investors, added up year by year',
      says: 'Paid out to the investors less what they have paid in. In eight of ten futures the sum is in the light band, in every second one in the dark; the line is the middle.',
    },
    projects: 'The projects one by one',
    barsTitle: 'The spread of how many times the investors get their money back',
  },
  projects: 'Projects',
  projectColumns: {
    project: 'Project',
    place: 'Municipality',
    basis: 'Basis',
  },
  projectPaid: {
    contracts: { putIn: 'Put in', gotBack: 'Received', gain: 'Difference' },
    plan: { putIn: 'Outlay (plan)', gotBack: 'Back (plan)', gain: 'Difference (plan)' },
    both: { putIn: 'Outlay', gotBack: 'Back', gain: 'Difference' },
  },
  projectBasis: { contract: 'contract', plan: 'plan' },
  concentration: 'Concentration',
  concentrationColumns: { share: 'Share', committed: 'Commitment', projects: 'Projects' },
  tags: { municipality: 'Municipality', provider: 'Provider', area: 'Area' },
  firstLoss: (names, count) =>
    `First loss: ${names} ${count === 1 ? 'gets' : 'get'} nothing back until the others have got back what they have paid in${count === 1 ? '' : ', and stand alike among themselves'}.`,
  guarantee: ({ party, of, share, amount, isScaled, isHandedOut }) =>
    `Guarantee: ${party} covers ${share === undefined ? '' : `${share} of `}what ${of ?? 'the investors'} have lost on the fund's last day, at most ${amount}${isScaled ? ' in proportion to how much of their commitment is paid in' : ''}. ${isHandedOut ? 'It is handed out as the other money of the fund.' : 'It is divided by what each has lost.'}`,
  guaranteeDue: (day) => `The guarantee is settled on ${day}.`,
  guaranteed: ({ loss, paid, most, isLost }) =>
    sentence(
      isLost
        ? `The loss was ${loss}, and the guarantor has paid ${paid} of at most ${most}`
        : 'Nothing was lost, so the guarantor has paid nothing',
    ),
  returnCap: ({ rate, isCompound, isPromised, to }) =>
    `Cap on return: the investors together can get at most ${rate} a year at ${isCompound ? 'compound' : 'simple'} interest on the money they have ${isPromised ? 'committed' : 'paid in'}. What is above it ${to === undefined ? 'stays in the fund and is used before anybody is called' : `is paid to ${to}`}.`,
  aboveCap: ({ amount, first, left }) =>
    sentence(
      `The cap has held back ${amount}, first on ${first}, because more would have lifted the return above it${left === undefined ? '' : `; of that the fund holds ${left}`}`,
    ),
  belowCap: 'The return has not reached the cap, so it has held nothing back.',
  investorHeading: (name) => `Money in and out: ${name}`,
  flowColumns: { day: 'Date', what: 'What', amount: 'Amount' },
  reasons: {
    drawdown: () => 'call',
    payment: () => 'payout to the investor',
    guarantee: (guarantor) => `guarantee from ${guarantor}`,
  },
  cash: (amount) => sentence(`The fund holds ${amount}`),
  uncovered: ({ amount, first, left }) =>
    left === undefined
      ? `There was no cover for ${amount}, first on ${first}. What has come in since has covered it before anything was paid out.`
      : `There was no cover for ${amount}, first on ${first}, and ${left} is still not covered. What comes in covers it before anything is paid out.`,
  notWhole: (names, count) =>
    `The figures are not those of the whole fund: ${names} ${count === 1 ? 'is' : 'are'} counted in no sum and no future. Why stands with the ${count === 1 ? 'fault' : 'faults'}.`,
  uncounted: (label) => `${label} (not counted)`,
  invented: (count) => `${String(count)} facts about the fund are invented; they are marked in fund.yaml.`,
  on: 'The fund on',
  show: 'Show',
  noFund: (path) => `fund.yaml in ${path} cannot be read. The problems stand below.`,
}
