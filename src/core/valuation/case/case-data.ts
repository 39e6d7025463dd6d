/**
 * Values that estimates take from files: `data: waiting.csv, column: months` is one number a row.
 *
 * Problems: those of CSV. A file that is not there is told when the case is compiled.
 */
import { type Problem } from '../../base/index.ts'
import { CsvReader } from '../../text/index.ts'
import { type CaseFile } from './case-file.ts'
import { type CaseData } from './compiling.ts'

/** A file of the case's folder: its name as the case writes it and as a reader sees it, and its bytes. */
export type CaseDataFile = { name: string; shown: string; bytes: Uint8Array }

export function readCaseData(file: CaseFile, files: readonly CaseDataFile[]): { data: CaseData; problems: Problem[] } {
  const data = new Map<string, Float64Array>()
  const problems: Problem[] = []
  for (const { data: name, column } of file.estimates?.values() ?? []) {
    const found = files.find((one) => one.name === name)
    if (name === undefined || column === undefined || found === undefined || data.has(`${name}:${column}`)) continue
    const values: number[] = []
    const reader = new CsvReader({
      file: found.shown,
      rules: { numbers: 'international', dates: 'day-month-year' },
      columns: [{ name: 'value', headers: [column.toLowerCase()], type: 'number', required: true }],
      onBatch: (batch) => {
        const { mantissas, scales } = batch.numbers('value')
        for (let row = 0; row < batch.count; row++) values.push(mantissas[row]! / 10 ** scales[row]!)
      },
    })
    reader.push(found.bytes)
    problems.push(...reader.end().problems)
    data.set(`${name}:${column}`, Float64Array.from(values))
  }
  return { data, problems }
}
