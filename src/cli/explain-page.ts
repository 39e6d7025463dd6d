/** Why an amount is what it is, as text: a heading, and below it the ladder from the amount down to the facts. */
import { type Money, compare, sum, toBigInt } from '../core/base/index.ts'
import { type Reason } from '../core/outcomes/index.ts'
import { type GoalCount } from '../core/settlement/index.ts'
import { type AnnexClause } from '../core/terms/index.ts'
import {
  amountText,
  exactAmountText,
  factText,
  numberText,
  reasonText,
  reasonWords,
  resultText,
  sentence,
} from '../../locales/index.ts'
import { type Explained, clauseWords } from '../operations/index.ts'
import {
  type ExplainPage,
  capital,
  clauseTitle,
  dayOf,
  earnedSentences,
  exactOf,
  headLine,
  inRung,
  isWorkedOut,
  narrow,
  whoOf,
  workingsRung,
} from './explain-lines.ts'
import { type Rung, ladderLines } from './ladder.ts'
import { tableLines } from './lines.ts'
import { styled } from './terminal.ts'

type Known = Exclude<Explained, { is: 'unknown' } | { is: 'clause' }>

const rowsMost = 60

/** The whole page. `depth` 1 is the amount and its clause, 2 also the people, 3 and more every result down to its facts. */
export function explainText(explained: Known, page: ExplainPage): string {
  if (explained.is === 'subject') return subjectText(explained, page)
  return explained.is === 'payment' ? paymentText(explained, page) : goalText(explained, page)
}

function paymentText({ line, reason, closed, count }: Extract<Known, { is: 'payment' }>, page: ExplainPage): string {
  const { terminal, agreement, depth } = page
  const { locale } = terminal
  const words = reasonWords[locale]
  const money = (amount: Money) => amountText(amount, agreement.currency, locale)
  const payment = agreement.payments?.get(line.payment)
  const title = payment?.label[locale] ?? line.payment
  const [afterLimits, paidBefore, ...rest] = reason.children
  const entries = afterLimits?.children ?? []
  const sums =
    line.paidBefore === 0n
      ? words.lineSumFirst(money(line.payable))
      : words.lineSum(money(line.payable), money(line.afterLimits), money(line.paidBefore))
  const told = [...rest, ...(paidBefore?.children ?? [])].map((child) => reasonText(child, page.telling))
  const rungs: Rung[] = [
    { label: words.labels.amount, lines: [sentence(sums), ...told].flatMap((text) => inRung(text, page)) },
    clauseRung(payment?.path ?? reason.path, page),
    { label: words.labels.result, lines: [...countLines(count, page), ...productLines(entries, page)] },
  ]
  if (depth >= 2) rungs.push({ label: words.labels.people[agreement.people.subject], lines: entryTable(entries, page) })
  if (depth === 2 && isWorkedOut(payment)) rungs.push(workingsRung(entries, page))
  rungs.push(...closedRungs(closed, page))
  const head = headLine(clauseTitle(line.clause, title), money(line.payable), page)
  const below = depth < 3 ? [] : entries.slice(0, rowsMost).map((entry) => entryText(entry, page))
  return [[head, ...ladderLines(rungs, terminal)].join('\n'), ...below].join('\n\n')
}

function goalText({ goal, reason, count }: Extract<Known, { is: 'goal' }>, page: ExplainPage): string {
  const { terminal, agreement, depth } = page
  const { locale } = terminal
  const words = reasonWords[locale]
  const node = agreement.goals.get(goal)
  const rungs: Rung[] = [
    clauseRung(node?.path ?? reason.path, page),
    { label: words.labels.result, lines: [words.notPaidFor, ...countLines(count, page)] },
  ]
  const shown = reason.children.slice(0, rowsMost)
  const rows = shown.map((result) => [whoOf(result, page), dayOf(result, page), resultText(result, page.telling)])
  const { who, day, result } = words.peopleColumns
  const table = [
    ...tableLines(
      narrow(terminal),
      [{ head: who, isFlexible: true }, { head: day }, { head: result, isFlexible: true }],
      rows,
    ),
    ...more(reason.children, page),
  ]
  if (depth >= 2) rungs.push({ label: words.labels.people[agreement.people.subject], lines: table })
  const title = clauseTitle(node?.clause ?? '', node?.label[locale] ?? goal)
  const below = depth < 3 ? [] : shown.map((one) => resultSection(one, page))
  return [[styled(terminal, 'strong', title), ...ladderLines(rungs, terminal)].join('\n'), ...below].join('\n\n')
}

function subjectText({ who, unit, reason, closed }: Extract<Known, { is: 'subject' }>, page: ExplainPage): string {
  const { terminal, agreement, depth } = page
  const entries = reason.children.filter(({ rule }) => rule === 'entry')
  const paidResults = new Set(entries.flatMap((entry) => resultOf(entry) ?? []).map(resultKey))
  const others = reason.children.filter((child) => child.rule === 'result' && !paidResults.has(resultKey(child)))
  const total = exactAmountText(exactOf(reason.value), agreement.currency, terminal.locale)
  const head = headLine(`${reasonWords[terminal.locale].labels.subject[unit]} ${who}`, total, page)
  if (depth < 2) return [head, ...entries.map((entry) => `  ${entryTitle(entry, page)}`)].join('\n')
  const closedOf = (result: Reason) =>
    closed.filter(({ children }) =>
      children.some((one) => one.rule === 'result' && resultKey(one) === resultKey(result)),
    )
  const sections = [
    ...entries.map((entry) => entryText(entry, page)),
    ...others.map((one) => resultSection(one, page, closedOf(one))),
  ]
  return [head, ...sections].join('\n\n')
}

const resultKey = ({ inputs }: Reason) => JSON.stringify([inputs.goal, inputs.who, inputs.day, inputs.number])

/** One amount of one person, with its own ladder. */
export function entryText(entry: Reason, page: ExplainPage): string {
  const { terminal, telling } = page
  const words = reasonWords[terminal.locale]
  const [earned, ...cuts] = entry.children
  const result = resultOf(entry)
  const priced = earned === undefined ? [] : earnedSentences(earned, telling)
  const told = [...priced, ...cuts.map((cut) => reasonText(cut, telling))].filter((text) => text !== '')
  const gate = earned === undefined ? undefined : gateOf(earned)
  const beside = earned === undefined ? [] : earned.children.filter((child) => child !== result)
  const rungs: Rung[] = [
    {
      label: words.labels.amount,
      lines: [
        ...told.flatMap((text) => inRung(text, page)),
        ...(gate === undefined ? [] : [...inRung(words.onlyIf, page), ...nodeLines(gate, page, 1)]),
      ],
    },
    clauseRung(entry.path, page, result),
    ...(result === undefined ? [] : resultRungs(result, page, { isHead: false, beside })),
  ]
  return [entryTitle(entry, page), ...ladderLines(rungs, terminal)].join('\n')
}

/** The condition on which the amount is paid, beside the price, its quantity and the result. */
const gateOf = ({ children: [, ...others] }: Reason): Reason | undefined =>
  others.find(({ rule }) => rule !== 'quantity' && rule !== 'result')

function entryTitle(entry: Reason, page: ExplainPage): string {
  const { agreement, terminal } = page
  const { locale } = terminal
  const payment = typeof entry.inputs.payment === 'string' ? entry.inputs.payment : ''
  const node = agreement.payments?.get(payment)
  const who = whoOf(entry, page)
  const title = clauseTitle(node?.clause ?? '', node?.label[locale] ?? payment)
  const amount = exactAmountText(exactOf(entry.value), agreement.currency, locale)
  return headLine(`${title}, ${who}, ${dayOf(entry, page)}`, amount, page)
}

/** A result that earned nothing, with its own ladder; `closed` where a condition keeps it from being paid. */
export function resultSection(result: Reason, page: ExplainPage, closed: readonly Reason[] = []): string {
  const { agreement, terminal, telling } = page
  const goal = typeof result.inputs.goal === 'string' ? result.inputs.goal : ''
  const node = agreement.goals.get(goal)
  const title = clauseTitle(node?.clause ?? '', node?.label[terminal.locale] ?? goal)
  const head = headLine(`${title}, ${whoOf(result, page)}, ${dayOf(result, page)}`, resultText(result, telling), page)
  const rungs = [
    clauseRung(result.path, page, result),
    ...closedRungs(closed, page),
    ...resultRungs(result, page, { isHead: true }),
  ]
  return [head, ...ladderLines(rungs, terminal)].join('\n')
}

/** Why results earned nothing that would have, had the condition of their payment been met; no rung where there are none. */
function closedRungs(closed: readonly Reason[], page: ExplainPage): Rung[] {
  const words = reasonWords[page.terminal.locale]
  const lines = closed.slice(0, rowsMost).flatMap((one) => {
    const [gate, result] = one.children
    const came = result === undefined ? '' : resultText(result, page.telling)
    const says = words.closed(whoOf(one, page), dayOf(one, page), came, one.value === '0')
    return [...inRung(capital(says), page), ...(gate === undefined ? [] : nodeLines(gate, page, 1))]
  })
  return closed.length === 0 ? [] : [{ label: words.labels.notPaid, lines: [...lines, ...more(closed, page)] }]
}

/** `isHead` where the heading has told the result already; `beside` is what the amount rests on besides the result. */
function resultRungs(
  result: Reason,
  page: ExplainPage,
  { isHead, beside = [] }: { isHead: boolean; beside?: readonly Reason[] },
): Rung[] {
  const words = reasonWords[page.terminal.locale]
  const own = isHead || result.value === 'measured' ? [] : [capital(sentence(resultText(result, page.telling)))]
  const rule = reasonText({ ...result, rule: `result-${result.value}` }, page.telling)
  const told = [
    ...[...own, ...(rule === '' ? [] : [rule])].flatMap((text) => inRung(text, page)),
    ...result.children.flatMap((child) => nodeLines(child, page, 0)),
  ]
  const facts = [result, ...beside].flatMap(factsIn)
  const lines = [...new Set(facts.map((fact) => factLines(fact, page).join('\n')))].filter((text) => text !== '')
  const goals = [...new Set([result, ...beside].flatMap(goalsUnder))].filter((goal) => page.agreement.goals.has(goal))
  const further = goals.map((goal) => {
    const { clause, label } = page.agreement.goals.get(goal)!
    return words.factsOfGoal(clauseTitle(clause, label[page.terminal.locale]))
  })
  const rests = [...lines.flatMap((text) => text.split('\n')), ...further.flatMap((text) => inRung(text, page))]
  return [
    { label: words.labels.result, lines: told },
    { label: words.labels.facts, lines: rests.length === 0 ? [words.noFacts] : rests },
  ]
}

/** A node and its parts, each set in two places deeper. Numbers that a sentence already tells have none of their own. */
function nodeLines(reason: Reason, page: ExplainPage, deep: number): string[] {
  if (reason.rule === 'fact') return []
  const text = reasonText(reason, page.telling)
  const own = text === '' ? [] : inRung(text, page, deep)
  // A comparison tells the value it compares, so that value need not be told again unless it has parts.
  const children = reason.children.filter((child) => !(reason.rule === 'compare' && isPlain(child)))
  return [...own, ...children.flatMap((child) => nodeLines(child, page, text === '' ? deep : deep + 1))]
}

const isPlain = ({ children }: Reason): boolean => children.every(({ rule }) => rule === 'fact')

/** The goals whose results a value rests on; their facts are told with them. */
function goalsUnder({ rule, inputs, children }: Reason): string[] {
  const own = rule === 'result-of-goal' && typeof inputs.goal === 'string' ? [inputs.goal] : []
  return [...own, ...children.flatMap(goalsUnder)]
}

function factsIn(reason: Reason): Reason[] {
  const own = reason.fact === undefined ? [] : [reason]
  return [...own, ...reason.children.flatMap(factsIn)]
}

function factLines(fact: Reason, page: ExplainPage): string[] {
  const told = factText(fact, page.telling)
  if (told === undefined) return []
  const place = `${shortPath(told.place.file, page)}:${String(told.place.line)}`
  const first = [told.on, told.what, told.value].filter((part) => part !== '').join(' · ')
  const second = [told.by, told.recorded, told.evidence, place].filter((part) => part !== '').join(', ')
  return [...inRung(first, page), ...inRung(second, page, 1)]
}

function shortPath(file: string, { folder }: ExplainPage): string {
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file
}

/** The clause's own sentences, in the version that governs the result, and which version that is where there are several. */
function clauseRung(path: string, page: ExplainPage, result?: Reason): Rung {
  const { terminal, versions } = page
  const words = reasonWords[terminal.locale]
  const name = typeof result?.inputs.version === 'string' ? result.inputs.version : ''
  const agreement = versions.get(name) ?? page.agreement
  const clause = clauseWords(agreement, path, terminal.locale)
  const key = `${clause?.id ?? ''} ${name}`
  // A clause is quoted once: the four children of a family rest on the same sentences.
  if (clause === undefined || page.quoted.has(key)) return { label: words.labels.clause, lines: [] }
  page.quoted.add(key)
  const source = versions.size > 1 && versions.has(name) ? [words.version(clause.number, name)] : []
  return {
    label: words.labels.clause,
    lines: [words.quote(mainSentences(clause)), ...source].flatMap((text) => inRung(text, page)),
  }
}

const mainSentences = ({ sentences }: AnnexClause): string =>
  sentences
    .filter(({ small }) => !small)
    .map(({ text }) => text)
    .join(' ')

function countLines(count: GoalCount | undefined, page: ExplainPage): string[] {
  if (count === undefined) return []
  const words = reasonWords[page.terminal.locale]
  const kinds = ['met', 'measured', 'missed', 'unmeasured', 'notDue', 'foregone', 'leftOut'] as const
  const parts = kinds.flatMap((kind) => (count[kind] === 0 ? [] : [words.countOf[kind](count[kind])]))
  return parts.length === 0 ? [] : inRung(words.counts(parts), page)
}

const factorsMost = 6

/** The sum written out, where the amounts are few enough: 10 × 72.000 + 4 × 36.000 = 864.000 kr. */
function productLines(entries: readonly Reason[], page: ExplainPage): string[] {
  const { agreement, terminal } = page
  const { locale } = terminal
  const counts = new Map<string, number>()
  for (const { value } of entries) counts.set(value, (counts.get(value) ?? 0) + 1)
  if (counts.size === 0 || counts.size > factorsMost) return []
  const bare = (value: string) => exactAmountText(exactOf(value), agreement.currency, locale)
  const factors = [...counts]
    .sort(([a], [b]) => compare(exactOf(b), exactOf(a)))
    .map(([value, count]) => `${numberText(count, locale)}\u00a0×\u00a0${bare(value)}`)
  const total = amountText(toBigInt(sum(entries.map(({ value }) => exactOf(value)))), agreement.currency, locale)
  return inRung(`${factors.join(' + ')} = ${total}`, page)
}

export function entryTable(entries: readonly Reason[], page: ExplainPage): string[] {
  const { terminal, agreement } = page
  const { locale } = terminal
  const { who, day, result, earned, after } = reasonWords[locale].peopleColumns
  const money = (value: string) => exactAmountText(exactOf(value), agreement.currency, locale)
  const isCut = entries.some((entry) => entry.children[0]?.value !== entry.value)
  const rows = entries.slice(0, rowsMost).map((entry) => {
    const of = resultOf(entry)
    const cells = [whoOf(entry, page), dayOf(entry, page), of === undefined ? '' : resultText(of, page.telling)]
    return [...cells, money(entry.children[0]?.value ?? entry.value), ...(isCut ? [money(entry.value)] : [])]
  })
  const columns = [
    { head: who, isFlexible: true },
    { head: day },
    { head: result, isFlexible: true },
    { head: earned, align: 'right' as const },
    ...(isCut ? [{ head: after, align: 'right' as const }] : []),
  ]
  return rows.length === 0 ? [] : [...tableLines(narrow(terminal), columns, rows), ...more(entries, page)]
}

function more(all: readonly Reason[], { terminal }: ExplainPage): string[] {
  return all.length > rowsMost ? [reasonWords[terminal.locale].more(all.length - rowsMost)] : []
}

const resultOf = (entry: Reason): Reason | undefined =>
  entry.children[0]?.children.find(({ rule }) => rule === 'result')
