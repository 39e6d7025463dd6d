/**
 * How a share of people is spread over months.
 *
 *     constant-risk   whoever is left has the same risk each month: r = 1 − (1 − share)^(1/months)
 *                     10 % in 9 months → 1.16 % a month of those still there
 *     even            the same number every month: share ÷ months of those who began
 */
import { exp, log } from '../../base/index.ts'
import { type Spread } from './case-file.ts'

/** The chance, seen from the beginning, that it happens in month 1, 2, … `months`; they add up to the share. */
export function spreadOver(share: number, months: number, spread: Spread): Float64Array {
  const chances = new Float64Array(months)
  if (spread === 'even') return chances.fill(share / months)
  const risk = monthlyRisk(share, months)
  let left = 1
  for (let month = 0; month < months; month++) {
    chances[month] = left * risk
    left *= 1 - risk
  }
  return chances
}

/** The constant risk of each month by which a share of people have left after some months. */
export function monthlyRisk(share: number, months: number): number {
  return share >= 1 ? 1 : 1 - exp(log(1 - share) / months)
}

/** What is kept each month when a share is lost each year: (1 − loss)^(1/12). */
export function monthlyKeep(loss: number): number {
  return loss >= 1 ? 0 : exp(log(1 - loss) / 12)
}
