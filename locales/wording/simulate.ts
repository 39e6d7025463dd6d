/** What each language says of a simulation: the page of the command line and its pictures. */
import { type Tie } from '../../src/core/simulation/index.ts'

export type SimulateWords = {
  /** Under the title: how many draws, from which seed. */
  basis: (facts: { draws: string; seed: string; scenario: string }) => string
  /** Who says what is paid. */
  ways: { byLife: string; whole: (why: readonly string[]) => string; byModel: string; nobody: string }
  ties: Record<Tie, string>
  doubtful: (count: number) => string
  headline: (facts: { chance: string; amount: string; error: string }) => string
  heads: { owners: string; investor: string; years: string; estimates: string }
  columns: {
    owner: string
    mean: string
    error: string
    low: string
    middle: string
    high: string
    gain: string
    year: string
    estimate: string
    atLow: string
    atHigh: string
    worthKnowing: string
    costs: string
    left: string
  }
  investor: {
    loss: (chance: string, error: string) => string
    rate: (low: string, middle: string, high: string) => string
    withoutRate: (share: string) => string
    flows: (putIn: string, cameBack: string) => string
  }
  /** Under the table of estimates: what the figures mean. */
  knowing: (all: string) => string
  progress: string
  stopped: string
  written: (path: string) => string
  bands: (title: string) => string
}
