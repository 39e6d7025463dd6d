/** What the statement page shows: one agreement's statement under one reading, with the line that is opened explained. */
import { type Money } from '../../core/base/index.ts'
import { type Statement, printChecksum } from '../../core/settlement/index.ts'
import { type Agreement, type TermsVersion } from '../../core/terms/index.ts'
import {
  type ContractLibrary,
  type ContractSettlement,
  type Explained,
  type OpenContract,
  type ReadingSettled,
  type StatementWeight,
  explainAmount,
  suggestDays,
  weighStatement,
} from '../../operations/index.ts'
import { type ChosenDays, daysOf } from '../parts/days.tsx'
import { type Reader, readingAsked } from '../reader.ts'

export type StatementData = {
  name: string
  contract: OpenContract
  settlement: ContractSettlement
  reading: number
  settled: ReadingSettled
  /** The newest wording of the terms under the reading. */
  version: TermsVersion
  agreement: Agreement
  statement: Statement
  /** Which of the agreements on these terms it is. */
  index: number
  weight: StatementWeight
  opened: Extract<Explained, { is: 'payment' }> | undefined
  days: ChosenDays
  checksum: string
}

/** Nothing where the terms are wrong or there is nobody to settle for. */
export function statementData(
  library: ContractLibrary,
  name: string,
  contract: OpenContract,
  reader: Reader,
): StatementData | undefined {
  const suggested = suggestDays(contract)
  if (suggested === undefined) return undefined
  const days = daysOf(reader, contract, suggested)
  const settlement = library.settle(contract, { to: days.to, knownAt: days.knownAt })
  const reading = readingAsked(reader, settlement.readings.length)
  const settled = settlement.readings[reading]
  const version = contract.readings[reading]?.terms.versions.at(-1)
  if (settled === undefined || version === undefined) return undefined
  const { statements } = settled.settled
  const asked = statements.findIndex((statement) => statement.agreement === reader.address.agreement)
  const index = asked < 0 ? 0 : asked
  const statement = statements[index]
  if (statement === undefined) return undefined
  return {
    name,
    contract,
    settlement,
    reading,
    settled,
    version,
    agreement: settled.settled.context.agreement,
    statement,
    index,
    weight: weighStatement(statement),
    opened: openedLine(contract, settled, reader.address.open, index),
    days,
    checksum: printChecksum(statements),
  }
}

/** Explaining every entry of a line is the dearest thing a page asks for, so it is kept as long as the settlement is. */
const explained = new WeakMap<ReadingSettled, Map<string, Explained>>()

export function explainOnce(contract: OpenContract, settled: ReadingSettled, wanted: string, index: number): Explained {
  const known = explained.get(settled) ?? new Map<string, Explained>()
  explained.set(settled, known)
  const key = `${index} ${wanted}`
  const found = known.get(key) ?? explainAmount(contract, settled, wanted, index)
  known.set(key, found)
  return found
}

function openedLine(
  contract: OpenContract,
  settled: ReadingSettled,
  open: string | undefined,
  index: number,
): StatementData['opened'] {
  if (open === undefined) return undefined
  const found = explainOnce(contract, settled, open, index)
  return found.is === 'payment' ? found : undefined
}

/** Who pays whom how much, each pair once. */
export function pairsOf(statement: Statement): { payer: string; payee: string; payable: Money }[] {
  const pairs = new Map<string, { payer: string; payee: string; payable: Money }>()
  for (const { payer, payee, payable } of statement.lines.flatMap(({ shares }) => shares)) {
    const key = JSON.stringify([payer, payee])
    const pair = pairs.get(key) ?? { payer, payee, payable: 0n }
    pairs.set(key, { ...pair, payable: pair.payable + payable })
  }
  return [...pairs.values()]
}
