/**
 * Every contract in `contracts/`: its vectors must come out equal to the smallest coin.
 *
 * A vector that rests on a recalled figure is off: it is named in the output and does not count as passed.
 */
import { describe, expect, test } from 'vitest'
import {
  type Currency,
  type Money,
  type Problem,
  currencyOf,
  divide,
  formatExact,
  moneyFromExact,
  parseExact,
  parseIsoDay,
} from '../src/core/base/index.ts'
import { isMissing, valueText } from '../src/core/outcomes/index.ts'
import { type Settled, type Statement, valueExit } from '../src/core/settlement/index.ts'
import { contractNames } from '../src/files/index.ts'
import { type OpenContract, investContract, settleContract } from '../src/operations/index.ts'
import { type Expected, type TestVector, openFor, vectorsOf } from './vectors.ts'

for (const name of contractNames('contracts')) {
  describe(name, () => {
    const { vectors, problems = [] } = vectorsOf(`contracts/${name}`)
    test('has vectors', () => {
      expect(vectors.length).toBeGreaterThan(0)
    })
    for (const vector of vectors) {
      const label = `${vector.id}: ${vector.says ?? vector.strength}`
      if (vector.off !== undefined) test.todo(`${label} (off ${vector.off})`)
      else test(label, () => check(`contracts/${name}`, vector, problems))
    }
  })
}

function check(folder: string, vector: TestVector, known: readonly string[]): void {
  const contract = openFor(folder, vector)
  expect(contract, 'the folder holds a contract').toBeDefined()
  const open = contract!.problems.filter((found) => found.severity !== 'notice')
  if (vector.refuses !== undefined) {
    expect(open.map((found) => found.code)).toContain(vector.refuses)
    if (vector.expect === undefined) return
  } else {
    const allowed = [...known, ...(vector.problems ?? [])]
    expect(open.filter(({ code }) => !allowed.includes(code)).map(shown)).toEqual([])
  }
  const { readings } = settleContract(contract!, { to: dayOf(vector.at), knownAt: dayOf(vector.known ?? vector.at) })
  const { settled } = readings[0]!
  const statement = settled.statements.find(({ agreement }) => agreement === (vector.agreement ?? agreement))!
  const { security, investors, ...expected } = vector.expect ?? {}
  if (security !== undefined || investors !== undefined) checkInvestors(contract!, vector)
  if (vector.expect !== undefined)
    expect(found(expected, statement, settled)).toEqual(read(expected, statement.currency))
  if (vector.not !== undefined)
    expect(found(vector.not, statement, settled)).not.toEqual(read(vector.not, statement.currency))
}

/** What the securities gave and the investors got, as the vector names them. */
function checkInvestors(contract: OpenContract, { at, known, exit, expect: wanted }: TestVector): void {
  const dates = { to: dayOf(at), knownAt: dayOf(known ?? at), exit: exit === undefined ? undefined : dayOf(exit) }
  const { readings, currency: code } = investContract(contract, dates)
  const { parties, securities } = readings[0]!
  const currency = currencyOf(code)!
  for (const [name, amount] of Object.entries(wanted!.security ?? {}))
    expect(securities.find((one) => one.name === name)?.amount, name).toEqual(moneyOf(amount, currency))
  for (const [name, figures] of Object.entries(wanted!.investors ?? {})) {
    const account = parties.find(({ party }) => party === name)!
    const { rate, putIn, gotBack } = account.return
    const sums: Record<string, Money> = { 'put-in': putIn, 'got-back': gotBack, gain: account.gain }
    for (const [key, text] of Object.entries(figures)) {
      const decimals = /\.(\d+) %$/.exec(text)?.[1]?.length ?? 0
      if (key === 'rate')
        expect(rate.is === 'rate' ? `${(rate.yearly * 100).toFixed(decimals)} %` : rate.is, name).toBe(text)
      else expect(sums[key], `${name} ${key}`).toEqual(moneyOf(text, currency))
    }
  }
}

/** What the statement has of the things a vector names. */
function found(wanted: Expected, statement: Statement, settled: Settled): object {
  const line = (name: string) => statement.lines.find(({ payment }) => payment === name)
  const goal = (name: string) => statement.goals.find((count) => count.goal === name)
  const sums: Record<string, Money> = {
    earned: statement.earned,
    'after-limits': statement.afterLimits,
    payable: statement.payable,
    'paid-before': statement.paidBefore,
    withheld: statement.earned - statement.afterLimits,
    held: statement.heldByReturnCap,
  }
  const each = <T>(named: Record<string, unknown>, of: (name: string) => T): Record<string, T> =>
    Object.fromEntries(Object.keys(named).map((name) => [name, of(name)]))
  return Object.fromEntries(
    Object.keys(wanted).map((key): [string, unknown] => {
      if (key === 'lines') return [key, each(wanted.lines!, (name) => line(name)?.earned)]
      if (key === 'results')
        return [
          key,
          each(wanted.results!, (name) =>
            each(wanted.results![name]!, (kind) => String(goal(name)?.[camel(kind) as 'met'])),
          ),
        ]
      if (key === 'quantities') return [key, each(wanted.quantities!, (name) => quantityOf(settled, name))]
      if (key === 'payers') return [key, each(wanted.payers!, (name) => owedBy(statement, name))]
      if (key === 'exit') return [key, exitOf(settled, statement, wanted.exit!)]
      return [key, sums[key]]
    }),
  )
}

const camel = (key: string) => key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The latest measured quantity of a goal, as an exact text. */
function quantityOf(settled: Settled, goal: string): string {
  const results = settled.outcomes.results.get(goal)!
  const values = (results.quantity ?? []).filter((value) => !isMissing(value))
  return valueText(values.at(-1)!)
}

function exitOf(settled: Settled, statement: Statement, wanted: Record<string, string>): object {
  const { reached, expected, total, payable } = valueExit(settled, statement)!
  const sums = { reached, total, payable, expected: expected.reduce((sum, { amount }) => sum + amount, 0n) }
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, sums[key as 'total']]))
}

/** What a payer owes, to everybody or, as `aarhus to dsi`, to one. */
function owedBy(statement: Statement, name: string): Money {
  const [payer, payee] = name.split(' to ')
  const shares = statement.lines
    .flatMap((line) => line.shares)
    .filter((share) => share.payer === payer && (payee ?? share.payee) === share.payee)
  return shares.reduce((sum, share) => sum + share.owed, 0n)
}

function read({ lines, results, quantities, payers, exit, ...sums }: Expected, code: string): object {
  const currency = currencyOf(code)!
  const money = (amounts: Record<string, string>) =>
    Object.fromEntries(Object.entries(amounts).map(([key, text]) => [key, moneyOf(text, currency)]))
  const exact = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, exactOf(text)]))
  return {
    ...money(sums as Record<string, string>),
    ...(lines === undefined ? {} : { lines: money(lines) }),
    ...(payers === undefined ? {} : { payers: money(payers) }),
    ...(exit === undefined ? {} : { exit: money(exit) }),
    ...(results === undefined ? {} : { results }),
    ...(quantities === undefined ? {} : { quantities: exact(quantities) }),
  }
}

function moneyOf(text: string, currency: Currency): Money {
  const amount = parseExact(text.replace(/[^\d.-]/g, ''))
  expect(amount, `${text} is an amount`).toBeDefined()
  return moneyFromExact(amount!, currency, 'half-up')
}

function exactOf(text: string): string {
  const [number = '', percent] = text.split(/(?= ?%)/)
  const value = parseExact(number.replace(/ [a-z].*$/i, '').trim())
  expect(value, `${text} is a quantity`).toBeDefined()
  return formatExact(percent === undefined ? value! : divide(value!, 100))
}

function dayOf(text: string): number {
  const day = parseIsoDay(text)
  expect(day, `${text} is a day`).toBeDefined()
  return day!
}

const shown = ({ code, at, facts }: Problem) => `${code} ${at.file}:${String(at.line)} ${JSON.stringify(facts, plain)}`
const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
