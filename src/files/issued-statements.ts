/**
 * Statements as they were issued, one JSON file each.
 *
 *     { "statement": "1", "to": "2023-03-31", "knownAt": "2023-04-05",
 *       "lines": [ { "payment": "plan", "payer": "vejle", "payee": "dsi", "payable": "72000.00" } ] }
 *
 * Amounts are decimal texts, never JSON numbers, because a number there may have been through floating point.
 */
import { type Currency, type Problem, moneyFromExact, parseExact, parseIsoDay, problem } from '../core/base/index.ts'
import { type IssuedStatement } from '../core/settlement/index.ts'
import { type SourceText } from '../core/terms/index.ts'

/** Reads issued statements, oldest first. Problems: statement-unreadable, with what is wrong in the file. */
export function readIssuedStatements(
  sources: readonly SourceText[],
  currency: Currency,
): { statements: IssuedStatement[]; problems: Problem[] } {
  const problems: Problem[] = []
  const statements = sources.flatMap((source): IssuedStatement[] => {
    const read = readStatement(source, currency)
    if ('wrong' in read) {
      const at = { file: source.file, line: 1, column: 1, length: 0 }
      problems.push(problem('statement-unreadable', 'wrong', at, { wrong: read.wrong, value: read.value }))
      return []
    }
    return [read]
  })
  return { statements: statements.sort((a, b) => a.to - b.to || (a.name < b.name ? -1 : 1)), problems }
}

type Wrong = { wrong: 'json' | 'to' | 'knownAt' | 'lines' | 'payable' | 'payment'; value: string }

function readStatement(source: SourceText, currency: Currency): IssuedStatement | Wrong {
  let json: unknown
  try {
    json = JSON.parse(source.text)
  } catch {
    return { wrong: 'json', value: source.text.slice(0, 40) }
  }
  const { statement, to, knownAt = to, lines } = (json ?? {}) as Record<string, unknown>
  const day = typeof to === 'string' ? parseIsoDay(to) : undefined
  if (day === undefined) return { wrong: 'to', value: shown(to) }
  const known = typeof knownAt === 'string' ? parseIsoDay(knownAt) : undefined
  if (known === undefined) return { wrong: 'knownAt', value: shown(knownAt) }
  if (!Array.isArray(lines)) return { wrong: 'lines', value: shown(lines) }
  const read: IssuedStatement['lines'] = []
  for (const line of lines as Record<string, unknown>[]) {
    const { payment, payer, payee, payable, agreement = '' } = line
    const amount = typeof payable === 'string' ? parseExact(payable) : undefined
    if (amount === undefined) return { wrong: 'payable', value: shown(payable) }
    if (typeof payment !== 'string' || typeof payer !== 'string' || typeof payee !== 'string') {
      return { wrong: 'payment', value: shown(line) }
    }
    read.push({
      payment,
      payer,
      payee,
      payable: moneyFromExact(amount, currency, 'half-up'),
      agreement: shown(agreement),
    })
  }
  return { name: typeof statement === 'string' ? statement : source.file, to: day, knownAt: known, lines: read }
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
