/** The keys of a fund's file. What can be wrong with them is in `check-fund.ts`, and what they mean in `fund-file.ts`. */
import {
  type Read,
  amount,
  edge,
  edgeWhen,
  fixedDay,
  freeText,
  listOf,
  mapOf,
  oneOf,
  optional,
  record,
  required,
  share,
  words,
} from '../text/index.ts'

const row = record({
  on: required(fixedDay),
  amount: required(amount),
  low: optional(amount),
  high: optional(amount),
})

const project = record({
  label: required(words),
  municipality: required(freeText),
  provider: required(freeText),
  area: required(freeText),
  commits: required(amount),
  contract: optional(freeText),
  as: optional(freeText),
  plan: optional(listOf(row)),
  case: optional(freeText),
  note: optional(words),
})

/** The words are those of a contract's guarantee, and each asks what it asks there. */
const guarantee = record({
  party: required(freeText),
  amount: required(amount),
  covers: edge(oneOf('first-loss', 'share-of-loss')),
  share: edgeWhen((of) => of('covers') === 'share-of-loss', { ...share, choices: ['50 %', '75 %'] }),
  scaled: edge(oneOf('fixed', 'with-drawn-money')),
  called: edge(oneOf('before-waterfall', 'after-waterfall')),
  protects: optional(listOf(freeText)), // The investors it secures; without it, all of them.
  note: optional(words),
})

/** As a contract's cap on return, but on all investors together. */
const returnCap = record({
  rate: required(share),
  counted: edge(oneOf('simple', 'compound')),
  on: edge(oneOf('drawn-money', 'committed-money')),
  rest: edge(oneOf('recycled', 'paid-out')),
  to: optional(freeText), // Who gets what is above it; where that is paid out.
  note: optional(words),
})

export const fundShape = record({
  'bundlinje-fund': required(oneOf('1.0')),
  title: required(words),
  currency: required(freeText),
  runs: required(record({ from: required(fixedDay), through: required(fixedDay) })),
  investors: required(
    mapOf(record({ name: required(freeText), commits: required(amount), note: optional(words) }), 'investors'),
  ),
  calls: required(oneOf('by-commitment', 'in-turn')),
  distributions: required(oneOf('by-paid-in', 'by-commitment')),
  receipts: required(oneOf('paid-out', 'used-for-outlays')),
  'first-loss': optional(listOf(freeText)),
  guarantee: optional(guarantee),
  'return-cap': optional(returnCap),
  projects: required(mapOf(project, 'projects')),
  'move-together': optional(share),
  note: optional(words),
})

export type FundFile = Read<typeof fundShape>
