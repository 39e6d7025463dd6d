/** Betalingskurver på dansk. */
import { sentence } from '../numbers.ts'
import { type PayoffWords } from '../wording/payoff.ts'

const each: Readonly<Record<string, string>> = {
  nights: 'nat',
  days: 'dag',
  weeks: 'uge',
  months: 'måned',
  years: 'år',
  hours: 'time',
  points: 'point',
  levels: 'trin',
  people: 'person',
  times: 'gang',
  items: 'mål',
  share: 'hel (100 %)',
  number: 'enhed',
}

export const payoff: PayoffWords = {
  columns: { x: 'Resultat', below: 'lige under', exactly: 'præcis', above: 'lige over' },
  met: (amount) => sentence(`Opfyldt: ${amount}`),
  missed: (amount) => sentence(`Ikke opfyldt: ${amount}`),
  perUnit: (amount, unit) => `Hver ${each[unit] ?? unit} giver ${sentence(amount)}`,
  example: (x, amount) => `Eksempel: ${x} giver ${sentence(amount)}`,
  fee: 'Et fast beløb, som ikke afhænger af noget resultat.',
  manyNumbers: 'Beløbet afhænger af mere end ét tal og har derfor ingen kurve.',
  differs: (who, count) => `Som for ${who}${count > 1 ? ` (${String(count)} resultater)` : ''}:`,
  moreCurves: (count) => `… og ${String(count)} kurver til, hvor personernes egne tal giver noget andet.`,
  occasions: (count) => `Målet afgøres på ${String(count)} datoer; kurven gælder for hver.`,
  beforeLimits: 'Beløbene er før lofter.',
  nothingPaid: 'Aftalen har ingen betalingsmål.',
  needsOneGoal: 'En SVG viser én kurve. Skriv hvilket mål.',
  unknownGoal: (name, known) => `Aftalen har intet betalingsmål »${name}«. Den har ${known}.`,
  title: (payment) => `Betalingskurve: ${payment}`,
}
