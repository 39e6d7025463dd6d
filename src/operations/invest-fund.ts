/**
 * A fund to a day: what its investors have paid in and got, what each project has cost and brought, and what is expected.
 *
 * A project that is a contract is settled like any other, and the fund is the investor that the project names. What a project's plan
 * holds after the day is expected; how likely another end is, is drawn by `forecastFund`. A contract that runs on after the day and has
 * no plan then counts as moving nothing more, and is told.
 */
import { join } from 'node:path'
import { type Day, type Exact, type Money, type Problem, currencyOf, moneyFromExact } from '../core/base/index.ts'
import {
  type ContractBeyond,
  type Flow,
  type Fund,
  type FundAccount,
  type FundBasis,
  type FundFile,
  type FundProject,
  type UncountedProject,
  basisOf,
  contractsBeyond,
  contractsUncounted,
  outlaysUncovered,
  projectsBeyondPromise,
  readFund,
  settleFund,
} from '../core/investment/index.ts'
import { type Mark } from '../core/text/index.ts'
import { type ProjectSpread } from '../core/simulation/index.ts'
import { fundNames, readFundFolder } from '../files/index.ts'
import { investContract } from './invest-contract.ts'
import { type OpenContract, openContract } from './open-contract.ts'

export type OpenFund = {
  path: string
  text: string
  file: string
  fund: FundFile | undefined
  problems: Problem[]
  /** How many facts of the file are marked as invented. */
  marks: number
  plans: PlanRows
}

/** How many amounts the plans of a fund hold, and how many of them are marked, in any part, as invented or assumed. */
export type PlanRows = { rows: number; marked: number }

/** Opens the fund in a folder; nothing where there is none. */
export function openFund(path: string): OpenFund | undefined {
  const source = readFundFolder(path)
  if (source === undefined) return undefined
  const { fund, problems, marks } = readFund(source.text, source.file)
  const invented = marks.filter(({ grade }) => grade === 'invented').length
  const rows = [...(fund?.projects.values() ?? [])].reduce((sum, { plan = [] }) => sum + plan.length, 0)
  return { path, ...source, fund, problems, marks: invented, plans: { rows, marked: rowsMarked(marks) } }
}

function rowsMarked(marks: readonly Mark[]): number {
  const doubted = marks.filter(({ grade }) => grade === 'invented' || grade === 'assumed')
  return new Set(doubted.flatMap(({ path }) => /^.*\.plan\[\d+\]/.exec(path) ?? [])).size
}

/** The funds of a folder whose files can be read, by name. */
export function listFunds(folder: string): { name: string; title: { da: string; en: string } }[] {
  return fundNames(folder).flatMap((name) => {
    const fund = openFund(join(folder, name))?.fund
    return fund === undefined ? [] : [{ name, title: fund.title }]
  })
}

export type FundInvestment = {
  asOf: Day
  account: FundAccount
  /** To the fund's last day, if everything goes as planned. */
  planned: FundAccount
  /** What the amounts of `account` rest on. */
  basis: FundBasis
  /** Contracts that run on after the day while the fund has no plan for that, with their last day: they count as moving nothing more. */
  unplanned: UnplannedContract[]
  /** Projects of whose contract nothing can be counted, and why. With any of them the sums are not those of the fund. */
  missing: UncountedProject[]
  /** A fault for each that is missing, and what else is worth knowing of the fund and stops nothing. */
  problems: Problem[]
}

export type UnplannedContract = { project: string; through: Day }

export function investFund(source: FundSource, asOf: Day): FundInvestment {
  const { fund } = source
  const { projects, missing, beyond, unplanned } = projectsOf(source, asOf)
  const through = Math.max(asOf, fund.runs.through)
  const settled = { ...fundOf(fund), projects }
  const planned = settleFund(settled, through)
  const problems = [
    ...contractsUncounted(fund, missing),
    ...contractsBeyond(fund, beyond),
    ...outlaysUncovered(fund, planned),
    ...projectsBeyondPromise(fund, planned),
  ]
  const counted = projects.filter(({ name }) => missing.every(({ project }) => project !== name))
  const grounds = counted.map(({ name, flows }) => ({
    hasContract: fund.projects.get(name)!.contract !== undefined,
    flows,
  }))
  const account = settleFund(settled, asOf)
  return { asOf, account, planned, basis: basisOf(grounds, asOf), unplanned, missing, problems }
}

export type FundSource = { path: string; fund: FundFile }

/** Each project with what its contract has moved by the day, and then its plan; a contract that cannot be counted moves nothing at all. */
function projectsOf({ path, fund }: FundSource, asOf: Day) {
  const missing: UncountedProject[] = []
  const beyond: ContractBeyond[] = []
  const unplanned: UnplannedContract[] = []
  const projects = [...fund.projects].map(([name, project]): FundProject => {
    const found = contractMoney(project, { path, fund }, asOf)
    if ('why' in found) {
      missing.push({ project: name, contract: project.contract ?? '', ...found })
      return { ...namedOf(name, project, fund), flows: [] }
    }
    if (found.beyond !== undefined) beyond.push({ project: name, ...found.beyond })
    const plan = (project.plan ?? []).filter(({ on }) => project.contract === undefined || on > asOf)
    if (found.through !== undefined && found.through > asOf && plan.length === 0)
      unplanned.push({ project: name, through: found.through })
    const planned = plan.map(({ on, amount }) => ({ day: on, amount: moneyOf(amount, fund) }))
    return { ...namedOf(name, project, fund), flows: [...found.flows.filter(({ day }) => day <= asOf), ...planned] }
  })
  return { projects, missing, beyond, unplanned }
}

/** The projects that count, as what has moved by the day and what is expected after it, for whoever draws them; which have no plan then. */
export function spreadsOf(
  source: FundSource,
  asOf: Day,
): { spreads: Omit<ProjectSpread, 'outcomes'>[]; unplanned: UnplannedContract[] } {
  const { fund } = source
  const { projects, missing, unplanned } = projectsOf(source, asOf)
  const counted = projects.filter(({ name }) => missing.every(({ project }) => project !== name))
  const spreads = counted.map(({ flows, ...project }) => {
    const money = (amount: Exact) => moneyOf(amount, fund)
    const later = (fund.projects.get(project.name)!.plan ?? []).filter(({ on }) => on > asOf)
    const expected = later.map(({ on, amount, low = amount, high = amount }) => ({
      day: on,
      low: money(low),
      likely: money(amount),
      high: money(high),
    }))
    return { ...project, known: flows.filter(({ day }) => day <= asOf), expected }
  })
  return { spreads, unplanned }
}

type Project = FundFile['projects'] extends Map<string, infer P> ? P : never

/** What the contract has moved for the fund by the day, its last day, and what it moves after the fund's account where it is not over by then. */
type ContractMoney = {
  flows: readonly Flow[]
  through: Day | undefined
  beyond: Omit<ContractBeyond, 'project'> | undefined
}

/** The contract's money, or why it cannot be said; nothing where the project is a plan alone. */
function contractMoney(
  { contract, as = '' }: Project,
  { path, fund }: FundSource,
  asOf: Day,
): ContractMoney | Pick<UncountedProject, 'why' | 'known'> {
  if (contract === undefined) return { flows: [], through: undefined, beyond: undefined }
  const opened = openContract(join(path, contract))
  if (opened === undefined) return { why: 'no-contract', known: [] }
  if (opened.readings.length === 0) return { why: 'unreadable', known: [] }
  const { currency, readings, closes } = investContract(opened, { to: asOf })
  if (currency !== fund.currency) return { why: 'other-currency', known: [] }
  const investors = (readings[0]?.parties ?? []).filter(({ isInvestor }) => isInvestor)
  const account = investors.find(({ party }) => party === as)
  if (account === undefined) return { why: 'no-investor', known: investors.map(({ party }) => party) }
  const beyond = beyondFund(opened, as, Math.max(asOf, fund.runs.through))
  return { flows: account.movements, through: closes, beyond }
}

/** What a contract that runs on after a day moves then, by what is known; nothing where it does not. */
function beyondFund(opened: OpenContract, as: string, last: Day): ContractMoney['beyond'] {
  const { through } = opened.readings[0]!.terms.versions.at(-1)!.agreement.runs
  if (through <= last) return undefined
  const account = investContract(opened, { to: through }).readings[0]?.parties.find(({ party }) => party === as)
  const after = (account?.movements ?? []).filter(({ day }) => day > last)
  return { through, later: after.reduce((sum, { amount }) => sum + amount, 0n) }
}

function namedOf(name: string, { commits, municipality, provider, area }: Project, fund: FundFile) {
  return { name, committed: moneyOf(commits, fund), tags: { municipality, provider, area } }
}

/** The fund's rules and investors, without its projects. */
export function fundOf({
  runs,
  investors,
  calls,
  distributions,
  receipts,
  firstLoss = [],
  guarantee,
  returnCap,
  ...fund
}: FundFile): Omit<Fund, 'projects'> {
  const promised = [...investors].map(([name, { commits }]) => ({ name, committed: moneyOf(commits, fund) }))
  const secured = guarantee && { share: 1, protects: [], ...guarantee, amount: moneyOf(guarantee.amount, fund) }
  const rules = { calls, distributions, receipts, firstLoss, guarantee: secured, returnCap }
  return { from: runs.from, closes: runs.through, investors: promised, ...rules }
}

function moneyOf(amount: Exact, { currency }: { currency: string }): Money {
  return moneyFromExact(amount, currencyOf(currency)!, 'half-up')
}
