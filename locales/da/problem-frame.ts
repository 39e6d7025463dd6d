/** Ordene om et problem, uanset hvilket. */
import { type ProblemFrame } from '../wording/problems.ts'

export const problemFrame: ProblemFrame = {
  severities: { wrong: 'Fejl', unsettled: 'Uafklaret', notice: 'Bemærk' },
  leads: { wrong: 'Skriv i stedet:', unsettled: 'Vælg, hvad der gælder:', notice: 'Skriv fx:' },
  or: 'eller',
  unnamedQuestion: (key) => `Aftalen siger ikke, hvad der gælder for »${key}«.`,
}
