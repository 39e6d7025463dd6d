/**
 * The functions that a business case's formulas call. All of them mean the same in Excel and LibreOffice, none depends on the
 * language of the program, and none is volatile (looks at the clock, at chance or at the shape of the sheet).
 */
import { addMonths, assert, dayOf, exp } from '../../base/index.ts'
import { normalBelow, quantileOf } from '../case/distribution.ts'

export type Scalar = number | string | boolean
/** Rows of cells; a single value is one row of one. */
export type Area = readonly (readonly (Scalar | undefined)[])[]

export function numberOf(value: Scalar | undefined): number {
  if (value === undefined || value === '') return 0
  const number = Number(value)
  assert(!Number.isNaN(number), `a formula reckons with the text ${String(value)}`)
  return number
}

const flat = (areas: readonly Area[]): (Scalar | undefined)[] => areas.flatMap((rows) => rows.flat())
const numbers = (areas: readonly Area[]): number[] =>
  flat(areas).filter((value): value is number => typeof value === 'number')
const first = (area: Area | undefined): number => numberOf(area?.[0]?.[0])
const textOf = (area: Area | undefined): string => String(area?.[0]?.[0] ?? '')
const truth = (value: Scalar | undefined): boolean => (typeof value === 'boolean' ? value : numberOf(value) !== 0)

/** A day as the spreadsheet counts them: day 0 of the program is 1 January 1970, which is 25569. */
export const serialOfDay1970 = 25569

type Function = (parts: readonly Area[]) => Scalar

const functions: Readonly<Record<string, Function>> = {
  SUM: (parts) => numbers(parts).reduce((sum, value) => sum + value, 0),
  PRODUCT: (parts) => numbers(parts).reduce((product, value) => product * value, 1),
  SUMPRODUCT: (parts) => sumProduct(parts),
  AVERAGE: (parts) => numbers(parts).reduce((sum, value) => sum + value, 0) / numbers(parts).length,
  COUNT: (parts) => numbers(parts).length,
  MAX: (parts) => numbers(parts).reduce((most, value) => Math.max(most, value), -Infinity),
  MIN: (parts) => numbers(parts).reduce((least, value) => Math.min(least, value), Infinity),
  AND: (parts) => flat(parts).every(truth),
  OR: (parts) => flat(parts).some(truth),
  ISNUMBER: ([value]) => typeof value?.[0]?.[0] === 'number',
  ABS: ([value]) => Math.abs(first(value)),
  MOD: ([value, by]) => first(value) - first(by) * Math.floor(first(value) / first(by)),
  INT: ([value]) => Math.floor(first(value)),
  ROUND: ([value, digits]) => Math.round(first(value) * 10 ** first(digits)) / 10 ** first(digits),
  EXP: ([value]) => exp(first(value)),
  SQRT: ([value]) => Math.sqrt(first(value)),
  PI: () => Math.PI,
  INDEX: ([area, row, column]) => indexOf(area!, first(row), column === undefined ? 1 : first(column)),
  MATCH: ([value, area, kind]) => matchOf(value![0]![0], area!, first(kind)),
  LOOKUP: ([value, among, results]) => lookupOf(first(value), among!, results!),
  LEFT: ([text, count]) => textOf(text).slice(0, first(count)),
  RIGHT: ([text, count]) => textOf(text).slice(-first(count)),
  VALUE: ([text]) => numberOf(textOf(text)),
  DATE: ([year, month, day]) => dayOf(first(year), first(month), first(day)) + serialOfDay1970,
  EDATE: ([from, months]) => addMonths(first(from) - serialOfDay1970, first(months)) + serialOfDay1970,
  NORMSDIST: ([value]) => normalBelow(first(value)),
  NORMSINV: ([chance]) => quantileOf({ kind: 'normal', mean: 0, sd: 1, low: -Infinity, high: Infinity }, first(chance)),
  BETAINV: ([chance, a, b, low, high]) => {
    const [from, to] = [first(low), high === undefined ? 1 : first(high)]
    return from + (to - from) * quantileOf({ kind: 'beta', a: first(a), b: first(b) }, first(chance))
  },
  PERCENTILE: ([values, chance]) => {
    const ordered = Float64Array.from(numbers([values!])).sort()
    return quantileOf({ kind: 'empirical', values: ordered }, first(chance))
  },
}

/** Every function that a formula may call; IF is worked out where its branches are. */
export const knownFunctions: readonly string[] = ['IF', ...Object.keys(functions)]

export function callFunction(name: string, parts: readonly Area[]): Scalar {
  const run = functions[name]
  assert(run !== undefined, `the function ${name} is not known`)
  return run(parts)
}

function sumProduct(parts: readonly Area[]): number {
  const columns = parts.map((area) => area.flat())
  assert(
    columns.every(({ length }) => length === columns[0]!.length),
    'the stretches of a SUMPRODUCT are equally long',
  )
  let sum = 0
  for (let at = 0; at < columns[0]!.length; at++) {
    let product = 1
    for (const column of columns) product *= numberOf(column[at])
    sum += product
  }
  return sum
}

function indexOf(area: Area, row: number, column: number): Scalar {
  // A single row is counted along.
  const value = area.length === 1 && column === 1 ? area[0]![row - 1] : area[row - 1]?.[column - 1]
  return value ?? 0
}

/** The place of the value itself (kind 0), or of the largest that is not above it in a rising stretch (kind 1). */
function matchOf(value: Scalar | undefined, area: Area, kind: number): number {
  const values = area.flat()
  const at = kind === 0 ? values.indexOf(value) : values.findLastIndex((one) => numberOf(one) <= numberOf(value))
  assert(at >= 0, 'a MATCH finds something')
  return at + 1
}

function lookupOf(value: number, among: Area, results: Area): Scalar {
  const at = among.flat().findLastIndex((one) => numberOf(one) <= value)
  assert(at >= 0, 'a LOOKUP finds something')
  return results.flat()[at] ?? 0
}
