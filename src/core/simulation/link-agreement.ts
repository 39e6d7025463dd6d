/**
 * Whether what a case tells of its agreement can be told of it: of groups that the terms decide on, and in no way that the measure refuses.
 *
 * Problems, at the case's `in-contract: facts`: name-unknown (wrong) for a cohort, an authority or a track on which nothing is decided,
 * for what is told of it nobody would see; told-clash (wrong) for two figures or events on one day, or two states that overlap, where the
 * measure refuses such or cannot choose between them: then neither would count.
 */
import { type Day, type Place, type Problem, addMonths, dayText, partsOf, problem } from '../base/index.ts'
import { type Agreement, type Measure, expressionsOf, walk } from '../terms/index.ts'
import {
  type CompiledCase,
  type ContractView,
  type ShownFact,
  type ShownOfAgreement,
  toldOfAgreement,
} from '../valuation/index.ts'
import { type NameCheck } from './link-facts.ts'

export function checkTold(
  compiled: CompiledCase,
  agreement: Agreement,
  view: ContractView,
  check: NameCheck,
): Problem[] {
  const facts = (view.facts ?? []).filter((fact) => toldOfAgreement(fact) !== undefined)
  const known = groupsDecided(compiled, agreement, view)
  for (const told of facts.flatMap((fact) => toldOfAgreement(fact)!))
    if (told.of !== undefined) check('contract-group', told.of, known, told.places['of'] ?? told.at)
  return clashes(facts, agreement)
}

/** The groups on which the terms decide something, of those that the case has: its cohorts, authorities and tracks by their names. */
function groupsDecided({ startDay, months }: CompiledCase, agreement: Agreement, view: ContractView): string[] {
  const { goals, people } = agreement
  const asked = new Set<string>()
  for (const goal of goals.values()) asked.add(goal.for === 'each-cohort' ? (goal.cohort ?? 'named') : goal.for)
  for (const { node } of expressionsOf(agreement))
    walk(node, (inner) => {
      if (inner.kind === 'over') asked.add(inner.over)
    })
  const isAsked = (...names: string[]): boolean => names.some((name) => asked.has(name))
  const wordsIn = (column: string): string[] =>
    [...(view.people?.values() ?? [])].flatMap((words) => words.get(column) ?? [])
  const [first, last] = [partsOf(startDay).year, partsOf(addMonths(startDay, months - 1)).year]
  const years = Array.from({ length: last - first + 1 }, (_, at) => String(first + at))
  const groups = [
    ...(isAsked('named', 'cohorts') ? [...(people.cohorts?.keys() ?? []), ...wordsIn('cohort')] : []),
    ...(isAsked('start-year', 'referral-year') ? years : []),
    ...(isAsked('each-authority', 'authorities') ? wordsIn('authority') : []),
    ...(isAsked('each-track', 'tracks') ? wordsIn('track') : []),
  ]
  return [...new Set(groups)]
}

/** Something that is told of a measure and a group, on the days it covers. */
type Told = { measure: string; group: string; from: Day; through: Day; at: Place; path: string }

function clashes(facts: readonly ShownFact[], { measures }: Agreement): Problem[] {
  const told = facts
    .filter(({ measure }) => refusesSeveral(measures.get(measure)))
    .flatMap((fact) => toldOfAgreement(fact)!.map((one) => toldOf(fact, one)))
  return told.flatMap((one, index) => {
    const isSame = (other: Told): boolean =>
      other.measure === one.measure &&
      other.group.toLowerCase() === one.group.toLowerCase() &&
      other.from <= one.through &&
      one.from <= other.through
    const other = told.slice(0, index).find(isSame)
    if (other === undefined) return []
    const { measure, group, path, at } = one
    const day = dayText(Math.max(one.from, other.from))
    return [problem('told-clash', 'wrong', at, { path, measure, group, day, otherLine: other.at.line })]
  })
}

function toldOf({ measure }: ShownFact, one: ShownOfAgreement): Told {
  const { of: group = '', at, path } = one
  const [from, through] = 'on' in one ? [one.on, one.on] : [one.from, one.through]
  return { measure, group, from, through, at, path }
}

/** Whether several at once count for nothing: refused, or of a figure that nobody recorded last. */
function refusesSeveral(measure: Measure | undefined): boolean {
  return [measure?.overlap, measure?.sameDay, measure?.ties].some(
    (rule) => rule === 'refused' || rule === 'latest-recorded',
  )
}
