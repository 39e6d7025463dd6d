/** The words after a contract has been checked. */
import { listText } from '../numbers.ts'
import { type CheckWords } from '../wording/check.ts'

const folders = (count: number) => (count === 1 ? 'one folder' : `${String(count)} folders`)

export const check: CheckWords = {
  wrong: (count) => (count === 1 ? 'one fault' : `${String(count)} faults`),
  unsettled: (count) => (count === 1 ? 'one open question' : `${String(count)} open questions`),
  notices: (count) => (count === 1 ? 'one remark' : `${String(count)} remarks`),
  signable: (path) => `${path}: no faults and no open questions. Can be signed.`,
  summary: (path, counts, meaning) => `${path}: ${listText(counts, 'en')}. ${meaning}`,
  computable: (path) => `${path}: no faults and no open questions. Can be computed.`,
  canRun: 'Can be computed.',
  notAnswered: 'Cannot be computed until the questions are answered.',
  cannotRun: 'Cannot be computed until the faults are mended.',
  cannotSign: 'Can be computed, but not signed.',
  canSign: 'Can be signed.',
  more: (count, code) => `… and ${String(count)} more of the same kind [${code}].`,
  allFine: (count) => `In all ${folders(count)}, without faults or open questions.`,
  someWrong: (fine, wrong, unsettled) =>
    `In all ${folders(fine + wrong + unsettled)}: ${String(fine)} fine, ${String(unsettled)} unsettled, ${String(wrong)} with faults.`,
}
