/** Why a row of facts is refused, where the reason takes more than a line to tell. */
import { type Day, type Place, type Problem, dayText, problem } from '../base/index.ts'
import { AlikeProblems, numbersToPaste } from '../text/index.ts'
import { type FactMeasure } from './fact-measure.ts'
import { LeftOut } from './left-out.ts'
import { NO_CODE } from './measure-facts.ts'
import { type ProblemList, nearestWord, reportTo } from './problem-list.ts'
import { ROW_REFUSED, units } from './roster.ts'

/**
 * Rows that are refused for whom they are about or what they say. Rows of a file with one fault and one remedy are told
 * together, and rows about somebody whose own row was refused are counted for `left-out.ts`.
 */
export class FactRefusals {
  readonly leftOut = new LeftOut()
  private readonly problems: ProblemList
  private readonly alike = new AlikeProblems()
  /** Those with a value that was refused. */
  private readonly measures = new Map<string, FactMeasure>()
  private readonly isRosterUnread: boolean

  constructor(problems: ProblemList, isRosterUnread: boolean) {
    this.problems = problems
    this.isRosterUnread = isRosterUnread
  }

  /** Nobody, somebody unknown, somebody whose own row was refused, or somebody the measure is not about. */
  person(at: () => Place, { name, terms }: FactMeasure, { id, code, place }: Named): void {
    const facts = { measure: name, person: id }
    if (id === '') reportTo(this.problems, 'fact-person-missing', 'wrong', at, () => facts)
    else if (place >= 0) {
      const both = () => ({ ...facts, of: terms.of, unit: units[place & 3]! })
      reportTo(this.problems, 'fact-unit-differs', 'wrong', at, both)
    } else if (place === ROW_REFUSED || this.isRosterUnread) this.leftOut.add(at().file, code)
    else this.alike.add(`unknown ${id}`, at().line, () => problem('fact-person-unknown', 'wrong', at(), facts))
  }

  /** A value, by its code, that the measure cannot have. */
  value(at: () => Place, measure: FactMeasure, code: number): void {
    const found = measure.values.faultOf(code)!
    this.measures.set(measure.name, measure)
    // A word of reading.yaml mends all that are ambiguous; other values are mended one by one.
    const value = found.severity === 'unsettled' ? '' : String(code)
    const describe = () => ({ ...found, at: at(), facts: { ...found.facts, measure: measure.name } })
    this.alike.add(`${found.code} ${measure.name} ${value}`, at().line, describe)
  }

  dayless(at: () => Place): void {
    reportTo(this.problems, 'fact-day-missing', 'wrong', at)
  }

  disordered(at: () => Place, from: Day, to: Day): void {
    const facts = () => ({ from: dayText(from), to: dayText(to) })
    reportTo(this.problems, 'fact-days-disordered', 'wrong', at, facts)
  }

  lacks(code: 'fact-value-missing' | 'fact-item-missing', at: () => Place, measure: string): void {
    reportTo(this.problems, code, 'wrong', at, () => ({ measure }))
  }

  /** The end of a file, whose fields `delimiter` sets apart: that decides how a number can be written in it. */
  tellAlike(delimiter: string | undefined): void {
    for (const found of this.alike.told()) {
      const { rowsAlike } = found.facts
      const told = found.code === 'fact-value-ambiguous' ? this.withWays(found, delimiter) : found
      this.problems.keepOfMany(told, typeof rowsAlike === 'number' ? rowsAlike : 1)
    }
  }

  /** Both numbers as they can be written in the field, and the manner that the other values of the measure show. */
  private withWays(found: Problem, delimiter: string | undefined): Problem {
    const { value, readings, measure } = found.facts as { value: string; readings: readonly string[]; measure: string }
    const inField = numbersToPaste(value, readings, delimiter)
    const shown = this.measures.get(measure)!.values.withManner(found)
    return { ...shown, choices: [...inField, ...shown.choices] }
  }
}

/** Whom a row names: the id and its code, and the place of its row × 4 + its unit, or why there is none. */
type Named = { id: string; code: number; place: number }

/** No kind, or a word that is none, where the measure has kinds. */
export function refuseKind(
  problems: ProblemList,
  at: () => Place,
  { name, terms }: FactMeasure,
  found: string,
): number {
  const known = [...terms.kinds!.keys()]
  const facts = () => ({ measure: name, found, known })
  if (found === '') reportTo(problems, 'fact-kind-missing', 'wrong', at, facts)
  else reportTo(problems, 'fact-kind-unknown', 'wrong', at, facts, nearestWord(found, known))
  return NO_CODE
}
