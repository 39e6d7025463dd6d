/** A case reckoned once beside the mean of its draws, in sentences: how far they are apart, and what of it is no chance. */
import { type Locale } from '../src/core/base/index.ts'
import { type Forecast } from '../src/core/simulation/index.ts'
import { type CompiledCase } from '../src/core/valuation/index.ts'
import { wholeAmountText } from './case-numbers.ts'
import { uncertainty as danish } from './da/uncertainty.ts'
import { uncertainty as english } from './en/uncertainty.ts'

const words = { da: danish, en: english }

/** `isByTerms` where a contract says what is paid in the draws. */
export function onceText(
  { file, repayment }: Pick<CompiledCase, 'file' | 'repayment'>,
  { owners, once }: Pick<Forecast, 'owners' | 'once'>,
  { isByTerms, locale }: { isByTerms: boolean; locale: Locale },
): string {
  const { once: told, apart: says } = words[locale]
  const { likely, means, apart } = once
  const { all, repaid, rest } = apart
  const amount = (kroner: number) => wholeAmountText(kroner, file.currency, locale)
  const { mean, error } = owners[0]!.worth
  const figures = told({
    likely: likely === undefined ? undefined : amount(likely),
    means: amount(means),
    mean: amount(mean),
    error: amount(error),
  })
  if (!repaid.isReal && !rest.isReal) return `${figures} ${says.alike}`
  const limit = limitOf(repayment)
  const whyRepaid = isByTerms ? [says.terms] : limit === undefined ? [] : [says.limits[limit]]
  // Of the pool, who is the municipality itself, nothing is paid back to anybody else.
  const isRepaid = repaid.mean !== 0 || repaid.error !== 0
  return [
    figures,
    says.difference({ all: amount(all), repaid: isRepaid ? amount(repaid.mean) : undefined, rest: amount(rest.mean) }),
    ...(repaid.isReal ? whyRepaid : []),
    ...(rest.isReal ? [says.rest] : []),
  ].join(' ')
}

function limitOf(repayment: CompiledCase['repayment']): 'cap' | 'floor' | 'both' | undefined {
  if (repayment?.cap !== undefined) return repayment.floor === undefined ? 'cap' : 'both'
  return repayment?.floor === undefined ? undefined : 'floor'
}
