/** The municipality's budget added up year by year, as SVG: half and four fifths of the draws as bands, the middle as a line. */
import { type Locale } from '../core/base/index.ts'
import { simulateWords, wholeAmountText, caseYearText } from '../../locales/index.ts'
import { type SimulatedCase } from '../operations/index.ts'
import { curve, picture, round, rule, text } from './value-svg.ts'

const edge = { left: 110, right: 30, top: 24, bottom: 40 }
const [width, height] = [640, 360]
/** Places among the levels of a forecast: 10 and 90 %, 25 and 75 %, and the middle. */
const [tenth, quarter, half, threeQuarters, ninetieth] = [1, 2, 3, 4, 5]

export function bandsSvg({ compiled, forecast }: SimulatedCase, locale: Locale): string {
  const { file, years } = compiled
  const { soFar } = forecast.owners[0]!
  const all = [0, ...soFar.flatMap((band) => [band[tenth]!, band[ninetieth]!])]
  const [low, high] = [Math.min(...all), Math.max(...all, 1)]
  const xOf = (year: number) => edge.left + (year / years) * (width - edge.left - edge.right)
  const yOf = (amount: number) =>
    height - edge.bottom - ((amount - low) / (high - low)) * (height - edge.top - edge.bottom)
  const at = (level: number) => soFar.map((band, year) => ({ x: xOf(year), y: yOf(band[level]!) }))
  const band = (below: number, above: number, shade: string) => {
    const points = [...at(below), ...at(above).reverse()].map(({ x, y }) => `${round(x)},${round(y)}`)
    return `<polygon points="${points.join(' ')}" fill="${shade}"/>`
  }
  const zero = rule({ x: edge.left, y: yOf(0) }, { x: width - edge.right, y: yOf(0) })
  const amounts = [...new Set([low, 0, high])].map((amount) =>
    text({ x: edge.left - 10, y: yOf(amount) + 4 }, wholeAmountText(amount, file.currency, locale), 'end'),
  )
  const every = Math.max(1, Math.ceil(years / 8))
  const names = Array.from({ length: years }, (_, year) => year + 1)
    .filter((year) => year % every === 0)
    .map((year) => text({ x: xOf(year), y: height - edge.bottom + 20 }, caseYearText(file.starts, year), 'middle'))
  const shades = [band(tenth, ninetieth, '#e6e6e6'), band(quarter, threeQuarters, '#cccccc')]
  const title = simulateWords[locale].bands(file.title[locale])
  return picture(title, [...shades, zero, curve(at(half), 'thin'), ...amounts, ...names])
}
