/** Settlements as small texts: payments and limits, people and facts in, what each entry comes to out. */
import { expect, test } from 'vitest'
import { dayText, formatExact } from '../base/index.ts'
import { explainClosedGates, explainEntry } from './index.ts'
import { settled } from './settlement-example.ts'

/** `2022-12-31 P1 10000 of 10000 because 10000`: what is left, what was earned, and the price its reason gives. */
function check(terms: string, wanted: string): void {
  const all = settled(terms)
  const { entries } = all.earned
  const lines = Array.from({ length: entries.size }, (_, entry) => {
    const who = entries.who[entry]! < 0 ? '' : `${all.context.roster.idOf(entries.who[entry]!)} `
    const price = explainEntry(all, entry).children[0]!.children[0]!.value
    const [left, earned] = [all.final[entry]!, entries.amount[entry]!].map((amount) => formatExact(amount))
    return `${dayText(entries.day[entry]!)} ${who}${left} of ${earned} because ${price}`
  })
  const expected = wanted.split('\n').map((line) => line.trim())
  expect(lines).toEqual(expected.filter((line) => line !== ''))
}

test('a payment may name the dates of its goal', () =>
  check(
    `
    goals:
      g:
        clause: "1"
        label: { da: Mål, en: Goal }
        for: each-subject
        when: { at: start + 1 year }
        dates: { later: start + 6 months }
        met: { observed-to: start }
        unmeasured: waits
    payments:
      p:
        clause: "1"
        label: { da: Mål, en: Goal }
        goal: g
        per-met: { if: { value-of: mood, pick: latest, window: { from: later, until: occasion }, at-least: 1 point, if-none: 0 points }, then: 100 kr, else: 50 kr }
    `,
    `
    2023-01-01 P1 5000 of 5000 because 5000
    2023-02-01 P2 10000 of 10000 because 10000
    `,
  ))

test('a fee is explained on its own date', () =>
  check(
    `
    goals:
      g: { clause: "1", label: { da: Mål, en: Goal }, for: each-subject, when: { at: end }, met: { observed-to: start }, unmeasured: waits }
    payments:
      fee:
        clause: "2"
        label: { da: Honorar, en: Fee }
        fee: { if: { this: occasion-number, at-most: 1 time }, then: 1000 kr, else: 500 kr }
        due: { calendar: year, decided: each-date }
    `,
    `
    2022-12-31 100000 of 100000 because 100000
    2023-12-31 50000 of 50000 because 50000
    `,
  ))

/** Marks at three half-years, priced by tiers of ten, and what the dates of P1 earn in kroner; `-` where there is no entry. */
function checkReckoned(payment: string, moods: string, wanted: string, more = 'unmeasured: waits'): void {
  const terms = `
    goals:
      g:
        clause: "1"
        label: { da: Mål, en: Goal }
        for: each-subject
        when: { every: 6 months, from: agreement start, times: 3, decided: each-date }
        quantity: { value-of: mood, pick: latest, window: { after: previous, through: occasion } }
        ${more}
    payments:
      p: { clause: "1", label: { da: Mål, en: Goal }, goal: g, ${payment} }
    `
  const days = ['2022-03-01', '2022-09-01', '2023-03-01']
  const rows = moods.split(' ').flatMap((mood, at) => (mood === '?' ? [] : [`P1,${days[at]},${mood}`]))
  const all = settled(terms, ['person,on,value', ...rows, 'P2,2022-03-01,9', 'P2,2022-09-01,9', ''].join('\n'))
  const { entries } = all.earned
  const dates = ['2022-07-01', '2023-01-01', '2023-07-01']
  const earned = dates.map((date) => {
    for (let entry = 0; entry < entries.size; entry++) {
      const isOurs = all.context.roster.idOf(entries.who[entry]!) === 'P1' && dayText(entries.day[entry]!) === date
      if (isOurs) return String(Number(entries.amount[entry]!) / 100)
    }
    return '-'
  })
  expect(earned.join(' ')).toBe(wanted)
}

const tiers = 'amount: { tiers: { this: quantity }, table: [{ up-to: 10 points, price: 20 kr }, { price: 5 kr }] }'

test.each([
  ['each-date', '6 6 6', '120 120 120'],
  ['sum-so-far', '6 6 6', '120 90 30'],
  ['sum-so-far', '6 0 6', '120 - 90'],
  ['sum-so-far', '6 ? 6', '120 - -'],
  ['latest-so-far', '6 4 12', '120 -40 130'],
  ['latest-so-far', '6 ? 12', '120 - 90'],
  ['highest-so-far', '6 4 12', '120 - 90'],
  ['highest-so-far', '6 ? 12', '120 - -'],
])('%s of %s', (reckoned, moods, wanted) =>
  checkReckoned(`${tiers}, reckoned: ${reckoned}, if-negative: owed-back`, moods, wanted),
)

test.each([
  ['left-out', 'sum-so-far', '120 - 90'],
  ['missed', 'sum-so-far', '120 - 90'],
  ['left-out', 'highest-so-far', '120 - -'],
])('a date that is %s counts for nothing in %s', (unmeasured, reckoned, wanted) =>
  checkReckoned(`${tiers}, reckoned: ${reckoned}, if-negative: nothing`, '6 ? 6', wanted, `unmeasured: ${unmeasured}`),
)

test('nothing is paid for a fall, and the rise after it is paid again', () =>
  checkReckoned(`${tiers}, reckoned: latest-so-far, if-negative: nothing`, '6 4 6', '120 - 40'))

test('a date behind a closed gate is counted on the next', () =>
  checkReckoned(
    `${tiers}, reckoned: sum-so-far, only-if: { this: occasion-number, more-than: 1 time }`,
    '6 6 6',
    '- 90 30',
  ))

test('a price of each unit that rests on the quantity', () =>
  checkReckoned(
    'per-unit: { steps: { this: quantity }, table: [{ at-least: 10 points, give: 30 kr }], below: 20 kr }, reckoned: sum-so-far',
    '6 6 6',
    '120 240 180',
  ))

/** What P1 and P2 with moods of 7 and 4 are not paid, and what `explain` says a condition keeps from being paid. */
function checkUnpaid(payment: string, unpaid: string, closed: string): void {
  const all = settled(`
    goals:
      g:
        clause: "1"
        label: { da: Mål, en: Goal }
        for: each-subject
        when: { at: agreement end }
        quantity: { value-of: mood, pick: latest, window: { from: start, through: occasion } }
        met: { this: quantity, at-least: 5 points }
        unmeasured: waits
    payments:
      p: { clause: "1", label: { da: Mål, en: Goal }, goal: g, ${payment} }
    `)
  expect(all.statements[0]!.unpaid.map(({ who, kind }) => `${who} ${kind}`).join(', ')).toBe(unpaid)
  const held = explainClosedGates(all, 'p', 0).map(({ value, inputs }) => `${inputs.who as string} ${value}`)
  expect(held.join(', ')).toBe(closed)
}

const early = 'value-of: mood, pick: latest, window: { from: start, until: 2022-08-01 }'

test.each([
  ['per-met: 10 kr', 'P2 missed', ''],
  ['per-met: 10 kr, only-if: { not: { this: quantity, at-least: 5 points } }', 'P1 gate-closed, P2 missed', 'P1 0'],
  ['per-unit: 10 kr, only-if: { this: quantity, at-least: 5 points }', 'P2 gate-closed', 'P2 0'],
  [
    'amount: { steps: { this: quantity }, table: [{ at-least: 5 points, give: 10 kr }], below: 0 kr }, only-if: { this: quantity, at-least: 9 points }',
    'P1 gate-closed, P2 missed',
    'P1 0',
  ],
  [
    'amount: { steps: { this: quantity }, table: [{ at-least: 9 points, give: 10 kr }], below: 0 kr }, only-if: { this: quantity, at-least: 1 point }',
    'P1 missed, P2 missed',
    '',
  ],
  [`per-unit: 10 kr, only-if: { ${early}, at-least: 1 point }`, 'P2 unmeasured', 'P2 unmeasured'],
  [
    `amount: { steps: { this: quantity }, table: [{ at-least: 5 points, give: 10 kr }], below: 0 kr }, only-if: { ${early}, at-least: 1 point }`,
    'P2 missed',
    '',
  ],
])('what is not paid of %s is told as its reasons say', checkUnpaid)
