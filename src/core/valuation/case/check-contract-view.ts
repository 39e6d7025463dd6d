/**
 * What is wrong with what a case says of its people in a contract, whatever the contract is; what the contract does not have is found
 * when the two are linked.
 *
 * Problems: case-ways, shares-not-whole, number-outside, list-empty, days-backwards (wrong).
 */
import { type Day, addOffset, approximate, dayOf, problem } from '../../base/index.ts'
import { type CaseChecking, type Written, checkBetween, checkFilled, checkWays, checkWhole } from './checking.ts'
import { type ShownDay, type ShownFact, type ShownMany } from './shown-facts.ts'

const stretches = [
  ['months-before', 'months-after'],
  ['weeks-before', 'weeks-after'],
]
const waysOfFact = [['event'], ['lasting'], ['spells'], ['values'], ['items'], ['figures'], ['events'], ['states']]
const ofAgreement = ['figures', 'events', 'states'] as const
const [monthsMost, countMost, yearsMost] = [600, 100, 120]

export function checkContractView(to: CaseChecking): void {
  const { inContract } = to.file
  for (const fact of inContract?.facts ?? []) {
    if (!checkWays(to, fact, waysOfFact)) continue
    if (fact.spells !== undefined) checkSpells(to, fact.spells)
    if (fact.values !== undefined) checkScale(to, fact.values)
    if (fact.items !== undefined) checkMany(to, fact.items.many)
    if (fact.lasting !== undefined) checkDays(to, fact.lasting)
    checkFilled(to, fact, { figures: fact.figures, events: fact.events, states: fact.states })
    for (const state of fact.states ?? []) checkOrder(to, state, state.through < state.from)
    // What is told of the agreement is nobody's, so that no groups of people can have it.
    const told = ofAgreement.find((key) => fact[key] !== undefined)
    if (told !== undefined && fact.for !== undefined) checkWays(to, fact, [[told], ['for']])
  }
  for (const { many, ages } of inContract?.members ?? []) {
    checkMany(to, many)
    if (ages !== undefined) checkBetween(to, ages, { to: ages.to }, { least: ages.from, most: yearsMost })
  }
}

function checkSpells(to: CaseChecking, spells: NonNullable<ShownFact['spells']>): void {
  if (!checkWays(to, spells, stretches)) return
  const { monthsBefore, monthsAfter, weeksBefore, weeksAfter } = spells
  checkBetween(
    to,
    spells,
    { 'months-before': monthsBefore, 'months-after': monthsAfter },
    { least: 0, most: monthsMost },
  )
  checkBetween(
    to,
    spells,
    { 'weeks-before': weeksBefore, 'weeks-after': weeksAfter },
    { least: 0, most: 4 * monthsMost },
  )
}

/** No scale has finer steps than a millionth. */
function checkScale(to: CaseChecking, values: NonNullable<ShownFact['values']>): void {
  const [from, most, step] = [values.from, values.to, values.step].map(approximate) as [number, number, number]
  checkBetween(to, values, { to: most }, { least: from })
  checkBetween(to, values, { step }, { least: 1e-6 })
}

function checkMany(to: CaseChecking, many: ShownMany): void {
  const { least, shares, path, places } = many
  checkBetween(to, many, { least }, { least: 0, most: countMost })
  checkBetween(to, many, { shares: shares.length }, { least: 1, most: countMost })
  checkWhole(to, shares, places['shares'] ?? many.at, `${path}.shares`)
}

/** Two days that are counted from the same one, or both of the calendar; others fall where each life lets them. */
function checkDays(to: CaseChecking, lasting: NonNullable<ShownFact['lasting']>): void {
  const { from, through } = lasting
  checkOrder(to, lasting, anchorOf(from) === anchorOf(through) && dayAt(through) < dayAt(from))
}

function checkOrder(to: CaseChecking, { path, places, at }: Written, isBackwards: boolean): void {
  if (isBackwards) to.problems.push(problem('days-backwards', 'wrong', places['through'] ?? at, { path }))
}

const anchorOf = (shown: ShownDay): string => ('day' in shown ? '' : shown.from)

/** The day, had the life begun or ended in the middle of a year: the order of two of them is the same for every life but for days of a month. */
function dayAt(shown: ShownDay): Day {
  if ('day' in shown) return shown.day
  const { months, days } = shown.offset
  return addOffset(dayOf(2024, 7, 1), { months: shown.sign * months, days: shown.sign * days })
}
