/** Which figure is worth measuring, in a sentence. */
import { uncertaintyWords, wholeAmountText } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type EstimateForecast } from '../../core/simulation/index.ts'

/**
 * The one with most left when it has been paid for; one that nobody has priced counts as free. Where none has anything left, the
 * one that is nearest to paying for itself; where none is worth anything, that.
 */
export function measureText(estimates: readonly EstimateForecast[], currency: string, locale: Locale): string {
  const words = uncertaintyWords[locale].knowing
  const amount = (kroner: number) => wholeAmountText(kroner, currency, locale)
  const left = ({ worthFindingOut, onMunicipality }: EstimateForecast) => worthFindingOut ?? onMunicipality.worth.mean
  const [best] = estimates
    .filter(({ onMunicipality: { worth } }) => Math.round(worth.mean) > 0)
    .sort((a, b) => left(b) - left(a))
  if (best === undefined) return words.nothing
  const { estimate, onMunicipality, worthFindingOut } = best
  const [label, worth] = [estimate.label[locale], amount(onMunicipality.worth.mean)]
  const cost = estimate.findingOutCost === undefined ? undefined : amount(estimate.findingOutCost)
  if (cost !== undefined && worthFindingOut! <= 0)
    return words.notWorth({ label, worth, cost, lost: amount(-worthFindingOut!) })
  const error = amount(onMunicipality.worth.error)
  return words.best({
    label,
    worth,
    error,
    cost,
    left: worthFindingOut === undefined ? undefined : amount(worthFindingOut),
  })
}
