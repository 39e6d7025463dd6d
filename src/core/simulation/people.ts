/**
 * The people of each draw: counted month by month for the valuation, and by the numbers of their lives for the contract.
 *
 * The groups of a case have numbers of lives of their own; for the contract they have one row of numbers together. Where
 * chance decides more of what is seen than the life itself does, everybody of a chunk has a number and a trace of their own.
 */
import { type Activity, type CompiledGroup, type Parameters } from '../valuation/index.ts'
import { type FactPlan } from './fact-plan.ts'
import { type LifeStory, drawTrace, hasTrace } from './life-facts.ts'
import { type Life } from './life-table.ts'
import { GroupLives } from './lives.ts'
import { type Stream } from './stream.ts'

export class People {
  private readonly groups: GroupLives[]
  /** By group, the lives of the chunk with their traces, where chance decides more than the life. */
  private readonly traced: (LifeStory[] | undefined)[]
  /** Of everybody of a chunk, one draw after the other: the number of their life in their own group, and the month without the effort. */
  private ownNumbers = new Int32Array(1024)
  private anyway = new Int32Array(1024)
  /** The same people by the numbers by which the contract knows lives. */
  private numbers: Int32Array | undefined
  private readonly trace: number[] = []
  /** By draw and group, the first of the people; then where the last one ends. */
  private begins: number[] = [0]
  /** By group, how much of what has been met was told of. */
  private readonly told: number[]

  /** With plans, what a contract sees of the groups; without, nobody looks. */
  constructor(
    groups: readonly CompiledGroup[],
    private readonly months: number,
    private readonly plans: readonly FactPlan[] | undefined,
    private readonly asksWhoServed = false,
  ) {
    this.groups = groups.map((group, at) => new GroupLives(group, at, Math.min(group.through, months), months))
    this.told = groups.map(() => 0)
    this.traced = groups.map((_, at) => (plans !== undefined && hasTrace(plans[at]!) ? [] : undefined))
    const isAsOwn = groups.length === 1 && this.traced[0] === undefined
    this.numbers = plans === undefined || isAsOwn ? undefined : new Int32Array(1024)
  }

  /** The numbers of the lives of the chunk, one draw after the other. */
  get lives(): Int32Array {
    return this.numbers ?? this.ownNumbers
  }

  /** An activity to be filled by each draw in turn. */
  emptyActivity(): Activity {
    // One month more than the case has: month 0 and the months are counted, and what comes after them is not.
    const column = () => new Float64Array(this.months + 2)
    const served = () => new Float64Array((this.months + 2) ** 2)
    return {
      ...(this.asksWhoServed ? { served: this.groups.map(served) } : {}),
      until: this.groups.reduce((last, { through }) => Math.max(last, through), 0),
      groups: this.groups.map(() => ({
        referred: column(),
        starts: column(),
        inService: column(),
        dropouts: column(),
        completions: column(),
        successes: column(),
        anyway: column(),
      })),
    }
  }

  /** Begins a chunk. */
  begin(): void {
    this.begins = [0]
    this.traced.forEach((traced, at) => {
      if (traced === undefined) return
      traced.length = 0
      this.told[at] = 0
    })
  }

  /** The numbers of all lives that have come into view, or into the chunk, since this was last asked. */
  fresh(): number[] {
    const count = this.groups.length
    return this.groups.flatMap((group, at) => {
      const met = this.traced[at]?.length ?? group.lives.length
      const own = Array.from({ length: met - this.told[at]! }, (_, index) => this.told[at]! + index)
      this.told[at] = met
      return own.map((number) => number * count + at)
    })
  }

  /** Draws everybody of one draw, after those of the draws before; gives where the next one's begin. */
  draw(stream: Stream, parameters: Parameters): number {
    let used = this.begins.at(-1)!
    for (let at = 0; at < this.groups.length; at++) {
      const group = this.groups[at]!
      const people = group.prepare(parameters)
      this.makeRoom(used + people)
      group.draw(stream, this.ownNumbers, this.anyway, used)
      if (this.numbers !== undefined) this.number(at, used, used + people, stream, parameters)
      used += people
      this.begins.push(used)
    }
    return used
  }

  /**
   * Counts the people of one draw month by month, and writes how many of all groups started and succeeded. Draws of the
   * chunk are numbered from 0.
   */
  count(draw: number, into: Activity, totals: { started: number; succeeded: number }): void {
    const { groups, begins } = this
    totals.started = 0
    totals.succeeded = 0
    for (let at = 0; at < groups.length; at++) {
      const place = draw * groups.length + at
      const [from, until] = [begins[place]!, begins[place + 1]!]
      const counts = into.groups[at]!
      groups[at]!.count(this.ownNumbers, this.anyway, { from, until }, counts, totals)
      const served = into.served?.[at]
      if (served !== undefined) groups[at]!.countServed(this.ownNumbers, from, until, served, counts.starts.length)
    }
  }

  private makeRoom(people: number): void {
    while (people > this.ownNumbers.length) {
      this.ownNumbers = larger(this.ownNumbers)
      this.anyway = larger(this.anyway)
      this.numbers = this.numbers && larger(this.numbers)
    }
  }

  private number(at: number, from: number, until: number, stream: Stream, parameters: Parameters): void {
    const { groups, ownNumbers } = this
    const { lives } = groups[at]!
    const traced = this.traced[at]
    const plan = this.plans![at]!
    for (let person = from; person < until; person++) {
      const own = ownNumbers[person]!
      const shown = traced === undefined ? own : traced.push(this.tell(lives[own]!, plan, parameters, stream)) - 1
      this.numbers![person] = shown * groups.length + at
    }
  }

  private tell(life: Life, plan: FactPlan, parameters: Parameters, stream: Stream): LifeStory {
    const length = drawTrace(plan, life, parameters, stream, this.trace)
    return { life, trace: this.trace.slice(0, length) }
  }

  storyOf(number: number): LifeStory {
    const at = number % this.groups.length
    const own = (number - at) / this.groups.length
    const traced = this.traced[at]
    return traced === undefined ? { life: this.groups[at]!.lives[own]!, trace: [] } : traced[own]!
  }
}

function larger(column: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * column.length)
  grown.set(column)
  return grown
}
