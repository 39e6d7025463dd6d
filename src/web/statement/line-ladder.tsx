/** Why a line is what it is: the sum, the clause, the results, the people, and the facts about one of them. */
import {
  amountText,
  bareAmountText,
  dateText,
  exactAmountText,
  numberText,
  reasonText,
  reasonWords,
  resultText,
  tellingOf,
  whoText,
  type Telling,
} from '../../../locales/index.ts'
import { type Exact, type Money, compare, parseExact, parseIsoDay, sum, toBigInt } from '../../core/base/index.ts'
import { type Reason } from '../../core/outcomes/index.ts'
import { type Explained, clauseOnce } from '../../operations/index.ts'
import { hrefOf } from '../address.ts'
import { FactsTable, Ladder, Rung, factsUnder } from '../parts/ladder.tsx'
import { Person, pseudonymOf } from '../parts/pseudonym.tsx'
import { dayChoices } from '../parts/days.tsx'
import { addressDay } from '../parts/typed-day.ts'
import { type Reader, linkTo } from '../reader.ts'
import { factLink } from '../parts/fact-link.ts'
import { type StatementData } from './data.ts'

type Opened = Extract<Explained, { is: 'payment' }>
type Props = { reader: Reader; data: StatementData; opened: Opened }

/** A table of people longer than this shows its beginning, and the rest when it is asked for. */
const peopleMost = 40

export function LineLadder({ reader, data, opened }: Props) {
  const { locale, words, address } = reader
  const says = reasonWords[locale]
  const { agreement } = data
  const telling = tellingOf(
    data.settled.settled.outcomes.versions.map((version) => version.agreement),
    locale,
  )
  const [afterLimits] = opened.reason.children
  const entries = afterLimits?.children ?? []
  const shown = entries.find((entry) => entry.inputs.who === address.person) ?? entries[0]
  const clause = clauseOnce(agreement, data.version.marks, opened.reason.path, locale)
  const main = (clause?.sentences ?? []).filter(({ small }) => !small)
  const version = opened.statement.versions.at(-1) ?? ''
  return (
    <Ladder>
      <Rung label={says.labels.amount}>
        <SumOfLine reader={reader} data={data} opened={opened} telling={telling} />
      </Rung>
      {main.length > 0 && (
        <Rung label={says.labels.clause}>
          <blockquote>{says.quote(main.map(({ text }) => text).join(' '))}</blockquote>
          <p class="small quiet">
            <a href={linkTo(reader, data.name, 'annex', dayless(reader), clause!.id)}>
              {says.version(opened.line.clause, version)}
            </a>
          </p>
        </Rung>
      )}
      <Rung label={says.labels.result}>
        <Results reader={reader} data={data} opened={opened} entries={entries} />
      </Rung>
      {entries.length > 0 && (
        <Rung label={says.labels.people[agreement.people.subject]} id={`${opened.line.payment}-people`}>
          <People reader={reader} data={data} opened={opened} entries={entries} shown={shown} telling={telling} />
        </Rung>
      )}
      {shown !== undefined && (
        <Rung
          id={`${opened.line.payment}-facts`}
          label={
            <>
              {says.labels.facts}
              {nameOf(shown, locale) !== '' && (
                <>
                  <br />
                  {words.statement.about(nameOf(shown, locale))}
                </>
              )}
            </>
          }
        >
          <FactsTable
            reader={reader}
            telling={telling}
            facts={factsUnder(shown)}
            label={`${says.labels.facts} ${words.statement.about(nameOf(shown, locale))}`}
            placeHref={factLink(reader, data.name, data.contract)}
          />
          {whoOf(shown) !== '' && (
            <p class="small">
              <a
                href={hrefOf({
                  ...dayChoices(reader),
                  locale,
                  page: 'why',
                  contract: data.name,
                  person: whoOf(shown),
                })}
              >
                {words.statement.wholeWhy(nameOf(shown, locale))}
              </a>
            </p>
          )}
        </Rung>
      )}
    </Ladder>
  )
}

const dayless = ({ address }: Reader) => (address.reading === undefined ? {} : { reading: address.reading })

/** What has changed since the last statement that was issued is the page of differences' to tell. */
const toDay = ({ statement, days }: StatementData) =>
  statement.to === days.suggested.to ? {} : { to: addressDay(statement.to) }

function SumOfLine({ reader, data, opened, telling }: Props & { telling: Telling }) {
  const { locale, words } = reader
  const says = reasonWords[locale]
  const { line, reason } = opened
  const money = (amount: Money) => amountText(amount, data.agreement.currency, locale)
  const [, paidBefore, ...rest] = reason.children
  const sentence =
    line.paidBefore === 0n
      ? says.lineSumFirst(money(line.payable))
      : says.lineSum(money(line.payable), money(line.afterLimits), money(line.paidBefore))
  const also = [...rest, ...(paidBefore?.children ?? [])].map((child) => reasonText(child, telling))
  return (
    <>
      <p>{sentence}</p>
      {line.paidBefore !== 0n && (
        <p class="small noprint">
          <a href={linkTo(reader, data.name, 'differences', toDay(data))}>{words.statement.whatChanged}</a>
        </p>
      )}
      {also
        .filter((text) => text !== '')
        .map((text) => (
          <p class="small quiet" key={text}>
            {text}
          </p>
        ))}
    </>
  )
}

const kinds = ['met', 'measured', 'missed', 'unmeasured', 'notDue', 'leftOut'] as const
const factorsMost = 8

/** How many of each, and the sum written out where the amounts are few enough. */
function Results({ reader, data, opened, entries }: Props & { entries: readonly Reason[] }) {
  const { locale, words } = reader
  const says = reasonWords[locale]
  const { count } = opened
  const parts = kinds.flatMap((kind) =>
    count === undefined || count[kind] === 0 ? [] : [says.countOf[kind](count[kind])],
  )
  const counts = new Map<string, number>()
  for (const { value } of entries) counts.set(value, (counts.get(value) ?? 0) + 1)
  const { currency } = data.agreement
  const factors = [...counts]
    .sort(([a], [b]) => compare(exactOf(b), exactOf(a)))
    .map(([value, times]) => `${numberText(times, locale)} × ${bareExact(value, currency, locale)}`)
  const total = toBigInt(sum(entries.map(({ value }) => exactOf(value))))
  return (
    <>
      {parts.length > 0 && <p>{says.counts(parts)}</p>}
      {factors.length > 0 && factors.length <= factorsMost && (
        <p class="sum">{`${factors.join(' + ')} = ${amountText(total, currency, locale)}`}</p>
      )}
      {parts.length === 0 && factors.length === 0 && <p>{words.statement.nothing}</p>}
    </>
  )
}

function bareExact(value: string, currency: string, locale: 'da' | 'en'): string {
  const exact = exactOf(value)
  const whole = toBigIntOrUndefined(exact)
  return whole === undefined ? exactAmountText(exact, currency, locale) : bareAmountText(whole, currency, locale)
}

function toBigIntOrUndefined(value: Exact): bigint | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : undefined
}

const exactOf = (text: string): Exact => parseExact(text) ?? 0
const whoOf = ({ inputs }: Reason): string => (typeof inputs.who === 'string' ? inputs.who : '')
const nameOf = (entry: Reason, locale: 'da' | 'en'): string => {
  const id = whoOf(entry)
  return id === '' ? '' : `${pseudonymOf(id, locale)} ${id}`
}

/** Who the line is paid for, when, what came of it, and how much; a name shows that person's facts below. */
function People({
  reader,
  data,
  opened,
  entries,
  shown,
  telling,
}: Props & { entries: readonly Reason[]; shown: Reason | undefined; telling: Telling }) {
  const { locale, words, address } = reader
  const columns = reasonWords[locale].peopleColumns
  const isCut = entries.some((entry) => entry.children[0]?.value !== entry.value)
  const some = address.all === opened.line.payment ? entries : entries.slice(0, peopleMost)
  const money = (value: string) => bareExact(value, data.agreement.currency, locale)
  const label = reasonWords[locale].labels.people[data.agreement.people.subject]
  return (
    <>
      <div class="scroll" role="region" aria-label={label} tabindex={0}>
        <table class="people">
          <caption class="unseen">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.who}</th>
              <th scope="col">{columns.day}</th>
              <th scope="col">{columns.result}</th>
              <th scope="col" class="number">
                {columns.earned}
              </th>
              {isCut && (
                <th scope="col" class="number">
                  {columns.after}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {some.map((entry, index) => {
              const id = whoOf(entry)
              const day = typeof entry.inputs.day === 'string' ? parseIsoDay(entry.inputs.day) : undefined
              const result = entry.children[0]?.children.find(({ rule }) => rule === 'result')
              return (
                <tr key={index} class={entry === shown ? 'is-shown' : undefined}>
                  <th scope="row">
                    {id === '' || isGroup(id) ? (
                      whoText(id, telling)
                    ) : (
                      <Person
                        reader={reader}
                        contract={data.name}
                        id={id}
                        isShown={entry === shown}
                        href={hrefOf({ ...address, person: id }, `${opened.line.payment}-facts`)}
                      />
                    )}
                  </th>
                  <td>{day === undefined ? '' : <span class="hold">{dateText(day, locale)}</span>}</td>
                  <td>{result === undefined ? '' : resultText(result, telling)}</td>
                  <td class="number">{money(entry.children[0]?.value ?? entry.value)}</td>
                  {isCut && <td class="number">{money(entry.value)}</td>}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {some.length < entries.length && (
        <p class="small">
          <a href={hrefOf({ ...address, all: opened.line.payment }, `${opened.line.payment}-people`)}>
            {words.statement.showAll(numberText(entries.length, locale))}
          </a>
        </p>
      )}
    </>
  )
}

const isGroup = (id: string): boolean => /^(cohort|authority|track):/.test(id)
