/**
 * Units: what the number of a value counts, worked out from the inside, and what cannot be weighed against what.
 *
 *     time-in, unit: nights            → nights          money × count, time or share   → money
 *     fall from 8 points to 6, share   → share           ratio of two alike             → share
 *
 * A bare number may stand for times, people, items, points or levels, but never for nights, kroner or a share.
 *
 * Problems: unit-mismatch, unit-unfit, money-squared, levels-averaged, take-unfit, this-unfit.
 */
import {
  type Exact,
  absolute,
  compare,
  divide,
  formatExact,
  isWhole,
  isZero,
  multiply,
  problem,
} from '../base/index.ts'
import { type Goal, type MeasureKind } from './agreement.ts'
import { type Checking, type ClauseText, instead } from './checking.ts'
import {
  type Compare,
  type CountOf,
  type Expression,
  type Literal,
  type Over,
  type This,
  type Unit,
  type Value,
} from './expression.ts'
import { childrenOf } from './walk.ts'

/** A unit, or undefined for what goes with anything. */
type Known = Unit | undefined

const counts: readonly Known[] = ['times', 'people', 'items', 'points', 'levels']

/** The one unit two values share; `mismatch` when there is none. */
function together(a: Known, b: Known): Known | 'mismatch' {
  if (a === b || b === undefined) return a
  if (a === undefined) return b
  if (a === 'number' && counts.includes(b)) return b
  if (b === 'number' && counts.includes(a)) return a
  return 'mismatch'
}

export type Units = {
  to: Checking
  clause: ClauseText
  /** Goals whose quantity is being worked out, so that a circle ends. */
  underway: readonly Goal[]
}

/** The unit of a value. With `report`, what does not go together on the way is told; without, it is looked past. */
export function unitOf(value: Value | undefined, units: Units, report: boolean): Known {
  if (value === undefined) return undefined
  switch (value.kind) {
    case 'literal':
      return value.unit
    case 'time-in':
    case 'longest-run-in':
    case 'time-between':
      return value.unit
    case 'count-of':
      return unitOfCount(value, units, report)
    case 'items-met':
      return value.as === undefined ? undefined : value.as === 'share' ? 'share' : 'items'
    case 'value-of':
      return unitOfMeasure(value, units, report)
    case 'result-of':
      return unitOfResult(value, units, report)
    case 'over':
      if (value.take === 'count') return 'people'
      if (value.take === 'every' || value.take === 'any') return yesOrNo(value, units, report)
      if (value.take === undefined) return undefined
      return value.take === 'share' ? 'share' : unitOf(value.of, units, report)
    case 'parameter':
      return unitOfParameter(value.parameter, units)
    case 'this':
      return unitOfThis(value, units, report)
    default:
      return unitOfSum(value, units, report)
  }
}

type Composed = Exclude<
  Value,
  {
    kind:
      | 'literal'
      | 'time-in'
      | 'longest-run-in'
      | 'time-between'
      | 'count-of'
      | 'items-met'
      | 'value-of'
      | 'result-of'
      | 'over'
      | 'parameter'
      | 'this'
  }
>

function unitOfSum(value: Composed, units: Units, report: boolean): Known {
  const of = (inner: Value | undefined): Known => unitOf(inner, units, report)
  const alike = (values: readonly (Value | undefined)[] | undefined): Known => unify(values ?? [], units, report)
  switch (value.kind) {
    case 'sum-of':
      return alike(value.sumOf)
    case 'difference':
      return alike(value.difference)
    case 'highest-of':
      return alike(value.highestOf)
    case 'lowest-of':
      return alike(value.lowestOf)
    case 'if':
      return alike([value.then, value.else])
    case 'change': {
      const unit = alike([value.from, value.to])
      return value.as === undefined ? undefined : value.as === 'share' ? 'share' : unit
    }
    case 'rounded':
      return alike([value.rounded, value.to])
    case 'product':
      return value.product === undefined ? undefined : productUnit(value.product, value, units, report)
    case 'ratio':
      return ratioUnit((value.ratio ?? []).map(of))
    case 'weighted':
      for (const part of value.weighted ?? [])
        demand(part.weight, ['share', 'number', 'people'], 'weight', units, report)
      return alike((value.weighted ?? []).map((part) => part.of))
    case 'steps':
      alike([value.steps, ...(value.table ?? []).flatMap((row) => [row.atLeast, row.moreThan])])
      return alike([...(value.table ?? []).map((row) => row.give), value.below])
    case 'line':
      alike([value.line, ...(value.points ?? []).map((point) => point.x)])
      return alike((value.points ?? []).map((point) => point.give))
    case 'tiers': {
      const counted = alike([value.tiers, ...(value.table ?? []).map((row) => row.upTo)])
      const price = alike((value.table ?? []).map((row) => row.price))
      // A share of each part of a sum of money is money: 95 % of the first million, 40 % of the rest.
      return counted === 'money' && price === 'share' ? 'money' : price
    }
    case 'grown':
      demand(value.by, ['share'], 'by', units, report)
      return of(value.grown)
  }
}

/** Amounts and figures say themselves what they count. */
const unitOfKind: Partial<Record<MeasureKind, Unit>> = { level: 'levels', score: 'points', share: 'share' }

function unitOfMeasure(value: Value & { kind: 'value-of' }, units: Units, report: boolean): Known {
  const own = unitOfFacts(value.valueOf, units)
  if (report && own === 'levels') checkLevels(value, value.valueOf, units)
  weighOtherwise(value.ifNone, own, units, report)
  return own
}

function unitOfCount(value: CountOf, units: Units, report: boolean): Known {
  const own = countedAs(value)
  weighOtherwise(value.ifNone, own, units, report)
  if (!report || value.valued === undefined) return own
  const counted = unitOfFacts(value.countOf, units)
  const { atLeast, atMost, moreThan, lessThan, exactly } = value.valued
  for (const limit of [atLeast, atMost, moreThan, lessThan, exactly]) {
    const unit = unitOf(limit, units, true)
    if (limit !== undefined && together(counted, unit) === 'mismatch') mismatch(limit, unit, counted, units)
  }
  return own
}

/** Values that are counted are a number of times or a share; until that is answered they go with either. */
function countedAs({ as, places }: CountOf): Known {
  if (as === 'share') return 'share'
  return as === undefined && 'valued' in places ? undefined : 'times'
}

/** What the facts of a measure count. */
function unitOfFacts(name: string, { to }: Units): Known {
  const measure = to.agreement.measures.get(name)
  return measure === undefined ? undefined : (unitOfKind[measure.kind] ?? measure.unit)
}

function unitOfResult(value: Value & { kind: 'result-of' }, units: Units, report: boolean): Known {
  const own = value.as === 'quantity' ? quantityUnit(units.to.agreement.goals.get(value.resultOf), units) : 'times'
  if (report && own === 'levels') checkLevels(value, value.resultOf, units)
  weighOtherwise(value.ifNone, own, units, report)
  return own
}

/** Levels are in order, but the step from one to the next has no size. */
function checkLevels(value: Value & { kind: 'value-of' | 'result-of' }, measure: string, units: Units): void {
  const { pick } = value
  if (pick !== 'mean' && pick !== 'sum') return
  const at = value.places['pick'] ?? value.at
  const choices = ['latest', 'first', 'highest', 'lowest'].map((word) => instead(at, word))
  units.to.problems.push(problem('levels-averaged', 'wrong', at, { path: value.path, measure, pick }, choices))
}

/** What is taken where there is nothing has to count the same. */
function weighOtherwise(otherwise: Value | undefined, own: Known, units: Units, report: boolean): void {
  if (otherwise === undefined) return
  const unit = unitOf(otherwise, units, report)
  if (report && together(own, unit) === 'mismatch') mismatch(otherwise, unit, own, units)
}

/** Every and any answer yes or no, which is a condition and no number. */
function yesOrNo(value: Over, units: Units, report: boolean): undefined {
  if (!report) return
  const at = value.places['take'] ?? value.at
  const takes = 'that' in value.places ? ['share', 'count'] : ['count']
  const choices = takes.map((take) => instead(at, take))
  units.to.problems.push(problem('take-unfit', 'wrong', at, { path: value.path, take: value.take }, choices))
}

function unitOfParameter(name: string, { to }: Units): Known {
  const unit = to.agreement.parameters?.get(name)?.unit
  if (unit === undefined) return undefined
  return unit === 'minor' ? 'money' : unit
}

function unitOfThis(value: This, units: Units, report: boolean): Known {
  if (value.this === 'occasion-number') return 'times'
  const { agreement } = units.to
  const isKnown = value.this === 'contract-sum' ? 'contract-sum' in agreement.places : hasQuantity(units.clause.goal)
  if (report && !isKnown) {
    const facts = { path: value.path, this: value.this, clause: units.clause.kind }
    units.to.problems.push(problem('this-unfit', 'wrong', value.at, facts))
  }
  return value.this === 'contract-sum' ? 'money' : quantityUnit(units.clause.goal, units)
}

const hasQuantity = (goal: Goal | undefined): boolean => goal !== undefined && 'quantity' in goal.places

export function quantityUnit(goal: Goal | undefined, units: Units): Known {
  if (goal?.quantity === undefined || units.underway.includes(goal)) return undefined
  const clause: ClauseText = { ...units.clause, kind: 'goal', goal }
  return unitOf(goal.quantity, { ...units, clause, underway: [...units.underway, goal] }, false)
}

/** The unit all the values share. The first that is more than a bare number sets it; each that does not fit is told. */
function unify(values: readonly (Value | undefined)[], units: Units, report: boolean): Known {
  const known = values.flatMap((value) => (value === undefined ? [] : [{ value, unit: unitOf(value, units, report) }]))
  const shared = known.find(({ unit }) => unit !== undefined && unit !== 'number')?.unit
  for (const { value, unit } of known) {
    if (report && together(shared, unit) === 'mismatch') mismatch(value, unit, shared, units)
  }
  return shared ?? (known.some(({ unit }) => unit === 'number') ? 'number' : undefined)
}

/** Money × money is no amount; time, people and shares scale whatever they meet. */
function productUnit(values: readonly Value[], product: Value, units: Units, report: boolean): Known {
  const known = values.map((value) => unitOf(value, units, report))
  const kroner = known.filter((unit) => unit === 'money').length
  if (report && kroner > 1) {
    units.to.problems.push(problem('money-squared', 'wrong', product.at, { path: product.path }))
  }
  if (kroner > 0) return 'money'
  if (known.includes(undefined)) return undefined
  const sized = known.filter((unit) => unit !== 'share' && unit !== 'number')
  if (sized.length > 1) return 'number'
  return sized[0] ?? (known.includes('number') ? 'number' : 'share')
}

function ratioUnit([above, below]: readonly Known[]): Known {
  if (above === undefined || below === undefined) return undefined
  if (together(above, below) !== 'mismatch') return 'share'
  return above === 'money' ? 'money' : below === 'share' || below === 'number' ? above : 'number'
}

function mismatch(value: Value, found: Known, wanted: Known, units: Units): void {
  const facts = { path: value.path, found: found ?? '', wanted: wanted ?? '' }
  const choices = value.kind === 'literal' && wanted !== undefined ? remedies(value, wanted, units) : []
  const paste = choices.map((text) => instead(value.at, text))
  units.to.problems.push(problem('unit-mismatch', 'wrong', value.at, facts, paste))
}

const perDay: Partial<Record<Unit, Exact>> = { nights: 1, days: 1, weeks: 7 }
const perMonth: Partial<Record<Unit, Exact>> = { months: 1, years: 12 }

/** The same length in another unit, when that is a whole number; otherwise the number has to be agreed anew. */
function remedies(found: Literal, wanted: Unit, units: Units): string[] {
  for (const size of [perDay, perMonth]) {
    const [from, into] = [size[found.unit], size[wanted]]
    if (from === undefined || into === undefined) continue
    const length = divide(multiply(found.value, from), into)
    return [isWhole(length) ? inUnit(length, wanted, units) : 'undecided']
  }
  if (found.unit === 'number' && wanted === 'share') return sharesMeant(found.value)
  const isCount = found.unit === 'number' || counts.includes(found.unit)
  return isCount && wanted !== 'share' ? [inUnit(found.value, wanted, units)] : ['undecided']
}

/** `31` is 31 %; `0.31` is more likely 31 % than a third of a per cent. */
function sharesMeant(value: Exact): string[] {
  const asWritten = `${formatExact(value)} %`
  if (isZero(value) || compare(absolute(value), 1) > 0) return [asWritten]
  return [`${formatExact(multiply(value, 100))} %`, asWritten]
}

function inUnit(value: Exact, unit: Unit, { to }: Units): string {
  const { currency } = to.agreement
  if (unit === 'money') return `${formatExact(value)} ${['DKK', 'SEK', 'NOK'].includes(currency) ? 'kr' : currency}`
  return unit === 'number' ? formatExact(value) : `${formatExact(value)} ${value === 1 ? unit.slice(0, -1) : unit}`
}

/** Tells a value that is not in one of the units its place asks for. */
export function demand(
  value: Value | undefined,
  wanted: readonly Unit[],
  key: string,
  units: Units,
  report: boolean,
): void {
  const found = unitOf(value, units, report)
  if (!report || value === undefined || found === undefined || wanted.includes(found)) return
  const facts = { path: value.path, key, found, wanted }
  const choices = value.kind === 'literal' ? wanted.flatMap((unit) => remedies(value, unit, units)) : []
  const paste = [...new Set(choices)].map((text) => instead(value.at, text))
  units.to.problems.push(problem('unit-unfit', 'wrong', value.at, facts, paste))
}

/** Weighs the sides of every comparison in an expression, and what conditions hold inside. */
export function weighConditions(node: Expression | undefined, units: Units): void {
  if (node === undefined) return
  if (node.kind === 'compare') weighComparison(node, units)
  for (const child of childrenOf(node)) weighConditions(child, units)
}

function weighComparison(node: Compare, units: Units): void {
  const { atLeast, atMost, moreThan, lessThan, exactly } = node
  unify([node.value, atLeast, atMost, moreThan, lessThan, exactly], units, true)
}
