/**
 * What is told of the agreement as a whole in a draw, or of a group of it by its name: figures, events and states that are nobody's.
 *
 *     { measure: comparison-work, on: 30 June 2022, is: 17.3 % }                    →   ,comparison-work,2022-06-30,,0.173
 *     { measure: comparison-work, on: 30 June 2022, of: viborg, is: 20 % }          →   viborg,comparison-work,2022-06-30,,0.2
 *     { measure: closed, from: 1 March 2023, through: 31 May 2023, chance: 10 % }   →   ,closed,2023-03-01,2023-06-01, in one draw of ten
 *
 * Figures and chances are numbers of the case, so they may be estimates that each draw gives another value - the one that the
 * valuation of the draw is made with. Whether something happens is decided by numbers of its own: the people of a draw are the
 * same whatever happens to the agreement.
 */
import { type Day } from '../base/index.ts'
import { type Figure, type Parameters, figure } from '../valuation/index.ts'
import { Stream } from './stream.ts'

/** What may be told of a measure: of the agreement where no group is named. A figure is always told, and an event has no last day. */
export type AgreementModel = {
  measure: string
  ofKind: string | undefined
  group: string | undefined
  from: Day
  through: Day | undefined
  is: Figure | undefined
  chance: Figure | undefined
}

/** What is told in one draw, and the agreement it is told of where there are several. */
export type AgreementFact = {
  measure: string
  ofKind: string | undefined
  group: string | undefined
  from: Day
  through: Day | undefined
  value: number | undefined
  agreement: string | undefined
}

const nothing: AgreementFact[] = []

/** Tells what happens in one draw of a chunk after the other, each with its inputs. */
export function agreementTeller(
  models: readonly AgreementModel[],
  { seed, chunk }: { seed: string; chunk: number },
): (parameters: Parameters) => readonly AgreementFact[] {
  if (models.length === 0) return () => nothing
  const stream = new Stream(`${seed} of the agreement`, chunk)
  return (parameters) =>
    models.flatMap(({ is, chance, ...told }) => {
      // A number is taken for each that may happen, whatever the chance is, so that each has its own in every draw.
      if (chance !== undefined && stream.next() >= figure(chance, parameters)) return []
      return [{ ...told, value: is === undefined ? undefined : figure(is, parameters), agreement: undefined }]
    })
}
