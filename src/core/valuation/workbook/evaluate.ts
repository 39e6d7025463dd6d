/**
 * Works a workbook's formulas out, as a spreadsheet does: the values that are stored beside them, and the proof that they are right.
 *
 *     evaluate([sheet]).get(sheet, 5, 1)     192000 × 2 = 384000
 *
 * Knows the functions that the business case uses and no others; a formula it cannot read or work out is a fault of ours. A cell
 * is worked out once, when it is first asked for. The case that surprises: an empty cell is 0 in a sum and '' in a text.
 */
import { assert } from '../../base/index.ts'
import { type Expression, type Reference, parseFormula } from './formula.ts'
import { type Area, type Scalar, callFunction, numberOf } from './functions.ts'
import { type Sheet, addressOf } from './sheet.ts'

/** Stands for a cell while its formula is being worked out. */
const unfinished = Symbol('unfinished')

export class Values {
  private readonly sheets: ReadonlyMap<string, Sheet>
  private readonly known = new Map<Sheet, (Scalar | typeof unfinished | undefined)[][]>()

  constructor(sheets: readonly Sheet[]) {
    this.sheets = new Map(sheets.map((sheet) => [sheet.name, sheet]))
  }

  /** The value of a cell; undefined where it is empty. */
  get(sheet: Sheet, row: number, column: number): Scalar | undefined {
    const cell = sheet.at(row, column)
    if (cell === undefined) return undefined
    if (cell.formula === undefined) return cell.value
    const rows = this.known.get(sheet) ?? this.remember(sheet)
    const cells = (rows[row] ??= [])
    const before = cells[column]
    assert(before !== unfinished, `the formulas run in a circle at ${sheet.name}!${addressOf(row, column)}`)
    if (before !== undefined) return before
    cells[column] = unfinished
    const value = this.scalar(parseFormula(cell.formula), sheet)
    // There is no minus nothing on a sheet.
    cells[column] = value === 0 ? 0 : value
    return cells[column]
  }

  private remember(sheet: Sheet): (Scalar | typeof unfinished | undefined)[][] {
    const rows: (Scalar | typeof unfinished | undefined)[][] = []
    this.known.set(sheet, rows)
    return rows
  }

  private sheetOf({ sheet }: Reference, own: Sheet): Sheet {
    const found = sheet === undefined ? own : this.sheets.get(sheet)
    assert(found !== undefined, `a formula names the sheet ${String(sheet)}, which is not there`)
    return found
  }

  private scalar(expression: Expression, sheet: Sheet): Scalar {
    switch (expression.kind) {
      case 'value':
        return expression.value
      case 'reference': {
        const { from, through } = expression.reference
        assert(from.row === through.row && from.column === through.column, 'a single cell is wanted')
        return this.get(this.sheetOf(expression.reference, sheet), from.row, from.column) ?? 0
      }
      case 'operation':
        return operate(expression.operator, this.scalar(expression.left, sheet), this.scalar(expression.right, sheet))
      case 'negative':
        return -numberOf(this.scalar(expression.of, sheet))
      case 'call':
        return this.call(expression.name, expression.parts, sheet)
    }
  }

  private call(name: string, parts: readonly Expression[], sheet: Sheet): Scalar {
    // Only the branch that is taken is worked out, so that a guard can guard.
    if (name === 'IF') {
      const [test, then, otherwise] = parts
      const chosen = truthOf(this.scalar(test!, sheet)) ? then : otherwise
      return chosen === undefined ? false : this.scalar(chosen, sheet)
    }
    return callFunction(
      name,
      parts.map((part) => this.area(part, sheet)),
    )
  }

  private area(part: Expression, sheet: Sheet): Area {
    if (part.kind !== 'reference') return [[this.scalar(part, sheet)]]
    const { from, through } = part.reference
    const of = this.sheetOf(part.reference, sheet)
    const rows: (Scalar | undefined)[][] = []
    for (let row = from.row; row <= through.row; row++) {
      const cells: (Scalar | undefined)[] = []
      for (let column = from.column; column <= through.column; column++) cells.push(this.get(of, row, column))
      rows.push(cells)
    }
    return rows
  }
}

const truthOf = (value: Scalar): boolean => (typeof value === 'boolean' ? value : numberOf(value) !== 0)

function operate(operator: string, left: Scalar, right: Scalar): Scalar {
  switch (operator) {
    case '+':
      return numberOf(left) + numberOf(right)
    case '-':
      return numberOf(left) - numberOf(right)
    case '*':
      return numberOf(left) * numberOf(right)
    case '/':
      assert(numberOf(right) !== 0, 'a formula divides by nothing')
      return numberOf(left) / numberOf(right)
    case '^':
      assert(numberOf(left) !== 0 || numberOf(right) > 0, 'a formula raises nothing to the power of nothing')
      return Math.pow(numberOf(left), numberOf(right))
    case '&':
      return String(left) + String(right)
    default:
      return compare(operator, left, right)
  }
}

function compare(operator: string, left: Scalar, right: Scalar): boolean {
  const isText = typeof left === 'string' && typeof right === 'string'
  const [a, b] = isText ? [left, right] : [numberOf(left), numberOf(right)]
  if (operator === '=') return a === b
  if (operator === '<>') return a !== b
  if (operator === '<') return a < b
  if (operator === '<=') return a <= b
  if (operator === '>') return a > b
  assert(operator === '>=', `a formula has the operator ${operator}, which is not known`)
  return a >= b
}
