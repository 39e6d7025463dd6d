/**
 * The kinds of expression, each with its fields, its edges and the answers to them.
 *
 * A kind is known by its head key: `{ time-in: shelter, unit: nights, … }`. Any value becomes a condition
 * by a comparison beside it: `{ time-in: shelter, …, less-than: 6 nights }`. This table is the language:
 * the reader, the JSON Schema, the reference page and the test that takes edges out all come from it.
 */
import { problem } from '../base/index.ts'
import {
  type Definitions,
  type Fields,
  type JsonSchema,
  type Reading,
  type Shape,
  type YamlMap,
  type YamlNode,
  askValue,
  countOf,
  edge,
  edgeWhen,
  freeText,
  inPlaceOf,
  later,
  listOf,
  nearest,
  offset,
  oneOf,
  optional,
  plainText,
  readRecord,
  record,
  required,
  schemaOf,
  wholeNumber,
  wrongShape,
} from '../text/index.ts'
import { askBoundary, askThreshold, sides } from './boundary.ts'
import { type Condition, type Value } from './expression.ts'
import { dayExpression, literal, parseLiteral } from './scalars.ts'
import { window } from './window.ts'

export const value: Shape<Value> = later('value', 'a value', () => valueShape)
export const condition: Shape<Condition> = later('condition', 'a condition', () => conditionShape)

const timeUnits = ['nights', 'days', 'weeks', 'months', 'years'] as const
const names = listOf(freeText)
/** Which kinds of a measure's facts count: `all`, or these. Asked where the measure has kinds; see check-kinds.ts. */
const kinds = optional(withChoices(names, ['all']))

const rounding = oneOf('down', 'up', 'half-up', 'half-even')

/** Which values are counted: a comparison of each. */
export const valuedFields = {
  'at-least': optional(value),
  'at-most': optional(value),
  'more-than': optional(value),
  'less-than': optional(value),
  exactly: optional(value),
} as const satisfies Fields

/** Fields of the value kinds, by head key. */
export const valueKinds = {
  'time-in': {
    'time-in': required(names),
    unit: edge(oneOf(...timeUnits)),
    window: edge(window),
    'part-units': edgeWhen(
      (of) => ['weeks', 'months', 'years'].includes(of('unit') ?? ''),
      oneOf('whole-only', 'any-day'),
    ),
    weeks: edgeWhen((of) => of('unit') === 'weeks', oneOf('monday-to-sunday', 'from-window-start')),
    except: optional(names),
    kinds,
    per: optional(offset),
    periods: edgeWhen((of) => of('per') !== undefined, oneOf('fixed', 'rolling')),
  },
  'count-of': {
    'count-of': required(freeText),
    window: edge(window),
    apart: optional(offset),
    kinds,
    valued: optional(valuedShape()),
    as: edgeWhen((of) => of('valued') !== undefined, oneOf('count', 'share')),
    'if-none': optional(value),
  },
  'value-of': {
    'value-of': required(freeText),
    pick: edge(oneOf('latest', 'first', 'highest', 'lowest', 'mean', 'sum', 'nearest')),
    'nearest-to': edgeWhen((of) => of('pick') === 'nearest', withChoices(dayExpression, ['occasion', 'start'])),
    'as-near': edgeWhen((of) => of('pick') === 'nearest', oneOf('earlier', 'later')),
    window: edge(window),
    'if-none': optional(value),
  },
  'longest-run-in': {
    'longest-run-in': required(names),
    unit: edge(oneOf('days', 'weeks', 'months')),
    window: edge(window),
    'gap-at-most': edge(withChoices(offset, ['0 days', '7 days', '14 days'])),
    'gap-days': edgeWhen((of) => !/^0 /.test(of('gap-at-most') ?? '0 '), oneOf('counted', 'not-counted')),
    gaps: optional(wholeNumber),
    kinds,
  },
  'items-met': {
    'items-met': required(freeText),
    as: edge(oneOf('share', 'count')),
    window: edge(window),
    changed: edge(oneOf('latest-wording', 'first-wording')),
    withdrawn: edge(oneOf('left-out', 'not-met')),
    unjudged: edge(oneOf('makes-unmeasured', 'not-met', 'left-out')),
  },
  'time-between': {
    'time-between': required(listOf(dayExpression)),
    unit: required(oneOf('days', 'weeks', 'months', 'years')),
  },
  'result-of': {
    'result-of': required(freeText),
    as: required(oneOf('quantity', 'times-met', 'times-missed', 'times-unmeasured')),
    dates: edge(oneOf('same-date', 'previous-date', 'all-dates', 'dates-so-far', 'earlier-dates')),
    last: optional(wholeNumber),
    'if-fewer': edgeWhen((of) => of('last') !== undefined, oneOf('makes-unmeasured', 'counts-those-there-are')),
    pick: edgeWhen(
      (of) => of('as') === 'quantity' && ['all-dates', 'dates-so-far', 'earlier-dates'].includes(of('dates') ?? ''),
      oneOf('latest', 'first', 'highest', 'lowest', 'mean', 'sum'),
    ),
    'if-none': optional(value),
  },
  over: {
    over: required(oneOf('people', 'children', 'parents', 'members', 'cohorts', 'authorities', 'tracks')),
    take: edge(oneOf('count', 'share', 'sum', 'mean', 'median', 'highest', 'lowest', 'every', 'any')),
    of: optional(value),
    that: optional(condition),
    among: edgeWhen((of) => ['children', 'parents', 'members'].includes(of('over') ?? ''), amongShape()),
    unmeasured: edge(oneOf('left-out', 'counted-as-no', 'makes-unmeasured')),
    'members-at': edgeWhen(
      (of) => ['children', 'parents', 'members'].includes(of('over') ?? ''),
      oneOf('start', 'occasion'),
    ),
    'if-nobody': edgeWhen(
      (of) =>
        of('over') !== 'people' &&
        ['every', 'any', 'share', 'mean', 'median', 'highest', 'lowest'].includes(of('take') ?? ''),
      oneOf('makes-unmeasured', 'counted-as-yes', 'counted-as-no'),
    ),
  },
  'sum-of': { 'sum-of': required(listOf(value)) },
  difference: { difference: required(listOf(value)) },
  product: { product: required(listOf(value)) },
  ratio: { ratio: required(listOf(value)), 'if-zero': edge(oneOf('makes-unmeasured', 'counts-as-none')) },
  'highest-of': { 'highest-of': required(listOf(value)) },
  'lowest-of': { 'lowest-of': required(listOf(value)) },
  change: {
    change: required(oneOf('fall', 'rise')),
    from: required(value),
    to: required(value),
    as: edge(oneOf('units', 'share')),
    'zero-baseline': edgeWhen((of) => of('as') === 'share', oneOf('makes-unmeasured', 'counts-as-none')),
  },
  rounded: { rounded: required(value), to: required(literal), how: edge(rounding) },
  weighted: {
    weighted: required(listOf(record({ weight: required(value), of: required(value) }))),
    missing: edge(oneOf('makes-unmeasured', 'others-weigh-more')),
  },
  if: { if: required(condition), then: required(value), else: required(value) },
  steps: {
    steps: required(value),
    table: required(listOf(stepRow())),
    below: required(value),
  },
  line: {
    line: required(value),
    points: required(listOf(record({ x: required(literal), give: required(value) }))),
    below: edge(oneOf('hold', 'nothing', 'extend')),
    above: edge(oneOf('hold', 'extend')),
  },
  tiers: {
    tiers: required(value),
    table: required(listOf(record({ 'up-to': optional(value), price: required(value) }))),
  },
  grown: {
    grown: required(value),
    by: required(value),
    from: required(dayExpression),
    to: required(dayExpression),
    how: edge(oneOf('compound', 'simple')),
    'part-years': edge(oneOf('exact', 'whole-only')),
    direction: required(oneOf('forward', 'back')),
  },
  parameter: { parameter: required(freeText) },
  this: { this: required(oneOf('quantity', 'occasion-number', 'contract-sum')) },
} as const satisfies Record<string, Fields>

/** Fields of the condition kinds that are not comparisons, by head key. */
export const conditionKinds = {
  all: { all: required(listOf(condition)) },
  any: { any: required(listOf(condition)) },
  not: { not: required(condition) },
  some: {
    some: required(wholeNumber),
    of: required(listOf(condition)),
    unmeasured: edge(oneOf('makes-unmeasured', 'counted-as-no')),
  },
  met: {
    met: required(freeText),
    dates: edge(oneOf('same-date', 'every-date', 'any-date', 'every-date-so-far', 'any-date-so-far')),
  },
  in: { in: required(names) },
  attribute: { attribute: required(freeText), is: required(names) },
  'observed-to': { 'observed-to': required(dayExpression) },
  left: { left: required(names), by: required(dayExpression) },
  reached: { reached: required(dayExpression), by: required(dayExpression) },
} as const satisfies Record<string, Fields>

/** What turns a value into a condition. The key says whether the boundary itself is inside. */
export const comparisonFields = {
  'at-least': optional(value),
  'at-most': optional(value),
  'more-than': optional(value),
  'less-than': optional(value),
  exactly: optional(value),
  'written-as': optional(countOf),
  'decided-by': optional(oneOf('share', 'count')),
} as const satisfies Fields

/** What a draft may say before the parties know which side of a number counts, or what "and/or" means. */
const comparison = { ...comparisonFields, threshold: optional(value) } as const satisfies Fields
const openCondition = { 'and-or': required(listOf(condition)) } as const satisfies Fields

const comparisons = ['at-least', 'at-most', 'more-than', 'less-than', 'exactly'] as const

/** Who is counted at all. `everybody` is an answer too: a family has children of every age. */
function amongShape(): Shape<Condition> {
  const read: Shape<Condition>['read'] = (node, to, path) =>
    plainText(node) === 'everybody' ? undefined : condition.read(node, to, path)
  const schema: Shape<Condition>['schema'] = (defined) => ({
    anyOf: [{ const: 'everybody' }, schemaOf(condition, defined)],
  })
  return {
    says: 'everybody, or a condition',
    choices: ['everybody', '{ time-between: [birth, occasion], unit: years, at-least: 6 years }'],
    read,
    schema,
  }
}

/** A step's threshold: `at-least` takes the boundary in, `more-than` leaves it out. */
function stepRow() {
  const shape = record({ 'at-least': optional(literal), 'more-than': optional(literal), give: required(value) })
  const open = record({ ...shape.fields, threshold: optional(literal) })
  const read: typeof shape.read = (node, to, path) => {
    const isOpen = node.kind === 'map' && askThreshold(node, to, path, ['at-least', 'more-than'])
    const row = isOpen ? open.read(node, to, path) : shape.read(node, to, path)
    if (isOpen) return undefined
    if (node.kind !== 'map' || row === undefined) return row
    if ((row.atLeast === undefined) === (row.moreThan === undefined))
      return askBoundary(node, to, path, ['at-least', 'more-than'], '0 %')
    return row
  }
  return { ...shape, read, schema: (defined: Definitions) => open.schema(defined) }
}

function valuedShape() {
  const shape = record(valuedFields)
  const read: typeof shape.read = (node, to, path) => {
    if (node.kind === 'map' && askThreshold(node, to, path, sides)) return undefined
    const limits = shape.read(node, to, path)
    if (node.kind !== 'map' || limits === undefined) return limits
    if (!node.entries.some((entry) => entry.key in valuedFields)) return askBoundary(node, to, path)
    return limits
  }
  const open = record({ ...valuedFields, threshold: optional(value) })
  return { ...shape, read, definition: 'valued', schema: (defined: Definitions) => open.schema(defined) }
}

function withChoices<T>(shape: Shape<T>, choices: readonly string[]): Shape<T> {
  return { ...shape, choices }
}

const valueShape: Shape<Value> = {
  says: 'a value: an amount, a share, a number with a unit, or a set with one of the heads of values',
  choices: [],
  read: (node, to, path) => readExpression(node, to, path, 'value') as Value | undefined,
  schema: (defined) => ({ anyOf: [schemaOf(literal, defined), ...kindSchemas(valueKinds, defined, comparison)] }),
}

const conditionShape: Shape<Condition> = {
  says: 'a condition: a value with a comparison beside it, or a set with one of the heads of conditions',
  choices: [],
  read: (node, to, path) => readExpression(node, to, path, 'condition') as Condition | undefined,
  schema: (defined) => ({
    anyOf: [
      ...kindSchemas({ ...conditionKinds, 'and-or': openCondition }, defined),
      ...kindSchemas(valueKinds, defined, comparison),
    ],
  }),
}

/** One piece per kind, by its head, for values and conditions alike: the reader tells which may stand where. */
function kindSchemas(kinds: Record<string, Fields>, defined: Definitions, more: Fields = {}): JsonSchema[] {
  return Object.entries(kinds).map(([head, fields]) => schemaOf(record({ ...fields, ...more }, head), defined))
}

function readExpression(node: YamlNode, to: Reading, path: string, wanted: 'value' | 'condition') {
  if (node.kind === 'text') return readPlain(node.text, node, to, path, wanted)
  if (node.kind !== 'map') return wrongShape(node, to, path, wanted === 'value' ? valueShape.says : conditionShape.says)
  const mark = plainText(node)
  if (mark !== undefined)
    return wanted === 'value' ? literal.read(node, to, path) : wrongShape(node, to, path, conditionShape.says)

  const heads = node.entries.map((entry) => entry.key)
  if (wanted === 'condition' && heads[0] === 'and-or') return askAndOr(node, to, path)
  const known: Record<string, Fields> = { ...valueKinds, ...conditionKinds }
  const head = heads.find((key) => key in known)
  if (head === undefined) {
    const near = heads[0] === undefined ? undefined : nearest(heads[0], Object.keys(known))
    const facts = { path, found: heads, known: Object.keys(known), nearest: near ?? '' }
    const choices = inPlaceOf(node.entries[0]?.keyAt ?? node.at, near)
    to.problems.push(problem('expression-unknown', 'wrong', node.at, facts, choices))
    return undefined
  }
  const isValue = head in valueKinds
  const compared = isValue && heads.some((key) => key in comparisonFields || key === 'threshold')
  const take = plainText(node.entries.find((entry) => entry.key === 'take')?.value)
  const answersYesOrNo = head === 'over' && (take === undefined || take === 'every' || take === 'any')
  if (answersYesOrNo && wanted === 'condition' && !compared) return readKind(node, head, known[head]!, to, path)
  if (wanted === 'condition' && isValue && !compared) {
    readKind(node, head, known[head]!, to, path)
    return askBoundary(node, to, path)
  }
  if (wanted === 'value' && (compared || !isValue)) {
    to.problems.push(problem('condition-as-value', 'wrong', node.at, { path, head }))
    return undefined
  }
  return compared ? readCompare(node, head, known[head]!, to, path) : readKind(node, head, known[head]!, to, path)
}

function readPlain(text: string, node: YamlNode, to: Reading, path: string, wanted: 'value' | 'condition') {
  if (wanted === 'condition') return wrongShape(node, to, path, conditionShape.says)
  if (text === 'undecided') return askValue(node, to, path, literal.says)
  const before = to.problems.length
  const read = parseLiteral(text, to, node.at, path)
  if (read === undefined && to.problems.length === before) {
    to.problems.push(problem('value-unreadable', 'wrong', node.at, { path, found: text, says: literal.says }))
  }
  return read
}

function readKind(node: YamlMap, kind: string, fields: Fields, to: Reading, path: string) {
  return { ...readRecord(node, fields, to, path), kind } as unknown as Value | Condition
}

function readCompare(node: YamlMap, head: string, fields: Fields, to: Reading, path: string): Condition | undefined {
  const isOpen = askThreshold(node, to, path, sides)
  const inside = node.entries.filter((entry) => !(entry.key in comparisonFields) && entry.key !== 'threshold')
  const beside = node.entries.filter((entry) => entry.key in comparisonFields)
  const of = readKind({ ...node, entries: inside }, head, fields, to, path)
  // What is compared is read all the same, so that what else is open or wrong is told with it.
  if (isOpen) return undefined
  const limits = readRecord({ ...node, entries: beside }, comparisonFields, to, path)
  if (!beside.some((entry) => (comparisons as readonly string[]).includes(entry.key)))
    return askBoundary(node, to, path)
  return { ...limits, kind: 'compare', value: of as Value } as Condition
}

/** "Employment and/or education": must all be met, or is one enough? */
function askAndOr(node: YamlMap, to: Reading, path: string): undefined {
  const [open] = node.entries
  const answers = ['all', 'any'].map((key) => ({ paste: `${key}: …`, edit: { at: open!.keyAt, text: key } }))
  to.problems.push(problem('edge-unsettled', 'unsettled', open!.keyAt, { path, key: 'and-or' }, answers))
  // Its parts are read all the same, so that what is wrong inside them is told.
  readRecord(node, openCondition, to, path)
  return undefined
}
