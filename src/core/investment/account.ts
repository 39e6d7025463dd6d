/**
 * The investors' account: what each puts in and gets, by date, when payments pass through the securities.
 *
 *     drawn ─► payments come in ─► to the investor named as payee, or through the classes ─► at the close: losses are secured
 *
 * On one day, drawdowns come first, then payments. A payment whose payee is an investor is theirs; any other passes through the
 * classes, where there are any, and else stays with its payee; a correction larger than its day's payments is taken back
 * (`pool.ts`). At the close the coupons of the last year are topped up, protections are paid, reserves are used, and guarantees are
 * called, each on the loss the ones before it left.
 *
 * The case that surprises: a guarantee called before the waterfall is paid into it, so a senior class may take it although the loss was
 * a junior's; one called after goes to whoever lost.
 */
import {
  type Day,
  type Money,
  type Exact,
  add,
  addYears,
  apportion,
  floor,
  fromBigInt,
  toBigInt,
} from '../base/index.ts'
import { type Books, type InstrumentResult, move, of } from './books.ts'
import { type CouponsCount, type Deal, type InstrumentOf, type Movement, type Receipt } from './instruments.ts'
import { guaranteePays } from './guarantee.ts'
import { payPool } from './pool.ts'
import { least, notBelowZero, partOf, sumOf } from './sums.ts'
import { countCoupon, dueCoupon, interestOf, openClass } from './waterfall.ts'

export type Account = { movements: Movement[]; results: InstrumentResult[]; isClosed: boolean }

export function settleAccount(deal: Deal): Account {
  const { instruments, asOf, from } = deal
  const classes = instruments.flatMap((one) => (one.kind === 'class' ? [openClass(one, from)] : []))
  const books: Books = { deal, movements: [], classes, results: new Map(), undue: 0n }
  for (const { name, kind } of instruments)
    books.results.set(name, { name, kind, amount: 0n, most: undefined, principalDue: 0n, couponDue: 0n })
  const isClosed = asOf >= deal.closes
  payReserves(books)
  const receipts = throughEscrow(books)
  const days = new Set([...deal.draws.map(({ day }) => day), ...receipts.map(({ day }) => day)])
  for (const coupon of of(books, 'coupon')) for (const { day } of couponYears(deal, coupon)) days.add(day)
  for (const { terms } of classes) for (const day of terms.couponDays) if (day < deal.closes) days.add(day)
  if (isClosed) days.add(deal.closes)
  for (const day of [...days].filter((one) => one <= asOf).sort((a, b) => a - b)) {
    draw(books, day)
    const pool = receive(
      books,
      receipts.filter((receipt) => receipt.day === day),
    )
    if (day !== deal.closes) payPool(books, pool, day)
    topUpCoupons(books, day)
    if (day === deal.closes) close(books, pool)
    for (const state of classes) dueCoupon(state, day)
  }
  refund(books)
  closeReserves(books)
  finishResults(books)
  return { movements: inOrder(books.movements), results: [...books.results.values()], isClosed }
}

const inOrder = (movements: readonly Movement[]): Movement[] => [...movements].sort((a, b) => a.day - b.day)

// Drawdowns and payments

/** What a party draws is principal of its class; where it has several, of the first that stands in the terms. */
function draw(books: Books, day: Day): void {
  for (const { party, amount } of books.deal.draws.filter((one) => one.day === day)) {
    move(books, { day, party, counterparty: '', amount: -amount, reason: 'drawdown', by: '', as: 'outlay' })
    const own = books.classes.find(({ terms }) => terms.party === party && terms.fee === 0n)
    if (own === undefined) continue
    countCoupon(own, day)
    own.principal += amount
  }
}

/** Pays investors who are payees, and gives what is to pass through the classes. */
function receive(books: Books, receipts: readonly Receipt[]): Money {
  const { deal, classes } = books
  let pool = 0n
  for (const { day, payment, payer, payee, amount } of receipts) {
    const isInvestor = deal.investors.includes(payee)
    if (!isInvestor && classes.length > 0) pool += amount
    else {
      const as = isInvestor ? 'return' : 'other'
      move(books, { day, party: payee, counterparty: payer, amount, reason: 'payment', by: payment, as })
    }
  }
  return pool
}

// Escrow

/** Payments of a payer with an escrow, cut to what the account holds; what waits is booked with its interest. */
function throughEscrow(books: Books): Receipt[] {
  const escrows = of(books, 'escrow')
  return escrows.reduce<readonly Receipt[]>(
    (receipts, escrow) => oneEscrow(books, escrow, receipts),
    books.deal.receipts,
  ) as Receipt[]
}

function oneEscrow(books: Books, escrow: InstrumentOf<'escrow'>, receipts: readonly Receipt[]): Receipt[] {
  const { from, asOf, closes } = books.deal
  const { name, party, amount, short, late, yearlyRate } = escrow
  const at = (day: Day, moved: Money, reason: Movement['reason']) =>
    move(books, { day, party, counterparty: name, amount: moved, reason, by: name, as: 'other' })
  at(from, -amount, 'escrow-in')
  let [balance, waiting, interest]: [Money, Money, Exact] = [amount, 0n, 0]
  const paid = [...receipts]
    .sort((a, b) => a.day - b.day)
    .map((receipt): Receipt => {
      if (receipt.payer !== party || receipt.amount <= 0n || receipt.day > asOf) return receipt
      const covered = least(receipt.amount, balance)
      balance -= covered
      const lacking = receipt.amount - covered
      if (lacking === 0n || short === 'payer-pays') return receipt
      waiting += lacking
      if (late === 'interest') interest = add(interest, interestOf(fromBigInt(lacking), yearlyRate, receipt.day, asOf))
      return { ...receipt, amount: covered }
    })
  const used = amount - balance
  if (asOf >= closes) at(closes, balance, 'escrow-left')
  const result = books.results.get(name)!
  Object.assign(result, { amount: used, most: amount, principalDue: waiting, couponDue: toBigInt(floor(interest)) })
  return paid
}

// The close

type Position = { party: string; putIn: Money; principalBack: Money; returns: Money }

function positionOf({ movements }: Books, party: string): Position {
  const own = movements.filter((movement) => movement.party === party)
  const total = (as: Movement['as']) => sumOf(own.filter((movement) => movement.as === as).map(({ amount }) => amount))
  return { party, putIn: -total('outlay'), principalBack: total('principal'), returns: total('return') }
}

/** What an investor has lost: its outlay less its principal back, and less its return too where that is set off. */
function lossOf(books: Books, party: string, coupons: CouponsCount): Money {
  const { putIn, principalBack, returns } = positionOf(books, party)
  return notBelowZero(putIn - principalBack - (coupons === 'set-off' ? returns : 0n))
}

function close(books: Books, pool: Money): void {
  const { closes } = books.deal
  // Guarantees called before the waterfall see the loss as it would be without them.
  const trial: Books = {
    ...books,
    movements: [...books.movements],
    classes: books.classes.map((state) => ({ ...state })),
    results: new Map([...books.results].map(([name, result]) => [name, { ...result }])),
  }
  payPool(trial, pool, closes)
  const early = of(books, 'guarantee').filter(({ called }) => called === 'before-waterfall')
  let guaranteed = 0n
  for (const guarantee of early) {
    const losses = sumOf(securedBy(books, guarantee).map((party) => lossOf(trial, party, guarantee.coupons)))
    const paid = callFor(books, guarantee, notBelowZero(losses - guaranteed))
    giveBy(books, guarantee, paid, closes)
    guaranteed += paid
  }
  payPool(books, pool + guaranteed, closes)
  for (const one of books.deal.instruments) {
    if (one.kind === 'principal-protection') protect(books, one)
    if (one.kind === 'reserve') useReserve(books, one)
    if (one.kind === 'guarantee' && one.called === 'after-waterfall') callAfter(books, one)
  }
}

function securedBy({ deal }: Books, { protects }: InstrumentOf<'guarantee'>): readonly string[] {
  return protects.length > 0 ? [...new Set(protects)] : deal.investors
}

/** What the guarantee pays of a loss, booked as its result. */
function callFor(books: Books, guarantee: InstrumentOf<'guarantee'>, loss: Money): Money {
  const { deal } = books
  const parties = securedBy(books, guarantee)
  const drawn = sumOf(
    deal.draws.filter(({ party, day }) => parties.includes(party) && day <= deal.closes).map(({ amount }) => amount),
  )
  const committed = sumOf(parties.map((party) => deal.commitments.get(party) ?? 0n))
  const { paid, most } = guaranteePays(guarantee, { loss, drawn, committed })
  const free = guarantee.unused === 'used-again' ? most - paid : 0n
  Object.assign(books.results.get(guarantee.name)!, { amount: paid, most, principalDue: free })
  return paid
}

function giveBy(books: Books, { name, party }: InstrumentOf<'guarantee'>, amount: Money, day: Day): void {
  move(books, { day, party, counterparty: name, amount: -amount, reason: 'guarantee', by: name, as: 'other' })
}

function callAfter(books: Books, guarantee: InstrumentOf<'guarantee'>): void {
  const parties = securedBy(books, guarantee)
  const losses = parties.map((party) => lossOf(books, party, guarantee.coupons))
  const paid = callFor(books, guarantee, sumOf(losses))
  giveBy(books, guarantee, paid, books.deal.closes)
  giveByLoss(books, parties, losses, paid, { counterparty: guarantee.party, reason: 'guarantee', by: guarantee.name })
}

/** Divides an amount among those who lost, in proportion to their losses. */
function giveByLoss(
  books: Books,
  parties: readonly string[],
  losses: readonly Money[],
  amount: Money,
  why: Pick<Movement, 'counterparty' | 'reason' | 'by'>,
): void {
  if (amount === 0n) return
  const parts = apportion(amount, losses.map(fromBigInt))
  for (const [index, party] of parties.entries())
    move(books, { day: books.deal.closes, party, amount: parts[index]!, as: 'principal', ...why })
}

function protect(books: Books, { name, party, share, coupons, paidBy }: InstrumentOf<'principal-protection'>): void {
  const { putIn } = positionOf(books, party)
  const paid = notBelowZero(lossOf(books, party, coupons) - (putIn - partOf(putIn, share)))
  Object.assign(books.results.get(name)!, { amount: paid, most: partOf(putIn, share) })
  const day = books.deal.closes
  move(books, { day, party, counterparty: paidBy, amount: paid, reason: 'protection', by: name, as: 'principal' })
}

// Reserves

function payReserves(books: Books): void {
  const day = books.deal.from
  for (const { name, party, amount } of of(books, 'reserve'))
    move(books, { day, party, counterparty: name, amount: -amount, reason: 'reserve-in', by: name, as: 'other' })
}

function useReserve(books: Books, { name, amount, coupons }: InstrumentOf<'reserve'>): void {
  const { investors } = books.deal
  const losses = investors.map((party) => lossOf(books, party, coupons))
  const used = least(sumOf(losses), amount)
  const result = books.results.get(name)!
  result.most = amount
  result.principalDue = used
  giveByLoss(books, investors, losses, used, { counterparty: name, reason: 'reserve-loss', by: name })
}

/** What is left goes to the reserve's party by its share, and the rest to the investors by what they put in. */
function closeReserves(books: Books): void {
  const { asOf, investors, closes } = books.deal
  for (const { name, party, amount, share, closes: day } of of(books, 'reserve')) {
    if (asOf < closes || asOf < day) continue
    const result = books.results.get(name)!
    const left = amount - result.principalDue
    const putIn = investors.map((investor) => fromBigInt(positionOf(books, investor).putIn))
    const isShared = putIn.some((each) => each !== 0)
    const own = partOf(left, share)
    const why = { day, counterparty: name, reason: 'reserve-left', by: name, as: 'other' } as const
    move(books, { ...why, party, amount: own })
    result.amount = own
    if (isShared)
      for (const [index, part] of apportion(left - own, putIn).entries())
        move(books, { ...why, party: investors[index]!, amount: part, as: 'return' })
  }
}

// Coupons and refunds

type CouponYear = { begins: Day; last: Day; day: Day }

/**
 * The guaranteed years that have ended, and the part of one that the close cuts short where parts count. A year falls due on its
 * anniversary, the day after its last; the year in which the agreement closes, that day.
 */
function couponYears({ from, asOf, closes }: Deal, { years, partYear }: InstrumentOf<'coupon'>): CouponYear[] {
  return Array.from({ length: years }, (_, year) => year).flatMap((year): CouponYear[] => {
    const begins = addYears(from, year)
    const anniversary = addYears(from, year + 1)
    const last = Math.min(anniversary - 1, closes)
    const day = Math.min(anniversary, closes)
    const isWhole = anniversary - 1 <= closes || partYear === 'by-days'
    return begins <= closes && isWhole && day <= asOf ? [{ begins, last, day }] : []
  })
}

/** What is guaranteed for the year that ends on the day, beside or instead of what was paid in it. */
function topUpCoupons(books: Books, day: Day): void {
  for (const coupon of of(books, 'coupon')) {
    const { name, party, against, paidBy } = coupon
    for (const year of couponYears(books.deal, coupon).filter((one) => one.day === day)) {
      const got = paidWithin(books, party, year.begins, year.last)
      const guaranteed = couponOf(books, coupon, year.begins, day)
      const extra = against === 'highest' ? notBelowZero(guaranteed - got) : guaranteed
      books.results.get(name)!.amount += got + extra
      move(books, { day, party, counterparty: paidBy, amount: extra, reason: 'coupon', by: name, as: 'return' })
    }
  }
}

function paidWithin({ movements }: Books, party: string, from: Day, through: Day): Money {
  const got = movements.filter(
    (one) => one.party === party && one.reason === 'payment' && one.day >= from && one.day <= through,
  )
  return sumOf(got.map(({ amount }) => amount))
}

/** The rate of the money put in, less what was paid back, for the days it was in: counted as the coupon of a class is. */
function couponOf({ movements }: Books, { party, yearlyRate }: InstrumentOf<'coupon'>, from: Day, due: Day): Money {
  let owed: Exact = 0
  for (const { day, amount, as } of movements.filter((one) => one.party === party && one.day < due)) {
    if (as !== 'outlay' && as !== 'principal') continue
    owed = add(owed, interestOf(fromBigInt(-amount), yearlyRate, Math.max(day, from), due))
  }
  return toBigInt(floor(owed))
}

/** A share of the outlay, less what the party got otherwise where that is set off; at the close. */
function refund(books: Books): void {
  const { closes, asOf } = books.deal
  for (const { name, party, share, grants, paidBy } of of(books, 'refund')) {
    if (asOf < closes) continue
    const { putIn, principalBack, returns } = positionOf(books, party)
    const due = partOf(putIn, share) - (grants === 'set-off' ? principalBack + returns : 0n)
    const paid = notBelowZero(due)
    books.results.get(name)!.amount = paid
    const day = closes
    move(books, { day, party, counterparty: paidBy, amount: paid, reason: 'refund', by: name, as: 'principal' })
  }
}

// What stands at the end

function finishResults(books: Books): void {
  const { deal, classes } = books
  for (const state of classes) {
    countCoupon(state, Math.min(deal.asOf, deal.closes))
    const { paidCoupon, paidPrincipal, paidSurplus } = state
    const result = books.results.get(state.terms.name)!
    result.amount = paidCoupon + paidPrincipal + paidSurplus
    result.principalDue = state.principal
    result.couponDue = toBigInt(floor(state.coupon))
  }
  for (const { name, party, amount } of of(books, 'recycling')) {
    const back = positionOf(books, party).principalBack + positionOf(books, party).returns
    Object.assign(books.results.get(name)!, { amount: least(back, amount), most: amount })
  }
}
