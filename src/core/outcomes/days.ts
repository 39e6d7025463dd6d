/**
 * Days told relative to what is known about a subject become calendar days.
 *
 *     start + 24 months                        counted from the start itself, not month by month
 *     monday on or before start + 24 months    the alignment is the last thing done
 *
 * A day that rests on something not known, such as the end of a course that goes on, is `NO_DAY`.
 */
import { type Day, addOffset, assert } from '../base/index.ts'
import { NO_DAY, aligned, eventDay } from '../measurement/index.ts'
import { type expressions } from '../terms/index.ts'
import { type Context, type DayOperator, subjectOf } from './context.ts'
import { NOBODY, type Row } from './row.ts'

type DayExpression = expressions.DayExpression
type DayAnchor = expressions.DayAnchor

export function compileDay(expression: DayExpression, context: Context): DayOperator {
  const base = compileBase(expression, context)
  const { offsets, align } = expression
  if (offsets.length === 0 && align === undefined) return base
  // Few distinct days among many rows: each is worked out once.
  const known = new KnownDays((day) => aligned(offsets.reduce(addOffset, day), align))
  return (row) => {
    const day = base(row)
    return day === NO_DAY ? NO_DAY : known.after(day)
  }
}

const pageBits = 10
const firstDayKept = -(1 << 16)
const pageCount = 1 << 8

/** What days from about 1790 to 2500 become, kept in pages of a few years; any other day is worked out each time. */
class KnownDays {
  private readonly pages: (Int32Array | undefined)[] = []
  private readonly become: (day: Day) => Day

  constructor(become: (day: Day) => Day) {
    this.become = become
  }

  after(day: Day): Day {
    const at = day - firstDayKept
    const page = this.pages[at >> pageBits] ?? this.newPage(at >> pageBits)
    if (page === undefined) return this.become(day)
    const inPage = at & ((1 << pageBits) - 1)
    if (page[inPage] === NO_DAY) page[inPage] = this.become(day)
    return page[inPage]!
  }

  private newPage(index: number): Int32Array | undefined {
    if (index < 0 || index >= pageCount) return undefined
    return (this.pages[index] = new Int32Array(1 << pageBits).fill(NO_DAY))
  }
}

function compileBase(expression: DayExpression, context: Context): DayOperator {
  const { base } = expression
  switch (base.of) {
    case 'fixed':
      return () => base.day
    case 'anchor':
      return compileAnchor(base.name, context)
    case 'event':
      return (row) => eventDay(context.facts, base.measure, subjectOf(row, context.scopes), base.pick)
    case 'named': {
      const named = context.goal?.dates?.get(base.name)
      assert(named !== undefined, 'a named day is one of the goal’s dates')
      return compileDay(named, context)
    }
  }
}

function compileAnchor(anchor: DayAnchor, context: Context): DayOperator {
  const { roster, agreement, scopes } = context
  const { days } = roster
  const clock = agreement.people.clock
  switch (anchor) {
    case 'start':
      return (row) => (row.who === NOBODY ? scopes[row.scope]!.from : ownOrFamilysDay(context, days[clock], row))
    case 'course start':
      return (row) => (row.who === NOBODY ? scopes[row.scope]!.from : ownOrFamilysDay(context, days.start, row))
    case 'end':
      return (row) => (row.who === NOBODY ? scopes[row.scope]!.until - 1 : ownOrFamilysDay(context, days.end, row))
    case 'referral':
      return (row) => (row.who === NOBODY ? NO_DAY : ownOrFamilysDay(context, days.referral, row))
    case 'birth':
      return (row) => (row.who === NOBODY ? NO_DAY : days.birth[row.who]!)
    case 'occasion':
      return (row) => row.day
    case 'previous':
      return (row) => row.previous
    case 'agreement start':
      return () => agreement.runs.from
    case 'agreement end':
      return () => agreement.runs.through
  }
}

/** A child's day is its own where the roster has one, otherwise the family's. */
export function ownOrFamilysDay({ roster }: Context, column: Int32Array, row: Row): Day {
  const own = column[row.who]!
  if (own !== NO_DAY) return own
  const family = roster.memberOf[row.who]!
  return family === NOBODY ? NO_DAY : column[family]!
}

/** A window's first day and the first day after it. */
export function compileWindow(window: expressions.Window, context: Context): { from: DayOperator; until: DayOperator } {
  const dayAfter =
    (day: DayOperator): DayOperator =>
    (row) => {
      const last = day(row)
      return last === NO_DAY ? NO_DAY : last + 1
    }
  assert(
    (window.from ?? window.after) !== undefined && (window.until ?? window.through) !== undefined,
    'a window has both ends',
  )
  return {
    from: window.from !== undefined ? compileDay(window.from, context) : dayAfter(compileDay(window.after!, context)),
    until:
      window.until !== undefined ? compileDay(window.until, context) : dayAfter(compileDay(window.through!, context)),
  }
}
