/** What is wrong, in the reader's terms: what, why, and what can be written instead. */
import { type ProblemWords } from '../wording/problems.ts'
import { caseProblems } from './case-problems.ts'
import { catalogueProblems } from './catalogue-problems.ts'
import { factProblems } from './fact-problems.ts'
import { termsProblems } from './terms-problems.ts'
import { textProblems } from './text-problems.ts'
import { workbookProblems } from './workbook-problems.ts'

export const problems: ProblemWords = {
  problems: {
    ...textProblems,
    ...termsProblems,
    ...factProblems,
    ...catalogueProblems,
    ...caseProblems,
    ...workbookProblems,
  },
  severities: { wrong: 'Fault', unsettled: 'Unsettled', notice: 'Notice' },
  leads: { wrong: 'Write instead:', unsettled: 'Choose what applies:', notice: 'Write for example:' },
  or: 'or',
  unnamedQuestion: (key) => `The agreement does not say what applies for “${key}”.`,
}
