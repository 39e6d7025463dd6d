/** `bundlinje due contracts/x --on 2024-09-30`: who is to be measured, what is late, and what is missing. */
import { type Day, dayText } from '../core/base/index.ts'
import { type Agreement } from '../core/terms/index.ts'
import { dateText, dueWords, terminalWords } from '../../locales/index.ts'
import { type DueItem, type DueList, listDue } from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { readDate } from './dates.ts'
import { type Column, tableLines, wrapped } from './lines.ts'
import { newestAgreement, opened, wrongTerms } from './opening.ts'
import { plainJson } from './plain-json.ts'
import { type Terminal, styled } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

const soonDays = 30
const rowsMost = 40

export function run(input: Input, terminal: Terminal): ExitCode {
  const [path = ''] = input.arguments
  const contract = opened(path, terminal)
  const { agreement } = newestAgreement(contract, terminal)
  const words = terminalWords[terminal.locale]
  const wanted = typeof input.options.on === 'string' ? readDate(input.options.on, terminal.locale) : undefined
  const { from, through } = agreement.runs
  if (wanted !== undefined && wanted < from) {
    throw new UsageFault(words.beforeAgreement(dateText(wanted, terminal.locale), dateText(from, terminal.locale)))
  }
  const list = listDue(contract, wanted ?? through, soonDays)
  terminal.progressDone()
  if (list === undefined) throw wrongTerms(contract, terminal)
  terminal.print(input.options.json === true ? jsonOf(list) : pageOf(list, agreement, terminal))
  return 0
}

function pageOf(list: DueList, agreement: Agreement, terminal: Terminal): string {
  const { locale, width } = terminal
  const words = dueWords[locale]
  const head = [styled(terminal, 'strong', agreement.title[locale]), words.asSeen(dateText(list.on, locale))]
  if (list.coverage.length === 0) return [...head, '', words.noDueDays].join('\n')
  const sections = (['late', 'due', 'missing'] as const).flatMap((state) => {
    const items = list.items.filter((item) => item.state === state)
    if (items.length === 0) return []
    const title = styled(terminal, state === 'due' ? 'strong' : 'act', words.heads[state](items.length, list.soonDays))
    const more = items.length > rowsMost ? [words.more(items.length - rowsMost)] : []
    return [[title, ...itemTable(items.slice(0, rowsMost), list.on, agreement, terminal), ...more].join('\n')]
  })
  const minutes = list.items
    .filter(({ state }) => state !== 'missing')
    .reduce((sum, item) => sum + (item.minutes ?? 0), 0)
  return [
    head.join('\n'),
    ...(sections.length === 0 ? [words.nothing] : sections),
    ...(minutes === 0 ? [] : [wrapped(words.minutes(minutes), { width }).join('\n')]),
    [styled(terminal, 'strong', words.overview), ...overviewTable(list, agreement, terminal)].join('\n'),
  ].join('\n\n')
}

function itemTable(items: readonly DueItem[], on: Day, agreement: Agreement, terminal: Terminal): string[] {
  const { locale } = terminal
  const { columns, since, inDays } = dueWords[locale]
  const heads: Column[] = [
    { head: columns.who, isFlexible: true },
    { head: columns.measure, isFlexible: true },
    { head: columns.day },
    { head: columns.since, align: 'right' },
    { head: columns.by, isFlexible: true },
  ]
  const rows = items.map(({ who, measure, day, recordedBy }) => [
    who,
    labelOfMeasure(measure, agreement, terminal),
    dateText(day, locale),
    day < on ? since(on - day) : inDays(day - on),
    recordedBy === undefined ? '' : (agreement.parties.get(recordedBy)?.name ?? recordedBy),
  ])
  return tableLines(terminal, heads, rows)
}

/** Each measure on each of its days, with how many stand where. */
function overviewTable({ coverage }: DueList, agreement: Agreement, terminal: Terminal): string[] {
  const words = dueWords[terminal.locale]
  const states = (['done', 'late', 'missing', 'due', 'ahead', 'undated'] as const).filter((state) =>
    coverage.some(({ counts }) => counts[state] > 0),
  )
  const heads: Column[] = [
    { head: words.measureColumn, isFlexible: true },
    ...states.map((state): Column => ({ head: words.states[state], align: 'right' })),
  ]
  const rows = coverage.flatMap(({ measure, text, counts }, index) => {
    const isFirst = coverage[index - 1]?.measure !== measure
    const numbers = states.map((state) => String(counts[state]))
    return [
      ...(isFirst ? [[labelOfMeasure(measure, agreement, terminal)]] : []),
      [`  ${words.dayText(text)}`, ...numbers],
    ]
  })
  return tableLines(terminal, heads, rows)
}

const labelOfMeasure = (name: string, agreement: Agreement, { locale }: Terminal): string =>
  agreement.measures.get(name)?.label[locale] ?? name

function jsonOf({ on, soonDays: soon, items, coverage }: DueList): string {
  return plainJson({
    on: dayText(on),
    soonDays: soon,
    items: items.map((item) => ({ ...item, day: dayText(item.day) })),
    coverage: coverage.map(({ measure, text, counts }) => ({ measure, text, counts })),
  })
}
