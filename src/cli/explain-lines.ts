/** The small parts that pages of reasons are made of: who, when, a heading, wrapped lines, and how an amount is worked out. */
import { type Exact, parseExact, parseIsoDay } from '../core/base/index.ts'
import { type Reason } from '../core/outcomes/index.ts'
import { type Agreement, type Payment } from '../core/terms/index.ts'
import { type Telling, dateText, reasonText, reasonWords, whoText } from '../../locales/index.ts'
import { type Rung, rungWidth } from './ladder.ts'
import { wrapped } from './lines.ts'
import { type Terminal, styled, widthOf } from './terminal.ts'

export type ExplainPage = {
  terminal: Terminal
  telling: Telling
  agreement: Agreement
  /** The terms of each version by its name; a result is told in the words of the version that governs it. */
  versions: ReadonlyMap<string, Agreement>
  /** The contract's folder, taken off the names of its files. */
  folder: string
  depth: number
  /** The clauses quoted so far. */
  quoted: Set<string>
}

/** How the amount follows from the price: by the price itself, its curve, or times the quantity. */
export function earnedSentences(earned: Reason, telling: Telling): string[] {
  const { per } = earned.inputs
  const [price] = earned.children
  const own =
    per === 'amount'
      ? []
      : [reasonText({ ...earned, rule: per === 'fee' ? 'fee' : `per-${String(per as string)}` }, telling)]
  return [...own, ...(price === undefined ? [] : deepest(price, telling))]
}

/** The sentences of a price, those of its parts first, without what is only a number. */
function deepest(reason: Reason, telling: Telling): string[] {
  const parts = reason.children.filter(({ rule }) => rule !== 'literal' && rule !== 'fact')
  return [...parts.flatMap((part) => deepest(part, telling)), reasonText(reason, telling)].filter((text) => text !== '')
}

const workingsMost = 6

/** An amount that is no plain price rests on numbers that the table does not show: an index, a curve, an earlier result. */
export const isWorkedOut = (payment: Payment | undefined): boolean =>
  payment !== undefined && (payment.perMet ?? payment.perUnit ?? payment.amount ?? payment.fee)?.kind !== 'literal'

export function workingsRung(entries: readonly Reason[], page: ExplainPage): Rung {
  const lines = entries.slice(0, workingsMost).flatMap((entry) => {
    const [earned, ...cuts] = entry.children
    const told = earned === undefined ? [] : earnedSentences(earned, page.telling)
    const all = [...told, ...cuts.map((cut) => reasonText(cut, page.telling))].filter((text) => text !== '')
    return [`${whoOf(entry, page)}, ${dayOf(entry, page)}`, ...new Set(all)].flatMap((text, at) =>
      inRung(text, page, at === 0 ? 0 : 1),
    )
  })
  const rest = entries.length > workingsMost ? [reasonWords[page.terminal.locale].moreWorkings] : []
  return {
    label: reasonWords[page.terminal.locale].labels.workings,
    lines: [...lines, ...rest.flatMap((text) => inRung(text, page))],
  }
}

export function whoOf({ inputs }: Reason, { telling }: ExplainPage): string {
  return whoText(typeof inputs.who === 'string' ? inputs.who : '', telling)
}

export function dayOf({ inputs }: Reason, { terminal }: ExplainPage): string {
  const day = typeof inputs.day === 'string' ? parseIsoDay(inputs.day) : undefined
  return day === undefined ? reasonWords[terminal.locale].unknownDay : dateText(day, terminal.locale)
}

export const exactOf = (text: string): Exact => parseExact(text) ?? 0

export function clauseTitle(clause: string, title: string): string {
  return clause === '' ? title : `§ ${clause} ${title}`
}

/** What it is at the left, what it comes to at the right; a long name goes on below, and the amount after it. */
export function headLine(what: string, value: string, { terminal }: ExplainPage): string {
  const { width } = terminal
  const lines = wrapped(what, { width, indent: '  ', first: '' })
  const last = lines.at(-1)!
  const isRoom = widthOf(last) + 2 + widthOf(value) <= width
  const space = ' '.repeat(Math.max(0, width - widthOf(value) - (isRoom ? widthOf(last) : 0)))
  const strong = lines.map((line) => styled(terminal, 'strong', line))
  return `${strong.join('\n')}${isRoom ? '' : '\n'}${space}${styled(terminal, 'strong', value)}`
}

export function inRung(text: string, { terminal }: ExplainPage, deep = 0): string[] {
  return wrapped(text, {
    width: rungWidth(terminal),
    indent: '  '.repeat(deep + (deep > 0 ? 1 : 0)),
    first: '  '.repeat(deep),
  })
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The terminal as a rung of the ladder sees it. */
export const narrow = (terminal: Terminal): Terminal => ({ ...terminal, width: rungWidth(terminal) })
