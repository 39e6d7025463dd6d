/**
 * The calendar: what is to be measured as seen on a day - how each measure stands, then who is late, due, or missing.
 *
 * The strokes are the same as everywhere: thick is measured, dotted can still be measured, thin was missed for good.
 */
import { dateText, dueWords, labelOf } from '../../../locales/index.ts'
import { type Day } from '../../core/base/index.ts'
import { type Agreement } from '../../core/terms/index.ts'
import { type DueItem, type DueList, type OpenContract } from '../../operations/index.ts'
import { hrefOf } from '../address.ts'
import { Opening, Page } from '../parts/page.tsx'
import { Person } from '../parts/pseudonym.tsx'
import { Strokes } from '../parts/strokes.tsx'
import { addressDay } from '../parts/typed-day.ts'
import { type Reader, linkTo } from '../reader.ts'
import { DayFaults, DayField } from '../parts/day-field.tsx'

export type CalendarData = {
  name: string
  contract: OpenContract
  agreement: Agreement
  list: DueList
  faults: readonly string[]
  ends: readonly Day[]
}

type Props = { reader: Reader; data: CalendarData }

export function CalendarPage({ reader, data }: Props) {
  const { locale, words } = reader
  const { list, agreement } = data
  const says = dueWords[locale]
  const on = dateText(list.on, locale)
  const minutes = list.items
    .filter(({ state }) => state !== 'missing')
    .reduce((sum, item) => sum + (item.minutes ?? 0), 0)
  return (
    <Page reader={reader} title={`${words.tabs.calendar} ${on}, ${agreement.title[locale]}`} contract={data.name}>
      <div class="statement-head">
        <Opening
          reader={reader}
          crumb={{ href: linkTo(reader, data.name, 'annex'), text: agreement.title[locale] }}
          title={words.tabs.calendar}
          lead={`${says.asSeen(on)}.`}
        />
        <DayForm reader={reader} data={data} />
      </div>
      {list.coverage.length === 0 ? (
        <p class="measure">{says.noDueDays}</p>
      ) : (
        <>
          <Overview reader={reader} data={data} />
          {list.items.length === 0 && <p class="sentence calendar-nothing">{says.nothing}</p>}
          {(['late', 'due', 'missing'] as const).map((state) => (
            <ItemSection key={state} reader={reader} data={data} state={state} />
          ))}
          {minutes > 0 && <p class="measure quiet small calendar-minutes">{says.minutes(minutes)}</p>}
        </>
      )}
    </Page>
  )
}

function DayForm({ reader, data }: Props) {
  const { locale, words } = reader
  const { list, ends } = data
  const before = ends.filter((end) => end < list.on).at(-1)
  const after = ends.find((end) => end > list.on)
  const at = (day: Day) => linkTo(reader, data.name, 'calendar', { on: addressDay(day) })
  return (
    <div class="noprint days">
      <DayFaults faults={data.faults} />
      <form class="dates" method="get" action={hrefOf({ locale, page: 'calendar', contract: data.name })}>
        <DayField reader={reader} choice="on" label={words.calendar.on} day={list.on} isRequired />
        <button type="submit">{words.days.show}</button>
      </form>
      <p class="small days-beside">
        {before !== undefined && <a href={at(before)}>{words.days.before(dateText(before, locale))}</a>}
        {after !== undefined && <a href={at(after)}>{words.days.after(dateText(after, locale))}</a>}
      </p>
    </div>
  )
}

/** Each measure on each of its days, with how many stand where. */
function Overview({ reader, data }: Props) {
  const { locale, words } = reader
  const { coverage } = data.list
  const says = dueWords[locale]
  const states = (['done', 'late', 'due', 'ahead', 'missing', 'undated'] as const).filter((state) =>
    coverage.some(({ counts }) => counts[state] > 0),
  )
  const telling = { agreement: data.agreement, locale }
  return (
    <table class="calendar">
      <caption class="unseen">{says.overview}</caption>
      <thead>
        <tr>
          <th scope="col">{says.measureColumn}</th>
          <th scope="col">{says.columns.day}</th>
          <th scope="col" class="lines-strokes">
            {words.calendar.strokes}
          </th>
          {states.map((state) => (
            <th scope="col" class="number" key={state}>
              {says.states[state]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {coverage.map(({ measure, text, counts }, index) => {
          const days = coverage.filter((one) => one.measure === measure).length
          const isFirst = coverage[index - 1]?.measure !== measure
          const open = BigInt(counts.late + counts.due + counts.ahead)
          return (
            <tr key={`${measure} ${text}`}>
              {isFirst && (
                <th scope="rowgroup" rowSpan={days}>
                  {capital(labelOf(measure, telling))}
                </th>
              )}
              <td>{says.dayText(text)}</td>
              <td class="lines-strokes">
                {counts.done + counts.missing + Number(open) > 0 && (
                  <Strokes shares={{ reached: BigInt(counts.done), open, lost: BigInt(counts.missing) }} />
                )}
              </td>
              {states.map((state) => (
                <td
                  class={counts[state] === 0 ? 'number quiet' : state === 'late' ? 'number act' : 'number'}
                  key={state}
                  data-label={says.states[state]}
                >
                  {counts[state]}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A list longer than this shows its beginning. */
const rowsMost = 60

function ItemSection({ reader, data, state }: Props & { state: DueItem['state'] }) {
  const { locale } = reader
  const says = dueWords[locale]
  const { list, agreement } = data
  const items = list.items.filter((item) => item.state === state)
  if (items.length === 0) return null
  const id = `due-${state}`
  return (
    <section class="not-paid" aria-labelledby={id}>
      <h2 id={id} class={state === 'late' ? 'act' : undefined}>
        {says.heads[state](items.length, list.soonDays)}
      </h2>
      <table class="calendar-list">
        <thead>
          <tr>
            <th scope="col">{says.columns.who}</th>
            <th scope="col">{says.columns.measure}</th>
            <th scope="col">{says.columns.day}</th>
            <th scope="col">{reader.words.calendar.howLong}</th>
            <th scope="col">{says.columns.by}</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, rowsMost).map((item) => (
            <tr key={`${item.who} ${item.measure} ${item.text}`}>
              <th scope="row">
                <Person reader={reader} contract={data.name} id={item.who} choices={{ to: addressDay(list.on) }} />
              </th>
              <td>{labelOf(item.measure, { agreement, locale })}</td>
              <td class="hold">{dateText(item.day, locale)}</td>
              <td>{item.day < list.on ? says.since(list.on - item.day) : says.inDays(item.day - list.on)}</td>
              <td>
                {item.recordedBy === undefined ? '' : (agreement.parties.get(item.recordedBy)?.name ?? item.recordedBy)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length > rowsMost && <p class="quiet small">{says.more(items.length - rowsMost)}</p>}
    </section>
  )
}
