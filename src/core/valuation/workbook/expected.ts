/** What the program itself says of every result of a workbook, by the same keys. */
import { expectedActivity } from '../case/activity.ts'
import { type Alternative } from '../case/alternatives.ts'
import { parametersOf } from '../case/compile-case.ts'
import { type CompiledCase } from '../case/compiled.ts'
import { quantileOf } from '../case/distribution.ts'
import { type Series, seriesOf } from '../case/matrix.ts'
import { type CaseReport } from '../case/report.ts'
import { type TornadoBar, resultAt } from '../case/sensitivity.ts'
import { valueActivity } from '../case/value-activity.ts'
import { lineKeys } from './lines-sheet.ts'
import { asGoodAsNothing, sameValue, tries } from './tornado-sheet.ts'

/** A number for each key; nothing where the answer is "never". */
export function expectedResults(compiled: CompiledCase, report: CaseReport): Map<string, number | undefined> {
  const expected = new Map<string, number | undefined>()
  const addYears = (key: string, amounts: readonly number[]): void => {
    for (const [year, amount] of amounts.entries()) expected.set(`${key}/${year}`, amount)
  }
  const addSeries = (key: string, { years, total, presentValue }: Series): void => {
    addYears(key, years)
    expected.set(`${key}/total`, total)
    expected.set(`${key}/present-value`, presentValue)
  }
  for (const { owner, kind, gross, refund, net } of report.matrix) {
    addYears(`matrix/${owner}/${kind}/gross`, gross)
    addYears(`matrix/${owner}/${kind}/refund`, refund)
    addSeries(`matrix/${owner}/${kind}/net`, net)
  }
  for (const { authority, net } of report.budgets) addSeries(`budget/${authority}`, net)
  addSeries('ceiling/inside', report.ceiling.inside)
  addSeries('ceiling/outside', report.ceiling.outside)
  addSeries('freed', report.freedCapacity)
  for (const { owner, net } of report.departments) addSeries(`department/${owner}`, net)
  if (report.economic !== undefined) addSeries('economic', report.economic.net)
  addYears('cumulated', report.cumulated)
  addSummary(expected, compiled, report)
  addLines(compiled, addSeries)
  for (const one of report.alternatives) addAlternative(expected, one)
  for (const { year, ...went } of report.followed) {
    expected.set(`followed/${year}/expected`, went.expected)
    expected.set(`followed/${year}/kept`, went.kept)
    expected.set(`followed/${year}/to-pool`, went.toPool)
    expected.set(`followed/${year}/reinvested`, went.reinvested)
    expected.set(`followed/${year}/not-followed`, went.notFollowed)
  }
  for (const { item, gross, refund, net } of report.publicSum.lines)
    for (const [part, amount] of Object.entries({ gross, refund, net })) expected.set(`public/${item}/${part}`, amount)
  expected.set('public/left', report.publicSum.left)
  return expected
}

function addAlternative(
  expected: Map<string, number | undefined>,
  { mode, municipality, balance, ...money }: Alternative,
): void {
  const figures = {
    ...Object.fromEntries(municipality.years.map((amount, year) => [String(year), amount])),
    'present-value': municipality.presentValue,
    total: municipality.total,
    'break-even-month': balance.breakEvenMonth,
    'break-even-year': balance.breakEvenYear,
    'break-even-calendar-year': balance.breakEvenCalendarYear,
    'payback-year': balance.paybackYear,
    deepest: balance.deepest.amount,
    'deepest-month': balance.deepest.month,
    'without-effect': money.withoutEffect,
    'put-in': money.putIn,
    'paid-back': money.paidBack,
    'price-of-risk': money.priceOfRisk,
  }
  for (const [key, amount] of Object.entries(figures)) expected.set(`alternative/${mode}/${key}`, amount)
}

/** What an estimate must be, by the tries that the sheet makes with the program's own results; see `tornado-sheet.ts`. */
function mustBy(compiled: CompiledCase, { estimate: name, low, high }: TornadoBar): number | undefined {
  const index = compiled.estimates.findIndex((estimate) => estimate.name === name)
  const { unit, distribution } = compiled.estimates[index]!
  const base = parametersOf(compiled)
  const point = (figure: number): Point => ({ figure, value: resultAt(compiled, base, index, figure) })
  let [before, last] = [point(low), point(high)]
  if (Math.abs(last.value - before.value) < sameValue) return undefined
  const [least, most] = unit === 'share' ? [0, 1] : [quantileOf(distribution, 0.001), quantileOf(distribution, 0.999)]
  for (let count = 0; count < tries; count++) {
    const moved = last.value - before.value
    const crossing = last.figure - (last.value * (last.figure - before.figure)) / moved
    const next = Math.abs(moved) < sameValue ? last.figure : Math.min(most, Math.max(least, crossing))
    ;[before, last] = [last, point(next)]
  }
  return Math.abs(last.value) < asGoodAsNothing ? last.figure : undefined
}

type Point = { figure: number; value: number }

function addSummary(expected: Map<string, number | undefined>, compiled: CompiledCase, report: CaseReport): void {
  const { balance, budgets, groups, tornado } = report
  const municipality = budgets.find(({ authority }) => authority === 'municipality')!.net
  expected.set('summary/present-value', municipality.presentValue)
  expected.set('summary/total', municipality.total)
  expected.set('summary/break-even-month', balance.breakEvenMonth)
  expected.set('summary/break-even-year', balance.breakEvenYear)
  expected.set('summary/break-even-calendar-year', balance.breakEvenCalendarYear)
  expected.set('summary/deepest', balance.deepest.amount)
  expected.set('summary/deepest-month', balance.deepest.month)
  expected.set('summary/payback-year', balance.paybackYear)
  for (const { group, referred, started, droppedOut, completed, succeeded, anyway } of groups) {
    const counts = {
      referred,
      starts: started,
      dropouts: droppedOut,
      completions: completed,
      successes: succeeded,
      anyway,
    }
    for (const [name, count] of Object.entries(counts)) expected.set(`group/${group}/${name}`, count)
  }
  for (const { name, mean } of compiled.estimates) expected.set(`estimate/${name}/mean`, mean)
  for (const bar of tornado) {
    const { estimate, low, high, atLow, atHigh } = bar
    expected.set(`estimate/${estimate}/low`, low)
    expected.set(`estimate/${estimate}/high`, high)
    expected.set(`tornado/${estimate}/low`, atLow)
    expected.set(`tornado/${estimate}/high`, atHigh)
    expected.set(`must/${estimate}`, mustBy(compiled, bar))
  }
}

/** Every line, and what is paid back in all. */
function addLines(compiled: CompiledCase, addSeries: (key: string, series: Series) => void): void {
  const parameters = parametersOf(compiled)
  const value = valueActivity(compiled, expectedActivity(compiled, parameters), parameters)
  const width = compiled.years + 1
  for (const [line, name] of lineKeys(compiled).entries()) {
    for (const part of ['gross', 'refund', 'net'] as const) {
      const years = [...value[part].subarray(line * width, (line + 1) * width)]
      addSeries(`line/${name}/${part}`, seriesOf(compiled, years))
    }
  }
}
