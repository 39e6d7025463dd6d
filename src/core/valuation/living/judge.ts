/**
 * Whether an assumption holds, judged by what was seen at the end of a month.
 *
 *     broke       what was assumed lies outside the interval of 95 % around what was seen (`interval.ts`)
 *     too-early   so little was seen that nothing that could have been seen would have broken it
 *     holds       otherwise
 *     unjudged    told beside nothing, for the case assumes that it never happens
 *     unseen      nobody records it, or it is looked at on a date of its own
 *
 *     60 % assumed, 2 of 10 seen: 2.5 … 55.6 %, broke          60 % assumed, 0 of 3: 0 … 70.8 %, too early
 *
 * It broke in the first month from which it has been outside in every month until now. Only those are counted of whom both
 * answers have had the time to be seen: of dropout those whose assumed course has run out, of starting those who have waited
 * as long as is assumed and a month more, of success those whose last date has passed. An assumption is judged against what the
 * contract can see: where it looks only now and then, a success is assumed to be seen when somebody looks. Otherwise whoever answers early would
 * count for too much. Where a success is seen in the month it comes, all are counted, and how many have succeeded is judged by how
 * many were to have done so by now. A count of referrals is judged as a Poisson number, a mean wait as the sum of all waits; a length
 * of months by the middle one, whatever the lengths are spread like, so that at least six must have been seen. Who is still in the
 * course when the assumed months have run out has a length that is at least so long.
 */
import { leavingOf, referrals, waitingShares } from '../case/activity.ts'
import { type CompiledGroup, type Parameters, figure } from '../case/compiled.ts'
import { spreadOver } from '../case/spread.ts'
import { type Interval, countInterval, medianInterval, shareInterval } from './interval.ts'
import { type SeenLife, type Unseen, asSeen, baseMonth, seenIn } from './observed.ts'
import { type Stage } from './stages.ts'

export type Verdict = 'holds' | 'too-early' | 'broke' | 'unjudged' | 'unseen'

/** What a number is: people, a share of people, a mean or a middle number of months, units of a service for each, or kroner. */
export type Measure = 'people' | 'share' | 'months' | 'units' | 'kroner'

export type Sight = {
  measure: Measure
  /** What the case says: people by now, a share, months. */
  assumed: number
  /** Nothing when nobody has been seen. */
  seen: number | undefined
  /** Of how many people it was seen, and of how many of them, for a share, it was true. */
  of: number
  count: number | undefined
  /** Of shares and counts: how many were to be expected by now. */
  expected: number | undefined
  interval: Interval | undefined
  verdict: Verdict
}

export type Judging = {
  group: CompiledGroup
  months: number
  parameters: Parameters
  unseen: ReadonlySet<Unseen>
}

/** What is seen of one assumption at the end of a month. */
export function sightOf(stage: Stage, judging: Judging, lives: readonly SeenLife[], month: number): Sight {
  const seen = lives.flatMap((life) => asSeen(life, month) ?? [])
  const sight = sights[stage](judging, seen, month)
  const isUnseen = judging.unseen.has(stage === 'dropout-month' ? 'dropout' : (stage as Unseen))
  return isUnseen ? { ...sight, ...nobody, count: undefined, expected: undefined, verdict: 'unseen' } : sight
}

/** The first month from which it has been broken in every month until this one. */
export function brokeSince(through: number, verdictIn: (month: number) => Verdict): number | undefined {
  let since: number | undefined
  for (let month = through; month >= 1 && verdictIn(month) === 'broke'; month--) since = month
  return since
}

type Sighting = (judging: Judging, lives: readonly SeenLife[], month: number) => Sight

const sights: Record<Stage, Sighting> = {
  referred: ({ group, months, parameters }, lives, month) => {
    const planned = referrals(group, months, parameters)
    let assumed = 0
    for (let at = 0; at <= month; at++) assumed += planned[at]!
    const count = lives.length
    return countSight(assumed, count, count)
  },
  'not-started': (judging, lives, month) => {
    const waited = waitedOut(judging, lives, month)
    const count = waited.filter(({ started }) => started === undefined).length
    return shareSight(figure(judging.group.notStarted, judging.parameters), count, waited.length)
  },
  wait: (judging, lives, month) => {
    const { group, parameters } = judging
    const waits = waitedOut(judging, lives, month).flatMap(({ referred, started }) => {
      return started === undefined ? [] : [Math.max(0, started - referred)]
    })
    return monthsSight(meanWait(group, parameters), waits, countInterval)
  },
  dropout: ({ group, parameters }, lives, month) => {
    const over = courseOver(group, lives, month)
    const assumed = group.dropout === undefined ? 0 : figure(group.dropout.share, parameters)
    return shareSight(assumed, over.filter(({ left }) => left !== undefined).length, over.length)
  },
  'dropout-month': ({ group, parameters }, lives, month) => {
    const served = courseOver(group, lives, month).flatMap(({ started, left }) => {
      return left?.isDated === true ? [left.month - started! + 1] : []
    })
    return middleSight(group.dropout === undefined ? undefined : 1 + middlePlace(leavingOf(group, parameters)), served)
  },
  length: ({ group }, lives, month) => {
    const lengths = courseOver(group, lives, month).flatMap(({ started, left, finished }) => {
      return left === undefined ? [(finished ?? month) - started! + 1] : []
    })
    return middleSight(group.course, lengths)
  },
  success: (judging, lives, month) => {
    const { group, parameters } = judging
    if (lives.some(({ isWatched }) => isWatched)) return watchedSight(judging, lives, month)
    const judged = judgedLives(group, lives, month)
    const count = judged.filter(({ result }) => result === 'met').length
    return shareSight(figure(group.success.rate, parameters), count, judged.length)
  },
  'success-month': ({ group, parameters }, lives, month) => {
    const { success } = group
    const judged = judgedLives(group, lives, month)
    const waits = judged.flatMap((life) => {
      return life.result === 'met' ? [life.decided! - baseMonth(life, success.of)!] : []
    })
    const rate = figure(success.rate, parameters)
    return middleSight(rate === 0 ? undefined : middleWait(judged, group, parameters), waits)
  },
}

/** Those whose assumed course has run out, except who left for a reason that is no dropout. */
function courseOver(group: CompiledGroup, lives: readonly SeenLife[], month: number): SeenLife[] {
  return lives.filter(({ started, left }) => {
    return started !== undefined && started + group.course - 1 <= month && left?.isDropout !== false
  })
}

/** Who was referred so long ago that they have started if they ever do: as long as is assumed, and a month more. */
function waitedOut({ group, months, parameters }: Judging, lives: readonly SeenLife[], month: number): SeenLife[] {
  const longest = longestWait(waitingShares(group.delay, months, parameters))
  return lives.filter(({ referred }) => referred + longest + 1 <= month)
}

/** The months within which 99 in 100 of those who start have started. */
function longestWait(waiting: Float64Array): number {
  let sum = 0
  const found = waiting.findIndex((share) => (sum += share) >= 0.99)
  return found < 0 ? waiting.length - 1 : found
}

function meanWait({ delay }: CompiledGroup, parameters: Parameters): number {
  if (delay.kind === 'none') return 0
  return delay.kind === 'poisson' ? figure(delay.mean, parameters) : meanPlace(delay.shares)
}

/** The mean number of months, where shares or chances stand in the order of months from none on. */
function meanPlace(shares: Float64Array): number {
  let [sum, weighted] = [0, 0]
  for (const [place, share] of shares.entries()) {
    sum += share
    weighted += place * share
  }
  return sum === 0 ? 0 : weighted / sum
}

/** The first place by which half of it has come. */
export function middlePlace(shares: Float64Array): number {
  const half = shares.reduce((sum, share) => sum + share, 0) / 2
  let sum = 0
  return shares.findIndex((share) => (sum += share) >= half - hair)
}

/** Those the rate is a share of, who have a result and whose last date has passed. */
function judgedLives(group: CompiledGroup, lives: readonly SeenLife[], month: number): SeenLife[] {
  return lives.filter((life) => {
    const isOver = life.closes !== undefined && life.closes <= month
    return (
      isOver && baseMonth(life, group.success.of) !== undefined && (life.result === 'met' || life.result === 'missed')
    )
  })
}

/**
 * The middle wait that was assumed, as the contract would see it of these people: who looks only in months 6 and 12 sees a success
 * of month 4 in month 6.
 */
function middleWait(lives: readonly SeenLife[], { success }: CompiledGroup, parameters: Parameters): number {
  const chances = spreadOver(figure(success.rate, parameters), success.within, success.spread)
  const first = success.of === 'completed' ? 1 : 0
  if (lives.every(({ looks }) => looks === undefined)) return first + middlePlace(chances)
  const seen = new Float64Array(first + chances.length + Math.max(0, ...lives.flatMap(({ looks = [] }) => looks)) + 1)
  for (const life of lives) {
    const base = baseMonth(life, success.of)!
    for (const [wait, chance] of chances.entries()) {
      const at = seenIn(life, base + first + wait) - base
      if (at < seen.length) seen[at]! += chance
    }
  }
  return Math.max(first, middlePlace(seen))
}

/** Of everybody the rate is a share of, how many have succeeded by now, and how many were to have. */
function watchedSight({ group, parameters }: Judging, lives: readonly SeenLife[], month: number): Sight {
  const { success } = group
  const chances = spreadOver(figure(success.rate, parameters), success.within, success.spread)
  const judged = lives.filter((life) => life.result !== 'left-out' && baseMonth(life, success.of) !== undefined)
  let assumed = 0
  for (const life of judged) {
    const first = baseMonth(life, success.of)! + (success.of === 'completed' ? 1 : 0)
    for (const [wait, chance] of chances.entries()) if (seenIn(life, first + wait) <= month) assumed += chance
  }
  return countSight(assumed, judged.filter(({ result }) => result === 'met').length, judged.length)
}

function countSight(assumed: number, count: number, of: number): Sight {
  const interval = countInterval(count)
  const verdict = judge(assumed, interval, () => isOutside(assumed, countInterval(0)))
  return { measure: 'people', assumed, seen: count, of, count, expected: assumed, interval, verdict }
}

function shareSight(assumed: number, count: number, of: number): Sight {
  if (of === 0) return { ...nobody, measure: 'share', assumed, count: 0, expected: 0 }
  const interval = shareInterval(count, of)
  const couldBreak = () => isOutside(assumed, shareInterval(0, of)) || isOutside(assumed, shareInterval(of, of))
  const verdict = judge(assumed, interval, couldBreak)
  return { measure: 'share', assumed, seen: count / of, of, count, expected: of * assumed, interval, verdict }
}

function monthsSight(assumed: number, waits: readonly number[], around: (sum: number) => Interval): Sight {
  const of = waits.length
  const plain = { measure: 'months', assumed, count: undefined, expected: undefined } as const
  if (of === 0) return { ...nobody, ...plain }
  const sum = waits.reduce((all, one) => all + one, 0)
  const { low, high } = around(sum)
  const interval = { low: low / of, high: high / of }
  const verdict = judge(assumed, interval, () => assumed === 0 || assumed > countInterval(0).high / of)
  return { ...plain, seen: sum / of, of, interval, verdict }
}

/** The middle one of some months; nothing can be said where the case assumes that nobody is asked. */
function middleSight(assumed: number | undefined, months: readonly number[]): Sight {
  const of = months.length
  const plain = { measure: 'months', assumed: assumed ?? 0, count: undefined, expected: undefined } as const
  if (of === 0) return { ...nobody, ...plain }
  const sorted = [...months].sort((one, other) => one - other)
  const seen = (sorted[Math.floor((of - 1) / 2)]! + sorted[Math.floor(of / 2)]!) / 2
  if (assumed === undefined) return { ...plain, seen, of, interval: undefined, verdict: 'unjudged' }
  const interval = medianInterval(months)
  if (interval === undefined) return { ...plain, seen, of, interval, verdict: 'too-early' }
  return { ...plain, seen, of, interval, verdict: judge(assumed, interval, () => true) }
}

const nobody = { seen: undefined, of: 0, interval: undefined, verdict: 'too-early' } as const

/** `couldBreak`: whether anything that could have been seen would have broken it. */
export function judge(assumed: number, interval: Interval, couldBreak: () => boolean): Verdict {
  if (isOutside(assumed, interval)) return 'broke'
  return couldBreak() ? 'holds' : 'too-early'
}

/** Room for what additions in another order leave. */
const hair = 1e-9

export const isOutside = (value: number, { low, high }: Interval): boolean => value < low - hair || value > high + hair
