/**
 * Whatever the text of a case calls by a key and its reader by a title: estimates, groups, owners. A field shows the title and takes
 * it, and the key as well; the text keeps the key.
 *
 *     rate: goal-rate-ordinary      ↔      Familier i ordinært forløb, der får det bedre
 */
import { caseQuestion, caseWords } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type OutlineMap } from '../../core/valuation/index.ts'
import { type Named, type Names, above, isOwnerShares, lastKey } from './field-names.ts'
import { labelOf } from './item-text.ts'

export function namesIn(root: OutlineMap | undefined, locale: Locale): Names {
  const { authorities } = caseWords[locale]
  const own = (name: 'municipality' | 'region' | 'state' | 'citizen' | 'donor'): Named => {
    return { name, words: authorities[name] }
  }
  const financier = caseQuestion('borne-by', 'case.costs', locale)?.answers['financier'] ?? 'financier'
  const owners: Named[] = [
    own('municipality'),
    ...labelled(root, 'departments', locale),
    ...(['region', 'state', 'citizen'] as const).map(own),
    { name: 'financier', words: `${financier.charAt(0).toUpperCase()}${financier.slice(1)}` },
    own('donor'),
  ]
  return {
    'owner-names': apart(owners),
    'group-names': apart(labelled(root, 'groups', locale)),
    'estimate-names': apart(labelled(root, 'estimates', locale)),
  }
}

function labelled(root: OutlineMap | undefined, part: string, locale: Locale): Named[] {
  const node = root?.entries.find(({ key }) => key === part)?.node
  const entries = node?.kind === 'map' ? node.entries : []
  return entries.map(({ key, node: item }) => ({ name: key, words: labelOf(item, locale) ?? key }))
}

/** Two of one title are told apart by their keys. */
const apart = (all: readonly Named[]): Named[] =>
  all.map(({ name, words }) =>
    all.some((other) => other.name !== name && sameText(other.words, words))
      ? { name, words: `${words} (${name})` }
      : { name, words },
  )

const sameText = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

/** The title of what the text names; the text itself where it names nothing. */
export const titleFor = (text: string, names: readonly Named[]): string =>
  names.find(({ name }) => name === text)?.words ?? text

/** The key of what was typed by its title or its key; nothing where it is neither. */
export const keyFor = (typed: string, names: readonly Named[]): string | undefined =>
  names.find(({ name, words }) => name === typed.trim() || sameText(words, typed))?.name

/** What somebody or something in the text is called: by its own title, or by that of the group or consequence it is about. */
export function titlesOf(root: OutlineMap | undefined, locale: Locale): (path: string) => string | undefined {
  const parts = ['groups', 'costs', 'consequences', 'estimates', 'departments']
  const titles = new Map(
    parts.flatMap((part) => labelled(root, part, locale).map(({ name, words }) => [`case.${part}.${name}`, words])),
  )
  return (path) => {
    const [of, key] = [lastKey(above(path)), lastKey(path)]
    const part = ['prices', 'people', 'followed'].includes(of)
      ? 'groups'
      : ['used', 'lasts'].includes(of)
        ? 'consequences'
        : isOwnerShares(above(path))
          ? 'departments'
          : undefined
    return titles.get(part === undefined ? path : `case.${part}.${key}`)
  }
}
