/** Whether an answer of drawn numbers is within sampling error of the expected one, and of the means that have a formula. */
import { existsSync, readFileSync } from 'node:fs'

/** Figures by name, in any depth. */
export type Figures = number | readonly Figures[] | { readonly [name: string]: Figures }

export type ExpectedDraws = {
  value: { readonly draws: number; readonly [name: string]: Figures }
  /** By figure: the standard error of one answer times √n. */
  spread: { readonly [name: string]: Figures }
  exact: { readonly [name: string]: Figures }
}

const errorsMost = 4

/** Undefined for a right answer; otherwise the figure that is furthest off. */
export function howFarOff(path: string, { value, spread, exact }: ExpectedDraws): string | undefined {
  if (!existsSync(path)) return 'no answer'
  const answer = JSON.parse(readFileSync(path, 'utf8')) as { draws: number; [name: string]: Figures }
  const { draws, ...expected } = value
  const found = [
    ...offs('', expected, answer, spread, Math.sqrt(1 / answer.draws + 1 / draws)),
    ...offs('exact ', exact, answer, spread, Math.sqrt(1 / answer.draws)),
  ]
  const worst = found.reduce((most, one) => (one.errors <= most.errors ? most : one))
  return worst.errors <= errorsMost ? undefined : `${worst.name} is ${worst.errors.toFixed(1)} standard errors off`
}

type Off = { name: string; errors: number }

function offs(
  name: string,
  wanted: Figures,
  found: Figures | undefined,
  spread: Figures | undefined,
  scale: number,
): Off[] {
  if (typeof wanted === 'number') {
    const errors = Math.abs(Number(found) - wanted) / (Number(spread) * scale)
    return [{ name, errors: Number.isNaN(errors) ? Infinity : errors }]
  }
  const [inFound, inSpread] = [found, spread] as ({ readonly [name: string]: Figures } | undefined)[]
  return Object.entries(wanted).flatMap(([key, inner]) =>
    offs(`${name}${key} `, inner, inFound?.[key], inSpread?.[key], scale),
  )
}
