/** `bundlinje settle contracts/x --as-of 2024-09-30`: the statement, or the amount under each reading of unsettled terms. */
import { type Money, plainFacts } from '../core/base/index.ts'
import { printChecksum } from '../core/settlement/index.ts'
import { amountText, openQuestion, statementWords, terminalWords } from '../../locales/index.ts'
import {
  type ContractSettlement,
  type OpenContract,
  type ReadingSettled,
  isStatementName,
  issueStatement,
  settleContract,
} from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { tableLines, wrapped } from './lines.ts'
import { agreementOf, datesOf, newestAgreement, numberOf, opened } from './opening.ts'
import { settlementJson } from './settlement-json.ts'
import { type StatementPage, manyStatementsPage, statementPage } from './statement-page.ts'
import { type Terminal, styled } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

export async function run(input: Input, terminal: Terminal): Promise<ExitCode> {
  const [path = ''] = input.arguments
  const contract = opened(path, terminal)
  const dates = datesOf(input, contract, terminal)
  const words = terminalWords[terminal.locale]
  if (contract.folder.people === undefined && contract.folder.facts.length === 0)
    throw new UsageFault(words.noFacts(contract.folder.path), 1)
  const name = input.options.issue
  if (typeof name === 'string' && !isStatementName(name)) throw new UsageFault(words.badName(name))
  terminal.progress(undefined, words.settling)
  const settlement = settleContract(contract, dates)
  const chosen = numberOf(input.options.reading, 'reading', { least: 1, most: settlement.readings.length }, terminal)
  const agreements = contract.measurement?.roster.agreements ?? []
  const agreement =
    typeof input.options.agreement === 'string' ? agreementOf(input.options.agreement, agreements, terminal) : undefined
  terminal.progressDone()

  const isWrong = settlement.problems.some(({ severity }) => severity === 'wrong')
  const code: ExitCode = isWrong ? 1 : settlement.isSignable ? 0 : 3
  if (input.options.json === true)
    await terminal.printPieces(settlementJson(settlement, { agreement, locale: terminal.locale }))
  else if (settlement.isSignable || chosen !== undefined) {
    const reading = settlement.readings[(chosen ?? 1) - 1]!
    terminal.print(shownReading(contract, settlement, reading, agreement, terminal))
  } else terminal.print(unsettledPage(contract, settlement, agreement, terminal))
  tellProblems(settlement, contract, terminal)
  if (typeof name === 'string') issue(name, contract, settlement, terminal)
  return code
}

/** What is to be seen beside the statement, since it may change what the statement should be. */
function tellProblems({ problems }: ContractSettlement, contract: OpenContract, terminal: Terminal): void {
  const wrong = problems.filter(({ severity }) => severity === 'wrong').length
  const notices = problems.filter(({ severity }) => severity === 'notice').length
  if (wrong + notices > 0) terminal.say(statementWords[terminal.locale].problems(wrong, notices, contract.folder.path))
}

function issue(name: string, contract: OpenContract, settlement: ContractSettlement, terminal: Terminal): void {
  const words = terminalWords[terminal.locale]
  if (!settlement.isSignable) throw new UsageFault(words.unsettledNotIssued, 1)
  const { isWritten, path } = issueStatement(contract, settlement.readings[0]!, name)
  if (!isWritten) throw new UsageFault(words.fileExists(path))
  terminal.say(statementWords[terminal.locale].issued(name, path))
}

function shownReading(
  contract: OpenContract,
  { isSignable }: ContractSettlement,
  reading: ReadingSettled,
  agreement: number | undefined,
  terminal: Terminal,
): string {
  const { statements } = reading.settled
  const shown = agreement === undefined ? statements : [statements[agreement]!]
  const page: StatementPage = {
    terminal,
    contract,
    agreement: reading.settled.context.agreement,
    settled: reading.settled,
    checksum: printChecksum(shown),
  }
  const text = shown.length === 1 ? statementPage(shown[0]!, page) : manyStatementsPage(shown, page)
  if (isSignable) return text
  const words = statementWords[terminal.locale]
  const answers = reading.answers.flatMap(({ question, paste }) =>
    wrapped(`${openQuestion(question, terminal.locale).question} ${paste}`, {
      width: terminal.width,
      indent: '    ',
      first: '  - ',
    }),
  )
  return [styled(terminal, 'act', `${words.cannotSign}.`), ...answers, '', text].join('\n')
}

/** The amount under each reading, and which questions make the difference. */
function unsettledPage(
  contract: OpenContract,
  settlement: ContractSettlement,
  agreement: number | undefined,
  terminal: Terminal,
): string {
  const { locale, width } = terminal
  const words = statementWords[locale]
  const version = newestAgreement(contract, terminal)
  const payable = ({ settled }: ReadingSettled): Money => {
    const shown = agreement === undefined ? settled.statements : [settled.statements[agreement]!]
    return shown.reduce((sum, statement) => sum + statement.payable, 0n)
  }
  const { readings } = settlement
  const amounts = readings.map(payable)
  const differs = amounts.some((amount) => amount !== amounts[0])
  const money = (amount: Money) => amountText(amount, version.agreement.currency, locale)
  const questions = questionsOf(readings)
  const questionLines = questions.flatMap(({ question }, index) => {
    const { question: asks } = openQuestion(question, locale)
    const place = `${question.at.file}:${String(question.at.line)}`
    return wrapped(words.questionOf(asks, place), { width, indent: '     ', first: `  ${String(index + 1)}. ` })
  })
  const rows = readings.map((reading, index) => [
    String(index + 1),
    money(amounts[index]!),
    reading.answers.map(({ paste }) => paste.split('\n')[0]!.trim()).join(' · '),
  ])
  const columns = [
    { head: words.readingColumns.number, align: 'right' as const },
    { head: words.readingColumns.payable, align: 'right' as const },
    { head: words.readingColumns.answers, isFlexible: true },
  ]
  return [
    styled(terminal, 'strong', version.agreement.title[locale]),
    '',
    styled(terminal, 'act', words.cannotSign),
    ...wrapped(words.cannotSignWhy(questions.length, differs), { width }),
    '',
    ...questionLines,
    '',
    ...tableLines(terminal, columns, rows),
    '',
    ...wrapped(words.seeReading, { width }),
  ].join('\n')
}

/** Every open question that some reading answers, each once. */
function questionsOf(readings: readonly ReadingSettled[]): ReadingSettled['answers'] {
  const found = new Map<string, ReadingSettled['answers'][number]>()
  for (const answer of readings.flatMap(({ answers }) => answers)) {
    const { at, code, facts } = answer.question
    const key = JSON.stringify([at.file, code, plainFacts(facts)])
    if (!found.has(key)) found.set(key, answer)
  }
  return [...found.values()]
}
