/**
 * The business case as data: who is helped, what it costs, what changes for whom, and who pays.
 *
 *     groups ─ who starts, drops out, completes and succeeds by month, and what would have happened anyway
 *     costs ─ of the effort, by month, person or result      consequences ─ per success: what changes, at which price
 *     repayment ─ what a financier gets back                 finance ─ own money, the pool or an investor
 *
 * Time is months of the case: month 1 is the first, month 0 is the day of signing, year y is months 12(y−1)+1 … 12y.
 * Whatever moves a result is stated or asked; nothing has a default. See `shape.ts` of core/text for edges.
 */
import {
  type Read,
  type Shape,
  amount,
  edge,
  edgeWhen,
  fixedDay,
  freeText,
  listOf,
  mapOf,
  offering,
  oneOf,
  optional,
  record,
  required,
  scalar,
  share,
  wholeNumber,
  words,
} from '../../text/index.ts'
import { priceUnits } from '../catalogue/catalogue.ts'
import { grantGivers, grantPurposes, healthServices, sharingRules } from '../rules/index.ts'
import { contractView } from './contract-view.ts'
import { estimateShape, plainNumber } from './estimate-shape.ts'
import { calendarMonth, lengthInMonths, moneyInput, monthsInput, numberInput, shareInput } from './inputs.ts'
import { orWord, wordsOr } from './words-or.ts'

export const caseVersion = '1.0'

const asked = <T>(shape: Shape<T>, ...choices: string[]): Shape<T> => ({ ...shape, choices })

// Groups: what happens to people.

export const spreads = ['constant-risk', 'even'] as const
/** How a share of people is spread over months: the same risk for whoever is left, or the same number every month. */
export type Spread = (typeof spreads)[number]

/** People referred in each of some months in a row, beginning with month `from`. */
const intake = record({ people: required(numberInput), from: required(wholeNumber), months: required(wholeNumber) })

/** Months from referral to start: a number of months drawn for each person, or the shares that wait 0, 1, 2 … months. */
const delay = record({ poisson: optional(monthsInput), shares: optional(listOf(share)) })

const dropout = record({ share: required(shareInput), spread: edge(oneOf(...spreads)) })

const success = record({
  label: required(words),
  of: edge(oneOf('completed', 'started', 'referred')),
  rate: required(shareInput),
  within: required(lengthInMonths),
  spread: edge(oneOf(...spreads)),
  source: optional(freeText),
})

const group = record({
  label: required(words),
  criteria: optional(words),
  plan: required(listOf(intake)),
  'not-started': edge(asked(shareInput, '0 %')),
  delay: edge(orWord('none', delay, '{ poisson: 1.5 }')),
  course: required(lengthInMonths),
  dropout: edge(orWord('none', dropout, '{ share: 10 %, spread: constant-risk }')),
  success: required(success),
  without: edge(asked(shareInput, '0 %')),
  'counts-through': edge(orWord('whole-case', wholeNumber)),
})

// Costs.

export const costPaces = [
  'once',
  'month',
  'year',
  'referral',
  'start',
  'person-month',
  'completion',
  'success',
] as const
export type CostPace = (typeof costPaces)[number]
export const financeModes = ['self', 'pool', 'investor'] as const
export type FinanceMode = (typeof financeModes)[number]

type Sibling = (key: string) => string | undefined
const isPer =
  (...paces: string[]) =>
  (of: Sibling): boolean =>
    paces.includes(of('per') ?? '')
const says = (key: string) => (of: Sibling) => of(key) !== undefined

// What somebody else bears of a cost.

/**
 * A stretch of months with the same use of a service each month, in units of its price; the last runs on. Units are plain
 * numbers, because refund rules look at use over time: what is uncertain is how many follow which course.
 */
const step = record({ months: optional(wholeNumber), units: required(plainNumber) })

/** Who of a household the central scheme pools: children, and the young in aftercare. An adult is a case alone. */
const memberKind = oneOf('child', 'aftercare', 'adult')

/** Somebody else of the household: what they use without the effort, and with it where that is something else. */
const member = record({
  as: edge(memberKind),
  use: required(listOf(step)),
  'use-with': optional(listOf(step)),
})

const household = record({ as: edge(memberKind), others: required(listOf(member)) })

const isRule =
  (rule: string) =>
  (of: Sibling): boolean =>
    of('rule') === rule

const refund = record({
  rule: required(oneOf(...sharingRules)),
  'weeks-before': edgeWhen(isRule('refund-ladder'), asked(wholeNumber, '200', '0')),
  household: edgeWhen(
    isRule('central'),
    orWord('alone', household, '{ as: child, others: [{ as: undecided, use: [{ units: undecided }] }] }'),
  ),
  service: edgeWhen(isRule('health-cofinancing'), oneOf(...healthServices)),
  'paid-by': edgeWhen(isRule('health-cofinancing'), asked(freeText, 'municipality')),
})

/** How VAT is in an amount. `share` is what comes back of an exempt provider's price by the positive list. */
const vat = wordsOr(['none', 'included', 'added'], 'share', record({ share: required(share) }), '{ share: 6 % }')

/** Money given to the municipality, of which the state may take a part; without a claim on it or with one. */
const grant = orWord(
  'none',
  record({ giver: edge(oneOf(...grantGivers)), purpose: edge(oneOf(...grantPurposes)) }),
  '{ giver: foundation, purpose: ordinary }',
)

const isBornBy =
  (...bearers: string[]) =>
  (of: Sibling): boolean =>
    bearers.includes(of('borne-by') ?? '')

/** A pool is the municipality's own money, so it gives nothing; an investor and a donor may. */
const isGivenMoney = (of: Sibling): boolean =>
  isBornBy('donor')(of) || (isBornBy('financier')(of) && of('/finance.investor') !== undefined)

const cost = record({
  label: required(words),
  kind: edge(oneOf('start-up', 'running', 'administration', 'measurement')),
  amount: optional(moneyInput),
  minutes: optional(numberInput),
  hourly: edgeWhen(says('minutes'), moneyInput),
  per: edge(oneOf(...costPaces)),
  for: optional(listOf(freeText)),
  month: edgeWhen(isPer('once'), asked(wholeNumber, '0')),
  from: edgeWhen(isPer('month', 'year'), asked(wholeNumber, '1')),
  through: edgeWhen(isPer('month', 'year'), wholeNumber),
  'borne-by': offering(edge(asked(freeText, 'financier', 'municipality')), (answer, of) => {
    return answer === 'financier' || [undefined, 'none'].includes(of('grant'))
  }),
  grant: edgeWhen(isGivenMoney, grant),
  'only-with': optional(listOf(oneOf(...financeModes))),
  'price-year': optional(wholeNumber),
  index: optional(freeText),
  vat: edgeWhen(says('amount'), vat),
  ceiling: edge(oneOf('inside', 'outside')),
  economic: edge(oneOf('resource', 'transfer')),
  refund: edge(orWord('none', refund, '{ rule: support-at-home }')),
  source: optional(freeText),
})

// Consequences.

/** What a share of those who succeed use, from the month after success on; `rest` is all who follow no other course. */
const course = record({ share: edge(orWord('rest', shareInput, '100 %')), steps: required(listOf(step)) })

const change = record({
  'per-year': optional(moneyInput),
  'units-per-year': optional(numberInput),
  'by-year': optional(listOf(moneyInput)),
  fade: edgeWhen(
    (of) => of('per-year') !== undefined || of('units-per-year') !== undefined,
    asked(shareInput, '0 %', '15 %'),
  ),
})

const ownPrice = record({
  amount: required(moneyInput),
  per: required(oneOf(...priceUnits)),
  'price-year': required(wholeNumber),
  index: optional(freeText),
  cost: edge(oneOf('average', 'marginal', 'unknown')),
  source: optional(freeText),
})

const consequence = record({
  label: required(words),
  heading: required(freeText),
  for: optional(listOf(freeText)),
  per: edge(oneOf('success', 'start')),
  scenario: edge(oneOf('narrow', 'broad')),
  kind: edge(oneOf('cashable', 'freed-capacity', 'citizen')),
  price: optional(freeText),
  'own-price': optional(ownPrice),
  change: optional(change),
  without: optional(listOf(step)),
  with: edgeWhen(says('without'), listOf(course)),
  vat: edgeWhen(says('own-price'), vat),
  owners: edge(asked(mapOf(share, 'shares'), '{ municipality: 100 % }')),
  // Refund of what is used follows the use by month.
  refund: offering(
    edge(orWord('none', refund, '{ rule: refund-ladder, weeks-before: 200 }', '{ rule: shelter }')),
    (answer, of) => answer === 'none' || says('without')(of),
  ),
  cashable: edgeWhen(
    (of) => of('kind') === 'cashable',
    asked(record({ share: edge(asked(shareInput, '100 %')), 'from-month': edge(asked(wholeNumber, '1')) })),
  ),
  ceiling: edge(oneOf('inside', 'outside')),
  economic: edge(oneOf('resource', 'transfer')),
  from: optional(wholeNumber),
  through: optional(wholeNumber),
  source: optional(freeText),
})

// Who gets what back.

const repaymentPrice = record({
  amount: required(moneyInput),
  per: edge(oneOf('success', 'start', 'completion')),
  for: optional(listOf(freeText)),
  counts: edgeWhen((of) => of('per') === 'success', oneOf('all', 'net')),
  source: optional(freeText),
})

const isEarned = (of: Sibling) => says('prices')(of) || says('share-of-saving')(of)

const repayment = record({
  prices: optional(mapOf(repaymentPrice, 'prices')),
  'share-of-saving': optional(shareInput),
  instalments: optional(listOf(record({ month: required(wholeNumber), amount: required(moneyInput) }))),
  premium: edgeWhen(says('prices'), asked(shareInput, '0 %')),
  /** Instalments fall due on days of their own, so that how often the rest is settled changes nothing of them. */
  every: edgeWhen(isEarned, asked(lengthInMonths, '6 months', '12 months')),
  through: required(wholeNumber),
  cap: edge(orWord('none', moneyInput)),
  floor: edge(orWord('none', moneyInput)),
  payers: edge(asked(mapOf(share, 'shares'), '{ municipality: 100 % }')),
  ceiling: edge(oneOf('inside', 'outside')),
  source: optional(freeText),
})

const finance = record({
  chosen: offering(edge(oneOf(...financeModes)), (answer, of) => answer === 'self' || says(answer)(of)),
  /** Who carries, with own money, what the pool or an investor would. */
  'self-bears': edge(asked(freeText, 'municipality')),
  investor: optional(record({ label: required(words), repayment: required(repayment) })),
  pool: optional(record({ label: required(words), repayment: required(repayment) })),
})

const followed = record({
  year: required(wholeNumber),
  amount: required(amount),
  went: edge(oneOf('kept', 'to-pool', 'reinvested')),
  effort: optional(words),
  source: optional(freeText),
})

/** Of what was signed, so that a later change of it is seen; see sign-off.ts. */
const signedDigest = scalar(
  '16 hexadecimal digits, as the workshop writes them',
  (text) => (/^[0-9a-f]{16}$/.test(text) ? text : undefined),
  'digest',
)

export const signOffSteps = ['target-group', 'cost', 'success-rate', 'consequences', 'prices', 'result'] as const

const correlation = record({ between: required(listOf(freeText)), is: required(share) })

export const caseShape = record({
  'bundlinje-case': required(freeText),
  title: required(words),
  currency: required(freeText),
  'price-year': required(wholeNumber),
  // Who writes current prices is told why they cannot be discounted, so they are no answer to be offered.
  prices: edge(asked(oneOf('fixed', 'current'), 'fixed')),
  starts: required(calendarMonth),
  years: required(wholeNumber),
  discounting: required(record({ guide: required(freeText), when: edge(oneOf('year-end', 'mid-year', 'year-start')) })),
  contract: optional(freeText),
  'in-contract': optional(contractView),
  departments: optional(mapOf(record({ label: required(words) }), 'departments')),
  estimates: optional(mapOf(estimateShape, 'estimates')),
  correlations: optional(listOf(correlation)),
  groups: required(mapOf(group, 'groups')),
  costs: required(mapOf(cost, 'costs')),
  consequences: required(mapOf(consequence, 'consequences')),
  finance: required(finance),
  'savings-followed': optional(listOf(followed)),
  'signed-off': optional(
    mapOf(
      record({ by: required(freeText), on: optional(fixedDay), note: optional(words), digest: optional(signedDigest) }),
      'signatures',
    ),
  ),
  note: optional(words),
})

export type CaseFile = Read<typeof caseShape>
type Items<M> = M extends Map<string, infer T> ? T : never
export type CaseGroup = Items<CaseFile['groups']>
export type CaseCost = Items<CaseFile['costs']>
export type CaseConsequence = Items<CaseFile['consequences']>
export type CaseRefund = Read<typeof refund>
export type CaseVat = Read<typeof vat>
export type UseStep = Read<typeof step>
export type Repayment = Read<typeof repayment>
