/** Which versions of the terms a statement knows, and what is told of an amendment that changes what holds for all. */
import { expect, test } from 'vitest'
import { dayOf } from '../base/index.ts'
import { readVersions, versionsInForce } from './amend.ts'
import { sections } from './check-example.ts'

const terms = { file: 'terms.yaml', text: Object.values(sections).join('\n') }

function amendment(name: string, from: string, head: string, change: string) {
  const text = `amendment: "${name}"
from: ${from}
${head}
reason: { da: a, en: a }
changes: [{ set: ${change} }]`
  return { file: `amendments/${name}.yaml`, text }
}

const price = 'payments.housed.per-met, to: 200 kr'

test('a statement knows the versions that begin by its day and were agreed by the day it knows', () => {
  const { versions, problems } = readVersions(terms, [
    amendment('2', '2024-07-01', 'agreed-on: 2024-09-01\ngoverns: results-from', price),
    amendment('3', '2025-01-01', 'governs: everyone', price),
  ])
  expect(problems).toEqual([])
  const inForce = (to: number, knownAt: number) => versionsInForce(versions, to, knownAt).map(({ name }) => name)
  expect(inForce(dayOf(2024, 6, 30), dayOf(2025, 6, 30))).toEqual(['1'])
  expect(inForce(dayOf(2024, 7, 1), dayOf(2024, 8, 31))).toEqual(['1'])
  expect(inForce(dayOf(2024, 7, 1), dayOf(2024, 9, 1))).toEqual(['1', '2'])
  expect(inForce(dayOf(2024, 12, 31), dayOf(2025, 6, 30))).toEqual(['1', '2'])
  expect(inForce(dayOf(2025, 1, 1), dayOf(2025, 1, 1))).toEqual(['1', '2', '3'])
  // The third builds on the second, so nobody knows it who does not know that.
  expect(inForce(dayOf(2025, 1, 1), dayOf(2024, 8, 31))).toEqual(['1'])
})

test('limits have one wording at a time, and an amendment that seems to say otherwise is told so', () => {
  const codes = (governs: string, change: string) =>
    readVersions(terms, [amendment('2', '2024-07-01', `governs: ${governs}`, change)]).problems.map(({ code }) => code)
  const limits = 'limits, to: [{ clause: l, cap: 500 kr, per: agreement, gives-way: latest-first }]'
  expect(codes('results-from', limits)).toEqual(['amendment-reaches-back'])
  expect(codes('people-started-from', 'settlement.overpaid, to: reclaimed')).toEqual(['amendment-reaches-back'])
  expect(codes('everyone', limits)).toEqual([])
  expect(codes('results-from', price)).toEqual([])
})
