import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Currency,
  type Exact,
  type Rounding,
  compare,
  divide,
  fraction,
  fromBigInt,
  isZero,
  multiply,
} from './index.ts'
import {
  absolute,
  apportion,
  currencyOf,
  exactFromMoney,
  formatMoney,
  moneyFromExact,
  parseExact,
  subtract,
  sum,
} from './index.ts'

test('kroner and øre in Danish and English', () => check('123450 DKK: 1.234,50 | 1,234.50'))
test('whole kroner have no øre', () => check('123400 DKK: 1.234 | 1,234'))
test('whole kroner in a column have', () => check('123400 DKK always: 1.234,00 | 1,234.00'))
test('less than a krone', () => check('5 DKK: 0,05 | 0.05'))
test('a debt has a true minus sign', () => check('-123456789012345 EUR: −1.234.567.890.123,45 | −1,234,567,890,123.45'))
test('nothing', () => check('0 DKK: 0 | 0'))
test('yen have no smaller coin', () => check('1234 JPY always: 1.234 | 1,234'))
test('dinars have a thousand', () => check('1234567 KWD: 1.234,567 | 1,234.567'))

test('the currencies of the contracts', () => {
  for (const code of ['DKK', 'SEK', 'NOK', 'EUR', 'GBP', 'USD', 'CAD', 'AUD', 'CHF'])
    expect(currencyOf(code)).toEqual({ code, minorDigits: 2 })
  expect(currencyOf('JPY')).toEqual({ code: 'JPY', minorDigits: 0 })
  expect(currencyOf('dkk')).toBeUndefined()
  expect(currencyOf('ABC')).toBeUndefined()
})

test('an amount in kroner becomes whole øre by a named rule', () => {
  const rules: Rounding[] = ['down', 'up', 'half-up', 'half-even']
  const rounded = (amount: string) => rules.map((how) => moneyFromExact(parseExact(amount)!, krone, how))
  expect(rounded('12.345')).toEqual([1234n, 1235n, 1235n, 1234n])
  expect(rounded('-12.345')).toEqual([-1234n, -1235n, -1235n, -1234n])
  expect(rounded('1/3')).toEqual([33n, 34n, 33n, 33n])
  expect(exactFromMoney(1235n, krone)).toEqual(fraction(247, 20))
})

test('money is the same after a visit among exact numbers', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.constantFrom('DKK', 'JPY', 'KWD'), (money, code) => {
      const currency = currencyOf(code)!
      expect(moneyFromExact(exactFromMoney(money, currency), currency, 'down')).toBe(money)
    }),
  )
})

test('thirds: the first gets the odd øre', () => checkApportion('100 by 1 1 1 => 34 33 33'))
test('a debt is split as the credit', () => checkApportion('-100 by 1 1 1 => -34 -33 -33'))
test('the largest remainder gets the odd øre', () => checkApportion('10 by 1 5 => 2 8'))
test('a weight of zero gets nothing', () => checkApportion('5 by 0 1 1 0 => 0 3 2 0'))
test('weights may be fractions', () => checkApportion('7 by 1/2 1/3 1/6 => 4 2 1'))
test('less than one each', () => checkApportion('2 by 1 1 1 1 => 1 1 0 0'))
test('nothing among nobody', () => checkApportion('0 by => '))
test('nothing among weights of zero', () => checkApportion('0 by 0 0 => 0 0'))

test('an amount is not apportioned to nobody, nor by debts', () => {
  expect(() => apportion(1n, [])).toThrow('one of the weights is positive')
  expect(() => apportion(1n, [0, 0])).toThrow('one of the weights is positive')
  expect(() => apportion(1n, [2, -1])).toThrow('no weight of an apportionment is negative')
})

test('the parts add up, each is less than one unit from its share, and a debt mirrors a credit', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), someWeights, (total, weights) => {
      const parts = apportion(total, weights)
      expect(parts.reduce((all, part) => all + part, 0n)).toBe(total)
      expect(apportion(-total, weights)).toEqual(parts.map((part) => -part))
      const all = sum(weights)
      for (const [index, part] of parts.entries()) {
        const share = divide(multiply(fromBigInt(total), weights[index]!), all)
        expect(compare(absolute(subtract(fromBigInt(part), share)), 1)).toBe(-1)
      }
    }),
  )
})

const someWeights = fc
  .array(
    fc.tuple(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 9 })).map(([above, below]) => fraction(above, below)),
    { minLength: 1, maxLength: 8 },
  )
  .filter((weights: Exact[]) => !isZero(sum(weights)))

const krone: Currency = currencyOf('DKK')!

/** Minor units and a currency, perhaps `always` with decimals, and the text in Danish and in English. */
function check(example: string): void {
  const [, units = '', code = '', always, expected = ''] = /^(\S+) (\S+?)( always)?: (.*)$/.exec(example)!
  const options = always ? { minor: 'always' as const } : {}
  const texts = (['da', 'en'] as const).map((locale) => formatMoney(BigInt(units), currencyOf(code)!, locale, options))
  expect(texts.join(' | ')).toBe(expected)
}

/** A total, the weights, and the parts. */
function checkApportion(example: string): void {
  const [, total = '', weights = '', expected = ''] = /^(\S+) by ?(.*?) ?=> (.*)$/.exec(example)!
  const parsed = weights
    .split(' ')
    .filter(Boolean)
    .map((weight) => parseExact(weight)!)
  expect(apportion(BigInt(total), parsed).join(' ')).toBe(expected)
}
