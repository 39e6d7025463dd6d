/**
 * Whether the people a case draws can stand in the roster of its contract: their tracks and other words, and who is in their families.
 *
 * Problems, at the case's `in-contract`: name-unknown (wrong) for a group, a column, a track or a unit that is none; key-missing (wrong)
 * for a word that the terms ask of everybody, and for members that a measure is of.
 */
import { type Place, type Problem, problem } from '../base/index.ts'
import { type Agreement, attributesAsked } from '../terms/index.ts'
import { type CompiledCase, type ContractView } from '../valuation/index.ts'
import { factOf } from './link-plan.ts'

export function checkPeople(compiled: CompiledCase, agreement: Agreement, view: ContractView): Problem[] {
  const groups = compiled.groups.map(({ name }) => name)
  return [
    ...checkNames(groups, agreement, view),
    ...groups.flatMap((group) => [...wordsMissing(group, agreement, view), ...membersMissing(group, agreement, view)]),
  ]
}

function checkNames(groups: readonly string[], agreement: Agreement, view: ContractView): Problem[] {
  const problems: Problem[] = []
  const check = (of: string, name: string, known: readonly string[], at: Place): void => {
    if (known.includes(name)) return
    problems.push(
      problem('name-unknown', 'wrong', at, { path: view.path, of, found: name, known: [...known], nearest: '' }),
    )
  }
  const at = view.places['people'] ?? view.at
  for (const [group, words] of view.people ?? []) {
    check('case-group', group, groups, at)
    for (const [column, word] of words) {
      check('roster-column', column, columnsOf(agreement), at)
      if (column === 'track') check('track', word, [...(agreement.people.tracks?.keys() ?? [])], at)
    }
  }
  const units = agreement.people.subject === 'family' ? ['child', 'parent'] : []
  for (const member of view.members ?? []) {
    check('roster-unit', member.unit, units, member.places['unit'] ?? member.at)
    for (const group of member.for ?? []) check('case-group', group, groups, member.places['for'] ?? member.at)
  }
  return problems
}

/** The columns beside days and names that the terms can look at. */
function columnsOf(agreement: Agreement): string[] {
  const asked = attributesAsked(agreement).map(({ attribute }) => attribute)
  return [...(agreement.people.tracks === undefined ? [] : ['track']), ...new Set(['authority', ...asked])]
}

/** Those of them without which the terms have no answer. */
function columnsNeeded(agreement: Agreement): string[] {
  const isByAuthority = [...agreement.goals.values()].some((goal) => goal.for === 'each-authority')
  return columnsOf(agreement).filter((column) => column !== 'authority' || isByAuthority)
}

function wordsMissing(group: string, agreement: Agreement, view: ContractView): Problem[] {
  const at = view.places['people'] ?? view.at
  const missing = columnsNeeded(agreement).filter((column) => view.people?.get(group)?.get(column) === undefined)
  return missing.map((column) => {
    const word = column === 'track' ? [...agreement.people.tracks!.keys()][0]! : '…'
    const choices = [{ paste: `people: { ${group}: { ${column}: ${word} } }` }]
    return problem(
      'key-missing',
      'wrong',
      at,
      { path: `${view.path}.people.${group}`, key: column, says: 'a text' },
      choices,
    )
  })
}

function membersMissing(group: string, agreement: Agreement, view: ContractView): Problem[] {
  const isOf = (one: { for?: readonly string[] | undefined }): boolean =>
    one.for === undefined || one.for.includes(group)
  const units = new Set((view.members ?? []).filter(isOf).map(({ unit }): string => unit))
  const fact = (view.facts ?? [])
    .filter(isOf)
    .find((one) => factOf(agreement, one) !== 'subject' && !units.has(factOf(agreement, one)))
  if (fact === undefined) return []
  const paste = `members: [{ unit: ${factOf(agreement, fact)}, many: { least: 1, shares: [100 %] } }]`
  const facts = { path: view.path, key: 'members', says: 'a list' }
  return [problem('key-missing', 'wrong', fact.places['measure'] ?? fact.at, facts, [{ paste }])]
}
