/** What is wrong with terms, or what they leave open. */
import { type ProblemFacts, type ProblemSaid, type TermsProblems } from '../wording/problems.ts'
import { known } from './shape-problems.ts'

const measureKinds: Readonly<Record<string, string>> = {
  spell: 'spells',
  event: 'events',
  level: 'levels',
  score: 'scores',
  amount: 'amounts',
  share: 'shares',
  plan: 'plan goals',
  figure: 'reported figures',
}

const units: Readonly<Record<string, string>> = { money: 'money', share: 'a share', number: 'a plain number' }
const heldParts: Readonly<Record<string, string>> = {
  limits: 'the limits (limits)',
  payers: 'the payers (payers)',
  settlement: 'the rules of settlement (settlement)',
}

const unit = (name: string): string => units[name] ?? name
const either = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} or ${items.at(-1) ?? ''}`

function meant(facts: ProblemFacts): string {
  const nearest = facts.text('nearest')
  return nearest === '' ? '' : ` Did you mean “${nearest}”?`
}

function circle(facts: ProblemFacts): string {
  const names = facts.items('names')
  if (facts.text('of') === 'goals')
    return `The goals build on each other in a circle: ${names.join(' → ')}.\nOne of them must stand on its own.`
  if (facts.text('of') === 'groups')
    return `The groups are made of each other in a circle: ${names.join(' → ')}.\nOne of them must stand on its own.`
  if (facts.text('of') === 'quantity')
    return `The quantity of “${names[0]!}” is worked out from itself (this: quantity).\nWrite what it is to be worked out from, or use result-of for another goal.`
  if (facts.text('of') === 'who')
    return `Whom “${names[0]!}” is for is settled before its quantity is known (this: quantity).\nUse result-of for another goal, or put the condition in met.`
  if (names[0] === 'occasion' || names[0] === 'previous')
    return `The day on which the goal is decided cannot be counted from itself (${names[0]}).\nCount it from start, end or referral, for example.`
  return `The days are counted from each other in a circle: ${names.join(' → ')}.`
}

function thresholdTwice(facts: ProblemFacts): ProblemSaid {
  const [count, needed] = [Number(facts.text('count')), Number(facts.text('countForShare'))]
  const low = Math.min(count, needed)
  const high = Math.max(count, needed) - 1
  const exactly =
    low === high ? `With exactly ${low} of ${facts.number('of')}` : `From ${low} to ${high} of ${facts.number('of')}`
  return {
    says: `The share and the count do not agree: ${facts.number('count')} of ${facts.number('of')} is ${facts.share('shareOfCount')}, not ${facts.share('share')}.\n${exactly} the goal is met by the one and missed by the other.`,
    means: (paste) =>
      paste.endsWith('count') ? `met from ${facts.number('count')}` : `met from ${facts.number('countForShare')}`,
  }
}

const ways: Readonly<Record<string, string>> = {
  'per-met': 'per-met (an amount each time the goal is met)',
  'per-unit': 'per-unit (an amount for each unit)',
  amount: 'amount (an amount that is worked out)',
  fee: 'fee (a fixed fee)',
  times: 'times (a factor)',
  'at-most': 'at-most (a number of results)',
  quota: 'quota (at most a share)',
  less: 'less (a deduction)',
  round: 'round (rounding)',
  at: 'at (on named days)',
  every: 'every (again and again)',
  each: 'each (at each event)',
  calendar: 'calendar (once in each calendar period)',
}

function oneWay(facts: ProblemFacts, subject: string): string {
  const found = facts.items('found')
  const all = facts.items('ways').map((way) => ways[way] ?? way)
  const has = found.length === 0 ? 'none of them' : `${found.length}: ${facts.listed('found')}`
  return `${subject} must have exactly one of these, but has ${has}.\nChoose ${either(all)}.`
}

const rows: Readonly<Record<string, { about: string; each: string; over: string }>> = {
  person: { about: 'each person', each: 'each person', over: 'over: people' },
  family: { about: 'the family', each: 'each family', over: 'over: people' },
  child: { about: 'each child', each: 'each child', over: 'over: children' },
  parent: { about: 'each parent', each: 'each parent', over: 'over: parents' },
  member: { about: 'each member of the family', each: 'each member of the family', over: 'over: members' },
  cohort: { about: 'each cohort', each: 'each cohort', over: 'over: cohorts' },
  authority: { about: 'each authority', each: 'each authority', over: 'over: authorities' },
  track: { about: 'each track', each: 'each track', over: 'over: tracks' },
  agreement: {
    about: 'the agreement as a whole',
    each: 'the agreement as a whole',
    over: 'a goal for the whole group (for: the-group)',
  },
  group: { about: 'all', each: 'the whole group', over: 'a goal for the whole group (for: the-group)' },
}

/** A fact about the child that is read for the family is not found, which can look as if the goal were met. */
function subjectUnfit(facts: ProblemFacts): ProblemSaid {
  const [of, row] = [rows[facts.text('of')]!, rows[facts.text('row')]!]
  const what =
    facts.text('goal') === ''
      ? `“${facts.text('measure')}” is a fact about ${of.about}`
      : `“${facts.text('goal')}” is decided for ${of.each}`
  const isFamily = facts.text('row') === 'family' && facts.text('of') !== 'agreement'
  const isOfMember = ['child', 'parent', 'member'].includes(facts.text('of'))
  const over = facts.text('row') === 'group' && isOfMember ? `over: people, and in it ${of.over}` : of.over
  const remedy = facts.text('row') === 'group' || isFamily ? `Use ${over}` : `It can only be used in ${over}`
  return {
    says: `${what}, but this is worked out for ${row.each}.\n${remedy}, so that it is said who counts how.`,
    lead: 'Choose what applies:',
    means: (paste) => takes[/take: (\w+)/.exec(paste)?.[1] ?? ''],
  }
}

const askedOfGroup: Readonly<Record<string, string>> = {
  in: 'Tracks and groups (in) belong',
  over: 'The members of a family (over) belong',
  left: 'Having left (left) belongs',
  'observed-to': 'Being followed to a day (observed-to) belongs',
  birth: 'The day of birth belongs',
  referral: 'The day of referral belongs',
}

const takes: Readonly<Record<string, string>> = {
  every: 'it must hold for each of them',
  any: 'it is enough that it holds for one',
  mean: 'their mean',
  highest: 'the highest of them',
  lowest: 'the lowest of them',
  sum: 'all of them added up',
}

/** How whoever has not had a day counts, by the answer to paste. */
function notCome(paste: string): string | undefined {
  if (paste.startsWith('among')) return 'whoever’s day has not come is not counted at all'
  if (paste.startsWith('seen-to')) return 'each is followed until the goal is decided'
  if (paste.includes('every-date') || paste.includes('dates-so-far'))
    return 'only dates up to the day the figure is taken; whoever has none is unmeasured'
  return 'whoever’s day has not come when the figure is taken has not met it'
}

export const termsProblems: TermsProblems = {
  'terms-empty': () =>
    'The file is empty. Begin with a draft from bundlinje new, or copy the terms of one of the agreements in contracts.',
  'expression-unknown': (facts) =>
    `Neither a value nor a condition begins here: “${facts.items('found')[0] ?? ''}” is none of them.${facts.text('nearest') === '' ? `\nThey begin with ${facts.items('known').join(', ')}.` : ''}`,
  'condition-as-value': (facts) =>
    `A value must stand here, but ${facts.text('head')} with a limit is a condition, which is met or not.\nTake the limit out, or use if: … then: … else: …`,
  'window-end-twice': (facts) =>
    facts.text('key') === 'from'
      ? 'The window begins twice. Use either from (the day is inside) or after (the day is outside).'
      : 'The window ends twice. Use either until (the day is outside) or through (the day is inside).',
  'amendment-change-unclear': () =>
    'A change is either set: … with to: …, or remove: … by itself. Here it cannot be seen what changes.',
  'amendment-path-unknown': (facts) =>
    `The change points to “${facts.text('path')}”, but the terms have nothing called “${facts.text('unknown')}” there.${meant(facts)}`,
  'amendment-out-of-order': (facts) =>
    `The change applies from ${facts.day('from')}, but the one before it only from ${facts.day('before')}.\nAmendments are read in order; name the files in the order in which they were agreed.`,
  'amendment-reaches-back': (facts) =>
    `The change applies from ${facts.day('from')}, but ${heldParts[facts.text('part')] ?? facts.text('part')} have one wording at a time: from that day the new wording holds for all that has been earned from the first day of the agreement, also before the change.\nPut it into an amendment of its own with governs: everyone, so that the amendment says what it does.`,

  'amendment-name-taken': (facts) =>
    `There is already a version of the terms called “${facts.text('name')}”; the agreement itself is 1. Give the amendment a name by which reasons can tell them apart.`,
  'amendment-day-outside': (facts) =>
    `The change applies from ${facts.day('from')}, but the agreement runs from ${facts.day('begins')} to ${facts.day('through')}. Look the day up.`,
  'name-shared': (facts) =>
    `“${facts.text('name')}” is both a group and a track, so “in: ${facts.text('name')}” may mean two things. Give the group another name.`,
  'measure-kind-unfit': (facts) =>
    `${facts.text('key')} reads ${either(facts.items('kinds').map((kind) => measureKinds[kind] ?? kind))}, but “${facts.text('found')}” holds ${measureKinds[facts.text('kind')] ?? facts.text('kind')}.${known(facts, 'Here fits')}`,
  'goal-of-group': (facts) =>
    `The group “${facts.text('group')}” is settled before there are results, and so cannot depend on the goal “${facts.text('goal')}”.`,
  'goes-in-circles': circle,
  'tracks-missing': () =>
    'This is worked out for each track, but the agreement has no tracks. Write them under people.tracks.',
  'subject-unfit': subjectUnfit,
  'asked-of-group': (facts) => ({
    says: `${askedOfGroup[facts.text('key')] ?? `The attribute “${facts.text('attribute')}” belongs`} to each person, but this is worked out for a whole group.\nUse over: people, so that it is said who counts how.`,
    lead: 'Choose what applies:',
    means: (paste) => takes[/take: (\w+)/.exec(paste)?.[1] ?? ''],
  }),
  'wait-endless': (facts) => ({
    says: `${facts.text('goal') === '' ? 'This' : `The goal “${facts.text('goal')}”`} is counted from “${facts.text('day')}”, a day that may never come for everybody. The whole group's figure then waits for them for ever, and nothing is paid.\nSay how somebody counts whose day has not come when the figure is taken.`,
    lead: 'Choose what applies:',
    means: notCome,
  }),
  'attribute-reserved': (facts) => ({
    says: `The program reads the column “${facts.text('attribute')}” of people.csv itself, so that it is never an attribute and nobody would have an answer.`,
    lead: 'Ask like this instead:',
  }),
  'unit-mismatch': (facts) =>
    `Here ${unit(facts.text('wanted'))} and ${unit(facts.text('found'))} are weighed against each other. They have no common measure.`,
  'unit-unfit': (facts) =>
    `After ${facts.text('key')} must stand ${either(facts.items('wanted').map(unit))}, but this is ${unit(facts.text('found'))}.`,
  'money-squared': () => 'Money times money is no amount. Multiply the amount by a count, a length or a share.',
  'levels-averaged': (facts) =>
    `The levels of “${facts.text('measure')}” have an order but no distance: they cannot be added or averaged.`,
  'take-unfit': (facts) =>
    `“take: ${facts.text('take')}” answers yes or no and is not a number to be counted with or held against a limit.`,
  'this-unfit': (facts) =>
    facts.text('this') === 'contract-sum'
      ? 'The agreement has no contract sum. Write contract-sum at the top of the terms.'
      : `There is no goal here whose quantity “this: ${facts.text('this')}” could be. Use result-of, or write quantity in the goal.`,
  'table-empty': (facts) =>
    facts.text('rows') === 'points' ? 'A line runs between at least two points.' : 'The table has no rows.',
  'table-not-rising': (facts) =>
    facts.is('isSame')
      ? `“${facts.text('found')}” stands in two rows. Each threshold can stand once only.`
      : `“${facts.text('found')}” comes after “${facts.text('before')}” but is smaller. Write the rows from the lowest to the highest.`,
  'table-open-row': (facts) =>
    facts.is('isLast')
      ? 'The last row has an up-to, so that what lies above has no price. Take up-to out, or add a row without it.'
      : `Row ${facts.number('row')} has no up-to, so that the rows after it are never used. Only the last row may be without.`,
  'needs-two': (facts) => `${facts.text('key')} is between exactly two values, but here are ${facts.number('found')}.`,
  'over-lacks': (facts) =>
    facts.text('key') === 'of'
      ? `“take: ${facts.text('take')}” lacks a value to take. Write of: and what is read for each of them.`
      : `“take: ${facts.text('take')}” lacks a condition. Write that: and what must hold for each of them.`,
  'window-backwards': (facts) =>
    `The window from “${facts.text('from')}” to “${facts.text('to')}” holds no day: it ends before it begins.`,
  'bounds-clash': (facts) =>
    facts.is('isEmpty')
      ? `No number can be both: ${facts.listed('keys')}. The lower bound lies above the upper one.`
      : `${facts.listed('keys')} say the same twice or contradict each other. At most one lower and one upper bound.`,
  'some-too-many': (facts) => `Here ${facts.number('some')} of ${facts.number('of')} conditions are required.`,
  'weights-off': (facts) => `The weights make ${facts.share('sum')} together. They must make 100%.`,
  'threshold-stated-twice': thresholdTwice,

  'kinds-open': (facts) =>
    `“${facts.text('measure')}” has several kinds, and a day or a schedule cannot say which of them count.\nMake what is to count here a measure of its own.`,
  'date-idle': (facts) =>
    `The day “${facts.text('date')}” has been given a name, but nothing in the goal or its payment reckons with it.\nUse it, for instance in a window, or delete it.`,
  'dates-empty': () =>
    `Here stands dates without a single day. Give a day a name, such as deadline: end + 30 days, or delete dates.`,
  'cohorts-passed-by': (facts) => ({
    says: `The target population has cohorts with names (${facts.items('cohorts').join(', ')}), but the goal is decided for each year of ${facts.text('cohort') === 'start-year' ? 'start' : 'referral'}. A figure reported about a named cohort is not found, and the goal is unmeasured.`,
    lead: 'If the goal shall be decided for the named cohorts, write:',
  }),
  'day-in-two-windows': () => ({
    says: `The window begins with the previous follow-up date and ends with this one, and both days are inside. The follow-up date therefore lies in two windows, and what happens on it counts twice.`,
    lead: 'Let one end be outside:',
  }),
  'decided-after-end': (facts) =>
    `Something is decided here on ${facts.day('day')}, after the last day of the agreement, ${facts.day('through')}. A statement goes that far only when it is asked to.\nSettle with --to ${facts.text('day')}, or let the agreement run until that day (runs: through).`,
  'goal-empty': (facts) =>
    `The goal “${facts.text('goal')}” says neither when it is met (met) nor what is counted (quantity).\nIf that is not agreed yet, write agreed: { by: a day, otherwise: unpaid }.`,
  'learning-paid': (facts) => ({
    says: `The payment “${facts.text('payment')}” depends on “${facts.text('measure')}” (line ${facts.text('usedLine')}), which is for learning only.\nA score that triggers money stops being an honest score. Hence the wall between them.`,
    lead: 'Pay by something else, or let the parties write why:',
    means: (paste) =>
      paste.startsWith('use')
        ? 'the measure is no longer for learning only'
        : "the parties' reason; it stands in the annex",
  }),
  'learning-override': (facts) =>
    `The payment “${facts.text('payment')}” depends on “${facts.text('measure')}” (line ${facts.text('usedLine')}), which is for learning. The parties have written why.`,
  'rewards-withholding': (facts) => ({
    says: `The goal “${facts.text('goal')}” pays for less of “${facts.text('measure')}”, to which the citizen has a right: ${facts.text('right')}.\nNo goal may be reached by withholding a right.`,
    lead: 'Write in the goal how that decision is kept outside the agreement:',
  }),
  'payment-ways': (facts) => oneWay(facts, `The payment “${facts.text('payment')}”`),
  'payment-lacks': (facts) =>
    facts.text('key') === 'due'
      ? `The fee “${facts.text('payment')}” lacks due: when does it fall due?`
      : `The payment “${facts.text('payment')}” lacks goal: which goal owes it?`,
  'payment-unfit-goal': (facts) =>
    facts.text('key') === 'met'
      ? `${facts.text('way')} pays when the goal is met, but “${facts.text('goal')}” has no met. Write met in the goal, or use amount.`
      : `${facts.text('way')} pays for each unit, but “${facts.text('goal')}” has no quantity. Write quantity in the goal, or use per-met.`,
  'reckoned-unfit': (facts) =>
    `reckoned: ${facts.text('reckoned')} counts up the quantities of the dates, but ${facts.text('way') === 'fee' || facts.text('way') === 'per-met' ? `${facts.text('way')} is not worked out from a quantity` : `“${facts.text('goal')}” has no quantity`}. Use amount or per-unit for a goal with a quantity, or delete reckoned.`,
  'reckoned-idle': (facts) =>
    `reckoned: ${facts.text('reckoned')} takes off what the same rule gave before, but the rule of “${facts.text('payment')}” does not ask for { this: quantity }. It gives the same before and after, so only the first date is paid.\nWork the amount out from { this: quantity }, or delete reckoned.`,
  'schedule-ways': (facts) => oneWay(facts, 'A schedule'),
  'limit-ways': (facts) => oneWay(facts, 'A limit'),
  'limit-lacks': (facts) => ({
    says: `A limit with ${facts.text('way')} lacks over: of which payments may there be no more than that?`,
    lead: 'Add:',
  }),
  'limit-key-unfit': (facts) => `“${facts.text('key')}” has no effect in a limit with ${facts.text('way')}. Delete it.`,
  'quota-of-one': () => ({
    says: 'A quota says how large a part some payments may be of all. For each payment by itself there is nothing to hold them against, and nothing would be paid.',
    lead: 'Write what the quota is for, such as:',
  }),
  'occasion-none': (facts) => ({
    says: facts.is('isOfGoal')
      ? `“${facts.text('word')}” belongs to the follow-up dates of a goal, and a ${facts.text('clause')} has none of its own.`
      : facts.text('clause') === 'limit'
        ? `“${facts.text('word')}” asks for a follow-up date: the day of a result or, in a limit per year, quarter or the like, the last day of the period. This limit has neither.`
        : `“${facts.text('word')}” asks for a follow-up date, the day of a result. A security has none.`,
    lead: 'Write for example:',
  }),
  'drawdowns-missing': () => ({
    says: 'A cap on return is worked out from the money drawn, but the terms have no drawdowns.',
    lead: 'Add at the top of the terms:',
  }),
  'payer-shares': (facts) =>
    facts.text('lacks') === ''
      ? `The shares of ${facts.listed('payers')} make ${facts.share('sum')} together. They must make 100%.`
      : { says: `The payers divide by shares, but “${facts.text('lacks')}” has none.`, lead: 'Add:' },
  'payer-none': (facts) =>
    `The payment “${facts.text('payment')}” has no payer: none of those under payers pays for it. A payer with groups pays for results in those groups only.`,
  'payer-turn-open': (facts) => ({
    says: `The payers pay in turn, but “${facts.text('payer')}” has no up-to, so that the turn never comes to the next.`,
    lead: 'Add:',
  }),
  'planned-missing': (facts) => ({
    says: `An early exit counts on the planned rate (${facts.text('expected')}), but “${facts.text('goal')}” has none.`,
    lead: 'Write it in the goal, for example:',
  }),
  'clause-twice': (facts) =>
    `Clause ${facts.text('clause')} is already used by “${facts.text('first')}”. A goal and its own payments may share a number; others have one each.`,
  'period-backwards': () => 'The period ends before it begins.',
  'referral-outside': () => 'People are referred outside the time in which the agreement runs.',
}
