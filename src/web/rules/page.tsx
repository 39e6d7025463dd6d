/**
 * The dated rules of the catalogue, with their figures and sources: refunds, indexes, discount rates, reforms and accounts.
 */
import { type ComponentChildren } from 'preact'
import { dateText, figureText, plainNumberText, priceWords } from '../../../locales/index.ts'
import { type Catalogue, type Provenance, type Reform, type RuleFigure } from '../../core/valuation/index.ts'
import { hrefOf } from '../address.ts'
import { Opening, Page } from '../parts/page.tsx'
import { Days, Source, Trust } from '../parts/provenance.tsx'
import { type Reader } from '../reader.ts'

export function RulesPage({ reader, catalogue }: { reader: Reader; catalogue: Catalogue }) {
  const { locale } = reader
  const words = priceWords[locale]
  const { tables } = words
  return (
    <Page reader={reader} title={words.rulesTitle}>
      <Opening
        reader={reader}
        crumb={{ href: hrefOf({ locale, page: 'prices' }), text: words.title }}
        title={words.rulesTitle}
        lead={words.rulesLead}
      >
        <ul class="ways">
          {(['rules', 'discount', 'indexes', 'reforms', 'accounts'] as const).map((name) => (
            <li key={name}>
              <a href={`#${name}`}>{tables[name]}</a>
            </li>
          ))}
        </ul>
      </Opening>
      <Section id="rules" title={tables.rules}>
        {[...catalogue.rules].map(([rule, figures]) => (
          <Rule key={rule} reader={reader} rule={rule} figures={figures} />
        ))}
      </Section>
      <Section id="discount" title={tables.discount}>
        <DiscountTable reader={reader} catalogue={catalogue} />
      </Section>
      <Section id="indexes" title={tables.indexes}>
        <IndexTable reader={reader} catalogue={catalogue} />
      </Section>
      <Section id="reforms" title={tables.reforms}>
        <ReformTable reader={reader} catalogue={catalogue} />
      </Section>
      <Section id="accounts" title={tables.accounts}>
        <AccountTable reader={reader} catalogue={catalogue} />
      </Section>
    </Page>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id} class="rules">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

type Cell = { head: string; isNumber?: true; text: ComponentChildren }

/** A table of figures that ends with how far each may be trusted and where it comes from. */
function Figures({ reader, label, rows }: { reader: Reader; label: string; rows: readonly FigureRow[] }) {
  const words = priceWords[reader.locale]
  const heads = rows[0]?.cells ?? []
  return (
    <table class="prices" aria-label={label}>
      <thead>
        <tr>
          {heads.map(({ head, isNumber }) => (
            <th key={head} scope="col" class={isNumber === true ? 'number' : undefined}>
              {head}
            </th>
          ))}
          <th scope="col">{words.fields.confidence}</th>
          <th scope="col">{words.fields.source}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells, provenance }) => (
          <tr key={key}>
            {cells.map(({ head, isNumber, text }, index) =>
              index === 0 ? (
                <th key={head} scope="row">
                  {text}
                  {provenance.note[reader.locale] !== '' && <p class="small quiet">{provenance.note[reader.locale]}</p>}
                </th>
              ) : (
                <td key={head} class={isNumber === true ? 'number' : 'small'} data-label={head}>
                  <span>{text}</span>
                </td>
              ),
            )}
            <td class="small" data-label={words.fields.confidence}>
              <span>
                <Trust reader={reader} provenance={provenance} />
              </span>
            </td>
            <td class="small">
              <Source text={provenance.source} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type FigureRow = { key: string; cells: readonly Cell[]; provenance: Provenance }

function Rule({ reader, rule, figures }: { reader: Reader; rule: string; figures: readonly RuleFigure[] }) {
  const { locale } = reader
  const words = priceWords[locale]
  const { figure, from, value, level, valid } = words.ruleColumns
  const { title, says, from: steps = from } = words.rules[rule] ?? { title: rule, says: '' }
  const hasSteps = figures.some((row) => row.from !== 0)
  const hasLevels = figures.some((row) => row.levelYear !== undefined)
  const rows = figures.map((row): FigureRow => {
    const step = row.from === 0 ? '' : plainNumberText(row.from, locale)
    return {
      key: `${row.figure} ${row.from} ${row.valid.from}`,
      cells: [
        { head: figure, text: row.label[locale] },
        ...(hasSteps ? [{ head: steps, isNumber: true as const, text: step }] : []),
        { head: value, isNumber: true, text: figureText(row, locale) },
        ...(hasLevels ? [{ head: level, text: row.levelYear ?? '' }] : []),
        { head: valid, text: <Days reader={reader} valid={row.valid} /> },
      ],
      provenance: row.provenance,
    }
  })
  return (
    <section aria-labelledby={`rule-${rule}`} class="rule">
      <h3 id={`rule-${rule}`}>{title}</h3>
      <p class="measure">{says}</p>
      <Figures reader={reader} label={title} rows={rows} />
    </section>
  )
}

type TableData = { reader: Reader; catalogue: Catalogue }

function DiscountTable({ reader, catalogue }: TableData) {
  const { locale } = reader
  const { tables, columnsOf, ruleColumns, yearsAhead, units } = priceWords[locale]
  const rows = [...catalogue.discountGuides.values()].flat().map((step): FigureRow => ({
    key: `${step.guide} ${step.fromYear}`,
    cells: [
      { head: columnsOf.guide, text: step.label[locale] },
      { head: columnsOf.years, text: yearsAhead(step.fromYear, step.throughYear) },
      { head: columnsOf.rate, isNumber: true, text: units['%']?.(plainNumberText(step.rate, locale)) },
      { head: ruleColumns.valid, text: <Days reader={reader} valid={step.valid} /> },
    ],
    provenance: step.provenance,
  }))
  return <Figures reader={reader} label={tables.discount} rows={rows} />
}

function IndexTable({ reader, catalogue }: TableData) {
  const { locale } = reader
  const { tables, columnsOf, units } = priceWords[locale]
  const rows = [...catalogue.indexes.values()].flat().map((estimate): FigureRow => ({
    key: `${estimate.family} ${estimate.year} ${estimate.estimatedOn}`,
    cells: [
      { head: columnsOf.family, text: estimate.label[locale] },
      { head: columnsOf.year, text: estimate.year },
      { head: columnsOf.percent, isNumber: true, text: units['%']?.(plainNumberText(estimate.percent, locale)) },
      { head: columnsOf.estimated, text: dateText(estimate.estimatedOn, locale) },
    ],
    provenance: estimate.provenance,
  }))
  return <Figures reader={reader} label={tables.indexes} rows={rows} />
}

function ReformTable({ reader, catalogue }: TableData) {
  const { locale } = reader
  const words = priceWords[locale]
  const linksTo = (ids: readonly string[]) =>
    ids.map((id) => (
      <a key={id} href={hrefOf({ locale, page: 'price', price: id })}>
        {catalogue.prices.get(id)?.at(-1)?.label[locale] ?? id}
      </a>
    ))
  const what = ({ label, ends, closes }: Reform) => (
    <>
      {label[locale]}
      {ends.length > 0 && (
        <span class="rule-benefits small">
          {words.ends}: {linksTo(ends)}
        </span>
      )}
      {closes.length > 0 && (
        <span class="rule-benefits small">
          {words.closes}: {linksTo(closes)}
        </span>
      )}
    </>
  )
  const rows = catalogue.reforms.map((reform): FigureRow => ({
    key: reform.id,
    cells: [
      { head: words.columnsOf.what, text: what(reform) },
      {
        head: words.columnsOf.on,
        text: `${dateText(reform.on, locale)}${reform.isExpected ? `, ${words.expected}` : ''}`,
      },
    ],
    provenance: reform.provenance,
  }))
  return <Figures reader={reader} label={words.tables.reforms} rows={rows} />
}

function AccountTable({ reader, catalogue }: TableData) {
  const { locale } = reader
  const { tables, columnsOf, ruleColumns } = priceWords[locale]
  const rows = [...catalogue.accounts.values()].flat().map((account): FigureRow => ({
    key: `${account.id} ${account.valid.from}`,
    cells: [
      { head: columnsOf.what, text: account.label[locale] },
      { head: columnsOf.number, text: account.id },
      { head: ruleColumns.valid, text: <Days reader={reader} valid={account.valid} /> },
    ],
    provenance: account.provenance,
  }))
  return <Figures reader={reader} label={tables.accounts} rows={rows} />
}
