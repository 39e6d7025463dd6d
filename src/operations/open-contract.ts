/**
 * Opening a contract: terms in force, the people, the facts, the statements issued, and every problem on the way.
 *
 * Nothing is decided here. Facts are read once and can then be looked at as of any day.
 */
import { type Problem, type TextEdit, currencyOf, problem, sortProblems } from '../core/base/index.ts'
import { type Measurement, readMeasurement } from '../core/measurement/index.ts'
import { type IssuedStatement } from '../core/settlement/index.ts'
import { type SourceText, type TermsInForce, isUnsettled, readVersions, withEdits } from '../core/terms/index.ts'
import {
  type ContractFolder,
  type FolderChoice,
  type ParameterTable,
  type UnreadFile,
  readContractFolder,
  namesKnown,
  readIssuedStatements,
  readParameterTable,
  readReadingRules,
} from '../files/index.ts'

/** One way to read the terms: an answer to each open question. Settled terms have one reading, without answers. */
export type TermsReading = { answers: { question: Problem; paste: string }[]; terms: TermsInForce }

export type OpenContract = {
  folder: ContractFolder
  /** The terms as they are written, with every problem in them. */
  terms: TermsInForce
  readings: TermsReading[]
  /** Nothing wrong and nothing unsettled in the terms; people, facts and statements are held to it by a settlement. */
  isSignable: boolean
  /** Missing when the terms are wrong, since they say what facts mean. */
  measurement: Measurement | undefined
  issued: IssuedStatement[]
  parameters: ParameterTable | undefined
  /** Of the terms and of the files, in order of place. */
  problems: Problem[]
}

/** Opens the contract in a folder; nothing where there is none. */
export function openContract(path: string, choice: FolderChoice = {}): OpenContract | undefined {
  const folder = readContractFolder(path, choice)
  if (folder === undefined) return undefined
  const terms = readVersions(folder.terms, folder.amendments, folder.settings)
  const readings = readingsOf(folder, terms)
  const first = readings[0]?.terms.versions.at(-1)?.agreement
  const problems = [...terms.problems, ...folder.unread.map(unreadProblem)]
  const opened = {
    folder,
    terms,
    readings,
    isSignable: terms.versions.length > 0,
    measurement: undefined,
    issued: [],
    parameters: undefined,
  }
  if (first === undefined) return { ...opened, problems: sortProblems(problems) }

  const { rules, problems: ruleProblems } = readReadingRules(folder.reading)
  const currency = currencyOf(first.currency)!
  const parameters = readParameterTable(folder.parameters, first, rules, 10 ** currency.minorDigits)
  const agreements = readings.flatMap((reading) => reading.terms.versions.map(({ agreement }) => agreement))
  const measurement = readMeasurement({
    agreements,
    people: folder.people,
    facts: folder.facts,
    rules,
    agreementNames: parameters.agreements.length === 0 ? undefined : parameters.agreements,
  })
  const { statements, problems: statementProblems } = readIssuedStatements(
    folder.statements,
    currency,
    namesKnown(agreements, measurement.roster.agreements),
  )
  problems.push(...ruleProblems, ...parameters.problems, ...measurement.problems, ...statementProblems)
  return { ...opened, measurement, parameters, issued: statements, problems: sortProblems(problems) }
}

/** A file that lies among those that are read, and is not. */
function unreadProblem({ file, folder, endings, isFolder }: UnreadFile): Problem {
  return problem('file-unread', 'notice', { file, line: 1, column: 1, length: 0 }, { folder, endings, isFolder })
}

const readingsMost = 16

/**
 * The terms under each answer to each open question: all combinations while there are few, otherwise one question at a
 * time with the first answer to the others. No reading is the program's choice.
 */
function readingsOf({ terms, amendments, settings }: ContractFolder, asWritten: TermsInForce): TermsReading[] {
  const done: TermsReading[] = []
  const waiting = [
    {
      sources: [terms, ...amendments, ...(settings === undefined ? [] : [settings])],
      answers: [] as TermsReading['answers'],
    },
  ]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { sources, answers } = next
    const read =
      answers.length === 0
        ? asWritten
        : readVersions(sources[0]!, sources.slice(1, 1 + amendments.length), sources[1 + amendments.length])
    const question = read.problems.find(
      (found) => isUnsettled(found) && found.choices.some(({ edit }) => edit !== undefined),
    )
    if (question === undefined || answers.length > 40) {
      if (read.versions.length > 0) done.push({ answers, terms: read })
      continue
    }
    const isMany = done.length + waiting.length + question.choices.length > readingsMost
    for (const { edit, also = [], paste } of isMany ? question.choices.slice(0, 1) : question.choices) {
      if (edit !== undefined)
        waiting.push({
          sources: sources.map((source) => edited(source, [edit, ...also])),
          answers: [...answers, { question, paste }],
        })
    }
  }
  return done
}

function edited(source: SourceText, edits: readonly TextEdit[]): SourceText {
  const own = edits.filter(({ at }) => at.file === source.file)
  return own.length === 0 ? source : { ...source, text: withEdits(source.text, own) }
}
