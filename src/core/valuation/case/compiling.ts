/**
 * What compiling a case works with: the catalogue and the law, the owners and estimates by place, and the lines made so far.
 */
import { type Day, type Place, type Problem, approximate, log, problem } from '../../base/index.ts'
import { type Catalogue, type Law, catalogueCurrency } from '../catalogue/catalogue.ts'
import { indexed } from '../catalogue/indexed.ts'
import { type CaseFile, type FinanceMode } from './case-file.ts'
import { unitOf } from './check-estimates.ts'
import { lastMonth } from './checking.ts'
import {
  type CompileOptions,
  type Estimate,
  type Figure,
  type Line,
  type Owner,
  type PriceUsed,
  type Product,
  product,
} from './compiled.ts'
import { type Distribution, meanOf } from './distribution.ts'
import { type WrittenEstimate } from './estimate-shape.ts'
import { type Input } from './inputs.ts'

/** Values that estimates take from files, by `file:column`. */
export type CaseData = ReadonlyMap<string, Float64Array>

export type CompileSetting = {
  file: CaseFile
  catalogue: Catalogue
  options: CompileOptions
  law: Law
  startDay: Day
}

export type Compiling = CompileSetting & {
  mode: FinanceMode
  months: number
  estimates: Estimate[]
  owners: Owner[]
  financier: number | undefined
  groupNames: string[]
  lines: Line[]
  prices: PriceUsed[]
  problems: Problem[]
}

/** Names in one order, however the case is written. */
export const inOrder = (names: Iterable<string>): string[] => [...names].sort()

export function startCompiling(setting: CompileSetting, data: CaseData): Compiling {
  const { file, options } = setting
  const mode = options.mode ?? file.finance.chosen
  const problems: Problem[] = []
  const written = file.estimates ?? new Map<string, WrittenEstimate>()
  const owners = ownersOf(file, mode)
  return {
    ...setting,
    mode,
    months: lastMonth(file),
    estimates: inOrder(written.keys()).map((name) => estimateOf(name, written.get(name)!, data, problems)),
    owners,
    financier: mode === 'self' ? undefined : owners.length - 1,
    groupNames: inOrder(file.groups.keys()),
    lines: [],
    prices: [],
    problems,
  }
}

/** The authorities, the departments, whoever gives without a claim, and last the investor or the pool. */
function ownersOf(file: CaseFile, mode: FinanceMode): Owner[] {
  const departments = inOrder(file.departments?.keys() ?? []).map((name): Owner => {
    return { name, authority: 'municipality', label: file.departments!.get(name)!.label }
  })
  const financier: Owner[] =
    mode === 'self'
      ? []
      : [
          {
            name: mode,
            authority: mode === 'pool' ? 'municipality' : 'investor',
            label: file.finance[mode]?.label,
          },
        ]
  const plain = (name: 'municipality' | 'region' | 'state' | 'citizen' | 'donor'): Owner => {
    return { name, authority: name, label: undefined }
  }
  const outside = [plain('region'), plain('state'), plain('citizen'), plain('donor')]
  return [plain('municipality'), ...departments, ...outside, ...financier]
}

/** The owner who bears something; `financier` is the investor or the pool, or who carries it with own money. */
export function ownerOf(to: Compiling, name: string): number {
  if (name !== 'financier') return to.owners.findIndex((owner) => owner.name === name)
  return to.financier ?? to.owners.findIndex((owner) => owner.name === to.file.finance.selfBears)
}

export function figureOf(to: Compiling, { value, estimate }: Input): Figure {
  const index = estimate === undefined ? -1 : to.estimates.findIndex(({ name }) => name === estimate)
  return { index, value: value ?? 0 }
}

export const stateOf = ({ owners }: Compiling): number => owners.findIndex(({ name }) => name === 'state')

/** The product at the means of the estimates. */
export const meanOfProduct = ({ estimates }: Compiling, of: Product): number =>
  product(
    of,
    Float64Array.from(estimates, ({ mean }) => mean),
  )

export const productOf = (of: Figure, factor = 1, times?: Figure): Product => ({ of, times, factor })

export function addLine(to: Compiling, line: Line): number {
  return to.lines.push(line) - 1
}

/** A figure of the catalogue is in its own currency, which no rate of exchange carries to another. */
export function checkCurrency(to: Compiling, at: Place, path: string): void {
  const { currency } = to.file
  if (currency === catalogueCurrency) return
  to.problems.push(problem('currency-other', 'wrong', at, { path, found: catalogueCurrency, currency }))
}

/** What an amount of another price year is multiplied with; an amount of the case's own year is as it is. */
export function indexFactor(to: Compiling, from: number | undefined, family: string | undefined, at: Place): number {
  const { priceYear } = to.file
  if (from === undefined || from === priceYear) return 1
  if (family === undefined) {
    const known = [...to.catalogue.indexes.keys()]
    const facts = { stated: String(from), year: String(priceYear) }
    const choices = known.map((name) => ({ paste: `index: ${name}` }))
    to.problems.push(problem('price-year-index', 'wrong', at, facts, choices))
    return 1
  }
  const { amount, problems } = indexed(to.catalogue, 1, { from, to: priceYear, family, at })
  to.problems.push(...problems)
  return amount ?? 1
}

function estimateOf(name: string, written: WrittenEstimate, data: CaseData, problems: Problem[]): Estimate {
  const distribution = distributionOf(written, data, problems)
  return {
    name,
    label: written.label,
    unit: unitOf(written) ?? 'number',
    distribution,
    mean: meanOf(distribution),
    source: written.source,
    confidence: written.confidence,
    grade: written.grade,
    findingOutCost: written.findingOut === undefined ? undefined : approximate(written.findingOut.cost),
    at: written.at,
  }
}

type Quantities = Pick<WrittenEstimate, 'is' | 'low' | 'likely' | 'high' | 'normal' | 'sd' | 'lognormalMean'>

function distributionOf(written: WrittenEstimate, data: CaseData, problems: Problem[]): Distribution {
  const value = (key: keyof Quantities): number => approximate(written[key]!.value)
  const { beta, within, uniform, poisson, sdLog } = written
  if (written.is !== undefined) return { kind: 'point', value: value('is') }
  if (written.low !== undefined) {
    return { kind: 'pert', low: value('low'), likely: value('likely'), high: value('high') }
  }
  if (beta !== undefined) return { kind: 'beta', a: approximate(beta[0]!), b: approximate(beta[1]!) }
  if (written.normal !== undefined) {
    const [low, high] = within?.map((bound) => approximate(bound.value)) ?? [-Infinity, Infinity]
    return { kind: 'normal', mean: value('normal'), sd: value('sd'), low: low!, high: high! }
  }
  if (written.lognormalMean !== undefined) {
    const sd = approximate(sdLog!)
    return { kind: 'lognormal', mean: log(value('lognormalMean')) - (sd * sd) / 2, sd }
  }
  if (poisson !== undefined) return { kind: 'poisson', mean: approximate(poisson) }
  if (uniform !== undefined) {
    const [low, high] = uniform.map((bound) => approximate(bound.value))
    return { kind: 'uniform', low: low!, high: high! }
  }
  const values = data.get(`${written.data}:${written.column}`)
  if (values === undefined) {
    const facts = { file: written.data ?? '', column: written.column ?? '' }
    problems.push(problem('data-missing', 'wrong', written.places['data'] ?? written.at, facts))
    return { kind: 'point', value: 0 }
  }
  if (values.length === 0) return { kind: 'point', value: 0 } // What is wrong with the numbers is told where they are read.
  // Written out, a share is held against its bounds where it stands; of a file it can only be done here.
  const outside = written.unit === 'share' ? values.find((value) => value < 0 || value > 1) : undefined
  if (outside !== undefined) {
    const facts = { path: written.path, found: Math.round(outside * 1e6) / 1e6, column: written.column ?? '' }
    problems.push(problem('share-outside', 'wrong', written.places['data'] ?? written.at, facts))
  }
  return { kind: 'empirical', values: Float64Array.from(values).sort() }
}
