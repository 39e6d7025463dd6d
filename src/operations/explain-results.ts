/** Why each result of a goal is what it is, also of a goal that earned nothing. */
import { type Reason } from '../core/outcomes/index.ts'
import { type Settled, explainGoal } from '../core/settlement/index.ts'

/** The results of a goal in one agreement, each with its reasons; none for a goal that nobody is decided for. */
export function explainResults(settled: Settled, goal: string, agreement: number): Reason[] {
  return settled.outcomes.results.has(goal) ? explainGoal(settled, goal, agreement).children : []
}
