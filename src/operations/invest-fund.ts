/**
 * A fund to a day: what its investors have paid in and got, what each project has cost and brought, and what is expected.
 *
 * A project that is a contract is settled like any other, and the fund is the investor that the project names. What a project's plan
 * holds after the day is expected: as written, at its low ends, and at its high ends.
 */
import { join } from 'node:path'
import {
  type DatedAmount,
  type Day,
  type Exact,
  type Money,
  type Problem,
  currencyOf,
  moneyFromExact,
} from '../core/base/index.ts'
import {
  type Fund,
  type FundAccount,
  type FundFile,
  type FundProject,
  type Return,
  readFund,
  settleFund,
} from '../core/investment/index.ts'
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

export type Ends = { low: Return; planned: Return; high: Return }

export type FundInvestment = {
  asOf: Day
  account: FundAccount
  /** If everything goes as planned, and at both ends of what is expected; to the fund's last day. */
  expected: { planned: FundAccount; together: Ends; investors: Map<string, Ends> }
  /** Projects whose contract folder or investor is not there. */
  missing: { project: string; contract: string }[]
}

export function investFund({ path, fund }: { path: string; fund: FundFile }, asOf: Day): FundInvestment {
  const missing: FundInvestment['missing'] = []
  const ends = ['planned', 'low', 'high'] as const
  const projects = new Map(ends.map((end): [End, FundProject[]] => [end, []]))
  for (const [name, project] of fund.projects) {
    const known = contractFlows(project, path, asOf)
    if (known === undefined) missing.push({ project: name, contract: project.contract ?? '' })
    for (const end of ends) projects.get(end)!.push(projectOf(name, project, known ?? [], { fund, asOf, end }))
  }
  const through = Math.max(asOf, fund.runs.through)
  const accounts = new Map(ends.map((end) => [end, settleFund(fundOf(fund, projects.get(end)!), through)]))
  const of = (pick: (account: FundAccount) => Return): Ends => ({
    low: pick(accounts.get('low')!),
    planned: pick(accounts.get('planned')!),
    high: pick(accounts.get('high')!),
  })
  const investors = [...fund.investors.keys()].map((name): [string, Ends] => [
    name,
    of((account) => account.investors.find((investor) => investor.name === name)!.return),
  ])
  return {
    asOf,
    account: settleFund(fundOf(fund, projects.get('planned')!), asOf),
    expected: {
      planned: accounts.get('planned')!,
      together: of(({ together }) => together),
      investors: new Map(investors),
    },
    missing,
  }
}

type End = keyof Ends
type Project = FundFile['projects'] extends Map<string, infer P> ? P : never

/** What the contract has moved for the fund by the day; nothing to add where the project is a plan alone. */
function contractFlows({ contract, as }: Project, path: string, asOf: Day): DatedAmount[] | undefined {
  if (contract === undefined) return []
  const opened = openContract(join(path, contract))
  const [reading] = opened === undefined ? [] : investContract(opened, { to: asOf }).readings
  return reading?.parties.find(({ party }) => party === as)?.movements
}

function projectOf(
  name: string,
  project: Project,
  known: readonly DatedAmount[],
  { fund, asOf, end }: { fund: FundFile; asOf: Day; end: End },
): FundProject {
  const plan = (project.plan ?? []).flatMap((row): DatedAmount[] => {
    // What has happened is what the contract says.
    if (project.contract !== undefined && row.on <= asOf) return []
    const amount = end === 'planned' || row.on <= asOf ? row.amount : (row[end] ?? row.amount)
    return [{ day: row.on, amount: moneyOf(amount, fund) }]
  })
  const { municipality, provider, area } = project
  const flows = [...known.filter(({ day }) => day <= asOf), ...plan]
  return { name, committed: moneyOf(project.commits, fund), flows, tags: { municipality, provider, area } }
}

function fundOf({ runs, investors, calls, distributions, receipts, ...fund }: FundFile, projects: FundProject[]): Fund {
  const promised = [...investors].map(([name, { commits }]) => ({ name, committed: moneyOf(commits, fund) }))
  return { closes: runs.through, investors: promised, calls, distributions, receipts, projects }
}

function moneyOf(amount: Exact, { currency }: { currency: string }): Money {
  return moneyFromExact(amount, currencyOf(currency)!, 'half-up')
}
