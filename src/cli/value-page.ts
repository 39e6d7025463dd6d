/**
 * The controller's page of a business case, in lines: the sentence that matters first, then who, when, how and on what ground.
 *
 *     thin ───  expected saving or cost of a year        thick ━━━  what was followed to where it went        dotted ┄┄┄  freed
 */
import { type CaseReport, type CompiledCase } from '../core/valuation/index.ts'
import { type ValuedCase, type ValuedScenario, municipalityNet } from '../operations/index.ts'
import {
  caseWords,
  currencyWord,
  dateText,
  estimateText,
  wholeAmountText,
  numberText,
  oneDecimal,
  thousandText,
  caseYearText,
  mustBeText,
  caseBasisText,
  ownerText,
} from '../../locales/index.ts'
import { type Column, tableLines, wrapped } from './lines.ts'
import { type Terminal, styled } from './terminal.ts'
import { evidenceSections } from './value-evidence.ts'
import { barText } from './strokes.ts'

/** The parts of the page, to be set with a line between. */
export function casePage(valued: ValuedCase, terminal: Terminal): string[] {
  const { locale, width } = terminal
  const words = caseWords[locale]
  const [first, second] = valued.scenarios
  const { file } = first!.compiled
  const head = [
    styled(terminal, 'strong', file.title[locale]),
    ...wrapped(caseBasisText(first!.compiled, valued.lawAsOf, terminal.locale), { width }),
    ...wrapped(words.perThousand(currencyWord(file.currency, locale)), { width }),
  ]
  const { doubts } = (second ?? first!).report
  const doubtful = doubts.filter(({ grade }) => grade !== 'derived')
  if (doubtful.length > 0)
    head.push(...wrapped(words.doubtful(doubtful.length), { width }).map((line) => styled(terminal, 'act', line)))
  const isSame = second !== undefined && second.compiled.lines.length === first!.compiled.lines.length
  const scenarios = valued.scenarios.filter((_, index) => index === 0 || !isSame)
  return [
    head.join('\n'),
    ...scenarios.flatMap((scenario) => scenarioSections(scenario, terminal)),
    ...(isSame ? [words.sameBothWays] : []),
    ...evidenceSections((second ?? first!).compiled, (second ?? first!).report, terminal),
    ...(file.note === undefined ? [] : [wrapped(file.note[locale], { width }).join('\n')]),
  ]
}

const section = (terminal: Terminal, title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [[styled(terminal, 'strong', title), ...lines].join('\n')]

function scenarioSections({ scenario, compiled, report }: ValuedScenario, terminal: Terminal): string[] {
  const { locale, width } = terminal
  const words = caseWords[locale]
  const title = styled(terminal, 'strong', `━━ ${words.scenarios[scenario]}`)
  // What must be true of the estimate that decides most stands at the top.
  const must = report.mustBe.slice(0, 1).map((one) => mustBeText(one, compiled.file.currency, terminal.locale))
  const sentences = [headlineOf(compiled, report, terminal), ...must]
  return [
    [title, ...sentences.flatMap((one) => wrapped(one, { width }))].join('\n'),
    ...section(terminal, words.heads.people, peopleTable(report, terminal)),
    ...section(terminal, words.heads.owners, [
      ...ownersTable(compiled, report, terminal),
      ...vatSentences(compiled, report, terminal),
    ]),
    ...section(terminal, words.heads.items, itemsTable(compiled, report, terminal)),
    ...section(terminal, words.heads.years, yearsTable(compiled, report, terminal)),
    ...section(terminal, words.heads.alternatives, alternativesPart(compiled, report, terminal)),
    ...section(terminal, words.heads.tornado, tornadoTable(compiled, report, terminal)),
    ...section(terminal, words.heads.mustBe, mustBePart(compiled, report, terminal)),
    ...section(terminal, words.heads.economic, economicPart(compiled, report, terminal)),
    ...section(terminal, words.heads.followed, followedTable(report, terminal)),
  ]
}

function headlineOf({ file, years }: CompiledCase, report: CaseReport, { locale }: Terminal): string {
  const net = municipalityNet(report)
  const breakEven = report.balance.breakEvenCalendarYear
  return caseWords[locale].headline({
    gains: net.presentValue >= 0,
    amount: wholeAmountText(Math.abs(net.presentValue), file.currency, locale),
    years,
    breakEven: breakEven === undefined ? undefined : String(breakEven),
  })
}

function peopleTable({ groups }: CaseReport, terminal: Terminal): string[] {
  const { locale } = terminal
  const { columns } = caseWords[locale]
  const counted = ['referred', 'started', 'completed', 'succeeded', 'anyway'] as const
  const heads: Column[] = [
    { head: columns.group, isFlexible: true },
    ...counted.map((one): Column => ({ head: columns[one], align: 'right' })),
  ]
  const rows = groups.map((group) => [group.label[locale], ...counted.map((one) => oneDecimal(group[one], locale))])
  return tableLines(terminal, heads, rows)
}

const amountColumns = ['gross', 'refund', 'net', 'presentValue'] as const

function ownersTable(compiled: CompiledCase, { matrix }: CaseReport, terminal: Terminal): string[] {
  const { locale } = terminal
  const words = caseWords[locale]
  const heads: Column[] = [
    { head: words.columns.owner, isFlexible: true },
    { head: words.columns.kind },
    ...amountColumns.map((one): Column => ({ head: words.columns[one], align: 'right' })),
  ]
  const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0)
  const rows = matrix.map((row, index) => {
    const isAgain = matrix[index - 1]?.owner === row.owner
    const amounts = [sum(row.gross), sum(row.refund), row.net.total, row.net.presentValue]
    const shown = amounts.map((one) => thousandText(one, locale))
    return [isAgain ? '' : ownerText(compiled, row.owner, terminal.locale), words.kinds[row.kind], ...shown]
  })
  return tableLines(terminal, heads, rows)
}

/** Who bears the VAT of the costs, and what the state takes of money given; nothing where there is neither. */
function vatSentences({ file }: CompiledCase, { vat }: CaseReport, { locale, width }: Terminal): string[] {
  const words = caseWords[locale]
  const { charged, back, taken } = vat
  const kroner = (amount: number) => wholeAmountText(amount, file.currency, locale)
  const sentences = [
    ...(charged === 0
      ? []
      : [
          words.vat({
            charged: kroner(charged),
            back: back === 0 ? undefined : kroner(back),
            left: charged === back ? undefined : kroner(charged - back),
          }),
        ]),
    ...(taken === 0 ? [] : [words.foundationVat(kroner(taken))]),
  ]
  return sentences.flatMap((one) => wrapped(one, { width }))
}

/** Each item on a line of its own, and under it whom it touches. */
function itemsTable(compiled: CompiledCase, { items }: CaseReport, terminal: Terminal): string[] {
  const { locale } = terminal
  const words = caseWords[locale]
  const heads: Column[] = [
    { head: words.columns.item, isFlexible: true },
    { head: words.columns.kind },
    ...amountColumns.slice(0, 3).map((one): Column => ({ head: words.columns[one], align: 'right' })),
  ]
  const rows = items.flatMap((row, index) => {
    const isAgain = items[index - 1]?.item === row.item
    const label = row.of === 'repayment' ? words.repayment : row.label[locale]
    const amounts = [row.gross.total, row.refund.total, row.net.total].map((one) => thousandText(one, locale))
    const owner = `  ${ownerText(compiled, row.owner, terminal.locale)}`
    return [...(isAgain ? [] : [[label]]), [owner, words.kinds[row.kind], ...amounts]]
  })
  return tableLines(terminal, heads, rows)
}

const barWidth = 24

/** Year by year: the municipality, what it has come to, inside and outside the ceiling, and a line to each side of nothing. */
function yearsTable({ file, years }: CompiledCase, report: CaseReport, terminal: Terminal): string[] {
  const { locale } = terminal
  const { columns, signing } = caseWords[locale]
  const net = municipalityNet(report)
  const most = Math.max(1, ...net.years.map(Math.abs))
  const heads: Column[] = [
    { head: columns.year },
    { head: columns.municipality, align: 'right' },
    { head: columns.cumulated, align: 'right' },
    { head: columns.inside, align: 'right' },
    { head: columns.outside, align: 'right' },
    { head: '' },
  ]
  const rows = Array.from({ length: years + 1 }, (_, year) => {
    const amounts = [net.years, report.cumulated, report.ceiling.inside.years, report.ceiling.outside.years]
    const name = year === 0 ? signing : caseYearText(file.starts, year)
    return [name, ...amounts.map((of) => thousandText(of[year]!, locale)), barText(net.years[year]! / most, barWidth)]
  })
  return tableLines(terminal, heads, report.cumulated[0] === 0 ? rows.slice(1) : rows)
}

function alternativesPart({ file }: CompiledCase, { alternatives }: CaseReport, terminal: Terminal): string[] {
  const { locale, width } = terminal
  const words = caseWords[locale]
  if (alternatives.length < 2) return []
  const { columns } = words
  const heads: Column[] = [
    { head: columns.mode, isFlexible: true },
    { head: columns.presentValue, align: 'right', isFlexible: true },
    { head: columns.withoutEffect, align: 'right', isFlexible: true },
    { head: columns.deepest, align: 'right', isFlexible: true },
    { head: columns.breakEven, align: 'right' },
    { head: columns.putIn, align: 'right', isFlexible: true },
    { head: columns.paidBack, align: 'right', isFlexible: true },
  ]
  const rows = alternatives.map((one) => {
    const { municipality, withoutEffect, balance, putIn, paidBack } = one
    const year = balance.breakEvenCalendarYear
    const amounts = [municipality.presentValue, withoutEffect, balance.deepest.amount]
    const shown = amounts.map((amount) => thousandText(amount, locale))
    const back = year === undefined ? words.never : String(year)
    return [words.modes[one.mode], ...shown, back, thousandText(putIn, locale), thousandText(paidBack, locale)]
  })
  const self = alternatives.find(({ mode }) => mode === 'self')!
  const kroner = (amount: number) => wholeAmountText(Math.abs(amount), file.currency, locale)
  const sentences = alternatives.flatMap((one) => {
    if (one.mode === 'self') return []
    const more = one.municipality.presentValue - self.municipality.presentValue
    const lost = one.withoutEffect - self.withoutEffect
    const lostText = `${kroner(lost)} ${lost >= 0 ? words.more : words.less}`
    return wrapped(words.compared({ mode: one.mode, more: more >= 0, amount: kroner(more), lost: lostText }), { width })
  })
  return [...tableLines(terminal, heads, rows), ...sentences]
}

function tornadoTable({ file }: CompiledCase, { tornado }: CaseReport, terminal: Terminal): string[] {
  const { locale } = terminal
  const { columns } = caseWords[locale]
  const heads: Column[] = [
    { head: columns.estimate, isFlexible: true },
    { head: columns.low, align: 'right' },
    { head: columns.presentValue, align: 'right' },
    { head: columns.high, align: 'right' },
    { head: columns.presentValue, align: 'right' },
  ]
  const rows = tornado.map(({ label, unit, low, high, atLow, atHigh }) => {
    const [from, to] = [low, high].map((one) => estimateText(one, unit, { currency: file.currency, locale }))
    return [label[locale], from!, thousandText(atLow, locale), to!, thousandText(atHigh, locale)]
  })
  return rows.length === 0 ? [] : tableLines(terminal, heads, rows)
}

/** One sentence for each estimate after the first, which stands at the top. */
function mustBePart(compiled: CompiledCase, { mustBe }: CaseReport, terminal: Terminal): string[] {
  return mustBe
    .slice(1)
    .flatMap((one) => wrapped(mustBeText(one, compiled.file.currency, terminal.locale), { width: terminal.width }))
}

function economicPart({ file }: CompiledCase, { economic, freedCapacity }: CaseReport, terminal: Terminal): string[] {
  const { locale, width } = terminal
  const words = caseWords[locale]
  const kroner = (amount: number) => wholeAmountText(amount, file.currency, locale)
  const freed = freedCapacity.total === 0 ? [] : [words.freed(kroner(freedCapacity.presentValue))]
  const view =
    economic === undefined
      ? words.economicNot
      : words.economicIs({
          amount: kroner(economic.net.presentValue),
          factor: numberText(Math.round(economic.netTaxFactor * 100) / 100, locale),
        })
  return [...freed, view].flatMap((one) => wrapped(one, { width }))
}

function followedTable({ followed }: CaseReport, terminal: Terminal): string[] {
  const { locale } = terminal
  const { columns } = caseWords[locale]
  const counted = ['expected', 'kept', 'toPool', 'reinvested', 'notFollowed'] as const
  const heads: Column[] = [
    { head: columns.year },
    ...counted.map((one): Column => ({ head: columns[one], align: 'right' })),
  ]
  const rows = followed.map((year) => [String(year.year), ...counted.map((one) => thousandText(year[one], locale))])
  return followed.length === 0 ? [] : tableLines(terminal, heads, rows)
}

/** The same case under each law: what the municipality has left, and what the state refunds of it. */
export function lawRows(valued: readonly ValuedCase[], terminal: Terminal): string[] {
  const { locale } = terminal
  const words = caseWords[locale]
  const heads: Column[] = [
    { head: words.law },
    { head: words.columns.refund, align: 'right' },
    { head: words.columns.net, align: 'right' },
    { head: words.columns.presentValue, align: 'right' },
    { head: words.columns.breakEven, align: 'right' },
  ]
  const rows = valued.map(({ lawAsOf, scenarios }) => {
    const { report } = scenarios.at(-1)!
    const net = municipalityNet(report)
    const ours = report.matrix.filter(
      ({ authority, kind }) => authority === 'municipality' && kind !== 'freed-capacity',
    )
    const refund = ours.flatMap((row) => row.refund).reduce((sum, one) => sum + one, 0)
    const law = lawAsOf === undefined ? words.lawOfEachDay : dateText(lawAsOf, locale)
    const year = report.balance.breakEvenCalendarYear
    const amounts = [refund, net.total, net.presentValue].map((one) => thousandText(one, locale))
    return [law, ...amounts, year === undefined ? words.never : String(year)]
  })
  return tableLines(terminal, heads, rows)
}
