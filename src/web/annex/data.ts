/** What the annex shows: the terms under one reading, the curves, and what each answer to an open question has come to. */
import { type Day, type Exact, type Money, divide, parseExact } from '../../core/base/index.ts'
import { type Settled } from '../../core/settlement/index.ts'
import {
  type ContractLibrary,
  type OpenContract,
  type Payoff,
  type ToldAnnex,
  payoffAt,
  payoffOnce,
  suggestDays,
  tellAnnex,
} from '../../operations/index.ts'
import { type Reader, readingAsked } from '../reader.ts'

/** A number a reader tries on the curve of a payment; unreadable text is kept to be told of. */
export type Trial = { payment: string; text: string; x: Exact | undefined; amount: Exact | undefined }

export type AnnexData = {
  name: string
  annex: ToldAnnex
  isSignable: boolean
  payoffs: ReadonlyMap<string, Payoff>
  /** A number the reader tries on a curve. */
  trial: Trial | undefined
  /** What has been earned under each reading, of terms with open questions. */
  earned: readonly Money[]
  days: { to: Day; knownAt: Day } | undefined
}

/** The annex of a contract under the reading that is asked for; nothing where the terms are wrong. */
export function annexData(
  library: ContractLibrary,
  name: string,
  contract: OpenContract,
  reader: Reader,
): AnnexData | undefined {
  const days = suggestDays(contract)
  const settlement = days === undefined ? undefined : library.settle(contract, days)
  const reading = readingAsked(reader, contract.readings.length)
  const annex = tellAnnex(contract, settlement, reading, reader.locale)
  if (annex === undefined) return undefined
  const settled = settlement?.readings[reading]?.settled
  const payments = settled?.earned.payments ?? []
  const payoffs = new Map<string, Payoff>()
  for (const payment of payments) {
    const payoff = payoffOnce(settled!, payment.name)
    if (payoff !== undefined) payoffs.set(payment.name, payoff)
  }
  return {
    name,
    annex,
    isSignable: contract.isSignable,
    payoffs,
    trial: settled === undefined ? undefined : trialOf(reader, settled, payoffs),
    earned: contract.isSignable
      ? []
      : (settlement?.readings ?? []).map(({ settled: { statements } }) =>
          statements.reduce((sum, { afterLimits }) => sum + afterLimits, 0n),
        ),
    days,
  }
}

function trialOf(
  { address, locale }: Reader,
  settled: Settled,
  payoffs: ReadonlyMap<string, Payoff>,
): Trial | undefined {
  const { trial, number } = address
  const payoff = trial === undefined ? undefined : payoffs.get(trial)
  if (trial === undefined || number === undefined || payoff === undefined) return undefined
  const x = typedNumber(number, locale, payoff.unit === 'share')
  return { payment: trial, text: number, x, amount: x === undefined ? undefined : payoffAt(settled, trial, x) }
}

/** `12,5`, `12.5 %`, `1.250`: in Danish the point parts thousands when three digits follow it. */
function typedNumber(text: string, locale: 'da' | 'en', isShare: boolean): Exact | undefined {
  const bare = text.replace(/[\s\u00a0%]/g, '').replace('\u2212', '-')
  const isThousands = locale === 'da' ? /^-?\d{1,3}(\.\d{3})+(,\d+)?$/ : /^-?\d{1,3}(,\d{3})+(\.\d+)?$/
  const plain = isThousands.test(bare)
    ? locale === 'da'
      ? bare.replaceAll('.', '').replace(',', '.')
      : bare.replaceAll(',', '')
    : bare.replace(',', '.')
  const value = /^-?\d{1,12}(\.\d{1,9})?$/.test(plain) ? parseExact(plain) : undefined
  return value === undefined ? undefined : isShare ? divide(value, 100) : value
}
