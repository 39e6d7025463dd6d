/** The template: empty, filled in well, and filled in with every mistake that people make in a sheet. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { workbookWords } from '../locales/index.ts'
import { type CellContent, Sheet, inputColumns } from '../src/core/valuation/index.ts'
import { writeWorkbook } from '../src/files/index.ts'
import { exportCase, layOutCase, openCase, openWorkbookCase, writeCaseTemplate } from '../src/operations/index.ts'
import { filled, openSheets } from './workbook/fill.ts'

const own = mkdtempSync(join(tmpdir(), 'templates-'))
afterAll(() => rmSync(own, { recursive: true }))
const bothWords = [workbookWords.da, workbookWords.en]

describe('the template', () => {
  const path = join(own, 'template.xlsx')
  writeCaseTemplate(path, workbookWords.da)

  test('left empty it asks for everything, each at its cell, and breaks nowhere', () => {
    const { problems } = openWorkbookCase(path, bothWords)!
    expect(problems.length).toBeGreaterThan(5)
    for (const { at } of problems) expect(at.cell).toMatch(/^Forudsætninger!B\d+$/)
    const cells = problems.map(({ at }) => at.cell)
    expect(new Set(cells).size).toBe(cells.length)
  })

  test('filled in with its own examples it is a case', () => {
    const [sheet] = openSheets(writeWorkbook([filled(path)]))
    expect(sheet!.rows.size).toBeGreaterThan(70)
    const filledPath = join(own, 'filled.xlsx')
    writeFileSync(filledPath, writeWorkbook([filled(path)]))
    const open = openWorkbookCase(filledPath, bothWords)!
    expect(open.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
    expect(layOutCase(open, { words: workbookWords.da }).workbook?.differences).toEqual([])
  })
})

const path = join(own, 'to-fill.xlsx')
writeCaseTemplate(path, workbookWords.da)

/** Opens the sheet as a user's file. */
function opened(sheet: Sheet) {
  const file = join(own, 'filled-in.xlsx')
  writeFileSync(file, writeWorkbook([sheet]))
  return openWorkbookCase(file, bothWords)!
}

const rowOf = (sheet: Sheet, of: string): number =>
  sheet.cells.findIndex((cells) => cells?.[inputColumns.path]?.value === of)

const wrongOf = (sheet: Sheet): string[] =>
  opened(sheet).problems.flatMap(({ code, severity, at }) => (severity === 'notice' ? [] : [`${code} ${at.cell}`]))

describe('a mistake in a filled-in sheet is told of at its cell', () => {
  const price = 'costs.effort.amount'
  test.each<[string, string, string | number, string]>([
    ['text in a number cell', price, 'halvfems tusind', 'value-unreadable'],
    ['a missing price', price, '', 'case-ways'],
    ['a percentage above 100', 'groups.all.dropout.share', 1.2, 'share-outside'],
    ['a date as text', 'starts', '1. januar 2025', 'value-unreadable'],
    ['points for thousands', price, '90.000 kr.', 'number-ambiguous'],
    ['a formula that went wrong', price, '#DIV/0!', 'workbook-cell-unfit'],
    ['a word that is no answer', 'costs.effort.per', 'begyndt', 'word-unknown'],
    ['a name that is nowhere', 'groups.all.success.rate', 'sucess-rate', 'name-unknown'],
    ['a number in place of a name', 'discounting.guide', 3.5, 'discount-guide-unknown'],
  ])('%s', (_, where, value, code) => {
    const sheet = filled(path, { [where]: value })
    const wrong = wrongOf(sheet)
    // A guide is looked up when the case is valued.
    const told = wrong.length > 0 ? wrong : layOutCase(opened(sheet), { words: workbookWords.da }).problems
    expect(told.map((one) => (typeof one === 'string' ? one : `${one.code} ${String(one.at.cell)}`))).toEqual([
      `${code} ${sheet.name}!B${rowOf(sheet, where) + 1}`,
    ])
  })

  test('a mark that is none is told of alone, and the figure beside it is read', () => {
    const sheet = filled(path)
    const row = rowOf(sheet, price)
    sheet.put(row, inputColumns.grade, { value: 'gættet', style: 'text' })
    expect(wrongOf(sheet)).toEqual([`workbook-grade-unknown ${sheet.name}!D${row + 1}`])
  })
})

describe('what people write in a sheet is understood', () => {
  const textAt = (changes: Record<string, string | number>): string => opened(filled(path, changes)).folder.source.text

  test.each<[string, string, string | number, string]>([
    ['a month that became a date', 'starts', 45_658, 'starts: 2025-01'],
    ['a unit after a number', 'groups.all.course', '9 måneder', 'course: 9 months'],
    ['kroner after a number', 'costs.effort.amount', '90000 kr.', 'amount: 90000 kr'],
    ['three decimals', 'groups.all.plan[0].people', 0.625, 'people: 0.6250'],
    ['a label like a quantity stays as it is', 'groups.all.label.da', '9 måneder', 'da: 9 måneder'],
  ])('%s', (_, where, value, line) => {
    expect(textAt({ [where]: value })).toContain(line)
  })

  test('a text in one language is enough, as it is in a case, and in none it is asked for', () => {
    const inDanish = filled(path, { 'title.en': '', 'costs.effort.label.en': '' })
    expect(wrongOf(inDanish)).toEqual([])
    expect(opened(inDanish).folder.source.text).toMatch(/^title:\n  da: eksempel\n  en: ""$/m)
    const inNone = filled(path, { 'costs.effort.label.da': '', 'costs.effort.label.en': '' })
    expect(wrongOf(inNone)).toEqual([`key-missing ${inNone.name}!B${rowOf(inNone, 'costs.effort.label.da') + 1}`])
  })

  test('texts with nothing in them are there again when a case comes back from its workbook', () => {
    const text = opened(filled(path))
      .folder.source.text.replace(/^( {4}label:\n {6}da: ).*\n( {6}en: ).*/m, '$1""\n$2""')
      .replace(/^( {2}en: ).*/m, '$1""')
    const folder = join(own, 'empty-texts')
    mkdirSync(folder)
    writeFileSync(join(folder, 'case.yaml'), text)
    const back = join(own, 'back.xlsx')
    const { problems } = exportCase(openCase(folder)!, back, { words: workbookWords.da })
    expect(problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
    const open = openWorkbookCase(back, bothWords)!
    expect(open.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
    expect(open.folder.source.text).toBe(text)
    expect(text).toMatch(/title:\n {2}da: eksempel\n {2}en: ""\n[^]*label:\n {6}da: ""\n {6}en: ""\n/)
  })

  test('rows may be put in, columns may be put in or moved, and notes may stand anywhere', () => {
    const sheet = filled(path)
    const moved = new Sheet(sheet.name)
    const order = [2, 3, 6, 1, 5, 7, 0]
    for (const [row, cells] of sheet.cells.entries())
      for (const [column, cell] of (cells ?? []).entries())
        if (cell !== undefined) moved.put(row + (row > 20 ? 1 : 0), order[column]!, cell)
    const note: CellContent = { value: 'spørg Kirsten', style: 'text' }
    moved.put(21, 4, note)
    expect(wrongOf(moved)).toEqual([])
    expect(opened(moved).folder.source.text).toBe(opened(sheet).folder.source.text)
  })

  test('without a column of paths, or of values, the sheet says nothing', () => {
    for (const lost of [inputColumns.path, inputColumns.value]) {
      const sheet = filled(path)
      for (const cells of sheet.cells) if (cells !== undefined) cells[lost] = undefined
      expect(wrongOf(sheet)).toEqual([`workbook-no-inputs ${sheet.name}!A1`])
    }
  })
})
