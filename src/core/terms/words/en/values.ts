/**
 * Values in English: a noun phrase for each kind.
 *
 *     { time-in: shelter, unit: nights, … }   the number of nights on which the person is recorded as “in a shelter” …
 *     { change: fall, from: …, to: … }        the fall in hours of support from the baseline to the follow-up
 *
 * What has no room in a sentence becomes small print: whole weeks, missing records, rounding.
 */
import {
  type Change,
  type CountOf,
  type Grown,
  type If,
  type ItemsMet,
  type LongestRun,
  type Over,
  type Ratio,
  type ResultOf,
  type Rounded,
  type This,
  type TimeBetween,
  type TimeIn,
  type Unit,
  type Value,
  type ValueOf,
  type Weighted,
} from '../../expression.ts'
import { type Telling, draft, headOf, labelOf, named, note, subjectRow } from '../telling.ts'
import { from, inList, plain } from '../text.ts'
import { dayOn, dayPoint, windowOf } from './days.ts'
import { length, literal, number, unitName } from './numbers.ts'
import { membersOf, theRow } from './rows.ts'

export function value(node: Value, t: Telling): string {
  switch (node.kind) {
    case 'time-in':
      return timeIn(node, t)
    case 'count-of':
      return countOf(node, t)
    case 'value-of':
      return valueOf(node, t)
    case 'longest-run-in':
      return longestRun(node, t)
    case 'items-met':
      return itemsMet(node, t)
    case 'time-between':
      return timeBetween(node, t)
    case 'result-of':
      return resultOf(node, t)
    case 'over':
      return over(node, t)
    case 'sum-of':
      return `the sum of ${terms(node.sumOf, t)}`
    case 'difference':
      return difference(node.difference, t)
    case 'product':
      return product(node.product, t)
    case 'ratio':
      return ratio(node, t)
    case 'highest-of':
      return `the highest of ${terms(node.highestOf, t)}`
    case 'lowest-of':
      return `the lowest of ${terms(node.lowestOf, t)}`
    case 'change':
      return change(node, t)
    case 'rounded':
      return rounded(node, t)
    case 'weighted':
      return weighted(node, t)
    case 'if':
      return choice(node, t)
    case 'steps':
    case 'line':
    case 'tiers':
      return named(t, (name) => t.tongue.curve(node, name, t))
    case 'grown':
      return grown(node, t)
    case 'literal':
      return literal(node, t.agreement.currency)
    case 'parameter':
      return from(node.path, `“${labelOf(t, node.parameter)}”`)
    case 'this':
      return thisValue(node, t)
  }
}

/** A value beside a limit: a bare number takes the unit of what it is held against. */
export function limitOf(node: Value, unit: Unit | undefined, t: Telling): string {
  return node.kind === 'literal' && unit !== undefined ? literal(node, t.agreement.currency, unit) : value(node, t)
}

/** A value in a sentence: one too long to be read in it is given a name, and told in a sentence of its own. */
export function term(node: Value, t: Telling): string {
  const text = value(node, { ...t, notes: [], definitions: [], names: [...t.names] })
  return plain(text).length > 150 ? define(node, t) : value(node, t)
}

/** A part of a sum or product: one that is itself put together has a name, so that nobody asks what is reckoned first. */
function part(node: Value, t: Telling): string {
  return isComposed(node) ? define(node, t) : term(node, t)
}

const isComposed = (node: Value): boolean =>
  [
    'sum-of',
    'difference',
    'product',
    'ratio',
    'highest-of',
    'lowest-of',
    'rounded',
    'weighted',
    'if',
    'grown',
  ].includes(node.kind)

function define(node: Value, t: Telling): string {
  return named(t, (name) => {
    const inner = { ...t, definitions: [] }
    t.definitions.push(draft(node, '', `${name} is ${value(node, inner)}`), ...inner.definitions)
  })
}

const terms = (nodes: readonly Value[], t: Telling): string =>
  inList(
    nodes.map((node) => part(node, t)),
    'and',
  )

export const states = (names: readonly string[], t: Telling): string =>
  inList(
    names.map((name) => `“${labelOf(t, name)}”`),
    'or',
  )

/** "on 6 nights", "for 6 weeks". */
export const spentIn = (unit: TimeIn['unit']): string => (unit === 'nights' || unit === 'days' ? 'on' : 'in')

function timeIn(node: TimeIn, t: Telling): string {
  timeNotes(node, t)
  const units = unitName(node.unit, 'several')
  const most = node.per === undefined ? 'the number of' : 'the highest number of'
  return `${most} ${units} ${spentIn(node.unit)} which ${theRow(t.row)} is recorded as ${states(node.timeIn, t)}${exceptOf(node, t)}${perOf(node)} ${windowIn(node, t)}`
}

export function exceptOf(node: TimeIn, t: Telling): string {
  return node.except === undefined ? '' : `, less the time also recorded as ${states(node.except, t)},`
}

/** The period within which the units are counted, where the rule looks at the highest of several. */
export const perOf = (node: TimeIn): string =>
  node.per === undefined
    ? ''
    : ` in the period of ${from(`${node.path}.per`, length(node.per))} in which the figure is highest,`

/** The stretch of days itself; where a period is looked for in it, it lies within. */
export const windowIn = (node: TimeIn, t: Telling): string =>
  node.per === undefined ? windowOf(node.window, t) : windowOf(node.window, t, 'within the time')

export function timeNotes(node: TimeIn, t: Telling): void {
  const unit = unitName(node.unit, 'one')
  if (node.partUnits === 'whole-only')
    note(t, node, 'part-units', `a ${unit} counts only if the state lasted the whole ${unit}`)
  if (node.partUnits === 'any-day')
    note(t, node, 'part-units', `a ${unit} counts if the state lasted just one day of the ${unit}`)
  if (node.weeks === 'monday-to-sunday') note(t, node, 'weeks', 'weeks run from Monday to Sunday')
  if (node.weeks === 'from-window-start')
    note(t, node, 'weeks', 'weeks are counted seven days at a time from the first day of the period')
  if (node.periods === 'fixed') {
    note(t, node, 'periods', 'the periods follow one another, counted from the first day; the last may be shorter')
  }
  if (node.periods === 'rolling') note(t, node, 'periods', 'the period may begin on any day')
}

function countOf(node: CountOf, t: Telling): string {
  countNotes(node, t)
  return `the number of times ${theRow(t.row)} is recorded with “${labelOf(t, node.countOf)}” ${windowOf(node.window, t)}`
}

export function countNotes(node: CountOf, t: Telling): void {
  if (node.apart === undefined) return
  const what = `“${labelOf(t, node.countOf)}”`
  note(
    t,
    node,
    'apart',
    `${what} counts only if at least ${length(node.apart)} have passed since the latest one that counted`,
  )
}

const picks: Record<ValueOf['pick'], string> = {
  latest: 'latest record of',
  first: 'first record of',
  highest: 'highest record of',
  lowest: 'lowest record of',
  mean: 'mean of the records of',
  sum: 'sum of the records of',
}

function valueOf(node: ValueOf, t: Telling): string {
  if (node.ifNone !== undefined) {
    note(t, node, 'if-none', `if there is no record of ${labelOf(t, node.valueOf)}, ${value(node.ifNone, t)} is used`)
  }
  const picked = from(`${node.path}.pick`, picks[node.pick])
  return `${theRow(t.row, 'of')} ${picked} ${labelOf(t, node.valueOf)} ${windowOf(node.window, t)}`
}

function longestRun(node: LongestRun, t: Telling): string {
  runNotes(node, t)
  return `the greatest number of ${unitName(node.unit, 'several')} in a row for which ${theRow(t.row)} is recorded as ${states(node.longestRunIn, t)} ${windowOf(node.window, t)}`
}

export function runNotes(node: LongestRun, t: Telling): void {
  const gapAtMost = length(node.gapAtMost)
  const isNone = node.gapAtMost.days === 0 && node.gapAtMost.months === 0
  note(
    t,
    node,
    'gap-at-most',
    isNone ? 'any break ends the run' : `a break of at most ${gapAtMost} does not end the run`,
  )
  if (node.gaps !== undefined) note(t, node, 'gaps', `there may be at most ${number(node.gaps)} such breaks`)
  if (node.gapDays === 'counted') note(t, node, 'gap-days', 'the days of such a break are counted')
  if (node.gapDays === 'not-counted') note(t, node, 'gap-days', 'the days of such a break are not counted')
}

function itemsMet(node: ItemsMet, t: Telling): string {
  itemNotes(node, t)
  const what = `${theRow(t.row, 'of')} ${labelOf(t, node.itemsMet)}`
  return node.as === 'share' ? `the share of ${what} that are met` : `the number of ${what} that are met`
}

export function itemNotes(node: ItemsMet, t: Telling): void {
  note(t, node.window, '', `the goals are judged ${windowOf(node.window, t)}`)
  note(
    t,
    node,
    'changed',
    `a goal that was changed on the way is judged by its ${node.changed === 'latest-wording' ? 'latest' : 'first'} wording`,
  )
  note(
    t,
    node,
    'withdrawn',
    node.withdrawn === 'left-out'
      ? 'a goal that was withdrawn is left out'
      : 'a goal that was withdrawn is taken as not met',
  )
  const unjudged = {
    'makes-unmeasured': 'if a goal is not judged, the result is unmeasured',
    'not-met': 'a goal that is not judged is taken as not met',
    'left-out': 'a goal that is not judged is left out',
  }
  note(t, node, 'unjudged', unjudged[node.unjudged])
}

function timeBetween(node: TimeBetween, t: Telling): string {
  const [begin, end] = node.timeBetween
  if (begin === undefined || end === undefined) return 'the time'
  const unit = from(`${node.path}.unit`, unitName(node.unit, 'several'))
  if (isBirth(node)) return `${theRow(t.row, 'of')} age in ${unit} ${dayOn(end, t)}`
  return `the time in ${unit} from ${dayPoint(begin, t)} to ${dayPoint(end, t)}`
}

/** The time from birth to a day is an age. */
export function isBirth(node: TimeBetween): boolean {
  const [begin] = node.timeBetween
  return (
    begin?.base.of === 'anchor' &&
    begin.base.name === 'birth' &&
    begin.offsets.length === 0 &&
    begin.align === undefined
  )
}

/** "the goal in clause 4.1 (Action-plan goals)". */
export function goalHead(name: string, t: Telling): string {
  const head = headOf(t, name, 'goals')
  return head.number === '' ? `the goal “${head.label}”` : `the goal in clause ${head.number} (${head.label})`
}

const resultDates: Record<ResultOf['dates'], string> = {
  'same-date': 'on the same date',
  'all-dates': 'on all follow-up dates',
  'dates-so-far': 'on the follow-up dates up to and including this one',
}

function resultOf(node: ResultOf, t: Telling): string {
  const goal = goalHead(node.resultOf, t)
  const dates = from(`${node.path}.dates`, resultDates[node.dates])
  switch (node.as) {
    case 'quantity':
      return `the result of ${goal} ${dates}`
    case 'times-met':
      return `the number of times ${goal} is met ${dates}`
    case 'times-missed':
      return `the number of times ${goal} is not met ${dates}`
    case 'times-unmeasured':
      return `the number of times ${goal} is unmeasured ${dates}`
  }
}

const takes: Record<Exclude<Over['take'], 'every' | 'any'>, string> = {
  count: 'the number',
  share: 'the share',
  sum: 'the sum',
  mean: 'the mean',
  median: 'the median',
  highest: 'the highest figure',
  lowest: 'the lowest figure',
}

function over(node: Over, t: Telling): string {
  const { all, inner } = overParts(node, t)
  if (node.take === 'every' || node.take === 'any') return `the answer to whether ${overCondition(node, t)}`
  const that = node.that === undefined ? '' : ` for which ${t.tongue.condition('', node.that, inner)}`
  if (node.take === 'count' || node.take === 'share') return `${takes[node.take]} of ${all}${that}`
  const of = node.of === undefined ? 'the result' : term(node.of, inner)
  return `${takes[node.take]} for ${all}${that} of ${of}`
}

/** Over whom, with the words for those among them; the edges of the counting become small print. */
export function overParts(node: Over, t: Telling): { all: string; inner: Telling } {
  const members = membersOf(node.over, t.row, subjectRow(t.agreement))
  const inner = { ...t, row: members.row }
  overNotes(node, members.row, t)
  if (node.among === undefined) return { all: members.all, inner }
  const among = relative(t.tongue.condition('', node.among, inner), inner)
  // "each of the children who is …"; of several at once, each is named, so that the verb may stay.
  const isOfEach = node.take === 'every' || node.take === 'any'
  const counting = isOfEach ? among : `(counting each ${theRow(members.row, 'one')} ${among})`
  return { all: `${members.all} ${counting}`, inner }
}

/** A condition as a relative clause: "who is at least 6 years old", otherwise "for whom …". */
export function relative(clause: string, t: Telling): string {
  const bare = clause.trim()
  const subject = `${theRow(t.row)} `
  const who = theRow(t.row, 'who')
  return bare.startsWith(subject)
    ? `${who} ${bare.slice(subject.length)}`
    : `for ${who === 'who' ? 'whom' : 'which'} ${bare}`
}

function overNotes(node: Over, row: Telling['row'], t: Telling): void {
  const [one, several] = [theRow(row, 'a'), theRow(row, 'several')]
  const unmeasured = {
    'left-out': `${several} whose result is unmeasured are left out`,
    'counted-as-no': `${one} ${theRow(row, 'who')} is unmeasured is taken as not meeting the condition`,
    'makes-unmeasured': `if ${one} is unmeasured, the result as a whole is unmeasured`,
  }
  note(t, node, 'unmeasured', unmeasured[node.unmeasured])
  if (node.membersAt !== undefined) {
    note(
      t,
      node,
      'members-at',
      `it is the ${several} in the family ${node.membersAt === 'start' ? 'at the start' : 'on the follow-up date'} that count`,
    )
  }
  const nobody = {
    'makes-unmeasured': 'the result is unmeasured',
    'counted-as-yes': 'the condition is taken as met',
    'counted-as-no': 'the condition is taken as not met',
  }
  if (node.ifNobody !== undefined)
    note(t, node, 'if-nobody', `if there are no such ${several}, ${nobody[node.ifNobody]}`)
}

/** "for each of the family’s children, …", without its conjunction. */
export function overCondition(node: Over, t: Telling): string {
  const { all, inner } = overParts(node, t)
  const whom = node.take === 'any' ? `at least one of ${all}` : `each of ${all}`
  if (node.that === undefined) return `it holds for ${whom}`
  return `for ${whom}, ${t.tongue.condition('', node.that, inner)}`
}

function difference(nodes: readonly Value[], t: Telling): string {
  const [first, ...rest] = nodes.map((node) => part(node, t))
  return `${first ?? ''} less ${inList(rest, 'and')}`
}

/** A share of something is told as one; everything else is multiplied in order. */
function product(nodes: readonly Value[], t: Telling): string {
  const isShare = (node: Value) => node.kind === 'literal' && node.unit === 'share'
  const [share, other] = nodes[1] !== undefined && isShare(nodes[1]) ? [nodes[1], nodes[0]] : [nodes[0], nodes[1]]
  if (nodes.length === 2 && isShare(share!) && !isShare(other!)) return `${value(share!, t)} of ${part(other!, t)}`
  return nodes.map((node) => part(node, t)).join(' multiplied by ')
}

function ratio(node: Ratio, t: Telling): string {
  const [above, below] = node.ratio.map((each) => part(each, t))
  note(
    t,
    node,
    'if-zero',
    node.ifZero === 'makes-unmeasured'
      ? 'if the divisor is 0, the result is unmeasured'
      : 'if the divisor is 0, the result is 0',
  )
  return `${above ?? ''} divided by ${below ?? ''}`
}

function change(node: Change, t: Telling): string {
  const word = node.change === 'fall' ? 'the fall' : 'the rise'
  const as = from(`${node.path}.as`, node.as === 'share' ? 'as a percentage of the baseline' : 'as a difference')
  const { from: first, to: last } = node
  note(t, first, '', `the baseline is ${value(first, t)}`)
  note(t, last, '', `the follow-up is ${value(last, t)}`)
  if (node.zeroBaseline !== undefined) {
    note(
      t,
      node,
      'zero-baseline',
      node.zeroBaseline === 'makes-unmeasured'
        ? 'if the baseline is 0, the result is unmeasured'
        : 'if the baseline is 0, the change is 0',
    )
  }
  const isSame = first.kind === 'value-of' && last.kind === 'value-of' && first.valueOf === last.valueOf
  return `${word}${isSame ? ` in ${labelOf(t, first.valueOf)}` : ''} from the baseline to the follow-up, ${as},`
}

/** "rounded down to the nearest DKK 100". */
export function roundingTo(how: Rounded['how'], to: string): string {
  const words = {
    down: `rounded down to the nearest ${to}`,
    up: `rounded up to the nearest ${to}`,
    'half-up': `rounded to the nearest ${to}, halves up`,
    'half-even': `rounded to the nearest ${to}, halves to the even neighbour`,
  }
  return words[how]
}

function rounded(node: Rounded, t: Telling): string {
  const how = from(`${node.path}.how`, roundingTo(node.how, literal(node.to, t.agreement.currency)))
  return `${part(node.rounded, t)}, ${how},`
}

function weighted(node: Weighted, t: Telling): string {
  note(
    t,
    node,
    'missing',
    node.missing === 'makes-unmeasured'
      ? 'if a part of the weighted sum is missing, the sum is unmeasured'
      : 'if a part of the weighted sum is missing, the other parts weigh proportionally more',
  )
  const parts = node.weighted.map(({ weight, of }) => product([weight, of], t))
  return `the weighted sum of ${inList(parts, 'and')}`
}

function choice(node: If, t: Telling): string {
  return `${part(node.then, t)} ${t.tongue.condition('if', node.if, t)}, and otherwise ${part(node.else, t)}`
}

function grown(node: Grown, t: Telling): string {
  const how = from(`${node.path}.how`, node.how === 'compound' ? 'with compound interest' : 'with simple interest')
  const verb = node.direction === 'forward' ? 'carried forward' : 'brought back'
  note(t, node, 'part-years', node.partYears === 'exact' ? 'parts of a year count by days' : 'only whole years count')
  return `${part(node.grown, t)} ${verb} at ${value(node.by, t)} a year ${how} from ${dayPoint(node.from, t)} to ${dayPoint(node.to, t)}`
}

function thisValue(node: This, t: Telling): string {
  switch (node.this) {
    case 'quantity':
      return t.elsewhere === undefined ? 'the result' : `the result of ${goalHead(t.elsewhere, t)}`
    case 'occasion-number':
      return 'the number of the follow-up date'
    case 'contract-sum':
      return 'the contract sum'
  }
}
