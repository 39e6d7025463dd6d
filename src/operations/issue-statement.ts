/**
 * Issuing a statement: keeping it in the contract's folder, so that the next one takes off what this one asked for.
 *
 *     statements/2024-3.json      { "statement": "2024-3", "to": …, "knownAt": …, "checksum": …, "lines": [ … ] }
 *
 * A statement on file is never written over: a correction shows in the next one. Each line is what one payer owes one
 * payee for one payment, in the order of the statement.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { currencyOf, dayText } from '../core/base/index.ts'
import { type Statement, printAmount, printChecksum } from '../core/settlement/index.ts'
import { type OpenContract } from './open-contract.ts'
import { type ReadingSettled } from './settle-contract.ts'

export type IssuedFile = { isWritten: boolean; path: string }

/** Whether a name may be that of a file, here and on any machine. */
export function isStatementName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,80}$/u.test(name) && !name.endsWith('.')
}

/** Writes the statements of one settlement under a name; not where the name is taken. */
export function issueStatement(contract: OpenContract, { settled }: ReadingSettled, name: string): IssuedFile {
  const folder = join(contract.folder.path, 'statements')
  const path = join(folder, `${name}.json`)
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(path, issuedText(settled.statements, name), { flag: 'wx' })
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return { isWritten: false, path }
    throw fault
  }
  return { isWritten: true, path }
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
