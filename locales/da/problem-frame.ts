/** Ordene om et problem, uanset hvilket. */
import { type ProblemFrame } from '../wording/problems.ts'

export const problemFrame: ProblemFrame = {
  severities: { wrong: 'Fejl', unsettled: 'Uafklaret', notice: 'Bemærk' },
  leads: { wrong: 'Skriv i stedet:', unsettled: 'Vælg, hvad der gælder:', notice: 'Skriv fx:' },
  or: 'eller',
  alike: (rows, lines, more) =>
    `Det gælder ${rows} rækker: linje ${more === 0 ? `${lines.slice(0, -1).join(', ')} og ${lines.at(-1) ?? ''}` : `${lines.join(', ')} og ${String(more)} til`}.`,
  unnamedQuestion: (key) => `Aftalen siger ikke, hvad der gælder for »${key}«.`,
}
