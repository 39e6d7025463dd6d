/**
 * What is wrong with a case although every value in it can be read.
 *
 * Problems: name-unknown, case-ways, distribution-improper, estimate-unit, share-outside, shares-not-whole, counted-twice,
 * consequence-price-missing, month-outside, number-outside, repayment-empty, finance-missing,
 * correlation-unfit, discount-current-prices (wrong); success-window-late, figure-unsourced (notices); those of check-sharing.ts
 * and check-contract-view.ts.
 */
import { type Problem, approximate, problem } from '../../base/index.ts'
import { type Mark } from '../../text/index.ts'
import { type CaseConsequence, type CaseCost, type CaseFile, type Repayment } from './case-file.ts'
import { checkContractView } from './check-contract-view.ts'
import { checkEstimates } from './check-estimates.ts'
import { checkSharedCost, checkSharedUse } from './check-sharing.ts'
import {
  type CaseChecking,
  type Written,
  checkBetween,
  checkName,
  checkWays,
  checkWhole,
  lastMonth,
  ownerNames,
} from './checking.ts'

export function checkCase(file: CaseFile, marks: readonly Mark[]): Problem[] {
  const to: CaseChecking = { file, marks, problems: [] }
  if (file.prices === 'current') {
    const at = file.places['prices'] ?? file.at
    const remedy = { paste: 'prices: fixed', edit: { at, text: 'fixed' } }
    to.problems.push(problem('discount-current-prices', 'wrong', at, {}, [remedy]))
  }
  checkBetween(to, file, { years: file.years }, { least: 1, most: yearsMost })
  checkBetween(to, file, { 'price-year': file.priceYear }, priceYears)
  checkEstimates(to)
  checkGroups(to)
  for (const [name, cost] of file.costs) checkCost(to, name, cost)
  for (const consequence of file.consequences.values()) checkConsequence(to, consequence)
  checkCountedOnce(to)
  checkFinance(to)
  checkContractView(to)
  return to.problems
}

function checkMonths(to: CaseChecking, record: Written, months: { [key: string]: number | undefined }): void {
  const most = lastMonth(to.file)
  for (const [key, month] of Object.entries(months)) {
    if (month === undefined || month <= most) continue
    const facts = { path: record.path, key, month: BigInt(month), most: BigInt(most) }
    to.problems.push(problem('month-outside', 'wrong', record.places[key] ?? record.at, facts))
  }
  const { from, through } = months
  if (from !== undefined && through !== undefined && through < from) {
    const at = record.places['through'] ?? record.at
    const facts = { path: record.path, key: 'through', month: BigInt(through), least: BigInt(from) }
    to.problems.push(problem('month-outside', 'wrong', at, facts))
  }
}

const yearsMost = 60
const priceYears = { least: 1950, most: 2150 }

function checkGroupNames(to: CaseChecking, names: readonly string[] | undefined, record: Written): void {
  for (const name of names ?? []) {
    const at = record.places['for'] ?? record.at
    checkName(to, { of: 'case-group', name, known: [...to.file.groups.keys()], at, path: record.path })
  }
}

function checkGroups(to: CaseChecking): void {
  for (const group of to.file.groups.values()) {
    const through = group.countsThrough === 'whole-case' ? lastMonth(to.file) : group.countsThrough
    checkMonths(to, group, { 'counts-through': through })
    checkBetween(to, group, { course: group.course }, { least: 1 })
    checkBetween(to, group.success, { within: group.success.within }, { least: 1 })
    for (const intake of group.plan) {
      checkMonths(to, intake, { from: intake.from + intake.months - 1 })
      checkBetween(to, intake, { months: intake.months }, { least: 1 })
      checkBetween(to, intake, { people: intake.people.value }, { least: 0 })
    }
    if (group.delay !== 'none') checkBetween(to, group.delay, { poisson: group.delay.poisson?.value }, { least: 0 })
    const { delay, success } = group
    if (delay !== 'none' && checkWays(to, delay, [['poisson'], ['shares']]) && delay.shares !== undefined) {
      checkWhole(to, delay.shares, delay.at, delay.path)
    }
    const last = Math.max(0, ...group.plan.map(({ from, months }) => from + months - 1))
    const end = last + (success.of === 'completed' ? group.course : 0) + success.within - 1
    if (end > through) {
      const facts = { path: success.path, end: BigInt(end), through: BigInt(through) }
      to.problems.push(problem('success-window-late', 'notice', success.places['within'] ?? success.at, facts))
    }
  }
}

function checkCost(to: CaseChecking, name: string, cost: CaseCost): void {
  checkWays(to, cost, [['amount'], ['minutes', 'hourly']])
  checkBetween(to, cost, { 'price-year': cost.priceYear }, priceYears)
  checkGroupNames(to, cost.for, cost)
  checkMonths(to, cost, { month: cost.month, from: cost.from, through: cost.through })
  const known = [...ownerNames(to.file), 'financier', 'donor']
  checkName(to, { of: 'owner', name: cost.borneBy, known, at: cost.places['borne-by'] ?? cost.at, path: cost.path })
  checkSharedCost(to, cost)
  checkSourced(to, cost, name)
}

/** A figure that says nowhere where it is from is told of; a mark on any value inside says it. */
function checkSourced(to: CaseChecking, record: Written & { source?: string }, name: string): void {
  if (record.source !== undefined || to.marks.some(({ path }) => path.startsWith(`${record.path}.`))) return
  const facts = { path: record.path, name }
  to.problems.push(problem('figure-unsourced', 'notice', record.at, facts, [{ paste: 'source: "…"' }]))
}

function checkConsequence(to: CaseChecking, consequence: CaseConsequence): void {
  const { change, price, ownPrice, owners, path } = consequence
  checkGroupNames(to, consequence.for, consequence)
  checkMonths(to, consequence, { from: consequence.from, through: consequence.through })
  // A gain to the citizen is never added to budget money, and a budget is never the citizen's.
  const budgets = ownerNames(to.file).filter((name) => name !== 'citizen')
  checkOwners(to, owners, consequence, 'owners', consequence.kind === 'citizen' ? ['citizen'] : budgets)
  const isOne = checkWays(to, consequence, [['change'], ['without', 'with']])
  if (change !== undefined)
    checkWays(to, change, [['per-year', 'fade'], ['units-per-year', 'fade'], ['by-year']].map(first))
  const hasUnits = change === undefined || change.unitsPerYear !== undefined
  if (price !== undefined && ownPrice !== undefined) checkWays(to, consequence, [['price'], ['own-price']])
  if (isOne && hasUnits && price === undefined && ownPrice === undefined) {
    const choices = [
      { paste: 'price: …' },
      { paste: 'own-price: { amount: … kr, per: month, price-year: …, cost: … }' },
    ]
    to.problems.push(problem('consequence-price-missing', 'wrong', consequence.at, { path }, choices))
  }
  checkSharedUse(to, consequence)
  if (consequence.with !== undefined) checkCourses(to, consequence.with)
  if (ownPrice !== undefined) checkBetween(to, ownPrice, { 'price-year': ownPrice.priceYear }, priceYears)
  for (const step of [...(consequence.without ?? []), ...(consequence.with ?? []).flatMap(({ steps }) => steps)]) {
    checkBetween(to, step, { months: step.months }, { least: 1 })
    checkBetween(to, step, { units: approximate(step.units) }, { least: 0 })
  }
  if (consequence.cashable !== undefined) {
    checkBetween(to, consequence.cashable, { 'from-month': consequence.cashable.fromMonth }, { least: 1 })
  }
  checkSourced(to, consequence, path.slice(path.lastIndexOf('.') + 1))
}

const first = (keys: readonly string[]): readonly string[] => keys.slice(0, 1)

/** Shares that are written out make up everybody; where one is uncertain, another must be the rest. */
function checkCourses(to: CaseChecking, courses: NonNullable<CaseConsequence['with']>): void {
  const rests = courses.filter(({ share }) => share === 'rest').length
  const written = courses.flatMap(({ share }) => (share === 'rest' ? [] : [share.value]))
  const total = written.reduce<number>((all, value) => all + (value ?? 0), 0)
  const isKnown = written.every((value) => value !== undefined)
  if (rests === 1 && total <= 1) return
  if (rests === 0 && isKnown && Math.abs(total - 1) < 1e-9) return
  const { at, path } = courses[0]!
  to.problems.push(
    problem('shares-not-whole', 'wrong', at, { path, total: Math.round(total * 1e6) / 1e6, isCourse: true }),
  )
}

function checkOwners(
  to: CaseChecking,
  owners: CaseConsequence['owners'],
  record: Written,
  key: string,
  known: readonly string[],
): void {
  const at = record.places[key] ?? record.at
  for (const name of owners.keys()) checkName(to, { of: 'owner', name, known, at, path: record.path })
  checkWhole(to, [...owners.values()], at, `${record.path}.${key}`)
}

/** The same change for the same people, taken to account twice. */
function checkCountedOnce(to: CaseChecking): void {
  const all = [...to.file.consequences]
  for (const [index, [name, consequence]] of all.entries()) {
    const twin = all.slice(0, index).find(([, other]) => isSame(to, other, consequence))
    if (twin === undefined) continue
    const at = consequence.places['heading'] ?? consequence.at
    const facts = { path: consequence.path, heading: consequence.heading, name, other: twin[0] }
    to.problems.push(problem('counted-twice', 'wrong', at, facts))
  }
}

function isSame(to: CaseChecking, one: CaseConsequence, other: CaseConsequence): boolean {
  const everybody = [...to.file.groups.keys()]
  const shared = (one.for ?? everybody).some((name) => (other.for ?? everybody).includes(name))
  return one.heading === other.heading && one.per === other.per && shared
}

function checkFinance(to: CaseChecking): void {
  const { finance } = to.file
  const { chosen, selfBears } = finance
  const at = finance.places['self-bears'] ?? finance.at
  checkName(to, { of: 'owner', name: selfBears, known: ownerNames(to.file), at, path: finance.path })
  if (chosen !== 'self' && finance[chosen] === undefined) {
    const facts = { path: finance.path, mode: chosen }
    to.problems.push(problem('finance-missing', 'wrong', finance.places['chosen'] ?? finance.at, facts))
  }
  for (const mode of [finance.investor, finance.pool]) if (mode !== undefined) checkRepayment(to, mode.repayment)
}

function checkRepayment(to: CaseChecking, repayment: Repayment): void {
  const { prices, shareOfSaving, instalments, payers, path } = repayment
  if (prices === undefined && shareOfSaving === undefined && instalments === undefined) {
    to.problems.push(problem('repayment-empty', 'wrong', repayment.at, { path }))
  }
  checkOwners(to, payers, repayment, 'payers', ownerNames(to.file))
  checkMonths(to, repayment, { through: repayment.through })
  checkBetween(to, repayment, { every: repayment.every }, { least: 1 })
  for (const instalment of instalments ?? []) checkMonths(to, instalment, { month: instalment.month })
  for (const price of prices?.values() ?? []) checkGroupNames(to, price.for, price)
  checkSourced(to, repayment, 'repayment')
}
