/**
 * How money moves in a fund, day by day: what projects pay is handed out or kept, what they cost is taken from what is kept, and the
 * rest is called. Then the fund's own securities: a cap on the return of all, and a guarantee of what is lost on the last day.
 *
 *     cap of 5 %, compounded; 100 called, 108 comes back a year later      105 to the investors, 3 above the cap
 *     recycled                                                             3 stay, and are used before anybody is called
 *     paid-out                                                             3 go to whom the fund names
 *
 * The cap is on all investors together, on what a day may bring them: the largest amount that keeps the yearly return of all they have
 * paid in and got at or below it (`largestPaymentKeepingReturn`, as for a contract). So it bites on nobody who has not all their money
 * back. What a guarantor pays is no return, and stands outside it.
 *
 * A call never exceeds what is promised, and an outlay that nobody covers is no gift: what comes in later covers it before anything is
 * paid out, called for or kept, so that the investors' gain is never more than that of the projects. On the day itself what comes in is
 * not paid out before it, either. What is left uncovered on the last day is told.
 *
 *     300 promised, 400 laid out, 250 comes back     100 uncovered, then covered first; 150 to the investors, who lose 150 as the fund
 *
 * The guarantee looks at the last day, when all else is paid out: each secured investor's loss is what was paid in less what was got.
 * Called `before-waterfall` it is handed out as any other money, so that the first loss bears last of it; `after-waterfall` it goes to
 * those it secures, by what they lost.
 *
 * The case that surprises: the cap looks at each day by itself. A project that ends well early may be cut although a later one loses,
 * and what has then been paid to somebody else does not come back. What is recycled is used for the later one first.
 */
import {
  type DatedAmount,
  type Day,
  type Money,
  apportion,
  fromBigInt,
  largestPaymentKeepingReturn,
} from '../base/index.ts'
import { type Fund } from './fund-terms.ts'
import { guaranteePays } from './guarantee.ts'
import { isCorrection } from './irr.ts'
import { least, notBelowZero, sumOf } from './sums.ts'

/** A call, below zero; a distribution, or what the guarantor pays. */
export type FundFlow = DatedAmount & { readonly reason: 'drawdown' | 'payment' | 'guarantee' }

/** What the guarantee paid on a day, of which loss and of what at most. */
export type Guaranteed = { day: Day; loss: Money; most: Money; paid: Money }

export type FundMoved = {
  /** By investor, in the order of the fund. */
  flows: FundFlow[][]
  paidIn: Money[]
  /** Kept for the next outlay, as the receipts are. */
  cash: Money
  /** Recycled from above the cap, and not used yet. */
  recycled: Money
  /** Of the outlays: what nobody has covered by the day. */
  shortfall: Money
  /** What nobody could cover when it was due, day by day, whether it has been covered since or not. */
  uncovered: DatedAmount[]
  /** What came in above the cap, day by day. */
  aboveCap: DatedAmount[]
  guaranteed: Guaranteed | undefined
}

type Books = FundMoved & {
  fund: Fund
  got: Money[]
  /** What all have paid in and got, by day, without what a guarantor paid. */
  together: DatedAmount[]
}

/** Moves the fund's money to a day: only what has moved by then counts. For whoever settles it many times. */
export function moveMoney(fund: Fund, asOf: Day): FundMoved {
  const none = () => fund.investors.map(() => 0n)
  const moved: FundMoved = {
    flows: fund.investors.map(() => []),
    paidIn: none(),
    cash: 0n,
    recycled: 0n,
    shortfall: 0n,
    uncovered: [],
    aboveCap: [],
    guaranteed: undefined,
  }
  const books: Books = { ...moved, fund, got: none(), together: [] }
  for (const [day, { received, spent }] of daysOf(fund, asOf)) {
    books.cash += received
    coverFirst(books)
    if (fund.receipts === 'paid-out') distribute(books, day, heldFor(books, spent))
    spend(books, spent, day)
    if (day >= fund.closes) distribute(books, day)
    if (day === fund.closes) callGuarantee(books, day)
  }
  const { flows, paidIn, cash, recycled, shortfall, uncovered, aboveCap, guaranteed } = books
  return { flows, paidIn, cash, recycled, shortfall, uncovered, aboveCap, guaranteed }
}

/** What comes in and goes out each day, in order; the last day is always one of them. */
function daysOf({ projects, closes }: Fund, asOf: Day): [Day, { received: Money; spent: Money }][] {
  const days = new Map<Day, { received: Money; spent: Money }>()
  const on = (day: Day) => {
    const found = days.get(day) ?? { received: 0n, spent: 0n }
    days.set(day, found)
    return found
  }
  for (const flow of projects.flatMap(({ flows }) => flows)) {
    const { day, amount } = flow
    if (day > asOf) continue
    if (amount > 0n || isCorrection(flow)) on(day).received += amount
    else on(day).spent -= amount
  }
  for (const [day, { received, spent }] of days)
    if (received < 0n) days.set(day, { received: 0n, spent: spent - received })
  if (closes <= asOf) on(closes)
  return [...days].sort(([a], [b]) => a - b)
}

// Out to the investors

/** Hands out what is kept, less what is held for the day's outlays, as far as the cap lets it; it stays where nobody has a part in it yet. */
function distribute(books: Books, day: Day, held: Money = 0n): void {
  const { fund } = books
  const cash = books.cash - held
  if (cash === 0n || weightsOf(books).every((weight) => weight === 0n)) return
  books.cash = held
  const paid = underCap(books, cash, day)
  if (paid < cash) {
    books.aboveCap.push({ day, amount: cash - paid })
    if (fund.returnCap?.rest === 'recycled') books.recycled += cash - paid
  }
  pay(books, divide(books, paid), day, 'payment')
  addOn(books.together, day, paid)
}

function weightsOf({ fund, paidIn }: Books): readonly Money[] {
  return fund.distributions === 'by-paid-in' ? paidIn : fund.investors.map(({ committed }) => committed)
}

/** What of an amount the cap lets all investors together have on a day. */
function underCap({ fund, together }: Books, amount: Money, day: Day): Money {
  const { returnCap, investors, from } = fund
  if (returnCap === undefined) return amount
  const received = together.filter((flow) => flow.amount > 0n)
  const first = Math.min(from, day, ...together.map((flow) => flow.day))
  const promised = { day: first, amount: -sumOf(investors.map(({ committed }) => committed)) }
  const flowsBefore = returnCap.on === 'committed-money' ? [promised, ...received] : together
  // Nothing can be above a cap before all that counts as put in has come back, whatever the rate.
  if (amount <= -sumOf(flowsBefore.map((flow) => flow.amount))) return amount
  const most = largestPaymentKeepingReturn({
    flowsBefore,
    payDay: day,
    yearlyCap: returnCap.rate,
    compounding: returnCap.counted === 'simple' ? 'simple' : 'yearly-compound',
    dayCount: 'actual/365',
  })
  return least(amount, most)
}

/** Divides an amount: first to those who lack of what they paid in, in turn, and then to all. */
function divide(books: Books, amount: Money): Money[] {
  const { fund, paidIn, got } = books
  const parts = fund.investors.map(() => 0n)
  let left = amount
  for (const rank of ranksOf(fund)) {
    const lacking = rank.map((bears, index) => (bears ? notBelowZero(paidIn[index]! - got[index]!) : 0n))
    left -= addTo(parts, least(left, sumOf(lacking)), lacking)
  }
  addTo(parts, left, weightsOf(books))
  return parts
}

/** Who is made whole, in turn: first those who bear no first loss. Without anybody who bears it, nobody is before another. */
function ranksOf({ investors, firstLoss = [] }: Fund): boolean[][] {
  if (firstLoss.length === 0) return []
  return [false, true].map((bears) => investors.map(({ name }) => firstLoss.includes(name) === bears))
}

function pay({ flows, got }: Books, parts: readonly Money[], day: Day, reason: FundFlow['reason']): void {
  for (const [index, part] of parts.entries()) {
    got[index]! += part
    if (part !== 0n) flows[index]!.push({ day, amount: part, reason })
  }
}

// In from the investors

/** Covers with what has come in what nobody has covered before. */
function coverFirst(books: Books): void {
  const covered = least(books.cash, books.shortfall)
  books.cash -= covered
  books.shortfall -= covered
}

/** What of the money in the fund the day's outlays need, because neither what is recycled nor what may be called covers them. */
function heldFor(books: Books, spent: Money): Money {
  return least(books.cash, notBelowZero(spent - books.recycled - sumOf(roomOf(books))))
}

const roomOf = ({ fund, paidIn }: Books): Money[] =>
  fund.investors.map(({ committed }, index) => committed - paidIn[index]!)

/** Pays for what projects cost: from what is kept, then from what is recycled, and then by a call. */
function spend(books: Books, amount: Money, day: Day): void {
  const fromCash = least(books.cash, amount)
  const recycled = least(books.recycled, amount - fromCash)
  books.cash -= fromCash
  books.recycled -= recycled
  const called = amount - fromCash - recycled
  if (called > 0n) call(books, called, day)
}

function call(books: Books, amount: Money, day: Day): void {
  const { fund, flows, paidIn } = books
  const room = roomOf(books)
  const called = least(amount, sumOf(room))
  books.shortfall += amount - called
  addOn(books.uncovered, day, amount - called)
  for (const [index, part] of divideCall(fund, called, room).entries()) {
    if (part === 0n) continue
    paidIn[index]! += part
    flows[index]!.push({ day, amount: -part, reason: 'drawdown' })
  }
  addOn(books.together, day, -called)
}

function divideCall({ calls }: Fund, amount: Money, room: readonly Money[]): Money[] {
  if (amount === 0n) return room.map(() => 0n)
  // All have given the same part of their promise, so what is left stands in the same proportion; a rounded øre never exceeds it.
  if (calls === 'by-commitment') return apportion(amount, room.map(fromBigInt))
  let left = amount
  return room.map((most) => {
    const part = least(left, most)
    left -= part
    return part
  })
}

// The guarantee

function callGuarantee(books: Books, day: Day): void {
  const { fund, paidIn, got } = books
  const { guarantee, investors } = fund
  if (guarantee === undefined) return
  const isSecured = ({ name }: { name: string }) => guarantee.protects.length === 0 || guarantee.protects.includes(name)
  const ofSecured = (amounts: readonly Money[]) => amounts.map((each, at) => (isSecured(investors[at]!) ? each : 0n))
  const losses = ofSecured(paidIn.map((each, at) => notBelowZero(each - got[at]!)))
  const loss = sumOf(losses)
  const drawn = sumOf(ofSecured(paidIn))
  const committed = sumOf(ofSecured(investors.map((investor) => investor.committed)))
  const { paid, most } = guaranteePays(guarantee, { loss, drawn, committed })
  books.guaranteed = { day, loss, most, paid }
  if (paid === 0n) return
  const parts = guarantee.called === 'before-waterfall' ? divide(books, paid) : apportion(paid, losses.map(fromBigInt))
  pay(books, parts, day, 'guarantee')
}

// Sums

/** Divides an amount among the parts, and answers it. */
function addTo(parts: Money[], amount: Money, weights: readonly Money[]): Money {
  if (amount === 0n) return 0n
  for (const [index, part] of apportion(amount, weights.map(fromBigInt)).entries()) parts[index]! += part
  return amount
}

const addOn = (flows: DatedAmount[], day: Day, amount: Money): void => {
  if (amount !== 0n) flows.push({ day, amount })
}
