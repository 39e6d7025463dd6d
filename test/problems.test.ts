/**
 * A specimen of every problem: the smallest input that causes it, and exactly what is printed of it in both languages.
 *
 *     problems/clause-twice/terms.yaml   da.txt   en.txt
 *     problems/fact-day-missing/facts/people.csv   facts/shelter.csv   da.txt   en.txt      (terms: problems/terms.yaml)
 *
 * A specimen is a contract folder and is opened as one. `dates.yaml` says to which days it is settled, or when its people were written down, and
 * `enlarged.yaml` what the `…` in one of its files stands for, where the smallest input is large. `UPDATE=1` rewrites
 * what is printed, and docs/reference/problems.md.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { problemText } from '../locales/index.ts'
import { caseCodesWithWords } from '../locales/case-problems.ts'
import { problemCodesWithWords } from '../locales/problem-text.ts'
import { type Locale, type Problem, parseIsoDay } from '../src/core/base/index.ts'
import { readMeasurement, unstatedRules } from '../src/core/measurement/index.ts'
import {
  followCase,
  openCase,
  openSimulation,
  openContract,
  settleContract,
  valueCase,
} from '../src/operations/index.ts'
import { catalogueProblems, isCatalogueSpecimen } from './catalogue-specimens.ts'
import { problemCodes } from './problem-codes.ts'
import { workbookProblems } from './workbook-specimens.ts'
import { isTest, projectFolder, readSources } from './sources.ts'

const folder = join(projectFolder, 'problems')
const specimens = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
/** What only a fund can have wrong; what is printed of it is held by fund-problems.test.ts. */
const isOfFundsAlone = (code: string): boolean => readdirSync(join(folder, code)).join() === 'fund'
const isUpdate = process.env['UPDATE'] !== undefined
const locales: readonly Locale[] = ['da', 'en']
const enlarged = mkdtempSync(join(tmpdir(), 'specimens-'))
afterAll(() => rmSync(enlarged, { recursive: true }))

describe('codes, specimens, words and the reference are in step', () => {
  const sources = readSources(['src'], ['.ts', '.tsx']).filter((source) => !isTest(source.path))
  const { codes, patterns } = problemCodes(sources)
  const isRaised = (code: string): boolean => codes.has(code) || patterns.some((pattern) => pattern.test(code))

  test('every code has a specimen', () => expect([...codes].filter((code) => !specimens.includes(code))).toEqual([]))
  test('every specimen has a code', () => expect(specimens.filter((name) => !isRaised(name))).toEqual([]))
  test('every code has words, and no words are without a code', () => {
    expect(problemCodesWithWords('da').sort()).toEqual([...specimens].sort())
    expect(problemCodesWithWords('en').sort()).toEqual([...specimens].sort())
  })
  test('every code that a case can give has words in the workshop', () => {
    const rooms = /^src\/(core\/(base|text|valuation)|operations\/[a-z-]*draft)/
    const ofCases = problemCodes(sources.filter(({ path }) => rooms.test(path) && !/\/workbook\//.test(path)))
    const isOfCases = (code: string) =>
      ofCases.codes.has(code) || ofCases.patterns.some((pattern) => pattern.test(code))
    const expected = specimens.filter(isOfCases)
    expect(expected.length).toBeGreaterThan(50)
    for (const locale of locales) expect(caseCodesWithWords(locale)).toEqual(expect.arrayContaining(expected))
  })
})

describe('what is printed of a specimen', () => {
  test.each(specimens.filter((code) => !isOfFundsAlone(code)))('%s', (code) => {
    const problems = problemsOf(code)
    expect([...new Set(problems.map((found) => found.code))]).toContain(code)
    for (const locale of locales) {
      const printed = problems.map((found) => problemText(found, locale, sourceOf(found))).join('\n')
      const path = join(folder, code, `${locale}.txt`)
      if (isUpdate) writeFileSync(path, printed)
      expect(printed).toBe(readFileSync(path, 'utf8'))
    }
  })
})

test('docs/reference/problems.md shows them all', () => {
  const path = join(projectFolder, 'docs/reference/problems.md')
  const page = referencePage()
  if (isUpdate) writeFileSync(path, page)
  expect(readFileSync(path, 'utf8')).toBe(page)
})

/** Every problem of the specimen, as a user who opens the folder is told them. */
function problemsOf(code: string): readonly Problem[] {
  const path = grown(code)
  if (isCatalogueSpecimen(path)) return catalogueProblems(path)
  if (code.startsWith('workbook-')) return workbookProblems(path)
  const businessCase = openCase(path)
  if (businessCase !== undefined) {
    const found = [...businessCase.problems, ...valueCase(businessCase).problems]
    if (code.startsWith('follow-')) return followCase(businessCase).problems
    // What only stands in the way of a simulation is told by one.
    return found.some(({ code: one }) => one === code) ? found : openSimulation({ path, scenario: 'narrow' })!.problems
  }
  const terms = existsSync(join(path, 'terms.yaml')) ? {} : { terms: '../terms.yaml' }
  const contract = openContract(path, terms)!
  const dates = join(path, 'dates.yaml')
  if (!existsSync(dates)) return contract.problems
  const stated = parse(readFileSync(dates, 'utf8')) as Record<string, string>
  const day = (name: string): number | undefined => parseIsoDay(stated[name] ?? '')
  const writtenOn = day('written-on')
  if (writtenOn === undefined) return settleContract(contract, { to: day('to'), knownAt: day('known-at') }).problems
  const { people, facts } = contract.folder
  const agreements = contract.terms.versions.map(({ agreement }) => agreement)
  return readMeasurement({ agreements, people, facts, rules: unstatedRules, writtenOn }).problems
}

/** The folder of the specimen; a copy with the `…` written out, where one is needed. */
function grown(code: string): string {
  const path = join(folder, code)
  const recipe = join(path, 'enlarged.yaml')
  if (!existsSync(recipe)) return path
  const { file, text, times } = parse(readFileSync(recipe, 'utf8')) as { file: string; text: string; times: number }
  cpSync(folder, enlarged, { recursive: true })
  const large = join(enlarged, code, file)
  writeFileSync(large, readFileSync(large, 'utf8').replace('…', text.repeat(times)))
  return join(enlarged, code)
}

/** The text of the file a problem is in, if it is one and not a large one. */
function sourceOf({ at }: Problem): string | undefined {
  const path = join(projectFolder, at.file)
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined
  const text = readFileSync(path, 'utf8')
  return text.includes('\uFFFD') ? undefined : text
}

function referencePage(): string {
  const head = [
    '# Problems',
    '',
    'What can be wrong with terms, people, facts and files, or open in them. Each code is what the program prints in square',
    'brackets. *Fault* stops a calculation, *Unsettled* stops a signature, *Notice* stops nothing. The smallest input that',
    'causes a problem lies in the folder of its name; this page is written from what is printed of it.',
    '',
  ]
  const sections = [...specimens].sort().map((code) => {
    const printed = readFileSync(join(folder, code, isOfFundsAlone(code) ? 'fund' : '', 'en.txt'), 'utf8').trimEnd()
    return [`## ${code}`, '', `[The specimen](../../problems/${code}/)`, '', '```', printed, '```', ''].join('\n')
  })
  return [...head, ...sections].join('\n')
}
