/** Målinger, der skal tages, på dansk. */
import { type DueWords } from '../wording/due.ts'

const anchors: Readonly<Record<string, string>> = {
  start: 'opstart',
  end: 'afslutning',
  referral: 'visitation',
  birth: 'fødsel',
  'agreement start': 'aftalens begyndelse',
  'agreement end': 'aftalens udløb',
}
const units: Readonly<Record<string, string>> = {
  day: 'dag',
  days: 'dage',
  week: 'uge',
  weeks: 'uger',
  month: 'måned',
  months: 'måneder',
  year: 'år',
  years: 'år',
}
const measurements = (count: number) => (count === 1 ? 'én måling' : `${String(count)} målinger`)

export const due: DueWords = {
  asSeen: (day) => `Målinger set fra den ${day}`,
  states: {
    done: 'målt',
    ahead: 'kommer',
    due: 'skal måles',
    late: 'for sent',
    missing: 'mangler',
    undated: 'uden dato',
  },
  heads: {
    late: (count) => `For sent, men kan nås: ${measurements(count)}`,
    due: (count, soonDays) => `Skal måles inden ${String(soonDays)} dage: ${measurements(count)}`,
    missing: (count) => `Mangler og kan ikke længere nås: ${measurements(count)}`,
  },
  columns: { who: 'Hvem', measure: 'Måling', day: 'Måledag', since: '', by: 'Registreres af' },
  since: (days) => (days === 1 ? '1 dag siden' : `${String(days)} dage siden`),
  inDays: (days) => (days === 0 ? 'i dag' : days === 1 ? 'om 1 dag' : `om ${String(days)} dage`),
  minutes: (minutes) =>
    `De målinger, der er for sent eller skal tages nu, tager omkring ${String(minutes)} minutter i alt.`,
  more: (count) => `… og ${String(count)} til.`,
  nothing: 'Alt, hvad der skulle være målt, er målt.',
  overview: 'Overblik',
  noDueDays: 'Vilkårene siger ikke, hvornår der skal måles.',
  measureColumn: 'Måling',
  dayText: (text) => {
    const match = /^([a-z ]+?)(?: ([+-]) (\d+) (\w+))?$/.exec(text)
    const anchor = anchors[match?.[1] ?? '']
    if (anchor === undefined) return text
    const [, , sign, count, unit] = match ?? []
    return sign === undefined
      ? anchor
      : `${count ?? ''} ${units[unit ?? ''] ?? unit ?? ''} ${sign === '+' ? 'efter' : 'før'} ${anchor}`
  },
}
