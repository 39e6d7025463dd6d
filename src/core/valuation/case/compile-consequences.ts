/** Consequences: what one success changes, at which price in the price year, for which owners, refunded by which rule. */
import { type Problem, addMonths, approximate } from '../../base/index.ts'
import { type Price, priceInYear, priceOn } from '../catalogue/index.ts'
import { type CaseConsequence } from './case-file.ts'
import {
  type CompiledConsequence,
  type CompiledGroup,
  type Figure,
  type Flow,
  type Product,
  type UseCourse,
  product,
} from './compiled.ts'
import { type Compiling, addLine, figureOf, inOrder, indexFactor, ownerOf, productOf } from './compiling.ts'
import { groupsOf } from './compile-costs.ts'
import { type UseSetting, unitsOf, useCourse } from './use-course.ts'

export function compileConsequences(to: Compiling, groups: readonly CompiledGroup[]): CompiledConsequence[] {
  return inOrder(to.file.consequences.keys()).flatMap((name) => {
    const consequence = to.file.consequences.get(name)!
    const isLeftOut = to.options.scenario === 'narrow' && consequence.scenario === 'broad'
    const compiled = isLeftOut ? undefined : compileConsequence(to, groups, name, consequence)
    return compiled === undefined ? [] : [compiled]
  })
}

function compileConsequence(
  to: Compiling,
  groups: readonly CompiledGroup[],
  name: string,
  consequence: CaseConsequence,
): CompiledConsequence | undefined {
  const own = groupsOf(to, consequence.for)
  const price = priceOf(to, name, consequence)
  const flow = flowOf(to, groups, own, consequence, price)
  if (flow === undefined) return undefined
  const { cashable, kind } = consequence
  const line = (owner: number, freed: boolean) =>
    addLine(to, {
      item: name,
      of: 'consequence',
      label: consequence.label,
      owner,
      kind: freed ? 'freed-capacity' : kind,
      ceiling: consequence.ceiling,
      economic: consequence.economic,
      scenario: consequence.scenario,
    })
  const linesOf = (owner: number) => ({
    line: line(owner, false),
    freedLine: kind === 'cashable' ? line(owner, true) : undefined,
  })
  const state = to.owners.findIndex((owner) => owner.name === 'state')
  return {
    name,
    groups: own,
    per: consequence.per,
    flow,
    cashable:
      cashable === undefined ? undefined : { share: figureOf(to, cashable.share), fromMonth: cashable.fromMonth },
    owners: inOrder(consequence.owners.keys()).map((owner) => ({
      share: approximate(consequence.owners.get(owner)!),
      ...linesOf(ownerOf(to, owner)),
    })),
    state: consequence.refund === 'none' ? undefined : linesOf(state),
    from: consequence.from ?? 1,
    through: consequence.through ?? to.months,
  }
}

type UnitPrice = { amount: Product; isDaily: boolean }

/** The price of one unit in the price year; nothing where the consequence is told in kroner. */
function priceOf(to: Compiling, name: string, { price, ownPrice, places, at }: CaseConsequence): UnitPrice | undefined {
  if (ownPrice !== undefined) {
    const { amount, per, priceYear, index } = ownPrice
    const factor = indexFactor(to, priceYear, index, ownPrice.at)
    return { amount: productOf(figureOf(to, amount), factor), isDaily: per === 'day' }
  }
  if (price === undefined) return undefined
  const { priceYear } = to.file
  const place = places['price'] ?? at
  const use = { on: to.options.lawAsOf ?? to.startDay, priceYear, at: place }
  const found = priceOn(to.catalogue, price, use)
  to.problems.push(...found.problems)
  if (found.price === undefined) return undefined
  tellEnded(to, price, found.problems, place)
  const { amount, problems } = priceInYear(to.catalogue, found.price, { priceYear, at: place })
  to.problems.push(...problems)
  to.prices.push({ consequence: name, price: found.price, insteadOf: found.insteadOf, amount: amount ?? 0 })
  return { amount: productOf(fixed(amount ?? 0)), isDaily: isDaily(found.price) }
}

const isDaily = ({ unit }: Price): boolean => unit === 'day'
const fixed = (value: number): Figure => ({ index: -1, value })

/** A benefit or price that ends while the case runs is told of, too. */
function tellEnded(to: Compiling, id: string, before: readonly Problem[], at: CaseConsequence['at']): void {
  const on = to.options.lawAsOf ?? addMonths(to.startDay, to.months) - 1
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
  const rule = refund === 'none' ? undefined : refund.rule
  const setting: UseSetting = {
    catalogue: to.catalogue,
    law: to.law,
    startDay: to.startDay,
    months: to.months,
    successes: successMonths(groups, own),
    isDaily: price.isDaily,
    weeksBefore: refund === 'none' ? 0 : (refund.weeksBefore ?? 0),
    price: product(
      price.amount,
      Float64Array.from(to.estimates, ({ mean }) => mean),
    ),
    at: consequence.places['refund'] ?? consequence.at,
  }
  const told = new Set<string>()
  const courseOf = (steps: typeof without): UseCourse | undefined => {
    const { course, problems } = useCourse(setting, unitsOf(steps, to.months), rule)
    // The courses of one consequence lack the same figures; they are told of once.
    for (const found of problems) {
      if (told.has(found.code)) continue
      to.problems.push(found)
    }
    for (const { code } of problems) told.add(code)
    return course
  }
  const bare = courseOf(without)
  const followed = courses.map(({ share, steps }) => ({
    share: share === 'rest' ? share : figureOf(to, share),
    course: courseOf(steps),
  }))
  if (bare === undefined || followed.some(({ course }) => course === undefined)) return undefined
  const whole = followed.map(({ share, course }) => ({ share, course: course! }))
  return { kind: 'use', price: price.amount, without: bare, with: whole }
}

/** The months of the case in which a success of these groups can be. */
function successMonths(groups: readonly CompiledGroup[], own: readonly number[]): { first: number; last: number } {
  const first = Math.min(...own.flatMap((index) => groups[index]!.plan.map(({ from }) => from)))
  return { first, last: Math.max(...own.map((index) => groups[index]!.through)) }
}
