/**
 * The true rate of each cash flow, by another road than the one that is measured: bounds term by term prove where there is one
 * root, and whole numbers of 160 bits refine it.
 *
 * Every term of f(y) = Σ amount × e^(−y × years) only rises or only falls in y, so the ends of an interval bound each
 * term of f and of f′, also after f is multiplied by e^(centre × y), which has the same roots and is flatter. When the bounds show
 * that f is nowhere zero, or that f′ is nowhere zero, the signs at the ends decide; else the interval is halved.
 */
const low = Math.log(1e-4)
const high = Math.log(1e6 + 1)
const pieces = 64
const narrowest = 1e-8

const bits = 160n
const one = 1n << bits
const daysPerYear = 365

type Flow = { amounts: number[]; days: number[] }
type Interval = { low: number; high: number }

/** NaN where there is no rate, −1 for a total loss, and of several rates the one with the smallest |ln(1 + r)|. */
export function trueRates(amounts: Int32Array, days: Int32Array, payments: number): Float64Array {
  return Float64Array.from({ length: amounts.length / payments }, (_, flow) => {
    const at = Array.from({ length: payments }, (_, payment) => flow * payments + payment)
    const paying = at.filter((index) => amounts[index] !== 0)
    return trueRate({ amounts: paying.map((index) => amounts[index]!), days: paying.map((index) => days[index]!) })
  })
}

function trueRate(flow: Flow): number {
  if (!flow.amounts.some((amount) => amount < 0)) return NaN
  if (!flow.amounts.some((amount) => amount > 0)) return -1
  const width = (high - low) / pieces
  const roots = Array.from({ length: pieces }, (_, piece) => low + piece * width)
    .flatMap((from) => isolate(flow, { low: from, high: from + width }))
    .map((interval) => refine(flow, interval))
  return roots.reduce((nearest, rate) => (isNearer(rate, nearest) ? rate : nearest), NaN)
}

function isNearer(rate: number, nearest: number): boolean {
  return Number.isNaN(nearest) || Math.abs(Math.log1p(rate)) < Math.abs(Math.log1p(nearest))
}

/** The parts of an interval that hold one root each. */
function isolate(flow: Flow, interval: Interval): Interval[] {
  const half = (interval.high - interval.low) / 2
  const middle = interval.low + half
  let [all, weighted] = [0, 0]
  const terms = flow.amounts.map((amount, index) => {
    const years = flow.days[index]! / daysPerYear
    const worth = amount * Math.exp(-middle * years)
    all += Math.abs(worth)
    weighted += Math.abs(worth) * years
    return { worth, years }
  })
  const centre = weighted / all
  const sums = { low: 0, high: 0, least: 0, most: 0, slopeLeast: 0, slopeMost: 0 }
  for (const { worth, years } of terms) {
    const span = years - centre
    const [atLow, atHigh] = [worth * Math.exp(half * span), worth * Math.exp(-half * span)]
    sums.low += atLow
    sums.high += atHigh
    sums.least += Math.min(atLow, atHigh)
    sums.most += Math.max(atLow, atHigh)
    sums.slopeLeast += Math.min(-span * atLow, -span * atHigh)
    sums.slopeMost += Math.max(-span * atLow, -span * atHigh)
  }
  if (sums.least > 0 || sums.most < 0) return []
  if (sums.slopeLeast > 0 || sums.slopeMost < 0) return sums.low < 0 !== sums.high < 0 ? [interval] : []
  if (interval.high - interval.low < narrowest) throw new Error('Two roots too close to tell apart.')
  return [...isolate(flow, { low: interval.low, high: middle }), ...isolate(flow, { low: middle, high: interval.high })]
}

/**
 * The rate in an interval with one root, to more digits than a double holds. f is a polynomial in z = (1 + r)^(−1/365),
 * whose value here is exact but for the last of 160 bits; its sign is what halves the interval.
 */
function refine(flow: Flow, interval: Interval): number {
  let [least, most] = [fixed(Math.exp(-interval.high / daysPerYear)), fixed(Math.exp(-interval.low / daysPerYear))]
  const rises = worthAt(flow, least) < 0n
  // Doubles come within 1e-12 first; the bracket is then widened until exact signs confirm it.
  const guess = fixed(Math.exp(-guessed(flow, interval) / daysPerYear))
  for (let reach = one >> 44n; reach < one; reach <<= 4n) {
    const [below, above] = [guess - reach, guess + reach]
    if (below <= least || above >= most) break
    if (worthAt(flow, below) < 0n === rises && worthAt(flow, above) < 0n !== rises) {
      ;[least, most] = [below, above]
      break
    }
  }
  while (most - least > one >> 76n) {
    const middle = (least + most) >> 1n
    if (worthAt(flow, middle) < 0n === rises) least = middle
    else most = middle
  }
  let growth = one
  for (let day = 0; day < daysPerYear; day++) growth = (growth * most) >> bits
  return Number((one << 60n) / growth - (1n << 60n)) / 2 ** 60
}

function guessed({ amounts, days }: Flow, interval: Interval): number {
  const worth = (y: number) =>
    amounts.reduce((sum, amount, index) => sum + amount * Math.exp((-y * days[index]!) / daysPerYear), 0)
  let [from, to] = [interval.low, interval.high]
  const falls = worth(from) > 0
  for (let round = 0; round < 60; round++) {
    const middle = (from + to) / 2
    if (worth(middle) > 0 === falls) from = middle
    else to = middle
  }
  return from
}

function worthAt({ amounts, days }: Flow, z: bigint): bigint {
  const singles = powers(z, 65)
  const blocks = powers(singles[64]!, (days.at(-1)! >> 6) + 1)
  const worth = (amount: number, day: number) => BigInt(amount) * ((singles[day & 63]! * blocks[day >> 6]!) >> bits)
  return amounts.reduce((sum, amount, index) => sum + worth(amount, days[index]!), 0n)
}

function powers(of: bigint, count: number): bigint[] {
  const list = [one]
  while (list.length < count) list.push((list.at(-1)! * of) >> bits)
  return list
}

function fixed(value: number): bigint {
  return BigInt(Math.round(value * 2 ** 52)) << (bits - 52n)
}
