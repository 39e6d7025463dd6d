/** What an item of the case says of itself: its leaves and its label. */
import { type Locale } from '../../core/base/index.ts'
import { type OutlineLeaf, type OutlineNode } from '../../core/valuation/index.ts'

export function leafIn(node: OutlineNode | undefined, key: string): OutlineLeaf | undefined {
  const found = node?.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.node : undefined
  return found?.kind === 'leaf' ? found : undefined
}

export function labelOf(node: OutlineNode, locale: Locale): string | undefined {
  const label = node.kind === 'map' ? node.entries.find(({ key }) => key === 'label')?.node : undefined
  const text = leafIn(label, locale)?.text ?? ''
  return text === '' ? undefined : text
}
