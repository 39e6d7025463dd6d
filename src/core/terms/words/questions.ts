/**
 * The questions that terms may leave open, as a lawyer would ask them, with what each answer means.
 *
 *     questionWords('overlap', { path: 'terms.measures.shelter' }, 'da').question
 *       → "Hvordan tæller det, når to perioder er registreret for samme døgn?"
 *
 * One key may ask different things in different places: `counted` asks of people who counts, and of a cap on return how
 * interest is reckoned. The place, or else the answers offered, tell which.
 */
import { type Fact } from '../../base/index.ts'
import { danish } from './da/index.ts'
import { english } from './en/index.ts'
import { type QuestionWords, type Questions } from './wording.ts'

/** Places in which a key asks something of its own; the last two are those of a fund. */
const ownPlaces = [
  ...['limits', 'goals', 'measures', 'exit', 'payers', 'settlement', 'payments', 'people', 'events'],
  ...['guarantee', 'return-cap'],
]

/**
 * The words of an open question. `facts` are those of the problem; `pastes` are the answers it offers, which tell two
 * questions of one key apart where the path cannot. Without words of its own a key is asked about by its name.
 */
export function questionWords(
  key: string,
  facts: Readonly<Record<string, Fact>>,
  locale: 'da' | 'en',
  pastes: readonly string[] = [],
): QuestionWords | undefined {
  const { questions }: { questions: Questions } = locale === 'da' ? danish : english
  const found = candidates(key, typeof facts['path'] === 'string' ? facts['path'] : '').flatMap(
    (name) => questions[name] ?? [],
  )
  const fitting = found.find(
    (each) => pastes.length > 0 && pastes.every((paste) => answerWords(each, paste) !== undefined),
  )
  return fitting ?? found[0]
}

/** What an answer means: by the whole text, by its value, by its key, or by the first of its words that stands in it. */
export function answerWords(question: QuestionWords, paste: string): string | undefined {
  const { answers } = question
  const split = paste.indexOf(': ')
  const [head, value] = split < 0 ? [paste, paste] : [paste.slice(0, split), paste.slice(split + 2)]
  const inside = Object.keys(answers).find((word) => new RegExp(`(^|[^a-zø-])${word}($|[^a-zø-])`).test(paste))
  return answers[paste] ?? answers[value] ?? answers[head] ?? (inside === undefined ? undefined : answers[inside])
}

/** The names under which a question may be kept, the most particular first. */
function candidates(key: string, path: string): string[] {
  const [, place = '', , ...deeper] = path.split('.')
  const ofPlace = ownPlaces.includes(place.replace(/\[\d+\]$/, '')) && deeper.length === 0
  const own = ofPlace ? [`${place.replace(/\[\d+\]$/, '')}.${key}`] : []
  const last = (deeper.at(-1) ?? '').replace(/\[\d+\]$/, '')
  return [...own, `${last}.${key}`, key, ...others.filter((name) => name.endsWith(`.${key}`))]
}

/** Questions that only the answers offered can tell from another of the same key. */
const others = Object.keys(danish.questions).filter((name) => name.includes('.'))
