/**
 * The header line: which character parts the fields, and which field goes into which column.
 *
 *     'Borger-ID;Måling;Dato'  →  delimiter ';', and for each field the column that accepts its name, if any
 *
 * Names are compared in lower case without the space around them. The delimiter is the one under which most columns are
 * found; then the one that gives most fields. Spreadsheets may put a line 'sep=;' before the header, which settles it.
 */
import { problem, type Place, type Problem } from '../base/index.ts'
import { type ColumnSpec } from './csv-columns.ts'
import { splitRecord } from './csv-records.ts'

export type Delimiter = ',' | ';' | '\t'

const delimiters: readonly Delimiter[] = [';', '\t', ',']

/** `specOfField` has an entry for each field of the file, undefined where no column asks for it. */
export type Header = {
  delimiter: Delimiter
  names: string[]
  specOfField: (ColumnSpec | undefined)[]
  unmatched: string[]
  problems: Problem[]
}

/** The delimiter that a first line such as 'sep=;' states. */
export function statedDelimiter(text: string): Delimiter | undefined {
  const stated = /^sep=([,;\t])$/i.exec(text)?.[1]
  return delimiters.find((delimiter) => delimiter === stated)
}

/** Reads the header text; `at` is its place. Problems: csv-header-unreadable, csv-column-missing, csv-column-twice. */
export function readHeader(
  text: string,
  columns: readonly ColumnSpec[],
  stated: Delimiter | undefined,
  at: Place,
): Header {
  const candidates = (stated === undefined ? delimiters : [stated]).map((delimiter) => layout(text, columns, delimiter))
  const matches = ({ specOfField }: Header): number => specOfField.filter((spec) => spec !== undefined).length
  const [best] = candidates.sort((a, b) => matches(b) - matches(a) || b.names.length - a.names.length)
  const header = best ?? layout(text, columns, ',')
  const isMisquoted = matches(header) === 0 && candidates.some((candidate) => candidate.names.length === 0)
  if (header.names.length === 0 || isMisquoted)
    return { ...header, problems: [problem('csv-header-unreadable', 'wrong', at)] }

  const problems: Problem[] = []
  for (const spec of columns) {
    const found = header.names.filter((_, field) => header.specOfField[field] === spec)
    if (found.length === 0 && spec.required) {
      const facts = { column: spec.name, accepted: [...new Set(spec.headers)], found: header.names.slice(0, 100) }
      problems.push(problem('csv-column-missing', 'wrong', at, facts))
    }
    if (found.length > 1) problems.push(problem('csv-column-twice', 'wrong', at, { column: spec.name, found }))
  }
  return { ...header, problems }
}

function layout(text: string, columns: readonly ColumnSpec[], delimiter: Delimiter): Header {
  const fields = splitRecord(text, delimiter)
  const names = 'fault' in fields ? [] : fields.map((field) => field.text.trim())
  const specOfField = names.map((name) => columns.find((spec) => spec.headers.includes(name.toLowerCase())))
  const unmatched = names.filter((_, field) => specOfField[field] === undefined)
  return { delimiter, names, specOfField, unmatched, problems: [] }
}
