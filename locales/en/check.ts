/** The words after a contract has been checked. */
import { listText } from '../numbers.ts'
import { type CheckWords } from '../wording/check.ts'

const contracts = (count: number) => (count === 1 ? 'one contract' : `${String(count)} contracts`)

export const check: CheckWords = {
  wrong: (count) => (count === 1 ? 'one fault' : `${String(count)} faults`),
  unsettled: (count) => (count === 1 ? 'one open question' : `${String(count)} open questions`),
  notices: (count) => (count === 1 ? 'one remark' : `${String(count)} remarks`),
  signable: (path) => `${path}: no faults and no open questions. Can be signed.`,
  summary: (path, counts, meaning) => `${path}: ${listText(counts, 'en')}. ${meaning}`,
  cannotRun: 'Cannot be computed until the faults are mended.',
  cannotSign: 'Can be computed, but not signed.',
  canSign: 'Can be signed.',
  more: (count, code) => `… and ${String(count)} more of the same kind [${code}].`,
  allFine: (count) => `In all ${contracts(count)}, without faults or open questions.`,
  someWrong: (fine, wrong, unsettled) =>
    `In all ${contracts(fine + wrong + unsettled)}: ${String(fine)} fine, ${String(unsettled)} unsettled, ${String(wrong)} with faults.`,
}
