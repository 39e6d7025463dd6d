/** What holds of every case, tried on invented ones. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIsoDay } from '../../base/index.ts'
import { type GroupActivity, type Line } from './compiled.ts'
import { parametersOf } from './compile-case.ts'
import { type Valued, changed, smallCase, valued } from './example.ts'
import { valueActivity } from './value-activity.ts'
import { valueRoom } from './value-room.ts'

/** Pieces of the small case that may be exchanged, with what may stand instead. */
const choices: readonly (readonly string[])[] = [
  ['people: 10', 'people: 3.5', 'people: 120'],
  ['not-started: 0 %', 'not-started: 12 %'],
  ['delay: none', 'delay: { poisson: 1.5 }', 'delay: { shares: [50 %, 30 %, 20 %] }'],
  ['course: 12 months', 'course: 1 month', 'course: 9 months'],
  ['dropout: none', 'dropout: { share: 25 %, spread: constant-risk }', 'dropout: { share: 100 %, spread: even }'],
  ['of: completed', 'of: started', 'of: referred'],
  ['within: 1 month, spread: even', 'within: 24 months, spread: constant-risk', 'within: 7 months, spread: even'],
  ['without: 0 %', 'without: 17 %', 'without: 80 %'],
  ['counts-through: whole-case', 'counts-through: 20'],
  ['fade: 0 %', 'fade: 15 %', 'fade: 100 %'],
  ['share: 100 %, from-month: 1', 'share: 40 %, from-month: 5'],
  ['owners: { municipality: 100 % }', 'owners: { municipality: 55 %, region: 15 %, state: 30 % }'],
  ['vat: none', 'vat: included', 'vat: added', 'vat: { share: 6 % }'],
  [
    'grant: none',
    'grant: { giver: foundation, purpose: ordinary }',
    'grant: { giver: public-body, purpose: ordinary }',
  ],
  ['per: start', 'per: person-month', 'per: completion', 'per: success'],
  ['chosen: self', 'chosen: investor'],
  ['counts: all', 'counts: net'],
  ['cap: none', 'cap: 90000 kr'],
  ['floor: none', 'floor: 70000 kr'],
]

const anyChanges = fc
  .tuple(...choices.map((texts) => fc.constantFrom(...texts)))
  .map((picked) =>
    picked.flatMap((text, index) => (text === choices[index]![0] ? [] : [`${choices[index]![0]!} → ${text}`])),
  )

const runs = { numRuns: 60 }
const sum = (numbers: ArrayLike<number>): number => Array.from(numbers).reduce((all, one) => all + one, 0)

test('whoever starts drops out, completes, or is still in service', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => {
      const { activity } = valued(changed(changes))
      for (const { starts, dropouts, completions, inService } of activity.groups) {
        let [begun, left] = [0, 0]
        for (let month = 0; month < starts.length; month++) {
          begun += starts[month]!
          left += dropouts[month]! + completions[month]!
          const still = inService[month]! - dropouts[month]! - completions[month]!
          // After the last month that counts nobody is followed.
          if (inService[month]! > 0) expect(begun).toBeCloseTo(left + still, 8)
        }
      }
    }),
    runs,
  )
})

test('the nets of all owners add up to what the change is worth, less what the effort costs', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => {
      const { compiled, value } = valued(changed(changes))
      const gross = compiled.lines.map((line, index) => (line.of === 'repayment' ? 0 : sum(lineOf(value.gross, index))))
      expect(sum(value.net)).toBeCloseTo(sum(gross), 4)
      function lineOf(of: Float64Array, line: number): Float64Array {
        return of.subarray(line * (compiled.years + 1), (line + 1) * (compiled.years + 1))
      }
    }),
    runs,
  )
})

const shelterUse = [
  'change: { per-year: 120000 kr, fade: 0 % } → own-price: { amount: 1000 kr, per: day, price-year: 2024, cost: average }\n    vat: none\n    without: [{ units: 20 }]\n    with: [{ share: 100 %, steps: [{ months: 3, units: 10 }, { units: 2 }] }]',
  'owners: { municipality: 100 % }\n    refund: none → owners: { municipality: 100 % }\n    refund: { rule: shelter }',
]

test('under two laws a saving differs by its refunds alone, and all owners together have the same', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('2023-01-01', '2024-06-01', '2026-05-01'),
      fc.integer({ min: 1, max: 40 }),
      (day, people) => {
        const text = changed([...shelterUse, `people: 10 → people: ${String(people)}`])
        const [now, then] = [valued(text), valued(text, { scenario: 'broad', lawAsOf: parseIsoDay(day)! })]
        expect([...then.value.gross]).toEqual([...now.value.gross])
        expect(sum(then.value.net)).toBeCloseTo(sum(now.value.net), 4)
      },
    ),
    { numRuns: 20 },
  )
})

test('nobody is nothing, except what is paid whether or not anybody comes', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => {
      const rest = changes.filter((change) => !/^(people|floor|chosen)/.test(change))
      const { compiled, value } = valued(changed(['people: 10 → people: 0', ...rest]))
      expect(sum(value.net.map(Math.abs))).toBe(0)
      const once = valued(changed(['people: 10 → people: 0', 'per: start → per: once\n    month: 0']))
      expect(once.value.net[0]).toBe(-50000)
      expect(sum(once.value.net)).toBe(-50000)
      expect(compiled.lines.length).toBeGreaterThan(0)
    }),
    { numRuns: 40 },
  )
})

test('the broad scenario has all of the narrow one, to the bit', () => {
  const text = smallCase.replace('finance:\n', `${broad}finance:\n`)
  const [narrow, both] = [valued(text, { scenario: 'narrow' }), valued(text, { scenario: 'broad' })]
  const named = ({ item, owner, kind }: Line) => `${item} ${String(owner)} ${kind}`
  const years = ({ compiled, value }: Valued) =>
    new Map(
      compiled.lines.map((line, index) => {
        const width = compiled.years + 1
        return [named(line), [...value.net.subarray(index * width, (index + 1) * width)]]
      }),
    )
  const all = years(both)
  expect(both.compiled.lines.length).toBeGreaterThan(narrow.compiled.lines.length)
  for (const [name, amounts] of years(narrow)) expect(all.get(name)).toEqual(amounts)
})

const broad = `  health:
    label: { da: Sundhed, en: Health }
    heading: health
    per: success
    scenario: broad
    kind: freed-capacity
    change: { per-year: 4000 kr, fade: 0 % }
    owners: { region: 100 % }
    refund: none
    ceiling: outside
    economic: resource
    source: eksempel
`

test('the order in which a case is written moves no bit', () => {
  const forwards = smallCase.replace('finance:\n', `${broad}finance:\n`)
  const backwards = smallCase.replace('consequences:\n', `consequences:\n${broad}`)
  const [one, other] = [valued(forwards), valued(backwards)]
  expect([...other.value.net]).toEqual([...one.value.net])
  expect([...other.value.monthly]).toEqual([...one.value.monthly])
})

test('a value that is filled again has nothing left of what it held', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => {
      const { compiled, activity, value } = valued(changed(changes))
      const parameters = parametersOf(compiled)
      const used = valueRoom(compiled)
      valueActivity(compiled, { ...activity, groups: activity.groups.map(busier) }, parameters, used)
      expect(valueActivity(compiled, activity, parameters, used)).toEqual(value)
    }),
    { numRuns: 30 },
  )
})

function busier(group: GroupActivity): GroupActivity {
  const columns = { ...group }
  for (const name of Object.keys(columns) as (keyof GroupActivity)[])
    columns[name] = columns[name].map((count) => 7 * count + 1)
  return columns
}
