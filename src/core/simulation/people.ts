/**
 * The people of each draw: counted month by month for the valuation, and by the numbers of their lives for the contract.
 *
 * The groups of a case have numbers of lives of their own; for the contract they have one row of numbers together. Where
 * chance decides more of what is seen than the life itself does, a number stands for the life and its trace.
 */
import { type Activity, type CompiledGroup, type GroupActivity, type Parameters } from '../valuation/index.ts'
import { type FactPlan, type LifeStory, drawTrace, hasTrace } from './life-facts.ts'
import { GroupLives } from './lives.ts'
import { type Stream } from './stream.ts'

export class People {
  private readonly groups: GroupLives[]
  private readonly traced: (TracedLives | undefined)[]
  private anyway = new Int32Array(1024)
  /** The numbers of the lives of a chunk, one draw after the other. */
  lives = new Int32Array(1024)
  private used = 0
  /** By group, how much of what has been met was told of. */
  private readonly told: number[]

  /** With plans, what a contract sees of the groups; without, nobody looks. */
  constructor(
    groups: readonly CompiledGroup[],
    private readonly months: number,
    private readonly plans: readonly FactPlan[] | undefined,
    private readonly asksWhoServed = false,
  ) {
    this.groups = groups.map((group, at) => new GroupLives(group, at, Math.min(group.through, months)))
    this.told = groups.map(() => 0)
    this.traced = groups.map((_, at) => (plans !== undefined && hasTrace(plans[at]!) ? new TracedLives() : undefined))
  }

  /** An activity to be filled by each draw in turn. */
  emptyActivity(): Activity {
    // One month more than the case has: whoever is in service in its last month leaves in the one after.
    const column = () => new Float64Array(this.months + 2)
    const served = () => new Float64Array((this.months + 2) ** 2)
    return {
      ...(this.asksWhoServed ? { served: this.groups.map(served) } : {}),
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
    this.used = 0
  }

  /** The numbers of all lives that have come into view since this was last asked. */
  fresh(): number[] {
    const count = this.groups.length
    return this.groups.flatMap((group, at) => {
      const traced = this.traced[at]
      const own = traced === undefined ? group.fresh(this.told[at]!) : traced.fresh(this.told[at]!)
      this.told[at] = traced === undefined ? group.met : traced.stories.length
      return own.map((number) => number * count + at)
    })
  }

  /** Draws everybody of one draw, after those of the draws before; gives where the next one's begin. */
  draw(stream: Stream, parameters: Parameters, into: Activity): number {
    for (let at = 0; at < this.groups.length; at++) {
      const group = this.groups[at]!
      const people = group.prepare(parameters)
      while (this.used + people > this.lives.length) this.lives = larger(this.lives)
      while (people > this.anyway.length) this.anyway = larger(this.anyway)
      const own = this.lives.subarray(this.used, this.used + people)
      group.draw(stream, own, this.anyway)
      const activity = into.groups[at]!
      clear(activity)
      group.count(own, this.anyway, activity)
      if (into.served !== undefined) group.countServed(own, into.served[at]!, activity.starts.length)
      if (this.plans !== undefined && (this.groups.length > 1 || this.traced[at] !== undefined))
        this.number(at, own, stream, parameters)
      this.used += people
    }
    return this.used
  }

  private number(at: number, lives: Int32Array, stream: Stream, parameters: Parameters): void {
    const { groups } = this
    const traced = this.traced[at]
    for (let person = 0; person < lives.length; person++) {
      const life = lives[person]!
      const own = traced === undefined ? life : traced.numberOf(life, groups[at]!, this.plans![at]!, parameters, stream)
      lives[person] = own * groups.length + at
    }
  }

  /** Lets go of lives with traces when there are very many; true if it did, and their numbers are given anew. */
  forgetMany(): boolean {
    const isMany = this.traced.some((traced) => traced !== undefined && traced.stories.length > tracedMost)
    if (!isMany) return false
    this.traced.forEach((traced, at) => (this.traced[at] = traced && new TracedLives()))
    this.told.fill(0)
    return true
  }

  storyOf(number: number): LifeStory {
    const at = number % this.groups.length
    const own = (number - at) / this.groups.length
    const traced = this.traced[at]
    return traced === undefined ? { life: this.groups[at]!.lifeOf(own), trace: [] } : traced.stories[own]!
  }
}

/** More different lives than this are not worth keeping: they seldom come again. */
const tracedMost = 100_000

/** Lives with their traces, numbered as they are met. */
class TracedLives {
  readonly stories: LifeStory[] = []
  private readonly numbers = new Map<string, number>()
  private readonly trace: number[] = []

  fresh(told: number): number[] {
    return Array.from({ length: this.stories.length - told }, (_, at) => told + at)
  }

  numberOf(number: number, group: GroupLives, plan: FactPlan, parameters: Parameters, stream: Stream): number {
    const life = group.lifeOf(number)
    const length = drawTrace(plan, life, parameters, stream, this.trace)
    const trace = this.trace.slice(0, length)
    const key = `${number} ${trace.join(' ')}`
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    this.numbers.set(key, this.stories.length)
    return this.stories.push({ life, trace }) - 1
  }
}

function clear({ referred, starts, inService, dropouts, completions, successes, anyway }: GroupActivity): void {
  referred.fill(0)
  starts.fill(0)
  inService.fill(0)
  dropouts.fill(0)
  completions.fill(0)
  successes.fill(0)
  anyway.fill(0)
}

function larger(column: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * column.length)
  grown.set(column)
  return grown
}
