/** What is wrong with a workbook that is to be read or written. */
import { type WorkbookProblems } from '../wording/problems.ts'

const withoutFormula: Readonly<Record<string, string>> = {
  'cost-by-person': 'The rule looks at how long each person has been in service, which a workbook cannot say.',
  'household-changes': 'Others of the household change with the effort too, which the workbook cannot say.',
  'vat-and-limits': 'There is VAT in something whose refund has limits, which the workbook cannot say.',
}

export const workbookProblems: WorkbookProblems = {
  'workbook-unreadable': () =>
    'The file is no workbook that can be read: it is damaged, has a password or was saved in another format.\nSave it as .xlsx without a password.',
  'workbook-too-large': (facts) =>
    `The workbook takes more than ${facts.number('sizeMax')} MB unpacked, so it is not read.\nA case takes far less; save the sheet of inputs in a file by itself.`,
  'workbook-no-inputs': (facts) =>
    `No sheet has a column F with the head “${facts.items('columns').join('” or “')}”, so no row says what it is.\nMake a template: bundlinje value --template case.xlsx`,
  'workbook-cell-unfit': (facts) =>
    `Here stands ${facts.text('found')}, which is neither a number nor a text.\nWrite the value of ${facts.text('path')}; a formula must have been worked out without an error.`,
  'workbook-path-unfit': (facts) =>
    `“${facts.text('path')}” is no path in a case. A path is names in small letters with points between, such as groups.all.course.`,
  'workbook-path-twice': (facts) =>
    `“${facts.text('path')}” stands twice: here and as “${facts.text('other')}” in row ${facts.number('row')}.\nDelete one of them; a row that is copied needs another name in its path.`,
  'workbook-grade-unknown': (facts) =>
    `“${facts.text('found')}” is no mark. Write one of: ${[...new Set(facts.items('known'))].join(' · ')}, or leave the cell empty.`,
  'workbook-instead-left': (facts) =>
    `${facts.text('found')} was tried here instead of the mean of the estimate. It is no part of the case and is not read.\nIf it is to hold, change the figures of the estimate.`,
  'workbook-without-formula': (facts) =>
    `The case is not written as a workbook because of “${facts.text('item')}”. ${withoutFormula[facts.text('why')] ?? ''}\nBundlinje itself values it.`,
  'workbook-differs': (facts) =>
    `The workbook is not written, because a formula does not give what Bundlinje gives: ${facts.text('cell')} gives ${facts.text('formula')}, and the right figure is ${facts.text('program')}.\nThis happens when a rule looks at use in a way that no formula follows: 52 weeks of self-support over more than three years, or a law that changes in the middle of a month.`,
}
