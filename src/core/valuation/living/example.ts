/**
 * The small case of the case room, followed through a month with a few lives, for the tests of this room.
 *
 *     rate: 50 % → rate: 60 %                      a piece of the case in another's place
 *     3 × referred 1, started 1, finished 12, met 13     three lives; `left 4`, `moved 4`, `missed 13`, `unmeasured 13`, `watched`
 *     paid 500000 in 12                            what the contract settled
 */
import { assert } from '../../base/index.ts'
import { compileCase, readCase } from '../case/index.ts'
import { changed, smallCatalogue } from '../case/example.ts'
import { type CompiledCase } from '../case/index.ts'
import { type Following, followCase } from './follow.ts'
import { type Observed, type SeenLife } from './observed.ts'

export type Example = { compiled: CompiledCase; observed: Observed; following: Following }

export function followed(through: number, lines: readonly string[], changes: readonly string[] = []): Example {
  const { caseFile } = readCase(changed(changes), 'case.yaml')
  assert(caseFile !== undefined, 'the changed case can be read')
  const { compiled } = compileCase(caseFile, smallCatalogue, { scenario: 'narrow' })
  assert(compiled !== undefined, 'the changed case can be compiled')
  const paid = lines.flatMap((line) => /^paid (\d+) in (\d+)$/.exec(line) ?? [])
  const byMonth = new Float64Array(compiled.months + 1)
  for (let at = 0; at < paid.length; at += 3) byMonth[Number(paid[at + 2])]! += Number(paid[at + 1])
  const payments = paid.length === 0 ? undefined : [{ owner: 0, byMonth }]
  const observed = { through, groups: [lines.flatMap(livesIn)], payments }
  return { compiled, observed, following: followCase(compiled, observed) }
}

function livesIn(line: string): SeenLife[] {
  if (line.startsWith('paid')) return []
  const [, times = '1', told = ''] = /^(?:(\d+) × )?(.*)$/.exec(line)!
  const month = (word: string): number | undefined => {
    const found = new RegExp(`\\b${word} (\\d+)`).exec(told)
    return found === null ? undefined : Number(found[1])
  }
  const [met, missed, unmeasured] = [month('met'), month('missed'), month('unmeasured')]
  const leftIn = month('left') ?? month('moved')
  const life: SeenLife = {
    referred: month('referred')!,
    started: month('started'),
    finished: month('finished'),
    left: leftIn === undefined ? undefined : { month: leftIn, isDropout: month('left') !== undefined },
    result:
      met !== undefined ? 'met' : missed !== undefined ? 'missed' : told.includes('left out') ? 'left-out' : 'open',
    decided: met ?? missed,
    closes: month('closes') ?? met ?? missed ?? unmeasured,
    isWatched: told.includes('watched'),
    isUnmeasured: unmeasured !== undefined,
  }
  return Array.from({ length: Number(times) }, () => life)
}
