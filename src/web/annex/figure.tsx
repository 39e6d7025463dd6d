/** What a payment gives: the figure, a worked example in words, a number to try, and the same as a table. */
import { countText, exactAmountText, numberText, shareText, amountText, unitWord } from '../../../locales/index.ts'
import {
  type Exact,
  type Locale,
  approximate,
  compare,
  divide,
  equals,
  roundTo,
  sign,
  toBigInt,
} from '../../core/base/index.ts'
import { type expressions } from '../../core/terms/index.ts'
import { type Curve, type Payoff, type ToldClause } from '../../operations/index.ts'
import { choiceName, hrefOf } from '../address.ts'
import { MetFigure, PayoffFigure } from '../charts/payoff-figure.tsx'
import { type PayoffRow, payoffRows } from '../charts/payoff-rows.ts'
import { type Reader } from '../reader.ts'
import { type AnnexData, type Trial } from './data.ts'

type FigureProps = { reader: Reader; data: AnnexData; payment: string; clause: ToldClause }

/** The pixels of the largest amount of the page. */
const tallest = 100

export function PaymentFigure({ reader, data, payment, clause }: FigureProps) {
  const payoff = data.payoffs.get(payment)
  const [curve] = payoff?.curves ?? []
  if (payoff === undefined || curve === undefined) return null
  const { locale, words } = reader
  const { currency } = data.annex.version.agreement
  const amount = (value: Exact) => amountText(toBigInt(roundTo(value, 1, 'half-up')), currency, locale)
  const drawn: Drawn = {
    reader,
    payoff,
    clause,
    what: measureName(payoff, data, locale) ?? words.annex.curve.result,
    scale: mostOf(data.payoffs) / tallest,
    x: numberOf(payoff.unit, locale, currency),
    amount,
    exactAmount: (value) => exactAmountText(value, currency, locale),
    trial: data.trial?.payment === payment ? data.trial : undefined,
  }
  if (isYesOrNo(payoff)) return <YesOrNoFigure drawn={drawn} curve={curve} />
  if (payoff.curves.length === 1 && curve.perUnit !== undefined) {
    return <PriceFigure drawn={drawn} price={curve.perUnit} />
  }
  return <CurveFigure drawn={drawn} curve={curve} />
}

/** What the parts of a payment's figure share. */
type Drawn = {
  reader: Reader
  payoff: Payoff
  clause: ToldClause
  /** What the number is a number of. */
  what: string
  scale: number
  x: (value: Exact) => string
  /** Whole, for the figure and its table. */
  amount: (value: Exact) => string
  exactAmount: (value: Exact) => string
  trial: Trial | undefined
}

function YesOrNoFigure({ drawn, curve }: { drawn: Drawn; curve: Curve }) {
  const { reader, payoff, scale, exactAmount } = drawn
  const words = reader.words.annex.curve
  const last = curve.points.at(-1)!.amount
  const given = sign(last) === 0 ? curve.points[0]!.amount : last
  return (
    <figure>
      <MetFigure
        amount={given}
        times={payoff.occasions}
        scale={scale}
        amountText={(value) => withoutCurrency(drawn.amount(value))}
        timeText={(number) => (payoff.occasions === 1 ? words.met : words.time(number))}
        title={`${words.whenMet} ${exactAmount(given)}`}
        titleId={`${payoff.payment}-figure`}
      />
      <figcaption>
        {words.whenMet} <b>{exactAmount(given)}</b>
        {payoff.occasions > 1 && ` ${words.eachTime(payoff.occasions)}`}
      </figcaption>
    </figure>
  )
}

/** A price for each unit needs no drawing. */
function PriceFigure({ drawn, price }: { drawn: Drawn; price: Exact }) {
  const { reader, payoff, what, exactAmount } = drawn
  return (
    <figure>
      <figcaption>
        <b>{exactAmount(price)}</b> {reader.words.annex.curve.perUnit(oneUnit(payoff.unit, what, reader.locale))}
      </figcaption>
    </figure>
  )
}

function CurveFigure({ drawn, curve }: { drawn: Drawn; curve: Curve }) {
  const { reader, payoff, clause, what, x, trial } = drawn
  const words = reader.words.annex.curve
  const isTried = trial?.x !== undefined && trial.amount !== undefined
  const example = isTried ? { x: trial.x!, amount: trial.amount!, isThreshold: false } : curve.example
  const says = isTried ? words.tried : example?.isThreshold === true ? words.atThreshold : words.at
  const title = payoffRows(curve)
    .map((row) => `${rangeText(row, reader, x)}: ${givenText(row, reader, drawn.amount)}`)
    .join('; ')
  return (
    <figure>
      <PayoffFigure
        curves={payoff.curves}
        example={example !== undefined && isDrawn(example.x, curve) ? example : undefined}
        scale={drawn.scale}
        numberText={x}
        amountText={(value) => withoutCurrency(drawn.amount(value))}
        title={words.title(clause.heading, title)}
        titleId={`${payoff.payment}-figure`}
      />
      <figcaption>
        {example !== undefined && (
          <p>
            {says(what, x(example.x))} <b>{drawn.exactAmount(example.amount)}</b>
          </p>
        )}
        {payoff.curves.length > 1 && <p>{words.differ(payoff.curves.length)}</p>}
        <TryForm reader={reader} payment={payoff.payment} clause={clause} unit={payoff.unit} trial={trial} />
      </figcaption>
      <details class="small curve-table">
        <summary>{reader.words.annex.curveAsTable}</summary>
        {payoff.curves.map((one, index) => (
          <CurveTable key={index} drawn={drawn} curve={one} />
        ))}
      </details>
    </figure>
  )
}

function CurveTable({ drawn, curve }: { drawn: Drawn; curve: Curve }) {
  const { reader, payoff, what, x, amount } = drawn
  const words = reader.words.annex.curve
  return (
    <table>
      {payoff.curves.length > 1 && <caption>{words.resultsLike(curve.count)}</caption>}
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col" class="number">
            {words.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {payoffRows(curve).map((row, index) => (
          <tr key={index}>
            <td>{rangeText(row, reader, x)}</td>
            <td class="number">{givenText(row, reader, amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** `72.000 kr.` in a figure, whose column says kroner, is `72.000`. */
const withoutCurrency = (text: string): string =>
  text.replace(/^(\u2212?)[A-Z]{3}\u00a0/, '$1').replace(/\u00a0\S+$/, '')

function mostOf(payoffs: ReadonlyMap<string, Payoff>): number {
  const sizes = [...payoffs.values()].flatMap((payoff) =>
    payoff.curves.flatMap((curve) =>
      curve.perUnit === undefined || isYesOrNo(payoff)
        ? curve.points.map(({ amount }) => Math.abs(approximate(amount)))
        : [],
    ),
  )
  return Math.max(1, ...sizes)
}

const counted: readonly (expressions.Unit | undefined)[] = [
  'times',
  'nights',
  'days',
  'weeks',
  'months',
  'items',
  'points',
  'levels',
  'people',
]

/** Met or not, or a count with its one threshold between none and the first: there is nothing between to draw. */
function isYesOrNo({ unit, curves }: Payoff): boolean {
  if (curves.length !== 1) return false
  if (unit === undefined) return true
  if (!counted.includes(unit)) return false
  const { points, pieces } = curves[0]!
  const thresholds = points.slice(1, -1)
  const isFlat = pieces.every(({ atFrom, atTo }) => equals(atFrom, atTo))
  if (!isFlat) return false
  return thresholds.length === 0 || (thresholds.length === 1 && equals(thresholds[0]!.x, 1))
}

/** How a number on the axis is written. Money is in minor units. */
function numberOf(unit: expressions.Unit | undefined, locale: Locale, currency: string): (x: Exact) => string {
  if (unit === 'share') return (x) => shareText(x, locale)
  if (unit === 'money') return (x) => exactAmountText(x, currency, locale)
  if (unit === undefined || unit === 'number') return (x) => numberText(x, locale)
  return (x) => countText(x, unit, locale)
}

function measureName(payoff: Payoff, data: AnnexData, locale: Locale): string | undefined {
  const { measures } = data.annex.version.agreement
  const label = payoff.measures.length === 1 ? measures.get(payoff.measures[0]!)?.label[locale] : undefined
  return label === undefined ? undefined : label.charAt(0).toUpperCase() + label.slice(1)
}

const isDrawn = (x: Exact, { points }: Curve): boolean =>
  compare(x, points[0]!.x) >= 0 && compare(x, points.at(-1)!.x) <= 0

function oneUnit(unit: expressions.Unit | undefined, what: string, locale: Locale): string {
  if (unit === 'share') return shareText(divide(1, 100), locale)
  if (unit === undefined || unit === 'number' || unit === 'money')
    return `${what.charAt(0).toLowerCase()}${what.slice(1)}`
  return unitWord(unit, 1, locale)
}

function rangeText({ from, to }: PayoffRow, reader: Reader, x: (value: Exact) => string): string {
  const { curve } = reader.words.annex
  if (from === undefined && to === undefined) return curve.always
  if (from === undefined) return to!.isInside ? curve.upTo(x(to!.x)) : curve.under(x(to!.x))
  if (to === undefined) return from.isInside ? curve.from(x(from.x)) : curve.over(x(from.x))
  if (equals(from.x, to.x)) return curve.exactly(x(from.x))
  return curve.between(x(from.x), x(to.x), from.isInside, to.isInside)
}

function givenText({ atFrom, atTo }: PayoffRow, reader: Reader, amount: (value: Exact) => string): string {
  const { curve } = reader.words.annex
  if (equals(atFrom, atTo)) return amount(atFrom)
  const [from, to] = [amount(atFrom), amount(atTo)]
  return compare(atTo, atFrom) > 0 ? curve.rising(from, to) : curve.falling(from, to)
}

/** A form like any other: the page comes back with the settlement's answer, and the script only sends it sooner. */
function TryForm({
  reader,
  payment,
  clause,
  unit,
  trial,
}: {
  reader: Reader
  payment: string
  clause: ToldClause
  unit: expressions.Unit | undefined
  trial: Trial | undefined
}) {
  const { locale, words, address } = reader
  const field = `try-${payment}`
  const isUnreadable = trial !== undefined && trial.amount === undefined
  const suffix =
    unit === 'share'
      ? '%'
      : unit === undefined || unit === 'number' || unit === 'money'
        ? ''
        : unitWord(unit, 2, locale)
  return (
    <form class="try noprint" method="get" action={hrefOf({ ...address, trial: '', number: '' }, clause.id)} data-try>
      <label for={field}>{words.annex.curve.tryLabel}</label>
      {address.reading !== undefined && (
        <input type="hidden" name={choiceName('reading', locale)} value={address.reading} />
      )}
      <input type="hidden" name={choiceName('trial', locale)} value={payment} />
      <input
        type="text"
        id={field}
        name={choiceName('number', locale)}
        inputmode="decimal"
        autocomplete="off"
        value={trial?.text ?? ''}
        aria-describedby={isUnreadable ? `${field}-fault` : undefined}
        aria-invalid={isUnreadable ? 'true' : undefined}
      />
      <span class="quiet">{suffix}</span>
      <button type="submit">{words.annex.curve.tryButton}</button>
      {isUnreadable && (
        <p class="act" id={`${field}-fault`}>
          {words.annex.curve.unreadable(trial.text)}
        </p>
      )}
    </form>
  )
}
