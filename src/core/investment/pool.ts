/**
 * What comes in for the classes on a day, corrections set off, is paid through them; what is to go out again is taken back from them.
 *
 *     a senior and a junior class have got 100 and 60; a correction of −80 comes alone     junior −60, senior −20
 *
 * A correction larger than its day's payments is money that leaves the arrangement on that day, and somebody has had it. Those have it
 * who would not have got it, had the right amount come in: so it is taken first from what no class was due, then from the surplus, then
 * from the last order, and from the first order last; within an order by what each has got. What is taken back is due again, principal
 * and coupon each for itself, and bears interest from that day.
 *
 * It is not carried to the next payment: the class that got too much would keep the use of the money and earn its coupon on less than
 * it owes, and a correction after the last payment would be borne by nobody. Only what exceeds all that the classes have ever got waits
 * for the next payment, and stands with nobody until then.
 */
import { type Day, type Money } from '../base/index.ts'
import { type Books, move } from './books.ts'
import { least, notBelowZero } from './sums.ts'
import { type ClassPayment, payThrough, takeBack } from './waterfall.ts'

/** Books what came in for the classes on a day, in all, or what went out again; nothing where there are no classes. */
export function payPool(books: Books, pool: Money, day: Day): void {
  if (pool === 0n || books.classes.length === 0) return
  // What is owed back is paid before any class, and what no class was due goes back before any class gives.
  const setOff = books.undue < 0n ? least(notBelowZero(pool), -books.undue) : -least(notBelowZero(-pool), books.undue)
  const rest = pool - setOff
  const left = rest < 0n ? -takeFromClasses(books, -rest, day) : payToClasses(books, rest, day)
  const kept = setOff + left
  books.undue += kept
  move(books, { day, party: '', counterparty: source, amount: kept, reason: 'no-class-due', by: '', as: 'other' })
}

const source = 'payment'

/** Pays through the classes, and gives what none was due. */
function payToClasses(books: Books, amount: Money, day: Day): Money {
  if (amount === 0n) return 0n
  const { payments, left } = payThrough(books.classes, amount, day)
  for (const payment of payments) {
    const to = toClass(payment, day)
    move(books, { ...to, amount: payment.coupon, reason: 'class-coupon', as: 'return' })
    move(books, { ...to, amount: payment.principal, reason: 'class-principal', as: 'principal' })
    move(books, { ...to, amount: payment.surplus, reason: 'class-surplus', as: 'return' })
  }
  return left
}

/** Takes back from the classes, and gives what none of them had. */
function takeFromClasses(books: Books, amount: Money, day: Day): Money {
  const { payments, left } = takeBack(books.classes, amount, day)
  for (const payment of payments) {
    const from = { ...toClass(payment, day), reason: 'taken-back' } as const
    move(books, { ...from, amount: -payment.principal, as: 'principal' })
    move(books, { ...from, amount: -(payment.coupon + payment.surplus), as: 'return' })
  }
  return left
}

const toClass = ({ name, party }: ClassPayment, day: Day) => ({ day, party, counterparty: source, by: name })
