/**
 * A business case as a text that somebody is writing: the same opening and valuing as of a case folder, from data alone.
 *
 *     settingOf(folder)                  what a draft rests on besides its text, as data that can be sent to a browser
 *     startDraft(setting)                the catalogue and the files of the case, read once
 *     openDraft(text, ground)            the text as a case, with every problem on the way
 *
 * Nothing here touches a disk, so that a browser computes what the server computes, by the same code.
 */
import { type Problem, sortProblems } from '../core/base/index.ts'
import {
  type CaseData,
  type CaseDataFile,
  type Catalogue,
  type CatalogueLayer,
  type KnownEnds,
  type LiveReport,
  type CompiledCase,
  type ReadCase,
  isOutdated,
  liveReport,
  readCase,
  readCaseData,
  readCatalogue,
  withRange,
} from '../core/valuation/index.ts'

/** A file as text that can stand in a page: its bytes in base 64. */
type SentFile = { name: string; shown: string; bytes: string }
type SentLayer = { origin: CatalogueLayer['origin']; reading?: CatalogueLayer['reading']; files: SentFile[] }

type SentData = SentFile & Pick<CaseDataFile, 'rules'>

export type DraftSetting = { file: string; layers: SentLayer[]; data: SentData[] }

/** What the drafts of one case have in common. */
export type DraftGround = { file: string; catalogue: Catalogue; files: readonly CaseDataFile[]; problems: Problem[] }

export type OpenDraft = { text: string; read: ReadCase; catalogue: Catalogue; data: CaseData; problems: Problem[] }

export function settingOf(
  file: string,
  layers: readonly CatalogueLayer[],
  files: readonly CaseDataFile[],
): DraftSetting {
  return {
    file,
    layers: layers.map(({ origin, reading, files: own }) => ({
      origin,
      ...(reading === undefined ? {} : { reading }),
      files: own.map(({ name, chunks }) => ({ name, shown: name, bytes: [...chunks].map(toText).join('|') })),
    })),
    data: files.map((one) => ({ ...one, bytes: toText(one.bytes) })),
  }
}

export function startDraft({ file, layers, data }: DraftSetting): DraftGround {
  const { catalogue, problems } = readCatalogue(
    layers.map(({ origin, reading, files }) => ({
      origin,
      ...(reading === undefined ? {} : { reading }),
      files: files.map(({ name, bytes }) => ({ name, chunks: bytes.split('|').map(toBytes) })),
    })),
  )
  const files = data.map((one) => ({ ...one, bytes: toBytes(one.bytes) }))
  return { file, catalogue, files, problems }
}

/** The case in the text. Its problems stand in the order of their places. */
export function openDraft(text: string, { file, catalogue, files, problems }: DraftGround): OpenDraft {
  const read = readCase(text, file)
  const found = read.caseFile === undefined ? undefined : readCaseData(read.caseFile, files)
  return {
    text,
    read,
    catalogue,
    data: found?.data ?? new Map(),
    problems: sortProblems([...read.problems, ...problems, ...(found?.problems ?? [])]),
  }
}

/** The result while a hand moves one estimate: nothing is read or compiled anew. `known` is kept from move to move. */
export function moveEstimate(
  compiled: CompiledCase,
  name: string,
  range: { low: number; likely: number; high: number },
  known: KnownEnds,
): { compiled: CompiledCase; live: LiveReport } {
  const moved = withRange(compiled, name, range)
  return { compiled: moved, live: liveReport(moved, known) }
}

const toText = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const toBytes = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

/** Whether a step of the draft was signed off before it was as it is now. */
export const isChangedSinceSigned = (problems: readonly Problem[], step: string): boolean => isOutdated(problems, step)
