/** What the fields of the workshop are called, and which names may be typed in them. */
import { currencyWord, workshopWords } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type HomedProblem } from './homes.ts'

/** Somebody or something: its key in the text, and what the reader calls it. */
export type Named = { name: string; words: string }

export type NameList = 'owner-names' | 'group-names' | 'estimate-names'
export type Names = Readonly<Record<NameList, readonly Named[]>>

/**
 * `currency` is the case's, as the text has it; `owners` are those that may stand at a path; `names` are what a field can name, and
 * `title` is what a named thing at a path is called.
 */
export type FieldsInput = {
  locale: Locale
  problems: readonly HomedProblem[]
  currency: string
  owners: (path: string) => readonly Named[]
  names: Names
  title: (path: string) => string | undefined
}

/** What stands beside a number: `kr.`, `DKK` or `SEK` for the text's `kr`, and the language's word for a length of time. */
export const unitWord = (unit: string, currency: string, locale: Locale): string =>
  unit === 'kr' ? currencyWord(currency, locale) : (workshopWords[locale].units[unit] ?? unit)

export const lastKey = (path: string): string => path.slice(path.lastIndexOf('.') + 1).replace(/\[\d+\]$/, '')
export const above = (path: string): string => path.slice(0, path.lastIndexOf('.'))

/** What a field is called: by its key under the part it stands in, or by its key. */
export function fieldName(path: string, locale: Locale): string {
  const { fields } = workshopWords[locale]
  const [part, grandpart] = [lastKey(above(path)), lastKey(above(above(path)))]
  const key = lastKey(path)
  const number = /\[(\d+)\]$/.exec(path)?.[1]
  const name = fields[`${part}.${key}`] ?? fields[`${grandpart}.${key}`] ?? fields[key] ?? key
  return number === undefined ? name : `${name} ${Number(number) + 1}`
}

/** Whether a path is that of shares of owners or of payers. */
export const isOwnerShares = (path: string): boolean => /\.(owners|payers)$/.test(path)

/** What can be named at a path: owners, groups or estimates; nothing where it is none of them. */
export function listOf(path: string, kind: string): NameList | undefined {
  const key = lastKey(path)
  // Which owner of the case a payer of the contract is.
  if (above(path) === 'case.in-contract.payers') return 'owner-names'
  if (isOwnerShares(above(path))) return undefined
  if (key === 'borne-by' || key === 'self-bears' || key === 'paid-by') return 'owner-names'
  if (key === 'for') return 'group-names'
  const isNumber = kind === 'money' || kind === 'share' || kind === 'number' || kind === 'months'
  return isNumber || key === 'between' ? 'estimate-names' : undefined
}

/** The id of the list of what may be typed; of an owner's share, which is no estimate, some shares. */
export const typedList = (path: string, kind: string): string | undefined =>
  listOf(path, kind) ?? (isOwnerShares(above(path)) ? 'owner-shares' : undefined)
