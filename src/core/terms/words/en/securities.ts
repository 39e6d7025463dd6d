/** What stands between the investors and those who secure them, in English: a sentence for each choice. */
import { type Security } from '../../agreement.ts'
import { type Telling, draft, label, partyName, told } from '../telling.ts'
import { term } from '../naming.ts'
import { type Draft, inList } from '../text.ts'
import { day, length, number } from './numbers.ts'

const kinds: Record<Security['kind'], string> = {
  guarantee: 'a guarantee',
  coupon: 'a fixed interest to the investors',
  'principal-protection': 'a protection of the sum invested',
  class: 'a class of investors',
  recycling: 'a right to use repaid money again',
  reserve: 'a reserve for losses',
  escrow: 'a deposit in escrow',
  refund: 'a refund of outlays',
}

/** The choices, a key at a time, in the order in which they are read. */
const choices = {
  within: {
    'by-principal': 'money for several with the same number is shared by the principal each has outstanding',
    'by-due': 'money for several with the same number is shared by what each is due, coupon included',
  },
  unpaidCoupon: {
    'stands-over': 'a coupon that is not paid stands over without interest',
    'bears-interest': 'a coupon that is not paid when it falls due bears interest at the same rate from then on',
    lapses: 'a coupon that is not paid when it falls due lapses',
  },
  couponDue: {
    'each-settlement': 'the coupon falls due on the days that are settled to, and when the agreement ends',
    'each-year':
      'the coupon falls due each year on the anniversary of the beginning of the agreement, and when the agreement ends',
    'each-half-year':
      'the coupon falls due each half-year from the beginning of the agreement, and when the agreement ends',
    'each-quarter':
      'the coupon falls due every third month from the beginning of the agreement, and when the agreement ends',
  },
  paysFirst: {
    coupon: 'a payment covers the coupon that has run before the principal',
    principal: 'a payment covers the principal before the coupon that has run',
  },
  covers: { 'first-loss': 'it covers the first loss', 'share-of-loss': 'it covers a share of any loss' },
  scaled: { fixed: 'its size is fixed', 'with-drawn-money': 'its size follows the money drawn' },
  called: {
    'before-waterfall': 'it is paid in before the money is shared among the classes',
    'after-waterfall': 'it is paid to those who have lost after the money has been shared',
  },
  unused: { lapses: 'what is not used lapses', 'used-again': 'what is not used may be given as a guarantee again' },
  coupons: {
    'set-off': 'returns paid are set off against the loss',
    'not-set-off': 'returns paid are not set off against the loss',
  },
  paidBy: {
    payer: 'it is paid by the payer',
    provider: 'it is paid by the provider',
    intermediary: 'it is paid by the intermediary',
    guarantor: 'it is paid by the guarantor',
  },
  partYear: {
    'by-days': 'a year that is cut short counts by the days that have passed',
    'not-counted': 'a year that is cut short does not count',
  },
  against: {
    highest: 'the rate is a minimum: if the other payments of the year are lower, the difference is paid',
    'in-addition': 'it is paid on top of the other payments of the year',
  },
  short: {
    waits: 'if there is not enough money on the account, the rest of the payment waits',
    'payer-pays': 'if there is not enough money on the account, the payer pays the rest itself',
  },
  late: { 'no-interest': 'what waits bears no interest', interest: 'what waits bears interest at the rate' },
  grants: {
    'set-off': 'other grants for the same outlay are set off',
    'not-set-off': 'other grants for the same outlay are not set off',
  },
} as const

const keyOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** How days are counted: alike for all that bears interest. */
function daysOf({ kind, amount, rate }: Security): string {
  if (rate?.kind === 'literal' && rate.value === 0) return ''
  if (kind !== 'class' && kind !== 'coupon') return kind === 'escrow' ? ', and each day is a 365th of a year' : ''
  const first = kind === 'class' && amount !== undefined ? 'the first day of the agreement' : 'the day money is drawn'
  return `; the coupon runs from ${first}, that day included, to the day it falls due or is paid, and each day is a 365th of a year`
}

const yearsDue = ({ kind }: Security): string =>
  kind === 'coupon'
    ? ' from the beginning of the agreement; the coupon of a year falls due on the anniversary, though at the latest when the agreement ends'
    : ''

export function security(node: Security, telling: Telling): Draft[] {
  // What a share or an amount follows is worked out for all subjects together.
  const t: Telling = { ...telling, row: 'group' }
  const name = (party: string) => partyName(t.agreement, party)
  const found = told(t, node, 'kind', `“${label(t, node.label)}” is ${kinds[node.kind]} (${name(node.party)})`)
  const say = (key: string, text: string) => found.push(...told(t, node, key, text))
  if (node.amount !== undefined) say('amount', `the amount is ${term(node.amount, t)}`)
  if (node.share !== undefined) say('share', `the share is ${term(node.share, t)}`)
  if (node.rate !== undefined) say('rate', `the rate is ${term(node.rate, t)} a year${daysOf(node)}`)
  if (node.order !== undefined) say('order', `it comes as number ${number(node.order)} in the order`)
  if (node.protects !== undefined) say('protects', `it secures ${inList(node.protects.map(name), 'and')}`)
  for (const [key, answers] of Object.entries(choices)) {
    const chosen = node[key as keyof typeof choices]
    if (chosen !== undefined) say(keyOf(key), (answers as Readonly<Record<string, string>>)[chosen]!)
  }
  if (node.surplus !== undefined)
    say('surplus', `of what is left when all classes have theirs, its share is ${term(node.surplus, t)}`)
  if (node.kind === 'class') {
    say(
      'order',
      'if too much was paid, and the correction is larger than the payments of its day, the rest is taken back in the reverse order: first what no class was due, then what was shared when all classes had theirs, and then from the classes, the last in the order first, and from several with the same number by what each has got',
    )
    say('order', 'principal and coupon taken back from a class are due to it again from that day')
  }
  if (node.years !== undefined) say('years', `it holds for ${number(node.years)} years${yearsDue(node)}`)
  if (node.closed !== undefined) say('closed', `it is closed ${length(node.closed)} after the end of the agreement`)
  if (node.from !== undefined) say('from', `it holds when the agreement ends on ${day(node.from)} or later`)
  if (node.through !== undefined)
    say('through', `it holds when the agreement ends on ${day(node.through)} at the latest`)
  if (node.proof !== undefined) say('proof', `the outlay is proved by ${label(t, node.proof)}`)
  if (node.note !== undefined) found.push(draft(node, 'note', label(t, node.note), true))
  return [...found, ...t.notes.splice(0)]
}
