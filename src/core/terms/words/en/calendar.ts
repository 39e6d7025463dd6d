/** Months and what is counted, in English. */
import { type CalendarWords } from '../wording.ts'

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export const units: CalendarWords['units'] = {
  nights: ['night', 'nights'],
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  years: ['year', 'years'],
  hours: ['hour', 'hours'],
  points: ['point', 'points'],
  levels: ['level', 'levels'],
  people: ['person', 'people'],
  times: ['time', 'times'],
  items: ['goal', 'goals'],
}

export const and = 'and'

export const calendar: CalendarWords = { months, units, and }
