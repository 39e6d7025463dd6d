/** The agreement in English: the same functions, under the same names, as the folder `da` has in Danish. */
import { type Value } from '../../expression.ts'
import { type Telling, type Tongue } from '../telling.ts'
import { type Wording } from '../wording.ts'
import { and, calendar } from './calendar.ts'
import { bounds, condition, relativeOf } from './conditions.ts'
import { curve, isCurve } from './curves.ts'
import { events, exit, parameters, payers, settlement } from './endings.ts'
import { goal } from './goals.ts'
import { limit } from './limits.ts'
import { headings, markNote, nouns } from './headings.ts'
import { questions } from './questions.ts'
import { value } from './values.ts'
import { effort, group, measure, parties, people, purpose } from './parts.ts'
import { ownPayment } from './payments.ts'
import { security } from './securities.ts'

export { calendar }

const tongue: Tongue = {
  language: 'en',
  and,
  is: 'is',
  value,
  condition,
  relativeOf,
  bounds,
  valueName: (letter) => `value ${letter}`,
  curve: (node: Value, name: string, t: Telling) =>
    isCurve(node)
      ? curve(node, { verb: (give) => `${name} is ${give}`, noun: name, nothing: '0' }, { ...t, definitions: [] })
      : [],
}

export const english: Wording = {
  tongue,
  headings,
  parties,
  purpose,
  effort,
  people,
  measure,
  group,
  goal,
  payment: ownPayment,
  limit,
  payers,
  settlement,
  exit,
  events,
  security,
  parameters,
  nouns,
  questions,
  markNote,
}
