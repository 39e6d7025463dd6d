/**
 * `parameters.csv`: one set of terms for many agreements, each with its own prices.
 *
 *     agreement,price-a,price-b
 *     1,12345.67,98765.00
 *
 * A parameter of unit `minor` is written in whole minor units (øre), one of unit `money` in kroner.
 */
import { type Exact, type Problem, fraction, multiply, problem } from '../core/base/index.ts'
import { type CsvFile, type ReadingRules } from '../core/measurement/index.ts'
import { type Agreement } from '../core/terms/index.ts'
import { CsvReader, Interner } from '../core/text/index.ts'

export type ParameterTable = {
  agreements: string[]
  /** The value of a parameter for a named agreement, money in minor units. */
  value: (name: string, agreement: string) => Exact | undefined
  problems: Problem[]
}

/** Reads the table. Problems: those of CSV, parameter-missing for an agreement or a parameter without a value. */
export function readParameterTable(
  file: CsvFile | undefined,
  agreement: Agreement,
  rules: ReadingRules,
  minorUnits: number,
): ParameterTable {
  const names = [...(agreement.parameters?.keys() ?? [])]
  const values = new Map<string, Exact>()
  const agreements: string[] = []
  if (file === undefined || names.length === 0) return { agreements, value: () => undefined, problems: [] }
  const theirs = (ours: string) =>
    Object.entries(rules.columns).flatMap(([their, our]) => (our === ours ? [their.toLowerCase()] : []))
  const ids = new Interner()
  const reader = new CsvReader({
    file: file.name,
    rules,
    interners: { agreement: ids },
    columns: [
      { name: 'agreement', headers: ['agreement', 'aftale', ...theirs('agreement')], type: 'id', required: true },
      ...names.map((name) => ({
        name,
        headers: [name, name.replace(/-/g, '_'), ...theirs(name)],
        type: 'number' as const,
        required: true,
      })),
    ],
    onBatch: (batch) => {
      for (let row = 0; row < batch.count; row++) {
        const id = ids.textOf(batch.codes('agreement')[row]!)
        agreements.push(id)
        for (const name of names) {
          const { mantissas, scales } = batch.numbers(name)
          const number = fraction(BigInt(mantissas[row]!), 10n ** BigInt(scales[row]!))
          const isMajor = agreement.parameters!.get(name)!.unit === 'money'
          values.set(`${id} ${name}`, isMajor ? multiply(number, minorUnits) : number)
        }
      }
    },
  })
  for (const chunk of file.chunks) reader.push(chunk)
  const problems = [...reader.end().problems]
  if (agreements.length === 0 && problems.length === 0) {
    problems.push(problem('parameter-missing', 'wrong', { file: file.name, line: 1, column: 1, length: 0 }, { names }))
  }
  return { agreements, value: (name, of) => values.get(`${of} ${name}`), problems }
}
