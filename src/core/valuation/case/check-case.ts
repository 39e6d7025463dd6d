/**
 * What is wrong with a case although every value in it can be read.
 *
 * Problems: name-unknown, case-ways, distribution-improper, estimate-unit, share-outside, shares-not-whole, counted-twice,
 * consequence-price-missing, cost-negative, month-outside, number-outside, list-empty, stretch-open, owner-reserved, repayment-empty,
 * finance-missing, correlation-unfit, discount-current-prices (wrong); success-window-late, success-below-without, figure-unsourced, fade-whole, estimate-idle, premium-idle (notices); those of check-sharing.ts
 * and check-contract-view.ts.
 */
import { type Problem, approximate, problem } from '../../base/index.ts'
import { type Mark, inPlaceOf, placeOfName } from '../../text/index.ts'
import {
  type CaseConsequence,
  type CaseCost,
  type CaseFile,
  type CaseGroup,
  type Repayment,
  caseVersion,
  financeModes,
} from './case-file.ts'
import { checkContractView } from './check-contract-view.ts'
import { boundsOf, checkEstimates } from './check-estimates.ts'
import { type Input } from './inputs.ts'
import { checkSharedCost, checkSharedUse } from './check-sharing.ts'
import {
  type CaseChecking,
  type Written,
  checkBetween,
  checkFilled,
  checkName,
  checkSteps,
  checkWays,
  checkWhole,
  lastMonth,
  municipalNames,
  ownerNames,
} from './checking.ts'

export function checkCase(file: CaseFile, marks: readonly Mark[]): Problem[] {
  const to: CaseChecking = { file, marks, problems: [] }
  checkVersion(to)
  if (file.prices === 'current') {
    const at = file.places['prices'] ?? file.at
    const remedy = { paste: 'prices: fixed', edit: { at, text: 'fixed' } }
    to.problems.push(problem('discount-current-prices', 'wrong', at, {}, [remedy]))
  }
  checkBetween(to, file, { years: file.years }, { least: 1, most: yearsMost })
  checkBetween(to, file, { 'price-year': file.priceYear }, priceYears)
  checkDepartments(to)
  checkEstimates(to)
  checkGroups(to)
  for (const [name, cost] of file.costs) checkCost(to, name, cost)
  for (const consequence of file.consequences.values()) checkConsequence(to, consequence)
  checkCountedOnce(to)
  checkFinance(to)
  checkFollowed(to)
  checkContractView(to)
  return to.problems
}

/** A later version of the language may mean something else by the same words. */
function checkVersion(to: CaseChecking): void {
  const { bundlinjeCase, places, at: whole, path } = to.file
  if (/^1(\.0)?$/.test(bundlinjeCase)) return
  const at = places['bundlinje-case'] ?? whole
  const facts = { path, found: bundlinjeCase, known: [caseVersion], nearest: caseVersion }
  to.problems.push(problem('word-unknown', 'wrong', at, facts, inPlaceOf(at, caseVersion)))
}

/** Whoever is always there cannot be a department as well: its money would be in another budget than it says. */
function checkDepartments(to: CaseChecking): void {
  for (const [name, { at, path }] of to.file.departments ?? []) {
    if (!reservedOwners.includes(name)) continue
    to.problems.push(problem('owner-reserved', 'wrong', at, { path, name }))
  }
}

const reservedOwners = [
  'municipality',
  'region',
  'state',
  'citizen',
  'donor',
  'financier',
  ...financeModes,
] as readonly string[]

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
  checkFilled(to, record, { for: names })
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
    checkFilled(to, group, { plan: group.plan })
    checkBetween(to, group.success, { within: group.success.within }, { least: 1 })
    for (const intake of group.plan) {
      checkMonths(to, intake, { from: intake.from + intake.months - 1 })
      checkBetween(to, intake, { from: intake.from, months: intake.months }, { least: 1 })
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
    checkBetterThanWithout(to, group)
  }
}

function checkCost(to: CaseChecking, name: string, cost: CaseCost): void {
  checkWays(to, cost, [['amount'], ['minutes', 'hourly']])
  checkNotBelowZero(to, cost)
  checkBetween(to, cost, { 'price-year': cost.priceYear }, priceYears)
  checkGroupNames(to, cost.for, cost)
  checkFilled(to, cost, { 'only-with': cost.onlyWith })
  checkMonths(to, cost, { month: cost.month, from: cost.from, through: cost.through })
  const known = [...ownerNames(to.file), 'financier', 'donor']
  checkName(to, { of: 'owner', name: cost.borneBy, known, at: cost.places['borne-by'] ?? cost.at, path: cost.path })
  checkSharedCost(to, cost)
  checkSourced(to, cost, name)
}

/** An effort after which fewer succeed than would have anyway is valued as it stands, as a loss; that it is meant is asked. */
function checkBetterThanWithout(to: CaseChecking, { success, without, path }: CaseGroup): void {
  const [most, least] = [Math.max(...boundsIn(to, success.rate)), Math.min(...boundsIn(to, without))]
  if (!Number.isFinite(most) || !Number.isFinite(least) || most >= least) return
  to.problems.push(problem('success-below-without', 'notice', success.places['rate'] ?? success.at, { path }))
}

/** A number as it is written, or what the estimate it names lies between; nothing where that says no bounds, or is none. */
function boundsIn(to: CaseChecking, { value, estimate = '' }: Input): number[] {
  if (value !== undefined) return [value]
  const named = to.file.estimates?.get(estimate)
  return named === undefined ? [] : boundsOf(named)
}

/** A cost is written without a sign. Income is a change for somebody, or money paid back, and has its own place for both. */
function checkNotBelowZero(to: CaseChecking, { amount, minutes, hourly, path }: CaseCost): void {
  for (const [key, input] of Object.entries({ amount, minutes, hourly })) {
    if (input === undefined) continue
    const { value, estimate = '', at, unit } = input
    const lowest = Math.min(...boundsIn(to, input))
    if (lowest >= 0) continue
    const found = Number.isFinite(lowest) ? Math.round(lowest * 1e6) / 1e6 : 'no-bounds'
    const text = `${-lowest}${unit === 'money' ? ' kr' : ''}`
    const remedies = value === undefined ? [] : [{ paste: `${key}: ${text}`, edit: { at, text } }]
    to.problems.push(problem('cost-negative', 'wrong', at, { path, key, found, estimate }, remedies))
  }
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
  if (change !== undefined) checkFilled(to, change, { 'by-year': change.byYear })
  if (change?.fade?.value === 1)
    to.problems.push(
      problem('fade-whole', 'notice', change.fade.at, { path: change.path }, [{ paste: 'by-year: [ … kr ]' }]),
    )
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
  checkFilled(to, consequence, { with: consequence.with })
  if (consequence.with !== undefined && consequence.with.length > 0) checkCourses(to, consequence.with)
  if (ownPrice !== undefined) checkBetween(to, ownPrice, { 'price-year': ownPrice.priceYear }, priceYears)
  checkSteps(to, consequence, 'without', consequence.without)
  for (const course of consequence.with ?? []) checkSteps(to, course, 'steps', course.steps)
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
  // The fault is the name's, so that its remedy leaves the other names and every share as they are.
  const free = known.filter((name) => !owners.has(name))
  for (const name of owners.keys()) {
    if (known.includes(name)) continue
    const nameAt = placeOfName(owners, name)
    const path = nameAt === undefined ? record.path : `${record.path}.${key}.${name}`
    checkName(to, { of: 'owner', name, known, free, at: nameAt ?? at, path })
  }
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
  checkName(to, { of: 'own-budget', name: selfBears, known: municipalNames(to.file), at, path: finance.path })
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
  checkFilled(to, repayment, { prices: prices === undefined ? undefined : [...prices], instalments })
  for (const instalment of instalments ?? []) {
    checkMonths(to, instalment, { month: instalment.month })
    // Nothing is paid after the last month of the repayment, so an instalment there would never be.
    const isAfter = instalment.month > repayment.through && instalment.month <= lastMonth(to.file)
    if (isAfter) checkBetween(to, instalment, { month: instalment.month }, { least: 0, most: repayment.through })
    checkBetween(to, instalment, { amount: instalment.amount.value }, { least: 0 })
  }
  for (const price of prices?.values() ?? []) {
    checkGroupNames(to, price.for, price)
    checkBetween(to, price, { amount: price.amount.value }, { least: 0 })
  }
  checkBounds(to, repayment)
  const { premium } = repayment
  if (prices === undefined && premium !== undefined && premium.value !== 0) {
    to.problems.push(problem('premium-idle', 'notice', premium.at, { path }))
  }
  checkSourced(to, repayment, 'repayment')
}

/** A cap is no debt, and what is assured at least is no more than what is paid at most. */
function checkBounds(to: CaseChecking, repayment: Repayment): void {
  const { cap, floor } = repayment
  const most = cap === 'none' ? undefined : cap.value
  const least = floor === 'none' ? undefined : floor.value
  checkBetween(to, repayment, { cap: most }, { least: 0 })
  checkBetween(to, repayment, { floor: least }, { least: 0, ...(most === undefined || most < 0 ? {} : { most }) })
}

/** What became of a saving belongs to a year of the case, and is something. */
function checkFollowed(to: CaseChecking): void {
  for (const line of to.file.savingsFollowed ?? []) {
    checkBetween(to, line, { year: line.year }, { least: 1, most: to.file.years })
    checkBetween(to, line, { amount: approximate(line.amount) }, { least: 0 })
  }
}
