/**
 * Looking over several: the children of a family, or all people of a group.
 *
 *     { over: children, take: highest, of: … }       { over: people, take: share, that: …, among: … }
 *
 * `among` decides who is counted at all. What happens with those nobody measured is said by the terms: left out of the
 * count, counted as no, or the whole is unmeasured. A group's answer is worked out once per group and date.
 */
import { type Exact, add, compare, divide, maximum, minimum } from '../base/index.ts'
import { type expressions, isOfOccasion } from '../terms/index.ts'
import { type Context, type Operator } from './context.ts'
import { NO_DAY } from '../measurement/index.ts'
import { NOBODY, type Row, rowFor } from './row.ts'
import { NOT_DUE, UNMEASURED, type Value, isMissing } from './value.ts'

type Compilers = {
  value: (node: expressions.Value, context: Context) => Operator
  condition: (node: expressions.Condition, context: Context) => Operator
}

/** The counted subjects, each with what it contributes at the same index; for groups, `who` is the scope. */
export type Counted = { who: number[]; values: Value[] }

export function compileOver(node: expressions.Over, context: Context, compilers: Compilers): Operator {
  const counted = compileCounted(node, context, compilers)
  const answer: Operator = (row) => summarise(node, counted(row).values)
  return node.over === 'people' || node.over in groupPrefixes ? oncePerGroup(node, answer, context) : answer
}

export const isOverGroups = (node: expressions.Over): boolean => node.over in groupPrefixes

/** The subjects an `over` counts in a row, in roster order. */
export function compileCounted(node: expressions.Over, context: Context, compilers: Compilers): (row: Row) => Counted {
  const among = node.among === undefined ? undefined : compilers.condition(node.among, context)
  const each =
    node.that !== undefined
      ? compilers.condition(node.that, context)
      : node.of !== undefined
        ? compilers.value(node.of, context)
        : undefined
  const isOfGroups = node.over in groupPrefixes
  const subjects = isOfGroups
    ? groupsOf(node, context)
    : node.over === 'people'
      ? peopleOf(context)
      : membersOf(node, context)
  return (row) => {
    const inner = rowFor(NOBODY, row.agreement)
    inner.day = row.day
    inner.previous = row.previous
    inner.number = row.number
    inner.quantity = row.quantity
    inner.scope = row.scope
    const counted: Counted = { who: [], values: [] }
    for (const who of subjects(row)) {
      if (isOfGroups) inner.scope = who
      else inner.who = who
      const isAmong = among === undefined ? 1 : among(inner)
      if (isAmong === 0) continue
      counted.who.push(who)
      counted.values.push(isMissing(isAmong) ? isAmong : each === undefined ? 1 : each(inner))
    }
    return counted
  }
}

/**
 * The people of the row's group. A group decided on a date counts those who counted by that date, so that a result once
 * decided does not change because more people start later.
 */
function peopleOf(context: Context): (row: Row) => Iterable<number> {
  const { countedFrom } = context
  return (row) => {
    if (row.who !== NOBODY) return context.scopes[row.agreement]!.people
    const { people } = context.scopes[row.scope]!
    return row.day === NO_DAY ? people : people.filter((who) => countedFrom(who) <= row.day)
  }
}

const groupPrefixes: Readonly<Record<string, string>> = {
  cohorts: 'cohort:',
  authorities: 'authority:',
  tracks: 'track:',
}

/** The groups of the row's agreement that goals are decided for: its cohorts, authorities or tracks. */
function groupsOf(node: expressions.Over, context: Context): (row: Row) => Iterable<number> {
  const kind = [...context.agreement.goals.values()].find((goal) => goal.for === 'each-cohort')?.cohort
  const prefix = node.over === 'cohorts' ? `cohort:${kind ?? 'named'}:` : groupPrefixes[node.over]!
  return (row) =>
    context.scopes.flatMap(({ key, agreement }, scope) =>
      agreement === row.agreement && key.startsWith(prefix) ? [scope] : [],
    )
}

const unitCodes = { children: [2], parents: [3], members: [0, 2, 3] }

function membersOf(node: expressions.Over, context: Context): (row: Row) => Iterable<number> {
  const { roster, agreement } = context
  const wanted: readonly number[] = unitCodes[node.over as 'children' | 'parents' | 'members']
  return (row) => {
    if (row.who === NOBODY) return []
    const family = roster.unit[row.who] === 1 ? row.who : roster.memberOf[row.who]!
    if (family < 0) return []
    const start = roster.days[agreement.people.clock][family]!
    const day = node.membersAt === 'start' ? start : row.day
    const members = roster.members.subarray(roster.firstMember[family], roster.firstMember[family + 1])
    return members.filter((member) => {
      const joined = Math.max(roster.days.birth[member]!, roster.days.start[member]!)
      const left = roster.days.exitOn[member]!
      return (
        wanted.includes(roster.unit[member]!) && (joined === NO_DAY || joined <= day) && (left === NO_DAY || left > day)
      )
    })
  }
}

function summarise(node: expressions.Over, values: readonly Value[]): Value {
  const isYesNo = node.that !== undefined
  const known: Exact[] = []
  let missing: Value | undefined
  for (const value of values) {
    if (!isMissing(value)) known.push(value)
    else if (node.unmeasured === 'counted-as-no' && value === UNMEASURED) known.push(0)
    else if (node.unmeasured === 'left-out' && value === UNMEASURED) continue
    else if (missing !== NOT_DUE) missing = value
  }
  if (node.take === 'every' && known.some((value) => value === 0)) return 0
  if (node.take === 'any' && known.some((value) => value !== 0)) return 1
  if (missing !== undefined) return missing
  if (known.length === 0 && node.take !== 'count' && node.take !== 'sum') return nobody(node)
  return taken(node.take, known, isYesNo)
}

function nobody(node: expressions.Over): Value {
  if (node.ifNobody === 'counted-as-yes') return 1
  return node.ifNobody === 'counted-as-no' ? 0 : UNMEASURED
}

function taken(take: expressions.Over['take'], values: readonly Exact[], isYesNo: boolean): Value {
  const sum = () => values.reduce<Exact>(add, 0)
  switch (take) {
    case 'count':
      return isYesNo ? sum() : values.length
    case 'sum':
      return sum()
    case 'share':
    case 'mean':
      return divide(sum(), values.length)
    case 'highest':
      return values.reduce(maximum)
    case 'lowest':
      return values.reduce(minimum)
    case 'median':
      return median([...values].sort(compare))
    case 'every':
      return 1
    case 'any':
      return 0
  }
}

/** The middle value, or the mean of the two in the middle. */
function median(sorted: readonly Exact[]): Exact {
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : divide(add(sorted[middle - 1]!, sorted[middle]!), 2)
}

/**
 * A group's answer does not depend on who asks, only on the group, and on the date if a date is asked about.
 * Without this a rule on a thousand people, asked by each of them, would cost a million looks.
 */
function oncePerGroup(node: expressions.Over, answer: Operator, { agreement }: Context): Operator {
  const isDated = isOfOccasion(node, agreement)
  const known = new Map<number, Map<number, Value>>()
  return (row) => {
    const group = row.who === NOBODY ? row.scope : row.agreement
    const date = isDated || row.who === NOBODY ? (row.day - NO_DAY) * 4096 + row.number : 0
    let dates = known.get(group)
    if (dates === undefined) known.set(group, (dates = new Map<number, Value>()))
    let value = dates.get(date)
    if (value === undefined) dates.set(date, (value = answer(row)))
    return value
  }
}
