import { expect, test } from 'vitest'
import { currencyOf, sha256 } from '../base/index.ts'
import { printAmount, printChecksum, printStatement } from './statement-json.ts'
import { type Statement } from './statement.ts'
import { type UnpaidResult } from './unpaid.ts'

const statement: Statement = {
  agreement: '',
  currency: 'DKK',
  to: 19996,
  knownAt: 19997,
  versions: ['1'],
  lines: [
    {
      payment: 'plan',
      clause: '4.1',
      earned: 7200000n,
      withheld: [{ limit: 1, amount: 0n }],
      afterLimits: 7200000n,
      paidBefore: 7500050n,
      payable: -300050n,
      heldForKept: 0n,
      shares: [{ payer: 'vejle', payee: 'dsi', owed: 7200000n, paidBefore: 7500050n, payable: -300050n }],
    },
  ],
  earned: 7200000n,
  openLimits: [],
  afterEachLimit: [{ limit: 1, clause: '5.2', amount: 7200000n }],
  afterLimits: 7200000n,
  paidBefore: 7500050n,
  payable: -300050n,
  unplaced: 0n,
  heldByReturnCap: 0n,
  kept: 0n,
  keptRooms: [],
  carriedOver: 0n,
  goals: [],
  ...unpaidOf([
    { goal: 'plan', payment: 'plan', kind: 'missed', who: 'F1', day: undefined, result: 0, amount: undefined },
  ]),
}

function unpaidOf(unpaid: UnpaidResult[]): Pick<Statement, 'unpaid' | 'eachUnpaid'> {
  return { unpaid, eachUnpaid: () => unpaid }
}

test('amounts have every digit of the coin, and a plain minus', () => {
  const shown = (amount: bigint, code: string) => printAmount(amount, currencyOf(code)!)
  expect(shown(37500000n, 'DKK')).toBe('375000.00')
  expect(shown(-5n, 'DKK')).toBe('-0.05')
  expect(shown(0n, 'DKK')).toBe('0.00')
  expect(shown(12n, 'JPY')).toBe('12')
  expect(shown(-12n, 'KWD')).toBe('-0.012')
})

test('the text can be read back, ends in a line feed, and keeps its order of keys', () => {
  const text = printStatement(statement)
  expect(text.endsWith('}\n')).toBe(true)
  const read = JSON.parse(text) as Record<string, unknown>
  expect(Object.keys(read).slice(0, 5)).toEqual(['agreement', 'currency', 'to', 'knownAt', 'versions'])
  expect(read).toMatchObject({ to: '2024-09-30', payable: '-3000.50', unpaid: [{ day: null, amount: null }] })
})

test('the text is written as JSON is, however many results are unpaid', () => {
  const [plain] = statement.unpaid
  const odd = { ...plain!, who: '"Å"\n\u2028', day: 19996, amount: -5n }
  for (const count of [0, 1, 2, 999, 1000, 1001, 2000]) {
    const unpaid = Array.from({ length: count }, (_, at) => ({ ...(at % 2 === 0 ? odd : plain!), result: at }))
    const many = { ...statement, ...unpaidOf(unpaid) }
    const text = printStatement(many)
    const read = JSON.parse(text) as { unpaid: unknown[] }
    expect(`${JSON.stringify(read, undefined, 2)}\n`).toBe(text)
    expect(read.unpaid.length).toBe(count)
    expect(printChecksum([statement, many])).toBe(sha256(printStatement(statement) + text))
  }
})

test('the same statement has the same checksum, whatever order its keys were made in', () => {
  const turned = Object.fromEntries(Object.entries(statement).reverse()) as Statement
  expect(printChecksum([turned])).toBe(printChecksum([statement]))
  expect(printChecksum([{ ...statement, payable: -300051n }])).not.toBe(printChecksum([statement]))
})
