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
 * Problems, beside those of any file: share-outside (wrong) for projects that move together by more than all; distribution-improper
 * (wrong) where an amount does not lie between its own ends; name-unknown (wrong) for a first loss of nobody who has promised money.
 */
import { type Problem, approximate, currencyOf, problem } from '../base/index.ts'
import {
  type Definitions,
  type JsonSchema,
  type Mark,
  type Read,
  type Reading,
  amount,
  fixedDay,
  freeText,
  listOf,
  mapOf,
  oneOf,
  optional,
  nearest,
  plainText,
  readYaml,
  record,
  required,
  share,
  words,
} from '../text/index.ts'

const row = record({
  on: required(fixedDay),
  amount: required(amount),
  low: optional(amount),
  high: optional(amount),
})

const project = record({
  label: required(words),
  municipality: required(freeText),
  provider: required(freeText),
  area: required(freeText),
  commits: required(amount),
  contract: optional(freeText),
  as: optional(freeText),
  plan: optional(listOf(row)),
  case: optional(freeText),
  note: optional(words),
})

export const fundShape = record({
  'bundlinje-fund': required(oneOf('1.0')),
  title: required(words),
  currency: required(freeText),
  runs: required(record({ from: required(fixedDay), through: required(fixedDay) })),
  investors: required(
    mapOf(record({ name: required(freeText), commits: required(amount), note: optional(words) }), 'investors'),
  ),
  calls: required(oneOf('by-commitment', 'in-turn')),
  distributions: required(oneOf('by-paid-in', 'by-commitment')),
  receipts: required(oneOf('paid-out', 'used-for-outlays')),
  'first-loss': optional(listOf(freeText)),
  projects: required(mapOf(project, 'projects')),
  'move-together': optional(share),
  note: optional(words),
})

export type FundFile = Read<typeof fundShape>

/** Reads the file. Without the fund where anything in it is wrong; each problem has its place and remedy. */
export function readFund(text: string, file: string): { fund?: FundFile; problems: Problem[]; marks: Mark[] } {
  const { root, problems } = readYaml(text, file)
  if (root === undefined) return { problems, marks: [] }
  const currency = root.kind === 'map' ? root.entries.find(({ key }) => key === 'currency')?.value : undefined
  const reading: Reading = { problems: [...problems], marks: [], currency: plainText(currency) ?? '' }
  const fund = fundShape.read(root, reading, 'fund')
  if (currency !== undefined && currencyOf(reading.currency) === undefined)
    reading.problems.push(problem('currency-unknown', 'wrong', currency.at, { found: reading.currency }))
  if (fund !== undefined) {
    checkFirstLoss(fund, reading.problems)
    checkForecast(fund, reading.problems)
  }
  const isWhole = fund !== undefined && reading.problems.every(({ severity }) => severity === 'notice')
  return { ...(isWhole ? { fund } : {}), problems: reading.problems, marks: reading.marks }
}

function checkFirstLoss(fund: FundFile, problems: Problem[]): void {
  // What is wrong elsewhere leaves holes in what is read.
  const { investors } = fund as Partial<FundFile>
  const known = [...(investors?.keys() ?? [])]
  const at = fund.places['first-loss'] ?? fund.at
  for (const name of fund.firstLoss ?? []) {
    if (known.includes(name)) continue
    const near = nearest(name, known)
    const facts = { path: fund.path, of: 'fund-investor', found: name, known, nearest: near ?? '' }
    problems.push(
      problem(
        'name-unknown',
        'wrong',
        at,
        facts,
        known.map((one) => ({ paste: `first-loss: [${one}]` })),
      ),
    )
  }
}

function checkForecast(fund: FundFile, problems: Problem[]): void {
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
