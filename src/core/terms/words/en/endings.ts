/** Who pays, how accounts are settled, and how the agreement ends, in English. */
import { type Agreement, type Exit, type Payers, type Settlement } from '../../agreement.ts'
import { type Telling, draft, groupLabel, label, partyName } from '../telling.ts'
import { type Draft, inList, strong } from '../text.ts'
import { amount, day, length, share } from './numbers.ts'
import { paymentHeads } from './payments.ts'
import { goalHead, roundingTo } from './values.ts'

export function payers(node: Payers, t: Telling): Draft[] {
  const { agreement } = t
  const found: Draft[] = [
    draft(
      node,
      'split',
      node.split === 'by-share'
        ? 'each payment is split between the payers by fixed shares'
        : 'the payers pay in turn: the next pays once the one before has paid its part',
    ),
  ]
  for (const each of node.each) {
    const over = each.over === undefined ? '' : ` of payments under ${paymentHeads(each.over, t)}`
    const part =
      each.share === undefined
        ? over === ''
          ? ''
          : ` its part${over}`
        : ` ${strong(share(each.share))}${over === '' ? ' of each payment' : over}`
    const groups = each.groups === undefined ? '' : ` for results in ${groupList(each.groups, t)}`
    const upTo =
      each.upTo === undefined ? '' : `, though at most ${strong(amount(each.upTo, agreement.currency))} in all`
    found.push(
      draft(
        each,
        '',
        `${partyName(agreement, each.payer)} pays${part}${groups} to ${partyName(agreement, each.payee)}${upTo}`,
      ),
    )
  }
  if (node.each.length === 0) found.push(draft(node, 'each', 'there are no payers'))
  if (node.beyond !== undefined) {
    found.push(
      draft(
        node,
        'beyond',
        node.beyond === 'nobody'
          ? 'what goes beyond the limits of all payers is not paid'
          : 'what goes beyond the limits of the payers is paid by the last payer',
        true,
      ),
    )
  }
  return found
}

/** Cohorts, tracks or authorities by their names. */
const groupList = (names: readonly string[], t: Telling): string =>
  inList(
    names.map((name) => (t.agreement.parties.has(name) ? partyName(t.agreement, name) : groupLabel(t, name))),
    'and',
  )

const periods = {
  month: 'every month',
  quarter: 'every quarter',
  'half-year': 'every half-year',
  year: 'every year',
  once: 'once, when the agreement has ended',
}

export function settlement(node: Settlement, t: Telling): Draft[] {
  const overpaid = {
    reclaimed: 'if a payment was too large, the difference is claimed back',
    'set-off': 'if a payment was too large, the difference is set off against the payments that follow',
    kept: 'if a payment was too large, the difference is not claimed back, but it is taken off what the same payer later owes the same payee under the same clause',
  }
  const { to, how, of } = node.rounding
  const rounds = {
    'each-amount': 'every single amount is',
    'each-payment': 'every payment line is',
    'the-statement': 'the sum of the statement is',
  }
  return [
    draft(node, 'every', `accounts are settled ${periods[node.every]}`),
    draft(node, 'overpaid', overpaid[node.overpaid]),
    ...(node.overpaid === 'kept' ? keptEdges.map((text) => draft(node, 'overpaid', text, true)) : []),
    draft(node.rounding, '', `${rounds[of]} ${roundingTo(how, strong(amount(to, t.agreement.currency)))}`, true),
  ]
}

/** In which limits what was paid too much and is kept counts. The caps themselves stand in their own clauses. */
const keptEdges = [
  'what was paid too much counts in caps that are over the agreement as a whole or each payment clause and hold for everybody, and in the limits of the payers, so that only what there is room for beside it is paid; the last payments in the order of the annex give way first',
  'in other caps it does not count, and they may therefore be passed by what was paid too much',
]

export function exit(node: Exit, t: Telling): Draft[] {
  const causes = node.causes.map((words) => label(t, words))
  const found = [draft(node, 'causes', `the agreement may end early if ${causes.join(', or if ')}`)]
  if (node.notice !== undefined) found.push(draft(node, 'notice', `the notice is ${length(node.notice)}`))
  found.push(
    draft(
      node,
      'reached',
      `results reached before the end are ${node.reached === 'paid-in-full' ? 'paid in full' : 'not paid'}`,
    ),
  )
  const rates = {
    'planned-rate': 'the success rate stated at each goal',
    'planned-rest':
      'the number still missing before the planned places have given the success rate stated at each goal',
    'rate-so-far': 'the share that has met the goal so far',
  }
  found.push(
    draft(
      node,
      'expected',
      node.expected === 'not-paid'
        ? 'results that could still be expected are not paid'
        : `results that could still be expected are reckoned by ${rates[node.expected]} and paid at ${strong(share(node.share ?? 1))}`,
    ),
  )
  return found
}

/** What came from outside, and what it moves. */
export function events(agreement: Agreement, t: Telling): Draft[] {
  return (agreement.events ?? []).flatMap((event) => [
    draft(event, '', `on ${day(event.on)} came ${label(t, event.label)}`),
    ...(event.decided === undefined ? [] : [draft(event, 'decided', `decided: ${label(t, event.decided)}`)]),
    ...(event.moves === undefined || event.by === undefined
      ? []
      : [
          draft(
            event,
            'moves',
            `the dates after that day of ${inList(
              event.moves.map((name) => goalHead(name, t)),
              'and',
            )} are moved ${length(event.by)}`,
          ),
        ]),
  ])
}

const parameterUnits = {
  money: 'an amount',
  minor: 'an amount in the smallest coin',
  share: 'a share',
  number: 'a number',
}

export function parameters(agreement: Agreement, t: Telling): Draft[] {
  return [...(agreement.parameters ?? [])].map(([, each]) =>
    draft(
      each,
      '',
      `“${label(t, each.label)}” is ${parameterUnits[each.unit]} set for each agreement in the table of agreements`,
    ),
  )
}
