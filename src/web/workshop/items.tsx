/** The named things of a case - groups, costs, consequences, estimates, departments - each opening where it stands. */
import { workshopWords } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type OutlineMap, type OutlineNode } from '../../core/valuation/index.ts'
import { Problems } from './asked.tsx'
import { type DraftView } from './draft.ts'
import { EstimateSlider } from './estimate.tsx'
import { type FieldsInput } from './field-names.ts'
import { MapFields, NodeFields, Remove } from './fields.tsx'
import { isStop } from './homes.ts'
import { summaryOf } from './item-summary.ts'
import { labelOf, leafIn } from './item-text.ts'
import { namesIn, titlesOf } from './named.ts'
import { ownersOf } from './owners.tsx'
import { PriceSearch } from './price-search.tsx'

/** A part of the workshop: what it shows, and the text of the case as an outline. */
export type Part = { view: DraftView; locale: Locale; root: OutlineMap }

/** Each named thing opens where it stands; the one that was touched last and those with something missing say so. */
export function Items({
  view,
  locale,
  root,
  of,
  add,
  ways = [],
}: Part & { of: string; add: string; ways?: readonly string[] }) {
  const words = workshopWords[locale]
  const path = `case.${of}`
  const node = root.entries.find(({ key }) => key === of)?.node
  const entries = node?.kind === 'map' ? node.entries : []
  return (
    <div class="items" id={path} tabindex={-1}>
      {entries.map(({ key, node: item }) => (
        <Item key={key} view={view} locale={locale} root={root} item={item} name={key} of={of} />
      ))}
      <Problems of={path} {...inputOf(view, locale)} />
      <p class="add-line add-item">
        <label for={`name ${path}`}>{add}</label>
        <input type="text" id={`name ${path}`} name={`name=${path}`} placeholder={words.add.name} autocomplete="off" />
        {ways.length > 0 && (
          <>
            <label for={`as ${path}`} class="unseen">
              {words.add.as}
            </label>
            <select id={`as ${path}`} name={`as=${path}`}>
              {ways.map((way) => (
                <option key={way} value={way}>
                  {words.add.ways[way]}
                </option>
              ))}
            </select>
          </>
        )}
        <button type="submit" name="do" value={`item|${path}`} class="quiet-button" aria-label={add}>
          {words.add.button}
        </button>
      </p>
    </div>
  )
}

export function Item({ view, locale, item, name, of }: Part & { item: OutlineNode; name: string; of: string }) {
  const words = workshopWords[locale]
  const { problems } = view.draft
  const missing = problems.filter(
    (one) => isStop(one) && (one.home === item.path || one.home.startsWith(`${item.path}.`)),
  ).length
  const label = labelOf(item, locale) ?? name
  const input = inputOf(view, locale)
  return (
    <details class="item" id={item.path} open={view.opened === item.path || missing > 0}>
      <summary>
        <span class="item-name">{label}</span>
        <span class="item-says small quiet">
          {summaryOf(item, of, { ...input, catalogue: view.ground.catalogue }, locale)}
        </span>
        {missing > 0 && <span class="act small">{words.openFaults(missing)}</span>}
      </summary>
      <div class="item-fields">
        {item.kind === 'map' ? (
          <>
            {of === 'estimates' && <EstimateSlider node={item} locale={locale} />}
            <MapFields node={item} {...input} />
            {of === 'consequences' && <PriceOf view={view} locale={locale} item={item} />}
          </>
        ) : (
          <NodeFields node={item} {...input} />
        )}
        <p class="item-remove">
          <Remove path={item.path} what={label} locale={locale} />
        </p>
      </div>
    </details>
  )
}

const currencyOf = ({ draft }: DraftView): string => draft.outline?.leaves.get('case.currency')?.text ?? ''

export const inputOf = (view: DraftView, locale: Locale): FieldsInput => ({
  locale,
  problems: view.draft.problems,
  currency: currencyOf(view),
  owners: ownersOf(view, locale),
  names: namesIn(view.draft.outline?.root, locale),
  title: titlesOf(view.draft.outline?.root, locale),
})

function PriceOf({ view, locale, item }: { view: DraftView; locale: Locale; item: OutlineMap }) {
  const price = leafIn(item, 'price')
  if (price === undefined) return null
  const year = Number(view.draft.outline?.leaves.get('case.price-year')?.text)
  return (
    <PriceSearch
      locale={locale}
      catalogue={view.ground.catalogue}
      path={price.path}
      chosen={price.text}
      search={view.searches.get(price.path) ?? ''}
      priceYear={Number.isInteger(year) && year > 1900 ? year : undefined}
    />
  )
}
