/**
 * A settlement as JSON, in pieces: of a million people it is longer than any one text can be.
 *
 *     { "to": …, "readings": [ { "answers": [ … ], "checksum": …, "statements": [ … ] } ], "problems": [ … ] }
 *
 * The statements are those that the checksum is of, moved to the right.
 */
import { type Locale, dayText } from '../core/base/index.ts'
import { type Statement, printChecksum, printPieces } from '../core/settlement/index.ts'
import { problemJson } from '../../locales/index.ts'
import { type ContractSettlement } from '../operations/index.ts'

/** Stands where the statements of a reading come. No text of a contract holds such a sign. */
const statementsHere = '\u0000'
const margin = ' '.repeat(8)

/** The text of every agreement, or of one by its number. */
export function* settlementJson(
  { to, knownAt, isSignable, readings, notTakenOff, problems }: ContractSettlement,
  { agreement, locale }: { agreement: number | undefined; locale: Locale },
): Generator<string> {
  const shown = readings.map(({ settled: { statements } }) =>
    agreement === undefined ? statements : [statements[agreement]!],
  )
  const around = {
    to: dayText(to),
    knownAt: dayText(knownAt),
    isSignable,
    notTakenOff,
    readings: readings.map(({ answers }, reading) => ({
      answers: answers.map(({ question, paste }) => ({
        code: question.code,
        key: question.facts.key,
        at: question.at,
        paste,
      })),
      checksum: printChecksum(shown[reading]!),
      statements: shown[reading]!.length === 0 ? [] : [statementsHere],
    })),
    problems: problems.map((one) => problemJson(one, locale)),
  }
  const [first = '', ...others] = JSON.stringify(around, undefined, 2).split(JSON.stringify(statementsHere))
  yield first
  const filled = shown.filter((statements) => statements.length > 0)
  for (const [index, text] of others.entries()) {
    yield* statementsJson(filled[index]!)
    yield text
  }
}

function* statementsJson(statements: readonly Statement[]): Generator<string> {
  for (const [index, statement] of statements.entries()) {
    if (index > 0) yield `,\n${margin}`
    for (const piece of printPieces(statement)) yield piece.replace(/\n$/, '').replaceAll('\n', `\n${margin}`)
  }
}
