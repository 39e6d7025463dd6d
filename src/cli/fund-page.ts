/** `bundlinje invest funds/x`: a fund's investors, projects and concentration, to a day and as expected. */
import { dayText } from '../core/base/index.ts'
import { type FundAccount, type FundFile, type Return } from '../core/investment/index.ts'
import { type MoneySpread } from '../core/simulation/index.ts'
import {
  amountText,
  chanceText,
  dateText,
  drawnSecurityTexts,
  fundBasisTexts,
  fundNothingTexts,
  fundNotWholeText,
  fundRuleTexts,
  fundTogetherText,
  fundUnplannedTexts,
  fundWords,
  investWords,
  isToCome,
  multipleText,
  numberText,
  problemText,
  shareText,
  simulateWords,
} from '../../locales/index.ts'
import {
  type ForecastOfFund,
  type FundInvestment,
  type OpenFund,
  type PlanRows,
  forecastFund,
  fundDrawsUsual,
  investFund,
} from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { readDate } from './dates.ts'
import { numberOf } from './opening.ts'
import { type Column, tableLines, wrapped } from './lines.ts'
import { plainJson } from './plain-json.ts'
import { type Terminal, styled } from './terminal.ts'

export async function runFund(opened: OpenFund, input: Input, terminal: Terminal): Promise<ExitCode> {
  const { fund, path, problems, text } = opened
  const { locale } = terminal
  if (fund === undefined) {
    terminal.say(fundWords[locale].noFund(path))
    for (const problem of problems) terminal.print(problemText(problem, locale, text))
    return 1
  }
  const asked = input.options['as-of'] ?? input.options.to
  const asOf = typeof asked === 'string' ? readDate(asked, locale) : fund.runs.through
  const draws = numberOf(input.options.draws, 'draws', { least: 2, most: drawsLargest }, terminal) ?? fundDrawsUsual
  const seed = typeof input.options.seed === 'string' ? input.options.seed : '1'
  const invested = investFund({ path, fund }, asOf)
  terminal.progress(undefined, simulateWords[locale].progress)
  const expected = await forecastFund({ path, fund }, asOf, { seed, draws })
  terminal.progressDone()
  const shown = { ...invested, expected, plans: opened.plans }
  terminal.print(input.options.json === true ? jsonOf(shown, fund) : pageOf(shown, fund, opened, terminal))
  return invested.missing.length === 0 ? 0 : 1
}

type Shown = FundInvestment & { expected: ForecastOfFund; plans: PlanRows }

const drawsLargest = 100_000

function pageOf(invested: Shown, fund: FundFile, { marks: invented, text }: OpenFund, terminal: Terminal): string {
  const { locale, width, today } = terminal
  const words = fundWords[locale]
  const { account, asOf, missing, problems } = invested
  const money = (amount: bigint) => amountText(amount, fund.currency, locale)
  const notWhole = fundNotWholeText(fund, missing, locale)
  const told = (isWrong: boolean) =>
    problems
      .filter(({ severity }) => (severity === 'wrong') === isWrong)
      .map((found) => problemText(found, locale, text).trimEnd())
  const rules = fundRuleTexts(fund, account, locale).flatMap((rule) => wrapped(rule, { width }))
  const grounds = fundBasisTexts(fund, invested, { locale, today })
  const notes = [
    ...(account.cash === 0n ? [] : [words.cash(money(account.cash))]),
    ...(invented === 0 ? [] : [words.invented(invented)]),
  ]
  return [
    [
      styled(terminal, 'strong', fund.title[locale]),
      words.asOf(dateText(asOf, locale), isToCome(asOf, today)),
      words.promised(money(account.promised), money(account.committed), account.projects.length),
      ...[...(notWhole === undefined ? [] : [notWhole]), ...grounds].flatMap((says) => wrapped(says, { width })),
    ].join('\n'),
    ...told(true),
    [...investors(invested, fund, terminal), ...rules].join('\n'),
    returns(invested, fund, terminal).join('\n'),
    forecast(invested, fund, terminal).join('\n'),
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
    ...told(false),
    projects(invested, fund, terminal).join('\n'),
    concentration(invested, fund, terminal).join('\n'),
  ].join('\n\n')
}

function investors({ account, missing, basis }: FundInvestment, fund: FundFile, terminal: Terminal): string[] {
  const { locale } = terminal
  const { columns, paidColumns } = fundWords[locale]
  const { called, distributed } = paidColumns[basis]
  const money = (amount: bigint) => amountText(amount, fund.currency, locale)
  const row = (name: string, committed: bigint, uncalled: bigint, { putIn, gotBack }: Return) => [
    name,
    ...[committed, putIn, gotBack, uncalled].map(money),
  ]
  const uncalledInAll = account.investors.reduce((sum, { uncalled }) => sum + uncalled, 0n)
  const amounts = [columns.committed, called, distributed, columns.uncalled]
  return tableLines(
    terminal,
    [{ head: columns.investor, isFlexible: true }, ...amounts.map((head): Column => ({ head, align: 'right' }))],
    account.investors.map((one) => row(fund.investors.get(one.name)!.name, one.committed, one.uncalled, one.return)),
    row(fundTogetherText(missing, locale), account.committed, uncalledInAll, account.together),
  )
}

/** What each has got beyond what was paid in, and what return that is; before the fund's last day only of whoever has it all back. */
function returns({ account, asOf, missing, basis }: FundInvestment, fund: FundFile, terminal: Terminal): string[] {
  const { locale } = terminal
  const { columns, multiple, noMultiple, rateYet } = investWords[locale]
  const row = (name: string, of: Return) => [
    name,
    amountText(of.gotBack - of.putIn, fund.currency, locale),
    of.multiple === undefined ? noMultiple : multiple(of.multiple),
    of.putIn === 0n ? '' : rateYet(of, asOf >= fund.runs.through),
  ]
  const figures = [columns.gain, columns.multiple, columns.rate].map(fundWords[locale].underBasis[basis])
  return tableLines(
    terminal,
    [
      { head: fundWords[locale].columns.investor, isFlexible: true },
      ...figures.map((head): Column => ({ head, align: 'right' })),
    ],
    account.investors.map((one) => row(fund.investors.get(one.name)!.name, one.return)),
    row(fundTogetherText(missing, locale), account.together),
  )
}

/** Places among the levels of a forecast: 10, 50 and 90 %. */
const told = [1, 3, 5] as const

/** What each investor may expect to the fund's last day, each project drawn by itself. */
function forecast({ expected, ...shown }: Shown, fund: FundFile, terminal: Terminal): string[] {
  const { locale, width } = terminal
  const { columns, forecast: words } = fundWords[locale]
  const title = styled(terminal, 'strong', words.title)
  if (expected.drawnBy.every(({ by }) => by === 'past' || by === 'unplanned'))
    return [title, ...fundNothingTexts(fund, shown, locale).flatMap((says) => wrapped(says, { width }))]
  const row = (name: string, { loss, multiple: of, rate }: MoneySpread) => [
    name,
    chanceText(loss.mean, locale),
    ...told.map((at) => multipleText(of[at]!, locale)),
    ...told.map((at) => chanceText(rate[at]!, locale)),
  ]
  const { low, middle, high } = simulateWords[locale].columns
  const at = (head: string) => [`${head} ${low}`, middle, high]
  const heads = [words.columns.loss, ...at(words.columns.multiple), ...at(words.columns.rate)]
  return [
    title,
    ...sentencesOf({ expected, ...shown }, fund, locale).flatMap((sentence) => wrapped(sentence, { width })),
    '',
    ...tableLines(
      terminal,
      [{ head: columns.investor, isFlexible: true }, ...heads.map((head): Column => ({ head, align: 'right' }))],
      expected.investors.map(({ name, spread }) => row(fund.investors.get(name)!.name, spread)),
      row(fundTogetherText(shown.missing, locale), expected.together),
    ),
  ]
}

/** What all of them may expect, and how it was drawn. */
function sentencesOf({ expected, plans, unplanned }: Shown, fund: FundFile, locale: Terminal['locale']): string[] {
  const { forecast: words } = fundWords[locale]
  const { together, draws, seed, moveTogether, drawnBy, withoutCase } = expected
  const [low = '', middle = '', high = ''] = told.map((at) => multipleText(together.multiple[at]!, locale))
  const tie = moveTogether === 0 ? undefined : chanceText(moveTogether, locale)
  const counts = (['ends', 'case', 'planned', 'past'] as const).map((by) => ({
    by,
    count: drawnBy.filter((one) => one.by === by).length,
  }))
  return [
    words.loss(together.loss.mean, draws),
    words.middle({ low, middle, high, rate: chanceText(together.rate[told[1]]!, locale) }),
    words.rests({ ...plans, together: tie }),
    ...fundUnplannedTexts(fund, unplanned, locale),
    ...drawnSecurityTexts(expected, fund.currency, locale),
    words.how({ draws: numberText(draws, locale), seed, together: tie }),
    ...counts.filter(({ count }) => count > 0).map(({ by, count }) => words.by[by](count)),
    ...withoutCase.map(({ project, case: folder }) => words.withoutCase(project, folder)),
  ]
}

function projects({ account, missing, basis }: FundInvestment, fund: FundFile, terminal: Terminal): string[] {
  const { locale } = terminal
  const { projectColumns: columns, projectPaid, projectBasis, projects: title, uncounted } = fundWords[locale]
  const paid = projectPaid[basis]
  const isMixed = basis === 'both'
  const { noMultiple } = investWords[locale]
  const money = (amount: bigint) => amountText(amount, fund.currency, locale)
  const heads: Column[] = [
    { head: columns.project, isFlexible: true },
    { head: columns.place },
    ...(isMixed ? [{ head: columns.basis }] : []),
    ...[paid.putIn, paid.gotBack, paid.gain].map((head): Column => ({ head, align: 'right' })),
  ]
  const rows = account.projects.map(({ name, return: figures }) => {
    const { label, municipality, contract } = fund.projects.get(name)!
    const by = isMixed ? [contract === undefined ? projectBasis.plan : projectBasis.contract] : []
    const { putIn, gotBack } = figures
    if (missing.some(({ project }) => project === name))
      return [uncounted(label[locale]), municipality, ...by, noMultiple, noMultiple, noMultiple]
    return [label[locale], municipality, ...by, money(putIn), money(gotBack), money(gotBack - putIn)]
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

/** Amounts in the currency of the fund and days, all as texts. */
function jsonOf(
  { asOf, account, planned, basis, unplanned, missing, problems, expected, plans }: Shown,
  { currency }: FundFile,
): string {
  const dated = (amounts: FundAccount['aboveCap']) => amounts.map(({ day, amount }) => ({ day: dayText(day), amount }))
  const plain = ({ investors, uncovered, aboveCap, guaranteed, ...rest }: FundAccount) => ({
    ...rest,
    uncovered: dated(uncovered),
    aboveCap: dated(aboveCap),
    ...(guaranteed === undefined ? {} : { guaranteed: { ...guaranteed, day: dayText(guaranteed.day) } }),
    investors: investors.map(({ flows, ...investor }) => ({
      ...investor,
      flows: flows.map(({ day, amount, reason }) => ({ day: dayText(day), amount, reason })),
    })),
  })
  const told = problems.map(({ code, severity, at }) => ({ code, severity, at }))
  const all = {
    asOf: dayText(asOf),
    currency,
    isWhole: missing.length === 0,
    basis,
    unplanned: unplanned.map(({ project, through }) => ({ project, through: dayText(through) })),
    plans,
    account: plain(account),
    planned: plain(planned),
    missing,
    problems: told,
  }
  return plainJson({ ...all, expected: { ...expected, asOf: dayText(expected.asOf) } }, currency)
}
