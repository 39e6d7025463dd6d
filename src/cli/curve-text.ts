/**
 * A payoff curve drawn with characters: the curve thin, the worked example thick, a filled dot where a threshold is inside.
 *
 *     72.000 ┤                            ●──────────
 *            │
 *     36.000 ┤                  ●─────────○
 *            │
 *          0 ┼━━━━━━━━━━━━━━━━━━○
 *            0 %               50 %      75 %    100 %
 */
import { type Exact, approximate, compare, equals } from '../core/base/index.ts'
import { type Curve, type CurvePiece } from '../operations/index.ts'

const rowsAtLeast = 7
const rowsMost = 13

export type CurveLabels = { amount: (amount: Exact) => string; x: (x: Exact) => string }

/** The lines of the drawing, `width` places wide with the labels. */
export function curveLines(curve: Curve, labels: CurveLabels, width: number): string[] {
  const { pieces, points } = curve
  const levels = distinct([
    ...points.map(({ amount }) => amount),
    ...pieces.flatMap(({ atFrom, atTo }) => [atFrom, atTo]),
  ])
  const [least, most] = [levels[0], levels.at(-1)]
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (least === undefined || most === undefined || first === undefined || last === undefined) return []
  const rows = Math.min(rowsMost, Math.max(rowsAtLeast, levels.length * 2 + 1))
  const left = Math.max(...levels.map((level) => labels.amount(level).length))
  const columns = Math.max(20, width - left - 3)
  const canvas = new Canvas(rows, columns)
  const [low, high] = [approximate(least), approximate(most)]
  const rowOf = (amount: number) => (high === low ? 0 : Math.round(((amount - low) / (high - low)) * (rows - 1)))
  const [from, to] = [approximate(first.from), approximate(last.to)]
  const columnOf = (x: number) => Math.round(((x - from) / (to - from)) * (columns - 1))

  for (const piece of pieces) drawPiece(piece, canvas, columnOf, rowOf)
  if (curve.example !== undefined) canvas.thicken(columnOf(approximate(curve.example.x)))
  for (const { x, amount } of points) {
    const column = columnOf(approximate(x))
    const ends = [
      pieces.find((piece) => equals(piece.to, x))?.atTo,
      pieces.find((piece) => equals(piece.from, x))?.atFrom,
    ]
    const open = ends.filter((end) => end !== undefined && !equals(end, amount))
    for (const end of open) if (end !== undefined) canvas.put(rowOf(approximate(end)), column, '○')
    if (open.length > 0) canvas.put(rowOf(approximate(amount)), column, '●')
  }

  const named = new Map<number, string>()
  for (const level of levels)
    if (!named.has(rowOf(approximate(level)))) named.set(rowOf(approximate(level)), labels.amount(level))
  const zero = rowOf(Math.max(low, Math.min(0, high)))
  const drawn = Array.from({ length: rows }, (_, index) => {
    const row = rows - 1 - index
    const name = named.get(row)
    const stop = row === zero ? '┼' : name === undefined ? '│' : '┤'
    return `${(name ?? '').padStart(left)} ${stop}${canvas.line(row)}`.trimEnd()
  })
  const marks = points.map(({ x }) => ({ column: columnOf(approximate(x)), name: labels.x(x) }))
  return [...drawn, ' '.repeat(left + 2) + axisText(marks, columns)]
}

function drawPiece(
  piece: CurvePiece,
  canvas: Canvas,
  columnOf: (x: number) => number,
  rowOf: (amount: number) => number,
): void {
  const [from, to] = [approximate(piece.from), approximate(piece.to)]
  const [atFrom, atTo] = [approximate(piece.atFrom), approximate(piece.atTo)]
  const [first, last] = [columnOf(from), columnOf(to)]
  const amountAt = (column: number) => atFrom + ((column - first) / Math.max(1, last - first)) * (atTo - atFrom)
  for (let column = first; column <= last; column++) {
    const row = rowOf(amountAt(column))
    const next = column < last ? rowOf(amountAt(column + 1)) : row
    canvas.put(row, column, next > row ? '╱' : next < row ? '╲' : '─')
    // A slope steeper than a place is drawn through all the rows it passes.
    for (let passed = Math.min(row, next) + 1; passed < Math.max(row, next); passed++) {
      canvas.put(passed, column, next > row ? '╱' : '╲')
    }
  }
}

/** Names below their places, those that would touch the one before left out, except the last, which takes its place. */
function axisText(marks: readonly { column: number; name: string }[], columns: number): string {
  let text = ''
  for (const { column, name } of marks) {
    const start = Math.max(0, Math.min(column - Math.floor(name.length / 2), columns - name.length))
    if (text !== '' && start < text.length + 1) continue
    text = text.padEnd(start) + name
  }
  return text
}

function distinct(values: readonly Exact[]): Exact[] {
  const sorted = [...values].sort((a, b) => compare(a, b))
  return sorted.filter((value, index) => index === 0 || !equals(value, sorted[index - 1]!))
}

const thick: Readonly<Record<string, string>> = { '─': '━' }

/** Places with a sign each; row 0 is the lowest. */
class Canvas {
  private readonly places: string[][]

  constructor(
    rows: number,
    private readonly columns: number,
  ) {
    this.places = Array.from({ length: rows }, () => new Array<string>(columns).fill(' '))
  }

  put(row: number, column: number, sign: string): void {
    const line = this.places[row]
    if (line !== undefined && column >= 0 && column < this.columns) line[column] = sign
  }

  /** Everything up to a column is what the worked example has reached. */
  thicken(until: number): void {
    for (const line of this.places) {
      for (let column = 0; column <= until && column < line.length; column++) {
        line[column] = thick[line[column]!] ?? line[column]!
      }
    }
  }

  line(row: number): string {
    return (this.places[row] ?? []).join('')
  }
}
