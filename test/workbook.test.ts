/**
 * A business case as a workbook: every result is a formula that reaches the coloured inputs, gives the program's own figure to the øre
 * also when an input is changed, and the workbook can be read back as the same case.
 *
 * The formulas are worked out by our own evaluator here; `npm run verify:workbook` has LibreOffice do it.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { workbookWords } from '../locales/index.ts'
import { readYaml } from '../src/core/text/index.ts'
import {
  type CaseWorkbook,
  type CellStyle,
  Sheet,
  Values,
  addressOf,
  agrees,
  caseTextOf,
  expectedResults,
  functionsIn,
  knownFunctions,
  referencesIn,
  rowsOf,
  textOfFraction,
  textOfNumber,
} from '../src/core/valuation/index.ts'
import { caseNames, readWorkbook, writeWorkbook } from '../src/files/index.ts'
import {
  catalogueFolder,
  exportCase,
  layOutCase,
  openCase,
  openCatalogue,
  openWorkbookCase,
  valueCase,
  writePricesWorkbook,
} from '../src/operations/index.ts'
import { everyCell, openCells, openSheets } from './workbook/fill.ts'
import { trialsOf, whileChanged } from './workbook/trials.ts'
import { everyKeyFolder } from './workbook/every-key.ts'

const own = mkdtempSync(join(tmpdir(), 'workbooks-'))
afterAll(() => rmSync(own, { recursive: true }))
const bothWords = [workbookWords.da, workbookWords.en]

describe('formulas are worked out as a spreadsheet does', () => {
  test.each<[string, number | string | boolean]>([
    ['2+3*4^2-10/5', 48],
    ['-2^2', 4],
    ['2^3^2', 64],
    ['(1+0.035)^-10', 1.035 ** -10],
    ['"a"&"b"', 'ab'],
    ['IF(1<=2,"then",1/0)', 'then'],
    ['AND(1=1,2<>2)', false],
    ['OR(FALSE,3>2)', true],
    ['SUM(A1:A3)', 60],
    ['SUMPRODUCT(A1:A3,B1:B3)', 140],
    ['SUM(C1:C3)+C1', 0],
    ['INDEX(A1:A3,2)', 20],
    ['MATCH(30,A1:A3,0)', 3],
    ['LOOKUP(25,A1:A3,B1:B3)', 2],
    ['MOD(-7,12)', 5],
    ['ROUND(2.675,1)', 2.7],
    ['MAX(0,MIN(A1:A3)-15)', 0],
    ["'Other sheet'!A1*2", 14],
    ['DATE(2024,2,29)', 45351],
    ['EDATE(DATE(2024,2,29),12)-DATE(2025,2,28)', 0],
    ['VALUE(LEFT("2022-01",4))', 2022],
    ['ROUND(NORMSINV(0.975),6)', 1.959964],
    ['ROUND(NORMSDIST(1.959963985),6)', 0.975],
    ['ROUND(BETAINV(0.1,2,3,0,10),2)', 1.43],
    ['PERCENTILE(A1:A3,0.25)', 15],
  ])('%s is %s', (formula, wanted) => {
    const [sheet, other] = [new Sheet('Here'), new Sheet('Other sheet')]
    for (const row of [0, 1, 2]) {
      sheet.put(row, 0, { value: 10 * (row + 1), style: 'number' })
      sheet.put(row, 1, { value: row + 1, style: 'number' })
    }
    other.put(0, 0, { value: 7, style: 'number' })
    sheet.put(4, 4, { formula, style: 'number' })
    const found = new Values([sheet, other]).get(sheet, 4, 4)
    if (typeof wanted === 'number') expect(found).toBeCloseTo(wanted, 9)
    else expect(found).toBe(wanted)
  })

  test('a circle is a fault, not an endless loop', () => {
    const sheet = new Sheet('Here')
    sheet.put(0, 0, { formula: 'B1', style: 'number' })
    sheet.put(0, 1, { formula: 'A1', style: 'number' })
    expect(() => new Values([sheet]).get(sheet, 0, 0)).toThrow(/circle/)
  })
})

/** The cases, and one that uses every key of the language. */
const folders = [...caseNames('cases').map((name) => join('cases', name)), everyKeyFolder()]

describe.each(folders)('%s as a workbook', (folder) => {
  const open = openCase(folder)!
  const laidOut = layOutCase(open, { words: workbookWords.da })
  const workbook = laidOut.workbook!

  test('every result is the figure of the program', () => {
    expect(laidOut.problems.filter(({ severity }) => severity === 'wrong')).toEqual([])
    expect(workbook.differences).toEqual([])
    expect(workbook.results.size).toBeGreaterThan(500)
  })

  test('every result is a formula that reaches an input', () => {
    const reach = new Reach(workbook)
    const pasted = [...workbook.results].filter(
      ([, { sheet, row, column }]) => sheet.at(row, column)?.formula === undefined,
    )
    expect(pasted).toEqual([])
    const adrift = [...workbook.results].filter(([, { sheet, row, column }]) => !reach.reaches(sheet, row, column))
    // Where the case has no line, say of the region, a sum of nothing stands.
    expect(
      adrift.filter(([, { sheet, row, column }]) => !reach.isNothing(sheet, row, column)).map(([key]) => key),
    ).toEqual([])
  })

  test('only functions that all spreadsheets share, none that is volatile, and no other file', () => {
    const volatile = ['NOW', 'TODAY', 'RAND', 'RANDBETWEEN', 'OFFSET', 'INDIRECT', 'CELL', 'INFO']
    expect(knownFunctions.filter((one) => volatile.includes(one))).toEqual([])
    const names = new Set(workbook.sheets.map((sheet) => sheet.name))
    for (const formula of formulasOf(workbook)) {
      if (formula.includes('[')) throw new Error(formula)
      for (const one of functionsIn(formula))
        if (!knownFunctions.includes(one) && !/^(TRUE|FALSE)$/.test(one)) throw new Error(one)
      for (const { sheet } of referencesIn(formula))
        if (sheet !== undefined && !names.has(sheet)) throw new Error(sheet)
    }
  })

  test('the sheets have names that every program takes, and the file is read back as it was written', () => {
    const names = workbook.sheets.map((sheet) => sheet.name)
    expect(new Set(names).size).toBe(names.length)
    for (const one of names) expect(one).toMatch(/^[^[\]:*?/\\]{1,31}$/)
    const read = openSheets(writeWorkbook(workbook.sheets, workbook.values))
    expect(read.map((sheet) => sheet.name)).toEqual(names)
    for (const { sheet, row, column } of workbook.results.values()) {
      const found = read
        .find((one) => one.name === sheet.name)!
        .rows.get(row)
        ?.get(column)
      expect(found).toBe(workbook.values.get(sheet, row, column))
    }
  })

  test('it is the same case when it is imported', () => {
    const around = mkdtempSync(join(own, 'case-'))
    const path = join(around, 'case.xlsx')
    // What an estimate is drawn from lies beside the case.
    for (const { name, bytes } of open.folder.data) writeFileSync(join(around, name), bytes)
    expect(exportCase(open, path, { words: workbookWords.en }).isWritten).toBe(true)
    const again = openWorkbookCase(path, bothWords)!
    expect(again.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
    const rows = (text: string) => rowsOf(readYaml(text, 'case.yaml').root!)
    expect(rows(again.folder.source.text)).toEqual(rows(open.folder.source.text))
    const budget = (one: typeof open) => valueCase(one, { scenario: 'broad' }).scenarios[0]!.report.budgets
    expect(budget(again)).toEqual(budget(open))
  })
})

describe('an input changed on the sheet gives what the program gives for the changed case', () => {
  test.each(['vejle', 'ikast-brande'])('%s', { timeout: 300_000 }, (name) => {
    const { workbook, trials } = trialsOf(join('cases', name), workbookWords.en)
    expect(trials.length).toBeGreaterThan(12)
    for (const trial of trials) {
      const { compiled, report } = trial.changed
      const differs = whileChanged(trial, () => {
        const values = new Values(workbook.sheets)
        return [...expectedResults(compiled, report)].filter(([key, program]) => {
          const spot = workbook.results.get(key)
          return spot === undefined || !agrees(key, values.get(spot.sheet, spot.row, spot.column), program)
        })
      })
      expect(differs, trial.title).toEqual([])
    }
  })

  test('half an øre is a difference', () => {
    expect(agrees('budget/state/1', 100.004, 100)).toBe(true)
    expect(agrees('budget/state/1', 100.006, 100)).toBe(false)
    expect(agrees('summary/payback-year', 'never', undefined)).toBe(true)
    expect(agrees('summary/payback-year', 4, undefined)).toBe(false)
  })
})

describe('what is no workbook is refused and never crashes', () => {
  const bytes = writeWorkbook([new Sheet('Inputs')])

  test('a file that claims to be enormous is refused before it is unpacked', () => {
    const bomb = Uint8Array.from(bytes)
    const directory = Buffer.from(bomb.buffer).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    Buffer.from(bomb.buffer).writeUInt32LE(4_000_000_000, directory + 24)
    expect(readWorkbook(bomb, everyCell)).toEqual({ refused: 'too-large' })
  })

  test('a sheet that nobody looks at may be of any size, and all that are looked at may not be too large together', () => {
    const names = ['Small', 'Large 1', 'Large 2', 'Large 3']
    const sheets = names.map((name) => new Sheet(name))
    for (const [index, sheet] of sheets.entries()) {
      for (let row = 0; row < (index === 0 ? 1 : 540); row++)
        sheet.put(row, 0, { value: 'x'.repeat(32_000), style: 'text' })
    }
    const large = writeWorkbook(sheets)
    const lookingAt = (count: number) =>
      readWorkbook(large, (read) => read.slice(0, count).map(({ name, rows }) => `${name} ${String(rows.size)}`))
    expect(lookingAt(1)).toEqual({ found: ['Small 1'] })
    expect(lookingAt(3)).toEqual({ found: ['Small 1', 'Large 1 540', 'Large 2 540'] })
    expect(lookingAt(4)).toEqual({ refused: 'too-large' })
  })

  test('a fault of the program is none of the workbook', () => {
    const fault = (): never => {
      throw new Error('of the program')
    }
    expect(() => readWorkbook(bytes, fault)).toThrow('of the program')
  })

  test('a file that holds more than it claims is refused while it is unpacked', () => {
    const large = new Sheet('Large')
    large.put(0, 0, { value: 'x'.repeat(30_000), style: 'text' })
    const liar = Buffer.from(writeWorkbook([large]))
    for (
      let at = liar.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
      at >= 0;
      at = liar.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 4)
    )
      liar.writeUInt32LE(10, at + 24)
    expect(readWorkbook(liar, everyCell)).toEqual({ refused: 'unreadable' })
  })

  test('cut off or damaged at any place', () => {
    for (let at = 0; at < bytes.length; at += 7) {
      expect(() => readWorkbook(bytes.subarray(0, at), everyCell)).not.toThrow()
      const damaged = Uint8Array.from(bytes)
      damaged[at] = damaged[at]! ^ 0xff
      expect(() => readWorkbook(damaged, everyCell)).not.toThrow()
    }
  })
})

test('numbers come back from cells as they were written', () => {
  expect(textOfNumber(0.35, '%')).toBe('35 %')
  expect(textOfNumber(0.125, '%')).toBe('12.5 %')
  expect(textOfNumber(1 / 12, '')).toBe('1/12')
  expect(textOfNumber(0.0833333333333333, '')).toBe('1/12')
  expect(textOfNumber(0.6667, '')).toBe('0.6667')
  expect(textOfNumber(0.625, '')).toBe('0.6250')
  expect(textOfNumber(0.12345, '%')).toBe('12.3450 %')
  expect(textOfNumber(120_000, 'kr')).toBe('120000 kr')
  expect(textOfNumber(0, '%')).toBe('0 %')
  const rows = [
    { path: 'a.b[0].c', text: '1' },
    { path: 'a.b[1].c', text: 'x: y', grade: 'invented' as const, reason: 'a "reason", with a comma' },
  ]
  expect(rowsOf(readYaml(caseTextOf(rows).text, 'x').root!)).toEqual(rows)
})

test('a fraction comes back as the fraction it was written as, also one that is a short decimal', () => {
  expect(textOfFraction('1/4', 'months')).toBe('1/4 months')
  expect(textOfFraction('1/3/100', '%')).toBe('1/3 %')
  expect(textOfFraction('1/4', '%')).toBeUndefined()
  expect(textOfFraction('1/0', '')).toBeUndefined()
  const folder = mkdtempSync(join(own, 'fractions-'))
  const text = readFileSync('cases/ikast-brande/case.yaml', 'utf8')
  const written = text
    .replace('units: 1/12 }', 'units: 1/4 }')
    .replace('{ share: 100 %, steps: [{ months: 9', '{ share: 2/2, steps: [{ months: 9')
    .replace('premium: 0 %', 'premium: 1/8 %')
  writeFileSync(join(folder, 'case.yaml'), written)
  const path = join(folder, 'case.xlsx')
  const open = openCase(folder)!
  expect(exportCase(open, path, { words: workbookWords.da })).toMatchObject({ isWritten: true })
  const back = openWorkbookCase(path, bothWords)!
  const bare = (one: string) => rowsOf(readYaml(one, 'x').root!).map(({ path: at, text: says }) => `${at} ${says}`)
  for (const changed of ['premium: 1/8 %', 'share: 2/2', 'units: 1/4 }']) expect(written).toContain(changed)
  expect(bare(back.folder.source.text)).toEqual(bare(written))
  expect(back.folder.source.text).toMatch(/units: 1\/4\n/)
})

/** Whether a cell's formula leads to a coloured cell, directly or through others. */
class Reach {
  private readonly known = new Map<string, boolean>()
  private readonly sheets: ReadonlyMap<string, Sheet>

  constructor(workbook: CaseWorkbook) {
    this.sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]))
  }

  reaches(sheet: Sheet, row: number, column: number): boolean {
    const cell = sheet.at(row, column)
    // What was counted lies on a sheet of its own, as it lies in its file.
    if (cell?.formula === undefined) return isColoured(cell?.style) || sheet.name === workbookWords.da.sheets.data
    const key = `${sheet.name}!${addressOf(row, column)}`
    const before = this.known.get(key)
    if (before !== undefined) return before
    this.known.set(key, false)
    const found = referencesIn(cell.formula).some((reference) => {
      const of = reference.sheet === undefined ? sheet : this.sheets.get(reference.sheet)!
      for (let at = reference.through.row; at >= reference.from.row; at--)
        for (let across = reference.from.column; across <= reference.through.column; across++)
          if (this.reaches(of, at, across)) return true
      return false
    })
    this.known.set(key, found)
    return found
  }

  /** Whether the formula adds up nothing but zeros that are written out. */
  isNothing(sheet: Sheet, row: number, column: number): boolean {
    const cell = sheet.at(row, column)
    if (cell?.formula === undefined) return cell?.value === 0
    const references = referencesIn(cell.formula)
    if (references.length === 0) return cell.formula === '0'
    return references.every(({ sheet: name, from, through }) => {
      const of = name === undefined ? sheet : this.sheets.get(name)!
      for (let at = from.row; at <= through.row; at++)
        for (let across = from.column; across <= through.column; across++)
          if (!this.isNothing(of, at, across)) return false
      return true
    })
  }
}

const isColoured = (style: CellStyle | undefined): boolean => style?.endsWith('-input') === true

const formulasOf = ({ sheets }: CaseWorkbook): string[] =>
  sheets.flatMap((sheet) => sheet.cells.flat().flatMap((cell) => (cell?.formula === undefined ? [] : [cell.formula])))

describe('the price catalogue as a workbook', () => {
  const path = join(own, 'prices.xlsx')
  const national = openCatalogue({ national: catalogueFolder() })
  writePricesWorkbook(national.catalogue, [...national.catalogue.prices.keys()], path)

  test('every price of it is read back with its source, as a catalogue of one’s own', () => {
    const again = openCatalogue({ national: catalogueFolder(), local: path })
    expect(again.problems.filter(({ severity }) => severity === 'wrong')).toEqual([])
    for (const [id, rows] of national.catalogue.prices) {
      const plain = (prices: typeof rows) =>
        prices.map(({ provenance: { origin, at, ...provenance }, ...price }) => ({ ...price, ...provenance }))
      const found = again.catalogue.prices.get(id)!
      expect(plain(found)).toEqual(plain(rows))
      expect(new Set(found.map(({ provenance }) => provenance.origin))).toEqual(new Set(['local']))
    }
  })

  test('a fault in it is told with sheet and cell', () => {
    const sheet = new Sheet('prices')
    const rows = openCells(path).rows
    const column = [...rows.get(0)!].find(([, head]) => head === 'value')![0]
    for (const row of [0, 1])
      for (const [at, value] of rows.get(row)!) sheet.put(row, at, { value: value as string, style: 'text' })
    sheet.put(1, column, { value: 'mange', style: 'text' })
    const wrong = join(own, 'wrong.xlsx')
    writeFileSync(wrong, writeWorkbook([sheet]))
    const { problems } = openCatalogue({ national: catalogueFolder(), local: wrong })
    expect(problems.map(({ at }) => at.cell)).toContain(`prices!${addressOf(1, column)}`)
  })

  test('a file that is no workbook is told', () => {
    const broken = join(own, 'broken.xlsx')
    writeFileSync(broken, 'no workbook')
    const { problems } = openCatalogue({ national: catalogueFolder(), local: broken })
    expect(problems.map(({ code }) => code)).toContain('workbook-unreadable')
  })
})
