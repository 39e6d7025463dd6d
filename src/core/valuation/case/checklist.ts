/**
 * The checklist of the six steps: what whoever signs a step off vouches for.
 *
 *     holds     the case itself shows it           every success rate has a range
 *     lacks     the case itself shows that not     a group without a range, named
 *     vouched   no case can show it, and whoever signed the step off says it
 *     asked     no case can show it, and nobody has signed the step off, or it has been changed since
 *
 * The points are made from what the Danish authority writes of its own model, SØM: that a target group must resemble that of the
 * estimates, that prices are averages with overhead, that consequences are associations per success and no measured effects, that a
 * result is never the only ground of a decision and wants both economists and social workers. Sources:
 * https://www.social.dk/tvaergaaende/soem/om-soem/faq and
 * https://www.social.dk/tvaergaaende/soem/viden-i-soem/vidensdatabasen-maalgrupper, read in 2026. A derived point says what the case
 * says, not that it is true: a source is given, not checked.
 */
import { type Words } from '../../text/index.ts'
import { type CompiledCase, type Doubt } from './compiled.ts'
import { signOffSteps } from './case-file.ts'
import { type SignOffStep, isSignedOff } from './sign-off.ts'

export type ChecklistPoint = {
  step: SignOffStep
  point: PointName
  state: 'holds' | 'lacks' | 'vouched' | 'asked'
  /** What stands in the way, by name; empty where it is the case as a whole. */
  lacking: Words[]
}

/** What stands in the way of a point; `true` where it is no thing of the case that has a name. */
type Lacking = readonly Words[] | boolean
type Ground = {
  compiled: CompiledCase
  /** Whether a figure under the path, but not under these parts of it, has no source that says it. */
  doubted: (path: string, ...but: string[]) => boolean
}

/** In the order they are shown; a point without a rule is one that no case can show. */
const points = {
  'target-group': {
    criteria: ({ compiled: { file } }) => labelled(file.groups, ({ criteria }) => criteria === undefined),
    'people-sourced': ({ compiled: { file }, doubted }) =>
      labelled(file.groups, (_, name) => doubted(`groups.${name}.`, 'success', 'without')),
    'group-alike': undefined,
  },
  cost: {
    'start-and-running': ({ compiled: { file } }) => {
      const kinds = new Set([...file.costs.values()].map(({ kind }) => kind))
      return !(kinds.has('start-up') && kinds.has('running'))
    },
    'costs-sourced': ({ compiled: { file }, doubted }) =>
      labelled(file.costs, ({ source }, name) => source === undefined || doubted(`costs.${name}.`)),
    overhead: undefined,
  },
  'success-rate': {
    'rates-ranged': ({ compiled }) => groupsWhere(compiled, ({ success: { rate } }) => !isRanged(compiled, rate.index)),
    'rates-sourced': ({ compiled, doubted }) =>
      groupsWhere(compiled, ({ name, success: { rate } }) => {
        const estimate = compiled.estimates[rate.index]
        return estimate === undefined ? doubted(`groups.${name}.success`) : doubted(estimate.name)
      }),
    'anyway-sourced': ({ compiled, doubted }) => groupsWhere(compiled, ({ name }) => doubted(`groups.${name}.without`)),
    'because-of': undefined,
  },
  consequences: {
    'consequences-sourced': ({ compiled: { file }, doubted }) =>
      labelled(
        file.consequences,
        ({ source }, name) => source === undefined || doubted(`consequences.${name}.`, 'own-price'),
      ),
    'effect-ends': ({ compiled: { file } }) =>
      labelled(file.consequences, ({ change, through }) => {
        const lasts = change !== undefined && change.byYear === undefined && change.fade?.value === 0
        return lasts && through === undefined
      }),
    associations: undefined,
  },
  prices: {
    'prices-sourced': ({ compiled: { file, prices }, doubted }) => [
      ...labelled(file.consequences, (_, name) => doubted(`consequences.${name}.own-price`)),
      ...labelled(new Map(prices.map(({ price }) => [price.id, price])), (_, id) => doubted(id)),
    ],
    'average-falls-away': undefined,
  },
  result: {
    discounted: ({ compiled: { file } }) => file.prices !== 'fixed',
    'uncertainty-shown': ({ compiled }) => !compiled.estimates.some((_, index) => isRanged(compiled, index)),
    'followed-up': ({ compiled: { file } }) => file.contract === undefined && file.savingsFollowed === undefined,
    'not-alone': undefined,
    'both-skills': undefined,
  },
} satisfies Record<SignOffStep, Record<string, ((ground: Ground) => Lacking) | undefined>>

type PointsOf<Step> = Step extends SignOffStep ? keyof (typeof points)[Step] : never
export type PointName = PointsOf<SignOffStep>

/** `outdated` are the steps that have been changed since somebody signed them off. */
export function checklistOf(
  compiled: CompiledCase,
  doubts: readonly Doubt[],
  outdated: readonly SignOffStep[],
): ChecklistPoint[] {
  const weak = doubts.filter(({ grade }) => grade !== 'derived').map(({ what }) => what)
  const isUnder = (what: string, path: string) =>
    what === path || what.startsWith(path.endsWith('.') ? path : `${path}.`)
  const ground: Ground = {
    compiled,
    doubted: (path, ...but) =>
      weak.some((what) => isUnder(what, path) && !but.some((part) => isUnder(what, `${path}${part}`))),
  }
  return signOffSteps.flatMap((step) => {
    const isSigned = isSignedOff(compiled.file, step) && !outdated.includes(step)
    const rules = Object.entries(points[step]) as [PointName, ((ground: Ground) => Lacking) | undefined][]
    return rules.map(([point, rule]): ChecklistPoint => {
      if (rule === undefined) return { step, point, state: isSigned ? 'vouched' : 'asked', lacking: [] }
      const lacking = rule(ground)
      const isLacking = typeof lacking === 'boolean' ? lacking : lacking.length > 0
      return {
        step,
        point,
        state: isLacking ? 'lacks' : 'holds',
        lacking: typeof lacking === 'boolean' ? [] : [...lacking],
      }
    })
  })
}

function labelled<Item extends { label: Words }>(
  items: ReadonlyMap<string, Item>,
  isLacking: (item: Item, name: string) => boolean,
): Words[] {
  return [...items].flatMap(([name, item]) => (isLacking(item, name) ? [item.label] : []))
}

function groupsWhere({ groups }: CompiledCase, isLacking: (group: CompiledCase['groups'][number]) => boolean): Words[] {
  return groups.filter(isLacking).map(({ label }) => label)
}

const isRanged = ({ estimates }: CompiledCase, index: number): boolean =>
  index >= 0 && estimates[index]!.distribution.kind !== 'point'
