/** Consequences: what one success changes, at which price in the price year, for which owners, refunded by which rule. */
import { type Day, type Problem, approximate, assert, problem } from '../../base/index.ts'
import { type Price, type PriceUnit } from '../catalogue/catalogue.ts'
import { priceInYear } from '../catalogue/indexed.ts'
import { priceOn } from '../catalogue/price-on.ts'
import { type CaseConsequence } from './case-file.ts'
import {
  type CompiledConsequence,
  type CompiledGroup,
  type Figure,
  type Flow,
  type Line,
  type LineKind,
  type Product,
  type UseCourse,
  type UseFlow,
} from './compiled.ts'
import {
  type Compiling,
  addLine,
  checkCurrency,
  figureOf,
  inOrder,
  indexFactor,
  meanOfProduct,
  ownerOf,
  productOf,
  stateOf,
} from './compiling.ts'
import { daysPerUnit, ruleTraits } from '../rules/index.ts'
import { groupsOf } from './compile-costs.ts'
import {
  endedNotice,
  getsVatBack,
  levelNotice,
  perUseNotice,
  ruleOf,
  sharerOf,
  vatMonths,
  withoutVat,
} from './compile-sharing.ts'
import { monthBegin, monthEnd } from './months.ts'
import { type RuleOfUse, type UseSetting, courseRefund, refundAfter, unitsOf, useCourse } from './use-course.ts'

export function compileConsequences(to: Compiling, groups: readonly CompiledGroup[]): CompiledConsequence[] {
  return inOrder(to.file.consequences.keys()).flatMap((name) => {
    const consequence = to.file.consequences.get(name)!
    const compiled = isLeftOut(to, consequence) ? undefined : compileConsequence(to, groups, name, consequence)
    return compiled === undefined ? [] : [compiled]
  })
}

/** What only the broad scenario counts. */
const isLeftOut = ({ options }: Compiling, { scenario }: CaseConsequence): boolean =>
  options.scenario === 'narrow' && scenario === 'broad'

/**
 * What is wrong with the consequences that the scenario leaves out: the case is wrong whichever scenario is looked at. Notices
 * are about what is counted, and are told where it is.
 */
export function faultsLeftOut(to: Compiling, groups: readonly CompiledGroup[]): Problem[] {
  const beside: Compiling = { ...to, lines: [], prices: [], problems: [] }
  for (const name of inOrder(to.file.consequences.keys())) {
    const consequence = to.file.consequences.get(name)!
    if (isLeftOut(to, consequence)) compileConsequence(beside, groups, name, consequence)
  }
  return beside.problems.filter(({ severity }) => severity !== 'notice')
}

function compileConsequence(
  to: Compiling,
  groups: readonly CompiledGroup[],
  name: string,
  consequence: CaseConsequence,
): CompiledConsequence | undefined {
  const own = groupsOf(to, consequence.for)
  const price = priceOf(to, name, consequence)
  const vat = vatMonths(to, consequence.vat, consequence.places['vat'] ?? consequence.at)
  const flow = flowOf(to, groups, own, consequence, price, withoutVat(vat))
  if (flow === undefined) return undefined
  const { cashable, refund } = consequence
  const linesOf = (owner: number) => linesOfOwner(to, name, consequence, owner)
  const sharer = refund === 'none' ? undefined : sharerOf(to, refund)
  const bearers = inOrder(consequence.owners.keys()).map((bearer) => {
    const owner = ownerOf(to, bearer)
    return { owner, share: approximate(consequence.owners.get(bearer)!), ...linesOf(owner) }
  })
  const state = stateOf(to)
  return {
    name,
    groups: own,
    per: consequence.per,
    flow,
    cashable:
      cashable === undefined ? undefined : { share: figureOf(to, cashable.share), fromMonth: cashable.fromMonth },
    owners: bearers.map(({ owner, ...bearer }) => ({ ...bearer, getsVatBack: getsVatBack(to, owner) })),
    vat,
    state: vat !== undefined || sharer === state ? linesOf(state) : undefined,
    perUse:
      sharer === undefined || sharer === state
        ? undefined
        : {
            payer: addLine(to, lineOf(name, consequence, sharer, 'cashable')),
            receiver: addLine(to, lineOf(name, consequence, bearers[0]!.owner, 'cashable')),
          },
    from: consequence.from ?? 1,
    through: consequence.through ?? to.months,
  }
}

const lineOf = (item: string, consequence: CaseConsequence, owner: number, kind: LineKind): Line => ({
  item,
  of: 'consequence',
  label: consequence.label,
  owner,
  kind,
  ceiling: consequence.ceiling,
  economic: consequence.economic,
  scenario: consequence.scenario,
})

function linesOfOwner(to: Compiling, name: string, consequence: CaseConsequence, owner: number) {
  const { kind } = consequence
  const line = addLine(to, lineOf(name, consequence, owner, kind))
  const freed = kind === 'cashable' ? addLine(to, lineOf(name, consequence, owner, 'freed-capacity')) : undefined
  return { line, freedLine: freed }
}

type UnitPrice = { amount: Product; unit: PriceUnit }

/** The price of one unit in the price year; nothing where the consequence is told in kroner. */
function priceOf(to: Compiling, name: string, consequence: CaseConsequence): UnitPrice | undefined {
  const { price, ownPrice, places, at } = consequence
  if (ownPrice !== undefined) {
    const { amount, per, priceYear, index } = ownPrice
    const factor = indexFactor(to, priceYear, index, ownPrice.at)
    tellImpossible(to, per, consequence)
    return { amount: productOf(figureOf(to, amount), factor), unit: per }
  }
  if (price === undefined) return undefined
  const { priceYear } = to.file
  const place = places['price'] ?? at
  checkCurrency(to, place, consequence.path)
  const use = { on: firstUse(to, consequence), priceYear, at: place }
  const found = priceOn(to.catalogue, price, use)
  to.problems.push(...found.problems)
  if (found.price === undefined) return undefined
  tellEnded(to, price, found.problems, place)
  tellVat(to, found.price, consequence)
  tellImpossible(to, found.price.unit, consequence)
  const carried = priceInYear(to.catalogue, found.price, { priceYear, at: place })
  // A rate that the catalogue has for the price year itself needs no index to get there.
  const stated = carried.amount === undefined ? statedIn(to, price, priceYear) : undefined
  if (stated === undefined) to.problems.push(...carried.problems)
  const used = stated ?? found.price
  const amount = stated?.value ?? carried.amount ?? 0
  to.prices.push({ consequence: name, price: used, insteadOf: found.insteadOf, amount })
  return { amount: productOf(fixed(amount)), unit: used.unit }
}

/** The first day on which the change counts: its row of the catalogue is the one in force on it. */
function firstUse(to: Compiling, { from }: CaseConsequence): Day {
  return to.options.lawAsOf ?? monthBegin(to, Math.max(1, from ?? 1))
}

const statedIn = ({ catalogue }: Compiling, id: string, year: number): Price | undefined =>
  catalogue.prices.get(id)?.findLast(({ priceYear }) => priceYear === year)

const fixed = (value: number): Figure => ({ index: -1, value })

/** A price with VAT in it asks what becomes of the VAT; what is not in a price cannot come back of it, and is not added twice. */
function tellVat(to: Compiling, { id, vat: has }: Price, { vat, path, places, at }: CaseConsequence): void {
  if (has === 'in' && vat === undefined) {
    const choices = ['vat: { share: 6 % }', 'vat: included', 'vat: none'].map((paste) => ({ paste }))
    to.problems.push(problem('vat-unsaid', 'wrong', at, { path, price: id }, choices))
  }
  const isTwice =
    (has === 'out' && (vat === 'included' || typeof vat === 'object')) || (has === 'in' && vat === 'added')
  if (!isTwice) return
  to.problems.push(problem('vat-twice', 'wrong', places['vat'] ?? at, { path, price: id, has }))
}

/** So much of each unit of time there is at most in a month and in a year. */
const unitsMost: Partial<Record<PriceUnit, { month: number; year: number }>> = {
  hour: { month: 744, year: 8784 },
  day: { month: 31, year: 366 },
  week: { month: 31 / 7, year: 366 / 7 },
  month: { month: 1, year: 12 },
  year: { month: 31 / 365, year: 1 },
}

/** More days than a month has are no slip where several use the service; otherwise the unit has been mistaken. */
function tellImpossible(to: Compiling, unit: PriceUnit, { change, without, with: courses, at, path }: CaseConsequence) {
  const most = unitsMost[unit]
  if (most === undefined) return
  const steps = [...(without ?? []), ...(courses ?? []).flatMap((course) => course.steps)]
  const perYear = change?.unitsPerYear
  const uses = [
    ...steps.map((step) => ({ units: approximate(step.units), per: 'month' as const, at: step.places['units'] ?? at })),
    ...(perYear === undefined
      ? []
      : [
          {
            units: Math.abs(meanOfProduct(to, productOf(figureOf(to, perYear)))),
            per: 'year' as const,
            at: perYear.at,
          },
        ]),
  ]
  const found = uses.find(({ units, per }) => units > most[per])
  if (found === undefined) return
  const facts = { path, unit, per: found.per, units: found.units, most: Math.floor(most[found.per] * 100) / 100 }
  to.problems.push(problem('use-impossible', 'notice', found.at, facts))
}

/** A benefit or price that ends while the case runs is told of, too. */
function tellEnded(to: Compiling, id: string, before: readonly Problem[], at: CaseConsequence['at']): void {
  const on = to.options.lawAsOf ?? monthEnd(to, to.months)
  const later = priceOn(to.catalogue, id, { on, priceYear: to.file.priceYear, at }).problems
  const news = later.filter(({ code }) => code === 'price-ended' || code === 'price-closed')
  to.problems.push(...news.filter(({ code }) => !before.some((found) => found.code === code)))
}

function flowOf(
  to: Compiling,
  groups: readonly CompiledGroup[],
  own: readonly number[],
  consequence: CaseConsequence,
  price: UnitPrice | undefined,
  counted: Float64Array | undefined,
): Flow | undefined {
  const { change, without, with: courses, refund } = consequence
  if (change?.byYear !== undefined) {
    return { kind: 'by-year', years: change.byYear.map((amount) => productOf(figureOf(to, amount))) }
  }
  if (change !== undefined) {
    const perYear = change.unitsPerYear === undefined ? productOf(figureOf(to, change.perYear!)) : undefined
    const units = change.unitsPerYear === undefined ? undefined : figureOf(to, change.unitsPerYear)
    const whole = perYear ?? (price === undefined ? undefined : { ...price.amount, times: units })
    return whole === undefined ? undefined : { kind: 'fading', perYear: whole, fade: figureOf(to, change.fade!) }
  }
  if (price === undefined || without === undefined || courses === undefined) return undefined
  const at = consequence.places['refund'] ?? consequence.at
  if (refund !== 'none' && !ruleTraits[refund.rule].followsPrice) checkCurrency(to, at, consequence.path)
  const setting: UseSetting = {
    catalogue: to.catalogue,
    law: to.law,
    startDay: to.startDay,
    months: to.months,
    successes: successMonths(groups, own),
    daysPerUnit: daysPerUnit(price.unit),
    isOnce: false,
    price: meanOfProduct(to, price.amount),
    counted,
    at,
  }
  const told = new Map<string, Problem>()
  const courseOf = (steps: typeof without, isWith: boolean): UseCourse | undefined => {
    const units = unitsOf(steps, to.months)
    if (refund === 'none') return useCourse(units, undefined)
    const { rule, own: others } = ruleOf(to, refund, isWith)
    const { refund: borne, problems } = courseRefund(setting, units, rule)
    // The courses of one consequence lack the same figures; they are told of once.
    for (const found of problems) {
      if (told.has(found.code)) continue
      to.problems.push(found)
    }
    for (const found of problems) told.set(found.code, found)
    if (borne === undefined) return undefined
    return useCourse(others === undefined ? units : units.map((one, month) => one + others[month]!), borne)
  }
  const bare = courseOf(without, false)
  const followed = courses.map(({ share, steps }) => ({
    share: share === 'rest' ? share : figureOf(to, share),
    own: unitsOf(steps, to.months),
    course: courseOf(steps, true),
  }))
  if (refund !== 'none') {
    to.problems.push(...endedNotice(to, refund, at), ...levelNotice(to, refund, [...told.values()], at))
    to.problems.push(...perUseNotice(to, refund, price.unit, at))
  }
  if (bare === undefined || followed.some(({ course }) => course === undefined)) return undefined
  const whole = followed.map(({ course, ...one }) => ({ ...one, course: course! }))
  const borneOf = refund === 'none' ? undefined : borneBy(setting, ruleOf(to, refund, true).rule)
  return { kind: 'use', price: price.amount, unit: price.unit, without: bare, with: whole, borneOf }
}

/** The rule asked of use that is no course of the case, such as what was seen. */
function borneBy(setting: UseSetting, rule: RuleOfUse): NonNullable<UseFlow['borneOf']> {
  return (own, success, price) => {
    const { refund } = refundAfter(setting, own, rule, success, price)
    assert(refund !== undefined, 'a rule that bears the courses of a consequence knows its figures')
    return refund
  }
}

/** The months of the case in which a success of these groups can be. */
function successMonths(groups: readonly CompiledGroup[], own: readonly number[]): { first: number; last: number } {
  const first = Math.min(...own.flatMap((index) => groups[index]!.plan.map(({ from }) => from)))
  return { first, last: Math.max(...own.map((index) => groups[index]!.through)) }
}
