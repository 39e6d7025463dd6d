/**
 * How certain the draft is: the chance that the municipality gains and the investor loses, and the bands by year, drawn in the reader's
 * own browser while the draft rests.
 */
import { chanceText, multipleText, numberText, uncertaintyWords, wholeAmountText } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type CompiledCase } from '../../core/valuation/index.ts'
import { type DraftChance, type DraftDraws, type DraftSetting } from '../../operations/index.ts'
import { CaseBands } from '../parts/case-bands.tsx'

/** What the page tells the thread that draws, and what the thread tells the page. A newer number takes the place of an older. */
export type DrawAsked = { setting: DraftSetting } | ({ number: number; text: string } & DraftDraws)
export type DrawTold = { number: number; share: number } | { number: number; found: DraftChance | undefined }

/** As far as it is known: of this draft, or of one before it while this one is being drawn. */
export type ChanceShown = {
  share: number
  isDrawing: boolean
  /** Nothing where no draft has been drawn, or this one cannot be. */
  found: { chance: DraftChance; compiled: CompiledCase } | undefined
}

/** The seed of the command line, and so many draws that a slow machine has them within seconds. */
export const chanceSeed = '1'
export const chanceDraws = 2000
/** While a hand moves an estimate: enough for the bands to follow it, so few that they are there before it is elsewhere. */
export const movingDraws = 256

const [tenth, half, ninetieth] = [1, 3, 5]

export function Chance({ shown, locale }: { shown: ChanceShown | undefined; locale: Locale }) {
  const words = uncertaintyWords[locale]
  const { workshop } = words
  if (shown === undefined)
    return (
      <div class="chance-drawn">
        <h3>{words.title}</h3>
        <p class="small quiet">{workshop.withoutScript}</p>
      </div>
    )
  const { found, isDrawing, share } = shown
  return (
    <div class={isDrawing ? 'chance-drawn is-old' : 'chance-drawn'} data-chance={isDrawing ? 'drawing' : 'drawn'}>
      <h3>{words.title}</h3>
      {found === undefined ? (
        <p class="small quiet">{isDrawing ? workshop.drawing(chanceText(share, locale)) : workshop.none}</p>
      ) : (
        <Drawn locale={locale} {...found} />
      )}
      <p class="small quiet" role="status">
        {found !== undefined && isDrawing ? workshop.renewing : ''}
      </p>
    </div>
  )
}

function Drawn({ locale, chance, compiled }: { locale: Locale; chance: DraftChance; compiled: CompiledCase }) {
  const words = uncertaintyWords[locale]
  const { workshop } = words
  const { gain, worth, soFar, investor, draws, seed, isContractLeftOut } = chance
  const amount = (kroner: number) => wholeAmountText(kroner, compiled.file.currency, locale)
  const times = (level: number) => multipleText(investor!.multiple[level]!, locale)
  return (
    <>
      <p data-gain={gain.mean} data-worth={worth.mean}>
        <strong>{words.gain(gain.mean, draws)}</strong>{' '}
        {words.mean({ amount: amount(Math.abs(worth.mean)), error: amount(worth.error), isGain: worth.mean >= 0 })}
      </p>
      {investor !== undefined && (
        <p data-loss={investor.loss.mean}>
          {words.loss(investor.loss.mean, draws)} {words.multiples(times(tenth), times(half), times(ninetieth))}
        </p>
      )}
      <CaseBands locale={locale} compiled={compiled} soFar={soFar} />
      <p class="small quiet">
        {workshop.basis(numberText(draws, locale), seed)} {isContractLeftOut ? workshop.byModel : ''}
      </p>
    </>
  )
}
