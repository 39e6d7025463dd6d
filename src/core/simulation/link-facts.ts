/**
 * Whether what a case tells of its people fits the measures of its contract.
 *
 * Problems, at the case's `in-contract: facts`: name-unknown and key-missing (wrong) for a kind of the measure; measure-kind-unfit (wrong)
 * for a measure that holds something else; measure-of-unfit (wrong) for one that is of the agreement where people are told of, or the
 * other way round; measure-undrawn (notice) for one that a payment rests on and nothing is told of.
 */
import { type Place, type Problem, problem } from '../base/index.ts'
import { measuresNeeded } from '../measurement/index.ts'
import { type Agreement } from '../terms/index.ts'
import { type ContractView, type ShownFact, toldOfAgreement } from '../valuation/index.ts'
import { paidTerms } from './way.ts'

export type NameCheck = (of: string, name: string, known: readonly string[], at: Place) => void

export function checkFact(fact: ShownFact, agreement: Agreement, check: NameCheck): Problem[] {
  const unfit = ofUnfit(fact, agreement)
  const problems = [...unfit, ...(unfit.length > 0 ? [] : kindUnfit(fact, agreement))]
  checkKind(fact, agreement, problems, check)
  return problems
}

/** A measure with kinds is told of which of them the fact is; one without has none. */
function checkKind(fact: ShownFact, { measures }: Agreement, problems: Problem[], check: NameCheck): void {
  const kinds = [...(measures.get(fact.measure)?.kinds?.keys() ?? [])]
  if (fact.kind !== undefined) check('kind', fact.kind, kinds, fact.places['kind'] ?? fact.at)
  if (fact.kind !== undefined || kinds.length === 0) return
  const choices = kinds.map((kind) => ({ paste: `kind: ${kind}` }))
  problems.push(problem('key-missing', 'wrong', fact.at, { path: fact.path, key: 'kind', says: 'a text' }, choices))
}

/** The ways of telling, each with the kinds of measures that hold such. */
const ways = {
  event: ['event'],
  lasting: ['spell'],
  spells: ['spell'],
  values: ['level', 'score', 'amount', 'share', 'figure'],
  items: ['plan'],
  figures: ['level', 'score', 'amount', 'share', 'figure'],
  events: ['event'],
  states: ['spell'],
} as const

const wayOf = (fact: ShownFact) => (Object.keys(ways) as (keyof typeof ways)[]).find((one) => fact[one] !== undefined)

/** A measure that does not hold what the fact would tell. */
function kindUnfit(fact: ShownFact, { measures }: Agreement): Problem[] {
  const kind = measures.get(fact.measure)?.kind
  const way = wayOf(fact)
  if (kind === undefined || way === undefined) return []
  const kinds: readonly string[] = ways[way]
  if (kinds.includes(kind)) return []
  const known = [...measures].filter(([, measure]) => kinds.includes(measure.kind)).map(([name]) => name)
  const facts = { path: fact.path, key: way, kinds: [...kinds], found: fact.measure, kind, known }
  return [problem('measure-kind-unfit', 'wrong', fact.places['measure'] ?? fact.at, facts)]
}

/** What is of the agreement is told by figures, events and states, and what is of people by everything else. */
function ofUnfit(fact: ShownFact, { measures }: Agreement): Problem[] {
  const { of, kind } = measures.get(fact.measure) ?? {}
  const way = wayOf(fact)
  if (of === undefined || kind === undefined || way === undefined) return []
  const isOfAgreement = of === 'agreement'
  if (isOfAgreement === (toldOfAgreement(fact) !== undefined)) return []
  const fits = [...measures].filter(
    ([, measure]) =>
      (measure.of === 'agreement') !== isOfAgreement && (ways[way] as readonly string[]).includes(measure.kind),
  )
  const facts = { path: fact.path, key: way, found: fact.measure, isOfAgreement, known: fits.map(([name]) => name) }
  const paste = pastes[kind === 'event' || kind === 'spell' ? kind : 'figure']
  return [
    problem('measure-of-unfit', 'wrong', fact.places['measure'] ?? fact.at, facts, isOfAgreement ? [{ paste }] : []),
  ]
}

/** How what is of the agreement is told, by what its measure holds. */
const pastes = {
  figure: 'figures: [{ on: 2024-12-31, is: … }]',
  event: 'events: [{ on: 2024-12-31, chance: … }]',
  spell: 'states: [{ from: 2024-10-01, through: 2024-12-31, chance: … }]',
}

/** What is paid for may rest on a measure of which nothing is drawn: then it is as if nobody had looked, in every draw. */
export function measuresUndrawn(agreement: Agreement, view: ContractView): Problem[] {
  const drawn = new Set(view.facts?.map(({ measure }) => measure))
  // That something is to be measured is no reason; that a payment looks at it is.
  const measures = new Map([...agreement.measures].map(([name, measure]) => [name, { ...measure, due: undefined }]))
  const missing = [...measuresNeeded({ ...paidTerms(agreement), measures })].filter((name) => !drawn.has(name)).sort()
  if (missing.length === 0) return []
  const facts = { path: view.path, measures: missing }
  return [problem('measure-undrawn', 'notice', view.places['facts'] ?? view.at, facts)]
}
