/**
 * Conditions in English: a subordinate clause for each kind, with its conjunction.
 *
 *     condition('if', { all: [a, b] })      if a, and if b
 *     condition('when', { any: [a, b, c] }) when at least one of these conditions is met: (1) a; (2) b; (3) c
 */
import {
  type Attribute,
  type Compare,
  type Condition,
  type CountOf,
  type In,
  type Left,
  type Met,
  type Reached,
  type TimeIn,
  type Unit,
  type Value,
} from '../../expression.ts'
import { equals } from '../../../base/index.ts'
import { type Bounds, type Telling, groupLabel, isGroup, labelOf, note, unitOf } from '../telling.ts'
import { term } from '../naming.ts'
import { from, gap, inList } from '../text.ts'
import { dayOn, dayPoint, windowOf } from './days.ts'
import { number, unitName } from './numbers.ts'
import { theRow } from './rows.ts'
import {
  ageNote,
  countNotes,
  exceptOf,
  isBirth,
  itemNotes,
  perOf,
  runNotes,
  states,
  timeNotes,
  windowIn,
  spentIn,
} from './facts.ts'
import { overCondition, overParts, relative } from './over.ts'
import { goalHead, limitOf } from './values.ts'

export function condition(conjunction: string, node: Condition, t: Telling): string {
  const parts = partsOf(node)
  if (parts === undefined) return joined(conjunction, clause(node, t))
  const isPlain = parts.length === 2 && node.kind !== 'some' && parts.every((part) => partsOf(part) === undefined)
  if (isPlain) {
    const [first, second] = parts.map((part) => joined(conjunction, clause(part, t)))
    return `${first ?? ''}, ${node.kind === 'all' ? 'and' : 'or'} ${second ?? ''}`
  }
  const inner = { ...t, depth: t.depth + 1 }
  const items = parts.map((part, index) => `(${itemMark(index, t.depth)}) ${condition('', part, inner)}`)
  return `${conjunction} ${heading(node, parts.length, t)}: ${items.join('; ')}`.trim()
}

/** A condition as a relative clause; each half of a pair has its own relative word. */
export function relativeOf(node: Condition, t: Telling): string {
  const parts = partsOf(node)
  const isPlain = parts?.length === 2 && node.kind !== 'some' && parts.every((part) => partsOf(part) === undefined)
  if (parts === undefined || !isPlain) return relative(condition('', node, t), t)
  return parts.map((part) => relative(clause(part, t), t)).join(node.kind === 'all' ? ', and ' : ', or ')
}

/** A clause that begins by saying for whom is set off: "when, for each of the children, …". */
const joined = (conjunction: string, clause: string): string =>
  `${conjunction}${conjunction !== '' && clause.startsWith('for ') ? ',' : ''} ${clause}`.trim()

const itemMark = (index: number, depth: number): string =>
  depth % 2 === 0 ? String(index + 1) : String.fromCharCode(97 + index)

function partsOf(node: Condition): readonly Condition[] | undefined {
  switch (node.kind) {
    case 'all':
      return node.all.length === 1 ? partsOf(node.all[0]!) : node.all
    case 'any':
      return node.any.length === 1 ? partsOf(node.any[0]!) : node.any
    case 'some':
      return node.of
    default:
      return undefined
  }
}

function heading(node: Condition, count: number, t: Telling): string {
  if (node.kind === 'all') return 'all of these conditions are met'
  if (node.kind !== 'some') return 'at least one of these conditions is met'
  note(
    t,
    node,
    'unmeasured',
    node.unmeasured === 'makes-unmeasured'
      ? 'if one of the conditions is unmeasured and could decide the outcome, the result is unmeasured'
      : 'a condition that is unmeasured is taken as not met',
  )
  return `at least ${from(`${node.path}.some`, number(node.some))} of these ${number(count)} conditions are met`
}

function clause(node: Condition, t: Telling): string {
  switch (node.kind) {
    case 'compare':
      return comparison(node, t)
    case 'over':
      return overCondition(node, t)
    case 'all':
      return node.all.length === 1 ? clause(node.all[0]!, t) : condition('', node, t)
    case 'any':
      return node.any.length === 1 ? clause(node.any[0]!, t) : condition('', node, t)
    case 'some':
      return condition('', node, t)
    case 'not':
      return negated(node.not, t)
    case 'met':
      return met(node, t, 'is')
    case 'in':
      return membership(node, t, 'belongs to')
    case 'attribute':
      return attribute(node, t, 'is')
    case 'observed-to':
      return `the records of ${theRow(t.row)} reach ${dayPoint(node.observedTo, t)}`
    case 'left':
      return left(node, t)
    case 'reached':
      return reached(node, t)
  }
}

function reached(node: Reached, t: Telling): string {
  const { base, offsets, align } = node.reached
  const by = dayPoint(node.by, t)
  if (base.of === 'anchor' && offsets.length === 0 && align === undefined && !isGroup(t.row)) {
    if (base.name === 'end') return `${theRow(t.row)} has ended the course by ${by}`
    if (base.name === 'course start') return `${theRow(t.row)} has begun the course by ${by}`
  }
  return `the day ${dayPoint(node.reached, t)} has come by ${dayPoint(node.by, t)}`
}

function left(node: Left, t: Telling): string {
  const reasons = node.left.map((reason) => `“${labelOf(t, reason)}”`)
  return `${theRow(t.row)} has left by ${dayPoint(node.by, t)} for the reason ${from(node.path, inList(reasons, 'or'))}`
}

function negated(node: Condition, t: Telling): string {
  switch (node.kind) {
    case 'met':
      return met(node, t, 'is not')
    case 'in':
      return membership(node, t, 'does not belong to')
    case 'attribute':
      return attribute(node, t, 'is not')
    case 'over':
      return overCondition(node, t, true)
    default:
      return `it is not the case ${condition('that', node, t)}`
  }
}

const metDates: Record<Met['dates'], string> = {
  'same-date': 'on the same date',
  'every-date': 'on every follow-up date',
  'any-date': 'on at least one follow-up date',
  'every-date-so-far': 'on every follow-up date up to and including this one',
  'any-date-so-far': 'on at least one follow-up date up to and including this one',
}

function met(node: Met, t: Telling, is: string): string {
  return `${goalHead(node.met, t)} ${is} met ${from(`${node.path}.dates`, metDates[node.dates])}`
}

function membership(node: In, t: Telling, belongs: string): string {
  const names = node.in.map((name) => groupLabel(t, name))
  return `${theRow(t.row)} ${belongs} ${from(node.path, inList(names, 'or'))}`
}

function attribute(node: Attribute, t: Telling, is: string): string {
  const words = inList(
    node.is.map((word) => `“${word}”`),
    'or',
  )
  return `${theRow(t.row)} ${is} recorded with ${from(node.path, words)} under “${node.attribute}”`
}

/** The limits of a comparison: "at least 50% but less than 75%". */
export function bounds(node: Bounds, unit: Unit | undefined, t: Telling): string {
  const of = (limit: Value) => limitOf(limit, unit, t)
  return [
    ...(node.exactly === undefined ? [] : [`exactly ${of(node.exactly)}`]),
    ...(node.atLeast === undefined ? [] : [`at least ${of(node.atLeast)}`]),
    ...(node.moreThan === undefined ? [] : [`more than ${of(node.moreThan)}`]),
    ...(node.atMost === undefined ? [] : [`at most ${of(node.atMost)}`]),
    ...(node.lessThan === undefined
      ? []
      : [`${isCounted(node.lessThan) ? 'fewer' : 'less'} than ${of(node.lessThan)}`]),
  ].join(' but ')
}

/** What is counted is fewer; what is measured is less. */
const isCounted = (limit: Value): boolean =>
  limit.kind === 'literal' && ['nights', 'days', 'weeks', 'people', 'times', 'items'].includes(limit.unit)

function comparison(node: Compare, t: Telling): string {
  const of = node.value
  const unit = unitOf(of) as Unit | undefined
  const limits = () => bounds(node, unit, t) + writtenAs(node)
  const bare = () => bounds(withoutPeople(node), unit, t) + writtenAs(node)
  switch (of.kind) {
    case 'time-in': {
      timeNotes(of, t)
      const state = `recorded as ${states(of.timeIn, t)}${exceptOf(of, t)}`
      const when = `${perOf(of)} ${windowIn(of, t)}`
      if (isOnTheDay(node, of)) return `${theRow(t.row)} is ${state} ${dayOn(of.window.from!, t)}`
      const isNever = isOnly(node, 'atMost', 0) && of.unit !== 'years'
      if (isNever) {
        const never = from(node.atMost!.path, `${spentIn(of.unit)} a single ${unitName(of.unit, 'one')}`)
        return `${theRow(t.row)} has not been ${state} ${never}${when}`
      }
      return `${theRow(t.row)} has been ${state} ${spentIn(of.unit)} ${limits()}${when}`
    }
    case 'longest-run-in':
      runNotes(of, t)
      return `${theRow(t.row)} has been recorded as ${states(of.longestRunIn, t)} for ${limits()} in a row ${windowOf(of.window, t)}`
    case 'count-of':
      countNotes(of, t)
      if (of.valued !== undefined) return valued(node, of, limits(), t)
      return `${theRow(t.row)} has been recorded with “${labelOf(t, of.countOf)}” ${limits()} ${windowOf(of.window, t)}`
    case 'items-met':
      itemNotes(of, t)
      return `${limits()} of ${theRow(t.row, 'of')} ${labelOf(t, of.itemsMet)} are met`
    case 'time-between':
      if (!isBirth(of)) break
      ageNote(of, t)
      return `${theRow(t.row)} is ${bounds(node, of.unit, t)}${writtenAs(node)} old ${dayOn(of.timeBetween[1]!, t)}`
    case 'over': {
      if ((of.take !== 'count' && of.take !== 'share') || of.that === undefined) break
      const { all, inner } = overParts(of, t)
      return `for ${bare()} of ${all}, ${t.tongue.condition('', of.that, inner)}`
    }
    default:
  }
  return `${term(of, t)} is ${limits()}`
}

/** "the person’s record of drug test is at most 0 points at least 8 times from …". */
function valued(node: Compare, of: CountOf, limits: string, t: Telling): string {
  const [what, is] = [labelOf(t, of.countOf), from(`${of.path}.valued`, bounds(of.valued!, undefined, t))]
  const [whose, when] = [theRow(t.row, 'of'), windowOf(of.window, t)]
  if (of.as === 'share') return `${limits} of ${whose} records of ${what} ${when} are ${is}`
  const none = isOnly(node, 'atMost', 0) ? node.atMost : isOnly(node, 'exactly', 0) ? node.exactly : undefined
  if (none !== undefined) return `${whose} record of ${what} is ${from(none.path, 'never')} ${is} ${when}`
  return `${whose} record of ${what} is ${is} ${limits} ${when}`
}

/** A limit that stands alone and is this number. */
function isOnly(node: Compare, side: 'atLeast' | 'atMost' | 'exactly', number: number): boolean {
  const sides = [node.atLeast, node.atMost, node.moreThan, node.lessThan, node.exactly, node.writtenAs, node.decidedBy]
  const limit = node[side]
  return (
    sides.filter((each) => each !== undefined).length === 1 && limit?.kind === 'literal' && equals(limit.value, number)
  )
}

/** At least one day of a window of one day: simply the state on that day. */
const isOnTheDay = (node: Compare, of: TimeIn): boolean =>
  isOnly(node, 'atLeast', 1) &&
  of.unit === 'days' &&
  of.per === undefined &&
  of.window.from !== undefined &&
  of.window.from.text === of.window.through?.text

function writtenAs(node: Compare): string {
  if (node.writtenAs === undefined && node.decidedBy === undefined) return ''
  const { writtenAs, decidedBy } = node
  const written =
    writtenAs === undefined ? '' : `written as ${number(writtenAs.count)}${gap}of${gap}${number(writtenAs.of)}`
  const decides = decidedBy === undefined ? '' : `the ${decidedBy} decides`
  return ` (${[written, decides].filter((part) => part !== '').join('; ')})`
}

/** Of people counted, the number alone: those counted are named right after. */
function withoutPeople(node: Bounds): Bounds {
  const bareOf = (limit: Value | undefined): Value | undefined =>
    limit?.kind === 'literal' && limit.unit === 'people' ? { ...limit, unit: 'number' } : limit
  const { atLeast, moreThan, atMost, lessThan, exactly } = node
  return {
    atLeast: bareOf(atLeast),
    moreThan: bareOf(moreThan),
    atMost: bareOf(atMost),
    lessThan: bareOf(lessThan),
    exactly: bareOf(exactly),
  }
}
