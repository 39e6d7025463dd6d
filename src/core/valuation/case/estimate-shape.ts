/**
 * An estimate: an uncertain number of a case, with where it comes from and how far it may be trusted.
 *
 *     success-rate: { label: …, low: 35 %, likely: 50 %, high: 65 %, source: …, confidence: B, grade: invented }
 *     success-rate: { label: …, beta: [24, 16], … }
 *
 * Exactly one way of saying how uncertain it is. Without chance each estimate stands for its mean.
 */
import { type Exact } from '../../base/index.ts'
import {
  type Quantity,
  type Read,
  type Shape,
  amount,
  edge,
  edgeWhen,
  fixedDay,
  freeText,
  listOf,
  oneOf,
  optional,
  parseQuantity,
  record,
  required,
  scalar,
  words,
} from '../../text/index.ts'

/** A number with its unit, `35 %`, `120000 kr`, `1.5`. */
const figure: Shape<Quantity> = scalar('a number, such as 35 %, 120000 kr or 1.5', parseQuantity, 'figure')
export const plainNumber: Shape<Exact> = scalar(
  'a number without a unit, such as 24',
  (text, to, at, path) => {
    const read = parseQuantity(text, to, at, path)
    return read?.unit === 'number' ? read.value : undefined
  },
  'plain-number',
)

/** How far a figure may be trusted: the authority itself, a credible second source, a weak one, nobody. */
export const confidences = ['A', 'B', 'C', 'U'] as const
export type Confidence = (typeof confidences)[number]

/** Where a figure comes from: printed by a source, computed from one, supposed, or made up for the example. */
export const figureGrades = ['published', 'derived', 'assumed', 'invented', 'unverified'] as const
export type FigureGrade = (typeof figureGrades)[number]

export const estimateShape = record({
  label: required(words),
  is: optional(figure),
  low: optional(figure),
  likely: optional(figure),
  high: optional(figure),
  beta: optional(listOf(plainNumber)),
  normal: optional(figure),
  sd: optional(figure),
  within: optional(listOf(figure)),
  'lognormal-mean': optional(figure),
  'sd-log': optional(plainNumber),
  poisson: optional(plainNumber),
  uniform: optional(listOf(figure)),
  data: optional(freeText),
  column: optional(freeText),
  unit: edgeWhen((of) => of('data') !== undefined, oneOf('money', 'share', 'months', 'number')),
  source: required(freeText),
  read: optional(fixedDay),
  confidence: edge(oneOf(...confidences)),
  grade: edge(oneOf(...figureGrades)),
  'finding-out': optional(record({ cost: required(amount), how: optional(words) })),
})

export type WrittenEstimate = Read<typeof estimateShape>
