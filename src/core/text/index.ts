/**
 * Texts in, values with places out: YAML with positions, CSV bytes into columns. Knows formats, not contracts.
 *
 * `readYaml` gives a tree whose every key and value knows its line and column; `removeEntry` and its like edit such a
 * text without touching the rest, and `excerpt` shows a reader the spot. A shape says once what a piece of such a tree may
 * look like, and gives the typed value, the problems with their remedies, and the JSON Schema. `CsvReader` takes bytes in chunks and hands out
 * batches of typed columns: codes from an `Interner`, days, exact decimals, texts. Whatever can be read in two ways is a
 * problem with the choices, never a guess.
 */
export { excerpt } from './excerpt.ts'
export { offsetOf } from './places.ts'
export { insertKey, removeEntry, replaceAt } from './yaml-edit.ts'
export { entryAt, insertItem, nodeAt, plainYaml, removeItem, writeValue } from './yaml-item.ts'
export {
  type YamlEmpty,
  type YamlEntry,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlText,
  readYaml,
} from './yaml.ts'

export { type Batch, type ColumnSpec, type NumberColumn, emptyCode, emptyDay } from './csv-columns.ts'
export { type PieceAhead, type PiecePlan, type PieceRead, PieceReader } from './csv-ahead.ts'
export { type CsvOptions, type CsvSummary, CsvReader } from './csv-reader.ts'
export { type Decimal, type FieldReading, type ReadingRules, readDay, readNumber } from './csv-values.ts'
export { AlikeProblems } from './alike-problems.ts'
export { NumberManners, numbersToPaste } from './field-faults.ts'
export { ProblemTally } from './problem-tally.ts'
export { writeCsv } from './csv-writer.ts'
export { textOfBytes } from './csv-encoding.ts'
export { Interner } from './interner.ts'

export { type MarkGrade, placeOfName, plainText, siblingOf } from './siblings.ts'

// Shapes: what a piece of YAML may look like.
export {
  type Definitions,
  type Fields,
  type JsonSchema,
  type Mark,
  type Read,
  type Reading,
  type Shape,
  type Words,
} from './shape.ts'
export { edge, edgeWhen, offering, optional, record, readRecord, required } from './shape.ts'
export { freeText, later, listOf, mapOf, oneOf, scalar, schemaOf, words } from './shape.ts'
export { askValue, choicesOf, nameOf, wrongShape } from './shape.ts'
export { type Quantity, type TimeUnit, type Unit, parseQuantity } from './quantity.ts'
export { amount, countOf, fixedDay, offset, parseOffset, share, wholeNumber } from './quantity.ts'
export { editDistance, inPlaceOf, insertion, nearest } from './remedies.ts'
