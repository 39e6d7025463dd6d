/**
 * A fund: several investors who have promised money, several projects that use it, and what comes back.
 *
 *     a project's outlay    ─► what the fund has, where receipts are used for outlays ─► a call on the investors
 *     a project's receipt   ─► paid out to the investors, or kept for the next outlay
 *
 * A call is divided by what each has promised, or taken from the first until they have given all; a distribution by what each has
 * paid in, or has promised. What nobody has promised is a shortfall, and is told. On one day receipts come before outlays.
 *
 * Where some bear the first loss, what comes back goes first to the others until they have got back what they have paid in, then to
 * those some until they have, and only then to all:
 *
 *     a has paid 60, b 30 and bears the first loss      70 comes back: a 60, b 10          105: a 60, b 30, then a 10, b 5
 *
 * What a project was paid too much and is corrected for lowers what comes in that day; only what exceeds it is found as an outlay is.
 *
 * The case that surprises: kept receipts are paid out on the fund's last day, so that a fund under way can hold money that no
 * investor has seen.
 */
import { type DatedAmount, type Day, type Exact, type Money, apportion, divide, fromBigInt } from '../base/index.ts'
import { type Flow, type Return, isCorrection, returnOn } from './irr.ts'

export type FundProject = {
  name: string
  committed: Money
  /** From the fund's side: outlays below zero, receipts above. */
  flows: readonly Flow[]
  /** What the project is counted under: its municipality, provider and area. */
  tags: Readonly<Record<FundTag, string>>
}

export const fundTags = ['municipality', 'provider', 'area'] as const
export type FundTag = (typeof fundTags)[number]

export type Fund = {
  closes: Day
  investors: readonly { name: string; committed: Money }[]
  calls: 'by-commitment' | 'in-turn'
  distributions: 'by-paid-in' | 'by-commitment'
  receipts: 'paid-out' | 'used-for-outlays'
  /** The investors who bear a loss before the others; nobody where there are none. */
  firstLoss?: readonly string[]
  projects: readonly FundProject[]
}

export type FundInvestor = {
  name: string
  committed: Money
  /** Calls below zero, distributions above. */
  flows: DatedAmount[]
  uncalled: Money
  return: Return
}

export type Concentration = {
  tag: FundTag
  /** Largest first: how much is promised to it, and its share of all that is promised. */
  rows: { name: string; committed: Money; share: Exact; projects: number }[]
}

export type FundAccount = {
  investors: FundInvestor[]
  projects: { name: string; return: Return }[]
  concentration: Concentration[]
  committed: Money
  promised: Money
  /** Kept for the next outlay. */
  cash: Money
  shortfall: Money
  together: Return
}

/** The fund's account to a day: only money that has moved by then counts. */
export function settleFund(fund: Fund, asOf: Day): FundAccount {
  const { flows, paidIn, cash, shortfall } = moveMoney(fund, asOf)
  return { ...overview(fund, asOf), ...investorsOf(fund, flows, paidIn), cash, shortfall }
}

/** Only what each investor pays and gets, in the order of the fund: for whoever settles it many times. */
export function fundFlows(fund: Fund, asOf: Day): DatedAmount[][] {
  return moveMoney(fund, asOf).flows
}

type Moved = { flows: DatedAmount[][]; paidIn: Money[]; cash: Money; shortfall: Money }

function moveMoney(fund: Fund, asOf: Day): Moved {
  const paidIn = fund.investors.map(() => 0n)
  const got = fund.investors.map(() => 0n)
  const ranks = ranksOf(fund)
  const flows = fund.investors.map((): DatedAmount[] => [])
  let [cash, shortfall] = [0n, 0n]
  const distribute = (amount: Money, day: Day) => {
    const weights = fund.distributions === 'by-paid-in' ? paidIn : fund.investors.map(({ committed }) => committed)
    if (amount === 0n || weights.every((weight) => weight === 0n)) return amount
    const parts = weights.map(() => 0n)
    let left = amount
    for (const rank of ranks) {
      const lacking = rank.map((bears, index) =>
        bears && paidIn[index]! > got[index]! ? paidIn[index]! - got[index]! : 0n,
      )
      left -= addTo(parts, smaller(left, sumOf(lacking)), lacking)
    }
    addTo(parts, left, weights)
    for (const [index, part] of parts.entries()) {
      got[index]! += part
      if (part !== 0n) flows[index]!.push({ day, amount: part })
    }
    return 0n
  }
  const call = (amount: Money, day: Day) => {
    const room = fund.investors.map(({ committed }, index) => committed - paidIn[index]!)
    const possible = room.reduce((sum, each) => sum + each, 0n)
    const called = amount < possible ? amount : possible
    shortfall += amount - called
    for (const [index, part] of divideCall(fund, called, room).entries()) {
      if (part === 0n) continue
      paidIn[index]! += part
      flows[index]!.push({ day, amount: -part })
    }
  }
  for (const [day, { received, spent }] of daysOf(fund, asOf)) {
    if (fund.receipts === 'paid-out') cash = distribute(cash + received, day)
    else cash += received
    const fromCash = cash < spent ? cash : spent
    cash -= fromCash
    if (spent > fromCash) call(spent - fromCash, day)
    if (day === fund.closes) cash = distribute(cash, day)
  }
  return { flows, paidIn, cash, shortfall }
}

/** Who is made whole, in turn: first those who bear no first loss. Without anybody who bears it, nobody is before another. */
function ranksOf({ investors, firstLoss = [] }: Fund): boolean[][] {
  if (firstLoss.length === 0) return []
  return [false, true].map((bears) => investors.map(({ name }) => firstLoss.includes(name) === bears))
}

/** Divides an amount among the parts, and answers it. */
function addTo(parts: Money[], amount: Money, weights: readonly Money[]): Money {
  if (amount === 0n) return 0n
  for (const [index, part] of apportion(amount, weights.map(fromBigInt)).entries()) parts[index]! += part
  return amount
}

const smaller = (one: Money, other: Money): Money => (one < other ? one : other)
const sumOf = (amounts: readonly Money[]): Money => amounts.reduce((sum, each) => sum + each, 0n)

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

function divideCall({ calls }: Fund, amount: Money, room: readonly Money[]): Money[] {
  if (amount === 0n) return room.map(() => 0n)
  // All have given the same part of their promise, so what is left stands in the same proportion; a rounded øre never exceeds it.
  if (calls === 'by-commitment') return apportion(amount, room.map(fromBigInt))
  let left = amount
  return room.map((most) => {
    const part = left < most ? left : most
    left -= part
    return part
  })
}

function investorsOf(fund: Fund, flows: readonly DatedAmount[][], paidIn: readonly Money[]) {
  const investors = fund.investors.map(({ name, committed }, index): FundInvestor => {
    const own = flows[index]!
    return { name, committed, flows: own, uncalled: committed - paidIn[index]!, return: returnOn(own) }
  })
  return { investors, together: returnOn(...flows) }
}

function overview({ investors, projects }: Fund, asOf: Day) {
  const sum = (amounts: readonly { committed: Money }[]) => amounts.reduce((all, { committed }) => all + committed, 0n)
  return {
    projects: projects.map(({ name, flows }) => ({ name, return: returnOn(flows.filter(({ day }) => day <= asOf)) })),
    concentration: fundTags.map((tag) => concentrationBy(tag, projects)),
    committed: sum(investors),
    promised: sum(projects),
  }
}

function concentrationBy(tag: FundTag, projects: readonly FundProject[]): Concentration {
  const rows = new Map<string, { name: string; committed: Money; projects: number }>()
  let all = 0n
  for (const { tags, committed } of projects) {
    const row = rows.get(tags[tag]) ?? { name: tags[tag], committed: 0n, projects: 0 }
    rows.set(row.name, { ...row, committed: row.committed + committed, projects: row.projects + 1 })
    all += committed
  }
  const share = (committed: Money): Exact => (all === 0n ? 0 : divide(fromBigInt(committed), fromBigInt(all)))
  const inOrder = [...rows.values()].sort((a, b) =>
    a.committed > b.committed ? -1 : a.committed < b.committed ? 1 : a.name < b.name ? -1 : 1,
  )
  return { tag, rows: inOrder.map((row) => ({ ...row, share: share(row.committed) })) }
}
