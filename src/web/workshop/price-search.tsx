/** The price catalogue beside a consequence: looked up by words, each price with its source, age and reservations. */
import { caseProblemParts, dateText, priceText, priceWords, workshopWords } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type Catalogue } from '../../core/valuation/index.ts'
import { type PriceLine, listPrices } from '../../operations/index.ts'
import { shortAddress } from '../parts/markdown.tsx'
import { yearsText } from '../parts/provenance.tsx'

export type PriceSearchInput = {
  locale: Locale
  catalogue: Catalogue
  path: string
  chosen: string
  search: string
  priceYear: number | undefined
}

const shownMost = 8

export function PriceSearch({ locale, catalogue, path, chosen, search, priceYear }: PriceSearchInput) {
  const words = workshopWords[locale].search
  const year = priceYear === undefined ? {} : { year: priceYear }
  const lines = search === '' ? [] : listPrices(catalogue, { search, ...year }).lines
  const current = catalogue.prices.has(chosen)
    ? listPrices(catalogue, year).lines.find(({ price }) => price.id === chosen)
    : undefined
  return (
    <div class="price-search">
      {current !== undefined && <PriceSays locale={locale} line={current} />}
      <details open={search !== ''}>
        <summary>{words.open}</summary>
        <p class="add-line">
          <label for={`q ${path}`} class="small">
            {words.label}
          </label>
          <input type="text" id={`q ${path}`} name={`q=${path}`} value={search} autocomplete="off" />
          <button type="submit" name="do" value={`search|${path}`} class="quiet-button">
            {words.button}
          </button>
        </p>
        {search !== '' && (
          <p class="small quiet" role="status">
            {lines.length === 0
              ? words.none
              : lines.length > shownMost
                ? words.foundFirst(lines.length, shownMost)
                : words.found(lines.length)}
          </p>
        )}
        <PriceLines locale={locale} lines={lines.slice(0, shownMost)} path={path} chosen={chosen} />
        {lines.length > shownMost && (
          <details class="more-prices" key={search}>
            <summary>{words.others(lines.length - shownMost)}</summary>
            <PriceLines locale={locale} lines={lines.slice(shownMost)} path={path} chosen={chosen} />
          </details>
        )}
      </details>
    </div>
  )
}

type PriceLinesInput = Pick<PriceSearchInput, 'locale' | 'path' | 'chosen'> & { lines: readonly PriceLine[] }

function PriceLines({ locale, lines, path, chosen }: PriceLinesInput) {
  const words = workshopWords[locale].search
  return (
    <ul class="price-lines">
      {lines.map((line) => (
        <li key={line.price.id}>
          <PriceSays locale={locale} line={line} />
          {line.price.id === chosen ? (
            <p class="small quiet">{words.chosen}</p>
          ) : (
            <button type="submit" name="do" value={`set|${path}|${line.price.id}`} class="quiet-button">
              {words.use(line.price.label[locale])}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function PriceSays({ locale, line: { price, notices } }: { locale: Locale; line: PriceLine }) {
  const words = workshopWords[locale].search
  const { provenance } = price
  return (
    <div class="price-says small">
      <p>
        <b>{price.label[locale]}</b> {priceText(price.value, price, locale)}, {yearsText(price)}
      </p>
      <p class="quiet">
        {words.from(shortAddress(provenance.source), dateText(provenance.read, locale))}; {provenance.confidence},{' '}
        {priceWords[locale].grades[provenance.grade]}
      </p>
      {notices.map((notice) => (
        <p class="act" key={notice.code}>
          {caseProblemParts(notice, locale).says}
        </p>
      ))}
    </div>
  )
}
