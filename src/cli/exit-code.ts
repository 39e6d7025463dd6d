/** The exit code of what was found: 1 where something is wrong, 3 where something is open, whichever command found it. */
import { type Problem, type Severity } from '../core/base/index.ts'

export function codeOf(problems: readonly Problem[]): 0 | 1 | 3 {
  const has = (severity: Severity) => problems.some((found) => found.severity === severity)
  return has('wrong') ? 1 : has('unsettled') ? 3 : 0
}
