/**
 * Stopping early: what is owed on a day by the agreement's rule and by each side's, and what a new effort would take over.
 *
 * The rules stand beside each other in one table, so that the parties can see what they disagree about. No persons.
 */
import { amountText, dateText, exitWords, investWords, shareText, statementWords } from '../../../locales/index.ts'
import { fraction } from '../../core/base/index.ts'
import { type ExitByRule, exitExpectations } from '../../operations/index.ts'
import { choiceName, hrefOf } from '../address.ts'
import { Amount } from '../parts/amount.tsx'
import { type NumberRow, NumberTable } from '../parts/number-table.tsx'
import { Opening, Page } from '../parts/page.tsx'
import { type Reader, linkTo } from '../reader.ts'
import { type ExitData } from './data.ts'
import { DayFaults, DayField } from '../parts/day-field.tsx'

type Props = { reader: Reader; data: ExitData }

export function ExitPage({ reader, data }: Props) {
  const { locale } = reader
  const says = exitWords[locale]
  const { agreement, calculation } = data
  const { rules, currency } = calculation
  const payer = rules.find(({ side }) => side === 'payer')
  const investor = rules.find(({ side }) => side === 'investor')
  const apart =
    payer === undefined || investor === undefined ? 0n : investor.valuation.payable - payer.valuation.payable
  return (
    <Page reader={reader} title={`${says.title}, ${agreement.title[locale]}`} contract={data.name}>
      <div class="statement-head">
        <Opening
          reader={reader}
          crumb={{ href: linkTo(reader, data.name, 'annex'), text: agreement.title[locale] }}
          title={says.title}
          lead={`${says.lead(dateText(calculation.on, locale))}.`}
        />
        <RulesForm reader={reader} data={data} />
      </div>
      {calculation.mend !== undefined && (
        <div class="fault">
          <p>
            <a class="act" href={linkTo(reader, data.name, 'terms')}>
              <strong>{statementWords[locale].notPayable(calculation.mend, undefined)}</strong>
            </a>
          </p>
        </div>
      )}
      {agreement.exit === undefined && <p class="measure">{says.noExitClause}</p>}
      <RulesTable reader={reader} data={data} />
      {payer !== undefined && investor !== undefined && (
        <p class="measure">{says.apart(amountText(apart < 0n ? -apart : apart, currency, locale))}</p>
      )}
      <Open reader={reader} data={data} />
    </Page>
  )
}

function RulesForm({ reader, data }: Props) {
  const { locale, address } = reader
  const says = exitWords[locale]
  return (
    <div class="noprint days">
      <DayFaults faults={data.faults} />
      <form class="dates" method="get" action={hrefOf({ locale, page: 'exit', contract: data.name })}>
        <DayField reader={reader} choice="on" label={says.form.on} day={data.calculation.on} isRequired />
        {(['payer', 'investor'] as const).map((side) => (
          <p key={side}>
            <label class="small quiet" for={side}>
              {says.form[side]}
            </label>
            <select id={side} name={choiceName(side, locale)}>
              <option value="">{says.form.asAgreed}</option>
              {offered.map(({ value, expected, percent }) => (
                <option value={value} key={value} selected={address[side] === value}>
                  {says.expected[expected](shareText(fraction(percent, 100), locale))}
                </option>
              ))}
            </select>
          </p>
        ))}
        <button type="submit">{says.form.show}</button>
      </form>
    </div>
  )
}

const percents = [100, 75, 50, 25]

/** The rules to choose from: nothing for what is open, or each expectation at a few shares. */
const offered = exitExpectations.flatMap((expected) =>
  (expected === 'not-paid' ? [100] : percents).map((percent) => ({
    value: expected === 'not-paid' ? expected : `${expected} ${percent}`,
    expected,
    percent,
  })),
)

function RulesTable({ reader, data }: Props) {
  const { title, columns } = exitWords[reader.locale]
  const { rule, reached, expected, total, paidBefore, payable, rate } = columns
  return (
    <NumberTable
      caption={title}
      heads={[rule, reached, expected, total, paidBefore, payable, rate]}
      rows={data.calculation.rules.map((one) => ruleRow({ reader, data }, one))}
    />
  )
}

function ruleRow({ reader, data }: Props, one: ExitByRule): NumberRow {
  const { locale } = reader
  const says = exitWords[locale]
  const { valuation, rule, side, together } = one
  const said = says.expected[rule.expected](shareText(rule.share ?? 1, locale))
  const expected = valuation.expected.reduce((sum, { amount }) => sum + amount, 0n)
  const { reached, total, paidBefore, payable } = valuation
  return {
    key: `${side} ${rule.expected}`,
    name: (
      <>
        {side === 'other' ? said : says.sides[side]}
        {side !== 'other' && <span class="quiet small block">{said}</span>}
        {rule.expected !== 'not-paid' &&
          valuation.expected.map(({ payment, rate }) => (
            <span class="quiet small block" key={payment}>
              {data.agreement.payments?.get(payment)?.label[locale] ?? payment}:{' '}
              {rate === undefined ? says.noRate : says.rateOf(shareText(rate, locale))}
            </span>
          ))}
      </>
    ),
    cells: [
      ...[reached, expected, total, paidBefore, payable].map((money) => (
        <Amount money={money} currency={data.calculation.currency} locale={locale} />
      )),
      investWords[locale].rate(together.rate),
    ],
  }
}

/** What is still open that day, and what a successor programme would take over. */
function Open({ reader, data }: Props) {
  const { locale } = reader
  const says = exitWords[locale]
  const { handedOver, currency, payableWhenHandedOver } = data.calculation
  if (handedOver.length === 0) return <p class="measure">{says.noOpen}</p>
  const { openColumns: columns } = says
  const count = handedOver.reduce((sum, { openResults }) => sum + openResults, 0)
  return (
    <section aria-labelledby="open">
      <h2 id="open">{says.open}</h2>
      <NumberTable
        heads={[columns.payment, columns.count, columns.ifAllMet]}
        rows={handedOver.map(({ payment, openResults, ifAllMet }) => ({
          key: payment,
          name: data.agreement.payments?.get(payment)?.label[locale] ?? payment,
          cells: [
            openResults,
            ifAllMet === undefined ? (
              says.unknownWorth
            ) : (
              <Amount money={ifAllMet} currency={currency} locale={locale} />
            ),
          ],
        }))}
      />
      <p class="measure">{says.handOver(amountText(payableWhenHandedOver, currency, locale), count)}</p>
    </section>
  )
}
