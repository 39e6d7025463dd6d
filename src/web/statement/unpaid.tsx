/** What is not paid, and why: each result that was judged by itself, what only waits in groups. */
import {
  amountText,
  bareAmountText,
  currencyWord,
  dateText,
  labelOf,
  numberText,
  resultText,
  statementWords,
  tellingOf,
  whoText,
  type Telling,
} from '../../../locales/index.ts'
import { Fraction, type Money, formatExact } from '../../core/base/index.ts'
import { type UnpaidResult } from '../../core/settlement/index.ts'
import { type UnpaidKind, cappedOpen, groupUnpaid } from '../../operations/index.ts'
import { dayChoices } from '../parts/days.tsx'
import { Person } from '../parts/pseudonym.tsx'
import { type Reader } from '../reader.ts'
import { type StatementData } from './data.ts'

type Props = { reader: Reader; data: StatementData }

/** Kinds told result by result; the others only as how many. */
const toldSingly: readonly UnpaidKind[] = [
  'missed',
  'measured',
  'partly',
  'gate-closed',
  'unmeasured',
  'foregone',
  'left-out',
]
/** A group larger than this is told as one. */
const singlyMost = 12

export function UnpaidSection({ reader, data }: Props) {
  const { locale } = reader
  const { statement, agreement } = data
  const says = statementWords[locale]
  const groups = groupUnpaid(statement)
  const sumOf = (...wanted: UnpaidKind[]): string | undefined => {
    const total = groups.filter(({ kind }) => wanted.includes(kind)).reduce((all, { amount }) => all + amount, 0n)
    return total === 0n ? undefined : amountText(total, agreement.currency, locale)
  }
  const money = (amount: Money) => amountText(amount, agreement.currency, locale)
  const capped = cappedOpen(data.settled.settled, statement)
  const kindsHere = [...new Set(groups.map(({ kind }) => kind))]
  const telling = tellingOf(
    data.settled.settled.outcomes.versions.map((version) => version.agreement),
    locale,
  )
  return (
    <section class="not-paid" aria-labelledby="not-paid">
      <h2 id="not-paid">{says.notPaid}</h2>
      {groups.length === 0 ? (
        <p class="measure">{says.everythingPaid}</p>
      ) : (
        <>
          <p class="measure">
            {says.notPaidSentence({
              judged: sumOf('missed', 'partly'),
              held: sumOf('gate-closed'),
              waiting: sumOf('unmeasured', 'not-due'),
              measured: sumOf('measured'),
              foregone: sumOf('foregone'),
            })}
          </p>
          {capped !== undefined && (
            <p class="measure">
              {says.openUnderCaps(money(capped.open), money(capped.left), (agreement.limits ?? []).length)}
            </p>
          )}
          <table>
            <thead>
              <tr>
                <th scope="col">{says.notPaidColumns.kind}</th>
                <th scope="col">{reader.words.statement.whoAndWhat}</th>
                <th scope="col">{reader.words.statement.ground}</th>
                <th scope="col" class="number">
                  {currencyWord(agreement.currency, locale)}
                </th>
              </tr>
            </thead>
            {kindsHere.map((kind) => (
              <KindRows key={kind} reader={reader} data={data} kind={kind} telling={telling} />
            ))}
          </table>
        </>
      )}
    </section>
  )
}

type Row = { what: string; who: string | undefined; ground: string; amount: Money | undefined }

function KindRows({ reader, data, kind, telling }: Props & { kind: UnpaidKind; telling: Telling }) {
  const { locale } = reader
  const says = statementWords[locale]
  const rows = rowsOf(reader, data, kind, telling)
  return (
    <tbody>
      {rows.map((row, index) => (
        <tr key={index}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={rows.length} class="not-paid-kind">
              {says.kinds[kind]}
            </th>
          )}
          <td>
            {row.who !== undefined && (
              <>
                <Person reader={reader} contract={data.name} id={row.who} choices={dayChoices(reader)} />
                {', '}
              </>
            )}
            {row.what}
          </td>
          <td class="not-paid-ground">{row.ground}</td>
          <td class="number">
            {row.amount === undefined ? (
              <span class="quiet">{says.noMost}</span>
            ) : (
              bareAmountText(row.amount, data.agreement.currency, locale)
            )}
          </td>
        </tr>
      ))}
    </tbody>
  )
}

function rowsOf(reader: Reader, data: StatementData, kind: UnpaidKind, telling: Telling): Row[] {
  const { locale, words } = reader
  const { statement } = data
  return groupUnpaid(statement)
    .filter((group) => group.kind === kind)
    .flatMap((group): Row[] => {
      const results = statement.unpaid.filter((one) => one.kind === kind && one.payment === group.payment)
      const label = data.agreement.payments?.get(group.payment)?.label[locale] ?? labelOf(group.payment, telling)
      const isSingle = toldSingly.includes(kind) && results.length <= singlyMost
      if (isSingle) {
        return results.map((result) => ({
          who: isPerson(result, data) ? result.who : undefined,
          what: isPerson(result, data) ? lowered(label) : [label, whoText(result.who, telling)].join(', '),
          ground: groundOf(result, data, reader, telling),
          amount: result.amount,
        }))
      }
      const days = results.flatMap(({ day }) => (day === undefined ? [] : [day])).sort((a, b) => a - b)
      const next = days.find((day) => day > statement.to)
      const count = words.statement.results(numberText(results.length, locale), results.length === 1)
      return [
        {
          who: undefined,
          what: `${label}, ${count}`,
          ground: next === undefined ? '' : words.statement.nextDue(dateText(next, locale)),
          amount: group.withoutAmount === group.count ? undefined : group.amount,
        },
      ]
    })
}

const lowered = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

const isPerson = ({ who }: UnpaidResult, { contract }: StatementData): boolean =>
  who !== '' && (contract.measurement?.roster?.rowOf(who) ?? -1) >= 0

/** What came of it on which day: `45 %, 12. marts 2024`. */
function groundOf(result: UnpaidResult, data: StatementData, reader: Reader, telling: Telling): string {
  const { locale, words } = reader
  const quantity = data.settled.settled.outcomes.results.get(result.goal)?.quantity?.[result.result]
  const isKnown = typeof quantity === 'number' || quantity instanceof Fraction
  const value =
    isKnown && result.kind !== 'unmeasured' && result.kind !== 'left-out'
      ? resultText(
          {
            rule: 'result',
            value: 'measured',
            unit: undefined,
            path: '',
            at: undefined,
            inputs: { goal: result.goal, quantity: formatExact(quantity) },
            children: [],
          },
          telling,
        )
      : ''
  const day = result.day === undefined ? '' : words.statement.onDay(dateText(result.day, locale))
  return [value, day].filter((part) => part !== '').join(', ')
}
