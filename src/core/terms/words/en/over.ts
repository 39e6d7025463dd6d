/**
 * Several at once, in English: the children of a family, or all people of a group.
 *
 *     { over: children, take: every, that: … }   for each of the family’s children, …
 *
 * Who counts stands in the sentence; what happens to the unmeasured stands in small print.
 */
import { type Over } from '../../expression.ts'
import { type Telling, note, subjectRow } from '../telling.ts'
import { membersOf, theRow } from './rows.ts'

/** Over whom, with the words for those among them; the edges of the counting become small print. */
export function overParts(node: Over, t: Telling): { all: string; inner: Telling } {
  const members = membersOf(node.over, t.row, subjectRow(t.agreement))
  const inner = { ...t, row: members.row }
  overNotes(node, members.row, t)
  if (node.among === undefined) return { all: members.all, inner }
  const among = t.tongue.relativeOf(node.among, inner)
  // "each of the children who is …"; of several at once, each is named, so that the verb may stay.
  const isOfEach = node.take === 'every' || node.take === 'any'
  const counting = isOfEach ? among : `(counting each ${theRow(members.row, 'one')} ${among})`
  return { all: `${members.all} ${counting}`, inner }
}

/** A condition as a relative clause: "who is at least 6 years old", otherwise "for whom …". */
export function relative(clause: string, t: Telling): string {
  const bare = clause.trim()
  const subject = `${theRow(t.row)} `
  const who = theRow(t.row, 'who')
  return bare.startsWith(subject)
    ? `${who} ${bare.slice(subject.length)}`
    : `for ${who === 'who' ? 'whom' : 'which'} ${bare}`
}

function overNotes(node: Over, row: Telling['row'], t: Telling): void {
  const [one, several] = [theRow(row, 'a'), theRow(row, 'several')]
  const unmeasured = {
    'left-out': `${several} whose result is unmeasured are left out`,
    'counted-as-no': `${one} ${theRow(row, 'who')} is unmeasured is taken as not meeting the condition`,
    'makes-unmeasured': `if ${one} is unmeasured, the result as a whole is unmeasured`,
  }
  note(t, node, 'unmeasured', unmeasured[node.unmeasured])
  if (node.membersAt !== undefined) {
    note(
      t,
      node,
      'members-at',
      `it is the ${several} in the family ${node.membersAt === 'start' ? 'at the start' : 'on the follow-up date'} that count`,
    )
  }
  const nobody = {
    'makes-unmeasured': 'the result is unmeasured',
    'counted-as-yes': 'the condition is taken as met',
    'counted-as-no': 'the condition is taken as not met',
  }
  if (node.ifNobody !== undefined)
    note(t, node, 'if-nobody', `if there are no such ${several}, ${nobody[node.ifNobody]}`)
}

/** "for each of the family’s children, …", without its conjunction; negated, "for none of" or "for not each of". */
export function overCondition(node: Over, t: Telling, isNegated = false): string {
  const { all, inner } = overParts(node, t)
  const some = isNegated ? `none of ${all}` : `at least one of ${all}`
  const whom = node.take === 'any' ? some : `${isNegated ? 'not ' : ''}each of ${all}`
  if (node.that === undefined) return `it holds for ${whom}`
  return `for ${whom}, ${t.tongue.condition('', node.that, inner)}`
}
