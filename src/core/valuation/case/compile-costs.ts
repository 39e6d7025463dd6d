/**
 * Costs of the effort: what is paid when, by whom, and what of it somebody else bears by a dated rule.
 *
 * A rule is run on what one person costs, from the month of the payment on: a month of service after the other, or the one payment. Where it
 * gives the same share of a month's cost whenever the person started, one share for each month of the case is all there is to it.
 *
 *     an effort at 20,000 a month for a child whose sibling is in care at 100,000      a fourth of the 20,000 comes back
 *
 * The central scheme sees a household as one case. What it bears of the others anyway is no part of the cost: of that it bears what the
 * household's refund is more with it than without it.
 */
import { type CaseCost, type CaseRefund } from './case-file.ts'
import { type CompiledCost, type CompiledGroup, type Product, type UseRefund, type VatMonths } from './compiled.ts'
import {
  type Compiling,
  addLine,
  checkCurrency,
  figureOf,
  inOrder,
  indexFactor,
  meanOfProduct,
  ownerOf,
  productOf,
  stateOf,
} from './compiling.ts'
import { ruleTraits } from '../rules/index.ts'
import {
  endedNotice,
  getsVatBack,
  grantMonths,
  levelNotice,
  ruleOf,
  sharerOf,
  vatMonths,
  withoutVat,
} from './compile-sharing.ts'
import { type UseSetting, courseRefund } from './use-course.ts'

const minutesOfHour = 60

export function compileCosts(to: Compiling, groups: readonly CompiledGroup[]): CompiledCost[] {
  return inOrder(to.file.costs.keys()).flatMap((name) => {
    const cost = to.file.costs.get(name)!
    return cost.onlyWith === undefined || cost.onlyWith.includes(to.mode) ? [compileCost(to, groups, name, cost)] : []
  })
}

function compileCost(to: Compiling, groups: readonly CompiledGroup[], name: string, cost: CaseCost): CompiledCost {
  const amount = amountOf(to, cost)
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
  const { refund } = cost
  const isInvestors = owner === to.financier && to.mode === 'investor'
  const vat = vatMonths(to, cost.vat, cost.places['vat'] ?? cost.at)
  const taken = isInvestors || cost.borneBy === 'donor' ? grantMonths(to, cost) : undefined
  // What an investor spends is in no budget that anybody refunds.
  const refunds = refund === 'none' || isInvestors ? undefined : refundsOf(to, groups, { cost, refund, amount, vat })
  const sharer = refunds === undefined || refund === 'none' ? undefined : sharerOf(to, refund)
  const state = stateOf(to)
  const own = addLine(to, { ...line, owner })
  const needsState = vat !== undefined || taken !== undefined || sharer === state
  const stateLine = needsState ? addLine(to, { ...line, owner: state }) : undefined
  const otherSharer = sharer !== undefined && sharer !== state ? addLine(to, { ...line, owner: sharer }) : undefined
  // Money that is given to the municipality is spent by it, so the VAT comes back to it.
  const receiver =
    taken === undefined ? undefined : addLine(to, { ...line, owner: ownerOf(to, to.file.finance.selfBears) })
  return {
    name,
    amount,
    pace: cost.per,
    groups: groupsOf(to, cost.for),
    from: cost.month ?? cost.from ?? 1,
    through: cost.through ?? cost.month ?? to.months,
    line: own,
    stateLine,
    sharerLine: sharer === state ? stateLine : otherSharer,
    refundShare: refunds?.byMonth,
    personRefund: refunds?.byPerson,
    vat,
    vatBackLine: getsVatBack(to, owner) ? own : receiver,
    grant: taken === undefined ? undefined : { taken, line: receiver! },
  }
}

function amountOf(to: Compiling, cost: CaseCost): Product {
  const factor = indexFactor(to, cost.priceYear, cost.index, cost.places['price-year'] ?? cost.at)
  return cost.amount === undefined
    ? productOf(figureOf(to, cost.hourly!), factor / minutesOfHour, figureOf(to, cost.minutes!))
    : productOf(figureOf(to, cost.amount), factor)
}

export function groupsOf(to: Compiling, names: readonly string[] | undefined): number[] {
  return to.groupNames.flatMap((name, index) => (names === undefined || names.includes(name) ? [index] : []))
}

type Refunds = { byMonth: Float64Array | undefined; byPerson: UseRefund | undefined }
type RefundedCost = { cost: CaseCost; refund: CaseRefund; amount: Product; vat: VatMonths | undefined }

/** What the rule bears, of a krone by month where that is all there is to it, and otherwise by the month in which a person began. */
function refundsOf(
  to: Compiling,
  groups: readonly CompiledGroup[],
  { cost, refund, amount, vat }: RefundedCost,
): Refunds {
  const { catalogue, law, startDay, months } = to
  const at = cost.places['refund'] ?? cost.at
  if (!ruleTraits[refund.rule].followsPrice) checkCurrency(to, at, cost.path)
  const course = Math.max(1, ...groupsOf(to, cost.for).map((index) => groups[index]!.course))
  const length = cost.per === 'person-month' ? Math.min(course, months) : 1
  const setting: UseSetting = {
    catalogue,
    law,
    startDay,
    months,
    // The month of the payment is the first of use, and so the one after a success in the month before.
    successes: { first: 0, last: months - 1 },
    daysPerUnit: undefined,
    isOnce: cost.per !== 'person-month',
    price: meanOfProduct(to, amount),
    counted: withoutVat(vat),
    at,
  }
  const units = new Float64Array(months).fill(1, 0, length)
  const { rule } = ruleOf(to, refund, true)
  const { refund: all, problems } = courseRefund(setting, units, rule)
  const { refund: others } = rule.others.length === 0 ? {} : courseRefund(setting, new Float64Array(months), rule)
  to.problems.push(...problems, ...endedNotice(to, refund, at), ...levelNotice(to, refund, problems, at))
  const found = all === undefined || others === undefined ? all : less(all, others)
  if (found === undefined) return { byMonth: undefined, byPerson: undefined }
  const byMonth = found.followsPrice ? shareByMonth(found, months, length) : undefined
  return { byMonth, byPerson: byMonth === undefined ? found : undefined }
}

/** What is borne of one course more than of another, by month. */
function less(all: UseRefund, others: UseRefund): UseRefund {
  const of = (success: number, price: number): Float64Array => {
    const apart = others.of(success, price)
    return all.of(success, price).map((borne, month) => borne - (apart[month] ?? 0))
  }
  return { followsPrice: all.followsPrice, of }
}

/** The share of each month, when it is the same for all who are in service in it; nothing otherwise. */
function shareByMonth({ of }: UseRefund, months: number, length: number): Float64Array | undefined {
  const shares = new Float64Array(months + 1).fill(NaN)
  for (let first = 1; first <= months; first++) {
    const own = of(first - 1, 1)
    for (let step = 0; step < length && first + step <= months; step++) {
      const share = own[step] ?? 0
      if (!Number.isNaN(shares[first + step]!) && shares[first + step] !== share) return undefined
      shares[first + step] = share
    }
    if (own.subarray(length).some((share) => share !== 0)) return undefined
  }
  return shares.map((share) => (Number.isNaN(share) ? 0 : share))
}
