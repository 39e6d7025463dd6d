/**
 * A case followed: forecast then, forecast now and what is reached, and what each assumption has cost.
 *
 *     then      the case as it was signed
 *     now       every month that was seen as it was seen, and after it the assumptions for what is still open (`ahead.ts`)
 *     reached   the same months of "now", and nothing after them
 *
 * Those to come follow the assumption and not what was seen so far: a few early results say little, and who comes late is often
 * another. What it would be if they went like those seen is reckoned beside it. What an assumption costs is the change of the
 * case's result when it alone is replaced (`stages.ts`); the costs and what is left between them add up to the whole
 * difference, to the øre. Consequences are those of the case per success, except where the case says which fact shows the use or how
 * long they last (`use.ts`); of the others it is told why they are not judged (`unseen.ts`).
 */
import { parametersOf } from '../case/compile-case.ts'
import {
  type Activity,
  type CompiledCase,
  type CompiledGroup,
  type GroupActivity,
  type Parameters,
  figure,
} from '../case/compiled.ts'
import { flowsSeen } from './ahead.ts'
import { type Judging, type Sight, type Verdict, brokeSince, sightOf } from './judge.ts'
import { type PaymentDeviation, type Uses, type Worth, paymentDeviation, worthOf } from './money.ts'
import { type Observed, type SeenLife, asSeen } from './observed.ts'
import { type Followed, type Stand, type StandLines } from './stand.ts'
import { type Judged, type YearStand, judgedOf, yearStands } from './summary.ts'
import { type Deviations, type Stage, activityWith, deviationsOf, stages, total } from './stages.ts'
import { type Unjudged, consequencesUnseen } from './unseen.ts'
import { type UseJudging, useDeviation, useSight, usesSeen } from './use.ts'

export type Following = {
  through: number
  before: Stand
  now: Stand
  /** Like now, but those to come go like those seen so far. */
  nowAsSeen: Stand
  reached: Stand
  /** What was expected through the last month seen. */
  byNow: Stand
  lines: StandLines
  years: YearStand[]
  followed: Followed[]
  judged: Judged
  /** By owner, in whole øre: `difference` is now − then, of which `together` is what the costs leave. */
  difference: number[]
  together: number[]
  /** By group: whose result has not been measured although its date has passed, and who is judged by nobody. */
  unmeasured: number[]
  leftOut: number[]
  /** Consequences of which the contract shows nothing, and why. */
  unseenConsequences: Unjudged[]
}

type Setting = {
  compiled: CompiledCase
  parameters: Parameters
  observed: Observed
  deviations: (Deviations | undefined)[]
  payments: PaymentDeviation | undefined
  judgedUses: readonly UseJudging[]
  uses: Uses
}

/** Follows a case through the last month seen. Groups that nobody follows go as assumed. */
export function followCase(compiled: CompiledCase, observed: Observed): Following {
  const parameters = parametersOf(compiled)
  const deviations = compiled.groups.map((_, index) => deviationOf(compiled, observed, parameters, index))
  const judgedUses = usesSeen(compiled, observed.uses)
  const setting = withMoney({ compiled, parameters, observed, deviations, judgedUses })
  const then = replaced(setting, () => false)
  const now = replaced(setting, () => true)
  const { through } = observed
  const lines = linesOf(compiled, then, now)
  const followed = assumptionsOf(setting, then, now)
  const difference = compiled.owners.map((_, owner) => inOre(now.net[owner]! - then.net[owner]!))
  const costs = (owner: number): number => followed.reduce((sum, one) => sum + one.costs[owner]!, 0)
  const unseen = (is: (life: SeenLife) => boolean): number[] =>
    observed.groups.map(
      (lives) => (lives ?? []).filter((life) => asSeen(life, through) !== undefined && is(life)).length,
    )
  return {
    through,
    before: standAt(lines, 'before', compiled.months),
    now: standAt(lines, 'now', compiled.months),
    nowAsSeen: asSeenSoFar(setting),
    reached: standAt(lines, 'now', through),
    byNow: standAt(lines, 'before', through),
    lines,
    years: yearStands(compiled, lines, through),
    followed,
    judged: judgedOf(compiled, followed),
    difference,
    together: difference.map((all, owner) => all - costs(owner)),
    unmeasured: unseen(({ isUnmeasured }) => isUnmeasured),
    leftOut: unseen(({ result }) => result === 'left-out'),
    unseenConsequences: consequencesUnseen(compiled, observed),
  }
}

/** With what the use seen saves, and what is paid when all is as seen and expected. */
function withMoney(plain: Omit<Setting, 'payments' | 'uses'>): Setting {
  const { compiled, parameters, observed, judgedUses } = plain
  const groups = groupsWith(plain, () => true)
  const uses = new Map(
    judgedUses.map((judging) => [judging.seen.consequence, useDeviation(judging, compiled, groups, parameters)]),
  )
  return { ...plain, uses, payments: paymentDeviation(compiled, { groups, uses }, parameters, observed) }
}

function deviationOf(
  { groups, months }: CompiledCase,
  { through, groups: seen, unseen }: Observed,
  parameters: Parameters,
  index: number,
): Deviations | undefined {
  const [group, lives] = [groups[index]!, seen[index]]
  if (lives === undefined) return undefined
  const setting = { months, parameters, unseen: unseen[index]! }
  return deviationsOf({ group, ...setting }, flowsSeen(group, lives, { through, ...setting }))
}

/** An assumption: of a group, of a consequence of which anything is seen, or of what is paid. */
type Assumed = Pick<Followed, 'assumption' | 'group'> & { item?: string }
type Replaced = (assumed: Assumed) => boolean

function groupsWith(
  { compiled, parameters, deviations }: Pick<Setting, 'compiled' | 'parameters' | 'deviations'>,
  isReplaced: Replaced,
): GroupActivity[] {
  const { groups, months } = compiled
  return groups.map((group, index) =>
    activityWith({ group, months, parameters }, deviations[index], (stage) =>
      isReplaced({ assumption: stage, group: index }),
    ),
  )
}

function replaced(setting: Setting, isReplaced: Replaced): Worth {
  const { compiled, parameters, payments } = setting
  const paid = isReplaced({ assumption: 'payments', group: undefined }) ? payments : undefined
  const seen = setting.judgedUses.filter(({ assumption, consequence: { name: item } }) =>
    isReplaced({ assumption, group: undefined, item }),
  )
  const uses = new Map(seen.map(({ consequence: { name } }) => [name, setting.uses.get(name)!]))
  return worthOf(compiled, groupsWith(setting, isReplaced), { parameters, payments: paid, uses })
}

function assumptionsOf(setting: Setting, then: Worth, now: Worth): Followed[] {
  const { compiled, parameters, observed } = setting
  const { months, owners } = compiled
  const { through } = observed
  const costsOf = ({ assumption, group, item }: Assumed): number[] => {
    const alone = replaced(setting, (one) => one.assumption === assumption && one.group === group && one.item === item)
    return owners.map((_, owner) => inOre(alone.net[owner]! - then.net[owner]!))
  }
  const ofPeople = compiled.groups.flatMap((group, index) => {
    const lives = observed.groups[index]
    if (lives === undefined) return []
    const judging: Judging = { group, months, parameters, unseen: observed.unseen[index]! }
    return stages.map((assumption): Followed => {
      const verdictIn = (month: number): Verdict => sightOf(assumption, judging, lives, month).verdict
      return {
        assumption,
        group: index,
        item: undefined,
        sight: sightOf(assumption, judging, lives, through),
        since: brokeSince(through, verdictIn),
        costs: costsOf({ assumption, group: index }),
      }
    })
  })
  const ofUse = setting.judgedUses.map((judging): Followed => {
    const { consequence, assumption, unit } = judging
    const { name, groups } = consequence
    const verdictIn = (month: number): Verdict => useSight(judging, parameters, month).verdict
    return {
      assumption,
      group: groups.length === 1 ? groups[0]! : undefined,
      item: { name, label: compiled.file.consequences.get(name)!.label, unit },
      sight: useSight(judging, parameters, through),
      since: brokeSince(through, verdictIn),
      costs: costsOf({ assumption, group: undefined, item: name }),
    }
  })
  const all = inGroups([...ofPeople, ...ofUse])
  if (setting.payments === undefined) return all
  const costs = costsOf({ assumption: 'payments', group: undefined })
  return [...all, paymentsFollowed(setting, { then, now, costs })]
}

/** Those of a group together, and last those of several. */
function inGroups(followed: readonly Followed[]): Followed[] {
  const place = ({ group }: Followed): number => group ?? Infinity
  return [...followed].sort((one, other) => (place(one) === place(other) ? 0 : place(one) - place(other)))
}

/** An amount is no sample: it holds when it is what the case's model pays for the results there are, to the krone. */
function paymentsFollowed(
  setting: Setting,
  { then, now, costs }: { then: Worth; now: Worth; costs: number[] },
): Followed {
  const { through } = setting.observed
  const model = replaced(setting, ({ assumption }) => assumption !== 'payments').value.payments
  const at = (column: Float64Array, month: number): number => total(column.subarray(0, month + 1))
  const verdictIn = (month: number): Verdict => {
    const [paid, owed] = [at(now.value.payments, month), at(model, month)]
    if (Math.abs(paid - owed) >= 1) return 'broke'
    return paid === 0 && owed === 0 ? 'too-early' : 'holds'
  }
  const sight: Sight = {
    measure: 'kroner',
    assumed: at(then.value.payments, through),
    seen: at(now.value.payments, through),
    of: 0,
    count: undefined,
    expected: at(model, through),
    interval: undefined,
    verdict: verdictIn(through),
  }
  return {
    assumption: 'payments',
    group: undefined,
    item: undefined,
    sight,
    since: brokeSince(through, verdictIn),
    costs,
  }
}

/** With the shares seen so far in place of those assumed, for whoever is not yet through; and the pace of referrals. */
function asSeenSoFar(setting: Setting): Stand {
  const { compiled, parameters, observed } = setting
  const { through } = observed
  const groups = compiled.groups.map((group, index) => {
    const lives = observed.groups[index]
    if (lives === undefined) return group
    return groupAsSeen({ group, months: compiled.months, parameters, unseen: observed.unseen[index]! }, lives, through)
  })
  const like: CompiledCase = { ...compiled, groups }
  const deviations = groups.map((_, index) => deviationOf(like, observed, parameters, index))
  const now = replaced(withMoney({ ...setting, compiled: like, deviations }), () => true)
  return standAt(linesOf(like, now, now), 'now', compiled.months)
}

function groupAsSeen(judging: Judging, lives: readonly SeenLife[], through: number): CompiledGroup {
  const { group, parameters } = judging
  const seen = (stage: Stage): number | undefined => sightOf(stage, judging, lives, through).seen
  const fixed = (value: number) => ({ index: -1, value })
  const [notStarted, dropout] = [seen('not-started'), seen('dropout')]
  const rate = rateSeen(sightOf('success', judging, lives, through), judging)
  const { seen: referred = 0, assumed: planned } = sightOf('referred', judging, lives, through)
  const pace = planned === 0 ? 1 : referred / planned
  return {
    ...group,
    plan: group.plan.map((intake) => ({ ...intake, people: fixed(figure(intake.people, parameters) * pace) })),
    notStarted: notStarted === undefined ? group.notStarted : fixed(notStarted),
    dropout:
      dropout === undefined
        ? group.dropout
        : { share: fixed(dropout), spread: group.dropout?.spread ?? 'constant-risk' },
    success: rate === undefined ? group.success : { ...group.success, rate: fixed(rate) },
  }
}

/** The share seen, or the assumed one by as much more or less as have succeeded by now. */
function rateSeen({ measure, seen, assumed }: Sight, { group, parameters }: Judging): number | undefined {
  if (seen === undefined || measure === 'share') return seen
  return assumed === 0 ? undefined : Math.min(1, (figure(group.success.rate, parameters) * seen) / assumed)
}

function linesOf(compiled: CompiledCase, then: Worth, now: Worth): StandLines {
  const both = (of: (worth: Worth) => Float64Array) => ({ before: sums(of(then)), now: sums(of(now)) })
  const people = (what: 'referred' | 'starts' | 'successes') => both(({ activity }) => peopleOf(activity, what))
  return {
    referred: people('referred'),
    started: people('starts'),
    succeeded: people('successes'),
    paid: both(({ value }) => value.payments),
    net: both(({ value }) => municipalityOf(compiled, value.monthly)),
  }
}

function peopleOf({ groups }: Activity, what: 'referred' | 'starts' | 'successes'): Float64Array {
  return groups[0]![what].map((_, month) => groups.reduce((sum, group) => sum + group[what][month]!, 0))
}

function municipalityOf({ owners, months }: CompiledCase, monthly: Float64Array): Float64Array {
  const all = new Float64Array(months + 1)
  for (const [owner, { authority }] of owners.entries()) {
    if (authority !== 'municipality') continue
    for (let month = 0; month <= months; month++) all[month]! += monthly[owner * (months + 1) + month]!
  }
  return all
}

function sums(column: Float64Array): Float64Array {
  let sum = 0
  return column.map((one) => (sum += one))
}

function standAt(lines: StandLines, which: 'before' | 'now', month: number): Stand {
  const at = (what: keyof Stand): number => lines[what][which][month]!
  return {
    referred: at('referred'),
    started: at('started'),
    succeeded: at('succeeded'),
    paid: at('paid'),
    net: at('net'),
  }
}

const inOre = (kroner: number): number => Math.round(kroner * 100)
