/**
 * The rate that money has earned, month by month.
 *
 *     (1 + r)^12 − 1, where Σ flow(m) × (1 + r)^(−m) = 0
 *
 * 100 out in month 0 and 110 back in month 12 is 10 %. The rate is sought between −50 % and 100 % a month. There is no
 * rate where the flow never changes sign, and none is named where there may be several: where the running sum, from the
 * beginning if there was a gain and from the end if there was a loss, changes sign more than once, or where it ends at nothing.
 */
import { pow } from '../base/index.ts'

const [least, most] = [0.5, 2]

/** The yearly rate of the first months of a flow; not a number where there is none, or may be several. */
export function yearlyRate(flow: Float64Array, first = flow.length): number {
  let months = first
  while (months > 0 && flow[months - 1] === 0) months--
  let total = 0
  for (let month = 0; month < months; month++) total += flow[month]!
  if (!hasOneRate(flow, months, total)) return NaN
  // By the factor 1/(1 + r), of which the worth is a polynomial. A gain shrinks to nothing as the factor falls below 1, since what
  // comes first was put in; a loss does as it rises above 1, since what comes last came back.
  let low = total > 0 ? least : 1
  let high = total > 0 ? 1 : most
  let factor = 1
  for (let step = 0; step < 100; step++) {
    const worth = worthAt(flow, months, factor)
    if (worth === 0) break
    if (worth > 0) high = factor
    else low = factor
    // Newton's step is kept between the two ends.
    const next = factor - worth / found[0]!
    const isInside = next > low && next < high
    const chosen = isInside ? next : (low + high) / 2
    const moved = Math.abs(chosen - factor)
    factor = chosen
    // Newton doubles the digits that are right, so that the step after this one would change nothing.
    if (isInside && moved < 1e-9) break
    if (high - low < 1e-15) break
  }
  // Where there is no rate between the ends, the search closes in on one of them.
  if (factor - least < 1e-6 && worthAt(flow, months, least) > 0) return NaN
  if (most - factor < 1e-6 && !(worthAt(flow, months, most) > 0)) return NaN
  return pow(factor, -12) - 1
}

/** The slope at the factor last asked about. */
const found = new Float64Array(1)

/** The worth at a factor: by every fourth month, since a sum waits for the one before it, and four sums wait at once. */
function worthAt(flow: Float64Array, length: number, factor: number): number {
  const square = factor * factor
  const fourth = square * square
  let at = (length - 1) & -4
  let worth0 = flow[at]!
  let worth1 = at + 1 < length ? flow[at + 1]! : 0
  let worth2 = at + 2 < length ? flow[at + 2]! : 0
  let worth3 = at + 3 < length ? flow[at + 3]! : 0
  let slope0 = 0
  let slope1 = 0
  let slope2 = 0
  let slope3 = 0
  for (at -= 4; at >= 0; at -= 4) {
    slope0 = slope0 * fourth + worth0
    slope1 = slope1 * fourth + worth1
    slope2 = slope2 * fourth + worth2
    slope3 = slope3 * fourth + worth3
    worth0 = worth0 * fourth + flow[at]!
    worth1 = worth1 * fourth + flow[at + 1]!
    worth2 = worth2 * fourth + flow[at + 2]!
    worth3 = worth3 * fourth + flow[at + 3]!
  }
  const inner = slope0 + factor * (slope1 + factor * (slope2 + factor * slope3))
  found[0] = worth1 + factor * (2 * worth2 + 3 * factor * worth3) + 4 * square * factor * inner
  return worth0 + factor * (worth1 + factor * (worth2 + factor * worth3))
}

/** Whether the running sum changes sign once: from the beginning where more comes back than was put in, else from the end. */
function hasOneRate(flow: Float64Array, length: number, total: number): boolean {
  let sum = 0
  let sign = 0
  let changes = 0
  for (let month = 0; month < length; month++) {
    sum += flow[total > 0 ? month : length - 1 - month]!
    const now = sum > 0 ? 1 : sum < 0 ? -1 : 0
    if (now === 0) continue
    if (now === -sign) changes++
    sign = now
  }
  return changes === 1 && total !== 0
}
