/** Reasons in English: one node, one sentence. */
import { listText } from '../numbers.ts'
import { type Answer, type ReasonParts, type ReasonWords } from '../wording/reasons.ts'

const picks: Readonly<Record<string, string>> = {
  latest: 'the latest fact about',
  first: 'the first fact about',
  highest: 'the highest fact about',
  lowest: 'the lowest fact about',
  mean: 'the mean of',
  sum: 'the sum of',
  nearest: 'the nearest fact about',
}

const takes: Readonly<Record<string, string>> = {
  count: 'the number of',
  share: 'the share of',
  sum: 'the sum for',
  mean: 'the mean for',
  median: 'the median for',
  highest: 'the highest among',
  lowest: 'the lowest among',
}

const several: Readonly<Record<string, string>> = {
  people: 'people',
  children: 'children',
  parents: 'parents',
  members: 'family members',
  cohorts: 'cohorts',
  authorities: 'authorities',
  tracks: 'tracks',
}

const unitsOfTime: Readonly<Record<string, string>> = {
  nights: 'nights',
  days: 'days',
  weeks: 'weeks',
  months: 'months',
  years: 'years',
}

const word = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key
const met: Record<Answer, string> = { yes: 'met', no: 'missed', unmeasured: 'unmeasured', 'not-due': 'not yet due' }
const exitRules: Readonly<Record<string, string>> = {
  waits: 'the decision waits',
  missed: 'the goal counts as missed',
  met: 'the goal counts as met',
  'left-out': 'the result is left out',
  'as-measured': 'what was measured stands',
}

const things: ReasonWords['things'] = {
  'value-of': ({ text, label }) => `${word(picks, text('pick'))} “${label('valueOf')}”`,
  'time-in': ({ text, list }) =>
    `the ${word(unitsOfTime, text('unit'))} with ${list('timeIn')}${text('periodsCount') === '' ? '' : ' in the period that has most'}`,
  'longest-run-in': ({ list }) => `the longest run with ${list('longestRunIn')}`,
  'count-of': ({ label }) => `the number of “${label('countOf')}”`,
  'items-met': ({ text, label }) =>
    `the ${text('as') === 'share' ? 'share' : 'number'} of goals met in “${label('itemsMet')}”`,
  'time-between': ({ list }) => `the time between ${list('days')}`,
  'result-of': ({ text, label }) =>
    text('as') === 'quantity'
      ? `the result of “${label('resultOf')}”`
      : `the number of times in “${label('resultOf')}”`,
  over: ({ text }) => `${word(takes, text('take'))} ${word(several, text('over'))}`,
  'sum-of': () => 'the sum',
  difference: () => 'the difference',
  product: () => 'the product',
  ratio: () => 'the ratio',
  'highest-of': () => 'the highest',
  'lowest-of': () => 'the lowest',
  change: ({ text }) => (text('change') === 'fall' ? 'the fall' : 'the rise'),
  rounded: () => 'the rounded number',
  weighted: () => 'the weighted mean',
  grown: () => 'the amount with growth',
  parameter: ({ label }) => `“${label('parameter')}”`,
  this: ({ text }) =>
    text('this') === 'quantity'
      ? 'the result'
      : text('this') === 'contract-sum'
        ? 'the contract sum'
        : 'the number of the occasion',
  literal: () => 'the number',
  quantity: () => 'the quantity',
}

const asSum = (sign: string) => (parts: ReasonParts) => `${parts.parts.join(` ${sign} `)} = ${parts.value}`

/** Somebody without a last day is still followed. */
const followed = ({ text, day }: Pick<ReasonParts, 'text' | 'day'>) =>
  text('observedTo') === 'unknown' ? 'is still followed' : `followed until ${day('observedTo')}`

const sentences: ReasonWords['sentences'] = {
  compare: ({ thing, parts, bounds, answer }) => `${thing} is ${parts[0] ?? ''}; required is ${bounds}: ${met[answer]}`,
  all: ({ answer }) =>
    answer === 'yes'
      ? 'all the conditions hold'
      : answer === 'no'
        ? 'not all the conditions hold'
        : `the conditions are ${met[answer]}`,
  any: ({ answer }) =>
    answer === 'yes'
      ? 'at least one of the conditions holds'
      : answer === 'no'
        ? 'none of the conditions holds'
        : `the conditions are ${met[answer]}`,
  not: ({ answer }) =>
    answer === 'yes'
      ? 'the condition does not hold, as it should not'
      : answer === 'no'
        ? 'the condition holds, and it must not'
        : `the condition is ${met[answer]}`,
  some: ({ number, answer }) => `at least ${number('some')} of the conditions must hold: ${met[answer]}`,
  met: ({ label, answer }) => `the goal “${label('met')}” is ${met[answer]}`,
  in: ({ list, answer }) =>
    answer === 'no'
      ? `does not belong to ${list('in')}`
      : answer === 'yes'
        ? `belongs to ${list('in')}`
        : `it is unmeasured whether ${list('in')} fits`,
  attribute: ({ text, list, answer }) =>
    `“${text('attribute')}” is ${text('found') === '' ? 'not given' : `“${text('found')}”`}; required is ${list('is')}: ${met[answer]}`,
  'observed-to': ({ text, day, answer }) =>
    `${followed({ text, day })}; it must be until ${day('needed')}: ${met[answer]}`,
  left: ({ label, day, answer }) =>
    answer === 'yes' ? `${label('exit')} on ${day('on')}` : `not left for any of these reasons by ${day('needed')}`,
  reached: ({ day, text, answer }) =>
    text('day') === 'unknown'
      ? `the day is not known; it should have come by ${day('needed')}: ${met[answer]}`
      : `the day is ${day('day')}; it must have come by ${day('needed')}: ${met[answer]}`,
  every: ({ text, answer }) => `it must hold for all ${word(several, text('over'))}: ${met[answer]}`,
  'any-of': ({ text, answer }) => `it must hold for at least one of the ${word(several, text('over'))}: ${met[answer]}`,
  'sum-of': asSum('+'),
  difference: asSum('−'),
  product: asSum('×'),
  ratio: asSum('÷'),
  'highest-of': ({ parts, value }) => `the highest of ${listText(parts, 'en')} is ${value}`,
  'lowest-of': ({ parts, value }) => `the lowest of ${listText(parts, 'en')} is ${value}`,
  change: ({ text, parts, value }) =>
    `the ${text('change') === 'fall' ? 'fall' : 'rise'} from ${parts[0] ?? ''} to ${parts[1] ?? ''} is ${value}`,
  steps: ({ parts, value }) => `${parts[0] ?? ''} gives ${value} by the steps`,
  line: ({ parts, value }) => `${parts[0] ?? ''} gives ${value} by the line`,
  tiers: ({ parts, value }) => `${parts[0] ?? ''} gives ${value}, tier by tier`,
  grown: ({ parts, value, day }) =>
    `${parts[0] ?? ''} becomes ${value} from ${day('from')} to ${day('to')} at ${parts[1] ?? ''} a year`,
  rounded: ({ parts, value }) => `${parts[0] ?? ''} is rounded to ${value}`,
  if: ({ value }) => `therefore ${value} holds`,
  exit: ({ label, day, value }) => `${label('exit')} on ${day('on')}; by the agreement: ${word(exitRules, value)}`,
  seen: ({ day, answer }) =>
    `followed until ${day('observedTo')}; the goal needs until ${day('needed')}: ${met[answer]}`,
  'result-unmeasured': ({ text }) => `by the agreement: ${word(exitRules, text('unmeasured'))}`,
  'result-measured': () => '',
  'result-met': () => '',
  'result-missed': () => '',
  'result-notDue': () => '',
  'result-leftOut': () => '',
  counted: ({ text, value }) => `${text('who')}: ${value}`,
  'result-of-goal': ({ label, day, value }) => `“${label('goal')}” on ${day('day')}: ${value}`,
  limit: ({ clause, money, share, value, text }) => {
    const [before, way] = [money('before'), text('way')]
    if (text('bound') === 'unmeasured' || text('bound') === 'not-due')
      return `§ ${clause} cannot be worked out yet, so ${before} waits`
    if (text('bound') === '') return `§ ${clause} changes ${before} to ${value}`
    if (way === 'times') return `§ ${clause} multiplies ${before} by ${share('bound')}: ${value}`
    return way === 'less'
      ? `§ ${clause} takes ${money('bound')} off ${money('sum')}: ${before} becomes ${value}`
      : `§ ${clause} sets the limit ${money('bound')} where there would be ${money('sum')}: ${before} becomes ${value}`
  },
  'sum-rounding': ({ money, value }) => `${money('before')} becomes ${value}, so that the sum is rounded as agreed`,
  adjustment: ({ text, value }) =>
    text('overpaid') === 'kept'
      ? `${value} was paid too much and is not claimed back`
      : `${value} cannot be set off yet and goes on to the next statement`,
  'held-for-kept': ({ value }) =>
    `there is no room for ${value}, because what was paid too much before and is kept uses up the limit`,
  paid: ({ text, day, value }) => `statement ${text('statement')} on ${day('to')}: ${value}`,
  'per-met': ({ parts }) => `the price of a goal met is ${parts[0] ?? ''}`,
  'per-unit': ({ parts, value }) => `${parts[0] ?? ''} × ${parts[1] ?? ''} = ${value}`,
  'per-floor': () => 'nothing was earned; the amount is a least payment',
  reckoned: ({ parts, value }) =>
    parts.length < 2 ? `there is nothing earlier to take off ${value}` : `${parts.join(' − ')} = ${value}`,
  'so-far': ({ parts, value }) => `${parts[0] ?? ''} up to the date, which gives ${value}`,
  before: ({ parts, value }) => `${parts[0] ?? ''} up to the date before, which gives ${value}`,
  'quantity-so-far': () => '',
  fee: ({ value }) => `a fixed sum of ${value}`,
}

export const reasons: ReasonWords = {
  answers: { yes: 'yes', no: 'no', unmeasured: 'unmeasured', 'not-due': 'not yet due' },
  met,
  statuses: {
    met: 'met',
    missed: 'missed',
    unmeasured: 'unmeasured',
    notDue: 'not yet due',
    leftOut: 'left out',
    measured: 'measured',
  },
  foregone: {
    missed: 'not yet due, but can no longer be met',
    leftOut: 'not yet due, but left out',
    met: 'not yet due, but will be met',
  },
  states: { agreed: 'agreed', changed: 'changed', 'not-met': 'not met', met: 'met', withdrawn: 'withdrawn' },
  bounds: {
    'at-least': (limit) => `at least ${limit}`,
    'at-most': (limit) => `at most ${limit}`,
    'more-than': (limit) => `more than ${limit}`,
    'less-than': (limit) => `less than ${limit}`,
    exactly: (limit) => `exactly ${limit}`,
  },
  things,
  sentences,
  isValue: (thing, value, window) => `${thing}${window === '' ? '' : ` (${window})`} is ${value}`,
  inWindow: (from, through) => `${from} – ${through}`,
  unknownDay: 'a day that is not known',
  stillGoing: 'and still going on',
  person: 'person',
  personRow: 'the list of people',
  wholeGroup: 'the whole group',
  groupOf: (kind, name) => (kind === 'cohort' ? `cohort ${name}` : name),
  onDay: (what, day) => `${what}, ${day}`,
  labels: {
    amount: 'Amount',
    clause: 'Clause',
    result: 'Result',
    people: { person: 'People', family: 'Families' },
    subject: { person: 'Person', family: 'Family', child: 'Child', parent: 'Parent' },
    facts: 'Facts',
    other: 'Without payment',
    notPaid: 'Not paid',
    workings: 'Working out',
  },
  version: (clause, name) => (clause === '' ? `version ${name}` : `§ ${clause} in version ${name}`),
  lineSum: (payable, afterLimits, paidBefore) =>
    `${payable} = ${afterLimits} after limits − ${paidBefore} settled before`,
  lineSumFirst: (payable) => `${payable} after limits; nothing has been settled before`,
  notPaidFor: 'The goal itself owes no payment.',
  counts: (parts) => `Results: ${listText(parts, 'en')}.`,
  countOf: {
    met: (count) => `${String(count)} met`,
    missed: (count) => `${String(count)} missed`,
    unmeasured: (count) => `${String(count)} unmeasured`,
    notDue: (count) => `${String(count)} not yet due`,
    foregone: (count) => `of which ${String(count)} can no longer be met`,
    leftOut: (count) => `${String(count)} left out`,
    measured: (count) => `${String(count)} measured`,
  },
  factColumns: {
    what: 'Fact',
    value: 'Value',
    on: 'True on',
    recorded: 'Recorded',
    by: 'By',
    evidence: 'Evidence',
    place: 'File and line',
  },
  peopleColumns: { who: 'Who', day: 'Date', result: 'Result', earned: 'Earned', after: 'After limits' },
  more: (count) => `… and ${String(count)} more. Ask about one of them, or use --json.`,
  moreWorkings: 'The other amounts are worked out the same way; see them with --depth 3.',
  noFacts: 'No facts.',
  factsOfGoal: (title) => `The facts under “${title}” stand with that goal.`,
  onlyIf: 'The condition for payment:',
  closed: (who, day, result, isKnown) =>
    isKnown
      ? `${who}, ${day}, ${result}: not paid because the condition for payment is not met.`
      : `${who}, ${day}, ${result}: not paid because it is not yet known whether the condition for payment is met.`,
  quote: (text) => `“${text}”`,
  withdrawn: 'withdrawn',
}
