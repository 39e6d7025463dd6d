/** What became of the savings, year by year: the rules of `followed.ts`. Each amount that was written down is a cell of the inputs. */
import { type CompiledCase } from '../case/compiled.ts'
import { type Inputs } from './inputs-sheet.ts'
import { type Column, overMonths } from './months.ts'
import { type Results } from './results-sheets.ts'
import { Sheet, plus } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

export type FollowedSetting = {
  compiled: CompiledCase
  inputs: Inputs
  /** The municipality's cashable saving by month, after the state's part. */
  saving: Column
  words: WorkbookWords
  results: Results
}

const wentWhere = ['kept', 'to-pool', 'reinvested'] as const

/** Nothing where the case follows no savings. */
export function followedSheet({ compiled, inputs, saving, words, results }: FollowedSetting): Sheet | undefined {
  const { savingsFollowed } = compiled.file
  if (savingsFollowed === undefined) return undefined
  const { heads, sheets, says, locale } = words
  const sheet = new Sheet(sheets.followed)
  sheet.widths = [16, 18, 18, 18, 18, 18, 70]
  sheet.put(0, 0, { value: sheets.followed, style: 'title' })
  sheet.put(1, 0, { value: says.sheetSays.followed, style: 'quiet' })
  sheet.heads(3, [heads.caseYear])
  sheet.heads(3, [heads.expected, ...wentWhere.map((went) => heads[went]), heads.notFollowed], 'head-right', 1)
  sheet.put(3, 6, { value: heads.efforts, style: 'head' })
  sheet.frozen = { rows: 4, columns: 1 }
  for (let year = 1; year <= compiled.years; year++) {
    const row = 3 + year
    const put = (key: string, column: number, formula: string): string => {
      const spot = sheet.put(row, column, { formula, style: 'money' })
      results.set(`followed/${year}/${key}`, spot)
      return sheet.to(spot)
    }
    sheet.put(row, 0, { value: `${heads.caseYear} ${year}`, style: 'text' })
    const expected = put('expected', 1, `SUM(${overMonths(sheet, saving, 12 * year - 11, 12 * year)})`)
    const went = wentWhere.map((where, index) => {
      const terms = savingsFollowed.flatMap((followed, at) => {
        if (followed.went !== where) return []
        const [on, amount] = ['year', 'amount'].map((key) => sheet.to(inputs.spot(`savings-followed[${at}].${key}`)))
        return [`IF(${on}=${year},${amount},0)`]
      })
      return put(where, 2 + index, plus(terms))
    })
    put('not-followed', 5, `${expected}-${went.join('-')}`)
    const efforts = savingsFollowed.flatMap((one) =>
      one.year === year && one.effort !== undefined ? [one.effort] : [],
    )
    sheet.put(row, 6, { value: efforts.map((effort) => effort[locale]).join('; '), style: 'wrap' })
  }
  return sheet
}
