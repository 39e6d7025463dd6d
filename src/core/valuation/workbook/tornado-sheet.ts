/**
 * What is uncertain: each estimate with its low, its mean and its high figure, and what is used. A sheet calculates one result at
 * a time, so the bars themselves are not here; the sheet says how to see each end of a bar in the results.
 */
import { type CompiledCase, type Estimate } from '../case/index.ts'
import { type Inputs, dataRange } from './inputs-sheet.ts'
import { type CellStyle, Sheet, type Spot } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

const tenth = 0.1

export function tornadoSheet(
  compiled: CompiledCase,
  inputs: Inputs,
  { net, results, words }: { net: Spot; results: Map<string, Spot>; words: WorkbookWords },
): Sheet {
  const { sheets, heads, locale } = words
  const sheet = new Sheet(sheets.tornado)
  sheet.widths = [54, 16, 16, 16, 16, 60]
  sheet.put(0, 0, { value: sheets.tornado, style: 'title' })
  let row = 1
  for (const value of words.tornadoSays) sheet.put(row++, 0, { value, style: 'quiet' })
  row++
  sheet.put(row, 0, { value: `${heads.municipality}: ${heads.presentValue}`, style: 'text' })
  sheet.put(row, 1, { formula: sheet.to(net), style: 'money-strong' })
  row += 2
  sheet.heads(row, [heads.figure])
  sheet.heads(row, [heads.low, heads.mean, heads.high, heads.used], 'head-right', 1)
  sheet.put(row, 5, { value: heads.source, style: 'head' })
  sheet.frozen = { rows: row + 1, columns: 1 }
  row++
  for (const estimate of compiled.estimates) {
    const { name, label, unit, source, distribution } = estimate
    const { mean, used } = inputs.estimates.get(name)!
    const style: CellStyle = unit === 'money' ? 'money' : unit === 'share' ? 'share' : 'number'
    sheet.put(row, 0, { value: label[locale], style: 'text' })
    sheet.put(row, 5, { value: source, style: 'quiet' })
    results.set(`estimate/${name}/mean`, sheet.put(row, 2, { formula: sheet.to(mean), style }))
    sheet.put(row, 4, { formula: sheet.to(used), style })
    if (distribution.kind !== 'point') {
      for (const [column, chance] of [[1, tenth] as const, [3, 1 - tenth] as const]) {
        const formula = quantileFormula(sheet, compiled, inputs, estimate, chance)
        const spot = sheet.put(row, column, formula === undefined ? { style } : { formula, style })
        if (formula !== undefined) results.set(`estimate/${name}/${column === 1 ? 'low' : 'high'}`, spot)
      }
    }
    row++
  }
  return sheet
}

/** The figure that the estimate stays at or under with the chance; nothing where a sheet has no function for it. */
function quantileFormula(
  sheet: Sheet,
  compiled: CompiledCase,
  inputs: Inputs,
  { name, distribution }: Estimate,
  chance: number,
): string | undefined {
  const at = (key: string): string => inputs.number(`estimates.${name}.${key}`, sheet)
  switch (distribution.kind) {
    case 'pert': {
      const [low, likely, high] = ['low', 'likely', 'high'].map(at) as [string, string, string]
      const shape = (from: string, to: string): string => `1+4*(${to}-${from})/(${high}-${low})`
      return `BETAINV(${chance},${shape(low, likely)},${shape(likely, high)},${low},${high})`
    }
    case 'beta':
      return `BETAINV(${chance},${at('beta[0]')},${at('beta[1]')})`
    case 'normal': {
      const bare = (of: string): string => `${at('normal')}+${at('sd')}*NORMSINV(${of})`
      if (!inputs.has(`estimates.${name}.within[0]`)) return bare(String(chance))
      const below = (bound: string): string => `NORMSDIST((${at(bound)}-${at('normal')})/${at('sd')})`
      const [from, to] = [below('within[0]'), below('within[1]')]
      return bare(`${from}+${chance}*(${to}-${from})`)
    }
    case 'lognormal': {
      const [mean, sd] = [at('lognormal-mean'), at('sd-log')]
      return `${mean}*EXP(${sd}*NORMSINV(${chance})-${sd}*${sd}/2)`
    }
    case 'uniform':
      return `${at('uniform[0]')}+${chance}*(${at('uniform[1]')}-${at('uniform[0]')})`
    case 'empirical':
      return `PERCENTILE(${dataRange(inputs, compiled, name, sheet)},${chance})`
    case 'point':
    case 'poisson':
      return undefined
  }
}
