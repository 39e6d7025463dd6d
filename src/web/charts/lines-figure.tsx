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
  // On a phone an amount takes a little more than a quarter of the figure.
  const isLeft = through > 0.29 * months
  const [was, is] = endLabels(down(before[months]!), down(now[months]!))
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
        y={reachedLabel(down(now[through]!), down(now[Math.max(0, through - 6)]!), isLeft)}
        text-anchor={isLeft ? 'end' : 'start'}
      >
        {labels.reached}
      </text>
      <YearNames years={years} />
    </svg>
  )
}

/** The label of the higher line above it and of the lower below it; never one over the other, nor over the names of years. */
function endLabels(was: number, is: number): [number, number] {
  const above = (line: number): number => Math.max(14, line - 9)
  const below = (line: number): number => Math.min(height - edge.bottom - 2, line + 20)
  return was <= is ? [above(was), below(is)] : [below(was), above(is)]
}

/** On the side its own line leaves free: a line that has risen lies below what is written to the left of its end. */
function reachedLabel(line: number, before: number, isLeft: boolean): number {
  const hasFallen = line > before
  return hasFallen === isLeft ? Math.min(height - edge.bottom - 2, line + 22) : Math.max(14, line - 12)
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
