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
import { type Day, addOffset, calendarPeriodOf } from '../base/index.ts'
import { eventDays } from '../measurement/index.ts'
import { type Schedule } from '../terms/index.ts'
import { type Context } from './context.ts'
import { compileDay } from './days.ts'
import { NO_DAY } from '../measurement/index.ts'
import { NOBODY, type Row } from './row.ts'

export type Occasion = { day: Day; previous: Day; number: number }

/** The occasions of a row's subject, in order of number, moved as far as an extraordinary event has moved them. */
export function compileSchedule(schedule: Schedule, context: Context, goal?: string): (row: Row) => Occasion[] {
  const planned = compilePlanned(schedule, context)
  const moving = (context.agreement.events ?? []).filter(({ moves }) => goal !== undefined && moves?.includes(goal))
  if (moving.length === 0) return planned
  const moved = (day: Day) =>
    moving.reduce((at, { on, by }) => (at >= on && at !== NO_DAY ? addOffset(at, by!) : at), day)
  return (row) =>
    planned(row).map((occasion) => ({
      ...occasion,
      day: moved(occasion.day),
      previous: occasion.number === 1 ? occasion.previous : moved(occasion.previous),
    }))
}

function compilePlanned(schedule: Schedule, context: Context): (row: Row) => Occasion[] {
  const begin = schedule.from === undefined ? startOf(context) : compileDay(schedule.from, context)
  if (schedule.days !== undefined) {
    const days = schedule.days.map((day) => compileDay(day, context))
    return (row) =>
      numbered(
        days.map((day) => day(row)),
        begin(row),
      )
  }
  if (schedule.every !== undefined) return compileEvery(schedule, context, begin)
  if (schedule.each !== undefined) {
    const { each, atMost = Infinity, apart } = schedule
    return (row) =>
      row.who === NOBODY
        ? []
        : numbered(spaced(eventDays(context.facts, each, row.who), apart).slice(0, atMost), begin(row))
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

function numbered(days: readonly Day[], begin: Day): Occasion[] {
  return days.map((day, index) => ({ day, previous: index === 0 ? begin : days[index - 1]!, number: index + 1 }))
}

function compileEvery(schedule: Schedule, context: Context, begin: (row: Row) => Day): (row: Row) => Occasion[] {
  const { months, days } = schedule.every!
  const last = schedule.through === undefined ? undefined : compileDay(schedule.through, context)
  const times = schedule.times ?? Infinity
  return (row) => {
    const start = begin(row)
    if (start === NO_DAY) return Number.isFinite(times) ? numbered(new Array<Day>(times).fill(NO_DAY), NO_DAY) : []
    const until = last?.(row) ?? Infinity
    const found: Day[] = []
    for (let n = 1; n <= times; n++) {
      const day = addOffset(start, { months: n * months, days: n * days })
      if (day > until || months + days === 0) break
      found.push(day)
    }
    return numbered(found, start)
  }
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

function compileCalendar(schedule: Schedule, context: Context): (row: Row) => Occasion[] {
  const { runs } = context.agreement
  const first = schedule.from === undefined ? undefined : compileDay(schedule.from, context)
  const last = schedule.through === undefined ? undefined : compileDay(schedule.through, context)
  return (row) => {
    const begin = first?.(row) ?? runs.from
    const end = last?.(row) ?? runs.through
    if (begin === NO_DAY || end === NO_DAY) return []
    const days: Day[] = []
    for (let day = begin; day <= end;) {
      const period = calendarPeriodOf(day, schedule.calendar!)
      days.push(Math.min(period.until - 1, end))
      day = period.until
    }
    return numbered(days, begin - 1)
  }
}
