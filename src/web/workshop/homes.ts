/**
 * Where in the workshop a problem stands, so that none that stops the case is without a place.
 *
 *     edge-unsettled of case.costs.course, borne-by     its question       `asked case.costs.course.borne-by`
 *     value-unreadable of case.years                    its field          `case.years`
 *     index-year-missing, of line 34 of the text        the field there    `case.costs.course.price-year`
 *     a row of a file, a text that is no YAML           the text as a whole, and the list of what stops the case
 */
import { type Problem } from '../../core/base/index.ts'
import { type OutlineMap, type OutlineNode } from '../../core/valuation/index.ts'
import { stepNames } from '../case/steps.tsx'

/** `home` is the path of the field or part that it is shown at; empty where there is none. */
export type HomedProblem = Problem & { home: string }

export const isStop = ({ severity }: Problem): boolean => severity !== 'notice'

/** The key that a problem is about, where it is about one that is not there. */
export const keyOf = ({ facts }: Problem): string => (typeof facts['key'] === 'string' ? facts['key'] : '')

const placeOf = ({ facts }: Problem): string => (typeof facts['path'] === 'string' ? facts['path'] : '')

/** Nothing is wrong: something is only still to be said. */
export const isQuestion = ({ code }: Problem): boolean =>
  code === 'edge-unsettled' || code === 'key-missing' || code === 'value-undecided'

/** `file` is what the text is called in the places of its problems. */
export function withHomes(problems: readonly Problem[], root: OutlineMap | undefined, file: string): HomedProblem[] {
  const nodes = root === undefined ? [] : nodesOf(root)
  const paths = new Set(nodes.map(({ path }) => path))
  return problems.map((one) => ({ ...one, home: homeOf(one, nodes, paths, file) }))
}

function homeOf(one: Problem, nodes: readonly OutlineNode[], paths: ReadonlySet<string>, file: string): string {
  const [path, key] = [placeOf(one), keyOf(one)]
  const isNamed = path !== '' && paths.has(path)
  if (isNamed && (one.code === 'edge-unsettled' || one.code === 'key-missing')) return path
  if (isNamed && key !== '' && paths.has(`${path}.${key}`)) return `${path}.${key}`
  const exact = one.at.file === file ? nodes.find(({ at }) => isSame(at, one.at)) : undefined
  if (!isNamed) return exact?.path ?? nearestAbove(path, paths)
  return exact?.path.startsWith(`${path}.`) === true ? exact.path : path
}

const isSame = (one: Problem['at'], other: Problem['at']): boolean =>
  one.line === other.line && one.column === other.column && one.length === other.length

/** The path of something that is not there, as far as it is. */
function nearestAbove(path: string, paths: ReadonlySet<string>): string {
  let above = path
  while (above !== '' && !paths.has(above)) above = above.slice(0, Math.max(0, above.search(/[.[][^.[]*$/)))
  return above
}

const nodesOf = (node: OutlineNode): OutlineNode[] =>
  node.kind === 'leaf'
    ? [node]
    : [node, ...(node.kind === 'list' ? node.items : node.entries.map((entry) => entry.node)).flatMap(nodesOf)]

/** What is called so in the page: the field, the question or the part of the problem, or the text of the case. */
export function anchorOf(problem: HomedProblem, root: OutlineMap | undefined): string {
  const { home } = problem
  const key = keyOf(problem)
  if (root === undefined || home === '') return 'new-text'
  const signed = /^case\.signed-off\.([^.]+)/.exec(home)?.[1]
  if (signed !== undefined) return stepNames.some((step) => step === signed) ? `signing ${signed}` : 'new-text'
  if (home === 'case.signed-off') return 'new-text'
  if (problem.code !== 'edge-unsettled' && problem.code !== 'key-missing') return home
  if (home === 'case' && ownParts.includes(key)) return `case.${key}`
  return `asked ${home}.${key}`
}

/** Parts of the case that have a section of their own, whether or not they are in the text. */
const ownParts: readonly string[] = [
  'groups',
  'costs',
  'consequences',
  'estimates',
  'departments',
  'finance',
  'savings-followed',
]
