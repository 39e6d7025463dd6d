/** The text of a case as fields to fill in, each with its place and its path; nothing where the text is no YAML. */
import { type OutlineLeaf, type OutlineMap, leavesOf, outlineCase } from '../core/valuation/index.ts'

export type DraftOutline = { root: OutlineMap; leaves: ReadonlyMap<string, OutlineLeaf> }

export function outlineDraft(text: string): DraftOutline | undefined {
  const root = outlineCase(text)
  if (root === undefined) return undefined
  return { root, leaves: new Map(leavesOf(root).map((leaf) => [leaf.path, leaf])) }
}
