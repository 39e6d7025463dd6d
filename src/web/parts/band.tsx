/**
 * The band: the three strokes at full width, with what each is worth at the start of its stretch.
 *
 *     1.798.875 kr.      2.772.000 kr.                709.125 kr.
 *     optjent            åbent                        ikke opnået
 *     ━━━━━━━━━━━━━━━━━  ● ● ● ● ● ● ● ● ● ● ● ● ●  ──────────────┤
 *
 * Stretches too narrow for their words, and every phone, get the words as a key above the line instead.
 */
import { bareAmountText, currencyWord } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type Reader } from '../reader.ts'
import { Amount } from './amount.tsx'
import { KeyStroke, type Shares, Strokes } from './strokes.tsx'

type BandProps = { reader: Reader; shares: Shares; currency: string }

/** The least part of the width a label needs. */
const narrowest = 0.125

export function Band({ reader, shares, currency }: BandProps) {
  const { locale, words } = reader
  const stretches = [
    { kind: 'thick' as const, money: shares.reached, says: words.strokes.reached },
    { kind: 'dots' as const, money: shares.open, says: words.strokes.open },
    { kind: 'thin' as const, money: shares.lost, says: words.strokes.lost },
  ]
  const whole = shares.reached + shares.open + shares.lost
  const present = stretches.filter(({ money }) => money > 0n)
  const isNarrow = present.some(({ money }) => Number(money) < narrowest * Number(whole))
  return (
    <div class={isNarrow ? 'band narrow' : 'band'}>
      <ul class="band-key">
        {stretches.map(({ kind, money, says }) => (
          <li key={kind}>
            <KeyStroke kind={kind} />
            <span class="band-money">
              <Amount money={money} currency={currency} locale={locale} />
            </span>
            <span class="quiet">{says}</span>
          </li>
        ))}
      </ul>
      {!isNarrow && <Labels stretches={present} whole={whole} currency={currency} locale={locale} />}
      <Strokes shares={shares} isLarge />
    </div>
  )
}

type Stretch = { kind: string; money: bigint; says: string }

/** The key says it all to whoever listens, so the labels at the line are drawn only. */
function Labels({
  stretches,
  whole,
  currency,
  locale,
}: {
  stretches: Stretch[]
  whole: bigint
  currency: string
  locale: Locale
}) {
  let before = 0n
  return (
    <svg class="band-labels" aria-hidden="true" focusable="false">
      {stretches.map(({ kind, money, says }) => {
        const at = whole === 0n ? '0%' : `${Number((before * 10000n) / whole) / 100}%`
        before += money
        const number = bareAmountText(money, currency, locale)
        const unit = currencyWord(currency, locale)
        return (
          <g key={kind}>
            <text x={at} y="20" class={kind === 'thick' ? 'band-figure first' : 'band-figure'}>
              {locale === 'en' && (
                <>
                  <tspan class="band-unit">{unit}</tspan>
                  {'\u00a0'}
                </>
              )}
              {number}
              {locale === 'da' && (
                <>
                  {'\u00a0'}
                  <tspan class="band-unit">{unit}</tspan>
                </>
              )}
            </text>
            <text x={at} y="42" class="band-says">
              {says}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
