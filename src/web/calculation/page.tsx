/**
 * The public calculation: one sheet that a citizen, a council or the press can read and check - what it costs, what it gives, to
 * whom, what is left out, what nobody knows, and where every figure is from. Made to be printed.
 */
import {
  casePageWords,
  caseWords,
  listText,
  oneDecimal,
  sentence,
  wholeAmountText,
  caseBasisText,
  ownerText,
} from '../../../locales/index.ts'
import { type ItemRow } from '../../core/valuation/index.ts'
import { type CaseData } from '../case/data.ts'
import { Answers } from '../parts/case-answers.tsx'
import { ownerRows } from '../parts/case-owners.tsx'
import { CaseFrame, RestsOn, casesCrumb, caseLink, doubtName, doubtful } from '../parts/case-page.tsx'
import { CaseYears } from '../parts/case-years.tsx'
import { languageOf } from '../parts/foreign.tsx'
import { Markdown, shortAddress, withoutHeading } from '../parts/markdown.tsx'
import { Opening } from '../parts/page.tsx'
import { Source } from '../parts/provenance.tsx'
import { type Reader } from '../reader.ts'
import { MustBeList } from '../parts/must-be.tsx'
import { municipalityNet } from '../../operations/index.ts'

type Props = { reader: Reader; data: CaseData }

export function CalculationPage({ reader, data }: Props) {
  const { locale } = reader
  const words = casePageWords[locale].calculation
  const { name, shown, lawAsOf, open, scenario } = data
  const { compiled, report } = shown
  const title = compiled.file.title[locale]
  const { sources } = open.folder
  const language = sources === undefined ? locale : languageOf(sources, locale)
  return (
    <CaseFrame reader={reader} name={name} title={`${words.title}: ${title}`}>
      <div class="sheet">
        <Opening
          reader={reader}
          from={casesCrumb(reader)}
          crumb={{ href: caseLink(reader, name, 'case'), text: title }}
          title={words.title}
          lead={title}
        />
        <Answers locale={locale} compiled={compiled} figures={report} scenario={scenario} />
        <RestsOn locale={locale} compiled={compiled} doubts={report.doubts} href="#figures" />
        <p class="measure quiet small case-after">
          {caseBasisText(compiled, lawAsOf, locale)} {words.lead}
        </p>
        <div class="sheet-columns">
          <div>
            <Sum reader={reader} data={data} />
            <Apart reader={reader} data={data} />
            <Uncertain reader={reader} data={data} />
          </div>
          <figure class="calculation-figure">
            <CaseYears locale={locale} compiled={compiled} figures={report} />
          </figure>
        </div>
        <Figures reader={reader} data={data} />
      </div>
      {sources !== undefined && (
        <section aria-labelledby="sources" class="case-section noprint">
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
  const ours = (item: ItemRow) => compiled.owners.find(({ name }) => name === item.owner)!.authority === 'municipality'
  const inBudget = report.items.filter((item) => ours(item) && item.kind !== 'freed-capacity')
  const lines = merged(inBudget, (item) => (item.of === 'repayment' ? caseWords[locale].repayment : item.label[locale]))
  const net = municipalityNet(report)
  return (
    <section aria-labelledby="sum" class="calculation-sum">
      <h2 id="sum" class="unseen">
        {words.calculation.title}
      </h2>
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
    </section>
  )
}

/** Items of the same name are one line, whoever of the municipality's owners they touch. */
function merged(items: readonly ItemRow[], labelOf: (item: ItemRow) => string): { label: string; amount: number }[] {
  const sums = new Map<string, number>()
  for (const item of items) sums.set(labelOf(item), (sums.get(labelOf(item)) ?? 0) + item.net.total)
  return [...sums].map(([label, amount]) => ({ label, amount }))
}

/** Whom it is about, what others gain or lose, and what is in no sum. */
function Apart({ reader, data: { shown, scenario } }: Props) {
  const { locale } = reader
  const words = casePageWords[locale]
  const { compiled, report } = shown
  const { file } = compiled
  const kroner = (amount: number) => wholeAmountText(amount, file.currency, locale)
  const others = ownerRows(compiled, report).filter(
    ({ owner }) => compiled.owners.find(({ name }) => name === owner)!.authority !== 'municipality',
  )
  const broadOnly = [...file.consequences].filter(([, { scenario: own }]) => scenario === 'narrow' && own === 'broad')
  const said = [
    ...report.groups.map(({ label, started, succeeded, anyway }) => {
      const [all, met, without] = [started, succeeded, anyway].map((count) => oneDecimal(count, locale))
      return `${all!} ${label[locale]}: ${words.steps.counts(all!, met!, without!)}.`
    }),
    ...(others.length === 0
      ? []
      : [
          sentence(
            `${words.calculation.whoElse}: ${listText(
              others.map(({ owner, net }) => `${ownerText(compiled, owner, locale)} ${kroner(net)}`),
              locale,
            )}`,
          ),
        ]),
    ...(report.freedCapacity.total === 0 ? [] : [caseWords[locale].freed(kroner(report.freedCapacity.presentValue))]),
    ...(broadOnly.length === 0
      ? []
      : [
          words.calculation.notCounted(
            listText(
              broadOnly.map(([, { label }]) => label[locale]),
              locale,
            ),
          ),
        ]),
  ]
  return (
    <ul class="must-be calculation-apart">
      {said.map((one) => (
        <li class="measure" key={one}>
          {one}
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
    <section aria-labelledby="uncertain" class="calculation-apart">
      <h2 id="uncertain">{caseWords[locale].heads.mustBe}</h2>
      <MustBeList mustBe={report.mustBe} currency={compiled.file.currency} locale={locale} />
    </section>
  )
}

/** Every item with the source it states, and then every figure that no source says. */
function Figures({ reader, data: { shown } }: Props) {
  const { locale } = reader
  const words = casePageWords[locale].calculation
  const { noSource, grades } = caseWords[locale]
  const { compiled, report } = shown
  const { costs, consequences } = compiled.file
  return (
    <section aria-labelledby="figures" class="case-section">
      <h2 id="figures">{words.sources}</h2>
      <ul class="sheet-list">
        {[...costs, ...consequences].map(([name, { label, source }]) => (
          <li key={name}>
            <b>{label[locale]}</b> {source === undefined ? noSource : <Source text={source} />}
          </li>
        ))}
        {compiled.prices.map(({ price }) => (
          <li key={price.id}>
            <b>{price.label[locale]}</b> <Source text={price.provenance.source} />
          </li>
        ))}
      </ul>
      <h3>{words.unsourced}</h3>
      <ul class="sheet-list">
        {doubtful(report.doubts).map(({ what, grade, reason }) => (
          <li key={`${what} ${reason}`}>
            <b>{doubtName(what, compiled, locale)}</b> {grades[grade] ?? grade}
            {reason === '' ? '' : `: ${shortAddress(reason)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
