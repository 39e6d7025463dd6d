/**
 * Issuing: what is kept as a statement, what is refused, and that nothing is paid twice.
 *
 * Each example is an invented agreement: 10 000 kr. for each person who spent less than six nights in a shelter in the year
 * after the start. The files are texts, the commands what a reader would type.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openContract, settleContract } from '../src/operations/index.ts'
import { run } from './run-command.ts'
import { projectFolder } from './sources.ts'

const scratch = mkdtempSync(join(tmpdir(), 'issue-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const parametersOfPrice = termsWith(
  'per-met: 10000 kr',
  'per-met: { parameter: price }',
  'parameters:\n  price: { unit: money, label: { da: pris, en: price } }\n',
)
const people = 'id,start\nada,2024-02-01\nbo,2024-09-01\n'
const ofAda = '{ "payment": "housed", "payer": "town", "payee": "fund", "payable": "10000.00" }'
const statement = (name: string, rest = '') =>
  `{ "statement": "${name}", "to": "2025-02-28", "knownAt": "2025-03-05", ${rest}"lines": [${ofAda}] }`

describe('nothing is paid twice', () => {
  test('a second statement of the same day is refused, with the days that would do', async () => {
    const folder = agreement({ 'facts/people.csv': people })
    expect((await issue(folder, 'a', '--as-of 2025-12-31')).code).toBe(0)
    const again = await issue(folder, 'b', '--as-of 2025-12-31')
    expect(again).toMatchObject({ code: 2 })
    expect(again.err).toContain('does not take off a')
    expect(again.err).toContain('--to 2025-12-31 --known-at 2026-01-01')
    const later = await issue(folder, 'b', '--to 2025-12-31 --known-at 2026-01-01')
    expect(later.out).toContain('Payable DKK 0\n')
    expect(issuedIn(folder, 'a', 'b')).toBe(20_000)
  })

  test('a statement to an earlier day than one on file is refused, and can still be looked at', async () => {
    const folder = agreement({ 'facts/people.csv': people })
    await issue(folder, 'a', '--as-of 2025-12-31')
    const earlier = await issue(folder, 'b', '--to 2025-03-31 --known-at 2026-02-01')
    expect(earlier.code).toBe(2)
    expect(earlier.err).toContain('--to 2025-12-31 --known-at 2026-02-01')
    const looked = await settle(folder, '--as-of 2025-03-31')
    expect(looked.code).toBe(0)
    expect(looked.out).toMatch(/^Statement “a” was made on the same day as this one or later/)
    expect(looked.out).toContain('Payable DKK 10,000\n')
    expect(settledTo(folder, 2026).notTakenOff).toEqual([])
    expect(jsonOf(await settle(folder, '--as-of 2025-03-31 --json'))).toMatchObject({ notTakenOff: ['a'] })
  })

  test('a statement is rebuilt as it was, and says that it was issued', async () => {
    const folder = agreement({ 'facts/people.csv': people })
    const before = await settle(folder, '--as-of 2025-12-31')
    await issue(folder, 'a', '--as-of 2025-12-31')
    const after = await settle(folder, '--as-of 2025-12-31')
    expect(after.out.endsWith(before.out)).toBe(true)
    expect(after.out.slice(0, -before.out.length)).toContain('It may not be paid once more.')
  })
})

describe('statements on file that cannot be right are told, and stop the next', () => {
  const cases: [string, Record<string, string>, string, number][] = [
    ['a copy', { '1': statement('1'), 'copy of 1': statement('1') }, 'statement-twice', 10_000],
    ['another currency', { '1': statement('1', '"currency": "EUR", ') }, 'statement-unreadable', 20_000],
    ['an unknown payment', { '1': statement('1').replace('housed', 'nights') }, 'statement-name-unknown', 10_000],
    ['an unknown payee', { '1': statement('1').replace('fund', 'fond') }, 'statement-name-unknown', 20_000],
    ['no content', { '1': '{}' }, 'statement-unreadable', 20_000],
  ]
  test.each(cases)('%s', async (_, statements, code, payable) => {
    const folder = agreement({ 'facts/people.csv': people, ...inFolder('statements', statements) })
    const settled = settledTo(folder, 2025)
    expect(settled.problems.map((found) => found.code)).toContain(code)
    expect(settled.isSignable).toBe(false)
    expect(Number(settled.readings[0]!.settled.statements[0]!.payable)).toBe(payable * 100)
    const refused = await issue(folder, '2', '--as-of 2025-12-31')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain(code)
    expect(refused.out).toMatch(/^Not to be paid before one fault is mended\./)
  })

  test('what was paid before is not said to be nothing where a statement cannot be read', async () => {
    const folder = agreement({ 'facts/people.csv': people, 'statements/1.json': '{}' })
    const { out } = await settle(folder, '--as-of 2025-12-31')
    expect(out).not.toContain('Nothing has been settled before')
    expect(out).toContain('What was settled before cannot be told')
  })
})

test('people of an agreement that is misspelt are settled under no other', () => {
  const rows = (south: string) => `id,start,agreement\nada,2024-02-01,north\nbo,2024-02-01,${south}\n`
  const parameters = { ...parametersOfPrice, 'parameters.csv': 'agreement,price\nnorth,10000\nsouth,7000\n' }
  const payable = (south: string) => {
    const folder = agreement({ ...parameters, 'facts/people.csv': rows(south) })
    const { readings, isSignable } = settledTo(folder, 2025)
    return [isSignable, ...readings[0]!.settled.statements.map((one) => Number(one.payable) / 100)]
  }
  expect(payable('south')).toEqual([true, 10_000, 7000])
  expect(payable('soutth')).toEqual([false, 10_000, 0])
})

describe('check and settle find the same', () => {
  const open = 'person,on,value,recorded\nada,2024-12-01,0.12,2024-12-02\n'
  const refused = termsWith('overlap: once', 'overlap: refused')
  const overlap =
    'nr,person,from,to,recorded,supersedes\n' +
    '1,ada,2024-03-01,2024-03-04,2024-03-05,\n' +
    '2,ada,2024-03-03,2024-03-06,2024-03-07,\n'
  const cases: [string, Record<string, string>, number][] = [
    ['nothing', {}, 0],
    ['an open question in the facts', { 'facts/absence.csv': open }, 3],
    ['two spells that share a day', { ...refused, 'facts/shelter.csv': overlap }, 1],
    ['a refused row', { 'facts/shelter.csv': 'person,from,to\nada,2024-13-01,\n' }, 1],
  ]
  test.each(cases)('%s', async (_, files, code) => {
    const folder = agreement({ 'facts/people.csv': people, ...files })
    const days = ['--as-of', '2025-12-31', '--locale', 'en']
    const [checked, settled] = [await run(['check', folder, ...days]), await run(['settle', folder, ...days])]
    expect([checked.code, settled.code]).toEqual([code, code])
    expect(checked.out.includes('Can be signed.')).toBe(code === 0)
    expect(settled.out.startsWith('Not to be paid before')).toBe(code !== 0)
    const [told] = jsonOf(await run(['check', folder, ...days, '--json'])) as unknown as Found[]
    const worked = jsonOf(await run(['settle', folder, ...days, '--json'])) as unknown as Found
    expect(told!.isSignable).toBe(code === 0)
    expect(worked.isSignable).toBe(code === 0)
    expect(told!.problems.map((one) => one.code)).toEqual(worked.problems.map((one) => one.code))
    expect((await issue(folder, 'x', '--as-of 2025-12-31')).code).toBe(code === 0 ? 0 : 1)
  })

  test('a problem that is only there on a day is found by check on that day', async () => {
    const mended = `${overlap}3,ada,2024-03-04,2024-03-06,2025-01-10,2\n`
    const folder = agreement({ 'facts/people.csv': people, ...refused, 'facts/shelter.csv': mended })
    expect((await run(['check', folder])).code).toBe(0)
    const settled = await settle(folder, '--as-of 2024-12-31')
    expect(settled.out).toContain('--as-of 2024-12-31.')
    expect((await run(['check', folder, '--as-of', '2024-12-31'])).out).toContain('[fact-overlaps]')
  })
})

type Found = { isSignable: boolean; problems: { code: string }[] }

/** The folder of an agreement with these files, by their paths, on the terms behind the specimens. */
function agreement(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(scratch, 'agreement-'))
  cpSync(join(projectFolder, 'problems/terms.yaml'), join(folder, 'terms.yaml'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** The terms with one thing said in another way. */
function termsWith(said: string, instead: string, more = ''): Record<string, string> {
  const text = readFileSync(join(projectFolder, 'problems/terms.yaml'), 'utf8')
  expect(text).toContain(said)
  return { 'terms.yaml': `${text.replace(said, instead)}${more}` }
}

const inFolder = (folder: string, files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}.json`, text]))

const settle = (folder: string, options: string) => run(['settle', folder, ...options.split(' '), '--locale', 'en'])

const issue = (folder: string, name: string, options: string) => settle(folder, `${options} --issue ${name}`)

const jsonOf = ({ out }: { out: string }) => JSON.parse(out) as Record<string, unknown>

const settledTo = (folder: string, year: number) =>
  settleContract(openContract(folder)!, { to: Date.UTC(year, 11, 31) / 86_400_000 })

/** What the statements of these names ask for together, in kroner. */
function issuedIn(folder: string, ...names: string[]): number {
  const lines = names.flatMap((name) => {
    const text = readFileSync(join(folder, 'statements', `${name}.json`), 'utf8')
    return (JSON.parse(text) as { lines: { payable: string }[] }).lines
  })
  return lines.reduce((sum, { payable }) => sum + Number(payable), 0)
}
