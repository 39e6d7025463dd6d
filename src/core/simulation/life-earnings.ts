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
import { type LifeStory, showsAs } from './life-facts.ts'
import { type Contract, type SettleLives, readLives } from './ordinary.ts'
import { asksOfReferral, paidTerms, partLimits } from './way.ts'

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
  /** The profiles of lives by how they show, of as many as are worth keeping. */
  private readonly profileShown = new Map<string, number>()
  private readonly seesReferral: boolean
  /** What is earned whoever comes: fees. */
  readonly fixed: number[] = []
  /** Of nothing: where the floors of sums can stand when nothing was earned. */
  readonly lines: number[] = []
  private readonly slotOf = new Map<number, number>()
  private readonly earningOf = new Map<string, number>()
  private readonly versions: TermsVersion[]

  constructor(
    private readonly contract: Contract,
    private readonly days: readonly Day[],
    settleNobody: SettleLives,
    nobody: readonly Settled[],
  ) {
    // Limits on sums are applied to each draw; here only those on one person.
    this.versions = contract.versions.map((version) => ({
      ...version,
      agreement: { ...paidTerms(version.agreement), limits: partLimits(version.agreement).personal },
    }))
    this.seesReferral = asksOfReferral(contract.versions.map(({ agreement }) => agreement))
    const [fees, lines]: [Run[], Run[]] = [[], []]
    days.forEach((day, statement) => {
      this.addAmounts(settleNobody(day, [], this.versions), statement, () => fees)
      this.addLines(nobody[statement]!, statement, lines)
    })
    this.fixed.push(...this.earningsOf(fees))
    this.lines.push(...this.earningsOf(lines))
  }

  /** Asks about lives by their numbers; of those that show alike, about one. */
  learn(lives: readonly { number: number; story: LifeStory }[]): void {
    if (this.profileShown.size > shownMost) this.profileShown.clear()
    const asked = new Map<string, LifeStory>()
    const shown = lives.map(({ story }) => {
      const key = showsAs(story, this.contract.plans[story.life.group]!, this.seesReferral)
      if (!this.profileShown.has(key)) asked.set(key, story)
      return key
    })
    this.ask([...asked])
    lives.forEach(({ number }, at) => {
      while (number >= this.profileOf.length) this.profileOf = grown(this.profileOf)
      this.profileOf[number] = this.profileShown.get(shown[at]!)!
    })
  }

  private ask(asked: readonly (readonly [shown: string, story: LifeStory])[]): void {
    if (asked.length === 0) return
    const written = asked.map(([, story], at) => ({
      ...story,
      id: String(at + 1),
      agreement: undefined,
      plan: this.contract.plans[story.life.group]!,
    }))
    const settleTo = readLives(this.contract, written)
    const found: Run[][] = asked.map(() => [])
    this.days.forEach((day, statement) => {
      const settled = settleTo(day, [], this.versions)
      const { memberOf, count } = settled.context.roster
      const members = memberOf.reduce((sum, family) => sum + (family < 0 ? 0 : 1), 0)
      assert(count - members === asked.length, 'everybody who was written down was read')
      // The roster is in the order of the ids, families before their members. Fees are nobody's.
      this.addAmounts(settled, statement, (who) => found[who >= 0 && memberOf[who]! >= 0 ? memberOf[who]! : who])
    })
    asked.forEach(([shown], at) => this.profileShown.set(shown, this.profileNumber(this.earningsOf(found[at]!))))
  }

  private profileNumber(earnings: readonly number[]): number {
    const key = earnings.join(' ')
    const known = this.profileNumbers.get(key)
    if (known !== undefined) return known
    this.profileNumbers.set(key, this.profiles.length)
    return this.profiles.push(earnings) - 1
  }

  /** Adds what a statement has to the runs of whom it belongs to. Amounts that stand alike on statements in a row are one run. */
  private addAmounts(
    { earned: { entries }, final }: Settled,
    statement: number,
    runsOf: (who: number) => Run[] | undefined,
  ): void {
    for (let entry = 0; entry < entries.size; entry++) {
      const amount = final[entry]!
      assert(typeof amount === 'number', 'amounts that are rounded each are whole')
      if (amount === 0) continue
      const slot = this.slotNumber(entries.payment[entry]!, entries.day[entry]!, amount < 0, 0)
      addTo(runsOf(entries.who[entry]!), slot, amount, statement)
    }
  }

  /** The lines of nothing that floors on sums stand on. */
  private addLines({ earned: { entries } }: Settled, statement: number, runs: Run[]): void {
    for (let entry = 0; entry < entries.size; entry++) {
      const floor = limitOfLine(entries.result[entry]!) ?? 0
      if (floor > 0)
        addTo(runs, this.slotNumber(entries.payment[entry]!, entries.day[entry]!, false, floor), 0, statement)
    }
  }

  private slotNumber(payment: number, day: Day, isNegative: boolean, floor: number): number {
    // There are far fewer than a thousand payments, and than a thousand limits.
    const key = ((day * 1000 + payment) * 1000 + floor) * 2 + (isNegative ? 1 : 0)
    const known = this.slotOf.get(key)
    if (known !== undefined) return known
    this.slotOf.set(key, this.slots.length)
    return this.slots.push({ payment, day, isNegative, floor }) - 1
  }

  private earningsOf(runs: readonly Run[]): number[] {
    return runs.map((run) => {
      const key = `${run.slot} ${run.amount} ${run.first} ${run.last}`
      const known = this.earningOf.get(key)
      if (known !== undefined) return known
      this.earningOf.set(key, this.earnings.length)
      return this.earnings.push(run) - 1
    })
  }
}

/** More lives than this are not worth remembering: where there are so many, they seldom come again. */
const shownMost = 100_000

type Run = Earning

function addTo(runs: Run[] | undefined, slot: number, amount: number, statement: number): void {
  if (runs === undefined) return
  for (const run of runs) {
    if (run.slot !== slot || run.amount !== amount || run.last !== statement - 1) continue
    run.last = statement
    return
  }
  runs.push({ slot, amount, first: statement, last: statement })
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * column.length)
  larger.set(column)
  return larger
}
