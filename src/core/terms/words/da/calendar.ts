/** Måneder og det, der tælles, på dansk. */
import { type CalendarWords } from '../wording.ts'

export const months = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
]

export const units: CalendarWords['units'] = {
  nights: ['nat', 'nætter'],
  days: ['dag', 'dage'],
  weeks: ['uge', 'uger'],
  months: ['måned', 'måneder'],
  years: ['år', 'år'],
  hours: ['time', 'timer'],
  points: ['point', 'point'],
  levels: ['trin', 'trin'],
  people: ['person', 'personer'],
  times: ['gang', 'gange'],
  items: ['mål', 'mål'],
}

export const and = 'og'

export const calendar: CalendarWords = { months, units, and }
