/**
 * From the text of `case.yaml` to the case as data, or to what stands in the way.
 *
 *     readCase(text, 'cases/vejle/case.yaml') → { caseFile, problems, marks }
 *
 * Nothing wrong and nothing unsettled gives a case; notices stop nothing. Problems: those of YAML, of the shapes and of
 * check-case.ts and sign-off.ts; case-empty; currency-unknown.
 */
import { type Problem, currencyOf, problem, sortProblems } from '../../base/index.ts'
import { type Mark, type Reading, plainText, readYaml } from '../../text/index.ts'
import { type CaseFile, caseShape } from './case-file.ts'
import { checkCase } from './check-case.ts'
import { checkSignOffs } from './sign-off.ts'

export type ReadCase = {
  /** Present when the case can be compiled. */
  caseFile: CaseFile | undefined
  problems: Problem[]
  /** The values that say how far they may be trusted: `{ is: 192000 kr, derived: … }`. */
  marks: Mark[]
}

export function readCase(text: string, file: string): ReadCase {
  return readCaseTree(readYaml(text, file), file)
}

/** The same of a text that is a tree already, whose places may be those of another form of it, such as the cells of a sheet. */
export function readCaseTree(yaml: ReturnType<typeof readYaml>, file: string): ReadCase {
  const { root } = yaml
  if (root === undefined || root.kind === 'empty') {
    const at = { file, line: 1, column: 1, length: 0 }
    const problems = yaml.problems.length > 0 ? yaml.problems : [problem('case-empty', 'wrong', at)]
    return { caseFile: undefined, problems, marks: [] }
  }
  const currencyEntry = root.kind === 'map' ? root.entries.find(({ key }) => key === 'currency') : undefined
  const currency = plainText(currencyEntry?.value) ?? ''
  const reading: Reading = {
    problems: [...yaml.problems],
    marks: [],
    currency,
    ...(root.kind === 'map' ? { root } : {}),
  }
  if (currencyEntry !== undefined && currencyOf(currency) === undefined) {
    reading.problems.push(problem('currency-unknown', 'wrong', currencyEntry.value.at, { found: currency }))
  }
  const caseFile = caseShape.read(root, reading, 'case')
  if (caseFile !== undefined && !reading.problems.some(stops)) {
    reading.problems.push(...checkCase(caseFile, reading.marks))
  }
  if (caseFile !== undefined) reading.problems.push(...checkSignOffs(root, caseFile))
  const isWhole = !reading.problems.some(stops)
  return {
    caseFile: isWhole ? caseFile : undefined,
    problems: sortProblems(reading.problems),
    marks: reading.marks,
  }
}

const stops = ({ severity }: Problem): boolean => severity !== 'notice'
