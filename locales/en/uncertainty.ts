/** The uncertainty of a case, in English. */
import { numberText } from '../numbers.ts'
import { type UncertaintyWords } from '../wording/uncertainty.ts'

/** "in 83 of 100 conceivable futures"; none and all are said as they are. */
export function inHowMany(share: number, draws: number): string {
  if (share === 0) return `in none of the ${numberText(draws, 'en')} conceivable futures`
  if (share === 1) return `in all ${numberText(draws, 'en')} conceivable futures`
  if (share < 0.005) return 'in fewer than 1 of 100 conceivable futures'
  if (share > 0.995) return 'in more than 99 of 100 conceivable futures'
  return `in ${String(Math.round(share * 100))} of 100 conceivable futures`
}

export const uncertainty: UncertaintyWords = {
  title: 'Uncertainty',
  see: 'How certain is it? The chance of a gain, the risk of a loss, and which figure is worth measuring',
  basis: ({ draws, seed, scenario }) => `${draws} conceivable futures, drawn with seed “${seed}”. ${scenario}.`,
  gain: (share, draws) => `The municipality has more money than without the effort ${inHowMany(share, draws)}.`,
  loss: (share, draws) => `The investor gets back less than the outlay ${inHowMany(share, draws)}.`,
  once: ({ likely, means, mean, error }) =>
    (likely === undefined ? '' : `Reckoned once with the likely numbers: ${likely}; `) +
    `${likely === undefined ? 'R' : 'r'}eckoned once with the means: ${means}; mean of the futures: ${mean} (± ${error}).`,
  apart: {
    alike: 'The last two are no further apart than chance can set them.',
    difference: ({ all, repaid, rest }) =>
      repaid === undefined
        ? `The difference of the last two is ${all}.`
        : `The difference of the last two is ${all}: ${repaid} in repayment and ${rest} in costs and savings.`,
    limits: {
      cap: 'The repayment has a cap: when it goes well no more than that is paid, but when it goes badly less is, so the mean of the payments is another than the payment at the means.',
      floor:
        'The repayment has a floor: when it goes badly no less than that is paid, but when it goes well more is, so the mean of the payments is another than the payment at the means.',
      both: 'The repayment has a cap and a floor: above the one no more is paid and below the other no less, so the mean of the payments is another than the payment at the means.',
    },
    terms:
      'In the futures the terms of the contract say what is paid; reckoned once, the repayment model of the case itself says it.',
    bounds: ({ capped, raised, repaid, bounds, terms }) => {
      const [cap, floor] = [`cap holds payments back ${capped}`, `floor raises payments ${raised}`]
      const [told, which] =
        raised === undefined
          ? [cap, 'the cap makes']
          : capped === undefined
            ? [floor, 'the floor makes']
            : [`${cap}, and its ${floor}`, 'they make']
      return `The contract’s ${told}: of the ${repaid} in repayment ${which} ${bounds}, and the terms otherwise ${terms}.`
    },
    rest: 'Costs and savings are others in the mean than at the means where an estimate does not work in a straight line: where some of an effect is lost every year, where estimates that go together are multiplied, and where people are whole.',
  },
  multiples: (low, middle, high) =>
    `The money comes back ${low} times in the worst 10%, ${middle} in the middle and ${high} in the best 10%.`,
  mean: ({ amount, error, isGain }) =>
    `On average it ${isGain ? 'has' : 'lacks'} ${amount} in present value; the average is known to within ± ${error}.`,
  seed: 'Seed',
  draws: 'Draws',
  show: 'Compute',
  drawsFault: (found, least, most) => `“${found}” cannot be used: write a number of futures from ${least} to ${most}.`,
  seedFault: (most) => `A seed has at most ${String(most)} characters.`,
  working: (percent, draws) =>
    `Computing: ${percent} of the ${draws} futures have been drawn. The page fetches the result by itself.`,
  waiting: (before) =>
    before === 0
      ? 'Waiting for its turn. The page fetches the result by itself.'
      : `Waiting for its turn; ${String(before)} are ahead. The page fetches the result by itself.`,
  crowded: 'Too many are computing just now. Try again in a moment.',
  failed: 'The computation did not finish. Try again; if it happens again, it can be done on the command line.',
  changed: 'The case was changed while it was being computed. Try again.',
  again: 'Look again',
  workingLabel: 'How far the computation is',
  ownersSay:
    'Present value. “10%” is what every tenth future is worse than; “90%” what every tenth is better than. Gain is the chance of more money than without the effort.',
  investor: {
    title: 'The investor',
    spread: 'What comes back, in the worst futures and in the best',
    multiple: 'times the money',
    rate: 'rate a year',
    level: 'so many futures are worse',
    bars: (most) =>
      `Each bar is the futures that give so many times the money back; the tallest is ${most} of the futures. The dark ones are losses.`,
    barsTitle: (loss) =>
      `The spread of how many times the investor gets the money back; a loss in ${loss} of the futures.`,
    backAt: 'money back',
  },
  years: {
    says: 'The budget of the municipality, added up year by year. In eight of ten futures the sum is in the light band, in every second one in the dark; the line is the middle.',
    ends: 'The figures at the right are the sum of the last year.',
    title: 'The budget of the municipality, added up',
  },
  tornado: {
    title: 'What the result depends on',
    says: 'The average result of the municipality in the futures where the estimate is low (10%), and where it is high (90%).',
    base: 'average',
    others: (count) => `${String(count)} other estimates move the result less.`,
  },
  knowing: {
    title: 'Which figure is worth measuring?',
    says: 'What it would be worth to the municipality on average to know the figure before it says yes or no to the effort.',
    best: ({ label, worth, error, cost, left }) =>
      `It is most worth measuring “${label}”: to know it before saying yes or no is worth ${worth} on average (± ${error}).` +
      (cost === undefined
        ? ' The case does not say what finding out costs; if it costs less, it pays.'
        : ` Finding out costs ${cost}, so ${left ?? ''} is left.`),
    notWorth: ({ label, worth, cost, lost }) =>
      `No figure is worth measuring at the price the case names. The nearest is “${label}”, which is worth ${worth} to know and costs ${cost}: ${lost} too much.`,
    nothing:
      'No single figure is worth measuring before saying yes or no: the decision would be the same whatever it turned out to be.',
    costUnknown: 'not said',
    all: (amount) => `To know everything beforehand would be worth ${amount}.`,
    columns: { estimate: 'estimate', worth: 'worth knowing', error: '±', cost: 'costs', left: 'left' },
  },
  files: {
    title: 'Check it yourself',
    says: 'The same seed gives the same futures, on any machine.',
    draws: 'Every draw as CSV: each estimate, and what came of it',
    facts: 'the first 100 draws as the contract’s own files, to be settled (ZIP)',
    noFacts:
      'The futures cannot be fetched as the files of a contract, because no contract looks at the people of this case.',
    command: 'On the command line:',
    sameSeed: 'Another seed shows how much the figures move by chance alone.',
  },
  workshop: {
    withoutScript:
      'The chance and the bands of the draft are computed in the browser and need script. Of the case as it is saved they stand under Uncertainty.',
    drawing: (percent) => `Drawing from the draft: ${percent}`,
    renewing: 'The draft has changed; new draws are being made.',
    none: 'The draft cannot be drawn yet.',
    basis: (draws, seed) => `${draws} futures, drawn here in the browser with seed “${seed}”.`,
    byModel:
      'Payments here follow the repayment model of the case itself. With the terms of the contract they are computed under Uncertainty.',
  },
}
