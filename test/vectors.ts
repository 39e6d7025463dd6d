/**
 * The test vectors of a contract, `expected/vectors.yaml`: what goes in, as of when, and the amounts that must come out.
 *
 *     - { id: RW-T, strength: published, facts: facts, at: 2022-10-31, expect: { after-limits: 1871540 GBP } }
 */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

export type Expected = {
  lines?: Record<string, string>
  earned?: string
  'after-limits'?: string
  payable?: string
  withheld?: string
}

export type TestVector = {
  id: string
  strength: 'published' | 'derived' | 'constructed' | 'recalled'
  facts: string
  terms?: string
  at: string
  known?: string
  agreement?: string
  expect?: Expected
  not?: Expected
  refuses?: string
  awaits?: string
  off?: string
  says?: string
}

export function vectorsOf(folder: string): TestVector[] {
  const file = `${folder}/expected/vectors.yaml`
  if (!existsSync(file)) return []
  const { vectors } = parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as { vectors: TestVector[] }
  return vectors
}
