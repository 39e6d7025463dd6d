/**
 * What can be wrong with a fund: for every code that a fund.yaml can give, the smallest one that does, and what is printed of it.
 *
 *     problems/word-unknown/fund/fund.yaml   da.txt   en.txt
 *
 * `enlarged.yaml` says what the `…` of a file stands for, where the smallest is large. `UPDATE=1` rewrites what is printed.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { problemText } from '../locales/index.ts'
import { type Locale } from '../src/core/base/index.ts'
import { readFund } from '../src/core/investment/index.ts'
import { investFund } from '../src/operations/index.ts'
import { problemCodes } from './problem-codes.ts'
import { isTest, projectFolder, readSources } from './sources.ts'

const folder = join(projectFolder, 'problems')
const specimens = readdirSync(folder).filter((code) => existsSync(join(folder, code, 'fund/fund.yaml')))
const locales: readonly Locale[] = ['da', 'en']

test('every code that a fund can give has a specimen of a fund, and no other has', () => {
  const rooms = /^src\/core\/(investment|text\/(?!csv|columns))/
  const sources = readSources(['src'], ['.ts', '.tsx']).filter(({ path }) => !isTest(path))
  const { codes, patterns } = problemCodes(
    sources.filter(({ path }) => rooms.test(path) || path.startsWith('src/core/base/')),
  )
  const isRaised = (code: string) => codes.has(code) || patterns.some((pattern) => pattern.test(code))
  const expected = readdirSync(folder).filter((code) => isRaised(code) && !code.startsWith('csv-'))
  expect(specimens.sort()).toEqual(expected.sort())
})

describe('what is printed of a fund that', () => {
  test.each(specimens)('%s', (code) => {
    const file = `problems/${code}/fund/fund.yaml`
    const written = readFileSync(join(projectFolder, file), 'utf8')
    const text = grown(code, written)
    const { fund, problems: atReading } = readFund(text, file)
    // Of a fund that can be settled, what its contracts and its money come to.
    const later = fund === undefined ? [] : investFund({ path: dirname(file), fund }, fund.runs.through).problems
    const problems = [...atReading, ...later]
    expect(fund === undefined).toBe(atReading.some(({ severity }) => severity !== 'notice'))
    expect(problems.map((found) => found.code)).toContain(code)
    for (const locale of locales) {
      const shown = text === written ? text : undefined
      const printed = problems.map((found) => problemText(found, locale, shown)).join('\n')
      const path = join(folder, code, 'fund', `${locale}.txt`)
      if (process.env['UPDATE'] !== undefined) writeFileSync(path, printed)
      expect(printed).toBe(readFileSync(path, 'utf8'))
    }
  })
})

function grown(code: string, written: string): string {
  const recipe = join(folder, code, 'fund/enlarged.yaml')
  if (!existsSync(recipe)) return written
  const { text, times } = parse(readFileSync(recipe, 'utf8')) as { text: string; times: number }
  return written.replace('…', text.repeat(times))
}
