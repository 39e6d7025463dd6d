/** A case reckoned once beside the mean of its draws, in sentences: how far they are apart, and what of it is no chance. */
import { type Locale } from '../src/core/base/index.ts'
import { type Forecast, type LimitsInDraws } from '../src/core/simulation/index.ts'
import { type CompiledCase } from '../src/core/valuation/index.ts'
import { wholeAmountText } from './case-numbers.ts'
import { inHowMany as inHowManyDanish, uncertainty as danish } from './da/uncertainty.ts'
import { inHowMany as inHowManyEnglish, uncertainty as english } from './en/uncertainty.ts'

const words = { da: danish, en: english }
const inHowMany = { da: inHowManyDanish, en: inHowManyEnglish }

/** `isByTerms` where a contract says what is paid in the draws. */
export function onceText(
  { file, repayment }: Pick<CompiledCase, 'file' | 'repayment'>,
  { owners, once, draws }: Pick<Forecast, 'owners' | 'once' | 'draws'>,
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
  const boundsText = ({ capped, raised, spared }: LimitsInDraws) =>
    says.bounds({
      capped: capped === 0 ? undefined : inHowMany[locale](capped, draws),
      raised: raised === 0 ? undefined : inHowMany[locale](raised, draws),
      repaid: amount(repaid.mean),
      bounds: amount(spared.mean),
      terms: amount(repaid.mean - spared.mean),
    })
  const { limits } = once
  const isBounded = limits !== undefined && limits.capped + limits.raised > 0
  const byTerms = isBounded ? [says.terms, boundsText(limits)] : [says.terms]
  const whyRepaid = isByTerms ? byTerms : limit === undefined ? [] : [says.limits[limit]]
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
