/**
 * What a contract sees of the people in a case: how what happens to them shows in the measures the contract goes by.
 *
 *     payers: { town: municipality }                         the town of the contract is the municipality of the case
 *     facts: [{ measure: job, event: success }]              a job is recorded in the month of success
 *     spells: { … before: { in: 10 %, … }, after: … }        in and out by months, by chances that the success changes
 *     values: { months: [-1, 12], start: …, … }              a score in some months after the start
 *
 *     followed: { families: { who: ordinary, goal: plan, at-least: 75 %, … } }     the families are the contract's ordinary track
 *     used: { shelter: { measure: shelter-nights, time: in } }                     the nights of the contract are the days of the case
 *
 * With `facts` a simulation lets the contract's own terms say what is paid. With `followed` the case is followed: what the
 * contract's facts show takes the place of what was assumed.
 */
import { type Exact } from '../../base/index.ts'
import {
  type Read,
  type Shape,
  edge,
  edgeWhen,
  freeText,
  listOf,
  mapOf,
  oneOf,
  optional,
  parseQuantity,
  record,
  required,
  scalar,
  wholeNumber,
  words,
} from '../../text/index.ts'
import { numberInput, shareInput } from './inputs.ts'

const monthFromStart: Shape<number> = scalar(
  'a whole number of months after the start, or before it: -1, 12',
  (text) => (/^-?\d{1,3}$/.test(text.trim()) ? Number(text) : undefined),
  'month-from-start',
)
const plainNumber: Shape<Exact> = scalar(
  'a number, such as 1 or 0.5, or a share, such as 5 %',
  (text, to, at, path) => parseQuantity(text, to, at, path)?.value,
  'number-or-share',
)
const chance: Shape<Read<typeof shareInput>> = { ...shareInput, choices: ['0 %', '5 %'] }

export const followedDates = ['all-dates', 'any-date'] as const
const lifeEvents = ['start', 'completion', 'dropout', 'success'] as const

/** The chances of being in when it begins, and of leaving or entering in a month. */
const regime = record({ in: edge(chance), leave: edge(chance), enter: edge(chance) })

/** A normal distribution, before it is rounded to the scale. */
const normal = record({ mean: required(numberInput), sd: required(numberInput) })

const spells = record({
  'months-before': required(wholeNumber),
  'months-after': required(wholeNumber),
  before: required(regime),
  after: required(regime),
})

const values = record({
  months: required(listOf(monthFromStart)),
  missing: edge(chance),
  start: required(normal),
  'with-success': required(normal),
  otherwise: required(normal),
  step: required(plainNumber),
  from: required(plainNumber),
  to: required(plainNumber),
})

const shownFact = record({
  measure: required(freeText),
  kind: optional(freeText),
  for: optional(listOf(freeText)),
  event: optional(oneOf(...lifeEvents)),
  spells: optional(spells),
  values: optional(values),
})

/** Which people of the contract a group of the case is, and which of its goals is the case's success. */
const followedGroup = record({
  who: edge({ ...freeText, choices: ['everybody'] }),
  goal: required(freeText),
  /** What counts as success where the goal gives a quantity and no yes or no. */
  'at-least': optional(plainNumber),
  /** Whether all or any of several dates must be met. */
  dates: optional(oneOf(...followedDates)),
  /** The ways out that are what the case calls dropping out. */
  dropouts: edge({ ...listOf(freeText), choices: ['[]'] }),
  /** On the day the facts say, when the case's course has run since the start, or on the last day of some spells. */
  completes: edge(oneOf('end', 'course', 'spell')),
  /** The measure of the contract whose spells are the effort. */
  spell: edgeWhen((of) => of('completes') === 'spell', freeText),
})

/** The spells of the contract that show how much somebody uses of the service of a consequence. */
const usedService = record({
  measure: required(freeText),
  kinds: optional(listOf(freeText)),
  /** Whether the service is used in the spells, or in the time outside them. */
  time: edge(oneOf('in', 'out')),
})

export const contractView = record({
  payers: required(mapOf(freeText, 'payers')),
  exit: optional(freeText),
  facts: optional(listOf(shownFact)),
  followed: optional(mapOf(followedGroup, 'followed')),
  used: optional(mapOf(usedService, 'used')),
  /** What a reader must know of the facts, such as that they are invented. */
  note: optional(words),
})

export type ContractView = Read<typeof contractView>
export type ShownFact = Read<typeof shownFact>
export type FollowedGroup = Read<typeof followedGroup>
export type UsedService = Read<typeof usedService>
