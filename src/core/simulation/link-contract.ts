/**
 * The contract of a case made ready to run in its simulation: whose lives show in which measures, and who of it is whom.
 *
 * Problems, at the case's `in-contract`: measure-kind-unfit (wrong) for a measure that holds something else; name-unknown (wrong) for a measure, a way out or a payer that the contract does not have,
 * and for an owner or a group that the case does not have; case-ways (wrong) for a fact that is told in no way or in two;
 * contract-payer-missing (wrong) for a payer of the contract who is nobody in the case.
 */
import { type Exact, type Place, type Problem, approximate, problem } from '../base/index.ts'
import { type Agreement, type TermsVersion } from '../terms/index.ts'
import { type CompiledCase, type ContractView, type Figure, type ShownFact } from '../valuation/index.ts'
import { type FactModel, type FactPlan } from './life-facts.ts'
import { type ContractOfCase } from './simulate.ts'

export type LinkedTerms = {
  versions: readonly TermsVersion[]
  agreementName: string
  parameter: (name: string) => Exact | undefined
}

/** Nothing to link where the case does not say how its people show in a contract. */
export function linkContract(
  compiled: CompiledCase,
  terms: LinkedTerms,
): { ofContract: ContractOfCase | undefined; problems: Problem[] } {
  const view = compiled.file.inContract
  if (view?.facts === undefined) return { ofContract: undefined, problems: [] }
  const { facts } = view
  const { agreement } = terms.versions.at(-1)!
  const problems = [...namesUnknown(compiled, agreement, view), ...payersMissing(compiled, agreement, view)]
  for (const fact of facts) if (waysOf(fact).length !== 1) problems.push(waysProblem(fact))
  if (problems.length > 0) return { ofContract: undefined, problems }
  const plans = compiled.groups.map(({ name }): FactPlan => {
    const shown = facts.filter((fact) => fact.for === undefined || fact.for.includes(name))
    return { exit: view.exit, models: shown.map((fact) => modelOf(compiled, fact)) }
  })
  const owners = [...view.payers].map(([payer, owner]) => [payer, ownerIn(compiled, owner)] as const)
  const contract = { ...terms, startDay: compiled.startDay, plans }
  return { ofContract: { contract, ownerOf: new Map(owners) }, problems: [] }
}

const ownerIn = ({ owners }: CompiledCase, name: string): number => owners.findIndex((owner) => owner.name === name)

const ways = ['event', 'spells', 'values'] as const
const waysOf = (fact: ShownFact): string[] => ways.filter((way) => fact[way] !== undefined)

function waysProblem(fact: ShownFact): Problem {
  return problem('case-ways', 'wrong', fact.at, { path: fact.path, ways: [...ways], found: waysOf(fact) })
}

function namesUnknown(compiled: CompiledCase, agreement: Agreement, view: ContractView): Problem[] {
  const problems: Problem[] = []
  const check = (of: string, name: string, known: readonly string[], at: Place): void => {
    if (!known.includes(name))
      problems.push(
        problem('name-unknown', 'wrong', at, { path: view.path, of, found: name, known: [...known], nearest: '' }),
      )
  }
  const [measures, exits] = [[...agreement.measures.keys()], [...(agreement.people.exits?.keys() ?? [])]]
  const groups = compiled.groups.map(({ name }) => name)
  // Who can pay is whoever does in the case's own model: they have a line to pay on.
  const owners = (compiled.repayment?.payers ?? []).map(({ owner }) => compiled.owners[owner]!.name)
  for (const fact of view.facts ?? []) {
    check('measure', fact.measure, measures, fact.places['measure'] ?? fact.at)
    problems.push(...kindUnfit(fact, agreement))
    checkKind(fact, agreement, problems, check)
    for (const name of fact.for ?? []) check('case-group', name, groups, fact.places['for'] ?? fact.at)
  }
  if (view.exit !== undefined) check('exit', view.exit, exits, view.places['exit'] ?? view.at)
  for (const [payer, owner] of view.payers) {
    const at = view.places['payers'] ?? view.at
    check('payer', payer, payersOf(agreement), at)
    if (compiled.repayment !== undefined) check('case-payer', owner, owners, at)
  }
  return problems
}

type NameCheck = (of: string, name: string, known: readonly string[], at: Place) => void

/** A measure with kinds is told of which of them the fact is; one without has none. */
function checkKind(fact: ShownFact, { measures }: Agreement, problems: Problem[], check: NameCheck): void {
  const kinds = [...(measures.get(fact.measure)?.kinds?.keys() ?? [])]
  if (fact.kind !== undefined) check('kind', fact.kind, kinds, fact.places['kind'] ?? fact.at)
  if (fact.kind !== undefined || kinds.length === 0) return
  const choices = kinds.map((kind) => ({ paste: `kind: ${kind}` }))
  problems.push(problem('key-missing', 'wrong', fact.at, { path: fact.path, key: 'kind', says: 'a text' }, choices))
}

/** A measure that does not hold what the fact would tell. */
function kindUnfit(fact: ShownFact, { measures }: Agreement): Problem[] {
  const kind = measures.get(fact.measure)?.kind
  const [way] = waysOf(fact)
  if (kind === undefined || way === undefined) return []
  const kinds: readonly string[] = fitting[way as keyof typeof fitting]
  if (kinds.includes(kind)) return []
  const known = [...measures].filter(([, measure]) => kinds.includes(measure.kind)).map(([name]) => name)
  const facts = { path: fact.path, key: way, kinds: [...kinds], found: fact.measure, kind, known }
  return [problem('measure-kind-unfit', 'wrong', fact.places['measure'] ?? fact.at, facts)]
}

const fitting = {
  event: ['event'],
  spells: ['spell'],
  values: ['level', 'score', 'amount', 'share', 'figure'],
} as const

/** Everybody who pays under an agreement, each once. */
export function payersOf({ payers, payments }: Agreement): string[] {
  const own = [...(payments?.values() ?? [])].flatMap(({ payer }) => payer ?? [])
  return [...new Set([...payers.each.map(({ payer }) => payer), ...own])]
}

/** Payers of the contract of whom the case does not say who they are. */
export function payersMissing(compiled: CompiledCase, agreement: Agreement, view: ContractView): Problem[] {
  const at = view.places['payers'] ?? view.at
  const missing = payersOf(agreement).filter((payer) => !view.payers.has(payer))
  return missing.map((payer) => {
    const owner = compiled.repayment?.payers[0]?.owner ?? 0
    const choices = [{ paste: `${payer}: ${compiled.owners[owner]!.name}` }]
    return problem('contract-payer-missing', 'wrong', at, { payer }, choices)
  })
}

type InputOfCase = NonNullable<NonNullable<ShownFact['spells']>['before']['in']>

function modelOf({ estimates }: CompiledCase, fact: ShownFact): FactModel {
  const { measure, kind: ofKind, event, spells, values } = fact
  const figureOf = ({ value, estimate }: InputOfCase): Figure => {
    return {
      index: estimate === undefined ? -1 : estimates.findIndex(({ name }) => name === estimate),
      value: value ?? 0,
    }
  }
  const spreadOf = ({ mean, sd }: { mean: InputOfCase; sd: InputOfCase }) => ({
    mean: figureOf(mean),
    deviation: figureOf(sd),
  })
  if (event !== undefined) return { kind: 'event', measure, ofKind, on: event }
  if (spells !== undefined) {
    const regimeOf = (regime: typeof spells.before) => ({
      in: figureOf(regime.in),
      leave: figureOf(regime.leave),
      enter: figureOf(regime.enter),
    })
    const [before, after] = [regimeOf(spells.before), regimeOf(spells.after)]
    return { kind: 'spells', measure, ofKind, from: spells.monthsBefore, through: spells.monthsAfter, before, after }
  }
  const { months, missing, start, withSuccess, otherwise, step, from, to } = values!
  return {
    kind: 'values',
    measure,
    months,
    missing: figureOf(missing),
    start: spreadOf(start),
    gainOfSuccess: spreadOf(withSuccess),
    gainOtherwise: spreadOf(otherwise),
    step: approximate(step),
    low: approximate(from),
    high: approximate(to),
  }
}
