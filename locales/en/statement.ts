/** The words of a statement, chosen so that a controller can read them aloud. */
import { listText } from '../numbers.ts'
import { type LimitWay } from '../../src/core/terms/index.ts'
import { type StatementWords } from '../wording/statement.ts'

const inList = (items: readonly string[]) => listText(items, 'en')

const limits: Record<LimitWay, string> = {
  cap: 'The cap',
  floor: 'The floor',
  less: 'The deduction',
  times: 'The factor',
  'at-most': 'The limit on the number of results',
  quota: 'The quota',
  'return-cap': 'The cap on return',
  round: 'The rounding',
}

const toMend = ({ wrong, open }: { wrong: number; open: number }): string[] => [
  ...(wrong === 0 ? [] : [wrong === 1 ? 'one fault' : `${String(wrong)} faults`]),
  ...(open === 0 ? [] : [open === 1 ? 'one open question' : `${String(open)} open questions`]),
]

export const statement: StatementWords = {
  title: 'Statement',
  agreements: (count) => `${String(count)} agreements on the same terms`,
  ofAgreement: (name) => `Agreement ${name}`,
  asOf: (to, knownAt, isSameDay) =>
    isSameDay ? `As it stood on ${to}, known the same day` : `As it stood on ${to}, known on ${knownAt}`,
  versions: (names) =>
    names.length === 1 ? `version ${names[0]!} of the terms` : `versions ${inList(names)} of the terms`,
  payable: 'Payable',
  earnedAndPaid: (earned, paidBefore) =>
    paidBefore === undefined
      ? `Earned in all ${earned}. Nothing has been settled before.`
      : `Earned in all ${earned}. Settled before ${paidBefore}.`,
  columns: {
    clause: '§',
    payment: 'Paid goal',
    earned: 'Earned',
    withheld: 'Cut by limits',
    raised: 'Added by floor',
    changed: 'Added or cut',
    paidBefore: 'Settled before',
    payable: 'Payable',
    agreement: 'Agreement',
    total: 'In all',
  },
  clause: (number) => `§ ${number}`,
  strokes: (reached, open, lost) =>
    [
      `${reached} reached`,
      ...(open === undefined ? [] : [`${open} can still be reached`]),
      ...(lost === undefined ? [] : [`${lost} no longer can`]),
    ].join(', '),
  withoutMost: 'Results without a most are not counted in what can or could be reached.',
  openBeforeLimits: 'What can still be reached is counted before limits.',
  openUnderCaps: (open, left, caps) =>
    `Of the ${open} that can still be reached, the ${caps === 1 ? 'cap leaves' : 'caps leave'} at most ${left}.`,
  pays: (payer, payee, amount) => `${payer} pays ${payee} ${amount}.`,
  paysBack: (payer, payee, amount) => `${payee} pays ${amount} back to ${payer}.`,
  paysNothing: (payer, payee) => `${payer} pays ${payee} nothing this time.`,
  earlier: (name, to, amount) => `Statement ${name}, ${to}: ${amount}`,
  limits: 'Limits and deductions, in the order of the agreement',
  limitName: limits,
  limitCut: (kind, clause, amount) =>
    kind === 'less' || kind === 'times'
      ? `${limits[kind]} in § ${clause} takes ${amount} off.`
      : `${limits[kind]} in § ${clause} withholds ${amount}.`,
  limitWaits: (kind, clause, amount) => `${limits[kind]} in § ${clause} cannot be told yet; ${amount} waits.`,
  limitRaised: (kind, clause, amount) => `${limits[kind]} in § ${clause} adds ${amount}.`,
  limitIdle: (kind, clause) => `${limits[kind]} in § ${clause} is not reached.`,
  unplaced: (amount) =>
    `${amount} is not payable: either every payer has reached its limit, or none of them pays for it.`,
  heldByReturnCap: (amount) => `The cap on return holds ${amount} back.`,
  keptRoom: ({ clause, payer, bound, paid, held, more }) => {
    const limit = payer === undefined ? 'the cap' : `the limit of ${payer}`
    const holds =
      held === undefined
        ? ''
        : `${held} is held back under § ${clause}: what was paid too much before and is kept counts in ${limit}. `
    return more === undefined
      ? holds.trim()
      : `${holds}Under § ${clause}, ${paid} has now been paid in all, which is ${more} more than ${limit} of ${bound}, because what was paid too much is not claimed back.`
  },
  kept: (amount, uncounted) =>
    uncounted.length === 0
      ? `${amount} was paid too much and is kept.`
      : `${amount} was paid too much and is kept. It does not count in the limits in § ${uncounted.join(', ')}, which may have been passed by up to that much.`,
  carriedOver: (amount) => `${amount} is set off in the next statement.`,
  notPaid: 'Not paid, and why',
  nothingYet: 'There are no results yet.',
  everythingPaid: 'Everything that could be earned has been earned.',
  notPaidSentence: ({ judged, measured, held, waiting, foregone }) =>
    [
      judged === undefined ? '' : `Goals worth ${judged} were judged and not met.`,
      held === undefined ? '' : `${held} is not paid, because the condition of the payment is not met.`,
      measured === undefined
        ? ''
        : `Results that are paid for by the number measured came to ${measured} less than they could at most.`,
      waiting === undefined ? '' : `${waiting} is unmeasured or not yet due, and can still be earned.`,
      foregone === undefined
        ? ''
        : `${foregone} is not due, but can no longer be earned, because somebody’s leaving has already decided it.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  kinds: {
    missed: 'Missed',
    measured: 'Measured',
    partly: 'Partly met',
    'gate-closed': 'Condition not met',
    unmeasured: 'Unmeasured',
    'not-due': 'Not yet due',
    foregone: 'Can no longer be met',
    'left-out': 'Left out',
  },
  notPaidColumns: { kind: 'Status', goal: 'Goal', results: 'Number', who: 'Who', amount: 'Not paid' },
  moreWho: (names, more) => `${names} and ${String(more)} more`,
  noMost: 'without a most',
  tallyHead: 'Facts',
  tally: ({ read, used, superseded, refused, later, notNeeded }) =>
    `${read} read = ${used} used + ${superseded} superseded + ${refused} refused` +
    (later === undefined ? '.' : ` + ${later} recorded or dated later.`) +
    (notNeeded === undefined ? '' : ` Of those used, ${notNeeded} touch no paid goal.`),
  peopleTally: ({ read, used, toldTwice, refused }) =>
    `${read} rows about people = ${used} used + ${toldTwice} repeated + ${refused} refused.`,
  redo: (checksum) => `The same terms, facts and dates give the same statement. Checksum ${checksum}.`,
  cannotSign: 'Cannot be signed',
  cannotSignWhy: (questions, differs) => {
    const open =
      questions === 1 ? 'The terms leave one question open' : `The terms leave ${String(questions)} questions open`
    return differs
      ? `${open}, and the amount depends on the answer.`
      : `${open}. The amount is the same whatever the answer.`
  },
  readingColumns: { number: 'Reading', payable: 'Payable', answers: 'Answers' },
  sameAnyway: 'makes no difference to the amount',
  questionOf: (question, place) => `${question} (${place})`,
  seeReading: 'See the whole statement under one reading with --reading NUMBER.',
  problems: ({ wrong, open, notices }, see) => {
    const remarks = notices === 1 ? 'one remark' : `${String(notices)} remarks`
    const all = inList([...toMend({ wrong, open }), ...(notices > 0 ? [remarks] : [])])
    // The verb goes with the first of them.
    const verb = (wrong || open || notices) === 1 ? 'is' : 'are'
    return `There ${verb} ${all} on terms and facts. See with ${see}.`
  },
  notPayable: (count, see) => {
    const verb = count.wrong + count.open === 1 ? 'is' : 'are'
    const head = `Not to be paid before ${inList(toMend(count))} ${verb} ${count.wrong > 0 ? 'mended' : 'answered'}.`
    return see === undefined ? head : `${head} See with ${see}.`
  },
  paidBeforeUnknown: (earned) =>
    `Earned in all ${earned}. What was settled before cannot be told, since an issued statement cannot be read.`,
  moreAgreements: (count) => `and ${String(count)} agreements more`,
  issued: (name, path) => `Statement ${name} is kept in ${path}.`,
}
