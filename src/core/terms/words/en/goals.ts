/**
 * Goals in English: who, when, what it takes and what it pays; then the small print.
 *
 *     The goal is decided for each family that belongs to the intensive track 12 and 24 months after the end of the course.
 *     It is met when, for each of the family’s children, …. Each time a family meets the goal, DKK 78,000 is paid.
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
  if (node.aim !== undefined) found.push(draft(node, 'aim', `aim: ${label(t, node.aim)}`))
  if (node.quantity !== undefined) {
    const what = value(node.quantity, t)
    if (isLong(node.quantity, when)) {
      found.push(draft(node, 'when', `for ${who}, the goal is worked out ${when}`), ...scheduleNotes(node.when, t))
      found.push(...told(t, node, 'quantity', `the result is ${what}`))
    } else {
      found.push(
        draft(node, 'quantity', `for ${who}, the following is worked out ${when}: ${what}`),
        ...scheduleNotes(node.when, t),
        ...t.definitions.splice(0),
      )
    }
    if (node.met !== undefined)
      found.push(...told(t, node, 'met', `the goal is met ${t.tongue.condition('when', node.met, t)}`))
  } else {
    found.push(draft(node, 'when', `the goal is decided for ${who} ${when}`), ...scheduleNotes(node.when, t))
    if (node.met !== undefined)
      found.push(...told(t, node, 'met', `it is met ${t.tongue.condition('when', node.met, t)}`))
  }
  return [...found, ...agreed(node)]
}

/** A result that has cases, or many dates, is told in a sentence after the one on when. */
const isLong = (quantity: Value, when: string): boolean => quantity.kind === 'if' || plain(when).length > 60

/** "each family that belongs to the intensive track". */
function whoOf(node: Goal, t: Telling): string {
  const every = theRow(t.row, 'every')
  if (node.who === undefined) return every
  const inner = isGroup(t.row) ? { ...t, row: subjectRow(t.agreement) } : t
  const which = t.tongue.relativeOf(node.who, inner)
  if (!isGroup(t.row)) return `${every} ${which}`
  return `${every} of ${theRow(inner.row, 'several')}, counting each ${theRow(inner.row, 'one')} ${which}`
}

function agreed(node: Goal): Draft[] {
  if (node.agreed === undefined) return []
  const { by, otherwise } = node.agreed
  const after = { unpaid: 'the goal brings no payment', missed: 'the goal is taken as not met' }
  return [
    draft(
      node.agreed,
      '',
      `the parties agree no later than ${day(by)} how the goal brings payment; if they do not, ${after[otherwise]}`,
    ),
  ]
}

/** Days that a payment elsewhere speaks of by name, and those that are agreed and take part in nothing. */
function namedDays(node: Goal, t: Telling): Draft[] {
  return daysByName(t.agreement, node).map(({ name, day, isIdle }) => {
    const idle = isIdle ? '; neither the goal nor the payment reckons with that day' : ''
    const path = `${node.path}.dates.${name}`
    const text = `the day “${name}” means ${dayPoint(day, withoutDay(t, name))}${idle}`
    return { text, path, at: day.at, small: true }
  })
}

function edges(node: Goal, t: Telling): Draft[] {
  const found: Draft[] = []
  const add = (key: string, text: string) => found.push(draft(node, key, text, true))
  const one = theRow(t.row)
  if (node.cohort !== undefined) add('cohort', cohorts[node.cohort])
  if (node.who !== undefined && isOfOccasion(node.who, t.agreement))
    add('who', `whether the goal is for ${one} is settled on each follow-up date by itself`)
  if (node.seenTo !== undefined) {
    const unseen = {
      unmeasured: 'the result is unmeasured',
      missed: 'the goal is taken as not met',
      'left-out': `${one} is left out of the count`,
    }
    add(
      'not-seen',
      `if the records of ${one} do not reach ${dayPoint(node.seenTo, t)}, ${unseen[node.notSeen ?? 'unmeasured']}`,
    )
  }
  add('unmeasured', `if the goal cannot be measured, ${outcomes(one)[node.unmeasured]}`)
  // It is a person or family who leaves, also where the goal is the group's.
  const leaver = isGroup(t.row) ? theRow(subjectRow(t.agreement)) : one
  for (const [exit, outcome] of node.leavers ?? []) {
    const text = outcome === 'as-measured' ? 'what has been measured counts' : outcomes(leaver)[outcome]
    found.push({
      ...draft(node, 'leavers', `if the reason for leaving is “${labelOf(t, exit)}”, ${text}`, true),
      path: `${node.path}.leavers.${exit}`,
    })
  }
  if (node.proofBy !== undefined) {
    add('proof-by', `proof must be in hand no later than ${dayOn(node.proofBy, t).replace('on ', '')}`)
    add(
      'late-proof',
      node.lateProof === 'lost'
        ? 'if it comes later, the payment is lost'
        : 'if it comes later, the goal is decided in the next statement',
    )
  }
  return found
}

const cohorts = {
  'start-year': 'a cohort is those who start in the same calendar year',
  'referral-year': 'a cohort is those who are referred in the same calendar year',
  named: 'the cohorts are those listed under the target population',
}

const outcomes = (one: string) => ({
  waits: 'the decision waits until the records are there',
  missed: 'the goal is taken as not met',
  met: 'the goal is taken as met',
  'left-out': `${one} is left out of the count`,
})

function remarks(node: Goal, t: Telling): Draft[] {
  const found: Draft[] = []
  if (node.planned !== undefined)
    found.push(draft(node, 'planned', `the parties expect a success rate of ${share(node.planned)}`, true))
  if (node.method !== undefined) found.push(draft(node, 'method', `method: ${label(t, node.method)}`, true))
  if (node.note !== undefined) found.push(draft(node, 'note', plain(label(t, node.note)), true))
  return found
}
