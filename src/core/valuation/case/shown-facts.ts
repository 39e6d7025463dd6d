/**
 * What a contract's files say of the lives that a simulation draws: who else is in a family, and what is recorded of them.
 *
 *     members: [{ unit: child, many: { least: 1, shares: [40 %, 60 %] }, ages: { from: 3, to: 15 } }]     one child or two
 *     facts:
 *       - { measure: job, event: success }                     recorded in the month of success
 *       - { measure: course, lasting: { from: start, through: end } }     in a state from one day through another
 *       - measure: placement                                   in and out of a state, by months or by weeks
 *         spells: { months-before: 6, months-after: 24, before: { in: 5 %, … }, after: { … } }
 *       - measure: absence                                     a number on some days
 *         values: { on: [start, end + 12 months], start: { mean: 15 %, sd: 8 % }, … }
 *       - measure: plan-goals                                  goals of a plan, agreed on one day and judged on another
 *         items: { many: …, agreed: start, judged: end, met: { with-success: 90 %, otherwise: 30 %, … } }
 *
 *       - measure: comparison-work                             of the agreement, whoever came, or of a group of it by name
 *         figures: [{ on: 2022-06-30, is: comparison-share }, { on: 2022-06-30, of: viborg, is: 20 % }]
 *       - { measure: breach, events: [{ on: 2022-03-15, chance: 5 % }] }                                    it may happen
 *       - { measure: closed, states: [{ from: 2022-03-01, through: 2022-05-31, chance: 10 % }] }            it may last
 *
 * Of whom a fact is, the contract's measure says: of a child, each child of the family has facts of its own.
 */
import { type Day, type Exact, type Offset, approximate, parseIsoDay } from '../../base/index.ts'
import {
  type Read,
  type Shape,
  edge,
  fixedDay,
  freeText,
  listOf,
  oneOf,
  optional,
  parseOffset,
  parseQuantity,
  record,
  required,
  scalar,
  share,
  wholeNumber,
} from '../../text/index.ts'
import { scaleInput, shareInput } from './inputs.ts'
import { orWord } from './words-or.ts'

export const plainNumber: Shape<Exact> = scalar(
  'a number, such as 1 or 0.5, or a share, such as 5 %',
  (text, to, at, path) => parseQuantity(text, to, at, path)?.value,
  'number-or-share',
)
const chance: Shape<Read<typeof shareInput>> = { ...shareInput, choices: ['0 %', '5 %'] }

/** A day of a life - that of its start or end, or so long before or after it - or of the calendar. */
export type ShownDay = { from: 'start' | 'end'; sign: 1 | -1; offset: Offset } | { day: Day }

const shownDay: Shape<ShownDay> = scalar(
  'a day, such as start, end + 12 months or 2024-12-31',
  parseShownDay,
  'day-of-a-life',
)

function parseShownDay(text: string): ShownDay | undefined {
  const day = parseIsoDay(text.trim())
  if (day !== undefined) return { day }
  const match = /^(start|end)(?: ([+-]) (.+))?$/.exec(text.trim())
  const offset = match?.[3] === undefined ? { months: 0, days: 0 } : parseOffset(match[3])
  if (match === null || offset === undefined) return undefined
  return { from: match[1] as 'start' | 'end', sign: match[2] === '-' ? -1 : 1, offset }
}

const lifeEvents = ['start', 'completion', 'dropout', 'success'] as const

/** The chances of being in when it begins, and of leaving or entering in a month or week. */
const regime = record({ in: edge(chance), leave: edge(chance), enter: edge(chance) })

/** A normal distribution, before it is rounded to the scale. */
const normal = record({ mean: required(scaleInput), sd: required(scaleInput) })

/** How many there are: so many at least, and the shares of those that have so many, one more, two more … */
const many = record({ least: required(wholeNumber), shares: required(listOf(share)) })

const spells = record({
  'months-before': optional(wholeNumber),
  'months-after': optional(wholeNumber),
  'weeks-before': optional(wholeNumber),
  'weeks-after': optional(wholeNumber),
  before: required(regime),
  after: required(regime),
  /** Of those who never succeed. */
  never: edge(orWord('as-before', regime, '{ in: undecided, leave: undecided, enter: undecided }')),
})

const values = record({
  on: required(listOf(shownDay)),
  missing: edge(chance),
  start: required(normal),
  'with-success': required(normal),
  otherwise: required(normal),
  step: required(plainNumber),
  from: required(plainNumber),
  to: required(plainNumber),
})

const items = record({
  many: required(many),
  agreed: required(shownDay),
  judged: required(shownDay),
  met: required(record({ 'with-success': required(shareInput), otherwise: required(shareInput) })),
  unjudged: edge(chance),
  changed: edge(chance),
  withdrawn: edge(chance),
})

/** In a state from the first day through the last one; of somebody whose last day has not come, in it still. */
const lasting = record({ from: required(shownDay), through: required(shownDay) })

/** Of a cohort, an authority or a track of the agreement by its name; of the agreement as a whole without it. */
const ofGroup = optional(freeText)
const happens: Shape<Read<typeof shareInput>> = { ...shareInput, choices: ['100 %', '10 %'] }

/** What is told of the agreement on a day, whoever came. */
const figure = record({ on: required(fixedDay), of: ofGroup, is: required(scaleInput) })
/** What may happen to the agreement on a day. */
const happening = record({ on: required(fixedDay), of: ofGroup, chance: edge(happens) })
/** What the agreement may be in from the first day through the last one. */
const state = record({ from: required(fixedDay), through: required(fixedDay), of: ofGroup, chance: edge(happens) })

export const shownFact = record({
  measure: required(freeText),
  kind: optional(freeText),
  for: optional(listOf(freeText)),
  event: optional(oneOf(...lifeEvents)),
  lasting: optional(lasting),
  spells: optional(spells),
  values: optional(values),
  items: optional(items),
  figures: optional(listOf(figure)),
  events: optional(listOf(happening)),
  states: optional(listOf(state)),
})

/** Somebody else than the contract's subject: the children and parents of a family. */
export const member = record({
  unit: required(oneOf('child', 'parent')),
  for: optional(listOf(freeText)),
  many: required(many),
  /** Whole years on the day of the start, each as likely; without it no birthday is known. */
  ages: optional(record({ from: required(wholeNumber), to: required(wholeNumber) })),
})

export type ShownFact = Read<typeof shownFact>
/** A figure, an event or a state of the agreement or of a group of it. */
export type ShownOfAgreement = Read<typeof figure> | Read<typeof happening> | Read<typeof state>

/** What a fact tells of the agreement; nothing for one that tells of people. */
export function toldOfAgreement({ figures, events, states }: ShownFact): readonly ShownOfAgreement[] | undefined {
  return figures ?? events ?? states
}

export type ShownMany = Read<typeof many>

/** By how many there are, from 0, the share of those that have so many. */
export function sharesOfMany({ least, shares }: ShownMany): number[] {
  return [...Array.from({ length: least }, () => 0), ...shares.map(approximate)]
}
