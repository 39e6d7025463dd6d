/** The page of a case that is followed, in lines: the sentence first, then what was expected and reached, and what each assumption cost. */
import { type Locale } from '../core/base/index.ts'
import { type CompiledCase, type Followed, type Following, type Stand } from '../core/valuation/index.ts'
import { type FollowState, type FollowedCase, type Scenario, monthEnd } from '../operations/index.ts'
import {
  type StandName,
  caseWords,
  currencyWord,
  dateText,
  followAsked,
  followCounts,
  followEmpty,
  followHeadlines,
  followWords,
  followedName,
  followedTexts,
  oneDecimal,
  problemText,
  thousandText,
  caseYearText,
  ownerText,
} from '../../locales/index.ts'
import { type Column, tableLines, wrapped } from './lines.ts'
import { type Terminal, styled } from './terminal.ts'

type Shown = { found: FollowedCase; compiled: CompiledCase; following: Following }

export function followPage(found: FollowedCase, scenario: Scenario, terminal: Terminal): string {
  const { locale, width } = terminal
  const { compiled, following } = found
  const words = followWords[locale]
  const { file } = compiled!
  const lines = (text: string) => wrapped(text, { width })
  const title = styled(terminal, 'strong', file.title[locale])
  const note = file.inContract?.note?.[locale]
  const told = note === undefined ? [] : lines(note)
  if (following === undefined) {
    const state = found.state as Exclude<FollowState, 'followed'>
    const says = followEmpty(state, { starts: file.starts, asOf: found.asOf, locale })
    const isAsked = note === undefined && (state === 'not-linked' || state === 'no-contract')
    return [title, ...lines(isAsked ? `${says} ${words.howToLink}` : says), ...told].join('\n')
  }
  const shown: Shown = { found, compiled: compiled!, following }
  const { now, changed, assumptions } = followHeadlines({ ...shown, locale }, (month) =>
    monthEnd(shown.compiled, month),
  )
  const head = [
    title,
    ...lines(basisOf(shown, scenario, terminal)),
    ...told,
    ...followAsked(found, locale).flatMap(lines),
    '',
    ...lines(`${now} ${changed}`),
    ...lines(assumptions),
  ]
  const section = (heading: string, rows: readonly string[]) =>
    [styled(terminal, 'strong', heading), ...rows].join('\n')
  const thousands = caseWords[locale].perThousand(currencyWord(file.currency, locale))
  return [
    head.join('\n'),
    section(words.heads.stands, standsTable(shown, terminal)),
    section(words.heads.assumptions, [
      ...assumptionsTables(shown, terminal),
      ...followCounts({ ...shown, locale }, found.unplaced).flatMap(lines),
    ]),
    section(words.heads.costs, [...costsTable(shown, terminal), ...lines(`${words.costsSays} ${thousands}`)]),
    section(words.heads.years, [...yearsTable(shown, terminal)]),
    section(
      words.heads.rules,
      [...words.rules, words.small].flatMap((rule) => wrapped(rule, { width, first: '- ', indent: '  ' })),
    ),
    ...contractNotices(found, terminal),
  ].join('\n\n')
}

function basisOf({ found, compiled }: Shown, scenario: Scenario, { locale }: Terminal): string {
  return followWords[locale].basis({
    day: dateText(found.asOf, locale),
    scenario: caseWords[locale].scenarios[scenario],
    contract: found.contract!.readings[0]!.terms.versions.at(-1)!.agreement.title[locale],
    year: String(compiled.file.priceYear),
  })
}

const standNames: readonly StandName[] = ['referred', 'started', 'succeeded', 'paid', 'net']
const standColumns = ['before', 'byNow', 'reached', 'now', 'nowAsSeen'] as const

const columnsOf = (heads: readonly string[]): Column[] =>
  heads.map((head, at) => (at === 0 ? { head, isFlexible: true } : { head, align: 'right' as const }))

function standsTable({ compiled, following }: Shown, terminal: Terminal): string[] {
  const { locale } = terminal
  const words = followWords[locale]
  const isMoney = (name: StandName): boolean => name === 'paid' || name === 'net'
  const cell = (stand: Stand, name: StandName): string =>
    isMoney(name) ? thousandText(stand[name], locale) : oneDecimal(stand[name], locale)
  const currency = currencyWord(compiled.file.currency, locale)
  const nameOf = (name: StandName): string =>
    isMoney(name) ? words.inThousands(words.stands[name], currency) : words.stands[name]
  const isPaid = compiled.repayment !== undefined
  const rows = standNames
    .filter((name) => isPaid || name !== 'paid')
    .map((name) => [nameOf(name), ...standColumns.map((column) => cell(following[column], name))])
  return tableLines(terminal, columnsOf(['', ...standColumns.map((column) => words.standColumns[column])]), rows)
}

/** A table for each group, and one line for what is about all of them. */
function assumptionsTables({ compiled, following }: Shown, terminal: Terminal): string[] {
  const { locale } = terminal
  const { assumption, assumed, seen, interval, verdict } = followWords[locale].assumptionColumns
  const setting = { currency: compiled.file.currency, locale, monthEnd: (month: number) => monthEnd(compiled, month) }
  const groups = [...new Set(following.followed.map(({ group }) => group))]
  return groups.flatMap((group, index) => {
    const name = group === undefined ? followWords[locale].all : compiled.groups[group]!.label[locale]
    const columns: Column[] = [
      { head: assumption, isFlexible: true },
      { head: assumed, align: 'right' },
      { head: seen, align: 'right' },
      { head: interval, align: 'right' },
      { head: verdict },
    ]
    const rows = following.followed
      .filter((one) => one.group === group)
      .map((one) => {
        const texts = followedTexts(one, setting)
        return [texts.assumption, texts.assumed, texts.seen, texts.interval, texts.verdict]
      })
    return [...(index > 0 ? [''] : []), name, ...tableLines(terminal, columns, rows)]
  })
}

/** Rows under the name of their group; without the names where there is only one. */
function grouped(
  { groups }: CompiledCase,
  { followed }: Following,
  locale: Locale,
  cells: (one: Followed) => string[],
): string[][] {
  const isNamed = groups.length > 1
  return followed.flatMap((one, index) => {
    const [first = '', ...rest] = cells(one)
    const isFirst = isNamed && one.group !== undefined && followed[index - 1]?.group !== one.group
    const name = isFirst ? [[groups[one.group!]!.label[locale]]] : []
    return [...name, [isNamed && one.group !== undefined ? `  ${first}` : first, ...rest]]
  })
}

/** What each assumption means to whom; owners to whom nothing means anything are left out. */
function costsTable({ compiled, following }: Shown, terminal: Terminal): string[] {
  const { locale } = terminal
  const words = followWords[locale]
  const { followed, together, difference } = following
  const shown = compiled.owners.flatMap((owner, index) => {
    const isTouched = [difference[index]!, ...followed.map(({ costs }) => costs[index]!)].some((cost) => cost !== 0)
    return isTouched ? [{ index, name: ownerText(compiled, owner.name, locale) }] : []
  })
  const amounts = (costs: readonly number[]): string[] =>
    shown.map(({ index }) => thousandText(costs[index]! / 100, locale))
  const rows = grouped(compiled, following, locale, (one) => {
    return [followedName(one, locale), ...amounts(one.costs)]
  })
  const heads = columnsOf([words.assumptionColumns.assumption, ...shown.map(({ name }) => name)])
  return tableLines(
    terminal,
    heads,
    [...rows, [words.together, ...amounts(together)]],
    [words.difference, ...amounts(difference)],
  )
}

function yearsTable({ compiled, following }: Shown, terminal: Terminal): string[] {
  const { locale } = terminal
  const { strokes, stands, inThousands } = followWords[locale]
  const { signing, columns } = caseWords[locale]
  const { starts } = compiled.file
  const name = (year: number): string => (year === 0 ? signing : caseYearText(starts, year))
  const heads = [columns.year, strokes.before, strokes.reached, strokes.now]
  const table = (of: 'succeeded' | 'paid' | 'net', text: (value: number) => string): string[] => [
    of === 'succeeded' ? stands[of] : inThousands(stands[of], currencyWord(compiled.file.currency, locale)),
    ...tableLines(
      terminal,
      columnsOf(heads),
      following.years
        .filter(({ year }) => year > 0)
        .map(({ year, before, now, reached }) => [
          name(year),
          text(before[of]),
          reached === undefined ? '' : text(reached[of]),
          text(now[of]),
        ]),
    ),
  ]
  const people = (value: number): string => oneDecimal(value, locale)
  const money = (value: number): string => thousandText(value, locale)
  return [
    ...table('succeeded', people),
    ...(compiled.repayment === undefined ? [] : ['', ...table('paid', money)]),
    '',
    ...table('net', money),
  ]
}

function contractNotices({ problems }: FollowedCase, { locale }: Terminal): string[] {
  const told = problems.filter(({ code }) => ['case-contract-unsettled', 'follow-before-case'].includes(code))
  return told.map((found) => problemText(found, locale, undefined).trimEnd())
}
