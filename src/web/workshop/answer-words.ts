/**
 * An answer as the text has it in the words of the reader.
 *
 *     weeks-before: 200                                  langvarigt ledige (200)
 *     { rule: refund-ladder, weeks-before: 200 }         efter refusionstrappen (uger på forsørgelse før: 200)
 *     { poisson: 1.5 }                                   et tilfældigt antal måneder med dette gennemsnit (1,5)
 */
import { caseQuestion, workshopWords } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { shownValue } from '../parts/typed-value.ts'
import { type FieldsInput, type Named, above, fieldName, lastKey, listOf, unitWord } from './field-names.ts'
import { titleFor } from './named.ts'

type Words = Pick<FieldsInput, 'locale' | 'names'> & { currency?: string }

/** Of the key at `path`. What has no words stays as it is in the text. */
export function answerWords(path: string, answer: string, input: Words): string {
  const pairs = /^\{(.*)\}$/
    .exec(answer)?.[1]
    ?.split(',')
    .map((pair) => pair.trim().split(/:\s*/))
  return pairs === undefined ? wordOf(path, answer, input) : recordWords(path, answer, pairs, input)
}

function wordOf(path: string, answer: string, { locale, currency, names }: Words): string {
  const means = meaning(path, answer, locale)
  const { text, unit } = shownValue(answer, 'figure', locale)
  const figure = unit === '' ? text : `${text} ${unitWord(unit, currency ?? '', locale)}`
  if (means !== undefined) return /^-?\d/.test(answer) ? `${means} (${figure})` : means
  const list = listOf(path, '')
  return list === undefined ? figure : titleFor(answer, names[list])
}

function recordWords(path: string, answer: string, pairs: readonly string[][], input: Words): string {
  const { locale } = input
  const means = pairs.flatMap(([key = '', value = '']) => [
    ...known(meaning(path, value, locale), { key, isAll: true }),
    ...known(meaning(path, key, locale), { key, isAll: false }),
  ])[0]
  if (means === undefined) return answer
  const details = pairs.flatMap(([key = '', value = '']) => {
    if (value === 'undecided' || (key === means.key && means.isAll)) return []
    const said = wordOf(`${path}.${key}`, value, input)
    const name = fieldName(`${path}.${key}`, locale)
    return key === means.key ? [said] : [`${name.charAt(0).toLowerCase()}${name.slice(1)}: ${said}`]
  })
  return details.length === 0 ? means.words : `${means.words} (${details.join(', ')})`
}

/** `isAll` where the value itself is what is meant, and not only its key. */
type Meant = { words: string; key: string; isAll: boolean }
const known = (words: string | undefined, of: Omit<Meant, 'words'>): Meant[] =>
  words === undefined ? [] : [{ words, ...of }]

/** What can be typed in a field by its title: what it can name, and the words that can stand in the place of a number. */
export function namesAt(path: string, kind: string, choices: readonly string[], { locale, names }: Words): Named[] {
  const list = listOf(path, kind)
  const words = choices.flatMap((name) => {
    const means = /^[a-z-]+$/.test(name) ? meaning(path, name, locale) : undefined
    return means === undefined ? [] : [{ name, words: means }]
  })
  return [...(list === undefined ? [] : names[list]), ...words]
}

/** What a word means as an answer at a path: by its question, or by the workshop. */
function meaning(path: string, word: string, locale: Locale): string | undefined {
  const { answers } = workshopWords[locale]
  const key = lastKey(path)
  return caseQuestion(key, above(path), locale)?.answers[word] ?? answers[`${key}.${word}`] ?? answers[word]
}

/** A remedy in words: `borne-by: family` as »Betales af: Familieafdelingen«. Nothing where there are no words for it. */
export function remedyWords(of: string, paste: string, input: Words): string | undefined {
  const [, key, value] = /^([a-z][a-z-]*): ([^\n]+)$/.exec(paste) ?? []
  const path = key === undefined || key === lastKey(of) ? of : `${of}.${key}`
  const plain = value ?? paste
  const said = answerWords(path, plain, input)
  if (said === plain && (key === undefined || /^[a-z-]+$/.test(plain))) return undefined
  return key === undefined ? said : `${fieldName(path, input.locale)}: ${said}`
}
