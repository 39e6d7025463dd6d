/** What must hold for any facts: no order decides, nothing is lost, nothing is known too early. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, dayOf, dayText, mondayOnOrBefore } from '../base/index.ts'
import { answersOf, readExample } from './example.ts'

type Row = {
  person: string
  measure: string
  from: number
  length: number
  value: string
  recorded: number
  extra: string
}

const day0 = dayOf(2022, 1, 1)
const measures = ['shelter', 'cell', 'jail', 'wellbeing', 'absence', 'hours', 'job', 'plan']
const values: Record<string, string[]> = {
  wellbeing: ['1', '2', '3,5', '9'],
  absence: ['10 %', '12,5 %', '0.5', 'mange'],
  hours: ['1', '2.5', '1000000000000000000', '0.001'],
  plan: ['agreed', 'met', 'not-met', 'changed', 'withdrawn', 'perhaps'],
}

const anyRow: fc.Arbitrary<Row> = fc.record({
  person: fc.constantFrom('P1', 'P2', 'P3', 'nobody', ''),
  measure: fc.constantFrom(...measures, 'unknown'),
  from: fc.integer({ min: -20, max: 60 }),
  length: fc.integer({ min: -1, max: 20 }),
  value: fc.nat({ max: 5 }).map(String),
  recorded: fc.integer({ min: -1, max: 80 }),
  extra: fc.constantFrom(',', ',', ',', '1,', '2,', '2,1', '3,2', '3,3', ',1', '4,3', '1,4'),
})

const anyRows = fc.array(anyRow, { maxLength: 25 })

test('the order of rows and files decides nothing', () => {
  fc.assert(
    fc.property(anyRows, anyRows, fc.nat(), (a, b, seed) => {
      const asWritten = summaryOf([lines(a), lines(b)])
      const all = shuffled([...lines(a), ...lines(b)], seed)
      expect(summaryOf([all.slice(b.length), all.slice(0, b.length)])).toEqual(asWritten)
    }),
    { numRuns: 150 },
  )
})

test('every row is used, superseded or refused', () => {
  fc.assert(
    fc.property(anyRows, anyRows, fc.subarray(measures), (a, b, keep) => {
      const { facts } = readExample(world([lines(a), lines(b)]), { keep: new Set(keep) })
      for (const { rowsRead, used, superseded, refused, notNeeded } of [...facts.files, facts.total]) {
        expect(used + superseded + refused).toBe(rowsRead)
        expect(Math.min(used, superseded, refused, notNeeded, used - notNeeded)).toBeGreaterThanOrEqual(0)
      }
      expect(facts.total.rowsRead).toBe(a.length + b.length)
      const far = { to: day0 + 20000, knownAt: day0 + 20000 }
      expect(facts.tallyAsOf(far)).toEqual({ ...facts.total, later: 0 })
      for (const days of [
        { to: day0 + 20, knownAt: day0 + 20 },
        { to: day0 + 40, knownAt: day0 + 10 },
      ]) {
        const { used, superseded, refused, later, notNeeded } = facts.tallyAsOf(days)
        expect(used + superseded + refused + later).toBe(facts.total.rowsRead)
        expect(Math.min(used, superseded, later, notNeeded, used - notNeeded)).toBeGreaterThanOrEqual(0)
      }
      const kept = [...facts.store.measures.values()]
      const inStore = kept.reduce((sum, { count }) => sum + count, 0)
      const replaced = kept.reduce((sum, { replaced: days }) => sum + days.filter((day) => day < 2932896).length, 0)
      expect(inStore - replaced).toBe(facts.total.used - facts.total.notNeeded)
    }),
    { numRuns: 150 },
  )
})

test('a file imported twice changes nothing', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const numbered = rows.map((row, index) => ({ ...row, extra: `${index},` }))
      const once = summaryOf([lines(numbered)])
      const twice = summaryOf([lines(numbered), lines(numbered)])
      expect(twice.answers).toEqual(once.answers)
      expect(twice.used).toBe(once.used)
    }),
    { numRuns: 100 },
  )
})

test('a file without the rarer columns says what it would say with them, left empty', () => {
  const plainHeader = 'person,measure,from,to,value'
  fc.assert(
    fc.property(anyRows, (rows) => {
      const plain = lines(rows.filter(({ measure }) => measure !== 'plan')).map((line) => line.split(',').slice(0, 5))
      const short = plain.map((fields) => fields.join(',').replaceAll('"3', '3').replaceAll('"', ''))
      const asked = (file: string[]) => {
        const { time, answers, counts, used, refused } = summaryOf([file])
        return { time, answers, counts, used, refused }
      }
      expect(asked([plainHeader, ...short])).toEqual(
        asked([`${plainHeader},recorded`, ...short.map((row) => `${row},`)]),
      )
    }),
    { numRuns: 100 },
  )
})

test('what is recorded later is invisible before', () => {
  fc.assert(
    fc.property(anyRows, anyRows, fc.integer({ min: 0, max: 70 }), (early, late, known) => {
      const plain = (row: Row, recorded: number): Row => ({ ...row, recorded, extra: ',' })
      const before = early.map((row) => plain(row, Math.min(row.recorded, known)))
      const after = late.map((row) => plain(row, known + 1 + Math.max(0, row.recorded)))
      const days = { to: day0 + known, knownAt: day0 + known }
      expect(summaryOf([lines([...before, ...after])], days).answers).toEqual(summaryOf([lines(before)], days).answers)
    }),
    { numRuns: 100 },
  )
})

test('a stay told as two that touch is the same time', () => {
  const stay = fc.record({ from: fc.nat({ max: 60 }), first: fc.nat({ max: 20 }), second: fc.nat({ max: 20 }) })
  fc.assert(
    fc.property(fc.array(stay, { maxLength: 6 }), (stays) => {
      const spell = (from: number, length: number) =>
        `P1,shelter,${dayText(day0 + from)},${dayText(day0 + from + length)},,,,,`
      const whole = stays.map(({ from, first, second }) => spell(from, first + second))
      const parts = stays.flatMap(({ from, first, second }) => [spell(from, first), spell(from + first, second)])
      expect(summaryOf([parts]).time).toEqual(summaryOf([whole]).time)
    }),
    { numRuns: 100 },
  )
})

test('time agrees with counting the days one by one', () => {
  const stay = fc.tuple(
    fc.constantFrom('shelter', 'jail', 'hostel'),
    fc.integer({ min: -20, max: 70 }),
    fc.nat({ max: 25 }),
  )
  const window = fc.tuple(fc.integer({ min: -10, max: 40 }), fc.nat({ max: 60 }))
  fc.assert(
    fc.property(fc.array(stay, { maxLength: 8 }), window, (stays, [start, length]) => {
      const rows = stays.map(
        ([measure, from, days]) => `P1,${measure},${dayText(day0 + from)},${dayText(day0 + from + days)},,,,,`,
      )
      const [from, until] = [day0 + start, day0 + start + length]
      const inState = new Set<number>()
      for (const [measure, first, days] of stays) {
        for (let day = day0 + first; day < day0 + first + days; day++) {
          if (measure !== 'jail' && day >= from && day < until) inState.add(day)
        }
      }
      for (const [measure, first, days] of stays) {
        for (let day = day0 + first; measure === 'jail' && day < day0 + first + days; day++) inState.delete(day)
      }
      const ask = timeQuestions('shelter+hostel except jail', from, until)
      const expected = naiveTime(inState, from, until)
      const example = readExample(world([rows]))
      expect(answersOf({ ...example, ask })).toEqual(ask.map((question, index) => `${question} ${expected[index]!}`))
    }),
    { numRuns: 150 },
  )
})

function timeQuestions(names: string, from: number, until: number): string[] {
  const units = [
    'nights',
    'weeks whole-only monday-to-sunday',
    'weeks any-day monday-to-sunday',
    'weeks whole-only from-window-start',
    'weeks any-day from-window-start',
    'months whole-only',
    'months any-day',
    'years any-day',
  ]
  return units.map((unit) => `${unit} of P1 in ${names}, ${dayText(from)} .. ${dayText(until)} =`)
}

/** The answers to `timeQuestions`, by looking at every day of every unit. */
function naiveTime(inState: ReadonlySet<number>, from: number, until: number): number[] {
  const unitsFrom = (nth: (n: number) => number, isWhole: boolean): number => {
    let units = 0
    for (let n = 0; nth(n) < until; n++) {
      const days = Array.from({ length: nth(n + 1) - nth(n) }, (_, index) => nth(n) + index)
      if (isWhole ? days.every((day) => inState.has(day)) : days.some((day) => inState.has(day))) units++
    }
    return units
  }
  const monday = mondayOnOrBefore(from)
  const weeks = (base: number) => (n: number) => base + 7 * n
  const months = (n: number) => addMonths(from, n)
  return [
    inState.size,
    unitsFrom(weeks(monday), true),
    unitsFrom(weeks(monday), false),
    unitsFrom(weeks(from), true),
    unitsFrom(weeks(from), false),
    unitsFrom(months, true),
    unitsFrom(months, false),
    unitsFrom((n) => addMonths(from, 12 * n), false),
  ]
}

function lines(rows: readonly Row[]): string[] {
  return rows.map(({ person, measure, from, length, value, recorded, extra }) => {
    const isSpell = ['shelter', 'cell', 'jail'].includes(measure)
    const to = isSpell && length !== 20 ? dayText(day0 + from + length) : ''
    const said = values[measure]?.[Number(value)] ?? (isSpell || measure === 'job' ? '' : value)
    const item = measure === 'plan' ? `goal ${Number(value) % 2}` : ''
    const known = recorded < 0 ? '' : dayText(day0 + recorded)
    return [person, measure, dayText(day0 + from), to, `"${said}"`, known, item, extra].join(',')
  })
}

function shuffled(rows: string[], seed: number): string[] {
  const keyed = rows.map((row, index) => ({ row, key: (Math.imul(seed + index, 0x9e3779b1) >>> 0) % 1009 }))
  return keyed.sort((a, b) => a.key - b.key).map(({ row }) => row)
}

function world(files: readonly string[][]): string {
  const header = 'person,measure,from,to,value,recorded,item,nr,supersedes'
  const named = files.map((rows, index) => {
    const own = rows[0]?.startsWith('person,') === true ? [] : [header]
    return `--- ${'ab'[index]!}.csv\n${[...own, ...rows].join('\n')}`
  })
  return `
    shelter: spell, first-day-out, once
    hostel: spell, first-day-out, once
    cell: spell, first-day-out, refused
    jail: spell, first-day-out, each
    wellbeing: score, scale 1-5, ties refused
    absence: share, ties latest-recorded
    hours: amount, ties sum
    job: event, once
    plan: plan
    --- people.csv
    id,start
    P1,2022-01-01
    P2,2022-01-01
    P3,2022-01-01
    ${named.join('\n')}`
}

/** Everything that can be asked of the facts and does not name a line. */
function summaryOf(files: readonly string[][], days?: { to: number; knownAt: number }) {
  const read = readExample(world(files))
  const window = `${dayText(day0 - 10)} .. ${dayText(day0 + 50)}`
  const time = ['P1', 'P2'].flatMap((person) => [
    `nights of ${person} in shelter, ${window} =`,
    `weeks any-day monday-to-sunday of ${person} in shelter, ${window} =`,
    `months whole-only of ${person} in shelter, ${window} =`,
    `run days of ${person} in shelter, gap 3 days not-counted, gaps 1, ${window} =`,
    `count shelter of ${person}, ${window} =`,
  ])
  const rest = ['P1', 'P2'].flatMap((person) => [
    `nights of ${person} in shelter+cell except jail, ${window} =`,
    `latest wellbeing in days of ${person}, ${window} =`,
    `mean absence in days of ${person}, ${window} =`,
    `sum hours in days of ${person}, ${window} =`,
    `days job of ${person} =`,
    `items plan latest-wording withdrawn not-met of ${person}, ${window} =`,
  ])
  const first = days === undefined ? [] : [`as of ${dayText(days.to)}, known ${dayText(days.knownAt)}`]
  const asked = (ask: string[]) => answersOf({ ...read, ask: [...first, ...ask] })
  const { used, superseded, refused } = read.facts.total
  return {
    time: asked(time),
    answers: asked([...time, ...rest]),
    used,
    superseded,
    refused,
    counts: [...read.facts.problemCounts].sort(([a], [b]) => (a < b ? -1 : 1)),
  }
}

test('the bytes may come in pieces of any size', () => {
  const rows = lines([
    { person: 'P1', measure: 'shelter', from: 0, length: 3, value: '0', recorded: 5, extra: ',' },
    { person: 'P1', measure: 'wellbeing', from: 0, length: 3, value: '0', recorded: 5, extra: ',' },
  ])
  const whole = summaryOf([rows])
  const bytes = (text: string) => [...new TextEncoder().encode(text)].map((byte) => Uint8Array.of(byte))
  const read = readExample(world([rows]), {}, (files) =>
    files.map((file) => ({ name: file.name, chunks: bytes(new TextDecoder().decode([...file.chunks][0])) })),
  )
  expect(read.facts.total.used).toBe(whole.used)
})
