/** Own money, the pool or an investor, side by side: the same effort, and who carries what. */
import { casePageWords, caseWords, wholeAmountText } from '../../../locales/index.ts'
import { type Alternative } from '../../core/valuation/index.ts'
import { type Props } from './section.tsx'

export function Alternatives({ reader, data: { shown } }: Props) {
  const { locale } = reader
  const words = caseWords[locale]
  const { alternatives: said } = casePageWords[locale]
  const { report, compiled } = shown
  const { alternatives } = report
  if (alternatives.length < 2) return null
  const kroner = (amount: number) => wholeAmountText(amount, compiled.file.currency, locale)
  const year = (one: Alternative) =>
    one.balance.breakEvenCalendarYear === undefined ? words.never : String(one.balance.breakEvenCalendarYear)
  const rows: [keyof typeof said.rows, (one: Alternative) => string][] = [
    ['presentValue', (one) => kroner(one.municipality.presentValue)],
    ['withoutEffect', (one) => kroner(one.withoutEffect)],
    ['deepest', (one) => kroner(one.balance.deepest.amount)],
    ['home', year],
    ['putIn', (one) => kroner(one.putIn)],
    ['paidBack', (one) => kroner(one.paidBack)],
    ['price', (one) => (one.mode === 'self' ? kroner(0) : kroner(one.priceOfRisk))],
  ]
  const name = (one: Alternative) => one.label?.[locale] ?? words.modes[one.mode]
  const self = alternatives.find(({ mode }) => mode === 'self')!
  return (
    <section aria-labelledby="alternatives" class="case-section">
      <h2 id="alternatives">{words.heads.alternatives}</h2>
      {alternatives
        .filter(({ mode }) => mode !== 'self')
        .map((one) => (
          <p class="measure" key={one.mode}>
            {comparedText(one, self, locale, kroner)}
          </p>
        ))}
      <table class="stacked side-by-side">
        <thead>
          <tr>
            <th scope="col">{words.columns.mode}</th>
            {alternatives.map((one) => (
              <th scope="col" class="number" key={one.mode}>
                <b>{name(one)}</b>
                {one.isChosen && (
                  <>
                    <br />
                    {said.chosen}
                  </>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, of]) => (
            <tr key={key}>
              <th scope="row">{said.rows[key]}</th>
              {alternatives.map((one) => (
                <td class="number" key={one.mode} data-label={name(one)}>
                  {of(one)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="measure quiet small">{said.priceSays}</p>
    </section>
  )
}

function comparedText(
  one: Alternative,
  self: Alternative,
  locale: 'da' | 'en',
  kroner: (amount: number) => string,
): string {
  const words = caseWords[locale]
  const more = one.municipality.presentValue - self.municipality.presentValue
  const lost = one.withoutEffect - self.withoutEffect
  const lostText = `${kroner(Math.abs(lost))} ${lost >= 0 ? words.more : words.less}`
  return words.compared({ mode: one.mode, more: more >= 0, amount: kroner(Math.abs(more)), lost: lostText })
}
