/**
 * Comparing: two statements in money per line and per person, two sets of terms in words per clause.
 *
 *     statements   the lines of both, each with what it was and what it is; and whose amounts are not the same
 *     terms        the clauses that came, went or read differently, sentence by sentence
 *
 * A statement may come from a settlement or from a file; of a file only what is asked for is known, so amounts that one
 * side lacks are told as missing and not as zero.
 */
import {
  type Currency,
  type Exact,
  type Locale,
  type Money,
  currencyOf,
  equals,
  moneyFromExact,
  parseExact,
} from '../core/base/index.ts'
import { type Settled, type Statement } from '../core/settlement/index.ts'
import { type AnnexClause, type TermsVersion, wordsOf } from '../core/terms/index.ts'
import { type OpenContract } from './open-contract.ts'

/** One side of a comparison of statements. */
export type Sheet = {
  name: string
  currency: string
  lines: SheetLine[]
  settled: Settled | undefined
}

export type SheetLine = { payment: string; clause: string; afterLimits: Money | undefined; payable: Money }

export type LineDifference = {
  payment: string
  clause: string
  afterLimits: { before: Money | undefined; after: Money | undefined }
  payable: { before: Money | undefined; after: Money | undefined }
}

export type PersonDifference = { payment: string; who: string; day: number; before: Exact; after: Exact }

export type StatementsCompared = { lines: LineDifference[]; people: PersonDifference[] }

/** The sheet of a statement that was worked out. */
export function sheetOf(name: string, statement: Statement, settled: Settled): Sheet {
  const lines = statement.lines.map(({ payment, clause, afterLimits, payable }) => ({
    payment,
    clause,
    afterLimits,
    payable,
  }))
  return { name, currency: statement.currency, lines, settled }
}

/**
 * The sheet of a statement on file, issued or printed as JSON; nothing where the file holds none. A file that does not
 * name its currency has that of its contract.
 */
export function readSheet(
  name: string,
  text: string,
  { agreement, currency: contractsOwn }: { agreement: string | undefined; currency: string | undefined },
): Sheet | undefined {
  const json = jsonIn(text)
  if (json === undefined) return undefined
  const code = typeof json.currency === 'string' ? json.currency : (contractsOwn ?? '')
  const currency = currencyOf(code)
  if (currency === undefined || !Array.isArray(json.lines)) return undefined
  const lines = new Map<string, SheetLine>()
  for (const line of json.lines as Record<string, unknown>[]) {
    const { payment, clause = '', payable, afterLimits } = line
    if (agreement !== undefined && (line.agreement ?? json.agreement ?? '') !== agreement) continue
    const amount = moneyIn(payable, currency)
    if (typeof payment !== 'string' || amount === undefined) return undefined
    const known = lines.get(payment) ?? {
      payment,
      clause: typeof clause === 'string' ? clause : '',
      afterLimits: undefined,
      payable: 0n,
    }
    lines.set(payment, { ...known, payable: known.payable + amount, afterLimits: moneyIn(afterLimits, currency) })
  }
  return { name, currency: code, lines: [...lines.values()], settled: undefined }
}

/** The statement in a text: as it was issued, as it is printed, or the first of what `settle --json` gives. */
function jsonIn(text: string): Record<string, unknown> | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof json !== 'object' || json === null) return undefined
  const { readings } = json as { readings?: { statements?: unknown[] }[] }
  return (readings?.[0]?.statements?.[0] ?? json) as Record<string, unknown>
}

function moneyIn(text: unknown, currency: Currency): Money | undefined {
  const amount = typeof text === 'string' ? parseExact(text) : undefined
  return amount === undefined ? undefined : moneyFromExact(amount, currency, 'half-up')
}

/** What differs between two statements, in the order of the later one. People only where both were worked out. */
export function compareStatements(before: Sheet, after: Sheet): StatementsCompared {
  const names = [...new Set([...after.lines, ...before.lines].map(({ payment }) => payment))]
  const lines = names.map((payment): LineDifference => {
    const [a, b] = [before, after].map((sheet) => sheet.lines.find((line) => line.payment === payment))
    return {
      payment,
      clause: b?.clause || a?.clause || '',
      afterLimits: { before: a?.afterLimits, after: b?.afterLimits },
      payable: { before: a?.payable, after: b?.payable },
    }
  })
  const { settled: one } = before
  const { settled: other } = after
  return { lines, people: one === undefined || other === undefined ? [] : peopleThatDiffer(one, other) }
}

/** Amounts by payment, person and occasion that one settlement has and the other has not, or not the same. */
function peopleThatDiffer(before: Settled, after: Settled): PersonDifference[] {
  const [a, b] = [amountsByPerson(before), amountsByPerson(after)]
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => {
    const [was, is] = [a.get(key), b.get(key)]
    const { payment, who, day } = (is ?? was)!
    const difference = { payment, who, day, before: was?.amount ?? 0, after: is?.amount ?? 0 }
    return equals(difference.before, difference.after) ? [] : [difference]
  })
}

type PersonAmount = { payment: string; who: string; day: number; amount: Exact }

function amountsByPerson({ context, earned, final }: Settled): Map<string, PersonAmount> {
  const { entries, payments } = earned
  const amounts = new Map<string, PersonAmount>()
  for (let entry = 0; entry < entries.size; entry++) {
    const payment = payments[entries.payment[entry]!]!.name
    const row = entries.who[entry]!
    const who = row < 0 ? '' : context.roster.idOf(row)
    const day = entries.day[entry]!
    amounts.set(JSON.stringify([payment, who, day]), { payment, who, day, amount: final[entry]! })
  }
  return amounts
}

export type ClauseDifference = {
  number: string
  heading: string
  /** Sentences that only the earlier terms have, and only the later. */
  gone: string[]
  come: string[]
}

/** The clauses that do not read the same, in the order of the later terms, those that went last. */
export function compareTerms(before: TermsVersion, after: TermsVersion, locale: Locale): ClauseDifference[] {
  const [a, b] = [before, after].map(({ agreement, marks }) => wordsOf(agreement, marks, locale)) as [
    AnnexClause[],
    AnnexClause[],
  ]
  const order = [...b, ...a.filter(({ id }) => !b.some((clause) => clause.id === id))]
  return order.flatMap(({ id, number, heading }) => {
    const [was, is] = [a, b].map((clauses) => sentencesOf(clauses.find((clause) => clause.id === id))) as [
      string[],
      string[],
    ]
    const gone = was.filter((sentence) => !is.includes(sentence))
    const come = is.filter((sentence) => !was.includes(sentence))
    return gone.length + come.length === 0 ? [] : [{ number, heading, gone, come }]
  })
}

const sentencesOf = (clause: AnnexClause | undefined): string[] => clause?.sentences.map(({ text }) => text) ?? []

/** The contract as it was before the amendments that came after a version; nothing for a name it has not got. */
export function asOfVersion(
  contract: OpenContract,
  name: string,
): { contract: OpenContract; version: TermsVersion } | undefined {
  const versions = contract.readings[0]?.terms.versions ?? []
  const at = versions.findIndex((version) => version.name === name)
  const version = versions[at]
  if (version === undefined) return undefined
  const readings = contract.readings.map((reading) => ({
    ...reading,
    terms: { ...reading.terms, versions: reading.terms.versions.slice(0, at + 1) },
  }))
  return { contract: { ...contract, readings }, version }
}
