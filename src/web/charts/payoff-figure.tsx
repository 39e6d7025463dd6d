/**
 * The payoff figure: thin is what the agreement gives for each number, thick is one worked example.
 *
 *     72.000            ●━━━━━       a filled dot is inside, a hollow one is not
 *     36.000      ●─────○┃
 *      0 ─────────○      ┃
 *              50 %   75 %
 *
 * Every figure of an annex has the same number of kroner to the pixel, so that prices compare by eye. The drawing is one
 * pure function; the words under it are the page's.
 */
import { linear } from './linear.ts'
import { line } from 'd3-shape'
import { type Exact, approximate, equals } from '../../core/base/index.ts'
import { type Curve } from '../../operations/index.ts'

export type FigureInput = {
  curves: readonly Curve[]
  /** The number and amount of the worked example. */
  example: { x: Exact; amount: Exact } | undefined
  /** Kroner, in minor units, to the pixel. */
  scale: number
  numberText: (x: Exact) => string
  amountText: (amount: Exact) => string
  /** The figure in words. */
  title: string
  titleId: string
}

const width = 384
const above = 30
const below = 26
/** A figure so low that it could not be told from none is drawn this high. */
const heightLeast = 28
const labelWidth = 7.6

export function PayoffFigure({ curves, example, scale, numberText, amountText, title, titleId }: FigureInput) {
  const amounts = curves.flatMap(({ pieces, points }) => [
    ...pieces.flatMap(({ atFrom, atTo }) => [approximate(atFrom), approximate(atTo)]),
    ...points.map(({ amount }) => approximate(amount)),
  ])
  const most = Math.max(0, ...amounts)
  const least = Math.min(0, ...amounts)
  const height = Math.max(heightLeast, (most - least) / scale)
  const numbers = curves.flatMap(({ points }) => points.map(({ x }) => approximate(x)))
  const across = linear([Math.min(...numbers), Math.max(...numbers)], [0, width])
  const up = linear([least, Math.max(most, least + 1)], [above + height, above])
  const ground = up(0)
  return (
    <svg class="payoff" viewBox={`0 0 ${width} ${above + height + below}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      <path d={`M0 ${ground}H${width}`} class="payoff-ground" />
      {example !== undefined && approximate(example.amount) !== 0 && (
        <path
          d={`M${inside(across(approximate(example.x)))} ${ground}V${up(approximate(example.amount))}`}
          class="payoff-example"
        />
      )}
      {curves.map((curve, index) => (
        <CurveLines key={index} curve={curve} across={across} up={up} />
      ))}
      <AmountLabels curves={curves} example={example} across={across} up={up} amountText={amountText} />
      <NumberLabels
        curves={curves}
        example={example}
        across={across}
        y={Math.max(ground, above + height)}
        numberText={numberText}
      />
    </svg>
  )
}

/** The example stays whole at either end of the figure. */
const inside = (x: number): number => Math.min(Math.max(x, 5), width - 5)

type Scale = (value: number) => number

function CurveLines({ curve, across, up }: { curve: Curve; across: Scale; up: Scale }) {
  const { pieces, points } = curve
  const stroke = line()
  const dots = points.flatMap(({ x, amount }, index) => {
    if (index === 0 || index === points.length - 1) return []
    const left = pieces.find(({ to }) => equals(to, x))
    const right = pieces.find(({ from }) => equals(from, x))
    if (left === undefined || right === undefined) return []
    const jumps = !equals(left.atTo, right.atFrom) || !equals(amount, right.atFrom)
    if (!jumps) return []
    const ends = [left.atTo, right.atFrom].filter((end) => !equals(end, amount))
    return [...ends.map((end) => ({ x, y: end, isInside: false })), { x, y: amount, isInside: true }]
  })
  return (
    <>
      {pieces.map((piece, index) => (
        <path
          key={index}
          class="payoff-line"
          d={
            stroke([
              [across(approximate(piece.from)), up(approximate(piece.atFrom))],
              [across(approximate(piece.to)), up(approximate(piece.atTo))],
            ]) ?? ''
          }
        />
      ))}
      {dots.map((dot, index) => (
        <circle
          key={index}
          cx={across(approximate(dot.x))}
          cy={up(approximate(dot.y))}
          r="3.5"
          class={dot.isInside ? 'payoff-dot inside' : 'payoff-dot'}
        />
      ))}
    </>
  )
}

type LabelsInput = {
  curves: readonly Curve[]
  example: { x: Exact; amount: Exact } | undefined
  across: Scale
  up: Scale
  amountText: (amount: Exact) => string
}

type Label = { x: number; y: number; text: string; anchor: 'start' | 'middle' | 'end'; isBold: boolean }

/** Each level once, at the start of its stretch; the example's own amount is bold and always there. */
function AmountLabels({ curves, example, across, up, amountText }: LabelsInput) {
  const labels: Label[] = []
  const turns = curves.flatMap(({ pieces }) =>
    pieces.flatMap(({ from, to, atFrom, atTo }) => [
      { x: across(approximate(from)), y: up(approximate(atFrom)) },
      { x: across(approximate(to)), y: up(approximate(atTo)) },
    ]),
  )
  const put = (label: Label) => {
    const [left, right] = extent(label)
    const isFree = labels.every((other) => {
      const [from, to] = extent(other)
      return right < from - 4 || left > to + 4 || Math.abs(other.y - label.y) > 14
    })
    // A label that a line or a dot would cross says less than none; the table has them all.
    const isClear = turns.every(({ x, y }) => x < left - 5 || x > right + 5 || y < label.y - 14 || y > label.y + 4)
    if (isFree && (isClear || label.isBold)) labels.push(label)
  }
  if (example !== undefined && approximate(example.amount) !== 0) {
    const x = inside(across(approximate(example.x)))
    const isOnSlope = curves.some(({ points }) => !points.some((point) => equals(point.x, example.x)))
    const text = amountText(example.amount)
    // On a slope the label stands left of the bar, where the line is below it; at a jump it stands over the new level.
    const isLeft = isOnSlope && x - 12 - text.length * labelWidth > 0
    const isRight = !isLeft && x > width * 0.7
    put({
      x: isLeft ? x - 12 : isRight ? Math.min(width, x + 5) : x - 5,
      y: up(approximate(example.amount)) - (isLeft ? 4 : 9),
      text,
      anchor: isLeft || isRight ? 'end' : 'start',
      isBold: true,
    })
  }
  for (const { pieces } of curves) {
    for (const { from, to, atFrom, atTo } of pieces) {
      if (!equals(atFrom, atTo) || approximate(atFrom) === 0) continue
      const isLast = approximate(across(approximate(to))) >= width - 1
      const text = amountText(atFrom)
      const start = across(approximate(from))
      const isWide = start + text.length * labelWidth <= width
      put({
        x: isLast && !isWide ? width : start,
        y: up(approximate(atFrom)) - 9,
        text,
        anchor: isLast && !isWide ? 'end' : 'start',
        isBold: false,
      })
    }
  }
  return (
    <>
      {labels.map(({ x, y, text, anchor, isBold }) => (
        <text key={`${x} ${y}`} x={x} y={y} text-anchor={anchor} class={isBold ? 'payoff-label bold' : 'payoff-label'}>
          {text}
        </text>
      ))}
    </>
  )
}

function extent({ x, text, anchor }: Label): [number, number] {
  const size = text.length * labelWidth
  const left = anchor === 'start' ? x : anchor === 'end' ? x - size : x - size / 2
  return [left, left + size]
}

/** The thresholds under the ground line, then the example, then the ends, as far as there is room. */
function NumberLabels({
  curves,
  example,
  across,
  y,
  numberText,
}: {
  curves: readonly Curve[]
  example: { x: Exact; amount: Exact } | undefined
  across: Scale
  y: number
  numberText: (x: Exact) => string
}) {
  const ends = curves.flatMap(({ points }) => [points[0], points.at(-1)])
  const middle = curves.flatMap(({ points }) => points.slice(1, -1))
  const wanted = [...middle, ...(example === undefined ? [] : [example]), ...ends].flatMap((point) =>
    point === undefined ? [] : [point.x],
  )
  const labels: Label[] = []
  for (const value of wanted) {
    const x = across(approximate(value))
    const anchor = x < 12 ? 'start' : x > width - 20 ? 'end' : 'middle'
    const label: Label = { x, y: y + 20, text: numberText(value), anchor, isBold: false }
    const [left, right] = extent(label)
    const isFree = labels.every((other) => {
      const [from, to] = extent(other)
      return right < from - 6 || left > to + 6
    })
    if (isFree) labels.push(label)
  }
  return (
    <>
      {labels.map(({ x, y: at, text, anchor }) => (
        <g key={text}>
          <path d={`M${x} ${y}v5`} class="payoff-tick" />
          <text x={x} y={at} text-anchor={anchor} class="payoff-label">
            {text}
          </text>
        </g>
      ))}
    </>
  )
}

/** Bars for what is met or not: thick for the first time, outlined for each time after. */
export function MetFigure({
  amount,
  times,
  scale,
  amountText,
  timeText,
  title,
  titleId,
}: {
  amount: Exact
  times: number
  scale: number
  amountText: (amount: Exact) => string
  timeText: (number: number) => string
  title: string
  titleId: string
}) {
  const height = Math.max(heightLeast, Math.abs(approximate(amount)) / scale)
  const ground = above + height
  const top = above
  const at = (index: number) => (times === 1 ? 24 : 24 + (index * (width - 120)) / Math.max(1, times - 1))
  const shown = Array.from({ length: times }, (_, index) => index)
  return (
    <svg class="payoff" viewBox={`0 0 ${width} ${ground + below}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      <path d={`M0 ${ground}H${width}`} class="payoff-ground" />
      {shown.map((index) => (
        <g key={index}>
          {index === 0 ? (
            <path d={`M${at(index)} ${ground}V${top}`} class="payoff-example" />
          ) : (
            <path d={`M${at(index) - 5} ${ground}V${top}h10V${ground}`} class="payoff-line" />
          )}
          {(index === 0 || times <= 3) && (
            <text x={at(index) + 12} y={top + 12} class={index === 0 ? 'payoff-label bold' : 'payoff-label'}>
              {amountText(amount)}
            </text>
          )}
          <path d={`M${at(index)} ${ground}v5`} class="payoff-tick" />
          <text x={at(index)} y={ground + 20} text-anchor={index === 0 ? 'start' : 'middle'} class="payoff-label">
            {timeText(index + 1)}
          </text>
        </g>
      ))}
    </svg>
  )
}
