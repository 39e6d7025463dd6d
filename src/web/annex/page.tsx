/**
 * The annex: the agreement's own words, what is reserved or open beside them, and what each result gives.
 *
 * Clauses that pay come first, since they are what a reader comes for; then what holds payments back and who pays, what
 * is followed without payment, whom it is about, and how it is measured. The order within each is the agreement's.
 */
import { amountText, currencyWord, dateText } from '../../../locales/index.ts'
import { type Money } from '../../core/base/index.ts'
import { type Agreement } from '../../core/terms/index.ts'
import { type ToldClause } from '../../operations/index.ts'
import { peopleAndYears, partiesOf } from '../parts/agreement.ts'
import { Amount } from '../parts/amount.tsx'
import { Opening, Page } from '../parts/page.tsx'
import { type Reader, linkTo } from '../reader.ts'
import { Clause } from './clause.tsx'
import { type AnnexData } from './data.ts'
import { QuestionNote } from './question.tsx'

const sections = ['paid', 'limits', 'learning', 'who', 'measured'] as const
type Section = (typeof sections)[number]

export function AnnexPage({ reader, data }: { reader: Reader; data: AnnexData }) {
  const { locale, words } = reader
  const { annex } = data
  const { agreement } = annex.version
  const inSection = (section: Section) => annex.clauses.filter((clause) => sectionOf(clause, agreement) === section)
  const present = sections.filter((section) => inSection(section).length > 0)
  const from = annex.version.from
  return (
    <Page reader={reader} title={agreement.title[locale]} contract={data.name}>
      <Opening reader={reader} title={agreement.title[locale]} lead={partiesOf(agreement)}>
        <p class="lead lead-second">{peopleAndYears(agreement, reader)}</p>
        <p class="standing">
          <Signing reader={reader} data={data} />{' '}
          <span class="quiet">
            {words.annex.version(annex.version.name, from === undefined ? '' : dateText(from, locale))}.
          </span>
        </p>
        <ul class="ways small" aria-label={words.annex.onThisPage}>
          {present.map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{words.annex.sections[section]}</a>
            </li>
          ))}
        </ul>
      </Opening>
      {annex.questions.some(({ clause }) => clause === undefined) && <LooseQuestions reader={reader} data={data} />}
      {present.map((section) => (
        <section key={section} aria-labelledby={section} class={`annex ${section}`}>
          <div class="annex-heads">
            <h2 id={section}>{words.annex.sections[section]}</h2>
            <p class="small quiet" aria-hidden="true">
              {words.annex.columns.margin}
            </p>
            {section === 'paid' && (
              <p class="small quiet" aria-hidden="true">
                {`${words.annex.columns.figure}, ${currencyWord(agreement.currency, locale)}`}
              </p>
            )}
          </div>
          {inSection(section).map((clause) => (
            <Clause key={clause.id} reader={reader} data={data} clause={clause} />
          ))}
        </section>
      ))}
      {data.earned.length > 1 && <Readings reader={reader} data={data} />}
    </Page>
  )
}

function sectionOf(clause: ToldClause, agreement: Agreement): Section {
  const [kind, name] = clause.id.split('.')
  if (clause.payments.length > 0) return 'paid'
  if (kind === 'goals') {
    // A payment may have a number of its own, and its goal is still what is paid for.
    const isPaid = [...(agreement.payments?.values() ?? [])].some(({ goal }) => goal === name)
    return isPaid ? 'paid' : 'learning'
  }
  if (kind === 'measures') return 'measured'
  if (kind === 'limits' || kind === 'payers' || kind === 'settlement' || kind === 'exit') return 'limits'
  if (kind === 'security' || kind === 'parameters') return 'limits'
  return 'who'
}

function Signing({ reader, data }: { reader: Reader; data: AnnexData }) {
  const { locale, words } = reader
  if (data.isSignable) return <span>{words.annex.signable}</span>
  const { currency } = data.annex.version.agreement
  const [least, most] = [minimum(data.earned), maximum(data.earned)]
  return (
    <>
      <span class="act">{words.annex.notSignable}</span> {words.annex.notSignableWhy(data.annex.questions.length)}
      {most > least && ` ${words.annex.moves(amountText(most - least, currency, locale))}`}
    </>
  )
}

const minimum = (amounts: readonly Money[]): Money => amounts.reduce((a, b) => (b < a ? b : a), amounts[0] ?? 0n)
const maximum = (amounts: readonly Money[]): Money => amounts.reduce((a, b) => (b > a ? b : a), amounts[0] ?? 0n)

/** Questions about the agreement as a whole stand above the clauses. */
function LooseQuestions({ reader, data }: { reader: Reader; data: AnnexData }) {
  const loose = data.annex.questions.filter(({ clause }) => clause === undefined)
  return (
    <div class="annex-loose">
      {loose.map((question) => (
        <QuestionNote key={question.number} reader={reader} data={data} question={question} />
      ))}
    </div>
  )
}

/** What has been earned under each reading, the answers beside. */
function Readings({ reader, data }: { reader: Reader; data: AnnexData }) {
  const { locale, words } = reader
  const { currency } = data.annex.version.agreement
  return (
    <section aria-labelledby="readings" class="annex-readings">
      <div>
        <h2 id="readings">{words.annex.readings}</h2>
        {data.days !== undefined && (
          <p class="measure">{words.annex.readingsSay(dateText(data.days.knownAt, locale))}</p>
        )}
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.annex.columns.reading}</th>
            <th scope="col" class="number">
              {words.library.columns.earned}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.earned.map((money, index) => (
            <tr key={index}>
              <th scope="row">
                <a href={linkTo(reader, data.name, 'annex', { reading: String(index + 1) })}>
                  {words.annex.reading(index + 1)}
                </a>
              </th>
              <td class="number">
                <Amount money={money} currency={currency} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
