/**
 * What a case rests on that no source says: figures that are invented, supposed, derived, not verified or without a source.
 *
 * Every page and print of a case shows this list. A case is only as good as its weakest figure.
 */
import { type Problem } from '../../base/index.ts'
import { type Mark } from '../../text/index.ts'
import { isDoubtful } from '../catalogue/price-on.ts'
import { type CompiledCase, type Doubt } from './compiled.ts'

const gradeOrder = ['invented', 'assumed', 'unverified', 'derived', 'published']

/** The doubts of the case, the worst first. `problems` are those of reading it, for figures without any source. */
export function doubtsOf(compiled: CompiledCase, marks: readonly Mark[], problems: readonly Problem[]): Doubt[] {
  const ofEstimates = compiled.estimates
    .filter(({ grade, confidence }) => grade !== 'published' || confidence === 'U')
    .map(({ name, grade, confidence, source, at }): Doubt => ({ what: name, grade, confidence, reason: source, at }))
  const ofMarks = togetherByFact(marks)
    .filter(({ grade }) => grade !== 'published')
    .map(({ path, grade, reason, at }): Doubt => {
      return { what: path.replace(/^case\./, ''), grade, confidence: undefined, reason, at }
    })
  const prices = new Map(compiled.prices.map(({ price }) => [price.id, price]))
  const ofPrices = [...prices.values()]
    .filter(({ provenance }) => isDoubtful(provenance) || provenance.grade === 'derived')
    .map(({ id, provenance: { grade, confidence, source, at } }): Doubt => {
      return { what: id, grade, confidence, reason: source, at }
    })
  const unsourced = problems
    .filter(({ code }) => code === 'figure-unsourced')
    .map(({ facts, at }): Doubt => {
      const what = typeof facts['path'] === 'string' ? facts['path'].replace(/^case\./, '') : ''
      return { what, grade: 'unverified', confidence: undefined, reason: '', at }
    })
  const all = [...ofEstimates, ...ofMarks, ...ofPrices, ...unsourced]
  return all.sort((a, b) => byGrade(a.grade, b.grade) || (a.what < b.what ? -1 : 1))
}

/** What chance makes of one measure for a contract is one figure to doubt, of the worst grade among its numbers, for all their reasons. */
function togetherByFact(marks: readonly Mark[]): Mark[] {
  const together = new Map<string, Mark>()
  for (const mark of marks) {
    const path = /^case\.in-contract\.[^\]]*\]/.exec(mark.path)?.[0] ?? mark.path
    const known = path === mark.path ? undefined : together.get(path)
    const grade = [known?.grade ?? mark.grade, mark.grade].sort(byGrade)[0]!
    const reasons = new Set([...(known?.reason.split('; ') ?? []), ...mark.reason.split('; ')])
    together.set(path, { ...mark, path, at: known?.at ?? mark.at, grade, reason: [...reasons].join('; ') })
  }
  return [...together.values()]
}

const byGrade = (a: string, b: string): number => gradeOrder.indexOf(a) - gradeOrder.indexOf(b)
