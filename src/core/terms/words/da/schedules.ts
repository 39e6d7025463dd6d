/**
 * Hvornår noget afgøres, på dansk.
 *
 *     { at: [end + 12 months, end + 24 months], decided: each-date }   12 og 24 måneder efter afslutning. Hver dato …
 *     { every: 6 months, from: start, times: 4 }                       hver gang der er gået 6 måneder fra opstart, …
 */
import { type Schedule } from '../../agreement.ts'
import { type Telling, draft, labelOf } from '../telling.ts'
import { type Draft, from } from '../text.ts'
import { dayPoint, daysOn } from './days.ts'
import { count, length } from './numbers.ts'
import { theRow } from './rows.ts'

const calendars = {
  month: 'hver kalendermåned',
  quarter: 'hvert kvartal',
  'half-year': 'hvert halvår',
  year: 'hvert kalenderår',
}

/** The days in words, as one adverbial: "ved afslutning", "ved udgangen af hvert kvartal". */
export function scheduleOn(node: Schedule, t: Telling): string {
  const pieces: string[] = []
  if (node.days !== undefined) pieces.push(daysOn(node.days, t))
  if (node.every !== undefined) pieces.push(`hver gang der er gået ${from(`${node.path}.every`, length(node.every))}`)
  if (node.each !== undefined) pieces.push(`hver gang »${labelOf(t, node.each)}« registreres`)
  if (node.calendar !== undefined)
    pieces.push(`ved udgangen af ${from(`${node.path}.calendar`, calendars[node.calendar])}`)
  if (node.from !== undefined) pieces.push(`regnet fra ${dayPoint(node.from, t)}`)
  if (node.times !== undefined) pieces.push(`${from(`${node.path}.times`, count(node.times, 'times'))} i alt`)
  if (node.through !== undefined) pieces.push(`til og med ${dayPoint(node.through, t)}`)
  const last = pieces.pop() ?? ''
  return pieces.length === 0 ? last : `${pieces.join(', ')}, ${last}`
}

const decided = {
  'each-date': 'hver dato afgøres for sig',
  'all-dates': 'målet er først nået, når det er nået på alle datoerne',
  'any-date': 'målet er nået, når det er nået på mindst én af datoerne',
}

const paidOn = {
  'each-date': 'beløbet betales på hver af datoerne',
  'all-dates': 'beløbet betales først, når alle datoerne er passeret',
  'any-date': 'beløbet betales én gang, på den første af datoerne',
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
  const what = node.each === undefined ? 'en dato' : `»${labelOf(t, node.each)}«`
  return Number.isFinite(node.atMost)
    ? `${what} tæller højst ${count(node.atMost!, 'times')} for ${theRow(t.row, 'every')}`
    : `der er ingen grænse for, hvor mange gange ${what} tæller`
}

function apart(node: Schedule, t: Telling): string {
  const what = node.each === undefined ? 'en dato' : `»${labelOf(t, node.each)}«`
  return `${what} tæller kun, når der er gået mindst ${length(node.apart!)} siden den seneste, der talte`
}

/** Whether a goal may be decided more than once for the same subject. */
export const isRepeated = (node: Schedule): boolean =>
  (node.days ?? []).length > 1 || node.every !== undefined || node.each !== undefined || node.calendar !== undefined
