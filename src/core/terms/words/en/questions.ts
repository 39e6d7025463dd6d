/**
 * The questions that a draft may leave open, as a lawyer would ask them, and what each answer means.
 *
 * Each question is one sentence; after it stands what sets the answers apart when money is due.
 */
import { type Questions } from '../wording.ts'
import { securityQuestions } from './security-questions.ts'
import { valueQuestions } from './value-questions.ts'

export const questions: Questions = {
  // People and time
  clock: {
    question: 'From which day is time counted?',
    money:
      'All deadlines, windows and follow-up dates move with that day, and so does when and whether payment falls due.',
    answers: {
      referral: 'from the referral',
      start: 'from the day the course begins',
      end: 'from the day the course ends',
      birth: 'from birth',
    },
  },
  governs: {
    question: 'Whom and what does the change govern?',
    money: 'Results on either side of the day of the change are paid by different versions of the terms.',
    answers: {
      'people-started-from': 'those who start on that day or later',
      'results-from': 'results decided on that day or later, whenever people started',
      everyone: 'all results, also those already decided',
    },
  },
  counted: {
    question: 'Who counts in the results?',
    money: 'If those who never began or dropped out count as well, the shares are lower.',
    answers: {
      referred: 'all who are referred, also those who never begin',
      started: 'all who have begun',
      completed: 'only those who have completed the course',
    },
  },
  pilot: {
    question: 'Do the people of the pilot count?',
    money: 'Their results either bring payment or do not.',
    answers: { counted: 'they count', 'not-counted': 'they do not count' },
  },

  // Measures
  'measures.of': {
    question: 'Whom is the measurement about?',
    money: 'It decides whether there is one figure for the family or one for each child, and so how much can fall due.',
    answers: {
      person: 'the single person',
      family: 'the family',
      child: 'each child',
      parent: 'each parent',
      agreement: 'the agreement as a whole',
    },
  },
  'measures.unit': {
    question: 'What does the figure count?',
    money: 'Hours cannot be held against money; the unit decides which thresholds and prices fit the measure.',
    answers: {
      money: 'money',
      share: 'per cent',
      number: 'a bare number',
      points: 'points',
      people: 'people',
      times: 'times',
      days: 'days',
      hours: 'hours',
    },
  },
  source: {
    question: 'Where do the records come from?',
    money: 'Without a named source, nobody can check that the right sum was paid.',
    answers: { kommunens: 'the municipality’s case system', leverandørens: 'the provider’s own records' },
  },
  grade: {
    question: 'How independent of the payment is whoever makes the records?',
    money: 'The nearer the measurer stands to the money, the more must be checked before payment.',
    answers: {
      register: 'a register that nobody keeps for the sake of the agreement',
      'third-party': 'an independent third party',
      authority: 'the authority',
      provider: 'the provider itself',
      'self-report': 'the citizen',
    },
  },
  use: {
    question: 'May the measurement bring payment, or is it for learning only?',
    money: 'A measurement for learning cannot be paid by unless the parties decide so in writing.',
    answers: { payment: 'it may bring payment', learning: 'it is for learning only' },
  },
  'to-means': {
    question: 'Is the end date the last day that counts, or the first that does not?',
    money: 'The answer moves every period by a day, and with it those who lie right at the threshold.',
    answers: { 'first-day-out': 'the first day that does not count', 'last-day-in': 'the last day that counts' },
  },
  kinds: {
    question: 'Which kinds count?',
    money:
      'Is “self-supporting” an ordinary job only, or a flex job and education too? The more kinds, the more reach the goal.',
    answers: { all: 'they all count', kinds: 'only these count' },
  },
  overlap: {
    question: 'How does it count when two periods are recorded for the same day?',
    money: 'If the day counts twice, the figure is higher than the calendar allows.',
    answers: {
      once: 'the day counts once',
      each: 'each period counts by itself',
      refused: 'it is an error to be put right before anything counts',
    },
  },
  'same-day': {
    question: 'How does it count when the same event is recorded several times on one day?',
    money: 'Where payment is per event, one day may bring one payment or several.',
    answers: {
      once: 'they count as one',
      each: 'each counts by itself',
      refused: 'it is an error to be put right before anything counts',
    },
  },
  ties: {
    question: 'Which record holds when there are several for the same day?',
    money: 'They may lie on either side of the threshold for payment.',
    answers: {
      highest: 'the highest',
      lowest: 'the lowest',
      'latest-recorded': 'the one recorded latest',
      sum: 'they are added up',
      refused: 'none, until the error is put right',
    },
  },
  'no-record': {
    question: 'Does an empty record mean that nothing happened, or that it is not known?',
    money: 'The first gives a result that can be paid for; the second is unmeasured and waits.',
    answers: { none: 'that nothing happened', unknown: 'that it is not known, and the result is unmeasured' },
  },

  // Goals
  when: {
    question: 'When is the goal decided?',
    money: 'Without a date, nobody can say when the money falls due and which records count.',
    answers: { '{ at: end }': 'when the course ends', '{ at: agreement end }': 'when the agreement ends' },
  },
  decided: {
    question: 'Does each date bring its own payment, must the goal be met on all of them, or is one enough?',
    money: 'The same course may bring payment several times, once or not at all.',
    answers: {
      'each-date': 'each date is decided and paid by itself',
      'all-dates': 'the goal must be met on all the dates',
      'any-date': 'it is enough that the goal is met on one of the dates',
    },
  },
  'when.from': {
    question: 'From which day are the repeated follow-ups counted?',
    money: 'The day moves all the follow-up dates, and with them the payments.',
    answers: {
      start: 'from the start',
      end: 'from the end of the course',
      'agreement start': 'from the beginning of the agreement',
    },
  },
  times: {
    question: 'How many times is there a follow-up?',
    money: 'Each follow-up may bring a payment.',
    answers: { '1': 'once', '2': 'twice' },
  },
  'at-most': {
    question: 'How many times may the same person bring payment?',
    money: 'Without a limit, one person may bring any amount.',
    answers: { 'no-limit': 'there is no limit', '1': 'only once' },
  },
  cohort: {
    question: 'What decides which cohort a person belongs to?',
    money: 'If a person is moved to another cohort, the result of both may change.',
    answers: {
      'start-year': 'the year of the start',
      'referral-year': 'the year of the referral',
      named: 'the cohorts described under the target population',
    },
  },
  'goals.unmeasured': {
    question: 'What happens when the goal cannot be measured because records are missing?',
    money: 'One of the parties bears the loss of nobody knowing how it went.',
    answers: {
      waits: 'the decision waits until the records are there',
      missed: 'the goal is taken as not met',
      met: 'the goal is taken as met',
      'left-out': 'the person is left out of the count',
    },
  },
  leavers: {
    question: 'How does somebody count who leaves for this reason?',
    money: 'Leaving is either a failure that is not paid for, a result as measured, or it is left out.',
    answers: {
      'left-out': 'the person is left out of the count',
      missed: 'the goal is taken as not met',
      'as-measured': 'what has been measured counts',
      waits: 'the decision waits',
      met: 'the goal is taken as met',
    },
  },
  'not-seen': {
    question: 'What holds for somebody who cannot be followed for long enough?',
    money: 'The answer moves the person into or out of the denominator.',
    answers: {
      unmeasured: 'the result is unmeasured',
      missed: 'the goal is taken as not met',
      'left-out': 'the person is left out of the count',
    },
  },
  'late-proof': {
    question: 'What happens when the proof comes too late?',
    money: 'The payment is either lost or only put off.',
    answers: { 'next-statement': 'the goal is decided in the next statement', lost: 'the payment is lost' },
  },

  ...valueQuestions,
  ...securityQuestions,

  // Payments, limits, payers and exit
  'per-unit': {
    question:
      'Is the price paid per percentage point, per whole percentage point, or as the price multiplied by the share?',
    money: '28.4% at 1,000 is 28,400, 28,000 or 284.',
    answers: {
      rounded: 'per whole percentage point',
      'quantity }, 100,': 'per percentage point, parts of one included',
      'this: quantity': 'the price is multiplied by the share',
    },
  },
  reckoned: {
    question: 'Is the amount worked out for each follow-up date by itself, or on from the earlier ones?',
    money:
      'Steps and tiers either begin again on each date or go on where the previous one left off; the payments come to different sums.',
    answers: {
      'each-date': 'each date by itself, from the bottom of the table',
      'sum-so-far': 'from the sum up to the date, less what the earlier ones give',
      'latest-so-far': 'from the latest result, less what the previous one gives; for results that are to date',
      'highest-so-far': 'from the highest result up to the date, less what the highest before it gives',
    },
  },
  'if-negative': {
    question: 'What happens when the amount turns negative?',
    money: 'Either it ends at nothing, or the amount is owed the other way.',
    answers: { nothing: 'nothing is paid', 'owed-back': 'the amount is owed the other way' },
  },
  per: {
    question:
      'What is the limit held against: each person, each payment clause, each date, each year, or the agreement as a whole?',
    money: 'The same amount is far more when it holds for each than when it holds for all together.',
    answers: {
      subject: 'each person or family',
      payment: 'each payment clause',
      date: 'each follow-up date',
      year: 'each year',
      agreement: 'the agreement as a whole',
      'subject-and-year': 'each person or family in each year',
      'payment-and-year': 'each payment clause in each year',
      month: 'each calendar month',
      quarter: 'each quarter',
      'half-year': 'each half-year',
      cohort: 'each cohort',
      authority: 'each authority',
      track: 'each track',
    },
  },
  over: {
    question: 'Which payments count under the cap?',
    money: 'If the fixed fee counts, there is less room for payment for results.',
    answers: {},
  },
  'year-from': {
    question: 'When does a year begin?',
    money: 'It decides which payments share the amount of one year.',
    answers: {
      '1 january': '1 January: the calendar year',
      'agreement start': 'the date on which the agreement begins',
    },
  },
  'limits.by': {
    question: 'Is the quota a share of the number of results, or of the money?',
    money: 'Where prices differ, 30% of the results may be more or less than 30% of the money.',
    answers: { results: 'the number of results paid for', money: 'the amount paid for results' },
  },
  'gives-way': {
    question: 'Which payments give way when there is no room for all?',
    money: 'The sum is the same, but it decides which lines and which people are not paid for.',
    answers: {
      'latest-first': 'the latest first',
      'earliest-first': 'the earliest first',
      'in-proportion': 'all are cut in proportion',
    },
  },
  rest: {
    question: 'What happens to the part of the year’s cap that was not used?',
    money: 'If it is carried on, more can be paid in a later year.',
    answers: { lost: 'it is lost', 'next-year': 'it is added to the next year’s cap' },
  },
  'limits.coupons': {
    question: 'Are the fixed coupons that the investor gets beside the payments part of the return that is capped?',
    money: 'If they are, so much less can be paid for the results.',
    answers: {
      counted: 'yes, they are part of the return that is capped',
      'not-counted': 'no, they come on top of it',
    },
  },
  'limits.counted': {
    question: 'Is the return reckoned with simple or compound interest?',
    money: 'Over several years, compound interest leaves room for a larger payment.',
    answers: { simple: 'with simple interest', compound: 'with compound interest' },
  },
  on: {
    question: 'On which money is the return reckoned?',
    money: 'On money that is only committed, there is room for a larger return.',
    answers: { 'drawn-money': 'the money drawn', 'committed-money': 'the money committed' },
  },
  split: {
    question: 'Do the payers share each payment, or do they pay in turn?',
    money: 'In turn, the first pays everything until its limit is reached.',
    answers: { 'by-share': 'they share by fixed shares', 'in-turn': 'they pay in turn' },
  },
  beyond: {
    question: 'Who pays what goes beyond the limits of all payers?',
    money: 'Either it is lost to the payee, or the last payer bears it.',
    answers: { nobody: 'nobody', 'last-payer': 'the last payer' },
  },
  overpaid: {
    question: 'What happens when a correction shows that too much was paid?',
    money: 'The difference comes back at once, is taken off later or stays with the payee.',
    answers: {
      reclaimed: 'the difference is claimed back',
      'set-off': 'the difference is set off against the payments that follow',
      kept: 'it is not claimed back, but taken off later payments under the same clause',
    },
  },
  rounding: {
    question: 'What is rounded, to which amount, and how?',
    money: 'If each amount is rounded by itself, the sum may differ from the rounded sum.',
    answers: {
      'each-amount': 'every single amount',
      'each-payment': 'every payment line',
      'the-statement': 'the sum of the statement',
    },
  },
  reached: {
    question: 'What is paid for the results reached when the agreement ends early?',
    money: 'Everything achieved so far is either paid or lost.',
    answers: { 'paid-in-full': 'they are paid in full', 'not-paid': 'they are not paid' },
  },
  expected: {
    question: 'Is anything paid for the results that could still be expected when the agreement ends early?',
    money: 'Those under way may make up most of what can still fall due.',
    answers: {
      'not-paid': 'no',
      'planned-rate': 'yes, by the agreed success rate',
      'planned-rest': 'yes, what is missing of the planned number',
      'rate-so-far': 'yes, by the share that has met the goal so far',
    },
  },
  'events.by': {
    question: 'How far are the dates moved?',
    money: 'If a follow-up date is moved, the result on it may be another.',
    answers: { '1 month': '1 month', '3 months': '3 months', '6 months': '6 months' },
  },
  share: {
    question: 'For how large a part of the expected results is payment made?',
    money: 'The part is multiplied straight onto the amount.',
    answers: { '100 %': 'all of it', '50 %': 'half of it' },
  },
}
