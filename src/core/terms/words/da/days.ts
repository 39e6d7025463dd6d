/**
 * Dage og perioder på dansk.
 *
 *     end + 12 months                          12 måneder efter afslutning
 *     monday on or before start + 24 months    den sidste mandag på eller før 24 måneder efter opstart
 *     { from: start, until: occasion }         fra og med opstart til (men ikke med) opfølgningsdatoen
 */
import { type DayAlign, type DayAnchor, type DayBase, type DayExpression, type Window } from '../../expression.ts'
import { type Offset } from '../../../base/index.ts'
import { type Telling, isGroup, labelOf, withoutDay } from '../telling.ts'
import { from, gap, inList } from '../text.ts'
import { months } from './calendar.ts'
import { day, length, number } from './numbers.ts'
import { theRow } from './rows.ts'

const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag']

/** The day as a thing: what stands after "fra og med", "til og med", "efter". */
export function dayPoint(node: DayExpression, t: Telling): string {
  return from(node.path, pointOf(node, t))
}

/** The day as a time: "ved afslutning", "12 måneder efter afslutning", "den 31. december 2024". */
export function dayOn(node: DayExpression, t: Telling): string {
  if (node.align !== undefined || node.offsets.length > 0) return dayPoint(node, t)
  return from(node.path, onBase(node.base, t))
}

/** Several dates of one goal, with what they share said once: "12 og 24 måneder efter afslutning". */
export function daysOn(nodes: readonly DayExpression[], t: Telling): string {
  const [first] = nodes
  const isAlike = (node: DayExpression) =>
    node.align === undefined &&
    node.offsets.length === 1 &&
    node.offsets[0]!.months > 0 &&
    node.text.replace(/\d+ (month|year)/, '') === first!.text.replace(/\d+ (month|year)/, '')
  if (nodes.length > 1 && nodes.every(isAlike) && nodes.every((node) => node.offsets[0]!.months < 48)) {
    const numbers = nodes.map((node) => from(node.path, number(node.offsets[0]!.months)))
    return `${inList(numbers, 'og')}${gap}måneder efter ${pointOf({ ...first!, offsets: [] }, t)}`
  }
  return inList(
    nodes.map((node) => dayOn(node, t)),
    'og',
  )
}

/** A stretch of days; each end says whether the day itself is inside. */
export function windowOf(node: Window, t: Telling, within = 'i perioden'): string {
  if (node.from !== undefined && node.from.text === node.through?.text) return dayOn(node.from, t)
  const begin = node.from ?? node.after
  const begins =
    begin === undefined
      ? ''
      : node.from === undefined
        ? `fra dagen efter ${afterDay(begin, t)}`
        : `fra og med ${dayPoint(begin, t)}`
  const end = node.through ?? node.until
  const ends =
    end === undefined ? '' : `${node.through === undefined ? 'til (men ikke med)' : 'til og med'} ${dayPoint(end, t)}`
  return `${within} ${begins} ${ends}`.trim()
}

/** "opstart", or where the day is itself counted from another, "den dag, der ligger 1 måned efter opstart,". */
const afterDay = (node: DayExpression, t: Telling): string =>
  node.offsets.length === 0 || node.align !== undefined
    ? dayPoint(node, t)
    : `den dag, der ligger ${dayPoint(node, t)},`

function pointOf(node: DayExpression, t: Telling): string {
  const base = node.offsets.reduceRight<string>((point, step) => stepped(step, point), pointBase(node, t))
  return node.align === undefined ? base : aligned(node.align, base)
}

function stepped(step: Offset, point: string): string {
  const isBack = step.months < 0 || step.days < 0
  if (step.months === 0 && Math.abs(step.days) === 1) return `dagen ${isBack ? 'før' : 'efter'} ${point}`
  return `${length(step)} ${isBack ? 'før' : 'efter'} ${point}`
}

function aligned(align: DayAlign, point: string): string {
  if (align.to === 'first-of-month') return `den første dag i samme måned som ${point}`
  if (align.to === 'last-of-month') return `den sidste dag i samme måned som ${point}`
  const which =
    align.to === 'weekday' ? weekdays[align.weekday - 1]! : `${String(align.day)}.${gap}${months[align.month - 1]!}`
  return align.side === 'before'
    ? `den sidste ${which} på eller før ${point}`
    : `den første ${which} på eller efter ${point}`
}

function pointBase(node: DayExpression, t: Telling): string {
  const { base } = node
  switch (base.of) {
    case 'fixed':
      return `den ${day(base.day)}`
    case 'anchor':
      return pointAnchor(base.name, t)
    case 'event':
      return `den ${base.pick === 'first' ? 'første' : 'sidste'} dag med »${labelOf(t, base.measure)}«`
    case 'named': {
      const named = t.dates.get(base.name)
      return named === undefined ? `dagen »${base.name}«` : pointOf(named, withoutDay(t, base.name))
    }
  }
}

function pointAnchor(name: DayAnchor, t: Telling): string {
  switch (name) {
    case 'start':
      return isGroup(t.row) ? `${theRow(t.row, 'of')} første dag` : 'opstart'
    case 'course start':
      return isGroup(t.row) ? `${theRow(t.row, 'of')} første dag` : 'indsatsens begyndelse'
    case 'end':
      return isGroup(t.row) ? `${theRow(t.row, 'of')} sidste dag` : 'afslutning'
    case 'referral':
      return 'visitationen'
    case 'birth':
      return 'fødslen'
    case 'occasion':
      return 'opfølgningsdatoen'
    case 'previous':
      return `den forrige opfølgningsdato (første gang ${beforeFirst(t)})`
    case 'agreement start':
      return 'aftalens begyndelse'
    case 'agreement end':
      return 'aftalens udløb'
  }
}

function beforeFirst(t: Telling): string {
  if (t.before === 'calendar') return 'dagen før den første periode'
  return t.before === undefined ? pointAnchor('start', t) : pointOf(t.before, t)
}

function onBase(base: DayBase, t: Telling): string {
  switch (base.of) {
    case 'fixed':
      return `den ${day(base.day)}`
    case 'event':
      return `den ${base.pick === 'first' ? 'første' : 'sidste'} dag med »${labelOf(t, base.measure)}«`
    case 'named': {
      const named = t.dates.get(base.name)
      return named === undefined ? `på dagen »${base.name}«` : dayOn(named, withoutDay(t, base.name))
    }
    case 'anchor': {
      const onDay = base.name === 'occasion' || base.name === 'previous' || pointAnchor(base.name, t).endsWith(' dag')
      return `${onDay ? 'på' : 'ved'} ${pointAnchor(base.name, t)}`
    }
  }
}
