/** What holds of reading invented terms: their words, their edges, and what they come to when a question is open. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatExact } from '../../src/core/base/index.ts'
import { printStatement } from '../../src/core/settlement/index.ts'
import { readTermsNode } from '../../src/core/terms/read.ts'
import { allChangesOf, faultsOf as faultsOfWords, toldBy } from '../../src/core/terms/words/changes.ts'
import { withEdits } from '../../src/core/terms/index.ts'
import { readYaml } from '../../src/core/text/index.ts'
import { openContract, settleContract } from '../../src/operations/index.ts'
import { edgesIn, faultsOf as faultsOfEdge, faultsWhenAnswered } from '../edges.ts'
import { type Case } from './case.ts'
import { type Row, factColumns, peopleColumns } from './invent-lives.ts'

const file = 'terms.yaml'
const changesMost = 25
const edgesMost = 12

/** The rule of the annex, for some of the parameters that are not like those of another agreement. */
export function wordFaults({ terms, versions, dice }: Case): string[] {
  const { agreement } = versions[0]!
  const { root } = readYaml(terms.text, file)
  const told = toldBy(agreement)
  const changes = dice.shuffled(allChangesOf(terms.text, file, agreement)).slice(0, changesMost)
  return changes.flatMap((change) => faultsOfWords(change, told, root!))
}

/** Any edge that is taken out is asked for, with answers that run. */
export function edgeFaults({ terms, dice }: Case): string[] {
  const { root } = readYaml(terms.text, file)
  const edges = dice.shuffled(edgesIn(terms.text, file)).slice(0, edgesMost)
  return edges.flatMap((edge, index) => {
    const without = edge.leftOut(root!)
    const unasked = faultsOfEdge(readTermsNode(without, []), edge)
    return unasked.length > 0 || index > 2 ? unasked : faultsWhenAnswered(without, edge)
  })
}

/** With an edge or two open, each reading comes to what settling the terms with its answers pasted in comes to. */
export function readingFaults(one: Case): string[] {
  if (one.terms.amendments.length > 0) return []
  const [first, second] = one.dice.shuffled(edgesIn(one.terms.text, file))
  const open = [first!, ...(second === undefined || isNear(first!.entry.keyAt, second.entry.keyAt) ? [] : [second])]
  const latestFirst = open.sort((a, b) => b.entry.keyAt.line - a.entry.keyAt.line)
  const text = latestFirst.reduce((edited, edge) => edge.takenOut(edited), one.terms.text)
  return inFolder(one, text, (folder) => {
    const contract = openContract(folder)!
    if (contract.isSignable)
      return [`the terms without ${latestFirst.map(({ path, key }) => `${path}.${key}`).join(' and ')} are signable`]
    return settleContract(contract).readings.flatMap(({ answers, settled }) => {
      const read = settled.statements.map(printStatement).join('')
      const pasted = answers.reduce((edited, { question, paste }) => {
        const choice = question.choices.find((each) => each.paste === paste)!
        return withEdits(edited, [choice.edit!, ...(choice.also ?? [])])
      }, text)
      const settledPasted = inFolder(one, pasted, (other) => settleContract(openContract(other)!).readings)
      if (settledPasted.length !== 1)
        return [`pasting ${answers.map(({ paste }) => paste).join(', ')} leaves ${settledPasted.length} readings`]
      const plain = settledPasted[0]!.settled.statements.map(printStatement).join('')
      return read === plain
        ? []
        : [`with ${answers.map(({ paste }) => paste).join(', ')} the reading and the pasted terms differ`]
    })
  })
}

const isNear = (a: { line: number }, b: { line: number }): boolean => a.line === b.line

/** The case as a folder on disk, with other terms. */
function inFolder<T>(one: Case, text: string, look: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'lives-'))
  try {
    mkdirSync(join(folder, 'facts'))
    const write = (name: string, columns: readonly string[], rows: readonly Row[]): void => {
      const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','))
      writeFileSync(join(folder, name), `${[columns.join(','), ...lines].join('\n')}\n`)
    }
    const { agreements, parameters } = one.terms
    writeFileSync(join(folder, file), text)
    write(
      'facts/people.csv',
      agreements.length === 1 ? peopleColumns.filter((column) => column !== 'agreement') : peopleColumns,
      one.lives.people,
    )
    write('facts/facts.csv', factColumns, one.lives.facts)
    if (parameters.length > 0) {
      const names = parameters.map(({ name }) => name)
      const rows = agreements.map((agreement): Row => ({
        agreement,
        ...Object.fromEntries(
          names.map((name) => [name, formatExact(one.lives.parameters.get(`${agreement} ${name}`)!)]),
        ),
      }))
      write('parameters.csv', ['agreement', ...names], rows)
    }
    return look(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
