/**
 * What is wrong with a fund whose keys can be read: figures and days that no fund can have.
 *
 *     runs: { from: 2028-01-01, through: 2020-01-01 }        period-backwards
 *     investors: {}                                          fund-investors-none
 *     commits: -5 kr                                         number-outside
 *     projects: { homes: { … without plan and contract } }   fund-project-idle
 *     plan: [{ on: 2031-01-01, … }] of a fund to 2030        fund-day-outside: the investors would never get it
 *     first-loss: [bank] in a fund without such an investor  name-unknown
 *
 * All are faults: with any of them somebody would be paid too little or too much, and nobody would be told. That a project costs more
 * than it was promised (fund-project-beyond) is no fault, and is told when the fund is settled.
 */
import {
  type Place,
  type Problem,
  approximate,
  currencyOf,
  dayText,
  exactFromMoney,
  formatExact,
  problem,
  subtract,
} from '../base/index.ts'
import { nearest } from '../text/index.ts'
import { type FundAccount } from './fund.ts'
import { type FundFile } from './fund-shape.ts'

export function checkFund(fund: FundFile): Problem[] {
  const { runs, investors, projects } = fund
  const problems = [...periodBackwards(runs), ...checkFirstLoss(fund), ...checkForecast(fund)]
  if (investors.size === 0)
    problems.push(problem('fund-investors-none', 'wrong', fund.places['investors'] ?? fund.at, { path: fund.path }))
  for (const promise of [...investors.values(), ...projects.values()]) problems.push(...promiseImpossible(promise))
  for (const [name, project] of projects) problems.push(...checkProject(name, project, runs))
  return problems
}

type Runs = FundFile['runs']
type Project = FundFile['projects'] extends Map<string, infer P> ? P : never
type Promise = Pick<Project, 'commits' | 'places' | 'path' | 'at'>

function periodBackwards({ from, through, places, path, at }: Runs): Problem[] {
  if (from <= through) return []
  return [problem('period-backwards', 'wrong', places['through'] ?? at, { path, from, through })]
}

/** Who has promised nothing, or less, can neither be called nor paid in proportion to it. */
function promiseImpossible({ commits, places, path, at }: Promise): Problem[] {
  const found = approximate(commits)
  if (found > 0) return []
  const facts = { path, key: 'commits', found, least: 0.01, most: '' }
  return [problem('number-outside', 'wrong', places['commits'] ?? at, facts)]
}

/**
 * Projects that cost the fund more, to its last day, than it has promised them: what was put in, corrections taken off, whether by a plan
 * or by a contract. The investors may be called for it like for any outlay, so it stops nothing and is told.
 */
export function projectsBeyondPromise(fund: FundFile, { projects }: Pick<FundAccount, 'projects'>): Problem[] {
  const currency = currencyOf(fund.currency)!
  return projects.flatMap(({ name, return: { putIn } }) => {
    const { commits, places, path, at } = fund.projects.get(name)!
    const spent = exactFromMoney(putIn, currency)
    const over = subtract(spent, commits)
    if (approximate(over) <= 0) return []
    const unit = fund.currency === 'DKK' ? 'kr' : fund.currency
    const facts = { path, name, spent, commits, over, currency: fund.currency }
    const choices = [{ paste: `commits: ${formatExact(spent)} ${unit}` }]
    return [problem('fund-project-beyond', 'notice', places['commits'] ?? at, facts, choices)]
  })
}

function checkProject(name: string, project: Project, runs: Runs): Problem[] {
  const { plan, contract, as, path } = project
  const at = (key: string): Place => project.places[key] ?? project.at
  if (contract === undefined && (plan ?? []).length === 0)
    return [problem('fund-project-idle', 'wrong', project.at, { path, name })]
  const problems: Problem[] = []
  if (contract !== undefined && as === undefined)
    problems.push(problem('key-missing', 'wrong', at('contract'), { path, key: 'as', says: 'a text' }))
  if (runs.from > runs.through) return problems
  for (const { on, path: of, ...row } of plan ?? []) {
    if (on >= runs.from && on <= runs.through) continue
    const facts = { path: of, name, on: dayText(on), from: dayText(runs.from), through: dayText(runs.through) }
    problems.push(problem('fund-day-outside', 'wrong', row.places['on'] ?? row.at, facts))
  }
  return problems
}

function checkFirstLoss({ firstLoss = [], investors, places, path, at }: FundFile): Problem[] {
  const known = [...investors.keys()]
  const choices = known.map((one) => ({ paste: `first-loss: [${one}]` }))
  return firstLoss
    .filter((name) => !known.includes(name))
    .map((found) => {
      const facts = { path, of: 'fund-investor', found, known, nearest: nearest(found, known) ?? '' }
      return problem('name-unknown', 'wrong', places['first-loss'] ?? at, facts, choices)
    })
}

function checkForecast(fund: FundFile): Problem[] {
  const problems: Problem[] = []
  const together = approximate(fund.moveTogether ?? 0)
  if (!(together >= 0 && together <= 1)) {
    const at = fund.places['move-together'] ?? fund.at
    problems.push(problem('share-outside', 'wrong', at, { path: fund.path, found: together }))
  }
  for (const [name, { plan }] of fund.projects) {
    for (const { amount: planned, low = planned, high = planned, at, path } of plan ?? []) {
      if (approximate(low) <= approximate(planned) && approximate(planned) <= approximate(high)) continue
      problems.push(problem('distribution-improper', 'wrong', at, { path, name, fault: 'order' }))
    }
  }
  return problems
}
