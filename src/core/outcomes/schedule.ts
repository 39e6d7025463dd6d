/**
 * Occasions: the dates on which a goal is decided for one subject or group.
 *
 *     { every: 6 months, from: start, times: 6 }     start + 6 months, start + 12 months, … start + 36 months
 *     { each: started-job, at-most: 2 }              the day of each of the first two events
 *     { calendar: quarter }                          the last day of each quarter of the agreement
 *
 * Each is counted from the anchor itself, so `start + 12 months` from 31 August is not six months twice. The day
 * before the first occasion is the schedule's `from`, or the day the subject's clock started.
 */
import { type Day, type Offset, addOffset, calendarPeriodOf } from '../base/index.ts'
import { eventDays } from '../measurement/index.ts'
import { type Schedule } from '../terms/index.ts'
import { type Context, subjectOf } from './context.ts'
import { compileDay } from './days.ts'
import { NO_DAY } from '../measurement/index.ts'
import { NOBODY, type Row } from './row.ts'

/**
 * The first `count` of `days` are the occasions, number 1 and on; `begin` is the day before number 1. The same object
 * and array are used again for the next row.
 */
export type Occasions = { begin: Day; days: readonly Day[]; count: number }

/** Puts the row on the occasion of an index. */
export function standOnOccasion(row: Row, { begin, days }: Occasions, index: number): void {
  row.day = days[index]!
  row.previous = index === 0 ? begin : days[index - 1]!
  row.number = index + 1
}

/** The occasions of a row's subject, moved as far as an extraordinary event has moved those after its day. */
export function compileSchedule(schedule: Schedule, context: Context, goal?: string): (row: Row) => Occasions {
  const planned = compilePlanned(schedule, context)
  const moving = (context.agreement.events ?? []).filter(({ moves }) => goal !== undefined && moves?.includes(goal))
  if (moving.length === 0) return planned
  const moved = (day: Day) =>
    moving.reduce((at, { on, by }) => (at > on && at !== NO_DAY ? addOffset(at, by!) : at), day)
  return (row) => {
    const { begin, days, count } = planned(row)
    return { begin, days: days.slice(0, count).map(moved), count }
  }
}

function compilePlanned(schedule: Schedule, context: Context): (row: Row) => Occasions {
  const begin = schedule.from === undefined ? startOf(context) : compileDay(schedule.from, context)
  if (schedule.days !== undefined) {
    const operators = schedule.days.map((day) => compileDay(day, context))
    const days = operators.map(() => NO_DAY)
    const occasions = { begin: NO_DAY, days, count: days.length }
    return (row) => {
      occasions.begin = begin(row)
      for (let index = 0; index < days.length; index++) days[index] = operators[index]!(row)
      return occasions
    }
  }
  if (schedule.every !== undefined) return compileEvery(schedule, context, begin)
  if (schedule.each !== undefined) {
    const { each, atMost = Infinity, apart } = schedule
    return (row) =>
      listed(spaced(eventDays(context.facts, each, subjectOf(row, context.scopes)), apart).slice(0, atMost), begin(row))
  }
  return compileCalendar(schedule, context)
}

function startOf(context: Context): (row: Row) => Day {
  const { roster, agreement, scopes } = context
  const clock = roster.days[agreement.people.clock]
  return (row) => {
    if (row.who === NOBODY) return scopes[row.scope]!.from
    const own = clock[row.who]!
    return own === NO_DAY && roster.memberOf[row.who]! >= 0 ? clock[roster.memberOf[row.who]!]! : own
  }
}

const none: Occasions = { begin: NO_DAY, days: [], count: 0 }

const listed = (days: readonly Day[], begin: Day): Occasions => ({ begin, days, count: days.length })

function compileEvery(schedule: Schedule, context: Context, begin: (row: Row) => Day): (row: Row) => Occasions {
  const last = schedule.through === undefined ? undefined : compileDay(schedule.through, context)
  const times = schedule.times ?? Infinity
  const unknown = Number.isFinite(times) ? listed(new Array<Day>(times).fill(NO_DAY), NO_DAY) : none
  // Many begin on the same few days: without an end of its own, each day's occasions are worked out once.
  const known = new Map<Day, Occasions>()
  return (row) => {
    const start = begin(row)
    if (start === NO_DAY) return unknown
    if (last !== undefined) return listed(daysFrom(start, schedule.every!, times, last(row)), start)
    let occasions = known.get(start)
    if (occasions === undefined)
      known.set(start, (occasions = listed(daysFrom(start, schedule.every!, times, Infinity), start)))
    return occasions
  }
}

function daysFrom(start: Day, { months, days }: Offset, times: number, until: Day): Day[] {
  const found: Day[] = []
  for (let n = 1; n <= times; n++) {
    const day = addOffset(start, { months: n * months, days: n * days })
    if (day > until || months + days === 0) break
    found.push(day)
  }
  return found
}

/** Events nearer than the agreed gap to the last one counted do not count. */
function spaced(days: readonly Day[], apart: Schedule['apart']): Day[] {
  if (apart === undefined) return [...days]
  const counted: Day[] = []
  for (const day of days) {
    const before = counted.at(-1)
    if (before === undefined || day >= addOffset(before, apart)) counted.push(day)
  }
  return counted
}

function compileCalendar(schedule: Schedule, context: Context): (row: Row) => Occasions {
  const { runs } = context.agreement
  const first = schedule.from === undefined ? undefined : compileDay(schedule.from, context)
  const last = schedule.through === undefined ? undefined : compileDay(schedule.through, context)
  return (row) => {
    const begin = first?.(row) ?? runs.from
    const end = last?.(row) ?? runs.through
    if (begin === NO_DAY || end === NO_DAY) return none
    const days: Day[] = []
    for (let day = begin; day <= end;) {
      const period = calendarPeriodOf(day, schedule.calendar!)
      days.push(Math.min(period.until - 1, end))
      day = period.until
    }
    return listed(days, begin - 1)
  }
}
