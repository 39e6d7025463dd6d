/**
 * What a contract pays, by date: the statements as they were issued, and after them a statement for each settlement period.
 *
 *     issued to 31 March and 30 June, as of 31 December   →   payments of March and June, then of September and December
 *
 * A period without an issued statement is settled on its last day with what is known now, after all before it. So set-off,
 * corrections and caps on return come out as they would have, and the sum is what a single statement would ask for.
 */
import { type Day } from '../core/base/index.ts'
import { type IssuedStatement } from '../core/settlement/index.ts'
import { takenOff } from './earlier-statements.ts'
import { type OpenContract } from './open-contract.ts'
import { type ContractSettlement, settleContract } from './settle-contract.ts'
import { suggestDays } from './suggest-days.ts'

export type DatedPayment = {
  day: Day
  payment: string
  payer: string
  payee: string
  amount: bigint
  isIssued: boolean
}

/** The payments under one reading of the terms, to a day, and the last settlement, from which anything may be explained. */
export function listReceipts(
  contract: OpenContract,
  { to, knownAt, reading }: { to: Day; knownAt: Day; reading: number },
): { payments: DatedPayment[]; last: ContractSettlement } {
  const issued = takenOff(contract, { to, knownAt })
  const payments = issued.flatMap((statement) => paymentsOf(statement, true))
  const done: IssuedStatement[] = [...issued]
  const from = issued.at(-1)?.to ?? -Infinity
  const ends = (suggestDays(contract)?.ends ?? []).filter((end) => end > from && end < to)
  let last: ContractSettlement | undefined
  for (const end of [...ends, to]) {
    last = settleContract(contract, { to: end, knownAt, issued: done })
    const statement = stated(last, reading, end, knownAt)
    payments.push(...paymentsOf(statement, false))
    done.push(statement)
  }
  return { payments, last: last! }
}

/** The statements of all agreements under the terms, as one that was issued. */
function stated({ readings }: ContractSettlement, reading: number, to: Day, knownAt: Day): IssuedStatement {
  const lines = (readings[reading]?.settled.statements ?? []).flatMap(({ agreement, lines: own }) =>
    own.flatMap(({ payment, shares }) =>
      shares.map(({ payer, payee, payable }) => ({ payment, payer, payee, payable, agreement })),
    ),
  )
  return { name: '', to, knownAt, lines }
}

function paymentsOf({ to, lines }: IssuedStatement, isIssued: boolean): DatedPayment[] {
  return lines.flatMap(({ payment, payer, payee, payable }) =>
    payable === 0n ? [] : [{ day: to, payment, payer, payee, amount: payable, isIssued }],
  )
}
