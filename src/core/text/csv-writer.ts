/**
 * A small table as CSV text that CsvReader, and any spreadsheet, reads back unchanged.
 *
 *     writeCsv([['1', 'a;b'], ['2', '']], ['id', 'note'], { delimiter: ';' })  →  'id;note\n1;"a;b"\n2;\n'
 *
 * A field is put in quotes when it holds the delimiter, a quote or a line end, when it begins or ends with a space, and
 * when it is the only field of its row and empty, because an empty line is not a row.
 */
import { assert } from '../base/index.ts'
import { type Delimiter } from './csv-header.ts'

/** The header and the rows, each line ended by a line feed. Every row has as many fields as the header. */
export function writeCsv(
  rows: Iterable<readonly string[]>,
  header: readonly string[],
  { delimiter }: { delimiter: Delimiter },
): string {
  const lines = [lineOf(header, delimiter)]
  for (const row of rows) {
    assert(row.length === header.length, 'a row has as many fields as the header')
    lines.push(lineOf(row, delimiter))
  }
  return lines.join('')
}

function lineOf(fields: readonly string[], delimiter: Delimiter): string {
  if (fields.length === 1 && fields[0] === '') return '""\n'
  return `${fields.map((field) => quotedIfNeeded(field, delimiter)).join(delimiter)}\n`
}

function quotedIfNeeded(field: string, delimiter: Delimiter): string {
  const isPlain = !/["\r\n]/.test(field) && !field.includes(delimiter) && field === field.trim()
  return isPlain ? field : `"${field.replaceAll('"', '""')}"`
}
