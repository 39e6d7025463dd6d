/**
 * An invented agreement: measures of every kind, goals that build on goals, payments, limits in any order, payers, and
 * sometimes an amendment. No such contract exists; all that is asked of it is that it can be read.
 */
import { type Dice } from './dice.ts'
import { inventDay, inventSchedule } from './invent-days.ts'
import { inventCondition, inventMap } from './invent-expressions.ts'
import { inventLimits, inventPayers, inventPayments, inventSettlement } from './invent-money.ts'
import { type GoalSketch, type MeasureSketch, type RowKind, type Scene, type UnitName, measuresAt } from './scene.ts'
import { type Branch, type Tree, printTree } from './tree.ts'

export type InventedTerms = {
  text: string
  amendments: string[]
  subject: 'person' | 'family'
  measures: MeasureSketch[]
  tracks: string[]
  exits: string[]
  cohorts: string[]
  attributes: { name: string; words: string[] }[]
  /** The agreements that the terms serve; one without a name where they have no parameters. */
  agreements: string[]
  /** By agreement: the value of each parameter, money in minor units, shares as parts. */
  parameters: { name: string; unit: 'money' | 'share' | 'number' }[]
}

const label = (name: string): Branch => ({ da: `${name} på dansk`, en: `${name} in English` })

export function inventTerms(dice: Dice): InventedTerms {
  const subject = dice.pick(['person', 'family'] as const)
  const tracks = dice.chance(50) ? ['north', 'south'] : []
  const cohorts = dice.chance(40) ? ['early', 'later'] : []
  const exits = dice.chance(60) ? ['moved', 'died'].slice(0, dice.between(1, 2)) : []
  const measures = inventMeasures(dice, subject)
  const parameters = dice.chance(30)
    ? [
        { name: 'price', unit: 'money' as const },
        { name: 'rate', unit: 'share' as const },
      ]
    : []
  const attributes = [
    { name: 'gender', words: ['f', 'm'] },
    { name: 'authority', words: ['viborg', 'skive'] },
  ]
  const scene: Scene = {
    dice,
    subject,
    measures,
    goals: [],
    groups: [],
    tracks,
    parameters,
    attributes,
    hasContractSum: dice.chance(40),
    row: subject,
    part: '',
    quantity: undefined,
    isDated: false,
    dates: [],
  }
  const groups = inventGroups(scene)
  const inGoals: Scene = { ...scene, groups: Object.keys(groups) }
  const goals = inventGoals(inGoals, { exits, cohorts })
  const payments = inventPayments({ ...inGoals, goals: goals.map(({ sketch }) => sketch) })
  const names = Object.keys(payments)
  const fees = names.filter((name) => 'fee' in payments[name]!)
  const ofGroups = new Set(goals.flatMap(({ sketch }) => (sketch.row === 'group' ? [sketch.name] : [])))
  const isOfGroup = (payment: Branch): boolean =>
    'fee' in payment || (typeof payment.goal === 'string' && ofGroups.has(payment.goal))
  const tree: Branch = {
    bundlinje: '1.0',
    title: label('Agreement'),
    currency: 'DKK',
    runs: { from: '2021-01-01', through: '2024-12-31' },
    flow: { kind: 'loan', noun: label('loan') },
    ...(scene.hasContractSum ? { 'contract-sum': '500000 kr' } : {}),
    parties: inventParties(),
    drawdowns: [
      { on: '2021-02-01', amount: '200000 kr', by: 'fund' },
      { on: '2022-03-01', amount: '100000 kr', by: 'trust' },
    ],
    people: inventPeople(scene, { exits, cohorts }),
    measures: Object.fromEntries(measures.map((one) => [one.name, measureTree(dice, one)])),
    ...(parameters.length === 0
      ? {}
      : { parameters: Object.fromEntries(parameters.map(({ name, unit }) => [name, { label: label(name), unit }])) }),
    ...(Object.keys(groups).length === 0 ? {} : { groups }),
    goals: Object.fromEntries(goals.map(({ sketch, tree: goal }) => [sketch.name, goal])),
    payments,
    limits: inventLimits({ ...inGoals, goals: goals.map(({ sketch }) => sketch) }, names, fees),
    payers: inventPayers(inGoals, names, new Set(names.filter((name) => isOfGroup(payments[name]!)))),
    settlement: inventSettlement(dice),
    ...(dice.chance(30) ? { exit: inventExit(dice) } : {}),
    ...(dice.chance(20)
      ? {
          events: [
            inventEvent(
              goals.map(({ sketch }) => sketch.name),
              dice,
            ),
          ],
        }
      : {}),
  }
  return {
    text: printTree(tree),
    amendments: dice.chance(45) ? [printTree(inventAmendment(dice, tree))] : [],
    subject,
    measures,
    tracks,
    exits,
    cohorts,
    attributes,
    agreements: parameters.length === 0 ? [''] : ['east', 'west'],
    parameters,
  }
}

function inventParties(): Branch {
  return {
    town: { name: 'Byen', roles: ['authority', 'payer'] },
    region: { name: 'Regionen', roles: ['payer'] },
    fund: { name: 'Fonden', roles: ['investor'], commits: '250000 kr' },
    trust: { name: 'Fonden to', roles: ['investor'], commits: '100000 kr' },
    maker: { name: 'Huset', roles: ['provider'] },
  }
}

type Sorts = { exits: readonly string[]; cohorts: readonly string[] }

function inventPeople({ dice, subject, tracks }: Scene, { exits, cohorts }: Sorts): Branch {
  const named = (names: readonly string[], of: (name: string, index: number) => Tree): Branch =>
    Object.fromEntries(names.map((name, index) => [name, of(name, index)]))
  return {
    subject,
    label: label('people'),
    planned: '12',
    clock: dice.pick(['referral', 'start', 'start', 'start', 'end']),
    counted: dice.pick(['referred', 'started', 'started', 'completed']),
    pilot: dice.pick(['counted', 'not-counted']),
    ...(exits.length === 0 ? {} : { exits: named(exits, label) }),
    ...(tracks.length === 0 ? {} : { tracks: named(tracks, (name) => ({ label: label(name) })) }),
    ...(cohorts.length === 0
      ? {}
      : {
          cohorts: named(cohorts, (name, index) => ({
            label: label(name),
            from: `202${1 + index}-01-01`,
            through: `202${1 + index}-12-31`,
          })),
        }),
  }
}

function inventMeasures(dice: Dice, subject: 'person' | 'family'): MeasureSketch[] {
  const ofs =
    subject === 'person' ? (['person'] as const) : (['family', 'family', 'child', 'parent', 'person'] as const)
  const of = (): MeasureSketch['of'] => dice.pick(ofs)
  const all: MeasureSketch[] = [
    { name: 'shelter', kind: 'spell', of: subject, unit: undefined },
    { name: 'hospital', kind: 'spell', of: dice.chance(70) ? subject : of(), unit: undefined },
    { name: 'job', kind: 'event', of: dice.chance(70) ? subject : of(), unit: undefined },
    { name: 'mood', kind: 'score', of: of(), unit: 'points' },
    { name: 'speech', kind: 'level', of: of(), unit: 'levels' },
    { name: 'cost', kind: 'amount', of: dice.chance(70) ? subject : of(), unit: 'money' },
    { name: 'support', kind: 'amount', of: of(), unit: 'hours' },
    { name: 'absence', kind: 'share', of: of(), unit: 'share' },
    { name: 'aims', kind: 'plan', of: dice.chance(60) ? subject : of(), unit: undefined },
    { name: 'effect', kind: 'figure', of: 'agreement', unit: dice.pick(['share', 'money', 'points'] as const) },
  ]
  return dice.some(all, 4)
}

function measureTree(dice: Dice, { name, kind, of, unit }: MeasureSketch): Branch {
  const edges: Record<MeasureSketch['kind'], () => Branch> = {
    spell: () => ({
      'to-means': dice.pick(['first-day-out', 'last-day-in']),
      overlap: dice.pick(['once', 'once', 'each', 'refused']),
      'no-record': dice.pick(['none', 'unknown']),
    }),
    event: () => ({
      'same-day': dice.pick(['once', 'each', 'refused']),
      'no-record': dice.pick(['none', 'unknown']),
    }),
    level: () => ({ levels: [label('none'), label('some'), label('much'), label('all')], ties: tiesOf(dice) }),
    score: () => ({ scale: { from: '0', to: '10', better: dice.pick(['higher', 'lower']) }, ties: tiesOf(dice) }),
    amount: () => ({ unit: unit!, ties: tiesOf(dice) }),
    share: () => ({ ties: tiesOf(dice) }),
    plan: () => ({}),
    figure: () => ({ unit: unit!, ties: tiesOf(dice) }),
  }
  return {
    label: label(name),
    kind,
    of,
    source: label('source'),
    grade: dice.pick(['register', 'third-party', 'authority', 'provider']),
    use: 'payment',
    ...edges[kind](),
  }
}

const tiesOf = (dice: Dice): string => dice.pick(['highest', 'lowest', 'latest-recorded', 'sum', 'refused'])

function inventGroups(scene: Scene): { [name: string]: Branch } {
  const names = scene.dice.some(['often', 'seldom'], 0)
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      { clause: `2.${index + 1}`, label: label(name), who: inventCondition(scene, 1) },
    ]),
  )
}

type InventedGoal = { sketch: GoalSketch; tree: Branch }

function inventGoals(scene: Scene, sorts: Sorts): InventedGoal[] {
  const found: InventedGoal[] = []
  for (let number = 1; number <= scene.dice.between(2, 6); number++) {
    found.push(inventGoal({ ...scene, goals: found.map(({ sketch }) => sketch) }, number, sorts))
  }
  return found
}

/** Whom a goal is for, and the row it is read in. */
function inventScope({ dice, subject, tracks }: Scene, { cohorts }: Sorts): { row: RowKind; keys: Branch } {
  const ways: [number, { row: RowKind; keys: Branch }][] = [
    [6, { row: subject, keys: { for: 'each-subject' } }],
    [2, { row: 'group', keys: { for: 'the-group' } }],
    [1, { row: 'group', keys: { for: 'each-authority' } }],
    [1, { row: 'group', keys: { for: 'each-cohort', cohort: dice.pick(['start-year', 'referral-year']) } }],
  ]
  if (cohorts.length > 0) ways.push([2, { row: 'group', keys: { for: 'each-cohort', cohort: 'named' } }])
  if (tracks.length > 0) ways.push([1, { row: 'group', keys: { for: 'each-track' } }])
  if (subject === 'family')
    ways.push([3, { row: 'child', keys: { for: 'each-child' } }], [1, { row: 'parent', keys: { for: 'each-parent' } }])
  return dice.weighted(ways)
}

/** `{ for: each-cohort, cohort: named }` is decided for parts of the kind `cohort named`. */
function partOf(keys: Branch): string {
  const { for: whom, cohort } = keys as { for: string; cohort?: string }
  const kind = whom.replace('each-', '')
  return kind === 'the-group' ? '' : `${kind} ${cohort ?? ''}`.trim()
}

const quantities: readonly UnitName[] = [
  'nights',
  'days',
  'weeks',
  'share',
  'points',
  'levels',
  'times',
  'items',
  'people',
  'money',
  'hours',
  'number',
]

function inventGoal(scene: Scene, number: number, sorts: Sorts): InventedGoal {
  const { dice } = scene
  const { row, keys } = inventScope(scene, sorts)
  const part = row === 'group' ? partOf(keys) : ''
  const dates = dice.chance(15) ? ['later'] : []
  const inGoal: Scene = { ...scene, row, part, isDated: true, dates }
  const parts = dice.weighted<readonly ('met' | 'quantity')[]>([
    [5, ['met']],
    [3, ['quantity']],
    [3, ['met', 'quantity']],
  ])
  const quantity = parts.includes('quantity') ? dice.pick(quantities) : undefined
  const needsDay = { ...inGoal, dates: [], isDated: false }
  const isOfPeople = row !== 'group'
  const tree: Branch = {
    clause: `3.${number}`,
    label: label(`goal ${number}`),
    ...keys,
    ...(row === scene.subject && dice.chance(20) ? { who: whoOf(scene) } : {}),
    when: inventSchedule(inGoal),
    ...(dates.length === 0 ? {} : { dates: { later: inventDay(needsDay) } }),
    ...(quantity === undefined ? {} : { quantity: inventMap(inGoal, quantity, dice.between(0, 2)) }),
    ...(parts.includes('met') ? { met: inventCondition({ ...inGoal, quantity }, dice.between(0, 2)) } : {}),
    ...(isOfPeople && dice.chance(20)
      ? { 'seen-to': inventDay(inGoal), 'not-seen': dice.pick(['unmeasured', 'missed', 'left-out']) }
      : {}),
    unmeasured: dice.pick(['waits', 'missed', 'met', 'left-out']),
    ...(sorts.exits.length > 0 && isOfPeople ? { leavers: leaversOf(dice, sorts.exits) } : {}),
    ...(dice.chance(15)
      ? {
          'proof-by': dice.pick(['occasion + 1 month', 'agreement end', 'occasion']),
          'late-proof': dice.pick(['next-statement', 'lost']),
        }
      : {}),
    planned: '60 %',
  }
  return { sketch: { name: `g${number}`, row, part, quantity, hasMet: parts.includes('met'), dates }, tree }
}

function whoOf(scene: Scene): Branch {
  const isTold = measuresAt(scene, 'spell', 'score', 'amount').length > 0
  return inventCondition({ ...scene, groups: scene.groups }, isTold ? 1 : 0)
}

function leaversOf(dice: Dice, exits: readonly string[]): Branch {
  const answers = ['waits', 'missed', 'met', 'left-out', 'as-measured']
  return Object.fromEntries(exits.map((exit) => [exit, dice.pick(answers)]))
}

function inventExit(dice: Dice): Branch {
  return {
    clause: '7.1',
    causes: [label('cause')],
    reached: dice.pick(['paid-in-full', 'not-paid']),
    expected: dice.pick(['planned-rate', 'planned-rest', 'rate-so-far']),
    share: '50 %',
  }
}

function inventEvent(goals: readonly string[], dice: Dice): Branch {
  return { on: '2022-06-01', label: label('strike'), moves: dice.some(goals, 1), by: dice.pick(['1 month', '45 days']) }
}

/** Something of the terms in another manner from a day on. */
function inventAmendment(dice: Dice, tree: Branch): Branch {
  const payments = tree.payments as { [name: string]: Branch }
  const goals = tree.goals as { [name: string]: Branch }
  const changes: Branch[] = []
  for (const [name, payment] of Object.entries(payments)) {
    if ('per-met' in payment && dice.chance(60)) changes.push({ set: `payments.${name}.per-met`, to: '4321 kr' })
    if ('fee' in payment && dice.chance(60)) changes.push({ set: `payments.${name}.fee`, to: '777 kr' })
  }
  const goal = dice.pick(Object.keys(goals))
  if (changes.length === 0 || dice.chance(40))
    changes.push({ set: `goals.${goal}.unmeasured`, to: dice.pick(['waits', 'missed', 'left-out']) })
  if (dice.chance(20)) changes.push({ set: 'settlement.overpaid', to: dice.pick(['reclaimed', 'set-off', 'kept']) })
  return {
    amendment: '2',
    from: `202${dice.between(1, 4)}-0${dice.between(1, 9)}-01`,
    reason: label('reason'),
    governs: dice.pick(['people-started-from', 'results-from', 'everyone']),
    changes,
  }
}
