/** A fund: what each investor has promised, paid in and got, what is expected, where the money stands. No persons. */
import {
  amountText,
  dateText,
  fundBasisTexts,
  fundNotWholeText,
  fundRuleTexts,
  fundTogetherText,
  fundWords,
  investWords,
  isToCome,
  problemParts,
  shareText,
} from '../../../locales/index.ts'
import { type Return } from '../../core/investment/index.ts'
import { hrefOf } from '../address.ts'
import { Amount } from '../parts/amount.tsx'
import { type NumberRow, NumberTable, type NumberTableInput } from '../parts/number-table.tsx'
import { Opening, Page } from '../parts/page.tsx'
import { isPending } from '../parts/pending.tsx'
import { type Reader } from '../reader.ts'
import { type FundData } from './data.ts'
import { ForecastSection } from './forecast.tsx'
import { DayFaults, DayField } from '../parts/day-field.tsx'

type Props = { reader: Reader; data: FundData }

export function FundPage({ reader, data }: Props) {
  const { locale } = reader
  const says = fundWords[locale]
  const { fund, invested, invented, today } = data
  const { account } = invested
  const money = (amount: bigint) => amountText(amount, fund.currency, locale)
  const notes = [
    ...fundBasisTexts(fund, invested, { locale, today }),
    ...fundRuleTexts(fund, account, locale),
    ...(account.cash === 0n ? [] : [says.cash(money(account.cash))]),
    ...invested.problems
      .filter(({ severity }) => severity === 'notice')
      .map((found) => problemParts(found, locale).says),
    ...(invented === 0 ? [] : [says.invented(invented)]),
  ]
  return (
    <Page reader={reader} title={fund.title[locale]} isPending={isPending(data.state)}>
      <div class="statement-head">
        <Opening
          reader={reader}
          title={fund.title[locale]}
          lead={`${says.asOf(dateText(invested.asOf, locale), isToCome(invested.asOf, today))}. ${says.promised(money(account.promised), money(account.committed), account.projects.length)}`}
        />
        <DayForm reader={reader} data={data} />
      </div>
      <NotWhole reader={reader} data={data} />
      {notes.length > 0 && (
        <div class="fund-notes">
          {notes.map((note) => (
            <p class="measure" key={note}>
              {note}
            </p>
          ))}
        </div>
      )}
      <Investors reader={reader} data={data} />
      <Returns reader={reader} data={data} />
      <ForecastSection reader={reader} data={data} />
      <Projects reader={reader} data={data} />
      <Concentrations reader={reader} data={data} />
      {account.investors.map(({ name }) => (
        <Flows key={name} reader={reader} data={data} investor={name} />
      ))}
    </Page>
  )
}

/** That the sums are not the fund's, and for each project that is lacking in them why, with where it stands. */
function NotWhole({ reader: { locale }, data: { fund, invested } }: Props) {
  const says = fundNotWholeText(fund, invested.missing, locale)
  if (says === undefined) return null
  return (
    <div class="fault" role="alert">
      <p>{says}</p>
      {invested.problems
        .filter(({ severity }) => severity === 'wrong')
        .map((found) => (
          <p key={`${found.at.line} ${found.at.column}`}>
            {problemParts(found, locale).says} <span class="quiet">{`fund.yaml:${found.at.line}`}</span>
          </p>
        ))}
    </div>
  )
}

function DayForm({ reader, data }: Props) {
  const { locale } = reader
  const says = fundWords[locale]
  return (
    <div class="noprint days">
      <DayFaults faults={data.faults} />
      <form class="dates" method="get" action={hrefOf({ locale, page: 'fund', fund: data.name })}>
        <DayField reader={reader} choice="to" label={says.on} day={data.invested.asOf} isRequired />
        <button type="submit">{says.show}</button>
      </form>
    </div>
  )
}

function Numbers({ title, ...table }: NumberTableInput & { title: string }) {
  return (
    <section>
      <h2>{title}</h2>
      <NumberTable {...table} />
    </section>
  )
}

const amountsIn =
  ({ reader, data }: Props) =>
  (money: bigint) => <Amount money={money} currency={data.fund.currency} locale={reader.locale} />

function Investors({ reader, data }: Props) {
  const { columns, paidColumns } = fundWords[reader.locale]
  const { account, missing, basis } = data.invested
  const { called, distributed } = paidColumns[basis]
  const amount = amountsIn({ reader, data })
  const rows = account.investors.map(({ name, committed, uncalled, return: { putIn, gotBack } }): NumberRow => ({
    key: name,
    name: data.fund.investors.get(name)!.name,
    cells: [committed, putIn, gotBack, uncalled].map(amount),
  }))
  const uncalled = account.investors.reduce((sum, one) => sum + one.uncalled, 0n)
  const { putIn, gotBack } = account.together
  const total = {
    key: '',
    name: fundTogetherText(missing, reader.locale),
    cells: [account.committed, putIn, gotBack, uncalled].map(amount),
  }
  const heads = [columns.investor, columns.committed, called, distributed, columns.uncalled]
  return <Numbers title={columns.investor} heads={heads} rows={[...rows, { ...total, isTotal: true }]} />
}

/** What each has got beyond what was paid in, how many times over, and at what rate; what the words mean stands beneath. */
function Returns({ reader, data }: Props) {
  const { locale } = reader
  const { columns, multiple, noMultiple, rateYet, rateNote } = investWords[locale]
  const { account, asOf, missing, basis } = data.invested
  const amount = amountsIn({ reader, data })
  const cells = (of: Return) => [
    amount(of.gotBack - of.putIn),
    of.multiple === undefined ? noMultiple : multiple(of.multiple),
    of.putIn === 0n ? '' : rateYet(of, asOf >= data.fund.runs.through),
  ]
  const rows = account.investors.map(({ name, return: of }): NumberRow => ({
    key: name,
    name: data.fund.investors.get(name)!.name,
    cells: cells(of),
  }))
  const total = { key: '', name: fundTogetherText(missing, locale), cells: cells(account.together), isTotal: true }
  const figures = [columns.gain, columns.multiple, columns.rate].map(fundWords[locale].underBasis[basis])
  const heads = [fundWords[locale].columns.investor, ...figures]
  return (
    <section>
      <h2>{fundWords[locale].returns}</h2>
      <NumberTable heads={heads} rows={[...rows, total]} />
      <p class="measure quiet small">{rateNote}</p>
    </section>
  )
}

function Projects({ reader, data }: Props) {
  const { locale } = reader
  const { projects: title, projectColumns: columns, projectPaid, projectBasis, uncounted } = fundWords[locale]
  const { noMultiple } = investWords[locale]
  const { account, missing, basis } = data.invested
  const isMixed = basis === 'both'
  const paid = projectPaid[basis]
  const amount = amountsIn({ reader, data })
  const rows = account.projects.map(({ name, return: { putIn, gotBack } }): NumberRow => {
    const { label, municipality, contract } = data.fund.projects.get(name)!
    const by = isMixed ? [contract === undefined ? projectBasis.plan : projectBasis.contract] : []
    if (missing.some(({ project }) => project === name))
      return {
        key: name,
        name: uncounted(label[locale]),
        cells: [municipality, ...by, noMultiple, noMultiple, noMultiple],
      }
    return {
      key: name,
      name: label[locale],
      cells: [municipality, ...by, ...[putIn, gotBack, gotBack - putIn].map(amount)],
    }
  })
  const words = [columns.place, ...(isMixed ? [columns.basis] : [])]
  const heads = [columns.project, ...words, paid.putIn, paid.gotBack, paid.gain]
  return <Numbers title={title} heads={heads} rows={rows} words={words.length} />
}

function Concentrations({ reader, data }: Props) {
  const { locale } = reader
  const { concentration: title, concentrationColumns: columns, tags } = fundWords[locale]
  const amount = amountsIn({ reader, data })
  return (
    <>
      {data.invested.account.concentration.map(({ tag, rows }) => (
        <Numbers
          key={tag}
          title={`${title}: ${tags[tag]}`}
          heads={[tags[tag], columns.share, columns.committed, columns.projects]}
          rows={rows.map(({ name, share, committed, projects }) => ({
            key: name,
            name,
            cells: [shareText(share, locale), amount(committed), projects],
          }))}
        />
      ))}
    </>
  )
}

function Flows({ reader, data, investor }: Props & { investor: string }) {
  const { locale } = reader
  const says = fundWords[locale]
  const amount = amountsIn({ reader, data })
  const { account, basis } = data.invested
  const { flows } = account.investors.find(({ name }) => name === investor)!
  const { flowColumns: columns } = says
  return (
    <details class="fund-flows">
      <summary>{says.underBasis[basis](says.investorHeading(data.fund.investors.get(investor)!.name))}</summary>
      <NumberTable
        heads={[columns.day, columns.what, columns.amount]}
        words={1}
        isNameHeld
        rows={flows.map((flow, index) => ({
          key: String(index),
          name: dateText(flow.day, locale),
          cells: [says.reasons[flow.reason](data.fund.guarantee?.party ?? ''), amount(flow.amount)],
        }))}
      />
    </details>
  )
}
