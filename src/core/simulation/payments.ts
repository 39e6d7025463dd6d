/**
 * What the contract pays in each draw, by the way its terms allow.
 *
 *     const payments = new ContractPayments(contract)
 *     payments.settle(people)   →   what each draw pays, by statement and pair, in minor units
 *
 * The lives of a draw are numbered by group; a life that is met for the first time is learnt from the ordinary engine.
 */
import { type Day } from '../base/index.ts'
import { settlementDays } from '../settlement/index.ts'
import { type AgreementFact } from './agreement-facts.ts'
import { DrawStatements, type Payable } from './draw-statements.ts'
import { LifeEarnings } from './life-earnings.ts'
import { type LifeStory } from './life-facts.ts'
import { type Contract, readLives } from './ordinary.ts'
import { type Tie, tiesOf } from './way.ts'
import { settleDraws } from './whole-draws.ts'

/** The people of a chunk of draws by number, and what their numbers stand for. */
export type DrawnPeople = {
  draws: number
  /** The numbers of draw d are lives[firstOf[d]] … lives[firstOf[d + 1] − 1]. */
  lives: Int32Array
  firstOf: Int32Array
  storyOf: (life: number) => LifeStory
  /** The lives that have not been told of before under their number, among them all that are in these draws. */
  fresh: readonly number[]
  /** What is told of the agreement and its groups in a draw. */
  toldIn: (draw: number) => readonly AgreementFact[]
}

export class ContractPayments {
  /** The days of the statements. */
  readonly days: readonly Day[]
  /** Why every draw has to be settled as a whole; nothing where life by life will do. */
  readonly ties: readonly Tie[]
  private byLife: { earnings: LifeEarnings; statements: DrawStatements } | undefined

  constructor(private readonly contract: Contract) {
    this.days = settlementDays(contract.versions.at(-1)!.agreement)
    this.ties = tiesOf(
      contract.versions.map(({ agreement }) => agreement),
      contract.told.length > 0,
    )
    if (this.ties.length > 0) return
    const settleNobody = readLives(contract, [])
    const nobody = this.days.map((day) => settleNobody(day))
    const earnings = new LifeEarnings(contract, this.days, settleNobody, nobody)
    this.byLife = { earnings, statements: new DrawStatements(earnings, nobody) }
  }

  settle(people: DrawnPeople): Payable {
    if (this.byLife === undefined) {
      const draws = Array.from({ length: people.draws }, (_, draw) => storiesOf(people, draw))
      return settleDraws(this.contract, draws, this.days, people.toldIn)
    }
    const { earnings, statements } = this.byLife
    if (people.fresh.length > 0) {
      earnings.learn(people.fresh.map((number) => ({ number, story: people.storyOf(number) })))
      statements.takeIn()
    }
    return statements.stateAll(people.lives, people.firstOf, people.draws)
  }
}

/** The people of one draw. */
export function storiesOf({ lives, firstOf, storyOf }: DrawnPeople, draw: number): LifeStory[] {
  return Array.from(lives.subarray(firstOf[draw], firstOf[draw + 1]), storyOf)
}
