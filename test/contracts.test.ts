/**
 * Every contract in `contracts/`: its vectors must come out equal to the smallest coin.
 *
 * A vector that awaits the investors' cash flows is printed as waiting; one that rests on a recalled figure is off. Both
 * are named in the output and neither counts as passed.
 */
import { describe, expect, test } from 'vitest'
import {
  type Currency,
  type Money,
  currencyOf,
  parseIsoDay,
  moneyFromExact,
  parseExact,
} from '../src/core/base/index.ts'
import { contractNames } from '../src/files/index.ts'
import { openContract, settleContract } from '../src/operations/index.ts'
import { type Expected, type TestVector, vectorsOf } from './vectors.ts'

for (const name of contractNames('contracts')) {
  describe(name, () => {
    const vectors = vectorsOf(`contracts/${name}`)
    test('has vectors', () => {
      expect(vectors.length).toBeGreaterThan(0)
    })
    for (const vector of vectors) {
      const why = vector.off ?? vector.awaits
      if (why !== undefined) test.todo(`${vector.id} ${vector.off === undefined ? 'awaits' : 'is off:'} ${why}`)
      else test(`${vector.id}: ${vector.says ?? vector.strength}`, () => check(name, vector))
    }
  })
}

function check(name: string, vector: TestVector): void {
  const choice = { facts: vector.facts ?? 'facts', ...(vector.terms === undefined ? {} : { terms: vector.terms }) }
  const contract = openContract(`contracts/${name}`, choice)
  expect(contract, 'the folder holds a contract').toBeDefined()
  const wrong = contract!.problems.filter((found) => found.severity !== 'notice')
  if (vector.refuses !== undefined) {
    expect(wrong.map((found) => found.code)).toContain(vector.refuses)
    if (vector.expect === undefined) return
  } else {
    expect(
      wrong.map(
        (found) => `${found.code} ${found.at.file}:${String(found.at.line)} ${JSON.stringify(found.facts, plain)}`,
      ),
    ).toEqual([])
  }
  const at = parseIsoDay(vector.at)
  expect(at, `${vector.at} is a day`).toBeDefined()
  const { readings } = settleContract(contract!, {
    to: at,
    knownAt: vector.known === undefined ? undefined : parseIsoDay(vector.known),
  })
  const statement = readings[0]!.settled.statements.find(
    ({ agreement }) => agreement === (vector.agreement ?? agreement),
  )!
  const currency = currencyOf(statement.currency)!
  const amounts = {
    ...statement,
    withheld: statement.earned - statement.afterLimits,
    'after-limits': statement.afterLimits,
  }
  const found = (wanted: Expected) => ({
    ...Object.fromEntries(
      Object.keys(wanted)
        .filter((key) => key !== 'lines')
        .map((key) => [key, amounts[key as 'earned']]),
    ),
    ...(wanted.lines === undefined
      ? {}
      : {
          lines: Object.fromEntries(
            Object.keys(wanted.lines).map((line) => [
              line,
              statement.lines.find(({ payment }) => payment === line)?.earned,
            ]),
          ),
        }),
  })
  if (vector.expect !== undefined) expect(found(vector.expect)).toEqual(read(vector.expect, currency))
  if (vector.not !== undefined) expect(found(vector.not)).not.toEqual(read(vector.not, currency))
}

function read(expected: Expected, currency: Currency): object {
  const { lines, ...sums } = expected
  const each = (amounts: Record<string, string>) =>
    Object.fromEntries(Object.entries(amounts).map(([key, text]) => [key, moneyOf(text, currency)]))
  return { ...each(sums as Record<string, string>), ...(lines === undefined ? {} : { lines: each(lines) }) }
}

function moneyOf(text: string, currency: Currency): Money {
  const amount = parseExact(text.replace(/[^\d.-]/g, ''))
  expect(amount, `${text} is an amount`).toBeDefined()
  return moneyFromExact(amount!, currency, 'half-up')
}

const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
