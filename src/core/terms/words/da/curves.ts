/**
 * Kurver på dansk: trin, rette linjer og takster efter mængde, som sætninger.
 *
 *     Er resultatet mindst 75 %, betales 72.000 kr. Er det mindst 50 %, men under 75 %, betales 36.000 kr.
 *
 * Op til tre trin er løbende sætninger; flere er en liste med en sætning for hvert.
 */
import { compare } from '../../../base/index.ts'
import { type Line, type Steps, type Tiers, type Value } from '../../expression.ts'
import { type Bounds, type Telling, draft, note, stepsDown, told } from '../telling.ts'
import { term } from '../naming.ts'
import { type Draft, inList } from '../text.ts'
import { bounds } from './conditions.ts'
import { literal } from './numbers.ts'
import { value } from './values.ts'

/** What a curve gives, after what it depends on: "betales …", "er værdi A …". */
export type Giving = { verb: (give: string) => string; noun: string; nothing: string }

export const isCurve = (node: Value): node is Steps | Line | Tiers =>
  node.kind === 'steps' || node.kind === 'line' || node.kind === 'tiers'

export function curve(node: Steps | Line | Tiers, giving: Giving, t: Telling): Draft[] {
  switch (node.kind) {
    case 'steps':
      return steps(node, giving, t)
    case 'line':
      return line(node, giving, t)
    case 'tiers':
      return tiers(node, giving, t)
  }
}

function steps(node: Steps, giving: Giving, t: Telling): Draft[] {
  const down = stepsDown(node)
  const { subject, on } = subjectOf(node.steps, t)
  const isList = down.length > 3
  const intro = isList
    ? told(t, node, '', `${giving.noun} afhænger af ${on}:`)
    : introduced(node, subject, on, giving, t)
  const rows = down.flatMap((row) => {
    const told = { at: row.at, path: `${node.path}.table[${String(row.index)}]` }
    const give = value(row.give, t)
    const text = isList
      ? `${bounds(row.bounds, undefined, t)}: ${give}`
      : `${front(node.steps, subject, row.bounds, t)}, ${giving.verb(give)}`
    return [draft(told, '', text), ...t.definitions.splice(0)]
  })
  return [...intro, ...rows, ...told(t, node, 'below', `ellers ${giving.verb(value(node.below, t))}`)]
}

/** What a curve depends on, and what its rows call it: a result told in another clause is named once. */
function subjectOf(node: Value, t: Telling): { subject: string; on: string } {
  const on = term(node, t)
  return { on, subject: node.kind === 'this' && node.this === 'quantity' ? 'resultatet' : on }
}

function introduced(node: Value, subject: string, on: string, giving: Giving, t: Telling): Draft[] {
  const intro = subject === on ? [] : [draft(node, '', `${giving.noun} afhænger af ${on}`)]
  return [...intro, ...t.definitions.splice(0)]
}

/** "er resultatet mindst 75 %"; a share of goals met is told of the goals themselves. */
function front(node: Value, subject: string, limits: Bounds, t: Telling): string {
  const of = node.kind === 'this' && node.this === 'quantity' && t.elsewhere === undefined ? t.quantity : undefined
  if (of?.kind === 'items-met')
    return `er ${bounds(limits, undefined, t)} ${of.as === 'share' ? 'af målene' : ''} opfyldt`
  return `er ${subject} ${bounds(limits, undefined, t)}`
}

function line(node: Line, giving: Giving, t: Telling): Draft[] {
  const points = [...node.points].sort((a, b) => compare(a.x.value, b.x.value))
  const [first, last] = [points[0]!, points.at(-1)!]
  const { subject, on } = subjectOf(node.line, t)
  const x = (point: (typeof points)[number]) => literal(point.x, t.agreement.currency)
  const give = (point: (typeof points)[number]) => value(point.give, t)
  const main =
    points.length === 2
      ? `${giving.noun} ${slope(first.give, last.give)} fra ${give(first)}, når ${subject} er ${x(first)}, til ${give(last)}, når ${subject} er ${x(last)}`
      : `${giving.noun} følger rette linjer mellem disse punkter: ${points.map((point) => `${give(point)}, når ${subject} er ${x(point)}`).join('; ')}`
  const below = {
    hold: `er ${subject} under ${x(first)}, ${giving.verb(give(first))}`,
    nothing: `er ${subject} under ${x(first)}, ${giving.verb(giving.nothing)}`,
    extend: `linjen fortsætter under ${x(first)}`,
  }
  const above = {
    hold: `er ${subject} over ${x(last)}, ${giving.verb(give(last))}`,
    extend: `linjen fortsætter over ${x(last)}`,
  }
  return [
    ...introduced(node, subject, on, giving, t),
    draft(node, '', main),
    ...told(t, node, 'above', above[node.above]),
    ...told(t, node, 'below', below[node.below]),
  ]
}

function slope(from: Value, to: Value): string {
  if (from.kind !== 'literal' || to.kind !== 'literal') return 'følger en ret linje'
  return compare(from.value, to.value) <= 0 ? 'stiger jævnt' : 'falder jævnt'
}

function tiers(node: Tiers, giving: Giving, t: Telling): Draft[] {
  const subject = term(node.tiers, t)
  // A share is paid of an amount; a price is paid for each of what is counted.
  const isOfMoney = node.table.some(({ price }) => price.kind === 'literal' && price.unit === 'share')
  const prices = node.table.map(({ upTo, price }, index) => {
    const range = upTo === undefined ? '' : ` til og med ${value(upTo, t)}`
    return `${term(price, t)} ${isOfMoney ? 'af beløbet' : 'for hver'}${index === 0 ? '' : ' derefter'}${range}`
  })
  if (node.table.length > 1)
    note(t, node, '', 'hver pris gælder kun den del af mængden, der ligger inden for dens trin')
  if (prices.length <= 3) return told(t, node, '', `${giving.noun} beregnes af ${subject}: ${inList(prices, 'og')}`)
  const rows = prices.map((text, index) =>
    draft({ at: node.table[index]!.at, path: `${node.path}.table[${String(index)}]` }, '', text),
  )
  return [...told(t, node, '', `${giving.noun} beregnes af ${subject}:`), ...rows]
}
