/** The page of a simulation in English. */
import { type SimulateWords } from '../wording/simulate.ts'

export const simulate: SimulateWords = {
  basis: ({ draws, seed, scenario }) => `${draws} draws with seed “${seed}”. ${scenario}.`,
  ways: {
    byLife: 'Payments follow the terms of the contract: each different course is settled once and added up.',
    whole: (why) =>
      `Payments follow the terms of the contract, settled for everybody in each draw, because ${why.join(', ')}.`,
    byModel:
      'Payments follow the model of the case itself, since it does not say how its people show in a contract (in-contract).',
    nobody: 'Nobody pays by results: the effort is kept with own money.',
  },
  ties: {
    'group-goal': 'a goal is that of a whole group',
    'looks-at-others': 'a rule looks at others than the person',
    'told-of-agreement': 'figures or events of the agreement are drawn with it',
    'limit-of-everybody': 'a limit looks at everybody at once',
    'limit-order': 'a limit on one person comes after one on the sum',
    kept: 'what is paid too much and kept uses up a cap',
    floors: 'there are several floors',
    'return-cap': 'the return is capped',
    payers: 'payers take turns, or each pays for a group',
    rounding: 'the sum is rounded',
  },
  doubtful: (count) =>
    `${count === 1 ? 'One figure of the case is' : `${count} figures of the case are`} invented, supposed or not verified.`,
  headline: ({ chance, amount, error }) =>
    `In ${chance} of the draws the municipality has more money than without the effort; ${amount} (± ${error}) in the mean, at present value.`,
  heads: {
    owners: 'Present value for each budget owner',
    investor: 'The investor',
    years: "The municipality's budget, added up year by year",
    estimates: 'What the result depends on, and what is worth finding out',
  },
  columns: {
    owner: 'budget owner',
    mean: 'mean',
    error: '±',
    low: '10%',
    middle: '50%',
    high: '90%',
    gain: 'gain',
    year: 'year',
    estimate: 'estimate',
    atLow: 'low',
    atHigh: 'high',
    worthKnowing: 'worth knowing',
    costs: 'costs',
    left: 'left',
  },
  investor: {
    loss: (chance, error) => `Loses money in ${chance} (± ${error}) of the draws.`,
    rate: (low, middle, high) =>
      `Yearly rate: ${low} in the worst 10%, ${middle} in the middle, ${high} in the best 10%.`,
    withoutRate: (share) => `In ${share} there is no rate, or several.`,
    flows: (putIn, cameBack) => `Puts in ${putIn} in the mean and gets ${cameBack} back.`,
  },
  knowing: (all) =>
    `“Low” and “high” are the municipality's mean at 10 and 90% of the estimate. “Worth knowing” is what it would save the municipality in the mean to know the estimate before it says yes or no; to know everything would be worth ${all}.`,
  progress: 'Drawing',
  stopped: 'The simulation was stopped.',
  written: (path) => `Written: ${path}`,
  bands: (title) => `${title}: the municipality's budget added up, with 80 and 50% of the draws around the middle`,
}
