/** `bundlinje invest funds/x`: a fund's investors, projects and concentration, to a day and as expected. */
import { dayText } from '../core/base/index.ts'
import { type FundFile, type Return } from '../core/investment/index.ts'
import { amountText, dateText, fundWords, investWords, problemText, shareText } from '../../locales/index.ts'
import { type Ends, type FundInvestment, type OpenFund, investFund } from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { readDate } from './dates.ts'
import { type Column, tableLines } from './lines.ts'
import { plainJson } from './plain-json.ts'
import { type Terminal, styled } from './terminal.ts'

export function runFund(opened: OpenFund, input: Input, terminal: Terminal): ExitCode {
  const { fund, path, problems, text } = opened
  const { locale } = terminal
  if (fund === undefined) {
    terminal.say(fundWords[locale].noFund(path))
    for (const problem of problems) terminal.print(problemText(problem, locale, text))
    return 1
  }
  const asked = input.options['as-of'] ?? input.options.to
  const asOf = typeof asked === 'string' ? readDate(asked, locale) : fund.runs.through
  const invested = investFund({ path, fund }, asOf)
  terminal.print(input.options.json === true ? jsonOf(invested) : pageOf(invested, fund, opened.marks, terminal))
  return 0
}

function pageOf(invested: FundInvestment, fund: FundFile, invented: number, terminal: Terminal): string {
  const { locale } = terminal
  const words = fundWords[locale]
  const { account, asOf, missing } = invested
  const money = (amount: bigint) => amountText(amount, fund.currency, locale)
  const notes = [
    ...(account.cash === 0n ? [] : [words.cash(money(account.cash))]),
    ...(account.shortfall === 0n ? [] : [words.shortfall(money(account.shortfall))]),
    ...missing.map(({ project, contract }) => words.missing(project, contract)),
    ...(invented === 0 ? [] : [words.invented(invented)]),
  ]
  return [
    [
      styled(terminal, 'strong', fund.title[locale]),
      words.asOf(dateText(asOf, locale)),
      words.promised(money(account.promised), money(account.committed), account.projects.length),
    ].join('\n'),
    investors(invested, fund, terminal).join('\n'),
    forecast(invested, fund, terminal).join('\n'),
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
    projects(invested, fund, terminal).join('\n'),
    concentration(invested, fund, terminal).join('\n'),
  ].join('\n\n')
}

function investors({ account }: FundInvestment, fund: FundFile, terminal: Terminal): string[] {
  const { locale } = terminal
  const { columns, together } = fundWords[locale]
  const money = (amount: bigint) => amountText(amount, fund.currency, locale)
  const row = (name: string, committed: bigint, uncalled: bigint, { putIn, gotBack }: Return) => [
    name,
    ...[committed, putIn, gotBack, uncalled].map(money),
  ]
  const uncalledInAll = account.investors.reduce((sum, { uncalled }) => sum + uncalled, 0n)
  const amounts = [columns.committed, columns.called, columns.distributed, columns.uncalled]
  return tableLines(
    terminal,
    [{ head: columns.investor, isFlexible: true }, ...amounts.map((head): Column => ({ head, align: 'right' }))],
    account.investors.map((one) => row(fund.investors.get(one.name)!.name, one.committed, one.uncalled, one.return)),
    row(together, account.committed, uncalledInAll, account.together),
  )
}

/** What each investor may expect to the fund's last day: as planned, and with every project at either end. */
function forecast({ expected }: FundInvestment, fund: FundFile, terminal: Terminal): string[] {
  const { locale } = terminal
  const { columns, together, ends } = fundWords[locale]
  const { rate, multiple, noMultiple } = investWords[locale]
  const times = ({ multiple: of }: Return) => (of === undefined ? noMultiple : multiple(of))
  const row = (name: string, { low, planned, high }: Ends) => [
    name,
    ...[low, planned, high].map((figures) => rate(figures.rate)),
    times(planned),
  ]
  const heads = [ends.low, ends.planned, ends.high, columns.multiple]
  return [
    styled(terminal, 'strong', columns.expected),
    ...tableLines(
      terminal,
      [{ head: columns.investor, isFlexible: true }, ...heads.map((head): Column => ({ head, align: 'right' }))],
      [...expected.investors].map(([name, of]) => row(fund.investors.get(name)!.name, of)),
      row(together, expected.together),
    ),
  ]
}

function projects({ account }: FundInvestment, fund: FundFile, terminal: Terminal): string[] {
  const { locale } = terminal
  const { projectColumns: columns, projects: title } = fundWords[locale]
  const money = (amount: bigint) => amountText(amount, fund.currency, locale)
  const heads: Column[] = [
    { head: columns.project, isFlexible: true },
    { head: columns.place },
    ...[columns.putIn, columns.gotBack, columns.gain].map((head): Column => ({ head, align: 'right' })),
  ]
  const rows = account.projects.map(({ name, return: figures }) => {
    const { label, municipality } = fund.projects.get(name)!
    const { putIn, gotBack } = figures
    return [label[locale], municipality, money(putIn), money(gotBack), money(gotBack - putIn)]
  })
  return [styled(terminal, 'strong', title), ...tableLines(terminal, heads, rows)]
}

function concentration({ account }: FundInvestment, fund: FundFile, terminal: Terminal): string[] {
  const { locale } = terminal
  const words = fundWords[locale]
  const { share, committed, projects: count } = words.concentrationColumns
  return account.concentration.flatMap(({ tag, rows }) => [
    ...tableLines(
      terminal,
      [
        { head: words.tags[tag], isFlexible: true },
        { head: share, align: 'right' },
        { head: committed, align: 'right' },
        { head: count, align: 'right' },
      ],
      rows.map((row) => [
        row.name,
        shareText(row.share, locale),
        amountText(row.committed, fund.currency, locale),
        String(row.projects),
      ]),
    ),
    '',
  ])
}

function jsonOf({ asOf, ...invested }: FundInvestment): string {
  return plainJson({ asOf: dayText(asOf), ...invested })
}
