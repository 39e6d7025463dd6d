/**
 * A fund to a day: what its investors have paid in and got, what each project has cost and brought, and what is expected.
 *
 * A project that is a contract is settled like any other, and the fund is the investor that the project names. What a project's plan
 * holds after the day is expected; how likely another end is, is drawn by `forecastFund`.
 */
import { join } from 'node:path'
import { type Day, type Exact, type Money, type Problem, currencyOf, moneyFromExact } from '../core/base/index.ts'
import {
  type ContractBeyond,
  type Flow,
  type Fund,
  type FundAccount,
  type FundFile,
  type FundProject,
  type UncountedProject,
  contractsBeyond,
  contractsUncounted,
  outlaysUncovered,
  projectsBeyondPromise,
  readFund,
  settleFund,
} from '../core/investment/index.ts'
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

export type FundInvestment = {
  asOf: Day
  account: FundAccount
  /** To the fund's last day, if everything goes as planned. */
  planned: FundAccount
  /** Projects of whose contract nothing can be counted, and why. With any of them the sums are not those of the fund. */
  missing: UncountedProject[]
  /** A fault for each that is missing, and what else is worth knowing of the fund and stops nothing. */
  problems: Problem[]
}

export function investFund(source: FundSource, asOf: Day): FundInvestment {
  const { fund } = source
  const { projects, missing, beyond } = projectsOf(source, asOf)
  const through = Math.max(asOf, fund.runs.through)
  const settled = { ...fundOf(fund), projects }
  const planned = settleFund(settled, through)
  const problems = [
    ...contractsUncounted(fund, missing),
    ...contractsBeyond(fund, beyond),
    ...outlaysUncovered(fund, planned),
    ...projectsBeyondPromise(fund, planned),
  ]
  return { asOf, account: settleFund(settled, asOf), planned, missing, problems }
}

export type FundSource = { path: string; fund: FundFile }

/** Each project with what its contract has moved by the day, and then its plan; a contract that cannot be counted moves nothing at all. */
function projectsOf({ path, fund }: FundSource, asOf: Day) {
  const missing: UncountedProject[] = []
  const beyond: ContractBeyond[] = []
  const projects = [...fund.projects].map(([name, project]): FundProject => {
    const found = contractMoney(project, { path, fund }, asOf)
    if ('why' in found) {
      missing.push({ project: name, contract: project.contract ?? '', ...found })
      return { ...namedOf(name, project, fund), flows: [] }
    }
    if (found.beyond !== undefined) beyond.push({ project: name, ...found.beyond })
    const plan = (project.plan ?? []).filter(({ on }) => project.contract === undefined || on > asOf)
    const planned = plan.map(({ on, amount }) => ({ day: on, amount: moneyOf(amount, fund) }))
    return { ...namedOf(name, project, fund), flows: [...found.flows.filter(({ day }) => day <= asOf), ...planned] }
  })
  return { projects, missing, beyond }
}

/** The projects that count, as what has moved by the day and what is expected after it, for whoever draws them. */
export function spreadsOf(source: FundSource, asOf: Day): Omit<ProjectSpread, 'outcomes'>[] {
  const { fund } = source
  const { projects, missing } = projectsOf(source, asOf)
  const counted = projects.filter(({ name }) => missing.every(({ project }) => project !== name))
  return counted.map(({ flows, ...project }) => {
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

/** What the contract has moved for the fund by the day, and what it moves after the fund's account where it is not over by then. */
type ContractMoney = { flows: readonly Flow[]; beyond: Omit<ContractBeyond, 'project'> | undefined }

/** The contract's money, or why it cannot be said; nothing where the project is a plan alone. */
function contractMoney(
  { contract, as = '' }: Project,
  { path, fund }: FundSource,
  asOf: Day,
): ContractMoney | Pick<UncountedProject, 'why' | 'known'> {
  if (contract === undefined) return { flows: [], beyond: undefined }
  const opened = openContract(join(path, contract))
  if (opened === undefined) return { why: 'no-contract', known: [] }
  if (opened.readings.length === 0) return { why: 'unreadable', known: [] }
  const { currency, readings } = investContract(opened, { to: asOf })
  if (currency !== fund.currency) return { why: 'other-currency', known: [] }
  const investors = (readings[0]?.parties ?? []).filter(({ isInvestor }) => isInvestor)
  const account = investors.find(({ party }) => party === as)
  if (account === undefined) return { why: 'no-investor', known: investors.map(({ party }) => party) }
  return { flows: account.movements, beyond: beyondFund(opened, as, Math.max(asOf, fund.runs.through)) }
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
