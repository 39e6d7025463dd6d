/** What the commands answer with --json: JSON, with amounts in the currency and days as dates, as a statement has them. */
import { describe, expect, test } from 'vitest'
import { parseIsoDay, sha256 } from '../src/core/base/index.ts'
import { run } from './run-command.ts'

const vejle = 'contracts/vejle-familiebehandling'

test('every command answers in JSON', async () => {
  for (const words of [
    `settle ${vejle}`,
    `check ${vejle}`,
    `words ${vejle}`,
    `payoff ${vejle}`,
    `due ${vejle} --on 2024-09-30`,
    'invest contracts/laer-for-livet --as-of 2026-10-31',
    'exit contracts/impact60 --on 2020-12-31',
    `explain ${vejle} F08`,
    `explain ${vejle} 4.1`,
    `diff ${vejle}@2024-06-30 ${vejle}@2024-09-30`,
    `diff ${vejle} ${vejle}`,
    'completion bash',
    'help settle',
    'help',
  ]) {
    const { out } = await run([...words.split(' '), '--json'])
    expect(() => JSON.parse(out) as unknown, words).not.toThrow()
  }
})

test('settle writes JSON whose statements are those of the checksum, as one text of JSON', async () => {
  for (const contract of [vejle, 'contracts/aarhus-diabetes', 'contracts/utah']) {
    const { out } = await run(['settle', contract, '--json'])
    const read = JSON.parse(out) as { readings: { checksum: string; statements: unknown[] }[] }
    expect(out).toBe(JSON.stringify(read, undefined, 2))
    for (const { checksum, statements } of read.readings) {
      const texts = statements.map((statement) => `${JSON.stringify(statement, undefined, 2)}\n`)
      expect(checksum).toBe(sha256(texts.join('')))
    }
  }
})

test('every command tells amounts as JSON in the currency, as a statement does, and days as dates', async () => {
  const told = async (...words: string[]) => (await run([...words, '--json'])).out.replace(/\s+/g, ' ')
  const statement = await told('settle', vejle)
  expect(statement).toContain('"earned": "4560938.00"')
  expect(await told('exit', vejle)).toContain('"reached": "4560938.00"')
  expect(await told('invest', vejle)).toContain('"committed": "4800000.00"')
  expect(await told('payoff', vejle, 'plan')).toContain('{ "x": "0.5", "amount": "60000.00" }')
  expect(await told('payoff', 'contracts/roskilde-unge')).not.toMatch(/"amount": "\d+"/)
  expect(await told('explain', vejle, '4.1')).toContain('"clause": "4.1", "earned": "1800000.00"')
  const months = [`${vejle}@2024-06-30`, `${vejle}@2024-09-30`]
  expect(await told('diff', ...months)).toMatch(/"currency": "DKK", "lines": \[ \{[^]*"before": "[0-9]+\.[0-9]{2}"/)
  const fund = await told('invest', 'funds/effekt-i', '--draws', '2')
  expect(fund).toContain('"name": "pka", "committed": "30000000.00"')
  expect(fund).toContain('"day": "2021-01-01", "amount": "-1031250.00"')
  expect(fund).toContain('"currency": "DKK"')
})

test('explain tells the amounts of its reasons in the currency too, each number with its unit', async () => {
  const explained = async (...words: string[]) => {
    const { out } = await run(['explain', ...words, '--json'])
    expect(out).not.toContain('minorUnits')
    return out.replace(/\s+/g, ' ')
  }
  const plan = await explained(vejle, '4.1')
  expect(plan).toContain('"rule": "statement-line", "value": "360000.00", "unit": "money"')
  expect(plan).toContain('"shares": [ "360000.00" ]')
  expect(plan).toMatch(/"rule": "this", "value": "0.75", "unit": "share"/)
  expect(plan).toMatch(/"rule": "result", "value": "[a-z]+", "path"/)
  const cut = await explained('contracts/south-carolina', '1.1')
  expect(cut).toContain('"rule": "limit", "value": "0.00", "unit": "money"')
  expect(cut).toContain('"before": "1000000.00", "way": "less", "bound": "13000000.00", "sum": "1000000.00"')
  const closed = await explained('contracts/south-carolina', '1.4')
  expect(closed).toMatch(/"closed": \[ \{ "rule": "gate-closed", "value": "0", "path"/)
})

const contractCommands = [
  `settle ${vejle}`,
  `words ${vejle}`,
  `payoff ${vejle}`,
  `due ${vejle} --on 2024-09-30`,
  'invest contracts/laer-for-livet --as-of 2026-10-31',
  'exit contracts/laer-for-livet --on 2024-12-31',
  `explain ${vejle} 4.1`,
  `diff ${vejle}@2024-06-30 ${vejle}@2024-09-30`,
  'check problems/decided-after-end problems/period-backwards',
]

test('no JSON of a contract has a day as the number it is within the program, nor a whole amount in øre', async () => {
  const [first, last] = [parseIsoDay('2010-01-01')!, parseIsoDay('2045-01-01')!]
  for (const words of contractCommands) {
    const { out } = await run([...words.split(' '), '--json'])
    for (const [path, value] of numbersIn(JSON.parse(out))) {
      expect(value >= first && value <= last, `${words}: ${path} is ${value}`).toBe(false)
      // Counts of people and places in a text stay small; so does no amount in øre.
      expect(Math.abs(value) < 10_000, `${words}: ${path} is ${value}`).toBe(true)
    }
  }
})

test('settle tells its days as the statements do', async () => {
  const { out } = await run(['settle', vejle, '--to', '2024-09-30', '--known-at', '2024-10-15', '--json'])
  expect(JSON.parse(out)).toMatchObject({ to: '2024-09-30', knownAt: '2024-10-15' })
})

test('diff tells what people bring in the currency, as it tells the lines', async () => {
  const { out } = await run(['diff', `${vejle}@2024-06-30`, `${vejle}@2024-09-30`, '--json'])
  const { people } = JSON.parse(out) as { people: Record<string, unknown>[] }
  expect(people[0]).toMatchObject({ before: '0.00', after: '60000.00' })
  expect(Object.keys(people[0]!).sort()).toEqual(['after', 'before', 'day', 'payment', 'who'])
})

test('follow tells all money in kroner: what it is now is what it was and the difference', async () => {
  const { out } = await run(['follow', 'cases/vejle', '--json'])
  type Followed = {
    owners: string[]
    before: { net: number }
    now: { net: number }
    difference: number[]
    together: number[]
    followed: { costs: number[] }[]
  }
  const { owners, before, now, difference, together, followed } = JSON.parse(out) as Followed
  const others = ['region', 'state', 'citizen', 'donor', 'investor']
  const ofMunicipality = difference.reduce((sum, one, at) => (others.includes(owners[at]!) ? sum : sum + one), 0)
  expect(ofMunicipality).not.toBe(0)
  expect(Math.abs(now.net - before.net - ofMunicipality)).toBeLessThan(0.05)
  for (const at of owners.keys()) {
    const costs = followed.reduce((sum, one) => sum + one.costs[at]!, 0)
    expect(Math.abs(costs + together[at]! - difference[at]!)).toBeLessThan(0.005)
  }
})

describe('a command that cannot answer gives the fault and its problems as JSON, in the language asked for', () => {
  type Fault = { fault: string; problems: { code: string; severity: string; says: string; choices: string[] }[] }
  const faultOf = async (words: string) => {
    const { code, out } = await run([...words.split(' '), '--json'])
    return { code, ...(JSON.parse(out) as Fault) }
  }

  test.each(['value', 'simulate', 'follow'])('%s', async (command) => {
    const { code, fault, problems } = await faultOf(`${command} problems/cost-negative --locale en`)
    expect(code).toBe(1)
    expect(fault).toContain('problems/cost-negative')
    expect(problems.map((one) => one.code)).toContain('cost-negative')
    const [found] = problems.filter((one) => one.code === 'cost-negative')
    expect(found).toMatchObject({ severity: 'wrong', at: { line: expect.any(Number) as number } })
    expect(found!.says).toMatch(/^[A-Z“]/)
    const danish = await faultOf(`${command} problems/cost-negative`)
    expect(danish.problems.find((one) => one.code === 'cost-negative')!.says).not.toBe(found!.says)
  })

  test.each(['settle', 'words', 'exit', 'due', 'payoff', 'invest'])('%s', async (command) => {
    const { code, fault, problems } = await faultOf(`${command} problems/clause-twice --locale en`)
    expect(code).toBe(1)
    expect(fault).toContain('cannot be computed')
    expect(problems.map((one) => one.code)).toContain('clause-twice')
  })

  test('of a command line that cannot be understood', async () => {
    expect(await faultOf('settle contracts/nowhere --locale en')).toMatchObject({ code: 2, problems: [] })
    expect((await faultOf('settle base --nonsense --locale en')).fault).toContain('--nonsense')
  })
})

test('check takes contracts, cases and funds, and tells each what is wrong with it', async () => {
  const { out, code } = await run([
    'check',
    vejle,
    'problems/cost-negative',
    'funds/effekt-i',
    '--json',
    '--locale',
    'en',
  ])
  expect(code).toBe(1)
  const [contract, ofCase, fund] = JSON.parse(out) as Record<string, unknown>[]
  expect(contract).toMatchObject({ contract: vejle, isSignable: true })
  expect(ofCase).toMatchObject({ case: 'problems/cost-negative' })
  expect(JSON.stringify(ofCase)).toContain('"code":"cost-negative","severity":"wrong"')
  expect(fund).toMatchObject({ fund: 'funds/effekt-i' })
  // What only following by the contract stands against.
  const followed = await run(['check', 'problems/follow-dates', '--json'])
  expect(followed.out).toContain('"follow-dates"')
  expect((await run(['check', 'cases/vejle', '--locale', 'en'])).out).toMatch(/cases\/vejle: .*an be computed\.$/)
})

test('a fact that is a day is told as one', async () => {
  const { out } = await run(['check', 'problems/decided-after-end', '--json'])
  expect(out).toMatch(/"facts": \{[^}]*"\d{4}-\d\d-\d\d"/)
})

/** Every number of some JSON with the keys that lead to it; of places in a text the file's own. */
function* numbersIn(value: unknown, path = ''): Generator<[string, number]> {
  if (typeof value === 'number') yield [path, value]
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* numbersIn(inner, `${path}.${key}`)
}

test('simulate shows the line of a fault, as value does', async () => {
  const line = /\d \| .*\n +\| +\^/
  for (const command of ['value', 'simulate', 'follow'])
    expect((await run([command, 'problems/cost-negative'])).err, command).toMatch(line)
})
