/**
 * A fund as a file: who has promised what, how calls and distributions are divided, and the projects.
 *
 *     projects:
 *       homes: { label: …, municipality: Vejle, provider: …, area: …, commits: 4000000 kr,
 *                plan: [{ on: 2022-01-01, amount: -4000000 kr }, { on: 2026-06-30, amount: 4700000 kr, low: 2000000 kr, high: 5200000 kr }] }
 *       school: { …, contract: ../../contracts/laer-for-livet, as: dsi }
 *
 * A project is a contract folder, seen from the fund's, whose investor `as` is the fund, or a plan of dated amounts; with both, the plan is what comes
 * after the day the contract is settled to. `low` and `high` are the ends of what is expected of an amount. With a `case`, a folder seen
 * from the fund's, what is expected of the receipts is as far from the plan as what comes back in the case's draws is from its mean, and
 * comes on the days on which the draw pays.
 * `first-loss` names the investors who bear a loss before the others; where it is not there, nobody does.
 * `move-together` is the rank correlation between any two projects: each goes its own way where the file does not say. Nothing that
 * divides money has a default.
 *
 * Problems, beside those of any file: currency-unknown (wrong), and those of `check-fund.ts`.
 */
import { type Problem, currencyOf, problem } from '../base/index.ts'
import { type Definitions, type JsonSchema, type Mark, type Reading, plainText, readYaml } from '../text/index.ts'
import { checkFund } from './check-fund.ts'
import { type FundFile, fundShape } from './fund-shape.ts'

/** Reads the file. Without the fund where anything in it is wrong; each problem has its place and remedy. */
export function readFund(text: string, file: string): { fund?: FundFile; problems: Problem[]; marks: Mark[] } {
  const { root, problems } = readYaml(text, file)
  if (root === undefined) return { problems, marks: [] }
  const currency = root.kind === 'map' ? root.entries.find(({ key }) => key === 'currency')?.value : undefined
  const reading: Reading = { problems: [...problems], marks: [], currency: plainText(currency) ?? '' }
  const fund = fundShape.read(root, reading, 'fund')
  if (currency !== undefined && currencyOf(reading.currency) === undefined)
    reading.problems.push(problem('currency-unknown', 'wrong', currency.at, { found: reading.currency }))
  const isReadable = reading.problems.every(({ severity }) => severity === 'notice')
  // A value that could not be read is told of already, and is no value to judge.
  if (fund !== undefined && isReadable) reading.problems.push(...checkFund(fund))
  const isWhole = fund !== undefined && reading.problems.every(({ severity }) => severity === 'notice')
  return { ...(isWhole ? { fund } : {}), problems: reading.problems, marks: reading.marks }
}

/** The schema of `fund.yaml`, JSON Schema 2020-12. */
export function fundSchema(): JsonSchema {
  const defined: Definitions = new Map()
  const root = fundShape.schema(defined)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'fund-1.0.json',
    title: 'A fund of social outcomes contracts, version 1.0',
    ...root,
    $defs: Object.fromEntries([...defined].sort()),
  }
}
