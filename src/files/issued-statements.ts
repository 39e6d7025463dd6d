/**
 * Statements as they were issued, one JSON file each.
 *
 *     { "statement": "1", "to": "2023-03-31", "knownAt": "2023-04-05", "currency": "DKK",
 *       "lines": [ { "payment": "plan", "payer": "vejle", "payee": "dsi", "payable": "72000.00" } ] }
 *
 * Amounts are decimal texts, never JSON numbers, because a number there may have been through floating point.
 *
 * What was paid before is taken off what is owed now, so a line that no goal, payer or agreement of the terms answers to
 * is told: it would be taken off nothing, or off everything. The case that surprises: a file that was copied has the same
 * name of the statement inside it, and is counted once, since nobody was asked for the money twice.
 */
import {
  type Currency,
  type Place,
  type Problem,
  moneyFromExact,
  parseExact,
  parseIsoDay,
  problem,
} from '../core/base/index.ts'
import { type IssuedStatement } from '../core/settlement/index.ts'
import { type Agreement, type SourceText } from '../core/terms/index.ts'

/** What a line of a statement may name: the payments and parties of any version of the terms, and the agreements. */
type KnownNames = { payment: readonly string[]; party: readonly string[]; agreement: readonly string[] }

/** The names that versions and readings of the terms have among them; `agreements` are those that people belong to. */
export function namesKnown(versions: readonly Agreement[], agreements: readonly string[]): KnownNames {
  const all = (of: (agreement: Agreement) => Iterable<string>) => [...new Set(versions.flatMap((one) => [...of(one)]))]
  return {
    payment: all(({ payments }) => payments?.keys() ?? []),
    party: all(({ parties }) => parties.keys()),
    agreement: agreements,
  }
}

/**
 * Reads issued statements, oldest first. Problems: statement-unreadable, with what is wrong in the file; statement-twice,
 * where two files hold one statement, of which the first counts; statement-name-unknown, at the line.
 */
export function readIssuedStatements(
  sources: readonly SourceText[],
  currency: Currency,
  known: KnownNames,
): { statements: IssuedStatement[]; problems: Problem[] } {
  const problems: Problem[] = []
  const byName = new Map<string, IssuedStatement>()
  for (const source of sources) {
    const at = { file: source.file, line: 1, column: 1, length: 0 }
    const read = readStatement(source, currency)
    if ('wrong' in read) {
      problems.push(problem('statement-unreadable', 'wrong', at, { wrong: read.wrong, value: read.value }))
      continue
    }
    const first = byName.get(read.name)
    if (first === undefined) {
      byName.set(read.name, read)
      problems.push(...namesUnknown(read, source, known))
    } else {
      const isAlike = contentOf(first) === contentOf(read)
      problems.push(
        problem('statement-twice', 'wrong', at, { statement: read.name, otherFile: first.file ?? '', isAlike }),
      )
    }
  }
  const statements = [...byName.values()].sort((a, b) => a.to - b.to || (a.name < b.name ? -1 : 1))
  return { statements, problems }
}

type Wrong = { wrong: 'json' | 'to' | 'knownAt' | 'currency' | 'lines' | 'payable' | 'payment'; value: string }

function readStatement(source: SourceText, contracts: Currency): IssuedStatement | Wrong {
  let json: unknown
  try {
    json = JSON.parse(source.text)
  } catch {
    return { wrong: 'json', value: source.text.slice(0, 40) }
  }
  const { statement, to, knownAt = to, currency = contracts.code, lines } = (json ?? {}) as Record<string, unknown>
  const day = typeof to === 'string' ? parseIsoDay(to) : undefined
  if (day === undefined) return { wrong: 'to', value: shown(to) }
  const known = typeof knownAt === 'string' ? parseIsoDay(knownAt) : undefined
  if (known === undefined) return { wrong: 'knownAt', value: shown(knownAt) }
  if (currency !== contracts.code) return { wrong: 'currency', value: shown(currency) }
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
      payable: moneyFromExact(amount, contracts, 'half-up'),
      agreement: shown(agreement),
    })
  }
  const name = typeof statement === 'string' ? statement : source.file
  return { name, file: source.file, to: day, knownAt: known, lines: read }
}

const contentOf = ({ to, knownAt, lines }: IssuedStatement): string =>
  JSON.stringify([to, knownAt, lines.map((line) => ({ ...line, payable: String(line.payable) }))])

/** The names in a statement's lines that the terms have none of, each told once, where it first stands. */
function namesUnknown({ name, lines }: IssuedStatement, source: SourceText, known: KnownNames): Problem[] {
  const told = new Map<string, Problem>()
  for (const line of lines) {
    for (const [key, names] of [
      ['payment', known.payment],
      ['payer', known.party],
      ['payee', known.party],
      ['agreement', known.agreement],
    ] as const) {
      const found = line[key]
      if (names.includes(found) || told.has(`${key} ${found}`)) continue
      const facts = { statement: name, key, found, known: names.filter((one) => one !== '').slice(0, 100) }
      const at = placeOfValue(source, key, found)
      told.set(`${key} ${found}`, problem('statement-name-unknown', 'wrong', at, facts))
    }
  }
  return [...told.values()]
}

/** Where a key first has a value in the text; the first line where it is not written out, or written in another way. */
function placeOfValue({ file, text }: SourceText, key: string, value: string): Place {
  const literal = JSON.stringify(value)
  for (const [index, line] of text.split('\n').entries()) {
    const keyAt = line.indexOf(`"${key}"`)
    const column = keyAt < 0 ? -1 : line.indexOf(literal, keyAt + key.length + 2)
    if (column >= 0) return { file, line: index + 1, column: column + 1, length: literal.length }
  }
  return { file, line: 1, column: 1, length: 0 }
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
