/**
 * What can happen to somebody of a group once referred: staying away, dropping out in a month, succeeding in one, neither.
 *
 *     of completed     one row: stays away, drops out in month 1 … course, succeeds in month 1 … within, does not succeed
 *     of the others    two rows: stays away, drops out in month 1 … course, completes;   succeeds in month 1 … within, does not
 *
 * An outcome is a number; `stayAndSuccess` tells what it stands for.
 */
import { exp, log } from '../base/index.ts'
import { type CompiledGroup, type Parameters, figure } from '../valuation/index.ts'
import { type OutcomeTable, outcomeTable } from './outcome-table.ts'
import { type Stream } from './stream.ts'

type Spread = 'constant-risk' | 'even'

export class Outcomes {
  /** How many there are. */
  readonly count: number
  /** Whether some may succeed who would have anyway. */
  readonly mayComeAnyway: boolean
  private readonly isOfCompleted: boolean
  private readonly stays: OutcomeTable
  private readonly successes: OutcomeTable
  private readonly early: OutcomeTable
  private known = [NaN, NaN, NaN, NaN]
  private drawn = new Int32Array(0)

  constructor(private readonly group: CompiledGroup) {
    const { course, success, without, dropout, notStarted } = group
    const varies = [notStarted, dropout?.share, success.rate, without].some(
      (one) => one !== undefined && one.index >= 0,
    )
    const bits = varies ? bitsForFew(group) : 12
    this.isOfCompleted = success.of === 'completed'
    this.mayComeAnyway = without.index >= 0 || without.value > 0
    const table = (length: number) => outcomeTable(new Float64Array(length).fill(1), bits)
    this.count = this.isOfCompleted ? course + success.within + 2 : (course + 2) * (success.within + 1)
    this.stays = table(this.isOfCompleted ? this.count : course + 2)
    this.successes = table(success.within + 1)
    // Those who may not succeed at all come first.
    this.early = table(success.within + 2)
  }

  /** The table that says all, where one number does. */
  get alone(): OutcomeTable | undefined {
    return this.isOfCompleted && !this.mayComeAnyway ? this.stays : undefined
  }

  /** Takes the parameters of a draw. */
  prepare(parameters: Parameters): void {
    const { group, known } = this
    const { course, dropout, success } = group
    const away = figure(group.notStarted, parameters)
    const dropouts = dropout === undefined ? 0 : figure(dropout.share, parameters)
    const rate = figure(success.rate, parameters)
    const anyway = figure(group.without, parameters)
    if (away === known[0] && dropouts === known[1] && rate === known[2] && anyway === known[3]) return
    this.known = [away, dropouts, rate, anyway]
    const stays = this.stays.atOrBelow
    stays[0] = away
    const completing = fillShares(stays, 1, course, away, 1 - away, dropouts, dropout?.spread ?? 'even')
    const [before, rest] = this.isOfCompleted ? [completing, 1 - completing] : [0, 1]
    const own = this.isOfCompleted ? stays : this.successes.atOrBelow
    fillShares(own, this.isOfCompleted ? course + 1 : 0, success.within, before, rest, rate, success.spread)
    this.stays.fill()
    if (!this.isOfCompleted) this.successes.fill()
    if (!this.mayComeAnyway) return
    this.early.atOrBelow[0] = before
    fillShares(this.early.atOrBelow, 1, success.within, before, rest, anyway, success.spread)
    this.early.fill()
  }

  /**
   * Adds everybody's outcome to their numbers from a place on, and writes after how many months success would have come
   * anyway: by the same number as success, so that it is among those who succeed, and never earlier.
   */
  draw(stream: Stream, people: number, into: Int32Array, anyway: Int32Array, from: number): void {
    const { stays, successes, early, group, isOfCompleted } = this
    const perStay = group.success.within + 1
    let numbers = stream.counts(people)
    if (isOfCompleted) stays.addTo(into, from, numbers)
    else {
      if (this.drawn.length !== people) this.drawn = new Int32Array(people)
      const { drawn } = this
      stays.addTo(drawn.fill(0), 0, numbers)
      for (let person = 0; person < people; person++) into[from + person]! += drawn[person]! * perStay
      numbers = stream.counts(people)
      successes.addTo(drawn.fill(0), 0, numbers)
      for (let person = 0; person < people; person++) into[from + person]! += (drawn[person]! + 1) % perStay
    }
    if (!this.mayComeAnyway) return
    anyway.fill(0, from, from + people)
    early.addTo(anyway, from, numbers)
    for (let at = from; at < from + people; at++) anyway[at]! %= perStay
  }

  /** Stay: 0 for staying away, 1 … course for the month of dropping out, one more for none. Month of success, 0 for none. */
  stayAndSuccess(outcome: number): [stay: number, month: number] {
    const { course, success } = this.group
    const perStay = success.within + 1
    if (!this.isOfCompleted) return [Math.floor(outcome / perStay), outcome % perStay]
    return [Math.min(outcome, course + 1), outcome <= course || outcome === this.count - 1 ? 0 : outcome - course]
  }
}

/** A table that is made anew for each draw has to be small: two stretches for each person who is looked up in it, and at most 128. */
function bitsForFew({ plan }: CompiledGroup): number {
  const people = plan.reduce((sum, { people: monthly, months }) => sum + monthly.value * months, 0)
  return Math.max(2, Math.min(32 - Math.clz32(2 * people), 7))
}

/**
 * Writes what lies at or below each of some months, from a place of a row on, when a share of the rest comes to it; the whole
 * share is come to in the last month. Gives what lies at or below that.
 */
function fillShares(
  row: Float64Array,
  at: number,
  months: number,
  before: number,
  rest: number,
  share: number,
  spread: Spread,
): number {
  const end = before + rest * share
  if (spread === 'even' || share === 0) {
    for (let month = 1; month < months; month++) row[at + month - 1] = before + (rest * share * month) / months
  } else {
    const kept = share < 1 ? exp(log(1 - share) / months) : 0
    let left = rest
    for (let month = 1; month < months; month++) {
      left *= kept
      row[at + month - 1] = before + (rest - left)
    }
  }
  row[at + months - 1] = end
  return end
}
