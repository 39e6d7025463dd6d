/** What is wrong, in the reader's terms: what, why, and what can be written instead. */
import { type ProblemWords } from '../wording/problems.ts'
import { caseProblems } from './case-problems.ts'
import { catalogueProblems } from './catalogue-problems.ts'
import { factProblems } from './fact-problems.ts'
import { problemFrame } from './problem-frame.ts'
import { shapeProblems } from './shape-problems.ts'
import { termsProblems } from './terms-problems.ts'
import { textProblems } from './text-problems.ts'
import { workbookProblems } from './workbook-problems.ts'

export const problems: ProblemWords = {
  problems: {
    ...textProblems,
    ...shapeProblems,
    ...termsProblems,
    ...factProblems,
    ...catalogueProblems,
    ...caseProblems,
    ...workbookProblems,
  },
  ...problemFrame,
}
