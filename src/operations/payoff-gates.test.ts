/**
 * A payment that is held back, or weighed, by what its own goal came to: whatever the shape, the curve is what the settlement
 * gives when that is what was measured.
 */
import { describe, expect, test } from 'vitest'
import { type Exact, formatExact } from '../core/base/index.ts'
import { settled } from '../core/settlement/settlement-example.ts'
import { payoffAt, payoffCurve } from './payoff-curve.ts'

const terms = (payment: string, goal = '', others = ''): string => `
goals:
  g: { clause: "1", label: { da: Mål, en: Goal }, for: each-subject, unmeasured: waits, when: { at: 2022-12-31 }, quantity: { value-of: mood, pick: sum, window: { from: start, through: occasion } }${goal} }
${others}payments:
  p: { clause: "2", label: { da: Betaling, en: Payment }, goal: g, ${payment} }
`

const moods = (first: number, second = 4): string =>
  `person,on,value\nP1,2022-03-01,${String(first)}\nP2,2022-09-01,${String(second)}\n`

/** What P1's result of this size earns in the settlement. */
function earned(text: string, x: number): Exact {
  const { earned: all, context } = settled(text, moods(x))
  const { entries } = all
  const own = [...entries.amount.keys()].filter((at) => context.roster.idOf(entries.who[at]!) === 'P1')
  return own.length === 0 ? 0 : entries.amount[own[0]!]!
}

const own = 'result-of: g, as: quantity, dates: same-date'
const each = 'product: [{ this: quantity }, 100 kr]'
const met = ', met: { this: quantity, at-least: 5 points }'
const wide = ', met: { this: quantity, at-least: 3 points, at-most: 6 points }'

const shapes: Record<string, [payment: string, goal?: string]> = {
  'no gate': [`amount: { ${each} }`],
  'the payment waits for its own result': [`amount: { ${each} }, only-if: { ${own}, at-least: 5 points }`],
  'the boundary is outside': [`amount: { ${each} }, only-if: { ${own}, more-than: 5 points }`],
  'it is paid below': [`per-unit: 100 kr, only-if: { ${own}, less-than: 5 points }`],
  'it is paid between': [`per-unit: 100 kr, only-if: { ${own}, at-least: 3 points, at-most: 6 points }`],
  'the amount asks itself': [`amount: { if: { ${own}, at-least: 5 points }, then: { ${each} }, else: 50 kr }`],
  'the amount asks by this': [`amount: { if: { this: quantity, at-least: 5 points }, then: { ${each} }, else: 50 kr }`],
  'the amount is made of the result': [`amount: { product: [{ ${own} }, 100 kr] }`],
  'the result twice': [`amount: { product: [{ ${own} }, { sum-of: [{ this: quantity }, 1 point] }, 1 kr] }`],
  'a table over the result': [
    `amount: { steps: { ${own} }, table: [{ at-least: 3 points, give: 300 kr }, { at-least: 6 points, give: 900 kr }], below: 0 kr }`,
  ],
  'a table and a gate': [
    `amount: { steps: { this: quantity }, table: [{ at-least: 3 points, give: 300 kr }, { at-least: 6 points, give: 900 kr }], below: 20 kr }, only-if: { ${own}, more-than: 4 points }`,
  ],
  'it waits for its own goal to be met': [`amount: { ${each} }, only-if: { met: g, dates: same-date }`, met],
  'it is paid when its own goal is missed': [`per-unit: 100 kr, only-if: { not: { met: g, dates: same-date } }`, met],
  'met between two bounds': [`per-unit: 100 kr, only-if: { met: g, dates: any-date }`, wide],
  'the amount asks whether it is met': [
    `amount: { if: { met: g, dates: same-date }, then: { ${each} }, else: 50 kr }`,
    met,
  ],
  'it is counted as met': [
    `amount: { product: [{ result-of: g, as: times-met, dates: same-date }, { ${each} }] }`,
    met,
  ],
  'missed, with a gate of all its dates so far': [
    `amount: { ${each} }, only-if: { result-of: g, as: times-missed, dates: dates-so-far, at-least: 1 times }`,
    met,
  ],
  'a price when met that waits for the quantity': [`per-met: 700 kr, only-if: { ${own}, at-most: 7 points }`, met],
  'a comparison with what it is itself made of': [
    `amount: { ${each} }, only-if: { product: [{ ${own} }, 2], at-least: 9 points }`,
  ],
  'one of several': [
    `amount: { ${each} }, only-if: { any: [{ ${own}, at-least: 8 points }, { this: quantity, less-than: 2 points }] }`,
  ],
}

/** On both sides of every bound above, on it, and between. */
const tried = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

describe.each(Object.entries(shapes))('%s', (_, [payment, goal]) => {
  const text = terms(payment, goal)
  const amounts = tried.map((x) => formatExact(earned(text, x)))

  test('any number gives what the settlement gives', () => {
    for (const measured of [0, 5, 9]) {
      const all = settled(text, moods(measured))
      expect(tried.map((x) => formatExact(payoffAt(all, 'p', x)!))).toEqual(amounts)
    }
  })

  test('the curve goes through it', () => {
    const { curves } = payoffCurve(settled(text, moods(5)), 'p')!
    expect(curves).toHaveLength(1)
    const [{ points, pieces }] = curves as [(typeof curves)[number]]
    const drawn = tried.map((x) => {
      const point = points.find((each) => each.x === x)
      const piece = pieces.find(({ from, to }) => Number(formatExact(from)) < x && x < Number(formatExact(to)))
      const on = piece === undefined ? undefined : between(piece, x)
      return point === undefined ? on : Number(formatExact(point.amount))
    })
    // A bent stretch is drawn in straight parts, half a krone off at most.
    for (const [index, amount] of drawn.entries()) {
      if (amount !== undefined) expect(Math.abs(amount - Number(amounts[index]))).toBeLessThan(50)
    }
    expect(drawn.filter((amount) => amount !== undefined).length).toBeGreaterThan(5)
  })
})

type Piece = { from: Exact; to: Exact; atFrom: Exact; atTo: Exact }

function between(piece: Piece, x: number): number {
  const [from, to, low, high] = [piece.from, piece.to, piece.atFrom, piece.atTo].map((value) =>
    Number(formatExact(value)),
  )
  return low! + ((high! - low!) * (x - from!)) / (to! - from!)
}

test('a curve before anything is measured has the same gate', () => {
  const text = terms(`amount: { ${each} }, only-if: { ${own}, at-least: 5 points }`)
  const all = settled(text, 'person,on,value\n')
  expect(tried.map((x) => formatExact(payoffAt(all, 'p', x)!))).toEqual(tried.map((x) => formatExact(earned(text, x))))
})

describe('what rests on more than its own number has no curve', () => {
  test('a gate that comes back to it by way of another goal', () => {
    const other = `  h: { clause: "3", label: { da: M, en: M }, for: each-subject, unmeasured: waits, when: { at: 2022-12-31 }, met: { ${own}, at-least: 5 points } }\n`
    const text = terms(`amount: { ${each} }, only-if: { met: h, dates: same-date }`, '', other)
    expect(payoffCurve(settled(text, moods(5)), 'p')).toBeUndefined()
  })
  test('a gate of the quantity beside a condition on something else', () => {
    const text = terms(
      `per-met: 700 kr, only-if: { ${own}, at-most: 7 points }`,
      ', met: { value-of: mood, pick: highest, window: { from: start, through: occasion }, at-least: 5 points }',
    )
    expect(payoffCurve(settled(text, moods(5)), 'p')).toBeUndefined()
  })
})

test('a gate of the whole group is taken as it stands', () => {
  const share = `{ over: people, take: count, that: { met: g, dates: same-date }, unmeasured: left-out, at-least: 2 people }`
  const text = terms(`per-unit: 100 kr, only-if: ${share}`, met)
  expect(payoffCurve(settled(text, moods(5, 6)), 'p')).toBeDefined()
})
