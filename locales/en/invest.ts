/** What investors put in and get, in English. */
import { type Return } from '../../src/core/investment/index.ts'
import { listText, rateText, sentence, timesText } from '../numbers.ts'
import { type InvestWords } from '../wording/invest.ts'

const inPercent = (rates: readonly number[]) =>
  listText(
    rates.map((rate) => rateText(rate, 'en')),
    'en',
  )

function rateWords(rate: Return['rate']): string {
  switch (rate.is) {
    case 'rate':
      return inPercent([rate.yearly])
    case 'several':
      return `several: ${inPercent(rate.yearly)}`
    case 'none':
      return 'no rate fits'
    case 'total-loss':
      return 'all is lost'
    case 'not-yet':
      return 'not yet paid back'
    case 'nothing-put-in':
      return 'nothing put in'
  }
}

export const invest: InvestWords = {
  title: 'The investors',
  asOf: (day) => `Account as of ${day}`,
  closes: (day, isClosed) =>
    isClosed
      ? `The agreement ended on ${day}.`
      : `The agreement ends on ${day}; guarantees and protections are settled then.`,
  columns: {
    party: 'Party',
    putIn: 'Put in',
    gotBack: 'Got',
    gain: 'Difference',
    multiple: 'Multiple',
    rate: 'Return a year',
  },
  together: 'Investors together',
  others: 'Others',
  movements: (name) => `Money in and out: ${name}`,
  movementColumns: { day: 'Date', what: 'What', counterparty: 'From or to', amount: 'Amount' },
  reasons: {
    drawdown: () => 'drawdown',
    payment: (what) => `payment: ${what}`,
    'class-coupon': (what) => `coupon: ${what}`,
    'class-principal': (what) => `principal: ${what}`,
    'class-surplus': (what) => `surplus: ${what}`,
    'taken-back': (what) => `taken back after a correction: ${what}`,
    'no-class-due': () => 'no class is due it',
    guarantee: (what) => `guarantee: ${what}`,
    protection: (what) => `protected principal: ${what}`,
    coupon: (what) => `fixed coupon: ${what}`,
    'reserve-in': (what) => `set aside: ${what}`,
    'reserve-loss': (what) => `loss covered: ${what}`,
    'reserve-left': (what) => `the rest shared: ${what}`,
    'escrow-in': (what) => `put in escrow: ${what}`,
    'escrow-used': (what) => `paid from the account: ${what}`,
    'escrow-left': (what) => `left on the account: ${what}`,
    'escrow-waits': (what) => `waits: ${what}`,
    refund: (what) => `refund: ${what}`,
  },
  multiple: (times) => timesText(times, 'en'),
  noMultiple: '–',
  rate: rateWords,
  rateYet: (of, isClosed) =>
    isClosed || of.rate.is === 'not-yet' ? rateWords(of.rate) : `${rateWords(of.rate)} so far`,
  stillOut: ({ amount, closes, times }) =>
    sentence(
      `The money is not yet paid back: ${times} times the outlay has come back, ${amount} is still out, and the agreement runs to ${closes}`,
    ),
  expectedRate: (low, middle, high) =>
    `When the agreement ends, the business case expects ${middle} a year in the middle, ${low} in the worst 10% of the futures and ${high} in the best 10%.`,
  expected: {
    title: (caseTitle) => `What may be expected, by the business case “${caseTitle}”`,
    none: 'No business case points to the agreement, so neither a risk of loss nor an expected return can be said.',
    see: 'All of the uncertainty of the case',
    notDrawn: 'The business case cannot be drawn yet.',
    fromStart: 'The draws are from the beginning of the case and know nothing of what has happened since.',
  },
  securities: 'Security and order',
  securityColumns: { clause: 'Clause', security: 'Term', gave: 'What it has given' },
  gave: {
    class: ({ amount, principalDue, couponDue }) =>
      `has got ${amount}; still due are ${principalDue} and ${couponDue} of coupon`,
    guarantee: ({ amount, most, principalDue }) =>
      most === undefined
        ? 'has not been called; that is done when the agreement ends'
        : `has paid ${amount} of at most ${most}; ${principalDue} may be given again`,
    'principal-protection': ({ amount, most }) =>
      most === undefined
        ? 'is settled when the agreement ends'
        : `has paid ${amount}, so that at least ${most} of the outlay is covered`,
    coupon: ({ amount }) => `the guaranteed years have given ${amount} in all`,
    reserve: ({ amount, principalDue }) => `has covered ${principalDue} of losses; ${amount} has gone back`,
    escrow: ({ amount, principalDue, couponDue }) =>
      `has paid ${amount}; ${principalDue} waits, with ${couponDue} of interest`,
    recycling: ({ amount, most }) => `${amount} may be drawn again, of at most ${most ?? amount}`,
    refund: ({ amount }) => `has given ${amount} back`,
  },
  unknown: (names) => `Awaits a figure and is not counted: ${listText(names, 'en')}.`,
  notInForce: (names) => `Does not hold when the agreement ends on that day: ${listText(names, 'en')}.`,
  noOutlays:
    'The folder does not say what the investors have put in. So no gain can be told: what has been paid back is not profit.',
  outlaysInCase: 'What they are expected to put in is told in the business case',
  notTold: 'not told',
  noDrawdowns: 'The terms do not say when the investors pay in, so that outlays and returns cannot be worked out.',
  undistributed: (amount, isOwedBack) =>
    isOwedBack
      ? `${amount} is to be paid back after corrections, and no class has got it. It is set off against the next payment.`
      : `${amount} has come in that no class is due.`,
  paymentsNote:
    'Payments are dated on the day of the statement. Periods without an issued statement are settled on their last day with what is known now.',
  rateNote:
    'The return a year is the rate that makes the sum of all amounts nothing, when each day is a 365th of a year. While the agreement runs and less has come back than was put in, it is not to be said. The multiple is what was got divided by what was put in. A payment that was too large and is set off or claimed back lowers what was got; it is not put in.',
  reading: (number) => `Reading ${String(number)}`,
}
