/**
 * The agreement: its parties, people, measures, goals, payments, limits and end, as data.
 *
 *     people ─ who counts, when their clock starts     measures ─ what is recorded, and what a gap means
 *     goals ─ when is it met                           payments ─ what a result is worth
 *     limits ─ what holds a payment back, in order     payers ─ who owes whom
 *
 * Every part is a clause of the annex. What can move money is either stated or asked; see `shape.ts`.
 */
import { condition, value } from './kinds.ts'
import { security } from './security.ts'
import {
  amount,
  fixedDay,
  offset,
  share,
  wholeNumber,
  scalar,
  type Read,
  type Shape,
  edge,
  edgeWhen,
  freeText,
  listOf,
  mapOf,
  oneOf,
  optional,
  record,
  required,
  words,
} from '../text/index.ts'
import { dayExpression, yearStart } from './scalars.ts'

export const languageVersion = '1.0'

const partyRoles = [
  'authority',
  'department',
  'payer',
  'investor',
  'provider',
  'evaluator',
  'guarantor',
  'donor',
  'intermediary',
  'fund',
] as const

const party = record({
  name: required(freeText),
  roles: required(listOf(oneOf(...partyRoles))),
  commits: optional(amount),
  note: optional(words),
})

/** A day in the life of the agreement on which money is put in, for caps on return and for exits. */
const drawdown = record({ on: required(fixedDay), amount: required(amount), by: required(freeText) })

const track = record({ label: required(words), planned: optional(wholeNumber), for: optional(words) })

/** People who start within some days, or are marked so in the roster, and are counted together. */
const cohort = record({
  label: required(words),
  from: required(fixedDay),
  through: required(fixedDay),
  planned: optional(wholeNumber),
})

const people = record({
  subject: required(oneOf('person', 'family')),
  label: required(words),
  planned: optional(wholeNumber),
  target: optional(words),
  includes: optional(listOf(words)),
  excludes: optional(listOf(words)),
  referral: optional(record({ from: required(fixedDay), through: required(fixedDay) })),
  clock: edge(oneOf('referral', 'start', 'end', 'birth')),
  counted: edge(oneOf('referred', 'started', 'completed')),
  pilot: edge(oneOf('counted', 'not-counted')),
  exits: optional(mapOf(words, 'ways out')),
  tracks: optional(mapOf(track, 'tracks')),
  cohorts: optional(mapOf(cohort, 'cohorts')),
})

/** A group of subjects set apart by a condition, usually on a value before the start. */
const group = record({ clause: optional(freeText), label: required(words), who: required(condition) })

const measureKinds = ['spell', 'event', 'level', 'score', 'amount', 'share', 'plan', 'figure'] as const
const isKind =
  (...kinds: string[]) =>
  (of: (key: string) => string | undefined) =>
    kinds.includes(of('kind') ?? '')

const sources = [
  "{ da: kommunens fagsystem, en: the municipality's case system }",
  "{ da: leverandørens registrering, en: the provider's own records }",
]

const measure = record({
  label: required(words),
  kind: required(oneOf(...measureKinds)),
  of: edge(oneOf('person', 'family', 'child', 'parent', 'agreement')),
  unit: edgeWhen(
    isKind('amount', 'figure'),
    oneOf('money', 'share', 'number', 'points', 'people', 'times', 'days', 'hours'),
  ),
  definition: optional(words),
  source: edge({ ...words, choices: sources }),
  'recorded-by': optional(freeText),
  'verified-by': optional(freeText),
  grade: edge(oneOf('register', 'third-party', 'authority', 'provider', 'self-report')),
  use: edge(oneOf('payment', 'learning')),
  right: optional(words), // What is measured is a right of the citizen, such as a placement or a benefit.
  instrument: optional(freeText),
  scale: optional(
    record({ from: required(wholeNumber), to: required(wholeNumber), better: required(oneOf('higher', 'lower')) }),
  ),
  levels: optional(listOf(words)),
  kinds: optional(mapOf(words, 'kinds')), // Of spells and events, such as a flex job; every fact is of one.
  'to-means': edgeWhen(isKind('spell'), oneOf('first-day-out', 'last-day-in')),
  overlap: edgeWhen(isKind('spell'), oneOf('once', 'each', 'refused')),
  'same-day': edgeWhen(isKind('event'), oneOf('once', 'each', 'refused')),
  ties: edgeWhen(
    isKind('level', 'score', 'amount', 'share', 'figure'),
    oneOf('highest', 'lowest', 'latest-recorded', 'sum', 'refused'),
  ),
  'no-record': edgeWhen(isKind('spell', 'event'), oneOf('none', 'unknown')),
  due: optional(listOf(dayExpression)),
  minutes: optional(wholeNumber),
})

/** Several dates in one goal: is each paid, or must all be met, or is one enough? */
function hasSeveralDates(of: (key: string) => string | undefined): boolean {
  const isRepeated = of('every') !== undefined || of('calendar') !== undefined
  return (of('at') ?? '').includes(' | ') || (isRepeated && of('times') !== '1')
}

/** How many events of one subject count: a number, or `no-limit`. */
const oneOfOrNumber = scalar(
  'a whole number, or no-limit',
  (text) => (text === 'no-limit' ? Infinity : /^\d{1,9}$/.test(text) ? Number(text) : undefined),
  'number-or-no-limit',
  ['no-limit', '1'],
)

/** When a goal is decided: on named days, again and again, at each event, or once a calendar period. */
const schedule = record({
  at: optional(listOf(dayExpression)),
  every: optional(offset),
  from: edgeWhen((of) => of('every') !== undefined, { ...dayExpression, choices: ['start', 'end', 'agreement start'] }),
  times: edgeWhen((of) => of('every') !== undefined && of('through') === undefined, {
    ...wholeNumber,
    choices: ['1', '2'],
  }),
  each: optional(freeText),
  'at-most': edgeWhen((of) => of('each') !== undefined, oneOfOrNumber),
  apart: optional(offset),
  calendar: optional(oneOf('month', 'quarter', 'half-year', 'year')),
  through: optional(dayExpression),
  decided: edgeWhen(hasSeveralDates, oneOf('each-date', 'all-dates', 'any-date')),
})

const goal = record({
  clause: required(freeText),
  label: required(words),
  aim: optional(words),
  for: required(
    oneOf('each-subject', 'each-child', 'each-parent', 'the-group', 'each-cohort', 'each-authority', 'each-track'),
  ),
  cohort: edgeWhen((of) => of('for') === 'each-cohort', oneOf('start-year', 'referral-year', 'named')),
  who: optional(condition),
  when: edge({ ...schedule, choices: ['{ at: end }', '{ at: agreement end }'] }),
  dates: optional(mapOf(dayExpression, 'days')),
  met: optional(condition),
  quantity: optional(value),
  'seen-to': optional(dayExpression),
  'not-seen': edgeWhen((of) => of('seen-to') !== undefined, oneOf('unmeasured', 'missed', 'left-out')),
  unmeasured: edge(oneOf('waits', 'missed', 'met', 'left-out')),
  leavers: optional(mapOf(oneOf('waits', 'missed', 'met', 'left-out', 'as-measured'), 'ways out')),
  'proof-by': optional(dayExpression),
  'late-proof': edgeWhen((of) => of('proof-by') !== undefined, oneOf('next-statement', 'lost')),
  agreed: optional(record({ by: required(fixedDay), otherwise: edge(oneOf('unpaid', 'missed')) })),
  planned: optional(share),
  method: optional(words),
  note: optional(words),
})

const payment = record({
  clause: required(freeText),
  label: required(words),
  goal: optional(freeText),
  'per-met': optional(value),
  'per-unit': optional(value),
  amount: optional(value),
  fee: optional(value),
  due: optional(schedule),
  reckoned: optional(oneOf('each-date', 'sum-so-far', 'latest-so-far', 'highest-so-far')),
  'if-negative': optional(oneOf('nothing', 'owed-back')),
  'only-if': optional(condition),
  'learning-override': optional(words), // Why the parties pay by a measure that is meant for learning.
  payer: optional(freeText),
  payee: optional(freeText),
  source: optional(words),
})

const limitReach = [
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

/** How many results are paid for: `3 results`. */
const resultCount = scalar(
  'a number of results, such as 3 results',
  (text) => (/^\d{1,9}( results?)?$/.test(text.trim()) ? parseInt(text, 10) : undefined),
  'number-of-results',
)

/** What holds payments back or raises them. A factor bears on each amount by itself, so it is held against nothing. */
const limit = record({
  clause: required(freeText),
  cap: optional(value),
  floor: optional(value),
  less: optional(value),
  times: optional(value),
  'at-most': optional(resultCount),
  quota: optional(share),
  by: edgeWhen((of) => of('quota') !== undefined, oneOf('results', 'money')),
  who: optional(condition),
  'return-cap': optional(share),
  of: optional(freeText), // The investor whose return is capped; without it, all money taken together.
  round: optional(amount),
  how: edgeWhen((of) => of('round') !== undefined, oneOf('down', 'up', 'half-up', 'half-even')),
  per: edgeWhen((of) => of('times') === undefined && of('return-cap') === undefined, oneOf(...limitReach)),
  'year-from': edgeWhen((of) => /^(.+-and-)?year$/.test(of('per') ?? ''), yearStart),
  over: optional(listOf(freeText)),
  'gives-way': edgeWhen(
    (of) => ['cap', 'quota', 'at-most'].some((way) => of(way) !== undefined),
    oneOf('latest-first', 'earliest-first', 'in-proportion'),
  ),
  rest: edgeWhen((of) => of('cap') !== undefined && of('per') === 'year', oneOf('lost', 'next-year')),
  counted: edgeWhen((of) => of('return-cap') !== undefined, oneOf('simple', 'compound')),
  on: edgeWhen((of) => of('return-cap') !== undefined, oneOf('drawn-money', 'committed-money')),
  coupons: optional(oneOf('counted', 'not-counted')), // Of a return cap, where the investor also has fixed coupons.
})

const payers = record({
  clause: required(freeText),
  split: edge(oneOf('by-share', 'in-turn')),
  each: required(
    listOf(
      record({
        payer: required(freeText),
        payee: required(freeText),
        share: optional(share),
        'up-to': optional(amount),
        over: optional(listOf(freeText)),
        groups: optional(listOf(freeText)), // Authorities, cohorts or tracks whose results the payer pays for.
      }),
    ),
  ),
  beyond: edgeWhen((of) => of('split') === 'in-turn', oneOf('nobody', 'last-payer')),
})

const settlement = record({
  clause: required(freeText),
  every: required(oneOf('month', 'quarter', 'half-year', 'year', 'once')),
  overpaid: edge(oneOf('reclaimed', 'set-off', 'kept')),
  rounding: edge({
    ...record({
      to: required(amount),
      how: required(oneOf('down', 'up', 'half-up', 'half-even')),
      of: required(oneOf('each-amount', 'each-payment', 'the-statement')),
    }),
    choices: ['each-amount', 'each-payment', 'the-statement'].map((of) => `{ to: 1 minor, how: half-up, of: ${of} }`),
  }),
})

const exit = record({
  clause: required(freeText),
  causes: required(listOf(words)),
  reached: edge(oneOf('paid-in-full', 'not-paid')),
  expected: edge(oneOf('not-paid', 'planned-rate', 'planned-rest', 'rate-so-far')),
  share: edgeWhen((of) => (of('expected') ?? 'not-paid') !== 'not-paid', { ...share, choices: ['100 %', '50 %'] }),
  notice: optional(offset),
})

/** Something from outside that the steering group has let change dates: kept, read aloud, and, where it says so, computed. */
const extraordinaryEvent = record({
  on: required(fixedDay),
  label: required(words),
  decided: optional(words),
  moves: optional(listOf(freeText)),
  by: edgeWhen((of) => of('moves') !== undefined, { ...offset, choices: ['1 month', '3 months', '6 months'] }),
})

const effort = record({
  method: required(words),
  version: optional(freeText),
  phases: optional(listOf(record({ label: required(words), length: optional(offset) }))),
  contacts: optional(words),
  'key-person': optional(words),
  training: optional(words),
})

const purpose = record({
  kind: required(oneOf('moonshot', 'playground', 'efficiency')),
  why: required(words),
  mandate: optional(words),
  owner: optional(words),
  'legal-basis': optional(words),
})

const agreementRecord = record({
  bundlinje: required(oneOf(languageVersion)),
  title: required(words),
  annex: optional(words),
  currency: required(freeText),
  runs: required(record({ from: required(fixedDay), through: required(fixedDay) })),
  flow: required(
    record({ kind: required(oneOf('grant', 'loan', 'pool', 'donation', 'purchase')), noun: required(words) }),
  ),
  'contract-sum': optional(amount),
  purpose: optional(purpose),
  parties: required(mapOf(party, 'parties')),
  drawdowns: optional(listOf(drawdown)),
  people: required(people),
  effort: optional(effort),
  measures: required(mapOf(measure, 'measures')),
  parameters: optional(
    mapOf(record({ label: required(words), unit: required(oneOf('money', 'minor', 'share', 'number')) }), 'parameters'),
  ),
  groups: optional(mapOf(group, 'groups')),
  goals: required(mapOf(goal, 'goals')),
  payments: optional(mapOf(payment, 'payments')),
  limits: optional(listOf(limit)),
  payers: required(payers),
  settlement: required(settlement),
  exit: optional(exit),
  events: optional(listOf(extraordinaryEvent)),
  security: optional(mapOf(security, 'securities')),
  note: optional(words),
})

export const agreementShape: Shape<Read<typeof agreementRecord>> & { fields: typeof agreementRecord.fields } =
  agreementRecord

export type Agreement = Read<typeof agreementRecord>
export type Party = Read<typeof party>
export type People = Read<typeof people>
export type Group = Read<typeof group>
export type Measure = Read<typeof measure>
export type MeasureKind = (typeof measureKinds)[number]
export type Schedule = Read<typeof schedule>
export type Goal = Read<typeof goal>
export type Payment = Read<typeof payment>
export type Limit = Read<typeof limit>

/** What a limit may do; each does one of them. */
export const limitWays = ['cap', 'floor', 'less', 'times', 'at-most', 'quota', 'return-cap', 'round'] as const
export type LimitWay = (typeof limitWays)[number]

export const wayOfLimit = (limit: Limit): LimitWay => limitWays.find((way) => way in limit.places)!

/** The fields by which a limit is read: which of them a limit of one kind has no use for is checked. */
export const limitFields = limit.fields
export type Payers = Read<typeof payers>
export type Settlement = Read<typeof settlement>
export type Exit = Read<typeof exit>
export { type Security } from './security.ts'
