/**
 * What is told of the agreement as a whole in a draw: figures that are nobody's, such as how many of a comparison group are in work.
 *
 *     { measure: comparison-work, on: 30 June 2022, is: 17.3 % }   →   ,comparison-work,2022-06-30,,0.173
 *
 * A figure is a number of the case, so it may be an estimate that each draw gives another value - the one that the valuation of the
 * draw is made with.
 */
import { type Day } from '../base/index.ts'
import { type Figure, type Parameters, figure } from '../valuation/index.ts'

/** A measure of the agreement, and what it is on a day. */
export type FigureModel = { measure: string; on: Day; is: Figure }

/** The same in one draw, and the agreement it is told of where there are several. */
export type FigureDrawn = { measure: string; on: Day; value: number; agreement: string | undefined }

export function figuresIn(models: readonly FigureModel[], parameters: Parameters, agreement?: string): FigureDrawn[] {
  return models.map(({ measure, on, is }) => ({ measure, on, value: figure(is, parameters), agreement }))
}
