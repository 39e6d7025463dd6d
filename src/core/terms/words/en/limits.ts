/**
 * Caps and deductions in English, with the order in which they work.
 *
 *     { cap: 5280000 kr, per: agreement, gives-way: latest-first }
 *     Over the whole agreement, at most DKK 5,280,000 can be paid. If there is no room for all, the latest payments fall away first.
 */
import { type Limit } from '../../agreement.ts'
import { type Expression } from '../../expression.ts'
import { isOfOccasion } from '../../occasion.ts'
import { type Telling, draft, partyName, subjectRow, told } from '../telling.ts'
import { term } from '../naming.ts'
import { type Draft, from, strong } from '../text.ts'
import { months } from './calendar.ts'
import { amount, number, share } from './numbers.ts'
import { paymentHeads } from './payments.ts'
import { theRow } from './rows.ts'
import { roundingTo } from './values.ts'

type Reach = NonNullable<Limit['per']>

export function limit(node: Limit, position: number, t: Telling): Draft[] {
  const reach = reachOf(node, t)
  // What bounds the payments is worked out for all of them together.
  const of: Telling = { ...t, row: 'group' }
  const main: Draft[] = []
  if (node.cap !== undefined) main.push(...told(t, node, 'cap', `${reach}, at most ${term(node.cap, of)} can be paid`))
  if (node.floor !== undefined) {
    main.push(...told(t, node, 'floor', `${reach}, at least ${term(node.floor, of)} is paid ${whenOver(node)}`))
  }
  if (node.less !== undefined) {
    main.push(
      ...told(
        t,
        node,
        'less',
        `${reach}, ${term(node.less, of)} is taken off the payment, though never so much that it becomes negative`,
      ),
    )
  }
  if (node.times !== undefined)
    main.push(...told(t, node, 'times', `what is left of the payments is multiplied by ${term(node.times, of)}`))
  if (node.atMost !== undefined) {
    const results = node.atMost === 1 ? 'result is' : 'results are'
    main.push(draft(node, 'at-most', `${reach}, at most ${strong(number(node.atMost))} ${results} paid for`))
  }
  if (node.quota !== undefined) main.push(quota(node, reach, t))
  if (node.returnCap !== undefined) main.push(draft(node, 'return-cap', returnCap(node, reach, t)))
  if (node.round !== undefined) {
    const to = from(`${node.path}.round`, strong(amount(node.round, t.agreement.currency)))
    main.push(draft(node, 'round', `${reach}, the payment is ${roundingTo(node.how ?? 'down', to)}`))
  }
  return [...main, ...edges(node, position, t), ...t.notes.splice(0)]
}

function yearOf({ yearFrom }: Limit): string {
  if (yearFrom === 'agreement start') return 'year counted from the beginning of the agreement'
  if (yearFrom === undefined || (yearFrom.month === 1 && yearFrom.day === 1)) return 'calendar year'
  return `year counted from ${String(yearFrom.day)} ${months[yearFrom.month - 1]!}`
}

/** For whom or for which time the limit is held, first in its sentence. */
function reachOf(node: Limit, t: Telling): string {
  const yearly = from(`${node.path}.year-from`, `in each ${yearOf(node)}`)
  const reach: Record<Reach, string> = {
    subject: `for ${theRow(subjectRow(t.agreement), 'every')}`,
    'subject-and-year': `for ${theRow(subjectRow(t.agreement), 'every')} ${yearly}`,
    payment: 'for each payment clause',
    'payment-and-year': `for each payment clause ${yearly}`,
    date: 'for each follow-up date',
    month: 'in each calendar month',
    quarter: 'in each quarter',
    'half-year': 'in each half-year',
    year: yearly,
    cohort: 'for each cohort',
    authority: 'for each authority',
    track: 'for each track',
    agreement: 'over the whole agreement',
  }
  if (node.times !== undefined) return ''
  return from(`${node.path}.per`, reach[node.per ?? 'agreement'])
}

/** When a floor is held: when what it is held for is over. */
function whenOver({ per }: Limit): string {
  const within = (period: string) =>
    `once the ${period} has ended, or in the last ${period} of the agreement once the agreement has ended`
  switch (per) {
    case 'date':
      return 'once the date has come'
    case 'month':
    case 'quarter':
    case 'half-year':
      return within(per)
    case 'year':
    case 'subject-and-year':
    case 'payment-and-year':
      return within('year')
    default:
      return 'once the agreement has ended'
  }
}

/** A floor is held also where nothing was earned: for what, and under which payment it is then paid. */
function whereNothing(node: Limit, t: Telling): string {
  const row = subjectRow(t.agreement)
  const held: Record<Reach, string> = {
    subject: ` for ${theRow(row, 'every')} counted`,
    'subject-and-year': ` for ${theRow(row, 'every')} counted, for each year of the agreement from the one in which ${theRow(row)} counts`,
    payment: ' for each payment clause',
    'payment-and-year': ' for each payment clause for each year of the agreement',
    date: ' for each follow-up date that has been decided',
    month: ' for each month of the agreement',
    quarter: ' for each quarter of the agreement',
    'half-year': ' for each half-year of the agreement',
    year: ' for each year of the agreement',
    cohort: ' for each cohort',
    authority: ' for each authority',
    track: ' for each track',
    agreement: '',
  }
  const first = node.over?.[0] ?? t.agreement.payments?.keys().next().value
  const isOwn = node.per === 'payment' || node.per === 'payment-and-year'
  const under = isOwn || first === undefined ? '' : `, and then under ${paymentHeads([first], t)}`
  return `the floor is paid${held[node.per ?? 'agreement']}, also when no payment has been earned${under}`
}

/** At most a share of all that is paid for may be of these payments. */
function quota(node: Limit, reach: string, t: Telling): Draft {
  const over = node.over === undefined ? 'these payments' : `payments under ${paymentHeads(node.over, t)}`
  const whole = node.by === 'money' ? 'the amount paid for results' : 'the number of results paid for'
  return draft(
    node,
    'quota',
    `${reach}, at most ${strong(share(node.quota!))} of ${from(`${node.path}.by`, whole)} may be ${over}`,
  )
}

function returnCap(node: Limit, reach: string, t: Telling): string {
  const counted = node.counted === 'simple' ? 'simple interest' : 'compound interest'
  const on = node.on === 'committed-money' ? 'the money committed' : 'the money drawn'
  return `${reach}, no more can be paid than keeps ${node.of === undefined ? 'the investors’' : `${partyName(t.agreement, node.of)}’s`} yearly return on ${on}, at ${counted}, at or below ${strong(share(node.returnCap!))}`
}

const couponsIn = {
  counted:
    'fixed coupons that the investor gets beside the payments are counted in the return from the day they fall due',
  'not-counted': 'fixed coupons that the investor gets beside the payments are not counted in the return',
}

/** Which day the follow-up date is in a limit that asks for it. */
function occasionOf(node: Limit, t: Telling): string[] {
  const { cap, floor, less, times, who } = node
  const asks = (part: Expression | undefined) => part !== undefined && isOfOccasion(part, t.agreement)
  const said: string[] = []
  if (asks(times) || asks(who))
    said.push(
      `the follow-up date is here the day of the result that is paid for${floor === undefined ? '' : ', and the day on which a floor is paid where nothing was earned'}`,
    )
  if (asks(cap) || asks(floor) || asks(less)) said.push(`for the amount, the follow-up date is ${lastDayOf(node)}`)
  return said
}

function lastDayOf({ per }: Limit): string {
  const within = (period: string) =>
    `the last day of the ${period}, though in the last ${period} of the agreement the day on which it ends`
  switch (per) {
    case 'date':
      return 'the date itself'
    case 'month':
    case 'quarter':
    case 'half-year':
      return within(per)
    default:
      return within('year')
  }
}

function edges(node: Limit, position: number, t: Telling): Draft[] {
  const found: Draft[] = []
  const add = (key: string, text: string) => found.push(draft(node, key, text, true))
  if (node.floor !== undefined) add('floor', whereNothing(node, t))
  if (node.coupons !== undefined) add('coupons', couponsIn[node.coupons])
  if (node.givesWay !== undefined) {
    const yields = {
      'latest-first': 'the latest payments fall away first',
      'earliest-first': 'the earliest payments fall away first',
      'in-proportion': 'all payments are cut in proportion',
    }
    add(
      'gives-way',
      `if there ${node.quota === undefined && node.atMost === undefined ? 'is no room for all' : node.by === 'money' ? 'is too much' : 'are too many'}, ${yields[node.givesWay]}`,
    )
  }
  if (node.rest !== undefined) {
    add(
      'rest',
      node.rest === 'lost'
        ? 'if the cap is not used up in a year, the rest of it is lost'
        : 'if the cap is not used up in a year, the rest of it is added to the next year’s cap, counted from the first year of the agreement',
    )
  }
  if (node.who !== undefined) {
    const row = theRow(t.row, 'every')
    found.push(
      ...told(t, node, 'who', `the rule holds only for payments for ${row} ${t.tongue.relativeOf(node.who, t)}`).map(
        asSmall,
      ),
    )
    add(
      'who',
      node.floor === undefined
        ? 'if it cannot be told whether the rule holds, the payment waits until the records are there'
        : 'if it cannot be told whether the rule holds, the floor does not hold until the records are there',
    )
  }
  for (const text of occasionOf(node, t)) add('', text)
  const isOfResults = node.quota !== undefined || node.atMost !== undefined
  if (isOfResults && [...(t.agreement.payments?.values() ?? [])].some(({ fee }) => fee !== undefined))
    add('', 'fees are no payment for results and are outside the rule')
  if (isOfResults && (t.agreement.limits ?? []).some(({ floor }) => floor !== undefined))
    add('', 'a floor that is paid where nothing has been earned is no payment for a result and is not counted')
  if (node.quota === undefined) {
    add(
      'over',
      node.over === undefined
        ? 'the rule holds for all payments'
        : `the rule holds for payments under ${paymentHeads(node.over, t)}`,
    )
  }
  add(
    '',
    `caps, floors, deductions, quotas and roundings are applied one at a time; this rule is number ${number(position)} in the order`,
  )
  return found
}

const asSmall = (each: Draft): Draft => ({ ...each, small: true })
