/**
 * The order of payment among classes: what comes in is paid to the first order until it has its due, then to the next.
 *
 *     due of a class = unpaid coupon + principal outstanding
 *     coupon of a day = principal × rate ÷ 365, and of the overdue coupon too where it bears interest
 *
 * Within an order, money is shared by principal or by what is due, and never gives a class more than its due. What is
 * left when all have theirs is surplus, and goes by the shares the terms state.
 *
 * A coupon falls due on days of its own, whether or not there is a payment that day: from then on what is not paid of it bears
 * interest, or is lost. A payment between two such days covers what has run so far.
 *
 * The case that surprises: a coupon is an exact fraction and only whole øre of it are paid, so that a part of an øre stays due. And
 * what is taken back is due again.
 */
import {
  type Day,
  type Exact,
  type Money,
  add,
  apportion,
  floor,
  fraction,
  fromBigInt,
  maximum,
  multiply,
  subtract,
  toBigInt,
} from '../base/index.ts'
import { least, sumOf } from './sums.ts'

export type ClassTerms = {
  name: string
  party: string
  /** 1 is paid first. */
  order: number
  /** What is due without having been drawn, as a deferred fee; for others, the money drawn is. */
  fee: Money
  yearlyRate: Exact
  unpaidCoupon: 'stands-over' | 'bears-interest' | 'lapses'
  /** The days the coupon falls due; where it stands over without interest, they decide nothing. */
  couponDays: readonly Day[]
  paysFirst: 'coupon' | 'principal'
  within: 'by-principal' | 'by-due'
  surplus: Exact
}

export type ClassState = {
  readonly terms: ClassTerms
  principal: Money
  /** What has run and is not paid: all of it, and the part that fell due and bears interest. */
  coupon: Exact
  overdue: Exact
  countedUntil: Day
  paidCoupon: Money
  paidPrincipal: Money
  paidSurplus: Money
}

export type ClassPayment = { name: string; party: string; coupon: Money; principal: Money; surplus: Money }

export function openClass(terms: ClassTerms, from: Day): ClassState {
  const nothing = { coupon: 0, overdue: 0, paidCoupon: 0n, paidPrincipal: 0n, paidSurplus: 0n } as const
  return { terms, principal: terms.fee, countedUntil: from, ...nothing }
}

/** A yearly rate of an amount from one day to another: the first counts, the last does not, and each is a 365th of a year. */
export const interestOf = (amount: Exact, yearlyRate: Exact, from: Day, to: Day): Exact =>
  multiply(multiply(amount, yearlyRate), fraction(to - from, 365))

/** Adds the coupon of the days since it was last counted. */
export function countCoupon(state: ClassState, day: Day): void {
  if (day <= state.countedUntil) return
  const base = add(fromBigInt(state.principal), state.overdue)
  state.coupon = add(state.coupon, interestOf(base, state.terms.yearlyRate, state.countedUntil, day))
  state.countedUntil = day
}

/** At the end of a day on which coupons fall due, after the payments of that day. */
export function dueCoupon(state: ClassState, day: Day): void {
  if (!state.terms.couponDays.includes(day)) return
  countCoupon(state, day)
  if (state.terms.unpaidCoupon === 'lapses') state.coupon = 0
  if (state.terms.unpaidCoupon === 'bears-interest') state.overdue = state.coupon
}

const nothingPaid = ({ terms: { name, party } }: ClassState): ClassPayment => {
  return { name, party, coupon: 0n, principal: 0n, surplus: 0n }
}

/** Pays an amount through the order on a day. Gives what each class got, and what none was due. */
export function payThrough(
  classes: readonly ClassState[],
  amount: Money,
  day: Day,
): { payments: ClassPayment[]; left: Money } {
  for (const state of classes) countCoupon(state, day)
  const payments = new Map(classes.map((state) => [state.terms.name, nothingPaid(state)]))
  let left = amount
  const orders = [...new Set(classes.map(({ terms }) => terms.order))].sort((a, b) => a - b)
  for (const order of orders) {
    const level = classes.filter(({ terms }) => terms.order === order)
    const shares = shareWithin(level, left)
    for (const [index, state] of level.entries()) {
      payClass(state, shares[index]!, payments.get(state.terms.name)!)
      left -= shares[index]!
    }
  }
  left -= paySurplus(classes, left, payments)
  return { payments: [...payments.values()], left }
}

/**
 * Takes an amount back from the classes on a day, in the reverse of the order in which they were paid: the surplus, then the last order,
 * and the first order last. Gives what each class gave, and what none of them had got.
 */
export function takeBack(
  classes: readonly ClassState[],
  amount: Money,
  day: Day,
): { payments: ClassPayment[]; left: Money } {
  for (const state of classes) countCoupon(state, day)
  const payments = classes.map(nothingPaid)
  const takeBy = (got: readonly Money[], most: Money, take: (state: ClassState, part: Money, at: number) => void) => {
    const taken = least(sumOf(got), most)
    if (taken === 0n) return most
    for (const [at, part] of apportion(taken, got.map(fromBigInt)).entries()) take(classes[at]!, part, at)
    return most - taken
  }
  let left = takeBy(
    classes.map(({ paidSurplus }) => paidSurplus),
    amount,
    (state, part, at) => {
      state.paidSurplus -= part
      payments[at]!.surplus += part
    },
  )
  for (const order of [...new Set(classes.map(({ terms }) => terms.order))].sort((a, b) => b - a)) {
    const got = classes.map(({ terms, paidCoupon, paidPrincipal }) =>
      terms.order === order ? paidCoupon + paidPrincipal : 0n,
    )
    left = takeBy(got, left, (state, part, at) => takeFromClass(state, part, payments[at]!))
  }
  return { payments, left }
}

/** What was paid last is taken first: the principal where the coupon was paid first. What is taken back is due again. */
function takeFromClass(state: ClassState, part: Money, payment: ClassPayment): void {
  const { paysFirst } = state.terms
  const last = paysFirst === 'coupon' ? state.paidPrincipal : state.paidCoupon
  const first = least(part, last)
  const [coupon, principal] = paysFirst === 'coupon' ? [part - first, first] : [first, part - first]
  state.coupon = add(state.coupon, fromBigInt(coupon))
  if (state.terms.unpaidCoupon === 'bears-interest') state.overdue = add(state.overdue, fromBigInt(coupon))
  state.principal += principal
  state.paidCoupon -= coupon
  state.paidPrincipal -= principal
  payment.coupon += coupon
  payment.principal += principal
}

const dueOf = (state: ClassState): Money => toBigInt(floor(state.coupon)) + state.principal

/** Divides what there is within an order; what one class is not due goes to the others. */
function shareWithin(level: readonly ClassState[], available: Money): Money[] {
  const shares = level.map(() => 0n)
  const due = level.map(dueOf)
  let left = available
  for (;;) {
    const open = level.flatMap((state, index) => {
      const weight = state.terms.within === 'by-principal' ? state.principal : due[index]!
      return shares[index]! < due[index]! ? [{ index, weight: weight > 0n ? weight : 1n }] : []
    })
    if (left === 0n || open.length === 0) return shares
    const parts = apportion(
      left,
      open.map(({ weight }) => fromBigInt(weight)),
    )
    for (const [at, { index }] of open.entries()) {
      const room = due[index]! - shares[index]!
      const part = parts[at]! < room ? parts[at]! : room
      shares[index]! += part
      left -= part
    }
  }
}

function payClass(state: ClassState, share: Money, payment: ClassPayment): void {
  const couponDue = toBigInt(floor(state.coupon))
  const firstDue = state.terms.paysFirst === 'coupon' ? couponDue : state.principal
  const first = least(share, firstDue)
  const [coupon, principal] = state.terms.paysFirst === 'coupon' ? [first, share - first] : [share - first, first]
  state.coupon = subtract(state.coupon, fromBigInt(coupon))
  // The coupon that fell due first is paid first.
  state.overdue = maximum(0, subtract(state.overdue, fromBigInt(coupon)))
  state.principal -= principal
  state.paidCoupon += coupon
  state.paidPrincipal += principal
  payment.coupon += coupon
  payment.principal += principal
}

/** Gives what was shared out. Shares add up to the whole at most; what they leave belongs to nobody here. */
function paySurplus(classes: readonly ClassState[], left: Money, payments: Map<string, ClassPayment>): Money {
  const shared = classes.map(({ terms }) => terms.surplus)
  const all = shared.reduce<Exact>((sum, share) => add(sum, share), 0)
  const most = toBigInt(floor(multiply(fromBigInt(left), all)))
  if (most === 0n) return 0n
  for (const [index, part] of apportion(most, shared).entries()) {
    const state = classes[index]!
    state.paidSurplus += part
    payments.get(state.terms.name)!.surplus += part
  }
  return most
}
