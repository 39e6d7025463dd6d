/** `bundlinje exit contracts/x --on 2020-12-31`: what is owed when the agreement stops that day, by several rules side by side. */
import { type Exact, type Locale, dayText } from '../core/base/index.ts'
import { type Agreement } from '../core/terms/index.ts'
import {
  amountText,
  dateText,
  diffWords,
  exitWords,
  investWords,
  problemJson,
  problemParts,
  shareText,
  statementWords,
  terminalWords,
} from '../../locales/index.ts'
import {
  type ExitByRule,
  type ExitCalculation,
  type OpenContract,
  reachedBy,
  readExitRule,
  valueExits,
} from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { readDate } from './dates.ts'
import { codeOf } from './exit-code.ts'
import { type Column, tableLines, wrapped } from './lines.ts'
import { newestAgreement, opened, wrongTerms } from './opening.ts'
import { plainJson } from './plain-json.ts'
import { type Terminal, styled } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

export function run(input: Input, terminal: Terminal): ExitCode {
  const [path = ''] = input.arguments
  const contract = opened(path, terminal)
  const { agreement } = newestAgreement(contract, terminal)
  const { locale } = terminal
  const words = terminalWords[locale]
  const day = (text: string | true | undefined) => (typeof text === 'string' ? readDate(text, locale) : undefined)
  const rule = (text: string | true | undefined) => {
    if (typeof text !== 'string') return undefined
    const read = readExitRule(text, reachedBy(agreement))
    if (read === undefined) throw new UsageFault(exitWords[locale].notARule(text))
    return read
  }
  const { from, through } = agreement.runs
  const on = day(input.options.on) ?? through
  if (on < from) throw new UsageFault(words.beforeAgreement(dateText(on, locale), dateText(from, locale)))
  const calculation = valueExits(contract, {
    on,
    knownAt: day(input.options['known-at']),
    payer: rule(input.options.payer),
    investor: rule(input.options.investor),
  })
  terminal.progressDone()
  if (calculation === undefined) throw wrongTerms(contract, terminal)
  terminal.print(
    input.options.json === true
      ? jsonOf(calculation, locale)
      : [...doubtsOf(calculation, contract, terminal), pageOf(calculation, agreement, terminal)].join('\n'),
  )
  return codeOf(calculation.problems)
}

/** Why the amounts below are not to be paid yet: faults, answers that are only the first, and statements not taken off. */
function doubtsOf(
  { mend, problems, on, knownAt }: ExitCalculation,
  contract: OpenContract,
  terminal: Terminal,
): string[] {
  const { locale, width } = terminal
  const see = `bundlinje check ${contract.folder.path} --to ${dayText(on)} --known-at ${dayText(knownAt)}`
  const lines = [
    ...(mend === undefined ? [] : [statementWords[locale].notPayable(mend, see)]),
    ...(contract.isSignable ? [] : [diffWords[locale].unsettled]),
    ...problems
      .filter(({ code }) => code === 'statement-not-taken-off')
      .map((found) => problemParts(found, locale).says),
  ]
  const told = lines.flatMap((line) => wrapped(line, { width }).map((part) => styled(terminal, 'act', part)))
  return told.length === 0 ? [] : [...told, '']
}

function pageOf(calculation: ExitCalculation, agreement: Agreement, terminal: Terminal): string {
  const { locale, width } = terminal
  const words = exitWords[locale]
  const { currency, rules, on } = calculation
  const payer = rules.find(({ side }) => side === 'payer')
  const investor = rules.find(({ side }) => side === 'investor')
  const notes = [
    ...(agreement.exit === undefined ? [words.noExitClause] : []),
    ...(payer === undefined || investor === undefined
      ? []
      : [words.apart(amountText(apart(payer, investor), currency, locale))]),
  ]
  return [
    [styled(terminal, 'strong', agreement.title[locale]), `${words.lead(dateText(on, locale))}.`].join('\n'),
    ...rules.map((one) => ruleLines(one, currency, agreement, terminal).join('\n')),
    ...(notes.length === 0 ? [] : [notes.flatMap((note) => wrapped(note, { width })).join('\n')]),
    openLines(calculation, agreement, terminal).join('\n'),
  ].join('\n\n')
}

const apart = (payer: ExitByRule, investor: ExitByRule): bigint => {
  const difference = investor.valuation.payable - payer.valuation.payable
  return difference < 0n ? -difference : difference
}

function ruleLines(one: ExitByRule, currency: string, agreement: Agreement, terminal: Terminal): string[] {
  const { locale, width } = terminal
  const words = exitWords[locale]
  const { valuation, rule, side, together } = one
  const money = (amount: bigint) => amountText(amount, currency, locale)
  const said = words.expected[rule.expected](shareText(rule.share ?? 1, locale))
  const expected = valuation.expected.reduce((sum, { amount }) => sum + amount, 0n)
  const { columns } = words
  const rows = [
    [columns.reached, money(valuation.reached)],
    [columns.expected, money(expected)],
    ...(valuation.withheld === 0n ? [] : [[columns.withheld, money(-valuation.withheld)]]),
    [columns.paidBefore, money(-valuation.paidBefore)],
  ]
  const rates = valuation.expected.map(({ payment, rate }) => [
    `  ${agreement.payments?.get(payment)?.label[locale] ?? payment}: ${rateOf(rate, terminal)}`,
    '',
  ])
  return [
    ...wrapped(`${words.sides[side]}: ${said}`, { width }).map((line) => styled(terminal, 'strong', line)),
    ...tableLines(
      terminal,
      [
        { head: '', isFlexible: true },
        { head: '', align: 'right' },
      ],
      [...rows, ...(rule.expected === 'not-paid' ? [] : rates)],
      [columns.payable, money(valuation.payable)],
    ),
    `${columns.rate}: ${investWords[locale].rate(together.rate)}`,
  ]
}

function rateOf(rate: Exact | undefined, { locale }: Terminal): string {
  return rate === undefined ? exitWords[locale].noRate : exitWords[locale].rateOf(shareText(rate, locale))
}

function openLines(calculation: ExitCalculation, agreement: Agreement, terminal: Terminal): string[] {
  const { locale, width } = terminal
  const words = exitWords[locale]
  const { handedOver, currency, payableWhenHandedOver } = calculation
  if (handedOver.length === 0) return [words.noOpen]
  const { payment, count, ifAllMet } = words.openColumns
  const columns: Column[] = [
    { head: payment, isFlexible: true },
    { head: count, align: 'right' },
    { head: ifAllMet, align: 'right' },
  ]
  const rows = handedOver.map((open) => [
    agreement.payments?.get(open.payment)?.label[locale] ?? open.payment,
    String(open.openResults),
    open.ifAllMet === undefined ? words.unknownWorth : amountText(open.ifAllMet, currency, locale),
  ])
  const openCount = handedOver.reduce((sum, { openResults }) => sum + openResults, 0)
  return [
    styled(terminal, 'strong', words.open),
    ...tableLines(terminal, columns, rows),
    ...wrapped(words.handOver(amountText(payableWhenHandedOver, currency, locale), openCount), { width }),
  ]
}

function jsonOf({ mend: _, problems, ...calculation }: ExitCalculation, locale: Locale): string {
  const plain = {
    ...calculation,
    problems: problems.map((one) => problemJson(one, locale)),
    on: dayText(calculation.on),
    knownAt: dayText(calculation.knownAt),
    rules: calculation.rules.map(({ rule, ...one }) => ({
      ...one,
      rule: { reached: rule.reached, expected: rule.expected, share: rule.share ?? 1 },
      valuation: { ...one.valuation, exit: undefined },
    })),
  }
  return plainJson(plain, calculation.currency)
}
