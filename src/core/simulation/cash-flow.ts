/**
 * The rate that money has earned, month by month.
 *
 *     (1 + r)^12 − 1, where Σ flow(m) × (1 + r)^(−m) = 0
 *
 * 100 out in month 0 and 110 back in month 12 is 10 %. The rate is sought between −50 % and 100 % a month. There is no
 * rate where the flow never changes sign, and none is named where there may be several: where the running sum, from the
 * beginning if there was a gain and from the end if there was a loss, changes sign more than once.
 */
import { pow } from '../base/index.ts'

const [least, most] = [0.5, 2]

/** The yearly rate of monthly flows; not a number where there is none, or may be several. */
export function yearlyRate(flow: Float64Array): number {
  let length = flow.length
  while (length > 0 && flow[length - 1] === 0) length--
  if (!hasOneRate(flow, length)) return NaN
  // By the factor 1/(1 + r): the worth is a polynomial of it, and Newton's step is kept between the two ends.
  let [low, high] = [least, most]
  const rises = worthAt(flow, length, high).worth > 0
  if (rises === worthAt(flow, length, low).worth > 0) return NaN
  let factor = 1
  for (let step = 0; step < 100; step++) {
    const { worth, slope } = worthAt(flow, length, factor)
    if (worth === 0) break
    if (worth > 0 === rises) high = factor
    else low = factor
    const next = factor - worth / slope
    const isInside = next > low && next < high
    const chosen = isInside ? next : (low + high) / 2
    const moved = Math.abs(chosen - factor)
    factor = chosen
    // Newton doubles the digits that are right, so that the step after this one would change nothing.
    if (isInside && moved < 1e-9) break
    if (high - low < 1e-15) break
  }
  return pow(factor, -12) - 1
}

const found = { worth: 0, slope: 0 }

/** Worth and slope at a factor; the same object each time. */
function worthAt(flow: Float64Array, length: number, factor: number): { worth: number; slope: number } {
  let [worth, slope] = [0, 0]
  for (let month = length - 1; month >= 0; month--) {
    slope = slope * factor + worth
    worth = worth * factor + flow[month]!
  }
  found.worth = worth
  found.slope = slope
  return found
}

/** Whether the running sum changes sign once: from the beginning where more comes back than was put in, else from the end. */
function hasOneRate(flow: Float64Array, length: number): boolean {
  let total = 0
  for (let month = 0; month < length; month++) total += flow[month]!
  let [sum, sign, changes] = [0, 0, 0]
  for (let month = 0; month < length; month++) {
    sum += flow[total >= 0 ? month : length - 1 - month]!
    const now = sum > 0 ? 1 : sum < 0 ? -1 : 0
    if (now === 0) continue
    if (now === -sign) changes++
    sign = now
  }
  return changes === 1
}
