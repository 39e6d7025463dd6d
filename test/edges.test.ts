/**
 * No rule that decides who is paid for what has a default: take any of them out of any contract, and the terms ask for it, at
 * its place, with answers that run when they are pasted.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isUnsettled, isWrong, readTerms, readTermsNode } from '../src/core/terms/read.ts'
import { readYaml } from '../src/core/text/index.ts'
import { edgesIn, faultsOf, faultsWhenAnswered, faultsWhenPasted, latestFirst } from './edges.ts'
import { projectFolder } from './sources.ts'

const contracts = readdirSync(join(projectFolder, 'contracts'), { withFileTypes: true })
  .map((entry) => ({ name: entry.name, file: `contracts/${entry.name}/terms.yaml` }))
  .filter(({ file }) => existsSync(join(projectFolder, file)))

/** Edges that differ in nothing the question could depend on are answered once, in the first contract that has them. */
const answered = new Set<string>()
/** Edges written in the same manner are pasted into the text once. */
const pasted = new Set<string>()
const isNew = (seen: Set<string>, likeness: string): boolean => !seen.has(likeness) && seen.add(likeness) !== undefined

describe.each(contracts)('$name', ({ file }) => {
  const text = readFileSync(join(projectFolder, file), 'utf8')
  const edges = edgesIn(text, file)

  test('has edges to take out', () => expect(edges.length).toBeGreaterThan(10))

  test('asks for each edge that is taken out', () => {
    const root = readYaml(text, file).root!
    expect(edges.flatMap((edge) => faultsOf(readTermsNode(edge.leftOut(root), []), edge))).toEqual([])
  })

  test('offers answers that run', () => {
    const root = readYaml(text, file).root!
    const fresh = edges.filter(({ likeness }) => isNew(answered, likeness))
    expect(fresh.flatMap((edge) => faultsWhenAnswered(edge.leftOut(root), edge))).toEqual([])
  })

  test('asks at the place, with answers that can be pasted into the text', () => {
    const fresh = edges.filter(({ manner }) => isNew(pasted, manner))
    expect(fresh.flatMap((edge) => faultsWhenPasted(text, file, edge))).toEqual([])
  })

  test('asks about several at once, each as if it were alone', () => {
    fc.assert(
      fc.property(fc.subarray(edges, { minLength: 2, maxLength: 8 }), (some) => {
        const without = latestFirst(some).reduce((edited, edge) => edge.takenOut(edited), text)
        const { agreement, problems } = readTerms(without, file)
        expect(agreement).toBeUndefined()
        expect(problems.filter(isWrong)).toEqual([])
        expect(problems.filter(isUnsettled).length).toBeGreaterThan(0)
      }),
      { numRuns: 6, seed: 17 },
    )
  })
})
