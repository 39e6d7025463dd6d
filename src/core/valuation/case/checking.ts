/**
 * What the checks of a case work with: the case, its marks, the problems found, and the faults that can be anywhere: a name
 * that is none, two ways of saying one thing, a list of nothing, and a number that means nothing.
 */
import { type Exact, type Place, type Problem, approximate, equals, problem, sum, sign } from '../../base/index.ts'
import { type Mark, inPlaceOf, nearest } from '../../text/index.ts'
import { type CaseFile, type UseStep } from './case-file.ts'
import { type Input } from './inputs.ts'

export type CaseChecking = { file: CaseFile; marks: readonly Mark[]; problems: Problem[] }

/** The names that may bear costs and gains in this case. */
export function ownerNames(file: CaseFile): string[] {
  return ['municipality', ...(file.departments?.keys() ?? []), 'region', 'state', 'citizen']
}

/** The municipality and its departments: whose budget a cost of its own is. */
export function municipalNames(file: CaseFile): string[] {
  return ['municipality', ...(file.departments?.keys() ?? [])]
}

export const lastMonth = (file: CaseFile): number => 12 * file.years

/** `free` are those of the known names that may be put in its place; all of them where nothing else is said. */
export type NameUse = {
  of: string
  name: string
  known: readonly string[]
  free?: readonly string[]
  at: Place
  path: string
}

export function checkName(to: CaseChecking, { of, name, known, free = known, at, path }: NameUse): void {
  if (known.includes(name)) return
  const near = nearest(name, free)
  const facts = { path, of, found: name, known: [...known], nearest: near ?? '' }
  to.problems.push(problem('name-unknown', 'wrong', at, facts, inPlaceOf(at, near)))
}

export type Written = { at: Place; path: string; places: { readonly [key: string]: Place } }

/** Of some keys exactly one, or one set of them, must be written. */
export function checkWays(to: CaseChecking, record: Written, ways: readonly (readonly string[])[]): boolean {
  const written = ways.filter((keys) => keys.some((key) => key in record.places))
  const isWhole = written.length === 1 && written[0]!.every((key) => key in record.places)
  if (isWhole) return true
  const facts = {
    path: record.path,
    ways: ways.map((keys) => keys.join(' + ')),
    found: ways.flat().filter((key) => key in record.places),
  }
  to.problems.push(problem('case-ways', 'wrong', record.at, facts))
  return false
}

/** Every number of the case that may be an estimate's, wherever it stands. */
export function inputsOf(file: CaseFile): Input[] {
  const found: Input[] = []
  const visit = (value: unknown): void => {
    if (value instanceof Map) return [...value.values()].forEach(visit)
    if (Array.isArray(value)) return value.forEach(visit)
    if (typeof value !== 'object' || value === null) return
    if (isInput(value)) found.push(value)
    else for (const [key, inner] of Object.entries(value)) if (key !== 'places' && key !== 'at') visit(inner)
  }
  visit(file)
  return found
}

function isInput(value: object): value is Input {
  return 'unit' in value && 'path' in value && ('value' in value || 'estimate' in value) && !('label' in value)
}

/** A map of shares, or a list of them, that must be all of it, with none below nothing to make up for one that is above all. */
export function checkWhole(to: CaseChecking, shares: readonly Exact[], at: Place, path: string): void {
  const negative = shares.find((share) => sign(share) < 0)
  if (negative !== undefined) {
    to.problems.push(problem('share-outside', 'wrong', at, { path, found: negative }))
    return
  }
  const total = sum([...shares])
  if (equals(total, 1)) return
  to.problems.push(problem('shares-not-whole', 'wrong', at, { path, total }))
}

/** Whole numbers and plain inputs that mean nothing outside some bounds: a course of no months has nobody in it. */
export function checkBetween(
  to: CaseChecking,
  record: Written,
  numbers: { [key: string]: number | undefined },
  { least, most = Infinity }: { least: number; most?: number },
): void {
  for (const [key, found] of Object.entries(numbers)) {
    if (found === undefined || (found >= least && found <= most)) continue
    const facts = {
      path: record.path,
      key,
      found: Math.round(found * 1e6) / 1e6,
      least,
      most: most === Infinity ? '' : most,
    }
    to.problems.push(problem('number-outside', 'wrong', record.places[key] ?? record.at, facts))
  }
}

/** A list that is written must have something on it: what it is left empty for could be all or nothing. */
export function checkFilled(
  to: CaseChecking,
  record: Written,
  lists: { [key: string]: { readonly length: number } | undefined },
): void {
  for (const [key, list] of Object.entries(lists)) {
    if (list === undefined || list.length > 0) continue
    to.problems.push(problem('list-empty', 'wrong', record.places[key] ?? record.at, { path: record.path, key }))
  }
}

/** Use by month, one stretch after the other: each but the last says how long it is, and none is below nothing. */
export function checkSteps(
  to: CaseChecking,
  record: Written,
  key: string,
  steps: readonly UseStep[] | undefined,
): void {
  checkFilled(to, record, { [key]: steps })
  for (const [index, step] of (steps ?? []).entries()) {
    checkBetween(to, step, { months: step.months }, { least: 1 })
    checkBetween(to, step, { units: approximate(step.units) }, { least: 0 })
    if (step.months !== undefined || index === steps!.length - 1) continue
    to.problems.push(problem('stretch-open', 'wrong', step.at, { path: step.path }))
  }
}
