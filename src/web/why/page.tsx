/**
 * Why: everything that was decided about one person or family, each amount and each result with its own ladder.
 *
 * A goal or payment can be asked about too: then each of its results has a row that leads to the person's page.
 */
import {
  type Telling,
  dateText,
  exactAmountText,
  labelOf,
  reasonText,
  reasonWords,
  resultText,
  tellingOf,
  whoText,
} from '../../../locales/index.ts'
import { type Exact, parseExact, parseIsoDay } from '../../core/base/index.ts'
import { type Reason } from '../../core/outcomes/index.ts'
import { type Agreement, type TermsVersion } from '../../core/terms/index.ts'
import { type ChosenDays, DaysForm, dayChoices } from '../parts/days.tsx'
import { type Explained, type OpenContract, type ReadingSettled } from '../../operations/index.ts'
import { ClauseRung } from '../parts/clause-rung.tsx'
import { factLink } from '../parts/fact-link.ts'
import { FactsTable, Ladder, ReasonTree, Rung, factsUnder } from '../parts/ladder.tsx'
import { Opening, Page } from '../parts/page.tsx'
import { Person, pseudonymOf } from '../parts/pseudonym.tsx'
import { type Reader, linkTo } from '../reader.ts'

export type WhyData = {
  name: string
  contract: OpenContract
  settled: ReadingSettled
  version: TermsVersion
  agreement: Agreement
  explained: Exclude<Explained, { is: 'unknown' } | { is: 'payment' } | { is: 'clause' }>
  days: ChosenDays
}

type Props = { reader: Reader; data: WhyData }

/** The clauses quoted so far: the four children of a family rest on the same sentences. */
type Quoted = Set<string>

export function WhyPage({ reader, data }: Props) {
  return data.explained.is === 'subject' ? (
    <SubjectPage reader={reader} data={data} explained={data.explained} />
  ) : (
    <GoalPage reader={reader} data={data} explained={data.explained} />
  )
}

const tellingFor = ({ reader, data }: Props): Telling =>
  tellingOf(
    data.settled.settled.outcomes.versions.map((version) => version.agreement),
    reader.locale,
  )

function SubjectPage({ reader, data, explained }: Props & { explained: Extract<Explained, { is: 'subject' }> }) {
  const { locale, words } = reader
  const telling = tellingFor({ reader, data })
  const { who, reason, statement } = explained
  const entries = reason.children.filter(({ rule }) => rule === 'entry')
  const paid = new Set(entries.flatMap((entry) => resultOf(entry) ?? []).map(resultKey))
  const others = reason.children.filter((child) => child.rule === 'result' && !paid.has(resultKey(child)))
  const quoted: Quoted = new Set()
  const unit = reasonWords[locale].labels.subject[explained.unit]
  const name = `${pseudonymOf(who, locale)} ${who}`
  const total = exactAmountText(exactOf(reason.value), data.agreement.currency, locale)
  return (
    <Page reader={reader} title={`${name}, ${data.agreement.title[locale]}`} contract={data.name}>
      <div class="statement-head">
        <Opening
          reader={reader}
          crumb={{
            href: linkTo(reader, data.name, 'statement', dayChoices(reader)),
            text: words.why.statement(dateText(statement.to, locale)),
          }}
          title={name}
          lead={words.why.lead(unit, dateText(statement.to, locale))}
        />
        <DaysForm reader={reader} days={data.days} />
      </div>
      <p class="total why-total">
        <span class="total-label">{words.why.earned}</span>
        <span class="total-amount">{total}</span>
        <span class="small quiet">{words.why.beforePaid}</span>
      </p>
      {entries.map((one, index) => (
        <OneSection
          key={index}
          reader={reader}
          data={data}
          telling={telling}
          reason={one}
          number={index}
          quoted={quoted}
        />
      ))}
      {others.length > 0 && entries.length > 0 && <h2 class="why-others">{words.why.others}</h2>}
      {others.map((one, index) => (
        <OneSection
          key={index}
          reader={reader}
          data={data}
          telling={telling}
          reason={one}
          number={entries.length + index}
          quoted={quoted}
        />
      ))}
      {entries.length + others.length === 0 && <p class="measure">{words.statement.nothing}</p>}
    </Page>
  )
}

const resultKey = ({ inputs }: Reason): string => JSON.stringify([inputs.goal, inputs.who, inputs.day, inputs.number])
const resultOf = (entry: Reason): Reason | undefined =>
  entry.children[0]?.children.find(({ rule }) => rule === 'result')
const exactOf = (text: string): Exact => parseExact(text) ?? 0
const textOf = (reason: Reason, name: string): string => {
  const value = reason.inputs[name]
  return typeof value === 'string' ? value : ''
}

/** An amount that was earned, or a result that earned nothing. */
function OneSection({
  reader,
  data,
  telling,
  reason,
  number,
  quoted,
}: Props & { telling: Telling; reason: Reason; number: number; quoted: Quoted }) {
  const { locale, words } = reader
  const isEntry = reason.rule === 'entry'
  const result = isEntry ? resultOf(reason) : reason
  const name = isEntry ? textOf(reason, 'payment') : textOf(reason, 'goal')
  const node = isEntry ? data.agreement.payments?.get(name) : data.agreement.goals.get(name)
  const day = parseIsoDay(textOf(reason, 'day'))
  const id = `why-${number}`
  const value = isEntry
    ? exactAmountText(exactOf(reason.value), data.agreement.currency, locale)
    : resultText(reason, telling)
  const who = textOf(reason, 'who')
  const isMember = data.explained.is === 'subject' && who !== data.explained.who && who !== ''
  return (
    <section class="why" aria-labelledby={id}>
      <header class="why-head">
        <h2 id={id}>
          <span class="clause-number">{node === undefined ? '' : words.clause(node.clause)}</span>
          <span>
            {node?.label[locale] ?? labelOf(name, telling)}
            {isMember && <span class="quiet why-member">, {whoText(who, telling)}</span>}
          </span>
        </h2>
        <p class="quiet">{day === undefined ? '' : dateText(day, locale)}</p>
        <p class="why-value">{value}</p>
      </header>
      <Ladder>
        {isEntry && <AmountRung reader={reader} entry={reason} telling={telling} />}
        <ClauseRung reader={reader} contract={data.name} version={data.version} path={reason.path} quoted={quoted} />
        {result !== undefined && <ResultRungs reader={reader} data={data} telling={telling} result={result} id={id} />}
      </Ladder>
    </section>
  )
}

/** How the amount follows from the price, and what each limit did to it. */
function AmountRung({ reader, entry, telling }: { reader: Reader; entry: Reason; telling: Telling }) {
  const [earned, ...cuts] = entry.children
  const per = earned === undefined ? '' : textOf(earned, 'per')
  const price = earned?.children[0]
  const own =
    earned === undefined || per === 'amount'
      ? ''
      : reasonText({ ...earned, rule: per === 'fee' ? 'fee' : `per-${per}` }, telling)
  const sentences = [
    own,
    ...(price === undefined ? [] : deepestFirst(price, telling)),
    ...cuts.map((cut) => reasonText(cut, telling)),
  ]
  return (
    <Rung label={reasonWords[reader.locale].labels.amount}>
      {sentences
        .filter((text) => text !== '')
        .map((text) => (
          <p key={text}>{text}</p>
        ))}
    </Rung>
  )
}

/** The sentences of a price, those of its parts first, without what is only a number. */
function deepestFirst(reason: Reason, telling: Telling): string[] {
  const parts = reason.children.filter(({ rule }) => rule !== 'literal' && rule !== 'fact')
  return [...parts.flatMap((part) => deepestFirst(part, telling)), reasonText(reason, telling)].filter(
    (text) => text !== '',
  )
}

function ResultRungs({ reader, data, telling, result, id }: Props & { telling: Telling; result: Reason; id: string }) {
  const says = reasonWords[reader.locale]
  const own = result.value === 'measured' ? '' : capital(resultText(result, telling))
  const rule = reasonText({ ...result, rule: `result-${result.value}` }, telling)
  return (
    <>
      <Rung label={says.labels.result}>
        {own !== '' && <p>{own}.</p>}
        {rule !== '' && <p>{rule}</p>}
        <ReasonTree reasons={result.children} telling={telling} />
      </Rung>
      <Rung label={says.labels.facts}>
        <FactsTable
          reader={reader}
          telling={telling}
          facts={factsUnder(result)}
          label={`${says.labels.facts} ${id}`}
          placeHref={factLink(reader, data.name, data.contract)}
        />
      </Rung>
    </>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A goal's results, each leading to whoever it is about. */
function GoalPage({ reader, data, explained }: Props & { explained: Extract<Explained, { is: 'goal' }> }) {
  const { locale, words } = reader
  const telling = tellingFor({ reader, data })
  const says = reasonWords[locale]
  const { goal, reason, statement } = explained
  const node = data.agreement.goals.get(goal)
  const isPaid = [...(data.agreement.payments?.values() ?? [])].some((payment) => payment.goal === goal)
  const title = node?.label[locale] ?? goal
  return (
    <Page reader={reader} title={`${title}, ${data.agreement.title[locale]}`} contract={data.name}>
      <div class="statement-head">
        <Opening
          reader={reader}
          crumb={{
            href: linkTo(reader, data.name, 'statement', dayChoices(reader)),
            text: words.why.statement(dateText(statement.to, locale)),
          }}
          title={title}
          lead={isPaid ? undefined : says.notPaidFor}
        />
        <DaysForm reader={reader} days={data.days} />
      </div>
      <Ladder>
        <ClauseRung reader={reader} contract={data.name} version={data.version} path={node?.path ?? ''} />
        <Rung label={says.labels.result}>
          <table>
            <thead>
              <tr>
                <th scope="col">{says.peopleColumns.who}</th>
                <th scope="col">{says.peopleColumns.day}</th>
                <th scope="col">{says.peopleColumns.result}</th>
              </tr>
            </thead>
            <tbody>
              {reason.children.slice(0, 200).map((result, index) => {
                const id = textOf(result, 'who')
                const day = parseIsoDay(textOf(result, 'day'))
                const isPerson = (data.contract.measurement?.roster?.rowOf(id) ?? -1) >= 0
                return (
                  <tr key={index}>
                    <th scope="row">
                      {isPerson ? (
                        <Person reader={reader} contract={data.name} id={id} choices={dayChoices(reader)} />
                      ) : (
                        whoText(id, telling)
                      )}
                    </th>
                    <td>{day === undefined ? says.unknownDay : dateText(day, locale)}</td>
                    <td>{resultText(result, telling)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Rung>
      </Ladder>
    </Page>
  )
}
