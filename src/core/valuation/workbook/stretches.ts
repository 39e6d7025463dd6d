/**
 * Stretches of use of a course: months in a row with the same units, and those of several members of a household together.
 *
 *     24 months with 1, then nothing   and   12 months with 0.5, then nothing      →  1 + 0.5 in 12 months, 1 in 12 more, nothing
 */
import { type CaseRefund } from '../case/case-file.ts'
import { type Inputs } from './inputs-sheet.ts'
import { type Sheet, plus } from './sheet.ts'

/** Months in a row with the same use: the units, and 1 in the months after the success that lie in it. */
export type Stretch = { units: (on: Sheet) => string; inside: (k: number) => string }

/** The last month of each stretch; nothing for one that runs on. */
export function endsOf(
  lengths: readonly (number | undefined)[],
  month: (index: number) => string,
): (string | undefined)[] {
  return lengths.map((length, index) => {
    const isOpen = length === undefined && index === lengths.length - 1
    const parts = lengths.slice(0, index + 1).flatMap((one, at) => (one === undefined ? [] : [month(at)]))
    return isOpen ? undefined : plus(parts)
  })
}

export function insideOf(ends: readonly (string | undefined)[], index: number, k: number): string {
  const from = index === 0 ? '0' : (ends[index - 1] ?? '0')
  const until = ends[index]
  return until === undefined ? `IF(${k}>${from},1,0)` : `IF(AND(${k}>${from},${k}<=${until}),1,0)`
}

/** The stretches, and the months after the last of them, in which nothing is used. */
export function withRest(stretches: readonly Stretch[], ends: readonly (string | undefined)[]): Stretch[] {
  const last = ends.at(-1)
  if (last === undefined) return [...stretches]
  return [...stretches, { units: () => '0', inside: (k) => `IF(${k}>${last},1,0)` }]
}

export const joined = (one: Stretch, other: Stretch): Stretch => ({
  units: (on) => `(${one.units(on)}+${other.units(on)})`,
  inside: (k) => `${one.inside(k)}*${other.inside(k)}`,
})

/** The stretches of each child that is pooled with the person, as the sheet of curves names their months. */
export function pooledStretches({ household }: CaseRefund, inputs: Inputs, sheet: Sheet): Stretch[][] {
  if (household === undefined || household === 'alone') return []
  return household.others.flatMap(({ as, use, path }): Stretch[][] => {
    if (as === 'adult') return []
    const ends = endsOf(
      use.map(({ months }) => months),
      (index) => inputs.number(`${path}.use[${index}].months`, sheet),
    )
    const stretches = use.map((_, index) => ({
      units: (on: Sheet) => inputs.number(`${path}.use[${index}].units`, on),
      inside: (k: number) => insideOf(ends, index, k),
    }))
    return [withRest(stretches, ends)]
  })
}
