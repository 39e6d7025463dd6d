/** What each language says of the nodes of a reason. Numbers, days and names come in as finished text. */

/** How a yes or a no, or what is not known, is told. */
export type Answer = 'yes' | 'no' | 'unmeasured' | 'not-due'

/** What a sentence may take from a reason, already in the reader's language. */
export type ReasonParts = {
  /** The value with its unit, or the word for what is not known. */
  value: string
  answer: Answer
  /** A text of the reason's inputs as it stands: a word of the terms, an id. */
  text: (name: string) => string
  /** What a measure, goal, group, track or exit of the inputs is called; several in a list. */
  label: (name: string) => string
  list: (name: string) => string
  day: (name: string) => string
  /** An amount of the inputs, in minor units. */
  money: (name: string) => string
  number: (name: string) => string
  share: (name: string) => string
  /** `1. januar 2023 – 30. juni 2023`; empty without a window. */
  window: string
  /** Values of the parts, with their units. */
  parts: readonly string[]
  /** What the first part is, as a thing: `den seneste oplysning om skolefravær`. */
  thing: string
  /** The bounds of a comparison: `højst 10 %`. */
  bounds: string
  clause: string
}

export type ReasonWords = {
  answers: Record<Answer, string>
  met: Record<Answer, string>
  statuses: Readonly<Record<string, string>>
  /** Of a result that is not due and that somebody’s leaving has decided: what it will be. */
  foregone: Readonly<Record<string, string>>
  states: Readonly<Record<string, string>>
  bounds: Readonly<Record<string, (limit: string) => string>>
  /** A value as a thing, without a capital; by rule. */
  things: Readonly<Record<string, (parts: ReasonParts) => string>>
  /** Whole sentences, without the full stop; by rule. */
  sentences: Readonly<Record<string, (parts: ReasonParts) => string>>
  /** A value for which there is no sentence of its own. */
  isValue: (thing: string, value: string, window: string) => string
  inWindow: (from: string, through: string) => string
  unknownDay: string
  stillGoing: string
  person: string
  /** What the roster says of somebody. */
  personRow: string
  wholeGroup: string
  groupOf: (kind: 'cohort' | 'authority' | 'track', name: string) => string
  onDay: (what: string, day: string) => string
  labels: {
    amount: string
    clause: string
    result: string
    people: Record<'person' | 'family', string>
    subject: Record<'person' | 'family' | 'child' | 'parent', string>
    facts: string
    other: string
    notPaid: string
    workings: string
  }
  version: (clause: string, name: string) => string
  lineSum: (payable: string, afterLimits: string, paidBefore: string) => string
  lineSumFirst: (payable: string) => string
  notPaidFor: string
  counts: (parts: readonly string[]) => string
  countOf: Record<
    'met' | 'missed' | 'unmeasured' | 'notDue' | 'foregone' | 'leftOut' | 'measured',
    (count: number) => string
  >
  factColumns: {
    what: string
    value: string
    on: string
    recorded: string
    by: string
    evidence: string
    place: string
  }
  peopleColumns: { who: string; day: string; result: string; earned: string; after: string }
  more: (count: number) => string
  /** After the first amounts worked out. */
  moreWorkings: string
  noFacts: string
  /** The facts stand with the goal whose results are used. */
  factsOfGoal: (title: string) => string
  /** What goes before the condition on which an amount is paid. */
  onlyIf: string
  /** A result that its payment's condition keeps from being paid, before the condition itself; `isKnown` where it is not met. */
  closed: (who: string, day: string, result: string, isKnown: boolean) => string
  quote: (text: string) => string
  withdrawn: string
}
