/** What a number of a reason counts, where the reader is told it with its unit. */
import { expect, test } from 'vitest'
import { goals, nights, payments, read, window } from './check-example.ts'
import { readTerms } from './read.ts'
import { unitOfGoal, unitsByPath } from './units-by-path.ts'

/** The unit of the quantity of a goal. */
function check(quantity: string, unit: string): void {
  const terms = [goals(`quantity: { ${quantity} }`), payments('amount: 1 kr')].join('\n')
  const { agreement, problems } = readTerms(read(terms).text, 'terms.yaml')
  expect(problems).toEqual([])
  expect(unitOfGoal(agreement!, 'housed')).toBe(unit)
}

test('a ratio of two alike is a share, as the terms count it, so that 1/75 is told as 1.33 %', () => {
  check(`ratio: [{ ${nights} }, 75 nights], if-zero: makes-unmeasured`, 'share')
  check(`ratio: [{ count-of: arrest, ${window} }, 75], if-zero: makes-unmeasured`, 'share')
})

test('nights of each of so many are nights, and an amount of each night is money', () => {
  check(`ratio: [{ ${nights} }, 75], if-zero: makes-unmeasured`, 'nights')
  check(`ratio: [75 kr, { ${nights} }], if-zero: makes-unmeasured`, 'money')
})

test('what a goal holds its own quantity against is in the unit of the quantity', () => {
  const quantity = `quantity: { value-of: wage, pick: sum, ${window} }`
  const terms = [goals(`${quantity}\n    met: { this: quantity, at-least: 100 kr }`), payments('per-met: 1 kr')].join(
    '\n',
  )
  const { agreement } = readTerms(read(terms).text, 'terms.yaml')
  expect(unitsByPath([agreement!]).get('terms.goals.housed.met')).toBe('money')
})

test('a share of each part of a sum of money is money', () => {
  const wages = `{ value-of: wage, pick: sum, ${window} }`
  check(`tiers: ${wages}, table: [{ up-to: 1000 kr, price: 95 % }, { price: 40 % }]`, 'money')
})
