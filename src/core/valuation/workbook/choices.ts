/**
 * The words to choose between in a cell, in the reader's language and as the case has them.
 *
 *     groups.all.success.of  ·  dem der gennemfører    ↔    completed
 *     costs.effort.kind      ·  drift                  ↔    running
 *
 * What a word means depends on its key, so each is looked up under the key, or the part of the case and the key. The words of the
 * case itself are understood in every language; so are capitals, and a comma may stand where Danish grammar wants one.
 */
import { type WorkbookWords } from './words.ts'

type Choices = WorkbookWords['choices'][string]

/** By `costs.kind`, `cap` or the like. */
function choicesAt(path: string, { choices, grades }: WorkbookWords): Choices {
  const parts = path.split('.').map((part) => part.replace(/(\[\d+\])+$/, ''))
  const key = parts.at(-1) ?? ''
  if (key === 'grade') return grades
  return choices[`${parts.at(-2) ?? ''}.${key}`] ?? choices[`${parts.at(-3) ?? ''}.${key}`] ?? choices[key] ?? {}
}

/** A word of the case as the cell shows it: `running` is `drift`. What has no other word stays. */
export const shownChoice = (path: string, code: string, words: WorkbookWords): string =>
  choicesAt(path, words)[code] ?? code

/** A word of the cell as the case has it, in whichever language it is; nothing where it is none of them. */
export function choiceIn(path: string, shown: string, all: readonly WorkbookWords[]): string | undefined {
  return all
    .flatMap((words) => Object.entries(choicesAt(path, words)))
    .find(([code, word]) => [code, word].some((one) => plain(one) === plain(shown)))?.[0]
}

const plain = (word: string): string => word.toLowerCase().replaceAll(',', '').replace(/\s+/g, ' ').trim()
