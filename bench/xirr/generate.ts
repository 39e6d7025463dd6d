/**
 * Invents the cash flows of the xirr workload, and finds the true rates of the first ten thousand; SPEC.md says what
 * they mean.
 *
 *     node dist/bench/xirr-generate.js <folder> <flows>
 *
 * The same number always gives the same bytes. Every random number belongs to a place (flow, slot), so that any of them can
 * be had without those before it.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { trueRates } from './reference.ts'

const payments = 60
const referenceCount = 10_000

/** How many of a hundred cash flows are of each kind. */
const kinds = [
  ['usual', 60],
  ['loss', 12],
  ['nearly total loss', 6],
  ['total loss', 6],
  ['sign changes', 9],
  ['no root', 3],
  ['high', 3],
  ['only gains', 1],
] as const
type Kind = (typeof kinds)[number][0]
const kindOfPercent: readonly Kind[] = kinds.flatMap(([kind, share]) => Array.from({ length: share }, () => kind))

generate(process.argv.slice(2))

function generate([folder, countText]: string[]): void {
  const count = Number(countText)
  if (folder === undefined || !(count > 0)) throw new Error('Say the folder and the number of cash flows.')
  mkdirSync(folder, { recursive: true })
  const [amountsFile, daysFile] = [openSync(`${folder}/amounts.i32`, 'w'), openSync(`${folder}/days.i32`, 'w')]
  const chunk = 10_000
  for (let first = 0; first < count; first += chunk) {
    const here = Math.min(chunk, count - first)
    const [amounts, days] = [new Int32Array(here * payments), new Int32Array(here * payments)]
    for (let at = 0; at < here; at++) {
      const part = [at * payments, (at + 1) * payments] as const
      inventFlow(first + at, amounts.subarray(...part), days.subarray(...part))
    }
    writeSync(amountsFile, new Uint8Array(amounts.buffer))
    writeSync(daysFile, new Uint8Array(days.buffer))
    if (first === 0) {
      const rates = trueRates(amounts, days, payments).subarray(0, referenceCount)
      writeFileSync(`${folder}/reference.f64`, new Uint8Array(rates.buffer, 0, rates.byteLength))
    }
  }
  closeSync(amountsFile)
  closeSync(daysFile)
}

/** Slots 0–59 are gaps between days, 64–123 sizes, 128–133 the flow as a whole, 192–251 signs. */
function inventFlow(flow: number, amounts: Int32Array, days: Int32Array): void {
  const below = (n: number, slot: number) => randomBelow(n, flow, slot)
  for (let at = 1; at < payments; at++) days[at] = days[at - 1]! + 1 + below(60, at)
  const size = Array.from({ length: payments }, (_, at) => 1 + below(100_000, 64 + at))
  const earlyCount = 12 + below(13, 129)
  const isEarly = (at: number) => at < earlyCount
  const spent = size.reduce((sum, money, at) => (isEarly(at) ? sum + money : sum), 0)
  const gained = Math.max(
    1,
    size.reduce((sum, money, at) => (isEarly(at) ? sum : sum + money), 0),
  )
  const set = (amountAt: (money: number, at: number) => number) =>
    size.forEach((money, at) => (amounts[at] = amountAt(money, at)))
  const returning = (percent: number) => {
    const back = Math.floor((spent * percent) / 100)
    set((money, at) => (isEarly(at) ? -money : Math.floor((money * back) / gained)))
  }
  switch (kindOfPercent[below(100, 128)]!) {
    case 'usual':
      return returning(60 + below(141, 130))
    case 'loss':
      return returning(2 + below(59, 130))
    case 'nearly total loss':
      set((money, at) => (isEarly(at) ? -money : 0))
      amounts[20 + below(40, 131)] = 1 + below(100, 132)
      return
    case 'total loss':
      return set((money, at) => (isEarly(at) ? -money : 0))
    case 'sign changes':
      return set((money, at) => (below(2, 192 + at) === 1 ? money : -money))
    case 'no root': // Gains before and after outlays that neither end alone could carry.
      return set((money, at) => (at < 20 || at >= 40 ? 100_000 + money : -money))
    case 'high':
      return set((money, at) => (at < 2 ? Math.floor(-money / 100) - 1 : money))
    case 'only gains':
      return set((money) => (below(2, 133) === 1 ? money : 0))
  }
}

/** A whole number from 0 up to but not including n, from the upper half of splitmix64 of the place. */
function randomBelow(n: number, flow: number, slot: number): number {
  const place = flow * 256 + slot + 1
  let [high, low] = times(Math.floor(place / 4294967296), place >>> 0, 0x9e3779b9, 0x7f4a7c15)
  ;[high, low] = times((high ^ (high >>> 30)) >>> 0, (low ^ ((low >>> 30) | (high << 2))) >>> 0, 0xbf58476d, 0x1ce4e5b9)
  ;[high, low] = times((high ^ (high >>> 27)) >>> 0, (low ^ ((low >>> 27) | (high << 5))) >>> 0, 0x94d049bb, 0x133111eb)
  return Math.floor((((high ^ (high >>> 31)) >>> 0) * n) / 4294967296)
}

/** The lower 64 bits of a product of two numbers of 64 bits, in halves. */
function times(aHigh: number, aLow: number, bHigh: number, bLow: number): [high: number, low: number] {
  const [a1, a0, b1, b0] = [aLow >>> 16, aLow & 0xffff, bLow >>> 16, bLow & 0xffff]
  const lowest = a0 * b0
  const middle = a1 * b0 + (lowest >>> 16)
  const other = a0 * b1 + (middle & 0xffff)
  const carried = a1 * b1 + Math.floor(middle / 65536) + Math.floor(other / 65536)
  const high = (carried + Math.imul(aHigh, bLow) + Math.imul(aLow, bHigh)) >>> 0
  return [high, ((other << 16) | (lowest & 0xffff)) >>> 0]
}
