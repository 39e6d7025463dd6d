/** Costs of the effort: what is paid when, by whom, and the state's share of it where a rule gives one. */
import { problem } from '../../base/index.ts'
import { type CaseCost } from './case-file.ts'
import { type CompiledCost, type CompiledGroup } from './compiled.ts'
import { type Compiling, addLine, figureOf, inOrder, indexFactor, ownerOf, productOf } from './compiling.ts'
import { useCourse } from './use-course.ts'

const minutesOfHour = 60

export function compileCosts(to: Compiling, groups: readonly CompiledGroup[]): CompiledCost[] {
  return inOrder(to.file.costs.keys()).flatMap((name) => {
    const cost = to.file.costs.get(name)!
    return cost.onlyWith === undefined || cost.onlyWith.includes(to.mode) ? [compileCost(to, groups, name, cost)] : []
  })
}

function compileCost(to: Compiling, groups: readonly CompiledGroup[], name: string, cost: CaseCost): CompiledCost {
  const at = cost.places['price-year'] ?? cost.at
  const factor = indexFactor(to, cost.priceYear, cost.index, at)
  const amount =
    cost.amount === undefined
      ? productOf(figureOf(to, cost.hourly!), factor / minutesOfHour, figureOf(to, cost.minutes!))
      : productOf(figureOf(to, cost.amount), factor)
  const owner = ownerOf(to, cost.borneBy)
  const line = {
    item: name,
    of: 'cost' as const,
    label: cost.label,
    kind: 'cost' as const,
    ceiling: cost.ceiling,
    economic: cost.economic,
    scenario: 'narrow' as const,
  }
  const isRefunded = cost.refund !== 'none' && owner !== to.financier
  const refundShare = isRefunded ? refundShareOf(to, groups, cost) : undefined
  const state = to.owners.findIndex(({ name: one }) => one === 'state')
  return {
    name,
    amount,
    pace: cost.per,
    groups: groupsOf(to, cost.for),
    from: cost.month ?? cost.from ?? 1,
    through: cost.through ?? cost.month ?? to.months,
    line: addLine(to, { ...line, owner }),
    stateLine: refundShare === undefined ? undefined : addLine(to, { ...line, owner: state }),
    refundShare,
  }
}

export function groupsOf(to: Compiling, names: readonly string[] | undefined): number[] {
  return to.groupNames.flatMap((name, index) => (names === undefined || names.includes(name) ? [index] : []))
}

const windowMonths = 24

/** The state's share by month of the case, of support that has begun within the two years for which it is refunded. */
function refundShareOf(to: Compiling, groups: readonly CompiledGroup[], cost: CaseCost): Float64Array {
  const { catalogue, law, startDay, months } = to
  const { at, path } = cost
  const long = groupsOf(to, cost.for).find((index) => groups[index]!.course > windowMonths)
  if (long !== undefined) to.problems.push(problem('refund-needs-use', 'wrong', at, { path, rule: cost.refund }))
  const successes = { first: 0, last: months - 1 }
  const setting = { catalogue, law, startDay, months, successes, isDaily: false, weeksBefore: 0, price: 1, at }
  const oneMonth = Float64Array.from({ length: months }, (_, month) => (month === 0 ? 1 : 0))
  const { course, problems } = useCourse(setting, oneMonth, 'support-at-home')
  to.problems.push(...problems)
  return Float64Array.from({ length: months + 1 }, (_, month) => {
    return month === 0 ? 0 : (course?.refund?.of(month - 1, 1)[0] ?? 0)
  })
}
