/**
 * Mål på dansk: hvem, hvornår, hvad der skal til, og hvad det betaler; derefter det med småt.
 *
 *     Målet afgøres for hver familie, der hører til det intensive spor, 12 og 24 måneder efter afslutning.
 *     Det er nået, når det for hvert af familiens børn gælder, at …. Hver gang en familie når målet, betales 78.000 kr.
 */
import { type Goal, type Payment } from '../../agreement.ts'
import { type Value } from '../../expression.ts'
import { daysByName } from '../../named-days.ts'
import { isOfOccasion } from '../../occasion.ts'
import { type Telling, draft, isGroup, label, labelOf, subjectRow, told, withoutDay } from '../telling.ts'
import { type Draft, plain } from '../text.ts'
import { dayOn, dayPoint } from './days.ts'
import { day, share } from './numbers.ts'
import { payment } from './payments.ts'
import { theRow } from './rows.ts'
import { scheduleNotes, scheduleOn } from './schedules.ts'
import { value } from './values.ts'

export function goal(node: Goal, payments: readonly Payment[], t: Telling): Draft[] {
  const main = rule(node, t)
  const money = payments.flatMap((each) => payment(each, node, t).map((said) => headed(said, each, payments, t)))
  const small = [...t.notes.splice(0), ...namedDays(node, t), ...edges(node, t), ...remarks(node, t)]
  const all = [...main, ...money, ...small]
  return [...all.filter((each) => !each.small), ...all.filter((each) => each.small)]
}

/** Where a clause holds several payments, each sentence of one begins with its name. */
function headed(said: Draft, of: Payment, all: readonly Payment[], t: Telling): Draft {
  return all.length < 2 || said.small ? said : { ...said, text: `${label(t, of.label)}: ${said.text}` }
}

function rule(node: Goal, t: Telling): Draft[] {
  const who = whoOf(node, t)
  const when = scheduleOn(node.when, t)
  const found: Draft[] = []
  if (node.aim !== undefined) found.push(draft(node, 'aim', `sigte: ${label(t, node.aim)}`))
  if (node.quantity !== undefined) {
    const what = value(node.quantity, t)
    if (isLong(node.quantity, when)) {
      found.push(draft(node, 'when', `for ${who} opgøres målet ${when}`), ...scheduleNotes(node.when, t))
      found.push(...told(t, node, 'quantity', `resultatet er ${what}`))
    } else {
      found.push(
        draft(node, 'quantity', `for ${who} opgøres ${when} ${what}`),
        ...scheduleNotes(node.when, t),
        ...t.definitions.splice(0),
      )
    }
    if (node.met !== undefined)
      found.push(...told(t, node, 'met', `målet er nået, ${t.tongue.condition('når', node.met, t)}`))
  } else {
    found.push(draft(node, 'when', `målet afgøres for ${who} ${when}`), ...scheduleNotes(node.when, t))
    if (node.met !== undefined)
      found.push(...told(t, node, 'met', `det er nået, ${t.tongue.condition('når', node.met, t)}`))
  }
  return [...found, ...agreed(node)]
}

/** A result that has cases, or many dates, is told in a sentence after the one on when. */
const isLong = (quantity: Value, when: string): boolean => quantity.kind === 'if' || plain(when).length > 60

/** "hver familie, der hører til det intensive spor,". */
function whoOf(node: Goal, t: Telling): string {
  const every = theRow(t.row, 'every')
  if (node.who === undefined) return every
  const inner = isGroup(t.row) ? { ...t, row: subjectRow(t.agreement) } : t
  const which = t.tongue.relativeOf(node.who, inner)
  return inner === t ? `${every}, ${which},` : `${every} af ${theRow(inner.row, 'several')}, ${which},`
}

function agreed(node: Goal): Draft[] {
  if (node.agreed === undefined) return []
  const { by, otherwise } = node.agreed
  const after = { unpaid: 'udløser målet ingen betaling', missed: 'regnes målet for ikke nået' }
  return [
    draft(
      node.agreed,
      '',
      `parterne aftaler senest den ${day(by)}, hvordan målet udløser betaling; gør de ikke det, ${after[otherwise]}`,
    ),
  ]
}

/** Dage, som en betaling et andet sted taler om ved navn, og dem, der er aftalt uden at indgå i noget. */
function namedDays(node: Goal, t: Telling): Draft[] {
  return daysByName(t.agreement, node).map(({ name, day: named, isIdle }) => {
    const point = dayPoint(named, withoutDay(t, name))
    const stands = /^\d/.test(plain(point)) ? `dagen ${point}` : point
    const idle = isIdle ? '; dagen indgår hverken i målet eller i betalingen' : ''
    const path = `${node.path}.dates.${name}`
    return { text: `ved dagen »${name}« forstås ${stands}${idle}`, path, at: named.at, small: true }
  })
}

function edges(node: Goal, t: Telling): Draft[] {
  const found: Draft[] = []
  const add = (key: string, text: string) => found.push(draft(node, key, text, true))
  const one = theRow(t.row)
  if (node.cohort !== undefined) add('cohort', cohorts[node.cohort])
  if (node.who !== undefined && isOfOccasion(node.who, t.agreement))
    add('who', `om målet gælder for ${one}, afgøres på hver opfølgningsdato for sig`)
  if (node.seenTo !== undefined) {
    const unseen = {
      unmeasured: 'er resultatet umålt',
      missed: 'regnes målet for ikke nået',
      'left-out': `holdes ${one} ude af opgørelsen`,
    }
    add(
      'not-seen',
      `når oplysningerne om ${one} ikke frem til ${dayPoint(node.seenTo, t)}, ${unseen[node.notSeen ?? 'unmeasured']}`,
    )
  }
  add('unmeasured', `kan målet ikke måles, ${outcomes(one)[node.unmeasured]}`)
  // It is a person or family who leaves, also where the goal is the group's.
  const leaver = isGroup(t.row) ? theRow(subjectRow(t.agreement)) : one
  for (const [exit, outcome] of node.leavers ?? []) {
    const text = outcome === 'as-measured' ? 'tæller det, der er målt' : outcomes(leaver)[outcome]
    found.push({
      ...draft(node, 'leavers', `er grunden til afgang »${labelOf(t, exit)}«, ${text}`, true),
      path: `${node.path}.leavers.${exit}`,
    })
  }
  if (node.proofBy !== undefined) {
    add('proof-by', `dokumentationen skal foreligge senest ${dayOn(node.proofBy, t)}`)
    add(
      'late-proof',
      node.lateProof === 'lost'
        ? 'kommer den senere, bortfalder betalingen'
        : 'kommer den senere, afgøres målet i den næste opgørelse',
    )
  }
  return found
}

const cohorts = {
  'start-year': 'en kohorte er dem, der har opstart i samme kalenderår',
  'referral-year': 'en kohorte er dem, der er visiteret i samme kalenderår',
  named: 'kohorterne er dem, der står under målgruppen',
}

const outcomes = (one: string) => ({
  waits: 'venter afgørelsen, til oplysningerne foreligger',
  missed: 'regnes målet for ikke nået',
  met: 'regnes målet for nået',
  'left-out': `holdes ${one} ude af opgørelsen`,
})

function remarks(node: Goal, t: Telling): Draft[] {
  const found: Draft[] = []
  if (node.planned !== undefined)
    found.push(draft(node, 'planned', `parterne regner med en succesrate på ${share(node.planned)}`, true))
  if (node.method !== undefined) found.push(draft(node, 'method', `metode: ${label(t, node.method)}`, true))
  if (node.note !== undefined) found.push(draft(node, 'note', plain(label(t, node.note)), true))
  return found
}
