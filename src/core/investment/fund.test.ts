/** A fund's calls, distributions and concentration, as small texts. */
import assert from 'node:assert/strict'
import { describe, test } from 'vitest'
import { dayText, formatExact, parseIsoDay } from '../base/index.ts'
import { type Fund, settleFund } from './index.ts'

describe('calls', () => {
  test('are divided by what each has promised, to the øre', () =>
    check({ money: '2024-01-01 p -100', expect: 'a -67, b -33' }))

  test('or are taken from the first until they have given all', () =>
    check({ calls: 'in-turn', money: '2024-01-01 p -250', expect: 'a -200, b -50' }))

  test('never exceed the promise, and what is lacking is told', () =>
    check({ money: '2024-01-01 p -250, 2024-02-01 q -100', expect: 'a -167 -33, b -83 -17', shortfall: '50' }))
})

describe('an outlay that nobody covers', () => {
  const outlays = '2024-01-01 p -250, 2024-02-01 q -150'

  test('is covered first by what comes in, before anything is paid out, and the investors lose what the projects lose', () => {
    // 400 out and 250 back: 150 are lost, as with enough promised.
    const money = `${outlays}, 2025-01-01 p 250`
    check({ money, expect: 'a -167 -33 +100, b -83 -17 +50', uncovered: '2024-02-01 100' })
    const receipts = 'used-for-outlays'
    const expect = 'a -167 -33 +100, b -83 -17 +50'
    check({ receipts, money, asOf: '2030-12-31', expect, uncovered: '2024-02-01 100', cash: '0' })
    check({ receipts, money, expect: 'a -167 -33, b -83 -17', cash: '150' })
  })

  test('is covered bit by bit, and what is left of it is told', () => {
    const money = `${outlays}, 2025-01-01 p 60, 2026-01-01 p 10`
    check({ money, asOf: '2025-06-01', expect: 'a -167 -33, b -83 -17', shortfall: '40', uncovered: '2024-02-01 100' })
    check({ money, asOf: '2030-12-31', expect: 'a -167 -33, b -83 -17', shortfall: '30' })
  })

  test('is not there where what comes in on its day covers it, which is then not paid out', () => {
    const money = '2024-01-01 p -250, 2024-02-01 q -150, 2024-02-01 p 130'
    // 50 may be called and 100 are needed of the 130.
    check({ money, expect: 'a -167 +20 -33, b -83 +10 -17', uncovered: '' })
    check({ money: money.replace('130', '90'), expect: 'a -167 -33, b -83 -17', shortfall: '10' })
  })
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

test('while the fund runs, less back than put in is no loss', () => {
  const rateOf = (money: string, asOf: string, receipts: Fund['receipts'] = 'paid-out') => {
    const { together, investors, projects } = settleFund(fundOf(money, { receipts }), parseIsoDay(asOf)!)
    return [together, investors[0]!.return, projects[0]!.return].map(({ rate }) => rate.is)
  }
  const money = '2024-01-01 p -90, 2025-01-01 p 60'
  assert.deepEqual(rateOf(money, '2028-12-31'), ['not-yet', 'not-yet', 'not-yet'])
  assert.deepEqual(rateOf(money, '2028-12-31', 'used-for-outlays'), ['not-yet', 'not-yet', 'not-yet'])
  assert.deepEqual(rateOf(money, '2030-12-31'), ['rate', 'rate', 'rate'])
  assert.deepEqual(rateOf('2024-01-01 p -90', '2030-12-31'), ['total-loss', 'total-loss', 'total-loss'])
  assert.deepEqual(rateOf(money.replace('60', '99'), '2028-12-31'), ['rate', 'rate', 'rate'])
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
type Example = Rules & {
  money: string
  expect: string
  asOf?: string
  shortfall?: string
  uncovered?: string
  cash?: string
}

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

function check({ money, expect, asOf = '2028-12-31', shortfall = '0', uncovered, cash, ...rules }: Example): void {
  const account = settleFund(fundOf(money, rules), parseIsoDay(asOf)!)
  const told = account.investors.map(({ name, flows }) => {
    return `${name} ${flows.map(({ amount }) => (amount > 0n ? `+${amount}` : String(amount))).join(' ')}`
  })
  assert.equal(told.join(', '), expect)
  assert.equal(String(account.shortfall), shortfall)
  if (cash !== undefined) assert.equal(String(account.cash), cash)
  const lacked = account.uncovered.map(({ day, amount }) => `${dayText(day)} ${amount}`).join(', ')
  if (uncovered !== undefined) assert.equal(lacked, uncovered)
}
