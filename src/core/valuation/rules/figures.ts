/**
 * The figures of one dated rule, under the law of each day or under that of one day for all.
 *
 *     new RuleReader(catalogue, 'shelter', { law: {}, at }).value('cap-days', 1 April 2026)                        →  90
 *     new RuleReader(catalogue, 'shelter', { law: { asOf: 1 May 2024 }, at }).value('cap-days', 1 April 2026)      →  120
 *
 * Rows of one figure that begin on one day are a set, say the steps of a ladder; a set holds until the next begins, or until
 * its own last day. The case that surprises: a statutory amount is stated at a level and regulated each year, so a row is
 * still used after its year, with a notice that it is not regulated up.
 *
 * Problems, each told once: rule-figure-missing (wrong); rule-figure-old, rule-figure-unverified (notices).
 */
import { type Day, type Place, type Problem, dayText, partsOf, problem } from '../../base/index.ts'
import { type Catalogue, type Law, type RuleFigure } from '../catalogue/catalogue.ts'
import { isDoubtful } from '../catalogue/price-on.ts'

/** How a rule is run: under which law, and the place that its problems are about. */
export type RuleUse = { law: Law; at: Place }

/** `toldYear` is the year for which the set was last told of; month after month the same one is asked for. */
type FigureSet = { from: Day; through: Day | undefined; rows: readonly RuleFigure[]; toldYear: number | undefined }

export class RuleReader {
  private readonly told = new Map<string, Problem>()
  private readonly sets = new Map<string, readonly FigureSet[]>()
  private readonly rows: readonly RuleFigure[]
  private readonly rule: string
  private readonly use: RuleUse

  constructor(catalogue: Catalogue, rule: string, use: RuleUse) {
    this.rows = catalogue.rules.get(rule) ?? []
    this.rule = rule
    this.use = use
  }

  /** What was found wrong or doubtful with the figures asked for so far. */
  get problems(): Problem[] {
    return [...this.told.values()]
  }

  /** The steps in force, the lowest first; none where the law of the day has no such figure, which is not a fault. */
  stepsIfAny(figure: string, on: Day): readonly RuleFigure[] {
    const day = this.use.law.asOf ?? on
    const set = this.setsOf(figure).findLast(({ from }) => from <= day)
    if (set === undefined || (set.through !== undefined && set.through < day)) return []
    const { year } = partsOf(day)
    if (set.toldYear !== year) for (const row of set.rows) this.tellOf(row, year)
    set.toldYear = year
    return set.rows
  }

  /** The steps in force; where there are none, that is a problem. */
  steps(figure: string, on: Day): readonly RuleFigure[] {
    const rows = this.stepsIfAny(figure, on)
    if (rows.length === 0) {
      const facts = { rule: this.rule, figure, on: dayText(this.use.law.asOf ?? on) }
      this.tell(figure, () => problem('rule-figure-missing', 'wrong', this.use.at, facts))
    }
    return rows
  }

  /** The figure in force, of one that has no steps. */
  value(figure: string, on: Day): number | undefined {
    return this.steps(figure, on)[0]?.value
  }

  valueIfAny(figure: string, on: Day): number | undefined {
    return this.stepsIfAny(figure, on)[0]?.value
  }

  private setsOf(figure: string): readonly FigureSet[] {
    const known = this.sets.get(figure)
    if (known !== undefined) return known
    const rows = this.rows.filter((row) => row.figure === figure)
    const days = [...new Set(rows.map((row) => row.valid.from))].sort((a, b) => a - b)
    const sets = days.map((from) => {
      const begun = rows.filter((row) => row.valid.from === from).sort((a, b) => a.from - b.from)
      return { from, through: begun[0]?.valid.through, rows: begun, toldYear: undefined }
    })
    this.sets.set(figure, sets)
    return sets
  }

  private tellOf({ figure, label, levelYear, provenance }: RuleFigure, year: number): void {
    const { rule, use } = this
    if (levelYear !== undefined && year > levelYear) {
      const facts = { rule, label, level: String(levelYear), year: String(year) }
      this.tell(`old ${figure} ${levelYear}`, () => problem('rule-figure-old', 'notice', use.at, facts))
    }
    if (isDoubtful(provenance)) {
      const { grade, confidence, source } = provenance
      const facts = { rule, label, grade, confidence, source }
      this.tell(`doubtful ${figure} ${source}`, () => problem('rule-figure-unverified', 'notice', use.at, facts))
    }
  }

  private tell(key: string, found: () => Problem): void {
    if (!this.told.has(key)) this.told.set(key, found())
  }
}

/** One figure of a rule on a day, say the net tax factor: `ruleValue(catalogue, { rule: 'economic', figure: 'net-tax-factor', on }, use)`. */
export function ruleValue(
  catalogue: Catalogue,
  { rule, figure, on }: { rule: string; figure: string; on: Day },
  use: RuleUse,
): { value: number | undefined; problems: Problem[] } {
  const reader = new RuleReader(catalogue, rule, use)
  const value = reader.value(figure, on)
  return { value, problems: reader.problems }
}
