/**
 * Days told relative to what the roster and the facts know about somebody become calendar days.
 *
 *     end + 12 months    for a child whose family's course ended on 31 August 2022   →   31 August 2023
 *
 * A member's own day counts where the roster has one, otherwise the family's. A day that rests on something not known,
 * such as the end of a course that goes on, is `NO_DAY`; so is a day that only an occasion has.
 */
import {
  type Day,
  addOffset,
  dateOnOrAfter,
  dateOnOrBefore,
  firstDayOfMonth,
  lastDayOfMonth,
  weekdayOnOrAfter,
  weekdayOnOrBefore,
} from '../base/index.ts'
import { type expressions } from '../terms/index.ts'
import { eventDay } from './events.ts'
import { NO_DAY } from './measure-facts.ts'
import { type DayColumn } from './roster.ts'
import { type FactsView } from './store.ts'

/** The day an expression is for somebody in the roster. */
export function relativeDay(view: FactsView, expression: expressions.DayExpression, row: number): Day {
  const base = baseDay(view, expression.base, row)
  return base === NO_DAY ? NO_DAY : aligned(expression.offsets.reduce(addOffset, base), expression.align)
}

/** A day of the roster, the family's where the person has none. */
export function ownOrFamilys({ roster }: FactsView, column: DayColumn, row: number): Day {
  const own = roster.days[column][row]!
  const family = roster.memberOf[row]!
  return own === NO_DAY && family >= 0 ? roster.days[column][family]! : own
}

function baseDay(view: FactsView, base: expressions.DayExpression['base'], row: number): Day {
  switch (base.of) {
    case 'fixed':
      return base.day
    case 'event':
      return eventDay(view, base.measure, row, base.pick)
    case 'named':
      return NO_DAY
    case 'anchor':
      return anchorDay(view, base.name, row)
  }
}

function anchorDay(view: FactsView, anchor: expressions.DayAnchor, row: number): Day {
  const { runs, people } = view.agreement
  switch (anchor) {
    case 'start':
      return ownOrFamilys(view, people.clock, row)
    case 'course start':
      return ownOrFamilys(view, 'start', row)
    case 'end':
    case 'referral':
      return ownOrFamilys(view, anchor, row)
    case 'birth':
      return view.roster.days.birth[row]!
    case 'agreement start':
      return runs.from
    case 'agreement end':
      return runs.through
    case 'occasion':
    case 'previous':
      return NO_DAY
  }
}

/** The day an alignment leads to: the Monday on or before it, the first of its month, the next 1 August. */
export function aligned(day: Day, align: expressions.DayExpression['align']): Day {
  switch (align?.to) {
    case undefined:
      return day
    case 'first-of-month':
      return firstDayOfMonth(day)
    case 'last-of-month':
      return lastDayOfMonth(day)
    case 'weekday':
      return align.side === 'before' ? weekdayOnOrBefore(day, align.weekday) : weekdayOnOrAfter(day, align.weekday)
    case 'date':
      return align.side === 'before' ? dateOnOrBefore(day, align) : dateOnOrAfter(day, align)
  }
}
