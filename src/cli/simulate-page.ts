/** The page of a simulation, in lines: the sentence that matters first, then to whom, when, and what it rests on. */
import { type Locale } from '../core/base/index.ts'
import { type Estimated, type Forecast } from '../core/simulation/index.ts'
import { type CompiledCase } from '../core/valuation/index.ts'
import {
  caseWords,
  chanceText,
  currencyWord,
  numberText,
  onceText,
  simulateWords,
  thousandText,
  wholeAmountText,
  caseBasisText,
  caseYearText,
  ownerText,
} from '../../locales/index.ts'
import { type OpenSimulation, type Scenario, type SimulatedCase } from '../operations/index.ts'
import { type Column, tableLines, wrapped } from './lines.ts'
import { type Terminal, styled } from './terminal.ts'

/** Places among the levels of a forecast. */
const [tenth, half, ninetieth] = [1, 3, 5]

export function simulationPage(
  opened: OpenSimulation,
  simulated: SimulatedCase,
  scenario: Scenario,
  terminal: Terminal,
): string {
  const { compiled, seed, forecast } = simulated
  const { locale, width } = terminal
  const words = simulateWords[locale]
  const { file } = compiled
  const [first] = forecast.owners
  const amount = (kroner: number) => wholeAmountText(kroner, file.currency, locale)
  const headline = words.headline({
    chance: chanceText(first!.gain.mean, terminal.locale),
    amount: amount(first!.worth.mean),
    error: amount(first!.worth.error),
  })
  const basis = words.basis({
    draws: numberText(forecast.draws, locale),
    seed,
    scenario: caseWords[locale].scenarios[scenario],
  })
  const unsure = opened.doubts.filter(({ grade }) => grade !== 'derived').length
  const head = [
    styled(terminal, 'strong', file.title[locale]),
    ...wrapped(basis, { width }),
    ...wrapped(caseBasisText(compiled, compiled.options.lawAsOf, locale), { width }),
    ...wrapped(wayOf(opened, terminal), { width }),
    ...wrapped(caseWords[locale].perThousand(currencyWord(file.currency, locale)), { width }),
    ...(unsure > 0 ? [styled(terminal, 'act', words.doubtful(unsure))] : []),
    '',
    ...wrapped(headline, { width }),
    ...wrapped(onceText(compiled, forecast, { isByTerms: opened.simulation!.payments !== undefined, locale }), {
      width,
    }),
  ]
  const section = (title: string, lines: readonly string[]) => [styled(terminal, 'strong', title), ...lines].join('\n')
  return [
    head.join('\n'),
    section(words.heads.owners, ownersTable(simulated, terminal)),
    ...(forecast.investor === undefined
      ? []
      : [section(poolName(compiled, locale) ?? words.heads.investor, investorLines(forecast, amount, terminal))]),
    section(words.heads.years, yearsTable(forecast, file.starts, terminal)),
    ...(forecast.estimates.length === 0
      ? []
      : [
          section(words.heads.estimates, [
            ...estimatesTable(forecast, terminal),
            '',
            ...wrapped(words.knowing(amount(forecast.knowingAll)), { width }),
          ]),
        ]),
  ].join('\n\n')
}

function wayOf({ simulation, compiled }: OpenSimulation, { locale }: Terminal): string {
  const { ways, ties } = simulateWords[locale]
  const { payments } = simulation!
  if (payments === undefined) return compiled?.mode === 'self' ? ways.nobody : ways.byModel
  return payments.ties.length === 0 ? ways.byLife : ways.whole(payments.ties.map((tie) => ties[tie]))
}

const columnsOf = (heads: readonly string[]): Column[] =>
  heads.map((head, at) => (at === 0 ? { head, isFlexible: true } : { head, align: 'right' as const }))

/** An internal pool by its own name: it is no investor, and what it has and lacks is the municipality's. */
const poolName = ({ mode, file }: CompiledCase, locale: Locale): string | undefined =>
  mode === 'pool' ? file.finance.pool?.label[locale] : undefined

function ownersTable({ compiled, forecast }: SimulatedCase, terminal: Terminal): string[] {
  const { locale } = terminal
  const { columns } = simulateWords[locale]
  const { owners, investor } = forecast
  const row = (owner: string, worth: Forecast['owners'][number]['worth'], gain: Estimated | undefined) => [
    ownerText(compiled, owner, locale),
    thousandText(worth.mean, locale),
    thousandText(worth.error, locale),
    ...[tenth, half, ninetieth].map((at) => thousandText(worth.quantiles[at]!, locale)),
    gain === undefined ? '' : chanceText(gain.mean, terminal.locale),
  ]
  const rows = owners.map(({ owner, worth, gain }) => row(owner, worth, gain))
  const financier = compiled.financier === undefined ? undefined : compiled.owners[compiled.financier]
  if (investor !== undefined && financier !== undefined && compiled.mode !== 'pool')
    rows.push(row(financier.name, investor.worthByYear, undefined))
  const { owner, mean, error, low, middle, high, gain } = columns
  return tableLines(terminal, columnsOf([owner, mean, error, low, middle, high, gain]), rows)
}

function investorLines({ investor }: Forecast, amount: (kroner: number) => string, terminal: Terminal): string[] {
  const { investor: words } = simulateWords[terminal.locale]
  const { loss, rate, withoutRate, putIn, cameBack } = investor!
  const [low, middle, high] = [tenth, half, ninetieth].map((at) => chanceText(rate[at]!, terminal.locale)) as [
    string,
    string,
    string,
  ]
  const sentences = [
    words.loss(chanceText(loss.mean, terminal.locale), chanceText(loss.error, terminal.locale)),
    words.rate(low, middle, high),
    ...(withoutRate > 0 ? [words.withoutRate(chanceText(withoutRate, terminal.locale))] : []),
    words.flows(amount(putIn.mean), amount(cameBack.mean)),
  ]
  return sentences.flatMap((sentence) => wrapped(sentence, { width: terminal.width }))
}

function yearsTable({ owners }: Forecast, starts: { year: number; month: number }, terminal: Terminal): string[] {
  const { locale } = terminal
  const { year, low, middle, high } = simulateWords[locale].columns
  const rows = owners[0]!.soFar.flatMap((band, at) =>
    at === 0
      ? []
      : [[caseYearText(starts, at), ...[tenth, half, ninetieth].map((level) => thousandText(band[level]!, locale))]],
  )
  return tableLines(terminal, columnsOf([year, low, middle, high]), rows)
}

function estimatesTable({ estimates }: Forecast, terminal: Terminal): string[] {
  const { locale } = terminal
  const { estimate: head, atLow, atHigh, worthKnowing, error, costs, left } = simulateWords[locale].columns
  const isCostKnown = estimates.some(({ worthFindingOut }) => worthFindingOut !== undefined)
  const rows = estimates.map(({ estimate, onMunicipality, worthFindingOut }) => {
    const { low, high, worth } = onMunicipality
    const amounts = [
      low,
      high,
      worth.mean,
      worth.error,
      ...(isCostKnown ? [estimate.findingOutCost, worthFindingOut] : []),
    ]
    return [estimate.label[locale], ...amounts.map((one) => (one === undefined ? '' : thousandText(one, locale)))]
  })
  const heads = [head, atLow, atHigh, worthKnowing, error, ...(isCostKnown ? [costs, left] : [])]
  return tableLines(terminal, columnsOf(heads), rows)
}
