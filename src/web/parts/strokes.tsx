/**
 * The three strokes: thick for what is reached, dotted for what can still come, thin for what was planned and cannot come
 * any more. Reached + open + lost is the whole width.
 *
 *     ━━━━━━━━━ ● ● ● ● ● ● ────────┤
 *
 * Positions are percentages of the width, so the drawing fits any column while the strokes keep their weight. It is hidden
 * from whoever listens to the page: the figures stand beside it in words.
 */

export type Shares = { reached: bigint; open: bigint; lost: bigint }

export function Strokes({ shares, isLarge = false }: { shares: Shares; isLarge?: boolean }) {
  const whole = shares.reached + shares.open + shares.lost
  const reached = percentOf(shares.reached, whole)
  const open = percentOf(shares.reached + shares.open, whole)
  const [middle, top, bottom] = isLarge ? [15, 8, 22] : [8, 1, 15]
  return (
    <svg class={isLarge ? 'strokes large' : 'strokes'} aria-hidden="true" focusable="false">
      <line class="thin" x1="0" x2="100%" y1={middle} y2={middle} />
      {shares.open > 0n && (
        <>
          <line class="cleared" x1={reached} x2={open} y1={middle} y2={middle} />
          <line class="dots" x1={reached} x2={open} y1={middle} y2={middle} />
        </>
      )}
      {shares.reached > 0n && <line class="thick" x1="0" x2={reached} y1={middle} y2={middle} />}
      <line class="end" x1="100%" x2="100%" y1={top} y2={bottom} />
    </svg>
  )
}

/** Hundredths of a per cent are finer than any screen. */
function percentOf(part: bigint, whole: bigint): string {
  return whole === 0n ? '0%' : `${Number((part * 10000n) / whole) / 100}%`
}

/** The mark of Bundlinje: the three strokes under each other. */
export function Mark({ width = 26 }: { width?: number }) {
  return (
    <svg width={width} height={(width * 20) / 26} viewBox="0 0 26 20" aria-hidden="true" focusable="false">
      <path d="M0 3h26" stroke="#1a1a1a" stroke-width="1.5" />
      <path d="M0 10h26" stroke="#1a1a1a" stroke-width="5" />
      <path
        d="M1.75 17h24"
        stroke="#1a1a1a"
        stroke-width="3.5"
        stroke-linecap="round"
        stroke-dasharray="0 7.4"
        fill="none"
      />
    </svg>
  )
}

/** One short stroke for a key: what thick, dotted and thin stand for. */
export function KeyStroke({ kind }: { kind: 'thin' | 'thick' | 'dots' }) {
  const strokes = {
    thin: <path d="M0 6h40" stroke="#1a1a1a" stroke-width="1.5" />,
    thick: <path d="M0 6h40" stroke="#1a1a1a" stroke-width="10" />,
    dots: <path d="M3 6h36" stroke="#1a1a1a" stroke-width="5" stroke-linecap="round" stroke-dasharray="0 11" />,
  }
  return (
    <svg width="40" height="12" aria-hidden="true" focusable="false">
      {strokes[kind]}
    </svg>
  )
}
