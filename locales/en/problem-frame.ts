/** The words around a problem, whichever it is. */
import { type ProblemFrame } from '../wording/problems.ts'

export const problemFrame: ProblemFrame = {
  severities: { wrong: 'Fault', unsettled: 'Unsettled', notice: 'Notice' },
  leads: { wrong: 'Write instead:', unsettled: 'Choose what applies:', notice: 'Write for example:' },
  or: 'or',
  alike: (rows, lines, more) =>
    `It is so on ${rows} rows: lines ${more === 0 ? `${lines.slice(0, -1).join(', ')} and ${lines.at(-1) ?? ''}` : `${lines.join(', ')} and ${String(more)} more`}.`,
  unnamedQuestion: (key) => `The agreement does not say what applies for “${key}”.`,
}
