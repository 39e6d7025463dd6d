/** The account of a deal, from its terms and its money by date, as small texts. */
import assert from 'node:assert/strict'
import { describe, test } from 'vitest'
import { fraction, parseIsoDay, randomFrom } from '../base/index.ts'
import { type Deal, type Draw, type Instrument, type Receipt, settleAccount, sumsOf } from './index.ts'

const seniorAndJunior: Instrument[] = [
  classOf('senior', { order: 1, yearlyRate: fraction(4, 100) }),
  classOf('junior', { order: 2 }),
]

describe('classes', () => {
  test('pays the first order its principal and coupon before the next gets anything', () =>
    check({
      instruments: seniorAndJunior,
      money: '2024-01-01 senior draws 4600, 2024-01-01 junior draws 2400, 2027-12-31 town pays 5000',
      expect: 'senior -4600 +736 +4264, junior -2400',
    }))

  test('pays a coupon for each day, before the principal or after it', () => {
    const [money, asOf] = ['2024-01-01 a draws 36500, 2024-01-11 town pays 100, 2024-01-21 town pays 100', '2024-01-21']
    const paysFirst = (first: 'coupon' | 'principal') => [
      classOf('a', { yearlyRate: fraction(10, 100), paysFirst: first }),
    ]
    check({ instruments: paysFirst('coupon'), money, expect: 'a -36500 +100 +100', due: 'a 36500 + 0', asOf })
    check({ instruments: paysFirst('principal'), money, expect: 'a -36500 +100 +100', due: 'a 36300 + 199', asOf })
  })

  test('a coupon that is not paid the day it falls due stands over, bears interest, or lapses', () => {
    const money = '2023-01-01 a draws 1000, 2024-01-01 town pays 40, 2025-12-31 town pays 1'
    const unpaid = (unpaidCoupon: Unpaid) => [
      classOf('a', { yearlyRate: fraction(10, 100), unpaidCoupon, couponDays: daysOf('2024-01-01 2025-01-01') }),
    ]
    const [expect, from, asOf] = ['a -1000 +40 +1', '2023-01-01', '2025-12-31']
    check({ instruments: unpaid('stands-over'), money, expect, due: 'a 1000 + 259', asOf, from })
    // 60 are due after a year, 166.27 after two (366 days), and 282.57 after three (364) less the 1 that was paid.
    check({ instruments: unpaid('bears-interest'), money, expect, due: 'a 1000 + 281', asOf, from })
    // The third year's 99.72 have not fallen due.
    check({ instruments: unpaid('lapses'), money, expect, due: 'a 1000 + 98', asOf, from })
  })

  test('whether there happens to be a payment decides nothing but what is paid', () => {
    const couponDays = daysOf('2024-12-31 2025-12-31 2026-12-31 2027-12-31')
    const unpaid = (unpaidCoupon: Unpaid) => [
      classOf('a', { yearlyRate: fraction(7, 100), unpaidCoupon, couponDays }),
      classOf('fee', { order: 2, fee: 100n }),
    ]
    const drawn = '2024-01-01 a draws 240000000'
    const paid = '2027-12-31 town pays 900000000'
    const between = '2024-06-30 town pays 1, 2025-03-31 town pays 1, 2026-12-30 town pays 1'
    for (const [how, whole, rest] of [
      ['stands-over', 307200000, 307199997],
      ['bears-interest', 314591042, 314591038],
      ['lapses', 256800000, 256800000],
    ] as const) {
      const others = ', fee +100, nobody +'
      const least = `a -240000000 +${whole - 240000000} +240000000${others}${900000000 - whole - 100}`
      check({ instruments: unpaid(how), money: `${drawn}, ${paid}`, expect: least })
      const more = `a -240000000 +1 +1 +1 +${rest - 240000000} +240000000${others}${900000000 - rest - 100}`
      check({ instruments: unpaid(how), money: `${drawn}, ${between}, ${paid}`, expect: more })
    }
  })

  test('within an order money is shared by principal or by what is due, to the øre', () => {
    const money = '2023-01-01 a draws 100, 2023-01-01 b draws 200, 2024-01-01 town pays 101'
    const within = (how: 'by-principal' | 'by-due') => [
      classOf('a', { within: how, yearlyRate: 1 }),
      classOf('b', { within: how }),
    ]
    const from = '2023-01-01'
    check({ instruments: within('by-principal'), money, from, expect: 'a -100 +34, b -200 +67' })
    check({ instruments: within('by-due'), money, from, expect: 'a -100 +51, b -200 +50' })
  })

  test('what one class is not due goes to the others of its order', () =>
    check({
      instruments: [classOf('a', {}), classOf('b', {})],
      money:
        '2023-01-01 a draws 10, 2023-02-01 town pays 10, 2024-01-01 a draws 1, 2024-01-01 b draws 2, 2024-02-01 town pays 3',
      expect: 'a -10 +10 -1 +1, b -2 +2',
    }))

  test('surplus goes by shares, and what no class is due is told', () =>
    check({
      instruments: [classOf('a', { surplus: fraction(1, 3) }), classOf('fee', { order: 2, fee: 50n })],
      money: '2023-01-01 a draws 100, 2024-01-01 town pays 250',
      expect: 'a -100 +100 +33, fee +50, nobody +67',
    }))
})

describe('a correction larger than its day’s payments', () => {
  const paid = '2024-01-01 a draws 100, 2024-01-01 b draws 60, 2025-01-01 town pays 140'
  const inTwoOrders = [classOf('a', {}), classOf('b', { order: 2 })]

  test('is taken back from whoever was paid last', () => {
    const taken = (correction: string) => `${paid}, 2026-01-01 town pays ${correction}`
    check({ instruments: inTwoOrders, money: taken('-30'), expect: 'a -100 +100, b -60 +40 -30' })
    check({ instruments: inTwoOrders, money: taken('-65'), expect: 'a -100 +100 -25, b -60 +40 -40' })
  })

  test('is set off against the payments of its day first', () =>
    check({
      instruments: inTwoOrders,
      money: `${paid}, 2026-01-01 town pays -30, 2026-01-01 town pays 10`,
      expect: 'a -100 +100, b -60 +40 -20',
    }))

  test('is due again, so that the next payment goes the same way', () =>
    check({
      instruments: inTwoOrders,
      money: `${paid}, 2026-01-01 town pays -65, 2027-01-01 town pays 40`,
      expect: 'a -100 +100 -25 +25, b -60 +40 -40 +15',
      due: 'b 45 + 0',
    }))

  test('comes from what no class was due, then from the surplus, and within an order from all that got', () => {
    const instruments = [classOf('a', { surplus: fraction(1, 2) }), classOf('b', {})]
    const got = '2024-01-01 a draws 100, 2024-01-01 b draws 50, 2025-01-01 town pays 190'
    const corrected = (correction: string) => `${got}, 2026-01-01 town pays ${correction}`
    check({ instruments, money: corrected('-15'), expect: 'a -100 +100 +20, b -50 +50, nobody +20 -15' })
    check({ instruments, money: corrected('-70'), expect: 'a -100 +100 +20 -20 -20, b -50 +50 -10, nobody +20 -20' })
  })

  test('takes back the principal before the coupon that was paid before it, and both are due again', () => {
    const instruments = [classOf('a', { yearlyRate: fraction(10, 100) })]
    // 365 days at 10 % of 1 000 are 100; of 400 paid 300 are principal. 350 taken back are 300 and 50.
    const money = '2023-01-01 a draws 1000, 2024-01-01 town pays 400, 2024-01-02 town pays -350'
    const [from, asOf] = ['2023-01-01', '2024-01-02']
    check({ instruments, money, from, asOf, expect: 'a -1000 +100 +300 -300 -50', due: 'a 1000 + 50' })
  })

  test('makes a coupon bear interest from the day it is taken back, where an unpaid one does', () => {
    const money = '2023-01-01 a draws 10000, 2024-01-01 town pays 1000, 2024-01-02 town pays -500'
    const [from, asOf] = ['2023-01-01', '2025-01-01']
    // A day of 10 % is 2.74. Then 365 days: 1,000 of the principal, and 50 of the 500 where they bear interest.
    for (const [unpaidCoupon, due] of [
      ['bears-interest', 'a 10000 + 1552'],
      ['stands-over', 'a 10000 + 1502'],
    ] as const) {
      const couponDays = daysOf('2024-01-01 2025-01-01')
      const instruments = [classOf('a', { yearlyRate: fraction(10, 100), unpaidCoupon, couponDays })]
      check({ instruments, money, from, asOf, expect: 'a -10000 +1000 -500', due })
    }
  })

  test('waits for the next payment where it exceeds all that the classes have got', () =>
    check({
      instruments: inTwoOrders,
      money: '2024-01-01 a draws 100, 2024-06-01 town pays 20, 2025-01-01 town pays -50, 2026-01-01 town pays 80',
      expect: 'a -100 +20 -20 +50, nobody -30 +30',
    }))

  test('lowers what its investor got, and is nothing put in', () => {
    const flows = [
      { day: 1, amount: -100n, reason: 'drawdown' },
      { day: 2, amount: 60n, reason: 'class-principal' },
      { day: 3, amount: -10n, reason: 'taken-back' },
    ] as const
    assert.deepEqual(sumsOf(flows), { putIn: 100n, gotBack: 50n })
  })
})

describe('guarantees', () => {
  const money = '2024-01-01 a draws 600, 2024-01-01 b draws 400, 2027-12-31 town pays 500'
  const classes = [classOf('a', {}), classOf('b', { order: 2 })]
  const guarantee = (more: Partial<Extract<Instrument, { kind: 'guarantee' }>>): Instrument => ({
    kind: 'guarantee',
    name: 'cover',
    party: 'g',
    amount: 300n,
    covers: 'first-loss',
    share: 1,
    scaled: 'fixed',
    called: 'after-waterfall',
    unused: 'lapses',
    coupons: 'set-off',
    protects: [],
    ...more,
  })

  test('after the waterfall it goes to those who lost, in proportion', () =>
    check({ instruments: [...classes, guarantee({})], money, expect: 'a -600 +500 +60, b -400 +240, g -300' }))

  test('before the waterfall it is paid into it, and the first order takes it', () =>
    check({
      instruments: [...classes, guarantee({ called: 'before-waterfall' })],
      money,
      expect: 'a -600 +600, b -400 +200, g -300',
    }))

  test('a share of the loss, up to the amount', () =>
    check({
      instruments: [...classes, guarantee({ covers: 'share-of-loss', share: fraction(1, 5) })],
      money,
      expect: 'a -600 +500 +20, b -400 +80, g -100',
    }))

  test('scaled to the money drawn', () =>
    check({
      instruments: [...classes, guarantee({ scaled: 'with-drawn-money' })],
      money,
      commits: { a: 1200n, b: 800n },
      expect: 'a -600 +500 +30, b -400 +120, g -150',
    }))

  test('of one investor only', () =>
    check({
      instruments: [...classes, guarantee({ protects: ['a', 'a'] })],
      money,
      expect: 'a -600 +500 +100, b -400, g -100',
    }))

  test('is not called before the close', () =>
    check({ instruments: [...classes, guarantee({})], money, asOf: '2027-12-30', expect: 'a -600, b -400' }))

  test('a coupon paid is set off against the loss, or is not', () => {
    const paid = '2024-01-01 a draws 600, 2025-01-01 town pays 100 to a'
    check({ instruments: [guarantee({})], money: paid, expect: 'a -600 +100 +300, g -300' })
    check({ instruments: [guarantee({ amount: 550n })], money: paid, expect: 'a -600 +100 +500, g -500' })
    check({
      instruments: [guarantee({ amount: 550n, coupons: 'not-set-off' })],
      money: paid,
      expect: 'a -600 +100 +550, g -550',
    })
  })
})

describe('protections, reserves and the rest', () => {
  test('a share of the principal comes back, with or without the coupons paid', () => {
    const money = '2024-01-01 a draws 1000, 2025-01-01 town pays 90 to a'
    const protection = (coupons: 'set-off' | 'not-set-off'): Instrument[] => [
      { kind: 'principal-protection', name: 'p', party: 'a', share: fraction(3, 4), coupons, paidBy: 'town' },
    ]
    check({ instruments: protection('set-off'), money, expect: 'a -1000 +90 +660' })
    check({ instruments: protection('not-set-off'), money, expect: 'a -1000 +90 +750' })
  })

  test('a guaranteed coupon lifts a year up to its rate, or comes on top', () => {
    const money = '2024-01-01 a draws 1000, 2024-12-31 town pays 30 to a, 2025-12-31 town pays 80 to a'
    const coupon = (against: 'highest' | 'in-addition'): Instrument[] => [
      {
        kind: 'coupon',
        name: 'c',
        party: 'a',
        yearlyRate: fraction(5, 100),
        years: 3,
        partYear: 'by-days',
        against,
        paidBy: 'town',
      },
    ]
    check({ instruments: coupon('highest'), money, asOf: '2026-11-01', expect: 'a -1000 +30 +20 +80' })
    check({ instruments: coupon('in-addition'), money, asOf: '2026-11-01', expect: 'a -1000 +30 +50 +80 +50' })
  })

  test('a guaranteed year cut short by the close counts by its days, or not at all', () => {
    const part = (partYear: 'by-days' | 'not-counted'): Instrument[] => [
      {
        kind: 'coupon',
        name: 'c',
        party: 'a',
        yearlyRate: fraction(10, 100),
        years: 3,
        partYear,
        against: 'highest',
        paidBy: 'town',
      },
    ]
    const [money, closes] = ['2025-01-01 a draws 36500', '2025-01-20']
    check({ instruments: part('by-days'), money, from: '2025-01-01', closes, expect: 'a -36500 +190' })
    check({ instruments: part('not-counted'), money, from: '2025-01-01', closes, expect: 'a -36500' })
  })

  test('a guaranteed coupon counts the days that a class counts', () => {
    const yearlyRate = fraction(2, 100)
    const coupon: Instrument = {
      kind: 'coupon',
      name: 'c',
      party: 'a',
      yearlyRate,
      years: 9,
      partYear: 'by-days',
      against: 'in-addition',
      paidBy: 'town',
    }
    const money = '2025-07-01 a draws 100000000'
    const dates = { from: '2024-01-01', closes: '2028-12-31' }
    // 184 days to the anniversary, then 365, and a year with a leap day is 366.
    for (const [asOf, paid, coupons] of [
      ['2026-01-01', '+1008219', 1008219],
      ['2027-01-01', '+1008219 +2000000', 3008219],
      ['2028-01-01', '+1008219 +2000000 +2000000', 5008219],
    ] as const) {
      check({ instruments: [coupon], money, ...dates, asOf, expect: `a -100000000 ${paid}` })
      const due = `a 100000000 + ${coupons}`
      check({ instruments: [classOf('a', { yearlyRate })], money, ...dates, asOf, expect: 'a -100000000', due })
    }
    const closing = { ...dates, closes: '2025-12-31' }
    check({ instruments: [coupon], money, ...closing, expect: 'a -100000000 +1002739' })
    const due = 'a 100000000 + 1002739'
    check({ instruments: [classOf('a', { yearlyRate })], money, ...closing, expect: 'a -100000000', due })
  })

  test('a reserve covers losses, and what is left is split when it is closed', () => {
    const reserve = (closes: string): Instrument[] => [
      {
        kind: 'reserve',
        name: 'r',
        party: 'town',
        amount: 500n,
        share: fraction(1, 2),
        coupons: 'set-off',
        closes: parseIsoDay(closes)!,
      },
    ]
    const money = '2024-01-01 a draws 1000, 2025-01-01 town pays 900 to a'
    check({ instruments: reserve('2027-12-31'), money, expect: 'a -1000 +900 +100 +200, town -500 +200' })
    check({ instruments: reserve('2028-06-30'), money, expect: 'a -1000 +900 +100, town -500' })
  })

  test('an escrow pays what it holds, and what it lacks waits with interest or is paid anyway', () => {
    const escrow = (short: 'waits' | 'payer-pays'): Instrument[] => [
      {
        kind: 'escrow',
        name: 'e',
        party: 'town',
        amount: 600n,
        short,
        late: 'interest',
        yearlyRate: fraction(10, 100),
      },
    ]
    const money = '2024-01-01 a draws 1000, 2026-12-31 town pays 900 to a'
    check({ instruments: escrow('waits'), money, expect: 'a -1000 +600, town -600', due: 'e 300 + 30' })
    check({ instruments: escrow('payer-pays'), money, expect: 'a -1000 +900, town -600', due: 'e 0 + 0' })
  })

  test('a share of an outlay comes back, other grants set off or not', () => {
    const refund = (grants: 'set-off' | 'not-set-off'): Instrument[] => [
      { kind: 'refund', name: 'r', party: 'a', share: fraction(2, 5), grants, paidBy: 'town' },
    ]
    const money = '2024-01-01 a draws 1000, 2025-01-01 state pays 150 to a'
    check({ instruments: refund('set-off'), money, expect: 'a -1000 +150 +250' })
    check({ instruments: refund('not-set-off'), money, expect: 'a -1000 +150 +400' })
  })

  test('money that came back may be drawn again, up to the limit', () =>
    check({
      instruments: [{ kind: 'recycling', name: 'again', party: 'a', amount: 300n }],
      money: '2024-01-01 a draws 1000, 2025-01-01 town pays 200 to a',
      expect: 'a -1000 +200',
      amounts: 'again 200',
    }))
})

test('whatever the classes and the corrections, the classes get all that is paid net of what is taken back', () => {
  const random = randomFrom('classes', 0)
  for (let round = 0; round < 200; round++) {
    const pick = <T>(...of: T[]): T => of[random.below(of.length)]!
    const instruments = ['a', 'b', 'senior'].map((name) =>
      classOf(name, {
        order: 1 + random.below(2),
        yearlyRate: fraction(random.below(12), 100),
        unpaidCoupon: pick('stands-over', 'bears-interest', 'lapses'),
        couponDays: [1, 2, 3].map((year) => parseIsoDay('2024-01-01')! + 365 * year),
        paysFirst: pick('coupon', 'principal'),
        within: pick('by-principal', 'by-due'),
      }),
    )
    const day = () => parseIsoDay('2024-01-01')! + random.below(1400)
    const draws = ['a', 'b', 'senior', 'a'].map((party) => ({ day: day(), party, amount: BigInt(random.below(90000)) }))
    const receipts = Array.from({ length: 6 }, () => {
      return { day: day(), payment: 'p', payer: 'town', payee: 'house', amount: BigInt(random.below(100000) - 30000) }
    })
    const { movements, results } = settleAccount({ ...emptyDeal, draws, receipts, instruments })
    const out = movements.filter(({ reason }) => reason !== 'drawdown').reduce((sum, { amount }) => sum + amount, 0n)
    assert.equal(
      out,
      receipts.reduce((sum, { amount }) => sum + amount, 0n),
    )
    const classesGot = results.reduce((sum, { amount }) => sum + amount, 0n)
    const nobodyGot = movements.reduce((sum, { party, amount }) => (party === '' ? sum + amount : sum), 0n)
    assert.equal(classesGot + nobodyGot, out)
    for (const { name, amount, principalDue, couponDue } of results) {
      assert.ok(amount >= 0n && principalDue >= 0n && couponDue >= 0n)
      const own = movements.filter(({ by }) => by === name)
      assert.equal(
        own.reduce((sum, movement) => sum + movement.amount, 0n),
        amount,
      )
      const principal = own.reduce((sum, movement) => (movement.as === 'principal' ? sum + movement.amount : sum), 0n)
      const drawn = draws.reduce((sum, draw) => (draw.party === name ? sum + draw.amount : sum), 0n)
      assert.equal(principal + principalDue, drawn)
    }
    // Nobody owes anything for as long as all that came in by a day is not below zero.
    const [days, inAll] = [[...receipts].sort((a, b) => a.day - b.day), { sum: 0n, least: 0n }]
    for (const [at, { day: on, amount }] of days.entries()) {
      inAll.sum += amount
      if (days[at + 1]?.day !== on && inAll.sum < inAll.least) inAll.least = inAll.sum
    }
    if (inAll.least === 0n) assert.ok(nobodyGot >= 0n)
    else assert.ok(inAll.sum >= 0n ? nobodyGot >= 0n : nobodyGot === inAll.sum)
  }
})

test('a payment to somebody else than an investor stays with them, where there are no classes', () =>
  check({
    instruments: [],
    money: '2024-01-01 a draws 10, 2025-01-01 town pays 7 to house',
    expect: 'a -10, house +7',
  }))

const emptyDeal: Deal = {
  from: parseIsoDay('2024-01-01')!,
  closes: parseIsoDay('2027-12-31')!,
  asOf: parseIsoDay('2027-12-31')!,
  investors: ['a', 'b', 'senior', 'junior'],
  commitments: new Map(),
  draws: [],
  receipts: [],
  instruments: [],
}

function classOf(name: string, more: Partial<Extract<Instrument, { kind: 'class' }>>): Instrument {
  return {
    kind: 'class',
    name,
    party: name,
    order: 1,
    fee: 0n,
    yearlyRate: 0,
    unpaidCoupon: 'stands-over',
    couponDays: [],
    paysFirst: 'coupon',
    within: 'by-due',
    surplus: 0,
    ...more,
  }
}

type Unpaid = 'stands-over' | 'bears-interest' | 'lapses'

const daysOf = (text: string): number[] => text.split(' ').map((day) => parseIsoDay(day)!)

type Example = {
  instruments: Instrument[]
  /** `2024-01-01 a draws 100, 2025-01-01 town pays 50 to a`; paid to nobody named, money goes through the classes. */
  money: string
  expect: string
  /** Principal and coupon due of an instrument. */
  due?: string
  amounts?: string
  commits?: Record<string, bigint>
  from?: string
  closes?: string
  asOf?: string
}

function check({ instruments, money, expect, due, amounts, commits = {}, ...days }: Example): void {
  const { from = '2024-01-01', closes = '2027-12-31', asOf = closes } = days
  const deal: Deal = {
    ...emptyDeal,
    from: parseIsoDay(from)!,
    closes: parseIsoDay(closes)!,
    asOf: parseIsoDay(asOf)!,
    commitments: new Map(Object.entries(commits)),
    instruments,
  }
  const [draws, receipts]: [Draw[], Receipt[]] = [[], []]
  for (const line of money.split(', ')) {
    const [day = '', who = '', verb, amount = '', , payee = 'house'] = line.split(' ')
    const dated = { day: parseIsoDay(day)!, amount: BigInt(amount) }
    if (verb === 'draws') draws.push({ ...dated, party: who })
    else receipts.push({ ...dated, payment: 'p', payer: who, payee })
  }
  const { movements, results } = settleAccount({ ...deal, draws, receipts })
  const parties = [...new Set(movements.map(({ party }) => party))]
  const told = parties.map((party) => {
    const own = movements.filter((movement) => movement.party === party)
    const texts = own.map(({ amount }) => (amount > 0n ? `+${amount}` : String(amount)))
    return `${party || 'nobody'} ${texts.join(' ')}`
  })
  const inOrder = (text: string) => text.split(', ').sort().join(', ')
  assert.equal(inOrder(told.join(', ')), inOrder(expect))
  for (const { name, principalDue, couponDue } of results)
    if (due?.startsWith(`${name} `)) assert.equal(`${name} ${principalDue} + ${couponDue}`, due)
  for (const { name, amount } of results)
    if (amounts?.startsWith(`${name} `)) assert.equal(`${name} ${amount}`, amounts)
}
