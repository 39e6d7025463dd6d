/**
 * What each different life earns, and on which statements: asked once of the ordinary engine.
 *
 *     life 17 earns 170 000 by `success` on 15 March 2024, from the statement of 30 June 2024 on
 *
 * Equal earnings of different lives are one earning, and earnings of one payment and day share a slot: the limits on sums
 * look at nothing else. An earning that a later statement takes back ends there. Lives that earn the same have one profile.
 */
import { type Day, assert } from '../base/index.ts'
import { type Settled, limitOfLine } from '../settlement/index.ts'
import { type TermsVersion } from '../terms/index.ts'
import { type LifeStory } from './life-facts.ts'
import { type Contract, readLives } from './ordinary.ts'
import { partLimits } from './way.ts'

/** Where amounts are added up. `floor` is the number of the limit the slot is for, when nothing was earned; 0 for others. */
export type Slot = { payment: number; day: Day; isNegative: boolean; floor: number }

/** An amount in minor units, on statements `first` … `last`. */
export type Earning = { slot: number; amount: number; first: number; last: number }

export class LifeEarnings {
  readonly slots: Slot[] = []
  readonly earnings: Earning[] = []
  /** By life; 0 for one that earns nothing, or has not been asked about. */
  profileOf = new Int32Array(1024)
  /** The earnings of each profile. */
  readonly profiles: (readonly number[])[] = [[]]
  private readonly profileNumbers = new Map<string, number>([['', 0]])
  /** What is earned whoever comes: fees. */
  readonly fixed: number[] = []
  /** Of nothing: where the floors of sums can stand when nothing was earned. */
  readonly lines: number[] = []
  private readonly slotOf: NumbersByKey = new Map()
  private readonly earningOf: NumbersByKey = new Map()
  private readonly versions: TermsVersion[]

  constructor(
    private readonly contract: Contract,
    private readonly days: readonly Day[],
  ) {
    // Limits on sums are applied to each draw; here only those on one person.
    this.versions = contract.versions.map((version) => ({
      ...version,
      agreement: { ...version.agreement, limits: partLimits(version.agreement).personal },
    }))
    const settleNobody = readLives(contract, [])
    const fees = days.flatMap((day, statement) =>
      this.amountsOf(settleNobody(day, [], this.versions), statement, () => 0),
    )
    const lines = days.flatMap((day, statement) => linesOf(settleNobody(day), statement))
    this.fixed.push(...this.earningsIn(fees))
    this.lines.push(...this.earningsIn(lines))
  }

  /** Asks about lives by their numbers. */
  learn(lives: readonly { number: number; story: LifeStory }[]): void {
    if (lives.length === 0) return
    const written = lives.map(({ story }, at) => ({
      ...story,
      id: String(at + 1),
      agreement: undefined,
      plan: this.contract.plans[story.life.group]!,
    }))
    const settleTo = readLives(this.contract, written)
    const found: Amount[][] = lives.map(() => [])
    this.days.forEach((day, statement) => {
      const settled = settleTo(day, [], this.versions)
      const { roster } = settled.context
      const lifeOf = (who: number) => Number(roster.idOf(roster.memberOf[who]! >= 0 ? roster.memberOf[who]! : who)) - 1
      for (const amount of this.amountsOf(settled, statement, lifeOf)) found[amount.life]?.push(amount) // Fees are nobody's.
    })
    lives.forEach(({ number }, at) => this.keep(number, this.earningsIn(found[at]!)))
  }

  private keep(life: number, earnings: readonly number[]): void {
    while (life >= this.profileOf.length) this.profileOf = grown(this.profileOf)
    const key = earnings.join(' ')
    let profile = this.profileNumbers.get(key)
    if (profile === undefined) {
      profile = this.profiles.push(earnings) - 1
      this.profileNumbers.set(key, profile)
    }
    this.profileOf[life] = profile
  }

  private amountsOf(settled: Settled, statement: number, lifeOf: (who: number) => number): Amount[] {
    const { entries } = settled.earned
    return Array.from({ length: entries.size }, (_, entry): Amount => {
      const amount = settled.final[entry]!
      assert(typeof amount === 'number', 'amounts that are rounded each are whole')
      const who = entries.who[entry]!
      const slot = { payment: entries.payment[entry]!, day: entries.day[entry]!, isNegative: amount < 0, floor: 0 }
      return { life: who < 0 ? -1 : lifeOf(who), slot, amount, statement }
    }).filter(({ amount }) => amount !== 0)
  }

  /** Amounts that stand alike on statements in a row are one earning. The amounts are in the order of statements. */
  private earningsIn(amounts: readonly Amount[]): number[] {
    const runs: Earning[] = []
    for (const { slot: at, amount, statement } of amounts) {
      const slot = this.slotNumber(at)
      const going = runs.find((run) => run.slot === slot && run.amount === amount && run.last === statement - 1)
      if (going === undefined) runs.push({ slot, amount, first: statement, last: statement })
      else going.last = statement
    }
    return runs.map((run) => this.earningNumber(run))
  }

  private slotNumber(slot: Slot): number {
    const { payment, day, isNegative, floor } = slot
    return numberIn(this.slots, this.slotOf, slot, [day, payment, isNegative ? 1 : 0, floor])
  }

  private earningNumber(earning: Earning): number {
    const { slot, amount, first, last } = earning
    return numberIn(this.earnings, this.earningOf, earning, [amount, slot, first, last])
  }
}

/** The lines of nothing that floors on sums stand on. */
function linesOf({ earned: { entries } }: Settled, statement: number): Amount[] {
  return Array.from({ length: entries.size }, (_, entry): Amount => {
    const floor = limitOfLine(entries.result[entry]!) ?? 0
    const slot = { payment: entries.payment[entry]!, day: entries.day[entry]!, isNegative: false, floor }
    return { life: -1, slot, amount: 0, statement }
  }).filter(({ slot }) => slot.floor > 0)
}

type Amount = { life: number; slot: Slot; amount: number; statement: number }

/** Numbers by four whole numbers; those of the first are few that are alike in it, and are looked through. */
type NumbersByKey = Map<number, { key: readonly number[]; number: number }[]>

/** The number of one thing among all, by its key; a new one if the key is new. */
function numberIn<T>(all: T[], known: NumbersByKey, one: T, key: readonly [number, number, number, number]): number {
  const alike = known.get(key[0]) ?? []
  const found = alike.find(({ key: [, b, c, d] }) => b === key[1] && c === key[2] && d === key[3])
  if (found !== undefined) return found.number
  known.set(key[0], alike)
  alike.push({ key, number: all.length })
  return all.push(one) - 1
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * column.length)
  larger.set(column)
  return larger
}
