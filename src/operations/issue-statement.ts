/**
 * Issuing a statement: keeping it in the contract's folder, so that the next one takes off what this one asked for.
 *
 *     statements/2024-3.json      { "statement": "2024-3", "to": …, "knownAt": …, "checksum": …, "lines": [ … ] }
 *
 * A statement on file is never written over: a correction shows in the next one. Each line is what one payer owes one
 * payee for one payment, in the order of the statement.
 *
 * Two things stand in the way of keeping one. Faults and open questions, since what they would change would be paid wrong;
 * and a statement on file that this one does not take off, since its money would be asked for once more.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, type Problem, currencyOf, dayText } from '../core/base/index.ts'
import { type Statement, printAmount, printChecksum } from '../core/settlement/index.ts'
import { daysAfter, notTakenOff } from './earlier-statements.ts'
import { type OpenContract } from './open-contract.ts'
import { type ContractSettlement } from './settle-contract.ts'

export type IssuedFile =
  | { is: 'written' | 'taken'; path: string }
  /** What is wrong or open, in the order of places. */
  | { is: 'not-signable'; problems: Problem[] }
  /** The statements that are not taken off, and the first days to settle to that take them off. */
  | { is: 'not-taken-off'; statements: string[]; to: Day; knownAt: Day }

/** Whether a name may be that of a file, here and on any machine. */
export function isStatementName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,80}$/u.test(name) && !name.endsWith('.')
}

/** Writes the statements of a settlement under a name; not where the name is taken, or where they may not be paid. */
export function issueStatement(contract: OpenContract, settlement: ContractSettlement, name: string): IssuedFile {
  const folder = join(contract.folder.path, 'statements')
  const path = join(folder, `${name}.json`)
  const { readings, problems } = settlement
  const [reading] = readings
  if (existsSync(path)) return { is: 'taken', path }
  const inTheWay = problems.filter(({ severity }) => severity !== 'notice')
  if (!contract.isSignable || inTheWay.length > 0 || reading === undefined)
    return { is: 'not-signable', problems: inTheWay }
  const left = notTakenOff(contract, settlement)
  if (left.length > 0) {
    return { is: 'not-taken-off', statements: left.map((one) => one.name), ...daysAfter(left, settlement) }
  }
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(path, issuedText(reading.settled.statements, name), { flag: 'wx' })
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return { is: 'taken', path }
    throw fault
  }
  return { is: 'written', path }
}

/** The file's text: the statements' shares as lines, with the dates, the versions and the checksum they came from. */
function issuedText(statements: readonly Statement[], name: string): string {
  const [first] = statements
  const currency = currencyOf(first?.currency ?? '')
  const lines = statements.flatMap(({ agreement, lines: own }) =>
    own.flatMap(({ payment, shares }) =>
      shares.map(({ payer, payee, payable }) => ({
        payment,
        payer,
        payee,
        payable: currency === undefined ? String(payable) : printAmount(payable, currency),
        ...(agreement === '' ? {} : { agreement }),
      })),
    ),
  )
  const issued = {
    statement: name,
    to: first === undefined ? '' : dayText(first.to),
    knownAt: first === undefined ? '' : dayText(first.knownAt),
    currency: first?.currency ?? '',
    versions: first?.versions ?? [],
    checksum: printChecksum(statements),
    lines,
  }
  return `${JSON.stringify(issued, undefined, 2)}\n`
}
