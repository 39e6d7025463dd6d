/**
 * Days and stretches of days in English.
 *
 *     end + 12 months                          12 months after the end
 *     monday on or before start + 24 months    the last Monday on or before 24 months after the start
 *     { from: start, until: occasion }         from the start up to but not including the follow-up date
 */
import { type DayAlign, type DayAnchor, type DayBase, type DayExpression, type Window } from '../../expression.ts'
import { type Offset } from '../../../base/index.ts'
import { type Telling, isGroup, labelOf, withoutDay } from '../telling.ts'
import { from, gap, inList } from '../text.ts'
import { months } from './calendar.ts'
import { day, length, number } from './numbers.ts'
import { theRow } from './rows.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The day as a thing: what stands after "from", "through", "after". */
export function dayPoint(node: DayExpression, t: Telling): string {
  return from(node.path, pointOf(node, t))
}

/** The day as a time: "at the end", "12 months after the end", "on 31 December 2024". */
export function dayOn(node: DayExpression, t: Telling): string {
  if (node.align !== undefined) return from(node.path, `on ${pointOf(node, t)}`)
  if (node.offsets.length > 0) return dayPoint(node, t)
  return from(node.path, onBase(node.base, t))
}

/** Several dates of one goal, with what they share said once: "12 and 24 months after the end". */
export function daysOn(nodes: readonly DayExpression[], t: Telling): string {
  const [first] = nodes
  const isAlike = (node: DayExpression) =>
    node.align === undefined &&
    node.offsets.length === 1 &&
    node.offsets[0]!.months > 0 &&
    node.text.replace(/\d+ (month|year)/, '') === first!.text.replace(/\d+ (month|year)/, '')
  if (nodes.length > 1 && nodes.every(isAlike) && nodes.every((node) => node.offsets[0]!.months < 48)) {
    const numbers = nodes.map((node) => from(node.path, number(node.offsets[0]!.months)))
    return `${inList(numbers, 'and')}${gap}months after ${pointOf({ ...first!, offsets: [] }, t)}`
  }
  return inList(
    nodes.map((node) => dayOn(node, t)),
    'and',
  )
}

/** A stretch of days; each end says whether the day itself is inside. */
export function windowOf(node: Window, t: Telling, within = ''): string {
  if (node.from !== undefined && node.from.text === node.through?.text) return dayOn(node.from, t)
  const begin = node.from ?? node.after
  const begins =
    begin === undefined
      ? ''
      : node.from === undefined
        ? `from the day after ${afterDay(begin, t)}`
        : `from ${dayPoint(begin, t)}`
  const end = node.through ?? node.until
  const ends =
    end === undefined
      ? ''
      : `${node.through === undefined ? 'up to but not including' : 'up to and including'} ${dayPoint(end, t)}`
  return `${within} ${begins} ${ends}`.trim()
}

/** "the start", or where the day is itself counted from another, "the one that is 1 month after the start". */
const afterDay = (node: DayExpression, t: Telling): string =>
  node.offsets.length === 0 || node.align !== undefined ? dayPoint(node, t) : `the one that is ${dayPoint(node, t)}`

function pointOf(node: DayExpression, t: Telling): string {
  const base = node.offsets.reduceRight<string>((point, step) => stepped(step, point), pointBase(node, t))
  return node.align === undefined ? base : aligned(node.align, base)
}

function stepped(step: Offset, point: string): string {
  const isBack = step.months < 0 || step.days < 0
  if (step.months === 0 && Math.abs(step.days) === 1) return `the day ${isBack ? 'before' : 'after'} ${point}`
  return `${length(step)} ${isBack ? 'before' : 'after'} ${point}`
}

function aligned(align: DayAlign, point: string): string {
  if (align.to === 'first-of-month') return `the first day of the same month as ${point}`
  if (align.to === 'last-of-month') return `the last day of the same month as ${point}`
  const which =
    align.to === 'weekday' ? weekdays[align.weekday - 1]! : `${String(align.day)}${gap}${months[align.month - 1]!}`
  return align.side === 'before' ? `the last ${which} on or before ${point}` : `the first ${which} on or after ${point}`
}

function pointBase(node: DayExpression, t: Telling): string {
  const { base } = node
  switch (base.of) {
    case 'fixed':
      return day(base.day)
    case 'anchor':
      return pointAnchor(base.name, t)
    case 'event':
      return `the ${base.pick} day of “${labelOf(t, base.measure)}”`
    case 'named': {
      const named = t.dates.get(base.name)
      return named === undefined ? `the day “${base.name}”` : pointOf(named, withoutDay(t, base.name))
    }
  }
}

function pointAnchor(name: DayAnchor, t: Telling): string {
  switch (name) {
    case 'start':
      return isGroup(t.row) ? `${theRow(t.row, 'of')} first day` : 'the start'
    case 'course start':
      return isGroup(t.row) ? `${theRow(t.row, 'of')} first day` : 'the beginning of the course'
    case 'end':
      return isGroup(t.row) ? `${theRow(t.row, 'of')} last day` : 'the end of the course'
    case 'referral':
      return 'the referral'
    case 'birth':
      return 'birth'
    case 'occasion':
      return 'the follow-up date'
    case 'previous':
      return `the previous follow-up date (the first time ${beforeFirst(t)})`
    case 'agreement start':
      return 'the beginning of the agreement'
    case 'agreement end':
      return 'the end of the agreement'
  }
}

function beforeFirst(t: Telling): string {
  if (t.before === 'calendar') return 'the day before the first period'
  return t.before === undefined ? pointAnchor('start', t) : pointOf(t.before, t)
}

function onBase(base: DayBase, t: Telling): string {
  switch (base.of) {
    case 'fixed':
      return `on ${day(base.day)}`
    case 'event':
      return `on the ${base.pick} day of “${labelOf(t, base.measure)}”`
    case 'named': {
      const named = t.dates.get(base.name)
      return named === undefined ? `on the day “${base.name}”` : dayOn(named, withoutDay(t, base.name))
    }
    case 'anchor': {
      const onDay = base.name === 'occasion' || base.name === 'previous' || pointAnchor(base.name, t).endsWith(' day')
      return `${onDay ? 'on' : 'at'} ${pointAnchor(base.name, t)}`
    }
  }
}
