/** Contract folders: files in, core types out. The only room that knows how a contract lies on disk. */
export {
  type ContractFolder,
  type FolderChoice,
  type UnreadFile,
  contractFrom,
  contractNames,
  csvFile,
  hasContract,
  readContractFolder,
} from './contract-folder.ts'
export { readCatalogueFolder } from './catalogue-folder.ts'
export { namesKnown, readIssuedStatements } from './issued-statements.ts'
export { type ParameterTable, readParameterTable } from './parameter-table.ts'
export { readReadingRules } from './reading-rules.ts'
export { fundNames, readFundFolder } from './fund-folder.ts'
export { type CaseFolder, besideCase, caseNames, nationalCatalogue, readCaseFolder } from './case-folder.ts'
export { writeWorkbook } from './write-workbook.ts'
export { type WorkbookRead, type WorkbookRefused, readWorkbook, workbookSizeMax } from './read-workbook.ts'
export { type ZipEntry, writeZip } from './zip.ts'
export {
  type WorkbookLayer,
  catalogueSheets,
  catalogueWorkbook,
  hasCatalogueSheets,
  readCatalogueSheets,
  readCatalogueWorkbook,
} from './catalogue-workbook.ts'
