/** The page of a case that is followed, in lines: the sentence first, then what was expected and reached, and what each assumption cost. */
import { type Locale } from '../core/base/index.ts'
import { type CompiledCase, type Followed, type Following, type Stand } from '../core/valuation/index.ts'
import { type FollowedCase, type Scenario, monthEnd } from '../operations/index.ts'
import {
  type StandName,
  caseWords,
  currencyWord,
  dateText,
  followWords,
  followedName,
  followedTexts,
  monthName,
  monthText,
  oneDecimal,
  problemText,
  thousandText,
  wholeAmountText,
} from '../../locales/index.ts'
import { type Column, tableLines, wrapped } from './lines.ts'
import { type Terminal, styled } from './terminal.ts'
import { yearName } from './value-page.ts'

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
  if (following === undefined) return [title, ...lines(emptyText(found, terminal)), ...told].join('\n')
  const shown: Shown = { found, compiled: compiled!, following }
  const head = [
    title,
    ...lines(basisOf(shown, scenario, terminal)),
    ...told,
    ...askedTexts(found, terminal).flatMap(lines),
    '',
    ...headlines(shown, terminal).flatMap(lines),
  ]
  const section = (heading: string, rows: readonly string[]) =>
    [styled(terminal, 'strong', heading), ...rows].join('\n')
  const thousands = caseWords[locale].perThousand(currencyWord(file.currency, locale))
  return [
    head.join('\n'),
    section(words.heads.stands, standsTable(shown, terminal)),
    section(words.heads.assumptions, [
      ...assumptionsTables(shown, terminal),
      ...countedTexts(shown, terminal).flatMap(lines),
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

/** Why there is nothing to follow. */
function emptyText({ state, compiled, asOf }: FollowedCase, { locale }: Terminal): string {
  const { states, howToLink } = followWords[locale]
  const { starts } = compiled!.file
  if (state === 'not-linked') return `${states['not-linked']} ${howToLink}`
  if (state === 'no-facts') return states['no-facts']
  return states['not-begun'](`${monthName(starts.month, locale)} ${String(starts.year)}`, dateText(asOf, locale))
}

function basisOf({ found, compiled }: Shown, scenario: Scenario, { locale }: Terminal): string {
  return followWords[locale].basis({
    day: dateText(found.asOf, locale),
    scenario: caseWords[locale].scenarios[scenario],
    contract: found.contract!.readings[0]!.terms.versions.at(-1)!.agreement.title[locale],
    year: String(compiled.file.priceYear),
  })
}

/** When another day is shown than was asked for: why. */
function askedTexts({ asked, asOf, factsThrough }: FollowedCase, { locale }: Terminal): string[] {
  const words = followWords[locale]
  if (asked === undefined || asked === asOf) return []
  if (factsThrough !== undefined && asked > factsThrough)
    return [words.laterAsked(dateText(asked, locale), dateText(factsThrough, locale))]
  return [words.monthEnd(dateText(asked, locale), dateText(asOf, locale))]
}

function headlines({ compiled, following }: Shown, { locale }: Terminal): string[] {
  const words = followWords[locale]
  const { currency } = compiled.file
  const { before, now, judged } = following
  const amount = (kroner: number): string => wholeAmountText(kroner, currency, locale)
  const difference = Math.round(now.net) - Math.round(before.net)
  const headline = words.headline({
    now: amount(now.net),
    before: amount(before.net),
    isMore: difference >= 0,
    difference: amount(Math.abs(difference)),
  })
  const counts = [
    words.broken(judged.broken, judged.of),
    ...(judged.tooEarly > 0 ? [words.tooEarly(judged.tooEarly)] : []),
  ]
  const { worst } = judged
  if (worst === undefined) return [headline, counts.join(' ')]
  const says = words.worst({
    assumption: nameWithGroup(worst.followed, compiled, locale),
    since: monthText(monthEnd(compiled, worst.since), locale),
    amount: amount(Math.abs(worst.cost) / 100),
    isLoss: worst.cost < 0,
  })
  return [headline, [...counts, says].join(' ')]
}

/** Of several groups, whose assumption it is. */
function nameWithGroup(one: Followed, { groups }: CompiledCase, locale: Locale): string {
  const name = followedName(one, locale)
  return one.group === undefined || groups.length === 1 ? name : `${name}, ${groups[one.group]!.label[locale]}`
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

function countedTexts({ compiled, following, found }: Shown, { locale }: Terminal): string[] {
  const words = followWords[locale]
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)
  const [unmeasured, leftOut] = [sum(following.unmeasured), sum(following.leftOut)]
  const followedGroups = new Set(following.followed.map(({ group }) => group))
  const others = compiled.groups.filter((_, index) => !followedGroups.has(index)).map(({ label }) => label[locale])
  return [
    ...(unmeasured > 0 ? [words.unmeasured(String(unmeasured))] : []),
    ...(leftOut > 0 ? [words.leftOut(String(leftOut))] : []),
    ...(found.unplaced > 0 ? [words.unplaced(String(found.unplaced))] : []),
    ...(others.length > 0 ? [words.notFollowed(others)] : []),
  ]
}

/** What each assumption means to whom; owners to whom nothing means anything are left out. */
function costsTable({ compiled, following }: Shown, terminal: Terminal): string[] {
  const { locale } = terminal
  const words = followWords[locale]
  const { followed, together, difference } = following
  const shown = compiled.owners.flatMap((owner, index) => {
    const isTouched = [difference[index]!, ...followed.map(({ costs }) => costs[index]!)].some((cost) => cost !== 0)
    return isTouched ? [{ index, name: owner.label?.[locale] ?? caseWords[locale].authorities[owner.authority] }] : []
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
  const { perYear, stands, inThousands } = followWords[locale]
  const { signing } = caseWords[locale]
  const { starts } = compiled.file
  const name = (year: number): string => (year === 0 ? signing : yearName(starts, year))
  const heads = [perYear.year, perYear.before, perYear.reached, perYear.now]
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
  const told = problems.filter(({ code }) => code === 'case-contract-unsettled')
  return told.map((found) => problemText(found, locale, undefined).trimEnd())
}
