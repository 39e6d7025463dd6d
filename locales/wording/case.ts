/** What each language says of a business case: the controller's page. */
import { type Authority, type FinanceMode, type LineKind, type MustBe } from '../../src/core/valuation/index.ts'

/** A question that a case leaves open, what hangs on it, and what each answer means. By key, or by `part.key`. */
export type CaseQuestion = { question: string; money: string; answers: Readonly<Record<string, string>> }
export type CaseQuestions = Readonly<Record<string, CaseQuestion>>

export type CaseWords = {
  scenarios: Record<'narrow' | 'broad', string>
  authorities: Record<Authority, string>
  kinds: Record<LineKind, string>
  modes: Record<FinanceMode, string>
  repayment: string
  /** Under the title: price year, guide and law. */
  basis: (facts: { year: string; from: string; years: number; guide: string; law: string }) => string
  lawOfEachDay: string
  lawOf: (day: string) => string
  /** How many figures of the case are invented, supposed or not verified. */
  doubtful: (count: number) => string
  /** The one sentence above all: what the municipality has left, and when it has got back what it put in. */
  headline: (facts: { gains: boolean; amount: string; years: number; breakEven: string | undefined }) => string
  /** What must be true, of the estimate that decides most. */
  mustBe: (facts: {
    gains: MustBe['gains']
    label: string
    threshold: string
    mean: string
    /** Between which values it was looked for; nothing where those are all there are. */
    between: { least: string; most: string } | undefined
  }) => string
  heads: {
    people: string
    owners: string
    items: string
    years: string
    ceiling: string
    departments: string
    alternatives: string
    tornado: string
    mustBe: string
    economic: string
    followed: string
    doubts: string
    signOff: string
  }
  columns: {
    owner: string
    kind: string
    item: string
    gross: string
    refund: string
    net: string
    presentValue: string
    year: string
    municipality: string
    cumulated: string
    inside: string
    outside: string
    mode: string
    putIn: string
    paidBack: string
    withoutEffect: string
    deepest: string
    breakEven: string
    estimate: string
    low: string
    high: string
    group: string
    referred: string
    started: string
    completed: string
    succeeded: string
    anyway: string
    expected: string
    kept: string
    toPool: string
    reinvested: string
    notFollowed: string
  }
  signing: string
  never: string
  more: string
  less: string
  law: string
  perThousand: (currency: string) => string
  /** Between own money and an investor or the pool. */
  compared: (facts: { mode: FinanceMode; more: boolean; amount: string; lost: string }) => string
  /** Of the VAT in the costs, what comes back to whoever spent it and what does not; each where it is anything. */
  vat: (facts: { charged: string; back: string | undefined; left: string | undefined }) => string
  /** What the state takes of money given to the municipality. */
  foundationVat: (amount: string) => string
  freed: (amount: string) => string
  economicIs: (facts: { amount: string; factor: string }) => string
  economicNot: string
  grades: Record<string, string>
  noSource: string
  notSigned: (steps: string) => string
  signedBefore: (steps: string) => string
  steps: Record<string, string>
  units: Record<'months' | 'number', (number: string) => string>
  sameBothWays: string
  lawsApart: string
  /** Under the curve. */
  curve: { title: (title: string) => string; narrow: string; broad: string; reached: string }
  flow: { title: (title: string) => string; pays: string; gains: string }
  tornadoTitle: (title: string) => string
  /** When an argument names no case. */
  noCase: (path: string) => string
  wrongCase: (path: string) => string
}
