/** Who reads a page: in which language, with which words, and where they are. */
import { type Locale } from '../core/base/index.ts'
import { type PageWords, pageWords } from '../../locales/index.ts'
import { type Scenario } from '../operations/index.ts'
import { type Address, type Choices, type ContractPage, hrefOf } from './address.ts'

export type Reader = {
  locale: Locale
  words: PageWords
  address: Address
  /** The text of the case that the page is of, where it is a draft that no address leads to, and the scenario it is shown in. */
  draft?: { text: string; scenario: Scenario }
}

export const readerAt = (address: Address): Reader => ({
  locale: address.locale,
  words: pageWords[address.locale],
  address,
})

/** The URL of a page of a contract, in the reader's language. */
export function linkTo(
  reader: Reader,
  contract: string,
  page: ContractPage,
  choices: Choices = {},
  anchor = '',
): string {
  return hrefOf({ ...choices, locale: reader.locale, page, contract }, anchor)
}

export const libraryLink = (reader: Reader): string => hrefOf({ locale: reader.locale, page: 'library' })

/** Which reading of open terms is asked for. They are counted from one in the address; one that is not there is the first. */
export function readingAsked({ address }: Reader, count: number): number {
  const asked = Number(address.reading ?? '1') - 1
  return Number.isInteger(asked) && asked >= 0 && asked < count ? asked : 0
}
