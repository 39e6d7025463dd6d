/**
 * Weighing a statement: of all that the results could have been worth, what is reached, what is open, what is lost.
 *
 *     reached   what is left after limits                              thick
 *     open      not due yet, or due and measured by nobody             dotted
 *     lost      missed, partly met, left out, behind a closed gate     thin
 *
 * Open and lost are counted before limits: which of them a cap would take is not known until they come. What plain caps leave of all
 * that is open is known, and is told beside it. Where the terms set
 * no most for a result, its worth cannot be told, and the weight says so rather than counting it as nothing.
 */
import { type Money } from '../core/base/index.ts'
import { type Settled, type Statement, type UnpaidResult, openUnderCaps } from '../core/settlement/index.ts'

export type Weight = {
  reached: Money
  open: Money
  lost: Money
  /** False when some result has no most, so that open and lost are only what can be told. */
  isWhole: boolean
}

export type StatementWeight = { total: Weight; lines: ReadonlyMap<string, Weight> }

const openKinds: readonly UnpaidResult['kind'][] = ['not-due', 'unmeasured']

/** Weighs each line of a statement, and all of it. */
export function weighStatement(statement: Statement): StatementWeight {
  const lines = new Map(
    statement.lines.map((line) => {
      const unpaid = statement.unpaid.filter(({ payment }) => payment === line.payment)
      return [line.payment, weightOf(line.afterLimits, unpaid)] as const
    }),
  )
  return { total: weightOf(statement.afterLimits, statement.unpaid), lines }
}

/** What is open, and what the caps leave of it: only where that is known, and less. */
export function cappedOpen(settled: Settled, statement: Statement): { open: Money; left: Money } | undefined {
  const { open } = weightOf(statement.afterLimits, statement.unpaid)
  const left = open === 0n ? undefined : openUnderCaps(settled, statement)
  return left === undefined || left >= open ? undefined : { open, left }
}

/** What the limits did: only took, only added, or both; `sign` makes what is earned less what is left a sum of that. */
export type LimitsDid = { did: 'withheld' | 'raised' | 'changed'; sign: 1n | -1n }

/** By the limits of all lines: a floor that adds money has cut nothing. */
export function whatLimitsDid(statements: readonly Statement[]): LimitsDid {
  const amounts = statements.flatMap(({ lines }) =>
    lines.flatMap(({ withheld }) => withheld.map(({ amount }) => amount)),
  )
  if (!amounts.some((amount) => amount < 0n)) return { did: 'withheld', sign: 1n }
  return { did: amounts.some((amount) => amount > 0n) ? 'changed' : 'raised', sign: -1n }
}

function weightOf(afterLimits: Money, unpaid: readonly UnpaidResult[]): Weight {
  const weight: Weight = { reached: afterLimits > 0n ? afterLimits : 0n, open: 0n, lost: 0n, isWhole: true }
  for (const { kind, amount } of unpaid) {
    if (amount === undefined) weight.isWhole = false
    else if (openKinds.includes(kind)) weight.open += amount
    else weight.lost += amount
  }
  return weight
}
