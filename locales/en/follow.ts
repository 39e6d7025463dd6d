/** A business case that is followed, in English. */
import { type FollowWords } from '../wording/follow.ts'

export const follow: FollowWords = {
  basis: ({ day, scenario, contract, year }) =>
    `Seen through ${day}. ${scenario}. The case is followed by the facts of “${contract}”. Fixed prices of ${year}, without interest.`,
  laterAsked: (asked, through) =>
    `${asked} was asked for, but the facts say nothing after ${through}. What nobody has recorded since cannot be told from what did not happen.`,
  monthEnd: (asked, day) => `Whole months are reckoned: ${asked} is shown as ${day}.`,
  headline: (now) => `The municipality is now expected to end with ${now}, without interest.`,
  changed: ({ before, isMore, difference }) =>
    `When the case was made, ${before} was expected; that is ${difference} ${isMore ? 'more' : 'less'}.`,
  broken: (count, of) =>
    count === 0
      ? `None of the ${String(of)} assumptions that can be judged is broken.`
      : count === 1
        ? `One of ${String(of)} assumptions that can be judged is broken.`
        : `${String(count)} of ${String(of)} assumptions that can be judged are broken.`,
  worst: ({ assumption, since, amount, isLoss }) =>
    `“${assumption}” matters most, broken since ${since}: it alone gives the municipality ${amount} ${isLoss ? 'less' : 'more'}.`,
  tooEarly: (count) => (count === 1 ? 'Of one it is too early to say.' : `Of ${String(count)} it is too early to say.`),
  states: {
    'no-contract': 'The case has no contract whose facts it could be followed by.',
    'not-linked': 'The case does not say how it is tied to a contract, so it cannot be followed yet.',
    'no-facts': 'There are no facts about anybody in the contract yet. Until then the case stands as it is.',
    'not-begun': (starts, day) => `The case begins in ${starts}. On ${day} there was no whole month to look back on.`,
  },
  howToLink:
    'Write in case.yaml under in-contract: followed who in the contract each group is, and which goal is the success of the case.',
  heads: {
    stands: 'Expected, reached and expected now',
    figure: 'Expected then, reached and expected now',
    assumptions: 'The assumptions, and what was seen',
    costs: 'What it means in money',
    years: 'Year by year',
    rules: 'How it is reckoned',
  },
  stands: {
    referred: 'Referred',
    started: 'Started',
    succeeded: 'Reached the goal',
    paid: 'Repaid',
    net: 'Gain of the municipality',
  },
  standColumns: {
    before: 'Expected then',
    byNow: 'Expected by now',
    reached: 'Reached',
    now: 'Expected now',
    nowAsSeen: 'As so far',
  },
  assumptions: {
    referred: 'Referred by now',
    'not-started': 'Never start',
    wait: 'Wait until the start',
    dropout: 'Dropout',
    'dropout-month': 'Time until dropout',
    length: 'Length of the course',
    success: 'Reach the goal',
    'success-month': 'Time until the result',
    payments: 'Repaid by now',
  },
  used: (service) => `${service}, used by each so far`,
  lasted: (change) => `${change}, lasted for each so far`,
  successSoFar: 'Reached the goal by now',
  assumptionColumns: {
    what: 'What',
    assumption: 'Assumption',
    assumed: 'Assumed',
    seen: 'Seen',
    interval: '95 %',
    verdict: 'Verdict',
  },
  verdicts: {
    holds: 'holds',
    'too-early': 'too early to say',
    broke: 'broken',
    unjudged: 'not judged',
    unseen: 'not recorded',
  },
  brokeSince: (day) => `broken since ${day}`,
  months: (number) => `${number} mo.`,
  units: (number, unit) => `${number} ${{ day: 'days', week: 'weeks', month: 'mo.', year: 'years' }[unit]}`,
  inThousands: (name, currency) => `${name}, ${currency} 1,000`,
  seenOf: (count, of) => `${count} of ${of}`,
  nobody: 'nobody yet',
  interval: (low, high) => `${low} – ${high}`,
  all: 'Everybody',
  together: 'What they do to each other',
  difference: 'Expected now less expected then',
  notFollowed: (groups) => `Not followed, and reckoned as assumed: ${groups.join(', ')}.`,
  unseen: {
    use: (names) =>
      `Reckoned as assumed, since the case does not say which fact of the contract shows the use: ${names.join(', ')}.`,
    change: (names) =>
      `Reckoned as assumed, since the case does not say which fact of the contract shows how long the change lasts: ${names.join(', ')}.`,
    amounts: (names) =>
      `Reckoned as assumed, since it is an amount year by year, and the facts show time and no amounts: ${names.join(', ')}.`,
    unit: (names) =>
      `Reckoned as assumed, since it is not used in time, which is what the facts show: ${names.join(', ')}.`,
    group: (names) => `Reckoned as assumed, since none of the groups it is of are followed: ${names.join(', ')}.`,
  },
  unpaid: 'The contract pays nobody, so the repayment is what the model of the case gives for the results reached.',
  unmeasured: (count) => `${count} unmeasured although the day has passed. Unmeasured is neither reached nor missed.`,
  leftOut: (count) => `${count} left out by the contract and judged by nobody.`,
  unplaced: (count) => `${count} in the contract belong to none of the groups that are followed.`,
  costsSays:
    'Each line is how the result of the case changes when that assumption alone is replaced by what was seen. Plus is better, minus is worse. The lines and what they do to each other make the whole difference.',
  rules: [
    'Expected now is what was seen, month by month, and for the rest the assumptions of the case. Who has a result keeps it; an open or unmeasured result follows the assumption. Those who did not come are not made up for later.',
    'Those to come follow the assumption and not what was seen so far, because a few early results say little about the late ones. “As so far” shows what it will be if they fare as the others have.',
    'An assumption is broken when it lies outside an interval of at least 95 % around what was seen (shares: Clopper and Pearson 1934; counts: Garwood 1936; use and how long a change lasts: Hoeffding 1963; the middle length: Thompson 1936), and since the first month from which it has lain there without a break. It is too early to say as long as nothing that could have been seen would have broken it.',
    'Dropouts and results are judged only of those where both outcomes have had the time to happen. In the money everybody counts.',
    'An amount is no sample: the repayment holds when it is what the model of the case gives for the results reached.',
    'Lengths and the time until dropout and result are the middle one of those seen; it takes at least six. A result that is looked at on one day only has the month of the day, and its time is not judged. Where it is looked at in certain months, what is assumed is the month in which it would be seen.',
    'Where the case says which fact shows the use of a service, it is the days, weeks or months seen after the result. A few with long stays move the mean far, so it takes many before anything is broken. The use without the effort nobody can see; it is as assumed.',
    'Where the case says which fact shows whether a change lasts, it is the months after the result in which it was seen, beside those the case expects by its yearly loss. The amount a year, and what would have been without the effort, nobody can see; they are as assumed.',
    'The other savings are those the case has for each result. Nobody has seen them in the accounts yet.',
  ],
  small:
    'The figures are counts, also where they are small, and for the municipality’s own use. No person can be seen.',
  figures: {
    net: 'Gain of the municipality, added up month by month',
    paid: 'Repayment, added up month by month',
    results: 'Reached the goal, added up month by month',
  },
  strokes: { before: 'expected then', reached: 'reached', now: 'expected now' },
  wrong: (path) => `“${path}” cannot be followed until it is mended.`,
  title: 'The case followed',
  day: 'Through',
  show: 'Show',
  seeCase: 'The case as it was made',
}
