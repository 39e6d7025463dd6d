/**
 * The simulate workload in plain JavaScript, programmed for this one contract: what the language costs before anything is general.
 *
 *     node bench/simulate/peers/by-hand.mjs <answer.json> <draws>
 *
 * Follows SPEC.md with every figure written into the code. Nobody could use it for another contract; that is its use here.
 */
import { writeFileSync } from 'node:fs'

const [people, months, service, followUp, years] = [120, 60, 9, 24, 10]
const [answer, count] = [process.argv[2], Number(process.argv[3])]

/** sfc32, from a fixed state. */
let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]
function whole() {
  const result = (a + b + counter) | 0
  counter = (counter + 1) | 0
  a = b ^ (b >>> 9)
  b = (c + (c << 3)) | 0
  c = (((c << 21) | (c >>> 11)) + result) | 0
  return result >>> 0
}
const uniform = () => whole() * 2 ** -32

/** Marsaglia's polar method. */
function normal() {
  for (;;) {
    const x = 2 * uniform() - 1
    const y = 2 * uniform() - 1
    const r = x * x + y * y
    if (r > 0 && r < 1) return x * Math.sqrt((-2 * Math.log(r)) / r)
  }
}

/** Marsaglia and Tsang's method, for a shape of at least 1. */
function gamma(shape) {
  const d = shape - 1 / 3
  const scale = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal()
    const root = 1 + scale * x
    if (root <= 0) continue
    const v = root * root * root
    if (Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

function beta(alpha, other) {
  const x = gamma(alpha)
  return x / (x + gamma(other))
}

/** Newton's steps on the monthly discount factor, kept between two ends. */
function yearlyRate(flow) {
  let [low, high, factor] = [0.5, 2, 1]
  for (let step = 0; step < 100; step++) {
    let value = flow[months]
    let slope = 0
    for (let month = months - 1; month >= 0; month--) {
      slope = slope * factor + value
      value = value * factor + flow[month]
    }
    if (value > 0) high = factor
    else low = factor
    let next = factor - value / slope
    if (!(next > low && next < high)) next = (low + high) / 2
    if (Math.abs(next - factor) < 1e-12) break
    factor = next
  }
  return factor ** -12 - 1
}

const poisson = new Float64Array(16)
for (let wait = 0, chance = Math.exp(-1.5), sum = 0; wait < 16; wait++) {
  poisson[wait] = sum += chance
  chance *= 1.5 / (wait + 1)
}
/** The wait of each of 4,096 stretches of chance, by its middle: within sampling error of the exact one. */
const waits = Uint8Array.from({ length: 4096 }, (_, at) => poisson.findIndex((below) => (at + 0.5) / 4096 <= below))
const monthFactors = Float64Array.from({ length: months + 1 }, (_, month) => 1.035 ** (-month / 12))
const yearFactors = Float64Array.from({ length: years }, (_, year) => 1.035 ** -(year + 1))

const worths = Array.from({ length: 4 }, () => new Float64Array(count))
const rates = new Float64Array(count)
const saved = new Float64Array(years)
let [successes, cost, losses] = [0, 0, 0]
const successIn = new Int32Array(months + 128)
const changeIn = new Int32Array(months + 128)
const flow = new Float64Array(months + 1)
const paidIn = new Float64Array(years)

function drawPeople(p, q) {
  const [stayScale, waitScale] = [service / Math.log1p(-q), followUp / Math.log1p(-p)]
  successIn.fill(0)
  changeIn.fill(0)
  for (let person = 0; person < people; person++) {
    const start = Math.floor(person / 10) + 1 + waits[whole() >>> 20]
    const chance = uniform()
    const completes = chance >= q
    changeIn[start]++
    changeIn[start + (completes ? service : 1 + Math.floor(Math.log1p(-chance) * stayScale))]--
    const success = completes ? uniform() : 1
    if (success < p) successIn[start + service + Math.floor(Math.log1p(-success) * waitScale)]++
  }
}

function draw(at) {
  const [p, q] = [beta(24, 16), beta(4, 36)]
  let loss = -1
  while (loss < 0 || loss > 0.5) loss = 0.15 + 0.1 * normal()
  const saving = Math.exp(Math.log(120_000) - 0.25 ** 2 / 2 + 0.25 * normal())
  drawPeople(p, q)
  flow[0] = -500_000
  paidIn.fill(0)
  let [earned, total, outlay, inService, reached] = [0, -500_000, 500_000, 0, 0]
  for (let month = 1; month <= months; month++) {
    inService += changeIn[month]
    reached += successIn[month]
    let paid = 0
    if (month % 6 === 0) {
      const due = Math.max(Math.min(170_000 * reached, 12e6), month === months ? 8.5e6 : 0)
      paid = due - earned
      earned = due
    }
    paidIn[Math.floor((month - 1) / 12)] += paid
    outlay += 9000 * inService
    flow[month] = paid - 9000 * inService
    total += flow[month]
  }
  const keep = (1 - loss) ** (1 / 12)
  let [effect, worth, borne, investor] = [0, 0, 0, 0]
  for (let year = 0; year < years; year++) {
    let sum = 0
    for (let month = 12 * year; month < 12 * year + 12; month++) {
      effect = (effect + (month <= months ? successIn[month] : 0)) * keep
      sum += effect
    }
    const kroner = (sum * saving) / 12
    saved[year] += kroner
    worth += kroner * yearFactors[year]
    borne += (paidIn[year] ?? 0) * yearFactors[year]
  }
  for (let month = 0; month <= months; month++) investor += flow[month] * monthFactors[month]
  worths[0][at] = 0.55 * worth - 0.8 * borne
  worths[1][at] = 0.15 * worth
  worths[2][at] = 0.3 * worth - 0.2 * borne
  worths[3][at] = investor
  rates[at] = yearlyRate(flow)
  successes += reached
  cost += outlay
  if (total < 0) losses++
}

for (let at = 0; at < count; at++) draw(at)

function quantiles(column) {
  const sorted = column.slice().sort()
  const at = (level) => {
    const place = level * (count - 1)
    const low = Math.floor(place)
    return sorted[low] + (place - low) * (sorted[Math.min(low + 1, count - 1)] - sorted[low])
  }
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) }
}
const owners = ['municipality', 'region', 'state', 'investor']
const told = (column) => ({ mean: column.reduce((sum, worth) => sum + worth, 0) / count, ...quantiles(column) })
const found = {
  draws: count,
  npv: Object.fromEntries(owners.map((owner, at) => [owner, told(worths[at])])),
  irr: quantiles(rates),
  loss: losses / count,
  successes: successes / count,
  cost: cost / count,
  saving: Array.from(saved, (sum) => sum / count),
}
writeFileSync(answer, `${JSON.stringify(found)}\n`)
