/**
 * Specimens of the price catalogue: a folder `catalogue` with a fault in it, or `asked.yaml` with a question put to one.
 *
 *     catalogue/prices.csv                                    read as a municipality's own catalogue, alone
 *     asked.yaml    price: { id: plads, on: 2024-01-01, price-year: 2024 }        put to it, or to the national one
 *     asked.yaml    index: { family: …, from: …, to: … }   discount: { guide: …, prices: … }   rule: { rule: …, figure: …, on: … }
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Day, type Place, type Problem, parseIsoDay } from '../src/core/base/index.ts'
import { type YamlMap, readYaml } from '../src/core/text/index.ts'
import {
  type Catalogue,
  discountGuide,
  indexed,
  presentValue,
  priceInYear,
  priceOn,
  ruleValue,
} from '../src/core/valuation/index.ts'
import { openCatalogue } from '../src/operations/index.ts'
import { projectFolder } from './sources.ts'

const national = join(projectFolder, 'catalogue')

export function isCatalogueSpecimen(path: string): boolean {
  return existsSync(join(path, 'catalogue')) || existsSync(join(path, 'asked.yaml'))
}

/** Every problem of the catalogue, and of what is asked of it. */
export function catalogueProblems(path: string): readonly Problem[] {
  const own = join(path, 'catalogue')
  const folders = existsSync(own) ? { national: '', local: own } : { national }
  const { catalogue, problems } = openCatalogue(folders)
  const asked = join(path, 'asked.yaml')
  if (!existsSync(asked)) return problems
  const { root } = readYaml(readFileSync(asked, 'utf8'), relative(projectFolder, asked))
  const entry = (root as YamlMap).entries[0]!
  return [...problems, ...answersTo(catalogue, entry.key, entry.value as YamlMap)]
}

function answersTo(catalogue: Catalogue, what: string, asked: YamlMap): readonly Problem[] {
  const field = (key: string): { text: string; at: Place } | undefined => {
    const value = asked.entries.find((entry) => entry.key === key)?.value
    return value?.kind === 'text' ? value : undefined
  }
  const text = (key: string): string => field(key)!.text
  const day = (key: string): Day => parseIsoDay(text(key))!
  if (what === 'price') {
    const { at } = field('id')!
    const priceYear = Number(text('price-year'))
    const { price, problems } = priceOn(catalogue, text('id'), { on: day('on'), priceYear, at })
    return [...problems, ...(price === undefined ? [] : priceInYear(catalogue, price, { priceYear, at }).problems)]
  }
  if (what === 'index') {
    const { at } = field('family')!
    const knownAt = field('known-at') === undefined ? {} : { knownAt: day('known-at') }
    const years = { from: Number(text('from')), to: Number(text('to')) }
    return indexed(catalogue, 100, { ...years, family: text('family'), ...knownAt, at }).problems
  }
  if (what === 'discount') {
    const { steps, problems } = discountGuide(catalogue, text('guide'), field('guide')!.at)
    const prices = text('prices') === 'current' ? 'current' : 'fixed'
    const found = presentValue(steps ?? [], [100], { prices, when: 'year-end', at: field('prices')!.at })
    return [...problems, ...found.problems]
  }
  const { at } = field('rule')!
  return ruleValue(catalogue, { rule: text('rule'), figure: text('figure'), on: day('on') }, { law: {}, at }).problems
}
