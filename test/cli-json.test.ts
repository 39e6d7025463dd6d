/** What the commands answer with --json: JSON, with amounts in the currency and days as dates, as a statement has them. */
import { expect, test } from 'vitest'
import { sha256 } from '../src/core/base/index.ts'
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
