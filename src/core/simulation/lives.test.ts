/** Drawn lives come, in the mean, to what the valuation expects of them month by month. */
import { expect, test } from 'vitest'
import { type CompiledGroup, type Figure, type GroupActivity, expectedActivity } from '../valuation/index.ts'
import { People } from './people.ts'
import { Stream } from './stream.ts'

const number = (value: number): Figure => ({ index: -1, value })
const label = { da: 'mål', en: 'goal' }
const plain: CompiledGroup = {
  name: 'people',
  label,
  plan: [{ people: number(20), from: 2, months: 3 }],
  notStarted: number(0),
  delay: { kind: 'none' },
  course: 6,
  dropout: undefined,
  success: { of: 'completed', rate: number(0.5), within: 12, spread: 'even', label },
  without: number(0),
  through: 36,
}
const risk = 'constant-risk' as const

const groups: [string, Partial<CompiledGroup>][] = [
  ['nobody drops out', {}],
  [
    'some never start, some drop out, some would have succeeded anyway',
    {
      notStarted: number(0.2),
      dropout: { share: number(0.3), spread: risk },
      success: { ...plain.success, spread: risk },
      without: number(0.15),
    },
  ],
  [
    'whoever started can succeed, and dropouts are even',
    {
      dropout: { share: number(0.25), spread: 'even' },
      success: { ...plain.success, of: 'started', spread: risk },
      without: number(0.2),
    },
  ],
  ['whoever was referred can succeed', { notStarted: number(0.4), success: { ...plain.success, of: 'referred' } }],
  ['waiting by shares', { delay: { kind: 'shares', shares: Float64Array.of(0.5, 0.2, 0.3) } }],
  [
    'waiting by chance, and an early end',
    { delay: { kind: 'poisson', mean: number(4) }, through: 12, dropout: { share: number(0.3), spread: risk } },
  ],
  ['everybody succeeds', { success: { ...plain.success, rate: number(1) } }],
  ['parts of people', { plan: [{ people: number(2.5), from: 1, months: 8 }] }],
]

test.each(groups)('%s', (_, changes) => {
  const group = { ...plain, ...changes }
  const people = new People([group], 48, undefined)
  const stream = new Stream('lives', 0)
  const activity = people.emptyActivity()
  const totals = { started: 0, succeeded: 0 }
  const expected = expectedActivity({ groups: [group], months: 48 }, new Float64Array(0)).groups[0]!
  const [count, parts] = [600, Object.keys(expected) as (keyof GroupActivity)[]]
  const sums = new Map(parts.map((part) => [part, new Float64Array(50)]))
  for (let draw = 0; draw < count; draw++) {
    people.begin()
    people.draw(stream, new Float64Array(0))
    people.count(0, activity, totals)
    const drawn = activity.groups[0]!
    for (const part of parts) drawn[part].forEach((people, month) => (sums.get(part)![month]! += people))
    // Everybody who started has dropped out, completed, or is still there at the end.
    const total = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0)
    expect(total(drawn.dropouts) + total(drawn.completions)).toBeLessThanOrEqual(total(drawn.starts))
    expect(totals).toEqual({ started: total(drawn.starts), succeeded: total(drawn.successes) })
    expect(total(drawn.anyway)).toBeLessThanOrEqual(total(drawn.referred))
  }
  for (const part of parts) {
    let [found, wanted] = [0, 0]
    for (let month = 0; month <= 48; month++) {
      // Running sums, so that a shift of a month shows and few people do not.
      found += sums.get(part)![month]! / count
      wanted += expected[part][month]!
      const error = Math.sqrt((wanted + 1) / count) * (part === 'inService' ? 6 : 1)
      const rounding = changes.plan === undefined ? 0 : 0.5 * (part === 'inService' ? 6 : 1)
      expect(Math.abs(found - wanted), `${part} by month ${month}`).toBeLessThan(4.5 * error + rounding)
    }
  }
})

test('who served from when to when is, in the mean, what is expected, and adds up to who was in service', () => {
  const group = { ...plain, notStarted: number(0.2), dropout: { share: number(0.4), spread: risk } }
  const people = new People([group], 48, undefined, true)
  const stream = new Stream('served', 0)
  const activity = people.emptyActivity()
  const wanted = expectedActivity({ groups: [group], months: 48, asksWhoServed: true }, new Float64Array(0)).served![0]!
  const [count, drawnWidth, width] = [600, 50, 49]
  const sums = new Float64Array(drawnWidth * drawnWidth)
  const totals = { started: 0, succeeded: 0 }
  for (let draw = 0; draw < count; draw++) {
    people.begin()
    people.draw(stream, new Float64Array(0))
    people.count(0, activity, totals)
    const served = activity.served![0]!
    served.forEach((one, at) => (sums[at]! += one))
    for (let month = 1; month <= 48; month++) {
      let present = 0
      for (let start = 1; start <= month; start++)
        for (let last = month; last <= 48; last++) present += served[start * drawnWidth + last]!
      expect(present).toBe(activity.groups[0]!.inService[month])
    }
  }
  for (let start = 1; start <= 48; start++) {
    for (let last = start; last <= 48; last++) {
      const expected = wanted[start * width + last]!
      const found = sums[start * drawnWidth + last]! / count
      expect(Math.abs(found - expected), `${start} to ${last}`).toBeLessThan(4.5 * Math.sqrt((expected + 0.05) / count))
    }
  }
})
