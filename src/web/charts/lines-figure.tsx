/**
 * Three lines over the months of a case: thin is what was expected, thick what is reached, dotted what is now expected.
 *
 *     ············ ventet nu 749.037
 *     ━━━━━━╱
 *     ────────────── ventet da 42.265
 *
 * The strokes are drawn in a box that is stretched to the column, in strokes that are not; words stand beside it at percentages,
 * so that letters keep their size.
 */

export type LinesInput = {
  /** By month 0 … months, the same length for both. What is reached is `now` through a month. */
  before: ArrayLike<number>
  now: ArrayLike<number>
  through: number
  /** The name of every year, in order. */
  years: readonly string[]
  labels: { before: string; reached: string; now: string }
  title: string
  titleId: string
}

const height = 260
const edge = { top: 34, bottom: 30 }
/** Places across of the box that is stretched. */
const wide = 1000

export function LinesFigure({ before, now, through, years, labels, title, titleId }: LinesInput) {
  const months = before.length - 1
  const all = [0, ...Array.from(before), ...Array.from(now)]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const span = most === least ? 1 : most - least
  const down = (value: number): number =>
    Math.round((edge.top + ((most - value) / span) * (height - edge.top - edge.bottom)) * 10) / 10
  const points = (of: ArrayLike<number>, from: number, to: number): string =>
    Array.from({ length: to - from + 1 }, (_, at) => {
      return `${Math.round(((from + at) / months) * wide * 10) / 10},${down(of[from + at]!)}`
    }).join(' ')
  const percent = (month: number): string => `${Math.round((month / months) * 10000) / 100}%`
  // On a phone the words and an amount take a good third of the figure.
  const isLeft = through > 0.36 * months
  const lines = [Array.from(before, down), Array.from(now, down)] as const
  const [was, is] = endLabels(...lines)
  return (
    <svg class="years-figure lines-figure" height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      <line class="chart-ground" x1="0" x2="100%" y1={down(0)} y2={down(0)} />
      <svg width="100%" height={height} viewBox={`0 0 ${wide} ${height}`} preserveAspectRatio="none" class="lines-box">
        <polyline class="chart-line" points={points(before, 0, months)} />
        <polyline class="chart-dots" points={points(now, through, months)} />
        <polyline class="chart-thick" points={points(now, 0, through)} />
      </svg>
      <text class="chart-label" x="100%" y={was} text-anchor="end">
        {labels.before}
      </text>
      <text class="chart-label" x="100%" y={is} text-anchor="end">
        {labels.now}
      </text>
      <text
        class="chart-label bold"
        x={percent(through)}
        y={reachedLabel(lines, { through, isLeft, others: [was, is] })}
        text-anchor={isLeft ? 'end' : 'start'}
      >
        {labels.reached}
      </text>
      <YearNames years={years} />
    </svg>
  )
}

/** How much of the width a label takes on a phone, where it takes most. */
const labelShare = 0.4

type Drawn = { end: number; top: number; bottom: number; all: readonly number[] }

/** A line where a label at its end can meet it: its heights over the last of the months, and how far they reach. */
function drawnEnd(heights: readonly number[]): Drawn {
  const all = heights.slice(Math.floor((1 - labelShare) * (heights.length - 1)))
  return drawnOver(all, all.at(-1)!)
}

const drawnOver = (all: readonly number[], end: number): Drawn => ({
  end,
  top: Math.min(...all),
  bottom: Math.max(...all),
  all,
})

/**
 * Where the labels at the ends of two lines stand: the one of the higher line above it and the other below, unless a line runs
 * through it there; then on the other side of its end, or beyond all of the line that it stands over. Never one over the other,
 * nor over the names of years.
 */
export function endLabels(before: readonly number[], now: readonly number[]): [number, number] {
  const lines = [drawnEnd(before), drawnEnd(now)] as const
  const isHigher = lines[0].end <= lines[1].end
  const first = placeOf(lines[0], isHigher, lines, [])
  return [first, placeOf(lines[1], !isHigher, lines, [first])]
}

function placeOf(own: Drawn, isHigher: boolean, lines: readonly Drawn[], taken: readonly number[]): number {
  const above = (line: number): number => Math.max(14, line - 9)
  const below = (line: number): number => Math.min(height - edge.bottom - 2, line + 20)
  const near = isHigher ? [above(own.end), below(own.end)] : [below(own.end), above(own.end)]
  const far = isHigher ? [above(own.top), below(own.bottom)] : [below(own.bottom), above(own.top)]
  const isFree = (y: number): boolean =>
    lines.every(({ all }) => all.every((line) => line < y - 13 || line > y + 5)) &&
    taken.every((other) => Math.abs(other - y) >= 16)
  return [...near, ...far].find(isFree) ?? near[0]!
}

/** Beside the end of what is reached: above or below it, wherever no line runs through the label and no other label stands. */
export function reachedLabel(
  [before, now]: readonly [readonly number[], readonly number[]],
  { through, isLeft, others }: { through: number; isLeft: boolean; others: readonly number[] },
): number {
  const wide = Math.ceil(labelShare * (now.length - 1))
  const [from, until] = isLeft ? [Math.max(0, through - wide), through] : [through, through + wide]
  const drawn = (heights: readonly number[]) => drawnOver(heights.slice(from, until + 1), heights[through]!)
  const own = drawn(now)
  const hasFallen = now[through]! > now[Math.max(0, through - 6)]!
  // The labels at the ends of the lines reach so far to the left.
  const isNearEnd = until > now.length - 1 - wide
  return placeOf(own, hasFallen !== isLeft, [own, drawn(before)], isNearEnd ? others : [])
}

/** As many names as there is room for, and half of them on a phone. */
function YearNames({ years }: { years: readonly string[] }) {
  const every = Math.ceil(years.length / 12)
  return (
    <>
      {years.map((name, index) => (
        <text
          key={name}
          class={
            index % every === 0 ? (index % (2 * every) === 0 ? 'chart-label' : 'chart-label wide-only') : 'unshown'
          }
          x={`${Math.round(((index + 0.5) / years.length) * 10000) / 100}%`}
          y={height - 6}
          text-anchor="middle"
        >
          {name}
        </text>
      ))}
    </>
  )
}
