/**
 * How far each estimate moves the result: a thin line from its low to its high, one scale of kroner for all, better to the right.
 *
 *     Effekt tabt om året         −616.000 ved 24 % ├────────┼──────┤ 278.000 ved 10 %
 *
 * The upright tick is the result as computed; the grey one is nothing. The words are at the ends of the line, so that no key is
 * needed.
 */
import { linear } from './linear.ts'

export type TornadoRow = {
  key: string
  label: string
  /** The result at the worse end and at the better, each with the words for it. */
  worse: { amount: number; text: string }
  better: { amount: number; text: string }
}

export function TornadoFigure({
  rows,
  base,
  baseText,
}: {
  rows: readonly TornadoRow[]
  base: number
  baseText: string
}) {
  const all = [base, 0, ...rows.flatMap(({ worse, better }) => [worse.amount, better.amount])]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const across = linear([least, most === least ? least + 1 : most], [1, 99])
  const at = (amount: number): string => `${Math.round(across(amount) * 100) / 100}%`
  return (
    <div class="tornado">
      <svg class="tornado-head" aria-hidden="true" focusable="false">
        <text class="chart-label bold" x={at(base)} y="14" text-anchor={lean(across(base))}>
          {baseText}
        </text>
        <line class="chart-tick" x1={at(base)} x2={at(base)} y1="20" y2="28" />
      </svg>
      <ol>
        {rows.map(({ key, label, worse, better }) => (
          <li key={key}>
            <p class="tornado-label">{label}</p>
            <svg class="tornado-row" aria-hidden="true" focusable="false">
              <line class="chart-ground" x1={at(0)} x2={at(0)} y1="0" y2="100%" />
              <line class="chart-tick" x1={at(base)} x2={at(base)} y1="2" y2="22" />
              <line class="chart-line" x1={at(worse.amount)} x2={at(better.amount)} y1="12" y2="12" />
              <line class="chart-tick" x1={at(worse.amount)} x2={at(worse.amount)} y1="7" y2="17" />
              <line class="chart-tick" x1={at(better.amount)} x2={at(better.amount)} y1="7" y2="17" />
            </svg>
            <p class="tornado-ends small quiet">
              <span>{worse.text}</span>
              <span>{better.text}</span>
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
}

const lean = (percent: number): 'start' | 'middle' | 'end' => (percent < 25 ? 'start' : percent > 75 ? 'end' : 'middle')
