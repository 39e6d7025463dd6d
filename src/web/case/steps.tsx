/**
 * The six steps of SØM with what the case says at each, a note, and who has checked it; and the list of figures nobody vouches for.
 */
import {
  casePageWords,
  caseWords,
  checklistWords,
  dateText,
  doubtWords,
  estimateText,
  oneDecimal,
  priceText,
  wholeAmountText,
} from '../../../locales/index.ts'
import { type CompiledCase, type Doubt } from '../../core/valuation/index.ts'
import { Checklist } from '../parts/case-checklist.tsx'
import { caseLink, doubtful } from '../parts/case-page.tsx'
import { shortAddress } from '../parts/markdown.tsx'
import { NoticeList } from '../parts/notices.tsx'
import { type Reader } from '../reader.ts'
import { type Props } from './section.tsx'
import { municipalityNet } from '../../operations/index.ts'

export const stepNames = ['target-group', 'cost', 'success-rate', 'consequences', 'prices', 'result'] as const
export type StepName = (typeof stepNames)[number]

export function StepsSection({ reader, data }: Props) {
  const { locale } = reader
  const words = casePageWords[locale].steps
  const { report } = data.shown
  const left = report.notSignedOff.length + report.changedSinceSigned.length
  return (
    <section aria-labelledby="steps" class="case-section">
      <h2 id="steps">{words.head}</h2>
      <p class="measure">
        {words.lead} {left === 0 ? words.all : words.left(left)}
      </p>
      <ol class="steps">
        {stepNames.map((step, index) => (
          <Step key={step} reader={reader} data={data} step={step} title={words.titles[index]!} />
        ))}
      </ol>
    </section>
  )
}

function Step({ reader, data, step, title }: Props & { step: StepName; title: string }) {
  const { locale } = reader
  const words = casePageWords[locale].steps
  const { compiled, report } = data.shown
  const weak = doubtful(report.doubts).filter(({ what }) => stepOf(what, compiled) === step).length
  const signed = compiled.file.signedOff?.get(step)
  return (
    <li>
      <h3>{title}</h3>
      <div>
        <p class="measure small quiet">{checklistWords[locale].steps[step]}</p>
        <ul>
          {stepLines(step, data, locale).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {step !== 'result' && (
          <p class="small quiet">{weak === 0 ? words.solid : <span class="act">{words.rests(weak)}</span>}</p>
        )}
        <Checklist locale={locale} points={report.checklist.filter((one) => one.step === step)} title={title} />
        {signed?.note !== undefined && (
          <p class="measure">
            {words.note}: {signed.note[locale]}
          </p>
        )}
      </div>
      <p class="small step-signed">
        {signed === undefined
          ? words.nobody
          : signed.on === undefined
            ? words.bySomebody(signed.by)
            : words.by(signed.by, dateText(signed.on, locale))}
        {report.changedSinceSigned.includes(step) && <span class="act"> {words.changed}</span>}
        {signed !== undefined && signed.digest === undefined && ` ${words.ofUnknown}`}
      </p>
    </li>
  )
}

/** At which step a figure is checked. */
function stepOf(what: string, { prices }: CompiledCase): StepName {
  if (prices.some(({ price }) => price.id === what)) return 'prices'
  if (/^groups\..*\.(success|without)/.test(what)) return 'success-rate'
  if (what.startsWith('groups.')) return 'target-group'
  if (what.startsWith('costs.')) return 'cost'
  if (what.startsWith('finance.')) return 'result'
  if (/^consequences\..*own-price/.test(what)) return 'prices'
  if (what.startsWith('consequences.')) return 'consequences'
  return 'success-rate'
}

function stepLines(step: StepName, { shown }: Props['data'], locale: Reader['locale']): string[] {
  const words = casePageWords[locale].steps
  const { compiled, report } = shown
  const { file, estimates, prices } = compiled
  const { currency } = file
  if (step === 'target-group') {
    return [...file.groups.values()].map(
      ({ label, criteria }) => label[locale] + (criteria === undefined ? '' : `: ${criteria[locale]}`),
    )
  }
  if (step === 'cost') return [...file.costs.values()].map(({ label }) => label[locale])
  if (step === 'success-rate') {
    const groups = report.groups.map(
      ({ label, referred, succeeded, anyway }) =>
        `${label[locale]}: ${words.counts(oneDecimal(referred, locale), oneDecimal(succeeded, locale), oneDecimal(anyway, locale))}`,
    )
    return [
      ...groups,
      ...estimates.map(
        ({ label, mean, unit }) => `${label[locale]}: ${estimateText(mean, unit, { currency, locale })}`,
      ),
    ]
  }
  if (step === 'consequences') return [...file.consequences.values()].map(({ label }) => label[locale])
  if (step === 'prices') {
    return prices.map(({ consequence, price }) => {
      const label = file.consequences.get(consequence)?.label[locale] ?? consequence
      const from = shortAddress(price.provenance.source)
      return `${label}: ${price.label[locale]}, ${words.priceOf(priceText(price.value, price, locale), String(price.priceYear), from)}`
    })
  }
  const net = municipalityNet(report)
  return [`${caseWords[locale].columns.presentValue}: ${wholeAmountText(net.presentValue, currency, locale)}`]
}

export function DoubtsSection({ reader, data }: Props) {
  const { locale } = reader
  const words = casePageWords[locale].doubts
  const { compiled, report } = data.shown
  const weak = doubtful(report.doubts)
  const derived = report.doubts.filter((doubt) => !weak.includes(doubt))
  const notices = data.valued.problems.concat(data.open.problems).filter(({ severity }) => severity === 'notice')
  return (
    <section aria-labelledby="doubts" class="case-section">
      <h2 id="doubts">{caseWords[locale].heads.doubts}</h2>
      <p class="measure">{weak.length === 0 ? words.none : words.lead(weak.length)}</p>
      <DoubtTable reader={reader} doubts={weak} compiled={compiled} />
      {derived.length > 0 && <h3>{words.derived(derived.length)}</h3>}
      <DoubtTable reader={reader} doubts={derived} compiled={compiled} />
      {notices.length > 0 && (
        <>
          <h3>{reader.words.terms.notices}</h3>
          <NoticeList reader={reader} problems={notices} />
        </>
      )}
      {Object.keys(data.open.folder.sources).length > 0 && reader.draft === undefined && (
        <p class="case-after noprint">
          <a href={caseLink(reader, data.name, 'calculation', {}, 'sources')}>{casePageWords[locale].sources}</a>
        </p>
      )}
    </section>
  )
}

type Doubts = { reader: Reader; compiled: CompiledCase }

function DoubtTable({ reader, doubts, compiled }: Doubts & { doubts: readonly Doubt[] }) {
  const words = casePageWords[reader.locale].doubts
  if (doubts.length === 0) return null
  return (
    <table class="stacked doubts">
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.worth}</th>
          <th scope="col">{words.reason}</th>
        </tr>
      </thead>
      <tbody>
        {doubts.map((doubt) => (
          <DoubtRow key={`${doubt.what} ${doubt.reason}`} reader={reader} doubt={doubt} compiled={compiled} />
        ))}
      </tbody>
    </table>
  )
}

function DoubtRow({ reader, doubt, compiled }: Doubts & { doubt: Doubt }) {
  const { locale } = reader
  const words = caseWords[locale]
  const { what, grade, confidence, reason } = doubt
  const { item, part } = doubtWords(what, compiled, locale)
  return (
    <tr>
      <th scope="row" title={what}>
        {item}
        {part !== '' && <p class="small quiet">{part}</p>}
      </th>
      <td>
        {words.grades[grade] ?? grade}
        {confidence === undefined ? '' : ` (${confidence})`}
      </td>
      <td>{reason === '' ? words.noSource : shortAddress(reason)}</td>
    </tr>
  )
}
