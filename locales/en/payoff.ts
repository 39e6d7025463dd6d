/** Payoff curves in English. */
import { type PayoffWords } from '../wording/payoff.ts'

const each: Readonly<Record<string, string>> = {
  nights: 'night',
  days: 'day',
  weeks: 'week',
  months: 'month',
  years: 'year',
  hours: 'hour',
  points: 'point',
  levels: 'level',
  people: 'person',
  times: 'time',
  items: 'goal',
  share: 'whole (100%)',
  number: 'unit',
}

export const payoff: PayoffWords = {
  columns: { x: 'Result', below: 'just below', exactly: 'exactly', above: 'just above' },
  met: (amount) => `Met: ${amount}.`,
  missed: (amount) => `Missed: ${amount}.`,
  perUnit: (amount, unit) => `Each ${each[unit] ?? unit} gives ${amount}.`,
  example: (x, amount) => `Example: ${x} gives ${amount}.`,
  fee: 'A fixed sum, which depends on no result.',
  manyNumbers: 'The amount depends on more than one number, so it has no curve.',
  differs: (who, count) => `As for ${who}${count > 1 ? ` (${String(count)} results)` : ''}:`,
  moreCurves: (count) => `… and ${String(count)} curves more, where people's own numbers give something else.`,
  occasions: (count) => `The goal is decided on ${String(count)} dates; the curve is for each.`,
  beforeLimits: 'Amounts are before limits.',
  nothingPaid: 'The agreement has no paid goals.',
  needsOneGoal: 'An SVG shows one curve. Write which goal.',
  unknownGoal: (name, known) => `The agreement has no paid goal “${name}”. It has ${known}.`,
  title: (payment) => `Payoff curve: ${payment}`,
}
