/**
 * How a problem is told, whatever the words: where, the spot, what is wrong, and what to paste.
 *
 *     Fejl [threshold-stated-twice] contracts/aarhus-diabetes/terms.yaml:5:12
 *
 *         4 |     measured: HbA1c cut by at least 8.5 %
 *         5 |     share: at least 31 %
 *           |            ^^^^^^^^^^^^^
 *
 *     Andelen og antallet passer ikke sammen: …
 *
 *     Vælg, hvad der gælder:
 *
 *         decided-by: count    # nået fra 50
 */
import {
  type Exact,
  type Fact,
  type Locale,
  type PlainFact,
  type Problem,
  dayText,
  parseExact,
  parseIsoDay,
  plainFacts,
} from '../src/core/base/index.ts'
import { excerpt } from '../src/core/text/index.ts'
import { dateText, listText, numberText, shareText } from './numbers.ts'
import { type ProblemFacts, type ProblemSaid, type SomeProblemWords } from './wording/problems.ts'

/** The words for some problems in both languages, and those for a question that is left open. */
export type ProblemSpeech = {
  words: Record<Locale, SomeProblemWords>
  questionOf: (found: Problem, locale: Locale) => ProblemSaid | undefined
}

export type ProblemParts = {
  /** `Fejl [clause-twice] terms.yaml:12:5` */
  heading: string
  /** The line of the spot with its neighbours; nothing where the text is not at hand. */
  excerpt: string
  says: string
  /** What can be pasted, each with what it means where that needs saying, and the words before them. */
  lead: string
  choices: { paste: string; means: string }[]
}

/** A problem in words, part by part, for a page that lays them out itself. `source` is the text of its file, for the excerpt. */
export function partsOfProblem(found: Problem, locale: Locale, speech: ProblemSpeech, source?: string): ProblemParts {
  const language = speech.words[locale]
  const { file, line, column, cell } = found.at
  const place = cell === undefined ? `${file}:${line}:${column}` : `${file} ${cell}`
  const said = saidOf(found, locale, speech)
  const choices = found.choices.map(({ paste }) => ({ paste, means: said.means?.(paste) ?? '' }))
  return {
    heading: `${language.severities[found.severity]} [${found.code}] ${place}`,
    excerpt: source === undefined || source === '' || cell !== undefined ? '' : excerpt(source, found.at),
    says: said.says,
    lead: said.lead ?? language.leads[found.severity],
    choices,
  }
}

/** The facts of a problem as JSON has them: a day, which is a number within the program, becomes `2024-12-31`. */
export function plainFactsOf(found: Problem, speech: ProblemSpeech): Record<string, PlainFact> {
  const days = new Set<string>()
  // The words know which facts are days.
  saidOf(found, 'en', speech, (name) => void days.add(name))
  const plain = plainFacts(found.facts)
  return Object.fromEntries(
    Object.entries(plain).map(([name, fact]) => [
      name,
      days.has(name) && typeof fact === 'number' ? dayText(fact) : fact,
    ]),
  )
}

type OnDay = (name: string) => void

function saidOf(found: Problem, locale: Locale, speech: ProblemSpeech, onDay?: OnDay): ProblemSaid {
  const language = speech.words[locale]
  if (found.code === 'edge-unsettled') {
    const { key } = found.facts
    return speech.questionOf(found, locale) ?? { says: language.unnamedQuestion(typeof key === 'string' ? key : '') }
  }
  const facts = factsOf(found.facts, locale, language.or, onDay)
  // A problem of a newer program, say in a stored answer, is still told by its code.
  const words = language.problems[found.code]?.(facts) ?? found.code
  const said = typeof words === 'string' ? { says: words } : words
  const { rowsAlike, linesAlike } = found.facts
  if (typeof rowsAlike !== 'number' || !Array.isArray(linesAlike)) return said
  const more = rowsAlike - linesAlike.length
  return {
    ...said,
    says: `${said.says}\n${language.alike(facts.number('rowsAlike'), facts.items('linesAlike'), more)}`,
  }
}

const shownMost = 20

/** The facts in the reader's language. */
function factsOf(
  facts: Readonly<Record<string, Fact>>,
  locale: Locale,
  or: string,
  onDay: OnDay = () => {},
): ProblemFacts {
  const plain = plainFacts(facts)
  const text = (name: string): string => textOf(plain[name], locale)
  const items = (name: string): readonly string[] => {
    const fact = plain[name]
    return Array.isArray(fact) ? fact.map((item: PlainFact) => textOf(item, locale)) : []
  }
  const exact = (name: string): Exact | undefined => parseExact(text(name))
  const [open, close] = locale === 'da' ? ['»', '«'] : ['“', '”']
  const quoted = (item: string): string => open + item + close
  return {
    text,
    items,
    listed: (name) => {
      const all = items(name).map(quoted)
      return all.length <= shownMost ? listText(all, locale) : `${all.slice(0, shownMost).join(', ')} …`
    },
    either: (name) => eitherText(items(name).map(quoted), or),
    number: (name) => numberOf(exact(name), text(name), locale),
    share: (name) => {
      const value = exact(name)
      return value === undefined ? text(name) : shareText(value, locale)
    },
    day: (name) => {
      onDay(name)
      const day = typeof plain[name] === 'number' ? plain[name] : parseIsoDay(text(name))
      return day === undefined ? text(name) : dateText(day, locale)
    },
    is: (name) => plain[name] === true,
  }
}

function eitherText(items: readonly string[], or: string): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${or} ${items.at(-1) ?? ''}`
}

const numberOf = (value: Exact | undefined, text: string, locale: Locale): string =>
  value === undefined ? text : numberText(value, locale)

function textOf(fact: PlainFact | undefined, locale: Locale): string {
  if (fact === undefined) return ''
  if (typeof fact !== 'object') return String(fact)
  // A text in both languages.
  if (!Array.isArray(fact) && 'da' in fact && 'en' in fact) return textOf(fact[locale], locale)
  return JSON.stringify(fact)
}
