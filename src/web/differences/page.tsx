/** Differences: what changed between two days in money, line by line and person by person, and between versions in words. */
import { bareAmountText, currencyWord, dateText, diffWords, exactAmountText, whoText } from '../../../locales/index.ts'
import { type Exact, type Money, compare, formatExact, isZero, subtract, toBigInt } from '../../core/base/index.ts'
import { type LineDifference, type PersonDifference, type StatementsCompared } from '../../operations/index.ts'
import { hrefOf } from '../address.ts'
import { Opening, Page } from '../parts/page.tsx'
import { Person } from '../parts/pseudonym.tsx'
import { addressDay } from '../parts/typed-day.ts'
import { type Reader, linkTo } from '../reader.ts'
import { type DifferencesData, type VersionsCompared } from './data.ts'
import { DayFaults, DayField } from '../parts/day-field.tsx'

type Props = { reader: Reader; data: DifferencesData }

export function DifferencesPage({ reader, data }: Props) {
  const { locale, words } = reader
  const { agreement } = data
  const [from, to] = [dateText(data.from, locale), dateText(data.to, locale)]
  return (
    <Page reader={reader} title={`${words.tabs.differences}, ${agreement.title[locale]}`} contract={data.name}>
      <div class="statement-head">
        <Opening
          reader={reader}
          crumb={{ href: linkTo(reader, data.name, 'annex'), text: agreement.title[locale] }}
          title={words.tabs.differences}
          lead={words.differences.lead(from, to)}
        />
        <DaysForm reader={reader} data={data} />
      </div>
      <MoneySection reader={reader} data={data} compared={data.compared} />
      {data.versions.map((versions) => (
        <VersionSection key={versions.after} reader={reader} data={data} versions={versions} />
      ))}
      {data.versions.length === 0 && <p class="measure quiet differences-none">{words.differences.oneVersion}</p>}
    </Page>
  )
}

function DaysForm({ reader, data }: Props) {
  const { locale, words } = reader
  return (
    <div class="noprint days">
      <DayFaults faults={data.faults} />
      <form class="dates" method="get" action={hrefOf({ locale, page: 'differences', contract: data.name })}>
        <DayField reader={reader} choice="from" label={words.differences.from} day={data.from} />
        <DayField reader={reader} choice="to" label={words.differences.to} day={data.to} />
        <button type="submit">{words.days.show}</button>
      </form>
    </div>
  )
}

/** Lines before and after, and under them the people whose amounts are not the same. */
function MoneySection({
  reader,
  data,
  compared,
  isPart = false,
}: Props & { compared: StatementsCompared; isPart?: boolean }) {
  const { locale } = reader
  const says = diffWords[locale]
  const { columns } = says
  const { currency } = data.agreement
  const isSame = compared.people.length === 0 && compared.lines.every((line) => changeOf(line) === 0n)
  if (isSame) return <p class="measure differences-same">{says.sameMoney}</p>
  const bare = (amount: Money) => bareAmountText(amount, currency, locale)
  const sum = (of: (line: LineDifference) => Money | undefined) =>
    compared.lines.reduce((all, line) => all + (of(line) ?? 0n), 0n)
  return (
    <>
      <table class="differences">
        <caption class="unseen">{says.afterLimits}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.payment}</th>
            <th scope="col" class="number">
              {columns.before}
            </th>
            <th scope="col" class="number">
              {columns.after}
            </th>
            <th scope="col" class="number">
              {columns.difference} {currencyWord(currency, locale)}
            </th>
          </tr>
        </thead>
        <tbody>
          {compared.lines.map((line) => (
            <LineRow key={line.payment} reader={reader} data={data} line={line} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{columns.total}</th>
            <td class="number quiet" data-label={columns.before}>
              {bare(sum((line) => line.afterLimits.before))}
            </td>
            <td class="number" data-label={columns.after}>
              {bare(sum((line) => line.afterLimits.after))}
            </td>
            <td class="number" data-label={columns.difference}>
              {bareAmountText(
                compared.lines.reduce((all, line) => all + changeOf(line), 0n),
                currency,
                locale,
              )}
            </td>
          </tr>
        </tfoot>
      </table>
      <PeopleSection reader={reader} data={data} people={compared.people} isPart={isPart} />
    </>
  )
}

function LineRow({ reader, data, line }: Props & { line: LineDifference }) {
  const { locale, words } = reader
  const { columns } = diffWords[locale]
  const { currency } = data.agreement
  return (
    <tr>
      <th scope="row">
        <span class="lines-name">
          <span class="clause-number">{line.clause === '' ? '' : words.clause(line.clause)}</span>
          <span>{data.agreement.payments?.get(line.payment)?.label[locale] ?? line.payment}</span>
        </span>
      </th>
      <td class="number quiet" data-label={columns.before}>
        <AmountOrMissing reader={reader} money={line.afterLimits.before} currency={currency} />
      </td>
      <td class="number" data-label={columns.after}>
        <AmountOrMissing reader={reader} money={line.afterLimits.after} currency={currency} />
      </td>
      <td class="number" data-label={columns.difference}>
        <b>{bareAmountText(changeOf(line), currency, locale)}</b>
      </td>
    </tr>
  )
}

/** A line that one side lacks is missing there, which is not zero. */
function AmountOrMissing({ reader, money, currency }: { reader: Reader; money: Money | undefined; currency: string }) {
  const { locale } = reader
  if (money === undefined) return <span class="quiet">{diffWords[locale].missing}</span>
  return <>{bareAmountText(money, currency, locale)}</>
}

const changeOf = ({ afterLimits }: LineDifference): Money => (afterLimits.after ?? 0n) - (afterLimits.before ?? 0n)

const peopleMost = 60

function PeopleSection({
  reader,
  data,
  people,
  isPart,
}: Props & { people: readonly PersonDifference[]; isPart: boolean }) {
  const { locale } = reader
  const says = diffWords[locale]
  const { columns } = says
  if (people.length === 0) return <p class="measure">{says.samePeople}</p>
  const changed = people.filter(({ before }) => !isZero(before))
  const inOrder = [...changed, ...people.filter(({ before }) => isZero(before))]
  return (
    <div class="not-paid">
      {isPart ? <h3>{says.people}</h3> : <h2>{says.people}</h2>}
      <table class="differences differences-people">
        <thead>
          <tr>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.payment}</th>
            <th scope="col">{columns.day}</th>
            <th scope="col" class="number">
              {columns.before}
            </th>
            <th scope="col" class="number">
              {columns.after}
            </th>
            <th scope="col" class="number">
              {columns.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder.slice(0, peopleMost).map((one) => (
            <PersonRow key={`${one.payment} ${one.who} ${one.day}`} reader={reader} data={data} one={one} />
          ))}
        </tbody>
      </table>
      {people.length > peopleMost && <p class="quiet small">{says.more(people.length - peopleMost)}</p>}
    </div>
  )
}

function PersonRow({ reader, data, one }: Props & { one: PersonDifference }) {
  const { locale } = reader
  const { columns } = diffWords[locale]
  const { currency } = data.agreement
  const money = (amount: Exact) => {
    const whole = wholeOf(amount)
    return whole === undefined ? exactAmountText(amount, currency, locale) : bareAmountText(whole, currency, locale)
  }
  return (
    <tr key={`${one.payment} ${one.who} ${one.day}`}>
      <th scope="row">
        {(data.contract.measurement?.roster?.rowOf(one.who) ?? -1) >= 0 ? (
          <Person reader={reader} contract={data.name} id={one.who} choices={{ to: addressDay(data.to) }} />
        ) : (
          whoText(one.who, { agreement: data.agreement, locale })
        )}
      </th>
      <td data-label={columns.payment}>{data.agreement.payments?.get(one.payment)?.label[locale] ?? one.payment}</td>
      <td class="hold" data-label={columns.day}>
        {dateText(one.day, locale)}
      </td>
      <td class="number quiet" data-label={columns.before}>
        {money(one.before)}
      </td>
      <td class="number" data-label={columns.after}>
        {money(one.after)}
      </td>
      <td class="number" data-label={columns.difference}>
        <b>{signed(subtract(one.after, one.before), money)}</b>
      </td>
    </tr>
  )
}

const wholeOf = (amount: Exact): bigint | undefined =>
  formatExact(amount).includes('/') || formatExact(amount).includes('.') ? undefined : toBigInt(amount)

/** A rise is told by its plus, since a column of changes without signs could be anything. */
const signed = (amount: Exact, money: (amount: Exact) => string): string =>
  compare(amount, 0) > 0 ? `+${money(amount)}` : money(amount)

/** A version beside the one before it: sentences that went and came, and what the same facts come to. */
function VersionSection({ reader, data, versions }: Props & { versions: VersionsCompared }) {
  const { locale, words } = reader
  const says = diffWords[locale]
  const id = `version-${versions.after}`
  return (
    <section class="not-paid" aria-labelledby={id}>
      <h2 id={id}>
        {words.differences.versions(
          versions.before,
          versions.after,
          versions.from === undefined ? '' : dateText(versions.from, locale),
        )}
      </h2>
      {versions.clauses.length === 0 && <p class="measure">{says.sameTerms}</p>}
      {versions.clauses.map((clause) => (
        <article class="differences-clause" key={`${clause.number} ${clause.heading}`}>
          <h3>
            <span class="clause-number">{clause.number === '' ? '' : words.clause(clause.number)}</span>
            <span>{clause.heading}</span>
          </h3>
          <div>
            {clause.gone.map((sentence) => (
              <p key={sentence}>
                <span class="small quiet">{words.differences.gone}</span> <del>{sentence}</del>
              </p>
            ))}
            {clause.come.map((sentence) => (
              <p key={sentence}>
                <span class="small quiet">{words.differences.come}</span> <ins>{sentence}</ins>
              </p>
            ))}
          </div>
        </article>
      ))}
      {versions.compared !== undefined && (
        <>
          <p class="small quiet differences-money">{says.money}.</p>
          <MoneySection reader={reader} data={data} compared={versions.compared} isPart />
        </>
      )}
    </section>
  )
}
