/**
 * The three strokes, drawn with characters: thick is reached, dotted is open, thin is planned and cannot be reached any more.
 *
 *     ━━━━━━━━━┄┄┄┄┄┄┄┄────┤
 */

export type Strokes = { reached: bigint; open: bigint; lost: bigint }

/** The line, `width` places with its end stop. What there is any of gets at least one place. */
export function strokesText({ reached, open, lost }: Strokes, width: number): string {
  const places = width - 1
  const whole = reached + open + lost
  if (whole <= 0n) return `${'─'.repeat(places)}┤`
  const placesOf = (part: bigint) => (part <= 0n ? 0 : Math.max(1, Math.round((Number(part) / Number(whole)) * places)))
  const thick = Math.min(placesOf(reached), places)
  const dots = Math.min(placesOf(open), places - thick)
  const thin = places - thick - dots
  // Rounding leaves the last place to the part that is there, not to one that is not.
  if (lost <= 0n && open > 0n) return `${'━'.repeat(thick)}${'┄'.repeat(dots + thin)}┤`
  if (lost <= 0n) return `${'━'.repeat(places)}┤`
  return `${'━'.repeat(thick)}${'┄'.repeat(dots)}${'─'.repeat(thin)}┤`
}
