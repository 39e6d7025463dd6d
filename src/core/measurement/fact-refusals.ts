/** Why a row of facts is refused, where the reason takes more than a line to tell. */
import { type Fact, type Place } from '../base/index.ts'
import { type FactMeasure } from './fact-measure.ts'
import { NO_CODE } from './measure-facts.ts'
import { type ProblemList, nearestWord, reportTo } from './problem-list.ts'
import { ROW_REFUSED, units } from './roster.ts'

/** Nobody, somebody unknown, somebody whose own row was refused, or somebody the measure is not about. */
export function refusePerson(
  problems: ProblemList,
  at: () => Place,
  { name, terms }: FactMeasure,
  person: string,
  place: number,
): number {
  const facts = (): Record<string, Fact> => ({ measure: name, person })
  if (person === '') reportTo(problems, 'fact-person-missing', 'wrong', at, facts)
  else if (place === ROW_REFUSED) reportTo(problems, 'fact-person-refused', 'wrong', at, facts)
  else if (place < 0) reportTo(problems, 'fact-person-unknown', 'wrong', at, facts)
  else {
    const both = () => ({ ...facts(), of: terms.of, unit: units[place & 3]! })
    reportTo(problems, 'fact-unit-differs', 'wrong', at, both)
  }
  return NO_CODE
}

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
