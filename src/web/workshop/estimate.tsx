/**
 * An estimate's range on one line: the ends as ticks, what is likely as a disc, each moved by hand or by key. The figures beside them
 * are the same numbers as fields. While it moves the result follows; let go, it is written into the case.
 */
import { workshopWords } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type OutlineLeaf, type OutlineMap } from '../../core/valuation/index.ts'
import { shownValue } from '../parts/typed-value.ts'

const rangeEnds = ['low', 'likely', 'high'] as const

export function EstimateSlider({ node, locale }: { node: OutlineMap; locale: Locale }) {
  const leaves = rangeEnds.map((key) => node.entries.find((entry) => entry.key === key)?.node)
  if (!leaves.every((leaf): leaf is OutlineLeaf => leaf?.kind === 'leaf')) return null
  const numbers = leaves.map(({ text }) => numberOf(text))
  if (!numbers.every((number) => number !== undefined)) return null
  const unit = shownValue(leaves[0]!.text, 'figure', locale).unit
  const [low, , high] = numbers as [number, number, number]
  const most = unit === '%' ? 100 : high <= 0 ? 0 : roundUp(Math.max(high * 1.5, high + 1))
  const least = low < 0 ? -roundUp(-low * 1.5) : 0
  if (least >= most) return null
  const step = unit === '%' ? 0.5 : stepOf(most - least)
  const at = (number: number) => ((number - least) / (most - least)) * 100
  const { fields, slider } = workshopWords[locale]
  const name = node.path.slice(node.path.lastIndexOf('.') + 1)
  const label = labelOf(node, locale)
  return (
    <div class="range script-only" data-estimate={name}>
      <svg class="range-line" aria-hidden="true" focusable="false">
        <line class="chart-ground" x1="0" x2="100%" y1="50%" y2="50%" />
        <line class="chart-line" x1={`${at(low)}%`} x2={`${at(high)}%`} y1="50%" y2="50%" />
      </svg>
      {rangeEnds.map((key, index) => (
        <input
          key={key}
          type="range"
          class={`range-${key}`}
          aria-label={slider(fields[key] ?? key, label)}
          aria-valuetext={`${shownValue(leaves[index]!.text, 'figure', locale).text} ${unit}`}
          min={least}
          max={most}
          step={step}
          value={String(numbers[index])}
          data-end={key}
          data-unit={unit}
          data-path={leaves[index]!.path}
        />
      ))}
    </div>
  )
}

function labelOf(node: OutlineMap, locale: Locale): string {
  const label = node.entries.find(({ key }) => key === 'label')?.node
  const own = label?.kind === 'map' ? label.entries.find(({ key }) => key === locale)?.node : undefined
  return own?.kind === 'leaf' ? own.text : node.path
}

/** The number of a value such as `35 %`, as it is written and not as a share of one. */
function numberOf(text: string): number | undefined {
  const match = /^(-?\d[\d ]*(?:\.\d+)?)(?: ?(?:kr|%|months?|years?))?$/.exec(text)
  return match === null ? undefined : Number(match[1]!.replaceAll(' ', ''))
}

/** The next of 1, 2, 5, 10, 20 …, of a number above nothing. */
function roundUp(number: number): number {
  let power = 1
  while (power * 10 <= number) power *= 10
  while (power > number) power /= 10
  return ([1, 2, 5, 10].find((factor) => factor * power >= number) ?? 10) * power
}

/** About two hundred steps from end to end, in a round number. */
const stepOf = (range: number): number => roundUp(range / 200)
