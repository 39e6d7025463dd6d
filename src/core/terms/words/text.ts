/**
 * Sentences under construction: plain text with marks in it, made into parts at the very end.
 *
 *     `${day}, betales ${strong('72.000 kr.')}`  →  parts: text, strong; plain: "…, betales 72.000 kr."
 *
 * The marks are single characters that no contract can hold, so that phrases are put together as ordinary texts.
 * A phrase that ends in a subordinate clause brings its closing comma along; what is one too many is taken out here.
 */
import { type Place } from '../../base/index.ts'

/** A piece of a sentence. `at` is the path of the parameter the words come from. */
export type AnnexPart = { text: string } | { strong: string; at?: string } | { at: string; text: string }

export type AnnexSentence = { text: string; parts: AnnexPart[]; path: string; at: Place; small: boolean }

/** A sentence not yet finished: marked text, where it comes from, and whether it is small print. */
export type Draft = { text: string; path: string; at: Place; small: boolean }

/** The no-break space between a number and what it counts. */
export const gap = '\u00a0'

const [strongOpen, strongClose, atOpen, atMiddle, atClose] = ['\uE000', '\uE001', '\uE002', '\uE003', '\uE004']
const [nameOpen, nameClose] = ['\uE005', '\uE006']
const closers = `[${strongClose}${atClose}]*`
const openers = `(?:${strongOpen}|${atOpen}[^${atMiddle}]*${atMiddle})*`

/** Words that must be seen first: an amount. */
export const strong = (text: string): string => strongOpen + text + strongClose

/** Words that come from one parameter of the terms. */
export const from = (path: string, text: string): string => atOpen + path + atMiddle + text + atClose

const marks = new RegExp(`${atOpen}[^${atMiddle}]*${atMiddle}|[${strongOpen}${strongClose}${atClose}]`, 'g')

/** The text as it is read, without marks. */
export const plain = (text: string): string => text.replace(marks, '')

/** A name still to be given: names are given in the order in which a clause is read, which is not that of telling it. */
export const nameless = (number: number): string => nameOpen + String(number) + nameClose

/** The drafts with their names: the first met becomes A, the next B. */
export function withNames(drafts: readonly Draft[], nameOf: (letter: string) => string): Draft[] {
  const given = new Map<string, string>()
  const name = (key: string): string => {
    const known = given.get(key) ?? nameOf(letterOf(given.size))
    given.set(key, known)
    return known
  }
  return drafts.map((draft) => ({ ...draft, text: draft.text.replace(names, name) }))
}

const names = new RegExp(`${nameOpen}\\d+${nameClose}`, 'g')

/** A … Z, then AA, AB … */
const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** A list in a sentence: `a, b og c`. */
export function inList(items: readonly string[], and: string): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and} ${last}`
}

/** Marked text as a whole sentence: a capital first, one full stop last, no comma too many. */
export function finished(draft: Draft): AnnexSentence {
  const parts = partsOf(capital(closed(tidy(draft.text))))
  return { text: parts.map(wordsOfPart).join(''), parts, path: draft.path, at: draft.at, small: draft.small }
}

const wordsOfPart = (part: AnnexPart): string => ('strong' in part ? part.strong : part.text)

const commaBeforeStop = new RegExp(`,(${closers}) *(${openers})([,.;:)])`, 'g')
const commaAfterStop = new RegExp(`([;:(])(${closers})(${openers}),`, 'g')
const spaceBeforeStop = new RegExp(` +(${closers})([,.;:)])`, 'g')
const stopTwice = new RegExp(`\\.(${closers})\\.(?!\\.)`, 'g')

function tidy(text: string): string {
  const once = text
    .replace(/ {2,}/g, ' ')
    .replace(commaBeforeStop, '$1$2$3')
    .replace(commaAfterStop, '$1$2$3')
    .replace(spaceBeforeStop, '$1$2')
    .replace(stopTwice, '.$1')
    .trim()
  return once === text ? once : tidy(once)
}

const commaLast = new RegExp(`,(${closers})$`)

function closed(text: string): string {
  const bare = text.replace(commaLast, '$1')
  return /[.?!:]$/.test(plain(bare)) || bare === '' ? bare : `${bare}.`
}

const firstLetter = new RegExp(`^(${openers}[»“(]?)([a-zæøåé])`)

function capital(text: string): string {
  const match = firstLetter.exec(text)
  if (match === null) return text
  const [found, before = '', letter = ''] = match
  // The path inside a mark is not a letter of the sentence.
  return before + letter.toUpperCase() + text.slice(found.length)
}

function partsOf(text: string): AnnexPart[] {
  const parts: AnnexPart[] = []
  const paths: string[] = []
  let isStrong = false
  const add = (words: string) => {
    if (words === '') return
    const path = paths.at(-1)
    if (isStrong) parts.push({ strong: words, ...(path === undefined ? {} : { at: path }) })
    else parts.push(path === undefined ? { text: words } : { at: path, text: words })
  }
  let rest = text
  for (;;) {
    const next = rest.search(/[\uE000-\uE004]/)
    if (next < 0) break
    add(rest.slice(0, next))
    const mark = rest[next]
    rest = rest.slice(next + 1)
    if (mark === strongOpen || mark === strongClose) isStrong = mark === strongOpen
    else if (mark === atClose) paths.pop()
    else {
      const middle = rest.indexOf(atMiddle)
      paths.push(rest.slice(0, middle))
      rest = rest.slice(middle + 1)
    }
  }
  add(rest)
  return parts
}
