/** Where a figure comes from: its source, and how far it may be trusted. */
import { dateText, priceWords } from '../../../locales/index.ts'
import { type Price, type Provenance } from '../../core/valuation/index.ts'
import { type Reader } from '../reader.ts'
import { isWeb, shortAddress } from './markdown.tsx'

/** An address becomes a link; one that is not spelt out in full, or is no address, stands as it is. */
export function Source({ text }: { text: string }) {
  if (!isWeb(text) || /[…\s]/.test(text)) return <span class="address">{shortAddress(text)}</span>
  return (
    <a class="address" href={text} rel="noreferrer">
      {shortAddress(text)}
    </a>
  )
}

/** `A, offentligt`; what is invented or not verified is marked, because somebody must act on it. */
export function Trust({ reader, provenance }: { reader: Reader; provenance: Provenance }) {
  const { grades } = priceWords[reader.locale]
  const { confidence, grade } = provenance
  const isDoubtful = grade === 'invented' || grade === 'unverified' || confidence === 'U'
  return (
    <>
      {confidence}, <span class={isDoubtful ? 'act' : undefined}>{grades[grade]}</span>
    </>
  )
}

/** The days on which a row holds. What began before anybody has said when has only its last day. */
export function Days({ reader, valid }: { reader: Reader; valid: Price['valid'] }) {
  const { locale } = reader
  const words = priceWords[locale]
  const isOpen = valid.from <= longAgo
  const through = valid.through === undefined ? '' : dateText(valid.through, locale)
  return <>{words.valid(isOpen ? '…' : dateText(valid.from, locale), through)}</>
}

/** 1 January 1900, which stands for a beginning that nobody has stated. */
const longAgo = -25_567

/** `2019`, or `2020–2023` where the source leaves it open. */
export function yearsText({ priceYear, priceYearFrom }: Price): string {
  return priceYearFrom === undefined ? String(priceYear) : `${priceYearFrom}–${priceYear}`
}
