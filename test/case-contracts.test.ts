/**
 * Each case in cases/ that runs its contract: what is paid in a draw is what `settle` pays when the draw is written down as facts in
 * the contract's own folder, statement for statement and payer for payer; and the case's own model, which stands in for the
 * contract elsewhere, pays about the same in the mean.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { type Day } from '../src/core/base/index.ts'
import { type Payable } from '../src/core/simulation/draw-statements.ts'
import { Simulation, forecastOf } from '../src/core/simulation/index.ts'
import { type IssuedStatement } from '../src/core/settlement/index.ts'
import { type FinanceMode } from '../src/core/valuation/index.ts'
import { caseNames } from '../src/files/index.ts'
import { openCase, openContract, openSimulation, settleContract, valueCase } from '../src/operations/index.ts'
import { projectFolder } from './sources.ts'

const scratch = mkdtempSync(join(tmpdir(), 'case-contracts-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const folder = join(projectFolder, 'cases')
const runs = caseNames(folder).filter(
  (name) => openCase(join('cases', name))!.read.caseFile?.inContract?.facts !== undefined,
)

test('there are such cases', () => expect(runs.length).toBeGreaterThan(0))

// A pool of a municipality's own is paid by its contract too, and cohorts by figures of their own; no case in cases/ has such a contract.
const paths = [...runs.map((name) => join('cases', name)), 'test/pool-case', 'test/cohort-case']

describe.each(paths)('%s', (path) => {
  const { simulation, compiled, contract, problems } = openSimulation({ path, scenario: 'narrow' })!

  const terms = compiled!.file.inContract!.terms ?? 'terms.yaml'

  test('its contract runs, and nothing stands in the way', () => {
    expect(problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
    expect(simulation?.payments).toBeDefined()
  })

  test('every draw, written down as facts and settled, pays the same', { timeout: 60_000 }, () => {
    const { days, paid } = paidIn(simulation!, 'facts', 24)
    const isPaid = paid.map((statements) => statements.some((statement) => statement.size > 0))
    // A contract of all or nothing may pay in few draws: then more are looked at, until one pays.
    const draws = Math.max(3, isPaid.indexOf(true) + 1)
    expect(isPaid).toContain(true)
    for (let draw = 0; draw < draws; draw++) {
      const texts = simulation!.writeDraw('facts', draw + 1)!
      expect(paid[draw]).toEqual(settledFrom({ contract: contract!, terms }, texts, days))
    }
  })
})

describe.each(runs)('%s, by its own model', (name) => {
  test('pays in the mean what the contract does', { timeout: 120_000 }, () => {
    const path = join('cases', name)
    const { simulation, compiled } = openSimulation({ path, scenario: 'narrow' })!
    const drawn = forecastOf(compiled!, simulation!.draw({ seed: 'means', chunk: 0, draws: 256 })).investor!.cameBack
    const { alternatives } = valueCase(openCase(path)!).scenarios[0]!.report
    const byModel = alternatives.find(({ mode }) => mode === 'investor')!.paidBack
    expect(Math.abs(byModel / drawn.mean - 1)).toBeLessThan(0.05 + (4 * drawn.error) / drawn.mean)
  })
})

test('a contract belongs to the way of financing that is chosen', () => {
  const isPaidByContract = (path: string, mode: FinanceMode) =>
    openSimulation({ path, scenario: 'narrow', mode })!.simulation!.payments !== undefined
  const ways = (['self', 'pool', 'investor'] as const).map((mode) => isPaidByContract('test/pool-case', mode))
  expect(ways).toEqual([false, true, false])
  expect(isPaidByContract('cases/impact60', 'investor')).toBe(true)
  expect(isPaidByContract('cases/impact60', 'self')).toBe(false)
})

test('terms that are not in the folder of the contract are told of where they are named; another contract has its own', () => {
  const own = mkdtempSync(join(scratch, 'case-'))
  const text = readFileSync('cases/drc/case.yaml', 'utf8').replace('../../contracts', resolve('contracts'))
  writeFileSync(join(own, 'case.yaml'), text.replace('scenarios/narrow/', 'scenarios/other/'))
  const missing = openSimulation({ path: own, scenario: 'narrow' })!
  expect(missing.simulation).toBeUndefined()
  const told = missing.problems.find(({ code }) => code === 'case-contract-unreadable')!
  expect(text.split('\n')[told.at.line - 1]).toContain('terms: scenarios/narrow/terms.yaml')
  const contract = resolve('contracts/drc-business-training/scenarios/narrow')
  expect(openSimulation({ path: own, scenario: 'narrow', contract })!.simulation?.payments).toBeDefined()
})

test('what the cap of Vejle spares in each draw is what the draw costs more under the same terms without it', () => {
  const { simulation, compiled } = openSimulation({ path: 'cases/vejle', scenario: 'narrow' })!
  const { contract, ownerOf } = simulation!.ofContract!
  const versions = contract.versions.map((version) => {
    expect(version.agreement.limits).toHaveLength(1)
    return { ...version, agreement: { ...version.agreement, limits: [] } }
  })
  const wanted = { seed: 'cap', chunk: 0, draws: 256 }
  const draws = simulation!.draw(wanted)
  const without = new Simulation(compiled!, { contract: { ...contract, versions }, ownerOf }).draw(wanted)
  expect(without.heldBack.every(Number.isNaN)).toBe(true)
  for (let draw = 0; draw < wanted.draws; draw++)
    expect(draws.heldBack[draw]).toBeCloseTo(draws.repaid[draw]! - without.repaid[draw]!, 3)
  const { capped, raised, spared } = forecastOf(compiled!, draws).once.limits!
  expect(capped).toBeGreaterThan(0.2)
  expect(capped).toBeLessThan(0.8)
  expect(raised).toBe(0)
  expect(spared.mean).toBeCloseTo(draws.heldBack.reduce((sum, worth) => sum + worth, 0) / wanted.draws, 3)
})

type Paid = Map<string, number>

/** By draw and statement: what is paid, by payer and payee. */
function paidIn(simulation: Simulation, seed: string, draws: number): { days: readonly Day[]; paid: Paid[][] } {
  const payments = simulation.payments!
  const settle = vi.spyOn(payments, 'settle')
  simulation.draw({ seed, chunk: 0, draws })
  const { pairs, payable } = settle.mock.results[0]!.value as Payable
  settle.mockRestore()
  const { days } = payments
  const paid = Array.from({ length: draws }, (_, draw) =>
    days.map((_day, statement) => {
      const at = (draw * days.length + statement) * pairs.length
      return nonZero(pairs.map(({ payer, payee }, pair) => [`${payer} ${payee}`, payable[at + pair]!]))
    }),
  )
  return { days, paid }
}

/** The same from the contract's own folder, with the draw in the place of its facts. */
function settledFrom(
  { contract, terms }: { contract: string; terms: string },
  texts: { people: string; facts: string },
  days: readonly Day[],
): Paid[] {
  const own = mkdtempSync(join(scratch, 'draw-'))
  cpSync(join(contract, terms), join(own, 'terms.yaml'))
  const amendments = join(contract, dirname(terms), 'amendments')
  if (existsSync(amendments)) cpSync(amendments, join(own, 'amendments'), { recursive: true })
  mkdirSync(join(own, 'facts'))
  writeFileSync(join(own, 'facts', 'people.csv'), texts.people)
  writeFileSync(join(own, 'facts', 'lives.csv'), texts.facts)
  writeFileSync(join(own, 'facts', 'reading.yaml'), 'numbers: international\nshares: fraction\n')
  const opened = openContract(own)!
  const issued: IssuedStatement[] = []
  return days.map((to) => {
    const { readings, problems } = settleContract(opened, { to, issued })
    expect(problems.filter(({ severity }) => severity === 'wrong')).toEqual([])
    const { lines } = readings[0]!.settled.statements[0]!
    const shares = lines.flatMap(({ payment, shares: each }) =>
      each.map((share) => ({ ...share, payment, agreement: '' })),
    )
    issued.push({ name: String(to), to, knownAt: to, lines: shares })
    return nonZero(shares.map(({ payer, payee, payable }) => [`${payer} ${payee}`, Number(payable)]))
  })
}

function nonZero(amounts: readonly (readonly [pair: string, amount: number])[]): Paid {
  const sums: Paid = new Map()
  for (const [pair, amount] of amounts) sums.set(pair, (sums.get(pair) ?? 0) + amount)
  return new Map([...sums].filter(([, amount]) => amount !== 0))
}
