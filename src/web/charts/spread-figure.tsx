/**
 * How often each outcome came: a row of bars from a floor, those that are losses filled, and words at the ends and where money is even.
 *
 *        ▮ ▯ ▯
 *      ▮ ▮ ▯ ▯ ▯
 *     0,8  1    1,3
 */
export type SpreadInput = {
  /** Where the first bar begins, and how wide each is. */
  from: number
  step: number
  counts: readonly number[]
  /** What lies below is a loss. */
  even: number
  say: (value: number) => string
  evenText: string
  title: string
  titleId: string
}

const height = 160
const floor = height - 26

export function SpreadFigure({ from, step, counts, even, say, evenText, title, titleId }: SpreadInput) {
  const most = Math.max(...counts, 1)
  const width = 100 / counts.length
  const end = from + step * counts.length
  const place = ((even - from) / (end - from)) * 100
  const isInside = place > 0 && place < 100
  const anchor = place < 12 ? 'start' : place > 88 ? 'end' : 'middle'
  return (
    <svg class="bands-figure spread-figure" height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      {counts.map((count, index) => (
        <rect
          key={index}
          class={from + step * (index + 0.5) < even ? 'chart-bar is-loss' : 'chart-bar'}
          x={percent(index * width + width * 0.06)}
          width={percent(width * 0.88)}
          y={round(floor - (count / most) * (floor - 6))}
          height={round((count / most) * (floor - 6))}
        />
      ))}
      <line class="chart-ground" x1="0" x2="100%" y1={floor} y2={floor} />
      {!(isInside && anchor === 'start') && (
        <text class="chart-label" x="0" y={height - 6}>
          {say(from)}
        </text>
      )}
      {isInside && (
        <>
          <line class="chart-tick" x1={percent(place)} x2={percent(place)} y1={floor} y2={floor + 7} />
          <text class="chart-label bold" x={percent(place)} y={height - 6} text-anchor={anchor}>
            {evenText}
          </text>
        </>
      )}
      {!(isInside && anchor === 'end') && (
        <text class="chart-label" x="100%" y={height - 6} text-anchor="end">
          {say(end)}
        </text>
      )}
    </svg>
  )
}

const round = (number: number): number => Math.round(number * 100) / 100
const percent = (number: number): string => `${round(number)}%`
