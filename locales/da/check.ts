/** Ordene efter en gennemgang af en aftale. */
import { listText } from '../numbers.ts'
import { type CheckWords } from '../wording/check.ts'

const folders = (count: number) => (count === 1 ? 'én mappe' : `${String(count)} mapper`)

export const check: CheckWords = {
  wrong: (count) => (count === 1 ? 'én fejl' : `${String(count)} fejl`),
  unsettled: (count) => (count === 1 ? 'ét åbent spørgsmål' : `${String(count)} åbne spørgsmål`),
  notices: (count) => (count === 1 ? 'én bemærkning' : `${String(count)} bemærkninger`),
  signable: (path) => `${path}: ingen fejl og ingen åbne spørgsmål. Kan underskrives.`,
  summary: (path, counts, meaning) => `${path}: ${listText(counts, 'da')}. ${meaning}`,
  computable: (path) => `${path}: ingen fejl og ingen åbne spørgsmål. Kan regnes.`,
  canRun: 'Kan regnes.',
  notAnswered: 'Kan ikke regnes, før spørgsmålene er besvaret.',
  cannotRun: 'Kan ikke regnes, før fejlene er rettet.',
  cannotSign: 'Kan regnes, men ikke underskrives.',
  canSign: 'Kan underskrives.',
  more: (count, code) => `… og ${String(count)} til af samme slags [${code}].`,
  allFine: (count) => `I alt ${folders(count)}, uden fejl og åbne spørgsmål.`,
  someWrong: (fine, wrong, unsettled) =>
    `I alt ${folders(fine + wrong + unsettled)}: ${String(fine)} i orden, ${String(unsettled)} uafklarede, ${String(wrong)} med fejl.`,
}
