/**
 * The xirr workload by the ordinary rate finder, which finds every rate of each cash flow; the nearest to zero is written.
 *
 *     node dist/bench/xirr-ours.js <folder> <answer>
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { exp } from '../../src/core/base/index.ts'
import { RateFinder } from '../../src/core/investment/index.ts'

const payments = 60

main(process.argv.slice(2))

function main([folder = '', answer = '']: string[]): void {
  const begun = performance.now()
  const [amounts, days] = [wholeNumbers(`${folder}/amounts.i32`), wholeNumbers(`${folder}/days.i32`)]
  const read = performance.now()
  const rates = new Float64Array(amounts.length / payments)
  const finder = new RateFinder()
  for (let flow = 0; flow < rates.length; flow++) {
    const found = finder.find(amounts, days, flow * payments, (flow + 1) * payments)
    rates[flow] = found === 'rates' ? nearest(finder.logRates) : found === 'total-loss' ? -1 : NaN
  }
  const solved = performance.now()
  writeFileSync(answer, new Uint8Array(rates.buffer))
  phase('read', read - begun)
  phase('solve', solved - read)
}

function nearest(logRates: readonly number[]): number {
  let best = Infinity
  for (const logRate of logRates) if (Math.abs(logRate) < Math.abs(best)) best = logRate
  return exp(best) - 1
}

function wholeNumbers(path: string): Int32Array {
  const bytes = readFileSync(path)
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
}

function phase(name: string, milliseconds: number): void {
  console.log(JSON.stringify({ phase: name, seconds: Number((milliseconds / 1000).toFixed(3)) }))
}
