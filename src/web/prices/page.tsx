/**
 * The price catalogue: what is looked for, and the prices that fit, each leading to its own page. Works without script.
 */
import { kronerText, priceText, priceWords } from '../../../locales/index.ts'
import { type PriceLine, type PriceList } from '../../operations/index.ts'
import { choiceName, hrefOf } from '../address.ts'
import { DayFaults } from '../parts/day-field.tsx'
import { Opening, Page } from '../parts/page.tsx'
import { Trust, yearsText } from '../parts/provenance.tsx'
import { type Reader } from '../reader.ts'

type Props = { reader: Reader; list: PriceList; isCarried: boolean; fault: string | undefined }

/** `fault` is what could not be used of what the reader asked for. */
export function PricesPage({ reader, list, isCarried, fault }: Props) {
  const { locale } = reader
  const words = priceWords[locale]
  const { lines, year, of } = list
  return (
    <Page reader={reader} title={words.title}>
      <Opening reader={reader} title={words.title} lead={words.lead}>
        <p class="ways">
          <a href={hrefOf({ locale, page: 'rules' })}>{words.seeRules}</a>
        </p>
      </Opening>
      <DayFaults faults={fault === undefined ? [] : [fault]} />
      <Search reader={reader} />
      <p class="prices-found" role="status">
        {words.found(lines.length, of)}. <span class="quiet small">{words.yearSays(year)}</span>
      </p>
      {isCarried && lines.some(({ inYear }) => inYear.amount === undefined) && (
        <p class="measure small prices-why">{words.notInYearWhy}</p>
      )}
      {lines.length === 0 ? (
        <p class="measure">{words.none}</p>
      ) : (
        <table class="prices">
          <thead>
            <tr>
              <th scope="col">{words.columns.label}</th>
              <th scope="col" class="number">
                {words.columns.value}
              </th>
              <th scope="col">{words.columns.priceYear}</th>
              {isCarried && (
                <th scope="col" class="number">
                  {words.inYear(year)}
                </th>
              )}
              <th scope="col">{words.columns.owner}</th>
              <th scope="col">{words.columns.confidence}</th>
              <th scope="col">{words.columns.reservations}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={line.price.id} reader={reader} line={line} year={year} isCarried={isCarried} />
            ))}
          </tbody>
        </table>
      )}
    </Page>
  )
}

type RowData = { reader: Reader; line: PriceLine; year: number; isCarried: boolean }

function Row({ reader, line, year, isCarried }: RowData) {
  const { locale, address } = reader
  const words = priceWords[locale]
  const { price, inYear, notices } = line
  const chosenYear = address.year === undefined ? {} : { year: address.year }
  const told = notices.filter(({ code }) => code !== 'price-unverified')
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf({ ...chosenYear, locale, page: 'price', price: price.id })}>{price.label[locale]}</a>
        <p class="small quiet">{price.id}</p>
      </th>
      <td class="number" data-label={words.columns.value}>
        {priceText(price.value, price, locale)}
      </td>
      <td class="small" data-label={words.columns.priceYear}>
        {yearsText(price)}
      </td>
      {isCarried && (
        <td class="number" data-label={words.inYear(year)}>
          {inYear.amount === undefined ? (
            <span class="small quiet">{words.notInYear}</span>
          ) : (
            kronerText(inYear.amount, locale)
          )}
        </td>
      )}
      <td class="small" data-label={words.columns.owner}>
        {words.owners[price.owner]}
      </td>
      <td class="small" data-label={words.columns.confidence}>
        <span>
          <Trust reader={reader} provenance={price.provenance} />
        </span>
      </td>
      <td class="small" data-label={words.columns.reservations}>
        {told.length === 0 ? (
          <span class="quiet">{words.noReservations}</span>
        ) : (
          <span>{told.map(({ code, facts }) => words.brief(code, Number(facts['age'] ?? 0))).join(', ')}</span>
        )}
      </td>
    </tr>
  )
}

/** What is looked for, as a form that asks for the page again. */
function Search({ reader }: { reader: Reader }) {
  const { locale, address } = reader
  const { form, areas, owners } = priceWords[locale]
  const choice = (name: 'area' | 'owner', label: string, words: Readonly<Record<string, string>>) => (
    <p>
      <label class="small quiet" for={name}>
        {label}
      </label>
      <select id={name} name={choiceName(name, locale)}>
        <option value="">{form.all}</option>
        {Object.entries(words).map(([value, text]) => (
          <option key={value} value={value} selected={address[name] === value}>
            {text}
          </option>
        ))}
      </select>
    </p>
  )
  const field = (name: 'search' | 'year', label: string, mode?: 'numeric') => (
    <p>
      <label class="small quiet" for={name}>
        {label}
      </label>
      <input
        type="text"
        id={name}
        name={choiceName(name, locale)}
        value={address[name]}
        inputmode={mode}
        autocomplete="off"
      />
    </p>
  )
  const isAsked = (['search', 'area', 'owner', 'year'] as const).some((name) => address[name] !== undefined)
  return (
    <form class="dates noprint" method="get" action={hrefOf({ locale, page: 'prices' })}>
      {field('search', form.search)}
      {choice('area', form.area, areas)}
      {choice('owner', form.owner, owners)}
      {field('year', form.year, 'numeric')}
      <p>
        <button type="submit">{form.show}</button>
      </p>
      {isAsked && (
        <p class="prices-reset">
          <a href={hrefOf({ locale, page: 'prices' })}>{form.reset}</a>
        </p>
      )}
    </form>
  )
}
