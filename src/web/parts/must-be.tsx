/** What must be true for the case to carry itself, a sentence for each estimate. */
import { mustBeText } from '../../../locales/index.ts'
import { type MustBe } from '../../core/valuation/index.ts'
import { type Reader } from '../reader.ts'

export function MustBeList({
  mustBe,
  currency,
  locale,
}: {
  mustBe: readonly MustBe[]
  currency: string
  locale: Reader['locale']
}) {
  return (
    <ul class="must-be">
      {mustBe.map((must) => (
        <li class="measure" key={must.estimate}>
          {mustBeText(must, currency, locale)}
        </li>
      ))}
    </ul>
  )
}
