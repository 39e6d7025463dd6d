/**
 * Kinds: which of a measure's facts count, where the measure says that there are several kinds of them.
 *
 *     work: { kind: spell, kinds: { job: …, flex-job: …, education: … } }
 *     longest-run-in: work     →     asked: kinds: [job], kinds: [job, flex-job], kinds: all
 *
 * "Self-supporting" may or may not be a flex job; terms that do not say so pay for it or not as the reader likes. The
 * answers offered take one kind more at a time, as the measure lists them; the parties may write any list. Days and
 * schedules have no place to say it, so a measure they rest on has no kinds.
 *
 * Problems: edge-unsettled (kinds), name-unknown, kinds-open, measure-kind-unfit.
 */
import { type Place, problem } from '../base/index.ts'
import { nearest } from '../text/index.ts'
import { type Measure } from './agreement.ts'
import { type Checking, clausesOf, daysIn, eachNode, insertedIn, instead, isWritten, placesOf } from './checking.ts'
import { type Expression } from './expression.ts'

export function checkKinds(to: Checking): void {
  const { measures } = to.agreement
  for (const [name, measure] of measures) checkMeasure(to, name, measure)
  const isDivided = (name: string | undefined): boolean => measures.get(name ?? '')?.kinds !== undefined
  const refuse = (measure: string, at: Place, path: string): void => {
    if (isDivided(measure)) to.problems.push(problem('kinds-open', 'wrong', at, { path, measure }))
  }
  for (const clause of clausesOf(to.agreement)) {
    eachNode(clause, (node) => checkNode(to, node))
    const { schedule } = clause
    if (schedule?.each !== undefined) refuse(schedule.each, schedule.places['each'] ?? schedule.at, schedule.path)
    for (const day of [...clause.days, ...clause.expressions.flatMap(({ node }) => daysIn(node))]) {
      if (day.base.of === 'event') refuse(day.base.measure, day.at, day.path)
    }
  }
}

function checkMeasure(to: Checking, name: string, measure: Measure): void {
  if (measure.kinds === undefined || measure.kind === 'spell' || measure.kind === 'event') return
  const at = measure.places['kinds'] ?? measure.at
  const facts = {
    path: measure.path,
    found: name,
    kind: measure.kind,
    key: 'kinds',
    kinds: ['spell', 'event'],
    known: [],
  }
  to.problems.push(problem('measure-kind-unfit', 'wrong', at, facts))
}

function checkNode(to: Checking, node: Expression): void {
  const measures =
    node.kind === 'time-in'
      ? (node.timeIn ?? [])
      : node.kind === 'count-of'
        ? [node.countOf]
        : node.kind === 'longest-run-in'
          ? (node.longestRunIn ?? [])
          : []
  const known = [...new Set(measures.flatMap((name) => [...(to.agreement.measures.get(name)?.kinds?.keys() ?? [])]))]
  if (isWritten(node, 'kinds')) return checkNames(to, node, known)
  if (known.length === 0) return
  const lists = known.slice(0, -1).map((_, index) => `kinds: [${known.slice(0, index + 1).join(', ')}]`)
  const choices = [...lists, 'kinds: all'].map((paste) => insertedIn(to, node, paste))
  to.problems.push(problem('edge-unsettled', 'unsettled', node.at, { path: node.path, key: 'kinds' }, choices))
}

/** `all` is all of them, and no name of one. */
function checkNames(to: Checking, node: Expression, known: readonly string[]): void {
  const named = 'kinds' in node ? (node.kinds ?? []) : []
  if (named.length === 1 && named[0] === 'all' && known.length > 0) return
  for (const [index, name] of named.entries()) {
    if (known.includes(name)) continue
    const near = nearest(name, known)
    const at = placesOf(to, node, 'kinds')[index] ?? node.at
    const facts = { path: `${node.path}.kinds`, of: 'kind', found: name, known, nearest: near ?? '' }
    to.problems.push(problem('name-unknown', 'wrong', at, facts, near === undefined ? [] : [instead(at, near)]))
  }
}
