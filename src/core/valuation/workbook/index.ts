/**
 * A business case as a workbook: pure layout of cells and formulas, their evaluation, and the case's text as rows and back. The file
 * format is written and read in `files`; the words come from `locales`.
 */
export {
  type CaseRow,
  type RowGrade,
  caseTextOf,
  numberIn,
  rowGrades,
  rowsOf,
  textOfFraction,
  textOfNumber,
} from './case-rows.ts'
export { type CaseWorkbook, caseWorkbook } from './case-workbook.ts'
export { type Difference, agrees } from './differences.ts'
export { Values } from './evaluate.ts'
export { expectedResults } from './expected.ts'
export { type Corner, type Reference, cornerOf, functionsIn, referencesIn } from './formula.ts'
export { type Scalar, knownFunctions, serialOfDay1970 } from './functions.ts'
export { inputColumns, inputsFirstRow, labelOf } from './inputs-sheet.ts'
export { type CellContent, type CellStyle, Sheet, type Spot, addressOf, columnLetters } from './sheet.ts'
export { type ImportedCase, type SheetCells, importCase } from './import-case.ts'
export { templateSheet } from './template-sheet.ts'
export { type SheetName, type WorkbookWords } from './words.ts'
