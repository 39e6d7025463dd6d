/**
 * The test vectors of a contract, `expected/vectors.yaml`: what goes in, as of when, and the amounts that must come out.
 *
 *     - { id: RW-T, strength: published, facts: facts, at: 2022-10-31, expect: { after-limits: 1871540 GBP } }
 *
 * `set` puts pieces into the terms by path; `off` marks a figure that rests on a recalled one.
 */
import { existsSync, readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import { type OpenContract, openContract } from '../src/operations/index.ts'

export type Expected = {
  lines?: Record<string, string>
  earned?: string
  'after-limits'?: string
  payable?: string
  'paid-before'?: string
  withheld?: string
  results?: Record<string, Record<string, string>>
  quantities?: Record<string, string>
  /** `aarhus`, or `aarhus to dsi`. */
  payers?: Record<string, string>
  /** What a cap on return holds back. */
  held?: string
  /** The value of an exit on the day: reached, expected, total, payable. */
  exit?: Record<string, string>
  /** What a security gave, by its name. */
  security?: Record<string, string>
  /** An investor's `put-in`, `got-back` and `gain`, and its yearly `rate` rounded as it is written. */
  investors?: Record<string, Record<string, string>>
}

export type TestVector = {
  id: string
  strength: 'published' | 'derived' | 'constructed' | 'recalled'
  facts?: string
  terms?: string
  amendments?: string
  set?: Record<string, unknown>
  at: string
  known?: string
  /** The day of an early exit. */
  exit?: string
  agreement?: string
  expect?: Expected
  not?: Expected
  refuses?: string
  /** Problems in the facts that are part of the example. */
  problems?: string[]
  off?: string
  says?: string
}

export type Vectors = { vectors: TestVector[]; problems?: string[] }

export function vectorsOf(folder: string): Vectors {
  const file = `${folder}/expected/vectors.yaml`
  if (!existsSync(file)) return { vectors: [] }
  return parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as Vectors
}

/** The contract as the vector wants it. */
export function openFor(folder: string, vector: TestVector): OpenContract | undefined {
  const { facts, terms, set } = vector
  const scenario = facts === undefined ? undefined : /^scenarios\/[^/]+/.exec(facts)?.[0]
  const within = (name: string) =>
    scenario !== undefined && existsSync(`${folder}/${scenario}/${name}`) ? `${scenario}/${name}` : undefined
  const amendments = vector.amendments ?? within('amendments')
  const ownTerms = terms ?? within('terms.yaml')
  return openContract(folder, {
    ...(facts === undefined ? {} : { facts }),
    ...(ownTerms === undefined ? {} : { terms: ownTerms }),
    ...(amendments === undefined ? {} : { amendments }),
    ...(set === undefined ? {} : { settings: { file: `${vector.id} set`, text: stringify(set) } }),
  })
}
