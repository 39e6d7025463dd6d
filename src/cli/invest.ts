/** `bundlinje invest contracts/x --as-of 2026-10-31`: what each investor puts in and gets by date, and what return that is. */
import { dayText } from '../core/base/index.ts'
import { type Agreement } from '../core/terms/index.ts'
import { amountText, dateText, investNotes, investWords, sentence, terminalWords } from '../../locales/index.ts'
import {
  type ContractInvestment,
  type Investment,
  type PartyAccount,
  investContract,
  openFund,
} from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { codeOf } from './exit-code.ts'
import { readDate } from './dates.ts'
import { type Column, tableLines, wrapped } from './lines.ts'
import { runFund } from './fund-page.ts'
import { datesOf, newestAgreement, numberOf, opened, refuseOptions } from './opening.ts'
import { plainJson } from './plain-json.ts'
import { type Terminal, styled } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

export function run(input: Input, terminal: Terminal): ExitCode | Promise<ExitCode> {
  const [path = ''] = input.arguments
  const fund = openFund(path)
  if (fund !== undefined) {
    refuseOptions(input, ['known-at', 'exit', 'reading'], 'contract', terminal)
    return runFund(fund, input, terminal)
  }
  refuseOptions(input, ['draws', 'seed'], 'fund', terminal)
  const contract = opened(path, terminal)
  const dates = datesOf(input, contract, terminal)
  const words = terminalWords[terminal.locale]
  const { agreement } = newestAgreement(contract, terminal)
  if (contract.folder.people === undefined && contract.folder.facts.length === 0)
    throw new UsageFault(words.noFacts(contract.folder.path), 1)
  const exit = typeof input.options.exit === 'string' ? readDate(input.options.exit, terminal.locale) : undefined
  if (exit !== undefined && exit < agreement.runs.from) {
    const [asked, first] = [dateText(exit, terminal.locale), dateText(agreement.runs.from, terminal.locale)]
    throw new UsageFault(words.beforeAgreement(asked, first))
  }
  terminal.progress(undefined, words.settling)
  const invested = investContract(contract, { ...dates, exit })
  const chosen = numberOf(input.options.reading, 'reading', { least: 1, most: invested.readings.length }, terminal)
  terminal.progressDone()
  const readings = chosen === undefined ? invested.readings : [invested.readings[chosen - 1]!]
  terminal.print(
    input.options.json === true
      ? jsonOf({ ...invested, readings })
      : pageOf({ ...invested, readings }, agreement, terminal),
  )
  return codeOf(invested.problems)
}

function pageOf(invested: ContractInvestment, agreement: Agreement, terminal: Terminal): string {
  const { locale, width } = terminal
  const words = investWords[locale]
  const head = [
    styled(terminal, 'strong', agreement.title[locale]),
    words.asOf(dateText(invested.to, locale)),
    words.closes(dateText(invested.closes, locale), invested.isClosed),
  ]
  const readings = invested.readings.flatMap((reading, index) => [
    ...(invested.readings.length > 1 ? [styled(terminal, 'act', words.reading(index + 1))] : []),
    ...sectionsOf(reading, invested, agreement, terminal),
  ])
  const notes = [words.paymentsNote, words.rateNote].map((note) => wrapped(note, { width }).join('\n'))
  return [head.join('\n'), ...readings, notes.map((note) => styled(terminal, 'quiet', note)).join('\n')].join('\n\n')
}

function sectionsOf(
  reading: Investment,
  invested: ContractInvestment,
  agreement: Agreement,
  terminal: Terminal,
): string[] {
  const { currency } = invested
  const { locale, width } = terminal
  const words = investWords[locale]
  const notes = [...(reading.hasDrawdowns ? [] : [words.noDrawdowns]), ...investNotes(reading, agreement, locale)]
  return [
    overview(reading, invested, terminal).join('\n'),
    ...(reading.securities.length === 0 ? [] : [securities(reading, currency, terminal).join('\n')]),
    ...(notes.length === 0 ? [] : [notes.flatMap((note) => wrapped(note, { width })).join('\n')]),
    ...reading.parties
      .filter(({ movements }) => movements.length > 0)
      .map((account) => movementsOf(account, currency, agreement, terminal).join('\n')),
  ]
}

function overview({ parties, together }: Investment, invested: ContractInvestment, terminal: Terminal): string[] {
  const { currency } = invested
  const { locale } = terminal
  const words = investWords[locale]
  const { party, putIn, gotBack, gain, multiple, rate } = words.columns
  const columns: Column[] = [
    { head: party, isFlexible: true },
    { head: putIn, align: 'right' },
    { head: gotBack, align: 'right' },
    { head: gain, align: 'right' },
    { head: multiple, align: 'right' },
    { head: rate, align: 'right' },
  ]
  const figures = (name: string, of: Investment['together'], isInvestor: boolean) => [
    name,
    amountText(of.putIn, currency, locale),
    amountText(of.gotBack, currency, locale),
    amountText(of.gotBack - of.putIn, currency, locale),
    isInvestor && of.multiple !== undefined ? words.multiple(of.multiple) : words.noMultiple,
    isInvestor ? words.rateYet(of, invested.isClosed) : '',
  ]
  const investors = parties.filter(({ isInvestor }) => isInvestor)
  const others = parties.filter(({ isInvestor }) => !isInvestor)
  return [
    ...tableLines(
      terminal,
      columns,
      investors.map((account) => figures(account.name, account.return, true)),
      figures(words.together, together, true),
    ),
    ...(others.length === 0
      ? []
      : [
          '',
          words.others,
          ...tableLines(
            terminal,
            columns.map((column) => ({ ...column, head: '' })),
            others.map((account) => figures(account.name, account.return, false)),
          ),
        ]),
  ]
}

function securities({ securities: all }: Investment, currency: string, terminal: Terminal): string[] {
  const { locale, width } = terminal
  const words = investWords[locale]
  const money = (amount: bigint) => amountText(amount, currency, locale)
  const lines = all.flatMap((one) => {
    const gave = words.gave[one.kind]({
      amount: money(one.amount),
      most: one.most === undefined ? undefined : money(one.most),
      principalDue: money(one.principalDue),
      couponDue: money(one.couponDue),
    })
    return wrapped(sentence(`${one.clause} ${one.label[locale]}: ${gave}`), { width, indent: '  ', first: '' })
  })
  return [styled(terminal, 'strong', words.securities), ...lines]
}

function movementsOf(account: PartyAccount, currency: string, agreement: Agreement, terminal: Terminal): string[] {
  const { locale, width } = terminal
  const words = investWords[locale]
  const { day, what, amount } = words.movementColumns
  const rows = account.movements.map((movement) => {
    const reason = words.reasons[movement.reason](labelIn(agreement, movement.by, terminal))
    const other = agreement.parties.get(movement.counterparty)?.name
    const told = other === undefined ? reason : `${reason} · ${other}`
    return [dateText(movement.day, locale), told, amountText(movement.amount, currency, locale)]
  })
  const columns: Column[] = [{ head: day }, { head: what, isFlexible: true }, { head: amount, align: 'right' }]
  const title = wrapped(words.movements(account.name), { width })
  return [...title.map((line) => styled(terminal, 'strong', line)), ...tableLines(terminal, columns, rows)]
}

/** What a payment or a security is called. */
function labelIn({ payments, security }: Agreement, name: string, { locale }: Terminal): string {
  return (payments?.get(name) ?? security?.get(name))?.label[locale] ?? name
}

/** Amounts in the currency of the agreement and days, all as texts. */
function jsonOf(invested: ContractInvestment): string {
  const { to, knownAt, closes, isClosed, currency, readings } = invested
  const days = { to: dayText(to), knownAt: dayText(knownAt), closes: dayText(closes) }
  const plain = {
    ...days,
    isClosed,
    currency,
    readings: readings.map((reading) => ({
      ...reading,
      answers: reading.answers.map(({ paste }) => paste),
      parties: reading.parties.map((account) => ({
        ...account,
        movements: account.movements.map((movement) => ({ ...movement, day: dayText(movement.day) })),
      })),
    })),
  }
  return plainJson(plain, currency)
}
