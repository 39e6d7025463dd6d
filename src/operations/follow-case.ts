/**
 * Following a case: what its contract's facts show by a day, beside what was assumed.
 *
 *     followCase(open, { asOf })   →   then, now and reached, every assumption with its verdict; or why there is nothing to follow
 *
 * Whole months are compared, so a day is taken as the end of the last whole month. After the period the facts stop in nothing has
 * been seen: a later day is answered as of the end of that period, since what nobody has recorded is not what did not happen.
 */
import {
  type Day,
  type Problem,
  addDays,
  firstDayOfMonth,
  lastDayOfMonth,
  partsOf,
  problem,
  sortProblems,
} from '../core/base/index.ts'
import { contractFit } from '../core/simulation/index.ts'
import { type CompiledCase, type Following, followCase as follow, monthIn } from '../core/valuation/index.ts'
import { contractFrom } from '../files/index.ts'
import { type CaseCompiler, compileOpen } from './compile-open.ts'
import { followProblems } from './link-followed.ts'
import { observeCase } from './observe-case.ts'
import { type Settling } from './observe-payments.ts'
import { type OpenCase } from './open-case.ts'
import { type OpenContract, openContract } from './open-contract.ts'
import { settleContract } from './settle-contract.ts'
import { suggestDays } from './suggest-days.ts'
import { type Scenario } from './value-case.ts'

/** Followed; or it has no contract, says nowhere how, has not begun by the day, or nobody has been referred by it. */
export type FollowState = 'followed' | 'no-contract' | 'not-linked' | 'not-begun' | 'no-facts'

export type FollowedCase = {
  /** Nothing where a problem stands in the way. */
  state: FollowState | undefined
  compiled: CompiledCase | undefined
  following: Following | undefined
  contract: OpenContract | undefined
  /** The day asked for, if one was. */
  asked: Day | undefined
  /** The end of a month; and the end of the last one the facts say anything about. */
  asOf: Day
  factsThrough: Day | undefined
  /** People of the contract in none of the groups followed. */
  unplaced: number
  problems: Problem[]
}

const nothing = {
  state: undefined,
  compiled: undefined,
  following: undefined,
  contract: undefined,
  factsThrough: undefined,
}

/** What following needs of others, who may have it already. */
export type FollowTools = {
  compile?: CaseCompiler
  openAt?: (path: string) => OpenContract | undefined
  settle?: Settling
}

/** Without a day: as of the end of the last month the facts say anything about. */
export function followCase(
  open: OpenCase,
  { asOf, scenario = 'narrow' }: { asOf?: Day | undefined; scenario?: Scenario } = {},
  { compile = compileOpen, openAt = openContract, settle = settleContract }: FollowTools = {},
): FollowedCase {
  const { caseFile } = open.read
  const none = { ...nothing, asked: asOf, asOf: asOf ?? 0, unplaced: 0 }
  if (caseFile === undefined) return { ...none, problems: open.problems }
  const { compiled, problems: found } = compile(open, { scenario })
  const all = [...open.problems, ...found]
  if (compiled === undefined) return { ...none, problems: sortProblems(all) }
  const view = caseFile.inContract
  if (view?.followed === undefined) {
    const state = caseFile.contract === undefined ? 'no-contract' : 'not-linked'
    return { ...none, state, compiled, problems: all }
  }
  // A contract to follow by that is not there is more than a notice; `contractOf` says so.
  const problems = all.filter(({ code }) => code !== 'case-contract-absent')
  const contract = contractOf(open, compiled, problems, openAt)
  if (contract === undefined) return { ...none, compiled, problems }
  const agreement = contract.readings[0]!.terms.versions.at(-1)!.agreement
  problems.push(...contractFit(compiled, agreement))
  problems.push(...followProblems(compiled, view, { agreement, roster: contract.measurement!.roster }))
  if (problems.some(({ severity }) => severity === 'wrong')) return { ...none, compiled, contract, problems }
  const factsThrough = wholeMonth(suggestDays(contract)!.to)
  const to = Math.min(wholeMonth(asOf ?? factsThrough), factsThrough)
  const known = { ...none, compiled, contract, asOf: to, factsThrough, problems }
  if (monthIn(compiled, to) < 1) return { ...known, state: 'not-begun' }
  const { observed, unplaced, doubled, early } = observeCase(compiled, view, { contract, to, settle })
  if (doubled > 0) {
    const at = view.places['followed'] ?? view.at
    problems.push(problem('follow-overlap', 'wrong', at, { path: view.path, people: BigInt(doubled) }))
    return known
  }
  if (early !== undefined) {
    const { year, month } = partsOf(early.first)
    const at = caseFile.places['starts'] ?? caseFile.at
    const from = `${year}-${String(month).padStart(2, '0')}`
    const { first, isCounted } = early
    const facts = { people: BigInt(early.people), first, begins: compiled.startDay, isCounted }
    const remedy = [{ paste: `starts: ${from}`, edit: { at, text: from } }]
    problems.push(problem('follow-before-case', isCounted ? 'notice' : 'wrong', at, facts, remedy))
    if (!isCounted) return known
  }
  if (observed.groups.every((lives) => (lives ?? []).length === 0)) return { ...known, state: 'no-facts' }
  return { ...known, state: 'followed', following: follow(compiled, observed), unplaced }
}

/** The day itself when it ends a month, and otherwise the end of the month before. */
function wholeMonth(day: Day): Day {
  return lastDayOfMonth(day) === day ? day : addDays(firstDayOfMonth(day), -1)
}

/** The contract the case names, under the first reading of its terms. */
function contractOf(
  { folder }: OpenCase,
  { file }: CompiledCase,
  problems: Problem[],
  openAt: (path: string) => OpenContract | undefined,
): OpenContract | undefined {
  const named = file.contract
  const at = file.places['contract'] ?? file.at
  const contract = named === undefined ? undefined : openAt(contractFrom(folder.path, named))
  if (contract?.readings[0] === undefined || contract.measurement === undefined) {
    problems.push(problem('case-contract-unreadable', 'wrong', at, { folder: named ?? '' }))
    return undefined
  }
  const readings = BigInt(contract.readings.length)
  if (readings > 1n) problems.push(problem('case-contract-unsettled', 'notice', at, { folder: named!, readings }))
  return contract
}
