/** Whether an input is the one that was meant, and an answer the right one. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Reads every input file through, which also brings it into the system's cache; names the files that are not as expected. */
export async function wrongInputs(folder: string, inputs: Record<string, string>): Promise<string[]> {
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

/** Undefined for the right bytes; otherwise which columns add up to something else. */
export function whatIsWrong(
  path: string,
  expected: { sha256: string; sums: Record<string, number> },
): string | undefined {
  if (!existsSync(path)) return 'no answer'
  const bytes = readFileSync(path)
  if (createHash('sha256').update(bytes).digest('hex') === expected.sha256) return undefined
  const [head = '', ...lines] = bytes.toString('utf8').trimEnd().split('\n')
  const rows = lines.map((line) => line.split(',').map(Number))
  const wrong = Object.entries(expected.sums).flatMap(([name, sum]) => {
    const column = head.split(',').indexOf(name)
    const found = column === -1 ? 'missing' : rows.reduce((total, row) => total + (row[column] ?? 0), 0)
    return found === sum ? [] : [`${name} is ${found}, not ${sum}`]
  })
  return wrong.length === 0 ? 'the sums are right but the bytes are not' : wrong.join('; ')
}
