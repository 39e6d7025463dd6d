/** What differs, as text: amounts before and after with their difference, and sentences that went and came. */
import { type Money } from '../core/base/index.ts'
import { type Agreement } from '../core/terms/index.ts'
import { bareAmountText, currencyWord, dateText, diffWords, exactAmountText, whoText } from '../../locales/index.ts'
import {
  type ClauseDifference,
  type LineDifference,
  type PersonDifference,
  type StatementsCompared,
} from '../operations/index.ts'
import { type Column, tableLines, wrapped } from './lines.ts'
import { type Terminal, styled } from './terminal.ts'

type Shown = { currency: string; agreement: Agreement | undefined; hasPeople: boolean }

const rowsMost = 40

/** The tables of two statements; one sentence where they say the same. */
export function statementLines({ lines, people }: StatementsCompared, shown: Shown, terminal: Terminal): string[] {
  const words = diffWords[terminal.locale]
  const isSame = (pair: { before: Money | undefined; after: Money | undefined }) => pair.before === pair.after
  const hasLimits = lines.every(
    ({ afterLimits }) => afterLimits.before !== undefined || afterLimits.after !== undefined,
  )
  if (people.length === 0 && lines.every((line) => isSame(line.payable) && isSame(line.afterLimits))) {
    return [shown.hasPeople ? words.sameMoney : words.sameStatement]
  }
  const table = (title: string, of: (line: LineDifference) => LineDifference['payable']) => [
    styled(terminal, 'strong', title),
    ...amountTable(lines, of, shown, terminal),
    '',
  ]
  const byPerson = !shown.hasPeople
    ? []
    : people.length === 0
      ? [words.samePeople]
      : personTable(people, shown, terminal)
  return [
    ...(hasLimits ? table(words.afterLimits, (line) => line.afterLimits) : []),
    ...table(words.payable, (line) => line.payable),
    ...byPerson,
  ]
}

function amountTable(
  lines: readonly LineDifference[],
  of: (line: LineDifference) => LineDifference['payable'],
  shown: Shown,
  terminal: Terminal,
): string[] {
  const { locale } = terminal
  const { columns, missing } = diffWords[locale]
  const bare = (amount: Money | undefined) =>
    amount === undefined ? missing : bareAmountText(amount, shown.currency, locale)
  const heads: Column[] = [
    { head: columns.clause },
    { head: columns.payment, isFlexible: true },
    { head: columns.before, align: 'right' },
    { head: columns.after, align: 'right' },
    { head: `${columns.difference} ${currencyWord(shown.currency, locale)}`, align: 'right' },
  ]
  const rows = lines.map((line) => {
    const { before, after } = of(line)
    const label = shown.agreement?.payments?.get(line.payment)?.label[locale] ?? line.payment
    return [line.clause, label, bare(before), bare(after), signed((after ?? 0n) - (before ?? 0n), shown, terminal)]
  })
  const sum = (side: 'before' | 'after') => lines.reduce((all, line) => all + (of(line)[side] ?? 0n), 0n)
  const total = [
    '',
    columns.total,
    bare(sum('before')),
    bare(sum('after')),
    signed(sum('after') - sum('before'), shown, terminal),
  ]
  return tableLines(terminal, heads, rows, total)
}

/** A difference always has its sign, so that an amount and a difference cannot be taken for each other. */
function signed(amount: Money, { currency }: Shown, { locale }: Terminal): string {
  const text = bareAmountText(amount, currency, locale)
  return amount > 0n ? `+${text}` : text
}

function personTable(people: readonly PersonDifference[], shown: Shown, terminal: Terminal): string[] {
  const { locale } = terminal
  const words = diffWords[locale]
  const { columns } = words
  const { agreement, currency } = shown
  const amount = (value: PersonDifference['after']) => exactAmountText(value, currency, locale)
  const heads: Column[] = [
    { head: columns.who, isFlexible: true },
    { head: columns.payment, isFlexible: true },
    { head: columns.day },
    { head: columns.before, align: 'right' },
    { head: columns.after, align: 'right' },
  ]
  const rows = people
    .slice(0, rowsMost)
    .map(({ who, payment, day, before, after }) => [
      agreement === undefined ? who : whoText(who, { agreement, locale }),
      agreement?.payments?.get(payment)?.label[locale] ?? payment,
      dateText(day, locale),
      amount(before),
      amount(after),
    ])
  const more = people.length > rowsMost ? [words.more(people.length - rowsMost)] : []
  return [styled(terminal, 'strong', words.people), ...tableLines(terminal, heads, rows), ...more]
}

/** Sentences that went after a minus, those that came after a plus, under the heading of their clause. */
export function clauseLines(clauses: readonly ClauseDifference[], terminal: Terminal): string[] {
  const words = diffWords[terminal.locale]
  if (clauses.length === 0) return [words.sameTerms]
  const { width } = terminal
  return [
    styled(terminal, 'strong', words.clauses),
    ...clauses.flatMap(({ number, heading, gone, come }) => [
      '',
      `${number === '' ? '' : `§ ${number} `}${heading}`,
      ...gone.flatMap((sentence) => wrapped(sentence, { width, indent: '    ', first: '  − ' })),
      ...come.flatMap((sentence) => wrapped(sentence, { width, indent: '    ', first: '  + ' })),
    ]),
  ]
}
