/**
 * A named cohort: what was decided of it as a whole, and what it and its people earned.
 *
 *     cohort early = entry of the cohort 4 000 + entry of P1 1 000 + …        results of goals for each cohort beside them
 */
import { type Exact, add, formatExact } from '../base/index.ts'
import { type Reason, NOBODY, explainResult } from '../outcomes/index.ts'
import { entriesOf, groupNamesOf } from './entries.ts'
import { explainEntry } from './reasons.ts'
import { type Settled } from './statement.ts'

export function explainCohort(settled: Settled, name: string, agreement: number): Reason {
  const { outcomes, earned, final } = settled
  const { entries, contexts } = earned
  const key = `cohort:named:${name}`
  const isAbout = (entry: number): boolean =>
    entries.who[entry] === NOBODY
      ? contexts[entries.version[entry]!]!.scopes[entries.scope[entry]!]!.key === key
      : groupNamesOf(entries, entry, contexts, 'cohort').includes(name)
  const own = [...entriesOf(entries, agreement)].filter(isAbout)
  const results = [...outcomes.results.values()].flatMap((goal) => {
    const rows = goal.isOfGroups ? [...Array(goal.size).keys()] : []
    return rows
      .filter((row) => {
        const { key: of } = contexts[goal.version[row]!]!.scopes[goal.scope[row]!]!
        return goal.agreement[row] === agreement && of === key
      })
      .map((row) => explainResult(outcomes, goal.goal, row))
  })
  const total = own.reduce<Exact>((sum, entry) => add(sum, final[entry]!), 0)
  return {
    rule: 'cohort',
    value: formatExact(total),
    unit: 'money',
    path: `terms.people.cohorts.${name}`,
    at: undefined,
    inputs: { who: key },
    children: [...own.map((entry) => explainEntry(settled, entry)), ...results],
  }
}
