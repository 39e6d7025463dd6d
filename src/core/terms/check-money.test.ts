/** What payments, limits and payers say about each other. */
import { describe, expect, test } from 'vitest'
import { sections, window, nights, metText, exits, goals, met, payments, read, check } from './check-example.ts'
import { readTerms } from './read.ts'

describe('payments, limits and payers', () => {
  test('who leaves is answered for goals that pay, one way out at a time', () => {
    check(
      [exits, goals(metText)].join('\n'),
      'edge-unsettled `clause: "1"` → leavers: { moved: left-out }, leavers: { moved: missed }, leavers: { moved: as-measured }',
    )
    check([exits, goals(`leavers: { moved: missed }\n    ${metText}`)].join('\n'), '')
  })
  test('a sum that may fall below zero is asked about', () => {
    const saved = goals(`quantity: { difference: [30 nights, { ${nights} }] }`)
    const asked = (first: string) => `edge-unsettled \`${first}\` → if-negative: nothing, if-negative: owed-back`
    check(
      [saved, payments('per-unit: 10 kr')].join('\n'),
      asked('label: { da: a, en: a }, clause: "1", goal: housed, per-unit: 10 kr'),
    )
    check([saved, payments('per-unit: 10 kr, if-negative: nothing')].join('\n'), '')
    const other = `other: { clause: "3", label: { da: b, en: b }, for: each-subject, when: { at: end }, unmeasured: waits, quantity: { difference: [30 nights, { ${nights} }] } }`
    const borrowed = goals(
      `quantity: { result-of: other, as: quantity, dates: dates-so-far, pick: latest, if-none: 0 nights }`,
    )
    check(
      [`${borrowed}\n  ${other}`, payments('per-unit: 10 kr')].join('\n'),
      asked('label: { da: a, en: a }, clause: "1", goal: housed, per-unit: 10 kr'),
    )
    check([saved, payments('amount: { highest-of: [0 kr, { product: [{ this: quantity }, 10 kr] }] }')].join('\n'), '')
    check(
      [
        saved,
        payments(
          'amount: { line: { this: quantity }, points: [{ x: 0 nights, give: 0 kr }, { x: 9 nights, give: 9 kr }], below: hold, above: extend }',
        ),
      ].join('\n'),
      '',
    )
    const extended =
      'amount: { line: { this: quantity }, points: [{ x: 0 nights, give: 0 kr }, { x: 9 nights, give: 9 kr }], below: extend, above: hold }'
    check(
      [saved, payments(extended)].join('\n'),
      asked(`label: { da: a, en: a }, clause: "1", goal: housed, ${extended}`),
    )
  })
  test('so is a price below nothing, of a goal met or of a fee', () => {
    const asked = (first: string) => `edge-unsettled \`${first}\` → if-negative: nothing, if-negative: owed-back`
    const below = payments('per-met: -200 kr')
    check(
      [goals(metText), below].join('\n'),
      asked('label: { da: a, en: a }, clause: "1", goal: housed, per-met: -200 kr'),
    )
    check([goals(metText), payments('per-met: -200 kr, if-negative: owed-back')].join('\n'), '')
  })
  test('what is taken off of the dates before is worked out from the quantity', () => {
    const dated = goals(`quantity: { ${nights} }`).replace(
      'when: { at: start + 12 months }',
      'when: { at: [start + 6 months, start + 12 months], decided: each-date }',
    )
    const paid = (sum: string) =>
      [dated, payments(`amount: { product: [${sum}, 10 kr] }, reckoned: latest-so-far, if-negative: nothing`)].join(
        '\n',
      )
    check(paid('{ this: quantity }'), '')
    check(paid(`{ ${nights} }`), 'reckoned-idle `latest-so-far`')
    check(paid(`{ ${nights} }`).replace('latest-so-far', 'each-date'), '')
    const either = (condition: string) =>
      paid(`{ if: { ${condition} }, then: 1, else: { over: people, take: count, unmeasured: left-out } }`)
    check(
      either('this: quantity, threshold: 6 nights'),
      'edge-unsettled `threshold` → at-least: 6 nights, more-than: 6 nights, at-most: 6 nights, less-than: 6 nights',
    )
    check(either(`${nights}, more-than: 6 nights`), 'reckoned-idle `latest-so-far`')
    check(
      either(`and-or: [{ this: quantity, more-than: 6 nights }, { ${nights}, more-than: 6 nights }]`),
      'edge-unsettled `and-or` → all: …, any: …',
    )
    check(paid('undecided'), 'value-undecided `undecided`')
    check(
      paid(`{ over: people, take: count, among: everybody, unmeasured: left-out }`),
      'reckoned-idle `latest-so-far`',
    )
  })
  test('a price per unit of a share is asked about', () =>
    check(
      [goals(`quantity: { value-of: away, pick: latest, ${window} }`), payments('per-unit: 10 kr')].join('\n'),
      'edge-unsettled `per-unit` → amount: { product: [{ this: quantity }, 100, 10 kr] }, amount: { product: [{ rounded: { product: [{ this: quantity }, 100] }, to: 1, how: down }, 10 kr] }, amount: { product: [{ this: quantity }, 10 kr] }',
    ))
  test('a fee inside the cap, or outside', () => {
    const fee = `${payments('per-met: 1 kr')}\n  fee: { clause: f, label: { da: a, en: a }, fee: 9 kr, due: { at: agreement end } }`
    const limit = (over: string) => `limits: [{ clause: l, cap: 5 kr, per: agreement, gives-way: latest-first${over} }]`
    check(
      `${fee}\n${limit('')}`,
      'edge-unsettled `clause: l, cap: 5 kr, per: agreement, gives-way: latest-first` → over: [housed, fee], over: [housed]',
    )
    check(`${fee}\n${limit(', over: [housed]')}`, '')
  })
  test('a year that is said to begin leaves only answers with a year', () => {
    const limit = (keys: string) => `${payments('per-met: 1 kr')}\nlimits: [{ clause: l, less: 5 kr${keys} }]`
    check(
      limit(', year-from: 1 july'),
      'edge-unsettled `clause: l, less: 5 kr, year-from: 1 july` → per: subject-and-year, per: payment-and-year, per: year',
    )
    check(limit(', year-from: 1 july, per: subject'), 'limit-key-unfit `1 july`')
  })
  test('payers of the same payments share them between them', () => {
    const each = (...payers: string[]) => `payers: { clause: p, split: by-share, each: [${payers.join(', ')}] }`
    const town = '{ payer: town, payee: fund, share: 60 % }'
    check(each(town, '{ payer: fund, payee: fund, share: 40 % }'), '')
    check(each(town, '{ payer: fund, payee: fund, share: 1/3 }'), 'payer-shares')
    check(each(town, '{ payer: fund, payee: fund }'), 'payer-shares `payer: fund, payee: fund` → share: undecided')
  })
  test('what is for the whole agreement is not paid by those who pay for some of its groups', () => {
    const each =
      'payers: { clause: p, split: by-share, each: [{ payer: town, payee: fund, share: 100 %, groups: [north] }] }'
    const fee = 'fee: 100 kr, due: { calendar: year, decided: each-date }'
    check([each, payments(fee)].join('\n').replace('goal: housed, ', ''), 'payer-none')
  })
  test('a goal and its payment share a number, and nothing else does', () => {
    check(
      `${payments('per-met: 1 kr')}\n  more: { clause: "1", label: { da: a, en: a }, goal: housed, per-met: 1 kr }`,
      '',
    )
    check(sections['settlement']!.replace('clause: s', 'clause: p'), 'clause-twice `p`')
  })
  test('a part that is missing is told by what it would hold', () => {
    const { text } = read('')
    const without = text.replace(/measures:[^]*?(?=goals:)/, '')
    const missing = readTerms(without, 'terms.yaml').problems.find(({ code }) => code === 'key-missing')
    expect(missing?.facts).toMatchObject({ key: 'measures', says: 'a set of measures by name' })
  })
  test('a number whose side is open hides no other question', () => {
    const open = (limit: string) => met(`time-in: shelter, window: { from: start, to: occasion }${limit}`)
    const { problems } = read(open(', threshold: 6 nights'))
    expect(problems.map(({ facts }) => facts['key']).sort()).toEqual(['boundary', 'unit', 'window-end'])
    expect(
      read(open(''))
        .problems.map(({ facts }) => facts['key'])
        .sort(),
    ).toEqual(['boundary', 'unit', 'window-end'])
  })
  test('a question beside it hides nothing that is wrong', () =>
    check(
      met(
        'time-in: shelter, unit: nights, window: { from: start, to: occasion }, less-than: 6 nights, at-most: 2 nights',
      ),
      'edge-unsettled `to` → until: occasion, through: occasion\nbounds-clash `6 nights`',
    ))
})

describe('a cap on return where the investor also has fixed coupons', () => {
  const capped = (of: string, party: string, more = '') =>
    [
      'drawdowns: [{ on: 2024-01-01, amount: 1000 kr, by: fund }]',
      `limits: [{ clause: l, return-cap: 5 %, ${of}counted: simple, on: drawn-money${more} }]`,
      `security: { fixed: { clause: f, label: { da: a, en: a }, kind: coupon, party: ${party}, rate: 3 %, years: 1, part-year: by-days, against: highest, paid-by: payer } }`,
    ].join('\n')

  test('is asked whether they are part of it', () => {
    check(
      capped('', 'fund'),
      'edge-unsettled `clause: l, return-cap: 5 %, counted: simple, on: drawn-money` → coupons: counted, coupons: not-counted',
    )
    for (const answer of ['counted', 'not-counted']) check(capped('', 'fund', `, coupons: ${answer}`), '')
    check(capped('of: fund, ', 'fund', ', coupons: counted'), '')
  })
  test('is not where the coupons are those of another', () => {
    check(capped('of: fund, ', 'town'), '')
    check(capped('of: fund, ', 'town', ', coupons: counted'), 'limit-key-unfit `counted`')
  })
  test('no other limit has a use for the answer', () =>
    check(
      'limits: [{ clause: l, cap: 5 kr, per: agreement, gives-way: latest-first, coupons: counted }]',
      'limit-key-unfit `counted`',
    ))
})
