/**
 * Payments in English, with their goal or by themselves.
 *
 *     { per-met: 48000 kr }                For each family that meets the goal, DKK 48,000 is paid.
 *     { per-unit: 12 kr }                  For each night, DKK 12 is paid.
 *     { fee: 90000 kr, due: … }            A fixed fee of DKK 90,000 is paid at the beginning of the agreement.
 */
import { type Goal, type Payment } from '../../agreement.ts'
import { type Value } from '../../expression.ts'
import { type Telling, draft, headOf, label, partyName, told, unitOf } from '../telling.ts'
import { term } from '../naming.ts'
import { type Draft, inList } from '../text.ts'
import { type Giving, curve, isCurve } from './curves.ts'
import { unitName } from './numbers.ts'
import { theRow } from './rows.ts'
import { dueNotes, isRepeated, scheduleOn } from './schedules.ts'
import { goalHead, value } from './values.ts'

const paid: Giving = { verb: (give) => `${give} is paid`, noun: 'the payment', nothing: 'nothing' }

/** A payment in a clause of its own. */
export const ownPayment = (node: Payment, t: Telling): Draft[] => {
  const found = [...payment(node, undefined, t), ...t.notes.splice(0)]
  return [...found.filter((each) => !each.small), ...found.filter((each) => each.small)]
}

/** The sentences of a payment; `goal` is the goal told in the same clause. */
export function payment(node: Payment, goal: Goal | undefined, t: Telling): Draft[] {
  return [...price(node, goal, t), ...conditions(node, t)]
}

function price(node: Payment, goal: Goal | undefined, t: Telling): Draft[] {
  if (node.perMet !== undefined) return each(node, 'per-met', node.perMet, whenMet(node, goal, t), t)
  if (node.perUnit !== undefined) return perUnit(node, node.perUnit, goal, t)
  if (node.amount !== undefined) {
    if (isCurve(node.amount)) return curve(node.amount, paid, t)
    const isAboutAll = t.row === 'group' || (goal === undefined && t.elsewhere === undefined)
    const whom = isAboutAll ? '' : `for ${theRow(t.row, 'every')}, `
    return told(t, node, 'amount', `${whom}${value(node.amount, t)} is paid`)
  }
  if (node.fee === undefined) return []
  const due = node.due === undefined ? '' : scheduleOn(node.due, t)
  const notes = node.due === undefined ? [] : dueNotes(node.due, t)
  return [
    ...told(t, node, 'fee', `${due === '' ? '' : `${due}, `}a fixed fee of ${term(node.fee, t)} is paid`),
    ...notes,
  ]
}

function each(node: Payment, key: string, of: Value, whom: string, t: Telling): Draft[] {
  if (!isCurve(of)) return told(t, node, key, `${whom}, ${value(of, t)} is paid`)
  return [...told(t, node, key, `${whom}, the payment is set as follows:`), ...curve(of, paid, t)]
}

/** Who has met what: "for each family that meets the goal", "each time the goal in clause 4.1 is met". */
function whenMet(node: Payment, goal: Goal | undefined, t: Telling): string {
  if (goal === undefined) return `each time ${goalHead(node.goal ?? '', t)} is met`
  const isOften = isRepeated(goal.when) && goal.when.decided !== 'all-dates' && goal.when.decided !== 'any-date'
  if (isOften) return `each time ${theRow(t.row, 'a')} meets the goal`
  return t.row === 'group'
    ? 'when the group meets the goal'
    : `for ${theRow(t.row, 'every')} ${theRow(t.row, 'who')} meets the goal`
}

function perUnit(node: Payment, of: Value, goal: Goal | undefined, t: Telling): Draft[] {
  const unit = goal === undefined ? undefined : unitOf(goal.quantity)
  const result = goal === undefined ? `the result of ${goalHead(node.goal ?? '', t)}` : 'the result'
  if (isCurve(of)) {
    const giving: Giving = { verb: (give) => `the rate is ${give}`, noun: 'the rate', nothing: '0' }
    return [...told(t, node, 'per-unit', `the payment is a rate multiplied by ${result}`), ...curve(of, giving, t)]
  }
  if (of.kind === 'literal' && of.unit === 'share')
    return told(t, node, 'per-unit', `the payment is ${term(of, t)} of ${result}`)
  if (unit === undefined) return told(t, node, 'per-unit', `the payment is ${term(of, t)} multiplied by ${result}`)
  return told(t, node, 'per-unit', `for each ${unitName(unit, 'one')}, ${term(of, t)} is paid`)
}

/** "clause 4.1 (…)", or for several "clauses 4.1 (…), 4.2 (…) and 4.3 (…)". */
export function paymentHeads(names: readonly string[], t: Telling): string {
  const heads = names.map((name) => headOf(t, name, 'payments'))
  const told = heads.map((head) => (head.number === '' ? `“${head.label}”` : `${head.number} (${head.label})`))
  return `${names.length > 1 ? 'clauses' : 'clause'} ${inList(told, 'and')}`
}

const reckonings: Record<NonNullable<Payment['reckoned']>, string> = {
  'each-date': 'the amount is worked out for each follow-up date by itself',
  'sum-so-far':
    'in place of the date’s own result stands the sum of the results up to and including the follow-up date, and what the same rule gives for the sum up to and including the previous one is taken off; both are worked out by the rule as it stands on the follow-up date, with its prices and rates; if an earlier date is not measured, the amount waits',
  'latest-so-far':
    'what the same rule gives for the latest earlier result is taken off the amount; both are worked out by the rule as it stands on the follow-up date, with its prices and rates, so that it is not the amount once paid that is taken off',
  'highest-so-far':
    'in place of the date’s own result stands the highest result up to and including the follow-up date, and what the same rule gives for the highest up to and including the previous one is taken off; both are worked out by the rule as it stands on the follow-up date, with its prices and rates; if an earlier date is not measured, the amount waits',
}

function conditions(node: Payment, t: Telling): Draft[] {
  const found: Draft[] = []
  const add = (key: string, text: string) => found.push(draft(node, key, text, true))
  if (node.due !== undefined && node.fee === undefined) {
    add('due', `the amount falls due ${scheduleOn(node.due, t)}`)
    found.push(...dueNotes(node.due, t))
  }
  if (node.onlyIf !== undefined) {
    found.push(...told(t, node, 'only-if', `payment is made only ${t.tongue.condition('if', node.onlyIf, t)}`))
  }
  if (node.reckoned !== undefined)
    found.push(draft(node, 'reckoned', reckonings[node.reckoned], node.reckoned === 'each-date'))
  if (node.ifNegative === 'nothing') add('if-negative', 'if the amount is negative, nothing is paid')
  if (node.ifNegative === 'owed-back') add('if-negative', 'if the amount is negative, it is to be paid the other way')
  if (node.learningOverride !== undefined) {
    add(
      'learning-override',
      `payment is made by a measurement that otherwise serves learning only: ${label(t, node.learningOverride)}`,
    )
  }
  if (node.payer !== undefined) add('payer', `the amount is paid by ${partyName(t.agreement, node.payer)}`)
  if (node.payee !== undefined) add('payee', `the amount is paid to ${partyName(t.agreement, node.payee)}`)
  if (node.source !== undefined) add('source', `source of the amount: ${label(t, node.source)}`)
  return found
}
