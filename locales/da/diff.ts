/** Forskelle på dansk. */
import { type DiffWords } from '../wording/diff.ts'

export const diff: DiffWords = {
  statements: (before, after) => `Fra opgørelsen ${before} til ${after}`,
  terms: (before, after) => `Fra vilkårene ${before} til ${after}`,
  columns: {
    clause: '§',
    payment: 'Betalingsmål',
    before: 'Før',
    after: 'Efter',
    difference: 'Forskel',
    total: 'I alt',
    who: 'Hvem',
    day: 'Dato',
  },
  afterLimits: 'Optjent efter lofter',
  payable: 'Til betaling',
  missing: 'ikke med',
  people: 'Hvis beløb er ændret',
  samePeople: 'Ingen persons beløb er ændret.',
  more: (count) => `… og ${String(count)} til.`,
  sameStatement: 'De to opgørelser siger det samme.',
  sameTerms: 'Bestemmelserne siger det samme.',
  clauses: 'Bestemmelser, der er ændret',
  money: 'Samme oplysninger, afregnet efter hver af de to',
  sameMoney: 'Beløbene er de samme.',
  noMoney: 'Der er ingen oplysninger at afregne.',
  unlike: (a, b) => `${a} og ${b} kan ikke sammenlignes: den ene er en opgørelse, den anden er vilkår.`,
  notAStatement: (path) => `${path} er ikke en opgørelse i JSON, som bundlinje har skrevet den.`,
  unlikeCurrency: (a, b) => `Opgørelserne er i ${a} og ${b} og kan ikke trækkes fra hinanden.`,
  unknownVersion: (name, path, known) =>
    `${path} har ingen udgave eller dato »${name}«. Udgaverne er ${known}; en dato skrives fx 31/12/2024.`,
  unsettled: 'Vilkårene er ikke afklaret; her er de læst med det første svar på hvert spørgsmål.',
}
