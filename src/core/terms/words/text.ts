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
const closers = `[${strongClose}${atClose}]*`
const openers = `(?:${strongOpen}|${atOpen}[^${atMiddle}]*${atMiddle})*`

/** Words that must be seen first: an amount. */
export const strong = (text: string): string => strongOpen + text + strongClose

/** Words that come from one parameter of the terms. */
export const from = (path: string, text: string): string => atOpen + path + atMiddle + text + atClose

/** The text as it is read, without marks. */
export function plain(text: string): string {
  return text.replace(
    new RegExp(`${atOpen}[^${atMiddle}]*${atMiddle}|[${strongOpen}${strongClose}${atClose}]`, 'g'),
    '',
  )
}

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

function tidy(text: string): string {
  const once = text
    .replace(/ {2,}/g, ' ')
    .replace(new RegExp(`,(${closers}) *(${openers})([,.;:)])`, 'g'), '$1$2$3')
    .replace(new RegExp(`([.;:(])(${closers})(${openers}),`, 'g'), (all, stop: string, close: string, open: string) =>
      stop === '.' ? all : stop + close + open,
    )
    .replace(new RegExp(` +(${closers})([,.;:)])`, 'g'), '$1$2')
    .replace(new RegExp(`\\.(${closers})\\.(?!\\.)`, 'g'), '.$1')
    .trim()
  return once === text ? once : tidy(once)
}

function closed(text: string): string {
  const bare = text.replace(new RegExp(`,(${closers})$`), '$1')
  return /[.?!:]$/.test(plain(bare)) || bare === '' ? bare : `${bare}.`
}

function capital(text: string): string {
  const match = new RegExp(`^(${openers}[»“(]?)([a-zæøåé])`).exec(text)
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
