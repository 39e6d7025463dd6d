/**
 * How the groups of a case are tied to the people and goals of its contract, when it is to be followed, and what is wrong with it.
 *
 * Problems, at the case's `in-contract: followed`: name-unknown (wrong) for a group the case does not have, and for people, a goal,
 * a way out or a payer that the contract does not have; contract-payer-missing (wrong); follow-goal-unfit (wrong) for a goal that
 * is not decided for each of those the contract is about; follow-bar (wrong) where what counts as success is not said, or is said
 * twice; follow-dates (wrong) where a goal has several results for one of them and the case does not say which count;
 * follow-use-unfit (wrong) for a use, or a change that would last, of which time says nothing.
 */
import { type Place, type Problem, problem } from '../core/base/index.ts'
import { type Roster } from '../core/measurement/index.ts'
import { payersMissing, payersOf } from '../core/simulation/index.ts'
import { type Agreement, type Goal } from '../core/terms/index.ts'
import {
  type CaseConsequence,
  type CompiledCase,
  type ContractView,
  type FollowedGroup,
  followedDates,
  timeUnits,
} from '../core/valuation/index.ts'
import { countedBy } from './observe-lives.ts'

/** The word for all people of the contract. */
export const everybody = 'everybody'

/** Everything that stands in the way of following the case by this contract. */
export function followProblems(
  compiled: CompiledCase,
  view: ContractView,
  { agreement, roster }: { agreement: Agreement; roster: Roster },
): Problem[] {
  const problems: Problem[] = []
  const check = (of: string, name: string, known: readonly string[], at: Place): void => {
    if (known.includes(name)) return
    problems.push(
      problem('name-unknown', 'wrong', at, { path: view.path, of, found: name, known: [...known], nearest: '' }),
    )
  }
  const groups = compiled.groups.map(({ name }) => name)
  for (const [name, group] of view.followed ?? []) {
    check('case-group', name, groups, group.at)
    const at = (key: keyof FollowedGroup): Place => group.places[key] ?? group.at
    if (group.who !== everybody) check('followed-people', group.who, peopleNames(agreement, roster), at('who'))
    check('goal', group.goal, [...agreement.goals.keys()], at('goal'))
    for (const exit of group.dropouts) check('exit', exit, [...(agreement.people.exits?.keys() ?? [])], at('dropouts'))
    const goal = agreement.goals.get(group.goal)
    if (goal !== undefined) problems.push(...goalProblems(group, goal))
    if (group.spell !== undefined) {
      const { subject } = agreement.people
      check('measure', group.spell, spellsOf(agreement, [subject]), at('spell'))
    }
  }
  problems.push(...useProblems(compiled, view, agreement, check))
  if (compiled.repayment !== undefined) problems.push(...payerProblems(compiled, view, agreement, check))
  return problems
}

/** What people of a contract can be called: its groups and tracks, its cohorts and authorities. */
function peopleNames({ groups, people }: Agreement, roster: Roster): string[] {
  const authorities = roster.attributes.get('authority')?.words ?? []
  const named = [groups, people.tracks, people.cohorts].flatMap((names) => [...(names?.keys() ?? [])])
  return [...new Set([...named, ...authorities])]
}

function goalProblems(group: FollowedGroup, goal: Goal): Problem[] {
  const facts = { path: group.path, goal: group.goal }
  const at = group.places['goal'] ?? group.at
  if (goal.for !== 'each-subject' && countedBy(goal) === undefined)
    return [problem('follow-goal-unfit', 'wrong', at, { ...facts, for: goal.for })]
  const problems: Problem[] = []
  const hasBar = group.atLeast !== undefined
  const isDecided = goal.met !== undefined || goal.for !== 'each-subject'
  if (hasBar === isDecided) {
    const bar = group.places['at-least'] ?? at
    const choices = hasBar ? [] : [{ paste: 'at-least: 75 %' }]
    problems.push(problem('follow-bar', 'wrong', bar, { ...facts, isMissing: !hasBar }, choices))
  }
  if (goal.when.decided === 'each-date' && group.dates === undefined) {
    const choices = followedDates.map((dates) => ({ paste: `dates: ${dates}` }))
    problems.push(problem('follow-dates', 'wrong', at, facts, choices))
  }
  return problems
}

/** The measures of spells of some of the people. */
function spellsOf({ measures }: Agreement, of: readonly string[]): string[] {
  return [...measures].flatMap(([name, measure]) => (measure.kind === 'spell' && of.includes(measure.of) ? [name] : []))
}

function useProblems(compiled: CompiledCase, view: ContractView, agreement: Agreement, check: NameCheck): Problem[] {
  const { subject } = agreement.people
  const withMembers = spellsOf(agreement, subject === 'family' ? ['family', 'child', 'parent'] : [subject])
  // A change is of the one who succeeds, once, and not of each of a family's members.
  const ownOnly = spellsOf(agreement, [subject])
  const all = compiled.file.consequences
  const told = [
    ...[...(view.used ?? [])].map((one) => [...one, withMembers, unfitForUse] as const),
    ...[...(view.lasts ?? [])].map((one) => [...one, ownOnly, unfitToLast] as const),
  ]
  return told.flatMap(([name, service, known, unfitFor]) => {
    const at = service.at
    check('consequence', name, [...all.keys()], at)
    check('measure', service.measure, known, service.places['measure'] ?? at)
    const kinds = [...(agreement.measures.get(service.measure)?.kinds?.keys() ?? [])]
    for (const kind of service.kinds ?? []) check('kind', kind, kinds, service.places['kinds'] ?? at)
    const consequence = all.get(name)
    if (consequence === undefined) return []
    const why = unfitFor(consequence, compiled, name)
    return why === undefined
      ? []
      : [problem('follow-use-unfit', 'wrong', at, { path: view.path, consequence: name, why })]
  })
}

type Unfit = 'no-use' | 'unit' | 'no-fade' | 'amounts'

/** What is in the way of seeing the use of a consequence as time; of one the scenario leaves out only what its text says. */
function unfitForUse(
  { without, ownPrice }: CaseConsequence,
  { consequences }: CompiledCase,
  name: string,
): Unfit | undefined {
  if (without === undefined) return 'no-use'
  const flow = consequences.find((one) => one.name === name)?.flow
  const unit = flow?.kind === 'use' ? flow.unit : ownPrice?.per
  return unit === undefined || timeUnits.some((one) => one === unit) ? undefined : 'unit'
}

/** What is in the way of seeing how long a change lasts. */
function unfitToLast({ change }: CaseConsequence): Unfit | undefined {
  if (change === undefined) return 'no-fade'
  return change.byYear === undefined ? undefined : 'amounts'
}

type NameCheck = (of: string, name: string, known: readonly string[], at: Place) => void

function payerProblems(compiled: CompiledCase, view: ContractView, agreement: Agreement, check: NameCheck): Problem[] {
  const at = view.places['payers'] ?? view.at
  const owners = (compiled.repayment?.payers ?? []).map(({ owner }) => compiled.owners[owner]!.name)
  for (const [payer, owner] of view.payers) {
    // Where a simulation runs other terms, who pays under those is looked at there.
    if (view.terms === undefined) check('payer', payer, payersOf(agreement), at)
    check('case-payer', owner, owners, at)
  }
  return payersMissing(compiled, agreement, view)
}
