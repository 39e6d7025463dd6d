/** Differences in English. */
import { type DiffWords } from '../wording/diff.ts'

export const diff: DiffWords = {
  statements: (before, after) => `From the statement ${before} to ${after}`,
  terms: (before, after) => `From the terms ${before} to ${after}`,
  columns: {
    clause: '§',
    payment: 'Paid goal',
    before: 'Before',
    after: 'After',
    difference: 'Difference',
    total: 'In all',
    who: 'Who',
    day: 'Date',
  },
  afterLimits: 'Earned after limits',
  payable: 'Payable',
  missing: 'not there',
  people: 'Whose amounts have changed',
  samePeople: "Nobody's amount has changed.",
  more: (count) => `… and ${String(count)} more.`,
  sameStatement: 'The two statements say the same.',
  sameTerms: 'The clauses say the same.',
  clauses: 'Clauses that have changed',
  money: 'The same facts, settled by each of the two',
  sameMoney: 'The amounts are the same.',
  noMoney: 'There are no facts to settle.',
  unlike: (a, b) => `${a} and ${b} cannot be compared: one is a statement, the other is terms.`,
  notAStatement: (path) => `${path} is no statement in JSON as bundlinje writes it.`,
  unlikeCurrency: (a, b) => `The statements are in ${a} and ${b} and cannot be taken from each other.`,
  unknownVersion: (name, path, known) =>
    `${path} has no version or date “${name}”. The versions are ${known}; a date is written like 2024-12-31.`,
  unsettled: 'The terms are unsettled; here they are read with the first answer to each question.',
}
