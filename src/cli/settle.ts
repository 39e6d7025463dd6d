/** `bundlinje settle contracts/x --as-of 2024-09-30`: the statement, or the amount under each reading of unsettled terms. */
import { type Money, type Severity, dayText, plainFacts } from '../core/base/index.ts'
import { printChecksum } from '../core/settlement/index.ts'
import { amountText, openQuestion, problemParts, statementWords, terminalWords } from '../../locales/index.ts'
import {
  type ContractSettlement,
  type OpenContract,
  type ReadingSettled,
  isStatementName,
  issueStatement,
  settleContract,
  toMend,
} from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { codeOf } from './exit-code.ts'
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
  const see = checkCommand(input, contract)
  terminal.progressDone()

  if (input.options.json === true)
    await terminal.printPieces(settlementJson(settlement, { agreement, locale: terminal.locale }))
  else if (contract.isSignable || chosen !== undefined) {
    const reading = settlement.readings[(chosen ?? 1) - 1]!
    const text = shownReading(contract, reading, agreement, terminal)
    terminal.print(withWarnings(text, settlement, contract, see, terminal))
  } else {
    const text = unsettledPage(contract, settlement, agreement, terminal)
    terminal.print(withWarnings(text, settlement, contract, see, terminal))
  }
  tellProblems(settlement, contract, see, terminal)
  if (typeof name === 'string') issue(name, contract, settlement, see, terminal)
  return codeOf(settlement.problems)
}

/** The command that shows what this settlement found, with the days it was asked for. */
function checkCommand({ options }: Input, { folder }: OpenContract): string {
  const days = ['as-of', 'to', 'known-at'].flatMap((name) =>
    typeof options[name] === 'string' ? [`--${name} ${options[name]}`] : [],
  )
  return ['bundlinje check', folder.path, ...days].join(' ')
}

/** Stands in full above the amounts, and as `notTakenOff` in JSON. */
const toldAbove = 'statement-not-taken-off'

/** How many other problems there are of each severity; the open questions of the terms have a page of their own. */
function countsOf({ problems }: ContractSettlement): { wrong: number; open: number; notices: number } {
  const others = problems.filter(({ code }) => code !== toldAbove)
  const count = (severity: Severity) => others.filter((found) => found.severity === severity).length
  return { wrong: count('wrong'), open: count('unsettled'), notices: count('notice') }
}

/** What is to be seen beside the statement, since it may change what the statement should be. */
function tellProblems(settlement: ContractSettlement, contract: OpenContract, see: string, terminal: Terminal): void {
  const counts = countsOf(settlement)
  const open = contract.isSignable ? counts.open : 0
  if (counts.wrong + open + counts.notices > 0)
    terminal.say(statementWords[terminal.locale].problems({ ...counts, open }, see))
}

/** Above the amounts, why they are not to be paid: faults and open questions, and statements that asked for them already. */
function withWarnings(
  text: string,
  settlement: ContractSettlement,
  contract: OpenContract,
  see: string,
  terminal: Terminal,
): string {
  const { locale, width } = terminal
  const mend = toMend(contract, settlement)
  const paid = settlement.problems.filter(({ code }) => code === toldAbove)
  const lines = [
    ...(mend === undefined ? [] : [statementWords[locale].notPayable(mend, see)]),
    ...paid.map((found) => problemParts(found, locale).says),
  ]
  if (lines.length === 0) return text
  const told = lines.flatMap((line) => wrapped(line, { width }).map((part) => styled(terminal, 'act', part)))
  return [...told, '', text].join('\n')
}

const faultsShown = 3

function issue(
  name: string,
  contract: OpenContract,
  settlement: ContractSettlement,
  see: string,
  terminal: Terminal,
): void {
  const words = terminalWords[terminal.locale]
  const issued = issueStatement(contract, settlement, name)
  switch (issued.is) {
    case 'written':
      terminal.say(statementWords[terminal.locale].issued(name, issued.path))
      return
    case 'taken':
      throw new UsageFault(words.fileExists(issued.path))
    case 'not-signable': {
      if (issued.problems.every((found) => contract.terms.problems.includes(found)))
        throw new UsageFault(words.unsettledNotIssued, 1)
      const first = issued.problems.slice(0, faultsShown).map(({ code, at }) => `${code} (${at.file}:${at.line})`)
      throw new UsageFault(words.faultsNotIssued(first, issued.problems.length - first.length, see), 1)
    }
    case 'not-taken-off': {
      const options = `--to ${dayText(issued.to)} --known-at ${dayText(issued.knownAt)}`
      throw new UsageFault(words.paidAgainNotIssued(issued.statements, options))
    }
  }
}

function shownReading(
  contract: OpenContract,
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
  if (contract.isSignable) return text
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
