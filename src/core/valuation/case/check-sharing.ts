/**
 * What is wrong with what a case says of who else bears a cost: VAT, money given to the municipality, and the rule of a refund.
 *
 * Problems: refund-needs-use, refund-owner, household-without-children, grant-not-given, name-unknown, number-outside (wrong);
 * grant-repaid (notice).
 */
import { approximate, problem } from '../../base/index.ts'
import { ruleTraits } from '../rules/index.ts'
import { type CaseConsequence, type CaseCost, type CaseRefund, type CaseVat } from './case-file.ts'
import { type CaseChecking, type Written, checkBetween, checkName, checkSteps, ownerNames } from './checking.ts'

export function checkSharedCost(to: CaseChecking, cost: CaseCost): void {
  const { refund, path, borneBy, per } = cost
  checkVat(to, cost.vat)
  checkGrant(to, cost)
  if (refund === 'none') return
  const at = cost.places['refund'] ?? cost.at
  const { needsPerson } = ruleTraits[refund.rule]
  if (needsPerson && ['once', 'month', 'year'].includes(per)) {
    to.problems.push(problem('refund-needs-use', 'wrong', at, { path, rule: refund.rule, isCost: true }))
  }
  checkBearers(to, refund, cost, [borneBy])
  checkRefund(to, refund)
}

export function checkSharedUse(to: CaseChecking, consequence: CaseConsequence): void {
  const { refund, change, owners, path } = consequence
  checkVat(to, consequence.vat)
  if (refund === 'none') return
  const at = consequence.places['refund'] ?? consequence.at
  if (change !== undefined) to.problems.push(problem('refund-needs-use', 'wrong', at, { path, rule: refund.rule }))
  checkBearers(to, refund, consequence, [...owners.keys()])
  checkRefund(to, refund)
}

/** A rule is about the cost of one authority; whoever else bears a part of it has nothing shared. */
function checkBearers(to: CaseChecking, { rule }: CaseRefund, record: Written, bearers: readonly string[]): void {
  const { of } = ruleTraits[rule]
  const outside = ['region', 'state', 'citizen', 'donor']
  const isFit = (name: string): boolean => (of === 'region' ? name === 'region' : !outside.includes(name))
  const others = bearers.filter((name) => !isFit(name))
  if (others.length === 0) return
  const at = record.places['refund'] ?? record.at
  to.problems.push(problem('refund-owner', 'wrong', at, { path: record.path, rule, of, owners: others }))
}

function checkRefund(to: CaseChecking, { household, paidBy, places, at, path, rule }: CaseRefund): void {
  if (paidBy !== undefined) {
    const known = ownerNames(to.file).filter((name) => !['region', 'state', 'citizen'].includes(name))
    checkName(to, { of: 'owner', name: paidBy, known, at: places['paid-by'] ?? at, path })
  }
  if (household === undefined || household === 'alone') return
  const isChild = (as: string): boolean => as !== 'adult'
  if (!isChild(household.as) || !household.others.some(({ as }) => isChild(as))) {
    to.problems.push(problem('household-without-children', 'wrong', household.at, { path, rule }))
  }
  for (const other of household.others) {
    checkSteps(to, other, 'use', other.use)
    checkSteps(to, other, 'use-with', other.useWith)
  }
}

function checkVat(to: CaseChecking, vat: CaseVat | undefined): void {
  if (vat === undefined || typeof vat === 'string') return
  checkBetween(to, vat, { share: approximate(vat.share) }, { least: 0, most: 1 })
}

/** Money is given by whoever has no budget of the municipality's: an investor or a donor. */
function checkGrant(to: CaseChecking, { grant, borneBy, places, at, path }: CaseCost): void {
  if (grant === undefined || grant === 'none') return
  const place = places['grant'] ?? at
  const isGiven = borneBy === 'donor' || (borneBy === 'financier' && to.file.finance.investor !== undefined)
  if (!isGiven) to.problems.push(problem('grant-not-given', 'wrong', place, { path, bearer: borneBy }))
  else if (borneBy === 'financier' && grant.giver !== 'public-body' && grant.purpose === 'ordinary')
    to.problems.push(problem('grant-repaid', 'notice', place, { path }))
}
