/** The words around a problem, whichever it is. */
import { type ProblemFrame } from '../wording/problems.ts'

export const problemFrame: ProblemFrame = {
  severities: { wrong: 'Fault', unsettled: 'Unsettled', notice: 'Notice' },
  leads: { wrong: 'Write instead:', unsettled: 'Choose what applies:', notice: 'Write for example:' },
  or: 'or',
  unnamedQuestion: (key) => `The agreement does not say what applies for “${key}”.`,
}
