/**
 * docs/reference/terms.md: the stretches of the page that are made from the language itself.
 *
 *     <!-- keys: measure -->  …  <!-- end -->     every key of a record: what to write, when it is asked for, its answers
 *     <!-- kind: time-in -->  …  <!-- end -->     a kind of expression, with an example in words
 *     <!-- columns: people --> … <!-- end -->     the columns of a file, with every name they may have
 *
 * What a key may hold comes from the shapes, what it means from docs/reference/examples/keys.yaml and kinds.yaml, the
 * question it raises and the sentence it yields from the program: an answer is put into the example agreement and the
 * annex is read aloud. `UPDATE=1 npx vitest run test/reference.test.ts` rewrites the page.
 */
import { stringify } from 'yaml'
import { type Fields } from '../src/core/text/index.ts'
import { factColumns } from '../src/core/measurement/headers.ts'
import { answerWords, peopleColumns, questionWords } from '../src/core/terms/index.ts'
import { comparisonFields, conditionKinds, valueKinds } from '../src/core/terms/kinds.ts'
import {
  type Change,
  type Told,
  type Tree,
  clauseWith,
  fieldsByPath,
  parseLoosely,
  pieceAt,
  problemsWith,
  readExampleFile,
  sentencesOf,
  termsPath,
  termsWith,
  toldByPath,
  without,
} from './example-agreement.ts'

export type DescribedKey = {
  says: string
  /** Where agreement.yaml has an example of this key, when it is not where the record is. */
  in?: string
  asked?: string
  answers?: Record<string, string>
  /** Pieces an answer takes along. */
  with?: Record<string, Record<string, Tree>>
  example?: string
  /** There is no example of it in the agreement. */
  none?: string
}
export type DescribedRecord = { heading: string; in: string; says: string; keys: Record<string, DescribedKey> }
export type DescribedKind = {
  says: string
  gives?: string
  as: 'quantity' | 'met' | 'amount'
  for?: string
  example: string
  asked?: Record<string, string>
  keys: Record<string, string>
}

export const records = parseLoosely(readExampleFile('keys.yaml')) as unknown as Record<string, DescribedRecord>
export const kinds = parseLoosely(readExampleFile('kinds.yaml')) as unknown as Record<string, DescribedKind>

/** The page with every marked stretch made anew. */
export function referencePage(page: string): string {
  return page.replace(
    /(<!-- (keys|kind|columns): ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, open: string, what: string, name: string, close: string) => `${open}\n${stretch(what, name)}\n\n${close}`,
  )
}

function stretch(what: string, name: string): string {
  if (what === 'columns') return columnsTable(name)
  return what === 'keys' ? recordText(name) : kindText(name)
}

/** The fields by which a described record is read. */
export function fieldsOf(name: string): Fields {
  const path = records[name]!.in
  return fieldsByPath.get(path === '' ? 'terms' : `terms.${path}`) ?? {}
}

// Records

function recordText(name: string): string {
  const record = records[name]!
  const fields = fieldsOf(name)
  const texts = Object.entries(record.keys).map(([key, described]) => keyText(record, key, described, fields[key]))
  return [record.says, ...texts].join('\n\n')
}

function keyText(record: DescribedRecord, key: string, described: DescribedKey, field?: Fields[string]): string {
  const place = described.in ?? record.in
  const path = place === '' ? key : `${place}.${key}`
  const head = `**\`${key}\`** · ${presenceText(field, described)} · ${writeText(field, described)}`
  const question = questionOf(key, path, field)
  const answers = answersText(key, path, field, described, question)
  const example = exampleText(path, key, described)
  const asks = question === undefined ? [] : [`*${question.question}* ${question.money}`]
  return [
    head,
    described.says,
    ...asks,
    ...(answers === undefined ? [] : [answers]),
    ...(answers === undefined ? example : example.slice(0, 1)),
  ].join('\n\n')
}

function presenceText(field: Fields[string] | undefined, { asked }: DescribedKey): string {
  if (field?.presence !== 'edge') return field?.presence ?? 'optional'
  return asked === undefined ? '**asked**' : `**asked** when ${asked}`
}

function writeText(field: Fields[string] | undefined, { answers }: DescribedKey): string {
  const says = field?.shape.says ?? ''
  if (answers !== undefined || says.startsWith('one of')) return 'one of the words below'
  if (says === 'a set of named values') return 'keys of its own, below'
  return says
    .replace('named: a set of named values', 'by name, keys of their own')
    .replace('a list of: a set of named values', 'a list, keys of their own')
    .replace('named: ', 'by name, ')
}

function questionOf(key: string, path: string, field: Fields[string] | undefined) {
  if (field?.presence !== 'edge') return undefined
  const pastes = field.shape.choices.map((choice) => `${key}: ${choice}`)
  const facts = { path: termsPath(path.split('.').slice(0, -1).join('.')), key }
  return questionWords(key, facts, 'en', pastes)
}

const wordsIn = (field: Fields[string] | undefined): string[] =>
  /^(a list of: )?one of /.test(field?.shape.says ?? '')
    ? field!.shape.says.replace(/^(a list of: )?one of /, '').split(', ')
    : []

function answersText(
  key: string,
  path: string,
  field: Fields[string] | undefined,
  described: DescribedKey,
  question: ReturnType<typeof questionOf>,
): string | undefined {
  const words = wordsIn(field)
  if (words.length === 0) return undefined
  const clauses = words.map((word) => ({ word, told: toldWith(path, word, described.with?.[word]) }))
  const told = clauses.flatMap((one) => one.told ?? [])
  const rows = clauses.map(({ word, told: own }) => {
    const means =
      described.answers?.[word] ?? (question === undefined ? undefined : answerWords(question, `${key}: ${word}`)) ?? ''
    const differing = own === undefined || told.length < 2 ? { da: [], en: [] } : without(own, told)
    return `| \`${word}\` | ${means} | ${differing.da.join(' ')} | ${differing.en.join(' ')} |`
  })
  const hasWords = rows.some((row) => !row.endsWith('|  |  |'))
  if (hasWords)
    return ['| answer | means | the annex, in Danish | in English |', '|---|---|---|---|', ...rows].join('\n')
  return ['| answer | means |', '|---|---|', ...rows.map((row) => row.replace(/ \|  \|  \|$/, ' |'))].join('\n')
}

function toldWith(path: string, word: string, more: Record<string, Tree> | undefined): Told | undefined {
  const also = Object.entries(more ?? {}).map(([set, to]): Change => ({ set, to }))
  return clauseWith([{ set: path, to: word }, ...also], termsPath(path))
}

/** The line of the agreement, and the sentences that go when it is taken out, or that stand for it. */
function exampleText(path: string, key: string, { none, example }: DescribedKey): string[] {
  if (none !== undefined) return []
  const source = example ?? sourceOf(path, key)
  if (source === undefined) return []
  const told = toldBy(path)
  const quotes =
    told === undefined ? [] : [`> ${told.da.join(' ')}`, `> ${told.en.join(' ')}`].filter((text) => text.length > 2)
  return [`\`\`\`yaml\n${source}\n\`\`\``, ...(quotes.length < 2 ? [] : [quotes.join('\n>\n')])]
}

const linesMost = 3

/** The entry as it is written in agreement.yaml, when it is short. */
function sourceOf(path: string, key: string): string | undefined {
  const plain = pieceAt(path)
  if (plain === undefined) return undefined
  const text = stringify(
    { [key]: asPlain(plain) },
    { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: true },
  ).trim()
  const bare = text.replace(/^\{ /, '').replace(/ \}$/, '')
  return bare.length > 200 || bare.split('\n').length > linesMost ? undefined : bare
}

/** Words of digits keep the look of numbers. */
function asPlain(tree: Tree): unknown {
  if (typeof tree === 'string') return /^\d{1,9}$/.test(tree) ? Number(tree) : tree
  if (Array.isArray(tree)) return tree.map(asPlain)
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, asPlain(value)]))
}

const sentencesMost = 4

function toldBy(path: string): Told | undefined {
  const whole = clauseWith([], termsPath(path))
  const bare = clauseWith([{ remove: path }], termsPath(path))
  if (whole === undefined) return undefined
  const told = bare === undefined ? toldByPath(path) : without(whole, [bare])
  return told.da.length === 0 || told.da.length > sentencesMost ? undefined : told
}

// Kinds of expression

export const kindFields: Record<string, Fields> = { ...valueKinds, ...conditionKinds }

function kindText(name: string): string {
  if (name === 'comparison') return comparisonText()
  const kind = kinds[name]!
  const fields = kindFields[name]!
  const rows = Object.entries(fields).map(([key, field]) => kindRow(name, key, field, kind))
  const gives = kind.gives === undefined ? [] : [`Gives ${kind.gives}.`]
  const told = toldKind(kind)
  return [
    [kind.says, ...gives].join(' '),
    ['| key | | write | |', '|---|---|---|---|', ...rows].join('\n'),
    `\`\`\`yaml\n${kind.as === 'amount' ? 'amount' : kind.as}: ${kind.example}\n\`\`\``,
    `> ${told.da.join(' ')}\n>\n> ${told.en.join(' ')}`,
  ].join('\n\n')
}

function kindRow(name: string, key: string, field: Fields[string], kind: DescribedKind): string {
  const words = wordsIn(field)
  const record = name === 'over' || name === 'steps' ? name : 'quantity'
  const question = questionOf(key, `goals.example.${record}.${key}`, field)
  const answers = words.map((word) => {
    const means = question === undefined ? undefined : answerWords(question, `${key}: ${word}`)
    return means === undefined ? `\`${word}\`` : `\`${word}\` (${means})`
  })
  const asked = kind.asked?.[key]
  const presence = field.presence !== 'edge' ? field.presence : asked === undefined ? 'asked' : `asked when ${asked}`
  const write = words.length > 0 ? answers.join(', ') : (plainWrite[field.shape.says] ?? field.shape.says)
  return `| \`${key}\` | ${presence} | ${write} | ${kind.keys[key] ?? ''} |`
}

const plainWrite: Record<string, string> = {
  'a text': 'a name',
  'a list of: a text': 'a name or several',
  'a list of: a set of named values': 'rows',
  'a list of: a value': 'values in a list',
  'a list of: a condition': 'conditions in a list',
}

/** The sentences of the example's own rule, without those that any goal has. */
function toldKind({ as, example, for: whom = 'each-subject' }: DescribedKind): Told {
  const label = { da: 'Eksempel', en: 'Example' }
  const goal = {
    clause: '99',
    label,
    for: whom,
    when: { at: 'end + 12 months' },
    unmeasured: 'waits',
    leavers: { moved: 'left-out' },
  }
  const rule = parseLoosely(example)
  const shelter = { 'time-in': 'shelter', unit: 'nights', window: { from: 'start', until: 'end' } }
  const own = as === 'amount' ? { ...goal, quantity: shelter } : { ...goal, [as]: rule }
  const payment = { clause: '99', label, goal: 'example', amount: rule }
  const changes: Change[] = [
    { set: 'goals.example', to: own as unknown as Tree },
    ...(as === 'amount' ? [{ set: 'payments.example', to: payment as unknown as Tree }] : []),
  ]
  const { agreement } = termsWith(changes)
  if (agreement === undefined) throw new Error(`${example}: ${problemsWith(changes).join('; ')}`)
  const path = as === 'amount' ? 'terms.payments.example.amount' : `terms.goals.example.${as}`
  const isOfRule = (at: string) => at === path || at.startsWith(`${path}.`) || at.startsWith(`${path}[`)
  const isMain = (small: boolean) => !small && as !== 'amount'
  return sentencesOf(
    agreement,
    (id) => id === 'goals.example',
    (sentence) => isOfRule(sentence.path) || isMain(sentence.small),
  )
}

const comparisons: Record<string, string> = {
  'at-least': 'this or more; the number itself is inside',
  'more-than': 'more than this; the number itself is outside',
  'at-most': 'this or less; the number itself is inside',
  'less-than': 'less than this; the number itself is outside',
  exactly: 'this and nothing else',
  'written-as':
    'the count a share is also written as, `50 of 162`; if the two do not agree, the program asks which decides',
  'decided-by': '`share` or `count`: which of the two decides',
}

function comparisonText(): string {
  const rows = Object.entries(comparisonFields).map(
    ([key, field]) => `| \`${key}\` | ${field.shape.says} | ${comparisons[key] ?? ''} |`,
  )
  return ['| key | write | met when the value is |', '|---|---|---|', ...rows].join('\n')
}

// Columns of the files

const columnMeanings: Record<string, Record<string, string>> = parseLoosely(readExampleFile('columns.yaml')) as Record<
  string,
  Record<string, string>
>

function columnsTable(name: string): string {
  const columns: Record<string, readonly string[]> = name === 'people' ? peopleColumns : factColumns
  const rows = Object.entries(columns).map(([column, names]) => {
    const means = columnMeanings[name]![column]
    if (means === undefined) throw new Error(`columns.yaml does not say what ${name} ${column} is`)
    return `| ${names.map((one) => `\`${one}\``).join(', ')} | ${means} |`
  })
  return ['| column, by any of these names | what it holds |', '|---|---|', ...rows].join('\n')
}
