/**
 * One price: what it is, what must be known before it is used, where it comes from, and what it was before.
 */
import { type ComponentChildren } from 'preact'
import {
  type PriceField,
  dateText,
  kronerText,
  plainNumberText,
  priceText,
  priceWords,
  problemParts,
} from '../../../locales/index.ts'
import { type AccountFunction, type IndexEstimate, type Price } from '../../core/valuation/index.ts'
import { type PriceLine } from '../../operations/index.ts'
import { hrefOf } from '../address.ts'
import { Opening, Page } from '../parts/page.tsx'
import { Days, Source, Trust, yearsText } from '../parts/provenance.tsx'
import { type Reader } from '../reader.ts'

export type PriceData = {
  line: PriceLine
  year: number
  account: AccountFunction | undefined
  index: IndexEstimate | undefined
}

export function PricePage({ reader, data }: { reader: Reader; data: PriceData }) {
  const { locale } = reader
  const words = priceWords[locale]
  const { price, history, notices, inYear } = data.line
  const reservations = [...notices, ...inYear.problems].map((found) => problemParts(found, locale).says)
  return (
    <Page reader={reader} title={price.label[locale]}>
      <Opening
        reader={reader}
        crumb={{ href: hrefOf({ locale, page: 'prices' }), text: words.title }}
        title={price.label[locale]}
        lead={priceText(price.value, price, locale)}
      />
      <div class="price">
        <section aria-labelledby="facts">
          <h2 id="facts">{words.kinds[price.kind]}</h2>
          <Fields reader={reader} fields={factsOf(data, reader)} />
        </section>
        <div>
          <section aria-labelledby="reservations">
            <h2 id="reservations">{words.reservations}</h2>
            <p class="small quiet">{words.yearSays(data.year)}</p>
            {reservations.length === 0 ? (
              <p>{words.noReservations}</p>
            ) : (
              <ul class="price-reservations">
                {reservations.map((says) => (
                  <li key={says}>
                    {says.split('\n').map((sentence) => (
                      <p key={sentence}>{sentence}</p>
                    ))}
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section aria-labelledby="provenance">
            <h2 id="provenance">{words.provenance}</h2>
            <Fields reader={reader} fields={provenanceOf(price, reader)} />
          </section>
        </div>
      </div>
      {history.length > 1 && <History reader={reader} rows={history} />}
    </Page>
  )
}

type Field = readonly [PriceField, ComponentChildren]

function Fields({ reader, fields }: { reader: Reader; fields: readonly Field[] }) {
  const words = priceWords[reader.locale].fields
  return (
    <dl class="fields">
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt class="quiet small">{words[name]}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function factsOf({ line, year, account, index }: PriceData, reader: Reader): Field[] {
  const { locale } = reader
  const words = priceWords[locale]
  const { price, insteadOf, inYear } = line
  const bound = (value: number | undefined) => (value === undefined ? words.notKnown : kronerText(value, locale))
  const fields: (Field | undefined)[] = [
    insteadOf === undefined ? undefined : ['value', words.insteadOf(priceText(insteadOf.value, insteadOf, locale))],
    price.low === undefined && price.high === undefined
      ? undefined
      : ['range', `${bound(price.low)} – ${bound(price.high)}`],
    ['priceYear', yearsText(price)],
    price.priceYear === year
      ? undefined
      : [
          'inYear',
          `${words.inYear(year)}: ${inYear.amount === undefined ? words.notInYear : priceText(inYear.amount, price, locale)}`,
        ],
    ['valid', <Days reader={reader} valid={price.valid} />],
    ['owner', words.owners[price.owner]],
    ['area', words.areas[price.area]],
    ['account', price.account === undefined ? words.notKnown : `${price.account} ${account?.label[locale] ?? ''}`],
    ['refund', price.refund === undefined ? words.notKnown : words.refunds[price.refund]],
    ['cost', words.costs[price.cost]],
    ['cashable', cashableText(price, reader)],
    ['vat', words.vats[price.vat]],
    ['index', index?.label[locale] ?? price.index ?? words.notKnown],
  ]
  return fields.filter((field) => field !== undefined)
}

function cashableText({ cashable }: Price, { locale }: Reader): string {
  const words = priceWords[locale]
  if (cashable === undefined) return words.notKnown
  const share = words.units['%']?.(plainNumberText(cashable.share * 100, locale)) ?? ''
  return words.cashable(share, cashable.fromMonth)
}

function provenanceOf({ provenance }: Price, reader: Reader): Field[] {
  const { locale } = reader
  const words = priceWords[locale]
  const { source, read, confidence, grade, note, origin, at } = provenance
  const fields: Field[] = [
    ['source', <Source text={source} />],
    ['read', dateText(read, locale)],
    ['confidence', `${confidence}: ${words.confidences[confidence]}`],
    ['grade', words.grades[grade]],
    ['origin', `${words.origins[origin]}, ${at.file}, ${reader.words.line(at.line)}`],
  ]
  return note[locale] === '' ? fields : [...fields, ['note', note[locale]]]
}

function History({ reader, rows }: { reader: Reader; rows: readonly Price[] }) {
  const { locale } = reader
  const words = priceWords[locale]
  return (
    <section aria-labelledby="history" class="price-history">
      <h2 id="history">{words.history}</h2>
      <table class="prices">
        <thead>
          <tr>
            <th scope="col">{words.fields.valid}</th>
            <th scope="col" class="number">
              {words.fields.value}
            </th>
            <th scope="col">{words.fields.priceYear}</th>
            <th scope="col">{words.fields.confidence}</th>
            <th scope="col">{words.fields.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.valid.from}>
              <th scope="row">
                <Days reader={reader} valid={row.valid} />
              </th>
              <td class="number" data-label={words.fields.value}>
                {priceText(row.value, row, locale)}
              </td>
              <td data-label={words.fields.priceYear}>{yearsText(row)}</td>
              <td data-label={words.fields.confidence}>
                <span>
                  <Trust reader={reader} provenance={row.provenance} />
                </span>
              </td>
              <td class="small">
                <Source text={row.provenance.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
