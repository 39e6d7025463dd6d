/**
 * The answer first, as somebody asks for it who has a minute: what the municipality has left, who pays, who gains, when, and what
 * must be true. The figures below on the page say the same at length.
 */
import {
  casePageWords,
  caseWords,
  listText,
  wholeAmountText,
  caseMonthText,
  ownerText,
  mustBeText,
} from '../../../locales/index.ts'
import { type CaseFigures, type CaseReport, type CompiledCase } from '../../core/valuation/index.ts'
import { type Scenario, municipalityNet } from '../../operations/index.ts'
import { type Reader } from '../reader.ts'
import { Kroner } from './amount.tsx'
import { ownerRows } from './case-owners.tsx'

export type AnswersInput = {
  locale: Reader['locale']
  compiled: CompiledCase
  figures: CaseFigures & Pick<CaseReport, 'mustBe'>
}

export function Answers({ locale, compiled, figures, scenario }: AnswersInput & { scenario: Scenario }) {
  const words = casePageWords[locale]
  const { file, years } = compiled
  const net = municipalityNet(figures)
  return (
    <section aria-labelledby="result" class="case-result">
      <div class="total">
        <h2 id="result" class="total-label">
          {net.presentValue >= 0 ? words.total.gains : words.total.lacks}
        </h2>
        <p class="total-amount">
          <Kroner amount={Math.abs(net.presentValue)} currency={file.currency} locale={locale} />
        </p>
        <p class="small quiet">
          {words.overYears(years)}. {caseWords[locale].scenarios[scenario]}.
        </p>
      </div>
      <dl class="answers">
        {answersOf({ locale, compiled, figures }).map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Each question with its answer; what nobody does is left out, but for paying. */
function answersOf(input: AnswersInput): [string, string][] {
  const { locale, compiled, figures } = input
  const { answers: words } = casePageWords[locale]
  const { currency } = compiled.file
  const kroner = (amount: number) => wholeAmountText(amount, currency, locale)
  const rows = ownerRows(compiled, figures)
  const named = (amountOf: (row: (typeof rows)[number]) => number) =>
    rows
      .filter((row) => amountOf(row) >= 0.5)
      .sort((a, b) => amountOf(b) - amountOf(a))
      .map((row) => `${ownerText(compiled, row.owner, locale)} ${kroner(amountOf(row))}`)
  const listed = (items: readonly string[]) => (items.length === 0 ? words.none : listText(items, locale))
  const loses = named(({ presentValue }) => -presentValue)
  const repays = named(({ repayment }) => -repayment)
  const [must] = figures.mustBe
  const answers: [string, string][] = [
    [words.pays, listed(named(({ cost }) => -cost))],
    [words.repays, repays.length === 0 ? '' : listed(repays)],
    [words.gains, listed(named(({ presentValue }) => presentValue))],
    [words.loses, loses.length === 0 ? '' : listed(loses)],
    [words.when, whenText(input)],
    [words.mustBe, must === undefined ? '' : mustBeText(must, currency, locale)],
  ]
  return answers.filter(([, text]) => text !== '')
}

/** When the municipality is most out, and whether and when the money is back. */
export function whenText({
  locale,
  compiled,
  figures,
}: Omit<AnswersInput, 'figures'> & { figures: CaseFigures }): string {
  const { answers: words } = casePageWords[locale]
  const { file, years } = compiled
  const { balance } = figures
  const { amount, month } = balance.deepest
  const when = month === 0 ? undefined : caseMonthText(file.starts, month, locale)
  const deepest = amount < 0 ? [words.deepest(wholeAmountText(-amount, file.currency, locale), when)] : []
  const home = balance.breakEvenCalendarYear
  const isBackWithInterest = municipalityNet(figures).presentValue >= 0
  const back =
    home === undefined
      ? words.never
      : isBackWithInterest
        ? words.home(String(home))
        : words.homeOnlyWithoutInterest(String(home), years)
  return [...deepest, back].join(' ')
}
