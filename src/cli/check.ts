/**
 * `bundlinje check contracts/x cases/y`: every problem in terms and facts, or in a case or a fund, in words, with what to paste.
 *
 * Some problems are only there on a day: two values of one date, one of them recorded later. So the contract is settled
 * to the days asked for, and check and settle find the same.
 */
import { type Locale, type Problem, type Severity, sortProblems } from '../core/base/index.ts'
import { checkWords, problemJson, problemText } from '../../locales/index.ts'
import {
  type OpenContract,
  caseSourceText,
  checkCase,
  openCase,
  openFund,
  settleContract,
  sourceText,
} from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { codeOf } from './exit-code.ts'
import { wrapped } from './lines.ts'
import { datesOf, opened } from './opening.ts'
import { type Terminal, styled } from './terminal.ts'

/** So many problems of one code and file are shown whole; the rest are counted. */
const shownMost = 10

/** What was checked, whichever it is. */
type Checked = {
  kind: 'contract' | 'case' | 'fund'
  path: string
  problems: readonly Problem[]
  /** Only a contract is signed. */
  isSignable?: boolean
  textOf: (file: string) => string | undefined
}

export function run(input: Input, terminal: Terminal): ExitCode {
  const codes: ExitCode[] = []
  const found: unknown[] = []
  for (const path of input.arguments) {
    const checked = checkedAt(path.length > 1 ? path.replace(/\/+$/, '') : path, input, terminal)
    terminal.progressDone()
    codes.push(codeOf(checked.problems))
    if (input.options.json === true) found.push(plainOf(checked, terminal))
    else show(checked, terminal)
  }
  if (input.options.json === true) terminal.print(JSON.stringify(found, undefined, 2))
  else if (codes.length > 1) terminal.print(summaryOfAll(codes, terminal))
  return codes.includes(1) ? 1 : codes.includes(3) ? 3 : 0
}

/** A folder with a case or a fund in it, and otherwise a contract. */
function checkedAt(path: string, input: Input, terminal: Terminal): Checked {
  const open = openCase(path)
  if (open !== undefined)
    return { kind: 'case', path, problems: checkCase(open), textOf: (file) => caseSourceText(open, file) }
  const fund = openFund(path)
  if (fund !== undefined) {
    const { problems, file, text } = fund
    return { kind: 'fund', path, problems, textOf: (named) => (named === file ? text : undefined) }
  }
  const contract = opened(path, terminal)
  const problems = problemsOf(contract, input, terminal)
  const isSignable = codeOf(problems) === 0
  return {
    kind: 'contract',
    path: contract.folder.path,
    problems,
    isSignable,
    textOf: (file) => sourceText(contract, file),
  }
}

/** What a settlement to the days would tell; of terms that cannot be computed, or with nobody in the files, what is known. */
function problemsOf(contract: OpenContract, input: Input, terminal: Terminal): readonly Problem[] {
  const { measurement, folder, problems } = contract
  if (measurement === undefined) return problems
  const dates = datesOf(input, contract, terminal)
  if (folder.people === undefined && folder.facts.length === 0) return problems
  return sortProblems(settleContract(contract, dates).problems)
}

function show({ kind, path, problems, textOf }: Checked, terminal: Terminal): void {
  const seen = new Map<string, number>()
  const texts = new Map<string, string | undefined>()
  for (const problem of problems) {
    const kind = `${problem.code} ${problem.at.file}`
    const count = (seen.get(kind) ?? 0) + 1
    seen.set(kind, count)
    if (count > shownMost) continue
    const { file } = problem.at
    if (!texts.has(file)) texts.set(file, textOf(file))
    terminal.print(
      withHeading(shortened(problemText(problem, terminal.locale, texts.get(file)), terminal), problem, terminal),
    )
  }
  const words = checkWords[terminal.locale]
  for (const [kind, count] of seen) {
    if (count > shownMost) terminal.print(words.more(count - shownMost, kind.split(' ')[0]!))
  }
  terminal.print(kind === 'contract' ? summaryOf(path, problems, terminal) : computedOf(path, problems, terminal))
}

/** Sentences are broken at the width of the terminal; excerpts and texts to paste, which are set in, are left as they are. */
function shortened(text: string, { width }: Terminal): string {
  return text
    .split('\n')
    .flatMap((line) => (line.startsWith('  ') ? [line] : wrapped(line, { width })))
    .join('\n')
}

function withHeading(text: string, { severity }: Problem, terminal: Terminal): string {
  const [heading = '', ...rest] = text.split('\n')
  return [styled(terminal, severity === 'notice' ? 'strong' : 'act', heading), ...rest].join('\n')
}

function summaryOf(path: string, problems: readonly Problem[], { locale }: Terminal): string {
  const words = checkWords[locale]
  if (problems.length === 0) return words.signable(path)
  const meaning = { 0: words.canSign, 1: words.cannotRun, 3: words.cannotSign }[codeOf(problems)]
  return words.summary(path, countsOf(problems, words), meaning)
}

/** Of a case or a fund, which nobody signs. */
function computedOf(path: string, problems: readonly Problem[], { locale }: Terminal): string {
  const words = checkWords[locale]
  if (problems.length === 0) return words.computable(path)
  const meaning = { 0: words.canRun, 1: words.cannotRun, 3: words.notAnswered }[codeOf(problems)]
  return words.summary(path, countsOf(problems, words), meaning)
}

function countsOf(problems: readonly Problem[], words: (typeof checkWords)[Locale]): string[] {
  const count = (severity: Severity) => problems.filter((found) => found.severity === severity).length
  const [wrong, unsettled, notices] = [count('wrong'), count('unsettled'), count('notice')]
  return [
    ...(wrong > 0 ? [words.wrong(wrong)] : []),
    ...(unsettled > 0 ? [words.unsettled(unsettled)] : []),
    ...(notices > 0 ? [words.notices(notices)] : []),
  ]
}

function summaryOfAll(codes: readonly ExitCode[], { locale }: Terminal): string {
  const words = checkWords[locale]
  const count = (code: ExitCode) => codes.filter((one) => one === code).length
  return `\n${count(0) === codes.length ? words.allFine(codes.length) : words.someWrong(count(0), count(1), count(3))}`
}

function plainOf({ kind, path, problems, isSignable }: Checked, { locale }: Terminal): unknown {
  return { [kind]: path, isSignable, problems: problems.map((one) => problemJson(one, locale)) }
}
