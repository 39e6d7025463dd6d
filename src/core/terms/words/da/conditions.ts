/**
 * Betingelser på dansk: en bisætning for hver slags, med sit bindeord.
 *
 *     condition('hvis', { all: [a, b] })      hvis a, og hvis b
 *     condition('når', { any: [a, b, c] })    når mindst én af disse betingelser er opfyldt: (1) a; (2) b; (3) c
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
import { type Bounds, type Telling, groupLabel, isGroup, note, unitOf } from '../telling.ts'
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
} from './facts.ts'
import { overCondition, overParts, relative } from './over.ts'
import { goalHead, limitOf } from './values.ts'
import { labelOf } from '../telling.ts'

export function condition(conjunction: string, node: Condition, t: Telling): string {
  const parts = partsOf(node)
  if (parts === undefined) return `${conjunction} ${clause(node, t)}`.trim()
  const isPlain = parts.length === 2 && node.kind !== 'some' && parts.every((part) => partsOf(part) === undefined)
  if (isPlain) {
    const [first, second] = parts.map((part) => `${conjunction} ${clause(part, t)}`.trim())
    return `${first ?? ''}, ${node.kind === 'all' ? 'og' : 'eller'} ${second ?? ''}`
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
  return parts.map((part) => relative(clause(part, t), t)).join(node.kind === 'all' ? ', og ' : ', eller ')
}

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
  if (node.kind === 'all') return 'alle disse betingelser er opfyldt'
  if (node.kind !== 'some') return 'mindst én af disse betingelser er opfyldt'
  note(
    t,
    node,
    'unmeasured',
    node.unmeasured === 'makes-unmeasured'
      ? 'er en af betingelserne umålt, og kan den afgøre udfaldet, er resultatet umålt'
      : 'en betingelse, der er umålt, regnes for ikke opfyldt',
  )
  return `mindst ${from(`${node.path}.some`, number(node.some))} af disse ${number(count)} betingelser er opfyldt`
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
      return met(node, t, 'er')
    case 'in':
      return membership(node, t, '')
    case 'attribute':
      return attribute(node, t, '')
    case 'observed-to':
      return `oplysningerne om ${theRow(t.row)} når frem til ${dayPoint(node.observedTo, t)}`
    case 'left':
      return left(node, t)
    case 'reached':
      return reached(node, t)
  }
}

function reached(node: Reached, t: Telling): string {
  const { base, offsets, align } = node.reached
  const by = dayOn(node.by, t)
  if (base.of === 'anchor' && offsets.length === 0 && align === undefined && !isGroup(t.row)) {
    if (base.name === 'end') return `${theRow(t.row)} senest ${by} har afsluttet forløbet`
    if (base.name === 'course start') return `${theRow(t.row)} senest ${by} er begyndt i indsatsen`
  }
  return `dagen ${dayPoint(node.reached, t)} er kommet senest ${dayOn(node.by, t)}`
}

function left(node: Left, t: Telling): string {
  const reasons = node.left.map((reason) => `»${labelOf(t, reason)}«`)
  return `${theRow(t.row)} senest ${dayOn(node.by, t)} har forladt indsatsen af grunden ${from(node.path, inList(reasons, 'eller'))}`
}

function negated(node: Condition, t: Telling): string {
  switch (node.kind) {
    case 'met':
      return met(node, t, 'ikke er')
    case 'in':
      return membership(node, t, 'ikke ')
    case 'attribute':
      return attribute(node, t, 'ikke ')
    case 'over':
      return overCondition(node, t, true)
    default:
      return `det ikke er sådan, ${condition('at', node, t)}`
  }
}

const metDates: Record<Met['dates'], string> = {
  'same-date': 'på samme dato',
  'every-date': 'på alle opfølgningsdatoer',
  'any-date': 'på mindst én opfølgningsdato',
  'every-date-so-far': 'på alle opfølgningsdatoer til og med denne',
  'any-date-so-far': 'på mindst én opfølgningsdato til og med denne',
}

function met(node: Met, t: Telling, is: string): string {
  return `${goalHead(node.met, t)} ${is} nået ${from(`${node.path}.dates`, metDates[node.dates])}`
}

function membership(node: In, t: Telling, not: string): string {
  const names = node.in.map((name) => groupLabel(t, name))
  return `${theRow(t.row)} ${not}hører til ${from(node.path, inList(names, 'eller'))}`
}

function attribute(node: Attribute, t: Telling, not: string): string {
  const words = inList(
    node.is.map((word) => `»${word}«`),
    'eller',
  )
  return `${theRow(t.row)} ${not}er registreret med ${from(node.path, words)} under »${node.attribute}«`
}

/** The limits of a comparison: "mindst 50 %, men under 75 %". */
export function bounds(node: Bounds, unit: Unit | undefined, t: Telling): string {
  const of = (limit: Value) => limitOf(limit, unit, t)
  const low = [
    ...(node.exactly === undefined ? [] : [`præcis ${of(node.exactly)}`]),
    ...(node.atLeast === undefined ? [] : [`mindst ${of(node.atLeast)}`]),
    ...(node.moreThan === undefined ? [] : [`over ${of(node.moreThan)}`]),
  ]
  const high = [
    ...(node.atMost === undefined ? [] : [`højst ${of(node.atMost)}`]),
    ...(node.lessThan === undefined ? [] : [`under ${of(node.lessThan)}`]),
  ]
  return [...low, ...high].join(', men ') + (low.length > 0 && high.length > 0 ? ',' : '')
}

function comparison(node: Compare, t: Telling): string {
  const of = node.value
  const unit = unitOf(of) as Unit | undefined
  const limits = () => bounds(node, unit, t) + writtenAs(node)
  const bare = () => bounds(withoutPeople(node), unit, t) + writtenAs(node)
  switch (of.kind) {
    case 'time-in': {
      timeNotes(of, t)
      const state = `registreret som ${states(of.timeIn, t)}${exceptOf(of, t)}${perOf(of)} ${windowIn(of, t)}`
      if (isOnTheDay(node, of))
        return `${theRow(t.row)} ${dayOn(of.window.from!, t)} er registreret som ${states(of.timeIn, t)}${exceptOf(of, t)}`
      const isNever = isOnly(node, 'atMost', 0) && of.unit !== 'years'
      if (isNever)
        return `${theRow(t.row)} ikke ${from(node.atMost!.path, `en eneste ${unitName(of.unit, 'one')}`)} har været ${state}`
      return `${theRow(t.row)} i ${limits()} har været ${state}`
    }
    case 'longest-run-in':
      runNotes(of, t)
      return `${theRow(t.row)} i ${limits()} i træk har været registreret som ${states(of.longestRunIn, t)} ${windowOf(of.window, t)}`
    case 'count-of':
      countNotes(of, t)
      if (of.valued !== undefined) return valued(of, of.valued, timesOf(node, limits()), t)
      return `${theRow(t.row)} ${limits()} er registreret med »${labelOf(t, of.countOf)}« ${windowOf(of.window, t)}`
    case 'items-met':
      itemNotes(of, t)
      return `${limits()} af ${theRow(t.row, 'of')} ${labelOf(t, of.itemsMet)} er opfyldt`
    case 'time-between':
      if (!isBirth(of)) break
      ageNote(of, t)
      return `${theRow(t.row)} er ${bounds(node, of.unit, t)}${writtenAs(node)} ${dayOn(of.timeBetween[1]!, t)}`
    case 'over': {
      if ((of.take !== 'count' && of.take !== 'share') || of.that === undefined) break
      const { all, inner } = overParts(of, t)
      return `det for ${bare()} af ${all} gælder, ${t.tongue.condition('at', of.that, inner)}`
    }
    default:
  }
  return `${term(of, t)} er ${limits()}`
}

/** "personens oplysning om narkotikatest mindst 8 gange er højst 0 point i perioden …". */
function valued(of: CountOf, held: Bounds, limits: string, t: Telling): string {
  const [what, is] = [labelOf(t, of.countOf), from(`${of.path}.valued`, bounds(held, undefined, t))]
  return of.as === 'share'
    ? `${limits} af ${theRow(t.row, 'of')} oplysninger om ${what} ${windowOf(of.window, t)} er ${is}`
    : `${theRow(t.row, 'of')} oplysning om ${what} ${limits} er ${is} ${windowOf(of.window, t)}`
}

/** Nothing of a kind is said as never. */
function timesOf(node: Compare, limits: string): string {
  const none = isOnly(node, 'atMost', 0) ? node.atMost : isOnly(node, 'exactly', 0) ? node.exactly : undefined
  const isCount = node.value.kind === 'count-of' && node.value.as !== 'share'
  return none !== undefined && isCount ? from(none.path, 'ikke en eneste gang') : limits
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
    writtenAs === undefined ? '' : `svarende til ${number(writtenAs.count)}${gap}af${gap}${number(writtenAs.of)}`
  const decides = decidedBy === undefined ? '' : `${decidedBy === 'count' ? 'antallet' : 'andelen'} er afgørende`
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
