/** Limits as small texts: the limits and what was recorded in, what is left of each entry out. */
import { describe, expect, test } from 'vitest'
import { dayText, divide, formatExact, parseIsoDay } from '../base/index.ts'
import { readMeasurement, unstatedRules } from '../measurement/index.ts'
import { decide } from '../outcomes/index.ts'
import { readVersions } from '../terms/index.ts'
import { inOrder } from './entry-order.ts'
import { type IssuedStatement, type Settled, settle } from './index.ts'

const measure = (name: string, more: string) =>
  `  ${name}: { label: { da: ${name}, en: ${name} }, of: person, source: { da: liste, en: list }, grade: provider, use: payment, ${more} }`
const goal = (name: string, clause: string) =>
  `  ${name}: { clause: "${clause}", label: { da: ${name}, en: ${name} }, for: each-subject, when: { each: ${name}, at-most: no-limit }, met: { count-of: ${name}, window: { from: occasion, through: occasion }, at-least: 1 time }, unmeasured: missed }`
const payment = (name: string, clause: string, price: string) =>
  `  ${name}: { clause: "${clause}", label: { da: ${name}, en: ${name} }, goal: ${name}, per-met: ${price} }`

/** Two events of persons that are paid for, 1000 kr and 3000 kr, in an agreement of two and a half years. */
const base = `
bundlinje: "1.0"
title: { da: Aftale, en: Agreement }
currency: DKK
runs: { from: 2022-01-01, through: 2024-06-30 }
flow: { kind: loan, noun: { da: lån, en: loan } }
parties: { town: { name: Byen, roles: [payer] }, state: { name: Staten, roles: [payer] }, fund: { name: Fonden, roles: [investor] } }
people: { subject: person, label: { da: folk, en: people }, clock: start, counted: started, pilot: counted }
measures:
${measure('exam', 'kind: event, same-day: each, no-record: none')}
${measure('job', 'kind: event, same-day: each, no-record: none')}
${measure('presence', 'kind: share, ties: highest')}
goals:
${goal('exam', '1')}
${goal('job', '2')}
payments:
${payment('exam', '1', '1000 kr')}
${payment('job', '2', '3000 kr')}
`

const town = 'payers: { clause: "6", split: by-share, each: [{ payer: town, payee: fund, share: 100 % }] }'
const endingOf = (payers = town, overpaid: string): string => `
${payers}
settlement: { clause: "7", every: year, overpaid: ${overpaid}, rounding: { to: 1 minor, how: down, of: each-amount } }
`

type More = {
  people?: string[]
  amendment?: string
  issued?: IssuedStatement[]
  fee?: string
  payers?: string
  overpaid?: string
}
const everybody = ['P1,2022-01-01,north,viborg', 'P2,2022-02-01,south,skive', 'P3,2023-02-01,,skive']

/** `exam P1 2022-03-01` is an event; `presence P1 2022-03-01 75 %` a value. */
function settled(
  limits: string,
  facts: string,
  to: string,
  { people = everybody, amendment, issued = [], fee, payers, overpaid = 'kept' }: More,
): Settled {
  const fees =
    fee === undefined ? '' : `  fee: { clause: "2a", label: { da: gebyr, en: fee }, fee: 600 kr, due: ${fee} }\n`
  const { versions, problems } = readVersions(
    { file: 'terms.yaml', text: `${base}${fees}${limits}${endingOf(payers, overpaid)}` },
    amendment === undefined ? [] : [{ file: 'amendments/2.yaml', text: amendment }],
  )
  expect(problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
  const csv = (name: string, rows: string[]) => ({ name, chunks: [new TextEncoder().encode(`${rows.join('\n')}\n`)] })
  const told = facts.split(',').flatMap((fact) => {
    const found = /^(\S+) (\S+) (\S+)(?: (.+))?$/.exec(fact.trim())
    return found === null ? [] : [found.slice(1).map((part) => part ?? '')]
  })
  const measurement = readMeasurement({
    agreements: versions.map(({ agreement }) => agreement),
    people: csv('people.csv', ['id,start,area,authority', ...people]),
    facts: ['exam', 'job', 'presence'].map((name) =>
      csv(`${name}.csv`, [
        name === 'presence' ? 'person,on,value' : 'person,on',
        ...told
          .filter(([measured]) => measured === name)
          .map(([, person, on, value]) => (name === 'presence' ? `${person},${on},${value}` : `${person},${on}`)),
      ]),
    ),
    rules: unstatedRules,
  })
  expect(measurement.problems.filter(({ severity }) => severity === 'wrong')).toEqual([])
  const day = parseIsoDay(to)!
  const outcomes = decide({
    versions,
    roster: measurement.roster,
    facts: (agreement, knownAt) => measurement.asOf({ to: day, knownAt, agreement }),
    to: day,
    knownAt: day,
    parameter: () => undefined,
  })
  return settle(outcomes, issued)
}

/** `limits`, what was recorded, the statement's day, and one row an entry: `2022-03-01 P1 exam 1000`. */
function check(limits: string, facts: string, to: string, wanted: string, more: More = {}): void {
  const rows = limits.trim().split('\n')
  const all = settled(
    limits === '' ? '' : `limits:\n${rows.map((row) => `  - ${row.trim()}`).join('\n')}`,
    facts,
    to,
    more,
  )
  const { entries, payments } = all.earned
  const lines = Array.from(inOrder(entries.ofAgreement, entries), (entry) => {
    const who = entries.who[entry]! < 0 ? '' : `${all.context.roster.idOf(entries.who[entry]!)} `
    const left = formatExact(divide(all.final[entry]!, 100))
    return `${dayText(entries.day[entry]!)} ${who}${payments[entries.payment[entry]!]!.name} ${left}`
  })
  expect(lines).toEqual(
    wanted
      .split(',')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
}

test('a floor of each year bites when the year has ended, not before', () => {
  const floor = '{ clause: "3", floor: 5000 kr, per: year, year-from: 1 january }'
  check(floor, 'exam P1 2022-03-01', '2022-12-30', '2022-03-01 P1 exam 1000')
  check(floor, 'exam P1 2022-03-01', '2022-12-31', '2022-03-01 P1 exam 5000')
})

test('a floor of each quarter, and of each half-year and month', () => {
  const of = (per: string) => `{ clause: "3", floor: 5000 kr, per: ${per} }`
  check(of('quarter'), 'exam P1 2022-02-01', '2022-03-30', '2022-02-01 P1 exam 1000')
  check(of('quarter'), 'exam P1 2022-02-01', '2022-03-31', '2022-02-01 P1 exam 5000')
  check(of('half-year'), 'exam P1 2022-03-01', '2022-06-29', '2022-03-01 P1 exam 1000')
  check(of('half-year'), 'exam P1 2022-03-01', '2022-06-30', '2022-03-01 P1 exam 5000')
  check(of('month'), 'exam P1 2022-01-01', '2022-01-30', '2022-01-01 P1 exam 1000')
  check(of('month'), 'exam P1 2022-01-01', '2022-01-31', '2022-01-01 P1 exam 5000')
})

test('the year in which the agreement ends is over when the agreement is', () => {
  const floor = '{ clause: "3", floor: 5000 kr, per: year, year-from: 1 january }'
  const facts = 'job P1 2022-03-01, job P1 2022-04-01, job P1 2023-03-01, job P1 2023-04-01, exam P1 2024-03-01'
  const before = '2022-03-01 P1 job 3000, 2022-04-01 P1 job 3000, 2023-03-01 P1 job 3000, 2023-04-01 P1 job 3000'
  check(floor, facts, '2024-06-29', `${before}, 2024-03-01 P1 exam 1000`)
  check(floor, facts, '2024-06-30', `${before}, 2024-03-01 P1 exam 5000`)
})

test('a floor of the agreement, of a person or of a payment bites when the agreement has ended', () => {
  const facts = 'exam P1 2022-03-01'
  for (const per of ['agreement', 'payment', 'subject']) {
    check(`{ clause: "3", floor: 5000 kr, over: [exam], per: ${per} }`, facts, '2024-06-29', '2022-03-01 P1 exam 1000')
  }
})

test('entries of one day stand in the order of the annex, then of ids, whatever version governs them', () => {
  const facts = 'exam P1 2023-09-01, exam P2 2023-09-01, job P1 2023-09-01'
  const later = {
    people: ['P1,2023-06-01,north,', 'P2,2022-02-01,south,'],
    amendment: `
amendment: "2"
from: 2023-01-01
reason: { da: ny pris, en: new price }
governs: people-started-from
changes: [{ set: payments.exam.per-met, to: 1500 kr }, { set: payments.job.per-met, to: 3500 kr }]
`,
  }
  const cap = '{ clause: "3", cap: 1600 kr, per: agreement, gives-way: latest-first }'
  const wanted = '2023-09-01 P1 exam 1500, 2023-09-01 P2 exam 100, 2023-09-01 P1 job 0'
  check(cap, facts, '2023-12-31', wanted, later)
})

test('a floor of the agreement is paid where nothing was earned, on the first payment of the annex', () => {
  const floor = '{ clause: "3", floor: 5000 kr, per: agreement }'
  check(floor, '', '2024-06-29', '')
  check(floor, '', '2024-06-30', '2024-06-30 exam 5000')
  check('{ clause: "3", floor: 5000 kr, per: agreement, over: [job] }', '', '2024-06-30', '2024-06-30 job 5000')
})

test('a floor of each year is paid for each year of the run that has ended', () => {
  const floor = '{ clause: "3", floor: 5000 kr, per: year, year-from: 1 january, over: [job] }'
  check(floor, 'exam P1 2022-03-01', '2022-12-31', '2022-03-01 P1 exam 1000, 2022-12-31 job 5000')
  check(floor, 'job P1 2023-03-01', '2024-06-30', '2022-12-31 job 5000, 2023-03-01 P1 job 5000, 2024-06-30 job 5000')
})

test('a floor of each payment, person and person’s year is paid for those with nothing', () => {
  const of = (per: string, more = '') => `{ clause: "3", floor: 2000 kr, per: ${per}${more} }`
  check(of('payment'), 'exam P1 2022-03-01', '2024-06-30', '2022-03-01 P1 exam 2000, 2024-06-30 job 2000')
  check(
    of('subject', ', who: { attribute: area, is: [north, south] }'),
    'exam P1 2022-03-01',
    '2024-06-30',
    '2022-03-01 P1 exam 2000, 2024-06-30 P2 exam 2000',
  )
  check(
    of('subject-and-year', ', year-from: 1 january'),
    'exam P1 2022-03-01, job P2 2023-03-01',
    '2023-12-31',
    '2022-03-01 P1 exam 2000, 2022-12-31 P2 exam 2000, 2023-03-01 P2 job 3000, 2023-12-31 P1 exam 2000, 2023-12-31 P3 exam 2000',
  )
})

test('a floor over a fee has a line for each period without one, and one period of all that is due within it', () => {
  // Due twice on the last of June 2022, told in two ways; a quarter is raised to 1 500, a year to 2 500.
  const due = '{ at: [agreement start + 6 months - 1 day, agreement start + 181 days - 1 day], decided: each-date }'
  const over = '{ clause: "3", floor: 1500 kr, per: quarter, over: [fee] }'
  check(
    over,
    '',
    '2022-12-31',
    '2022-03-31 fee 1500, 2022-06-30 fee 600, 2022-06-30 fee 900, 2022-09-30 fee 1500, 2022-12-31 fee 1500',
    { fee: due },
  )
  check(
    `${over.replace('over: [fee]', 'over: [fee], who: { attribute: area, is: [north] }')}`,
    '',
    '2022-12-31',
    '2022-03-31 fee 1500, 2022-06-30 fee 600, 2022-06-30 fee 600, 2022-06-30 fee 1500, 2022-09-30 fee 1500, 2022-12-31 fee 1500',
    { fee: due },
  )
  check(
    '{ clause: "3", floor: 2500 kr, per: payment-and-year, year-from: 1 january, over: [fee] }',
    '',
    '2023-12-31',
    '2022-06-30 fee 600, 2022-06-30 fee 1900, 2023-12-31 fee 2500',
    { fee: due },
  )
})

test('a floor of each authority is paid for one with people and no payment', () =>
  check(
    '{ clause: "3", floor: 2000 kr, per: authority }',
    'exam P1 2022-03-01',
    '2024-06-30',
    '2022-03-01 P1 exam 2000, 2024-06-30 exam 2000',
  ))

test('a cap after the floor sees what the floor gave, and a floor after a floor stands on its line', () => {
  const floor = '{ clause: "3", floor: 5000 kr, per: agreement }'
  const cap = '{ clause: "4", cap: 4000 kr, per: year, year-from: 1 january, gives-way: latest-first, rest: lost }'
  check(`${floor}\n${cap}`, '', '2024-06-30', '2024-06-30 exam 4000')
  check(
    `${floor}\n{ clause: "4", floor: 6000 kr, per: year, year-from: 1 january }`,
    '',
    '2024-06-30',
    '2022-12-31 exam 6000, 2023-12-31 exam 6000, 2024-06-30 exam 6000',
  )
})

test('what a year leaves goes to the next, also from the first year and from years with nothing', () => {
  const cap = '{ clause: "3", cap: 1500 kr, per: year, year-from: 1 january, gives-way: latest-first, rest: next-year }'
  const jobs = 'job P1 2024-03-01, job P2 2024-03-02'
  check(
    cap,
    `exam P1 2022-03-01, ${jobs}`,
    '2024-06-30',
    '2022-03-01 P1 exam 1000, 2024-03-01 P1 job 3000, 2024-03-02 P2 job 500',
  )
  check(cap, jobs, '2024-06-30', '2024-03-01 P1 job 3000, 2024-03-02 P2 job 1500')
})

test('a factor multiplies what is left of each amount, before or after a cap', () => {
  const times = '{ clause: "3", times: 90 % }'
  const cap = '{ clause: "4", cap: 3500 kr, per: agreement, gives-way: latest-first }'
  const facts = 'exam P1 2022-03-01, job P1 2022-03-02'
  check(times, facts, '2022-12-31', '2022-03-01 P1 exam 900, 2022-03-02 P1 job 2700')
  check(`${cap}\n${times}`, facts, '2022-12-31', '2022-03-01 P1 exam 900, 2022-03-02 P1 job 2250')
  check(`${times}\n${cap}`, facts, '2022-12-31', '2022-03-01 P1 exam 900, 2022-03-02 P1 job 2600')
  check(
    '{ clause: "3", times: 1/3, over: [exam] }',
    facts,
    '2022-12-31',
    '2022-03-01 P1 exam 333.33, 2022-03-02 P1 job 3000',
  )
})

const lowPresence =
  '{ value-of: presence, pick: latest, window: { from: start, through: agreement end }, less-than: 80 % }'

test('reduced to 80 % for those with less than 80 % presence; of whom it is not known, the payment waits', () =>
  check(
    `{ clause: "3", times: 80 %, who: ${lowPresence} }`,
    'exam P1 2022-03-01, exam P2 2022-03-01, exam P3 2023-03-01, presence P1 2022-03-01 79 %, presence P2 2022-03-01 80 %',
    '2024-06-30',
    '2022-03-01 P1 exam 800, 2022-03-01 P2 exam 1000, 2023-03-01 P3 exam 0',
  ))

test('under a cap for some people, the payment of those of whom nobody knows waits', () =>
  check(
    '{ clause: "3", cap: 500 kr, per: subject, gives-way: latest-first, who: { attribute: area, is: [north] } }',
    'exam P1 2022-03-01, exam P2 2022-03-01, exam P3 2023-03-01',
    '2024-06-30',
    '2022-03-01 P1 exam 500, 2022-03-01 P2 exam 1000, 2023-03-01 P3 exam 0',
  ))

test('at most so many results are paid for, whatever their price', () => {
  const of = (gives: string) => `{ clause: "3", at-most: 2 results, per: subject, gives-way: ${gives} }`
  const facts = 'exam P1 2022-03-01, job P1 2022-03-02, exam P1 2022-03-03, exam P2 2022-03-04'
  const [last, to] = ['2022-03-04 P2 exam 1000', '2022-12-31']
  check(of('latest-first'), facts, to, `2022-03-01 P1 exam 1000, 2022-03-02 P1 job 3000, 2022-03-03 P1 exam 0, ${last}`)
  check(
    of('earliest-first'),
    facts,
    to,
    `2022-03-01 P1 exam 0, 2022-03-02 P1 job 3000, 2022-03-03 P1 exam 1000, ${last}`,
  )
  check(
    of('in-proportion'),
    facts,
    to,
    `2022-03-01 P1 exam 666.67, 2022-03-02 P1 job 2000, 2022-03-03 P1 exam 666.66, ${last}`,
  )
})

test('a result that nothing is left of is none of those that are paid for', () =>
  check(
    `{ clause: "3", cap: 0 kr, per: date, over: [job], gives-way: latest-first }
     { clause: "4", at-most: 1 result, per: subject, gives-way: latest-first }`,
    'job P1 2022-03-01, exam P1 2022-03-02',
    '2022-12-31',
    '2022-03-01 P1 job 0, 2022-03-02 P1 exam 1000',
  ))

test('a quota by the number of results, or by the money', () => {
  const of = (by: string) =>
    `{ clause: "3", quota: 40 %, by: ${by}, over: [exam], per: agreement, gives-way: latest-first }`
  const facts = 'exam P1 2022-03-01, exam P2 2022-03-01, exam P1 2022-03-02, job P1 2022-03-03'
  const job = '2022-03-03 P1 job 3000'
  const exams = (...left: number[]) =>
    `2022-03-01 P1 exam ${left[0]!}, 2022-03-01 P2 exam ${left[1]!}, 2022-03-02 P1 exam ${left[2]!}`
  check(of('results'), facts, '2022-12-31', `${exams(0, 0, 0)}, ${job}`)
  check(of('money'), facts, '2022-12-31', `${exams(1000, 1000, 0)}, ${job}`)
})

test('what is kept is not claimed back, and is taken off what the same clause earns later', () => {
  const line = { payer: 'town', payee: 'fund', agreement: '' }
  const [to, knownAt] = [parseIsoDay('2022-12-31')!, parseIsoDay('2022-12-31')!]
  const payableIn = (facts: string) => {
    const lines = [
      { ...line, payment: 'exam', payable: 150_000n },
      { ...line, payment: 'gone', payable: 70_000n },
      { ...line, payment: 'gone', payable: -20_000n },
    ]
    const [agreement = ''] = settled('', facts, '2023-12-31', {}).context.roster.agreements
    const issued = [{ name: 'S1', to, knownAt, lines: lines.map((one) => ({ ...one, agreement })) }]
    const [statement] = settled('', facts, '2023-12-31', { issued }).statements
    expect(statement!.carriedOver).toBe(0n)
    return statement!.lines.map(({ payment, payable }) => `${payment} ${payable / 100n}`).join(', ')
  }
  expect(payableIn('exam P1 2022-03-01')).toBe('exam 0, job 0, gone 0')
  expect(payableIn('exam P1 2022-03-01, exam P1 2023-03-01, job P1 2023-03-01')).toBe('exam 500, job 3000, gone 0')
})

describe('what is kept takes up room', () => {
  const line = { payer: 'town', payee: 'fund', agreement: 'terms.yaml' }
  const [to, knownAt] = [parseIsoDay('2022-12-31')!, parseIsoDay('2022-12-31')!]
  /** What is payable by payment, and of each limit what has been paid and what is held, in kroner. */
  const statementOf = (limits: string, facts: string, paid: Record<string, number>, more: More = {}) => {
    const [agreement = ''] = settled('', '', '2023-12-31', {}).context.roster.agreements
    const lines = Object.entries(paid).map(([payment, kroner]) => {
      return { ...line, agreement, payment, payable: BigInt(kroner) * 100n }
    })
    const issued = [{ name: 'S1', to, knownAt, lines }]
    const text =
      limits === ''
        ? ''
        : `limits:\n${limits
            .split('\n')
            .map((row) => `  - ${row.trim()}`)
            .join('\n')}\n`
    const [statement] = settled(text, facts, '2024-06-30', { ...more, issued }).statements
    const { kept, keptRooms, lines: stated, payable } = statement!
    expect(stated.reduce((sum, one) => sum + one.payable, 0n)).toBe(payable)
    return {
      payable: stated.map((one) => `${one.payment} ${one.payable / 100n}`).join(', '),
      kept: kept / 100n,
      rooms: keptRooms.map(
        (room) => `${room.limit ?? room.payer!} ${room.paid / 100n} of ${room.bound / 100n}, ${room.held / 100n} held`,
      ),
      held: stated.map((one) => one.heldForKept / 100n),
    }
  }
  const cap = (of: string, more = '') => `{ clause: "3", cap: ${of}, per: agreement, gives-way: latest-first${more} }`
  const jobs = 'job P1 2023-03-01, job P2 2023-03-01'

  test('of a cap on the agreement: nothing more is paid than it leaves beside it', () => {
    // 2 500 was paid for exams that turned out never to have been passed.
    expect(statementOf(cap('7000 kr'), jobs, { exam: 2500 })).toEqual({
      payable: 'exam 0, job 4500',
      kept: 2500n,
      rooms: ['1 7000 of 7000, 1500 held'],
      held: [0n, 1500n],
    })
    expect(statementOf(cap('9000 kr'), jobs, { exam: 2500 }).payable).toBe('exam 0, job 6000')
  })
  test('of one that was passed already, nothing more is paid, and nothing is claimed back', () =>
    expect(statementOf(cap('2000 kr'), jobs, { exam: 2500 })).toMatchObject({
      payable: 'exam 0, job 0',
      rooms: ['1 2500 of 2000, 2000 held'],
    }))
  test('of a cap on some payments only, and of all of several caps', () => {
    expect(statementOf(cap('7000 kr', ', over: [job]'), jobs, { exam: 2500 }).payable).toBe('exam 0, job 6000')
    expect(
      statementOf(`${cap('8000 kr')}\n${cap('7000 kr').replace('"3"', '"4"')}`, jobs, { exam: 2500 }).payable,
    ).toBe('exam 0, job 4500')
  })
  test('of a narrow cap first, so that nothing is held twice under a wide one', () =>
    expect(
      statementOf(`${cap('8000 kr')}\n${cap('7000 kr', ', over: [exam, job]').replace('"3"', '"4"')}`, jobs, {
        exam: 2500,
        gone: 100,
      }),
    ).toMatchObject({ payable: 'exam 0, job 4500, gone 0', rooms: ['2 7000 of 7000, 1500 held'] }))
  test('what the terms raise to a floor is owed all the same', () =>
    expect(
      statementOf(
        `${cap('3000 kr')}\n{ clause: "4", floor: 6000 kr, per: agreement, over: [job] }`,
        'job P1 2023-03-01',
        { exam: 2500 },
      ).payable,
    ).toBe('exam 0, job 3500'))
  test('of a cap on each payment: what is kept of one payer leaves less for another', () => {
    const other = { exam: 900 }
    const payers = 'payers: { clause: "6", split: by-share, each: [{ payer: state, payee: fund, share: 100 % }] }'
    expect(
      statementOf(
        '{ clause: "3", cap: 1500 kr, per: payment, gives-way: latest-first }',
        'exam P1 2023-03-01, job P1 2023-03-01',
        other,
        { payers },
      ),
    ).toMatchObject({ payable: 'exam 600, job 1500', rooms: ['1 1500 of 1500, 400 held'] })
  })
  test('of a payer’s own limit, and not of one who pays what is beyond', () => {
    const payers = (beyond: string) =>
      `payers: { clause: "6", split: in-turn, beyond: ${beyond}, each: [{ payer: town, payee: fund, up-to: 5000 kr }, { payer: state, payee: fund, up-to: 500 kr }] }`
    expect(statementOf('', jobs, { exam: 2500 }, { payers: payers('nobody') })).toMatchObject({
      payable: 'exam 0, job 3000',
      rooms: ['town 5000 of 5000, 2500 held'],
    })
    const paidByState = {
      payers: payers('last-payer').replaceAll('town', 'x').replaceAll('state', 'town').replaceAll('x', 'state'),
    }
    expect(statementOf('', jobs, { exam: 2500 }, paidByState)).toMatchObject({ payable: 'exam 0, job 6000', rooms: [] })
  })
  test('not of a cap for each person, in which nobody can tell whose it was', () =>
    expect(
      statementOf('{ clause: "3", cap: 3000 kr, per: subject, gives-way: latest-first }', jobs, { exam: 2500 }),
    ).toMatchObject({ payable: 'exam 0, job 6000', kept: 2500n, rooms: [] }))
  test('and only where it is kept', () =>
    expect(statementOf(cap('7000 kr'), jobs, { exam: 2500 }, { overpaid: 'reclaimed' })).toMatchObject({
      payable: 'exam -2500, job 6000',
      kept: 0n,
      rooms: [],
    }))
})

test('years from a date, or from the beginning of the agreement', () => {
  const of = (year: string) =>
    `{ clause: "3", cap: 1500 kr, per: year, year-from: ${year}, gives-way: latest-first, rest: lost }`
  const facts = 'exam P1 2022-06-30, exam P1 2022-07-01, exam P1 2023-06-30, exam P1 2023-07-01'
  const wanted = (...left: number[]) =>
    ['2022-06-30', '2022-07-01', '2023-06-30', '2023-07-01'].map((day, at) => `${day} P1 exam ${left[at]!}`).join(', ')
  check(of('1 july'), facts, '2024-06-30', wanted(1000, 1000, 500, 1000))
  check(of('agreement start'), facts, '2024-06-30', wanted(1000, 500, 1000, 500))
  const floor = '{ clause: "3", floor: 2000 kr, per: year, year-from: 1 july }'
  check(floor, '', '2023-06-29', '2022-06-30 exam 2000')
  check(floor, '', '2024-06-30', '2022-06-30 exam 2000, 2023-06-30 exam 2000, 2024-06-30 exam 2000')
})

test('what a cap holds back that nobody knows yet waits, and is told apart from what is cut', () => {
  const present =
    '{ value-of: presence, pick: latest, window: { from: start, through: agreement end }, at-least: 50 % }'
  const unknown = `{ clause: "3", cap: { product: [{ over: people, take: count, that: ${present}, unmeasured: makes-unmeasured }, 1 kr] }, per: agreement, gives-way: latest-first }`
  const limits = `limits:\n  - ${unknown}\n  - { clause: "4", cap: 0 kr, per: agreement, gives-way: latest-first }\n`
  const openLimits = (facts: string) => settled(limits, facts, '2024-06-30', {}).statements[0]!.openLimits
  expect(openLimits('exam P1 2022-03-01')).toEqual([1])
  const known = 'presence P1 2022-03-01 75 %, presence P2 2022-03-01 75 %, presence P3 2023-03-01 20 %'
  expect(openLimits(`exam P1 2022-03-01, ${known}`)).toEqual([])
})

const grown = (amount: string) =>
  `{ grown: ${amount}, by: 10 %, from: 2021-12-31, to: occasion, how: compound, part-years: whole-only, direction: forward }`

test('a cap per year that follows the years is that of its own year, to whatever day it is worked out', () => {
  const cap = `{ clause: "3", cap: ${grown('4000 kr')}, per: year, year-from: 1 january, rest: lost, gives-way: latest-first }`
  const jobs = (year: number) => `job P1 ${year}-03-01, job P2 ${year}-04-01`
  const facts = [2022, 2023, 2024].map(jobs).join(', ')
  const first = '2022-03-01 P1 job 3000, 2022-04-01 P2 job 1400'
  const second = `${first}, 2023-03-01 P1 job 3000, 2023-04-01 P2 job 1840`
  check(cap, facts, '2022-05-01', first)
  check(cap, facts, '2022-12-31', first)
  check(cap, facts, '2023-12-31', second)
  // The last year is over when the agreement is, half a year before a third whole year has passed.
  check(cap, facts, '2024-12-31', `${second}, 2024-03-01 P1 job 3000, 2024-04-01 P2 job 1840`)
})

test('what is left of a cap that follows the years is what that year had', () => {
  const cap = `{ clause: "3", cap: ${grown('4000 kr')}, per: year, year-from: 1 january, rest: next-year, gives-way: latest-first }`
  const facts = 'job P1 2023-03-01, job P2 2023-04-01, job P3 2023-05-01, job P1 2023-06-01'
  // 4 400 of 2022 and 4 840 of 2023.
  const wanted = '2023-03-01 P1 job 3000, 2023-04-01 P2 job 3000, 2023-05-01 P3 job 3000, 2023-06-01 P1 job 240'
  check(cap, facts, '2023-12-31', wanted)
})

test('while the bound of a period is not known, what it bears on waits, and later years with it where the rest is carried on', () => {
  const bound =
    '{ if: { over: people, take: mean, of: { value-of: presence, pick: latest, window: { from: agreement start, through: occasion } }, unmeasured: makes-unmeasured, at-least: 50 % }, then: 1000 kr, else: 500 kr }'
  const cap = (rest: string) =>
    `{ clause: "3", cap: ${bound}, per: year, year-from: 1 january, rest: ${rest}, gives-way: latest-first }`
  const people = { people: ['P1,2022-01-01,north,viborg'] }
  const facts = 'presence P1 2023-02-01 75 %, exam P1 2022-03-01, job P1 2023-03-01'
  check(cap('lost'), facts, '2023-12-31', '2022-03-01 P1 exam 0, 2023-03-01 P1 job 1000', people)
  check(cap('next-year'), facts, '2023-12-31', '2022-03-01 P1 exam 0, 2023-03-01 P1 job 0', people)
  check(cap('lost'), facts, '2023-12-30', '2022-03-01 P1 exam 0, 2023-03-01 P1 job 0', people)
})

test('whom a limit is about is asked on the day of each result', () => {
  const latest = '{ value-of: presence, pick: latest, window: { from: start, through: occasion }, less-than: 60 % }'
  check(
    `{ clause: "3", times: 50 %, who: ${latest} }`,
    'presence P1 2022-01-15 75 %, presence P1 2022-06-01 50 %, exam P1 2022-03-01, exam P1 2022-07-01, exam P2 2022-07-01',
    '2022-12-31',
    '2022-03-01 P1 exam 1000, 2022-07-01 P1 exam 500, 2022-07-01 P2 exam 0',
  )
})

test('a floor is held for whom it is about on the last day of its period', () => {
  const aYear = '{ time-between: [start, occasion], unit: months, at-least: 20 months }'
  check(
    `{ clause: "3", floor: 2000 kr, per: subject-and-year, year-from: 1 january, who: ${aYear} }`,
    'exam P1 2022-03-01',
    '2023-12-31',
    '2022-03-01 P1 exam 1000, 2023-12-31 P1 exam 2000, 2023-12-31 P2 exam 2000',
  )
})

test('a factor that follows the years is that of the day of each result', () =>
  check(
    `{ clause: "3", times: ${grown('100 %')} }`,
    'exam P1 2022-03-01, exam P2 2022-12-31, exam P1 2023-12-30, exam P1 2023-12-31',
    '2024-06-30',
    '2022-03-01 P1 exam 1000, 2022-12-31 P2 exam 1100, 2023-12-30 P1 exam 1100, 2023-12-31 P1 exam 1210',
  ))
