/** What each language says of payoff curves. */
import { type CountedUnit } from '../../src/core/terms/index.ts'

export type PayoffWords = {
  columns: { x: string; below: string; exactly: string; above: string }
  met: (amount: string) => string
  missed: (amount: string) => string
  perUnit: (amount: string, unit: CountedUnit | 'share' | 'number') => string
  example: (x: string, amount: string) => string
  fee: string
  manyNumbers: string
  differs: (who: string, count: number) => string
  moreCurves: (count: number) => string
  occasions: (count: number) => string
  beforeLimits: string
  nothingPaid: string
  needsOneGoal: string
  unknownGoal: (name: string, known: string) => string
  title: (payment: string) => string
}
