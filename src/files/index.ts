/** Contract folders: files in, core types out. The only room that knows how a contract lies on disk. */
export {
  type ContractFolder,
  type FolderChoice,
  contractNames,
  csvFile,
  readContractFolder,
} from './contract-folder.ts'
export { readCatalogueFolder } from './catalogue-folder.ts'
export { readIssuedStatements } from './issued-statements.ts'
export { type ParameterTable, readParameterTable } from './parameter-table.ts'
export { readReadingRules } from './reading-rules.ts'
