/**
 * The days on which a contract is worth looking at: the ends of its settlement periods, and the one to open on.
 *
 *     runs 2022-01-01 … 2027-12-31, every quarter   →   31 March 2022, 30 June 2022, … 31 December 2027
 *     last fact 25 December 2024                     →   open on 31 December 2024
 *
 * After the day the facts stop, an agreement says nothing yet: what nobody has recorded must not be taken for what did
 * not happen. So a contract under way opens on the end of the period its last fact belongs to, one that has run out on
 * its last day. What was recorded after that is known from the day it was recorded.
 */
import { type Day, FAR_FUTURE } from '../core/base/index.ts'
import { NO_DAY } from '../core/measurement/index.ts'
import { settlementDays } from '../core/settlement/index.ts'
import { type OpenContract } from './open-contract.ts'

export type SuggestedDays = { ends: Day[]; to: Day; knownAt: Day }

/** The ends of the periods in order, and the two days a statement opens on. Nothing for terms that cannot be read. */
export function suggestDays(contract: OpenContract): SuggestedDays | undefined {
  const agreement = contract.readings[0]?.terms.versions.at(-1)?.agreement
  if (agreement === undefined) return undefined
  const { runs } = agreement
  const ends = settlementDays(agreement)
  const last = lastDayTold(contract, runs.through)
  const to = ends.find((end) => end >= last.happened) ?? runs.through
  return { ends, to, knownAt: Math.max(to, last.recorded) }
}

/** The last day anything is told of, and the last day anything became known; the last of the agreement without facts. */
function lastDayTold(contract: OpenContract, through: Day): { happened: Day; recorded: Day } {
  const agreement = contract.readings[0]!.terms.versions.at(-1)!.agreement
  const { measurement } = contract
  const view =
    measurement?.roster === undefined ? undefined : measurement.asOf({ to: through, knownAt: FAR_FUTURE, agreement })
  const facts = [...(view?.measures.values() ?? [])]
  const happened = facts
    .map((measure) => Math.max(measure.lastFrom, measure.lastRecorded))
    .filter((day) => day > NO_DAY)
  const recorded = facts.map((measure) => measure.lastRecorded).filter((day) => day > NO_DAY && day < FAR_FUTURE)
  return {
    happened: happened.length === 0 ? through : Math.max(...happened),
    recorded: recorded.length === 0 ? through : Math.max(...recorded),
  }
}
