/** Headings of clauses, and what a thing is called that is assumed, invented or derived. */
import { type Limit } from '../../agreement.ts'
import { type Mark } from '../../shape.ts'
import { type Headings } from '../wording.ts'

export const headings: Headings = {
  parties: 'Parties and money',
  purpose: 'Purpose',
  effort: 'Effort',
  people: 'Target population',
  payers: 'Payers',
  settlement: 'Settlement',
  exit: 'Early exit',
  parameters: 'Figures set for each agreement',
  limit: (node: Limit) => {
    if (node.cap !== undefined) return 'Cap on payment'
    if (node.floor !== undefined) return 'Floor'
    if (node.less !== undefined) return 'Deduction'
    if (node.quota !== undefined) return 'Quota'
    return node.returnCap === undefined ? 'Rounding' : 'Cap on return'
  },
}

const grades: Record<Mark['grade'], string> = {
  assumed: 'is assumed',
  invented: 'is invented',
  derived: 'is derived',
  published: 'is published',
}

/** The noun of a key: what the note speaks of. */
const nouns: Record<string, string> = {
  amount: 'the amount',
  'per-met': 'the price',
  'per-unit': 'the price',
  give: 'the price',
  price: 'the price',
  fee: 'the fixed fee',
  cap: 'the cap',
  floor: 'the floor',
  less: 'the deduction',
  quota: 'the quota',
  'return-cap': 'the cap on return',
  share: 'the share',
  planned: 'the expected share',
  'at-least': 'the threshold',
  'at-most': 'the threshold',
  'more-than': 'the threshold',
  'less-than': 'the threshold',
  exactly: 'the threshold',
  x: 'the threshold',
  'up-to': 'the limit',
  on: 'the date',
  from: 'the beginning',
  through: 'the end',
  until: 'the end',
  after: 'the beginning',
  at: 'the date',
  by: 'the deadline',
  'proof-by': 'the deadline',
  commits: 'the commitment',
  'contract-sum': 'the contract sum',
  counted: 'the answer to who counts',
  pilot: 'the answer to whether the pilot counts',
  clock: 'the beginning of the clock',
  ties: 'the rule for several records on one day',
  overlap: 'the rule for overlapping periods',
  'same-day': 'the rule for several events on one day',
  'no-record': 'the rule for a missing record',
  'to-means': 'the meaning of the end date',
  changed: 'the rule for changed goals',
  withdrawn: 'the rule for withdrawn goals',
  unjudged: 'the rule for goals not judged',
  'members-at': 'the day on which the family is counted',
  'if-nobody': 'the rule for when there is nobody',
  decided: 'the rule for several dates',
  unmeasured: 'the rule for the unmeasured',
  leavers: 'the rule for those who leave',
  'late-proof': 'the rule for late proof',
  'zero-baseline': 'the rule for a baseline of 0',
  'gives-way': 'the order at the cap',
  rest: 'the rule for an unused cap',
  overpaid: 'the rule for corrections',
  rounding: 'the rounding',
  how: 'the way of reckoning',
  expected: 'the reckoning of expected results',
  reached: 'the reckoning of results reached',
  weight: 'the weight',
  window: 'the window',
  pick: 'the choice between several records',
  'part-units': 'the rule for part weeks, months or years',
  weeks: 'the beginning of the week',
  periods: 'the rule for fixed or rolling periods',
  'gap-at-most': 'the rule for breaks',
  'gap-days': 'the rule for the days of a break',
  apart: 'the distance between those that count',
  times: 'the number of times',
  below: 'the rule below the curve',
  above: 'the rule above the curve',
  'if-zero': 'the rule for a divisor of 0',
  missing: 'the rule for missing parts',
  'part-years': 'the rule for part years',
  split: 'the split between the payers',
  beyond: 'the rule beyond the limits',
  grade: 'the grade of independence',
  source: 'the source',
  use: 'the use',
  kind: 'the kind',
  minutes: 'the time',
}

export function markNote(mark: Mark, key: string): string {
  return `${nouns[key] ?? `“${key}”`} ${grades[mark.grade]}: ${mark.reason}`
}
