/**
 * Why a krone is paid, or not: from a statement line through its entries and limits to results and facts.
 *
 *     line 180 000 = after limits 756 000 − paid before 576 000
 *       entry 72 000: price × result, cut by a limit or not
 *         result: met → … → fact, file and row
 */
import { type Exact, type Fact, add, formatExact } from '../base/index.ts'
import {
  type Context,
  type GoalResults,
  type Reason,
  type Row,
  type Value,
  dayOrUnknown,
  explain,
  explainReferred,
  explainResult,
  isMissing,
  rowFor,
  valueText,
  NOBODY,
} from '../outcomes/index.ts'
import { type Limit, type Payment, wayOfLimit } from '../terms/index.ts'
import { type Settled, type Statement } from './statement.ts'
import { type StatementLine } from './statement-line.ts'
import { compileRule, contextOf, entriesOf, limitOfLine, standOn, standOnFee } from './entries.ts'
import { compileReckoned, quantitiesSoFar, resultsSoFar, withQuantity } from './reckoned.ts'

const node = (rule: string, value: string, path: string, inputs: Record<string, Fact>, children: Reason[]): Reason => ({
  rule,
  value,
  unit: 'money',
  path,
  at: undefined,
  inputs,
  children,
})

/** Why a line of a statement is what it is. Amounts are in minor units. */
export function explainLine(settled: Settled, statement: Statement, line: StatementLine): Reason {
  const agreement = settled.context.roster.agreements.indexOf(statement.agreement)
  const index = settled.earned.payments.findIndex(({ name }) => name === line.payment)
  const entries = [...entriesOf(settled.earned.entries, agreement)].filter(
    (entry) => settled.earned.entries.payment[entry] === index,
  )
  const path = `terms.payments.${line.payment}`
  const afterLimits = node(
    'after-limits',
    String(line.afterLimits),
    path,
    { entries: entries.length },
    entries.map((entry) => explainEntry(settled, entry)),
  )
  const before = settled.takenOff.flatMap((earlier) =>
    earlier.lines
      .filter((paid) => paid.payment === line.payment && paid.agreement === statement.agreement)
      .map((paid) =>
        node(
          'paid',
          String(paid.payable),
          path,
          { statement: earlier.name, to: dayOrUnknown(earlier.to), payer: paid.payer, payee: paid.payee },
          [],
        ),
      ),
  )
  const paidBefore = node('paid-before', String(line.paidBefore), path, {}, before)
  const adjustment = line.payable + line.heldForKept - (line.afterLimits - line.paidBefore)
  const { overpaid } = settled.context.agreement.settlement
  const rest = [
    ...(adjustment === 0n ? [] : [node('adjustment', String(adjustment), path, { overpaid }, [])]),
    ...(line.heldForKept === 0n ? [] : [node('held-for-kept', String(-line.heldForKept), path, {}, [])]),
  ]
  const shares = line.shares.map((share) =>
    node(
      'share',
      String(share.payable),
      path,
      { payer: share.payer, payee: share.payee, owed: share.owed, paidBefore: share.paidBefore },
      [],
    ),
  )
  return {
    ...node(
      'statement-line',
      String(line.payable),
      path,
      { payment: line.payment, clause: line.clause, shares: shares.map((share) => share.value) },
      [afterLimits, paidBefore, ...rest],
    ),
    at: settled.context.agreement.payments?.get(line.payment)?.at,
  }
}

/** Why an entry is worth what it is, before and after each limit. */
export function explainEntry(settled: Settled, entry: number): Reason {
  const { entries, payments } = settled.earned
  const { name } = payments[entries.payment[entry]!]!
  const version = entries.version[entry]!
  const plain = settled.outcomes.contexts[version]!
  const payment = plain.agreement.payments!.get(name)!
  const context = contextOf(payment, plain)
  const resultIndex = entries.result[entry]!
  const results = payment.goal === undefined ? undefined : settled.outcomes.results.get(payment.goal)
  if (limitOfLine(resultIndex) !== undefined) return explainFloorLine(settled, entry, payment, context)
  const row = rowFor(NOBODY, entries.agreement[entry]!)
  if (results !== undefined && resultIndex >= 0) standOn(row, results, resultIndex)
  else standOnFee(row, payment, context, entries.day[entry]!, entries.amount[entry]!)
  const isSoFar = payment.reckoned !== undefined && payment.reckoned !== 'each-date' && results !== undefined
  const children = isSoFar ? [explainReckoned(payment, context, row, results)] : explainRule(payment, context, row)
  if (payment.onlyIf !== undefined) children.push(explain(payment.onlyIf, context)(row))
  if (payment.goal !== undefined && resultIndex >= 0)
    children.push(explainResult(settled.outcomes, payment.goal, resultIndex))
  return explainEarned(settled, entry, payment, context, { per: isSoFar ? 'amount' : wayOf(payment), children })
}

/** Where a floor is held and nothing was earned, there is a line for it to stand on. */
function explainFloorLine(settled: Settled, entry: number, payment: Payment, context: Context): Reason {
  return explainEarned(settled, entry, payment, context, { per: 'floor', children: [] })
}

/** How each amount by itself is rounded. */
function roundingOf({ agreement, minorUnits }: Context) {
  const { of, how, to } = agreement.settlement.rounding
  return { rounding: of === 'each-amount' ? how : 'none', step: formatExact(to), minorUnits }
}

type EarnedBy = { per: 'met' | 'unit' | 'fee' | 'amount' | 'floor'; children: Reason[] }

function explainEarned(
  settled: Settled,
  entry: number,
  payment: Payment,
  context: Context,
  { per, children }: EarnedBy,
): Reason {
  const { entries, payments } = settled.earned
  const who = entries.who[entry]!
  const inputs = { per, ...roundingOf(context) }
  const earned = {
    ...node('earned', formatExact(entries.amount[entry]!), payment.path, inputs, children),
    at: payment.at,
  }
  const about = {
    who: who !== NOBODY ? context.roster.idOf(who) : context.scopes[entries.scope[entry]!]!.key,
    day: dayOrUnknown(entries.day[entry]!),
    payment: payments[entries.payment[entry]!]!.name,
  }
  const whole = node('entry', formatExact(settled.final[entry]!), payment.path, about, [
    earned,
    ...cutReasons(settled, entry),
  ])
  return { ...whole, at: payment.at }
}

const hasBound = ({ cap, floor, less, times }: Limit): boolean => (cap ?? floor ?? less ?? times) !== undefined

function wayOf({ perMet, perUnit, fee }: Payment): 'met' | 'unit' | 'fee' | 'amount' {
  return perMet !== undefined ? 'met' : perUnit !== undefined ? 'unit' : fee !== undefined ? 'fee' : 'amount'
}

/** The price, and where it is a price of each unit, how many there are. */
function explainRule(payment: Payment, context: Context, row: Row): Reason[] {
  const price = explain((payment.perMet ?? payment.perUnit ?? payment.amount ?? payment.fee)!, context)(row)
  if (payment.perUnit === undefined) return [price]
  const path = context.goal?.quantity?.path ?? payment.path
  const quantity = { ...node('quantity', valueText(row.quantity), path, {}, []), unit: undefined }
  return [price, quantity]
}

/** What the rule gives so far, less what it gives for the dates before, each with the dates it counts. */
function explainReckoned(payment: Payment, context: Context, row: Row, results: GoalResults): Reason {
  const reckoned = payment.reckoned!
  const { soFar, before } = quantitiesSoFar(results, row, reckoned)
  const dates = resultsSoFar(results, row)
  const told = (rule: string, quantity: Value, counted: readonly number[]): Reason => {
    const path = context.goal!.quantity!.path
    const inputs = { reckoned }
    const children = counted.map((at) => explainReferred(results, at, context))
    const sum: Reason = { ...node('quantity-so-far', valueText(quantity), path, inputs, children), unit: undefined }
    const given = withQuantity(row, quantity, (on) => valueText(compileRule(payment, context)(on)))
    const parts = withQuantity(row, quantity, (on) => explainRule(payment, context, on))
    return node(rule, given, payment.path, { per: wayOf(payment) }, [sum, ...parts])
  }
  const parts = [told('so-far', soFar, dates)]
  if (before !== undefined) parts.push(told('before', before, dates.slice(0, -1)))
  const given = compileReckoned(payment, context, compileRule(payment, context))(row)
  return node('reckoned', valueText(given), payment.path, { reckoned }, parts)
}

/** What each limit, and the last rounding, did to one entry. Nothing is told of limits that left it alone. */
function cutReasons(settled: Settled, entry: number): Reason[] {
  const of = settled.earned.entries.agreement[entry]!
  let before: Exact = settled.earned.entries.amount[entry]!
  const cuts: Reason[] = []
  for (const { limit, number, after, bites } of settled.stages) {
    const left = after[entry]!
    if (formatExact(left) !== formatExact(before)) {
      const bite = bites.get(of)?.find(({ entries }) => Array.prototype.includes.call(entries, entry))
      cuts.push({
        ...node(
          'limit',
          formatExact(left),
          limit.path,
          {
            number,
            clause: limit.clause,
            before: formatExact(before),
            way: wayOfLimit(limit),
            ...(limit.times === undefined ? {} : roundingOf(settled.context)),
            ...(bite === undefined || !(isMissing(bite.bound) || hasBound(limit))
              ? {}
              : { bound: valueText(bite.bound), sum: formatExact(bite.before) }),
          },
          [],
        ),
        at: limit.at,
      })
    }
    before = left
  }
  const final = settled.final[entry]!
  if (formatExact(final) !== formatExact(before))
    cuts.push(node('sum-rounding', formatExact(final), 'terms.settlement', { before: formatExact(before) }, []))
  return cuts
}

/** Everything about one subject: each goal's results with their reasons, and what each earned. */
export function explainSubject(settled: Settled, who: number): Reason {
  const { outcomes, context, earned } = settled
  const members = [
    who,
    ...context.roster.members.subarray(context.roster.firstMember[who], context.roster.firstMember[who + 1]),
  ]
  const results = [...outcomes.results.values()].flatMap((goal) => {
    if (goal.isOfGroups) return []
    return members.flatMap((member) => {
      const range = { first: goal.first[member]!, end: goal.first[member + 1]! }
      return Array.from({ length: range.end - range.first }, (_, at) =>
        explainResult(outcomes, goal.goal, range.first + at),
      )
    })
  })
  const entries = [...entriesOf(earned.entries, context.roster.agreement[who]!)].filter((entry) =>
    members.includes(earned.entries.who[entry]!),
  )
  const total = entries.reduce<Exact>((sum, entry) => add(sum, settled.final[entry]!), 0)
  return node('subject', formatExact(total), 'terms.people', { who: context.roster.idOf(who) }, [
    ...entries.map((entry) => explainEntry(settled, entry)),
    ...results,
  ])
}

/** Every result of a goal in one agreement, with its reasons. */
export function explainGoal(settled: Settled, goal: string, agreement: number): Reason {
  const results = settled.outcomes.results.get(goal)!
  const children: Reason[] = []
  for (let index = 0; index < results.size; index++) {
    if (results.agreement[index] === agreement) children.push(explainResult(settled.outcomes, goal, index))
  }
  return { ...node('goal', String(children.length), `terms.goals.${goal}`, { goal }, children), unit: undefined }
}
