/** Walks the expressions of an agreement, each node before the nodes inside it; holes of open questions are passed by. */
import { type Agreement } from './agreement.ts'
import { type Condition, type Expression, type Value } from './expression.ts'

/** The nodes directly inside a node, in the order in which they are written in the clause. */
export function childrenOf(node: Expression): Expression[] {
  switch (node.kind) {
    case 'time-in':
    case 'longest-run-in':
    case 'items-met':
    case 'time-between':
    case 'literal':
    case 'parameter':
    case 'this':
    case 'met':
    case 'in':
    case 'attribute':
    case 'observed-to':
    case 'left':
    case 'reached':
      return []
    case 'count-of': {
      const { atLeast, atMost, moreThan, lessThan, exactly } = node.valued ?? {}
      return present(atLeast, atMost, moreThan, lessThan, exactly, node.ifNone)
    }
    case 'value-of':
    case 'result-of':
      return present(node.ifNone)
    case 'over':
      return present(node.of, node.that, node.among)
    case 'sum-of':
      return node.sumOf ?? []
    case 'difference':
      return node.difference ?? []
    case 'product':
      return node.product ?? []
    case 'ratio':
      return node.ratio ?? []
    case 'highest-of':
      return node.highestOf ?? []
    case 'lowest-of':
      return node.lowestOf ?? []
    case 'change':
      return present(node.from, node.to)
    case 'rounded':
      return present(node.rounded)
    case 'weighted':
      return (node.weighted ?? []).flatMap(({ weight, of }) => present(weight, of))
    case 'if':
      return present(node.if, node.then, node.else)
    case 'steps':
      return present(node.steps, ...(node.table ?? []).map((row) => row.give), node.below)
    case 'line':
      return present(node.line, ...(node.points ?? []).map((point) => point.give))
    case 'tiers':
      return present(node.tiers, ...(node.table ?? []).flatMap((row) => [row.upTo, row.price]))
    case 'grown':
      return present(node.grown, node.by)
    case 'compare':
      return present(node.value, node.atLeast, node.atMost, node.moreThan, node.lessThan, node.exactly)
    case 'all':
      return node.all ?? []
    case 'any':
      return node.any ?? []
    case 'not':
      return present(node.not)
    case 'some':
      return node.of ?? []
  }
}

const present = (...nodes: (Expression | undefined)[]): Expression[] => nodes.filter((node) => node !== undefined)

/** Every expression an agreement holds at the top of a clause, with where it stands. */
export function expressionsOf(agreement: Agreement): { in: string; node: Expression }[] {
  const found: { in: string; node: Value | Condition | undefined }[] = []
  for (const [name, group] of agreement.groups ?? []) found.push({ in: `groups.${name}`, node: group.who })
  for (const [name, goal] of agreement.goals) {
    for (const node of [goal.who, goal.met, goal.quantity]) found.push({ in: `goals.${name}`, node })
  }
  for (const [name, payment] of agreement.payments ?? []) {
    for (const node of [payment.perMet, payment.perUnit, payment.amount, payment.fee, payment.onlyIf]) {
      found.push({ in: `payments.${name}`, node })
    }
  }
  for (const [index, limit] of (agreement.limits ?? []).entries()) {
    const { cap, floor, less, times, who } = limit
    for (const node of [cap, floor, less, times, who]) found.push({ in: `limits.${index}`, node })
  }
  for (const [name, security] of agreement.security ?? []) {
    for (const node of [security.amount, security.rate, security.share, security.surplus])
      found.push({ in: `security.${name}`, node })
  }
  return found.filter((each): each is { in: string; node: Expression } => each.node !== undefined)
}

/** Calls `visit` for a node and all nodes inside it. */
export function walk(node: Expression, visit: (node: Expression) => void): void {
  visit(node)
  for (const child of childrenOf(node)) walk(child, visit)
}

const conditions = new Set<Expression['kind']>([
  'compare',
  'all',
  'any',
  'not',
  'some',
  'met',
  'in',
  'attribute',
  'observed-to',
  'left',
  'reached',
])

/** Whether an expression is answered by yes or no, and not by a number; `over` is where it asks of every or any. */
export function isCondition(node: Expression): node is Condition {
  return conditions.has(node.kind) || (node.kind === 'over' && (node.take === 'every' || node.take === 'any'))
}
