/**
 * What is wrong with what a case says of its people in a contract, whatever the contract is; what the contract does not have is found
 * when the two are linked.
 *
 * Problems: case-ways, shares-not-whole, number-outside (wrong).
 */
import { approximate } from '../../base/index.ts'
import { type CaseChecking, checkBetween, checkWays, checkWhole } from './checking.ts'
import { type ShownFact, type ShownMany } from './shown-facts.ts'

const stretches = [
  ['months-before', 'months-after'],
  ['weeks-before', 'weeks-after'],
]
const [monthsMost, countMost, yearsMost] = [600, 100, 120]

export function checkContractView(to: CaseChecking): void {
  const { inContract } = to.file
  for (const fact of inContract?.facts ?? []) {
    if (!checkWays(to, fact, [['event'], ['spells'], ['values'], ['items']])) continue
    if (fact.spells !== undefined) checkSpells(to, fact.spells)
    if (fact.values !== undefined) checkScale(to, fact.values)
    if (fact.items !== undefined) checkMany(to, fact.items.many)
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
