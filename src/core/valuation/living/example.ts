/** A case followed through a month with a few lives, for the tests of this room. */
import { assert } from '../../base/index.ts'
import { compileCase } from '../case/compile-case.ts'
import { type CompiledCase } from '../case/compiled.ts'
import { readCase } from '../case/read-case.ts'
import { type Catalogue } from '../catalogue/catalogue.ts'
import { type Following, followCase } from './follow.ts'
import { type Followed } from './stand.ts'
import { type Observed, type ObservedUse, type SeenLife, type Unseen } from './observed.ts'

export type Told = { changes: string[]; through: number; lives: string[]; expected: string }

export function toldIn(example: string): Told {
  const lines = example
    .trim()
    .split('\n')
    .map((line) => line.trim())
  const number = (line: string): number => Number(line.split(' ')[1])
  return {
    changes: lines.filter((line) => line.includes(' → ')),
    through: number(lines.find((line) => line.startsWith('through'))!),
    lives: lines.filter((line) => /^(\d+ × |paid |unseen )/.test(line)),
    expected: lines.find((line) => line.startsWith('=> '))!.slice(3),
  }
}

export const short = (value: number): string => String(Math.round(value * 100) / 100)

export function sightText({ sight, since }: Followed): string {
  const { assumed, seen = 0, count, of, verdict } = sight
  const told = count === undefined ? short(seen) : `${count} of ${of}`
  return `${short(assumed)} assumed, ${told} seen, ${verdict}${since === undefined ? '' : ` since ${since}`}`
}

export type Example = { compiled: CompiledCase; observed: Observed; following: Following }

/**
 * A case followed through a month with a few lives; mostly the small one of the case room with some pieces changed.
 *
 *     rate: 50 % → rate: 60 %                            a piece of the case in another's place
 *     3 × referred 1, started 1, finished 12, met 13     three lives; `left 4`, `moved 4`, `missed 13`, `unmeasured 13`, `watched`, `looks 14 18`
 *     paid 500000 in 12                                  what the contract settled
 *     4 × used 3 0 31 of 31 since 13                     what each of four used in the months after month 13, of at most 31 days in each
 *     unseen dropout                                     what nobody records
 */
export function followedIn(text: string, catalogue: Catalogue, through: number, lines: readonly string[]): Example {
  const { caseFile } = readCase(text, 'case.yaml')
  assert(caseFile !== undefined, 'the changed case can be read')
  const { compiled } = compileCase(caseFile, catalogue, { scenario: 'narrow' })
  assert(compiled !== undefined, 'the changed case can be compiled')
  const paid = lines.flatMap((line) => /^paid (\d+) in (\d+)$/.exec(line) ?? [])
  const unseen = new Set(lines.flatMap((line) => (line.startsWith('unseen ') ? [line.slice(7) as Unseen] : [])))
  const byMonth = new Float64Array(compiled.months + 1)
  for (let at = 0; at < paid.length; at += 3) byMonth[Number(paid[at + 2])]! += Number(paid[at + 1])
  const payments = paid.length === 0 ? undefined : [{ owner: 0, byMonth }]
  const observed = { through, groups: [lines.flatMap(livesIn)], unseen: [unseen], uses: usesIn(lines), payments }
  return { compiled, observed, following: followCase(compiled, observed) }
}

function usesIn(lines: readonly string[]): ObservedUse[] {
  const told = lines.flatMap((line) => {
    const [, times = '', used = '', most = '', since = ''] =
      /^(\d+) × used ([\d .]+) of (\d+) since (\d+)$/.exec(line) ?? []
    const units = Float64Array.from(used.split(' '), Number)
    const person = { group: 0, begun: Number(since), units, most: units.map(() => Number(most)) }
    return Array.from({ length: Number(times) }, () => person)
  })
  return told.length === 0 ? [] : [{ consequence: 'support', people: told }]
}

function livesIn(line: string): SeenLife[] {
  if (/^(paid|unseen|\d+ × used)/.test(line)) return []
  const [, times = '1', told = ''] = /^(?:(\d+) × )?(.*)$/.exec(line)!
  const month = (word: string): number | undefined => {
    const found = new RegExp(`\\b${word} (\\d+)`).exec(told)
    return found === null ? undefined : Number(found[1])
  }
  const [met, missed, unmeasured] = [month('met'), month('missed'), month('unmeasured')]
  const looks = /\blooks ([\d ]+)/.exec(told)?.[1]?.trim().split(' ').map(Number)
  const leftIn = month('left') ?? month('moved')
  const life: SeenLife = {
    referred: month('referred')!,
    started: month('started'),
    finished: month('finished'),
    left: leftIn === undefined ? undefined : { month: leftIn, isDropout: month('left') !== undefined, isDated: true },
    result:
      met !== undefined ? 'met' : missed !== undefined ? 'missed' : told.includes('left out') ? 'left-out' : 'open',
    decided: met ?? missed,
    closes: month('closes') ?? met ?? missed ?? unmeasured,
    ...(looks === undefined ? {} : { looks }),
    isWatched: told.includes('watched'),
    isUnmeasured: unmeasured !== undefined,
  }
  return Array.from({ length: Number(times) }, () => life)
}
