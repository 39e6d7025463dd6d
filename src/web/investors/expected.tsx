/** What investors may expect of an agreement, by the case that names it; and why a return is not to be said while money is out. */
import {
  amountText,
  chanceText,
  dateText,
  investWords,
  multipleText,
  simulateWords,
  uncertaintyWords,
} from '../../../locales/index.ts'
import { type InvestorForecast } from '../../core/simulation/index.ts'
import { caseLink } from '../parts/case-page.tsx'
import { NumberTable } from '../parts/number-table.tsx'
import { Pending } from '../parts/pending.tsx'
import { type Reader } from '../reader.ts'
import { type InvestorsData } from './data.ts'

type Props = { reader: Reader; data: InvestorsData }

const [tenth, half, ninetieth] = [1, 3, 5]
const told = [tenth, half, ninetieth] as const

export function ExpectedSection({ reader, data }: Props) {
  const { locale } = reader
  const says = investWords[locale]
  const { expected, invested, reading } = data
  const { putIn, gotBack, multiple } = reading.together
  const isOut = !invested.isClosed && gotBack < putIn && multiple !== undefined
  const left = amountText(putIn - gotBack, invested.currency, locale)
  const forecast = drawnOf(data)
  return (
    <div class="drawn">
      {isOut && (
        <p class="measure">
          {says.stillOut({ amount: left, closes: dateText(invested.closes, locale), times: says.multiple(multiple) })}{' '}
          {forecast !== undefined && expectedRate(forecast.investor, locale)}
        </p>
      )}
      {expected === undefined ? (
        !invested.isClosed && <p class="measure quiet small">{says.expected.none}</p>
      ) : (
        <section aria-labelledby="expected" class="drawn">
          <h2 id="expected">{says.expected.title(expected.title[locale])}</h2>
          {forecast !== undefined ? (
            <Drawn reader={reader} data={data} draws={forecast.draws} investor={forecast.investor} />
          ) : expected.state.is === 'found' && expected.state.found.is === 'stopped' ? (
            <p class="measure">{says.expected.notDrawn}</p>
          ) : (
            <Pending reader={reader} state={expected.state} draws={expected.draws} />
          )}
          {forecast !== undefined && <p class="measure small quiet">{says.expected.fromStart}</p>}
          <p class="noprint">
            <a href={caseLink(reader, expected.name, 'uncertainty')}>{says.expected.see}</a>
          </p>
        </section>
      )}
    </div>
  )
}

function drawnOf({ expected }: InvestorsData): { draws: number; investor: InvestorForecast } | undefined {
  const found = expected?.state.is === 'found' ? expected.state.found : undefined
  if (found?.is !== 'drawn' || found.digest !== expected?.digest) return undefined
  const { investor, draws } = found.forecast
  return investor === undefined ? undefined : { draws, investor }
}

/** A return on what is not over would frighten for nothing; what is expected at the end stands in its place. */
function expectedRate({ rate }: InvestorForecast, locale: Reader['locale']): string {
  const [low = '', middle = '', high = ''] = told.map((at) => chanceText(rate[at]!, locale))
  return investWords[locale].expectedRate(low, middle, high)
}

function Drawn({ reader: { locale }, draws, investor }: Props & { draws: number; investor: InvestorForecast }) {
  const words = uncertaintyWords[locale]
  const { low, middle, high } = simulateWords[locale].columns
  const { loss, multiple, rate } = investor
  const times = (at: number) => multipleText(multiple[at]!, locale)
  return (
    <>
      <p class="sentence">{words.loss(loss.mean, draws)}</p>
      <p class="measure">{words.multiples(times(tenth), times(half), times(ninetieth))}</p>
      <NumberTable
        isShort
        caption={words.investor.spread}
        heads={[words.investor.level, low, middle, high]}
        rows={[
          { key: 'times', name: words.investor.multiple, cells: told.map(times) },
          { key: 'rate', name: words.investor.rate, cells: told.map((at) => chanceText(rate[at]!, locale)) },
        ]}
      />
    </>
  )
}
