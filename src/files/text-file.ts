/** A file of words and numbers that people write: terms, a case, a fund, reading rules, sources. */
import { readFileSync } from 'node:fs'
import { textOfBytes } from '../core/text/index.ts'

/** Its text, in UTF-8, UTF-16 or the Windows-1252 of older systems, so that no letter is lost in silence. */
export const textOfFile = (path: string): string => textOfBytes(readFileSync(path))
