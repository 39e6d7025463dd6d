/** What holds of every settlement: sums add up, no cap is exceeded, corrections are differences, and a second model agrees. */
import { type Exact, type Money, equals, formatExact, sign, subtract, sum } from '../../src/core/base/index.ts'
import { groupNames, isMissing } from '../../src/core/outcomes/index.ts'
import { type Settled, type Statement, explainGoal, explainLine } from '../../src/core/settlement/index.ts'
import { recompute } from '../recompute.ts'
import { type Run } from './case.ts'
import { type PlainEntry, plainEntries, plainLimits, plainOwed, plainPaid } from './plain-model.ts'

const total = <T>(items: readonly T[], of: (item: T) => Money): Money => items.reduce((all, item) => all + of(item), 0n)

/** Lines add up to the statement, and payers' parts to lines. */
export function sumFaults({ settled }: Run): string[] {
  return settled.statements.flatMap((statement) => {
    const faults: string[] = []
    const same = (what: string, stated: Money, follows: Money): void => {
      if (stated !== follows) faults.push(`${what} is ${stated}, and its parts come to ${follows}`)
    }
    for (const key of ['earned', 'afterLimits', 'paidBefore', 'payable'] as const)
      same(
        key,
        statement[key],
        total(statement.lines, (line) => line[key]),
      )
    for (const line of statement.lines) {
      same(
        `paid before of ${line.payment}`,
        line.paidBefore,
        total(line.shares, (share) => share.paidBefore),
      )
      same(
        `payable of ${line.payment}`,
        line.payable,
        total(line.shares, (share) => share.payable),
      )
      const withheld = total(line.withheld, ({ amount }) => amount)
      const isWhole = settled.final.every((amount, at) =>
        equals(amount, (settled.stages.at(-1)?.after ?? settled.earned.entries.amount)[at]!),
      )
      if (isWhole) same(`after limits of ${line.payment}`, line.afterLimits, line.earned - withheld)
    }
    const owed = total(statement.lines, (line) => total(line.shares, (share) => share.owed))
    same('after limits', statement.afterLimits, owed + statement.unplaced)
    return faults
  })
}

/**
 * What was issued and what is payable come to what is owed: exactly where too much is reclaimed; never less than was
 * issued where it is kept, and no more than its limits have room for; and where it is set off, for each payer and payee together and never below nothing at a time.
 */
export function correctionFaults({ settled }: Run): string[] {
  const { overpaid } = settled.context.agreement.settlement
  return settled.statements.flatMap((statement) => {
    if (statement.heldByReturnCap > 0n) return []
    const shares = statement.lines.flatMap(({ shares: own }) => own)
    if (overpaid === 'set-off') return setOffFaults(statement)
    if (statement.lines.some(({ heldForKept }) => heldForKept > 0n)) return heldFaults(statement)
    return shares.flatMap(({ payer, payee, owed, paidBefore, payable }) => {
      const wanted = overpaid === 'kept' && owed < paidBefore ? paidBefore : owed
      return paidBefore + payable === wanted
        ? []
        : [`${payer} to ${payee}: ${paidBefore} and ${payable} is not ${wanted}`]
    })
  })
}

/** What is kept holds back what there would be too much of, never more, and asks for nothing back. */
function heldFaults(statement: Statement): string[] {
  const shares = statement.lines.flatMap(({ shares: own }) => own)
  const held = total(statement.lines, ({ heldForKept }) => heldForKept)
  const all = total(shares, ({ owed, paidBefore }) => (owed > paidBefore ? owed - paidBefore : 0n))
  const faults =
    total(shares, ({ payable }) => payable) + held === all ? [] : [`held for what is kept is ${held} of ${all}`]
  if (shares.some(({ payable }) => payable < 0n)) faults.push('what is kept is asked for')
  if (held > statement.kept) faults.push(`${held} is held for ${statement.kept} that is kept`)
  return faults
}

function setOffFaults(statement: Statement): string[] {
  const pairs = new Map<string, { owed: Money; paid: Money; payable: Money }>()
  for (const { payer, payee, owed, paidBefore, payable } of statement.lines.flatMap(({ shares }) => shares)) {
    const pair = pairs.get(`${payer} ${payee}`) ?? { owed: 0n, paid: 0n, payable: 0n }
    pairs.set(`${payer} ${payee}`, {
      owed: pair.owed + owed,
      paid: pair.paid + paidBefore,
      payable: pair.payable + payable,
    })
  }
  const carried = total([...pairs.values()], ({ owed, paid, payable }) => owed - paid - payable)
  const faults = carried === statement.carriedOver ? [] : [`carried over is ${statement.carriedOver}, not ${carried}`]
  for (const [pair, { owed, paid, payable }] of pairs) {
    const wanted = owed > paid ? owed - paid : 0n
    if (payable !== wanted) faults.push(`${pair} has ${payable} payable, not ${wanted}`)
  }
  return faults
}

/** After each cap, no group that shares it has more than it, unless nothing is left to take from. */
export function capFaults({ settled }: Run): string[] {
  return settled.stages.flatMap(({ limit, number, after, bites }) => {
    if (limit.cap === undefined) return []
    return [...bites.values()].flat().flatMap(({ key, bound, entries }) => {
      const left = Array.from(entries, (entry) => after[entry]!)
      if (isMissing(bound))
        return left.some((amount) => sign(amount) !== 0) ? [`${key} is paid under a cap nobody knows`] : []
      const more = subtract(sum(left), bound)
      const isOver = sign(more) > 0 && left.some((amount) => sign(amount) > 0)
      return isOver ? [`${key} has ${formatExact(more)} øre more than the cap of limit ${number}`] : []
    })
  })
}

/** Every node of every reason follows from its children. */
export function reasonFaults({ settled }: Run): string[] {
  const mismatches = settled.statements.flatMap((statement, agreement) => [
    ...statement.lines.flatMap((line) => recompute(explainLine(settled, statement, line))),
    ...[...settled.outcomes.results.keys()].flatMap((goal) => recompute(explainGoal(settled, goal, agreement))),
  ])
  return mismatches.map(
    ({ path, rule, stated, follows }) => `${path}: ${rule} is ${stated}, and what it shows gives ${follows}`,
  )
}

/** The plain model comes to the same entries, and to the same shares of every payer and payee. */
export function modelFaults(run: Run): string[] {
  const { settled, contract } = run
  const entries = plainEntries(settled)
  const faults = entryFaults('earned', entries, settled.earned.entries.amount, settled, ({ earned }) => earned)
  if (faults.length > 0) return faults
  plainLimits(entries, settled)
  const limited = entryFaults('left', entries, settled.final, settled, ({ left }) => left)
  return limited.length > 0 ? limited : shareFaults(entries, run, contract.issued)
}

function entryFaults(
  what: string,
  entries: readonly PlainEntry[],
  amounts: readonly Exact[],
  { earned }: Settled,
  of: (entry: PlainEntry) => Exact,
): string[] {
  if (entries.length !== amounts.length) return [`there are ${amounts.length} entries, not ${entries.length}`]
  return entries.flatMap((entry, at) => {
    const isSame = earned.entries.day[at] === entry.day && equals(of(entry), amounts[at]!)
    return isSame
      ? []
      : [`entry ${at} of ${entry.payment}: ${what} is ${formatExact(amounts[at]!)}, not ${formatExact(of(entry))}`]
  })
}

function shareFaults(entries: readonly PlainEntry[], { settled }: Run, issued: Run['contract']['issued']): string[] {
  const { context } = settled
  return settled.statements.flatMap((statement, agreement) => {
    const own = entries.filter((entry) => entry.agreement === agreement)
    const owed = plainOwed(own, settled, ({ groups }, { who, scope }) => {
      const names = groupNames(context, who, scope)
      return groups === undefined || groups.some((group) => names.includes(group))
    })
    const paid = plainPaid(issued, statement)
    const stated = new Map<string, { owed: Money; paid: Money }>()
    for (const line of statement.lines)
      for (const share of line.shares)
        stated.set(`${line.payment} ${share.payer} ${share.payee}`, { owed: share.owed, paid: share.paidBefore })
    const keys = new Set([...owed.keys(), ...paid.keys(), ...stated.keys()])
    return [...keys].flatMap((key) => {
      const [wanted, found] = [
        { owed: owed.get(key) ?? 0n, paid: paid.get(key) ?? 0n },
        stated.get(key) ?? { owed: 0n, paid: 0n },
      ]
      if (wanted.owed === found.owed && wanted.paid === found.paid) return []
      return [`${key}: ${found.owed} owed and ${found.paid} paid, not ${wanted.owed} and ${wanted.paid}`]
    })
  })
}
