/**
 * The rule of the annex: change one parameter of the terms, and the sentences of the clause that holds it change in Danish
 * and in English, and no other clause says anything else.
 *
 * The changes are found by reading each contract along the shapes: every word for another of its words, every number for
 * the next, every day for one later, every boundary to its other side, every optional part left out. A key that is added
 * to the language and not to the words fails here.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Fields, readYaml } from '../../text/index.ts'
import { conditionKinds, valueKinds } from '../kinds.ts'
import { readTerms, readingsOf } from '../read.ts'
import {
  allChangesOf,
  changedPaths,
  changesOf,
  everything,
  faultsOf,
  mapsIn,
  readAgain,
  toldBy,
  unchangeable,
} from './changes.ts'
import { questionWords, wordsOf } from './index.ts'

const contracts = readdirSync('contracts')
  .map((name) => `contracts/${name}/terms.yaml`)
  .filter((file) => existsSync(file))

describe.each([everything, ...contracts])('%s', (file) => {
  // A draft with open questions is read aloud with the first answer to each.
  const written = readFileSync(file, 'utf8')
  const text = readTerms(written, file).agreement === undefined ? readingsOf(written, file, 1)[0]!.text : written
  const { agreement, marks, problems } = readTerms(text, file)
  const isBlank = problems.some(({ code }) => code === 'value-undecided')

  test.runIf(!isBlank)('every parameter is told in its own clause, in both languages, and only there', () => {
    const { root } = readYaml(text, file)
    const before = toldBy(agreement!)
    const faults = changesOf(text, file, agreement!).flatMap((change) => faultsOf(change, before, root!))
    expect(faults).toEqual([])
  })

  test.runIf(!isBlank)('sentences are whole, and their parts make up their text', () => {
    for (const locale of ['da', 'en'] as const) {
      for (const clause of wordsOf(agreement!, marks, locale)) {
        expect(clause.sentences.length, clause.id).toBeGreaterThan(0)
        for (const { text: said, parts, path } of clause.sentences) {
          expect(said).toMatch(/^[^a-zæøå].*[.:?!]$/su)
          expect(said).not.toMatch(/undefined|NaN|\[object|,,|[^.]\.\.(?!\.)| ,| \.(?!\d)|, \.|  |[\uE000-\uE004]/)
          expect(parts.map((part) => ('strong' in part ? part.strong : part.text)).join('')).toBe(said)
          expect(path).toMatch(/^terms/)
        }
      }
    }
  })
})

test('so is every parameter of terms made up from it', () => {
  const text = readFileSync(everything, 'utf8')
  const { root } = readYaml(text, everything)
  const { agreement } = readTerms(text, everything)
  const all = allChangesOf(text, everything, agreement!)
  const picks = fc.array(fc.nat(all.length - 1), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(picks, fc.nat(all.length - 1), (before, last) => {
      // Changes that the terms do not survive are passed over.
      const made = before.reduce((tree, pick) => {
        const next = all[pick]!.changed(tree)
        return readAgain(next, 'DKK') === undefined ? tree : next
      }, root!)
      // A change made before, or to a part since left out, is no change.
      const isChange = JSON.stringify(all[last]!.changed(made)) !== JSON.stringify(made)
      const told = toldBy(readAgain(made, 'DKK')!)
      expect(isChange ? faultsOf(all[last]!, told, made) : []).toEqual([])
    }),
    { numRuns: 20, seed: 23 },
  )
})

test('every key of the language has been changed', () => {
  const maps = mapsIn(readFileSync(everything, 'utf8'), everything)
  const isChanged = (path: string) =>
    [...changedPaths].some((each) => each === path || each.startsWith(`${path}.`) || each.startsWith(`${path}[`))
  const kinds: Fields[] = [...Object.values<Fields>(valueKinds), ...Object.values<Fields>(conditionKinds)]
  const missing = [...new Set([...maps.map(({ fields }) => fields), ...kinds])].flatMap((fields) => {
    const paths = maps.filter((each) => each.fields === fields).map(({ path }) => path)
    const left = Object.keys(fields).filter((key) => !paths.some((path) => isChanged(`${path}.${key}`)))
    return left.filter((key) => !unchangeable.has(key)).map((key) => `${key} of { ${Object.keys(fields).join(', ')} }`)
  })
  expect(missing).toEqual([])
})

test('every edge of the language has its question in both languages', () => {
  const asked = ['boundary', 'window-end', 'from', 'and-or', 'leavers', 'per-unit', 'if-negative', 'reckoned', 'over']
  const missing = [
    ...edges(),
    ...asked.map((key) => ({ key, path: 'terms', answers: [] as readonly string[] })),
  ].flatMap(({ key, path, answers }) => {
    const [da, en] = (['da', 'en'] as const).map((locale) => questionWords(key, { path }, locale, answers))
    if (!/\?$/.test(da?.question ?? '') || !/\?$/.test(en?.question ?? '')) return [`${path} ${key} has no question`]
    if (da!.money === '' || en!.money === '') return [`${path} ${key} does not say what differs`]
    const words = answers.filter((answer) => /^[a-z-]+$/.test(answer))
    return words
      .filter((word) => da!.answers[word] === undefined || en!.answers[word] === undefined)
      .map((word) => `${path} ${key}: ${word} has no meaning in words`)
  })
  expect(missing).toEqual([])
})

/** Every edge: those of the kinds, and those of the records that the specimen holds. */
function edges(): { key: string; path: string; answers: readonly string[] }[] {
  const kinds = Object.entries({ ...valueKinds, ...conditionKinds }).map(([head, fields]) => ({
    fields: fields as Fields,
    path: `terms.goals.x.met.${head}`,
  }))
  return [...kinds, ...mapsIn(readFileSync(everything, 'utf8'), everything)].flatMap(({ fields, path }) =>
    Object.entries(fields)
      .filter(([, field]) => field.presence === 'edge')
      .map(([key, field]) => ({ key, path, answers: field.shape.choices })),
  )
}
