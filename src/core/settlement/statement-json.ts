/**
 * A statement as canonical JSON: the same statement is the same bytes, on every machine and at any time.
 *
 *     { "agreement": "", "currency": "DKK", "to": "2024-09-30", …, "payable": "375000.00", "lines": [ … ] }
 *
 * Keys stand in one order, amounts are decimal texts with every digit of the smallest coin, days are `YYYY-MM-DD`, and
 * the text ends in a line feed. Its SHA-256 is the statement's checksum: two who settle the same terms and facts to the
 * same dates need to compare twelve letters, not the tables. A line carries payer and payee in its shares, so a statement
 * on file can be read back as one that was issued.
 */
import {
  type Currency,
  type Exact,
  type Money,
  assert,
  currencyOf,
  dayText,
  divide,
  formatExact,
  isWhole,
  sha256OfPieces,
  toBigInt,
} from '../base/index.ts'
import { type Statement } from './statement.ts'
import { type UnpaidResult } from './unpaid.ts'

/** A value of JSON that this file writes. */
type Json = string | number | null | readonly Json[] | { readonly [key: string]: Json }

/** The statement as JSON text, two spaces a level, ending in a line feed. */
export function printStatement(statement: Statement): string {
  return [...printPieces(statement)].join('')
}

/** SHA-256 of the printed statements, in 64 hexadecimal digits. Of one agreement or of many, in their order. */
export function printChecksum(statements: readonly Statement[]): string {
  return sha256OfPieces(allPiecesOf(statements))
}

function* allPiecesOf(statements: readonly Statement[]): Iterable<string> {
  for (const statement of statements) yield* printPieces(statement)
}

/** The text in pieces, since with a million people it is longer than any one text can be. */
export function* printPieces(statement: Statement): Iterable<string> {
  const currency = currencyOf(statement.currency)
  assert(currency !== undefined, 'a statement is in a currency that exists')
  const withNone = JSON.stringify(jsonOf(statement, currency), undefined, 2)
  const end = '\n}'
  yield withNone.slice(0, withNone.length - `]${end}`.length)
  let piece = ''
  let count = 0
  for (const result of statement.eachUnpaid()) {
    piece += `${count === 0 ? '\n' : ',\n'}${unpaidText(result, currency)}`
    if (++count % unpaidInPiece !== 0) continue
    yield piece
    piece = ''
  }
  yield `${piece}${count === 0 ? '' : '\n  '}]${end}\n`
}

const unpaidInPiece = 1000

/** One unpaid result as JSON.stringify writes it, which takes several times as long. */
function unpaidText({ goal, payment, kind, who, day, result, amount }: UnpaidResult, currency: Currency): string {
  return `    {
      "goal": ${JSON.stringify(goal)},
      "payment": ${JSON.stringify(payment)},
      "kind": "${kind}",
      "who": ${JSON.stringify(who)},
      "day": ${day === undefined ? 'null' : `"${dayText(day)}"`},
      "result": ${result},
      "amount": ${amount === undefined ? 'null' : `"${printAmount(amount, currency)}"`}
    }`
}

/** An amount as a decimal text with all the digits of the currency: 37500000n in DKK is `375000.00`. */
export function printAmount(amount: Money, currency: Currency): string {
  const digits = currency.minorDigits
  const text = String(amount < 0n ? -amount : amount).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  return `${amount < 0n ? '-' : ''}${whole}${digits === 0 ? '' : `.${text.slice(text.length - digits)}`}`
}

/** An exact amount in the smallest coin, as `printAmount` where it is whole, and else as the fraction it is: `25/3` kroner. */
export function printExactAmount(minorUnits: Exact, currency: Currency): string {
  if (isWhole(minorUnits)) return printAmount(toBigInt(minorUnits), currency)
  return formatExact(divide(minorUnits, 10 ** currency.minorDigits))
}

/** What is kept is told where something is: a statement without says the same as it always has. */
function keptAsJson({ kept, keptRooms }: Statement, money: (amount: Money) => string): { [key: string]: Json } {
  if (kept === 0n && keptRooms.length === 0) return {}
  const rooms = keptRooms.map(({ limit, payer, clause, bound, paid, held }) => ({
    ...(limit === undefined ? { payer: payer! } : { limit }),
    clause,
    bound: money(bound),
    paid: money(paid),
    held: money(held),
  }))
  return { kept: money(kept), keptRooms: rooms }
}

/** Everything but the unpaid results. */
function jsonOf(statement: Statement, currency: Currency): Json {
  const money = (amount: Money): string => printAmount(amount, currency)
  return {
    agreement: statement.agreement,
    currency: statement.currency,
    to: dayText(statement.to),
    knownAt: dayText(statement.knownAt),
    versions: statement.versions,
    earned: money(statement.earned),
    afterEachLimit: statement.afterEachLimit.map(({ limit, clause, amount }) => ({
      limit,
      clause,
      amount: money(amount),
    })),
    afterLimits: money(statement.afterLimits),
    paidBefore: money(statement.paidBefore),
    unplaced: money(statement.unplaced),
    heldByReturnCap: money(statement.heldByReturnCap),
    carriedOver: money(statement.carriedOver),
    ...keptAsJson(statement, money),
    payable: money(statement.payable),
    lines: statement.lines.map((line) => ({
      payment: line.payment,
      clause: line.clause,
      earned: money(line.earned),
      withheld: line.withheld.map(({ limit, amount }) => ({ limit, amount: money(amount) })),
      afterLimits: money(line.afterLimits),
      paidBefore: money(line.paidBefore),
      payable: money(line.payable),
      shares: line.shares.map((share) => ({
        payer: share.payer,
        payee: share.payee,
        owed: money(share.owed),
        paidBefore: money(share.paidBefore),
        payable: money(share.payable),
      })),
    })),
    goals: statement.goals.map((goal) => ({
      goal: goal.goal,
      subjects: goal.subjects,
      met: goal.met,
      missed: goal.missed,
      unmeasured: goal.unmeasured,
      notDue: goal.notDue,
      leftOut: goal.leftOut,
      measured: goal.measured,
    })),
    unpaid: [],
  }
}
