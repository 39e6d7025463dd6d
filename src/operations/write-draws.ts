/**
 * Draws as files: every draw as a row of numbers, and the lives of some as the facts of a contract.
 *
 *     draws.csv                                     draw;success-rate;…;worth-municipality;…
 *     facts/draw-1/people.csv, lives.csv            what settle reads: nothing that the ordinary engine does not know
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawHeader, drawRows } from '../core/simulation/index.ts'
import { writeCsv } from '../core/text/index.ts'
import { type OpenSimulation } from './open-simulation.ts'
import { type SimulatedCase } from './simulate-case.ts'

/** Every draw, with its estimates and outcomes. Empty where an investor has no rate. */
export function writeDraws({ compiled, draws }: SimulatedCase, path: string): void {
  writeFileSync(path, writeCsv(drawRows(compiled, draws), drawHeader(compiled), { delimiter: ',' }))
}

const drawsMost = 100

/** The lives of the first hundred draws; false where no contract looks at them. */
export function writeDrawnFacts(
  { simulation }: OpenSimulation,
  { seed, draws }: SimulatedCase,
  folder: string,
): boolean {
  for (let draw = 1; draw <= Math.min(drawsMost, draws.count); draw++) {
    const texts = simulation?.writeDraw(seed, draw)
    if (texts === undefined) return false
    const own = join(folder, `draw-${draw}`)
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, 'people.csv'), texts.people)
    writeFileSync(join(own, 'lives.csv'), texts.facts)
    writeFileSync(join(own, 'reading.yaml'), 'numbers: international\nshares: fraction\n')
  }
  return true
}
