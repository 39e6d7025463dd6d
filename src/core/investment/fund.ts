/**
 * A fund: several investors who have promised money, several projects that use it, and what comes back.
 *
 *     a project's outlay    ─► what the fund has, where receipts are used for outlays ─► a call on the investors
 *     a project's receipt   ─► paid out to the investors, or kept for the next outlay
 *
 * A call is divided by what each has promised, or taken from the first until they have given all; a distribution by what each has
 * paid in, or has promised. What nobody has promised is a shortfall: later receipts cover it first. On one day receipts come before outlays.
 *
 * Where some bear the first loss, what comes back goes first to the others until they have got back what they have paid in, then to
 * those some until they have, and only then to all:
 *
 *     a has paid 60, b 30 and bears the first loss      70 comes back: a 60, b 10          105: a 60, b 30, then a 10, b 5
 *
 * A cap on the return of all, and a guarantee of what they lose, stand in `fund-money.ts`.
 *
 * What a project was paid too much and is corrected for lowers what comes in that day; only what exceeds it is found as an outlay is.
 *
 * The case that surprises: kept receipts are paid out on the fund's last day, so that a fund under way can hold money that no
 * investor has seen.
 */
import { type Day, type Exact, type Money, divide, fromBigInt } from '../base/index.ts'
import { type FundFlow, type FundMoved, moveMoney } from './fund-money.ts'
import { type Fund, type FundProject, type FundTag, fundTags } from './fund-terms.ts'
import { type Return, returnSoFar } from './irr.ts'

export type FundInvestor = {
  name: string
  committed: Money
  /** Calls below zero, distributions and what a guarantor paid above. */
  flows: FundFlow[]
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
  together: Return
} & Omit<FundMoved, 'flows' | 'paidIn'>

/** The fund's account to a day: only money that has moved by then counts. */
export function settleFund(fund: Fund, asOf: Day): FundAccount {
  const { flows, paidIn, ...moved } = moveMoney(fund, asOf)
  const isOver = asOf >= fund.closes
  return { ...overview(fund, asOf, isOver), ...investorsOf(fund, { flows, paidIn, isOver }), ...moved }
}

type MovedBy = Pick<FundMoved, 'flows' | 'paidIn'> & { isOver: boolean }

function investorsOf(fund: Fund, { flows, paidIn, isOver }: MovedBy) {
  const investors = fund.investors.map(({ name, committed }, index): FundInvestor => {
    const own = flows[index]!
    return { name, committed, flows: own, uncalled: committed - paidIn[index]!, return: returnSoFar(isOver, own) }
  })
  return { investors, together: returnSoFar(isOver, ...flows) }
}

function overview({ investors, projects }: Fund, asOf: Day, isOver: boolean) {
  const sum = (amounts: readonly { committed: Money }[]) => amounts.reduce((all, { committed }) => all + committed, 0n)
  return {
    projects: projects.map(({ name, flows }) => {
      return {
        name,
        return: returnSoFar(
          isOver,
          flows.filter(({ day }) => day <= asOf),
        ),
      }
    }),
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
