/**
 * The investors: what each put in and got, what secured them, and every amount with its day and its reason.
 *
 * The page is for investor, payer and guarantor alike, and names no person.
 */
import { type ComponentChildren } from 'preact'
import { amountText, dateText, exitWords, investNotes, investWords } from '../../../locales/index.ts'
import { type Investment, type PartyAccount } from '../../operations/index.ts'
import { Amount } from '../parts/amount.tsx'
import { caseLink } from '../parts/case-page.tsx'
import { DaysForm } from '../parts/days.tsx'
import { type NumberRow, NumberTable } from '../parts/number-table.tsx'
import { Opening, Page } from '../parts/page.tsx'
import { isPending } from '../parts/pending.tsx'
import { type Reader, linkTo } from '../reader.ts'
import { type InvestorsData } from './data.ts'
import { ExpectedSection } from './expected.tsx'

type Props = { reader: Reader; data: InvestorsData }

export function InvestorsPage({ reader, data }: Props) {
  const { locale, words } = reader
  const says = investWords[locale]
  const { agreement, invested, reading } = data
  const asOf = says.asOf(dateText(invested.to, locale))
  return (
    <Page
      reader={reader}
      title={`${words.tabs.investors}, ${agreement.title[locale]}`}
      contract={data.name}
      isPending={data.expected !== undefined && isPending(data.expected.state)}
    >
      <div class="statement-head">
        <Opening
          reader={reader}
          crumb={{ href: linkTo(reader, data.name, 'annex'), text: agreement.title[locale] }}
          title={words.tabs.investors}
          lead={`${asOf}. ${says.closes(dateText(invested.closes, locale), invested.isClosed)}`}
        />
        <DaysForm reader={reader} days={data.days} />
      </div>
      {!reading.hasDrawdowns && <NoOutlays reader={reader} data={data} />}
      <Overview reader={reader} data={data} />
      <ExpectedSection reader={reader} data={data} />
      <Securities reader={reader} data={data} />
      <Notes reader={reader} data={data} />
      {reading.parties
        .filter(({ movements }) => movements.length > 0)
        .map((account) => (
          <Movements key={account.party} reader={reader} data={data} account={account} />
        ))}
      <p class="noprint">
        <a href={linkTo(reader, data.name, 'exit')}>{exitWords[locale].link}</a>
      </p>
      <p class="measure quiet small">{says.paymentsNote}</p>
      <p class="measure quiet small">{says.rateNote}</p>
    </Page>
  )
}

/** First of all: what came back is no gain where nothing is told of what was put in. */
function NoOutlays({ reader, data: { businessCase } }: Props) {
  const { locale } = reader
  const says = investWords[locale]
  return (
    <p class="measure">
      <b>{says.noOutlays}</b>
      {businessCase !== undefined && (
        <>
          {' '}
          {says.outlaysInCase} <a href={caseLink(reader, businessCase.name, 'case')}>{businessCase.title[locale]}</a>.
        </>
      )}
    </p>
  )
}

function Overview({ reader, data }: Props) {
  const says = investWords[reader.locale]
  const { parties, together } = data.reading
  const investors = parties.filter(({ isInvestor }) => isInvestor)
  const others = parties.filter(({ isInvestor }) => !isInvestor)
  const { columns } = says
  const row = (key: string, name: string, figures: Investment['together'], isInvestor: boolean): NumberRow => ({
    key,
    name,
    cells: figureCells({ reader, data, figures, isInvestor }),
  })
  return (
    <NumberTable
      caption={says.title}
      heads={[columns.party, columns.putIn, columns.gotBack, columns.gain, columns.multiple, columns.rate]}
      rows={[
        ...investors.map(({ party, name, return: figures }) => row(party, name, figures, true)),
        { ...row('', says.together, together, true), isTotal: true },
        ...others.map(({ party, name, return: figures }) => row(party, name, figures, false)),
      ]}
    />
  )
}

type FiguresInput = Props & { figures: Investment['together']; isInvestor: boolean }

/** Put in, got back, gained, and for an investor how many times over and at what rate. */
function figureCells({ reader, data, figures, isInvestor }: FiguresInput): ComponentChildren[] {
  const { locale } = reader
  const says = investWords[locale]
  const { putIn, gotBack, multiple } = figures
  const amount = (money: bigint) => <Amount money={money} currency={data.invested.currency} locale={locale} />
  const isTold = data.reading.hasDrawdowns || !isInvestor
  return [
    isTold ? amount(putIn) : says.notTold,
    amount(gotBack),
    isTold ? amount(gotBack - putIn) : says.notTold,
    isInvestor && multiple !== undefined ? says.multiple(multiple) : says.noMultiple,
    isInvestor ? (isTold ? says.rateYet(figures, data.invested.isClosed) : says.notTold) : '',
  ]
}

function Securities({ reader, data }: Props) {
  const { locale, words } = reader
  const says = investWords[locale]
  const { securities } = data.reading
  if (securities.length === 0) return null
  const money = (amount: bigint) => amountText(amount, data.invested.currency, locale)
  return (
    <section aria-labelledby="securities">
      <h2 id="securities">{says.securities}</h2>
      <dl class="securities measure">
        {securities.map((one) => (
          <div key={one.name}>
            <dt>
              <a href={linkTo(reader, data.name, 'annex', {}, `security.${one.name}`)}>{words.clause(one.clause)}</a>{' '}
              {one.label[locale]}
            </dt>
            <dd>
              {says.gave[one.kind]({
                amount: money(one.amount),
                most: one.most === undefined ? undefined : money(one.most),
                principalDue: money(one.principalDue),
                couponDue: money(one.couponDue),
              })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What the account leaves out, and why. */
function Notes({ reader, data }: Props) {
  return (
    <>
      {investNotes(data.reading, data.agreement, reader.locale).map((note) => (
        <p class="measure" key={note}>
          {note}
        </p>
      ))}
    </>
  )
}

function Movements({ reader, data, account }: Props & { account: PartyAccount }) {
  const { locale } = reader
  const says = investWords[locale]
  const { agreement, invested } = data
  const { movementColumns: columns } = says
  const id = `money-${account.party}`
  const labelIn = (name: string) =>
    (agreement.payments?.get(name) ?? agreement.security?.get(name))?.label[locale] ?? name
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{says.movements(account.name)}</h2>
      <NumberTable
        heads={[columns.day, columns.what, columns.counterparty, columns.amount]}
        words={2}
        isNameHeld
        rows={account.movements.map((movement, index) => ({
          key: `${movement.day} ${movement.reason} ${index}`,
          name: dateText(movement.day, locale),
          cells: [
            says.reasons[movement.reason](labelIn(movement.by)),
            agreement.parties.get(movement.counterparty)?.name ?? '',
            <Amount money={movement.amount} currency={invested.currency} locale={locale} />,
          ],
        }))}
      />
    </section>
  )
}
