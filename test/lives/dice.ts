/**
 * Dice: the choices of an invented agreement and its lives, all from one seed and the number of the case.
 *
 *     const dice = diceOf('today', 7)
 *     dice.pick(['down', 'up'])   dice.chance(30)   dice.between(2, 5)
 */
import { randomFrom } from '../../src/core/base/index.ts'

export type Dice = {
  /** Yes in so many cases of a hundred. */
  chance: (percent: number) => boolean
  /** A whole number from `least` to `most`, both included. */
  between: (least: number, most: number) => number
  pick: <T>(items: readonly T[]) => T
  /** Some of the items in their own order, at least so many. */
  some: <T>(items: readonly T[], least: number) => T[]
  shuffled: <T>(items: readonly T[]) => T[]
  /** One of the ways, tried as often as its weight says. */
  weighted: <T>(ways: readonly (readonly [number, T])[]) => T
}

export function diceOf(seed: string, number: number): Dice {
  const random = randomFrom(seed, number)
  const below = (count: number): number => random.below(count)
  const chance = (percent: number): boolean => below(100) < percent
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!
  const shuffled = <T>(items: readonly T[]): T[] => {
    const mixed = [...items]
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = below(last + 1)
      ;[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!]
    }
    return mixed
  }
  return {
    chance,
    pick,
    shuffled,
    between: (least, most) => least + below(most - least + 1),
    some: (items, least) => {
      const count = Math.min(items.length, least + below(Math.max(1, items.length - least + 1)))
      const taken = new Set(shuffled(items.map((_, index) => index)).slice(0, count))
      return items.filter((_, index) => taken.has(index))
    },
    weighted: (ways) => {
      let left = below(ways.reduce((sum, [weight]) => sum + weight, 0))
      for (const [weight, way] of ways) {
        if (left < weight) return way
        left -= weight
      }
      return ways.at(-1)![1]
    },
  }
}
