/** The text a problem stands in, for an excerpt: of terms and statements whole, of facts as long as the file is small. */
import { type OpenContract } from './open-contract.ts'

const bytesMost = 8_000_000

/** The text of one of the contract's files by the name places give it; nothing for a file that is unknown or large. */
export function sourceText({ folder }: OpenContract, file: string): string | undefined {
  const texts = [folder.terms, ...folder.amendments, folder.settings, folder.reading, ...folder.statements]
  const text = texts.find((one) => one?.file === file)?.text
  if (text !== undefined) return text
  const csv = [folder.people, ...folder.facts, folder.parameters].find((one) => one?.name === file)
  if (csv === undefined) return undefined
  const decoder = new TextDecoder()
  let [read, bytes] = ['', 0]
  for (const chunk of csv.chunks) {
    bytes += chunk.length
    if (bytes > bytesMost) return undefined
    read += decoder.decode(chunk, { stream: true })
  }
  return read + decoder.decode()
}
