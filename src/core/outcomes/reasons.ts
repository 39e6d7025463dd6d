/**
 * Reasons: why a result is what it is, as a tree of data.
 *
 *     result: met
 *       compare: 4 nights < 6 nights
 *         time-in: 4 nights in [2023-01-01, 2023-07-01)
 *           fact: shelter 2023-02-03 … 2023-02-07, facts/shelter.csv:41
 *
 * Each node holds a rule, its value, what went in, and where in the terms it stands. A node's value follows from
 * its children and inputs by the rule alone; a test recomputes every node that way. The words are made elsewhere.
 */
import { type Day, type Place, formatExact } from '../base/index.ts'
import { type FactReason, factsUsed, personPlace } from '../measurement/index.ts'
import { type Goal, childrenOf, type expressions, isCondition } from '../terms/index.ts'
import { compileCondition, compileValue } from './compile.ts'
import { type Context } from './context.ts'
import { compileDay, compileWindow, ownOrFamilysDay } from './days.ts'
import { compileNearest } from './fact-kinds.ts'
import { type Outcomes } from './decide.ts'
import { compileCounted, isOverGroups } from './over.ts'
import { boundsOf } from './logic.ts'
import { type Inputs, dayOrUnknown, plainInputs, rowInputs } from './reason-inputs.ts'
import { datesOf, resultsSeen, seenDates, visitResults } from './references.ts'
import { type GoalResults, Status } from './goal-results.ts'
import { isAskedByDate, standOnDeciding } from './results.ts'
import { NO_DAY } from '../measurement/index.ts'
import { NOBODY, type Row, rowFor } from './row.ts'
import { type Value, isMissing } from './value.ts'

export type Reason = {
  rule: string
  /** An exact number as text, `unmeasured`, `not-due`, or the word of a status. */
  value: string
  unit: expressions.Unit | undefined
  path: string
  at: Place | undefined
  inputs: Inputs
  children: Reason[]
  fact?: FactReason
}

export const valueText = (value: Value): string => (isMissing(value) ? value.missing : formatExact(value))

const statusNames = Object.fromEntries(Object.entries(Status).map(([name, code]) => [code, name])) as Record<
  number,
  string
>

export const statusName = (status: number): string => statusNames[status]!

/** Why a goal's result is what it is. `index` is a row of the goal's results. */
export function explainResult(outcomes: Outcomes, goalName: string, index: number): Reason {
  const results = outcomes.results.get(goalName)!
  const version = results.version[index]!
  const plain = outcomes.contexts[version]!
  const goal = plain.agreement.goals.get(goalName)!
  const context: Context = { ...plain, goal }
  const row = cursorOn(results, index)
  const status = results.status[index]!
  const children: Reason[] = []
  const isDecided = status !== Status.notDue
  const isByDate = isAskedByDate(goal, context)
  if (isDecided && isByDate) standOnDeciding(goalName, goal, context, row)
  const who = goal.who === undefined ? undefined : explain(goal.who, context)(isByDate ? row : withoutDay(row))
  if (isDecided && who !== undefined) children.push(who)
  // Whether the goal is about somebody at all comes first; where that is not known, nothing else was asked.
  if (isDecided && who?.value !== 'unmeasured' && who?.value !== 'not-due') {
    if (!isByDate) standOnDeciding(goalName, goal, context, row)
    const known = contextOfProof(goal, context, row)
    children.push(...leaverReasons(goal, context, row, row.day))
    for (const node of [goal.quantity, goal.met]) if (node !== undefined) children.push(explain(node, known)(row))
  }
  const foregone = results.foregone[index]!
  if (foregone !== status) children.push(...leaverReasons(goal, context, row, context.to))
  return {
    rule: 'result',
    value: statusName(status),
    unit: undefined,
    path: goal.path,
    at: goal.at,
    inputs: {
      goal: goalName,
      clause: goal.clause,
      who: nameOf(row, context),
      day: dayOrUnknown(results.day[index]!),
      number: results.number[index]!,
      version: outcomes.versions[version]!.name,
      unmeasured: goal.unmeasured,
      hasCondition: goal.met !== undefined,
      ...(foregone === status ? {} : { foregone: statusName(foregone) }),
      ...(results.quantity === undefined ? {} : { quantity: valueText(results.quantity[index]!) }),
    },
    children,
  }
}

/** The cursor on a result's row. */
function cursorOn(results: GoalResults, index: number): Row {
  const row = rowFor(results.who[index]!, results.agreement[index]!)
  row.scope = results.scope[index]!
  row.day = results.day[index]!
  row.previous = results.previous[index]!
  row.number = results.number[index]!
  row.quantity = results.quantity?.[index] ?? 0
  return row
}

function nameOf(row: Row, context: Context): string {
  return row.who === NOBODY ? context.scopes[row.scope]!.key : context.roster.idOf(row.who)
}

const withoutDay = (row: Row): Row => ({ ...row, day: NO_DAY })

function contextOfProof(goal: Goal, context: Context, row: Row): Context {
  if (goal.proofBy === undefined || goal.lateProof !== 'lost') return context
  const day = compileDay(goal.proofBy, context)(row)
  return day < context.knownAt ? { ...context, knownAt: day, facts: context.knownBy(day) } : context
}

/** What the roster says of somebody who had left by a day, or is not seen to the day that is needed. */
function leaverReasons(goal: Goal, context: Context, row: Row, by: Day): Reason[] {
  if (row.who === NOBODY) return []
  const { roster } = context
  const own = roster.exit[row.who]!
  const who = own < 0 && roster.memberOf[row.who]! >= 0 ? roster.memberOf[row.who]! : row.who
  const exit = roster.exit[who]!
  const reasons: Reason[] = []
  const found = (rule: string, value: string, inputs: Inputs) => {
    reasons.push({
      rule,
      value,
      unit: undefined,
      path: goal.path,
      at: goal.at,
      inputs,
      children: [],
      fact: personPlace(roster, who),
    })
  }
  // Somebody who left after the occasion was there on it, and is decided as everybody else.
  if (exit >= 0 && (roster.days.exitOn[who]! === NO_DAY || roster.days.exitOn[who]! <= by)) {
    const word = roster.exits[exit]!
    found('exit', goal.leavers?.get(word) ?? 'as-measured', { exit: word, on: dayOrUnknown(roster.days.exitOn[who]!) })
  }
  if (goal.seenTo !== undefined) {
    const end = ownOrFamilysDay(context, roster.days.observedTo, row)
    const needed = compileDay(goal.seenTo, context)(row)
    const isSeen = end === NO_DAY || end >= needed
    found('seen', isSeen ? '1' : '0', {
      observedTo: dayOrUnknown(end),
      needed: dayOrUnknown(needed),
      otherwise: goal.notSeen ?? '',
    })
  }
  return reasons
}

/** Why an expression comes to its value in a row. Compiled once, it explains the same expression for many people. */
export function explain(node: expressions.Expression, context: Context): (row: Row) => Reason {
  const operator = isCondition(node) ? compileCondition(node, context) : compileValue(node, context)
  const plain = plainInputs(node)
  const ofRow = rowInputs(node, context)
  const children = explainChildren(node, context)
  return (row) => ({
    rule: node.kind,
    value: valueText(operator(row)),
    unit: node.kind === 'literal' ? node.unit : undefined,
    path: node.path,
    at: node.at,
    inputs: ofRow === undefined ? plain : { ...plain, ...ofRow(row) },
    children: children(row),
  })
}

function explainChildren(node: expressions.Expression, context: Context): (row: Row) => Reason[] {
  const each = (nodes: readonly expressions.Expression[]) => {
    const explainers = nodes.map((child) => explain(child, context))
    return (row: Row) => explainers.map((explainer) => explainer(row))
  }
  switch (node.kind) {
    case 'over':
      return explainCounted(node, context)
    case 'met':
      return (row) => explainReferences(node, context, row)
    case 'result-of': {
      const otherwise = each(node.ifNone === undefined ? [] : [node.ifNone])
      return (row) => {
        const results = context.results.get(node.resultOf)!
        const dates = datesOf(node, row, context)
        // Where there is no date to reckon from, it shows if somebody was held out on those there are.
        const told = dates.length > 0 ? dates : resultsSeen(node, row, context)
        return [...told.map((at) => explainReferred(results, at, context)), ...otherwise(row)]
      }
    }
    case 'in':
      return each(node.in.flatMap((name) => context.agreement.groups?.get(name)?.who ?? []))
    case 'value-of': {
      const facts = factReasons(node, context)
      const otherwise = each(node.ifNone === undefined ? [] : [node.ifNone])
      return (row) => [...facts(row), ...otherwise(row)]
    }
    case 'count-of': {
      const facts = factReasons(node, context)
      const inside = each([
        ...boundsOf(node.valued ?? {}).map(({ limit }) => limit),
        ...(node.ifNone === undefined ? [] : [node.ifNone]),
      ])
      return (row) => [...facts(row), ...inside(row)]
    }
    case 'time-in':
    case 'longest-run-in':
    case 'items-met':
      return factReasons(node, context)
    case 'compare':
      // The bound that decides, which is not the one that is written first when a share has its count beside it.
      return each([node.value, ...boundsOf(node).map(({ limit }) => limit)])
    default:
      return each(childrenOf(node))
  }
}

/** The facts the value rests on, each with its file and row. */
function factReasons(
  node: expressions.TimeIn | expressions.CountOf | expressions.ValueOf | expressions.LongestRun | expressions.ItemsMet,
  context: Context,
): (row: Row) => Reason[] {
  const { from, until } = compileWindow(node.window, context)
  const nearest = node.kind === 'value-of' && node.pick === 'nearest' ? compileNearest(node, context) : undefined
  const used = (row: Row, first: Day, end: Day) => {
    if (nearest === undefined) return factsUsed(node, context, row, first, end)
    const day = nearest(row, first, end)
    if (day === undefined || day === NO_DAY) return []
    return factsUsed({ ...(node as expressions.ValueOf), pick: 'latest' }, context, row, day, day + 1)
  }
  return (row) => {
    const [first, end] = [from(row), until(row)]
    if (first <= NO_DAY || end <= NO_DAY) return []
    return used(row, first, end).map((fact) => ({
      rule: 'fact',
      value: fact.value ?? '1',
      unit: undefined,
      path: node.path,
      at: undefined,
      inputs: { measure: fact.measure },
      children: [],
      fact,
    }))
  }
}

function explainCounted(node: expressions.Over, context: Context): (row: Row) => Reason[] {
  const counted = compileCounted(node, context, { value: compileValue, condition: compileCondition })
  const expression = node.that ?? node.of
  const inside = expression === undefined ? undefined : explain(expression, context)
  const among = node.among === undefined ? undefined : explain(node.among, context)
  const isOfGroups = isOverGroups(node)
  return (row) => {
    const { who, values } = counted(row)
    return values.map((value, index): Reason => {
      const inner: Row = isOfGroups ? { ...row, who: NOBODY, scope: who[index]! } : { ...row, who: who[index]! }
      return {
        rule: 'counted',
        value: valueText(value),
        unit: undefined,
        path: node.path,
        at: node.at,
        inputs: { who: nameOf(inner, context) },
        children:
          isMissing(value) && isUncertain(among?.(inner))
            ? [among!(inner)]
            : inside === undefined
              ? []
              : [inside(inner)],
      }
    })
  }
}

/** Who may not even belong here is unmeasured for that reason. */
const isUncertain = (among: Reason | undefined): boolean => among?.value === 'unmeasured' || among?.value === 'not-due'

/** Results the node rests on, named but not explained again: each can be asked for itself. Dates it does not look at are no reason. */
function explainReferences(node: expressions.Met, context: Context, row: Row): Reason[] {
  const results = context.results.get(node.met)!
  const isSeen = seenDates(node)
  const found: Reason[] = []
  visitResults(results, row, context, (index) => {
    if (isSeen(results.day[index]!, row)) found.push(explainReferred(results, index, context))
  })
  return found
}

/** A result that another value rests on: its date, its status and its quantity. */
export function explainReferred(results: GoalResults, index: number, context: Context): Reason {
  const { goal } = results
  return {
    rule: 'result-of-goal',
    value: statusName(results.status[index]!),
    unit: undefined,
    path: `terms.goals.${goal}`,
    at: context.agreement.goals.get(goal)?.at,
    inputs: {
      goal,
      day: dayOrUnknown(results.day[index]!),
      ...(results.quantity === undefined ? {} : { quantity: valueText(results.quantity[index]!) }),
    },
    children: [],
  }
}
