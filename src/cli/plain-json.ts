/**
 * Anything as JSON: maps become objects, and exact numbers that JSON cannot hold become texts.
 *
 *     plainJson({ paid: 37500000n }, 'DKK')  →  { "paid": "375000.00" }
 *     plainJson({ label: { da, en, places } })  →  { "label": { "da": …, "en": … } }: where a text stands in its file is left out
 *
 * The case that surprises: money is whole øre within the program, so a bigint of an agreement is told in its currency, as a statement
 * tells it. Whoever reads 37500000 for 375000.00 has a hundred times too much.
 */
import { currencyOf } from '../core/base/index.ts'
import { printAmount } from '../core/settlement/index.ts'

/** The text, with every bigint as an amount of the currency; without one, as the whole number it is. */
export function plainJson(value: unknown, currency = ''): string {
  const known = currencyOf(currency)
  return JSON.stringify(
    value,
    (key, inner: unknown) => {
      if (key === 'places') return undefined
      if (typeof inner === 'bigint') return known === undefined ? String(inner) : printAmount(inner, known)
      if (inner instanceof Map) return Object.fromEntries(inner) as unknown
      return inner
    },
    2,
  )
}
