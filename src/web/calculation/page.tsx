/**
 * The public calculation: one sheet that a citizen, a council or the press can read and check - what it costs, what it gives, to
 * whom, what is left out, what nobody knows, and where every figure is from. Made to be printed.
 */
import {
  casePageWords,
  caseWords,
  listText,
  oneDecimal,
  wholeAmountText,
  caseBasisText,
} from '../../../locales/index.ts'
import { type CompiledCase, type Doubt, type PublicSum } from '../../core/valuation/index.ts'
import { type Words } from '../../core/text/index.ts'
import { type CaseData } from '../case/data.ts'
import { Answers } from '../parts/case-answers.tsx'
import { CaseFrame, RestsOn, casesCrumb, caseLink, doubtName, doubtful } from '../parts/case-page.tsx'
import { CaseYears } from '../parts/case-years.tsx'
import { isWeb, shortAddress } from '../parts/markdown.tsx'
import { Opening } from '../parts/page.tsx'
import { Source } from '../parts/provenance.tsx'
import { MustBeList } from '../parts/must-be.tsx'
import { SourceList, listFor } from '../parts/source-list.tsx'
import { type Reader } from '../reader.ts'
import { municipalityNet } from '../../operations/index.ts'

type Props = { reader: Reader; data: CaseData }

export function CalculationPage({ reader, data }: Props) {
  const { locale } = reader
  const words = casePageWords[locale].calculation
  const { name, shown, lawAsOf, open, scenario } = data
  const { compiled, report } = shown
  const title = compiled.file.title[locale]
  const list = listFor(open.folder.sources, locale)
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
        <RestsOn locale={locale} compiled={compiled} doubts={report.doubts} href="#all-figures" />
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
        <Notes reader={reader} data={data} />
      </div>
      <Figures reader={reader} data={data} />
      {list !== undefined && (
        <section aria-labelledby="sources" class="case-section noprint">
          <h2 id="sources">{casePageWords[locale].sources}</h2>
          <div class="calculation-sources small">
            <SourceList reader={reader} list={list} />
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
  const notes = sitesOf(report.publicSum)
  const net = municipalityNet(report)
  return (
    <section aria-labelledby="sum" class="calculation-sum">
      <h2 id="sum" class="unseen">
        {words.calculation.title}
      </h2>
      <table class="sum-lines">
        <tbody>
          {report.publicSum.lines.map(({ item, kind, label, net: amount }) => (
            <tr key={item}>
              <th scope="row">
                {kind === 'repayment' ? caseWords[locale].repayment : label[locale]}
                <NoteNumbers numbers={notes.flatMap(({ items }, at) => (items.has(item) ? [at + 1] : []))} />
              </th>
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

const NoteNumbers = ({ numbers }: { numbers: readonly number[] }) => (
  <sup>
    {numbers.map((number, index) => (
      <>
        {index > 0 && ','}
        <a href={`#note-${number}`}>{number}</a>
      </>
    ))}
  </sup>
)

/** Sources as short notes: what lies on the same site is one note, and a source that is no address stands as it is written. */
function sitesOf({ sources }: PublicSum): { text: string; items: Map<string, Words> }[] {
  const notes = new Map<string, Map<string, Words>>()
  for (const { source, items } of sources) {
    const text = isWeb(source) ? shortAddress(source).replace(/\/.*/, '') : source
    notes.set(text, new Map([...(notes.get(text) ?? []), ...items.map(({ item, label }) => [item, label] as const)]))
  }
  return [...notes].map(([text, items]) => ({ text, items }))
}

/** Whom it is about, and what is in no sum. */
function Apart({ reader, data: { shown, scenario } }: Props) {
  const { locale } = reader
  const words = casePageWords[locale]
  const { compiled, report } = shown
  const { file } = compiled
  const kroner = (amount: number) => wholeAmountText(amount, file.currency, locale)
  const broadOnly = [...file.consequences].filter(([, { scenario: own }]) => scenario === 'narrow' && own === 'broad')
  const said = [
    ...report.groups.map(({ label, started, succeeded, anyway }) => {
      const [all, met, without] = [started, succeeded, anyway].map((count) => oneDecimal(count, locale))
      return `${all!} ${label[locale]}: ${words.steps.counts(all!, met!, without!)}.`
    }),
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

/** Where the figures are from, in short, and every figure that no source says by name; the whole of both is on the screen below. */
function Notes({ reader, data: { shown } }: Props) {
  const { locale } = reader
  const words = casePageWords[locale].calculation
  const { compiled, report } = shown
  const inSum = new Set(report.publicSum.lines.map(({ item }) => item))
  return (
    <section aria-labelledby="figures" class="case-section">
      <h2 id="figures">{words.sources}</h2>
      <ol class="sheet-notes">
        {sitesOf(report.publicSum).map(({ text, items }, index) => {
          const others = [...items].flatMap(([item, label]) => (inSum.has(item) ? [] : [label[locale]]))
          return (
            <li key={text} id={`note-${index + 1}`}>
              <sup>{index + 1}</sup> {text}
              {others.length > 0 && ` (${others.join(', ')})`}
            </li>
          )
        })}
      </ol>
      {doubtsByGrade(report.doubts, compiled, locale).map(({ grade, count, names }) => (
        <p class="sheet-doubts" key={grade}>
          <b class="act">{words.unsourcedOf(caseWords[locale].grades[grade] ?? grade, count)}</b> {names.join(', ')}.
        </p>
      ))}
      <p class="quiet small print-only">{words.whole}</p>
    </section>
  )
}

/** The names of the figures under each grade of doubt; a name that stands for several figures says how many. */
function doubtsByGrade(doubts: readonly Doubt[], compiled: CompiledCase, locale: Reader['locale']) {
  const grades = new Map<string, Map<string, number>>()
  for (const { what, grade } of doubtful(doubts)) {
    const name = doubtName(what, compiled, locale)
    const counts = grades.get(grade) ?? new Map<string, number>()
    grades.set(grade, counts.set(name, (counts.get(name) ?? 0) + 1))
  }
  return [...grades].map(([grade, counts]) => ({
    grade,
    count: [...counts.values()].reduce((sum, one) => sum + one, 0),
    names: [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${count})`)),
  }))
}

/** On the screen only: every item with the source it states, and then every figure that no source says. */
function Figures({ reader, data: { shown } }: Props) {
  const { locale } = reader
  const words = casePageWords[locale].calculation
  const { noSource, grades } = caseWords[locale]
  const { compiled, report } = shown
  const { costs, consequences } = compiled.file
  return (
    <section aria-labelledby="all-figures" class="case-section noprint">
      <h2 id="all-figures">{words.allSources}</h2>
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
