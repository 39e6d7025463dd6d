/** Payments of every form, limits of every kind in random order, payers by share and in turn, and rounding. */
import { type Dice } from './dice.ts'
import { inventSchedule } from './invent-days.ts'
import { inventCondition, inventMap, inventValue } from './invent-expressions.ts'
import { type GoalSketch, type Scene, literal, rising, usual } from './scene.ts'
import { type Branch, type Tree } from './tree.ts'

const label = (name: string): Branch => ({ da: `${name} på dansk`, en: `${name} in English` })

export function inventPayments(scene: Scene): { [name: string]: Branch } {
  const { dice, goals } = scene
  const paid = dice.some(goals, Math.min(2, goals.length))
  const found: { [name: string]: Branch } = {}
  for (const goal of paid) {
    found[`pay-${goal.name}`] = inventPayment(scene, goal)
    // By its own label, so that whatever speaks of one of the two says which.
    const more = label(`more of ${goal.name}`)
    if (dice.chance(15)) found[`more-${goal.name}`] = { ...inventPayment(scene, goal), label: more }
  }
  if (dice.chance(35)) {
    found.fee = inventFee(scene, '4.9')
    // Another fee on the same days, or one of its own days.
    if (dice.chance(25)) {
      const more = inventFee(scene, '4.10')
      found['more-fee'] = dice.chance(60) ? { ...more, due: found.fee.due! } : more
    }
  }
  return found
}

/** A fee on days of a schedule, or on days of which two are told in two ways and are one. */
function inventFee(scene: Scene, clause: string): Branch {
  const { dice } = scene
  const group: Scene = { ...scene, row: 'group', isDated: true }
  const fee = dice.chance(70) ? literal(usual(dice, 'money'), 'money') : inventMap(group, 'money', 1)
  const due = dice.chance(30)
    ? { at: dice.shuffled(sameDays(dice)), decided: 'each-date' }
    : inventSchedule({ ...group, isDated: false, goals: [] })
  return { clause, label: label('fee'), fee, due }
}

const sameDays = (dice: Dice): string[] => {
  const years = dice.between(1, 3)
  const twice = [
    `agreement start + ${years} ${years === 1 ? 'year' : 'years'}`,
    `agreement start + ${12 * years} months`,
  ]
  return dice.chance(50) ? [...twice, 'agreement end'] : twice
}

function inventPayment(scene: Scene, goal: GoalSketch): Branch {
  const { dice } = scene
  const inGoal: Scene = {
    ...scene,
    row: goal.row,
    part: goal.part,
    quantity: goal.quantity,
    isDated: true,
    dates: goal.dates,
  }
  const number = goal.name.slice(1)
  const ways: [number, () => Branch][] = [
    [goal.hasMet ? 6 : 0, () => ({ 'per-met': price(inGoal), 'if-negative': dice.pick(['nothing', 'owed-back']) })],
    [
      goal.quantity !== undefined && goal.quantity !== 'share' && goal.quantity !== 'money' ? 5 : 0,
      () => ({
        'per-unit': price(inGoal),
        'if-negative': dice.pick(['nothing', 'owed-back']),
        reckoned: dice.pick(reckonings),
      }),
    ],
    [
      goal.quantity === 'money' ? 3 : 0,
      () => ({
        'per-unit': dice.pick(['50 %', '1/3', '1.5']),
        'if-negative': dice.pick(['nothing', 'owed-back']),
        reckoned: dice.pick(reckonings),
      }),
    ],
    [
      goal.quantity !== undefined ? 5 : 1,
      (): Branch => {
        const amount = inventMap(inGoal, 'money', dice.between(1, 2))
        const ifNegative = dice.pick(['nothing', 'owed-back'])
        if (goal.quantity === undefined) return { amount, 'if-negative': ifNegative }
        const reckoned = dice.pick(reckonings)
        // What is counted up is worked out from the quantity; another sum is of each date by itself.
        const isCounted = JSON.stringify(amount).includes('"this":"quantity"')
        return { amount, 'if-negative': ifNegative, reckoned: isCounted ? reckoned : 'each-date' }
      },
    ],
  ]
  return {
    clause: `3.${number}`,
    label: label(`payment ${number}`),
    goal: goal.name,
    ...dice.weighted(ways)(),
    ...(dice.chance(15) ? { 'only-if': inventCondition(inGoal, 1) } : {}),
    ...(dice.chance(10) ? { payer: 'region', ...(dice.chance(50) ? { payee: 'maker' } : {}) } : {}),
  }
}

const reckonings = ['each-date', 'sum-so-far', 'latest-so-far', 'highest-so-far'] as const

/** Mostly a plain amount, as in most contracts. */
function price(scene: Scene): Tree {
  const { dice } = scene
  return dice.chance(65)
    ? literal(dice.pick(['1000', '2500.50', '333.33', '12000']), 'money')
    : inventValue(scene, 'money', 1)
}

const reaches = [
  'subject',
  'subject-and-year',
  'payment',
  'payment-and-year',
  'date',
  'month',
  'quarter',
  'half-year',
  'year',
  'cohort',
  'authority',
  'track',
  'agreement',
] as const

export function inventLimits(scene: Scene, payments: readonly string[], fees: readonly string[]): Branch[] {
  const { dice } = scene
  const group: Scene = { ...scene, row: 'group', isDated: true }
  const amount = (): string => `${dice.pick(['500', '2500', '9000.50', '20000', '60000'])} kr`
  const bound = (): Tree => (dice.chance(80) ? amount() : inventValue({ ...group, isDated: false }, 'money', 1))
  // What is bound for a period may be another amount in the next.
  const boundOf = ({ per }: Branch): Tree =>
    periods.includes(per as 'year') && dice.chance(20) ? grownTo('occasion', amount(), dice) : bound()
  const over = (): Branch => (fees.length > 0 || dice.chance(50) ? { over: dice.some(payments, 1) } : {})
  const who = (): Branch =>
    dice.chance(15)
      ? { who: dice.chance(40) ? agedOn(dice) : inventCondition({ ...scene, row: scene.subject, isDated: false }, 0) }
      : {}
  const gives = (): string => dice.pick(['latest-first', 'earliest-first', 'in-proportion'])
  const reach = (among: readonly string[] = reaches): Branch => {
    const per = dice.pick(among)
    const isYear = /(^|-and-)year$/.test(per)
    return {
      per,
      ...(isYear ? { 'year-from': dice.pick(['1 january', '1 july', '15 march', 'agreement start']) } : {}),
    }
  }
  const ways: (() => Branch)[] = [
    () => {
      const per = reach()
      const rest: Branch = per.per === 'year' ? { rest: dice.pick(['lost', 'next-year']) } : {}
      return { cap: boundOf(per), ...per, ...over(), 'gives-way': gives(), ...rest, ...who() }
    },
    () => ({ cap: bound(), per: 'agreement', ...over(), 'gives-way': gives() }),
    () => {
      const per = reach()
      return { floor: boundOf(per), ...per, ...over(), ...who() }
    },
    () => ({ floor: bound(), ...reach(), ...(fees.length > 0 ? { over: dice.some(fees, 1) } : over()), ...who() }),
    () => {
      const per = reach()
      return { less: boundOf(per), ...per, ...over(), ...who() }
    },
    () => ({
      quota: dice.pick(['30 %', '50 %', '100 %', '0 %']),
      ...reach(reaches.filter((per) => !per.startsWith('payment'))),
      over: dice.some(payments, 1),
      by: dice.pick(['results', 'money']),
      'gives-way': gives(),
      ...who(),
    }),
    () => ({
      'at-most': dice.pick(['1 result', '2 results', '5 results', '0 results']),
      ...reach(),
      ...over(),
      'gives-way': gives(),
      ...who(),
    }),
    () => ({
      times: dice.chance(70)
        ? dice.chance(20)
          ? grownTo('occasion', '90 %', dice)
          : dice.pick(['90 %', '1/3', '0 %', '1.1'])
        : inventValue({ ...group, isDated: false }, 'share', 1),
      ...over(),
      ...who(),
    }),
    () => ({
      round: dice.pick(['1 kr', '100 kr', '0.5 kr']),
      how: roundingOf(dice),
      ...reach(),
      ...over(),
    }),
    () => ({
      'return-cap': dice.pick(['4.6 %', '10 %', '0 %']),
      per: 'agreement',
      counted: dice.pick(['simple', 'compound']),
      on: dice.pick(['drawn-money', 'committed-money']),
      ...(dice.chance(50) ? { of: dice.pick(['fund', 'trust']) } : {}),
    }),
  ]
  return Array.from({ length: dice.between(0, 4) }, (_, index) => ({ clause: `5.${index + 1}`, ...dice.pick(ways)() }))
}

const periods = ['subject-and-year', 'payment-and-year', 'date', 'month', 'quarter', 'half-year', 'year'] as const

/** An amount or a share that follows the years to a day. */
const grownTo = (to: string, grown: string, dice: Dice): Branch => ({
  grown,
  by: dice.pick(['10 %', '2 %']),
  from: 'agreement start',
  to,
  how: dice.pick(['simple', 'compound']),
  'part-years': dice.pick(['whole-only', 'exact']),
  direction: 'forward',
})

/** Whom a limit is about may change from one result of somebody to the next. */
const agedOn = (dice: Dice): Branch => ({
  'time-between': ['start', 'occasion'],
  unit: 'months',
  'at-least': `${dice.pick(['3', '9', '15'])} months`,
})

const roundingOf = (dice: Dice): string => dice.pick(['down', 'up', 'half-up', 'half-even'])

/** `ofGroups` are the payments that are not about anybody: fees, and those of goals of a group. */
export function inventPayers({ dice }: Scene, payments: readonly string[], ofGroups: ReadonlySet<string>): Branch {
  const clause = '6.1'
  const payer = (): Branch => ({ payer: dice.pick(['town', 'region']), payee: dice.pick(['fund', 'trust', 'maker']) })
  const halves = dice.chance(30) && payments.length > 1
  const parts = halves ? [payments.slice(0, 1), payments.slice(1)] : [undefined]
  if (dice.chance(60)) {
    const each = parts.flatMap((over): Branch[] => {
      const shares = dice.pick([['100 %'], ['50 %', '50 %'], ['1/3', '2/3'], ['20 %', '30 %', '50 %']])
      const rows = shares.map((share): Branch => ({ ...payer(), share, ...(over === undefined ? {} : { over }) }))
      if (dice.chance(85)) return rows
      // Each of the authorities has payers of its own; what is of no one authority is paid for by the same without them.
      const [own, whole] = [false, true].map((isWhole) =>
        (over ?? payments).filter((name) => ofGroups.has(name) === isWhole),
      ) as [string[], string[]]
      return [
        ...(own.length === 0 ? [] : ['viborg', 'skive']).flatMap((name) =>
          rows.map((row): Branch => ({ ...row, over: own, groups: [name] })),
        ),
        ...(whole.length === 0 ? [] : rows.map((row): Branch => ({ ...row, over: whole }))),
      ]
    })
    return { clause, split: 'by-share', each }
  }
  const each = parts.flatMap((over): Branch[] => {
    const ends = rising(dice, 'money', dice.between(0, 2))
    const rows: Branch[] = [
      ...ends.map((end): Branch => ({ 'up-to': end })),
      dice.chance(60) ? {} : { 'up-to': '30000 kr' },
    ]
    return rows.map((row) => ({ ...payer(), ...row, ...(over === undefined ? {} : { over }) }))
  })
  return { clause, split: 'in-turn', each, beyond: dice.pick(['nobody', 'last-payer']) }
}

export function inventSettlement(dice: Dice): Branch {
  return {
    clause: '6.2',
    every: dice.pick(['month', 'quarter', 'half-year', 'year', 'once']),
    overpaid: dice.pick(['reclaimed', 'set-off', 'kept']),
    rounding: {
      to: dice.pick(['1 minor', '1 kr', '0.5 kr', '100 kr']),
      how: roundingOf(dice),
      of: dice.pick(['each-amount', 'each-payment', 'the-statement']),
    },
  }
}
