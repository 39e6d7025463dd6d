/** Three lines over the months of a case as SVG: thin what was expected, thick what is reached, dotted what is now expected. */
import { type Locale } from '../core/base/index.ts'
import { followWords, oneDecimal, wholeAmountText, caseYearText } from '../../locales/index.ts'
import { type FollowedCase } from '../operations/index.ts'
import { curve, picture, round, rule, text } from './value-svg.ts'

const edge = { left: 110, right: 96, top: 24, bottom: 40 }
const [width, height] = [640, 360]
const lineOf = { net: 'net', paid: 'paid', results: 'succeeded' } as const

/** A picture of what is followed: `net`, `paid` or `results`. */
export function followSvg({ compiled, following }: FollowedCase, which: string, locale: Locale): string {
  const name = which as keyof typeof lineOf
  const words = followWords[locale]
  const { file, months, years } = compiled!
  const { lines, through } = following!
  const { before, now } = lines[lineOf[name]]
  const all = [0, ...before, ...now]
  const [low, high] = [Math.min(...all), Math.max(...all, Math.min(...all) + 1)]
  const xOf = (month: number) => edge.left + (month / months) * (width - edge.left - edge.right)
  const yOf = (value: number) =>
    height - edge.bottom - ((value - low) / (high - low)) * (height - edge.top - edge.bottom)
  const points = (column: Float64Array, from: number, to: number) =>
    Array.from(column.subarray(from, to + 1), (value, at) => ({ x: xOf(from + at), y: yOf(value) }))
  const says = (value: number) =>
    name === 'results' ? oneDecimal(value, locale) : wholeAmountText(value, file.currency, locale)
  const marks = [...new Set([low, 0, high])].map((value) =>
    text({ x: edge.left - 10, y: yOf(value) + 4 }, says(value), 'end'),
  )
  const every = Math.max(1, Math.ceil(years / 8))
  const names = Array.from({ length: years }, (_, year) => year + 1)
    .filter((year) => year % every === 0)
    .map((year) =>
      text({ x: xOf(12 * year - 6), y: height - edge.bottom + 20 }, caseYearText(file.starts, year), 'middle'),
    )
  const [last, end] = [yOf(before[months]!), yOf(now[months]!)]
  // Two labels at one place would lie over each other.
  const apart = Math.abs(last - end) < 14 ? (end <= last ? -8 : 8) : 0
  const labels = [
    text({ x: xOf(months) + 8, y: last + 4 - apart }, words.strokes.before),
    text({ x: xOf(months) + 8, y: end + 4 + apart }, words.strokes.now),
    text({ x: xOf(through), y: yOf(now[through]!) - 10 }, words.strokes.reached, 'middle'),
  ]
  const zero = rule({ x: edge.left, y: round(yOf(0)) }, { x: width - edge.right, y: round(yOf(0)) })
  const strokes = [
    curve(points(before, 0, months), 'thin'),
    curve(points(now, through, months), 'dotted'),
    curve(points(now, 0, through), 'thick'),
  ]
  return picture(`${file.title[locale]}: ${words.figures[name]}`, [zero, ...strokes, ...marks, ...names, ...labels])
}
