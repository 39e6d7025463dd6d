/**
 * Invented agreements and lives, and what must hold of each: see `lives/`. A case that fails is told with the command
 * that repeats it.
 */
import { describe, expect, test } from 'vitest'
import { runCase } from './lives/case.ts'
import { type CaseRuns, caseRuns, failures, invariants, readingInvariants } from './lives/lives.ts'

const seed = 'test'
const caseCount = 70
const readingCaseCount = 6
const sameDayCaseCount = 25

const cases = new Map<number, CaseRuns>()
const runsOf = (number: number): CaseRuns => {
  const known = cases.get(number) ?? caseRuns(seed, number)
  cases.set(number, known)
  return known
}
const numbers = Array.from({ length: caseCount }, (_, number) => number)

test('nearly all invented terms can be read', () => {
  const faults = numbers.flatMap((number) => runsOf(number).one.faults.map((fault) => `${number}: ${fault}`))
  const unreadable = numbers.filter((number) => runsOf(number).one.faults.length > 0)
  expect(unreadable.length, faults.join('\n')).toBeLessThanOrEqual(caseCount * 0.05)
})

test('something is paid in many of them', () => {
  const paying = numbers.filter((number) =>
    runsOf(number).runs.some(({ settled }) => settled.statements.some(({ payable }) => payable !== 0n)),
  )
  expect(paying.length).toBeGreaterThan(caseCount / 4)
})

describe('of every case', () => {
  test.each(invariants)('$says', (invariant) => {
    const found = numbers.flatMap((number) => failures(invariant, runsOf(number)))
    expect(found.slice(0, 3).join('\n')).toBe('')
  })
})

describe('where the first statement was made on the day of the second, and is not taken off', () => {
  const sameDay = numbers.slice(0, sameDayCaseCount).map((number): CaseRuns => {
    const { one } = runsOf(number)
    const [first, second, third] = one.dates
    const dates = [{ ...first!, knownAt: second!.knownAt }, second!, third!]
    const changed = { ...one, dates }
    return { one: changed, runs: one.faults.length > 0 ? [] : runCase(changed) }
  })

  test('it is taken off by the third in some of them', () => {
    const before = (at: number) =>
      sameDay.filter(({ runs }) => runs[at]?.settled.statements.some(({ paidBefore }) => paidBefore !== 0n)).length
    expect(before(1)).toBe(0)
    expect(before(2)).toBeGreaterThan(sameDayCaseCount / 4)
  })

  test.each(invariants)('$says', (invariant) => {
    const found = sameDay.flatMap((runs) => failures(invariant, runs))
    expect(found.slice(0, 3).join('\n')).toBe('')
  })
})

describe('of the terms of some cases', () => {
  test.each(readingInvariants)('$says', (invariant) => {
    const found = numbers.slice(0, readingCaseCount).flatMap((number) => failures(invariant, runsOf(number)))
    expect(found.slice(0, 3).join('\n')).toBe('')
  })
})
