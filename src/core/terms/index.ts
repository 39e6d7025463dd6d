/**
 * The agreement as data: read it, find what is wrong with it, say it in words, amend it.
 *
 * Terms are a small closed vocabulary in YAML. `readTerms` turns the text into an `Agreement` whose every node knows its
 * place; what cannot run is wrong, what may not be signed is unsettled, and every unsettled question carries its
 * answers. Nothing here knows people, facts or the time.
 */
export {
  type ReadTerms,
  type TermsReading,
  isUnsettled,
  isWrong,
  readTerms,
  readingsOf,
  withChoice,
  withEdits,
} from './read.ts'
export {
  type Agreement,
  type Exit,
  type Goal,
  type Group,
  type Limit,
  type LimitWay,
  type Measure,
  type MeasureKind,
  type Party,
  type Payers,
  type Payment,
  type People,
  type Schedule,
  type Security,
  type Settlement,
  languageVersion,
  wayOfLimit,
} from './agreement.ts'
export * as expressions from './expression.ts'
export {
  type Amendment,
  type SourceText,
  type TermsInForce,
  type TermsVersion,
  readVersions,
  versionFor,
  versionsInForce,
} from './amend.ts'
export { isOfOccasion } from './occasion.ts'
export { type PeopleColumn, peopleColumns } from './people-columns.ts'
export { attributesAsked } from './rows.ts'
export { unitOfGoal, unitsByPath } from './units-by-path.ts'
export { childrenOf, expressionsOf, isCondition, walk } from './walk.ts'
export {
  type AnnexClause,
  type AnnexPart,
  type AnnexSentence,
  type CountedUnit,
  answerWords,
  calendarWords,
  clauseAt,
  questionWords,
  wordsOf,
} from './words/index.ts'
