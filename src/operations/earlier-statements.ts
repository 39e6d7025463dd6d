/**
 * Which statements on file a settlement takes off: those made to a day on or before its own, before the day it is known at.
 *
 *     settled to 30 June, known 5 July       a statement to 31 March made 4 April      is taken off
 *                                            the same, made 5 July or later            is not: it was not there yet
 *                                            a statement to 30 September               is not, whenever it was made
 *
 * So a statement that was issued is rebuilt as it was by settling to its own two days. The case that surprises: what is
 * rebuilt asks for the same money once more. It may therefore be looked at, but a new statement is only kept where every
 * statement on file is taken off in it, and then nothing can be asked for twice.
 *
 * Problem, at the file of the first of them: statement-not-taken-off (notice).
 */
import { type Day, type Problem, dayText, problem } from '../core/base/index.ts'
import { type IssuedStatement } from '../core/settlement/index.ts'
import { type OpenContract } from './open-contract.ts'

type TwoDays = { to: Day; knownAt: Day }

/** The statements on file that a settlement to the two days takes off, oldest first. */
export function takenOff({ issued }: Pick<OpenContract, 'issued'>, days: TwoDays): IssuedStatement[] {
  return issued.filter((statement) => isTakenOff(statement, days))
}

/** The statements on file that were made to a later day, or on the same day or later than the settlement is known at. */
export function notTakenOff({ issued }: Pick<OpenContract, 'issued'>, days: TwoDays): IssuedStatement[] {
  return issued.filter((statement) => !isTakenOff(statement, days))
}

const isTakenOff = (statement: IssuedStatement, { to, knownAt }: TwoDays): boolean =>
  statement.to <= to && statement.knownAt < knownAt

/** What a reader is to know who looks at a day that statements were made for since: those that are not taken off. */
export function tellNotTakenOff(
  contract: Pick<OpenContract, 'folder'>,
  left: readonly IssuedStatement[],
  days: TwoDays,
): Problem[] {
  const [first] = left
  if (first === undefined) return []
  const at = { file: first.file ?? contract.folder.terms.file, line: 1, column: 1, length: 0 }
  const after = daysAfter(left, days)
  const facts = { statements: left.map(({ name }) => name), isOne: left.length === 1 }
  const paste = `--to ${dayText(after.to)} --known-at ${dayText(after.knownAt)}`
  return [problem('statement-not-taken-off', 'notice', at, facts, [{ paste }])]
}

/** The first two days, from those asked for on, that a statement can be settled to which takes all of these off. */
export function daysAfter(left: readonly IssuedStatement[], { to, knownAt }: TwoDays): TwoDays {
  return {
    to: left.reduce((day, statement) => Math.max(day, statement.to), to),
    knownAt: left.reduce((day, statement) => Math.max(day, statement.knownAt + 1), knownAt),
  }
}

/** Whether all that was paid before is known: a statement on file that cannot be read may have asked for any amount. */
export function isPaidBeforeKnown({ problems }: Pick<OpenContract, 'problems'>): boolean {
  return !problems.some(({ code }) => code === 'statement-unreadable')
}
