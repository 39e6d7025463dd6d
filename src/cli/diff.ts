/** `bundlinje diff contracts/x@2024-06-30 contracts/x@2024-09-30`: what differs, in money per line and in words per clause. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Day, type Exact, currencyOf, dayText } from '../core/base/index.ts'
import { printExactAmount } from '../core/settlement/index.ts'
import { type Agreement, type TermsVersion } from '../core/terms/index.ts'
import { dateText, diffWords, listText, statementWords, terminalWords } from '../../locales/index.ts'
import {
  type ContractSettlement,
  type OpenContract,
  type Sheet,
  asOfVersion,
  compareStatements,
  compareTerms,
  findContract,
  readSheet,
  settleContract,
  sheetOf,
  toMend,
} from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { readDate } from './dates.ts'
import { codeOf } from './exit-code.ts'
import { wrapped } from './lines.ts'
import { clauseLines, statementLines } from './diff-page.ts'
import { agreementOf, newestAgreement, opened, wrongTerms } from './opening.ts'
import { plainJson } from './plain-json.ts'
import { type Terminal, styled } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

/** `settlement` is what the amounts of a side come from; a statement on file was settled when it was made. */
type Side = { settlement: ContractSettlement | undefined }
type StatementSide = Side & { is: 'statement'; sheet: Sheet; contract: OpenContract | undefined }
type TermsSide = Side & { is: 'terms'; name: string; contract: OpenContract; version: TermsVersion }

export function run(input: Input, terminal: Terminal): ExitCode {
  const [before = '', after = ''] = input.arguments
  const words = diffWords[terminal.locale]
  const [a, b] = settledAlike(sideOf(before, input, terminal), sideOf(after, input, terminal))
  terminal.progressDone()
  if (a.is === 'statement' && b.is === 'statement') {
    if (a.sheet.currency !== b.sheet.currency)
      throw new UsageFault(words.unlikeCurrency(a.sheet.currency, b.sheet.currency))
    showStatements(a, b, input, terminal)
  } else if (a.is === 'terms' && b.is === 'terms') showTerms(a, b, input, terminal)
  else throw new UsageFault(words.unlike(before, after))
  return codeOf([a, b].flatMap(({ contract, settlement }) => settlement?.problems ?? contract?.problems ?? []))
}

/** Two sets of terms are settled to one day, the last that either runs to. */
function settledAlike(a: StatementSide | TermsSide, b: StatementSide | TermsSide): [typeof a, typeof b] {
  if (a.is !== 'terms' || b.is !== 'terms') return [a, b]
  const to = Math.max(a.version.agreement.runs.through, b.version.agreement.runs.through)
  const settled = (side: TermsSide): TermsSide => ({ ...side, settlement: settlementOf(side.contract, to) })
  return [settled(a), settled(b)]
}

function settlementOf(contract: OpenContract, to: Day): ContractSettlement | undefined {
  const { people, facts } = contract.folder
  return people === undefined && facts.length === 0 ? undefined : settleContract(contract, { to })
}

/** What is to be mended on either side before its amounts can be relied on. */
function doubtsOf(sides: readonly (StatementSide | TermsSide)[], { locale, width }: Terminal): string[] {
  const told = sides.flatMap(({ contract, settlement }) => {
    const mend = contract === undefined || settlement === undefined ? undefined : toMend(contract, settlement)
    if (mend === undefined) return []
    const days = `--to ${dayText(settlement!.to)} --known-at ${dayText(settlement!.knownAt)}`
    return [statementWords[locale].notPayable(mend, `bundlinje check ${contract!.folder.path} ${days}`)]
  })
  return [...new Set(told)].flatMap((line) => wrapped(line, { width }))
}

const isSettledSignable = ({ contract, settlement }: StatementSide | TermsSide): boolean =>
  settlement?.isSignable ?? contract?.isSignable ?? true

/** What an argument names: a file, a contract on a date, one of its versions, or its terms as they are. */
function sideOf(argument: string, input: Input, terminal: Terminal): StatementSide | TermsSide {
  if (existsSync(argument) && statSync(argument).isFile() && argument.endsWith('.json'))
    return fileSide(argument, input, terminal)
  const at = argument.lastIndexOf('@')
  const path = at < 0 ? argument : argument.slice(0, at)
  const wanted = at < 0 ? '' : argument.slice(at + 1)
  const contract = opened(path, terminal)
  if (wanted === '') {
    const version = newestAgreement(contract, terminal)
    return { is: 'terms', name: path, contract, version, settlement: undefined }
  }
  const named = asOfVersion(contract, wanted)
  if (named !== undefined) return { is: 'terms', name: argument, ...named, settlement: undefined }
  return statementSide(wanted, contract, input, terminal)
}

function fileSide(path: string, input: Input, terminal: Terminal): StatementSide {
  const agreement = typeof input.options.agreement === 'string' ? input.options.agreement : undefined
  // A statement lies in its contract's folder, whose terms name the payments and the currency.
  const holder = dirname(dirname(path))
  const contract = findContract(holder).is === 'contract' ? opened(holder, terminal) : undefined
  const currency = agreementIn(contract)?.currency
  const sheet = readSheet(path, readFileSync(path, 'utf8'), { agreement, currency })
  if (sheet === undefined) throw new UsageFault(diffWords[terminal.locale].notAStatement(path))
  return { is: 'statement', sheet, contract, settlement: undefined }
}

function statementSide(date: string, contract: OpenContract, input: Input, terminal: Terminal): StatementSide {
  const { locale } = terminal
  const { agreement } = newestAgreement(contract, terminal)
  const { runs } = agreement
  const day = dayOrVersionFault(date, contract, terminal)
  const terminalSays = terminalWords[locale]
  if (day < runs.from)
    throw new UsageFault(terminalSays.beforeAgreement(dateText(day, locale), dateText(runs.from, locale)))
  terminal.progress(undefined, terminalSays.settling)
  const settlement = settleContract(contract, { to: day, knownAt: day })
  const settled = settlement.readings[0]?.settled
  if (settled === undefined) throw wrongTerms(contract, terminal)
  const index = agreementOf(input.options.agreement, settled.context.roster.agreements, terminal)
  const name = `${agreement.title[locale]}, ${dateText(day, locale)}`
  return {
    is: 'statement',
    sheet: sheetOf(name, settled.statements[index]!, settled),
    contract,
    settlement,
  }
}

function dayOrVersionFault(text: string, contract: OpenContract, terminal: Terminal): Day {
  if (/\d{4}/.test(text)) return readDate(text, terminal.locale)
  const versions = contract.readings[0]?.terms.versions.map(({ name }) => name) ?? []
  const known = listText(versions, terminal.locale)
  throw new UsageFault(diffWords[terminal.locale].unknownVersion(text, contract.folder.path, known))
}

function showStatements(a: StatementSide, b: StatementSide, input: Input, terminal: Terminal): void {
  const words = diffWords[terminal.locale]
  const compared = compareStatements(a.sheet, b.sheet)
  if (input.options.json === true) {
    const money = (amount: Exact) => printExactAmount(amount, currencyOf(b.sheet.currency)!)
    const people = compared.people.map(({ day, before, after, ...person }) => {
      return { ...person, day: dayText(day), before: money(before), after: money(after) }
    })
    const plain = {
      before: a.sheet.name,
      after: b.sheet.name,
      isSignable: { before: isSettledSignable(a), after: isSettledSignable(b) },
      currency: b.sheet.currency,
      lines: compared.lines,
      people,
    }
    terminal.print(plainJson(plain, b.sheet.currency))
    return
  }
  const agreement = agreementIn(b.contract ?? a.contract)
  terminal.print(
    [
      styled(terminal, 'strong', words.statements(a.sheet.name, b.sheet.name)),
      ...doubtsOf([a, b], terminal).map((line) => styled(terminal, 'act', line)),
      '',
      ...statementLines(compared, { currency: b.sheet.currency, agreement, hasPeople: hasPeople(a, b) }, terminal),
    ].join('\n'),
  )
}

const hasPeople = (a: StatementSide, b: StatementSide): boolean =>
  a.sheet.settled !== undefined && b.sheet.settled !== undefined

const agreementIn = (contract: OpenContract | undefined): Agreement | undefined =>
  contract?.readings[0]?.terms.versions.at(-1)?.agreement

/** Words per clause, and below them the same facts settled by each of the two. */
function showTerms(a: TermsSide, b: TermsSide, input: Input, terminal: Terminal): void {
  const { locale } = terminal
  const words = diffWords[locale]
  const clauses = compareTerms(a.version, b.version, locale)
  const [one, other] = [a, b].map((side) => settledSheet(side, input, terminal))
  const isAlike = one !== undefined && other !== undefined && one.currency === other.currency
  const compared = isAlike ? compareStatements(one, other) : undefined
  if (input.options.json === true) {
    const currency = compared === undefined ? undefined : other!.currency
    const isSignable = { before: isSettledSignable(a), after: isSettledSignable(b) }
    const plain = { before: a.name, after: b.name, currency, isSignable, clauses, lines: compared?.lines ?? null }
    terminal.print(plainJson(plain, currency))
    return
  }
  const money =
    compared === undefined
      ? [words.noMoney]
      : statementLines(
          compared,
          { currency: other!.currency, agreement: b.version.agreement, hasPeople: true },
          terminal,
        )
  terminal.print(
    [
      styled(terminal, 'strong', words.terms(a.name, b.name)),
      ...(a.contract.isSignable && b.contract.isSignable ? [] : [styled(terminal, 'act', words.unsettled)]),
      '',
      ...clauseLines(clauses, terminal),
      '',
      styled(terminal, 'strong', words.money),
      ...doubtsOf([a, b], terminal).map((line) => styled(terminal, 'act', line)),
      ...money,
    ].join('\n'),
  )
}

function settledSheet({ name, settlement }: TermsSide, input: Input, terminal: Terminal): Sheet | undefined {
  const settled = settlement?.readings[0]?.settled
  if (settled === undefined) return undefined
  const index = agreementOf(input.options.agreement, settled.context.roster.agreements, terminal)
  return sheetOf(name, settled.statements[index]!, settled)
}
