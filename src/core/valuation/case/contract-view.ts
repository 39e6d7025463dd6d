/**
 * What a contract sees of the people in a case: how what happens to them shows in the measures the contract goes by.
 *
 *     payers: { town: municipality }                         the town of the contract is the municipality of the case
 *     people: { young: { track: intensive } }                what the contract's roster says of everybody in a group
 *     members: [{ unit: child, many: …, ages: … }]           who else there is, where the contract's people are families
 *     facts: [{ measure: job, event: success }]              what is recorded of them: see shown-facts.ts
 *     terms: scenarios/narrow/terms.yaml                     a simulation runs these, which lie beside the contract's own
 *
 *     followed: { families: { who: ordinary, goal: plan, at-least: 75 %, … } }     the families are the contract's ordinary track
 *     used: { shelter: { measure: shelter-nights, time: in } }                     the nights of the contract are the days of the case
 *     lasts: { income: { measure: job, time: in } }                                what is earned more is earned while in the job
 *
 * With `facts` a simulation lets the contract's own terms say what is paid. With `followed` the case is followed: what the
 * contract's facts show takes the place of what was assumed.
 */
import {
  type Read,
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
} from '../../text/index.ts'
import { member, plainNumber, shownFact } from './shown-facts.ts'

export const followedDates = ['all-dates', 'any-date'] as const

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

/** The spells of the contract that show how much somebody uses of the service of a consequence, or how long its change lasts. */
const timeSeen = record({
  measure: required(freeText),
  kinds: optional(listOf(freeText)),
  /** Whether the service is used, or the change is there, in the spells or in the time outside them. */
  time: edge(oneOf('in', 'out')),
})

export const contractView = record({
  payers: required(mapOf(freeText, 'payers')),
  /** Another file of terms in the contract's folder, such as a payment model beside it, that a simulation runs instead. */
  terms: optional(freeText),
  /** Asked where the contract has been amended: terms that were agreed after the case was made, or only those before. */
  amendments: optional(oneOf('included', 'left-out')),
  exit: optional(freeText),
  people: optional(mapOf(mapOf(freeText, 'columns'), 'people-columns')),
  members: optional(listOf(member)),
  facts: optional(listOf(shownFact)),
  followed: optional(mapOf(followedGroup, 'followed')),
  used: optional(mapOf(timeSeen, 'used')),
  lasts: optional(mapOf(timeSeen, 'lasts')),
  /** What a reader must know of the facts, such as that they are invented. */
  note: optional(words),
})

export type ContractView = Read<typeof contractView>
export type FollowedGroup = Read<typeof followedGroup>
export type TimeSeen = Read<typeof timeSeen>
