/**
 * The public calculation: one sheet that a citizen, a council or the press can read and check - what it costs, what it gives, to
 * whom, what is left out, what nobody knows, and where every figure is from. Made to be printed.
 */
import { casePageWords, caseWords, listText, oneDecimal, sentence, wholeAmountText } from '../../../locales/index.ts'
import { type ItemRow } from '../../core/valuation/index.ts'
import { type CaseData } from '../case/data.ts'
import { DoubtRow } from '../case/steps.tsx'
import { ownerRows } from '../parts/case-owners.tsx'
import {
  CaseFrame,
  RestsOn,
  basisText,
  casesCrumb,
  caseLink,
  municipalityNet,
  mustBeText,
  ownerName,
} from '../parts/case-page.tsx'
import { CaseYears } from '../parts/case-years.tsx'
import { languageOf } from '../parts/foreign.tsx'
import { Markdown, withoutHeading } from '../parts/markdown.tsx'
import { Opening } from '../parts/page.tsx'
import { Source } from '../parts/provenance.tsx'
import { type Reader } from '../reader.ts'

type Props = { reader: Reader; data: CaseData }

export function CalculationPage({ reader, data }: Props) {
  const { locale } = reader
  const words = casePageWords[locale].calculation
  const { name, shown, lawAsOf, open } = data
  const { compiled, report } = shown
  const title = compiled.file.title[locale]
  const { sources } = open.folder
  const language = sources === undefined ? locale : languageOf(sources, locale)
  return (
    <CaseFrame reader={reader} name={name} title={`${words.title}: ${title}`}>
      <Opening
        reader={reader}
        from={casesCrumb(reader)}
        crumb={{ href: caseLink(reader, name, 'case'), text: title }}
        title={words.title}
        lead={title}
      >
        <p class="measure quiet small case-after">
          {basisText(compiled, lawAsOf, locale)} {words.lead}
        </p>
        <RestsOn locale={locale} compiled={compiled} doubts={report.doubts} href="#figures" />
      </Opening>
      <Sum reader={reader} data={data} />
      <figure class="calculation-figure">
        <CaseYears locale={locale} compiled={compiled} figures={report} />
      </figure>
      <Uncertain reader={reader} data={data} />
      <Figures reader={reader} data={data} />
      {sources !== undefined && (
        <section aria-labelledby="sources" class="case-section">
          <h2 id="sources">{casePageWords[locale].sources}</h2>
          <div class="calculation-sources small" lang={language === locale ? undefined : language}>
            <Markdown text={withoutHeading(sources)} />
          </div>
        </section>
      )}
    </CaseFrame>
  )
}

/** The sum as one would write it on a sheet: what is put in, what comes back, and what is left. */
function Sum({ reader, data: { shown } }: Props) {
  const { locale } = reader
  const words = casePageWords[locale]
  const { compiled, report } = shown
  const kroner = (amount: number) => wholeAmountText(amount, compiled.file.currency, locale)
  const rows = ownerRows(compiled, report)
  const ours = (item: ItemRow) => compiled.owners.find(({ name }) => name === item.owner)!.authority === 'municipality'
  const inBudget = report.items.filter((item) => ours(item) && item.kind !== 'freed-capacity')
  const lines = merged(inBudget, (item) => (item.of === 'repayment' ? caseWords[locale].repayment : item.label[locale]))
  const net = municipalityNet(report)
  const others = rows.filter(
    ({ owner }) => compiled.owners.find(({ name }) => name === owner)!.authority !== 'municipality',
  )
  return (
    <section aria-labelledby="sum" class="calculation-sum">
      <h2 id="sum" class="unseen">
        {words.calculation.title}
      </h2>
      <People reader={reader} data={{ shown }} />
      <table class="sum-lines">
        <tbody>
          {lines.map(({ label, amount }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="number">{kroner(amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {caseWords[locale].columns.municipality}, {caseWords[locale].columns.net.toLowerCase()}
            </th>
            <td class="number">{kroner(net.total)}</td>
          </tr>
          <tr>
            <th scope="row">{caseWords[locale].columns.presentValue}</th>
            <td class="number">{kroner(net.presentValue)}</td>
          </tr>
        </tfoot>
      </table>
      {others.length > 0 && (
        <p class="measure">
          {sentence(
            `${words.calculation.whoElse}: ${listText(
              others.map(({ owner, net: own }) => `${ownerName(compiled, owner, locale)} ${kroner(own)}`),
              locale,
            )}`,
          )}
        </p>
      )}
      {report.freedCapacity.total !== 0 && (
        <p class="measure">{caseWords[locale].freed(kroner(report.freedCapacity.presentValue))}</p>
      )}
    </section>
  )
}

/** Items of the same name are one line, whoever of the municipality's owners they touch. */
function merged(items: readonly ItemRow[], labelOf: (item: ItemRow) => string): { label: string; amount: number }[] {
  const sums = new Map<string, number>()
  for (const item of items) sums.set(labelOf(item), (sums.get(labelOf(item)) ?? 0) + item.net.total)
  return [...sums].map(([label, amount]) => ({ label, amount }))
}

function People({ reader, data: { shown } }: { reader: Reader; data: Pick<CaseData, 'shown'> }) {
  const { locale } = reader
  const words = casePageWords[locale]
  return (
    <ul class="calculation-people">
      {shown.report.groups.map(({ group, label, started, succeeded, anyway }) => (
        <li class="measure" key={group}>
          {oneDecimal(started, locale)} {label[locale]};{' '}
          {words.steps.counts(oneDecimal(started, locale), oneDecimal(succeeded, locale), oneDecimal(anyway, locale))}.
        </li>
      ))}
    </ul>
  )
}

function Uncertain({ reader, data: { shown } }: Props) {
  const { locale } = reader
  const { report, compiled } = shown
  if (report.mustBe.length === 0) return null
  return (
    <section aria-labelledby="uncertain" class="case-section">
      <h2 id="uncertain">{caseWords[locale].heads.mustBe}</h2>
      <ul class="must-be">
        {report.mustBe.map((must) => (
          <li class="measure" key={must.estimate}>
            {mustBeText(must, compiled.file.currency, locale)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every item with the source it states, and then every figure that no source says. */
function Figures({ reader, data: { shown } }: Props) {
  const { locale } = reader
  const words = casePageWords[locale]
  const { compiled, report } = shown
  const { costs, consequences } = compiled.file
  const items = [...costs, ...consequences]
  return (
    <section aria-labelledby="figures" class="case-section">
      <h2 id="figures">{words.calculation.sources}</h2>
      <table class="stacked doubts">
        <thead>
          <tr>
            <th scope="col">{caseWords[locale].columns.item}</th>
            <th scope="col">{words.sources}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(([name, { label, source }]) => (
            <tr key={name}>
              <th scope="row">{label[locale]}</th>
              <td>{source === undefined ? caseWords[locale].noSource : <Source text={source} />}</td>
            </tr>
          ))}
          {compiled.prices.map(({ price }) => (
            <tr key={price.id}>
              <th scope="row">{price.label[locale]}</th>
              <td>
                <Source text={price.provenance.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{caseWords[locale].heads.doubts}</h3>
      <table class="stacked doubts">
        <thead>
          <tr>
            <th scope="col">{words.doubts.what}</th>
            <th scope="col">{words.doubts.worth}</th>
            <th scope="col">{words.doubts.reason}</th>
          </tr>
        </thead>
        <tbody>
          {report.doubts.map((doubt) => (
            <DoubtRow key={`${doubt.what} ${doubt.reason}`} reader={reader} doubt={doubt} compiled={compiled} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
