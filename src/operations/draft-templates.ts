/**
 * What is written when somebody adds something to the text of a case: as little as there must be, with `undecided` where a number
 * is still to be agreed. No answer that moves a result is written here; those are asked.
 */
import { plainYaml } from '../core/text/index.ts'

/** A case with nothing in it yet. */
export const emptyCase = `bundlinje-case: "1.0"
title: { da: Ny sag, en: New case }
currency: DKK
price-year: undecided
prices: undecided
starts: undecided
years: undecided
discounting: { guide: fm-2023, when: undecided }
estimates: {}
groups: {}
costs: {}
consequences: {}
finance:
  chosen: undecided
`

/** How the case is tied to its contract names what the contract names, and is begun in the text; no template could say it. */
export const isOnlyInText = (path: string): boolean => /^case\.in-contract(\..*)?$/.test(path)

type Named = { name: string; key: string; as: string }

const labelled = (name: string): string => `label: { da: ${plainYaml(name)}, en: ${plainYaml(name)} }`

const price = ['price: ""']
const consequenceWays: Readonly<Record<string, string[]>> = {
  amount: ['change: { per-year: undecided }'],
  units: [...price, 'change: { units-per-year: undecided }'],
  years: ['change: { by-year: [undecided] }'],
  use: [...price, 'without: [{ units: undecided }]', 'with: [{ steps: [{ units: undecided }] }]'],
}

const estimateWays: Readonly<Record<string, string[]>> = {
  range: ['low: undecided', 'likely: undecided', 'high: undecided'],
  is: ['is: undecided'],
}

/** The value of a new named thing; `as` is the manner in which a consequence or an estimate is stated. */
export function namedItem(path: string, { name, key, as }: Named): string {
  const label = labelled(name)
  switch (path) {
    case 'groups':
      return [
        label,
        'plan: [{ people: undecided, from: 1, months: undecided }]',
        'course: undecided',
        'success:',
        '  label: { da: "", en: "" }',
        '  rate: undecided',
        '  within: undecided',
      ].join('\n')
    case 'costs':
      return [label, as === 'minutes' ? 'minutes: undecided' : 'amount: undecided', 'source: ""'].join('\n')
    case 'consequences':
      return [label, `heading: ${key}`, ...(consequenceWays[as] ?? consequenceWays['amount']!), 'source: ""'].join('\n')
    case 'estimates':
      return [label, ...(estimateWays[as] ?? estimateWays['range']!), 'source: ""'].join('\n')
    case 'departments':
      return `{ ${label} }`
    default:
      return path.endsWith('.prices') ? '{ amount: undecided }' : 'undecided'
  }
}

/** One more of a list. */
export const itemKinds: Readonly<Record<string, string>> = {
  plan: '{ people: undecided, from: 1, months: undecided }',
  without: '{ units: undecided }',
  with: '{ steps: [{ units: undecided }] }',
  steps: '{ units: undecided }',
  others: '{ as: undecided, use: [{ units: undecided }] }',
  use: '{ units: undecided }',
  'use-with': '{ units: undecided }',
  instalments: '{ month: undecided, amount: undecided }',
  'savings-followed': '{ year: undecided, amount: undecided }',
  correlations: '{ between: [], is: undecided }',
}

const words = '{ da: "", en: "" }'
const texts = new Set(['source', 'contract', 'heading', 'price', 'index', 'by', 'data', 'column'])
const inlines: Readonly<Record<string, string>> = {
  label: words,
  criteria: words,
  note: words,
  effort: words,
  how: words,
  for: '[]',
  'only-with': '[]',
  owners: '{}',
  payers: '{}',
  prices: '{}',
  departments: '{}',
  change: '{ per-year: undecided }',
  'own-price': '{ amount: undecided, per: undecided, price-year: undecided }',
  refund: '{ rule: undecided }',
  household: '{ as: undecided, others: [] }',
  dropout: '{ share: undecided }',
  delay: '{ poisson: undecided }',
  cashable: '{ share: undecided }',
  'finding-out': '{ cost: undecided }',
  'by-year': '[undecided]',
  'signed-off': '{}',
}

const financing = [`label: ${words}`, 'repayment:', '  through: undecided'].join('\n')
const financingInline = `{ label: ${words}, repayment: { through: undecided } }`

/** What stands at a key that somebody adds, in a map of one line and in one of several. */
export function addedValue(path: string, key: string): { inline: string; block: string } {
  if (path === 'finance' && (key === 'investor' || key === 'pool')) return { inline: financingInline, block: financing }
  const item = itemKinds[key]
  const value = inlines[key] ?? (item === undefined ? (texts.has(key) ? '""' : 'undecided') : `[${item}]`)
  return { inline: value, block: value }
}
