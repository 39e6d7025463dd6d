/**
 * Specimens of what is wrong with workbooks: the cells as a text file, `workbook.csv`, because a workbook itself cannot be read in a
 * review; a file that is no workbook; or a case whose workbook is not written.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { workbookWords } from '../locales/index.ts'
import { type Problem } from '../src/core/base/index.ts'
import { Sheet } from '../src/core/valuation/index.ts'
import { writeWorkbook } from '../src/files/index.ts'
import { layOutCase, openCase, openWorkbookCase } from '../src/operations/index.ts'

const words = [workbookWords.da, workbookWords.en]

export function workbookProblems(folder: string): readonly Problem[] {
  if (existsSync(join(folder, 'case.yaml'))) return layOutCase(openCase(folder)!, { words: workbookWords.da }).problems
  if (existsSync(join(folder, 'case.xlsx'))) return openWorkbookCase(join(folder, 'case.xlsx'), words)!.problems
  return problemsOfCells(readFileSync(join(folder, 'workbook.csv'), 'utf8'))
}

/** The cells of `workbook.csv` as the sheet of inputs of a real file, and what is told of it. */
function problemsOfCells(text: string): readonly Problem[] {
  const sheet = new Sheet(workbookWords.da.sheets.inputs)
  for (const [row, line] of text.trimEnd().split('\n').entries()) {
    for (const [column, cell] of line.split(',').entries()) {
      const isNumber = /^-?\d+(\.\d+)?$/.test(cell)
      const value = isNumber ? Number(cell) : cell
      // Written without what it comes to.
      const content = cell.startsWith('=') ? { formula: cell.slice(1) } : { value }
      if (cell !== '') sheet.put(row, column, { ...content, style: 'text' })
    }
  }
  const own = mkdtempSync(join(tmpdir(), 'workbook-'))
  try {
    const path = join(own, 'workbook.xlsx')
    writeFileSync(path, writeWorkbook([sheet]))
    const codes = (found: Problem): boolean => found.code.startsWith('workbook-')
    return openWorkbookCase(path, words)!.problems.filter(codes)
  } finally {
    rmSync(own, { recursive: true })
  }
}
