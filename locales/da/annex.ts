/** Ordene omkring betalingsbilaget. */
import { type AnnexWords } from '../wording/annex.ts'

export const annex: AnnexWords = {
  title: 'Betalingsbilag',
  version: (name, from) => (from === undefined ? `Udgave ${name}` : `Udgave ${name}, gælder fra den ${from}`),
  clause: (number) => `§ ${number}`,
  unsettled: (count) =>
    count === 1
      ? 'Kan ikke underskrives: ét spørgsmål er åbent.'
      : `Kan ikke underskrives: ${String(count)} spørgsmål er åbne.`,
  answers: 'Svar',
  readingShown: 'Bilaget herunder er læst med det første svar på hvert spørgsmål.',
}
