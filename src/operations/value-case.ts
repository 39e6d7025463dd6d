/**
 * What a case is worth: in the narrow and the broad scenario, under the law of each day or of one day.
 */
import { type Day, type Problem, sortProblems } from '../core/base/index.ts'
import { type CaseReport, type CompiledCase, reportOn } from '../core/valuation/index.ts'
import { type CompilableCase, type CaseCompiler, compileOpen } from './compile-open.ts'

export type Scenario = 'narrow' | 'broad'

export type ValuedScenario = { scenario: Scenario; compiled: CompiledCase; report: CaseReport }

export type ValuedCase = {
  lawAsOf: Day | undefined
  /** Narrow before broad; only those asked for. Without what cannot be compiled. */
  scenarios: ValuedScenario[]
  /** Of compiling, each told once. */
  problems: Problem[]
}

/** Values the case. `scenario` asks for one of the two; `lawAsOf` runs every rule as it is on that day. */
export function valueCase(
  open: CompilableCase,
  { scenario, lawAsOf }: { scenario?: Scenario; lawAsOf?: Day } = {},
  compile: CaseCompiler = compileOpen,
): ValuedCase {
  const { caseFile, marks } = open.read
  const problems = new Map<string, Problem>()
  const scenarios = (['narrow', 'broad'] as const).flatMap((one): ValuedScenario[] => {
    if (caseFile === undefined || (scenario !== undefined && scenario !== one)) return []
    const options = { scenario: one, ...(lawAsOf === undefined ? {} : { lawAsOf }) }
    const { compiled, problems: found } = compile(open, options)
    for (const each of found) problems.set(`${each.code} ${each.at.line}:${each.at.column} ${textOf(each)}`, each)
    if (compiled === undefined) return []
    const setting = { catalogue: open.catalogue, data: open.data, marks, problems: open.read.problems }
    return [{ scenario: one, compiled, report: reportOn(compiled, setting) }]
  })
  return { lawAsOf, scenarios, problems: sortProblems([...problems.values()]) }
}

const textOf = ({ facts }: Problem): string =>
  JSON.stringify(facts, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
