/**
 * Attributes that terms ask for, held against the columns that people.csv has.
 *
 *     { attribute: area, is: [north] }, and no column `area`     nobody would have an answer: a fault
 *     { attribute: work, is: [yes] }, and the file says `ja`     nobody has the word: worth a look
 *
 * Problems, at the condition: attribute-column-missing, attribute-word-unknown (notice).
 */
import { type Problem, problem } from '../base/index.ts'
import { type Agreement, attributesAsked } from '../terms/index.ts'
import { nearestWord } from './problem-list.ts'
import { type Roster } from './roster.ts'

const knownMost = 100

/** What the columns of the roster cannot answer, in any version or reading of the terms; each told once. */
export function checkAttributes(agreements: readonly Agreement[], roster: Roster): Problem[] {
  const told = new Map<string, Problem>()
  for (const node of agreements.flatMap(attributesAsked)) {
    const tell = (word: string, found: () => Problem): void => {
      const key = `${node.at.file} ${node.path} ${node.attribute} ${word}`
      if (!told.has(key)) told.set(key, found())
    }
    const column = roster.attributes.get(node.attribute)
    if (column === undefined) {
      const known = [...roster.attributes.keys()].slice(0, knownMost)
      const facts = { path: node.path, attribute: node.attribute, known }
      const at = node.places['attribute'] ?? node.at
      const choices = nearestWord(node.attribute, known).map(({ paste }) => ({ paste, edit: { at, text: paste } }))
      tell('', () => problem('attribute-column-missing', 'wrong', at, facts, choices))
      continue
    }
    if (roster.count === 0) continue
    for (const word of node.is) {
      if (column.words.includes(word)) continue
      const known = column.words.slice(0, knownMost)
      const facts = { path: node.path, attribute: node.attribute, found: word, known }
      const choices = nearestWord(word, known)
      tell(word, () => problem('attribute-word-unknown', 'notice', node.places['is'] ?? node.at, facts, choices))
    }
  }
  return [...told.values()]
}
