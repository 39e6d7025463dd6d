/**
 * A payoff curve as rows of a table, and as one sentence for whoever cannot see it.
 *
 *     under 50 %                 0
 *     fra 50 % til under 75 %    36.000
 *     fra 75 %                   72.000
 *
 * At each threshold the settlement has said what it gives, so a row says to which side the threshold itself belongs.
 */
import { type Exact, equals } from '../../core/base/index.ts'
import { type Curve, type CurvePiece } from '../../operations/index.ts'

/** A row: a stretch with its ends, or one number that stands alone; rising when the amounts at its ends differ. */
export type PayoffRow = {
  from: { x: Exact; isInside: boolean } | undefined
  to: { x: Exact; isInside: boolean } | undefined
  atFrom: Exact
  atTo: Exact
}

/** The rows of a curve, from the lowest number. The ends of what is drawn are no thresholds and are left out. */
export function payoffRows({ pieces, points }: Curve): PayoffRow[] {
  const amountAt = (x: Exact) => points.find((point) => equals(point.x, x))?.amount
  return pieces.flatMap((piece, index) => {
    const [before, after] = [pieces[index - 1], pieces[index + 1]]
    const from = amountAt(piece.from)
    const to = amountAt(piece.to)
    const rows: PayoffRow[] = []
    const stands = before !== undefined && from !== undefined && isAlone(before, piece, from)
    if (stands) {
      const here = { x: piece.from, isInside: true }
      rows.push({ from: here, to: here, atFrom: from, atTo: from })
    }
    rows.push({
      from:
        before === undefined
          ? undefined
          : { x: piece.from, isInside: from !== undefined && equals(from, piece.atFrom) },
      to:
        after === undefined
          ? undefined
          : {
              x: piece.to,
              isInside: to !== undefined && equals(to, piece.atTo) && !equals(to, after.atFrom),
            },
      atFrom: piece.atFrom,
      atTo: piece.atTo,
    })
    return rows
  })
}

/** A threshold whose amount is that of neither side. */
const isAlone = (before: CurvePiece, after: CurvePiece, amount: Exact): boolean =>
  !equals(amount, before.atTo) && !equals(amount, after.atFrom)
