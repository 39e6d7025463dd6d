/** What a case says of its people in a contract, as the models by which their facts are drawn. */
import { approximate } from '../base/index.ts'
import { type Agreement } from '../terms/index.ts'
import {
  type CompiledCase,
  type ContractView,
  type Figure,
  type ShownFact,
  type ShownMany,
  sharesOfMany,
  toldOfAgreement,
} from '../valuation/index.ts'
import { type AgreementModel } from './agreement-facts.ts'
import { type FactModel, type FactOf, type FactPlan, type Many, type Regime } from './fact-plan.ts'

type InputOfCase = NonNullable<ShownFact['values']>['missing']
type FigureOf = (input: InputOfCase) => Figure

/** The plan of one group of the case. */
export function planOf(compiled: CompiledCase, agreement: Agreement, view: ContractView, group: string): FactPlan {
  const isOf = (one: { for?: readonly string[] | undefined }): boolean =>
    one.for === undefined || one.for.includes(group)
  const figureOf = figureReader(compiled)
  return {
    startDay: compiled.startDay,
    exit: view.exit,
    columns: view.people?.get(group) ?? new Map(),
    members: (view.members ?? []).filter(isOf).map(({ unit, many, ages }) => ({
      unit,
      many: manyOf(many),
      ages: ages && { from: ages.from, to: ages.to },
    })),
    models: (view.facts ?? [])
      .filter((fact) => toldOfAgreement(fact) === undefined && isOf(fact))
      .map((fact) => modelOf(fact, factOf(agreement, fact), figureOf)),
  }
}

/** What may be told of the agreement and its groups. */
export function agreementModels(compiled: CompiledCase, view: ContractView): AgreementModel[] {
  const figureOf = figureReader(compiled)
  return (view.facts ?? []).flatMap((fact) => {
    const { measure, kind: ofKind } = fact
    return (toldOfAgreement(fact) ?? []).map((told): AgreementModel => {
      const plain = { measure, ofKind, group: told.of }
      if ('is' in told) return { ...plain, from: told.on, through: undefined, is: figureOf(told.is), chance: undefined }
      const chance = figureOf(told.chance)
      if ('on' in told) return { ...plain, from: told.on, through: undefined, is: undefined, chance }
      return { ...plain, from: told.from, through: told.through, is: undefined, chance }
    })
  })
}

const figureReader =
  ({ estimates }: CompiledCase): FigureOf =>
  ({ value, estimate }) => ({
    index: estimate === undefined ? -1 : estimates.findIndex(({ name }) => name === estimate),
    value: value ?? 0,
  })

/** Of whom a measure of the contract is. */
export function factOf({ measures }: Agreement, { measure }: ShownFact): FactOf {
  const of = measures.get(measure)?.of
  return of === 'child' || of === 'parent' ? of : 'subject'
}

function manyOf(many: ShownMany): Many {
  let sum = 0
  return sharesOfMany(many).map((share) => (sum += share))
}

function modelOf(fact: ShownFact, of: FactOf, figureOf: FigureOf): FactModel {
  const { measure, kind: ofKind, event, lasting, spells, values, items } = fact
  if (event !== undefined) return { kind: 'event', measure, of, ofKind, on: event }
  if (lasting !== undefined)
    return { kind: 'lasting', measure, of, ofKind, from: lasting.from, through: lasting.through }
  if (spells !== undefined) return { ...spellsOf(spells, figureOf), measure, of, ofKind }
  if (items !== undefined) return { ...itemsOf(items, figureOf), measure, of }
  return { ...valuesOf(values!, figureOf), measure, of }
}

function spellsOf(spells: NonNullable<ShownFact['spells']>, figureOf: FigureOf) {
  const regimeOf = (regime: typeof spells.before): Regime => ({
    in: figureOf(regime.in),
    leave: figureOf(regime.leave),
    enter: figureOf(regime.enter),
  })
  const { monthsBefore, monthsAfter, weeksBefore, weeksAfter, before, after, never } = spells
  return {
    kind: 'spells',
    step: weeksAfter === undefined ? 'month' : 'week',
    from: monthsBefore ?? weeksBefore ?? 0,
    through: monthsAfter ?? weeksAfter ?? 0,
    before: regimeOf(before),
    after: regimeOf(after),
    never: regimeOf(never === 'as-before' ? before : never),
  } as const
}

function valuesOf(values: NonNullable<ShownFact['values']>, figureOf: FigureOf) {
  const { on, missing, start, withSuccess, otherwise, step, from, to } = values
  const spreadOf = ({ mean, sd }: typeof start) => ({ mean: figureOf(mean), deviation: figureOf(sd) })
  return {
    kind: 'values',
    on,
    missing: figureOf(missing),
    start: spreadOf(start),
    gainOfSuccess: spreadOf(withSuccess),
    gainOtherwise: spreadOf(otherwise),
    step: approximate(step),
    low: approximate(from),
    high: approximate(to),
  } as const
}

function itemsOf(items: NonNullable<ShownFact['items']>, figureOf: FigureOf) {
  const { many, agreed, judged, met, unjudged, changed, withdrawn } = items
  return {
    kind: 'items',
    many: manyOf(many),
    agreed,
    judged,
    metWithSuccess: figureOf(met.withSuccess),
    metOtherwise: figureOf(met.otherwise),
    unjudged: figureOf(unjudged),
    changed: figureOf(changed),
    withdrawn: figureOf(withdrawn),
  } as const
}
