/**
 * Names: everything the terms refer to exists, and is of a kind that fits.
 *
 *     time-in, except, longest-run-in → a spell        count-of, each → an event or a spell
 *     value-of, count-of with valued → a level, score, amount, share or figure        items-met → a plan        in → a group or a track
 *
 * Goals may build on goals, but not in a circle; groups are settled before there are results, so they use no goals.
 *
 * Problems: name-unknown, measure-kind-unfit, goal-of-group, goes-in-circles, name-shared.
 */
import { type Place, problem } from '../base/index.ts'
import { nearest } from '../text/index.ts'
import { type Goal, type MeasureKind, type Schedule } from './agreement.ts'
import {
  type Checking,
  type ClauseText,
  type Written,
  clausesOf,
  daysIn,
  eachNode,
  entryOf,
  instead,
  isWritten,
  placesOf,
  scheduleDays,
} from './checking.ts'
import { type DayExpression, type Expression, dayAnchors } from './expression.ts'
import { walk } from './walk.ts'

export type NameOf = 'party' | 'measure' | 'goal' | 'group-or-track' | 'payment' | 'parameter' | 'exit' | 'date'

export function checkNames(to: Checking): void {
  const clauses = clausesOf(to.agreement)
  for (const clause of clauses) checkClause(to, clause)
  checkParties(to)
  checkGoals(to)
  checkPayments(to)
  checkSharedNames(to)
  checkCircles(to, clauses)
}

function checkClause(to: Checking, clause: ClauseText): void {
  eachNode(clause, (node) => checkNode(to, clause, node))
  for (const day of [...clause.days, ...clause.expressions.flatMap(({ node }) => daysIn(node))]) {
    checkDay(to, day, clause)
  }
}

const dated = ['event', 'spell'] as const
const read = ['level', 'score', 'amount', 'share', 'figure'] as const

function checkNode(to: Checking, clause: ClauseText, node: Expression): void {
  const { agreement } = to
  switch (node.kind) {
    case 'time-in':
      checkMeasures(to, node, 'time-in', node.timeIn, ['spell'])
      return checkMeasures(to, node, 'except', node.except, ['spell'])
    case 'longest-run-in':
      return checkMeasures(to, node, 'longest-run-in', node.longestRunIn, ['spell'])
    case 'count-of':
      return checkMeasures(to, node, 'count-of', [node.countOf], isWritten(node, 'valued') ? read : dated)
    case 'value-of':
      return checkMeasures(to, node, 'value-of', [node.valueOf], read)
    case 'items-met':
      return checkMeasures(to, node, 'items-met', [node.itemsMet], ['plan'])
    case 'result-of':
      return checkGoalName(to, clause, node, 'result-of', node.resultOf)
    case 'met':
      return checkGoalName(to, clause, node, 'met', node.met)
    case 'in': {
      const known = [...(agreement.groups?.keys() ?? []), ...(agreement.people.tracks?.keys() ?? [])]
      return checkKnown(to, node, 'in', node.in, 'group-or-track', known)
    }
    case 'left':
      return checkKnown(to, node, 'left', node.left, 'exit', agreement.people.exits?.keys() ?? [])
    case 'parameter':
      return checkKnown(to, node, 'parameter', [node.parameter], 'parameter', agreement.parameters?.keys() ?? [])
    default:
      return
  }
}

function checkGoalName(to: Checking, clause: ClauseText, node: Expression, key: string, name: string): void {
  checkKnown(to, node, key, [name], 'goal', to.agreement.goals.keys())
  if (clause.kind !== 'group') return
  to.problems.push(problem('goal-of-group', 'wrong', node.at, { path: node.path, group: clause.name, goal: name }))
}

function checkMeasures(
  to: Checking,
  record: Written,
  key: string,
  names: readonly string[] | undefined,
  kinds: readonly MeasureKind[],
): void {
  const { measures } = to.agreement
  const fitting = [...measures].filter(([, measure]) => kinds.includes(measure.kind)).map(([name]) => name)
  for (const [index, name] of (names ?? []).entries()) {
    if (name === undefined) continue
    const measure = measures.get(name)
    const at = placesOf(to, record, key)[index] ?? record.at
    if (measure === undefined) unknownName(to, at, `${record.path}.${key}`, 'measure', name, fitting)
    else if (!kinds.includes(measure.kind)) {
      const facts = { path: `${record.path}.${key}`, found: name, kind: measure.kind, key, kinds, known: fitting }
      const choices = fitting.map((fit) => instead(at, fit))
      to.problems.push(problem('measure-kind-unfit', 'wrong', at, facts, choices))
    }
  }
}

function checkDay(to: Checking, day: DayExpression, clause: ClauseText): void {
  const { base } = day
  if (base.of === 'named') {
    const named = [...(clause.goal?.dates?.keys() ?? [])]
    if (!named.includes(base.name)) unknownDay(to, day, 'date', base.name, [...named, ...dayAnchors])
  }
  if (base.of !== 'event') return
  const fitting = [...to.agreement.measures].filter(([, { kind }]) => kind === 'event' || kind === 'spell')
  const names = fitting.map(([name]) => name)
  if (!names.includes(base.measure)) unknownDay(to, day, 'measure', base.measure, names)
}

function unknownDay(to: Checking, day: DayExpression, of: NameOf, name: string, known: readonly string[]): void {
  const near = nearest(name, known)
  const choices = near === undefined ? [] : [instead(day.at, day.text.replace(name, near))]
  const facts = { path: day.path, of, found: name, known, nearest: near ?? '' }
  to.problems.push(problem('name-unknown', 'wrong', day.at, facts, choices))
}

function checkKnown(
  to: Checking,
  record: Written,
  key: string,
  names: readonly (string | undefined)[] | undefined,
  of: NameOf,
  known: Iterable<string>,
): void {
  const all = [...known]
  for (const [index, name] of (names ?? []).entries()) {
    if (name === undefined || all.includes(name)) continue
    unknownName(to, placesOf(to, record, key)[index] ?? record.at, `${record.path}.${key}`, of, name, all)
  }
}

function unknownName(to: Checking, at: Place, path: string, of: NameOf, name: string, known: readonly string[]): void {
  const near = nearest(name, known)
  const choices = near === undefined ? [] : [instead(at, near)]
  to.problems.push(problem('name-unknown', 'wrong', at, { path, of, found: name, known, nearest: near ?? '' }, choices))
}

/** Whoever pays, is paid or puts money in is a party. Whoever records may also be somebody outside, told by name. */
function checkParties(to: Checking): void {
  const { agreement } = to
  const party = (record: Written, key: string, name: string | undefined): void =>
    checkKnown(to, record, key, [name], 'party', agreement.parties.keys())
  const outsider = (name: string | undefined): boolean => name !== undefined && !/^[a-z][a-z0-9-]*$/.test(name)

  for (const drawdown of agreement.drawdowns ?? []) party(drawdown, 'by', drawdown.by)
  for (const measure of agreement.measures.values()) {
    if (!outsider(measure.recordedBy)) party(measure, 'recorded-by', measure.recordedBy)
    if (!outsider(measure.verifiedBy)) party(measure, 'verified-by', measure.verifiedBy)
  }
  for (const payment of agreement.payments?.values() ?? []) {
    party(payment, 'payer', payment.payer)
    party(payment, 'payee', payment.payee)
  }
  for (const payer of agreement.payers.each ?? []) {
    party(payer, 'payer', payer.payer)
    party(payer, 'payee', payer.payee)
    checkKnown(to, payer, 'over', payer.over, 'payment', agreement.payments?.keys() ?? [])
  }
  for (const security of agreement.security?.values() ?? []) {
    party(security, 'party', security.party)
    checkKnown(to, security, 'protects', security.protects, 'party', agreement.parties.keys())
  }
}

function checkGoals(to: Checking): void {
  const exits = [...(to.agreement.people.exits?.keys() ?? [])]
  for (const goal of to.agreement.goals.values()) {
    if (goal.when?.each !== undefined) checkMeasures(to, goal.when, 'each', [goal.when.each], dated)
    const leavers = entryOf(to, goal, 'leavers')?.value
    for (const entry of leavers?.kind === 'map' ? leavers.entries : []) {
      if (!exits.includes(entry.key)) {
        unknownName(to, entry.keyAt, `${goal.path}.leavers`, 'exit', entry.key, exits)
      }
    }
  }
}

function checkPayments(to: Checking): void {
  const { agreement } = to
  const payments = [...(agreement.payments?.keys() ?? [])]
  for (const payment of agreement.payments?.values() ?? []) {
    checkKnown(to, payment, 'goal', [payment.goal], 'goal', agreement.goals.keys())
    if (payment.due?.each !== undefined) checkMeasures(to, payment.due, 'each', [payment.due.each], dated)
  }
  for (const limit of agreement.limits ?? []) {
    checkKnown(to, limit, 'over', limit.over, 'payment', payments)
    checkKnown(to, limit, 'of', [limit.of], 'party', agreement.parties.keys())
  }
  for (const event of agreement.events ?? [])
    checkKnown(to, event, 'moves', event.moves, 'goal', agreement.goals.keys())
}

/** `in: young` could mean the group or the track, when both have the name. */
function checkSharedNames(to: Checking): void {
  const { groups, people } = to.agreement
  for (const [name, group] of groups ?? []) {
    if (!people.tracks?.has(name)) continue
    to.problems.push(problem('name-shared', 'wrong', group.at, { path: group.path, name }))
  }
}

function checkCircles(to: Checking, clauses: readonly ClauseText[]): void {
  const { agreement } = to
  const groups = clauses.filter((clause) => clause.kind === 'group')
  reportCircle(to, 'groups', new Map(groups.map((clause) => [clause.name, groupsIn(clause)])), (name) => {
    return agreement.groups!.get(name)!.at
  })
  const goals = clauses.filter((clause) => clause.kind === 'goal')
  reportCircle(to, 'goals', new Map(goals.map((clause) => [clause.name, goalsIn(clause)])), (name) => {
    return agreement.goals.get(name)!.at
  })
  for (const [name, goal] of agreement.goals) {
    checkOwnQuantity(to, name, goal)
    const dates = [...(goal.dates ?? [])]
    const uses = new Map(dates.map(([name, day]) => [name, day?.base.of === 'named' ? [day.base.name] : []]))
    reportCircle(to, 'dates', uses, (name) => goal.dates!.get(name)!.at)
    checkScheduleDays(to, goal.when, goal)
  }
  for (const payment of agreement.payments?.values() ?? []) checkScheduleDays(to, payment.due)
}

/** The day a goal is decided, or a fee is due, cannot be told from that day itself, also not by way of a day with a name. */
function checkScheduleDays(to: Checking, schedule: Schedule | undefined, goal?: Goal): void {
  for (const day of scheduleDays(schedule)) {
    const names: string[] = []
    let base = day?.base
    for (; base?.of === 'named' && !names.includes(base.name); base = goal?.dates?.get(base.name)?.base)
      names.push(base.name)
    if (day === undefined || base?.of !== 'anchor' || (base.name !== 'occasion' && base.name !== 'previous')) continue
    const facts = { path: day.path, of: 'dates', names: [base.name, ...names.reverse(), base.name] }
    to.problems.push(problem('goes-in-circles', 'wrong', day.at, facts))
  }
}

/** A quantity that asks for itself would be that of the occasion before; whom a goal is about comes before its quantity. */
function checkOwnQuantity(to: Checking, name: string, { quantity, who }: Goal): void {
  for (const [of, own] of Object.entries({ who, quantity })) {
    if (own === undefined) continue
    walk(own, (node) => {
      if (node.kind !== 'this' || node.this !== 'quantity') return
      const facts = { path: node.path, of, names: [name, name] }
      to.problems.push(problem('goes-in-circles', 'wrong', node.at, facts))
    })
  }
}

/** The groups a group is made of. */
function groupsIn(clause: ClauseText): string[] {
  const found: string[] = []
  eachNode(clause, (inner) => {
    if (inner.kind === 'in') found.push(...inner.in)
  })
  return found
}

/** The goals a clause builds on. */
export function goalsIn(clause: ClauseText): string[] {
  const found: string[] = []
  eachNode(clause, (node) => {
    if (node.kind === 'met') found.push(node.met)
    if (node.kind === 'result-of') found.push(node.resultOf)
  })
  return found
}

/** Reports the first circle met from each name, told from its first member on. */
function reportCircle(
  to: Checking,
  of: 'goals' | 'groups' | 'dates',
  uses: ReadonlyMap<string, readonly string[]>,
  placeOf: (name: string) => Place,
): void {
  const done = new Set<string>()
  const trail: string[] = []
  const visit = (name: string): void => {
    const start = trail.indexOf(name)
    if (start >= 0) {
      const names = [...trail.slice(start), name]
      to.problems.push(problem('goes-in-circles', 'wrong', placeOf(name), { path: `terms.${of}.${name}`, of, names }))
      return
    }
    if (done.has(name)) return
    trail.push(name)
    for (const next of uses.get(name) ?? []) if (uses.has(next)) visit(next)
    trail.pop()
    done.add(name)
  }
  for (const name of uses.keys()) visit(name)
}
