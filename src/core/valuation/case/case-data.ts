/**
 * Values that estimates take from files: `data: waiting.csv, column: months` is one number a row.
 *
 *     50 %  ·  0,5  ·  0.5                 a half, in a column of shares
 *     12,5 and 1.250 in one column         12.5 and 1250: the first says in what manner the second is written
 *     1.250 and nothing else               1250 or 1.25, so it is asked
 *     50 % and 0,5 in one column           0.5 or 0.005, so it is asked
 *
 * A column is read as a whole: a number that could be read in two ways is read as the others of its column must be. What the
 * column does not tell, `reading.yaml` beside the file does: `numbers: danish`, `shares: percent`. Where neither tells, it is
 * never guessed. A share without a sign is a part of 1, as long as no share of the column has a sign.
 *
 * Problems: those of CSV; data-manners-mixed, data-share-ambiguous. That a file is not there, or has no numbers and no faults,
 * is told when the case is compiled.
 */
import { type Choice, type Fact, type Place, type Problem, problem } from '../../base/index.ts'
import {
  AlikeProblems,
  CsvReader,
  type Decimal,
  type FieldReading,
  type ReadingRules,
  numbersToPaste,
  readNumber,
} from '../../text/index.ts'
import { type CaseFile } from './case-file.ts'
import { type CaseData } from './compiling.ts'

type NumberRule = ReadingRules['numbers']

/** How the numbers of the files beside a case are written, as far as it is said. */
export type CaseDataRules = { numbers: NumberRule; shares: 'percent' | 'fraction' | 'unstated' }

/** A file of the case's folder: its name as the case writes it and as a reader sees it, its bytes and how it is written. */
export type CaseDataFile = { name: string; shown: string; bytes: Uint8Array; rules?: CaseDataRules }

const unstatedRules: CaseDataRules = { numbers: 'unstated', shares: 'unstated' }

export function readCaseData(file: CaseFile, files: readonly CaseDataFile[]): { data: CaseData; problems: Problem[] } {
  const data = new Map<string, Float64Array>()
  const problems: Problem[] = []
  for (const { data: name, column, unit } of file.estimates?.values() ?? []) {
    const found = files.find((one) => one.name === name)
    if (name === undefined || column === undefined || found === undefined || data.has(`${name}:${column}`)) continue
    const { fields, problems: ofFile, delimiter } = fieldsOf(found, column)
    const alike = new AlikeProblems()
    const values = readColumn({ fields, column, isOfShares: unit === 'share', delimiter }, found, alike)
    const told = alike.told()
    problems.push(...ofFile, ...told)
    const hasFaults = ofFile.length + told.length > 0
    if (hasFaults || values.length > 0) data.set(`${name}:${column}`, Float64Array.from(values))
  }
  return { data, problems }
}

/** One field of the column: what stands there, on which line. */
type Field = { text: string; line: number }
type FieldsRead = { fields: readonly Field[]; problems: readonly Problem[]; delimiter: string | undefined }
type DataColumn = Pick<FieldsRead, 'fields' | 'delimiter'> & { column: string; isOfShares: boolean }

function fieldsOf({ shown, bytes }: CaseDataFile, column: string): FieldsRead {
  const fields: Field[] = []
  const reader = new CsvReader({
    file: shown,
    rules: { numbers: 'unstated', dates: 'day-month-year' },
    columns: [{ name: 'value', headers: [column.toLowerCase()], type: 'text', required: true }],
    onBatch: (batch) => {
      for (let row = 0; row < batch.count; row++)
        fields.push({ text: batch.textAt('value', row).trim(), line: batch.row[row]! })
    },
  })
  reader.push(bytes)
  const { problems, delimiter } = reader.end()
  return { fields, problems, delimiter }
}

/** The numbers of a column. A field that does not say one number is none; fields with one fault are told together. */
function readColumn(column: DataColumn, file: CaseDataFile, told: AlikeProblems): number[] {
  const rules = file.rules ?? unstatedRules
  const { fields, isOfShares, delimiter } = column
  let lines: string[] | undefined
  const isSigned = ({ text }: Field): boolean => isOfShares && text.endsWith('%')
  const numberIn = (field: Field): string => (isSigned(field) ? field.text.slice(0, -1).trim() : field.text)
  const tell = (code: string, field: Field, facts: Record<string, Fact>, choices: readonly Choice[] = []): void => {
    told.add(code, field.line, () => {
      const all = { column: column.column, value: field.text, ...facts }
      lines ??= new TextDecoder().decode(file.bytes).split(/\r\n|\r|\n/)
      return problem(code, 'wrong', placeOf(field, file.shown, lines), all, choices)
    })
  }
  const manner = mannerOf(fields.map(numberIn), rules.numbers)
  if (typeof manner === 'object') {
    const [one, other] = [fields[manner.danish]!, fields[manner.international]!]
    const facts = { other: other.text, line: BigInt(other.line) }
    const choices = ['numbers: danish', 'numbers: international'].map((paste) => ({ paste }))
    tell('data-manners-mixed', one, facts, choices)
    return []
  }
  const hasSigns = fields.some(isSigned)
  return fields.flatMap((field) => {
    const read = readNumber(numberIn(field), manner)
    if ('fault' in read) {
      if (read.fault === 'ambiguous') {
        const inField = numbersToPaste(field.text, read.readings, delimiter)
        const choices = [...inField, ...read.choices.map((paste) => ({ paste }))]
        tell('csv-number-ambiguous', field, { readings: read.readings }, choices)
      } else if (read.fault === 'too-long') tell('csv-number-too-long', field, {})
      else if (read.fault === 'against-rule') tell('csv-number-against-rule', field, { rule: manner })
      else tell('csv-number-unreadable', field, {})
      return []
    }
    const value = approximately(read.value)
    const isPercent = isSigned(field) || (isOfShares && rules.shares === 'percent')
    if (isPercent) return [approximately({ ...read.value, scale: read.value.scale + 2 })]
    if (hasSigns && rules.shares === 'unstated' && value !== 0) {
      tell('data-share-ambiguous', field, {}, [{ paste: 'shares: percent' }, { paste: 'shares: fraction' }])
      return []
    }
    return [value]
  })
}

const approximately = ({ mantissa, scale }: Decimal): number => mantissa / 10 ** scale

/**
 * How the numbers of a column are written: as it is said, or as those that can be read in one way only must be. Where some must
 * be Danish and others must not, the places of one of each.
 */
function mannerOf(
  texts: readonly string[],
  stated: NumberRule,
): NumberRule | { danish: number; international: number } {
  if (stated !== 'unstated') return stated
  const isOnly = (text: string, manner: NumberRule, other: NumberRule): boolean =>
    isNumber(readNumber(text, manner)) && !isNumber(readNumber(text, other))
  const danish = texts.findIndex((text) => isOnly(text, 'danish', 'international'))
  const international = texts.findIndex((text) => isOnly(text, 'international', 'danish'))
  if (danish >= 0 && international >= 0) return { danish, international }
  return danish >= 0 ? 'danish' : international >= 0 ? 'international' : 'unstated'
}

const isNumber = (read: FieldReading<Decimal>): boolean => 'value' in read

/** Where a field stands on its line, where its text stands there once; else the line. */
function placeOf({ text, line }: Field, file: string, lines: readonly string[]): Place {
  const whole = lines[line - 1] ?? ''
  const first = whole.indexOf(text)
  const isThere = first >= 0 && first === whole.lastIndexOf(text)
  return { file, line, column: isThere ? first + 1 : 1, length: isThere ? text.length : whole.length }
}
