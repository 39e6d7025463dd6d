/**
 * From a case and a catalogue to numbers that can be valued many times: one scenario, one way of financing, one law.
 *
 * Names become places in lists, prices are looked up and carried to the price year, and every item gets a line for each owner
 * it touches. Items are taken in the order of their names, so that the order in which a case is written moves no bit.
 *
 * Problems: those of the catalogue and the dated rules; price-year-index, data-missing (wrong).
 */
import { type Problem, approximate, dayOf, sortProblems } from '../../base/index.ts'
import { type Catalogue, type Law } from '../catalogue/catalogue.ts'
import { discountFactor, discountGuide, yearsAhead } from '../catalogue/discounting.ts'
import { type CaseFile, type CaseGroup } from './case-file.ts'
import { lastMonth } from './checking.ts'
import { type CompileOptions, type CompiledCase, type CompiledGroup, type Delay } from './compiled.ts'
import { type CaseData, type Compiling, figureOf, startCompiling } from './compiling.ts'
import { compileConsequences, faultsLeftOut } from './compile-consequences.ts'
import { compileCosts } from './compile-costs.ts'
import { compileRepayment } from './compile-repayment.ts'

/**
 * Present unless something it counts is wrong. Notices, such as an old price, come beside it, and so does what is wrong with
 * what only the broad scenario counts.
 */
export type CompileResult = { compiled: CompiledCase | undefined; problems: Problem[] }

export function compileCase(
  file: CaseFile,
  catalogue: Catalogue,
  options: CompileOptions,
  data: CaseData = new Map(),
): CompileResult {
  const law: Law = options.lawAsOf === undefined ? {} : { asOf: options.lawAsOf }
  const startDay = dayOf(file.starts.year, file.starts.month, 1)
  const to = startCompiling({ file, catalogue, options, law, startDay }, data)
  const factors = factorsOf(to)
  const groups = to.groupNames.map((name) => compileGroup(to, name, file.groups.get(name)!))
  const costs = compileCosts(to, groups)
  const consequences = compileConsequences(to, groups)
  const repayment = compileRepayment(to)
  const problems = sortProblems([...to.problems, ...faultsLeftOut(to, groups)])
  if (factors === undefined || to.problems.some(({ severity }) => severity !== 'notice')) {
    return { compiled: undefined, problems }
  }
  const place = new Map(to.estimates.map(({ name }, index) => [name, index]))
  const compiled: CompiledCase = {
    file,
    options,
    mode: to.mode,
    startDay,
    years: file.years,
    months: to.months,
    estimates: to.estimates,
    correlations: (file.correlations ?? []).map(({ between, is }) => ({
      between: [place.get(between[0]!)!, place.get(between[1]!)!],
      is: approximate(is),
    })),
    owners: to.owners,
    financier: to.financier,
    groups,
    asksWhoServed: costs.some(({ personRefund, pace }) => personRefund !== undefined && pace === 'person-month'),
    costs,
    consequences,
    repayment,
    lines: to.lines,
    ...factors,
    prices: to.prices,
  }
  return { compiled, problems }
}

/** The means of the estimates: what a calculation without chance uses. Names given instead stand for themselves. */
export function parametersOf(compiled: CompiledCase, instead: ReadonlyMap<string, number> = new Map()): Float64Array {
  return Float64Array.from(compiled.estimates, ({ name, mean }) => instead.get(name) ?? mean)
}

function factorsOf(to: Compiling): { yearFactors: Float64Array; monthFactors: Float64Array } | undefined {
  const { guide, when, places, at } = to.file.discounting
  const { steps, problems } = discountGuide(to.catalogue, guide, places['guide'] ?? at)
  to.problems.push(...problems)
  if (steps === undefined) return undefined
  return {
    yearFactors: Float64Array.from({ length: to.file.years + 1 }, (_, year) =>
      discountFactor(steps, yearsAhead(year, when)),
    ),
    monthFactors: Float64Array.from({ length: to.months + 1 }, (_, month) => discountFactor(steps, month / 12)),
  }
}

function compileGroup(to: Compiling, name: string, group: CaseGroup): CompiledGroup {
  const { success, dropout } = group
  return {
    name,
    label: group.label,
    plan: group.plan.map(({ people, from, months }) => ({ people: figureOf(to, people), from, months })),
    notStarted: figureOf(to, group.notStarted),
    delay: delayOf(to, group),
    course: group.course,
    dropout: dropout === 'none' ? undefined : { share: figureOf(to, dropout.share), spread: dropout.spread },
    success: {
      of: success.of,
      rate: figureOf(to, success.rate),
      within: success.within,
      spread: success.spread,
      label: success.label,
    },
    without: figureOf(to, group.without),
    through: group.countsThrough === 'whole-case' ? lastMonth(to.file) : group.countsThrough,
  }
}

function delayOf(to: Compiling, { delay }: CaseGroup): Delay {
  if (delay === 'none') return { kind: 'none' }
  if (delay.poisson !== undefined) return { kind: 'poisson', mean: figureOf(to, delay.poisson) }
  return { kind: 'shares', shares: Float64Array.from(delay.shares ?? [], approximate) }
}
