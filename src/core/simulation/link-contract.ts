/**
 * The contract of a case made ready to run in its simulation: whose lives show in which measures, and who of it is whom.
 *
 * Problems, at the case's `in-contract`: those of link-agreement.ts, link-facts.ts and link-people.ts; name-unknown (wrong) for a measure, a way out or a
 * payer that the contract does not have, and for an owner or a group that the case does not have;
 * edge-unsettled (unsettled) where the contract has been amended and the case does not say which of its terms are meant;
 * contract-payer-missing (wrong) for a payer of the contract who is nobody in the case; and those of `contract-fit.ts`.
 */
import { type Exact, type Place, type Problem, problem } from '../base/index.ts'
import { type CouponsBeside } from '../settlement/index.ts'
import { type Agreement, type TermsVersion } from '../terms/index.ts'
import { type CompiledCase, type ContractView } from '../valuation/index.ts'
import { contractFit } from './contract-fit.ts'
import { checkTold } from './link-agreement.ts'
import { checkFact, measuresUndrawn } from './link-facts.ts'
import { checkPeople } from './link-people.ts'
import { agreementModels, planOf } from './link-plan.ts'
import { type ContractOfCase } from './simulate.ts'

export type LinkedTerms = {
  versions: readonly TermsVersion[]
  agreementName: string
  parameter: (name: string) => Exact | undefined
  coupons?: CouponsBeside | undefined
}

/**
 * Whether the contract stands in the place of the case's own model: it belongs to the way of financing the case has chosen. A case that
 * pays with its own money shows by it what an investor would be paid.
 */
export function isPaidByContract({ file, mode }: Pick<CompiledCase, 'file' | 'mode'>): boolean {
  if (file.inContract?.facts === undefined) return false
  const isOfPool = file.finance.chosen === 'pool'
  return mode === (isOfPool ? 'pool' : 'investor')
}

/** Nothing to link where the case does not say how its people show in a contract. */
export function linkContract(
  compiled: CompiledCase,
  terms: LinkedTerms,
): { ofContract: ContractOfCase | undefined; problems: Problem[] } {
  const view = compiled.file.inContract
  if (view?.facts === undefined) return { ofContract: undefined, problems: [] }
  if (terms.versions.length > 1 && view.amendments === undefined)
    return { ofContract: undefined, problems: [amendmentsUnsettled(view)] }
  const versions = view.amendments === 'left-out' ? terms.versions.slice(0, 1) : terms.versions
  const { agreement } = versions.at(-1)!
  const problems = [...namesUnknown(compiled, agreement, view), ...payersMissing(compiled, agreement, view)]
  problems.push(...checkPeople(compiled, agreement, view), ...contractFit(compiled, agreement))
  if (problems.some(({ severity }) => severity !== 'notice')) return { ofContract: undefined, problems }
  problems.push(...measuresUndrawn(agreement, view))
  const plans = compiled.groups.map(({ name }) => planOf(compiled, agreement, view, name))
  const owners = [...view.payers].map(([payer, owner]) => [payer, ownerIn(compiled, owner)] as const)
  const contract = { ...terms, versions, plans, told: agreementModels(compiled, view) }
  return { ofContract: { contract, ownerOf: new Map(owners) }, problems }
}

function amendmentsUnsettled({ at, path }: ContractView): Problem {
  const choices = ['left-out', 'included'].map((answer) => ({ paste: `amendments: ${answer}` }))
  return problem('edge-unsettled', 'unsettled', at, { path, key: 'amendments' }, choices)
}

const ownerIn = ({ owners }: CompiledCase, name: string): number => owners.findIndex((owner) => owner.name === name)

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
    problems.push(...checkFact(fact, agreement, check))
    for (const name of fact.for ?? []) check('case-group', name, groups, fact.places['for'] ?? fact.at)
  }
  problems.push(...checkTold(compiled, agreement, view, check))
  if (view.exit !== undefined) check('exit', view.exit, exits, view.places['exit'] ?? view.at)
  for (const [payer, owner] of view.payers) {
    const at = view.places['payers'] ?? view.at
    check('payer', payer, payersOf(agreement), at)
    if (compiled.repayment !== undefined) check('case-payer', owner, owners, at)
  }
  return problems
}

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
