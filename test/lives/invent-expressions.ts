/**
 * Values and conditions of every kind, in nested combination and with units that go together.
 *
 * A value is asked for by its unit: nights of time in a state, kroner from a table over a share, people counted over a
 * condition. What cannot be said in a row, such as a child's score in a row of its family, is said by way of `over`.
 */
import { type Branch, type Tree } from './tree.ts'
import { inventDay, inventWindow } from './invent-days.ts'
import {
  type RowKind,
  type Scene,
  type TimeUnit,
  type UnitName,
  goalsAt,
  literal,
  measuresAt,
  rising,
  usual,
} from './scene.ts'

type Way<T> = readonly [number, () => T]

const timeUnits: readonly TimeUnit[] = ['nights', 'days', 'weeks', 'months', 'years']
const allUnits: readonly UnitName[] = [...timeUnits, 'money', 'share', 'number', 'points', 'levels', 'people', 'times']
const isTime = (unit: UnitName): unit is TimeUnit => (timeUnits as readonly UnitName[]).includes(unit)

/** A value in a unit: a number as it stands, or made of others at most so deep. */
export function inventValue(scene: Scene, unit: UnitName, depth: number): Tree {
  const { dice } = scene
  if (depth <= 0 && dice.chance(45)) return literal(usual(dice, unit), unit)
  const ways = [...leaves(scene, unit), ...(depth > 0 ? compositions(scene, unit, depth - 1) : [])]
  if (ways.length === 0 || dice.chance(15)) return literal(usual(dice, unit), unit)
  return dice.weighted(ways)()
}

/** A value that is written in braces, so that a comparison can stand beside it. */
export function inventMap(scene: Scene, unit: UnitName, depth: number): Branch {
  for (let tries = 0; tries < 4; tries++) {
    const value = inventValue(scene, unit, depth)
    if (typeof value === 'object' && !Array.isArray(value)) return value
  }
  return { 'sum-of': [inventValue(scene, unit, 0), literal(usual(scene.dice, unit), unit)] }
}

/** Values that read facts, results or the agreement itself. */
function leaves(scene: Scene, unit: UnitName): Way<Branch>[] {
  const { dice } = scene
  const ways: Way<Branch>[] = []
  if (isTime(unit)) ways.push(...timeLeaves(scene, unit))
  const valued = measuresAt(scene, 'level', 'score', 'amount', 'share', 'figure').filter((one) => one.unit === unit)
  if (valued.length > 0) {
    const picks = ['latest', 'first', 'highest', 'lowest', ...(unit === 'levels' ? [] : ['mean', 'sum'])]
    ways.push([
      8,
      () => ({
        'value-of': dice.pick(valued).name,
        ...(dice.chance(10)
          ? { pick: 'nearest', 'nearest-to': inventDay(scene), 'as-near': dice.pick(['earlier', 'later']) }
          : { pick: dice.pick(picks) }),
        window: inventWindow(scene),
        ...(dice.chance(30) ? { 'if-none': literal(usual(dice, unit), unit) } : {}),
      }),
    ])
  }
  const counted = measuresAt(scene, 'level', 'score', 'amount', 'share', 'figure')
  if ((unit === 'times' || unit === 'share') && counted.length > 0) {
    ways.push([
      4,
      () => {
        const { name, unit: of } = dice.pick(counted)
        return {
          'count-of': name,
          valued: {
            [dice.pick(['at-least', 'at-most', 'more-than', 'less-than', 'exactly'])]: literal(usual(dice, of!), of!),
          },
          as: unit === 'share' ? 'share' : 'count',
          window: inventWindow(scene),
          ...(dice.chance(20) ? { apart: dice.pick(['10 days', '1 month']) } : {}),
          ...(dice.chance(40) ? { 'if-none': literal(usual(dice, unit), unit) } : {}),
        }
      },
    ])
  }
  const happening = measuresAt(scene, 'event', 'spell')
  if (unit === 'times' && happening.length > 0) {
    ways.push([
      6,
      () => ({
        'count-of': dice.pick(happening).name,
        window: inventWindow(scene),
        ...(dice.chance(25) ? { apart: dice.pick(['10 days', '1 month', '3 months']) } : {}),
      }),
    ])
  }
  const plans = measuresAt(scene, 'plan')
  if ((unit === 'share' || unit === 'items') && plans.length > 0) {
    ways.push([
      6,
      () => ({
        'items-met': dice.pick(plans).name,
        as: unit === 'share' ? 'share' : 'count',
        window: inventWindow(scene),
        changed: dice.pick(['latest-wording', 'first-wording']),
        withdrawn: dice.pick(['left-out', 'not-met']),
        unjudged: dice.pick(['makes-unmeasured', 'not-met', 'left-out']),
      }),
    ])
  }
  return [...ways, ...references(scene, unit)]
}

function timeLeaves(scene: Scene, unit: TimeUnit): Way<Branch>[] {
  const { dice } = scene
  const spells = measuresAt(scene, 'spell').map(({ name }) => name)
  const ways: Way<Branch>[] = []
  if (spells.length > 0) {
    ways.push([8, () => inventTimeIn(scene, unit, spells)])
    if (unit === 'days' || unit === 'weeks' || unit === 'months') {
      ways.push([
        3,
        () => {
          const gap = dice.pick(['0 days', '7 days', '2 weeks', '1 month'])
          return {
            'longest-run-in': oneOrSome(scene, spells),
            unit,
            window: inventWindow(scene),
            'gap-at-most': gap,
            ...(gap === '0 days' ? {} : { 'gap-days': dice.pick(['counted', 'not-counted']) }),
            ...(dice.chance(25) ? { gaps: String(dice.between(1, 2)) } : {}),
          }
        },
      ])
    }
  }
  if (unit !== 'nights') ways.push([2, () => ({ 'time-between': [inventDay(scene), inventDay(scene)], unit })])
  return ways
}

function inventTimeIn(scene: Scene, unit: TimeUnit, spells: readonly string[]): Branch {
  const { dice } = scene
  const named = dice.some(spells, 1)
  const others = spells.filter((name) => !named.includes(name))
  const isParted = unit === 'weeks' || unit === 'months' || unit === 'years'
  return {
    'time-in': named.length === 1 ? named[0]! : named,
    unit,
    window: inventWindow(scene),
    ...(isParted ? { 'part-units': dice.pick(['whole-only', 'any-day']) } : {}),
    ...(unit === 'weeks' ? { weeks: dice.pick(['monday-to-sunday', 'from-window-start']) } : {}),
    ...(others.length > 0 && dice.chance(30) ? { except: oneOrSome(scene, others) } : {}),
    ...(dice.chance(20)
      ? { per: dice.pick(['1 month', '3 months', '30 days']), periods: dice.pick(['fixed', 'rolling']) }
      : {}),
  }
}

function oneOrSome({ dice }: Scene, names: readonly string[]): Tree {
  const some = dice.some(names, 1)
  return some.length === 1 ? some[0]! : some
}

/** Other results, this result, and figures of the agreement. */
function references(scene: Scene, unit: UnitName): Way<Branch>[] {
  const { dice } = scene
  const ways: Way<Branch>[] = []
  const goals = goalsAt(scene)
  const dates = (): Branch => ({
    dates: dice.pick(['same-date', 'previous-date', 'all-dates', 'dates-so-far', 'earlier-dates']),
    ...(dice.chance(25)
      ? { last: String(dice.between(1, 3)), 'if-fewer': dice.pick(['makes-unmeasured', 'counts-those-there-are']) }
      : {}),
  })
  if (unit === 'times' && goals.length > 0) {
    const as = (): string => dice.pick(['times-met', 'times-missed', 'times-unmeasured'])
    ways.push([3, () => ({ 'result-of': dice.pick(goals).name, as: as(), ...dates() })])
  }
  const quantified = goals.filter((goal) => goal.quantity === unit)
  if (quantified.length > 0)
    ways.push([
      4,
      () => ({
        'result-of': dice.pick(quantified).name,
        as: 'quantity',
        ...dates(),
        pick: dice.pick(['latest', 'first', 'highest', 'lowest', ...(unit === 'levels' ? [] : ['mean', 'sum'])]),
        ...(dice.chance(30) ? { 'if-none': literal(usual(dice, unit), unit) } : {}),
      }),
    ])
  if (scene.quantity === unit) ways.push([10, () => ({ this: 'quantity' })])
  if (unit === 'times' && scene.isDated) ways.push([1, () => ({ this: 'occasion-number' })])
  if (unit === 'money' && scene.hasContractSum) ways.push([1, () => ({ this: 'contract-sum' })])
  const parameters = scene.parameters.filter((one) => one.unit === unit)
  if (parameters.length > 0) ways.push([3, () => ({ parameter: dice.pick(parameters).name })])
  return ways
}

/** Values made of other values. */
function compositions(scene: Scene, unit: UnitName, depth: number): Way<Branch>[] {
  const { dice } = scene
  const same = (): Tree => inventValue(scene, unit, depth)
  const several = (least: number): Tree[] => Array.from({ length: dice.between(least, 3) }, same)
  const ways: Way<Branch>[] = [
    [2, () => ({ 'sum-of': several(2) })],
    [2, () => ({ difference: [same(), same()] })],
    [1, () => ({ 'highest-of': several(2) })],
    [1, () => ({ 'lowest-of': several(2) })],
    [2, () => ({ if: inventCondition(scene, depth), then: same(), else: same() })],
    [1, () => ({ rounded: same(), to: stepOf(scene, unit), how: dice.pick(['down', 'up', 'half-up', 'half-even']) })],
    [1, () => ({ change: dice.pick(['fall', 'rise']), from: same(), to: same(), as: 'units' })],
    [1, () => inventWeighted(scene, unit, depth)],
    [2, () => inventSteps(scene, unit, depth)],
    [2, () => inventLine(scene, unit, depth)],
    ...overs(scene, unit, depth),
    ...products(scene, unit, depth),
  ]
  if (unit === 'share') ways.push(...shares(scene, depth))
  if (unit === 'money') ways.push([3, () => inventTiers(scene, depth)], [2, () => inventGrown(scene, depth)])
  return ways
}

function stepOf({ dice }: Scene, unit: UnitName): string {
  if (unit === 'money') return dice.pick(['1 kr', '0.5 kr', '100 kr'])
  if (unit === 'share') return dice.pick(['1 %', '0.1 %', '5 %'])
  return literal(dice.pick([1, 5]), unit)
}

function inventWeighted(scene: Scene, unit: UnitName, depth: number): Branch {
  const { dice } = scene
  const weights = dice.pick([
    ['50 %', '50 %'],
    ['20 %', '80 %'],
    ['1', '2'],
    ['1', '1', '3'],
  ])
  const parts = weights.map((weight) => ({ weight, of: inventValue(scene, unit, depth) }))
  return { weighted: parts, missing: dice.pick(['makes-unmeasured', 'others-weigh-more']) }
}

/** Any unit that has something to be read in the scene, and now and then one that has not. */
function someUnit(scene: Scene): UnitName {
  const { dice } = scene
  if (scene.quantity !== undefined && dice.chance(50)) return scene.quantity
  const told = allUnits.filter((unit) => leaves(scene, unit).length > 0)
  return told.length === 0 || dice.chance(10) ? dice.pick(allUnits) : dice.pick(told)
}

function inventSteps(scene: Scene, unit: UnitName, depth: number): Branch {
  const { dice } = scene
  const over = someUnit(scene)
  const table = rising(dice, over, dice.between(1, 4)).map((threshold) => ({
    [dice.pick(['at-least', 'at-least', 'more-than'])]: threshold,
    give: inventValue(scene, unit, depth - 1),
  }))
  return { steps: inventValue(scene, over, depth), table, below: literal(usual(dice, unit), unit) }
}

function inventLine(scene: Scene, unit: UnitName, depth: number): Branch {
  const { dice } = scene
  const over = someUnit(scene)
  const points = rising(dice, over, dice.between(2, 4)).map((x) => ({
    x,
    give: dice.chance(85) ? literal(usual(dice, unit), unit) : inventValue(scene, unit, depth - 1),
  }))
  return {
    line: inventValue(scene, over, depth),
    points,
    below: dice.pick(['hold', 'nothing', 'extend']),
    above: dice.pick(['hold', 'extend']),
  }
}

function inventTiers(scene: Scene, depth: number): Branch {
  const { dice } = scene
  const over = dice.pick(['people', 'times', 'nights', someUnit(scene)] as const)
  const price = (): Tree => inventValue(scene, 'money', depth - 1)
  const table: Branch[] = rising(dice, over, dice.between(1, 3)).map((upTo) => ({ 'up-to': upTo, price: price() }))
  return { tiers: inventValue(scene, over, depth), table: [...table, { price: price() }] }
}

function inventGrown(scene: Scene, depth: number): Branch {
  const { dice } = scene
  const rates = scene.parameters.filter(({ unit }) => unit === 'share')
  const by: Tree =
    rates.length > 0 && dice.chance(40) ? { parameter: dice.pick(rates).name } : dice.pick(['3 %', '1.5 %'])
  return {
    grown: inventValue(scene, 'money', depth),
    by,
    from: dice.pick(['start', 'agreement start', '2022-01-01']),
    to: scene.isDated ? dice.pick(['occasion', 'agreement end']) : 'agreement end',
    how: dice.pick(['compound', 'simple']),
    'part-years': dice.pick(['exact', 'whole-only']),
    direction: dice.pick(['forward', 'back']),
  }
}

function products(scene: Scene, unit: UnitName, depth: number): Way<Branch>[] {
  const { dice } = scene
  const factors = (...units: UnitName[]): Tree[] => dice.shuffled(units).map((one) => inventValue(scene, one, depth))
  if (unit === 'money')
    return [[4, () => ({ product: factors('money', dice.pick(['share', 'number', 'people', 'times', 'nights'])) })]]
  if (unit === 'number') return [[2, () => ({ product: factors('people', 'nights') })]]
  return [[1, () => ({ product: factors(unit, unit === 'share' ? 'share' : dice.pick(['share', 'number'])) })]]
}

function shares(scene: Scene, depth: number): Way<Branch>[] {
  const { dice } = scene
  const alike = (): Tree[] => {
    const unit = someUnit(scene)
    return [inventValue(scene, unit, depth), inventValue(scene, unit, depth)]
  }
  const zero = (): string => dice.pick(['makes-unmeasured', 'counts-as-none'])
  return [
    [4, () => ({ ratio: alike(), 'if-zero': zero() })],
    [
      4,
      () => {
        const [from, to] = alike() as [Tree, Tree]
        return { change: dice.pick(['fall', 'rise']), from, to, as: 'share', 'zero-baseline': zero() }
      },
    ],
  ]
}

/** Whom one can look over from a row, with the row inside. */
function overRows({ row, subject, tracks }: Scene): [string, RowKind][] {
  const found: [string, RowKind][] = [['people', subject]]
  if (row === 'group') found.push(['people', subject], ['authorities', 'group'])
  if (row === 'group' && tracks.length > 0) found.push(['tracks', 'group'])
  if (row !== 'group' && subject === 'family')
    found.push(['children', 'child'], ['parents', 'parent'], ['members', 'member'])
  return found
}

function overs(scene: Scene, unit: UnitName, depth: number): Way<Branch>[] {
  const { dice } = scene
  const weight = scene.row === 'group' ? 12 : 3
  if (unit === 'people')
    return [[2 * weight, () => inventOver(scene, 'count', dice.chance(80) ? 'that' : undefined, unit, depth)]]
  const takes = ['sum', 'mean', 'median', 'highest', 'lowest']
  const ways: Way<Branch>[] = [[weight, () => inventOver(scene, dice.pick(takes), 'of', unit, depth)]]
  if (unit === 'share') ways.push([weight, () => inventOver(scene, 'share', 'that', unit, depth)])
  return ways
}

function inventOver(scene: Scene, take: string, by: 'of' | 'that' | undefined, unit: UnitName, depth: number): Branch {
  const { dice } = scene
  const [over, row] = dice.pick(overRows(scene))
  const part = { authorities: 'authority', tracks: 'track' }[over] ?? ''
  const inside: Scene = { ...scene, row, part, quantity: undefined }
  const isOfMembers = over === 'children' || over === 'parents' || over === 'members'
  const asksNobody = over !== 'people' && take !== 'count' && take !== 'sum'
  return {
    over,
    take,
    ...(by === 'of' ? { of: inventMap(inside, unit, depth) } : {}),
    ...(by === 'that' ? { that: inventCondition(inside, depth) } : {}),
    ...amongOf(inside, isOfMembers, depth - 1),
    unmeasured: dice.pick(['left-out', 'counted-as-no', 'makes-unmeasured']),
    ...(isOfMembers ? { 'members-at': dice.pick(['start', 'occasion']) } : {}),
    ...(asksNobody ? { 'if-nobody': dice.pick(['makes-unmeasured', 'counted-as-yes', 'counted-as-no']) } : {}),
  }
}

/** Among the members of a family the terms must say who is counted, if only that everybody is. */
function amongOf(inside: Scene, isOfMembers: boolean, depth: number): Branch {
  if (isOfMembers && inside.dice.chance(50)) return { among: 'everybody' }
  return isOfMembers || inside.dice.chance(25) ? { among: inventCondition(inside, depth) } : {}
}

/** A condition of any kind. */
export function inventCondition(scene: Scene, depth: number): Branch {
  const { dice } = scene
  const inner = (): Branch => inventCondition(scene, depth - 1)
  const several = (): Branch[] => Array.from({ length: dice.between(2, 3) }, inner)
  const ways: Way<Branch>[] = [[10, () => inventComparison(scene, depth)]]
  const goals = goalsAt(scene).filter(({ hasMet }) => hasMet)
  if (goals.length > 0) ways.push([5, () => ({ met: dice.pick(goals).name, dates: dice.pick(metDates) })])
  const named = [...(scene.isDated || scene.row === scene.subject ? scene.groups : []), ...scene.tracks]
  if (scene.row !== 'group' && named.length > 0) ways.push([3, () => ({ in: oneOrSome(scene, named) })])
  if (scene.row !== 'group') {
    const [one] = dice.shuffled(scene.attributes)
    if (one !== undefined) ways.push([2, () => ({ attribute: one.name, is: oneOrSome(scene, one.words) })])
    ways.push([1, () => ({ 'observed-to': inventDay(scene) })])
  }
  if (depth > 0) {
    ways.push(
      [2, () => ({ all: several() })],
      [2, () => ({ any: several() })],
      [1, () => ({ not: inner() })],
      [1, () => inventSome(scene, several())],
      [2, () => inventOver(scene, dice.pick(['every', 'any']), 'that', 'share', depth - 1)],
    )
  }
  return dice.weighted(ways)()
}

const metDates = ['same-date', 'every-date', 'any-date', 'every-date-so-far', 'any-date-so-far']

function inventSome({ dice }: Scene, of: Branch[]): Branch {
  return { some: String(dice.between(1, of.length)), of, unmeasured: dice.pick(['makes-unmeasured', 'counted-as-no']) }
}

function inventComparison(scene: Scene, depth: number): Branch {
  const { dice } = scene
  const unit = someUnit(scene)
  const value = inventMap(scene, unit, depth - 1)
  if (dice.chance(15)) {
    const [low, high] = rising(dice, unit, 2) as [string, string]
    return { ...value, [dice.pick(['at-least', 'more-than'])]: low, [dice.pick(['at-most', 'less-than'])]: high }
  }
  if (unit === 'share' && dice.chance(10))
    return { ...value, 'at-least': '31 %', 'written-as': '5 of 16', 'decided-by': dice.pick(['share', 'count']) }
  const side = dice.pick(['at-least', 'at-most', 'more-than', 'less-than', 'exactly'])
  const bound = dice.chance(85) ? literal(usual(dice, unit), unit) : inventValue(scene, unit, depth - 2)
  return { ...value, [side]: bound }
}
