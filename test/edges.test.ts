/**
 * No rule that decides who is paid for what has a default: take any of them out of any contract, and the terms ask for it, at
 * its place, with answers that run when they are pasted.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementShape } from '../src/core/terms/agreement.ts'
import { comparisonFields } from '../src/core/terms/kinds.ts'
import { isUnsettled, isWrong, readTerms, withChoice } from '../src/core/terms/read.ts'
import { type Fields, type Reading, siblingOf } from '../src/core/terms/shape.ts'
import { type YamlEntry, type YamlMap, readYaml, removeEntry, replaceAt } from '../src/core/text/index.ts'
import { projectFolder } from './sources.ts'

const contracts = readdirSync(join(projectFolder, 'contracts'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => ({ name: entry.name, file: `contracts/${entry.name}/terms.yaml` }))

describe.each(contracts)('$name', ({ file }) => {
  const text = readFileSync(join(projectFolder, file), 'utf8')
  const edges = edgesIn(text, file)

  test('has edges to take out', () => expect(edges.length).toBeGreaterThan(10))

  test('asks for each edge that is taken out, with answers that run', () => {
    const faults = edges.flatMap((edge) => faultsWithout(text, file, edge))
    expect(faults).toEqual([])
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
      { numRuns: 10, seed: 17 },
    )
  })
})

type Edge = {
  /** How the question is known, and the map it is about. */
  key: string
  path: string
  entry: YamlEntry
  takenOut: (text: string) => string
}

/** Every edge a contract answers: fields that are asked for, sides of a comparison, and ends of a window. */
function edgesIn(text: string, file: string): Edge[] {
  const found: Edge[] = []
  for (const { node, fields, path } of mapsIn(text, file)) {
    const sibling = siblingOf(node)
    const opened = (entry: YamlEntry, key: string, open: string): Edge => ({
      key,
      path,
      entry,
      takenOut: (edited) => replaceAt(edited, entry.keyAt, open),
    })
    for (const entry of node.entries) {
      const field = fields[entry.key]
      if (field?.presence === 'edge' && field.asked(sibling)) {
        found.push({ key: entry.key, path, entry, takenOut: (edited) => removeEntry(edited, entry) })
      }
      const isLimit = ['at-least', 'at-most', 'more-than', 'less-than', 'exactly'].includes(entry.key)
      if (isLimit && (fields === comparisonFields || 'give' in fields))
        found.push(opened(entry, 'boundary', 'threshold'))
      if ('until' in fields && (entry.key === 'until' || entry.key === 'through')) {
        found.push(opened(entry, 'window-end', 'to'))
      }
    }
  }
  return found
}

type Met = { node: YamlMap; fields: Fields; path: string }

/** Every map of the text with the fields it is read by. */
function mapsIn(text: string, file: string): Met[] {
  const { root } = readYaml(text, file)
  const found: Met[] = []
  const currency = /^currency: (\w+)/m.exec(text)?.[1] ?? ''
  const reading: Reading = {
    problems: [],
    marks: [],
    currency,
    met: (node, fields, path) => found.push({ node, fields, path }),
  }
  agreementShape.read(root!, reading, 'terms')
  return found
}

function faultsWithout(text: string, file: string, edge: Edge): string[] {
  const without = edge.takenOut(text)
  const name = `${edge.path} without ${edge.entry.key} (line ${edge.entry.keyAt.line})`
  const { agreement, problems } = readTerms(without, file)
  const wrong = problems.filter(isWrong).map(({ code, at }) => `${code} at ${at.line}:${at.column}`)
  if (wrong.length > 0) return [`${name} is wrong: ${wrong.join(', ')}`]
  if (agreement !== undefined) return [`${name} still runs`]

  const question = problems.find(
    ({ code, facts }) => code === 'edge-unsettled' && facts['path'] === edge.path && facts['key'] === edge.key,
  )
  if (question === undefined) return [`${name} is not asked about`]
  const places = placesOf(without, file, edge)
  const isThere = places.some(({ line, column }) => line === question.at.line && column === question.at.column)
  const misplaced = isThere ? [] : [`${name} is asked about at ${question.at.line}:${question.at.column}`]
  const few =
    question.choices.length < 2 ? [`${name} has answers: ${question.choices.map(({ paste }) => paste).join(', ')}`] : []
  const failing = question.choices.flatMap((choice) => {
    const after = readTerms(withChoice(without, choice), file).problems
    const codes = after.filter(isWrong).map(({ code }) => code)
    const isAskedAgain = after.some(
      ({ code, facts }) => code === 'edge-unsettled' && facts['path'] === edge.path && facts['key'] === edge.key,
    )
    if (isAskedAgain) return [`${name}: ${choice.paste} leaves the question open`]
    return codes.length === 0 ? [] : [`${name}: ${choice.paste} is wrong: ${codes.join(', ')}`]
  })
  return [...misplaced, ...few, ...failing]
}

/** Where the question may stand: at the map that lacks the edge, or at the word that leaves it open. */
function placesOf(without: string, file: string, edge: Edge): { line: number; column: number }[] {
  const maps = mapsIn(without, file).filter(({ path }) => path === edge.path)
  const isWord = edge.key === 'boundary' || edge.key === 'window-end'
  return isWord ? [edge.entry.keyAt] : maps.map(({ node }) => node.at)
}

function latestFirst(edges: readonly Edge[]): Edge[] {
  const isInside = (one: Edge, other: Edge) => one !== other && one.path.startsWith(`${other.path}.${other.entry.key}`)
  // An edge inside another one goes with it.
  const outermost = edges.filter((one) => !edges.some((other) => isInside(one, other)))
  return outermost.sort(
    (a, b) => b.entry.keyAt.line - a.entry.keyAt.line || b.entry.keyAt.column - a.entry.keyAt.column,
  )
}
