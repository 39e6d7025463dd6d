/**
 * Checking an agreement as a whole: what its parts say about each other.
 *
 * Shapes have seen to it that each part is written as it may be. Here names lead somewhere, units go together, tables
 * rise, payments can be worked out, and what the parts leave open between them is asked. Two levels: *wrong* cannot
 * run; *unsettled* runs under each answer and may not be signed. What is only worth knowing is a *notice*.
 */
import { type Problem } from '../base/index.ts'
import { type YamlNode } from '../text/index.ts'
import { type Agreement } from './agreement.ts'
import { checkExpressions } from './check-expressions.ts'
import { checkGoals } from './check-goals.ts'
import { checkKinds } from './check-kinds.ts'
import { checkMoney } from './check-money.ts'
import { checkNames } from './check-names.ts'
import { checkOccasion } from './check-occasion.ts'
import { checkSubjects } from './check-subjects.ts'
import { checkWaiting } from './check-waiting.ts'
import { checkingOf } from './checking.ts'

/**
 * The problems of an agreement read from `root`. It may have holes where questions are open; nothing is said of those
 * again. What is weighed and counted presumes names that lead somewhere, so a wrong name is told alone.
 */
export function checkAgreement(agreement: Agreement, root: YamlNode): Problem[] {
  const to = checkingOf(agreement, root)
  checkNames(to)
  if (to.problems.length > 0) return to.problems
  checkKinds(to)
  checkExpressions(to)
  checkSubjects(to)
  checkGoals(to)
  checkWaiting(to)
  checkMoney(to)
  checkOccasion(to)
  return to.problems
}
