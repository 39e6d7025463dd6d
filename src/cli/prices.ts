/** `bundlinje prices herberg --year 2026`: the price catalogue, or one price with its history and where it comes from. */
import { type Locale, dayText } from '../core/base/index.ts'
import { type Price } from '../core/valuation/index.ts'
import {
  type PriceField,
  dateText,
  kronerText,
  plainNumberText,
  priceText,
  priceWords,
  problemParts,
  problemText,
} from '../../locales/index.ts'
import {
  type OpenCatalogue,
  type PriceLine,
  type PriceList,
  catalogueFolder,
  listPrices,
  openCatalogue,
  pricesCsv,
  showPrice,
  writePricesWorkbook,
} from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { type Column, tableLines, wrapped } from './lines.ts'
import { plainJson } from './plain-json.ts'
import { type Terminal, styled } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

export function run(input: Input, terminal: Terminal): ExitCode {
  const { catalogue, problems, isLocalFound }: OpenCatalogue = openCatalogue({
    national: catalogueFolder(),
    local: textOf(input, 'local'),
  })
  const words = priceWords[terminal.locale]
  const folder = textOf(input, 'local')
  if (folder !== undefined && !isLocalFound) throw new UsageFault(words.noLocal(folder))
  for (const found of problems) terminal.say(problemText(found, terminal.locale))
  const code: ExitCode = problems.some(({ severity }) => severity === 'wrong') ? 1 : 0
  const year = yearIn(input, terminal)
  const [search = ''] = input.arguments
  const query = { search, owner: textOf(input, 'owner'), year }
  const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))
  const one = showPrice(catalogue, search, year)
  const list: PriceList = 'line' in one ? { lines: [one.line], year: one.year, of: 1 } : listPrices(catalogue, asked)
  if (list.lines.length === 0) {
    throw new UsageFault(search === '' ? words.none : words.unknown(search, 'near' in one ? one.near : undefined))
  }
  const ids = list.lines.map(({ price }) => price.id)
  const workbook = textOf(input, 'xlsx')
  if (workbook !== undefined) {
    writePricesWorkbook(catalogue, ids, workbook)
    terminal.say(words.written(workbook))
  } else if (input.options.csv === true) {
    terminal.print(pricesCsv(catalogue, ids).trimEnd())
  } else if (input.options.json === true) {
    terminal.print(plainJson({ year: list.year, prices: list.lines.map(jsonOf) }))
  } else {
    const [only] = list.lines
    const isOne = list.lines.length === 1 && only !== undefined
    terminal.print(isOne ? priceView(only, list.year, terminal) : listView(list, year !== undefined, terminal))
  }
  return code
}

const textOf = ({ options }: Input, name: string): string | undefined =>
  typeof options[name] === 'string' ? options[name] : undefined

function yearIn(input: Input, { locale }: Terminal): number | undefined {
  const text = textOf(input, 'year')
  if (text === undefined) return undefined
  if (!/^[12]\d{3}$/.test(text)) throw new UsageFault(priceWords[locale].yearUnfit(text))
  return Number(text)
}

/** The prices as a table; carried to the prices of the year where one was asked for. */
function listView({ lines, year, of }: PriceList, isCarried: boolean, terminal: Terminal): string {
  const { locale } = terminal
  const words = priceWords[locale]
  const heads: Column[] = [
    { head: words.columns.id },
    { head: words.columns.label, isFlexible: true },
    { head: words.columns.value, align: 'right' },
    { head: words.columns.priceYear },
    ...(isCarried ? [{ head: words.inYear(year), align: 'right' as const }] : []),
    { head: words.columns.confidence },
  ]
  const rows = lines.map(({ price, inYear }) => [
    price.id,
    price.label[locale],
    priceText(price.value, price, locale),
    yearsText(price),
    ...(isCarried ? [inYear.amount === undefined ? notCarried : kronerText(inYear.amount, locale)] : []),
    price.provenance.confidence,
  ])
  const isSomeNot = isCarried && lines.some(({ inYear }) => inYear.amount === undefined)
  return [
    words.found(lines.length, of),
    (roomFor(1, terminal, heads, rows) < labelLeast ? stacked : tableLines)(terminal, heads, rows).join('\n'),
    ...(isSomeNot ? [`${notCarried}: ${words.notInYear}`] : []),
  ].join('\n\n')
}

const notCarried = '–'
/** In a column narrower than this a label is a tower of syllables. */
const labelLeast = 20

/** How wide a column can be beside all others. */
function roomFor(
  at: number,
  { width }: Terminal,
  heads: readonly Column[],
  rows: readonly (readonly string[])[],
): number {
  const others = heads.flatMap(({ head }, index) =>
    index === at ? [] : [Math.max(head.length, ...rows.map((row) => row[index]!.length))],
  )
  return others.reduce((room, one) => room - one - 2, width)
}

/** The table without label and confidence, which are set in on a line of their own below each price. */
function stacked(terminal: Terminal, heads: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const without = <Of>(all: readonly Of[]): Of[] => all.filter((_, index) => index !== 1 && index !== all.length - 1)
  const confidence = heads.at(-1)!.head.toLowerCase()
  const lines = tableLines(terminal, without(heads), rows.map(without))
  const top = lines.length - rows.length
  return lines.flatMap((line, at) => {
    const row = rows[at - top]
    if (row === undefined) return [line]
    const below = `${row[1]!} · ${confidence} ${row.at(-1)!}`
    return [line, ...wrapped(below, { width: terminal.width, indent: '    ' })]
  })
}

function yearsText({ priceYear, priceYearFrom }: Price): string {
  return priceYearFrom === undefined ? String(priceYear) : `${priceYearFrom}–${priceYear}`
}

/** One price: its value and what it is, what must be known of it, its rows over time, and where it comes from. */
function priceView(line: PriceLine, year: number, terminal: Terminal): string {
  const { price, history, notices } = line
  const { locale, width } = terminal
  const words = priceWords[locale]
  const says = [...notices, ...line.inYear.problems].map((found) => problemParts(found, locale).says)
  const reservations = says.flatMap((text) =>
    text.split('\n').flatMap((part, index) => wrapped(part, { width, first: index === 0 ? '- ' : '  ', indent: '  ' })),
  )
  const rows = history.map((row) => [
    validText(row, locale),
    priceText(row.value, row, locale),
    yearsText(row),
    row.provenance.confidence,
    row.provenance.source,
  ])
  const heads: Column[] = [
    { head: words.fields.valid },
    { head: words.fields.value, align: 'right' },
    { head: words.fields.priceYear },
    { head: words.fields.confidence },
    { head: words.fields.source, isFlexible: true },
  ]
  const title = `${styled(terminal, 'strong', price.label[locale])}  ${styled(terminal, 'quiet', price.id)}`
  const section = (head: string, lines: readonly string[]): string =>
    [styled(terminal, 'strong', head), ...lines].join('\n')
  return [
    title,
    fieldLines(factsOf(line, year, locale), terminal),
    section(words.reservations, reservations.length === 0 ? [words.noReservations] : reservations),
    section(words.provenance, [fieldLines(provenanceOf(price, locale), terminal)]),
    ...(history.length > 1 ? [section(words.history, tableLines(terminal, heads, rows))] : []),
  ].join('\n\n')
}

type Fields = readonly (readonly [PriceField, string])[]

function factsOf({ price, insteadOf, inYear }: PriceLine, year: number, locale: Locale): Fields {
  const words = priceWords[locale]
  const range = [price.low, price.high].map((bound) =>
    bound === undefined ? words.notKnown : kronerText(bound, locale),
  )
  const beaten = insteadOf === undefined ? '' : ` (${words.insteadOf(priceText(insteadOf.value, insteadOf, locale))})`
  const carried = inYear.amount === undefined ? words.notInYear : priceText(inYear.amount, price, locale)
  const { cashable } = price
  return [
    ['value', priceText(price.value, price, locale) + beaten],
    ...(price.low === undefined && price.high === undefined ? [] : ([['range', range.join(' – ')]] as const)),
    ['priceYear', yearsText(price)],
    ...(price.priceYear === year ? [] : ([['inYear', `${words.inYear(year)}: ${carried}`]] as const)),
    ['valid', validText(price, locale)],
    ['owner', words.owners[price.owner]],
    ['area', words.areas[price.area]],
    ['account', price.account ?? words.notKnown],
    ['refund', price.refund === undefined ? words.notKnown : words.refunds[price.refund]],
    ['cost', words.costs[price.cost]],
    [
      'cashable',
      cashable === undefined
        ? words.notKnown
        : words.cashable(words.units['%']!(plainNumberText(cashable.share * 100, locale)), cashable.fromMonth),
    ],
    ['vat', words.vats[price.vat]],
    ['index', price.index ?? words.notKnown],
  ]
}

function provenanceOf({ provenance }: Price, locale: Locale): Fields {
  const words = priceWords[locale]
  const { source, read, confidence, grade, note, origin } = provenance
  return [
    ['source', source],
    ['read', dateText(read, locale)],
    ['confidence', `${confidence}: ${words.confidences[confidence]}`],
    ['grade', words.grades[grade]],
    ['origin', words.origins[origin]],
    ...(note[locale] === '' ? [] : ([['note', note[locale]]] as const)),
  ]
}

function fieldLines(fields: Fields, { locale, width }: Terminal): string {
  const words = priceWords[locale].fields
  const left = Math.max(...fields.map(([name]) => words[name].length)) + 3
  return fields
    .flatMap(([name, value]) => wrapped(value, { width, first: words[name].padEnd(left), indent: ' '.repeat(left) }))
    .join('\n')
}

function validText({ valid }: Price, locale: Locale): string {
  const through = valid.through === undefined ? '' : dateText(valid.through, locale)
  return priceWords[locale].valid(dateText(valid.from, locale), through)
}

function jsonOf({ price, history, insteadOf, inYear, notices }: PriceLine) {
  return {
    ...plainPrice(price),
    inYear: inYear.amount ?? null,
    insteadOf: insteadOf === undefined ? null : plainPrice(insteadOf),
    notices: [...notices, ...inYear.problems].map(({ code, severity, facts }) => ({ code, severity, facts })),
    history: history.map(plainPrice),
  }
}

function plainPrice({ valid, provenance, ...price }: Price) {
  const { from, through } = valid
  const { read, at, ...others } = provenance
  return {
    ...price,
    valid: { from: dayText(from), through: through === undefined ? null : dayText(through) },
    provenance: { ...others, read: dayText(read), row: `${at.file}:${at.line}` },
  }
}
