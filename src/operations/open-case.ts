/**
 * Opening a business case: the case as data, the catalogue it rests on with its own prices on top, and every problem on the way.
 *
 * Problems, besides those of the text: case-contract-absent (notice) where there is no contract in the folder the case names. The case
 * can be valued all the same, since its own model says what is paid back.
 */
import { type Problem, problem, sortProblems } from '../core/base/index.ts'
import {
  type CaseFolder,
  contractFrom,
  hasContract,
  nationalCatalogue,
  readCaseFolder,
  readCatalogueFolder,
} from '../files/index.ts'
import { type DraftSetting, type OpenDraft, openDraft, settingOf, startDraft } from './draft-case.ts'
import { openCatalogue } from './open-catalogue.ts'

/** `read` is without a case where something is wrong or still asked. */
export type OpenCase = OpenDraft & { folder: CaseFolder }

/** Opens the case in a folder, or the `case.yaml` named; nothing where there is none. */
export function openCase(path: string, national = nationalCatalogue()): OpenCase | undefined {
  const folder = readCaseFolder(path)
  if (folder === undefined) return undefined
  const { file, text } = folder.source
  const { catalogue, problems } = openCatalogue({ national, local: folder.catalogue })
  const open = openDraft(text, {
    file,
    catalogue,
    files: folder.data,
    problems: sortProblems([...folder.problems, ...problems]),
  })
  return { folder, ...open, problems: sortProblems([...open.problems, ...contractAbsent(folder, open)]) }
}

/** A draft as data that can be sent to a thread: its text, what the case is called, and the folder of the case if it has one. */
export type SentDraft = { text: string; name: string; path: string | undefined }

/**
 * A text that somebody is writing, in the place of the text of a case folder: with its prices and data, and nothing else of it. Without
 * a folder it rests on the national prices alone. No contract that the text names is looked for.
 */
export function openDraftCase({ text, name, path }: SentDraft): OpenCase {
  const folder = path === undefined ? undefined : readCaseFolder(path)
  const setting = draftSetting(folder)
  const alone = { name, path: '', catalogue: undefined, data: [], problems: [], sources: {} }
  const source = { file: setting.file, text }
  return { folder: { ...(folder ?? alone), source }, ...openDraft(text, startDraft(setting)) }
}

function contractAbsent({ path }: CaseFolder, { read: { caseFile } }: OpenDraft): Problem[] {
  if (caseFile?.contract === undefined || hasContract(contractFrom(path, caseFile.contract))) return []
  const at = caseFile.places['contract'] ?? caseFile.at
  return [problem('case-contract-absent', 'notice', at, { folder: caseFile.contract })]
}

/** What a draft of the case rests on, for whoever computes it elsewhere; without a case, what a new one rests on. */
export function draftSetting(folder?: CaseFolder): DraftSetting {
  const folders = [
    readCatalogueFolder(nationalCatalogue(), 'national'),
    folder?.catalogue === undefined ? undefined : readCatalogueFolder(folder.catalogue, 'local'),
  ]
  const layers = folders.flatMap((one) => (one === undefined ? [] : [one.layer]))
  return settingOf(folder?.source.file ?? 'case.yaml', layers, folder?.data ?? [])
}
