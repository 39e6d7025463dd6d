/** Rates: one, several, none, a total loss, and the edges of each, as small texts. */
import assert from 'node:assert/strict'
import { test } from 'vitest'
import { formatExact, parseIsoDay, randomFrom } from '../base/index.ts'
import { type Flow, type MovementReason, RateFinder, returnOn } from './index.ts'

test('finds the rate of money out and back', () => {
  check('2023-01-01 -1000, 2024-01-01 1100 => 10.000000 %, 1.1 times')
  check('2023-01-01 -1000, 2024-12-31 1210 => 10.000000 %, 1.21 times')
  check('2023-01-01 -1000, 2024-01-01 1000 => 0.000000 %, 1 times')
})

test('finds a rate below zero, near −100 % and far above 100 %', () => {
  check('2023-01-01 -1000, 2024-01-01 400 => -60.000000 %, 0.4 times')
  check('2023-01-01 -10000, 2024-01-01 2 => -99.980000 %, 0.0002 times')
  check('2023-01-01 -1, 2024-01-01 9000 => 899900.000000 %, 9000 times')
})

test('names both rates where the sign changes twice, and never one of them alone', () =>
  check('2021-01-01 -100, 2022-01-01 230, 2023-01-01 -132 => 10.000000 % or 20.000000 %, 115/116 times'))

test('a worth that only touches zero has that rate', () =>
  check('2021-01-01 -100, 2022-01-01 200, 2023-01-01 -100 => 0.000000 %, 1 times'))

test('says that there is no rate, rather than inventing one', () => {
  check('2021-01-01 100, 2022-01-01 -100, 2023-01-01 100 => none, 2 times')
  check('2021-01-01 -1, 2022-01-01 2000000 => none, 2000000 times')
  check('2021-01-01 -100, 2021-01-01 120 => nothing-put-in, 1.2 times')
})

test('a total loss is a total loss, and is not one where something came back on the day of an outlay', () => {
  check('2021-01-01 -100, 2022-01-01 -50 => total-loss, 0 times')
  check('2021-01-01 -100, 2022-01-01 -50, 2022-01-01 30 => none, 0.2 times')
})

test('nothing put in has neither rate nor multiple', () => {
  check('2021-01-01 100 => nothing-put-in, no multiple')
  check(' => nothing-put-in, no multiple')
})

test('a correction of a payment lowers what came back and is never laid out, and the rate keeps its day', () => {
  check('2021-01-01 -100, 2022-01-01 60 payment, 2023-01-01 -10 payment => none, 0.5 times, 100 in, 50 back')
  check('2021-01-01 -100, 2022-01-01 230 payment, 2023-01-01 -132 payment => 10.000000 % or 20.000000 %, 0.98 times')
  check('2021-01-01 -100, 2022-01-01 -10 drawdown, 2023-01-01 -10 guarantee => total-loss, 0 times, 120 in, 0 back')
})

test('what a correction takes back beyond all that came back is put in', () =>
  check('2021-01-01 -100, 2022-01-01 5 payment, 2023-01-01 -20 payment => none, 0 times, 115 in, 0 back'))

test('investors together have put in and got back what each has, added up', () => {
  const paid = (amount: bigint): Flow => ({ day: parseIsoDay('2022-01-01')!, amount, reason: 'payment' })
  const { putIn, gotBack } = returnOn([paid(100n)], [paid(-30n)])
  assert.deepEqual([putIn, gotBack], [30n, 100n])
})

test('the order of the amounts, and dividing one among its day, change nothing', () => {
  check('2024-12-31 1210, 2023-01-01 -400, 2023-01-01 -600 => 10.000000 %, 1.21 times')
})

test('a hundred and fifty years of yearly interest neither overflow nor lose the rate', () => {
  const years = Array.from({ length: 150 }, (_, year) => `${2001 + year}-01-01 5`).join(', ')
  check(`2000-01-01 -100, ${years}, 2150-01-02 100 => 4.996238 %, 8.5 times`)
})

/** Each cash flow is a product of factors (z − root), so that its rates are known before. */
test('finds every rate of cash flows made from their rates', () => {
  const random = randomFrom('rates', 0)
  for (let round = 0; round < 300; round++) {
    const count = 1 + Math.floor(random.unit() * 5)
    const wanted = Array.from({ length: count }, (_, at) => 0.02 + at * 0.15 + random.unit() * 0.1)
    const amounts = wanted.reduce(
      (terms, rate) => {
        const next = [...terms, 0]
        for (const [at, term] of terms.entries()) next[at + 1]! -= term * (1 + rate)
        return next
      },
      [-1],
    )
    const finder = new RateFinder()
    finder.find(
      amounts,
      amounts.map((_, year) => year * 365),
    )
    const found = finder.logRates.map((logRate) => Math.exp(logRate) - 1)
    assert.equal(found.length, count, `${wanted.join(' ')} gave ${found.join(' ')}`)
    found.forEach((rate, at) => assert.ok(Math.abs(rate - wanted[at]!) < 1e-6, `${rate} is not ${wanted[at]!}`))
  }
})

test('many amounts, by tables, have the rate that few amounts, by powers, have', () => {
  const random = randomFrom('tables', 0)
  const [few, many] = [new RateFinder(), new RateFinder()]
  const [fewAmounts, fewDays]: [number[], number[]] = [[-700], [0]]
  const [amounts, days]: [number[], number[]] = [[-700], [0]]
  for (let at = 1; at <= 10; at++) {
    const day = at * 200 + Math.floor(random.unit() * 100)
    fewAmounts.push(100)
    fewDays.push(day)
    for (const part of [30, 70]) {
      amounts.push(part)
      days.push(day)
    }
  }
  few.find(fewAmounts, fewDays)
  many.find(amounts, days)
  assert.ok(Math.abs(few.logRates[0]! - many.logRates[0]!) < 1e-14)
})

/** Amounts with their days, and why they moved where it matters, and the return they have. */
function check(example: string): void {
  const [flows = '', expected = ''] = example.split('=>').map((part) => part.trim())
  const { rate, multiple, putIn, gotBack } = returnOn(
    flows.split(', ').flatMap((flow): Flow[] => {
      const [day = '', amount = '', reason] = flow.split(' ')
      if (flow === '') return []
      return [{ day: parseIsoDay(day)!, amount: BigInt(amount), ...(reason && { reason: reason as MovementReason }) }]
    }),
  )
  const yearly = 'yearly' in rate ? [rate.yearly].flat() : []
  const rates = yearly.map((one) => `${(one * 100).toFixed(6).replace('-0.000000', '0.000000')} %`)
  const times = multiple === undefined ? 'no multiple' : `${formatExact(multiple)} times`
  const found = `${rates.length > 0 ? rates.join(' or ') : rate.is}, ${times}, ${putIn} in, ${gotBack} back`
  if (!found.startsWith(expected)) assert.equal(found, expected)
}
