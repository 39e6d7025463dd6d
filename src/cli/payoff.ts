/** `bundlinje payoff contracts/x plan`: what each result is worth, as a table and a curve. */
import { type Exact, currencyOf, equals, formatExact, isZero } from '../core/base/index.ts'
import { type Settled, printExactAmount } from '../core/settlement/index.ts'
import { type Agreement, type Payment } from '../core/terms/index.ts'
import {
  countText,
  exactAmountText,
  listText,
  numberText,
  payoffWords,
  shareText,
  whoText,
} from '../../locales/index.ts'
import { type Curve, type Payoff, payoffCurve, settleContract } from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { curveSvg } from './curve-svg.ts'
import { type CurveLabels, curveLines } from './curve-text.ts'
import { tableLines, wrapped } from './lines.ts'
import { newestAgreement, opened, wrongTerms } from './opening.ts'
import { plainJson } from './plain-json.ts'
import { type Terminal, styled } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

const curvesMost = 4

export function run(input: Input, terminal: Terminal): ExitCode {
  const [path = '', goal] = input.arguments
  const { locale } = terminal
  const words = payoffWords[locale]
  const contract = opened(path, terminal)
  const { agreement } = newestAgreement(contract, terminal)
  const names = paymentsNamed(agreement, goal, terminal)
  const settled = settleContract(contract).readings[0]?.settled
  terminal.progressDone()
  if (settled === undefined) throw wrongTerms(contract, terminal)
  const code: ExitCode = contract.isSignable ? 0 : 3
  if (input.options.json === true) {
    const { currency } = agreement
    const plain = names.map((name) => ({
      payment: name,
      currency,
      payoff: plainPayoff(payoffCurve(settled, name), currency),
    }))
    terminal.print(plainJson(plain))
    return code
  }
  if (input.options.svg === true) {
    const [name] = names
    const payoff = name === undefined || names.length > 1 ? undefined : payoffCurve(settled, name)
    const curve = payoff?.curves[0]
    if (payoff === undefined || curve === undefined) throw new UsageFault(words.needsOneGoal)
    const label = agreement.payments?.get(payoff.payment)?.label[locale] ?? payoff.payment
    terminal.print(curveSvg(curve, words.title(label), labelsOf(payoff, agreement, terminal)))
    return code
  }
  const sections = names.map((name) => paymentText(name, settled, agreement, terminal))
  terminal.print(sections.length === 0 ? words.nothingPaid : [...sections, words.beforeLimits].join('\n\n'))
  return code
}

/** The payments that a name, a clause or a label means; all without one. */
function paymentsNamed(agreement: Agreement, wanted: string | undefined, { locale }: Terminal): string[] {
  const payments = [...(agreement.payments ?? [])]
  if (wanted === undefined) return payments.map(([name]) => name)
  const clause = wanted.replace(/^§\s*/, '')
  const tests: ((name: string, payment: Payment) => boolean)[] = [
    (name) => name === wanted,
    (_name, payment) => payment.goal === wanted,
    (_name, payment) => payment.clause === clause,
    (_name, payment) =>
      [payment.label.da, payment.label.en].some((label) => label.toLowerCase() === wanted.toLowerCase()),
  ]
  for (const test of tests) {
    const found = payments.filter(([name, payment]) => test(name, payment))
    if (found.length > 0) return found.map(([name]) => name)
  }
  const known = listText(
    payments.map(([name]) => name),
    locale,
  )
  throw new UsageFault(payoffWords[locale].unknownGoal(wanted, known))
}

function paymentText(name: string, settled: Settled, agreement: Agreement, terminal: Terminal): string {
  const { locale } = terminal
  const words = payoffWords[locale]
  const payment = agreement.payments!.get(name)!
  const head = styled(terminal, 'strong', `§ ${payment.clause} ${payment.label[locale]}`)
  const payoff = payoffCurve(settled, name)
  if (payoff === undefined) return [head, payment.fee === undefined ? words.manyNumbers : words.fee].join('\n')
  const shown = payoff.curves.slice(0, curvesMost)
  const sections = shown.map((curve) => curveSection(curve, payoff, agreement, terminal).join('\n'))
  const more = payoff.curves.length > curvesMost ? [words.moreCurves(payoff.curves.length - curvesMost)] : []
  const occasions = payoff.occasions > 1 ? [words.occasions(payoff.occasions)] : []
  return [[head, ...occasions].join('\n'), ...sections, ...more].join('\n\n').trimEnd()
}

function labelsOf({ unit }: Payoff, { currency }: Agreement, { locale }: Terminal): CurveLabels {
  return {
    amount: (amount) => exactAmountText(amount, currency, locale).replaceAll('\u00a0', ' '),
    x: (x) => {
      if (unit === 'money') return exactAmountText(x, currency, locale).replaceAll('\u00a0', ' ')
      if (unit === 'share') return shareText(x, locale).replaceAll('\u00a0', ' ')
      return (unit === undefined || unit === 'number' ? numberText(x, locale) : countText(x, unit, locale)).replaceAll(
        '\u00a0',
        ' ',
      )
    },
  }
}

function curveSection(curve: Curve, payoff: Payoff, agreement: Agreement, terminal: Terminal): string[] {
  const { locale, width } = terminal
  const words = payoffWords[locale]
  const labels = labelsOf(payoff, agreement, terminal)
  const who = curve.who === undefined ? [] : [words.differs(whoText(curve.who, { agreement, locale }), curve.count)]
  if (payoff.unit === undefined) {
    const [missed, met] = [curve.points[0], curve.points.at(-1)]
    return [...who, words.met(labels.amount(met?.amount ?? 0)), words.missed(labels.amount(missed?.amount ?? 0))]
  }
  const { unit } = payoff
  const said = [
    ...(curve.perUnit === undefined || isZero(curve.perUnit)
      ? []
      : [words.perUnit(labels.amount(curve.perUnit), unit === 'money' ? 'number' : unit)]),
    ...(curve.example === undefined
      ? []
      : [words.example(labels.x(curve.example.x), labels.amount(curve.example.amount))]),
  ]
  return [
    ...who,
    ...said.flatMap((text) => wrapped(text, { width })),
    ...(who.length + said.length > 0 ? [''] : []),
    ...curveLines(curve, labels, Math.min(width, 76)),
    '',
    ...pointTable(curve, labels, terminal),
  ]
}

/** Each threshold with the amounts just below, at and just above it. */
function pointTable({ points, pieces }: Curve, labels: CurveLabels, terminal: Terminal): string[] {
  const words = payoffWords[terminal.locale]
  const { x: head, below, exactly, above } = words.columns
  const rows = points.map(({ x, amount }) => {
    const left = pieces.find(({ to }) => equals(to, x))?.atTo
    const right = pieces.find(({ from }) => equals(from, x))?.atFrom
    const shown = (end: Exact | undefined) => (end === undefined ? '' : labels.amount(end))
    return [labels.x(x), shown(left), labels.amount(amount), shown(right)]
  })
  return tableLines(
    terminal,
    [head, below, exactly, above].map((name) => ({ head: name, align: 'right' as const })),
    rows,
  )
}

/** Amounts in the currency of the agreement; a fraction of a coin is told exactly. */
function plainPayoff(payoff: Payoff | undefined, currency: string): unknown {
  if (payoff === undefined) return null
  const money = (minorUnits: Exact) => printExactAmount(minorUnits, currencyOf(currency)!)
  const text = payoff.unit === 'money' ? money : formatExact
  return {
    ...payoff,
    curves: payoff.curves.map((curve) => ({
      who: curve.who ?? null,
      count: curve.count,
      points: curve.points.map(({ x, amount }) => ({ x: text(x), amount: money(amount) })),
      pieces: curve.pieces.map(({ from, to, atFrom, atTo }) => ({
        from: text(from),
        to: text(to),
        atFrom: money(atFrom),
        atTo: money(atTo),
      })),
    })),
  }
}
