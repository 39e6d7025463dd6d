/**
 * A statement as a page of text: the total first, then lines, payers, limits, what is not paid, and how to redo it.
 */
import { type Money } from '../core/base/index.ts'
import { type Settled, type Statement } from '../core/settlement/index.ts'
import { type Agreement } from '../core/terms/index.ts'
import {
  amountText,
  bareAmountText,
  checksumText,
  currencyWord,
  dateText,
  numberText,
  statementWords,
  whoText,
  wayOfLimit,
  keptTexts,
} from '../../locales/index.ts'
import {
  type OpenContract,
  type UnpaidGroup,
  cappedOpen,
  groupUnpaid,
  isPaidBeforeKnown,
  takenOff,
  weighStatement,
  whatLimitsDid,
} from '../operations/index.ts'
import { type Column, tableLines, wrapped } from './lines.ts'
import { strokesText } from './strokes.ts'
import { type Terminal, styled } from './terminal.ts'

/** What the pages of one settlement share. */
export type StatementPage = {
  terminal: Terminal
  contract: OpenContract
  agreement: Agreement
  settled: Settled
  checksum: string
}

/** The whole page of one agreement's statement. */
export function statementPage(statement: Statement, page: StatementPage): string {
  return joined([
    headLines([statement], page),
    totalLines(statement, page),
    lineTable(statement, page),
    payerLines(statement, page),
    limitLines(statement, page),
    unpaidLines(statement, page),
    footLines([statement], page),
  ])
}

/** The page of many agreements on one set of terms: a line for each, and the sum. */
export function manyStatementsPage(statements: readonly Statement[], page: StatementPage): string {
  const { terminal, agreement } = page
  const words = statementWords[terminal.locale]
  const { columns } = words
  const shownMost = 40
  const sum = (of: (statement: Statement) => Money) => statements.reduce((all, one) => all + of(one), 0n)
  const payable = amountText(
    sum((one) => one.payable),
    agreement.currency,
    terminal.locale,
  )
  const { did, sign } = whatLimitsDid(statements)
  const numbers = [columns.earned, columns[did], columns.paidBefore, columns.payable]
  const heads: Column[] = [
    { head: columns.agreement, isFlexible: true },
    ...numbers.map((head): Column => ({ head, align: 'right' })),
  ]
  const amountsOf = (one: Statement) => [one.earned, sign * (one.earned - one.afterLimits), one.paidBefore, one.payable]
  const shown = statements.slice(0, shownMost)
  const hasMinor = shown.some((one) => amountsOf(one).some((amount) => hasMinorPart(amount, page)))
  const cells = (name: string, amounts: readonly Money[]) => [
    name,
    ...columnOf(amounts, page, hasMinor ? 'always' : 'when-needed'),
  ]
  const rows = shown.map((one) => cells(one.agreement, amountsOf(one)))
  const total = cells(
    columns.total,
    [0, 1, 2, 3].map((index) => sum((one) => amountsOf(one)[index]!)),
  )
  const more = statements.length > shownMost ? [words.moreAgreements(statements.length - shownMost)] : []
  return joined([
    headLines(statements, page),
    [`${words.payable} ${styled(terminal, 'strong', payable)}`],
    [...tableLines(terminal, heads, rows, total), ...more],
    footLines(statements, page),
  ])
}

const joined = (sections: readonly (readonly string[])[]) =>
  sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')

/** The agreement, or how many they are, and the days; one agreement of several has its name told. */
function headLines(statements: readonly Statement[], { terminal, agreement, contract }: StatementPage): string[] {
  const { locale } = terminal
  const words = statementWords[locale]
  const [statement] = statements
  if (statement === undefined) return []
  const isSameDay = statement.to === statement.knownAt
  const isOne = (contract.measurement?.roster.agreements.length ?? 1) === 1
  const which = statements.length > 1 ? words.agreements(statements.length) : words.ofAgreement(statement.agreement)
  return [
    styled(terminal, 'strong', agreement.title[locale]),
    ...(isOne || statement.agreement === '' ? [] : [which]),
    `${words.asOf(dateText(statement.to, locale), dateText(statement.knownAt, locale), isSameDay)}, ${words.versions(statement.versions)}`,
  ]
}

function totalLines(statement: Statement, { terminal, agreement, contract, settled }: StatementPage): string[] {
  const { locale, width } = terminal
  const words = statementWords[locale]
  const money = (amount: Money) => amountText(amount, agreement.currency, locale)
  const { reached, open: undecided, lost: missed, isWhole } = weighStatement(statement).total
  // What a limit holds back that cannot be told yet may still be paid.
  const waiting = statement.lines
    .flatMap(({ withheld }) => withheld)
    .reduce((sum, { limit, amount }) => (statement.openLimits.includes(limit) ? sum + amount : sum), 0n)
  const open = undecided + waiting
  const cut = statement.earned - statement.afterLimits - waiting
  const lost = missed + (cut > 0n ? cut : 0n)
  const limits = agreement.limits ?? []
  const capped = cappedOpen(settled, statement)
  const says =
    capped === undefined
      ? words.openBeforeLimits
      : words.openUnderCaps(money(capped.open), money(capped.left), limits.length)
  const strokes = [
    strokesText({ reached, open, lost }, Math.min(width, 60)),
    ...wrapped(
      words.strokes(money(reached), open === 0n ? undefined : money(open), lost === 0n ? undefined : money(lost)),
      { width },
    ),
    ...(isWhole ? [] : wrapped(words.withoutMost, { width })),
    ...(undecided > 0n && limits.length > 0 ? wrapped(says, { width }) : []),
  ]
  const before = statement.paidBefore === 0n ? undefined : money(statement.paidBefore)
  return [
    `${words.payable} ${styled(terminal, 'strong', money(statement.payable))}`,
    ...(isPaidBeforeKnown(contract)
      ? [words.earnedAndPaid(money(statement.earned), before)]
      : wrapped(words.paidBeforeUnknown(money(statement.earned)), { width })),
    ...(reached + open + lost === 0n ? [] : ['', ...strokes]),
  ]
}

/** Amounts for a column: bare, with decimals only where one of the contract's own amounts has them. */
function columnOf(
  amounts: readonly Money[],
  { terminal, agreement }: StatementPage,
  minor: 'when-needed' | 'always' = 'when-needed',
): string[] {
  return amounts.map((amount) => bareAmountText(amount, agreement.currency, terminal.locale, minor))
}

function lineTable(statement: Statement, page: StatementPage): string[] {
  const { terminal, agreement } = page
  const { locale } = terminal
  const { columns } = statementWords[locale]
  const { did, sign } = whatLimitsDid([statement])
  const amountsOf = (of: Pick<Statement, 'earned' | 'afterLimits' | 'paidBefore' | 'payable'>) => [
    of.earned,
    sign * (of.earned - of.afterLimits),
    of.paidBefore,
    of.payable,
  ]
  const hasMinor = statement.lines.some((line) => amountsOf(line).some((amount) => hasMinorPart(amount, page)))
  const minor = hasMinor ? 'always' : 'when-needed'
  const heads: Column[] = [
    { head: columns.clause },
    { head: columns.payment, isFlexible: true },
    ...[columns.earned, columns[did], columns.paidBefore].map((head): Column => ({ head, align: 'right' })),
    { head: `${columns.payable} ${currencyWord(agreement.currency, locale)}`, align: 'right' },
  ]
  const rows = statement.lines.map((line) => [
    line.clause,
    labelOfPayment(line.payment, page),
    ...columnOf(amountsOf(line), page, minor),
  ])
  return tableLines(terminal, heads, rows, ['', columns.total, ...columnOf(amountsOf(statement), page, minor)])
}

function hasMinorPart(amount: Money, { terminal, agreement }: StatementPage): boolean {
  const point = terminal.locale === 'da' ? ',' : '.'
  return bareAmountText(amount, agreement.currency, terminal.locale).includes(point)
}

/** Who pays whom how much, each pair once. */
export function payerSentences(
  statement: Statement,
  { terminal: { locale }, agreement }: Pick<StatementPage, 'terminal' | 'agreement'>,
): string[] {
  const words = statementWords[locale]
  const money = (amount: Money) => amountText(amount, agreement.currency, locale)
  const pairs = new Map<string, { payer: string; payee: string; payable: Money }>()
  for (const { payer, payee, payable } of statement.lines.flatMap(({ shares }) => shares)) {
    const key = `${payer} ${payee}`
    const pair = pairs.get(key) ?? { payer, payee, payable: 0n }
    pairs.set(key, { ...pair, payable: pair.payable + payable })
  }
  const name = (party: string) => agreement.parties.get(party)?.name ?? party
  return [...pairs.values()].map(({ payer, payee, payable }) => {
    if (payable === 0n) return words.paysNothing(name(payer), name(payee))
    const say = payable > 0n ? words.pays : words.paysBack
    return say(name(payer), name(payee), money(payable < 0n ? -payable : payable))
  })
}

function payerLines(statement: Statement, page: StatementPage): string[] {
  const { terminal, agreement, contract } = page
  const { locale } = terminal
  const words = statementWords[locale]
  const money = (amount: Money) => amountText(amount, agreement.currency, locale)
  const pays = payerSentences(statement, page)
  const earlier = takenOff(contract, statement).flatMap((issued) => {
    const own = issued.lines.filter((line) => line.agreement === statement.agreement)
    const sum = own.reduce((all, line) => all + line.payable, 0n)
    return own.length === 0 ? [] : [`  ${words.earlier(issued.name, dateText(issued.to, locale), money(sum))}`]
  })
  return [
    ...pays.flatMap((line) => wrapped(line, { width: terminal.width, indent: '  ', first: '' })),
    ...(earlier.length === 0 ? [] : ['', `${words.columns.paidBefore}:`, ...earlier]),
  ]
}

function limitLines(statement: Statement, page: StatementPage): string[] {
  const { terminal, agreement } = page
  const words = statementWords[terminal.locale]
  const lines = (agreement.limits ?? []).map((_, index) => limitSentence(statement, index, page))
  const money = (amount: Money) => amountText(amount < 0n ? -amount : amount, agreement.currency, terminal.locale)
  const also = [
    ...(statement.unplaced === 0n ? [] : [words.unplaced(money(statement.unplaced))]),
    ...(statement.carriedOver === 0n ? [] : [words.carriedOver(money(statement.carriedOver))]),
  ]
  const kept = keptTexts(statement, agreement, terminal.locale).flatMap((text) =>
    wrapped(text, { width: terminal.width, indent: '    ', first: '  ' }),
  )
  if (lines.length + also.length + kept.length === 0) return []
  return [styled(terminal, 'strong', words.limits), ...[...lines, ...also].map((line) => `  ${line}`), ...kept]
}

/** What one limit of the agreement did to the statement; `index` is its place among the limits. */
export function limitSentence(
  statement: Statement,
  index: number,
  { terminal: { locale }, agreement }: Pick<StatementPage, 'terminal' | 'agreement'>,
): string {
  const words = statementWords[locale]
  const limit = agreement.limits![index]!
  const kind = wayOfLimit(limit)
  const taken = takenBy(statement, index, limit.returnCap !== undefined)
  const money = amountText(taken < 0n ? -taken : taken, agreement.currency, locale)
  if (taken === 0n) return words.limitIdle(kind, limit.clause)
  if (statement.openLimits.includes(index + 1)) return words.limitWaits(kind, limit.clause, money)
  return (taken > 0n ? words.limitCut : words.limitRaised)(kind, limit.clause, money)
}

function takenBy({ lines, heldByReturnCap }: Statement, index: number, isReturnCap: boolean): Money {
  if (isReturnCap) return heldByReturnCap
  return lines.reduce((sum, line) => sum + (line.withheld.find(({ limit }) => limit === index + 1)?.amount ?? 0n), 0n)
}

function unpaidLines(statement: Statement, page: StatementPage): string[] {
  const { terminal, agreement } = page
  const { locale, width } = terminal
  const words = statementWords[locale]
  const unpaid = groupUnpaid(statement)
  const sumOf = (...kinds: UnpaidGroup['kind'][]) =>
    unpaid.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amount }) => sum + amount, 0n)
  const head = styled(terminal, 'strong', words.notPaid)
  if (unpaid.length === 0) return [head, statement.earned === 0n ? words.nothingYet : words.everythingPaid]
  const money = (amount: Money) => (amount === 0n ? undefined : amountText(amount, agreement.currency, locale))
  const columns: Column[] = [
    { head: words.notPaidColumns.kind },
    { head: words.notPaidColumns.goal, isFlexible: true },
    { head: words.notPaidColumns.results, align: 'right' },
    { head: words.notPaidColumns.who, isFlexible: true },
    { head: `${words.notPaidColumns.amount} ${currencyWord(agreement.currency, locale)}`, align: 'right' },
  ]
  const rows = unpaid.map((group, index) => [
    unpaid[index - 1]?.kind === group.kind ? '' : words.kinds[group.kind],
    `${group.clause === '' ? '' : `${group.clause} `}${labelOfPayment(group.payment, page)}`,
    numberText(group.count, locale),
    namesOf(group, page),
    group.withoutAmount === group.count ? words.noMost : bareAmountText(group.amount, agreement.currency, locale),
  ])
  const sentence = words.notPaidSentence({
    judged: money(sumOf('missed', 'partly')),
    held: money(sumOf('gate-closed')),
    waiting: money(sumOf('unmeasured', 'not-due')),
    measured: money(sumOf('measured')),
    foregone: money(sumOf('foregone')),
  })
  return [head, ...(sentence === '' ? [] : wrapped(sentence, { width })), '', ...tableLines(terminal, columns, rows)]
}

const namesMost = 2

function namesOf({ who }: UnpaidGroup, { terminal, agreement }: StatementPage): string {
  const names = who.map((key) => whoText(key, { agreement, locale: terminal.locale }))
  if (names.length <= namesMost + 1) return names.join(', ')
  return statementWords[terminal.locale].moreWho(names.slice(0, namesMost).join(', '), names.length - namesMost)
}

/** What a payment is called; one that only an earlier statement knows has its own name. */
function labelOfPayment(payment: string, { agreement, terminal }: StatementPage): string {
  return agreement.payments?.get(payment)?.label[terminal.locale] ?? payment
}

function footLines(statements: readonly Statement[], { terminal, contract, checksum }: StatementPage): string[] {
  const { locale, width } = terminal
  const words = statementWords[locale]
  const number = (count: number) => numberText(count, locale)
  const { measurement } = contract
  const lines: string[] = []
  if (measurement !== undefined && statements.length > 0) {
    const { peopleTally: people } = measurement
    const total = measurement.tallyAsOf(statements[0]!)
    lines.push(
      styled(terminal, 'strong', words.tallyHead),
      words.tally({
        read: number(total.rowsRead),
        used: number(total.used),
        superseded: number(total.superseded),
        refused: number(total.refused),
        later: total.later === 0 ? undefined : number(total.later),
        notNeeded: total.notNeeded === 0 ? undefined : number(total.notNeeded),
      }),
      ...(people.rowsRead === 0
        ? []
        : [
            words.peopleTally({
              read: number(people.rowsRead),
              used: number(people.used),
              toldTwice: number(people.toldTwice),
              refused: number(people.refused),
            }),
          ]),
      '',
    )
  }
  return [
    ...lines.flatMap((line) => (line === '' ? [''] : wrapped(line, { width }))),
    ...wrapped(words.redo(checksumText(checksum)), { width }),
  ]
}
