/**
 * Payoff curves: what one payment gives for each size of the one number it depends on.
 *
 *     steps at 50 % and 75 %      0 below 50 %, 36.000 from 50 %, 72.000 from 75 %
 *     a price when met            0 above 10 % absence, 48.000 up to and with 10 %
 *
 * There is no formula here. The number is put into the terms in the place of what is measured, and the settlement itself
 * says what that result would be worth, at each threshold, on either side of it and between. Where worth differs between
 * people, each way it differs has a curve of its own. Amounts are before limits, in minor units.
 */
import {
  type Exact,
  add,
  approximate,
  compare,
  divide,
  equals,
  isZero,
  multiply,
  subtract,
} from '../core/base/index.ts'
import { type Context, type Row, NOBODY, rowFor } from '../core/outcomes/index.ts'
import { type Settled, standOn } from '../core/settlement/index.ts'
import { type expressions } from '../core/terms/index.ts'
import { measuresIn, thresholdsOf, variableOf, worthOf } from './payoff-variable.ts'

/** Between two thresholds: a straight stretch, with the amounts its ends tend to. */
export type CurvePiece = { from: Exact; to: Exact; atFrom: Exact; atTo: Exact }

/** What exactly this number gives. */
export type CurvePoint = { x: Exact; amount: Exact }

/** Straight stretches, and the thresholds in order with the ends of what is drawn. */
type Drawn = { pieces: CurvePiece[]; points: CurvePoint[] }

export type Curve = Drawn & {
  /** A worked example: the last threshold that jumps to an amount and is inside, or else a place well up a slope. */
  example: (CurvePoint & { isThreshold: boolean }) | undefined
  /** The price of one unit, where the curve is nothing but that: straight from nothing, without a threshold. */
  perUnit: Exact | undefined
  /** Somebody the curve is the curve of, where people differ; the first in order of the roster. */
  who: string | undefined
  /** How many results have this curve. */
  count: number
}

export type Payoff = {
  payment: string
  goal: string
  /** What the number counts; undefined where nothing is measured but whether the goal is met. */
  unit: expressions.Unit | undefined
  /** The measures the number is read from. */
  measures: string[]
  /** On how many named dates the goal is decided. */
  occasions: number
  curves: Curve[]
}

const kept = new WeakMap<Settled, Map<string, Payoff | undefined>>()

/** The payoff of a payment, worked out once for each settlement. */
export function payoffOnce(settled: Settled, name: string): Payoff | undefined {
  const payoffs = kept.get(settled) ?? new Map<string, Payoff | undefined>()
  kept.set(settled, payoffs)
  if (!payoffs.has(name)) payoffs.set(name, payoffCurve(settled, name))
  return payoffs.get(name)
}

/** The payoff of a payment; undefined for a fee, and where what is paid rests on more than one number. */
export function payoffCurve(settled: Settled, name: string): Payoff | undefined {
  const found = variableOf(settled, name)
  if (found === undefined) return undefined
  const { goal, goalName, variable, context } = found
  const worth = worthOf(found)
  const isBare = variable.isOfMet && variable.node === undefined
  const thresholds = thresholdsOf(found)
  let domain: Domain | undefined = isBare ? { from: 0, to: 1 } : undefined
  const curves = new Map<string, Curve>()
  for (const [row, at] of rowsOf(settled, goalName)) {
    const own = isBare ? [] : [...thresholds, ...worth.turns(row, at)]
    // What is drawn is as wide for everybody.
    domain ??= domainOf(own, variable.unit)
    const { from, to } = domain
    const stops = inOrder([from, ...own.filter((x) => isWithin(x, { from, to })), to])
    const curve = curveOf(stops, (x) => worth.of(row, at, x))
    if (curve === undefined) continue
    const told = { ...curve, example: exampleOf(curve, (x) => worth.of(row, at, x)), perUnit: perUnitOf(curve) }
    const key = JSON.stringify(curve.points.map(({ x, amount }) => `${String(x)} ${String(amount)}`))
    const known = curves.get(key)
    if (known === undefined) curves.set(key, { ...told, who: nameOf(row, context), count: 1 })
    else known.count++
  }
  const all = [...curves.values()]
  if (all.length === 0) return undefined
  return {
    payment: name,
    goal: goalName,
    unit: isBare ? undefined : variable.unit,
    measures: measuresIn(variable.source ?? goal.quantity),
    occasions: goal.when.days?.length ?? 1,
    curves: all.length === 1 ? [{ ...all[0]!, who: undefined }] : all.sort((a, b) => b.count - a.count),
  }
}

function exampleOf({ pieces, points }: Drawn, worth: (x: Exact) => Exact | undefined): Curve['example'] {
  const jump = points.slice(1, -1).findLast(({ x, amount }) => {
    const left = pieces.find(({ to }) => equals(to, x))
    const right = pieces.find(({ from }) => equals(from, x))
    return left !== undefined && right !== undefined && !isZero(amount) && !equals(left.atTo, right.atFrom)
  })
  if (jump !== undefined) return { ...jump, isThreshold: true }
  const slope = pieces.find(({ atFrom, atTo }) => !equals(atFrom, atTo))
  if (slope === undefined) return undefined
  const x = add(slope.from, multiply(subtract(slope.to, slope.from), divide(7, 10)))
  const amount = worth(x)
  return amount === undefined ? undefined : { x, amount, isThreshold: false }
}

function perUnitOf({ pieces }: Drawn): Exact | undefined {
  const [only] = pieces
  if (only === undefined || pieces.length > 1 || !isZero(only.from) || !isZero(only.atFrom)) return undefined
  return divide(only.atTo, only.to)
}

/** What the payment gives for a number, for each way people differ; undefined where there is no curve. */
export function payoffAt(settled: Settled, name: string, x: Exact): Exact | undefined {
  const found = variableOf(settled, name)
  if (found === undefined) return undefined
  const worth = worthOf(found)
  for (const [row, at] of rowsOf(settled, found.goalName)) {
    const amount = worth.of(row, at, x)
    if (amount !== undefined) return amount
  }
  return undefined
}

type Domain = { from: Exact; to: Exact }

/** A stretch that shows every threshold with some room beyond: from zero, and for shares not past the whole. */
function domainOf(thresholds: readonly Exact[], unit: expressions.Unit): Domain {
  const ordered = inOrder(thresholds)
  const [least, most] = [ordered[0], ordered.at(-1)]
  if (least === undefined || most === undefined) return { from: 0, to: unit === 'share' ? 1 : 10 }
  const from = compare(least, 0) < 0 ? multiply(least, divide(3, 2)) : 0
  if (compare(most, 0) <= 0) return { from, to: unit === 'share' ? divide(1, 10) : 1 }
  const beyond = multiply(most, divide(3, 2))
  const isPart = unit === 'share' && compare(most, 1) <= 0
  if (isPart && compare(beyond, divide(3, 4)) > 0) return { from, to: 1 }
  return { from, to: roundUp(beyond) }
}

/** To one or two leading digits: 0.6 stays 0.6, 37.5 becomes 40. */
function roundUp(value: Exact): Exact {
  const size = approximate(value)
  const step = 10 ** (Math.floor(Math.log10(size)) - (size / 10 ** Math.floor(Math.log10(size)) < 2 ? 1 : 0))
  const unit = step >= 1 ? step : divide(1, Math.round(1 / step))
  const whole = Math.ceil(approximate(divide(value, unit)) - 1e-9)
  return multiply(unit, whole)
}

const isWithin = (x: Exact, { from, to }: Domain): boolean => compare(x, from) >= 0 && compare(x, to) <= 0

function inOrder(values: readonly Exact[]): Exact[] {
  const sorted = [...values].sort((a, b) => compare(a, b))
  return sorted.filter((value, index) => index === 0 || !equals(value, sorted[index - 1]!))
}

/** Straight stretches between the stops; one that is not straight is cut in sixteen. */
function curveOf(stops: readonly Exact[], worth: (x: Exact) => Exact | undefined): Drawn | undefined {
  const points: CurvePoint[] = []
  for (const x of stops) {
    const amount = worth(x)
    if (amount === undefined) return undefined
    points.push({ x, amount })
  }
  const pieces = stops.slice(1).flatMap((to, index) => {
    const from = stops[index]!
    const whole = pieceOf(from, to, worth)
    if (whole === undefined) return []
    if (whole.isStraight) return [whole.piece]
    const step = divide(subtract(to, from), 16)
    return Array.from({ length: 16 }, (_, part) => {
      const start = add(from, multiply(step, part))
      return pieceOf(start, add(start, step), worth)?.piece ?? []
    }).flat()
  })
  return withoutIdle({ pieces, points })
}

/** Without thresholds at which nothing happens: the amount is where the stretches on both sides meet, and they go on. */
function withoutIdle({ pieces, points }: Drawn): Drawn {
  const kept: CurvePiece[] = []
  const idle: CurvePoint[] = []
  for (const piece of pieces) {
    const before = kept.at(-1)
    const point = points.find(({ x }) => equals(x, piece.from))
    const isSmooth =
      before !== undefined && equals(before.atTo, piece.atFrom) && equals(slopeOf(before), slopeOf(piece))
    if (isSmooth && point !== undefined && equals(point.amount, piece.atFrom)) {
      kept[kept.length - 1] = { ...before, to: piece.to, atTo: piece.atTo }
      idle.push(point)
    } else kept.push(piece)
  }
  return { pieces: kept, points: points.filter((point) => !idle.includes(point)) }
}

const slopeOf = ({ from, to, atFrom, atTo }: CurvePiece): Exact => divide(subtract(atTo, atFrom), subtract(to, from))

/** The ends a stretch tends to, from two places inside it, so that what its very ends give does not enter. */
function pieceOf(
  from: Exact,
  to: Exact,
  worth: (x: Exact) => Exact | undefined,
): { piece: CurvePiece; isStraight: boolean } | undefined {
  const inside = (part: number) => worth(add(from, multiply(subtract(to, from), divide(part, 4))))
  const [first, middle, last] = [inside(1), inside(2), inside(3)]
  if (first === undefined || middle === undefined || last === undefined) return undefined
  const half = divide(subtract(last, first), 2)
  return {
    piece: { from, to, atFrom: subtract(first, half), atTo: add(last, half) },
    isStraight: equals(middle, add(first, half)),
  }
}

/** The most results whose worth is tried; those beyond differ, if at all, as those before them do. */
const rowsMost = 200

/** Cursors that stand on the goal's results, each with its index, or one on nobody where there are none yet. */
function* rowsOf(settled: Settled, goal: string): Generator<[Row, number]> {
  const results = settled.outcomes.results.get(goal)
  const last = settled.outcomes.contexts.length - 1
  const row = rowFor(NOBODY, 0)
  let told = 0
  for (let index = 0; results !== undefined && index < results.size && told < rowsMost; index++) {
    if (results.version[index] !== last) continue
    told++
    yield [standOn(row, results, index), index]
  }
  if (told === 0) {
    row.day = settled.context.to
    yield [row, -1]
  }
}

function nameOf(row: Row, context: Context): string {
  return row.who === NOBODY ? (context.scopes[row.scope]?.key ?? '') : context.roster.idOf(row.who)
}
