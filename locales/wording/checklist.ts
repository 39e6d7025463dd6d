/** The six steps of SØM in words: what each is, and what whoever signs it off vouches for. */
import { type ChecklistPoint, type PointName, type SignOffStep } from '../../src/core/valuation/index.ts'

export type ChecklistWords = {
  head: string
  /** `3 af 4` */
  count: (done: number, all: number) => string
  /** What the step is for, in a sentence or two. */
  steps: Record<SignOffStep, string>
  points: Record<PointName, string>
  states: Record<ChecklistPoint['state'], string>
  /** What a point lacks, by name. */
  lacking: (names: string) => string
}
