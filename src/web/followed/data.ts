/** What the page of a followed case shows: the case as of the day and in the scenario of the address. */
import {
  type CaseLibrary,
  type FollowState,
  type FollowedCase,
  type OpenCase,
  type Scenario,
} from '../../operations/index.ts'
import { type CompiledCase, type Following } from '../../core/valuation/index.ts'
import { typedDay } from '../parts/typed-day.ts'
import { type Reader } from '../reader.ts'
import { scenarioOf } from '../parts/scenario-choice.tsx'

export type FollowedData = {
  name: string
  open: OpenCase
  found: FollowedCase
  compiled: CompiledCase
  scenario: Scenario
  state: FollowState
  faults: readonly string[]
}

/** With something to follow. */
export type ShownFollowing = FollowedData & { following: Following }

/** Nothing to show where the case, or how it is tied to its contract, is wrong. */
export function followedData(
  cases: CaseLibrary,
  name: string,
  open: OpenCase,
  { address, words }: Reader,
): FollowedData | { wrong: FollowedCase } {
  const asOf = address.to === undefined ? undefined : typedDay(address.to)
  const faults = address.to !== undefined && asOf === undefined ? [words.days.notADay(address.to)] : []
  const scenario = scenarioOf(address)
  const found = cases.follow(open, { scenario, asOf })
  const { state, compiled } = found
  if (state === undefined || compiled === undefined) return { wrong: found }
  return { name, open, found, compiled, scenario, state, faults }
}
