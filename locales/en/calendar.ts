/** Months and what is counted, in English. */
import { type CalendarWords } from '../wording/calendar.ts'

export const calendar: CalendarWords = {
  months: [
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
  ],
  units: {
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
  },
  and: 'and',
}
