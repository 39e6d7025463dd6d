/**
 * One case: an invented agreement, lives for it, and the statements issued on the way; and what runs them.
 *
 *     const one = inventCase('today', 7)
 *     settleCase(one)     →   the last settlement, with two statements issued before it
 *
 * The files can be written in another order, under other names, twice, or with later facts: `arrange` says how.
 */
import { type Day, dayOf } from '../../src/core/base/index.ts'
import { type CsvFile, readMeasurement, unstatedRules } from '../../src/core/measurement/index.ts'
import {
  type IssuedStatement,
  type Settled,
  explainGoal,
  explainLine,
  printStatement,
} from '../../src/core/settlement/index.ts'
import { type TermsVersion, readVersions, withChoice } from '../../src/core/terms/index.ts'
import { type OpenContract, settleContract } from '../../src/operations/index.ts'
import { type Dice, diceOf } from './dice.ts'
import { type Lives, type Row, factColumns, inventLives, peopleColumns } from './invent-lives.ts'
import { type InventedTerms, inventTerms } from './invent-terms.ts'

/** The terms as they are run; nothing where the invented terms cannot be read. */
export type Case = {
  seed: string
  number: number
  terms: InventedTerms
  versions: readonly TermsVersion[]
  /** What is wrong with the terms, where something is. */
  faults: string[]
  lives: Lives
  /** The days of the statements, the last one still to be issued. */
  dates: { to: Day; knownAt: Day }[]
  /** Further choices that belong to the case. */
  dice: Dice
}

export function inventCase(seed: string, number: number): Case {
  const dice = diceOf(seed, number)
  const terms = waitingAnswered(inventTerms(dice), number)
  const lives = inventLives(dice, terms)
  const read = readVersions(
    { file: 'terms.yaml', text: terms.text },
    terms.amendments.map((text, index) => ({ file: `amendments/${index + 2}.yaml`, text })),
  )
  const faults = read.problems
    .filter(({ severity }) => severity !== 'notice')
    .map(({ code, at, facts }) => `${code} at ${at.file}:${at.line}:${at.column} ${JSON.stringify(facts['path'])}`)
  return { seed, number, terms, versions: read.versions, faults, lives, dates: inventDates(dice), dice }
}

/** The terms with every question answered of whoever may never have a day that a figure waits for, by one answer or another. */
function waitingAnswered(terms: InventedTerms, number: number): InventedTerms {
  for (let answered = terms.text, times = 0; ; times++) {
    const { problems } = readVersions({ file: 'terms.yaml', text: answered }, [])
    const choices = problems
      .find(({ code }) => code === 'wait-endless')
      ?.choices.filter(({ edit }) => edit !== undefined)
    const choice = choices?.[number % choices.length]
    if (choice === undefined || times > 20) return { ...terms, text: answered }
    answered = withChoice(answered, choice)
  }
}

/**
 * Two statements before the last; the last is sometimes after the agreement's end, and is made after those before it. The
 * second is sometimes made no later than the first, which then is not taken off.
 */
function inventDates(dice: Dice): Case['dates'] {
  const on = (to: Day): { to: Day; knownAt: Day } => ({ to, knownAt: to + (dice.chance(30) ? dice.between(1, 60) : 0) })
  const last = dice.chance(60) ? dayOf(2024, 12, 31) : dayOf(2024, 1, 1) + dice.between(0, 500)
  const [first, second] = [on(dayOf(2022, dice.between(1, 12), 28)), on(dayOf(2023, dice.between(1, 12), 28))]
  const third = on(last)
  const knownAt = Math.max(third.knownAt, first.knownAt + 1, second.knownAt + 1)
  return [first, second, { ...third, knownAt }]
}

/** How the rows are laid out in files. */
export type Layout = { people: readonly Row[]; files: readonly { name: string; rows: readonly Row[] }[] }

export const plainLayout = ({ lives }: Case): Layout => ({
  people: lives.people,
  files: [{ name: 'facts/facts.csv', rows: lives.facts }],
})

function csvOf(name: string, columns: readonly string[], rows: readonly Row[]): CsvFile {
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','))
  return { name, chunks: [new TextEncoder().encode(`${[columns.join(','), ...lines].join('\n')}\n`)] }
}

/** The case as a contract that has been opened. Opened once, it can be settled to any dates. */
export function openCase(one: Case, layout: Layout = plainLayout(one), versions = one.versions): OpenContract {
  const { agreements, parameters: known } = one.terms
  const columns = agreements.length === 1 ? peopleColumns.filter((column) => column !== 'agreement') : peopleColumns
  const people = csvOf('facts/people.csv', columns, layout.people)
  const facts = layout.files.map(({ name, rows }) => csvOf(name, factColumns, rows))
  const terms = { versions: [...versions], problems: [], marks: [] }
  return {
    folder: {
      name: 'case',
      path: 'case',
      terms: { file: 'terms.yaml', text: one.terms.text },
      amendments: [],
      settings: undefined,
      people,
      facts,
      reading: undefined,
      parameters: undefined,
      statements: [],
      sources: {},
      unread: [],
    },
    terms,
    readings: [{ answers: [], terms }],
    isSignable: true,
    measurement: readMeasurement({
      agreements: versions.map(({ agreement }) => agreement),
      people,
      facts,
      rules: unstatedRules,
      agreementNames: known.length === 0 ? undefined : agreements,
    }),
    issued: [],
    parameters: {
      agreements,
      value: (name, agreement) => one.lives.parameters.get(`${agreement} ${name}`),
      problems: [],
    },
    problems: [],
  }
}

/** The settlement of a contract to a day, with the statements it has on file. */
export function settledTo(contract: OpenContract, dates: { to: Day; knownAt: Day }): Settled {
  return settleContract(contract, dates).readings[0]!.settled
}

/** The statements of one settlement as they are kept. */
function issuedFrom({ statements }: Settled, name: string): IssuedStatement {
  const [first] = statements
  return {
    name,
    to: first!.to,
    knownAt: first!.knownAt,
    lines: statements.flatMap(({ agreement, lines }) =>
      lines.flatMap(({ payment, shares }) =>
        shares.map(({ payer, payee, payable }) => ({ payment, payer, payee, payable, agreement })),
      ),
    ),
  }
}

/** The same contract with a statement more on file. */
const withIssued = (contract: OpenContract, statement: IssuedStatement): OpenContract => ({
  ...contract,
  issued: [...contract.issued, statement],
})

export type Run = { contract: OpenContract; settled: Settled }

/**
 * Settles the case on each of its dates, issuing every statement but the last. One that does not take off all that is on
 * file shows how things stood, and is not issued.
 */
export function runCase(one: Case, opened: OpenContract = openCase(one)): Run[] {
  const runs: Run[] = []
  let contract = opened
  for (const [index, dates] of one.dates.entries()) {
    const settled = settledTo(contract, dates)
    runs.push({ contract, settled })
    const isIssued = contract.issued.every(({ to, knownAt }) => to <= dates.to && knownAt < dates.knownAt)
    if (isIssued) contract = withIssued(contract, issuedFrom(settled, `S${index + 1}`))
  }
  return runs
}

export const statementsText = ({ statements }: Settled): string => statements.map(printStatement).join('')

/** Every reason of a settlement as text, without the places of facts in files, which order may change. */
export function reasonsText({ settled }: Run): string {
  const reasons = settled.statements.flatMap((statement, agreement) => [
    ...statement.lines.map((line) => explainLine(settled, statement, line)),
    ...[...settled.outcomes.results.keys()].map((goal) => explainGoal(settled, goal, agreement)),
  ])
  return JSON.stringify(reasons, (key, value: unknown) =>
    key === 'at' ? undefined : typeof value === 'bigint' ? String(value) : value,
  )
}
