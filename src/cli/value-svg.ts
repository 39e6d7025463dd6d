/**
 * Pictures of a business case as SVG, in the three strokes: thin is expected, thick is followed, dotted can still come.
 *
 *     years     the municipality's budget added up year by year: narrow thin, broad dotted, what was followed thick
 *     tornado   the result with each estimate low and high
 *     flow      who pays on the left, who gains on the right, in one scale of kroner
 */
import { type Locale } from '../core/base/index.ts'
import { type CaseReport, type CompiledCase } from '../core/valuation/index.ts'
import { caseWords, estimateText, wholeAmountText, caseYearText, ownerText } from '../../locales/index.ts'
import { type ValuedScenario, municipalityNet } from '../operations/index.ts'

const [width, height] = [640, 360]
const edge = { left: 110, right: 90, top: 24, bottom: 40 }
const ink = '#1a1a1a'
const grey = '#bfbfbf'

/** One of the pictures, with a title read aloud and every amount as text. */
export function caseSvg(scenarios: readonly ValuedScenario[], which: string, locale: Locale): string {
  const last = scenarios.at(-1)!
  if (which === 'tornado') return tornadoSvg(last.compiled, last.report, locale)
  if (which === 'flow') return flowSvg(last.compiled, last.report, locale)
  return yearsSvg(scenarios, locale)
}

export const round = (place: number): number => Math.round(place * 100) / 100
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export function picture(title: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="IBM Plex Sans, sans-serif" font-size="13" fill="${ink}">`,
    `  <title>${escaped(title)}</title>`,
    ...parts.map((part) => `  ${part}`),
    '</svg>',
  ].join('\n')
}

export type Point = { x: number; y: number }

export const text = ({ x, y }: Point, words: string, anchor: 'start' | 'middle' | 'end' = 'start'): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escaped(words)}</text>`

export const rule = (from: Point, to: Point, colour = grey): string =>
  `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" stroke="${colour}" stroke-width="1"/>`

type Stroke = 'thin' | 'thick' | 'dotted'

const strokes: Record<Stroke, string> = {
  thin: 'stroke-width="1.5"',
  thick: 'stroke-width="6"',
  dotted: 'stroke-width="5" stroke-linecap="round" stroke-dasharray="0 11"',
}

export const curve = (points: readonly Point[], stroke: Stroke): string =>
  `<polyline points="${points.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ')}" fill="none" stroke="${ink}" ${strokes[stroke]}/>`

function yearsSvg(scenarios: readonly ValuedScenario[], locale: Locale): string {
  const words = caseWords[locale]
  const { compiled, report } = scenarios[0]!
  const { file, years } = compiled
  const curves = scenarios.map(({ scenario, report: own }) => ({ scenario, amounts: own.cumulated }))
  const reached = followedCurve(report)
  const all = [...curves.flatMap(({ amounts }) => amounts), ...reached, 0]
  const [low, high] = [Math.min(...all), Math.max(...all, 1)]
  const xOf = (year: number) => edge.left + (year / years) * (width - edge.left - edge.right)
  const yOf = (amount: number) =>
    height - edge.bottom - ((amount - low) / (high - low)) * (height - edge.top - edge.bottom)
  const at = (amounts: readonly number[]) => amounts.map((amount, year) => ({ x: xOf(year), y: yOf(amount) }))
  const drawn = curves.flatMap(({ scenario, amounts }, index) => {
    const end = { x: xOf(years) + 8, y: yOf(amounts.at(-1)!) + 4 + 14 * index }
    return [curve(at(amounts), scenario === 'broad' ? 'dotted' : 'thin'), text(end, words.curve[scenario])]
  })
  const thick = reached.length < 2 ? [] : [curve(at(reached), 'thick')]
  const amounts = [...new Set([low, 0, high])].map((amount) =>
    text({ x: edge.left - 10, y: yOf(amount) + 4 }, wholeAmountText(amount, file.currency, locale), 'end'),
  )
  const every = Math.max(1, Math.ceil(years / 8))
  const names = Array.from({ length: years }, (_, year) => year + 1)
    .filter((year) => year % every === 0 || years <= 8)
    .map((year) => text({ x: xOf(year), y: height - edge.bottom + 20 }, caseYearText(file.starts, year), 'middle'))
  const zero = rule({ x: edge.left, y: yOf(0) }, { x: width - edge.right, y: yOf(0) })
  return picture(words.curve.title(file.title[locale]), [zero, ...drawn, ...thick, ...amounts, ...names])
}

/** What was kept, went to the pool or into a new effort, added up over the years that are followed. */
function followedCurve({ followed }: CaseReport): number[] {
  const known = followed.filter(({ kept, toPool, reinvested }) => kept + toPool + reinvested > 0)
  let sum = 0
  const last = known.at(-1)?.year ?? 0
  return [0, ...followed.slice(0, last).map(({ kept, toPool, reinvested }) => (sum += kept + toPool + reinvested))]
}

function tornadoSvg({ file }: CompiledCase, report: CaseReport, locale: Locale): string {
  const words = caseWords[locale]
  const base = municipalityNet(report).presentValue
  const shown = report.tornado.slice(0, 8)
  const all = [base, 0, ...shown.flatMap(({ atLow, atHigh }) => [atLow, atHigh])]
  const [low, high] = [Math.min(...all), Math.max(...all, Math.min(...all) + 1)]
  const xOf = (amount: number) => 40 + ((amount - low) / (high - low)) * (width - 80)
  const unit = { currency: file.currency, locale }
  const rows = shown.flatMap(({ label, unit: of, low: from, high: to, atLow, atHigh }, index) => {
    const y = edge.top + 30 + index * 38
    const ends = `${estimateText(from, of, unit)} – ${estimateText(to, of, unit)}`
    return [
      text({ x: 40, y: y - 8 }, `${label[locale]}: ${ends}`),
      curve(
        [
          { x: xOf(atLow), y },
          { x: xOf(atHigh), y },
        ],
        'thin',
      ),
      text(
        { x: xOf(Math.min(atLow, atHigh)), y: y + 15 },
        wholeAmountText(Math.min(atLow, atHigh), file.currency, locale),
      ),
      text(
        { x: xOf(Math.max(atLow, atHigh)), y: y + 15 },
        wholeAmountText(Math.max(atLow, atHigh), file.currency, locale),
        'end',
      ),
    ]
  })
  const middle = rule({ x: xOf(base), y: edge.top }, { x: xOf(base), y: height - 20 }, ink)
  const zero = rule({ x: xOf(0), y: edge.top }, { x: xOf(0), y: height - 20 })
  const name = text({ x: xOf(base), y: height - 6 }, wholeAmountText(base, file.currency, locale), 'middle')
  return picture(words.tornadoTitle(file.title[locale]), [zero, middle, ...rows, name])
}

type Share = { name: string; amount: number }

/** What each owner puts in and gets out, repayments set off against costs. */
function sidesOf(compiled: CompiledCase, { matrix }: CaseReport, locale: Locale): { pays: Share[]; gains: Share[] } {
  const shares = compiled.owners.map(({ name }) => {
    const rows = matrix.filter((row) => row.owner === name && row.kind !== 'freed-capacity')
    const sum = (kinds: readonly string[]) =>
      rows.filter(({ kind }) => kinds.includes(kind)).reduce((all, { net }) => all + net.total, 0)
    const [put, got] = [sum(['cost', 'repayment']), sum(['cashable', 'citizen'])]
    const paid = Math.max(0, -put) + Math.max(0, -got)
    return { name: ownerText(compiled, name, locale), paid, gained: Math.max(0, put) + Math.max(0, got) }
  })
  return {
    pays: shares.filter(({ paid }) => paid >= 0.5).map(({ name, paid }) => ({ name, amount: paid })),
    gains: shares.filter(({ gained }) => gained >= 0.5).map(({ name, gained }) => ({ name, amount: gained })),
  }
}

function flowSvg(compiled: CompiledCase, report: CaseReport, locale: Locale): string {
  const words = caseWords[locale]
  const { file } = compiled
  const { pays, gains } = sidesOf(compiled, report, locale)
  const total = (side: readonly Share[]) => side.reduce((sum, { amount }) => sum + amount, 0)
  const gap = 22
  const room = height - edge.top - 50
  const most = Math.max(1, total(pays), total(gains))
  const scale = (room - gap * Math.max(pays.length, gains.length, 1)) / most
  const [from, middle, to] = [170, width / 2, width - 170]
  const side = (shares: readonly Share[], x: number, isLeft: boolean): string[] => {
    let [y, inner] = [edge.top + 24, edge.top + 24]
    return shares.flatMap(({ name, amount }) => {
      const thickness = amount * scale
      const [outer, near] = [y + thickness / 2, inner + thickness / 2]
      y += thickness + gap
      inner += thickness
      const bend = (x + middle) / 2
      const path = `M ${round(x)} ${round(outer)} C ${round(bend)} ${round(outer)} ${round(bend)} ${round(near)} ${round(middle)} ${round(near)}`
      const anchor = isLeft ? 'end' : 'start'
      const at = { x: isLeft ? x - 8 : x + 8, y: outer }
      return [
        `<path d="${path}" fill="none" stroke="${grey}" stroke-width="${round(Math.max(1, thickness))}"/>`,
        text(at, name, anchor),
        text({ x: at.x, y: at.y + 15 }, wholeAmountText(amount, file.currency, locale), anchor),
      ]
    })
  }
  const head = [
    text({ x: from - 8, y: edge.top }, words.flow.pays, 'end'),
    text({ x: to + 8, y: edge.top }, words.flow.gains),
  ]
  const foot = edge.top + 24 + Math.max(total(pays), total(gains)) * scale
  const node = rule({ x: middle, y: edge.top + 24 }, { x: middle, y: foot }, ink)
  const parts = [...head, ...side(pays, from, true), ...side(gains, to, false), node]
  return picture(words.flow.title(file.title[locale]), parts)
}
