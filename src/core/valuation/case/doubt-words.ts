/** What a doubt is about in a reader's words: the item it belongs to, and what of the item. */
import { type Words } from '../../text/index.ts'
import { type CompiledCase } from './compiled.ts'

export type DoubtWords = { item: string; part: string }

/** `keys` are the names of a case's keys; `drawn` is what is said of all that a draw makes for the contract. */
export type KeyWords = { locale: keyof Words; keys: Readonly<Record<string, string>>; drawn: string }

/**
 * `consequences.shelter.with[0].share` is `{ item: 'Stays in shelters', part: 'With the effort, course 1 · Share' }`. An estimate and a
 * price are items by themselves, with no part. What is drawn for the contract has the contract's name of what is measured.
 */
export function wordsOfDoubt(what: string, compiled: CompiledCase, { locale, keys, drawn }: KeyWords): DoubtWords {
  const { file, estimates, prices } = compiled
  const whole =
    estimates.find(({ name }) => name === what)?.label ?? prices.find(({ price }) => price.id === what)?.price.label
  if (whole !== undefined) return { item: whole[locale], part: '' }
  const [top = '', name = '', ...rest] = what.split('.')
  const said = (parts: readonly string[]) => wordsOfKeys(parts, keys)
  if (top === 'in-contract') {
    const measure = measureAt(name, compiled)
    return {
      item: drawn,
      part: measure === undefined ? said([name]) : `${said(['measure'])} ${quoted(measure, locale)}`,
    }
  }
  const label =
    top === 'groups'
      ? file.groups.get(name)?.label
      : top === 'costs'
        ? file.costs.get(name)?.label
        : top === 'consequences'
          ? file.consequences.get(name)?.label
          : top === 'finance' && (name === 'investor' || name === 'pool')
            ? file.finance[name]?.label
            : undefined
  return label === undefined
    ? { item: said(what.split('.')), part: '' }
    : { item: label[locale], part: said(rest.map((part, index) => pricePart(part, rest[index - 1]) ?? part)) }

  /** A price of the repayment has no label: it is told by what it is paid for, and for whom. */
  function pricePart(part: string, before: string | undefined): string | undefined {
    if (top !== 'finance' || before !== 'prices' || (name !== 'investor' && name !== 'pool')) return undefined
    const price = file.finance[name]?.repayment.prices?.get(part)
    if (price === undefined) return undefined
    const whom = price.for ?? [...file.groups.keys()]
    return [keys[price.per] ?? price.per, ...whom.map((group) => file.groups.get(group)?.label[locale] ?? group)].join(
      ', ',
    )
  }
}

/** `with[0]`, `share` is "With the effort, course 1 · Share"; a part that is no key stands as it is. */
export function wordsOfKeys(parts: readonly string[], keys: Readonly<Record<string, string>>): string {
  const words = parts.map((part) => {
    const [, name = '', list = ''] = /^([^[]*)((?:\[\d+\])*)$/.exec(part) ?? []
    const number = [...list.matchAll(/\d+/g)].map(([digits]) => ` ${Number(digits) + 1}`).join('')
    return (keys[name] ?? name) + number
  })
  return words.join(' · ').trim()
}

/** `facts[1]` is the second measure that is drawn. */
function measureAt(place: string, { file }: CompiledCase): string | undefined {
  const index = /^facts\[(\d+)\]/.exec(place)?.[1]
  return index === undefined ? undefined : file.inContract?.facts?.[Number(index)]?.measure
}

const quoted = (name: string, locale: keyof Words): string => (locale === 'da' ? `»${name}«` : `“${name}”`)
