/**
 * An empty case as a sheet to fill in: the rows that a case must have and those that most have, with what may be written in each.
 *
 * A row is copied for a second group, cost or consequence, and its path given another name. What is left empty is asked for when
 * the sheet is read. Words stand in the reader's language, to be chosen from a list in their cell; anything else may be written there
 * too, such as the name of an estimate.
 */
import { shownChoice } from './choices.ts'
import { rowGrades } from './case-rows.ts'
import { inputColumns, labelOf } from './inputs-sheet.ts'
import { type CellStyle, Sheet } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

/** Path, unit, and the words to choose between or an example. */
type TemplateRow = readonly [path: string, unit: string, choices: string]

const rows: readonly TemplateRow[] = [
  ['bundlinje-case', '', '1.0'],
  ['title.da', '', ''],
  ['title.en', '', ''],
  ['currency', '', 'DKK'],
  ['price-year', '', '2024'],
  ['prices', '', 'fixed'],
  ['starts', '', '2025-01'],
  ['years', '', '10'],
  ['discounting.guide', '', 'fm-2023'],
  ['discounting.when', '', 'year-end · mid-year · year-start'],
  ['estimates.success-rate.label.da', '', ''],
  ['estimates.success-rate.label.en', '', ''],
  ['estimates.success-rate.low', '%', ''],
  ['estimates.success-rate.likely', '%', ''],
  ['estimates.success-rate.high', '%', ''],
  ['estimates.success-rate.source', '', ''],
  ['estimates.success-rate.confidence', '', 'A · B · C · U'],
  ['estimates.success-rate.grade', '', 'published · derived · assumed · invented · unverified'],
  ['groups.all.label.da', '', ''],
  ['groups.all.label.en', '', ''],
  ['groups.all.plan[0].people', '', ''],
  ['groups.all.plan[0].from', '', '1'],
  ['groups.all.plan[0].months', '', '24'],
  ['groups.all.not-started', '%', '0 %'],
  ['groups.all.delay', '', 'none'],
  ['groups.all.course', 'months', '9'],
  ['groups.all.dropout.share', '%', ''],
  ['groups.all.dropout.spread', '', 'constant-risk · even'],
  ['groups.all.success.label.da', '', ''],
  ['groups.all.success.label.en', '', ''],
  ['groups.all.success.of', '', 'completed · started · referred'],
  ['groups.all.success.rate', '', 'success-rate'],
  ['groups.all.success.within', 'months', '12'],
  ['groups.all.success.spread', '', 'constant-risk · even'],
  ['groups.all.without', '%', '0 %'],
  ['groups.all.counts-through', '', 'whole-case · 60'],
  ['costs.effort.label.da', '', ''],
  ['costs.effort.label.en', '', ''],
  ['costs.effort.kind', '', 'start-up · running · administration · measurement'],
  ['costs.effort.amount', 'kr', ''],
  ['costs.effort.per', '', 'start · person-month · referral · completion · success'],
  ['costs.effort.borne-by', '', 'financier · municipality'],
  ['costs.effort.grant', '', 'none'],
  ['costs.effort.vat', '', 'none · included · added'],
  ['costs.effort.ceiling', '', 'inside · outside'],
  ['costs.effort.economic', '', 'resource · transfer'],
  ['costs.effort.refund', '', 'none'],
  ['costs.effort.source', '', ''],
  ['consequences.saving.label.da', '', ''],
  ['consequences.saving.label.en', '', ''],
  ['consequences.saving.heading', '', ''],
  ['consequences.saving.per', '', 'success · start'],
  ['consequences.saving.scenario', '', 'narrow · broad'],
  ['consequences.saving.kind', '', 'cashable · freed-capacity · citizen'],
  ['consequences.saving.change.per-year', 'kr', ''],
  ['consequences.saving.change.fade', '%', '0 %'],
  ['consequences.saving.owners.municipality', '%', '100 %'],
  ['consequences.saving.refund', '', 'none'],
  ['consequences.saving.cashable.share', '%', '100 %'],
  ['consequences.saving.cashable.from-month', '', '1'],
  ['consequences.saving.ceiling', '', 'inside · outside'],
  ['consequences.saving.economic', '', 'resource · transfer'],
  ['consequences.saving.source', '', ''],
  ['finance.chosen', '', 'self · pool · investor'],
  ['finance.self-bears', '', 'municipality'],
  ['finance.investor.label.da', '', ''],
  ['finance.investor.label.en', '', ''],
  ['finance.investor.repayment.prices.success.amount', 'kr', ''],
  ['finance.investor.repayment.prices.success.per', '', 'success · start · completion'],
  ['finance.investor.repayment.prices.success.counts', '', 'all · net'],
  ['finance.investor.repayment.premium', '%', '0 %'],
  ['finance.investor.repayment.every', 'months', '12'],
  ['finance.investor.repayment.through', '', ''],
  ['finance.investor.repayment.cap', 'kr', 'none'],
  ['finance.investor.repayment.floor', 'kr', 'none'],
  ['finance.investor.repayment.payers.municipality', '%', '100 %'],
  ['finance.investor.repayment.ceiling', '', 'inside · outside'],
  ['finance.investor.repayment.source', '', ''],
]

/** What shows how a value is written, and is not all that can be chosen. */
const isExample = (choices: string): boolean => ['DKK', 'fm-2023', 'success-rate'].includes(choices)

const styles: Readonly<Record<string, CellStyle>> = { '%': 'share-input', kr: 'money-input', months: 'number-input' }

/** Numbers without a unit. A month of the calendar is written as text, so that no spreadsheet makes a date of it. */
const plainNumbers =
  /(?:price-year|years|people|\.from|from-month|plan\[0\]\.months|counts-through|repayment\.through)$/

const styleOf = (path: string, unit: string): CellStyle =>
  styles[unit] ?? (plainNumbers.test(path) ? 'number-input' : 'text-input')

export function templateSheet(words: WorkbookWords): Sheet {
  const { heads, sheets, says, units } = words
  const sheet = new Sheet(sheets.inputs)
  sheet.widths = [50, 22, 12, 14, 62, 46]
  sheet.put(0, 0, { value: says.templateTitle, style: 'title' })
  for (const [row, value] of says.templateSays.entries()) sheet.put(1 + row, 0, { value, style: 'quiet' })
  const head = 2 + says.templateSays.length
  sheet.heads(head, [heads.figure, heads.value, heads.unit, heads.grade, heads.reason, heads.path, heads.choices])
  sheet.widths[6] = 54
  sheet.frozen = { rows: head + 1, columns: 1 }
  const grades = rowGrades.map((grade) => words.grades[grade])
  let row = head + 1
  let part = ''
  for (const [path, unit, choices] of rows) {
    const [top = '', name] = path.split('.')
    const next = ['estimates', 'groups', 'costs', 'consequences'].includes(top) ? `${top}.${name}` : top
    if (next.split('.')[0] !== part.split('.')[0] && path.includes('.')) row++
    part = next
    sheet.put(row, inputColumns.label, { value: labelOf(path, words), style: 'text' })
    const isFixed = path === 'bundlinje-case'
    sheet.put(row, inputColumns.value, { ...(isFixed ? { value: choices } : {}), style: styleOf(path, unit) })
    if (unit !== '') sheet.put(row, inputColumns.unit, { value: units[unit] ?? unit, style: 'text' })
    for (const column of [inputColumns.grade, inputColumns.reason]) sheet.put(row, column, { style: 'text-input' })
    sheet.put(row, inputColumns.path, { value: path, style: 'quiet' })
    const shown = choices.split(' · ').map((choice) => shownChoice(path, choice, words))
    if (choices !== '') sheet.put(row, 6, { value: shown.join(' · '), style: 'quiet' })
    const listed = shown.filter((choice) => !/^\d/.test(choice))
    if (listed.length > 0 && choices !== '' && !isExample(choices)) sheet.offer(row, inputColumns.value, listed)
    sheet.offer(row, inputColumns.grade, grades)
    row++
  }
  return sheet
}
