/** The text a problem stands in, for an excerpt: of terms and statements whole, of facts as long as the file is small. */
import { textOfBytes } from '../core/text/index.ts'
import { type OpenCase } from './open-case.ts'
import { type OpenContract } from './open-contract.ts'

const bytesMost = 8_000_000

/** The text of one of the contract's files by the name places give it; nothing for a file that is unknown or large. */
export function sourceText({ folder }: OpenContract, file: string): string | undefined {
  const texts = [folder.terms, ...folder.amendments, folder.settings, folder.reading, ...folder.statements]
  const text = texts.find((one) => one?.file === file)?.text
  if (text !== undefined) return text
  const csv = [folder.people, ...folder.facts, folder.parameters].find((one) => one?.name === file)
  if (csv === undefined) return undefined
  const pieces: Uint8Array[] = []
  let bytes = 0
  for (const chunk of csv.chunks) {
    bytes += chunk.length
    if (bytes > bytesMost) return undefined
    // The next chunk is read into the same memory.
    pieces.push(chunk.slice())
  }
  return textOfBytes(Buffer.concat(pieces))
}

/** The text of the case, or of one of the data files beside it. */
export function caseSourceText({ folder }: OpenCase, file: string): string | undefined {
  if (folder.source.file === file) return folder.source.text
  const data = folder.data.find(({ shown }) => shown === file)
  return data === undefined || data.bytes.length > bytesMost ? undefined : textOfBytes(data.bytes)
}
