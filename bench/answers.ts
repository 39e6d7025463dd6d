/** Whether an input is the one that was meant, and an answer the right one. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Reads every input file through, which also brings it into the system's cache; names the files that are not as expected. */
export async function wrongInputs(folder: string, inputs: Readonly<Record<string, string>>): Promise<string[]> {
  const wrong: string[] = []
  for (const [file, sha256] of Object.entries(inputs)) {
    const path = join(folder, file)
    if (!existsSync(path) || (await digestOf(path)) !== sha256) wrong.push(file)
  }
  return wrong
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

/** What the table says of an answer, and what is wrong with it. */
export type Judgement = { note: string; wrong: string | undefined }

/** The right bytes; otherwise which columns add up to something else. */
export function judgeBytes(
  path: string,
  expected: { sha256: string; sums: Readonly<Record<string, number>> },
): Judgement {
  if (!existsSync(path)) return wrongFor('no answer')
  const bytes = readFileSync(path)
  if (createHash('sha256').update(bytes).digest('hex') === expected.sha256) return { note: 'right', wrong: undefined }
  const [head = '', ...lines] = bytes.toString('utf8').trimEnd().split('\n')
  const rows = lines.map((line) => line.split(',').map(Number))
  const wrong = Object.entries(expected.sums).flatMap(([name, sum]) => {
    const column = head.split(',').indexOf(name)
    const found = column === -1 ? 'missing' : rows.reduce((total, row) => total + (row[column] ?? 0), 0)
    return found === sum ? [] : [`${name} is ${found}, not ${sum}`]
  })
  return wrongFor(wrong.length === 0 ? 'the sums are right but the bytes are not' : wrong.join('; '))
}

function wrongFor(wrong: string): Judgement {
  return { note: 'wrong', wrong }
}

type ExpectedRates = { rates: number; sumOfLogs: number }

/**
 * Rates as doubles beside the true ones of the first cash flows, and the sum of ln(1 + r) over all. Right is within 1e-9 of
 * ln(1 + r); a total loss may be −1 or no number, and where there is no rate, no number.
 */
export function judgeRates(path: string, data: string, expected: ExpectedRates): Judgement {
  if (!existsSync(path)) return wrongFor('no answer')
  const [rates, truth] = [doublesOf(path), doublesOf(join(data, 'reference.f64'))]
  const counts = { right: 0, 'given up': 0, invented: 0, 'other or wrong': 0 }
  for (const [index, true_] of truth.entries()) counts[kindOf(rates[index] ?? NaN, true_)]++
  const logs = rates.filter((rate) => Number.isFinite(rate) && rate > -1).map(Math.log1p)
  const sum = logs.reduce((total, log) => total + log, 0)
  const isSumRight = logs.length === expected.rates && Math.abs(sum - expected.sumOfLogs) < 1e-4
  const parts = Object.entries(counts).flatMap(([kind, count]) =>
    count === 0 || kind === 'right' ? [] : [`${count} ${kind}`],
  )
  const note = [`${counts.right} of ${truth.length} right`, ...parts].join(', ')
  if (counts.right < truth.length) return { note, wrong: note }
  return isSumRight ? { note, wrong: undefined } : { note, wrong: `${logs.length} rates, sum of logarithms ${sum}` }
}

function kindOf(rate: number, truth: number): 'right' | 'given up' | 'invented' | 'other or wrong' {
  const isSilent = !Number.isFinite(rate)
  if (truth === -1) return isSilent || rate === -1 ? 'right' : 'invented'
  if (Number.isNaN(truth)) return isSilent ? 'right' : 'invented'
  if (isSilent) return 'given up'
  return Math.abs(Math.log1p(rate) - Math.log1p(truth)) <= 1e-9 ? 'right' : 'other or wrong'
}

function doublesOf(path: string): Float64Array {
  const bytes = readFileSync(path)
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
