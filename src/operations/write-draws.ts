/**
 * Draws as files: every draw as a row of numbers, and the lives of some as the facts of a contract.
 *
 *     draws.csv                                     draw;success-rate;…;worth-municipality;…
 *     facts/draw-1/people.csv, lives.csv            what settle reads: nothing that the ordinary engine does not know
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Draws, drawHeader, drawRows } from '../core/simulation/index.ts'
import { writeCsv } from '../core/text/index.ts'
import { type CompiledCase } from '../core/valuation/index.ts'
import { writeZip } from '../files/index.ts'
import { type OpenSimulation } from './open-simulation.ts'

type Drawn = { compiled: CompiledCase; seed: string; draws: Draws }

/** Every draw, with its estimates and outcomes. Empty where an investor has no rate. */
export function writeDraws({ compiled, draws }: Drawn, path: string): void {
  writeFileSync(path, writeCsv(drawRows(compiled, draws), drawHeader(compiled), { delimiter: ',' }))
}

const rowsInPiece = 500

/** The same text as `writeDraws` writes, a piece at a time, so that other work can come in between. */
export function* drawPieces({ compiled, draws }: Pick<Drawn, 'compiled' | 'draws'>): Generator<string> {
  const header = drawHeader(compiled)
  const piece = (rows: readonly string[][]) => writeCsv(rows, header, { delimiter: ',' })
  const head = piece([])
  yield head
  let rows: string[][] = []
  for (const row of drawRows(compiled, draws)) {
    rows.push(row)
    if (rows.length < rowsInPiece) continue
    yield piece(rows).slice(head.length)
    rows = []
  }
  yield piece(rows).slice(head.length)
}

const drawsMost = 100

/** The lives of the first hundred draws; false where no contract looks at them. */
export function writeDrawnFacts(
  opened: OpenSimulation,
  { seed, draws }: Pick<Drawn, 'seed' | 'draws'>,
  folder: string,
): boolean {
  let isAny = false
  for (const { name, text } of drawnFacts(opened, seed, draws.count)) {
    const [own = '', file = ''] = name.split('/')
    mkdirSync(join(folder, own), { recursive: true })
    writeFileSync(join(folder, own, file), text)
    isAny = true
  }
  return isAny
}

/** The same files in one archive; nothing where no contract looks at the lives. */
export function zipDrawnFacts(opened: OpenSimulation, seed: string, count: number): Uint8Array | undefined {
  const files = [...drawnFacts(opened, seed, count)]
  const bytes = new TextEncoder()
  return files.length === 0 ? undefined : writeZip(files.map(({ name, text }) => ({ name, bytes: bytes.encode(text) })))
}

function* drawnFacts(
  { simulation }: OpenSimulation,
  seed: string,
  count: number,
): Generator<{ name: string; text: string }> {
  for (let draw = 1; draw <= Math.min(drawsMost, count); draw++) {
    const texts = simulation?.writeDraw(seed, draw)
    if (texts === undefined) return
    const own = `draw-${draw}`
    yield { name: `${own}/people.csv`, text: texts.people }
    yield { name: `${own}/lives.csv`, text: texts.facts }
    yield { name: `${own}/reading.yaml`, text: 'numbers: international\nshares: fraction\n' }
  }
}
