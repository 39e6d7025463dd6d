/**
 * Opening a business case: the case as data, the catalogue it rests on with its own prices on top, and every problem on the way.
 */
import { type Problem, sortProblems } from '../core/base/index.ts'
import { type CaseData, type Catalogue, type ReadCase, readCase, readCaseData } from '../core/valuation/index.ts'
import { type CaseFolder, nationalCatalogue, readCaseFolder } from '../files/index.ts'
import { openCatalogue } from './open-catalogue.ts'

export type OpenCase = {
  folder: CaseFolder
  /** Without a case where something is wrong or still asked. */
  read: ReadCase
  catalogue: Catalogue
  data: CaseData
  /** Of the case, its data and its catalogue, in order of place. */
  problems: Problem[]
}

/** Opens the case in a folder, or the `case.yaml` named; nothing where there is none. */
export function openCase(path: string): OpenCase | undefined {
  const folder = readCaseFolder(path)
  if (folder === undefined) return undefined
  const read = readCase(folder.source.text, folder.source.file)
  const { catalogue, problems } = openCatalogue({ national: nationalCatalogue(), local: folder.catalogue })
  const found = read.caseFile === undefined ? undefined : readCaseData(read.caseFile, folder.data)
  return {
    folder,
    read,
    catalogue,
    data: found?.data ?? new Map(),
    problems: sortProblems([...read.problems, ...problems, ...(found?.problems ?? [])]),
  }
}
