/**
 * `bundlinje check contracts/x`: every problem in terms and facts, in words, with what to paste.
 *
 * Some problems are only there on a day: two values of one date, one of them recorded later. So the contract is settled
 * to the days asked for, and check and settle find the same.
 */
import { type Problem, type Severity, plainFacts, sortProblems } from '../core/base/index.ts'
import { checkWords, problemText } from '../../locales/index.ts'
import { type OpenContract, settleContract, sourceText } from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { codeOf } from './exit-code.ts'
import { wrapped } from './lines.ts'
import { datesOf, opened } from './opening.ts'
import { type Terminal, styled } from './terminal.ts'

/** So many problems of one code and file are shown whole; the rest are counted. */
const shownMost = 10

export function run(input: Input, terminal: Terminal): ExitCode {
  const codes: ExitCode[] = []
  const found: unknown[] = []
  for (const path of input.arguments) {
    const contract = opened(path, terminal)
    const problems = problemsOf(contract, input, terminal)
    terminal.progressDone()
    codes.push(codeOf(problems))
    if (input.options.json === true) found.push(plainOf(contract, problems))
    else showContract(contract, problems, terminal)
  }
  if (input.options.json === true) terminal.print(JSON.stringify(found, undefined, 2))
  else if (codes.length > 1) terminal.print(summaryOfAll(codes, terminal))
  return codes.includes(1) ? 1 : codes.includes(3) ? 3 : 0
}

/** What a settlement to the days would tell; of terms that cannot be computed, or with nobody in the files, what is known. */
function problemsOf(contract: OpenContract, input: Input, terminal: Terminal): readonly Problem[] {
  const { measurement, folder, problems } = contract
  if (measurement === undefined) return problems
  const dates = datesOf(input, contract, terminal)
  if (folder.people === undefined && folder.facts.length === 0) return problems
  return sortProblems(settleContract(contract, dates).problems)
}

function showContract(contract: OpenContract, problems: readonly Problem[], terminal: Terminal): void {
  const { folder } = contract
  const seen = new Map<string, number>()
  const texts = new Map<string, string | undefined>()
  for (const problem of problems) {
    const kind = `${problem.code} ${problem.at.file}`
    const count = (seen.get(kind) ?? 0) + 1
    seen.set(kind, count)
    if (count > shownMost) continue
    const { file } = problem.at
    if (!texts.has(file)) texts.set(file, sourceText(contract, file))
    terminal.print(
      withHeading(shortened(problemText(problem, terminal.locale, texts.get(file)), terminal), problem, terminal),
    )
  }
  const words = checkWords[terminal.locale]
  for (const [kind, count] of seen) {
    if (count > shownMost) terminal.print(words.more(count - shownMost, kind.split(' ')[0]!))
  }
  terminal.print(summaryOf(folder.path, problems, terminal))
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
  const count = (severity: Severity) => problems.filter((found) => found.severity === severity).length
  const [wrong, unsettled, notices] = [count('wrong'), count('unsettled'), count('notice')]
  if (wrong + unsettled + notices === 0) return words.signable(path)
  const counts = [
    ...(wrong > 0 ? [words.wrong(wrong)] : []),
    ...(unsettled > 0 ? [words.unsettled(unsettled)] : []),
    ...(notices > 0 ? [words.notices(notices)] : []),
  ]
  return words.summary(path, counts, wrong > 0 ? words.cannotRun : unsettled > 0 ? words.cannotSign : words.canSign)
}

function summaryOfAll(codes: readonly ExitCode[], { locale }: Terminal): string {
  const words = checkWords[locale]
  const count = (code: ExitCode) => codes.filter((one) => one === code).length
  return `\n${count(0) === codes.length ? words.allFine(codes.length) : words.someWrong(count(0), count(1), count(3))}`
}

function plainOf({ folder }: OpenContract, problems: readonly Problem[]): unknown {
  return {
    contract: folder.path,
    isSignable: codeOf(problems) === 0,
    problems: problems.map(({ code, severity, at, facts, choices }) => ({
      code,
      severity,
      at,
      facts: plainFacts(facts),
      choices: choices.map(({ paste }) => paste),
    })),
  }
}
