/**
 * `facts/reading.yaml`: how to read the CSV files of one agreement, where a file alone cannot say.
 *
 *     numbers: danish            # or international
 *     dates: day-month-year      # or month-day-year
 *     shares: percent            # or fraction
 *     columns: { person_id: id } # the file's own names, each with ours
 */
import { type Problem, problem } from '../core/base/index.ts'
import { type ReadingRules, unstatedRules } from '../core/measurement/index.ts'
import { type SourceText } from '../core/terms/index.ts'
import { type YamlNode, readYaml } from '../core/text/index.ts'

const known = {
  numbers: ['danish', 'international'],
  dates: ['day-month-year', 'month-day-year'],
  shares: ['percent', 'fraction'],
} as const

/** Reads the rules. Problems: those of YAML, reading-rule-unknown. */
export function readReadingRules(source: SourceText | undefined): { rules: ReadingRules; problems: Problem[] } {
  if (source === undefined) return { rules: unstatedRules, problems: [] }
  const { root, problems } = readYaml(source.text, source.file)
  const rules: Record<string, unknown> = { ...unstatedRules }
  const refuse = (node: YamlNode, key: string, words: readonly string[]) => {
    problems.push(problem('reading-rule-unknown', 'wrong', node.at, { key, known: [...words] }))
  }
  if (root?.kind !== 'map') return { rules: unstatedRules, problems }
  for (const { key, value } of root.entries) {
    if (key === 'columns' && value.kind === 'map') {
      rules.columns = Object.fromEntries(
        value.entries.map((entry) => [entry.key, entry.value.kind === 'text' ? entry.value.text : '']),
      )
    } else if (key in known) {
      const words: readonly string[] = known[key as keyof typeof known]
      if (value.kind === 'text' && words.includes(value.text)) rules[key] = value.text
      else refuse(value, key, words)
    } else refuse(value, key, [...Object.keys(known), 'columns'])
  }
  return { rules: rules as ReadingRules, problems }
}
