/**
 * A fund to a day: what its investors have paid in and got, what each project has cost and brought, and what is expected.
 *
 * A project that is a contract is settled like any other, and the fund is the investor that the project names. What a project's plan
 * holds after the day is expected; how likely another end is, is drawn by `forecastFund`.
 */
import { join } from 'node:path'
import { type Day, type Exact, type Money, type Problem, currencyOf, moneyFromExact } from '../core/base/index.ts'
import {
  type Flow,
  type Fund,
  type FundAccount,
  type FundFile,
  type FundProject,
  projectsBeyondPromise,
  readFund,
  settleFund,
} from '../core/investment/index.ts'
import { type ProjectSpread } from '../core/simulation/index.ts'
import { fundNames, readFundFolder } from '../files/index.ts'
import { investContract } from './invest-contract.ts'
import { openContract } from './open-contract.ts'

export type OpenFund = {
  path: string
  text: string
  file: string
  fund: FundFile | undefined
  problems: Problem[]
  marks: number
}

/** Opens the fund in a folder; nothing where there is none. */
export function openFund(path: string): OpenFund | undefined {
  const source = readFundFolder(path)
  if (source === undefined) return undefined
  const { fund, problems, marks } = readFund(source.text, source.file)
  const invented = marks.filter(({ grade }) => grade === 'invented').length
  return { path, ...source, fund, problems, marks: invented }
}

/** The funds of a folder whose files can be read, by name. */
export function listFunds(folder: string): { name: string; title: { da: string; en: string } }[] {
  return fundNames(folder).flatMap((name) => {
    const fund = openFund(join(folder, name))?.fund
    return fund === undefined ? [] : [{ name, title: fund.title }]
  })
}

/** The folder holds no contract; its terms cannot be computed; it counts in another currency than the fund; it has no such investor. */
export type ContractMissing = 'no-contract' | 'unreadable' | 'other-currency' | 'no-investor'

export type FundInvestment = {
  asOf: Day
  account: FundAccount
  /** To the fund's last day, if everything goes as planned. */
  planned: FundAccount
  /** Projects of whose contract nothing can be counted, and why. */
  missing: { project: string; contract: string; why: ContractMissing }[]
  /** What is worth knowing of the fund and stops nothing. */
  problems: Problem[]
}

export function investFund(source: FundSource, asOf: Day): FundInvestment {
  const { fund } = source
  const { projects, missing } = projectsOf(source, asOf)
  const through = Math.max(asOf, fund.runs.through)
  const settled = { ...fundOf(fund), projects }
  const planned = settleFund(settled, through)
  return { asOf, account: settleFund(settled, asOf), planned, missing, problems: projectsBeyondPromise(fund, planned) }
}

export type FundSource = { path: string; fund: FundFile }

/** Each project with what its contract has moved by the day, and then its plan. */
function projectsOf({ path, fund }: FundSource, asOf: Day) {
  const missing: FundInvestment['missing'] = []
  const projects = [...fund.projects].map(([name, project]): FundProject => {
    const found = contractFlows(project, { path, fund }, asOf)
    if (typeof found === 'string') missing.push({ project: name, contract: project.contract ?? '', why: found })
    const known = typeof found === 'string' ? [] : found
    const plan = (project.plan ?? []).filter(({ on }) => project.contract === undefined || on > asOf)
    const planned = plan.map(({ on, amount }) => ({ day: on, amount: moneyOf(amount, fund) }))
    return { ...namedOf(name, project, fund), flows: [...known.filter(({ day }) => day <= asOf), ...planned] }
  })
  return { projects, missing }
}

/** The same projects as what has moved by the day and what is expected after it, for whoever draws them. */
export function spreadsOf(source: FundSource, asOf: Day): Omit<ProjectSpread, 'outcomes'>[] {
  const { projects } = projectsOf(source, asOf)
  return projects.map(({ flows, ...project }) => {
    const { fund } = source
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
}

type Project = FundFile['projects'] extends Map<string, infer P> ? P : never

/** What the contract has moved for the fund by the day, or why it cannot be said; nothing to add where the project is a plan alone. */
function contractFlows(
  { contract, as }: Project,
  { path, fund }: FundSource,
  asOf: Day,
): readonly Flow[] | ContractMissing {
  if (contract === undefined) return []
  const opened = openContract(join(path, contract))
  if (opened === undefined) return 'no-contract'
  if (opened.readings.length === 0) return 'unreadable'
  const { currency, readings } = investContract(opened, { to: asOf })
  if (currency !== fund.currency) return 'other-currency'
  const account = readings[0]?.parties.find(({ party }) => party === as)
  return account?.movements ?? 'no-investor'
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
