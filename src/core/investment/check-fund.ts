/**
 * What is wrong with a fund whose keys can be read: figures and days that no fund can have.
 *
 *     runs: { from: 2028-01-01, through: 2020-01-01 }        period-backwards
 *     investors: {}                                          fund-investors-none
 *     commits: -5 kr                                         number-outside
 *     projects: { homes: { … without plan and contract } }   fund-project-idle
 *     plan: [{ on: 2031-01-01, … }] of a fund to 2030        fund-day-outside: the investors would never get it
 *     first-loss: [bank] in a fund without such an investor  name-unknown
 *     guarantee: { protects: [], … }                         list-empty: is it all, or none?
 *     return-cap: { rate: -5 %, … }                          share-outside
 *     two projects of one contract and one party             fund-contract-twice: its money would count twice
 *     return-cap: { rest: recycled, to: Fonden, … }          fund-key-idle: nobody is paid
 *     guarantee: { party: PKA, … } of an investor PKA        fund-party-investor: nobody secures a loss of their own
 *
 *     commits: 0.0004 kr                                     fund-amount-fine: nobody can pay a part of an øre
 *     two investors called Pension                           fund-name-twice: no table could tell them apart
 *
 * All are faults: with any of them somebody would be paid too little or too much, and nobody would be told. What is seen only when the
 * fund is settled is in `check-settled.ts`.
 */
import {
  type Place,
  type Problem,
  type Exact,
  approximate,
  currencyOf,
  dayText,
  exactFromMoney,
  formatExact,
  isZero,
  moneyFromExact,
  problem,
  subtract,
} from '../base/index.ts'
import { nearest } from '../text/index.ts'
import { type FundFile } from './fund-shape.ts'

export function checkFund(fund: FundFile): Problem[] {
  const { runs, investors, projects } = fund
  const problems = [...periodBackwards(runs), ...checkFirstLoss(fund), ...checkForecast(fund)]
  problems.push(...checkGuarantee(fund), ...checkReturnCap(fund))
  if (investors.size === 0)
    problems.push(problem('fund-investors-none', 'wrong', fund.places['investors'] ?? fund.at, { path: fund.path }))
  for (const promise of [...investors.values(), ...projects.values()]) problems.push(...promiseImpossible(promise))
  for (const [name, project] of projects) problems.push(...checkProject(name, project, runs))
  problems.push(...contractsTwice(projects), ...namesTwice(fund), ...amountsFine(fund))
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

/** The money of one contract, counted for one party in two projects, would be counted twice. */
function contractsTwice(projects: FundFile['projects']): Problem[] {
  const first = new Map<string, string>()
  return [...projects].flatMap(([name, project]) => {
    const { contract, as, path } = project
    if (contract === undefined || as === undefined) return []
    const of = `${contract.replace(/^(\.\/)+|\/+$/g, '')} ${as}`
    const other = first.get(of)
    if (other === undefined) {
      first.set(of, name)
      return []
    }
    const facts = { path, name, other, contract, as }
    return [problem('fund-contract-twice', 'wrong', placeOf(project, 'contract'), facts)]
  })
}

/** Two investors, or two projects in either language, of one name stand as one in every table. */
function namesTwice({ investors, projects }: FundFile): Problem[] {
  return [
    ...twiceIn(
      'name',
      [...investors].map(([name, of]) => ({ name, called: [of.name], of })),
    ),
    ...twiceIn(
      'label',
      [...projects].map(([name, of]) => ({ name, called: [of.label.da, of.label.en], of })),
    ),
  ]
}

function twiceIn(key: string, all: readonly { name: string; called: readonly string[]; of: Written }[]): Problem[] {
  return all.flatMap(({ name, called, of }, index) => {
    const isAlike = (one: (typeof all)[number]) => one.called.some((each, at) => each.trim() === called[at]!.trim())
    const other = all.slice(0, index).find(isAlike)
    if (other === undefined) return []
    const found = called.find((each, at) => each.trim() === other.called[at]!.trim())!
    return [
      problem('fund-name-twice', 'wrong', placeOf(of, key), { path: of.path, key, name, other: other.name, found }),
    ]
  })
}

/** Amounts that are no whole number of the smallest coin: rounded, somebody would have promised or got another amount than is written. */
function amountsFine({ currency, investors, projects, guarantee }: FundFile): Problem[] {
  const rows = [...projects.values()].flatMap(({ plan }) => plan ?? [])
  return [
    ...[...investors.values(), ...projects.values()].flatMap((of) => amountFine(currency, of, 'commits', of.commits)),
    ...(guarantee === undefined ? [] : amountFine(currency, guarantee, 'amount', guarantee.amount)),
    ...rows.flatMap((row) =>
      (['amount', 'low', 'high'] as const).flatMap((key) => amountFine(currency, row, key, row[key])),
    ),
  ]
}

function amountFine(code: string, of: Written, key: string, amount: Exact | undefined): Problem[] {
  const currency = currencyOf(code)
  if (amount === undefined || currency === undefined) return []
  const whole = exactFromMoney(moneyFromExact(amount, currency, 'half-up'), currency)
  if (isZero(subtract(amount, whole))) return []
  const facts = { path: of.path, key, found: amount, least: exactFromMoney(1n, currency), currency: code }
  const unit = code === 'DKK' ? 'kr' : code
  const choices = isZero(whole) ? [] : [{ paste: `${key}: ${formatExact(whole)} ${unit}` }]
  return [problem('fund-amount-fine', 'wrong', placeOf(of, key), facts, choices)]
}

function checkProject(name: string, project: Project, runs: Runs): Problem[] {
  const { plan, contract, as, path } = project
  const at = (key: string): Place => project.places[key] ?? project.at
  if (contract === undefined && (plan ?? []).length === 0)
    return [problem('fund-project-idle', 'wrong', project.at, { path, name })]
  const problems: Problem[] = []
  if (contract !== undefined && as === undefined)
    problems.push(problem('key-missing', 'wrong', at('contract'), { path, key: 'as', says: 'a text' }))
  if (contract === undefined && as !== undefined) problems.push(keyIdle('as', 'contract', project))
  if (runs.from > runs.through) return problems
  for (const { on, path: of, ...row } of plan ?? []) {
    if (on >= runs.from && on <= runs.through) continue
    const facts = { path: of, name, on: dayText(on), from: dayText(runs.from), through: dayText(runs.through) }
    problems.push(problem('fund-day-outside', 'wrong', row.places['on'] ?? row.at, facts))
  }
  return problems
}

const checkFirstLoss = (fund: FundFile): Problem[] => investorsUnknown(fund, 'first-loss', fund.firstLoss, fund)

type Written = { places: { readonly [key: string]: Place }; path: string; at: Place }

const placeOf = ({ places, at }: Written, key: string): Place => places[key] ?? at

function investorsUnknown({ investors }: FundFile, key: string, names: readonly string[] = [], of: Written): Problem[] {
  const known = [...investors.keys()]
  const choices = known.map((one) => ({ paste: `${key}: [${one}]` }))
  return names
    .filter((name) => !known.includes(name))
    .map((found) => {
      const facts = { path: of.path, of: 'fund-investor', found, known, nearest: nearest(found, known) ?? '' }
      return problem('name-unknown', 'wrong', placeOf(of, key), facts, choices)
    })
}

function checkGuarantee(fund: FundFile): Problem[] {
  const { guarantee } = fund
  if (guarantee === undefined) return []
  const { amount, covers, share, protects, path } = guarantee
  const problems = [
    ...investorsUnknown(fund, 'protects', protects, guarantee),
    ...(protects?.length === 0
      ? [problem('list-empty', 'wrong', placeOf(guarantee, 'protects'), { path, key: 'protects' })]
      : []),
    ...isNoInvestor(fund, 'party', guarantee.party, guarantee),
  ]
  const found = approximate(amount)
  if (found <= 0) {
    const facts = { path, key: 'amount', found, least: 0.01, most: '' }
    problems.push(problem('number-outside', 'wrong', placeOf(guarantee, 'amount'), facts))
  }
  if (share !== undefined && covers === 'first-loss')
    problems.push(keyIdle('share', 'covers: share-of-loss', guarantee))
  const part = approximate(share ?? 1)
  if (!(part >= 0 && part <= 1))
    problems.push(problem('share-outside', 'wrong', placeOf(guarantee, 'share'), { path, found: part }))
  return problems
}

function checkReturnCap(fund: FundFile): Problem[] {
  const { returnCap } = fund
  if (returnCap === undefined) return []
  const { rate, rest, to, path } = returnCap
  const problems = to === undefined ? [] : isNoInvestor(fund, 'to', to, returnCap)
  const found = approximate(rate)
  if (!(found >= 0 && found <= 1))
    problems.push(problem('share-outside', 'wrong', placeOf(returnCap, 'rate'), { path, found }))
  if (to !== undefined && rest === 'recycled') problems.push(keyIdle('to', 'rest: paid-out', returnCap))
  if (to === undefined && rest === 'paid-out')
    problems.push(problem('key-missing', 'wrong', placeOf(returnCap, 'rest'), { path, key: 'to', says: 'a text' }))
  return problems
}

/** A key that would say something that is not done. */
function keyIdle(key: string, needs: string, of: Written): Problem {
  return problem('fund-key-idle', 'wrong', placeOf(of, key), { path: of.path, key, needs })
}

/** An investor who secured the loss, or got what is above the cap of all, would have it in one pocket and give it from another. */
function isNoInvestor({ investors }: FundFile, key: 'party' | 'to', found: string, of: Written): Problem[] {
  if (found.trim() === '')
    return [
      problem('shape-wrong', 'wrong', placeOf(of, key), { path: `${of.path}.${key}`, says: 'a text', found: 'empty' }),
    ]
  const isOne = [...investors].some(([name, investor]) => [name, investor.name.trim()].includes(found.trim()))
  return isOne ? [problem('fund-party-investor', 'wrong', placeOf(of, key), { path: of.path, key, found })] : []
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
