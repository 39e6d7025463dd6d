/**
 * The statements of a chunk of draws, everybody of a draw together: each draw is an agreement that the ordinary engine settles.
 *
 * For terms in which people depend on each other: group goals, shares of a cohort, quotas, caps on return. Each statement knows
 * those issued before it.
 */
import { type Day } from '../base/index.ts'
import { type IssuedStatement } from '../settlement/index.ts'
import { type AgreementFact } from './agreement-facts.ts'
import { type Pair, type Payable } from './draw-statements.ts'
import { type LifeStory } from './life-facts.ts'
import { type Contract, readLives } from './ordinary.ts'

/** Settles draws, each the stories of its people, to every day in turn. */
export function settleDraws(
  contract: Contract,
  draws: readonly (readonly LifeStory[])[],
  days: readonly Day[],
  toldIn: (draw: number) => readonly AgreementFact[],
): Payable {
  const written = draws.flatMap((stories, draw) =>
    stories.map((story, person) => ({
      ...story,
      id: `${draw + 1}-${person + 1}`,
      agreement: String(draw + 1),
      plan: contract.plans[story.life.group]!,
    })),
  )
  const names = draws.map((_, draw) => String(draw + 1))
  const told = names.flatMap((agreement, draw) => toldIn(draw).map((fact) => ({ ...fact, agreement })))
  const settleTo = readLives(contract, written, names, told)
  const pairs: Pair[] = []
  const pairOf = (payer: string, payee: string): number => {
    const known = pairs.findIndex((pair) => pair.payer === payer && pair.payee === payee)
    return known >= 0 ? known : pairs.push({ payer, payee }) - 1
  }
  const asked: { draw: number; statement: number; pair: number; amount: number }[] = []
  const issued: IssuedStatement[] = []
  days.forEach((to, statement) => {
    const { statements } = settleTo(to, issued)
    const lines = statements.flatMap(({ agreement, lines }) =>
      lines.flatMap(({ payment, shares }) => shares.map((share) => ({ agreement, payment, ...share }))),
    )
    for (const { agreement, payer, payee, payable: amount } of lines) {
      asked.push({ draw: Number(agreement) - 1, statement, pair: pairOf(payer, payee), amount: Number(amount) })
    }
    issued.push({ name: String(statement), to, knownAt: to, lines })
  })
  const all = new Float64Array(draws.length * days.length * pairs.length)
  for (const { draw, statement, pair, amount } of asked)
    all[(draw * days.length + statement) * pairs.length + pair]! += amount
  return { pairs, payable: all }
}
