/** A fund's calls, distributions and concentration, as small texts. */
import assert from 'node:assert/strict'
import { describe, test } from 'vitest'
import { formatExact, parseIsoDay } from '../base/index.ts'
import { type Fund, settleFund } from './index.ts'

describe('calls', () => {
  test('are divided by what each has promised, to the øre', () =>
    check({ money: '2024-01-01 p -100', expect: 'a -67, b -33' }))

  test('or are taken from the first until they have given all', () =>
    check({ calls: 'in-turn', money: '2024-01-01 p -250', expect: 'a -200, b -50' }))

  test('never exceed the promise, and what is lacking is told', () =>
    check({ money: '2024-01-01 p -250, 2024-02-01 q -100', expect: 'a -167 -33, b -83 -17', shortfall: '50' }))
})

describe('receipts', () => {
  test('are paid out by what each has paid in', () =>
    check({ calls: 'in-turn', money: '2024-01-01 p -250, 2025-01-01 p 25', expect: 'a -200 +20, b -50 +5' }))

  test('or by what each has promised', () =>
    check({
      calls: 'in-turn',
      distributions: 'by-commitment',
      money: '2024-01-01 p -200, 2025-01-01 p 30',
      expect: 'a -200 +20, b +10',
    }))

  test('or are used for outlays before anybody is called, and are paid out at the end', () => {
    const money = '2024-01-01 p -90, 2025-01-01 p 60, 2026-01-01 q -45'
    const receipts = 'used-for-outlays'
    check({ receipts, money, expect: 'a -60, b -30', cash: '15' })
    check({ receipts, money, asOf: '2030-12-31', expect: 'a -60 +10, b -30 +5', cash: '0' })
  })

  test('come before the outlays of the same day', () =>
    check({
      receipts: 'used-for-outlays',
      money: '2024-01-01 p -90, 2025-01-01 q -60, 2025-01-01 p 60',
      expect: 'a -60, b -30',
    }))
})

describe('a first loss', () => {
  const firstLoss = ['b']
  const outlay = '2024-01-01 p -90'

  test('is borne by some before the others', () => {
    check({ firstLoss, money: `${outlay}, 2025-01-01 p 45`, expect: 'a -60 +45, b -30' })
    // 60 and 10: of what is lost, 20, all is b's. Without a first loss, a would have got 47.
    check({ firstLoss, money: `${outlay}, 2025-01-01 p 70`, expect: 'a -60 +60, b -30 +10' })
    check({ money: `${outlay}, 2025-01-01 p 70`, expect: 'a -60 +47, b -30 +23' })
  })

  test('is over when all have their money back, and what is more is divided as it is said', () => {
    check({ firstLoss, money: `${outlay}, 2025-01-01 p 105`, expect: 'a -60 +70, b -30 +35' })
    const parts = '2025-01-01 p 45, 2026-01-01 p 30, 2027-01-01 p 30'
    check({ firstLoss, money: `${outlay}, ${parts}`, expect: 'a -60 +45 +15 +10, b -30 +15 +20' })
  })

  test('is counted anew where money is called again', () => {
    const money = `${outlay}, 2025-01-01 p 70, 2026-01-01 q -30, 2027-01-01 q 30`
    // b lacks 20 and 10, a 20: a is whole first, and then b gets 10.
    check({ firstLoss, money, expect: 'a -60 +60 -20 +20, b -30 +10 -10 +10' })
  })

  test('of all is that of nobody', () =>
    check({ firstLoss: ['a', 'b'], money: `${outlay}, 2025-01-01 p 45`, expect: 'a -60 +30, b -30 +15' }))
})

test('a correction of a payment lowers what comes in that day, and only what exceeds it is called', () => {
  const before = '2024-01-01 p -90, 2025-01-01 p 60, 2026-01-01 p 30, 2026-01-01'
  check({ money: `${before} p -6 corrected`, expect: 'a -60 +40 +16, b -30 +20 +8' })
  check({ money: `${before} p -36 corrected`, expect: 'a -60 +40 -4, b -30 +20 -2' })
  const { projects } = settleFund(fundOf(`${before} p -36 corrected`, {}), parseIsoDay('2028-12-31')!)
  assert.deepEqual([projects[0]!.return.putIn, projects[0]!.return.gotBack], [90n, 54n])
})

test('money that moves after the day does not count', () =>
  check({ money: '2024-01-01 p -90, 2029-01-01 p 90', asOf: '2028-12-31', expect: 'a -60, b -30' }))

test('concentration is by what is promised, the largest first', () => {
  const { concentration } = settleFund(fundOf('2024-01-01 p -10, 2024-01-01 q -10', {}), parseIsoDay('2024-12-31')!)
  const told = concentration.map(
    ({ tag, rows }) =>
      `${tag}: ${rows.map(({ name, share, projects }) => `${name} ${formatExact(share)} (${projects})`).join(', ')}`,
  )
  assert.deepEqual(told, [
    'municipality: north 0.75 (1), south 0.25 (1)',
    'provider: house 1 (2)',
    'area: work 0.75 (1), home 0.25 (1)',
  ])
})

type Rules = Partial<Pick<Fund, 'calls' | 'distributions' | 'receipts' | 'firstLoss'>>
type Example = Rules & { money: string; expect: string; asOf?: string; shortfall?: string; cash?: string }

function fundOf(money: string, rules: Rules): Fund {
  const flowsOf = (project: string) =>
    money.split(', ').flatMap((line) => {
      const [day = '', name, amount = '', corrected] = line.split(' ')
      const flow = { day: parseIsoDay(day)!, amount: BigInt(amount) }
      return name === project ? [corrected === undefined ? flow : { ...flow, reason: 'payment' as const }] : []
    })
  return {
    from: parseIsoDay('2024-01-01')!,
    closes: parseIsoDay('2030-12-31')!,
    investors: [
      { name: 'a', committed: 200n },
      { name: 'b', committed: 100n },
    ],
    calls: 'by-commitment',
    distributions: 'by-paid-in',
    receipts: 'paid-out',
    projects: [
      {
        name: 'p',
        committed: 50n,
        flows: flowsOf('p'),
        tags: { municipality: 'south', provider: 'house', area: 'home' },
      },
      {
        name: 'q',
        committed: 150n,
        flows: flowsOf('q'),
        tags: { municipality: 'north', provider: 'house', area: 'work' },
      },
    ],
    ...rules,
  }
}

function check({ money, expect, asOf = '2028-12-31', shortfall = '0', cash, ...rules }: Example): void {
  const account = settleFund(fundOf(money, rules), parseIsoDay(asOf)!)
  const told = account.investors.map(({ name, flows }) => {
    return `${name} ${flows.map(({ amount }) => (amount > 0n ? `+${amount}` : String(amount))).join(' ')}`
  })
  assert.equal(told.join(', '), expect)
  assert.equal(String(account.shortfall), shortfall)
  if (cash !== undefined) assert.equal(String(account.cash), cash)
}
