/**
 * What is read from the records, in English: time in a state, counts, values, runs, goals of a plan, age.
 *
 *     { value-of: absence, pick: latest, … }   the child’s latest record of school absence from …
 *
 * What has no room in a sentence becomes small print: whole weeks, breaks, changed goals.
 */
import {
  type CountOf,
  type ItemsMet,
  type LongestRun,
  type TimeBetween,
  type TimeIn,
  type ValueOf,
} from '../../expression.ts'
import { type Telling, label, labelOf, note } from '../telling.ts'
import { from, inList } from '../text.ts'
import { dayOn, dayPoint, windowOf } from './days.ts'
import { length, passed, number, unitName } from './numbers.ts'
import { theRow } from './rows.ts'

export const states = (names: readonly string[], t: Telling): string =>
  inList(
    names.map((name) => `“${labelOf(t, name)}”`),
    'or',
  )

/** "on 6 nights", "for 6 weeks". */
export const spentIn = (unit: TimeIn['unit']): string => (unit === 'nights' || unit === 'days' ? 'on' : 'in')

export function timeIn(node: TimeIn, t: Telling): string {
  timeNotes(node, t)
  const units = unitName(node.unit, 'several')
  const most = node.per === undefined ? 'the number of' : 'the highest number of'
  return `${most} ${units} ${spentIn(node.unit)} which ${theRow(t.row)} is recorded as ${states(node.timeIn, t)}${exceptOf(node, t)}${perOf(node)} ${windowIn(node, t)}`
}

export function exceptOf(node: TimeIn, t: Telling): string {
  return node.except === undefined ? '' : `, less the time also recorded as ${states(node.except, t)},`
}

/** The period within which the units are counted, where the rule looks at the highest of several. */
export const perOf = (node: TimeIn): string =>
  node.per === undefined
    ? ''
    : ` in the period of ${from(`${node.path}.per`, length(node.per))} in which the figure is highest,`

/** The stretch of days itself; where a period is looked for in it, it lies within. */
export const windowIn = (node: TimeIn, t: Telling): string =>
  node.per === undefined ? windowOf(node.window, t) : windowOf(node.window, t, 'within the time')

export function timeNotes(node: TimeIn, t: Telling): void {
  kindNotes(node, node.timeIn, t)
  const unit = unitName(node.unit, 'one')
  if (node.partUnits === 'whole-only')
    note(t, node, 'part-units', `a ${unit} counts only if the state lasted the whole ${unit}`)
  if (node.partUnits === 'any-day')
    note(t, node, 'part-units', `a ${unit} counts if the state lasted just one day of the ${unit}`)
  if (node.weeks === 'monday-to-sunday') note(t, node, 'weeks', 'weeks run from Monday to Sunday')
  if (node.weeks === 'from-window-start')
    note(t, node, 'weeks', 'weeks are counted seven days at a time from the first day of the period')
  if (node.periods === 'fixed') {
    note(t, node, 'periods', 'the periods follow one another, counted from the first day; the last may be shorter')
  }
  if (node.periods === 'rolling') note(t, node, 'periods', 'the period may begin on any day')
}

/** Which kinds of the measures' facts count. */
function kindNotes(node: TimeIn | CountOf | LongestRun, measures: readonly string[], t: Telling): void {
  if (node.kinds === undefined) return
  const all = measures.flatMap((name) => [...(t.agreement.measures.get(name)?.kinds ?? [])])
  const isAll = node.kinds.includes('all')
  const counted = all.filter(([name]) => isAll || node.kinds!.includes(name)).map(([, words]) => label(t, words))
  const which = inList(counted, 'and')
  note(t, node, 'kinds', isAll ? `it counts whether it is ${inList(counted, 'or')}` : `what counts is ${which} alone`)
}

export function countOf(node: CountOf, t: Telling): string {
  countNotes(node, t)
  if (node.valued !== undefined) {
    const [what, is] = [labelOf(t, node.countOf), t.tongue.bounds(node.valued, undefined, t)]
    return node.as === 'share'
      ? `the share of ${theRow(t.row, 'of')} records of ${what} ${windowOf(node.window, t)} that are ${is}`
      : `the number of times ${theRow(t.row, 'of')} record of ${what} is ${is} ${windowOf(node.window, t)}`
  }
  return `the number of times ${theRow(t.row)} is recorded with “${labelOf(t, node.countOf)}” ${windowOf(node.window, t)}`
}

export function countNotes(node: CountOf, t: Telling): void {
  kindNotes(node, [node.countOf], t)
  if (node.ifNone !== undefined)
    note(
      t,
      node,
      'if-none',
      `if there is no record of ${labelOf(t, node.countOf)}, ${t.tongue.value(node.ifNone, t)} is used`,
    )
  if (node.apart === undefined) return
  const what = `“${labelOf(t, node.countOf)}”`
  note(
    t,
    node,
    'apart',
    `${what} counts only if at least ${length(node.apart)} ${passed(node.apart)} since the latest one that counted`,
  )
}

const picks: Record<ValueOf['pick'], string> = {
  latest: 'latest record of',
  first: 'first record of',
  highest: 'highest record of',
  lowest: 'lowest record of',
  mean: 'mean of the records of',
  sum: 'sum of the records of',
  nearest: 'record of',
}

export function valueOf(node: ValueOf, t: Telling): string {
  if (node.ifNone !== undefined) {
    note(
      t,
      node,
      'if-none',
      `if there is no record of ${labelOf(t, node.valueOf)}, ${t.tongue.value(node.ifNone, t)} is used`,
    )
  }
  const picked = from(`${node.path}.pick`, picks[node.pick])
  // In a clause of its own a payment does not know whose result it pays for.
  const whose = t.elsewhere === undefined ? theRow(t.row, 'of') : 'the'
  return `${whose} ${picked} ${labelOf(t, node.valueOf)}${nearestOf(node, t)} ${windowOf(node.window, t)}`
}

/** The day the record shall lie nearest to, where it is picked so. */
function nearestOf(node: ValueOf, t: Telling): string {
  if (node.nearestTo === undefined) return ''
  note(t, node, 'as-near', `if two records lie as near, the ${node.asNear === 'earlier' ? 'earlier' : 'later'} holds`)
  return ` nearest to ${dayPoint(node.nearestTo, t)}`
}

export function longestRun(node: LongestRun, t: Telling): string {
  runNotes(node, t)
  return `the greatest number of ${unitName(node.unit, 'several')} in a row for which ${theRow(t.row)} is recorded as ${states(node.longestRunIn, t)} ${windowOf(node.window, t)}`
}

export function runNotes(node: LongestRun, t: Telling): void {
  kindNotes(node, node.longestRunIn, t)
  const gapAtMost = length(node.gapAtMost)
  const isNone = node.gapAtMost.days === 0 && node.gapAtMost.months === 0
  note(
    t,
    node,
    'gap-at-most',
    isNone ? 'any break ends the run' : `a break of at most ${gapAtMost} does not end the run`,
  )
  if (node.gaps !== undefined) note(t, node, 'gaps', `there may be at most ${number(node.gaps)} such breaks`)
  if (node.gapDays === 'counted') note(t, node, 'gap-days', 'the days of such a break are counted')
  if (node.gapDays === 'not-counted') note(t, node, 'gap-days', 'the days of such a break are not counted')
}

export function itemsMet(node: ItemsMet, t: Telling): string {
  itemNotes(node, t)
  const what = `${theRow(t.row, 'of')} ${labelOf(t, node.itemsMet)}`
  return node.as === 'share' ? `the share of ${what} that are met` : `the number of ${what} that are met`
}

export function itemNotes(node: ItemsMet, t: Telling): void {
  note(t, node.window, '', `the goals are judged ${windowOf(node.window, t)}`)
  note(
    t,
    node,
    'changed',
    `a goal that was changed on the way is judged by its ${node.changed === 'latest-wording' ? 'latest' : 'first'} wording`,
  )
  note(
    t,
    node,
    'withdrawn',
    node.withdrawn === 'left-out'
      ? 'a goal that was withdrawn is left out'
      : 'a goal that was withdrawn is taken as not met',
  )
  const unjudged = {
    'makes-unmeasured': 'if a goal is not judged, the result is unmeasured',
    'not-met': 'a goal that is not judged is taken as not met',
    'left-out': 'a goal that is not judged is left out',
  }
  note(t, node, 'unjudged', unjudged[node.unjudged])
}

export function timeBetween(node: TimeBetween, t: Telling): string {
  const [begin, end] = node.timeBetween
  if (begin === undefined || end === undefined) return 'the time'
  const unit = from(`${node.path}.unit`, unitName(node.unit, 'several'))
  if (isBirth(node)) ageNote(node, t)
  if (isBirth(node)) return `${theRow(t.row, 'of')} age in ${unit} ${dayOn(end, t)}`
  return `the time in ${unit} from ${dayPoint(begin, t)} to ${dayPoint(end, t)}`
}

/** An age is counted from date to date; the leap day has its own only every fourth year. */
export function ageNote(node: TimeBetween, t: Telling): void {
  if (node.unit !== 'years' && node.unit !== 'months') return
  note(
    t,
    node,
    'time-between',
    'whoever is born on 29 February has their birthday on 28 February in years without a leap day',
  )
}

/** The time from birth to a day is an age. */
export function isBirth(node: TimeBetween): boolean {
  const [begin] = node.timeBetween
  return (
    begin?.base.of === 'anchor' &&
    begin.base.name === 'birth' &&
    begin.offsets.length === 0 &&
    begin.align === undefined
  )
}
