/**
 * Changes of terms, for the tests that hold the words to their rule: one parameter at a time, found along the shapes.
 *
 *     at-least: 6 nights   →   at-least: 7 nights, more-than: 6 nights
 *
 * Every word becomes another of its words, every number the next, every day one later, every boundary its other side;
 * every optional part is left out. What is wrong is a change that its own clause does not tell in both languages, or
 * that another clause tells too.
 */
import { type Problem } from '../../base/index.ts'
import {
  type Fields,
  type Reading,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlText,
  plainText,
  readYaml,
} from '../../text/index.ts'
import { type Agreement, agreementShape } from '../agreement.ts'
import { checkAgreement } from '../check.ts'
import { comparisonFields } from '../kinds.ts'
import { clauseAt, wordsOf } from './index.ts'

/** The specimen that holds every part of the language; what is like it elsewhere is tried once. */
export const everything = 'src/core/terms/words/everything.yaml'

/** A place where the terms may be changed, and the tree after the change. */
export type Change = {
  path: string
  key: string
  what: string
  changed: (root: YamlNode) => YamlNode
  /** What makes changes alike: the keys around, the key, and what is done to it. */
  likeness: string
}

/**
 * Names: what a thing is called, and where it stands. Other clauses speak of it by its name, so the name changes there too;
 * the word for the subject is said wherever somebody is spoken of, and the currency with every amount.
 */
function isName({ path, key }: Change): boolean {
  if (['clause', 'label', 'bundlinje', 'currency'].includes(key)) return true
  if (path === 'terms.people') return key === 'subject' || key.startsWith('exits')
  if (path.startsWith('terms.measures.') && key.startsWith('kinds.')) return true
  return /^terms\.parties\.[^.]+$/.test(path) && key === 'name'
}

/** Keys that cannot be changed alone: the currency with its amounts, a clause's number, and shares that make a whole. */
export const unchangeable = new Set(['da', 'en', 'bundlinje', 'currency', 'clause', 'share', 'split'])

/** The paths of the specimen, and of the contracts, that have been changed so far. */
export const changedPaths = new Set<string>()

/** An agreement with its sentences in both languages, by clause. */
export type Told = { agreement: Agreement; da: Map<string, string>; en: Map<string, string> }

export function toldBy(agreement: Agreement): Told {
  const sentences = (locale: 'da' | 'en') =>
    new Map(
      wordsOf(agreement, [], locale).map(({ id, sentences }) => [id, sentences.map(({ text }) => text).join('\n')]),
    )
  return { agreement, da: sentences('da'), en: sentences('en') }
}

/** What is wrong with the words for a change; nothing where the changed terms cannot run. */
export function faultsOf(change: Change, before: Told, root: YamlNode): string[] {
  const changedRoot = change.changed(root)
  const read = readAgain(changedRoot, before.agreement.currency)
  if (read === undefined) return []
  const path = `${change.path}.${change.key}`
  changedPaths.add(path)
  if (isName(change)) return []
  const after = toldBy(read)
  return (['da', 'en'] as const).flatMap((locale) => {
    const [old, now] = [before[locale], after[locale]]
    const ids = [...new Set([...old.keys(), ...now.keys()])].filter((id) => old.get(id) !== now.get(id))
    const owner = clauseAt(before.agreement, path)
    if (ids.length === 1 && ids[0] === owner) return []
    // A payment that is given to another goal is told there.
    const owners = [owner, clauseAt(read, path), ...paidFor(change, before.agreement)]
    // What cannot run need not be told from what can.
    if (checkAgreement(read, changedRoot).some(isOpen)) return []
    const silent = ids.some((id) => owners.includes(id)) ? [] : [`is not told in ${owners.join()}`]
    const loud = ids.filter((id) => !owners.includes(id)).map((id) => `is told in ${id} too`)
    return [...silent, ...loud].map((fault) => `${path}: ${change.what} ${fault} (${locale})`)
  })
}

/** Whom a goal is decided for is told where it is paid, too: a sum for each cohort is another than one for each person. */
function paidFor({ path, key }: Change, { payments }: Agreement): (string | undefined)[] {
  const own = [...(payments ?? [])].filter(([, { goal }]) => key === 'for' && path === `terms.goals.${goal ?? ''}`)
  return own.map(([name]) => `payments.${name}`)
}

/** The agreement as far as it can be read. Checking takes longer than reading, so it waits until something is amiss. */
export function readAgain(root: YamlNode, currency: string): Agreement | undefined {
  const reading: Reading = { problems: [], marks: [], currency }
  const agreement = agreementShape.read(root, reading, 'terms')
  return reading.problems.some(isOpen) ? undefined : agreement
}

const isOpen = (found: Problem): boolean => found.severity !== 'notice'

/** Changes that look alike are tried a few times, not in every contract. */
const seen = new Map<string, number>()
const alikeMost = (file: string): number => (file === everything ? 1 : 2)

export function changesOf(text: string, file: string, agreement: Agreement): Change[] {
  return allChangesOf(text, file, agreement).filter(({ likeness }) => {
    const times = seen.get(likeness) ?? 0
    seen.set(likeness, times + 1)
    return times < alikeMost(file)
  })
}

export function allChangesOf(text: string, file: string, agreement: Agreement): Change[] {
  const { measures, goals, payments, parties, groups, people, parameters } = agreement
  const names = [
    measures,
    goals,
    payments,
    parties,
    groups,
    people.tracks,
    people.cohorts,
    people.exits,
    parameters,
  ].map((each) => [...(each?.keys() ?? [])])
  return mapsIn(text, file).flatMap(({ node, fields, path }) => {
    if ('da' in fields) return [] // The words of both languages are changed together, where they stand.
    return node.entries.flatMap((entry) => {
      const field = fields[entry.key]
      if (field === undefined) return []
      const presence = isPart(path, entry) ? 'required' : field.presence
      return changesAt({ node, fields, path }, entry, field.shape, presence, names)
    })
  })
}

/** A part of the terms with clauses of its own is not one parameter. */
const isPart = (path: string, entry: YamlEntry): boolean =>
  path === 'terms' && ['payments', 'limits', 'security', 'groups', 'parameters'].includes(entry.key)

type ShapeOf = Fields[string]['shape']

type Written = { node: YamlMap; fields: Fields; path: string }

const numbers = new Map<Fields, number>()

/** A number for a set of fields, the same each time. */
function numberOf(fields: Fields): string {
  const number = numbers.get(fields) ?? numbers.size
  numbers.set(fields, number)
  return String(number)
}

function changesAt(
  { node, fields, path }: Written,
  entry: YamlEntry,
  shape: ShapeOf,
  presence: string,
  names: readonly (readonly string[])[],
): Change[] {
  // A limit is told with what it limits; everything else is told alike wherever its record stands.
  const around = fields === comparisonFields ? node.entries.map((each) => each.key).join(' ') : numberOf(fields)
  const made = (what: string, changed: Change['changed']): Change => {
    const isChoice = wordsOfShape(shape) !== undefined || /^as |^left out$/.test(what)
    const sort = isChoice ? what : /\d/.test(what) ? 'a number' : 'a text'
    const likeness = `${around}: ${entry.key} ${shape.says.startsWith('a day') ? what.replace(/\d+/g, '0') : sort}`
    return { path, key: entry.key, what, changed, likeness }
  }
  const found: Change[] = []
  if (presence === 'optional') found.push(made('left out', (root) => withoutEntry(root, entry)))
  const side = otherSide(entry, node)
  if (side !== undefined) {
    found.push(made(`as ${side}`, (root) => withKey(root, entry, side)))
  }
  for (const { plain, put, under } of plainsIn(entry.value, shape)) {
    const words = wordsOfShape(shape)
    const others = words === undefined ? nextOf(plain.text, names) : words.filter((word) => word !== plain.text)
    // Nothing is made to speak of itself.
    const isItself = (text: string) => `${path}.`.includes(`.${text}.`)
    for (const text of others.filter((text) => !isItself(text))) {
      const changed = (root: YamlNode): YamlNode => {
        const instead = withValue(root, entry, put({ ...plain, text }))
        // A limit is told in the unit of what it limits, so the two change together.
        return entry.key === 'unit' ? withUnit(instead, entry, plain.text, text) : instead
      }
      found.push({ ...made(`${plain.text} → ${text}`, changed), key: entry.key + under })
    }
  }
  return found
}

/** A plain text within a value, how to put another in its place, and the key it stands under in a map. */
type Plain = { plain: YamlText; put: (instead: YamlText) => YamlNode; under: string }

/** The plain texts of a value: itself, the items of a list, what is named in a map. Words are changed in both languages at once. */
function plainsIn(value: YamlNode, shape: ShapeOf): Plain[] {
  const plain = plainOf(value)
  if (plain?.kind === 'text') return [{ plain, put: (instead) => instead, under: '' }]
  if (value.kind === 'list') {
    return value.items.flatMap((item, index) =>
      plainsIn(item, shape).map((each) => ({
        ...each,
        put: (instead: YamlText) => ({
          ...value,
          items: value.items.map((one, at) => (at === index ? each.put(instead) : one)),
        }),
      })),
    )
  }
  if (value.kind !== 'map') return []
  const entryOf = (key: string) => value.entries.find((entry) => entry.key === key)?.value
  const [da, en] = [entryOf('da'), entryOf('en')]
  if (da?.kind === 'text' && en?.kind === 'text' && value.entries.length === 2) {
    const both = (instead: YamlText) => ({
      ...value,
      entries: value.entries.map((entry) => ({ ...entry, value: { ...instead, text: `${plainText(entry.value)} +` } })),
    })
    return [{ plain: { ...da, text: 'words' }, put: both, under: '' }]
  }
  // What is named in records is met there.
  const { inner: ofEach } = shape
  if (ofEach === undefined || ofEach.says === 'a set of named values') return []
  return value.entries.flatMap((entry) =>
    plainsIn(entry.value, ofEach).map((each) => ({
      ...each,
      put: (instead: YamlText) => ({
        ...value,
        entries: value.entries.map((one) => (one === entry ? { ...one, value: each.put(instead) } : one)),
      }),
      under: `.${entry.key}${each.under}`,
    })),
  )
}

/** The words a shape allows, where it allows only those. */
function wordsOfShape(shape: ShapeOf): readonly string[] | undefined {
  return /one of (.+)$/.exec((shape.inner ?? shape).says)?.[1]?.split(', ')
}

/** The value itself where it carries a mark. */
function plainOf(node: YamlNode): YamlNode | undefined {
  if (node.kind !== 'map') return node
  const is = node.entries.find((entry) => entry.key === 'is')
  return is === undefined ? undefined : is.value
}

/** Another name of the same sort, the next number or length, or another day; any other text with a word more. */
function nextOf(text: string, names: readonly (readonly string[])[]): string[] {
  const alike = names.filter((each) => each.includes(text)).flat()
  if (alike.length > 0) return alike.filter((name) => name !== text).slice(0, namesMost)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return [
      text.replace(/^\d{4}/, (year) => String(Number(year) + 1)),
      text.replace(/\d$/, (digit) => (digit === '1' ? '2' : '1')),
    ]
  }
  const anchors: [RegExp, string][] = [
    [/^start\b/, 'end'],
    [/^end\b/, 'start'],
    [/^previous$/, 'start'],
    [/^birth$/, 'start'],
    [/^(start|end|agreement start|agreement end|birth)$/, '$1 + 1 day'],
    [/^agreement end$/, 'agreement end - 1 day'],
    [/^first /, 'last '],
    [/ on or before /, ' on or after '],
    [/^monday /, 'tuesday '],
    [/ \+ /, ' - '],
    [/^occasion$/, 'occasion - 1 day'],
  ]
  const days = anchors.filter(([from]) => from.test(text)).map(([from, to]) => text.replace(from, to))
  const number = /\d[\d ]*(\.\d+)?/.exec(text.replace(/^\d+ of /, ''))
  if (number === null) return days.length > 0 ? days : [`${text}x`]
  const [all] = number
  const more = String(Number(all.replace(/ /g, '')) + 1)
  return [...days, text.replace(all.trimEnd(), more)]
}

/** The key that says the opposite about the boundary itself, or about all and any. */
function otherSide(entry: YamlEntry, node: YamlMap): string | undefined {
  const pairs: Record<string, string> = {
    'at-least': 'more-than',
    'more-than': 'at-least',
    'at-most': 'less-than',
    'less-than': 'at-most',
    until: 'through',
    through: 'until',
    from: 'after',
    after: 'from',
    all: 'any',
    any: 'all',
  }
  const isWindow = node.entries.every((each) => ['from', 'after', 'until', 'through'].includes(each.key))
  if (['until', 'through', 'from', 'after'].includes(entry.key) && !isWindow) return undefined
  return pairs[entry.key]
}

const namesMost = 6
const sides = ['at-least', 'at-most', 'more-than', 'less-than', 'exactly']

/** The limits beside a unit, in another unit. */
function withUnit(root: YamlNode, unit: YamlEntry, from: string, to: string): YamlNode {
  const limits = mapWith(root, unit)?.entries.filter((entry) => sides.includes(entry.key)) ?? []
  return limits.reduce((edited, entry) => {
    const plain = plainOf(entry.value)
    if (plain?.kind !== 'text') return edited
    return withValue(edited, entry, { ...plain, text: plain.text.replace(from, to) })
  }, root)
}

function mapWith(root: YamlNode, entry: YamlEntry): YamlMap | undefined {
  if (root.kind === 'list') return root.items.map((item) => mapWith(item, entry)).find((found) => found !== undefined)
  if (root.kind !== 'map') return undefined
  if (root.entries.some((each) => isEntry(each, entry))) return root
  return root.entries.map((each) => mapWith(each.value, entry)).find((found) => found !== undefined)
}

const isEntry = (one: YamlEntry, other: YamlEntry): boolean =>
  one.keyAt.line === other.keyAt.line && one.keyAt.column === other.keyAt.column

function mapEntries(root: YamlNode, entry: YamlEntry, to: (found: YamlEntry) => YamlEntry[]): YamlNode {
  if (root.kind === 'list') return { ...root, items: root.items.map((item) => mapEntries(item, entry, to)) }
  if (root.kind !== 'map') return root
  const entries = root.entries.flatMap((each) =>
    isEntry(each, entry) ? to(each) : [{ ...each, value: mapEntries(each.value, entry, to) }],
  )
  return { ...root, entries }
}

const withValue = (root: YamlNode, entry: YamlEntry, value: YamlNode): YamlNode =>
  mapEntries(root, entry, (each) => [{ ...each, value }])
const withKey = (root: YamlNode, entry: YamlEntry, key: string): YamlNode =>
  mapEntries(root, entry, (each) => [{ ...each, key }])
const withoutEntry = (root: YamlNode, entry: YamlEntry): YamlNode => mapEntries(root, entry, () => [])

/** Every map of the text with the fields it is read by. */
export function mapsIn(text: string, file: string): Written[] {
  const found: Written[] = []
  const currency = /^currency: (\w+)/m.exec(text)?.[1] ?? ''
  const met: Reading['met'] = (node, fields, path) => found.push({ node, fields, path })
  agreementShape.read(readYaml(text, file).root!, { problems: [], marks: [], currency, met }, 'terms')
  return found
}
