/** What each language says of stopping before the agreed day. */
import { type ExitRule } from '../../src/core/settlement/index.ts'

type Side = 'agreed' | 'payer' | 'investor' | 'other'

export type ExitWords = {
  title: string
  lead: (day: string) => string
  sides: Record<Side, string>
  /** `planned-rate` at a share in words. */
  expected: Record<ExitRule['expected'], (share: string) => string>
  columns: {
    rule: string
    reached: string
    expected: string
    withheld: string
    total: string
    paidBefore: string
    payable: string
    rate: string
  }
  apart: (amount: string) => string
  open: string
  openColumns: { payment: string; count: string; ifAllMet: string }
  rateOf: (rate: string) => string
  noRate: string
  unknownWorth: string
  handOver: (payable: string, count: number) => string
  noOpen: string
  noExitClause: string
  notARule: (text: string) => string
  form: { on: string; payer: string; investor: string; show: string; asAgreed: string }
  link: string
}
