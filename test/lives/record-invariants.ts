/** What holds whatever order rows come in, however often a file is imported, and whatever is recorded later. */
import { type Day, dayText, parseIsoDay } from '../../src/core/base/index.ts'
import {
  type Case,
  type Layout,
  type Run,
  openCase,
  plainLayout,
  reasonsText,
  runCase,
  settledTo,
  statementsText,
} from './case.ts'
import { type Row } from './invent-lives.ts'

/** The files in another order of rows, in other files under other names: not a byte differs. */
export function orderFaults(one: Case, runs: readonly Run[]): string[] {
  const { dice, lives } = one
  const rows = dice.shuffled(lives.facts)
  const half = dice.between(0, rows.length)
  const names = dice.shuffled(['facts/a.csv', 'facts/z.csv'])
  const layout: Layout = {
    people: dice.shuffled(lives.people),
    files: [
      { name: names[0]!, rows: rows.slice(0, half) },
      { name: names[1]!, rows: rows.slice(half) },
    ],
  }
  return differences('with rows in another order', runs, runCase(one, openCase(one, layout)))
}

/** The same file twice: every fact has a number, so each counts once. */
export function importFaults(one: Case, runs: readonly Run[]): string[] {
  const { people, files } = plainLayout(one)
  const again = { name: 'facts/once-more.csv', rows: files[0]!.rows }
  const others = runCase(one, openCase(one, { people, files: [...files, again] }))
  return differences('with a file imported twice', runs, others, statementsOnly)
}

const statementsOnly = (run: Run): string => statementsText(run.settled)
const everything = (run: Run): string => statementsText(run.settled) + reasonsText(run)

function differences(how: string, runs: readonly Run[], others: readonly Run[], told = everything): string[] {
  return runs.flatMap((run, at) => {
    const [before, after] = [told(run), told(others[at]!)]
    return before === after ? [] : [`${how}, statement ${at + 1} differs: ${firstDifference(before, after)}`]
  })
}

function firstDifference(before: string, after: string): string {
  let at = 0
  while (before[at] === after[at] && at < before.length) at++
  const around = (text: string): string => text.slice(Math.max(0, at - 160), at + 80).replace(/\s+/g, ' ')
  return `\n      ${around(before)}\n      ${around(after)}`
}

/**
 * A spell told as two that touch is the same spell, where overlaps count once: a stay that was recorded month by month.
 * Spells that are counted one by one, or that something is counted from, are left as they are.
 */
export function splitFaults(one: Case, runs: readonly Run[]): string[] {
  const terms = one.versions.map(({ agreement }) => agreement)
  const corrected = new Set(one.lives.facts.flatMap(({ supersedes }) => supersedes ?? []))
  const isSplit = ({ measure, supersedes, nr, recorded, from, to }: Row): boolean => {
    const isOnce = terms.every(({ measures }) => measures.get(measure!)?.overlap === 'once')
    const isPlain = supersedes === undefined && !corrected.has(nr!) && recorded !== ''
    return (
      isOnce &&
      isPlain &&
      to !== undefined &&
      to !== '' &&
      from !== undefined &&
      dayOf(to) - dayOf(from) >= 4 &&
      !isCounted(measure!, one)
    )
  }
  const rows = one.lives.facts.flatMap((fact): Row[] => {
    if (!isSplit(fact)) return [fact]
    const middle = dayOf(fact.from!) + 2
    const isLastIn = terms[0]!.measures.get(fact.measure!)?.toMeans === 'last-day-in'
    const first = { ...fact, to: dayText(isLastIn ? middle - 1 : middle) }
    return [first, { ...fact, nr: `${fact.nr}-b`, from: dayText(middle) }]
  })
  const { people } = plainLayout(one)
  const others = runCase(one, openCase(one, { people, files: [{ name: 'facts/facts.csv', rows }] }))
  return differences('with spells in two', runs, others, statementsOnly)
}

/** Whether the terms count the spells themselves, not the time in them. */
function isCounted(measure: string, { terms }: Case): boolean {
  return new RegExp(`(count-of|each): ${measure}\\b|(first|last) ${measure}\\b`).test(terms.text)
}

const dayOf = (text: string): Day => parseIsoDay(text)!

/** What is recorded after the day a statement was made does not change it, nor do later statements. */
export function laterFaults(one: Case, runs: readonly Run[]): string[] {
  const all = runs.at(-1)!.contract
  return one.dates.flatMap((dates, at) => {
    const before = statementsText(runs[at]!.settled)
    const rebuilt = statementsText(settledTo(all, dates))
    const faults =
      rebuilt === before ? [] : [`statement ${at + 1} cannot be rebuilt: ${firstDifference(before, rebuilt)}`]
    if (at > 0) return faults
    const facts = one.lives.facts.map((fact) => inventedLater(fact, dates.knownAt))
    const files = [{ name: 'facts/facts.csv', rows: [...one.lives.facts, ...facts] }]
    const later = statementsText(settledTo({ ...openCase(one, { ...plainLayout(one), files }), issued: [] }, dates))
    return later === before
      ? faults
      : [...faults, `what is recorded later changes statement 1: ${firstDifference(before, later)}`]
  })
}

/** Another fact much like one there is, recorded the day after. */
const inventedLater = (fact: Row, knownAt: Day): Row => {
  const { supersedes, ...same } = fact
  return {
    ...same,
    nr: `later-${fact.nr}`,
    recorded: dayText(knownAt + 1),
    ...(fact.from === undefined ? { supersedes: supersedes! } : {}),
  }
}
