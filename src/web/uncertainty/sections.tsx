/** The figures of a drawn case: who may gain and lose, when, which figure is worth measuring, and what the result depends on. */
import {
  chanceText,
  currencyWord,
  casePageWords,
  estimateText,
  multipleText,
  simulateWords,
  thousandText,
  uncertaintyWords,
  wholeAmountText,
  ownerText,
} from '../../../locales/index.ts'
import { type Estimated, type InvestorForecast, type OwnerForecast } from '../../core/simulation/index.ts'
import { type CompiledCase } from '../../core/valuation/index.ts'
import { type DrawnCase } from '../../operations/index.ts'
import { SpreadFigure } from '../charts/spread-figure.tsx'
import { TornadoFigure } from '../charts/tornado.tsx'
import { CaseBands } from '../parts/case-bands.tsx'
import { NumberTable } from '../parts/number-table.tsx'
import { type Reader } from '../reader.ts'
import { measureText } from './measure.ts'

export type Part = { reader: Reader; compiled: CompiledCase; drawn: DrawnCase }

/** Places among the levels of a forecast: 10, 50 and 90 %. */
const [tenth, half, ninetieth] = [1, 3, 5]
const told = [tenth, half, ninetieth] as const

export function OwnersSection({ reader, compiled, drawn: { forecast } }: Part) {
  const { locale } = reader
  const { columns, heads } = simulateWords[locale]
  const thousand = (kroner: number) => thousandText(kroner, locale)
  const row = (owner: string, worth: OwnerForecast['worth'], gain: Estimated | undefined) => ({
    key: owner,
    name: ownerText(compiled, owner, locale),
    cells: [
      thousand(worth.mean),
      `± ${thousand(worth.error)}`,
      ...told.map((at) => thousand(worth.quantiles[at]!)),
      gain === undefined ? '–' : chanceText(gain.mean, locale),
    ],
  })
  const rows = forecast.owners.map(({ owner, worth, gain }) => row(owner, worth, gain))
  const financier = compiled.financier === undefined ? undefined : compiled.owners[compiled.financier]
  if (forecast.investor !== undefined && financier !== undefined)
    rows.push(row(financier.name, forecast.investor.worthByYear, undefined))
  const { owner, mean, error, low, middle, high, gain } = columns
  return (
    <section aria-labelledby="owners" class="case-section">
      <h2 id="owners">{heads.owners}</h2>
      <p class="measure">{uncertaintyWords[locale].ownersSay}</p>
      <NumberTable heads={[owner, mean, error, low, middle, high, gain]} rows={rows} />
      <Thousands reader={reader} compiled={compiled} />
    </section>
  )
}

function Thousands({ reader: { locale }, compiled }: Pick<Part, 'reader' | 'compiled'>) {
  return <p class="small quiet">{casePageWords[locale].thousands(currencyWord(compiled.file.currency, locale))}</p>
}

export function InvestorSection({ reader, compiled, investor }: Part & { investor: InvestorForecast }) {
  const { locale } = reader
  const words = uncertaintyWords[locale].investor
  const { investor: says } = simulateWords[locale]
  const { loss, putIn, cameBack, withoutRate, multiples } = investor
  const amount = (kroner: number) => wholeAmountText(kroner, compiled.file.currency, locale)
  const chance = (share: number) => chanceText(share, locale)
  const all = multiples.counts.reduce((sum, count) => sum + count, 0)
  return (
    <section aria-labelledby="investor" class="case-section">
      <h2 id="investor">{words.title}</h2>
      <p class="measure">
        {says.loss(chance(loss.mean), chance(loss.error))} {says.flows(amount(putIn.mean), amount(cameBack.mean))}
      </p>
      {multiples.counts.length > 1 && (
        <figure>
          <SpreadFigure
            from={multiples.from}
            step={multiples.step}
            counts={multiples.counts}
            even={1}
            say={(value) => multipleText(value, locale)}
            evenText={words.backAt}
            title={words.barsTitle(chance(loss.mean))}
            titleId="spread-title"
          />
          <figcaption class="small quiet">{words.bars(chance(Math.max(...multiples.counts) / all))}</figcaption>
        </figure>
      )}
      <InvestorTable reader={reader} investor={investor} />
      {withoutRate > 0 && <p class="small quiet">{says.withoutRate(chance(withoutRate))}</p>}
    </section>
  )
}

/** How many times the money comes back, and at what rate, from the worst draws to the best. */
function InvestorTable({ reader: { locale }, investor }: { reader: Reader; investor: InvestorForecast }) {
  const words = uncertaintyWords[locale].investor
  const shown = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
  return (
    <NumberTable
      isShort
      caption={words.spread}
      heads={[words.level, words.multiple, words.rate]}
      rows={shown.map((level, at) => ({
        key: String(level),
        name: chanceText(level, locale),
        cells: [multipleText(investor.multiple[at]!, locale), chanceText(investor.rate[at]!, locale)],
      }))}
    />
  )
}

export function YearsSection({ reader, compiled, drawn: { forecast } }: Part) {
  const { locale } = reader
  const words = uncertaintyWords[locale]
  return (
    <section aria-labelledby="years" class="case-section">
      <h2 id="years">{simulateWords[locale].heads.years}</h2>
      <p class="measure">
        {words.years.says} {words.years.ends}
      </p>
      <CaseBands locale={locale} compiled={compiled} soFar={forecast.owners[0]!.soFar} />
    </section>
  )
}

/** Ranked: most worth knowing first; beside it what finding it out costs, where somebody has said it. */
export function KnowingSection({ reader, compiled, drawn: { forecast } }: Part) {
  const { locale } = reader
  const { knowing: words } = uncertaintyWords[locale]
  const amount = (kroner: number) => wholeAmountText(kroner, compiled.file.currency, locale)
  const { columns } = words
  return (
    <section aria-labelledby="knowing" class="case-section">
      <h2 id="knowing">{words.title}</h2>
      <p class="sentence">{measureText(forecast.estimates, compiled.file.currency, locale)}</p>
      <p class="measure">
        {words.says} {words.all(amount(forecast.knowingAll))}
      </p>
      <NumberTable
        heads={[columns.estimate, columns.worth, columns.error, columns.cost, columns.left]}
        rows={forecast.estimates.map(({ estimate, onMunicipality: { worth }, worthFindingOut }) => ({
          key: estimate.name,
          name: estimate.label[locale],
          cells: [
            amount(worth.mean),
            `± ${amount(worth.error)}`,
            estimate.findingOutCost === undefined ? words.costUnknown : amount(estimate.findingOutCost),
            worthFindingOut === undefined ? '' : amount(worthFindingOut),
          ],
        }))}
      />
    </section>
  )
}

const barsMost = 8

/** The farthest swing first, which need not be what is most worth knowing. */
export function DependsSection({ reader, compiled, drawn: { forecast } }: Part) {
  const { locale } = reader
  const words = uncertaintyWords[locale].tornado
  const { at } = casePageWords[locale].tornado
  const { currency } = compiled.file
  const amount = (kroner: number) => wholeAmountText(kroner, currency, locale)
  const base = forecast.owners[0]!.worth.mean
  const rows = forecast.estimates.map(({ estimate, low, high, onMunicipality: of }) => {
    const { name, label, unit } = estimate
    const end = (kroner: number, value: number) => ({
      amount: kroner,
      text: at(amount(kroner), estimateText(value, unit, { currency, locale })),
    })
    const [worse, better] = [end(of.low, low), end(of.high, high)].sort((a, b) => a.amount - b.amount)
    return { key: name, label: label[locale], worse: worse!, better: better! }
  })
  const swing = ({ worse, better }: (typeof rows)[number]) => better.amount - worse.amount
  return (
    <section aria-labelledby="depends" class="case-section">
      <h2 id="depends">{words.title}</h2>
      <p class="measure">{words.says}</p>
      <figure>
        <TornadoFigure
          rows={rows.sort((a, b) => swing(b) - swing(a)).slice(0, barsMost)}
          base={base}
          baseText={`${words.base} ${amount(base)}`}
        />
      </figure>
      {rows.length > barsMost && <p class="small quiet">{words.others(rows.length - barsMost)}</p>}
    </section>
  )
}
