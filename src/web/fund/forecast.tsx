/** What a fund's investors may expect, drawn: the sentence, each investor, year by year, and the projects one by one. */
import {
  chanceText,
  currencyWord,
  casePageWords,
  drawnSecurityTexts,
  fundNothingTexts,
  fundTogetherText,
  fundUnplannedTexts,
  fundWords,
  investWords,
  multipleText,
  numberText,
  simulateWords,
  thousandText,
} from '../../../locales/index.ts'
import { type MoneySpread } from '../../core/simulation/index.ts'
import { type DrawnBy, type ForecastOfFund, fundDrawsUsual } from '../../operations/index.ts'
import { BandsFigure } from '../charts/bands-figure.tsx'
import { SpreadFigure } from '../charts/spread-figure.tsx'
import { bandOf } from '../parts/case-bands.tsx'
import { NumberTable } from '../parts/number-table.tsx'
import { Pending } from '../parts/pending.tsx'
import { type Reader } from '../reader.ts'
import { type FundData } from './data.ts'

type Props = { reader: Reader; data: FundData }

const [tenth, half, ninetieth] = [1, 3, 5]
const told = [tenth, half, ninetieth] as const

export function ForecastSection({ reader, data }: Props) {
  const words = fundWords[reader.locale].forecast
  const { state, digest } = data
  const found =
    state.is === 'found' && state.found.is === 'fund' && state.found.digest === digest ? state.found : undefined
  return (
    <section aria-labelledby="expected" class="drawn">
      <h2 id="expected">{words.title}</h2>
      {found === undefined ? (
        <Pending reader={reader} state={state} draws={fundDrawsUsual} />
      ) : found.forecast.drawnBy.every(({ by }) => by === 'past' || by === 'unplanned') ? (
        fundNothingTexts(data.fund, data.invested, reader.locale).map((says) => (
          <p class="measure" key={says}>
            {says}
          </p>
        ))
      ) : (
        <Drawn reader={reader} data={data} forecast={found.forecast} />
      )}
    </section>
  )
}

type Part = Props & { forecast: ForecastOfFund }

function Drawn({ reader, data, forecast }: Part) {
  const { locale } = reader
  const words = fundWords[locale].forecast
  const { together, draws } = forecast
  const times = (at: number) => multipleText(together.multiple[at]!, locale)
  const { multiples } = together
  return (
    <>
      <p class="sentence">{words.loss(together.loss.mean, draws)}</p>
      <p class="measure">
        {words.middle({
          low: times(tenth),
          middle: times(half),
          high: times(ninetieth),
          rate: chanceText(together.rate[half]!, locale),
        })}
      </p>
      {[
        words.rests({ ...data.plans, together: togetherText(forecast, locale) }),
        ...fundUnplannedTexts(data.fund, data.invested.unplanned, locale),
        ...drawnSecurityTexts(forecast, data.fund.currency, locale),
      ].map((one) => (
        <p class="measure" key={one}>
          {one}
        </p>
      ))}
      <How reader={reader} forecast={forecast} />
      <InvestorsTable reader={reader} data={data} forecast={forecast} />
      {multiples.counts.length > 1 && (
        <figure>
          <SpreadFigure
            {...multiples}
            even={1}
            say={(value) => multipleText(value, locale)}
            evenText={multipleText(1, locale)}
            title={words.barsTitle}
            titleId="spread-title"
          />
          <figcaption class="small quiet">{words.barsTitle}</figcaption>
        </figure>
      )}
      <Years reader={reader} data={data} forecast={forecast} />
      <ProjectsTable reader={reader} data={data} forecast={forecast} />
    </>
  )
}

/** How far the projects move together; nothing where they do not. */
const togetherText = ({ moveTogether }: ForecastOfFund, locale: Reader['locale']) =>
  moveTogether === 0 ? undefined : chanceText(moveTogether, locale)

/** What runs on without a plan is told by name. */
const ways: readonly Exclude<DrawnBy, 'unplanned'>[] = ['ends', 'case', 'planned', 'past']

/** How it was drawn, and what each kind of project rests on. */
function How({ reader: { locale }, forecast }: Omit<Part, 'data'>) {
  const words = fundWords[locale].forecast
  const { draws, seed, drawnBy, withoutCase } = forecast
  const counts = ways.map((by) => ({ by, count: drawnBy.filter((one) => one.by === by).length }))
  const together = togetherText(forecast, locale)
  const notes = [
    words.how({ draws: numberText(draws, locale), seed, together }),
    ...counts.filter(({ count }) => count > 0).map(({ by, count }) => words.by[by](count)),
    ...withoutCase.map(({ project, case: folder }) => words.withoutCase(project, folder)),
  ]
  return <p class="measure small quiet">{notes.join(' ')}</p>
}

function InvestorsTable({ reader: { locale }, data, forecast }: Part) {
  const { columns, forecast: words } = fundWords[locale]
  const { noMultiple, multiple } = investWords[locale]
  const { planned, missing } = data.invested
  const row = (key: string, name: string, spread: MoneySpread, plannedTimes: string) => ({
    key,
    name,
    cells: [
      chanceText(spread.loss.mean, locale),
      ...told.map((at) => multipleText(spread.multiple[at]!, locale)),
      ...told.map((at) => chanceText(spread.rate[at]!, locale)),
      plannedTimes,
    ],
  })
  const timesOf = (of: (typeof planned)['together']) => (of.multiple === undefined ? noMultiple : multiple(of.multiple))
  const rows = forecast.investors.map(({ name, spread }) => {
    const own = planned.investors.find((one) => one.name === name)!
    return row(name, data.fund.investors.get(name)!.name, spread, timesOf(own.return))
  })
  const total = {
    ...row('', fundTogetherText(missing, locale), forecast.together, timesOf(planned.together)),
    isTotal: true,
  }
  const { low, middle, high } = simulateWords[locale].columns
  const at = (head: string) => [low, middle, high].map((level) => `${head} ${level}`)
  const heads = [
    columns.investor,
    words.columns.loss,
    ...at(words.columns.multiple),
    ...at(words.columns.rate),
    words.columns.planned,
  ]
  return <NumberTable heads={heads} rows={[...rows, total]} />
}

function Years({ reader: { locale }, data, forecast }: Part) {
  const { years: words } = fundWords[locale].forecast
  const { year: head, low, middle, high } = simulateWords[locale].columns
  const thousand = (kroner: number) => thousandText(kroner, locale)
  const names = forecast.years.map(({ year }) => String(year))
  const bands = forecast.years.map(({ soFar }) => bandOf(soFar))
  const [least, , centre, , most] = bands.at(-1)!
  const ends = [`${low} ${thousand(least)}`, `${middle} ${thousand(centre)}`, `${high} ${thousand(most)}`] as const
  return (
    <>
      <h3>{words.title}</h3>
      <p class="measure">{words.says}</p>
      <div class="bands">
        <figure>
          <BandsFigure
            names={names}
            bands={bands}
            ends={ends}
            title={`${words.title}. ${names.at(-1)!}: ${ends.join(', ')}.`}
            titleId="bands-title"
          />
        </figure>
        <NumberTable
          isShort
          heads={[head, low, middle, high]}
          rows={bands.map(([p10, , p50, , p90], index) => ({
            key: names[index]!,
            name: names[index]!,
            cells: [p10, p50, p90].map(thousand),
          }))}
        />
        <p class="small quiet">{casePageWords[locale].thousands(currencyWord(data.fund.currency, locale))}</p>
      </div>
    </>
  )
}

function ProjectsTable({ reader: { locale }, data, forecast }: Part) {
  const { forecast: words, projectColumns } = fundWords[locale]
  const { low, middle, high } = simulateWords[locale].columns
  const rows = forecast.projects.map(({ name, spread }) => {
    const { label } = data.fund.projects.get(name)!
    return {
      key: name,
      name: label[locale],
      cells: [chanceText(spread.loss.mean, locale), ...told.map((at) => multipleText(spread.multiple[at]!, locale))],
    }
  })
  const at = [low, middle, high].map((level) => `${words.columns.multiple} ${level}`)
  return (
    <>
      <h3>{words.projects}</h3>
      <NumberTable heads={[projectColumns.project, words.columns.loss, ...at]} rows={rows} />
    </>
  )
}
