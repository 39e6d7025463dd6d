/**
 * Every node of every reason is worked out again from its children, for every contract, paid and unpaid.
 *
 * The rules here are written a second time, plainly, from the words of the reference: they share only exact numbers
 * with the core. A node whose value does not follow from what it shows would be a reason that does not explain.
 */
import {
  type Exact,
  type Fact,
  add,
  compare,
  divide,
  equals,
  isZero,
  maximum,
  minimum,
  multiply,
  parseExact,
  parseIsoDay,
  roundTo,
  subtract,
} from '../src/core/base/index.ts'
import { type Reason } from '../src/core/outcomes/index.ts'

/** What does not add up: the path, the rule, the stated value and the one that follows. */
export type Mismatch = { path: string; rule: string; stated: string; follows: string }

type Got = Exact | 'unmeasured' | 'not-due'

const read = (text: string): Got => (text === 'unmeasured' || text === 'not-due' ? text : numberOf(text))

function numberOf(text: string): Exact {
  const value = parseExact(text)
  if (value === undefined) throw new Error(`${text} is no number`)
  return value
}

/** An input that is a word or a number, as text. */
function textOf(value: Fact | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const isKnown = (value: Got): value is Exact => value !== 'unmeasured' && value !== 'not-due'

/** Checks a whole tree. */
export function recompute(reason: Reason): Mismatch[] {
  const below = reason.children.flatMap(recompute)
  const follows = valueThatFollows(reason)
  if (follows === undefined) return below
  const stated = reason.value
  const same = typeof follows === 'string' ? follows === stated : isSame(read(stated), follows)
  return same
    ? below
    : [
        ...below,
        {
          path: reason.path,
          rule: reason.rule,
          stated,
          follows: typeof follows === 'string' ? follows : String(show(follows)),
        },
      ]
}

const isSame = (a: Got, b: Got) => (isKnown(a) && isKnown(b) ? equals(a, b) : a === b)
const show = (value: Exact): string =>
  typeof value === 'number' ? String(value) : `${String(value.numerator)}/${String(value.denominator)}`

/** The missing one of several: not due before unmeasured. */
function missingOf(values: readonly Got[]): Got | undefined {
  return values.includes('not-due') ? 'not-due' : values.includes('unmeasured') ? 'unmeasured' : undefined
}

function strictly(values: readonly Got[], of: (numbers: Exact[]) => Got): Got {
  return missingOf(values) ?? of(values as Exact[])
}

function valueThatFollows(reason: Reason): Got | undefined {
  const { inputs } = reason
  const values = reason.children.filter(({ rule }) => rule !== 'fact').map(({ value }) => value)
  const got = () => values.map(read)
  switch (reason.rule) {
    case 'sum-of':
      return strictly(got(), (numbers) => numbers.reduce(add))
    case 'difference':
      return strictly(got(), ([a, b]) => subtract(a!, b!))
    case 'product':
      return strictly(got(), (numbers) => numbers.reduce(multiply))
    case 'highest-of':
      return strictly(got(), (numbers) => numbers.reduce(maximum))
    case 'lowest-of':
      return strictly(got(), (numbers) => numbers.reduce(minimum))
    case 'ratio':
      return strictly(got(), ([a, b]) =>
        isZero(b!) ? (inputs.ifZero === 'counts-as-none' ? 0 : 'unmeasured') : divide(a!, b!),
      )
    case 'change':
      return strictly(got(), ([from, to]) => {
        const moved = inputs.change === 'fall' ? subtract(from!, to!) : subtract(to!, from!)
        if (inputs.as === 'units') return moved
        return isZero(from!) ? (inputs.zeroBaseline === 'counts-as-none' ? 0 : 'unmeasured') : divide(moved, from!)
      })
    case 'if': {
      const [test, yes, no] = got()
      return isKnown(test!) ? (isZero(test) ? no : yes) : test
    }
    case 'line':
      return lineThatFollows(reason, got())
    case 'steps':
      return stepThatFollows(reason, got())
    case 'compare':
      return comparisonThatFollows(reason, got())
    case 'all':
      return got().some((value) => isKnown(value) && isZero(value)) ? 0 : (missingOf(got()) ?? 1)
    case 'any':
      return got().some((value) => isKnown(value) && !isZero(value)) ? 1 : (missingOf(got()) ?? 0)
    case 'not':
      return strictly(got(), ([value]) => (isZero(value!) ? 1 : 0))
    case 'some':
      return someThatFollows(reason, got())
    case 'over':
      return overThatFollows(reason, got())
    case 'counted':
      return reason.children.length === 1 ? read(values[0]!) : undefined
    case 'time-in':
      return timeThatFollows(reason)
    case 'value-of':
      return pickThatFollows(reason)
    case 'result-of':
      return resultsThatFollow(reason)
    case 'met':
      return metThatFollows(reason)
    case 'count-of':
      return reason.inputs.counts === 'values' ? valuesThatFollow(reason) : undefined
    default:
      return moneyThatFollows(reason)
  }
}

function stepThatFollows(reason: Reason, [of, ...gives]: Got[]): Got {
  if (!isKnown(of!)) return of!
  const below = gives.pop()!
  let given = below
  const thresholds = reason.inputs.thresholds as readonly string[]
  thresholds.forEach((threshold, index) => {
    const [side, ...text] = threshold.split(' ')
    const order = compare(of, literalOf(text.join(' ')))
    if (order > 0 || (order === 0 && side === 'at-least')) given = gives[index]!
  })
  return given
}

/** On the straight line between the two points around it. */
function lineThatFollows(reason: Reason, [of, ...gives]: Got[]): Got {
  if (!isKnown(of!)) return of!
  const missing = missingOf(gives)
  if (missing !== undefined) return missing
  const points = (reason.inputs.points as readonly string[]).map((text, index) => ({
    x: literalOf(text),
    y: gives[index] as Exact,
  }))
  const [first, last] = [points[0]!, points.at(-1)!]
  if (compare(of, first.x) < 0 && reason.inputs.below === 'hold') return first.y
  if (compare(of, first.x) < 0 && reason.inputs.below === 'nothing') return 0
  if (compare(of, last.x) > 0 && reason.inputs.above === 'hold') return last.y
  const right = Math.max(
    1,
    Math.min(
      points.length - 1,
      points.findIndex(({ x }) => compare(of, x) <= 0) === -1
        ? points.length - 1
        : points.findIndex(({ x }) => compare(of, x) <= 0),
    ),
  )
  const [a, b] = [points[right - 1]!, points[right]!]
  return add(a.y, divide(multiply(subtract(of, a.x), subtract(b.y, a.y)), subtract(b.x, a.x)))
}

/** A threshold as it is written: 75 %, 10 000 SEK, 6 nights. Money is compared in minor units. */
function literalOf(text: string): Exact {
  const number = /^-?[\d .]+(\/\d+)?/.exec(text)![0].replace(/ /g, '')
  const value = numberOf(number)
  if (text.endsWith('%')) return divide(value, 100)
  if (/ of /.test(text)) return divide(value, numberOf(text.split(' of ')[1]!))
  return /(kr|[A-Z]{3}|£|€|\$)$/.test(text) && !/JPY$/.test(text) ? multiply(value, 100) : value
}

function comparisonThatFollows(reason: Reason, [of, ...bounds]: Got[]): Got {
  const sides = reason.inputs.bounds as readonly string[]
  const answers = bounds.map((bound, index): Got => {
    const missing = !isKnown(of!) ? of! : !isKnown(bound) ? bound : undefined
    if (missing !== undefined) return missing
    const order = compare(of as Exact, bound as Exact)
    const holds = {
      'at-least': order >= 0,
      'at-most': order <= 0,
      'more-than': order > 0,
      'less-than': order < 0,
      exactly: order === 0,
    }
    return holds[sides[index] as 'at-least'] ? 1 : 0
  })
  return answers.some((answer) => answer === 0) ? 0 : (missingOf(answers) ?? 1)
}

function someThatFollows(reason: Reason, values: Got[]): Got {
  const wanted = Number(reason.inputs.some)
  const yes = values.filter((value) => isKnown(value) && !isZero(value)).length
  const unknown = values.filter((value) => !isKnown(value))
  if (yes >= wanted) return 1
  if (unknown.length === 0 || yes + unknown.length < wanted) return 0
  return reason.inputs.unmeasured === 'counted-as-no' && !unknown.includes('not-due') ? 0 : missingOf(unknown)!
}

function overThatFollows(reason: Reason, all: Got[]): Got {
  const { take, unmeasured, ifNobody } = reason.inputs
  const values = all.flatMap((value): Got[] => {
    if (value !== 'unmeasured') return [value]
    return unmeasured === 'counted-as-no' ? [0] : unmeasured === 'left-out' ? [] : [value]
  })
  const known = values.filter(isKnown)
  if (take === 'every' && known.some(isZero)) return 0
  if (take === 'any' && known.some((value) => !isZero(value))) return 1
  const missing = missingOf(values)
  if (missing !== undefined) return missing
  const total = known.reduce<Exact>(add, 0)
  if (take === 'count')
    return reason.inputs.counts === 'conditions' ? total : reason.inputs.counts === 'people' ? known.length : total
  if (take === 'sum') return total
  if (known.length === 0) return ifNobody === 'counted-as-yes' ? 1 : ifNobody === 'counted-as-no' ? 0 : 'unmeasured'
  const sorted = [...known].sort(compare)
  const middle = Math.floor(sorted.length / 2)
  const median = sorted.length % 2 === 1 ? sorted[middle]! : divide(add(sorted[middle - 1]!, sorted[middle]!), 2)
  return {
    every: 1,
    any: 0,
    share: divide(total, known.length),
    mean: divide(total, known.length),
    highest: known.reduce(maximum),
    lowest: known.reduce(minimum),
    median,
  }[take as 'every']
}

/** Nights and days of the spells that are named, each day once; other units are left to the property tests. */
function timeThatFollows(reason: Reason): Got | undefined {
  const { unit, from, until, except, per, countedEach } = reason.inputs
  if (
    !['nights', 'days'].includes(textOf(unit)) ||
    reason.value === 'not-due' ||
    reason.value === 'unmeasured' ||
    reason.inputs.periodsCount !== undefined ||
    per !== undefined
  )
    return undefined
  const [first, end] = [parseIsoDay(textOf(from))!, parseIsoDay(textOf(until))!]
  const inState = new Set<number>()
  const outside = new Set<number>()
  const beside: number[] = []
  for (const { fact } of reason.children) {
    const last = fact!.until === '' ? end : parseIsoDay(fact!.until!)!
    const isExcepted = (except as readonly string[] | undefined)?.includes(fact!.measure)
    const isBeside = !isExcepted && (countedEach as readonly string[] | undefined)?.includes(fact!.measure)
    const into = isExcepted ? outside : inState
    for (let day = Math.max(first, parseIsoDay(fact!.from!)!); day < Math.min(end, last); day++) {
      if (isBeside) beside.push(day)
      else into.add(day)
    }
  }
  return [...inState, ...beside].filter((day) => !outside.has(day)).length
}

/** A single fact that decided has the value itself; money is in minor units. */
function pickThatFollows(reason: Reason): Got | undefined {
  const facts = reason.children.filter(({ rule }) => rule === 'fact')
  if (facts.length !== 1 || !isKnown(read(reason.value))) return undefined
  const value = numberOf(facts[0]!.value)
  const stated = numberOf(reason.value)
  return equals(stated, multiply(value, 100)) ? stated : value
}

function moneyThatFollows(reason: Reason): Got | undefined {
  const child = (rule: string) => reason.children.find((each) => each.rule === rule)
  const sum = (reasons: readonly Reason[]) =>
    reasons.reduce<Exact>((total, each) => add(total, numberOf(each.value)), 0)
  switch (reason.rule) {
    case 'statement-line':
      return add(
        subtract(numberOf(child('after-limits')!.value), numberOf(child('paid-before')!.value)),
        add(numberOf(child('adjustment')?.value ?? '0'), numberOf(child('held-for-kept')?.value ?? '0')),
      )
    case 'after-limits':
    case 'paid-before':
      return sum(reason.children)
    case 'entry':
      return numberOf(reason.children.findLast(({ rule }) => ['earned', 'limit', 'sum-rounding'].includes(rule))!.value)
    case 'earned': {
      if (reason.inputs.per === 'floor') return 0
      const price = numberOf(reason.children[0]!.value)
      const amount = reason.inputs.per === 'unit' ? multiply(price, numberOf(child('quantity')!.value)) : price
      return roundedAsEach(amount, reason)
    }
    case 'limit': {
      const { way, bound } = reason.inputs
      if (bound === 'unmeasured' || bound === 'not-due') return 0
      if (way !== 'times') return undefined
      return roundedAsEach(multiply(numberOf(textOf(reason.inputs.before)), numberOf(textOf(bound))), reason)
    }
    case 'reckoned': {
      const [soFar, before] = reason.children.map((each) => read(each.value))
      return strictly(before === undefined ? [soFar!] : [soFar!, before], (numbers) => numbers.reduce(subtract))
    }
    case 'so-far':
    case 'before': {
      const [, price, units] = reason.children.map((each) => read(each.value))
      return strictly(reason.inputs.per === 'unit' ? [price!, units!] : [price!], (numbers) => numbers.reduce(multiply))
    }
    case 'quantity-so-far':
      return soFarThatFollows(reason)
    case 'cohort':
    case 'subject':
      return sum(reason.children.filter(({ rule }) => rule === 'entry'))
    case 'result':
      return resultThatFollows(reason) as Got | undefined
    default:
      return undefined
  }
}

function roundedAsEach(amount: Exact, { inputs }: Reason): Exact {
  if (inputs.rounding === 'none') return amount
  const step = multiply(numberOf(textOf(inputs.step)), Number(inputs.minorUnits))
  return roundTo(amount, step, inputs.rounding as 'down')
}

/** The dates added up, the highest of them, or the last that is known. The last one told is the date itself. */
function soFarThatFollows({ inputs, children }: Reason): Got | undefined {
  const counted = children.flatMap((date): Got[] => {
    if (date.value === 'leftOut') return []
    if (date.value === 'notDue') return ['not-due']
    if (date.value === 'unmeasured') return ['unmeasured']
    const quantity = read(textOf(date.inputs.quantity))
    return isKnown(quantity) ? [quantity] : []
  })
  if (inputs.reckoned === 'latest-so-far') return counted.findLast(isKnown)
  return strictly(counted, (numbers) => numbers.reduce(inputs.reckoned === 'sum-so-far' ? add : maximum))
}

/** The facts on the right side of every bound; days with several facts, gaps and money are left to the property tests. */
function valuesThatFollow({ inputs, children, value }: Reason): Got | undefined {
  const facts = children.filter(({ rule }) => rule === 'fact')
  const others = children.filter(({ rule }) => rule !== 'fact')
  const days = new Set(facts.map(({ fact }) => fact!.from))
  const isPlain = days.size === facts.length && others.every(({ unit }) => unit !== 'money')
  if (value === 'not-due' || !isPlain || inputs.isApart === 1) return undefined
  const bounds = inputs.bounds as readonly string[]
  const limits = others.slice(0, bounds.length).map((child) => read(child.value))
  const missing = missingOf(limits)
  if (missing !== undefined) return missing
  if (facts.length === 0) return read(others[bounds.length]?.value ?? 'unmeasured')
  const counted = facts.filter((fact) =>
    limits.every((limit, at) => {
      const order = compare(numberOf(fact.value), limit as Exact)
      const holds = {
        'at-least': order >= 0,
        'at-most': order <= 0,
        'more-than': order > 0,
        'less-than': order < 0,
        exactly: order === 0,
      }
      return holds[bounds[at] as 'at-least']
    }),
  )
  return inputs.as === 'share' ? divide(counted.length, facts.length) : counted.length
}

const statusesCounted = { 'times-met': 'met', 'times-missed': 'missed', 'times-unmeasured': 'unmeasured' }

/** The dates told, counted by their status or put together from their quantities. */
function resultsThatFollow({ inputs, children }: Reason): Got {
  const told = children.filter(({ rule }) => rule === 'result-of-goal')
  const dates = told.filter(({ value }) => value !== 'leftOut')
  const otherwise = children.find(({ rule }) => rule !== 'result-of-goal')
  if (dates.length === 0 && otherwise !== undefined) return read(otherwise.value)
  if (inputs.ifFewer === 'makes-unmeasured' && dates.length < Number(inputs.last)) return 'unmeasured'
  const as = textOf(inputs.as)
  if (as !== 'quantity' && dates.length < told.length && dates.length === 0) return 'unmeasured'
  if (as !== 'quantity') return dates.filter(({ value }) => value === statusesCounted[as as 'times-met']).length
  if (dates.length === 0) return 'unmeasured'
  return strictly(
    dates.map((date) => read(textOf(date.inputs.quantity) || 'unmeasured')),
    (numbers) => {
      const total = numbers.reduce(add)
      return {
        latest: numbers.at(-1)!,
        first: numbers[0]!,
        highest: numbers.reduce(maximum),
        lowest: numbers.reduce(minimum),
        mean: divide(total, numbers.length),
        sum: total,
      }[(textOf(inputs.pick) || 'sum') as 'sum']
    },
  )
}

/** Met on every date, or on one, of all that are told; of those so far the reason does not tell the day. */
function metThatFollows({ inputs, children }: Reason): Got | undefined {
  const dates = textOf(inputs.dates)
  if (dates !== 'every-date' && dates !== 'any-date') return undefined
  const found = (status: string) => children.some(({ value }) => value === status)
  const decides = dates === 'any-date' ? 'met' : 'missed'
  if (found(decides)) return dates === 'any-date' ? 1 : 0
  if (found('notDue')) return 'not-due'
  if (found('unmeasured')) return 'unmeasured'
  if (dates === 'every-date') return found('met') ? 1 : 'unmeasured'
  // Nobody is held to have missed what they are held out of; who has no date at all has not met the goal.
  return !found('missed') && found('leftOut') ? 'unmeasured' : 0
}

/** Met and missed follow from the condition, unless somebody had left or was not seen. */
function resultThatFollows(reason: Reason): string | undefined {
  const last = reason.children.at(-1)
  const isRuledOut = reason.children.some(
    ({ rule, value }) => (rule === 'exit' && value !== 'as-measured') || (rule === 'seen' && value === '0'),
  )
  if (last === undefined || isRuledOut || reason.inputs.hasCondition !== true) return undefined
  if (last.value === '1') return 'met'
  return last.value === '0' ? 'missed' : undefined
}
