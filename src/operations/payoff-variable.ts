/**
 * The one number a payment depends on, and what the settlement says the payment is worth for any size of it.
 *
 * The number is put into the terms in the place of what is measured - the goal's quantity, what a curve runs over, or
 * what the goal's condition compares - and the settlement is asked. Nothing is worked out here. A condition of the payment
 * that asks for the very result sees the number too (`payoff-constructed.ts`).
 */
import { type Exact, add, compare, divide, equals, isZero, multiply, negate, subtract } from '../core/base/index.ts'
import {
  type Context,
  type Row,
  Status,
  compileCondition,
  compileStatus,
  type Value,
  UNMEASURED,
  compileValue,
  isMissing,
} from '../core/outcomes/index.ts'
import { type Settled, compileWorth } from '../core/settlement/index.ts'
import { type Agreement, type Goal, type Payment, type expressions, childrenOf, walk } from '../core/terms/index.ts'
import { constructedResults, decidedStatus } from './payoff-constructed.ts'

/**
 * The number a payment depends on. `node` is the expression that is taken out for it: of the payment, or with `isOfMet`
 * of the goal's condition. Without a node it is the goal's quantity, or only whether the goal is met.
 */
export type Variable = {
  node: expressions.Value | undefined
  isOfMet: boolean
  source: expressions.Value | undefined
  unit: expressions.Unit
}

export type Found = { payment: Payment; goal: Goal; goalName: string; variable: Variable; context: Context }

/** The number of a payment; undefined for a fee, and where it rests on more than one. */
export function variableOf(settled: Settled, name: string): Found | undefined {
  const context = settled.outcomes.contexts.at(-1)!
  const { agreement } = context
  const payment = agreement.payments?.get(name)
  const goalName = payment?.goal
  const goal = goalName === undefined ? undefined : agreement.goals.get(goalName)
  if (payment === undefined || goalName === undefined || goal === undefined || payment.fee !== undefined)
    return undefined
  if (comesByOthers(payment, goalName, agreement)) return undefined
  const variable =
    payment.perMet === undefined ? variableOfAmount(payment, goal, goalName) : variableOfMet(payment, goal, goalName)
  return variable === undefined ? undefined : { payment, goal, goalName, variable, context }
}

const isQuantity = (node: expressions.Expression): boolean => node.kind === 'this' && node.this === 'quantity'

/** The goal's quantity on some of its dates, asked for as the result of a goal. */
const isResultOf = (node: expressions.Expression, goal: string): boolean =>
  node.kind === 'result-of' && node.resultOf === goal && node.as === 'quantity'

/** The very quantity the payment is worked out for, by either name. */
const isOwn = (node: expressions.Expression, goal: string): boolean =>
  isQuantity(node) || (isResultOf(node, goal) && node.kind === 'result-of' && node.dates === 'same-date')

function variableOfAmount(payment: Payment, goal: Goal, goalName: string): Variable | undefined {
  const expression = (payment.perUnit ?? payment.amount)!
  const isOwnNumber = (node: expressions.Expression) => isOwn(node, goalName)
  const inputs = inputsOf(expression, goalName)
  const readsQuantity = payment.perUnit !== undefined || holds(expression, isOwnNumber) || gateReads(payment, goalName)
  if (readsQuantity && inputs.every(isOwnNumber)) {
    const unit = unitOf(goal.quantity, thresholdUnit(expression))
    return { node: undefined, isOfMet: false, source: goal.quantity, unit }
  }
  // A curve over something other than the quantity: that is taken out, if it is the only one.
  const [input] = inputs
  if (inputs.length !== 1 || readsQuantity || input === undefined) return undefined
  return { node: input, isOfMet: false, source: input, unit: unitOf(input, thresholdUnit(expression)) }
}

/** Whether the payment's condition asks for the goal's quantity. */
const gateReads = ({ onlyIf }: Payment, goal: string): boolean =>
  onlyIf !== undefined && holds(onlyIf, (node) => isQuantity(node) || isResultOf(node, goal))

/** Whether the payment's result comes back to it by way of another goal: what it gives then rests on more than its number. */
function comesByOthers(payment: Payment, own: string, { goals }: Agreement): boolean {
  const waiting = partsOf(payment)
    .flatMap(goalsAsked)
    .filter((name) => name !== own)
  const seen = new Set<string>()
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === own) return true
    if (seen.has(name)) continue
    seen.add(name)
    const goal = goals.get(name)
    for (const node of [goal?.who, goal?.met, goal?.quantity]) if (node !== undefined) waiting.push(...goalsAsked(node))
  }
  return false
}

const partsOf = ({ perMet, perUnit, amount, onlyIf }: Payment): expressions.Expression[] =>
  [perMet, perUnit, amount, onlyIf].filter((node) => node !== undefined)

/** The goals asked for of the same subject; what many have come to is taken as it is. */
function goalsAsked(node: expressions.Expression): string[] {
  if (node.kind === 'over') return []
  const inside = childrenOf(node).flatMap(goalsAsked)
  return node.kind === 'met' ? [node.met, ...inside] : node.kind === 'result-of' ? [node.resultOf, ...inside] : inside
}

/** Of a goal that is met or missed: the one number compared with plain limits, or none but met and missed. */
function variableOfMet(payment: Payment, goal: Goal, goalName: string): Variable | undefined {
  const compares: expressions.Compare[] = []
  if (goal.met !== undefined) {
    walkDeciding(goal.met, (node) => {
      if (node.kind === 'compare') compares.push(node)
    })
  }
  const [compared] = compares
  const isPlain = compared !== undefined && boundsIn(compared).every(({ kind }) => kind === 'literal')
  // The quantity is another number than the one that decides.
  if (gateReads(payment, goalName) && (compares.length !== 1 || !isPlain || !isOwn(compared.value, goalName)))
    return undefined
  if (compares.length !== 1 || compared === undefined || !isPlain) {
    return { node: undefined, isOfMet: true, source: undefined, unit: 'number' }
  }
  const bound = boundsIn(compared).find((each): each is expressions.Literal => each.kind === 'literal')
  return { node: compared.value, isOfMet: true, source: compared.value, unit: bound?.unit ?? 'number' }
}

/** Visits what decides a condition, and not what only says who or what is looked at. */
function walkDeciding(node: expressions.Expression, visit: (node: expressions.Expression) => void): void {
  visit(node)
  if (node.kind === 'over') {
    for (const child of [node.of, node.that]) if (child !== undefined) walkDeciding(child, visit)
  } else if (node.kind === 'if') {
    for (const child of [node.then, node.else]) walkDeciding(child, visit)
  } else for (const child of childrenOf(node)) walkDeciding(child, visit)
}

/** What the curves in an expression are curves over. */
function inputsOf(expression: expressions.Expression, goal: string): expressions.Value[] {
  const inputs: expressions.Value[] = []
  walk(expression, (node) => {
    if (node.kind === 'steps') inputs.push(node.steps)
    if (node.kind === 'line') inputs.push(node.line)
    if (node.kind === 'tiers') inputs.push(node.tiers)
  })
  return inputs.filter((node, index) => inputs.findIndex((other) => samePlace(other, node, goal)) === index)
}

const samePlace = (a: expressions.Value, b: expressions.Value, goal: string): boolean =>
  a.path === b.path || (isOwn(a, goal) && isOwn(b, goal))

function holds(expression: expressions.Expression, wanted: (node: expressions.Expression) => boolean): boolean {
  let found = false
  walk(expression, (node) => {
    found ||= wanted(node)
  })
  return found
}

/** What is asked of a result, by the cursor on it and its index; −1 where the goal has no result yet. */
export type Worth = {
  /** The worth of the result with a number in its place. */
  of: (row: Row, at: number, x: Exact) => Exact | undefined
  /** The numbers at which a comparison of the payment or of its goal turns, where it moves straight with the number. */
  turns: (row: Row, at: number) => Exact[]
}

/** The worth of constructed results. */
export function worthOf(found: Found): Worth {
  const { payment, goal, goalName, variable, context } = found
  // Rounding each amount would make every slope a staircase of single kroner; the statement rounds, the curve shows why.
  const settlement = { ...context.agreement.settlement }
  settlement.rounding = { ...settlement.rounding, of: 'the-statement' }
  const unrounded: Context = { ...context, agreement: { ...context.agreement, settlement }, goal }
  const { context: seen, put: putResult } = constructedResults(goalName, unrounded)
  const taken = variable.node
  const put = <T extends expressions.Expression>(node: T): T => (taken === undefined ? node : withQuantity(node, taken))
  const amount = payment.amount === undefined || variable.isOfMet ? payment.amount : put(payment.amount)
  // A curve is what the rule gives for a number; what earlier dates gave is taken off it in the statement.
  const worth = compileWorth({ ...payment, amount, reckoned: undefined }, seen)
  const condition = variable.isOfMet && taken !== undefined ? comparedIn(goal, taken) : undefined
  const isMet = condition === undefined ? undefined : compileCondition(put(condition), seen)
  const isNumberOfGoal = taken === undefined ? !variable.isOfMet : isOwn(taken, goalName)
  const asksItself = partsOf(payment).some((part) => holds(part, (node) => asksFor(node, goalName)))
  const statusOf = asksItself && isNumberOfGoal && !variable.isOfMet ? compileStatus(goal, seen) : undefined
  const stand = (row: Row, at: number, x: Exact): number | undefined => {
    row.quantity = x
    const met = isMet === undefined ? (variable.isOfMet ? x : 1) : isMet(row)
    if (isMissing(met)) return undefined
    const ofMet = compare(met, 0) === 0 ? Status.missed : Status.met
    const status = variable.isOfMet ? ofMet : statusOf === undefined ? Status.measured : decidedStatus(statusOf(row))
    if (asksItself && (variable.isOfMet || isNumberOfGoal)) putResult(at, row, status, isNumberOfGoal ? x : undefined)
    return status
  }
  return {
    of: (row, at, x) => {
      const status = stand(row, at, x)
      const value = status === undefined ? UNMEASURED : worth(row, status)
      return isMissing(value) ? undefined : value
    },
    turns: compileTurns(found, seen, stand),
  }
}

const asksFor = (node: expressions.Expression, goal: string): boolean =>
  (node.kind === 'met' && node.met === goal) || (node.kind === 'result-of' && node.resultOf === goal)

/** Where value and bound of a comparison are as much, from what three numbers give them. */
function compileTurns(
  { payment, goal, goalName, variable }: Found,
  seen: Context,
  stand: (row: Row, at: number, x: Exact) => number | undefined,
): Worth['turns'] {
  const isNumber = (node: expressions.Expression) => isQuantity(node) || isResultOf(node, goalName)
  const parts = partsOf(payment)
  const asksIfMet = parts.some((part) => holds(part, (node) => asksFor(node, goalName) && !isResultOf(node, goalName)))
  const sides: ((row: Row) => Value)[][] = []
  for (const part of [...parts, ...(asksIfMet && goal.met !== undefined ? [goal.met] : [])]) {
    if (variable.node !== undefined && !isOwn(variable.node, goalName)) break
    walk(part, (node) => {
      if (node.kind !== 'compare' || !holds(node, isNumber)) return
      for (const bound of boundsIn(node)) sides.push([compileValue(node.value, seen), compileValue(bound, seen)])
    })
  }
  return (row, at) =>
    sides.flatMap((side) => {
      const [first, second, third] = [0, 1, 2].map((x) => {
        stand(row, at, x)
        const [value, bound] = side.map((operator) => operator(row))
        return isMissing(value!) || isMissing(bound!) ? undefined : subtract(value!, bound!)
      })
      if (first === undefined || second === undefined || third === undefined) return []
      const slope = subtract(second, first)
      if (isZero(slope) || !equals(third, add(second, slope))) return []
      return [negate(divide(first, slope))]
    })
}

function comparedIn(goal: Goal, taken: expressions.Value): expressions.Compare | undefined {
  let found: expressions.Compare | undefined
  walk(goal.met!, (node) => {
    if (node.kind === 'compare' && node.value.path === taken.path) found = node
  })
  return found
}

/** The expression with the goal's quantity in the place of one of its parts. */
function withQuantity<T extends expressions.Expression>(node: T, taken: expressions.Value): T {
  if (node.path === taken.path && node.kind === taken.kind) {
    const { at, path, places } = taken
    return { kind: 'this', this: 'quantity', at, path, places } as unknown as T
  }
  const copy: Record<string, unknown> = { ...node }
  for (const [key, value] of Object.entries(node)) copy[key] = key === 'places' ? value : copied(value, taken)
  return copy as T
}

function copied(value: unknown, taken: expressions.Value): unknown {
  if (Array.isArray(value)) return value.map((item) => copied(item, taken))
  if (typeof value !== 'object' || value === null) return value
  if ('kind' in value && 'path' in value) return withQuantity(value as expressions.Expression, taken)
  // Rows of a table hold expressions without being any.
  if ('at' in value && !('file' in value) && !('base' in value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copied(inner, taken)]))
  }
  return value
}

function boundsIn(node: expressions.Compare): expressions.Value[] {
  return [node.atLeast, node.atMost, node.moreThan, node.lessThan, node.exactly].filter((each) => each !== undefined)
}

/** The numbers at which the worth may turn or jump. */
export function thresholdsOf({ payment, variable, goal, context }: Found): Exact[] {
  const found: Exact[] = []
  const take = (node: expressions.Value | undefined) => {
    if (node?.kind === 'literal')
      found.push(node.unit === 'money' ? multiply(node.value, context.minorUnits) : node.value)
  }
  if (variable.isOfMet) {
    const compared = variable.node === undefined ? undefined : comparedIn(goal, variable.node)
    for (const bound of compared === undefined ? [] : boundsIn(compared)) take(bound)
    if (compared?.writtenAs !== undefined && compared.decidedBy === 'count') {
      found.push(divide(compared.writtenAs.count, compared.writtenAs.of))
    }
    return found
  }
  walk((payment.perUnit ?? payment.amount)!, (node) => {
    if (node.kind === 'steps') for (const row of node.table) take(row.atLeast ?? row.moreThan)
    if (node.kind === 'line') for (const point of node.points) take(point.x)
    if (node.kind === 'tiers') for (const row of node.table) take(row.upTo)
    if (node.kind === 'compare' && isQuantity(node.value)) for (const bound of boundsIn(node)) take(bound)
  })
  return found
}

function thresholdUnit(expression: expressions.Expression): expressions.Unit | undefined {
  let unit: expressions.Unit | undefined
  walk(expression, (node) => {
    const literal =
      node.kind === 'steps'
        ? (node.table[0]?.atLeast ?? node.table[0]?.moreThan)
        : node.kind === 'line'
          ? node.points[0]?.x
          : node.kind === 'tiers' && node.table[0]?.upTo?.kind === 'literal'
            ? node.table[0].upTo
            : undefined
    unit ??= literal?.unit
  })
  return unit
}

/** What a value counts, as far as its own words say it. */
function unitOf(node: expressions.Value | undefined, stated: expressions.Unit | undefined): expressions.Unit {
  if (stated !== undefined) return stated
  if (node === undefined) return 'number'
  if (node.kind === 'time-in' || node.kind === 'longest-run-in' || node.kind === 'time-between') return node.unit
  if (node.kind === 'count-of') return 'times'
  if (node.kind === 'items-met') return node.as === 'share' ? 'share' : 'items'
  if (node.kind === 'over')
    return node.take === 'share' ? 'share' : node.take === 'count' ? 'people' : unitOf(node.of, undefined)
  if (node.kind === 'change') return node.as === 'share' ? 'share' : unitOf(node.to, undefined)
  const units = childrenOf(node).flatMap((child) =>
    child.kind === 'literal' ? [] : [unitOf(child as expressions.Value, undefined)],
  )
  return units[0] ?? 'number'
}

/** The measures an expression reads. */
export function measuresIn(node: expressions.Value | undefined): string[] {
  const names: string[] = []
  if (node === undefined) return names
  walk(node, (inner) => {
    if (inner.kind === 'time-in') names.push(...inner.timeIn)
    if (inner.kind === 'longest-run-in') names.push(...inner.longestRunIn)
    if (inner.kind === 'count-of') names.push(inner.countOf)
    if (inner.kind === 'value-of') names.push(inner.valueOf)
    if (inner.kind === 'items-met') names.push(inner.itemsMet)
  })
  return [...new Set(names)]
}
