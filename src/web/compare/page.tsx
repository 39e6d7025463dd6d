/** Two business cases side by side: the same questions to both. What can be computed is compared; the choice is a form. */
import { casePageWords, caseWords, oneDecimal, wholeAmountText, mustBeText } from '../../../locales/index.ts'
import { type CaseData } from '../case/data.ts'
import { stepNames } from '../case/steps.tsx'
import { choiceName, hrefOf } from '../address.ts'
import { ownerRows } from '../parts/case-owners.tsx'
import { RestsOn, caseLink, casesCrumb, doubtful } from '../parts/case-page.tsx'
import { Opening, Page } from '../parts/page.tsx'
import { type Reader } from '../reader.ts'
import { municipalityNet } from '../../operations/index.ts'

export type CompareData = {
  names: readonly { name: string; title: string }[]
  a: CaseData | undefined
  b: CaseData | undefined
}

type Props = { reader: Reader; data: CompareData }

export function ComparePage({ reader, data }: Props) {
  const { locale } = reader
  const words = casePageWords[locale].compare
  const { a, b } = data
  return (
    <Page reader={reader} title={words.title}>
      <Opening reader={reader} from={casesCrumb(reader)} title={words.title} lead={words.lead} />
      <Choose reader={reader} data={data} />
      {a === undefined || b === undefined ? (
        <p class="measure case-after">{words.none}</p>
      ) : (
        <Sheet reader={reader} cases={[a, b]} />
      )}
    </Page>
  )
}

function Choose({ reader, data }: Props) {
  const { locale, address } = reader
  const words = casePageWords[locale].compare
  return (
    <form class="dates noprint" method="get" action={hrefOf({ locale, page: 'compare' })}>
      {(['a', 'b'] as const).map((which) => (
        <p key={which}>
          <label class="small quiet" for={which}>
            {words[which]}
          </label>
          <select id={which} name={choiceName(which, locale)}>
            {data.names.map(({ name, title }) => (
              <option key={name} value={name} selected={name === (data[which]?.name ?? address[which])}>
                {title}
              </option>
            ))}
          </select>
        </p>
      ))}
      <button type="submit">{words.show}</button>
    </form>
  )
}

function Sheet({ reader, cases }: { reader: Reader; cases: readonly [CaseData, CaseData] }) {
  const { locale } = reader
  const words = casePageWords[locale].compare
  const told = cases.map((one) => answersOf(one, locale))
  return (
    <>
      <table class="stacked side-by-side compared">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            {cases.map(({ name, shown }) => (
              <th scope="col" key={name} class="number">
                <a href={caseLink(reader, name, 'case')}>{shown.compiled.file.title[locale]}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(words.rows).map(([key, question]) => (
            <tr key={key}>
              <th scope="row">{question}</th>
              {cases.map(({ name, shown }, index) => (
                <td
                  key={name}
                  class={key === 'mustBe' ? 'compared-words' : 'number'}
                  data-label={shown.compiled.file.title[locale]}
                >
                  {told[index]![key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {cases.map(({ name, shown }) => (
        <div key={name} class="case-after">
          <p class="small quiet">{shown.compiled.file.title[locale]}</p>
          <RestsOn
            locale={locale}
            compiled={shown.compiled}
            doubts={shown.report.doubts}
            href={caseLink(reader, name, 'case', {}, 'doubts')}
          />
        </div>
      ))}
    </>
  )
}

/** The answers of one case, by the name of the question. */
function answersOf({ shown, scenario }: CaseData, locale: Reader['locale']): Readonly<Record<string, string>> {
  const { compiled, report } = shown
  const { file, years } = compiled
  const kroner = (amount: number) => wholeAmountText(amount, file.currency, locale)
  const count = (of: (group: (typeof report.groups)[number]) => number) =>
    report.groups.reduce((sum, group) => sum + of(group), 0)
  const people = count(({ started }) => started)
  const rows = ownerRows(compiled, report)
  const ours = rows.filter(
    ({ owner }) => compiled.owners.find(({ name }) => name === owner)!.authority === 'municipality',
  )
  const sum = (of: readonly (typeof rows)[number][], key: 'cost' | 'gross' | 'refund' | 'freed') =>
    of.reduce((all, row) => all + row[key], 0)
  const invested = -sum(rows, 'cost')
  const home = report.balance.breakEvenCalendarYear
  const [must] = report.mustBe
  return {
    scenario: caseWords[locale].scenarios[scenario],
    priceYear: String(file.priceYear),
    years: String(years),
    people: oneDecimal(people, locale),
    succeeded: oneDecimal(
      count(({ succeeded, anyway }) => succeeded - anyway),
      locale,
    ),
    invested: kroner(invested),
    perPerson: people === 0 ? '' : kroner(invested / people),
    saved: kroner(sum(ours, 'gross')),
    refund: kroner(sum(ours, 'refund')),
    afterRefund: kroner(sum(ours, 'gross') + sum(ours, 'refund')),
    freed: kroner(sum(ours, 'freed')),
    presentValue: kroner(municipalityNet(report).presentValue),
    home: home === undefined ? caseWords[locale].never : String(home),
    deepest: kroner(report.balance.deepest.amount),
    mustBe: must === undefined ? '' : mustBeText(must, file.currency, locale),
    doubts: String(doubtful(report.doubts).length),
    signedOff: String(stepNames.length - report.notSignedOff.length - report.changedSinceSigned.length),
  }
}
