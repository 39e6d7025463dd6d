/** A payoff curve as SVG: thin curve, thick example, filled and hollow dots, and a title for who cannot see it. */
import { type Exact, approximate, equals } from '../core/base/index.ts'
import { type Curve } from '../operations/index.ts'
import { type CurveLabels } from './curve-text.ts'

const [width, height] = [640, 320]
const edge = { left: 96, right: 24, top: 20, bottom: 40 }
const ink = '#1a1a1a'

/** The whole SVG, with `title` read aloud and the amounts and thresholds as text. */
export function curveSvg(curve: Curve, title: string, labels: CurveLabels): string {
  const { pieces, points, example } = curve
  const amounts = [...points.map(({ amount }) => amount), ...pieces.flatMap(({ atFrom, atTo }) => [atFrom, atTo])]
  const low = Math.min(0, ...amounts.map(approximate))
  const high = Math.max(...amounts.map(approximate), low + 1)
  const [from, to] = [approximate(pieces[0]?.from ?? 0), approximate(pieces.at(-1)?.to ?? 1)]
  const xOf = (x: number) => round(edge.left + ((x - from) / (to - from)) * (width - edge.left - edge.right))
  const yOf = (amount: number) =>
    round(height - edge.bottom - ((amount - low) / (high - low)) * (height - edge.top - edge.bottom))
  const line = (x1: number, y1: number, x2: number, y2: number, size: number) =>
    `  <line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${ink}" stroke-width="${size}"/>`
  const end = example === undefined ? undefined : approximate(example.x)

  const strokes = pieces.flatMap(({ from: start, to: stop, atFrom, atTo }) => {
    const [a, b, atA, atB] = [start, stop, atFrom, atTo].map(approximate) as [number, number, number, number]
    const thin = line(xOf(a), yOf(atA), xOf(b), yOf(atB), 1.5)
    if (end === undefined || end <= a) return [thin]
    const part = Math.min(1, (end - a) / (b - a))
    return [thin, line(xOf(a), yOf(atA), xOf(a + part * (b - a)), yOf(atA + part * (atB - atA)), 6)]
  })
  const dots = points.flatMap(({ x, amount }) => {
    const ends = [
      pieces.find((piece) => equals(piece.to, x))?.atTo,
      pieces.find((piece) => equals(piece.from, x))?.atFrom,
    ]
    const open = ends.filter((one) => one !== undefined && !equals(one, amount))
    const dot = (at: Exact, fill: string) =>
      `  <circle cx="${xOf(approximate(x))}" cy="${yOf(approximate(at))}" r="4" fill="${fill}" stroke="${ink}" stroke-width="1.5"/>`
    return open.length === 0 ? [] : [...open.map((one) => dot(one!, '#fff')), dot(amount, ink)]
  })
  const texts = [
    ...[...new Map(amounts.map((amount) => [labels.amount(amount), approximate(amount)]))].map(
      ([name, amount]) =>
        `  <text x="${edge.left - 10}" y="${yOf(amount) + 5}" text-anchor="end">${escaped(name)}</text>`,
    ),
    ...points.map(
      ({ x }) =>
        `  <text x="${xOf(approximate(x))}" y="${height - edge.bottom + 22}" text-anchor="middle">${escaped(labels.x(x))}</text>`,
    ),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="IBM Plex Sans, sans-serif" font-size="14" fill="${ink}">`,
    `  <title>${escaped(title)}</title>`,
    line(edge.left, height - edge.bottom, width - edge.right, height - edge.bottom, 0.5),
    ...strokes,
    ...dots,
    ...texts,
    '</svg>',
  ].join('\n')
}

const round = (place: number): number => Math.round(place * 100) / 100
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
