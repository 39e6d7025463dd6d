/** What an item of the case says of itself: its leaves, its label, and one figure of it. */
import { type Locale } from '../../core/base/index.ts'
import { type OutlineLeaf, type OutlineNode } from '../../core/valuation/index.ts'
import { shownValue } from '../parts/typed-value.ts'
import { unitWord } from './field-names.ts'

export function leafIn(node: OutlineNode | undefined, key: string): OutlineLeaf | undefined {
  const found = node?.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.node : undefined
  return found?.kind === 'leaf' ? found : undefined
}

export function labelOf(node: OutlineNode, locale: Locale): string | undefined {
  const label = node.kind === 'map' ? node.entries.find(({ key }) => key === 'label')?.node : undefined
  const text = leafIn(label, locale)?.text ?? ''
  return text === '' ? undefined : text
}

/** One figure of the item, so that a closed one still says what it is. */
export function summaryOf(node: OutlineNode, of: string, currency: string, locale: Locale): string {
  const say = (leaf: OutlineLeaf | undefined, kind: 'money' | 'figure' | 'length') => {
    if (leaf === undefined || leaf.text === 'undecided') return ''
    const { text, unit } = shownValue(leaf.text, kind, locale)
    const word = unitWord(unit, currency, locale)
    if (unit === 'kr' && locale === 'en') return `${word} ${text}`
    return unit === '' ? text : `${text} ${word}`
  }
  if (of === 'costs') return say(leafIn(node, 'amount'), 'money')
  if (of === 'groups') return say(leafIn(node, 'course'), 'length')
  if (of === 'consequences') return leafIn(node, 'price')?.text ?? ''
  if (of !== 'estimates') return ''
  return ['low', 'likely', 'high', 'is']
    .map((key) => say(leafIn(node, key), 'figure'))
    .filter((one) => one !== '')
    .join(' – ')
}
