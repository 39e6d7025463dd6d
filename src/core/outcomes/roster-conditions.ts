/**
 * Conditions on what the roster says of somebody: group, track, attribute, how long they are followed, if they have left.
 *
 * A child without a track, an attribute, an exit or a day of its own has the family's. In a group's row an attribute is what the group is: its
 * authority, its cohort or its track.
 */
import { NO_DAY, type Roster } from '../measurement/index.ts'
import { type expressions } from '../terms/index.ts'
import { type Context, type Operator } from './context.ts'
import { compileDay, ownOrFamilysDay } from './days.ts'
import { decidedBy } from './logic.ts'
import { NOBODY } from './row.ts'
import { NOT_DUE, UNMEASURED } from './value.ts'

export function compileIn(
  node: expressions.In,
  context: Context,
  compileCondition: (node: expressions.Condition, context: Context) => Operator,
): Operator {
  const { roster, agreement } = context
  const tests = node.in.map((name): Operator => {
    const group = agreement.groups?.get(name)
    if (group !== undefined) return compileCondition(group.who, context)
    const code = roster.tracks.indexOf(name)
    return (row) => (ownOrFamilys(roster.track, roster, row.who) === code && code >= 0 ? 1 : 0)
  })
  return tests.length === 1 ? tests[0]! : decidedBy(tests, 1)
}

/** What a column of codes holds of somebody, or of the family where it holds nothing of them; -1 for neither. */
export function ownOrFamilys(codes: Int32Array, { memberOf }: Roster, who: number): number {
  const own = codes[who]!
  return own >= 0 || memberOf[who]! < 0 ? own : codes[memberOf[who]!]!
}

/** An attribute of the person, otherwise of the family; in a group's row, what the group is: its authority, its cohort or its track. */
export function compileAttribute(node: expressions.Attribute, context: Context): Operator {
  const { roster } = context
  const column = roster.attributes.get(node.attribute)
  const codes = new Set(node.is.map((word) => column?.words.indexOf(word) ?? -1))
  return (row) => {
    if (row.who === NOBODY) {
      const [kind, name] = groupOf(context.scopes[row.scope]!.key)
      return kind !== node.attribute ? UNMEASURED : node.is.includes(name) ? 1 : 0
    }
    const code = column === undefined ? -1 : ownOrFamilys(column.codes, roster, row.who)
    return code < 0 ? UNMEASURED : codes.has(code) ? 1 : 0
  }
}

/** `authority:viborg` is the authority Viborg; `cohort:named:one` the cohort one. */
export function groupOf(key: string): [string, string] {
  return [key.slice(0, Math.max(0, key.indexOf(':'))), key.slice(key.lastIndexOf(':') + 1)]
}

export function compileLeft(node: expressions.Left, context: Context): Operator {
  const { roster } = context
  const by = compileDay(node.by, context)
  const codes = new Set(node.left.map((reason) => roster.exits.indexOf(reason)))
  return (row) => {
    const family = roster.memberOf[row.who]!
    const who = roster.exit[row.who]! < 0 && family >= 0 ? family : row.who
    const code = roster.exit[who]!
    // An exit without a day is taken to have been from the beginning.
    return code >= 0 && codes.has(code) && roster.days.exitOn[who]! <= by(row) ? 1 : 0
  }
}

export function compileReached(node: expressions.Reached, context: Context): Operator {
  const [day, by] = [compileDay(node.reached, context), compileDay(node.by, context)]
  return (row) => {
    const reached = day(row)
    return reached !== NO_DAY && reached <= by(row) ? 1 : 0
  }
}

export function compileObservedTo(node: expressions.ObservedTo, context: Context): Operator {
  const day = compileDay(node.observedTo, context)
  const { observedTo } = context.roster.days
  return (row) => {
    const end = ownOrFamilysDay(context, observedTo, row)
    // How long somebody must be followed is not known until the day is.
    if (day(row) === NO_DAY) return NOT_DUE
    return end < -(2 ** 29) || end >= day(row) ? 1 : 0
  }
}
