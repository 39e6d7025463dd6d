/**
 * What was paid too much and is kept takes up room: no statement pays more under a limit than what is paid in all leaves.
 *
 *     cap 900 000     owed 895 000 now, paid before 620 000 of which 11 000 is owed no longer     →   895 000 + 11 000 − 6 000 held
 *
 * It is known of each payment, payer and payee what was paid, and not for which person or year. So it counts in caps over the
 * agreement as a whole or a payment clause, and in what a payer pays in its turn; caps on less than that do not see it.
 * Nothing that was paid is asked for: a limit that was passed when it came to light stays passed, by no more than it was.
 */
import { type Money, floor, multiply, toBigInt } from '../base/index.ts'
import { type Context, isMissing } from '../outcomes/index.ts'
import { type Agreement, type Limit, type Payers } from '../terms/index.ts'
import { boundOf } from './limits.ts'
import { type StatementLine, type StatementShare } from './statement-line.ts'

/** A limit that leaves no room for all that is owed, because of what is kept. */
export type KeptRoom = {
  /** The limit's number in the order of the annex, or the payer whose own limit it is. */
  limit: number | undefined
  payer: string | undefined
  clause: string
  bound: Money
  /** What has been paid under it, this statement with it. */
  paid: Money
  /** What this statement does not pay. */
  held: Money
}

type Reach = Omit<KeptRoom, 'paid' | 'held'> & { isUnder: (payment: string, share: StatementShare) => boolean }

/** Takes off the last lines of the annex first what limits have no room for. */
export function holdForKept(
  lines: readonly StatementLine[],
  agreement: number,
  context: Context,
): { lines: StatementLine[]; rooms: KeptRoom[] } {
  const left = lines.map((line) => ({ ...line, shares: line.shares.map((share) => ({ ...share })) }))
  if (context.agreement.settlement.overpaid !== 'kept') return { lines: left, rooms: [] }
  const rooms: KeptRoom[] = []
  // What a narrow limit holds makes room under a wide one, so that nothing is held twice.
  const reaches = reachesOf(agreement, context, lines).map(({ isUnder, ...limit }) => {
    return { limit, shares: left.flatMap(({ payment, shares }) => shares.filter((share) => isUnder(payment, share))) }
  })
  for (const { limit, shares } of reaches.sort((a, b) => a.shares.length - b.shares.length)) {
    const [owed, paid] = [sumOf(shares, (share) => share.owed), sumOf(shares, paidWith)]
    // What the limits themselves leave is owed: a floor, or what the last payer pays beyond its own limit.
    const most = owed > limit.bound ? owed : limit.bound
    if (paid <= most) continue
    let rest = paid - most
    for (const share of shares.toReversed()) {
      const less = share.payable < rest ? share.payable : rest
      share.payable -= less
      rest -= less
    }
    rooms.push({ ...limit, paid: most + rest, held: paid - most - rest })
  }
  const held = left.map((line, at) => {
    const payable = sumOf(line.shares, (share) => share.payable)
    return { ...line, payable, heldForKept: lines[at]!.payable - payable }
  })
  return { lines: held, rooms }
}

/** What has been paid too much and is kept, this statement with it. */
export const keptOf = (lines: readonly StatementLine[], { settlement }: Agreement): Money =>
  settlement.overpaid !== 'kept'
    ? 0n
    : sumOf(
        lines.flatMap(({ shares }) => shares),
        (share) => (paidWith(share) > share.owed ? paidWith(share) - share.owed : 0n),
      )

const paidWith = ({ paidBefore, payable }: StatementShare): Money => paidBefore + payable

const sumOf = (shares: readonly StatementShare[], of: (share: StatementShare) => Money): Money =>
  shares.reduce((sum, share) => sum + of(share), 0n)

/** Whether what is kept counts in a cap. */
export const countsKept = ({ cap, per, who }: Limit): boolean =>
  cap !== undefined && who === undefined && (per === 'agreement' || per === 'payment')

function reachesOf(agreement: number, context: Context, lines: readonly StatementLine[]): Reach[] {
  const { limits = [], payers } = context.agreement
  const caps = limits.flatMap((limit, index): Reach[] => {
    const bound = countsKept(limit) ? boundOf(limit, context)(agreement, context.to) : undefined
    // While a cap is not known, nothing under it is owed.
    if (bound === undefined || isMissing(bound)) return []
    const known = { limit: index + 1, payer: undefined, clause: limit.clause, bound: toBigInt(floor(bound)) }
    const isOver = (payment: string) => limit.over === undefined || limit.over.includes(payment)
    if (limit.per === 'agreement') return [{ ...known, isUnder: isOver }]
    return lines
      .filter(({ payment }) => isOver(payment))
      .map(({ payment }) => ({ ...known, isUnder: (one: string) => one === payment }))
  })
  return [...caps, ...(payers.split === 'in-turn' ? turnsOf(payers, context) : [])]
}

/** What each payer pays at most in its turn, where it does not also pay what is beyond. */
function turnsOf(payers: Payers, { agreement, minorUnits }: Context): Reach[] {
  return [...new Set(payers.each.map(({ payer }) => payer))].flatMap((payer): Reach[] => {
    const rows = payers.each.filter((row) => row.payer === payer)
    const isOpen = rows.some((row) => row.upTo === undefined || (payers.beyond === 'last-payer' && isLast(row, payers)))
    if (isOpen) return []
    const bound = rows.reduce<Money>((sum, { upTo }) => sum + toBigInt(floor(multiply(upTo!, minorUnits))), 0n)
    const isUnder = (payment: string, share: StatementShare) =>
      share.payer === payer &&
      agreement.payments?.get(payment)?.payer === undefined &&
      rows.some(({ over }) => over === undefined || over.includes(payment))
    return [{ limit: undefined, payer, clause: payers.clause, bound, isUnder }]
  })
}

/** Whether no later payer takes over all that a payer pays for. */
function isLast(row: Payers['each'][number], { each }: Payers): boolean {
  const covers = (all: readonly string[] | undefined, some: readonly string[] | undefined) =>
    all === undefined || (some !== undefined && some.every((name) => all.includes(name)))
  return !each
    .slice(each.indexOf(row) + 1)
    .some((later) => covers(later.over, row.over) && covers(later.groups, row.groups))
}
