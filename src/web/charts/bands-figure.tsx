/**
 * What is added up year by year where chance decides: two bands about a line, and the ends of the last year in words.
 *
 *     ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒  90 %  4.875
 *     ▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
 *     ──────────────────   50 %  1.537
 *     ▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
 *     ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒  10 %  −1.296
 *
 * Places are percentages across and pixels down; the bands are drawn in a picture of their own that is stretched to the same
 * places.
 */
import { linear } from './linear.ts'

/** One year: 10, 25, 50, 75 and 90 %. */
export type Band = readonly [number, number, number, number, number]

export type BandsInput = {
  names: readonly string[]
  bands: readonly Band[]
  /** Said at the right of the last year's 10, 50 and 90 %. */
  ends: readonly [string, string, string]
  title: string
  titleId: string
}

const height = 300
const edge = { top: 14, bottom: 40 }
/** What is left of the width at the right is for the words. */
const plotPercent = 77
const lineOfText = 17

export function BandsFigure({ names, bands, ends, title, titleId }: BandsInput) {
  const all = [0, ...bands.flat()]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const down = linear([least, most === least ? least + 1 : most], [height - edge.bottom, edge.top])
  const last = bands.length - 1
  const across = (index: number): number => round(last === 0 ? plotPercent / 2 : 3 + (index / last) * (plotPercent - 3))
  const shade = (below: 0 | 1, above: 3 | 4) =>
    [
      ...bands.map((band, index) => `${across(index)},${round(down(band[below]))}`),
      ...bands.map((band, index) => `${across(index)},${round(down(band[above]))}`).reverse(),
    ].join(' ')
  const [low, , middle, , high] = bands[last]!
  const words = spread([down(high), down(middle), down(low)])
  return (
    <svg class="bands-figure" height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      <svg x="0" y="0" width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
        <polygon class="band-outer" points={shade(0, 4)} />
        <polygon class="band-inner" points={shade(1, 3)} />
      </svg>
      <line class="chart-ground" x1="0" x2={`${plotPercent}%`} y1={down(0)} y2={down(0)} />
      <text class="chart-label" x="0" y={down(0) - 4}>
        0
      </text>
      {bands.slice(1).map((band, index) => (
        <line
          key={names[index]}
          class="chart-line"
          x1={`${across(index)}%`}
          y1={down(bands[index]![2])}
          x2={`${across(index + 1)}%`}
          y2={down(band[2])}
        />
      ))}
      {[ends[2], ends[1], ends[0]].map((end, index) => (
        <text
          key={end}
          class={index === 1 ? 'chart-label bold' : 'chart-label'}
          x={`${plotPercent + 1.5}%`}
          y={words[index]! + 5}
        >
          {end}
        </text>
      ))}
      <Names names={names} across={across} />
    </svg>
  )
}

const round = (number: number): number => Math.round(number * 100) / 100

/** Three places from the top, moved apart so that a line of text has room at each, and kept in the picture. */
function spread([high, middle, low]: readonly [number, number, number]): number[] {
  const centre = Math.min(Math.max(middle, edge.top + lineOfText), height - edge.bottom - lineOfText)
  return [Math.min(high, centre - lineOfText), centre, Math.max(low, centre + lineOfText)]
}

/** As many names as there is room for, and half of them on a phone. */
function Names({ names, across }: { names: readonly string[]; across: (index: number) => number }) {
  // A name such as 2020/21 takes as much room as two years.
  const room = names.some((name) => name.length > 4) ? 5 : 9
  const every = Math.ceil(names.length / room)
  return (
    <>
      {names.map((name, index) => (
        <text
          key={name}
          class={index % every !== 0 ? 'unshown' : index % (2 * every) === 0 ? 'chart-label' : 'chart-label wide-only'}
          x={`${across(index)}%`}
          y={height - 6}
          text-anchor={index === 0 ? 'start' : 'middle'}
        >
          {name}
        </text>
      ))}
    </>
  )
}
