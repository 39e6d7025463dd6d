/** What is wrong with a workbook that is to be read or written. */
import { type ProblemFacts, type WorkbookProblems } from '../wording/problems.ts'

/** Why the formulas do not give the same, and what can be done. */
function differsBecause(facts: ProblemFacts): string {
  return facts.text('cause') === 'too-large'
    ? 'The amounts are so large that a spreadsheet, which reckons with 15 digits, cannot keep their øre.\nSee whether an amount has been given too many digits. Otherwise use the figures of Bundlinje: they are right.'
    : 'No known rule is the reason, so it is a fault in Bundlinje. The figures of Bundlinje hold; report the fault with the text of the case.'
}

export const workbookProblems: WorkbookProblems = {
  'workbook-unreadable': () =>
    'The file is no workbook that can be read: it is damaged, has a password or was saved in another format.\nSave it as .xlsx without a password.',
  'workbook-too-large': (facts) =>
    `What there is to read in the workbook takes more than ${facts.number('sizeMax')} MB unpacked, so it is not read.\nA case takes far less; save the sheet of inputs in a file by itself.`,
  'workbook-no-inputs': (facts) =>
    `No sheet has a column with the head “${facts.items('paths').join('” or “')}” and one with “${facts.items('values').join('” or “')}”, so no row says what it is.\nPut the heads back, or make a template and copy the figures: bundlinje value --template case.xlsx`,
  'workbook-formula-unworked': () =>
    'The cell has a formula but no value: the workbook was saved by a program that works nothing out. The cell is not read as empty or nothing.\nOpen the workbook in a spreadsheet and save it, or write the number instead of the formula.',
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
  'workbook-switch-left': (facts) =>
    facts.text('of') === 'law'
      ? `At the top of the sheet all rules are as they were on ${facts.text('found')}. That is no part of the case and is not read: unless asked otherwise, Bundlinje reckons each month by its own law.\nIf the law of that day is to hold, ask for it: --law-as-of ${facts.text('found')}`
      : `At the top of the sheet the scenario is set to ${facts.text('found')}. That is no part of the case and is not read: unless asked otherwise, Bundlinje values both scenarios.\nIf only the broad one is to be valued, ask for it: --scenario broad`,
  'workbook-differs': (facts) =>
    `The workbook is not written, because a formula does not give what Bundlinje gives: ${facts.text('cell')} gives ${facts.text('formula')}, and the right figure is ${facts.text('program')}.\n${differsBecause(facts)}`,
}
