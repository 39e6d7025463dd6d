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
  type Grown,
  type If,
  type Over,
  type Pick,
  type Ratio,
  type ResultOf,
  type Rounded,
  type This,
  type Unit,
  type Value,
  type Weighted,
} from '../../expression.ts'
import { type Telling, headOf, labelOf, named, note } from '../telling.ts'
import { part, parts, term } from '../naming.ts'
import { from, inList } from '../text.ts'
import { dayPoint } from './days.ts'
import { countOf, itemsMet, longestRun, timeBetween, timeIn, valueOf } from './facts.ts'
import { literal } from './numbers.ts'
import { overCondition, overParts } from './over.ts'
import { theRow } from './rows.ts'

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
      return `the sum of ${parts(node.sumOf, t)}`
    case 'difference':
      return difference(node.difference, t)
    case 'product':
      return product(node.product, t)
    case 'ratio':
      return ratio(node, t)
    case 'highest-of':
      return `the highest of ${parts(node.highestOf, t)}`
    case 'lowest-of':
      return `the lowest of ${parts(node.lowestOf, t)}`
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

/** "the goal in clause 4.1 (Action-plan goals)". */
export function goalHead(name: string, t: Telling): string {
  if (name === t.own) return 'this goal'
  const head = headOf(t, name, 'goals')
  return head.number === '' ? `the goal “${head.label}”` : `the goal in clause ${head.number} (${head.label})`
}

/** "on the latest 3 follow-up dates up to and including this one". */
function resultDates({ dates, last }: ResultOf): string {
  const few = last === undefined ? '' : `latest ${String(last)} `
  return {
    'same-date': 'on the same date',
    'previous-date': 'on the latest earlier follow-up date',
    'all-dates': last === undefined ? 'on all follow-up dates' : `on the ${few}of all follow-up dates`,
    'dates-so-far': `on the ${few}follow-up dates up to and including this one`,
    'earlier-dates': `on the ${few}earlier follow-up dates`,
  }[dates]
}

const resultPicks: Record<Pick, string> = {
  latest: 'the latest of the results',
  first: 'the first of the results',
  highest: 'the highest of the results',
  lowest: 'the lowest of the results',
  mean: 'the mean of the results',
  sum: 'the sum of the results',
}

function resultOf(node: ResultOf, t: Telling): string {
  const goal = goalHead(node.resultOf, t)
  const dates = from(`${node.path}.dates`, resultDates(node))
  const count = from(`${node.path}.last`, String(node.last))
  if (node.ifFewer !== undefined)
    note(
      t,
      node,
      'if-fewer',
      node.ifFewer === 'makes-unmeasured'
        ? `if there are not yet ${count} dates, the result is unmeasured`
        : `if there are not yet ${count} dates, those there are count`,
    )
  if (node.ifNone !== undefined)
    note(t, node, 'if-none', `if there is no date of ${goal} to reckon from, ${value(node.ifNone, t)} is used`)
  switch (node.as) {
    case 'quantity':
      return `${node.pick === undefined ? 'the result' : from(`${node.path}.pick`, resultPicks[node.pick])} of ${goal} ${dates}`
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
  const that =
    node.that === undefined
      ? ''
      : ` for ${theRow(inner.row, 'who') === 'who' ? 'whom' : 'which'} ${t.tongue.condition('', node.that, inner)}`
  if (node.take === 'count' || node.take === 'share') return `${takes[node.take]} of ${all}${that}`
  const of = node.of === undefined ? 'the result' : term(node.of, inner)
  return `${takes[node.take]} for ${all}${that} of ${of}`
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
  const items = node.weighted.map(({ weight, of }) => product([weight, of], t))
  return `the weighted sum of ${inList(items, 'and')}`
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
