/** Aftalen på dansk: de samme funktioner, under de samme navne, som mappen `en` har på engelsk. */
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
  language: 'da',
  and,
  is: 'er',
  value,
  condition,
  relativeOf,
  bounds,
  valueName: (letter) => `værdi ${letter}`,
  curve: (node: Value, name: string, t: Telling) =>
    isCurve(node)
      ? curve(node, { verb: (give) => `er ${name} ${give}`, noun: name, nothing: '0' }, { ...t, definitions: [] })
      : [],
}

export const danish: Wording = {
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
