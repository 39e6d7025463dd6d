/** What each language says of a case that is followed: the page of the command line, the web's, and the picture. */
import { type Stage, type TimeUnit, type Verdict, type WhyUnseen } from '../../src/core/valuation/index.ts'

export type StandName = 'referred' | 'started' | 'succeeded' | 'paid' | 'net'
export type StandColumn = 'before' | 'byNow' | 'reached' | 'now' | 'nowAsSeen'
export type FollowPicture = 'net' | 'paid' | 'results'

export type FollowWords = {
  /** Under the title. */
  basis: (facts: { day: string; scenario: string; contract: string; year: string }) => string
  /** When a later day was asked for than the facts say anything of. */
  laterAsked: (asked: string, through: string) => string
  /** When a day was asked for that ends no month. */
  monthEnd: (asked: string, day: string) => string
  headline: (now: string) => string
  /** Beside it: what was expected when the case was made. */
  changed: (facts: { before: string; isMore: boolean; difference: string }) => string
  /** How many assumptions are broken, and which has cost the municipality the most. */
  broken: (count: number, of: number) => string
  worst: (facts: { assumption: string; since: string; amount: string; isLoss: boolean }) => string
  tooEarly: (count: number) => string
  /** Why there is nothing to follow. */
  states: {
    'no-contract': string
    'not-linked': string
    'no-facts': string
    'not-begun': (starts: string, day: string) => string
  }
  howToLink: string
  heads: { stands: string; figure: string; assumptions: string; costs: string; years: string; rules: string }
  stands: Record<StandName, string>
  standColumns: Record<StandColumn, string>
  assumptions: Record<Stage | 'payments', string>
  /** The name of how much of a service each has used. */
  used: (service: string) => string
  /** The name of how long a change has lasted for each. */
  lasted: (change: string) => string
  /** Instead, where a success is seen when it comes and those so far are counted. */
  successSoFar: string
  assumptionColumns: {
    what: string
    assumption: string
    assumed: string
    seen: string
    interval: string
    verdict: string
  }
  verdicts: Record<Verdict, string>
  brokeSince: (day: string) => string
  /** A value as a reader says it. */
  months: (number: string) => string
  units: (number: string, unit: TimeUnit) => string
  /** A name whose amounts are in thousands. */
  inThousands: (name: string, currency: string) => string
  seenOf: (count: string, of: string) => string
  nobody: string
  interval: (low: string, high: string) => string
  all: string
  together: string
  difference: string
  notFollowed: (groups: readonly string[]) => string
  /** Consequences that are not judged, by why. */
  unseen: Record<WhyUnseen, (consequences: readonly string[]) => string>
  /** Where the contract pays nobody. */
  unpaid: string
  unmeasured: (count: string) => string
  leftOut: (count: string) => string
  unplaced: (count: string) => string
  costsSays: string
  rules: readonly string[]
  small: string
  figures: Record<FollowPicture, string>
  strokes: { before: string; reached: string; now: string }
  wrong: (path: string) => string
  /** Web. */
  title: string
  day: string
  show: string
  seeCase: string
}
