/**
 * The budget of a case over its years: each year a bar from nothing, and a thin line for what they come to.
 *
 *     ▯ ▯                    hjemme 2031
 *     ─────▯─▯─▯─▯─▯─▯─▯──────●──
 *      ╲      ╱
 *       ╲____╱  mest ude 2.350.000
 *
 * Places are percentages across and pixels down, so that strokes and letters keep their size in any column. Thin is expected,
 * dotted is what only the broad scenario expects beside it, thick is what somebody has followed to where it went.
 */
import { linear } from './linear.ts'

export type YearsInput = {
  /** By year, the first name first; the same length for all. */
  names: readonly string[]
  amounts: readonly number[]
  cumulated: readonly number[]
  /** Of the broad scenario, where it is another. */
  broad: readonly number[] | undefined
  /** What was followed, added up; shorter than the others. */
  followed: readonly number[]
  /** At which year the money is back for good. */
  home: { index: number; text: string } | undefined
  deepest: { index: number; text: string } | undefined
  end: string
  title: string
  titleId: string
}

const height = 280
const edge = { top: 30, bottom: 44 }

export function YearsFigure(input: YearsInput) {
  const { names, amounts, cumulated, broad, followed, home, deepest, end, title, titleId } = input
  const all = [...amounts, ...cumulated, ...(broad ?? []), ...followed, 0]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const down = linear([least, most === least ? least + 1 : most], [height - edge.bottom, edge.top])
  const across = (index: number): string => `${Math.round(((index + 0.5) / names.length) * 10000) / 100}%`
  const ground = down(0)
  const width = names.length > 14 ? 5 : 13
  const last = names.length - 1
  return (
    <svg class="years-figure" height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      <line class="chart-ground" x1="0" x2="100%" y1={ground} y2={ground} />
      {amounts.map((amount, index) => (
        <rect
          key={index}
          class="chart-bar"
          x={across(index)}
          y={Math.min(ground, down(amount))}
          width={width}
          height={Math.abs(down(amount) - ground)}
          transform={`translate(${-width / 2} 0)`}
        />
      ))}
      {broad !== undefined && <Curve amounts={broad} across={across} down={down} kind="dots" />}
      <Curve amounts={cumulated} across={across} down={down} kind="line" />
      <Curve amounts={followed} across={across} down={down} kind="thick" />
      {deepest !== undefined && (
        <text
          class="chart-label"
          x={across(deepest.index)}
          y={down(cumulated[deepest.index]!) + 18}
          {...anchor(deepest.index, last)}
        >
          {deepest.text}
        </text>
      )}
      {home !== undefined && (
        <>
          <circle class="chart-dot" cx={across(home.index)} cy={down(cumulated[home.index]!)} r="4.5" />
          {home.index < last && (
            <text
              class="chart-label bold"
              x={across(home.index)}
              y={down(Math.max(cumulated[home.index]!, amounts[home.index]!)) - 12}
              {...anchor(home.index, last)}
            >
              {home.text}
            </text>
          )}
        </>
      )}
      <text class="chart-label bold" x="100%" y={endAt(input, down)} text-anchor="end">
        {home?.index === last ? `${home.text}, ${end}` : end}
      </text>
      <Names names={names} across={across} />
    </svg>
  )
}

/**
 * Where the words at the curve's end stand: clear of all that is drawn in the stretch they are over. A sum that is less than nothing is
 * told below, where the curve is, if the deepest point is not told there.
 */
function endAt({ names, amounts, cumulated, broad, followed, deepest }: YearsInput, down: (amount: number) => number) {
  const first = Math.floor(names.length * 0.65)
  const drawn = [amounts, cumulated, broad ?? [], followed].flatMap((values) => values.slice(first))
  const isBelow = cumulated.at(-1)! < 0 && (deepest === undefined || deepest.index < first)
  return isBelow ? down(Math.min(...drawn)) + 18 : Math.max(14, down(Math.max(...drawn)) - 12)
}

/** As many names as there is room for, and half of them on a phone. */
function Names({ names, across }: { names: readonly string[]; across: (index: number) => string }) {
  const every = Math.ceil(names.length / 12)
  const last = names.length - 1
  /** A name is wider than the stretch of its year where there are many: the outermost lean inwards. */
  const leans = names.length > 12
  return (
    <>
      {names.map((name, index) => (
        <text
          key={name}
          class={
            index % every === 0 ? (index % (2 * every) === 0 ? 'chart-label' : 'chart-label wide-only') : 'unshown'
          }
          x={leans && index === 0 ? '0' : leans && index === last ? '100%' : across(index)}
          y={height - 6}
          text-anchor={leans && index === 0 ? 'start' : leans && index === last ? 'end' : 'middle'}
        >
          {name}
        </text>
      ))}
    </>
  )
}

/** A label near an end of the figure leans inwards. */
function anchor(index: number, last: number): { 'text-anchor': 'start' | 'middle' | 'end' } {
  return { 'text-anchor': index < last / 4 ? 'start' : index > (last * 3) / 4 ? 'end' : 'middle' }
}

type CurveInput = {
  amounts: readonly number[]
  across: (index: number) => string
  down: (amount: number) => number
  kind: 'line' | 'dots' | 'thick'
}

function Curve({ amounts, across, down, kind }: CurveInput) {
  return (
    <>
      {amounts.slice(1).map((amount, index) => (
        <line
          key={index}
          class={`chart-${kind}`}
          x1={across(index)}
          y1={down(amounts[index]!)}
          x2={across(index + 1)}
          y2={down(amount)}
        />
      ))}
    </>
  )
}
