/** A fund, in English. */
import { sentence } from '../numbers.ts'
import { type FundWords } from '../wording/fund.ts'
import { inHowMany } from './uncertainty.ts'

const projects = (count: number): string => (count === 1 ? 'One project is' : `${String(count)} projects are`)

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
  },
  returns: 'Return',
  together: 'Together',
  togetherBut: (count) =>
    count === 1 ? 'Together, without one project' : `Together, without ${String(count)} projects`,
  forecast: {
    title: 'What may be expected',
    loss: (share, draws) => `The investors get back less than they have paid in ${inHowMany(share, draws)}.`,
    middle: ({ low, middle, high, rate }) =>
      `They get the money back ${middle} times in the middle, ${low} in the worst 10% and ${high} in the best 10%; the middle is ${rate} a year.`,
    how: ({ draws, seed, together }) =>
      `The fund is drawn ${draws} times with seed “${seed}”. Each project goes well or badly by itself${together === undefined ? ', independent of the others, because the fund says nothing else' : `; between any two projects there is a rank correlation of ${together}`}. What has happened stands.`,
    by: {
      case: (count) =>
        `${projects(count)} drawn by a business case: receipts vary as the repayment does in the draws of the case, and come on the days on which the draw pays.`,
      ends: (count) =>
        `${projects(count)} drawn between the low and the high end of the plan, by one number for the whole project, most often near the likely.`,
      planned: (count) =>
        `${projects(count)} as planned, because the plan does not say how badly or how well it may go.`,
      past: (count) => `${projects(count)} without anything due after the day.`,
    },
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
    nothing:
      'All of the plans lies before that day, so nothing is unknown. Choose an earlier day to see what may be expected.',
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
    committed: 'Commitment',
    putIn: 'Put in',
    gotBack: 'Received',
    gain: 'Difference',
  },
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
    drawdown: () => 'called',
    payment: () => 'paid out to the investor',
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
