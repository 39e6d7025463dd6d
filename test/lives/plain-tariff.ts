/**
 * What a payment gives for a result, worked out a second time: prices, tables, lines and tiers on the quantity.
 *
 * What reads facts, other results or other people is taken from the core as it is; the sums around it are done here.
 */
import {
  type Exact,
  add,
  compare,
  divide,
  isZero,
  maximum,
  minimum,
  multiply,
  roundTo,
  sign,
  subtract,
} from '../../src/core/base/index.ts'
import {
  type Context,
  type Row,
  Status,
  type Value,
  compileCondition,
  compileValue,
  isMissing,
} from '../../src/core/outcomes/index.ts'
import { type Payment, type expressions } from '../../src/core/terms/index.ts'

export { type Row }

/** In øre; nothing where the result is not decided, or the sum is not known. */
export type Tariff = (row: Row, status: number) => Exact

export function tariffOf(payment: Payment, plain: Context): Tariff {
  const goal = plain.agreement.goals.get(payment.goal!)!
  const context: Context = { ...plain, goal }
  const { rounding } = plain.agreement.settlement
  return (row, status) => {
    const isDecided = status === Status.met || status === Status.missed || status === Status.measured
    if (payment.perMet !== undefined ? status !== Status.met : !isDecided) return 0
    if (goal.agreed !== undefined) return 0
    if (payment.onlyIf !== undefined && compileCondition(payment.onlyIf, context)(row) !== 1) return 0
    const amount = amountOf(payment, row, context)
    if (amount === undefined) return 0
    if (sign(amount) < 0 && payment.ifNegative === 'nothing') return 0
    if (rounding.of !== 'each-amount') return amount
    return roundTo(amount, multiply(rounding.to, plain.minorUnits), rounding.how)
  }
}

type Node = expressions.Value

/** By itself, or what the rule gives for all the dates so far less what it gives for those before. */
function amountOf(payment: Payment, row: Row, context: Context): Exact | undefined {
  const given = (quantity: Value): Exact | undefined => {
    const own: Row = { ...row, quantity }
    const price = worthOf((payment.perMet ?? payment.perUnit ?? payment.amount)!, own, context)
    const units = payment.perUnit === undefined ? 1 : quantity
    return isMissing(price) || isMissing(units) ? undefined : multiply(price, units)
  }
  const { reckoned = 'each-date' } = payment
  if (reckoned === 'each-date') return given(row.quantity)
  const earlier = earlierDates(payment.goal!, row, context)
  const known = earlier.flatMap(({ quantity }) => (quantity === undefined ? [] : [quantity]))
  const isUnknown = earlier.some(({ isOpen }) => isOpen) && reckoned !== 'latest-so-far'
  if (isMissing(row.quantity) || isUnknown) return undefined
  const counted = (dates: readonly Exact[]): Exact =>
    reckoned === 'sum-so-far'
      ? dates.reduce(add)
      : reckoned === 'highest-so-far'
        ? dates.reduce(maximum)
        : dates.at(-1)!
  const soFar = given(counted([...known, row.quantity]))
  if (known.length === 0 || soFar === undefined) return soFar
  const before = given(counted(known))
  return before === undefined ? undefined : subtract(soFar, before)
}

type Date = { day: number; number: number; isOpen: boolean; quantity: Exact | undefined }

/** The dates of the same person or group before the row's, the earliest first, with what each counts for. */
function earlierDates(goal: string, row: Row, context: Context): Date[] {
  const results = context.results.get(goal)!
  const dates: Date[] = []
  for (let at = 0; at < results.size; at++) {
    if (results.who[at] !== row.who || (row.who < 0 && results.scope[at] !== row.scope)) continue
    const [day, number, status] = [results.day[at]!, results.number[at]!, results.status[at]!]
    if (day > row.day || (day === row.day && number >= row.number)) continue
    const quantity = results.quantity?.[at]
    const isOpen = status === Status.unmeasured || status === Status.notDue
    const counts = !isOpen && status !== Status.leftOut && quantity !== undefined && !isMissing(quantity)
    dates.push({ day, number, isOpen, quantity: counts ? quantity : undefined })
  }
  return dates.sort((a, b) => a.day - b.day || a.number - b.number)
}

function worthOf(node: Node, row: Row, context: Context): Value {
  const of = (inner: Node): Value => worthOf(inner, row, context)
  const all = (inner: readonly Node[], sum: (numbers: Exact[]) => Value): Value => {
    const values = inner.map(of)
    return (
      values.find((value) => isMissing(value) && value.missing === 'not-due') ??
      values.find(isMissing) ??
      sum(values as Exact[])
    )
  }
  switch (node.kind) {
    case 'literal':
      return node.unit === 'money' ? multiply(node.value, context.minorUnits) : node.value
    case 'sum-of':
      return all(node.sumOf, (numbers) => numbers.reduce(add))
    case 'difference':
      return all(node.difference, ([a, b]) => subtract(a!, b!))
    case 'product':
      return all(node.product, (numbers) => numbers.reduce(multiply))
    case 'highest-of':
      return all(node.highestOf, (numbers) => numbers.reduce(maximum))
    case 'lowest-of':
      return all(node.lowestOf, (numbers) => numbers.reduce(minimum))
    case 'rounded': {
      const step = node.to.unit === 'money' ? multiply(node.to.value, context.minorUnits) : node.to.value
      return all([node.rounded], ([number]) => roundTo(number!, step, node.how))
    }
    case 'if': {
      const test = compileCondition(node.if, context)(row)
      return isMissing(test) ? test : of(isZero(test) ? node.else : node.then)
    }
    case 'steps':
      return all([node.steps], ([at]) => {
        const reached = node.table.findLast(({ atLeast, moreThan }) => {
          const side = compare(at!, of((atLeast ?? moreThan)!) as Exact)
          return side > 0 || (side === 0 && atLeast !== undefined)
        })
        return of(reached?.give ?? node.below)
      })
    case 'line':
      return all([node.line], ([at]) => onLine(node, at!, (inner) => of(inner)))
    case 'tiers':
      return all([node.tiers], ([quantity]) => inTiers(node, quantity!, of))
    default:
      return compileValue(node, context)(row)
  }
}

function onLine(node: expressions.Line, at: Exact, of: (inner: Node) => Value): Value {
  const gives = node.points.map(({ give }) => of(give))
  const missing = gives.find((give) => isMissing(give) && give.missing === 'not-due') ?? gives.find(isMissing)
  if (missing !== undefined) return missing
  const points = node.points.map(({ x }, index) => ({ x: of(x) as Exact, y: gives[index] as Exact }))
  const [first, last] = [points[0]!, points.at(-1)!]
  if (compare(at, first.x) < 0 && node.below === 'hold') return first.y
  if (compare(at, first.x) < 0 && node.below === 'nothing') return 0
  if (compare(at, last.x) > 0 && node.above === 'hold') return last.y
  const next = points.findIndex(({ x }, index) => index > 0 && (compare(at, x) <= 0 || index === points.length - 1))
  const [a, b] = [points[next - 1]!, points[next]!]
  return add(a.y, divide(multiply(subtract(at, a.x), subtract(b.y, a.y)), subtract(b.x, a.x)))
}

/** Each unit at the price of the tier it falls in. */
function inTiers(node: expressions.Tiers, quantity: Exact, of: (inner: Node) => Value): Value {
  const rows = node.table.map(({ upTo, price }) => ({
    end: upTo === undefined ? quantity : of(upTo),
    price: of(price),
  }))
  const values = rows.flatMap(({ end, price }) => [end, price])
  const missing = values.find((value) => isMissing(value) && value.missing === 'not-due') ?? values.find(isMissing)
  if (missing !== undefined) return missing
  let [earned, from]: [Exact, Exact] = [0, 0]
  for (const { end, price } of rows as { end: Exact; price: Exact }[]) {
    const to = minimum(end, quantity)
    if (compare(to, from) <= 0) continue
    earned = add(earned, multiply(subtract(to, from), price))
    from = to
  }
  return earned
}
