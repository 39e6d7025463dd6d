/**
 * Flere på én gang, på dansk: børnene i en familie, eller alle i en gruppe.
 *
 *     { over: children, take: every, that: … }   det for hvert af familiens børn gælder, at …
 *
 * Hvem der tæller, står i sætningen; hvad der sker med de umålte, står med småt.
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
  // After the relative clause of all people comes another, and two in a row are joined.
  const joined = node.over === 'people' ? `og ${among.replace(/^der /, 'som ')}` : among
  return { all: `${members.all}, ${joined},`, inner }
}

/** A condition as a relative clause: "der er mindst 6 år", otherwise "hvor …". */
export function relative(clause: string, t: Telling): string {
  const bare = clause.trim()
  const subject = `${theRow(t.row)} `
  return bare.startsWith(subject) ? `der ${bare.slice(subject.length)}` : `hvor ${bare}`
}

function overNotes(node: Over, row: Row, t: Telling): void {
  const [one, several] = [theRow(row, 'a'), theRow(row, 'several')]
  const unmeasured = {
    'left-out': `${several}, hvis resultat er umålt, holdes ude`,
    'counted-as-no': `${one}, der er umålt, regnes for ikke at opfylde betingelsen`,
    'makes-unmeasured': `er ${one} umålt, er det samlede resultat umålt`,
  }
  note(t, node, 'unmeasured', unmeasured[node.unmeasured])
  if (node.membersAt !== undefined) {
    note(
      t,
      node,
      'members-at',
      `det er ${theSeveral(row)} i familien ${node.membersAt === 'start' ? 'ved opstart' : 'på opfølgningsdatoen'}, der tæller`,
    )
  }
  const nobody = {
    'makes-unmeasured': 'er resultatet umålt',
    'counted-as-yes': 'regnes betingelsen for opfyldt',
    'counted-as-no': 'regnes betingelsen for ikke opfyldt',
  }
  if (node.ifNobody !== undefined)
    note(t, node, 'if-nobody', `er der ingen sådanne ${several}, ${nobody[node.ifNobody]}`)
}

type Row = Telling['row']
const theSeveral = (row: Row): string =>
  ({ child: 'børnene', parent: 'forældrene', member: 'medlemmerne' })[row as 'child'] ?? theRow(row, 'several')

/** "det for hvert af familiens børn gælder, at …", without its conjunction; negated, "for intet af" or "ikke for hvert af". */
export function overCondition(node: Over, t: Telling, isNegated = false): string {
  const { all, inner } = overParts(node, t)
  const some = isNegated ? `${none(inner.row)} af ${all}` : `mindst ${one(inner.row)} af ${all}`
  const whom = node.take === 'any' ? some : `${isNegated ? 'ikke ' : ''}${each(inner.row)} af ${all}`
  if (node.that === undefined) return `det gælder for ${whom}`
  return `det for ${whom} gælder, ${t.tongue.condition('at', node.that, inner)}`
}

const isThing = (row: Row): boolean => row === 'child' || row === 'member'
const each = (row: Row): string => (isThing(row) ? 'hvert' : 'hver')
const none = (row: Row): string => (isThing(row) ? 'intet' : 'ingen')
const one = (row: Row): string => (isThing(row) ? 'ét' : 'én')
