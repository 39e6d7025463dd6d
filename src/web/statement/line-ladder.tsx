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
import { type Explained, explainResults } from '../../operations/index.ts'
import { hrefOf } from '../address.ts'
import { ClauseRung } from '../parts/clause-rung.tsx'
import { FactsTable, Ladder, ReasonTree, Rung, factsUnder } from '../parts/ladder.tsx'
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
  const { locale, address } = reader
  const says = reasonWords[locale]
  const telling = tellingOf(
    data.settled.settled.outcomes.versions.map((version) => version.agreement),
    locale,
  )
  const [afterLimits] = opened.reason.children
  const entries = afterLimits?.children ?? []
  const shown = entries.find((entry) => entry.inputs.who === address.person) ?? entries[0]
  const few = fewResults(data, opened)
  const facts = shown ?? few[0]
  return (
    <Ladder>
      <Rung label={says.labels.amount}>
        <SumOfLine reader={reader} data={data} opened={opened} telling={telling} />
      </Rung>
      <ClauseRung reader={reader} contract={data.name} version={data.version} path={opened.reason.path} />
      <Rung label={says.labels.result}>
        <Results reader={reader} data={data} opened={opened} entries={entries} />
        <ReasonTree reasons={few.flatMap(({ children }) => children)} telling={telling} />
      </Rung>
      {entries.length > 0 && (
        <Rung label={says.labels.people[data.agreement.people.subject]} id={`${opened.line.payment}-people`}>
          <People reader={reader} data={data} opened={opened} entries={entries} shown={shown} telling={telling} />
        </Rung>
      )}
      {facts !== undefined && (
        <FactsRung reader={reader} data={data} opened={opened} reason={facts} telling={telling} />
      )}
    </Ladder>
  )
}

/** As many results as can be told whole in the ladder. */
const wholeMost = 2

/** The results of a goal that has so few that each can be told here, as a goal of the whole group has. */
function fewResults(data: StatementData, opened: Opened): Reason[] {
  const { settled } = data.settled
  const goal = data.agreement.payments?.get(opened.line.payment)?.goal
  const count = goal === undefined ? undefined : settled.outcomes.results.get(goal)?.size
  return goal === undefined || count === undefined || count > wholeMost ? [] : explainResults(settled, goal, data.index)
}

/** The facts about one person, or about the group, each with its place. */
function FactsRung({ reader, data, opened, reason, telling }: Props & { reason: Reason; telling: Telling }) {
  const { locale, words } = reader
  const says = reasonWords[locale]
  const id = whoOf(reason)
  const name = id === '' || isGroup(id) ? '' : `${pseudonymOf(id, locale)} ${id}`
  const label = name === '' ? says.labels.facts : `${says.labels.facts} ${words.statement.about(name)}`
  const why = hrefOf({ ...dayChoices(reader), locale, page: 'why', contract: data.name, person: id })
  return (
    <Rung
      id={`${opened.line.payment}-facts`}
      label={
        name === '' ? (
          says.labels.facts
        ) : (
          <>
            {says.labels.facts}
            <br />
            {words.statement.about(name)}
          </>
        )
      }
    >
      <FactsTable
        reader={reader}
        telling={telling}
        facts={factsUnder(reason)}
        label={label}
        placeHref={factLink(reader, data.name, data.contract)}
      />
      {name !== '' && (
        <p class="small">
          <a href={why}>{words.statement.wholeWhy(name)}</a>
        </p>
      )}
    </Rung>
  )
}

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

const kinds = ['met', 'measured', 'missed', 'unmeasured', 'notDue', 'foregone', 'leftOut'] as const
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
            {some.map((entry, index) => (
              <PersonRow
                key={index}
                reader={reader}
                data={data}
                opened={opened}
                entry={entry}
                isShown={entry === shown}
                isCut={isCut}
                telling={telling}
              />
            ))}
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

function PersonRow({
  reader,
  data,
  opened,
  entry,
  isShown,
  isCut,
  telling,
}: Props & { entry: Reason; isShown: boolean; isCut: boolean; telling: Telling }) {
  const { locale, address } = reader
  const id = whoOf(entry)
  const day = typeof entry.inputs.day === 'string' ? parseIsoDay(entry.inputs.day) : undefined
  const result = entry.children[0]?.children.find(({ rule }) => rule === 'result')
  const money = (value: string) => bareExact(value, data.agreement.currency, locale)
  return (
    <tr class={isShown ? 'is-shown' : undefined}>
      <th scope="row">
        {id === '' || isGroup(id) ? (
          whoText(id, telling)
        ) : (
          <Person
            reader={reader}
            contract={data.name}
            id={id}
            isShown={isShown}
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
}

const isGroup = (id: string): boolean => /^(cohort|authority|track):/.test(id)
