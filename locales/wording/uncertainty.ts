/** What each language says of a case that chance has been let into: its page, and where its figures stand on others. */
export type UncertaintyWords = {
  title: string
  /** Where it leads from the case: what is there. */
  see: string
  basis: (facts: { draws: string; seed: string; scenario: string }) => string
  /** A share of so many draws: in so many of a hundred, in none of them, in all. */
  gain: (share: number, draws: number) => string
  loss: (share: number, draws: number) => string
  /** The case reckoned once, at the likely numbers where it has any and at the means, beside the mean of the draws. */
  once: (facts: { likely: string | undefined; means: string; mean: string; error: string }) => string
  /** How far the last two are from each other, and why; amounts have their sign, plus being better for the municipality. */
  apart: {
    alike: string
    difference: (facts: { all: string; repaid: string | undefined; rest: string }) => string
    /** Of the repayment: it has a cap or a floor, or the contract's terms are run in the draws. */
    limits: Record<'cap' | 'floor' | 'both', string>
    terms: string
    /** How many futures the contract's cap or floor is met in, and what of the difference in repayment it makes beside the rest. */
    bounds: (facts: {
      capped: string | undefined
      raised: string | undefined
      repaid: string
      bounds: string
      terms: string
    }) => string
    /** Of everything else. */
    rest: string
  }
  multiples: (low: string, middle: string, high: string) => string
  mean: (facts: { amount: string; error: string; isGain: boolean }) => string
  /** The form. */
  seed: string
  draws: string
  show: string
  drawsFault: (found: string, least: string, most: string) => string
  seedFault: (most: number) => string
  /** While it is being worked out. */
  working: (percent: string, draws: string) => string
  waiting: (before: number) => string
  crowded: string
  failed: string
  changed: string
  again: string
  workingLabel: string
  ownersSay: string
  investor: {
    title: string
    spread: string
    multiple: string
    rate: string
    level: string
    /** Under the bars: the longest they are, and what is left of 1. */
    bars: (most: string) => string
    barsTitle: (loss: string) => string
    backAt: string
  }
  years: { says: string; ends: string; title: string }
  tornado: { title: string; says: string; base: string; others: (count: number) => string }
  knowing: {
    title: string
    says: string
    /** The number most worth measuring, in a sentence. */
    best: (facts: {
      label: string
      worth: string
      error: string
      cost: string | undefined
      left: string | undefined
    }) => string
    notWorth: (facts: { label: string; worth: string; cost: string; lost: string }) => string
    nothing: string
    costUnknown: string
    all: (amount: string) => string
    columns: { estimate: string; worth: string; error: string; cost: string; left: string }
  }
  files: {
    title: string
    says: string
    draws: string
    facts: string
    noFacts: string
    command: string
    sameSeed: string
  }
  /** In the workshop, where the reader's own browser draws. */
  workshop: {
    withoutScript: string
    drawing: (percent: string) => string
    renewing: string
    none: string
    basis: (draws: string, seed: string) => string
    byModel: string
  }
}
