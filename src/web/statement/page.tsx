/**
 * The statement: what is to be paid first, then line by line, then what is not paid and why, then how to redo it.
 *
 * Each amount to pay opens the ladder to its why, in place, at an address of its own.
 */
import {
  amountText,
  bareAmountText,
  checksumText,
  currencyWord,
  dateText,
  numberText,
  problemParts,
  statementWords,
  wayOfLimit,
  keptTexts,
} from '../../../locales/index.ts'
import { type Money } from '../../core/base/index.ts'
import { type StatementLine } from '../../core/settlement/index.ts'
import { type Weight, isPaidBeforeKnown, toMend, whatLimitsDid } from '../../operations/index.ts'
import { hrefOf } from '../address.ts'
import { Amount } from '../parts/amount.tsx'
import { DaysForm } from '../parts/days.tsx'
import { Opening, Page } from '../parts/page.tsx'
import { Strokes } from '../parts/strokes.tsx'
import { type Reader, linkTo } from '../reader.ts'
import { type StatementData, pairsOf } from './data.ts'
import { LineLadder } from './line-ladder.tsx'
import { UnpaidSection } from './unpaid.tsx'
import { ReadingsSection } from './readings.tsx'

type Props = { reader: Reader; data: StatementData }

export function StatementPage({ reader, data }: Props) {
  const { locale } = reader
  const { agreement, statement } = data
  const says = statementWords[locale]
  const [to, knownAt] = [dateText(statement.to, locale), dateText(statement.knownAt, locale)]
  const isSameDay = statement.to === statement.knownAt
  return (
    <Page reader={reader} title={`${says.title} ${to}, ${agreement.title[locale]}`} contract={data.name}>
      <div class="statement-head">
        <Opening
          reader={reader}
          crumb={{ href: linkTo(reader, data.name, 'annex'), text: agreement.title[locale] }}
          title={says.title}
          lead={`${says.asOf(to, knownAt, isSameDay)}.`}
        >
          {statement.agreement !== '' && <p class="standing">{says.ofAgreement(statement.agreement)}</p>}
        </Opening>
        <DaysForm reader={reader} days={data.days} />
      </div>
      <Notices reader={reader} data={data} />
      {!data.contract.isSignable && <ReadingsSection reader={reader} data={data} />}
      <Parties reader={reader} data={data} />
      <Total reader={reader} data={data} />
      <LinesTable reader={reader} data={data} />
      <UnpaidSection reader={reader} data={data} />
      {data.settled.settled.statements.length > 1 && <OtherAgreements reader={reader} data={data} />}
      <Foot reader={reader} data={data} />
    </Page>
  )
}

/** What is to be known beside the statement: days in an odd order, and faults in the files it was worked out from. */
function Notices({ reader, data }: Props) {
  const { locale, words } = reader
  const { contract, settlement } = data
  const own = settlement.problems.filter((problem) => !contract.problems.includes(problem))
  const count = contract.problems.filter(({ severity }) => severity === 'wrong').length
  const mend = toMend(contract, settlement)
  if (own.length + count === 0 && mend === undefined) return null
  return (
    <div class={mend === undefined ? 'fault notice' : 'fault'}>
      {mend !== undefined && (
        <p>
          <strong>{statementWords[locale].notPayable(mend, undefined)}</strong>
        </p>
      )}
      {own.map((problem) => (
        <p key={`${problem.code} ${problem.at.file} ${problem.at.line}`}>{problemParts(problem, locale).says}</p>
      ))}
      {count > 0 && (
        <p>
          <a class="act" href={linkTo(reader, data.name, 'terms')}>
            {words.statement.faults(numberText(count, locale), count === 1)}
          </a>
        </p>
      )}
    </div>
  )
}

function Parties({ reader, data }: Props) {
  const { locale, words } = reader
  const { agreement, statement } = data
  const name = (party: string) => agreement.parties.get(party)?.name ?? party
  const pairs = pairsOf(statement)
  const says = statementWords[locale]
  const money = (amount: Money) => amountText(amount, agreement.currency, locale)
  return (
    <dl class="meta">
      {pairs.length === 1 ? (
        <>
          <div>
            <dt>{words.statement.payer}</dt>
            <dd>{name(pairs[0]!.payer)}</dd>
          </div>
          <div>
            <dt>{words.statement.payee}</dt>
            <dd>{name(pairs[0]!.payee)}</dd>
          </div>
        </>
      ) : (
        <div class="meta-wide">
          <dt>{words.statement.whoPays}</dt>
          {pairs.map(({ payer, payee, payable }) => (
            <dd key={`${payer} ${payee}`}>
              {payable === 0n
                ? says.paysNothing(name(payer), name(payee))
                : payable > 0n
                  ? says.pays(name(payer), name(payee), money(payable))
                  : says.paysBack(name(payer), name(payee), money(-payable))}
            </dd>
          ))}
        </div>
      )}
      <div>
        <dt>{words.statement.known}</dt>
        <dd>{dateText(statement.knownAt, locale)}</dd>
      </div>
      <div>
        <dt>{words.statement.versions}</dt>
        <dd>{statement.versions.join(', ')}</dd>
      </div>
    </dl>
  )
}

function Total({ reader, data }: Props) {
  const { locale } = reader
  const { agreement, statement } = data
  const says = statementWords[locale]
  const money = (amount: Money) => amountText(amount, agreement.currency, locale)
  const before = statement.paidBefore === 0n ? undefined : money(statement.paidBefore)
  return (
    <div class="total">
      <h2 class="total-label">{says.payable}</h2>
      <p class="total-amount">
        <Amount money={statement.payable} currency={agreement.currency} locale={locale} />
      </p>
      <p class="small quiet">
        {isPaidBeforeKnown(data.contract)
          ? says.earnedAndPaid(money(statement.earned), before)
          : says.paidBeforeUnknown(money(statement.earned))}
        {limitSentences(data, locale).map((sentence) => (
          <>
            <br />
            {sentence}
          </>
        ))}
      </p>
    </div>
  )
}

/** What each limit did, one sentence each, and what else stands between earned and payable. */
function limitSentences({ agreement, statement }: StatementData, locale: 'da' | 'en'): string[] {
  const says = statementWords[locale]
  const money = (amount: Money) => amountText(amount < 0n ? -amount : amount, agreement.currency, locale)
  const limits = (agreement.limits ?? []).map((limit, index) => {
    const kind = wayOfLimit(limit)
    const taken =
      limit.returnCap === undefined
        ? statement.lines.reduce(
            (sum, line) => sum + (line.withheld.find((one) => one.limit === index + 1)?.amount ?? 0n),
            0n,
          )
        : statement.heldByReturnCap
    if (taken === 0n) return says.limitIdle(kind, limit.clause)
    if (statement.openLimits.includes(index + 1)) return says.limitWaits(kind, limit.clause, money(taken))
    return (taken > 0n ? says.limitCut : says.limitRaised)(kind, limit.clause, money(taken))
  })
  return [
    ...limits,
    ...(statement.unplaced === 0n ? [] : [says.unplaced(money(statement.unplaced))]),
    ...(statement.carriedOver === 0n ? [] : [says.carriedOver(money(statement.carriedOver))]),
    ...keptTexts(statement, agreement, locale),
  ]
}

function LinesTable({ reader, data }: Props) {
  const { locale, words } = reader
  const { agreement, statement } = data
  const { columns } = statementWords[locale]
  const minor = statement.lines.some((line) => hasMinor(line, agreement.currency)) ? 'always' : 'when-needed'
  const money = (amount: Money) => bareAmountText(amount, agreement.currency, locale, minor)
  return (
    <table class="lines">
      <caption class="unseen">{words.statement.perLine}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.payment}</th>
          <th scope="col" class="lines-strokes">
            {words.library.columns.state}
            <br />
            {words.library.strokesSay}
          </th>
          {[columns.earned, columns[whatLimitsDid([statement]).did], columns.paidBefore].map((head) => (
            <th scope="col" class="number" key={head}>
              {head}
            </th>
          ))}
          <th scope="col" class="number">
            {columns.payable}
            <br />
            {currencyWord(agreement.currency, locale)}
          </th>
        </tr>
      </thead>
      {statement.lines.map((line) => (
        <Line key={line.payment} reader={reader} data={data} line={line} money={money} />
      ))}
      <tfoot id="lines">
        <tr>
          <th scope="row" colSpan={2}>
            {columns.total}
          </th>
          <AmountCells reader={reader} data={data} of={statement} money={money} />
          <td class="number" data-label={columns.payable}>
            {money(statement.payable)}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

type Amounts = Pick<StatementLine, 'earned' | 'afterLimits' | 'paidBefore'>

type CellsProps = { reader: Reader; data: StatementData; of: Amounts; money: (amount: Money) => string }

/** Earned, what limits took or added, and what was settled before: of a line or of all. */
function AmountCells({ reader, data, of, money }: CellsProps) {
  const { columns } = statementWords[reader.locale]
  const { did, sign } = whatLimitsDid([data.statement])
  return (
    <>
      <td class="number" data-label={columns.earned}>
        {money(of.earned)}
      </td>
      <td class="number quiet" data-label={columns[did]}>
        {money(sign * (of.earned - of.afterLimits))}
      </td>
      <td class="number quiet" data-label={columns.paidBefore}>
        {money(of.paidBefore)}
      </td>
    </>
  )
}

/** A line, and under it the ladder to its why when it is open. */
function Line({ reader, data, line, money }: Props & { line: StatementLine; money: (amount: Money) => string }) {
  const { locale, words } = reader
  const { agreement } = data
  const { columns } = statementWords[locale]
  const isOpen = data.opened?.line.payment === line.payment
  const weight = data.weight.lines.get(line.payment)
  const cut = line.earned - line.afterLimits
  const label = agreement.payments?.get(line.payment)?.label[locale] ?? line.payment
  const anchor = isOpen ? 'lines' : line.payment
  const href = hrefOf({ ...reader.address, ...(isOpen ? closed : { open: line.payment, person: '' }) }, anchor)
  const says = isOpen
    ? words.statement.closeWhy(label)
    : words.statement.openWhy(label, amountText(line.payable, agreement.currency, locale))
  return (
    <tbody id={line.payment} class={isOpen ? 'is-open' : undefined}>
      <tr>
        <th scope="row">
          <span class="lines-name">
            <span class="clause-number">{line.clause === '' ? '' : words.clause(line.clause)}</span>
            <span>{label}</span>
          </span>
        </th>
        <td class="lines-strokes">
          {weight !== undefined && hasStrokes(weight, cut) && <Strokes shares={withCut(weight, cut)} />}
        </td>
        <AmountCells reader={reader} data={data} of={line} money={money} />
        <td class="number lines-pay" data-label={columns.payable}>
          <a href={href} aria-expanded={isOpen} aria-label={says}>
            {money(line.payable)}
          </a>
        </td>
      </tr>
      {isOpen && (
        <tr class="lines-why">
          <td colSpan={6}>
            <LineLadder reader={reader} data={data} opened={data.opened!} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

const closed = { open: '', person: '', all: '' }

function hasMinor(line: { earned: Money; paidBefore: Money; payable: Money }, currency: string): boolean {
  return [line.earned, line.paidBefore, line.payable].some((amount) =>
    bareAmountText(amount, currency, 'en').includes('.'),
  )
}

/** What a limit took is lost too, after the limit has had its say. */
const withCut = (weight: Weight, cut: Money): Weight => ({ ...weight, lost: weight.lost + (cut > 0n ? cut : 0n) })

const hasStrokes = (weight: Weight, cut: Money): boolean => {
  const { reached, open, lost } = withCut(weight, cut)
  return weight.isWhole && reached + open + lost > 0n
}

/** The other agreements on the same terms, each with what it is to be paid. */
function OtherAgreements({ reader, data }: Props) {
  const { locale, words } = reader
  const { columns } = statementWords[locale]
  return (
    <section class="not-paid" aria-labelledby="others">
      <h2 id="others">{words.statement.agreements}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.agreement}</th>
            <th scope="col" class="number">
              {columns.payable}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.settled.settled.statements.slice(0, 200).map((statement) => (
            <tr key={statement.agreement}>
              <th scope="row">
                <a href={hrefOf({ ...reader.address, agreement: statement.agreement, open: '', person: '' })}>
                  {statement.agreement}
                </a>
              </th>
              <td class="number">
                <Amount money={statement.payable} currency={data.agreement.currency} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What was read, and how anybody can come to the same statement. */
function Foot({ reader, data }: Props) {
  const { locale } = reader
  const says = statementWords[locale]
  const { measurement } = data.contract
  const number = (count: number) => numberText(count, locale)
  const total = measurement?.tallyAsOf(data.statement)
  return (
    <section class="redo small quiet" aria-labelledby="tally">
      <h2 id="tally" class="small">
        {says.tallyHead}
      </h2>
      {measurement !== undefined && total !== undefined && (
        <p>
          {says.tally({
            read: number(total.rowsRead),
            used: number(total.used),
            superseded: number(total.superseded),
            refused: number(total.refused),
            later: total.later === 0 ? undefined : number(total.later),
            notNeeded: total.notNeeded === 0 ? undefined : number(total.notNeeded),
          })}{' '}
          {says.peopleTally({
            read: number(measurement.peopleTally.rowsRead),
            used: number(measurement.peopleTally.used),
            toldTwice: number(measurement.peopleTally.toldTwice),
            refused: number(measurement.peopleTally.refused),
          })}
        </p>
      )}
      <p>{says.redo(checksumText(data.checksum))}</p>
    </section>
  )
}
