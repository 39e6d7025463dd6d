/** The same case under the law of each day and under that of one: what the state refunds, and what is left. */
import { casePageWords, caseWords, dateText, wholeAmountText } from '../../../locales/index.ts'
import { type CaseReport } from '../../core/valuation/index.ts'
import { choiceName } from '../address.ts'
import { caseLink } from '../parts/case-page.tsx'
import { ChoiceForm } from '../parts/draft-page.tsx'
import { addressDay } from '../parts/typed-day.ts'
import { lawDays } from './data.ts'
import { type Props } from './section.tsx'
import { DayFaults, DayField } from '../parts/day-field.tsx'
import { municipalityNet } from '../../operations/index.ts'

export function LawSection({ reader, data }: Props) {
  const { locale } = reader
  const words = casePageWords[locale]
  const { name, shown, calendar, lawAsOf, open } = data
  const { currency } = shown.compiled.file
  const kept = reader.address.scenario === undefined ? {} : { scenario: reader.address.scenario }
  const suggested = lawDays(open, reader)
  const more =
    calendar === undefined
      ? 0
      : municipalityNet(shown.report).presentValue - municipalityNet(calendar.report).presentValue
  return (
    <section aria-labelledby="law" class={calendar === undefined ? 'case-section noprint' : 'case-section'}>
      <h2 id="law">{caseWords[locale].lawsApart}</h2>
      <LawForm reader={reader} data={data} />
      {reader.draft === undefined && (
        <ul class="small days-beside noprint">
          {suggested.map(({ day, text, label }) => (
            <li key={day}>
              <a href={caseLink(reader, name, 'case', { ...kept, law: addressDay(day) }, 'law')}>
                {words.lawSuggestion(text, label)}
              </a>
            </li>
          ))}
          {lawAsOf !== undefined && (
            <li>
              <a href={caseLink(reader, name, 'case', kept, 'law')}>{words.lawCalendar}</a>
            </li>
          )}
        </ul>
      )}
      {calendar !== undefined && lawAsOf !== undefined && (
        <>
          <p class="sentence case-after">
            {more === 0 ? words.lawSame : words.lawDiffers(more > 0, wholeAmountText(Math.abs(more), currency, locale))}
          </p>
          <table class="stacked side-by-side">
            <thead>
              <tr>
                <th scope="col">{words.law}</th>
                <th scope="col" class="number">
                  {caseWords[locale].columns.refund}
                </th>
                <th scope="col" class="number">
                  {caseWords[locale].columns.net}
                </th>
                <th scope="col" class="number">
                  {caseWords[locale].columns.presentValue}
                </th>
                <th scope="col" class="number">
                  {caseWords[locale].columns.breakEven}
                </th>
              </tr>
            </thead>
            <tbody>
              <LawRow locale={locale} name={words.lawCalendar} report={calendar.report} currency={currency} />
              <LawRow
                locale={locale}
                name={words.lawBefore(dateText(lawAsOf, locale))}
                report={shown.report}
                currency={currency}
              />
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function LawForm({ reader, data: { name, lawAsOf, faults } }: Props) {
  const { locale, address } = reader
  const words = casePageWords[locale]
  return (
    <div class="noprint days">
      <DayFaults faults={faults} />
      <ChoiceForm reader={reader} name={name} page="case" anchor="law">
        {address.scenario !== undefined && (
          <input type="hidden" name={choiceName('scenario', locale)} value={address.scenario} />
        )}
        <DayField reader={reader} choice="law" label={words.lawLabel} day={lawAsOf} isRequired id="law-day" />
        <button type="submit">{words.lawShow}</button>
      </ChoiceForm>
    </div>
  )
}

type Row = { locale: 'da' | 'en'; name: string; report: CaseReport; currency: string }

function LawRow({ locale, name, report, currency }: Row) {
  const { columns, never } = caseWords[locale]
  const net = municipalityNet(report)
  const ours = report.matrix.filter(({ authority, kind }) => authority === 'municipality' && kind !== 'freed-capacity')
  const refund = ours.flatMap((row) => row.refund).reduce((sum, one) => sum + one, 0)
  const year = report.balance.breakEvenCalendarYear
  const kroner = (amount: number) => wholeAmountText(amount, currency, locale)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number" data-label={columns.refund}>
        {kroner(refund)}
      </td>
      <td class="number" data-label={columns.net}>
        {kroner(net.total)}
      </td>
      <td class="number" data-label={columns.presentValue}>
        {kroner(net.presentValue)}
      </td>
      <td class="number" data-label={columns.breakEven}>
        {year === undefined ? never : String(year)}
      </td>
    </tr>
  )
}
