/**
 * The three strokes, drawn with characters: thick is reached, dotted is open, thin is planned and cannot be reached any more.
 *
 *     ━━━━━━━━━┄┄┄┄┄┄┄┄────┤
 */
import { apportion, fromBigInt } from '../core/base/index.ts'

export type Strokes = { reached: bigint; open: bigint; lost: bigint }

/** The line, `width` places with its end stop. What there is any of has at least one place; without anything it is thin. */
export function strokesText({ reached, open, lost }: Strokes, width: number): string {
  const places = width - 1
  const parts = [reached, open, lost].map((part) => (part > 0n ? part : 0n))
  const present = parts.filter((part) => part > 0n).length
  if (present === 0) return `${'─'.repeat(places)}┤`
  const shared = apportion(BigInt(places - present), parts.map(fromBigInt))
  const [thick = 0, dots = 0, thin = 0] = parts.map((part, index) => Number(shared[index]!) + (part > 0n ? 1 : 0))
  return `${'━'.repeat(thick)}${'┄'.repeat(dots)}${'─'.repeat(thin)}┤`
}

/** A share of the most, from −1 to 1, as a thin line to the left or right of nothing: `     ──│`, `│────`. */
export function barText(share: number, width: number): string {
  const half = Math.floor(width / 2)
  const length = Math.round(Math.min(1, Math.abs(share)) * half)
  const stroke = '─'.repeat(length)
  return share < 0 ? `${stroke.padStart(half)}│` : `${' '.repeat(half)}│${stroke}`
}
