/**
 * Shapes: what a piece of the terms may look like, said once.
 *
 * From one shape come the typed value with its places, the problems with their remedies, the JSON
 * Schema, and the reference page. A record's field is required, optional, or an *edge*: something
 * that decides who is paid for what. The program has no defaults for edges. A missing edge is
 * an unsettled question with the answers as text to paste; terms with one may not be signed.
 *
 *     record({ unit: required(oneOf('nights', 'days')), overlap: edge(oneOf('once', 'each')) })
 *
 * The surprise: any plain value may be written `{ is: 72000 kr, invented: why }`. The value is read as
 * if it stood alone, and the mark is kept, because the annex must show what no public source says.
 */
import { type Place, type Problem, problem } from '../base/index.ts'
import { type YamlEntry, type YamlMap, type YamlNode } from './yaml.ts'
import { type MarkGrade, isGrade, isMarked, markGrades, plainText, rememberNames, siblingOf } from './siblings.ts'
import { cutText, inPlaceOf, insertion, nearest } from './remedies.ts'

export type JsonSchema = { readonly [key: string]: unknown }

/** The shared pieces of the JSON Schema met so far, by name. */
export type Definitions = Map<string, JsonSchema>

/** How far a value of the terms may be trusted, and why it stands there. */
export type Mark = { path: string; at: Place; grade: MarkGrade; reason: string }

/** What reading collects beside the value: problems, marks, and the currency once it is known. */
export type Reading = {
  problems: Problem[]
  marks: Mark[]
  currency: string
  /** The whole text, where whether something is asked may depend on what stands elsewhere in it. */
  root?: YamlMap
  /** Told of each map that is read by a set of fields, for whoever wants to know what may stand there. */
  met?: (node: YamlMap, fields: Fields, path: string) => void
}

export type Shape<T> = {
  read(node: YamlNode, to: Reading, path: string): T | undefined
  schema(defined: Definitions): JsonSchema
  /** What to write, in the words of the reference page: "an amount, such as 72000 kr". */
  says: string
  /** The answers to paste when this is a missing edge. */
  choices: readonly string[]
  /** Of a list or of named things the shape of each; of one word or more the shape of more. */
  inner?: Shape<unknown>
  /** Names by which named definitions find each other in the JSON Schema. */
  definition?: string
}

export type Read<S> = S extends Shape<infer T> ? T : never

export type Presence = 'required' | 'optional' | 'edge'

/**
 * Tells whether the field is asked for, from its siblings' plain texts; the items of a list are joined by ` | `. A key that begins
 * with a slash is a path from the root of the text, as far as the reader has told it: `/finance.investor`.
 */
type Asked = (sibling: (key: string) => string | undefined) => boolean

/** Of an edge's answers, those to be offered beside what the siblings say; without it, all. */
type Offers = (answer: string, sibling: (key: string) => string | undefined) => boolean

export type Field<T, P extends Presence = Presence> = {
  shape: Shape<T>
  presence: P
  asked: Asked
  offers?: Offers
}
export type Fields = Record<string, Field<unknown>>

export const required = <T>(shape: Shape<T>): Field<T, 'required'> => ({ shape, presence: 'required', asked: always })
export const optional = <T>(shape: Shape<T>): Field<T, 'optional'> => ({ shape, presence: 'optional', asked: always })
export const edge = <T>(shape: Shape<T>): Field<T, 'edge'> => ({ shape, presence: 'edge', asked: always })

/** An edge that only some siblings raise: what a part week counts for is no question when days are counted. */
export function edgeWhen<T>(asked: Asked, shape: Shape<T>): Field<T, 'optional'> & { presence: 'optional' } {
  return { shape, presence: 'edge' as 'optional', asked }
}

/** The edge, whose question offers only the answers that what is written beside it allows. */
export const offering = <F extends Field<unknown>>(field: F, offers: Offers): F => ({ ...field, offers })

const always: Asked = () => true

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S
/** The key `at` lists days in a schedule; in what is read, `at` is the place of the whole, and the list is `days`. */
type NameOf<S extends string> = S extends 'at' ? 'days' : Camel<S>
type Keys<F extends Fields, P extends Presence> = { [K in keyof F]: F[K]['presence'] extends P ? K : never }[keyof F]
type FieldValue<F> = F extends Field<infer T> ? T : never

/** A record as the rest of the program sees it: camel-case names, the place of the whole and of each field. */
export type RecordOf<F extends Fields> = {
  [K in Keys<F, 'required' | 'edge'> as NameOf<K & string>]: FieldValue<F[K]>
} & { [K in Keys<F, 'optional'> as NameOf<K & string>]?: FieldValue<F[K]> } & {
  at: Place
  path: string
  places: { readonly [key: string]: Place }
}

/** The name a key has in what is read: `at-least` is `atLeast`. */
export const nameOf = (key: string): string =>
  key === 'at' ? 'days' : key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** A fixed set of named fields. Unknown names are wrong, with the nearest known one as the remedy. */
export function record<F extends Fields>(fields: F, definition?: string): Shape<RecordOf<F>> & { fields: F } {
  return {
    fields,
    says: 'a set of named values',
    choices: [],
    ...(definition === undefined ? {} : { definition }),
    read: (node, to, path) => {
      if (node.kind !== 'map') return wrongShape(node, to, path, 'a set of named values')
      return readRecord(node, fields, to, path)
    },
    schema: (defined) => recordSchema(fields, defined),
  }
}

/**
 * The record, with a hole where a field could not be read or is still a question. A hole always comes with a problem that
 * stops the terms, so only checking ever sees one: what is wrong elsewhere is told together with what is open here.
 */
export function readRecord<F extends Fields>(node: YamlMap, fields: F, to: Reading, path: string): RecordOf<F> {
  const value: Record<string, unknown> = {}
  const places: Record<string, Place> = {}
  to.met?.(node, fields, path)
  const sibling = siblingOf(node, to.root)

  for (const entry of node.entries) {
    const field = fields[entry.key]
    places[entry.key] = entry.value.at
    if (field === undefined) {
      to.problems.push(unknownKey(node, entry, Object.keys(fields), path))
      continue
    }
    const isQuestion = field.presence === 'edge' || (field.presence === 'optional' && field.shape.choices.length > 0)
    if (isQuestion && plainText(entry.value) === 'undecided') {
      to.problems.push(unsettled(entry, choicesOf(field, sibling), path))
      continue
    }
    value[nameOf(entry.key)] = field.shape.read(entry.value, to, `${path}.${entry.key}`)
  }
  for (const [key, field] of Object.entries(fields)) {
    if (key in places || field.presence === 'optional' || !field.asked(sibling)) continue
    if (field.presence === 'edge') to.problems.push(unsettledKey(node, key, choicesOf(field, sibling), path))
    else to.problems.push(problem('key-missing', 'wrong', node.at, { path, key, says: field.shape.says }))
  }
  return { ...value, at: node.at, path, places } as RecordOf<F>
}

/** The answers that a question at the field offers beside what its siblings say. */
export const choicesOf = (
  { shape, offers }: Field<unknown>,
  sibling: ReturnType<typeof siblingOf>,
): readonly string[] =>
  offers === undefined ? shape.choices : shape.choices.filter((answer) => offers(answer, sibling))

/** The question an edge leaves open, with its answers ready to be put in as the record's first line. */
function unsettledKey(node: YamlMap, key: string, choices: readonly string[], path: string): Problem {
  const first = node.entries[0]
  const answers = choices.map((answer) => `${key}: ${answer}`)
  return problem(
    'edge-unsettled',
    'unsettled',
    node.at,
    { path, key },
    answers.map((paste) => insertion(node, first, paste)),
  )
}

/** The question of an entry that says `undecided`; for an entry of a map, `within` is the map's name and the entry is named too. */
function unsettled(entry: YamlEntry, answers: readonly string[], path: string, within?: string): Problem {
  const choices = answers.map((answer) => ({
    paste: `${entry.key}: ${answer}`,
    edit: { at: entry.value.at, text: answer },
  }))
  const facts: Record<string, string> =
    within === undefined ? { path, key: entry.key } : { path, key: within, exit: entry.key }
  return problem('edge-unsettled', 'unsettled', entry.value.at, facts, choices)
}

function unknownKey(node: YamlMap, entry: YamlEntry, known: readonly string[], path: string): Problem {
  const cut = cutText(node, entry)
  const near = cut === undefined ? nearest(entry.key, known) : undefined
  const isCut = { isCutText: cut !== undefined, isCutNumber: cut?.isNumber === true }
  const facts = { path, key: entry.key, known: [...known], nearest: near ?? '', ...isCut }
  const choices = cut === undefined ? inPlaceOf(entry.keyAt, near) : [{ paste: cut.paste, edit: cut.edit! }]
  return problem('key-unknown', 'wrong', entry.keyAt, facts, choices)
}

/** One of a few words. As an edge, the words are the answers to paste. */
export function oneOf<const W extends string>(...words: readonly W[]): Shape<W> {
  return {
    says: `one of ${words.join(', ')}`,
    choices: words,
    read: marked((node, to, path) => {
      const text = plainText(node)
      const word = words.find((candidate) => candidate === text)
      if (word !== undefined) return word
      const near = text === undefined ? undefined : nearest(text, words)
      const facts = { path, found: text ?? '', known: [...words], nearest: near ?? '' }
      to.problems.push(problem('word-unknown', 'wrong', node.at, facts, inPlaceOf(node.at, near)))
      return undefined
    }),
    schema: (defined) => markable({ enum: words }, defined),
  }
}

/** Free text in one language. */
export const freeText: Shape<string> = {
  says: 'a text',
  choices: [],
  definition: 'text',
  read: marked((node, to, path) => plainText(node) ?? wrongShape(node, to, path, 'a text')),
  schema: (defined) => markable({ type: ['string', 'number'] }, defined),
}

export type Words = { da: string; en: string }

/** A text the reader sees, `{ da: på herberg, en: in a shelter }`. One that is left empty is said in the other language. */
export const words: Shape<Words> = {
  says: 'a text in both languages, { da: …, en: … }',
  choices: [],
  definition: 'words',
  read: (node, to, path) => {
    if (node.kind !== 'map') return wrongShape(node, to, path, words.says)
    const read = readRecord(node, { da: required(freeText), en: required(freeText) }, to, path)
    // What is missing altogether has been told of, and is read as nothing.
    const { da = '', en = '' }: Partial<Words> = read ?? {}
    return read && { da: da.trim() === '' ? en : da, en: en.trim() === '' ? da : en }
  },
  schema: (defined) => recordSchema({ da: required(freeText), en: required(freeText) }, defined),
}

/**
 * A plain value that a function reads from its source text; what it cannot read is named with what was expected. The
 * definition is its name in the JSON Schema.
 */
export function scalar<T>(
  says: string,
  parse: (text: string, to: Reading, at: Place, path: string) => T | undefined,
  definition: string,
  choices: readonly string[] = [],
): Shape<T> {
  return {
    says,
    choices,
    definition,
    read: marked((node, to, path) => {
      const text = plainText(node)
      if (text === undefined) return wrongShape(node, to, path, says)
      if (text === 'undecided') return askValue(node, to, path, says)
      const before = to.problems.length
      const value = parse(text, to, node.at, path)
      if (value === undefined && to.problems.length === before) {
        to.problems.push(problem('value-unreadable', 'wrong', node.at, { path, found: text, says }))
      }
      return value
    }),
    schema: (defined) => ({ description: says, ...markable({ type: ['string', 'number'] }, defined) }),
  }
}

/** A blank in a draft: the number, day or length is still to be agreed, so there is nothing to choose from. */
export function askValue(node: YamlNode, to: Reading, path: string, says: string): undefined {
  to.problems.push(problem('value-undecided', 'unsettled', node.at, { path, says }))
  return undefined
}

/** One or several; a single value may stand without the list. */
export function listOf<T>(shape: Shape<T>): Shape<T[]> {
  return {
    says: `a list of: ${shape.says}`,
    choices: shape.choices,
    inner: shape,
    read: (node, to, path) => {
      const items = node.kind === 'list' ? node.items : [node]
      const values = items.map((item, index) => shape.read(item, to, node.kind === 'list' ? `${path}[${index}]` : path))
      if (node.kind === 'empty') return wrongShape(node, to, path, `a list of: ${shape.says}`)
      return values.every((value) => value !== undefined) ? (values as T[]) : undefined
    },
    schema: (defined) => ({
      anyOf: [schemaOf(shape, defined), { type: 'array', items: schemaOf(shape, defined) }],
    }),
  }
}

/** Named things of one shape, in the order they are written. */
export function mapOf<T>(shape: Shape<T>, what: string): Shape<Map<string, T>> {
  const says = `a set of ${what} by name`
  return {
    says,
    choices: [],
    inner: shape,
    read: (node, to, path) => {
      if (node.kind !== 'map') return wrongShape(node, to, path, says)
      const values = new Map<string, T>()
      rememberNames(values, node)
      for (const entry of node.entries) {
        const isQuestion = shape.choices.length > 0 && plainText(entry.value) === 'undecided'
        if (isQuestion) to.problems.push(unsettled(entry, shape.choices, path, path.slice(path.lastIndexOf('.') + 1)))
        const value = isQuestion ? undefined : shape.read(entry.value, to, `${path}.${entry.key}`)
        if (!/^[a-z][a-z0-9-]*$/.test(entry.key)) {
          to.problems.push(problem('name-unfit', 'wrong', entry.keyAt, { path, found: entry.key }))
        } else if (value !== undefined) values.set(entry.key, value)
      }
      return values
    },
    schema: (defined) => ({
      type: 'object',
      propertyNames: { pattern: '^[a-z][a-z0-9-]*$' },
      additionalProperties: schemaOf(shape, defined),
    }),
  }
}

/** A shape used before it can be written down, for expressions that hold expressions. */
export function later<T>(definition: string, says: string, shape: () => Shape<T>): Shape<T> {
  return {
    says,
    choices: [],
    definition,
    read: (node, to, path) => shape().read(node, to, path),
    schema: (defined) => shape().schema(defined),
  }
}

/** Reads `{ is: value, invented: why }` as the value, and remembers the mark. */
function marked<T>(read: Shape<T>['read']): Shape<T>['read'] {
  return (node, to, path) => {
    if (!isMarked(node)) return read(node, to, path)
    const is = node.entries.find((entry) => entry.key === 'is')!
    const grade = node.entries.find(isGrade)!
    const more = node.entries.filter((entry) => entry !== is && entry !== grade)
    if (more.length > 0) return unclearMark(node, { is, grade, more }, to, path)
    const reason = plainText(grade.value)
    if (reason === undefined || reason.trim() === '') return wrongShape(grade.value, to, path, 'a reason')
    to.marks.push({ path, at: is.value.at, grade: grade.key as MarkGrade, reason })
    return read(is.value, to, path)
  }
}

type UnclearMark = { is: YamlEntry; grade: YamlEntry; more: YamlEntry[] }

/** Most often a comma in the reason, which YAML takes for the beginning of a new key: the reason has to stand in quotes. */
function unclearMark(node: YamlMap, { is, grade, more }: UnclearMark, to: Reading, path: string): undefined {
  const value = plainText(is.value)
  const parts = [plainText(grade.value), ...more.map((entry) => (entry.value.kind === 'empty' ? entry.key : undefined))]
  const isComma = node.flow && value !== undefined && parts.every((part) => part !== undefined)
  const text = `{ is: ${value}, ${grade.key}: ${JSON.stringify(parts.join(', '))} }`
  const choices = isComma ? [{ paste: text, edit: { at: node.at, text } }] : []
  const found = more.map((entry) => entry.key)
  to.problems.push(problem('mark-unclear', 'wrong', node.at, { path, grade: grade.key, found }, choices))
  return undefined
}

export function wrongShape(node: YamlNode, to: Reading, path: string, says: string): undefined {
  to.problems.push(problem('shape-wrong', 'wrong', node.at, { path, says, found: node.kind }))
  return undefined
}

function recordSchema(fields: Fields, defined: Definitions): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, fieldSchema(field, defined)]),
  )
  const needed = Object.entries(fields).filter(([, field]) => field.presence === 'required')
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    ...(needed.length === 0 ? {} : { required: needed.map(([key]) => key) }),
  }
}

/** An edge may be left open by name, in a draft. */
function fieldSchema({ shape, presence }: Field<unknown>, defined: Definitions): JsonSchema {
  const schema = schemaOf(shape, defined)
  return presence === 'edge' ? { anyOf: [schema, { const: 'undecided' }] } : schema
}

/** A plain value, alone or with the mark that says how far it may be trusted. */
function markable(plain: JsonSchema, defined: Definitions): JsonSchema {
  const reasons = Object.fromEntries(markGrades.map((grade) => [grade, { type: 'string', minLength: 1 }]))
  const two = { required: ['is'], minProperties: 2, maxProperties: 2, additionalProperties: false }
  defined.set('mark', { type: 'object', properties: { is: true, ...reasons }, ...two })
  return { anyOf: [plain, { $ref: '#/$defs/mark', type: 'object', properties: { is: plain } }] }
}

/** A shape's schema, by reference where the shape has a name of its own. */
export function schemaOf(shape: Shape<unknown>, defined: Definitions): JsonSchema {
  const { definition } = shape
  if (definition === undefined) return shape.schema(defined)
  if (!defined.has(definition)) {
    // The name is taken first: an expression holds expressions.
    defined.set(definition, {})
    defined.set(definition, shape.schema(defined))
  }
  return { $ref: `#/$defs/${definition}` }
}
