/** What the program itself says of every result of a workbook, by the same keys. */
import {
  type CaseReport,
  type CompiledCase,
  type Series,
  expectedActivity,
  parametersOf,
  seriesOf,
  valueActivity,
} from '../case/index.ts'
import { lineKeys } from './lines-sheet.ts'

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
  return expected
}

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
  for (const { estimate, low, high } of tornado) {
    const { distribution } = compiled.estimates.find(({ name }) => name === estimate)!
    if (distribution.kind === 'poisson') continue
    expected.set(`estimate/${estimate}/low`, low)
    expected.set(`estimate/${estimate}/high`, high)
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
