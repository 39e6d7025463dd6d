/**
 * Every word a reader sees, Danish and English in step.
 *
 * `da/` and `en/` have the same files; `wording/` says what each must hold, so that a word missing in one language is a
 * fault the compiler finds. The core hands over codes and facts; what is here makes sentences of them, for the command
 * line and the web alike. Nothing here computes.
 */
import { type Locale } from '../src/core/base/index.ts'
import { annex as danishAnnex } from './da/annex.ts'
import { businessCase as danishCase } from './da/case.ts'
import { casePages as danishCasePages } from './da/case-pages.ts'
import { check as danishCheck } from './da/check.ts'
import { checklist as danishChecklist } from './da/checklist.ts'
import { diff as danishDiff } from './da/diff.ts'
import { due as danishDue } from './da/due.ts'
import { exit as danishExit } from './da/exit.ts'
import { follow as danishFollow } from './da/follow.ts'
import { fund as danishFund } from './da/fund.ts'
import { help as danishHelp } from './da/help.ts'
import { invest as danishInvest } from './da/invest.ts'
import { newAgreement as danishNew } from './da/new.ts'
import { payoff as danishPayoff } from './da/payoff.ts'
import { simulate as danishSimulate } from './da/simulate.ts'
import { statement as danishStatement } from './da/statement.ts'
import { terminal as danishTerminal } from './da/terminal.ts'
import { uncertainty as danishUncertainty } from './da/uncertainty.ts'
import { pages as danishPages } from './da/web.ts'
import { workshop as danishWorkshop } from './da/workshop.ts'
import { annex as englishAnnex } from './en/annex.ts'
import { businessCase as englishCase } from './en/case.ts'
import { casePages as englishCasePages } from './en/case-pages.ts'
import { check as englishCheck } from './en/check.ts'
import { checklist as englishChecklist } from './en/checklist.ts'
import { diff as englishDiff } from './en/diff.ts'
import { due as englishDue } from './en/due.ts'
import { exit as englishExit } from './en/exit.ts'
import { follow as englishFollow } from './en/follow.ts'
import { fund as englishFund } from './en/fund.ts'
import { help as englishHelp } from './en/help.ts'
import { invest as englishInvest } from './en/invest.ts'
import { newAgreement as englishNew } from './en/new.ts'
import { payoff as englishPayoff } from './en/payoff.ts'
import { simulate as englishSimulate } from './en/simulate.ts'
import { statement as englishStatement } from './en/statement.ts'
import { terminal as englishTerminal } from './en/terminal.ts'
import { uncertainty as englishUncertainty } from './en/uncertainty.ts'
import { pages as englishPages } from './en/web.ts'
import { workshop as englishWorkshop } from './en/workshop.ts'
import { type AnnexWords } from './wording/annex.ts'
import { type CaseWords } from './wording/case.ts'
import { type CasePageWords } from './wording/case-pages.ts'
import { type CheckWords } from './wording/check.ts'
import { type ChecklistWords } from './wording/checklist.ts'
import { type DiffWords } from './wording/diff.ts'
import { type DueWords } from './wording/due.ts'
import { type ExitWords } from './wording/exit.ts'
import { type FollowWords } from './wording/follow.ts'
import { type FundWords } from './wording/fund.ts'
import { type HelpWords } from './wording/help.ts'
import { type InvestWords } from './wording/invest.ts'
import { type NewWords } from './wording/new.ts'
import { type PayoffWords } from './wording/payoff.ts'
import { type SimulateWords } from './wording/simulate.ts'
import { type StatementWords } from './wording/statement.ts'
import { type UncertaintyWords } from './wording/uncertainty.ts'
import { type WorkbookWords } from '../src/core/valuation/index.ts'
import { workbook as danishWorkbook } from './da/workbook.ts'
import { workbook as englishWorkbook } from './en/workbook.ts'
import { type TerminalWords } from './wording/terminal.ts'
import { type PageWords } from './wording/web.ts'
import { type WorkshopWords } from './wording/workshop.ts'

export { investNotes } from './invest-text.ts'
export { keptTexts } from './kept-text.ts'
export {
  drawnSecurityTexts,
  fundBasisTexts,
  fundNothingTexts,
  fundNotWholeText,
  fundRuleTexts,
  fundTogetherText,
  fundUnplannedTexts,
  isToCome,
} from './fund-text.ts'
export {
  amountText,
  bareAmountText,
  checksumText,
  countText,
  currencyWord,
  dateText,
  exactAmountText,
  listText,
  monthName,
  numberText,
  sentence,
  shareText,
  unitWord,
} from './numbers.ts'
export { wayOfLimit } from '../src/core/terms/index.ts'
export { type OpenQuestion } from './open-questions.ts'
export { figureText, kronerText, plainNumberText, priceText, priceWords } from './price-text.ts'
export { caseProblemParts, caseQuestion, openCaseQuestion } from './case-problems.ts'
export { type ProblemParts } from './problem-parts.ts'
export { type ProblemJson, openQuestion, problemJson, problemParts, problemText } from './problem-text.ts'
export {
  type FactText,
  type Telling,
  factText,
  labelOf,
  reasonText,
  reasonWords,
  resultText,
  tellingOf,
  whoText,
} from './reasons.ts'
export { printReason } from './reason-json.ts'
export { doubtWords } from './doubt-text.ts'
export { caseBasisText, caseMonthText, caseYearText, mustBeText, ownerText } from './case-text.ts'
export { followAsked, followCounts, followEmpty, followHeadlines } from './follow-sentences.ts'
export { followedName, followedTexts } from './follow-text.ts'
export { type FollowPicture, type StandColumn, type StandName } from './wording/follow.ts'
export { onceText } from './once-text.ts'
export { chanceText, estimateText, multipleText, oneDecimal, thousandText, wholeAmountText } from './case-numbers.ts'
export { type CommandHelp, type CommandName, type HelpWords, type ValueName } from './wording/help.ts'
export { type StatementWords, type UnpaidKind } from './wording/statement.ts'
export { type PriceField, type PriceWords } from './wording/prices.ts'
export { type TerminalWords } from './wording/terminal.ts'
export { type CasePageWords } from './wording/case-pages.ts'
export { type PageWords } from './wording/web.ts'
export { type WorkshopWords } from './wording/workshop.ts'

export const helpWords: Record<Locale, HelpWords> = { da: danishHelp, en: englishHelp }
export const terminalWords: Record<Locale, TerminalWords> = { da: danishTerminal, en: englishTerminal }
export const annexWords: Record<Locale, AnnexWords> = { da: danishAnnex, en: englishAnnex }
export const statementWords: Record<Locale, StatementWords> = { da: danishStatement, en: englishStatement }
export const pageWords: Record<Locale, PageWords> = { da: danishPages, en: englishPages }
export const checkWords: Record<Locale, CheckWords> = { da: danishCheck, en: englishCheck }
export const payoffWords: Record<Locale, PayoffWords> = { da: danishPayoff, en: englishPayoff }
export const simulateWords: Record<Locale, SimulateWords> = { da: danishSimulate, en: englishSimulate }
export const uncertaintyWords: Record<Locale, UncertaintyWords> = {
  da: danishUncertainty,
  en: englishUncertainty,
}
export const workbookWords: Record<Locale, WorkbookWords> = { da: danishWorkbook, en: englishWorkbook }
export const caseWords: Record<Locale, CaseWords> = { da: danishCase, en: englishCase }
export const casePageWords: Record<Locale, CasePageWords> = { da: danishCasePages, en: englishCasePages }
export const workshopWords: Record<Locale, WorkshopWords> = { da: danishWorkshop, en: englishWorkshop }
export const checklistWords: Record<Locale, ChecklistWords> = { da: danishChecklist, en: englishChecklist }
export const dueWords: Record<Locale, DueWords> = { da: danishDue, en: englishDue }
export const exitWords: Record<Locale, ExitWords> = { da: danishExit, en: englishExit }
export const followWords: Record<Locale, FollowWords> = { da: danishFollow, en: englishFollow }
export const fundWords: Record<Locale, FundWords> = { da: danishFund, en: englishFund }
export const investWords: Record<Locale, InvestWords> = { da: danishInvest, en: englishInvest }
export const diffWords: Record<Locale, DiffWords> = { da: danishDiff, en: englishDiff }
export const newWords: Record<Locale, NewWords> = { da: danishNew, en: englishNew }
