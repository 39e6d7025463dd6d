/**
 * When something is decided, in English.
 *
 *     { at: [end + 12 months, end + 24 months], decided: each-date }   12 and 24 months after the end. Each date …
 *     { every: 6 months, from: start, times: 4 }                       each time 6 months have passed from the start, …
 */
import { type Schedule } from '../../agreement.ts'
import { type Telling, draft, labelOf } from '../telling.ts'
import { type Draft, from } from '../text.ts'
import { dayPoint, daysOn } from './days.ts'
import { count, length, passed } from './numbers.ts'
import { theRow } from './rows.ts'

const calendars = {
  month: 'each calendar month',
  quarter: 'each quarter',
  'half-year': 'each half-year',
  year: 'each calendar year',
}

/** The days in words, as one adverbial: "at the end of the course", "at the close of each quarter". */
export function scheduleOn(node: Schedule, t: Telling): string {
  const pieces: string[] = []
  if (node.days !== undefined) pieces.push(daysOn(node.days, t))
  if (node.every !== undefined)
    pieces.push(`each time ${from(`${node.path}.every`, length(node.every))} ${passed(node.every)}`)
  if (node.each !== undefined) pieces.push(`each time “${labelOf(t, node.each)}” is recorded`)
  if (node.calendar !== undefined)
    pieces.push(`at the close of ${from(`${node.path}.calendar`, calendars[node.calendar])}`)
  if (node.from !== undefined) pieces.push(`counted from ${dayPoint(node.from, t)}`)
  if (node.times !== undefined) pieces.push(`${from(`${node.path}.times`, count(node.times, 'times'))} in all`)
  if (node.through !== undefined) pieces.push(`up to and including ${dayPoint(node.through, t)}`)
  const last = pieces.pop() ?? ''
  return pieces.length === 0 ? last : `${pieces.join(', ')}, ${last}`
}

const decided = {
  'each-date': 'each date is decided by itself',
  'all-dates': 'the goal is met only when it is met on all the dates',
  'any-date': 'the goal is met when it is met on at least one of the dates',
}

const paidOn = {
  'each-date': 'the amount is paid on each of the dates',
  'all-dates': 'the amount is paid only when all the dates have passed',
  'any-date': 'the amount is paid once, on the first of the dates',
}

/** What several dates of a goal mean for each other, and which events count. */
export const scheduleNotes = (node: Schedule, t: Telling): Draft[] => notes(node, decided, t)

/** What several dates mean for an amount that falls due on them. */
export const dueNotes = (node: Schedule, t: Telling): Draft[] => notes(node, paidOn, t)

function notes(node: Schedule, words: Record<NonNullable<Schedule['decided']>, string>, t: Telling): Draft[] {
  return [
    ...(node.decided === undefined ? [] : [draft(node, 'decided', words[node.decided])]),
    ...(node.atMost === undefined ? [] : [draft(node, 'at-most', atMost(node, t), true)]),
    ...(node.apart === undefined ? [] : [draft(node, 'apart', apart(node, t), true)]),
  ]
}

function atMost(node: Schedule, t: Telling): string {
  const what = node.each === undefined ? 'a date' : `“${labelOf(t, node.each)}”`
  return Number.isFinite(node.atMost)
    ? `${what} counts at most ${count(node.atMost!, 'times')} for ${theRow(t.row, 'every')}`
    : `there is no limit to how many times ${what} counts`
}

function apart(node: Schedule, t: Telling): string {
  const what = node.each === undefined ? 'a date' : `“${labelOf(t, node.each)}”`
  return `${what} counts only if at least ${length(node.apart!)} ${passed(node.apart!)} since the latest one that counted`
}

/** Whether a goal may be decided more than once for the same subject. */
export const isRepeated = (node: Schedule): boolean =>
  (node.days ?? []).length > 1 || node.every !== undefined || node.each !== undefined || node.calendar !== undefined
