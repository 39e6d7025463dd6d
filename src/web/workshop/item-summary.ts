/** One figure of an item, so that a closed one still says what it is. */
import { type Locale } from '../../core/base/index.ts'
import { type Catalogue, type OutlineLeaf, type OutlineNode } from '../../core/valuation/index.ts'
import { shownValue } from '../parts/typed-value.ts'
import { type Names, unitWord } from './field-names.ts'
import { leafIn } from './item-text.ts'
import { titleFor } from './named.ts'

type Known = { currency: string; names: Names; catalogue: Catalogue }

export function summaryOf(node: OutlineNode, of: string, known: Known, locale: Locale): string {
  const say = (leaf: OutlineLeaf | undefined, kind: 'money' | 'figure' | 'length') => {
    if (leaf === undefined || leaf.text === 'undecided') return ''
    const { text, unit } = shownValue(leaf.text, kind, locale)
    const word = unitWord(unit, known.currency, locale)
    if (unit === 'kr' && locale === 'en') return `${word} ${text}`
    return unit === '' ? titleFor(text, known.names['estimate-names']) : `${text} ${word}`
  }
  if (of === 'costs') return say(leafIn(node, 'amount'), 'money')
  if (of === 'groups') return say(leafIn(node, 'course'), 'length')
  if (of === 'consequences') {
    const price = leafIn(node, 'price')?.text ?? ''
    return known.catalogue.prices.get(price)?.at(-1)?.label[locale] ?? price
  }
  if (of !== 'estimates') return ''
  return ['low', 'likely', 'high', 'is']
    .map((key) => say(leafIn(node, key), 'figure'))
    .filter((one) => one !== '')
    .join(' – ')
}
