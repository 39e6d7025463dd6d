/** A fund's guarantee and its cap on return, as small texts. The figures are reckoned by hand. */
import assert from 'node:assert/strict'
import { describe, test } from 'vitest'
import {
  type DatedAmount,
  dayText,
  fraction,
  largestPaymentKeepingReturn,
  parseIsoDay,
  randomFrom,
} from '../base/index.ts'
import { type Fund, settleFund } from './index.ts'

type Guarantee = NonNullable<Fund['guarantee']>
type Cap = NonNullable<Fund['returnCap']>

describe('a guarantee', () => {
  const lost = '2024-01-01 -90, 2025-01-01 45' // a loses 30 of 60, b 15 of 30
  const guarantee = (more: Partial<Guarantee> = {}): Guarantee => ({
    party: 'g',
    amount: 30n,
    covers: 'first-loss',
    share: 1,
    scaled: 'fixed',
    called: 'after-waterfall',
    protects: [],
    ...more,
  })

  test('pays of what the investors have lost on the last day, by what each has lost', () =>
    check({ guarantee: guarantee(), money: lost, expect: 'a -60 +30 g20, b -30 +15 g10', paid: '30 of 30, lost 45' }))

  test('is not called before the last day', () =>
    check({ guarantee: guarantee(), money: lost, asOf: '2030-12-30', expect: 'a -60 +30, b -30 +15' }))

  test('pays a share of the loss, up to the amount', () => {
    const third = guarantee({ covers: 'share-of-loss', share: fraction(1, 3) })
    check({ guarantee: third, money: lost, expect: 'a -60 +30 g10, b -30 +15 g5', paid: '15 of 30, lost 45' })
    const least = guarantee({ covers: 'share-of-loss', share: fraction(1, 3), amount: 12n })
    check({ guarantee: least, money: lost, expect: 'a -60 +30 g8, b -30 +15 g4', paid: '12 of 12, lost 45' })
  })

  test('follows the money drawn of what is promised', () => {
    // 90 of 300 are drawn, so 9 of 30; of b alone 30 of 100.
    const scaled = guarantee({ scaled: 'with-drawn-money' })
    check({ guarantee: scaled, money: lost, expect: 'a -60 +30 g6, b -30 +15 g3', paid: '9 of 9, lost 45' })
    const ofB = guarantee({ scaled: 'with-drawn-money', protects: ['b'] })
    check({ guarantee: ofB, money: lost, expect: 'a -60 +30, b -30 +15 g9', paid: '9 of 9, lost 15' })
  })

  test('before the sharing it makes whole whoever bears no first loss; after it, it goes by what was lost', () => {
    const firstLoss = ['b']
    const [before, after] = [guarantee({ called: 'before-waterfall' }), guarantee()]
    check({ firstLoss, guarantee: before, money: lost, expect: 'a -60 +45 g15, b -30 g15', paid: '30 of 30, lost 45' })
    check({ firstLoss, guarantee: after, money: lost, expect: 'a -60 +45 g10, b -30 g20', paid: '30 of 30, lost 45' })
  })

  test('pays nothing where nothing is lost', () =>
    check({
      guarantee: guarantee(),
      money: '2024-01-01 -90, 2025-01-01 99',
      expect: 'a -60 +66, b -30 +33',
      paid: '0 of 30, lost 0',
    }))

  test('lifts what the investors got, and the loss that is left is told', () => {
    const { together } = settleFund(fundOf({ guarantee: guarantee(), money: lost }), parseIsoDay('2030-12-31')!)
    assert.deepEqual([together.putIn, together.gotBack], [90n, 75n])
  })
})

describe('a cap on the return of all', () => {
  const cap = (more: Partial<Cap> = {}): Cap => ({
    rate: fraction(5, 100),
    counted: 'compound',
    on: 'drawn-money',
    rest: 'recycled',
    ...more,
  })
  // 365 days.
  const year = '2024-01-01 -10000, 2024-12-31 10800'

  test('lets them have what keeps the return at it, and no more', () =>
    check({
      returnCap: cap(),
      money: year,
      expect: 'a -6667 +7000, b -3333 +3500',
      above: '2024-12-31 300',
      recycled: 300n,
    }))

  test('by simple or compound interest', () => {
    const twoYears = '2024-01-01 -10000, 2025-12-31 12000'
    const [simple, compound] = [cap({ counted: 'simple' }), cap()]
    check({ returnCap: simple, money: twoYears, expect: 'a -6667 +7334, b -3333 +3666', above: '2025-12-31 1000' })
    check({ returnCap: compound, money: twoYears, expect: 'a -6667 +7350, b -3333 +3675', above: '2025-12-31 975' })
  })

  test('on what is paid in, or on all that is promised', () => {
    // 30 000 promised are 31 500 after a year, of which a tenth has come before the rest.
    const money = '2024-01-01 -10000, 2024-12-31 32000'
    check({
      returnCap: cap({ on: 'committed-money' }),
      money,
      expect: 'a -6667 +21001, b -3333 +10499',
      above: '2024-12-31 500',
    })
  })

  test('bites only when all have their money back, and looks at what has come before', () =>
    // After a year 10 500 less 6 000 are out, and after another 4 725.
    check({
      returnCap: cap(),
      money: '2024-01-01 -10000, 2024-12-31 6000, 2025-12-31 6000',
      expect: 'a -6667 +4000 +3150, b -3333 +2000 +1575',
      above: '2025-12-31 1275',
    }))

  test('what is recycled is used before anybody is called, and what is paid out is not there', () => {
    const again = `${year}, 2025-06-01 -1000`
    check({ returnCap: cap(), money: again, expect: 'a -6667 +7000 -467, b -3333 +3500 -233', recycled: 0n })
    const out = cap({ rest: 'paid-out' })
    check({ returnCap: out, money: again, expect: 'a -6667 +7000 -667, b -3333 +3500 -333', recycled: 0n })
  })

  test('holds kept receipts on the last day, too', () =>
    check({
      returnCap: cap({ rate: 0 }),
      receipts: 'used-for-outlays',
      money: '2024-01-01 -90, 2025-01-01 120',
      expect: 'a -60 +60, b -30 +30',
      above: '2030-12-31 30',
      recycled: 30n,
    }))

  test('leaves money that nobody has a part in where it is', () =>
    check({ returnCap: cap(), money: '2024-01-01 50, 2025-01-01 -80, 2026-01-01 30', expect: 'a -20 +20, b -10 +10' }))

  test('does not hold back what a guarantor pays', () =>
    check({
      returnCap: cap({ rate: 0 }),
      guarantee: {
        party: 'g',
        amount: 90n,
        covers: 'first-loss',
        share: 1,
        scaled: 'fixed',
        called: 'before-waterfall',
        protects: [],
      },
      money: '2024-01-01 -90, 2025-01-01 45',
      expect: 'a -60 +30 g30, b -30 +15 g15',
      paid: '45 of 90, lost 45',
    }))
})

test('whatever the rules, no money appears or vanishes, and no day brings more than the cap lets it', () => {
  const random = randomFrom('fund money', 0)
  const pick = <T>(...of: T[]): T => of[random.below(of.length)]!
  for (let round = 0; round < 150; round++) {
    const returnCap: Cap = {
      rate: fraction(random.below(12), 100),
      counted: pick('simple', 'compound'),
      on: pick('drawn-money', 'committed-money'),
      rest: pick('recycled', 'paid-out'),
    }
    const money = Array.from({ length: 8 }, () => {
      const day = dayText(parseIsoDay('2024-01-01')! + random.below(2400))
      return `${day} ${String(random.below(30000) - 13000)}`
    }).join(', ')
    const rules = {
      calls: pick('by-commitment', 'in-turn'),
      distributions: pick('by-paid-in', 'by-commitment'),
      receipts: pick('paid-out', 'used-for-outlays'),
      firstLoss: pick([], ['b']),
    } as const
    const fund = fundOf({ ...rules, returnCap, money })
    const account = settleFund(fund, fund.closes)
    const flows = account.investors.flatMap((investor) => investor.flows)
    const sumOf = (amounts: readonly DatedAmount[]) => amounts.reduce((sum, { amount }) => sum + amount, 0n)
    const above = sumOf(account.aboveCap)
    const left = account.cash + (returnCap.rest === 'recycled' ? account.recycled : above) - account.shortfall
    const used = returnCap.rest === 'recycled' ? above - account.recycled : 0n
    assert.equal(sumOf(fund.projects[0]!.flows), sumOf(flows) + left)
    assert.ok(used >= 0n && account.cash >= 0n && account.recycled >= 0n)
    const lacked = sumOf(account.uncovered)
    assert.ok(account.shortfall >= 0n && account.shortfall <= lacked)
    // Whoever is owed is paid before anybody keeps or gets anything.
    assert.ok(account.shortfall === 0n || account.cash + account.recycled === 0n)
    const promised = { day: fund.from, amount: -30000n }
    for (const payDay of new Set(flows.filter(({ amount }) => amount > 0n).map(({ day }) => day))) {
      const before = flows.filter(
        ({ day, amount }) => day < payDay || (day === payDay && amount < 0n && rules.receipts === 'used-for-outlays'),
      )
      const outlays = returnCap.on === 'committed-money' ? [promised] : before.filter(({ amount }) => amount < 0n)
      const most = largestPaymentKeepingReturn({
        flowsBefore: [...outlays, ...before.filter(({ amount }) => amount > 0n)],
        payDay,
        yearlyCap: returnCap.rate,
        compounding: returnCap.counted === 'simple' ? 'simple' : 'yearly-compound',
        dayCount: 'actual/365',
      })
      const paid = sumOf(flows.filter(({ day, amount }) => day === payDay && amount > 0n))
      assert.ok(paid <= most, `${String(round)} ${dayText(payDay)} ${money}`)
      const isCut = account.aboveCap.some(({ day }) => day === payDay)
      if (isCut) assert.equal(paid, most)
    }
  }
})

type Rules = Partial<Pick<Fund, 'calls' | 'distributions' | 'receipts' | 'firstLoss' | 'guarantee' | 'returnCap'>>
type Example = Rules & {
  /** `2024-01-01 -90, 2025-01-01 45`: what a project costs and brings. */
  money: string
  /** `a -60 +30 g20`: called, distributed, paid by the guarantor. */
  expect: string
  asOf?: string
  paid?: string
  above?: string
  recycled?: bigint
}

function fundOf({ money, ...rules }: Rules & { money: string }): Fund {
  const flows = money.split(', ').map((line) => {
    const [day = '', amount = ''] = line.split(' ')
    return { day: parseIsoDay(day)!, amount: BigInt(amount) }
  })
  const isLarge = flows.some(({ amount }) => amount < -300n || amount > 1000n)
  const times = isLarge ? 100n : 1n
  return {
    from: parseIsoDay('2024-01-01')!,
    closes: parseIsoDay('2030-12-31')!,
    investors: [
      { name: 'a', committed: 200n * times },
      { name: 'b', committed: 100n * times },
    ],
    calls: 'by-commitment',
    distributions: 'by-paid-in',
    receipts: 'paid-out',
    projects: [{ name: 'p', committed: 300n, flows, tags: { municipality: 'm', provider: 'p', area: 'a' } }],
    ...rules,
  }
}

function check({ expect, asOf = '2030-12-31', paid, above, recycled, ...rules }: Example): void {
  const account = settleFund(fundOf(rules), parseIsoDay(asOf)!)
  const told = account.investors.map(({ name, flows }) => {
    const texts = flows.map(({ amount, reason }) => {
      if (reason === 'guarantee') return `g${amount}`
      return amount > 0n ? `+${amount}` : String(amount)
    })
    return `${name} ${texts.join(' ')}`
  })
  assert.equal(told.join(', '), expect)
  const { guaranteed } = account
  const isCalled =
    guaranteed === undefined ? undefined : `${guaranteed.paid} of ${guaranteed.most}, lost ${guaranteed.loss}`
  assert.equal(isCalled, paid)
  if (above !== undefined)
    assert.equal(account.aboveCap.map(({ day, amount }) => `${dayText(day)} ${amount}`).join(', '), above)
  if (recycled !== undefined) assert.equal(account.recycled, recycled)
}
