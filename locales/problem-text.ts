/**
 * A problem as its reader sees it: where, the spot, what is wrong, and what to paste.
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
  parseExact,
  parseIsoDay,
  plainFacts,
} from '../src/core/base/index.ts'
import { answerWords, questionWords } from '../src/core/terms/index.ts'
import { excerpt } from '../src/core/text/index.ts'
import { caseQuestions as danishCase } from './da/case-questions.ts'
import { problems as danish } from './da/problems.ts'
import { caseQuestions as englishCase } from './en/case-questions.ts'
import { problems as english } from './en/problems.ts'
import { dateText, listText, numberText, shareText } from './numbers.ts'
import { type CaseQuestion, type CaseQuestions } from './wording/case.ts'
import { type ProblemFacts, type ProblemSaid, type ProblemWords } from './wording/problems.ts'

const words: Record<Locale, ProblemWords> = { da: danish, en: english }
const caseQuestions: Record<Locale, CaseQuestions> = { da: danishCase, en: englishCase }

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

/** A problem in words, whole, as the command line prints it. `source` is the text of the problem's file, for the excerpt. */
export function problemText(found: Problem, locale: Locale, source?: string): string {
  const parts = problemParts(found, locale, source)
  const choices = parts.choices.length === 0 ? [] : [parts.lead, choiceLines(parts.choices)]
  return [parts.heading, parts.excerpt, parts.says, ...choices].filter((part) => part !== '').join('\n\n') + '\n'
}

/** A problem in words, part by part, for a page that lays them out itself. */
export function problemParts(found: Problem, locale: Locale, source?: string): ProblemParts {
  const language = words[locale]
  const { file, line, column, cell } = found.at
  const place = cell === undefined ? `${file}:${line}:${column}` : `${file} ${cell}`
  const said = saidOf(found, locale)
  const choices = found.choices.map(({ paste }) => ({ paste, means: said.means?.(paste) ?? '' }))
  return {
    heading: `${language.severities[found.severity]} [${found.code}] ${place}`,
    excerpt: source === undefined || source === '' || cell !== undefined ? '' : excerpt(source, found.at),
    says: said.says,
    lead: said.lead ?? language.leads[found.severity],
    choices,
  }
}

function saidOf(found: Problem, locale: Locale): ProblemSaid {
  if (found.code === 'edge-unsettled') return questionOf(found, locale)
  const all: Readonly<Record<string, (facts: ProblemFacts) => string | ProblemSaid>> = words[locale].problems
  // A problem of a newer program, say in a stored answer, is still told by its code.
  const said = all[found.code]?.(factsOf(found.facts, locale)) ?? found.code
  return typeof said === 'string' ? { says: said } : said
}

function questionOf({ facts, choices }: Problem, locale: Locale): ProblemSaid {
  const key = typeof facts['key'] === 'string' ? facts['key'] : ''
  const path = typeof facts['path'] === 'string' ? facts['path'] : ''
  if (path === 'case' || path.startsWith('case.')) return caseQuestionOf(key, path, locale)
  const pastes = choices.map(({ paste }) => paste)
  const question = questionWords(key, facts, locale, pastes)
  if (question === undefined) return { says: words[locale].unnamedQuestion(key) }
  return { says: `${question.question}\n${question.money}`, means: (paste) => answerWords(question, paste) }
}

/** The question at a key of a case and what each answer means, whether or not it is open; `path` is that of the record. */
export function caseQuestion(key: string, path: string, locale: Locale): CaseQuestion | undefined {
  const parts = path.split('.').map((part) => part.replace(/\[\d+\]$/, ''))
  const named = [parts.at(-1), parts.at(-2)].map((part) => caseQuestions[locale][`${part ?? ''}.${key}`])
  return named.find((one) => one !== undefined) ?? caseQuestions[locale][key]
}

/** A question of a business case: under the part of the case it stands in, or under its key alone. */
function caseQuestionOf(key: string, path: string, locale: Locale): ProblemSaid {
  const question = caseQuestion(key, path, locale)
  if (question === undefined) return { says: words[locale].unnamedQuestion(key) }
  const means = (paste: string): string | undefined => {
    const value = paste.slice(paste.indexOf(': ') + 2)
    const inside = Object.keys(question.answers).find((word) => new RegExp(`(^|[^a-z-])${word}($|[^a-z-])`).test(value))
    return question.answers[value] ?? (inside === undefined ? undefined : question.answers[inside])
  }
  return { says: `${question.question}\n${question.money}`, means }
}

const shownMost = 20

/** The facts in the reader's language. */
function factsOf(facts: Readonly<Record<string, Fact>>, locale: Locale): ProblemFacts {
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
    either: (name) => eitherText(items(name).map(quoted), words[locale].or),
    number: (name) => numberOf(exact(name), text(name), locale),
    share: (name) => {
      const value = exact(name)
      return value === undefined ? text(name) : shareText(value, locale)
    },
    day: (name) => {
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

/** The answers below each other, with what they mean in a column of its own. */
function choiceLines(choices: ProblemParts['choices']): string {
  const short = choices.map(({ paste }) => paste.length).filter((length) => length <= 48)
  const width = Math.max(0, ...short)
  return choices
    .map(({ paste, means }) => {
      const lines = paste.split('\n').map((line) => `    ${line}`)
      if (means === '') return lines.join('\n')
      const isLong = lines.length > 1 || paste.length > width
      return isLong ? `    # ${means}\n${lines.join('\n')}` : `    ${paste.padEnd(width)}    # ${means}`
    })
    .join('\n')
}

/** The codes that have words in a language. */
export function problemCodesWithWords(locale: Locale): string[] {
  return Object.keys(words[locale].problems)
}
