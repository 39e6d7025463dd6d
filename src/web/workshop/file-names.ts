/** The files of a draft: what they are called, how large they may be, and what was found in one that was opened. */
import { type Locale, type Problem, otherLocale } from '../../core/base/index.ts'
import { type DraftOutline, plainName } from '../../operations/index.ts'

/** Longer names are cut, because some systems keep no longer ones. */
const lettersMost = 60

/** The title in the reader's language or else the other, in plain letters: `skolevaegring`. */
export function plainTitle(outline: DraftOutline | undefined, locale: Locale): string {
  const titles = [locale, otherLocale(locale)].map((one) => outline?.leaves.get(`case.title.${one}`)?.text ?? '')
  const name = titles.map((title) => plainName(title).slice(0, lettersMost).replace(/-$/, '')).find((one) => one !== '')
  return name ?? 'case'
}

/** The empty workbook that can be filled in, by the name in its address. */
export const templateFiles = { da: 'skabelon.xlsx', en: 'template.xlsx' } as const

/** What may be sent, in bytes: a form with the text of a case, and a workbook. */
export const formMost = 2_000_000
export const workbookMost = 10_000_000

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file that was opened: what is wrong in it, each at its cell, and the sheets of prices that were left in it. */
export type OpenedFile = { name: string; isOpened: boolean; faults: readonly FileFault[]; prices: readonly string[] }
export type FileFault = { severity: Problem['severity']; cell: string; says: string }
