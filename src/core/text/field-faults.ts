/**
 * What is wrong with the fields of a file, told once for each column and fault, with what the rest of a column shows of
 * how its days are written.
 *
 *     03-02-2024 and 05-02-2024 may be day or month first; 25-02-2024 on line 9 can only be day first
 *         → one problem, two rows, { order: 'day-month-year', shownBy: '25-02-2024', shownOn: 9 }, and that order to paste
 *
 * The column is not read so by itself: the rows stay refused until it is said.
 */
import { type Choice, type Fact, type Problem } from '../base/index.ts'
import { AlikeProblems } from './alike-problems.ts'
import { type ReadingRules, orderOf, readNumber } from './csv-values.ts'

type Shown = { text: string; line: number }
type Orders = Partial<Record<Exclude<ReadingRules['dates'], 'unstated'>, Shown>>

export class FieldFaults {
  private readonly faults = new AlikeProblems()
  private readonly orders = new Map<string, Orders>()

  add(column: string, line: number, found: Problem): void {
    // A year of two digits is answered by writing the day out, and not by a rule.
    const isOfRule = found.choices[0]?.paste.startsWith('dates:') === true
    this.faults.add(`${column}\n${found.code}\n${String(isOfRule)}`, line, () => found)
  }

  /** A day of a column that was read, whose order may show how the others are meant. */
  seeDay(column: string, line: number, text: string): void {
    const order = orderOf(text)
    if (order === undefined) return
    const known = this.orders.get(column) ?? {}
    known[order] ??= { text, line }
    this.orders.set(column, known)
  }

  told(): Problem[] {
    return this.faults.told().map((found) => this.withOrder(found))
  }

  private withOrder(found: Problem): Problem {
    const orders = this.orders.get(String(found.facts['column']))
    if (found.code !== 'csv-day-ambiguous' || orders === undefined) return found
    const { 'day-month-year': dayFirst, 'month-day-year': monthFirst } = orders
    const facts: Record<string, Fact> = { ...found.facts }
    if (dayFirst !== undefined && monthFirst !== undefined) {
      const both = { order: 'both', shownBy: dayFirst.text, shownOn: dayFirst.line }
      const all = { ...facts, ...both, otherBy: monthFirst.text, otherOn: monthFirst.line }
      return { ...found, facts: all, choices: [] }
    }
    const order = dayFirst === undefined ? 'month-day-year' : 'day-month-year'
    const { text, line } = (dayFirst ?? monthFirst)!
    const paste = `dates: ${order}`
    // A rule that some of the rows contradict is no remedy.
    const fitting = found.choices.filter((choice) => choice.paste === paste || !choice.paste.startsWith('dates:'))
    return { ...found, facts: { ...facts, order, shownBy: text, shownOn: line }, choices: fitting }
  }
}

/**
 * What can be written in a field instead of a number that can be read in two ways: `4348`, or `4,3480` where the parts of
 * a file are set apart by semicolons and `4.3480` elsewhere; three decimals would part thousands to somebody.
 */
export function numbersToPaste(text: string, readings: readonly string[], delimiter: string | undefined): Choice[] {
  const sign = text.trimEnd().endsWith('%') ? ' %' : ''
  return readings.map((reading) => {
    const written = reading.includes('.') ? `${reading}0` : reading
    const local = delimiter === ';' ? written.replace('.', ',') : written
    return { paste: local + sign }
  })
}

/** How the numbers of many texts must be written, as those that can be read in one way only show. */
export class NumberManners {
  private readonly shown: Partial<Record<Exclude<ReadingRules['numbers'], 'unstated'>, string>> = {}

  see(text: string): void {
    if (!/[.,]/.test(text)) return
    const [danish, international] = [readNumber(text, 'danish'), readNumber(text, 'international')]
    if ('value' in danish === 'value' in international) return
    this.shown['value' in danish ? 'danish' : 'international'] ??= text
  }

  /** The ambiguous number with what the others show, and with the rules to paste that they do not contradict. */
  withManner(found: Problem): Problem {
    const { danish, international } = this.shown
    if ((danish === undefined) === (international === undefined)) return found
    const manner = danish === undefined ? 'international' : 'danish'
    const choices = found.choices.filter(({ paste }) => !paste.startsWith('numbers:') || paste.endsWith(manner))
    return { ...found, facts: { ...found.facts, manner, shownBy: (danish ?? international)! }, choices }
  }
}
