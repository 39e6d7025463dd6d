/** The words around the payment annex. */
import { type AnnexWords } from '../wording/annex.ts'

export const annex: AnnexWords = {
  title: 'Payment annex',
  version: (name, from) => (from === undefined ? `Version ${name}` : `Version ${name}, in force from ${from}`),
  clause: (number) => `§ ${number}`,
  unsettled: (count) =>
    count === 1 ? 'Cannot be signed: one question is open.' : `Cannot be signed: ${String(count)} questions are open.`,
  answers: 'Answers',
  readingShown: 'The annex below is read with the first answer to each question.',
}
