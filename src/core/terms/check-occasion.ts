/**
 * The occasion: wherever the terms ask for it, there is a result, a fee or a period whose day it can be.
 *
 *     goal, payment, fee          the day of the result, or the day the fee is due
 *     limit's `who`               the day of each result that the limit looks at
 *     limit's `times`             the day of each amount that is multiplied
 *     limit's bound, per period   the last day of the period, or of the agreement if it ends within it
 *     limit's bound, no period    no day: refused, and so in a security
 *
 * A limit has no date before its own either, so `previous` and the number of the occasion are refused in all of it.
 *
 * Problem: occasion-none.
 */
import { type Choice, problem } from '../base/index.ts'
import { type Limit } from './agreement.ts'
import { type Checking, clausesOf, instead } from './checking.ts'
import { type OfOccasion, askedOfOccasion } from './occasion.ts'

export function checkOccasion(to: Checking): void {
  for (const { kind, name, expressions } of clausesOf(to.agreement)) {
    if (kind !== 'limit' && kind !== 'security') continue
    const limit = kind === 'limit' ? to.agreement.limits![Number(name)]! : undefined
    for (const { node, key } of expressions) {
      const hasDay = limit !== undefined && hasOccasion(limit, key)
      for (const asked of askedOfOccasion(node, to.agreement)) {
        if (hasDay && !ofGoals.includes(asked.word)) continue
        const facts = { path: asked.path, word: asked.word, clause: kind, isOfGoal: ofGoals.includes(asked.word) }
        to.problems.push(problem('occasion-none', 'wrong', asked.at, facts, remedies(asked, hasDay)))
      }
    }
  }
}

/** What only a goal's own occasions have; `quantity` without a goal is refused with the units. */
const ofGoals: readonly string[] = ['previous', 'occasion-number']

const timeless: readonly Limit['per'][] = ['subject', 'payment', 'cohort', 'authority', 'track', 'agreement']

/** Whether there is a day behind this part of a limit. While `per` is still asked, nothing is said of it. */
const hasOccasion = ({ per }: Limit, key: string): boolean =>
  key === 'who' || key === 'times' || !timeless.includes(per)

/** The same without the occasion: to the agreement's last day, or over all dates. */
function remedies({ word, at, day }: OfOccasion, hasDay: boolean): Choice[] {
  if (day !== undefined && word === 'occasion') return [instead(at, day.text.replace('occasion', 'agreement end'))]
  if (day !== undefined && word === 'previous') {
    const first = day.text.replace('previous', 'agreement start')
    return [first, ...(hasDay ? [day.text.replace('previous', 'occasion - 12 months')] : [])].map((text) =>
      instead(at, text),
    )
  }
  const other = ofAllDates[word]
  return other === undefined ? [] : [instead(at, other)]
}

const ofAllDates: Readonly<Record<string, string>> = {
  'same-date': 'any-date',
  'any-date-so-far': 'any-date',
  'every-date-so-far': 'every-date',
  'previous-date': 'all-dates',
  'earlier-dates': 'all-dates',
  'dates-so-far': 'all-dates',
  occasion: 'start',
}
