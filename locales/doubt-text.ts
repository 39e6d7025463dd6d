/** What a figure that nobody vouches for is called: in a reader's words, on the pages and in the terminal alike. */
import { type Locale } from '../src/core/base/index.ts'
import { type CompiledCase, type DoubtWords, wordsOfDoubt } from '../src/core/valuation/index.ts'
import { casePages as danishPages } from './da/case-pages.ts'
import { workbook as danishWorkbook } from './da/workbook.ts'
import { casePages as englishPages } from './en/case-pages.ts'
import { workbook as englishWorkbook } from './en/workbook.ts'

const keys = { da: danishWorkbook.keys, en: englishWorkbook.keys }
const drawn = { da: danishPages.drawnForContract, en: englishPages.drawnForContract }

/** A figure in the reader's words: its estimate, or the item it belongs to and what of it. */
export function doubtWords(what: string, compiled: CompiledCase, locale: Locale): DoubtWords {
  return wordsOfDoubt(what, compiled, { locale, keys: keys[locale], drawn: drawn[locale] })
}
