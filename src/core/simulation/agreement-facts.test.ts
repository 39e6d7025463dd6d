/** What is told of the agreement and its groups, run through the ordinary engine where nobody comes: it is all there is to pay for. */
import { expect, test } from 'vitest'
import { dayOf } from '../base/index.ts'
import { readVersions } from '../terms/index.ts'
import { agreementTeller } from './agreement-facts.ts'
import { type FactPlan } from './fact-plan.ts'
import { ContractPayments } from './payments.ts'
import { number, ofDraw, told } from './example.ts'

const terms = `
bundlinje: "1.0"
title: { da: Aftale, en: Agreement }
currency: DKK
runs: { from: 2022-01-01, through: 2024-12-31 }
flow: { kind: loan, noun: { da: lån, en: loan } }
parties: { town: { name: Byen, roles: [payer] }, fund: { name: Fonden, roles: [investor] } }
people:
  subject: person
  label: { da: folk, en: people }
  clock: start
  counted: started
  pilot: counted
  cohorts:
    one: { label: { da: et, en: one }, from: 2022-01-01, through: 2022-12-31 }
    two: { label: { da: to, en: two }, from: 2023-01-01, through: 2023-12-31 }
measures:
  others: { label: { da: andre, en: others }, kind: figure, of: agreement, unit: share, source: { da: register, en: register }, grade: register, use: payment, ties: latest-recorded }
  closed: { label: { da: lukket, en: closed }, kind: spell, of: agreement, source: { da: brev, en: letter }, grade: third-party, use: payment, to-means: last-day-in, overlap: once, no-record: none }
goals:
  rate:
    clause: "1"
    label: { da: Andel, en: Share }
    for: each-cohort
    cohort: named
    when: { at: 2024-12-31 }
    quantity: { value-of: others, pick: latest, window: { from: start, through: occasion } }
    unmeasured: missed
  open:
    clause: "2"
    label: { da: Åbent, en: Open }
    for: the-group
    when: { at: 2023-12-31 }
    quantity: { time-in: closed, unit: days, window: { from: agreement start, until: occasion } }
    unmeasured: missed
payments:
  rate: { clause: "3", label: { da: Andel, en: Share }, goal: rate, amount: { product: [{ this: quantity }, 10000 kr] } }
  open: { clause: "4", label: { da: Åbent, en: Open }, goal: open, amount: { product: [{ this: quantity }, 100 kr] } }
payers: { clause: "5", split: by-share, each: [{ payer: town, payee: fund, share: 100 % }] }
settlement: { clause: "6", every: half-year, overpaid: set-off, rounding: { to: 1 kr, how: half-up, of: each-amount } }
`

test('what is told of a group is seen by that group, and what may happen is paid for in the draws where it does', () => {
  const { versions, problems } = readVersions({ file: 'terms.yaml', text: terms }, [])
  expect(problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
  const models = [
    told('others', dayOf(2023, 6, 30), { group: 'one', is: number(0.2) }),
    told('others', dayOf(2023, 6, 30), { group: 'two', is: ofDraw }),
    told('closed', dayOf(2022, 3, 1), { through: dayOf(2022, 3, 10), chance: number(0.5) }),
    told('closed', dayOf(2022, 5, 1), { through: dayOf(2022, 5, 31), chance: ofDraw }),
  ]
  const plan: FactPlan = { startDay: dayOf(2022, 1, 1), exit: undefined, columns: new Map(), members: [], models: [] }
  const payments = new ContractPayments({
    versions,
    agreementName: '',
    plans: [plan],
    told: models,
    parameter: () => undefined,
  })
  const draws = 200
  const tell = agreementTeller(models, { seed: 'told', chunk: 0 })
  const share = (draw: number): number => (draw % 10) / 10
  const facts = Array.from({ length: draws }, (_, draw) => tell(Float64Array.of(share(draw))))
  const nobody = { lives: new Int32Array(0), firstOf: new Int32Array(draws + 1), fresh: [] }
  const storyOf = (): never => expect.unreachable('nobody comes')
  const { payable, pairs } = payments.settle({ draws, ...nobody, storyOf, toldIn: (draw) => facts[draw]! })
  expect(pairs).toHaveLength(1)
  const closed = { short: 0, long: 0 }
  for (let draw = 0; draw < draws; draw++) {
    const days = facts[draw]!.flatMap(({ from, through }) => (through === undefined ? [] : [through - from + 1]))
    expect([[], [10], [31], [10, 31]]).toContainEqual(days)
    if (days.includes(10)) closed.short++
    if (days.includes(31)) closed.long++
    const statements = payable.subarray(draw * payments.days.length, (draw + 1) * payments.days.length)
    const paid = statements.reduce((sum, amount) => sum + amount, 0) / 100

    expect(paid).toBe(2000 + 1000 * (draw % 10) + 100 * days.reduce((sum, one) => sum + one, 0))
  }
  // Half of 200, and the mean of 0, 10 … 90 percent: four standard errors to either side.
  expect(Math.abs(closed.short - 100)).toBeLessThan(29)
  expect(Math.abs(closed.long - 90)).toBeLessThan(29)
})
