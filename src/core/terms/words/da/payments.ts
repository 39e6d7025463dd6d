/**
 * Betalinger på dansk, sammen med deres mål eller for sig selv.
 *
 *     { per-met: 48000 kr }                For hver familie, der når målet, betales 48.000 kr.
 *     { per-unit: 12 kr }                  For hver nat betales 12 kr.
 *     { fee: 90000 kr, due: … }            Der betales et fast beløb på 90.000 kr. ved aftalens begyndelse.
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

const paid: Giving = { verb: (give) => `betales ${give}`, noun: 'betalingen', nothing: 'intet' }

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
    const whom = isAboutAll ? 'der' : `for ${theRow(t.row, 'every')}`
    return told(t, node, 'amount', `${whom} betales ${value(node.amount, t)}`)
  }
  if (node.fee === undefined) return []
  const due = node.due === undefined ? '' : scheduleOn(node.due, t)
  const notes = node.due === undefined ? [] : dueNotes(node.due, t)
  return [
    ...told(t, node, 'fee', `${due === '' ? 'der' : due} betales et fast beløb på ${term(node.fee, t)}`),
    ...notes,
  ]
}

function each(node: Payment, key: string, of: Value, whom: string, t: Telling): Draft[] {
  if (!isCurve(of)) return told(t, node, key, `${whom}, betales ${value(of, t)}`)
  return [...told(t, node, key, `${whom}, fastsættes betalingen således:`), ...curve(of, paid, t)]
}

/** Who has met what: "for hver familie, der når målet", "hver gang målet i punkt 4.1 nås". */
function whenMet(node: Payment, goal: Goal | undefined, t: Telling): string {
  if (goal === undefined) return `hver gang ${goalHead(node.goal ?? '', t)} nås`
  const isOften = isRepeated(goal.when) && goal.when.decided !== 'all-dates' && goal.when.decided !== 'any-date'
  if (isOften) return `hver gang ${theRow(t.row, 'a')} når målet`
  return t.row === 'group' ? 'når gruppen når målet' : `for ${theRow(t.row, 'every')}, der når målet`
}

function perUnit(node: Payment, of: Value, goal: Goal | undefined, t: Telling): Draft[] {
  const unit = goal === undefined ? undefined : unitOf(goal.quantity)
  const result = goal === undefined ? `resultatet af ${goalHead(node.goal ?? '', t)}` : 'resultatet'
  if (isCurve(of)) {
    const giving: Giving = { verb: (give) => `er satsen ${give}`, noun: 'satsen', nothing: '0' }
    return [...told(t, node, 'per-unit', `betalingen er en sats ganget med ${result}`), ...curve(of, giving, t)]
  }
  if (of.kind === 'literal' && of.unit === 'share')
    return told(t, node, 'per-unit', `betalingen er ${term(of, t)} af ${result}`)
  if (unit === undefined) return told(t, node, 'per-unit', `betalingen er ${term(of, t)} ganget med ${result}`)
  const every = unit === 'years' || unit === 'items' ? 'hvert' : 'hver'
  return told(t, node, 'per-unit', `for ${every} ${unitName(unit, 'one')} betales ${term(of, t)}`)
}

/** "punkt 4.1 (…)", or for several "punkt 4.1 (…), 4.2 (…) og 4.3 (…)". */
export function paymentHeads(names: readonly string[], t: Telling): string {
  const heads = names.map((name) => headOf(t, name, 'payments'))
  const told = heads.map((head) => (head.number === '' ? `»${head.label}«` : `${head.number} (${head.label})`))
  return `${names.length > 1 ? 'punkt' : 'punkt'} ${inList(told, 'og')}`
}

const reckonings: Record<NonNullable<Payment['reckoned']>, string> = {
  'each-date': 'beløbet regnes for hver opfølgningsdato for sig',
  'sum-so-far':
    'i stedet for datoens eget resultat regnes der med summen af resultaterne til og med opfølgningsdatoen, og det, samme regel giver for summen til og med den forrige, trækkes fra; begge dele regnes efter reglen, som den er på opfølgningsdatoen, med dens priser og satser; er en tidligere dato ikke målt, venter beløbet',
  'latest-so-far':
    'det, samme regel giver for det seneste tidligere resultat, trækkes fra beløbet; begge dele regnes efter reglen, som den er på opfølgningsdatoen, med dens priser og satser, så det er ikke det beløb, der i sin tid blev betalt, der trækkes fra',
  'highest-so-far':
    'i stedet for datoens eget resultat regnes der med det højeste resultat til og med opfølgningsdatoen, og det, samme regel giver for det højeste til og med den forrige, trækkes fra; begge dele regnes efter reglen, som den er på opfølgningsdatoen, med dens priser og satser; er en tidligere dato ikke målt, venter beløbet',
}

function conditions(node: Payment, t: Telling): Draft[] {
  const found: Draft[] = []
  const add = (key: string, text: string) => found.push(draft(node, key, text, true))
  if (node.due !== undefined && node.fee === undefined) {
    add('due', `beløbet forfalder ${scheduleOn(node.due, t)}`)
    found.push(...dueNotes(node.due, t))
  }
  if (node.onlyIf !== undefined) {
    found.push(...told(t, node, 'only-if', `der betales kun, ${t.tongue.condition('hvis', node.onlyIf, t)}`))
  }
  if (node.reckoned !== undefined)
    found.push(draft(node, 'reckoned', reckonings[node.reckoned], node.reckoned === 'each-date'))
  if (node.ifNegative === 'nothing') add('if-negative', 'bliver beløbet negativt, betales intet')
  if (node.ifNegative === 'owed-back') add('if-negative', 'bliver beløbet negativt, skal det betales den modsatte vej')
  if (node.learningOverride !== undefined) {
    add(
      'learning-override',
      `der betales efter en måling, som ellers kun tjener læring: ${label(t, node.learningOverride)}`,
    )
  }
  if (node.payer !== undefined) add('payer', `beløbet betales af ${partyName(t.agreement, node.payer)}`)
  if (node.payee !== undefined) add('payee', `beløbet betales til ${partyName(t.agreement, node.payee)}`)
  if (node.source !== undefined) add('source', `kilde til beløbet: ${label(t, node.source)}`)
  return found
}
