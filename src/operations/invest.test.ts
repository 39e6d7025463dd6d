/** Payments by date and exits side by side, on contracts that lie in the library. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatExact, parseIsoDay } from '../core/base/index.ts'
import { openContract } from './open-contract.ts'
import { listReceipts } from './list-receipts.ts'
import { investContract } from './invest-contract.ts'
import { settleContract } from './settle-contract.ts'
import { readExitRule, valueExits } from './value-exits.ts'

const dayOf = (text: string) => parseIsoDay(text)!

test.each(['vejle-familiebehandling', 'denver', 'laer-for-livet', 'intern-pulje'])(
  'the payments of %s by date add up to what one statement would have asked for in all',
  (name) => {
    const contract = openContract(`contracts/${name}`)!
    const { through } = contract.readings[0]!.terms.versions.at(-1)!.agreement.runs
    const { payments } = listReceipts(contract, { to: through, knownAt: through, reading: 0 })
    const [one] = settleContract(contract, { to: through, issued: [] }).readings[0]!.settled.statements
    expect(payments.reduce((sum, { amount }) => sum + amount, 0n)).toBe(one!.payable)
    const days = payments.map(({ day }) => day)
    expect(new Set(days).size).toBeGreaterThan(1)
    expect([...days].sort((a, b) => a - b)).toEqual(days)
  },
)

test('a security that follows a result is not known before the agreement closes', () => {
  const contract = openContract('contracts/newpin')!
  const { readings } = investContract(contract, { to: dayOf('2016-06-30') })
  expect(readings[0]!.unknown).toEqual(['protection-late'])
  expect(readings[0]!.notInForce).toEqual(['protection-early'])
})

test('support hours reported lower later are set off: the fund has got less, and has laid out what it laid out', () => {
  const { readings } = investContract(openContract('contracts/vejle-familiebehandling')!, { to: dayOf('2024-12-31') })
  const [dsi] = readings[0]!.parties
  expect(dsi!.movements.filter(({ amount, reason }) => reason === 'payment' && amount < 0n)).toHaveLength(1)
  expect(dsi!.return).toMatchObject({ putIn: 480000000n, gotBack: 313093800n })
  expect(readings[0]!.together.putIn).toBe(480000000n)
})

test('what an exit brings reaches the investors, krone for krone', () => {
  const contract = openContract('contracts/vejle-familiebehandling')!
  const calculation = valueExits(contract, {
    on: dayOf('2024-09-30'),
    payer: readExitRule('not-paid', 'paid-in-full'),
    investor: readExitRule('planned-rate 50 %', 'paid-in-full'),
  })!
  const [payer, investor] = (['payer', 'investor'] as const).map((side) =>
    calculation.rules.find((one) => one.side === side)!,
  )
  const apart = investor!.valuation.payable - payer!.valuation.payable
  expect(apart).toBeGreaterThan(0n)
  expect(investor!.together.gotBack - payer!.together.gotBack).toBe(apart)
  expect(calculation.payableWhenHandedOver).toBe(payer!.valuation.payable)
})

test.each(['2022-12-31', '2024-09-30'])(
  'an account that closes on %s has what the exit clause of the agreement gives',
  (day) => {
    const folder = mkdtempSync(join(tmpdir(), 'exit-'))
    cpSync('contracts/vejle-familiebehandling', folder, { recursive: true })
    const path = join(folder, 'terms.yaml')
    const text = readFileSync(path, 'utf8')
    const exit = dayOf(day)
    const gotUnder = (clause: string) => {
      writeFileSync(path, `${text.replace(/^exit:\n(?: .*\n)+/m, '')}\n${clause}`)
      const contract = openContract(folder)!
      const { together } = investContract(contract, { exit }).readings[0]!
      const [agreed] = valueExits(contract, { on: exit })!.rules
      if (clause !== '') expect([agreed!.side, agreed!.together]).toEqual(['agreed', together])
      return { got: together.gotBack, valuation: agreed!.valuation }
    }
    const clause = (reached: string, expected: string) =>
      `exit: { clause: "99", causes: [{ da: a, en: a }], reached: ${reached}, expected: ${expected}, share: 50 % }\n`
    const without = gotUnder('')
    const withPlan = gotUnder(clause('paid-in-full', 'planned-rate'))
    const alone = gotUnder(clause('paid-in-full', 'not-paid'))
    const nothing = gotUnder(clause('not-paid', 'not-paid'))
    rmSync(folder, { recursive: true })
    expect(alone.got).toBe(without.got)
    expect(withPlan.got - alone.got).toBe(withPlan.valuation.payable - alone.valuation.payable)
    expect(withPlan.got).toBeGreaterThan(alone.got)
    // What was issued before is left, and goes back; what was not is not paid at all.
    expect(nothing.got).toBe(nothing.valuation.payable + nothing.valuation.paidBefore)
    expect(nothing.got).toBe(0n)
  },
)

test('a rule is read with or without its share, and nothing else is a rule', () => {
  expect(readExitRule('rate-so-far', 'paid-in-full')).toEqual({
    reached: 'paid-in-full',
    expected: 'rate-so-far',
    share: 1,
  })
  expect(formatExact(readExitRule('planned-rest 12.5%', 'not-paid')!.share!)).toBe('0.125')
  for (const text of ['half', 'planned-rate x', '50 %', '']) expect(readExitRule(text, 'paid-in-full')).toBeUndefined()
})
