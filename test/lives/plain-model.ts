/**
 * A second settlement, written plainly from the words of the reference: tariffs, limits in order, rounding, payers, and
 * what was issued before. Results, conditions and what facts say are taken as given; sums are worked out anew.
 *
 *     earned  = price × what the result counts           left = after each limit in turn, then made whole
 *     owed    = left, by share or in turn                payable = owed − issued before, per payment, payer and payee
 *
 * It is slow and has no columns: one object an entry, one list a group. It shares only exact numbers with the core.
 */
import {
  type Exact,
  type Money,
  add,
  calendarPeriodOf,
  compare,
  divide,
  floor,
  fromBigInt,
  isZero,
  maximum,
  minimum,
  multiply,
  partsOf,
  roundTo,
  sign,
  subtract,
  sum,
  toBigInt,
} from '../../src/core/base/index.ts'
import {
  type Context,
  NOBODY,
  NO_DAY,
  Status,
  type Value,
  compileCondition,
  compileValue,
  groupNames,
  isMissing,
  rowFor,
} from '../../src/core/outcomes/index.ts'
import { type IssuedStatement, type Settled, type Statement } from '../../src/core/settlement/index.ts'
import { type Limit, type Payers, isOfOccasion } from '../../src/core/terms/index.ts'
import { type Row, type Tariff, tariffOf } from './plain-tariff.ts'

export type PlainEntry = {
  payment: string
  /** Its number in the annex. */
  order: number
  goal: string
  /** Where its result stands among those of its goal; a fee has none. */
  at: number
  /** The roster row, −1 for a group. */
  who: number
  scope: number
  agreement: number
  day: number
  earned: Exact
  /** The limit whose floor stands on it, where nothing was earned. */
  lineOf?: Limit
  /** After each limit, the last one made whole. */
  left: Exact
}

/**
 * Every result of every paid goal and what it earns, by payment, then by person, whatever version of the terms governs it.
 * The fees are those of the core, whose days they keep.
 */
export function plainEntries(settled: Settled): PlainEntry[] {
  const { outcomes, earned } = settled
  const entries: PlainEntry[] = []
  earned.payments.forEach(({ name }, order) => {
    const own: PlainEntry[] = []
    outcomes.contexts.forEach((context, version) => {
      const payment = context.agreement.payments?.get(name)
      if (payment === undefined) return
      if (payment.fee !== undefined) return void own.push(...feesOf(settled, order, version))
      const results = outcomes.results.get(payment.goal!)!
      const tariff: Tariff = tariffOf(payment, context)
      for (let at = 0; at < results.size; at++) {
        if (results.version[at] !== version) continue
        const row: Row = {
          who: results.who[at]!,
          agreement: results.agreement[at]!,
          scope: results.scope[at]!,
          day: results.day[at]!,
          previous: results.previous[at]!,
          number: results.number[at]!,
          quantity: results.quantity?.[at] ?? 0,
        }
        const amount = tariff(row, results.status[at]!)
        if (isZero(amount)) continue
        const { who, scope, agreement, day } = row
        own.push({
          payment: name,
          order,
          goal: payment.goal!,
          at,
          who,
          scope,
          agreement,
          day,
          earned: amount,
          left: amount,
        })
      }
    })
    entries.push(...own.sort((a, b) => a.who - b.who || a.at - b.at))
  })
  for (const limit of settled.context.agreement.limits ?? []) {
    if (limit.floor !== undefined) entries.push(...floorLines(limit, entries, settled))
  }
  return entries.sort((a, b) => a.order - b.order)
}

/** For everything a floor is held for and no entry is about, a line of nothing on the day it is held. */
function floorLines(limit: Limit, entries: readonly PlainEntry[], settled: Settled): PlainEntry[] {
  const { context, earned, outcomes } = settled
  const { agreement: terms, roster, to } = context
  const per = limit.per!
  const known = new Set(entriesUnder(limit, entries, context).map((entry) => groupOf(limit, entry, context)))
  const isIn = limit.who === undefined ? undefined : compileCondition(limit.who, context)
  const payments = (limit.over ?? [...(terms.payments?.keys() ?? [])]).filter((name) => terms.payments?.has(name))
  const kind = { cohort: 'cohort:named:', authority: 'authority:', track: 'track:' }[per as 'cohort']
  const lines: PlainEntry[] = []
  for (const agreement of roster.agreements.keys()) {
    const decided = payments.flatMap((name) => {
      const results = outcomes.results.get(terms.payments!.get(name)!.goal ?? '')
      return results === undefined
        ? []
        : [...results.day].slice(0, results.size).filter((day, at) => {
            return results.agreement[at] === agreement && results.status[at] !== Status.notDue && day > NO_DAY
          })
    })
    const days = per === 'date' ? decided : everyDay(terms.runs)
    const ends = days.map((day) => lastDayOf(limit, day, context)).filter((day) => day <= to)
    for (const day of [...new Set(ends)].sort((a, b) => a - b)) {
      const people = [...context.scopes[agreement]!.people].filter((who) => {
        return context.countedFrom(who) <= day && (isIn === undefined || isIn({ ...rowFor(who, agreement), day }) === 1)
      })
      const scopes = [...context.scopes.keys()].filter((scope) => {
        const { agreement: of, key } = context.scopes[scope]!
        return of === agreement && (kind === undefined ? scope === agreement : key.startsWith(kind))
      })
      for (const payment of per.startsWith('payment') ? payments : payments.slice(0, 1)) {
        for (const scope of scopes) {
          for (const who of per.startsWith('subject') ? people : [NOBODY]) {
            const order = earned.payments.findIndex(({ name }) => name === payment)
            lines.push({
              payment,
              order,
              goal: '',
              at: -1,
              who,
              scope,
              agreement,
              day,
              earned: 0,
              left: 0,
              lineOf: limit,
            })
          }
        }
      }
    }
  }
  return lines.filter((line) => {
    const key = groupOf(limit, line, context)
    return !known.has(key) && known.add(key)
  })
}

const everyDay = ({ from, through }: { from: number; through: number }): number[] =>
  Array.from({ length: through - from + 1 }, (_, at) => from + at)

/** What the core writes in the place of a result for a fee. */
const ofFee = -1

/** The lines that the core has for its own floors to stand on are no fees. */
function feesOf({ earned: { entries, payments } }: Settled, order: number, version: number): PlainEntry[] {
  return [...entries.amount.keys()].flatMap((at) => {
    if (entries.payment[at] !== order || entries.version[at] !== version || entries.result[at] !== ofFee) return []
    const [who, scope, agreement, day] = [
      entries.who[at]!,
      entries.scope[at]!,
      entries.agreement[at]!,
      entries.day[at]!,
    ]
    const amount = entries.amount[at]!
    return [
      {
        payment: payments[order]!.name,
        order,
        goal: '',
        at: -1,
        who,
        scope,
        agreement,
        day,
        earned: amount,
        left: amount,
      },
    ]
  })
}

/** By day, then as the annex has the payments, then as the entries stand. */
const inOrder = (entries: readonly PlainEntry[]): PlainEntry[] =>
  [...entries].sort((a, b) => a.day - b.day || a.order - b.order)

const leftOf = (entries: readonly PlainEntry[]): Exact => sum(entries.map(({ left }) => left))

/** Applies every limit but those on return, and makes whole what is left. */
export function plainLimits(entries: PlainEntry[], settled: Settled): void {
  const { context } = settled
  for (const limit of context.agreement.limits ?? [])
    if (limit.returnCap === undefined) plainLimit(limit, entries, context)
  plainRounding(entries, context)
}

/** The entries a limit looks at. The line its own floor stands on is among them, whomever the rule is about. */
function entriesUnder(limit: Limit, entries: readonly PlainEntry[], context: Context): PlainEntry[] {
  return entriesOver(limit, entries).filter((entry) => entry.lineOf === limit || isAbout(limit, entry, context) === 1)
}

const entriesOver = ({ over }: Limit, entries: readonly PlainEntry[]): PlainEntry[] =>
  entries.filter(({ payment }) => over === undefined || over.includes(payment))

/** Whether a rule is about whom the entry is about, on its day: never about a group if it is about some people. */
function isAbout({ who: condition }: Limit, { who, agreement, day }: PlainEntry, context: Context): Value {
  if (condition === undefined) return 1
  return who === NOBODY ? 0 : compileCondition(condition, context)({ ...rowFor(who, agreement), day })
}

function plainLimit(limit: Limit, entries: PlainEntry[], context: Context): void {
  const under = entriesUnder(limit, entries, context)
  if (limit.floor === undefined) {
    // Of whom it is not known whether the rule is about them, nothing is paid before it is.
    for (const entry of entriesOver(limit, entries)) if (isMissing(isAbout(limit, entry, context))) entry.left = 0
  }
  const groups = new Map<string, PlainEntry[]>()
  const rooms: { group: PlainEntry[]; room: Exact }[] = []
  for (const entry of under) {
    const key = groupOf(limit, entry, context)
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  for (const [key, group] of groups) {
    const room =
      limit.rest === 'next-year' ? carriedTo(limit, key, groups, context) : boundFor(limit, group[0]!, context)
    if (room !== undefined) rooms.push({ group, room })
    else if (limit.floor === undefined) for (const entry of group) entry.left = 0
  }
  for (const { group, room } of rooms) limitGroup(limit, inOrder(group), room, entries, context)
}

/** What a year has of its own and from the years before it, from the first of the agreement or of what was earned. */
function carriedTo(
  limit: Limit,
  key: string,
  groups: ReadonlyMap<string, PlainEntry[]>,
  context: Context,
): Exact | undefined {
  const { agreement } = groups.get(key)![0]!
  const years = [...groups.keys()]
    .filter((one) => one.startsWith(`${agreement} `))
    .map((one) => Number(one.split(' ')[1]))
  let left: Exact = 0
  for (let year = Math.min(yearOf(limit, context.agreement.runs.from, context), ...years); ; year++) {
    const bound = boundFor(limit, { agreement, day: firstDayOf(limit, year, context) }, context)
    if (bound === undefined) return undefined
    const room = add(bound, left)
    if (`${agreement} ${year}` === key) return room
    left = maximum(0, subtract(room, leftOf(groups.get(`${agreement} ${year}`) ?? [])))
  }
}

/** A year's first day: found from one that is well within it. */
function firstDayOf(limit: Limit, year: number, context: Context): number {
  const first = calendarPeriodOf(context.agreement.runs.from, 'year').from
  let day = first + Math.round((year - partsOf(first).year) * 365.2425) + 400
  while (yearOf(limit, day, context) > year) day--
  while (yearOf(limit, day - 1, context) === year) day--
  return day
}

/** What is asked of a limit per period is asked on the last day of the period; a factor that asks for a day, on that of the amount. */
function boundFor(
  limit: Limit,
  { agreement, day }: { agreement: number; day: number },
  context: Context,
): Exact | undefined {
  const node = limit.cap ?? limit.floor ?? limit.less ?? limit.times
  if (node === undefined) return 0
  const hasPeriod = /date|month|quarter|half-year|year/.test(limit.per ?? '')
  const asked = isByDay(limit, context) ? day : hasPeriod ? lastDayOf(limit, day, context) : context.to
  const bound = compileValue(node, context)({ ...rowFor(NOBODY, agreement), scope: agreement, day: asked })
  return isMissing(bound) ? undefined : bound
}

const isByDay = ({ times }: Limit, { agreement }: Context): boolean =>
  times !== undefined && isOfOccasion(times, agreement)

/** The name of what an entry shares a bound with; years sort in order. */
function groupOf(limit: Limit, { agreement, day, order, who, scope }: PlainEntry, context: Context): string {
  const { roster, agreement: terms } = context
  const isOfFamily = who !== NOBODY && terms.people.subject === 'family' && roster.memberOf[who]! >= 0
  const subject = who === NOBODY ? 'group' : String(isOfFamily ? roster.memberOf[who] : who)
  const period = (unit: 'month' | 'quarter' | 'half-year') => String(calendarPeriodOf(day, unit).from)
  const within = {
    subject,
    'subject-and-year': `${subject} ${yearOf(limit, day, context)}`,
    payment: String(order),
    'payment-and-year': `${order} ${yearOf(limit, day, context)}`,
    date: String(day),
    month: period('month'),
    quarter: period('quarter'),
    'half-year': period('half-year'),
    year: String(yearOf(limit, day, context)),
    cohort: groupNames(context, who, scope, 'cohort')[0] ?? '',
    authority: groupNames(context, who, scope, 'authority')[0] ?? '',
    track: groupNames(context, who, scope, 'track')[0] ?? '',
    agreement: '',
  }[isByDay(limit, context) ? 'date' : (limit.per ?? 'agreement')]
  return `${agreement} ${within}`
}

function limitGroup(
  limit: Limit,
  group: PlainEntry[],
  room: Exact,
  all: readonly PlainEntry[],
  context: Context,
): void {
  const total = leftOf(group)
  if (limit.cap !== undefined) return cut(group, subtract(total, room), limit.givesWay!, room)
  if (limit.less !== undefined) return cut(group, minimum(room, maximum(0, total)), 'latest-first', room)
  if (limit.atMost !== undefined) return keepResults(limit.atMost, group, limit.givesWay!)
  if (limit.quota !== undefined) return holdToQuota(limit, group, all, context)
  if (limit.times !== undefined) return void multiplyEach(group, room, context)
  const last = lastPaid(group)
  if (limit.floor !== undefined) {
    if (context.to >= lastDayOf(limit, group[0]!.day, context) && compare(total, room) < 0)
      last.left = add(last.left, subtract(room, total))
    return
  }
  const step = multiply(limit.round!, context.minorUnits)
  last.left = add(last.left, subtract(roundTo(total, step, limit.how!), total))
}

/** The number of the year a day is in: that in which it began. */
function yearOf({ yearFrom }: Limit, day: number, { agreement: { runs } }: Context): number {
  const first = yearFrom === 'agreement start' ? partsOf(runs.from) : (yearFrom ?? { month: 1, day: 1 })
  const parts = partsOf(day)
  return parts.month > first.month || (parts.month === first.month && parts.day >= first.day)
    ? parts.year
    : parts.year - 1
}

/** What a whole group gets or gives falls to the last that is paid, or the last of all where none is. */
const lastPaid = (group: readonly PlainEntry[]): PlainEntry =>
  group.findLast(({ left }) => !isZero(left)) ?? group.at(-1)!

/** When a floor is held: at the end of its period, or of the agreement if that comes first within it. */
function lastDayOf(limit: Limit, day: number, context: Context): number {
  const { agreement } = context
  const { per } = limit
  const { through } = agreement.runs
  if (per === undefined) return through
  if (per === 'date') return day
  const unit = per.endsWith('year') && per !== 'half-year' ? 'year' : per
  if (unit !== 'year' && unit !== 'half-year' && unit !== 'quarter' && unit !== 'month') return through
  const isIn = (one: number) => yearOf(limit, one, context) === yearOf(limit, day, context)
  let { from, until } = calendarPeriodOf(day, unit)
  if (unit === 'year') {
    for (from = until = day; isIn(from - 1);) from--
    while (isIn(until)) until++
  }
  return from <= through && through < until ? through : until - 1
}

/** Takes so much off what is paid, from the last, the first, or from all in proportion. */
function cut(group: PlainEntry[], much: Exact, from: NonNullable<Limit['givesWay']>, room: Exact): void {
  if (compare(much, 0) <= 0) return
  const paid = group.filter(({ left }) => sign(left) > 0)
  if (from === 'in-proportion') {
    const owedBack = leftOf(group.filter(({ left }) => sign(left) < 0))
    const parts = shareOut(
      toBigInt(floor(maximum(0, subtract(room, owedBack)))),
      paid.map(({ left }) => left),
    )
    paid.forEach((entry, index) => (entry.left = fromBigInt(parts[index]!)))
    return
  }
  let rest = much
  for (const entry of from === 'latest-first' ? paid.reverse() : paid) {
    const less = minimum(rest, entry.left)
    entry.left = subtract(entry.left, less)
    rest = subtract(rest, less)
  }
}

/** Every amount times the factor; an amount is rounded by itself where the terms round each. */
function multiplyEach(group: readonly PlainEntry[], factor: Exact, { agreement, minorUnits }: Context): void {
  const { of, to, how } = agreement.settlement.rounding
  for (const entry of group) {
    const amount = multiply(factor, entry.left)
    entry.left = of === 'each-amount' ? roundTo(amount, multiply(to, minorUnits), how) : amount
  }
}

/** A result, which several payments may be for; fees, floors and what is owed back are none that is paid for. */
const resultOf = ({ goal, at }: PlainEntry): string => `${goal} ${at}`
const paidResults = (entries: readonly PlainEntry[]): Set<string> =>
  new Set(entries.filter(({ at, left }) => at >= 0 && sign(left) > 0).map(resultOf))

/** The most that n ≤ share × (n + others) allows stay. */
function holdToQuota(limit: Limit, group: PlainEntry[], all: readonly PlainEntry[], context: Context): void {
  const key = groupOf(limit, group[0]!, context)
  const others = all.filter((one) => {
    if (limit.over!.includes(one.payment) || isAbout(limit, one, context) !== 1) return false
    return groupOf(limit, one, context) === key
  })
  if (limit.by === 'money') {
    if (compare(limit.quota!, 1) >= 0) return
    const ofResults = (entries: readonly PlainEntry[]) => entries.filter(({ at }) => at >= 0)
    const beside = maximum(0, leftOf(ofResults(others)))
    const room = divide(multiply(limit.quota!, beside), subtract(1, limit.quota!))
    return cut(ofResults(group), subtract(leftOf(ofResults(group)), room), limit.givesWay!, room)
  }
  const count = paidResults(others).size
  let most = paidResults(group).size
  while (most > 0 && compare(most, multiply(limit.quota!, most + count)) > 0) most--
  keepResults(most, group, limit.givesWay!)
}

/** The results that give way are worth nothing, or all that is paid is cut to as large a share as may stay. */
function keepResults(most: number, group: PlainEntry[], givesWay: NonNullable<Limit['givesWay']>): void {
  const results = [...paidResults(group)]
  if (results.length <= most) return
  const paid = group.filter(({ at, left }) => at >= 0 && sign(left) > 0)
  if (givesWay === 'in-proportion') {
    const room = divide(multiply(most, leftOf(paid)), results.length)
    return cut(paid, subtract(leftOf(paid), room), givesWay, room)
  }
  const kept = givesWay === 'earliest-first' ? results.slice(results.length - most) : results.slice(0, most)
  for (const entry of paid) if (!kept.includes(resultOf(entry))) entry.left = 0
}

/** Largest remainder: whole parts rounded down, and one more to those that lost most, the first of equals first. */
function shareOut(total: Money, weights: readonly Exact[]): Money[] {
  const all = sum(weights)
  if (total < 0n) return shareOut(-total, weights).map((part) => -part)
  const exact = weights.map((weight) => (isZero(all) ? 0 : divide(multiply(fromBigInt(total), weight), all)))
  const parts = exact.map((part) => toBigInt(floor(part)))
  const lost = exact.map((part, index) => ({ index, rest: subtract(part, fromBigInt(parts[index]!)) }))
  lost.sort((a, b) => compare(b.rest, a.rest) || a.index - b.index)
  let left = total - parts.reduce((whole, part) => whole + part, 0n)
  for (const { index } of lost) {
    if (left <= 0n) break
    parts[index] = parts[index]! + 1n
    left -= 1n
  }
  return parts
}

/** Each amount has been rounded when it was earned; sums are rounded now, and the last entry takes the difference. */
function plainRounding(entries: PlainEntry[], context: Context): void {
  const { of, to, how } = context.agreement.settlement.rounding
  if (of === 'each-amount') {
    for (const entry of entries) entry.left = roundTo(entry.left, 1, 'down')
    return
  }
  const keys = new Set(entries.map((entry) => roundedWith(entry, of)))
  for (const key of keys) {
    const group = inOrder(entries.filter((entry) => roundedWith(entry, of) === key))
    const whole = roundTo(leftOf(group), multiply(to, context.minorUnits), how)
    const last = lastPaid(group)
    for (const entry of group) entry.left = roundTo(entry.left, 1, 'down')
    last.left = add(last.left, subtract(whole, leftOf(group)))
  }
}

const roundedWith = ({ agreement, payment }: PlainEntry, of: string): string =>
  of === 'each-payment' ? `${agreement} ${payment}` : String(agreement)

/** What each payer owes each payee of each payment, `payment payer payee` → øre. */
export type Owed = Map<string, Money>

/** Splits one agreement's entries between the payers. Who pays for which groups is taken as given. */
export function plainOwed(entries: readonly PlainEntry[], settled: Settled, paysFor: PaysFor): Owed {
  const { payers, payments } = settled.context.agreement
  const owed: Owed = new Map()
  const owe = (payment: string, payer: string, payee: string, amount: Money): void => {
    const key = `${payment} ${payer} ${payee}`
    owed.set(key, (owed.get(key) ?? 0n) + amount)
  }
  if (payers.split === 'in-turn') {
    oweInTurn(inOrder(entries), settled, paysFor, owe)
    return owed
  }
  for (const { name } of settled.earned.payments) {
    const payment = payments?.get(name) ?? settled.earned.payments.find((one) => one.name === name)!.payment
    const rows = payers.each.filter(({ over }) => over === undefined || over.includes(name))
    const sums = new Map<string, Exact>()
    for (const entry of entries.filter((one) => one.payment === name)) {
      const key = rows.map((row) => (paysFor(row, entry) ? '1' : '0')).join('')
      sums.set(key, add(sums.get(key) ?? 0, entry.left))
    }
    for (const [key, exact] of sums) {
      const sharing = rows.filter((_, at) => key[at] === '1')
      if (payment.payer !== undefined)
        owe(name, payment.payer, payment.payee ?? sharing[0]?.payee ?? '', toBigInt(exact))
      else if (sharing.length > 0) {
        const parts = shareOut(
          toBigInt(exact),
          sharing.map(({ share }) => share ?? 1),
        )
        sharing.forEach((row, at) => owe(name, row.payer, payment.payee ?? row.payee, parts[at]!))
      }
    }
  }
  return owed
}

export type PaysFor = (row: Payers['each'][number], entry: PlainEntry) => boolean

function oweInTurn(
  entries: readonly PlainEntry[],
  { context, earned: { payments } }: Settled,
  paysFor: PaysFor,
  owe: (payment: string, payer: string, payee: string, amount: Money) => void,
): void {
  const { each, beyond } = context.agreement.payers
  const used = each.map((): Exact => 0)
  for (const entry of entries) {
    let rest = entry.left
    const { payer, payee } = payments.find(({ name }) => name === entry.payment)!.payment
    if (payer !== undefined) {
      // A payment with a payer of its own is outside the turns.
      const first = each.find(({ over }) => over === undefined || over.includes(entry.payment))
      owe(entry.payment, payer, payee ?? first?.payee ?? '', toBigInt(rest))
      continue
    }
    const isForIt = (row: Payers['each'][number]): boolean =>
      (row.over === undefined || row.over.includes(entry.payment)) && paysFor(row, entry)
    const lastOfIt = each.findLast(isForIt)
    each.forEach((row, index) => {
      if (!isForIt(row) || isZero(rest)) return
      const isOpen = row.upTo === undefined || (row === lastOfIt && beyond === 'last-payer')
      const room = isOpen ? rest : maximum(0, subtract(multiply(row.upTo!, context.minorUnits), used[index]!))
      const pays = isOpen ? rest : minimum(rest, room)
      used[index] = add(used[index]!, pays)
      rest = subtract(rest, pays)
      owe(entry.payment, row.payer, payee ?? row.payee, toBigInt(pays))
    })
  }
}

/**
 * What earlier statements asked for, `payment payer payee` → øre: those made to a day on or before *to* and before *known
 * at*. One that is on file and was made on that day or later was not there yet.
 */
export function plainPaid(issued: readonly IssuedStatement[], { agreement, to, knownAt }: Statement): Owed {
  const paid: Owed = new Map()
  for (const { lines, ...made } of issued) {
    if (made.to > to || made.knownAt >= knownAt) continue
    for (const { payment, payer, payee, payable, agreement: of } of lines) {
      const key = `${payment} ${payer} ${payee}`
      if (of === agreement) paid.set(key, (paid.get(key) ?? 0n) + payable)
    }
  }
  return paid
}
