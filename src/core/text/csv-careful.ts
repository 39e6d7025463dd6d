/**
 * Reading one row of CSV the careful way: quotes, all letters, every manner of numbers and days, and a problem for each
 * field that does not say one thing.
 *
 * Answers whether the row is accepted; then its values stand in the columns. The words of a refused row may have been
 * given codes, which no row uses.
 */
import { problem, type Choice, type Fact, type Place, type Problem } from '../base/index.ts'
import { type Column } from './csv-columns.ts'
import { type Field, splitRecord } from './csv-records.ts'
import { readDay, readNumber, type FieldReading, type ReadingRules } from './csv-values.ts'
import { type FieldFaults, numbersToPaste } from './field-faults.ts'
import { type ProblemTally } from './problem-tally.ts'

/** `columns` and `names` have an entry for each field of the file; `columns` is undefined where no column asks for it. */
export type RowReading = {
  file: string
  delimiter: string
  rules: ReadingRules
  columns: readonly (Column | undefined)[]
  names: readonly string[]
  problems: ProblemTally
  faults: FieldFaults
  /** The code of what stands in the column of an id, of a row that is refused. */
  onRefused: ((code: number, line: number) => void) | undefined
}

const encoder = new TextEncoder()

/** Reads the text of one record, which begins on `line`, into row `index` of the columns. */
export function readCarefully(reading: RowReading, text: string, line: number, index: number): boolean {
  const fields = splitRecord(text, reading.delimiter)
  const whole = { start: 0, length: text.length }
  if ('fault' in fields) {
    const value = shown(text.slice(fields.start, fields.start + fields.length))
    return refuse(reading, problem(`csv-${fields.fault}`, 'wrong', placeOf(reading, text, line, fields), { value }))
  }
  const expected = reading.columns.length
  if (fields.length !== expected) {
    const code = fields.length < expected ? 'csv-row-too-short' : 'csv-row-too-long'
    const facts = { fields: fields.length, expected, value: shown(text) }
    tellRefused(reading, fields, line)
    return refuse(reading, problem(code, 'wrong', placeOf(reading, text, line, whole), facts))
  }

  let isAccepted = true
  for (let n = 0; n < expected; n++) {
    const column = reading.columns[n]
    const field = fields[n]
    if (column === undefined || field === undefined) continue
    const fault = readField(reading, column, field, index)
    const name = reading.names[n] ?? column.spec.name
    if (fault === undefined) {
      if (column.spec.type === 'day' && reading.rules.dates === 'unstated')
        reading.faults.seeDay(name, line, field.text.trim())
      continue
    }
    const facts: Record<string, Fact> = { column: name, ...fault.facts }
    if (field.text !== '') facts['value'] = shown(field.text)
    const at = placeOf(reading, text, line, field)
    reading.faults.add(name, line, problem(fault.code, 'wrong', at, facts, fault.choices))
    isAccepted = false
  }
  if (!isAccepted) tellRefused(reading, fields, line)
  return isAccepted
}

/** Whose row is refused, as far as its fields tell: what is said of them elsewhere is not said of a stranger. */
function tellRefused({ columns, onRefused }: RowReading, fields: readonly Field[], line: number): void {
  if (onRefused === undefined) return
  for (const [n, column] of columns.entries()) {
    const text = fields[n]?.text.trim() ?? ''
    if (column?.spec.type !== 'id' || !column.isRequired || text === '') continue
    const code = column.interner?.codeOf(text)
    if (code !== undefined) onRefused(code, line)
  }
}

type FieldFault = { code: string; facts: Record<string, Fact>; choices: Choice[] }

function readField(reading: RowReading, column: Column, field: Field, index: number): FieldFault | undefined {
  const { type, required } = column.spec
  const text = type === 'text' && field.isQuoted ? field.text : field.text.trim()
  if (text === '') {
    if (required) return { code: 'csv-value-missing', facts: {}, choices: [] }
    column.putEmpty(index)
    return undefined
  }
  if (type === 'number') {
    const number = readNumber(text, reading.rules.numbers)
    if ('fault' in number) {
      const fault = faultOf('number', number, reading.rules.numbers)
      if (number.fault !== 'ambiguous') return fault
      return { ...fault, choices: [...numbersToPaste(text, number.readings, reading.delimiter), ...fault.choices] }
    }
    column.putNumber(index, number.value.mantissa, number.value.scale)
  } else if (type === 'day') {
    const day = readDay(text, reading.rules.dates)
    if ('fault' in day) return faultOf('day', day, reading.rules.dates)
    column.wholes[index] = day.value
  } else if (type === 'text') {
    const bytes = encoder.encode(text)
    column.putText(index, bytes, 0, bytes.length)
  } else {
    const code = column.interner?.codeOf(text)
    if (code === undefined) return { code: 'csv-text-too-long', facts: { length: text.length }, choices: [] }
    column.wholes[index] = code
  }
  return undefined
}

type Unread = Extract<FieldReading<unknown>, { fault: string }>

function faultOf(kind: 'number' | 'day', reading: Unread, rule: string): FieldFault {
  const code = `csv-${kind}-${reading.fault}`
  if (reading.fault === 'ambiguous') {
    return { code, facts: { readings: reading.readings }, choices: reading.choices.map((paste) => ({ paste })) }
  }
  return { code, facts: reading.fault === 'against-rule' ? { rule } : {}, choices: [] }
}

function refuse(reading: RowReading, found: Problem): false {
  reading.problems.add(found)
  return false
}

/** The place of a stretch of a record that begins on `line` and may run over several. */
function placeOf(reading: RowReading, text: string, line: number, part: { start: number; length: number }): Place {
  const lines = text.slice(0, part.start).split(/\r\n|\r|\n/)
  const column = (lines.at(-1)?.length ?? 0) + 1
  return { file: reading.file, line: line + lines.length - 1, column, length: part.length }
}

/** At most 80 characters of what stood in the file. */
export function shown(text: string): string {
  const characters = [...text.slice(0, 200)]
  return characters.length <= 80 && text.length <= 200 ? text : `${characters.slice(0, 79).join('')}…`
}
