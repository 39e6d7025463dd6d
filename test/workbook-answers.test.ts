/** What the workbook answers beside the result: what must be true, who pays best, what became of savings. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workbookWords } from '../locales/index.ts'
import { caseNames } from '../src/files/index.ts'
import { layOutCase, openCase, valueCase } from '../src/operations/index.ts'
import { everyKeyFolder } from './workbook/every-key.ts'

const everyKey = everyKeyFolder()

const folders = [...caseNames('cases').map((name) => join('cases', name)), everyKey]
const cases = new Map(
  folders.map((folder) => {
    const open = openCase(folder)!
    const { report } = valueCase(open, { scenario: 'broad' }).scenarios[0]!
    return [folder, { report, workbook: layOutCase(open, { words: workbookWords.da }).workbook! }] as const
  }),
)

describe.each(folders)('%s', (folder) => {
  const { report, workbook } = cases.get(folder)!
  const shown = (key: string) => {
    const spot = workbook.results.get(key)!
    return workbook.values.get(spot.sheet, spot.row, spot.column)
  }

  test('what must be true is what the program says, where a few tries find it', () => {
    const { heads } = workbookWords.da
    const told = report.mustBe.flatMap((one) => (workbook.results.has(`must/${one.estimate}`) ? [one] : []))
    expect(told.length).toBeGreaterThan(0)
    for (const { estimate, threshold, gains } of told) {
      const found = shown(`must/${estimate}`)
      const { sheet, row, column } = workbook.results.get(`must/${estimate}`)!
      const side = workbook.values.get(sheet, row, column - 1)
      if (typeof found === 'number') {
        expect(found / threshold!).toBeCloseTo(1, 5)
        expect(side).toBe(gains === 'at-least' ? heads.atLeast : heads.atMost)
      } else {
        expect(side).toBe('')
        if (found !== heads.notFound) expect(found).toBe(gains === 'always' ? heads.always : heads.nowhere)
      }
    }
  })

  test('every way of financing stands beside the others, and the chosen one is the result', () => {
    expect(report.alternatives.length).toBeGreaterThan(1)
    for (const { mode, isChosen } of report.alternatives) {
      expect(shown(`alternative/${mode}/present-value`)).toBeTypeOf('number')
      if (isChosen)
        expect(shown(`alternative/${mode}/present-value`)).toBeCloseTo(shown('summary/present-value') as number, 6)
    }
  })

  test('the lines of the public sum add up to what is left, which is the total', () => {
    const nets = [...workbook.results.keys()].filter((key) => /^public\/.*\/net$/.test(key)).map((key) => shown(key))
    const sum = nets.reduce<number>((all, one) => all + (one as number), 0)
    expect(sum).toBeCloseTo(shown('public/left') as number, 6)
    expect(sum).toBeCloseTo(shown('summary/total') as number, 6)
  })
})

/** What an A4 page on its side holds at full size, the margins off, in points; a column's width is counted in digits of Arial 10. */
const page = { wide: (297 / 25.4) * 72 - 2 * 0.5 * 72, high: (210 / 25.4) * 72 - 2 * 0.6 * 72, digit: 5.25, row: 13.5 }

test.each([...caseNames('cases').map((name) => [name, 'da'] as const), ['vejle', 'en'] as const])(
  'the public sum of %s in %s is one page whose letters do not shrink, with its doubts',
  (name, locale) => {
    const folder = join('cases', name)
    const words = workbookWords[locale]
    const { report, workbook } = cases.get(folder)!
    const { sheets } = locale === 'da' ? workbook : layOutCase(openCase(folder)!, { words }).workbook!
    const { cells, widths } = sheets.find((one) => one.name === words.sheets.publicSum)!
    expect(widths.reduce((sum, width) => sum + width, 0) * page.digit).toBeLessThanOrEqual(page.wide)
    const lines = Array.from(cells, (row = []) =>
      Math.max(
        1,
        ...Array.from(row, (cell, column) =>
          cell?.style === 'wrap' ? Math.ceil(String(cell.value ?? '').length / (widths[column]! - 2)) : 1,
        ),
      ),
    )
    expect(lines.length).toBeGreaterThan(12)
    expect(lines.reduce((sum, one) => sum + one, 0) * page.row).toBeLessThanOrEqual(page.high)
    const weak = report.doubts.filter(({ grade }) => grade !== 'derived').length
    expect(cells.flat().map((cell) => cell?.value)).toContain(words.says.restsOn(weak))
  },
)

test.each(['da', 'en'] as const)(
  'the figures no source says stand by name, with their place in the case, in %s',
  (locale) => {
    const words = workbookWords[locale]
    const { workbook, report } = cases.get('cases/ikast-brande')!
    const { sheets } = locale === 'da' ? workbook : layOutCase(openCase('cases/ikast-brande')!, { words }).workbook!
    const rows = Array.from(sheets[0]!.cells, (row = []) => Array.from(row, (cell) => cell?.value))
    const from = (title: string) => rows.findIndex(([value]) => value === title)
    const [weak, derived] = [from(words.says.doubts), from(words.says.derived)]
    const places = (first: number, end?: number) => rows.slice(first + 2, end).flatMap((row) => row[3] ?? [])
    const graded = (isDerived: boolean) => report.doubts.filter(({ grade }) => (grade === 'derived') === isDerived)
    expect(places(weak, derived)).toEqual(graded(false).map(({ what }) => what))
    expect(places(derived)).toEqual(graded(true).map(({ what }) => what))
    const names = rows.slice(weak + 2).map(([name]) => name)
    expect(names).toContain(
      locale === 'da'
        ? 'Ophold på herberg (§ 110) · Med indsatsen, forløb 1 · Andel'
        : 'Stays in shelters (§ 110) · With the effort, course 1 · Share',
    )
    expect(names).toContain(
      locale === 'da'
        ? 'Knyttet til aftalen · Måling »housing-support«'
        : 'Tied to the contract · Measure “housing-support”',
    )
  },
)

test('at least one case has an answer that is found by more than one try, and one that no try finds', () => {
  const narrow = layOutCase(openCase(everyKey)!, { words: workbookWords.da, scenario: 'narrow' }).workbook!
  const answers = [...Array.from(cases.values(), ({ workbook }) => workbook), narrow].flatMap((workbook) => {
    return [...workbook.results].flatMap(([key, { sheet, row, column }]) =>
      key.startsWith('must/') ? [workbook.values.get(sheet, row, column)] : [],
    )
  })
  expect(answers.filter((one) => typeof one === 'number').length).toBeGreaterThan(3)
  expect(answers).toContain(workbookWords.da.heads.notFound)
})

test('savings that were followed are sums of the cells in which they are written', () => {
  const { workbook } = cases.get(everyKey)!
  const cell = workbook.inputs.spot('savings-followed[0].amount')
  expect(cell.sheet.at(cell.row, cell.column)?.style).toBe('money-input')
  const { sheet, row, column } = workbook.results.get('followed/2/reinvested')!
  expect(workbook.values.get(sheet, row, column)).toBe(300_000)
  expect(sheet.at(row, column)?.formula).toContain(sheet.to(cell))
  const empty = workbook.results.get('followed/3/reinvested')!
  expect(workbook.values.get(empty.sheet, empty.row, empty.column)).toBe(0)
})
