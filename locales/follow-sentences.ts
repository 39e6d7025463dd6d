/** What is said of a followed case in sentences, the same on the command line and the web. */
import { type Day, type Locale } from '../src/core/base/index.ts'
import { type CompiledCase, type Followed, type Following, type WhyUnseen } from '../src/core/valuation/index.ts'
import { wholeAmountText } from './case-numbers.ts'
import { follow as danish } from './da/follow.ts'
import { follow as english } from './en/follow.ts'
import { followedName, monthText } from './follow-text.ts'
import { dateText, monthName } from './numbers.ts'

const words = { da: danish, en: english }

type Told = { compiled: CompiledCase; following: Following; locale: Locale }

export type FollowHeadlines = { now: string; changed: string; assumptions: string }

/** What the municipality is expected to end with, what was expected, and how the assumptions stand. */
export function followHeadlines(
  { compiled, following, locale }: Told,
  monthEnd: (month: number) => Day,
): FollowHeadlines {
  const own = words[locale]
  const { currency } = compiled.file
  const { before, now, judged } = following
  const amount = (kroner: number): string => wholeAmountText(kroner, currency, locale)
  const difference = Math.round(now.net) - Math.round(before.net)
  const isMore = difference >= 0
  const headline = {
    now: own.headline(amount(now.net)),
    changed: own.changed({ before: amount(before.net), isMore, difference: amount(Math.abs(difference)) }),
  }
  const counts = [own.broken(judged.broken, judged.of), ...(judged.tooEarly > 0 ? [own.tooEarly(judged.tooEarly)] : [])]
  const { worst } = judged
  if (worst === undefined) return { ...headline, assumptions: counts.join(' ') }
  const says = own.worst({
    assumption: nameWithGroup(worst.followed, compiled, locale),
    since: monthText(monthEnd(worst.since), locale),
    amount: amount(Math.abs(worst.cost) / 100),
    isLoss: worst.cost < 0,
  })
  return { ...headline, assumptions: [...counts, says].join(' ') }
}

/** Of several groups, whose assumption it is. */
function nameWithGroup(one: Followed, { groups }: CompiledCase, locale: Locale): string {
  const name = followedName(one, locale)
  return one.group === undefined || groups.length === 1 ? name : `${name}, ${groups[one.group]!.label[locale]}`
}

const whysUnseen = ['use', 'change', 'amounts', 'unit', 'group'] as const satisfies readonly WhyUnseen[]

/** What is not judged and why, who is in no figure, and of whom nothing is known. */
export function followCounts({ compiled, following, locale }: Told, unplaced: number): string[] {
  const own = words[locale]
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)
  const [unmeasured, leftOut] = [sum(following.unmeasured), sum(following.leftOut)]
  const followed = new Set(following.followed.map(({ group }) => group))
  const others = compiled.groups.filter((_, index) => !followed.has(index)).map(({ label }) => label[locale])
  const unseen = whysUnseen.flatMap((why) => {
    const ofWhy = following.unseenConsequences.filter((one) => one.why === why)
    const names = ofWhy.map(({ consequence }) => compiled.file.consequences.get(consequence)!.label[locale])
    return names.length === 0 ? [] : [own.unseen[why](names)]
  })
  const isUnpaid = compiled.repayment !== undefined && !following.followed.some((one) => one.assumption === 'payments')
  return [
    ...unseen,
    ...(isUnpaid ? [own.unpaid] : []),
    ...(unmeasured > 0 ? [own.unmeasured(String(unmeasured))] : []),
    ...(leftOut > 0 ? [own.leftOut(String(leftOut))] : []),
    ...(unplaced > 0 ? [own.unplaced(String(unplaced))] : []),
    ...(others.length > 0 ? [own.notFollowed(others)] : []),
  ]
}

/** When another day is shown than was asked for: why. */
export function followAsked(
  { asked, asOf, factsThrough }: { asked: Day | undefined; asOf: Day; factsThrough: Day | undefined },
  locale: Locale,
): string[] {
  const own = words[locale]
  if (asked === undefined || asked === asOf) return []
  if (factsThrough !== undefined && asked > factsThrough)
    return [own.laterAsked(dateText(asked, locale), dateText(factsThrough, locale))]
  return [own.monthEnd(dateText(asked, locale), dateText(asOf, locale))]
}

/** Why there is nothing to follow. */
export function followEmpty(
  state: 'no-contract' | 'not-linked' | 'no-facts' | 'not-begun',
  { starts, asOf, locale }: { starts: { year: number; month: number }; asOf: Day; locale: Locale },
): string {
  const { states } = words[locale]
  if (state !== 'not-begun') return states[state]
  return states[state](`${monthName(starts.month, locale)} ${String(starts.year)}`, dateText(asOf, locale))
}
