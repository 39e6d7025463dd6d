/** What nobody covers, and the rules of a fund that divide a loss or a gain, in sentences, each with what it has done so far; the same on the page and in the terminal. */
import { type Day, type Locale, currencyOf, moneyFromExact } from '../src/core/base/index.ts'
import { type FundAccount, type FundBasis, type FundFile } from '../src/core/investment/index.ts'
import { type DrawnSecurity, type FundForecast } from '../src/core/simulation/index.ts'
import { fund as danish } from './da/fund.ts'
import { fund as english } from './en/fund.ts'
import { amountText, dateText, listText, shareText } from './numbers.ts'

const words = { da: danish, en: english }

export function fundRuleTexts(fund: FundFile, account: FundAccount, locale: Locale): string[] {
  return [
    ...uncoveredTexts(fund, account, locale),
    ...firstLossTexts(fund, locale),
    ...guaranteeTexts(fund, account, locale),
    ...capTexts(fund, account, locale),
  ]
}

function uncoveredTexts({ currency }: FundFile, { uncovered, shortfall }: FundAccount, locale: Locale): string[] {
  const [first] = uncovered
  if (first === undefined) return []
  const money = (minor: bigint) => amountText(minor, currency, locale)
  const amount = money(uncovered.reduce((sum, each) => sum + each.amount, 0n))
  const left = shortfall === 0n ? undefined : money(shortfall)
  return [words[locale].uncovered({ amount, first: dateText(first.day, locale), left })]
}

/** That the sums lack projects, which are named; nothing where they lack none. */
export function fundNotWholeText(
  fund: FundFile,
  missing: readonly { project: string }[],
  locale: Locale,
): string | undefined {
  if (missing.length === 0) return undefined
  const labels = missing.map(({ project }) => fund.projects.get(project)!.label[locale])
  return words[locale].notWhole(listText(labels, locale), labels.length)
}

/** What the sum of all investors is called, which says so where projects are lacking in it. */
export function fundTogetherText(missing: readonly unknown[], locale: Locale): string {
  const { together, togetherBut } = words[locale]
  return missing.length === 0 ? together : togetherBut(missing.length)
}

const namesOf = ({ investors }: FundFile, names: readonly string[]) => names.map((name) => investors.get(name)!.name)

function firstLossTexts(fund: FundFile, locale: Locale): string[] {
  const names = namesOf(fund, fund.firstLoss ?? [])
  return names.length === 0 ? [] : [words[locale].firstLoss(listText(names, locale), names.length)]
}

function guaranteeTexts(fund: FundFile, { guaranteed }: FundAccount, locale: Locale): string[] {
  const { guarantee, currency, runs } = fund
  if (guarantee === undefined) return []
  const says = words[locale]
  const { party, protects, covers, share, amount, scaled, called } = guarantee
  const money = (minor: bigint) => amountText(minor, currency, locale)
  const rule = says.guarantee({
    party,
    of: protects === undefined ? undefined : listText(namesOf(fund, protects), locale),
    share: covers === 'first-loss' || share === undefined ? undefined : shareText(share, locale),
    amount: money(moneyFromExact(amount, currencyOf(currency)!, 'half-up')),
    isScaled: scaled === 'with-drawn-money',
    isHandedOut: called === 'before-waterfall',
  })
  if (guaranteed === undefined) return [`${rule} ${says.guaranteeDue(dateText(runs.through, locale))}`]
  const { loss, paid, most } = guaranteed
  return [`${rule} ${says.guaranteed({ loss: money(loss), paid: money(paid), most: money(most), isLost: loss > 0n })}`]
}

function capTexts({ returnCap, currency }: FundFile, { aboveCap, recycled }: FundAccount, locale: Locale): string[] {
  if (returnCap === undefined) return []
  const says = words[locale]
  const { rate, counted, on, to } = returnCap
  const money = (minor: bigint) => amountText(minor, currency, locale)
  const [isCompound, isPromised] = [counted === 'compound', on === 'committed-money']
  const rule = says.returnCap({ rate: shareText(rate, locale), isCompound, isPromised, to })
  const [first] = aboveCap
  if (first === undefined) return [`${rule} ${says.belowCap}`]
  const amount = money(aboveCap.reduce((sum, each) => sum + each.amount, 0n))
  const left = recycled === 0n ? undefined : money(recycled)
  return [`${rule} ${says.aboveCap({ amount, first: dateText(first.day, locale), left })}`]
}

/** What is told of a fund's account beside its amounts: what they rest on, and what of a contract is not in them. */
export type FundGrounds = {
  asOf: Day
  basis: FundBasis
  unplanned: readonly { project: string; through: Day }[]
  missing: readonly { project: string }[]
}

/** What the amounts rest on, and of a day to come which contracts are settled by what is known today. */
export function fundBasisTexts(
  fund: FundFile,
  { asOf, basis, missing }: FundGrounds,
  { locale, today }: { locale: Locale; today: Day | undefined },
): string[] {
  const says = words[locale]
  const counted = [...fund.projects].filter(([name]) => missing.every(({ project }) => project !== name))
  const ofContracts = counted.filter(([, { contract }]) => contract !== undefined)
  const labels = ofContracts.map(([, { label }]) => label[locale])
  return [
    ...(basis === 'plan' ? [says.basis.plan] : []),
    ...(basis === 'both' ? [says.basis.both(counted.length - labels.length, counted.length)] : []),
    ...(isToCome(asOf, today) && labels.length > 0 ? [says.knownToday(listText(labels, locale), labels.length)] : []),
  ]
}

/** Whether the day is after today; not where nobody has said what today is. */
export const isToCome = (day: Day, today: Day | undefined): boolean => today !== undefined && day > today

/** Which contracts run on without a plan and so count as moving nothing more; nothing where none does. */
export function fundUnplannedTexts(
  { projects }: FundFile,
  unplanned: FundGrounds['unplanned'],
  locale: Locale,
): string[] {
  const { forecast } = words[locale]
  const names = unplanned.map(({ project, through }) =>
    forecast.runsTo(projects.get(project)!.label[locale], dateText(through, locale)),
  )
  return names.length === 0 ? [] : [forecast.unplanned(listText(names, locale), names.length)]
}

/** What is said instead of a forecast where no plan reaches beyond the day. */
export function fundNothingTexts(fund: FundFile, { unplanned }: FundGrounds, locale: Locale): string[] {
  const { nothing, earlier } = words[locale].forecast
  const hasPlans = [...fund.projects.values()].some(({ plan = [] }) => plan.length > 0)
  return [nothing, ...fundUnplannedTexts(fund, unplanned, locale), ...(hasPlans ? [earlier] : [])]
}

/** What nobody covers and what the guarantor and the cap do in the draws of a fund; its amounts are in kroner. */
export function drawnSecurityTexts(
  { uncovered, guaranteed, aboveCap, draws }: Pick<FundForecast, 'uncovered' | 'guaranteed' | 'aboveCap' | 'draws'>,
  currency: string,
  locale: Locale,
): string[] {
  const { forecast } = words[locale]
  const facts = ({ reached, amount }: DrawnSecurity) => {
    const whole = moneyFromExact(Math.round(amount.mean), currencyOf(currency)!, 'half-up')
    return { share: reached.mean, draws, mean: amountText(whole, currency, locale) }
  }
  return [
    ...(uncovered.reached.mean === 0 ? [] : [forecast.uncovered(facts(uncovered))]),
    ...(guaranteed === undefined ? [] : [forecast.guaranteed(facts(guaranteed))]),
    ...(aboveCap === undefined ? [] : [forecast.aboveCap(facts(aboveCap))]),
  ]
}
