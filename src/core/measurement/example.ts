/**
 * A small world as a text, for the tests of this room: measures, files, questions and the answers that must come out.
 *
 *     shelter: spell of person, first-day-out, once
 *     --- people.csv
 *     id,start
 *     P1,2022-01-01
 *     --- shelter.csv
 *     person,from,to
 *     P1,2022-01-01,2022-01-04
 *     --- ask
 *     nights of P1 in shelter, 2022-01-01 .. 2022-07-01 = 3
 *     tally = read 1, used 1, superseded 0, refused 0
 *
 * `as of DAY, known DAY` changes the days for the questions after it, `tally then` among them. Files with a semicolon in their header are Danish
 * all the same; `--- reading` may hold rules, one on each line.
 */
import { type Day, type Offset, type Problem, assert, dayOf, dayText, formatExact, parseIsoDay } from '../base/index.ts'
import { type Agreement, type Measure, type expressions } from '../terms/index.ts'
import { asOf } from './as-of.ts'
import { countIn, eventDay, eventDays, hasFacts } from './events.ts'
import { type CsvFile, type ReadingRules, unstatedRules } from './headers.ts'
import { NO_DAY } from './measure-facts.ts'
import { itemsIn } from './plan-items.ts'
import { type FactsOptions, type ReadFacts, readFacts } from './read-facts.ts'
import { type PeopleOptions, type ReadPeople, readPeople } from './read-people.ts'
import { longestRun } from './runs.ts'
import { type FactsView } from './store.ts'
import { unitsIn } from './time-in.ts'
import { pick } from './values.ts'

export type Example = { agreement: Agreement; people: ReadPeople; facts: ReadFacts; ask: string[]; files: CsvFile[] }

/** Reads an example without asking its questions. */
export function readExample(
  text: string,
  options: Partial<FactsOptions> & Partial<PeopleOptions> = {},
  arrange: (files: CsvFile[]) => CsvFile[] = (files) => files,
): Example {
  const [terms = '', ...parts] = text.split(/^ *--- */m)
  const sections = new Map(parts.map((part) => [linesOf(part)[0]!, linesOf(part).slice(1)]))
  const lines = (name: string) => sections.get(name) ?? []
  const agreement = agreementOf(linesOf(terms))
  const rules = rulesOf(lines('reading'))
  const csv = [...sections.keys()].filter((name) => name.endsWith('.csv'))
  const files = arrange(csv.map((name) => csvFile(name, lines(name))))
  const people = readPeople(
    files.find(({ name }) => name === 'people.csv')!,
    agreement,
    { rules, ...options },
  )
  const others = files.filter(({ name }) => name !== 'people.csv')
  const facts = readFacts(others, people.roster, people.ids, agreement, { rules, ...options })
  return { agreement, people, facts, ask: lines('ask'), files }
}

/** The example's questions, and the answers as they come out: what the text must be, line by line. */
export function answersOf(example: Example, agreement: Agreement = example.agreement): string[] {
  const days: { to?: Day; knownAt?: Day } = {}
  return example.ask.map((line) => {
    const stated = /^as of (\S+), known (\S+)$/.exec(line)
    if (stated !== null) {
      days.to = day(stated[1]!)
      days.knownAt = day(stated[2]!)
      return line
    }
    const question = line.slice(0, line.indexOf(' =')).trim()
    return `${question} = ${answer(question, example, asOf(example.facts.store, { ...days, agreement }))}`
  })
}

/** The lines of a text without the space around them and without empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function csvFile(name: string, lines: readonly string[]): CsvFile {
  return { name, chunks: [new TextEncoder().encode(lines.join('\n'))] }
}

function rulesOf(lines: readonly string[]): ReadingRules {
  const rules: Record<string, unknown> = { ...unstatedRules, columns: {} }
  for (const line of lines) {
    const [key = '', value = ''] = line.split(': ')
    if (key in unstatedRules) rules[key] = value
    else (rules.columns as Record<string, string>)[key] = value
  }
  return rules as unknown as ReadingRules
}

/** Only what this room reads of an agreement. */
function agreementOf(lines: readonly string[]): Agreement {
  const labels = (...names: string[]) => new Map(names.map((name) => [name, { da: `${name} da`, en: `${name} en` }]))
  const tracks = new Map([...labels('ordinary', 'intensive')].map(([name, label]) => [name, { label }]))
  const measures = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), measureOf(line)]))
  const isOfFamilies = [...measures.values()].some(({ of }) => of !== 'person' && of !== 'agreement')
  const people = {
    subject: isOfFamilies ? 'family' : 'person',
    clock: 'start',
    exits: labels('moved', 'withdrew'),
    tracks,
  }
  const runs = { from: dayOf(2022, 1, 1), through: dayOf(2025, 12, 31) }
  return { people, runs, measures, goals: new Map(), parties: new Map() } as unknown as Agreement
}

function measureOf(line: string): Measure {
  const [name = '', rest = ''] = line.split(/: /)
  const [head = '', ...options] = rest.split(', ')
  const [, kind = '', of = 'person'] = /^(\w+)(?: of (\w+))?$/.exec(head) ?? []
  const measure: Record<string, unknown> = { label: { da: name, en: name }, kind, of, grade: 'register' }
  for (const option of options) {
    const [key = '', value = ''] = option.split(/ (.*)/)
    if (key === 'scale') measure.scale = { from: Number(value.split('-')[0]), to: Number(value.split('-')[1]) }
    else if (key === 'levels') measure.levels = value.split('/').map((word) => ({ da: `${word}-da`, en: word }))
    else if (option.endsWith('-out') || option.endsWith('-in')) measure.toMeans = option
    else if (['once', 'each', 'refused'].includes(option)) measure[kind === 'spell' ? 'overlap' : 'sameDay'] = option
    else measure[key] = value
  }
  return measure as unknown as Measure
}

const dayForm = String.raw`\d{4}-\d\d-\d\d`
const windowForm = `(${dayForm}) \\.\\. (${dayForm})`

const questions: [RegExp, (view: FactsView, row: number | string, found: string[]) => string][] = [
  [
    new RegExp(
      `^(nights|days|weeks|months|years)(?: (whole-only|any-day))?(?: (monday-to-sunday|from-window-start))? of (\\S+) in ([^, ]+)(?: except ([^, ]+))?, ${windowForm}$`,
    ),
    (view, row, [unit, partUnits, weeks, , names, except, from, until]) =>
      String(
        unitsIn(view, names!.split('+'), Number(row), day(from!), day(until!), unit as expressions.TimeUnit, {
          partUnits: partUnits as 'any-day' | undefined,
          weeks: weeks as 'monday-to-sunday' | undefined,
          except: except?.split('+'),
        }),
      ),
  ],
  [
    new RegExp(`^(latest|first|highest|lowest|mean|sum) (\\S+) in days of (\\S+), ${windowForm}$`),
    (view, who, [how, name, , from, until]) => {
      const value = pick(view, name!, who, day(from!), day(until!), how as expressions.Pick)
      return value === undefined ? 'nothing' : formatExact(value)
    },
  ],
  [
    new RegExp(`^count (\\S+)(?: apart (\\d+) months)? of (\\S+), ${windowForm}$`),
    (view, who, [name, apart, , from, until]) =>
      String(countIn(view, name!, who, day(from!), day(until!), apart === undefined ? undefined : months(apart))),
  ],
  [/^days (\S+) of (\S+)$/, (view, who, [name]) => eventDays(view, name!, who).map(dayText).join(' ') || 'none'],
  [
    /^(first|last) day (\S+) of (\S+)$/,
    (view, who, [which, name]) => {
      const found = eventDay(view, name!, who, which as 'first' | 'last')
      return found === NO_DAY ? 'none' : dayText(found)
    },
  ],
  [/^any (\S+) of (\S+)$/, (view, who, [name]) => (hasFacts(view, name!, who) ? 'yes' : 'no')],
  [
    new RegExp(
      `^run (days|weeks|months) of (\\S+) in ([^, ]+), gap (\\d+) days (counted|not-counted)(?:, gaps (\\d+))?, ${windowForm}$`,
    ),
    (view, row, [unit, , names, gap, gapDays, gaps, from, until]) =>
      String(
        longestRun(view, names!.split('+'), Number(row), day(from!), day(until!), {
          unit: unit as 'days',
          gapAtMost: { months: 0, days: Number(gap) },
          gapDays: gapDays as 'counted',
          gaps: gaps === undefined ? undefined : Number(gaps),
        }),
      ),
  ],
  [
    new RegExp(`^items (\\S+) (latest|first)-wording withdrawn (left-out|not-met) of (\\S+), ${windowForm}$`),
    (view, who, [name, which, withdrawn, , from, until]) => {
      const rules = { changed: `${which!}-wording`, withdrawn } as unknown as Parameters<typeof itemsIn>[5]
      const counts = itemsIn(view, name!, who, day(from!), day(until!), rules)
      return `met ${counts.met}, judged ${counts.judged}, unjudged ${counts.unjudged}`
    },
  ],
]

function answer(question: string, { people, facts }: Example, view: FactsView): string {
  if (question === 'tally') {
    const { rowsRead, used, superseded, refused } = facts.total
    return `read ${rowsRead}, used ${used}, superseded ${superseded}, refused ${refused}`
  }
  if (question === 'tally then') {
    const { rowsRead, used, superseded, refused, later, notNeeded } = facts.tallyAsOf(view)
    return `read ${rowsRead}, used ${used}, superseded ${superseded}, refused ${refused}, later ${later}, not needed ${notNeeded}`
  }
  if (question === 'people') {
    const { rowsRead, used, toldTwice, refused } = people.tally
    return `read ${rowsRead}, used ${used}, told twice ${toldTwice}, refused ${refused}`
  }
  if (question === 'problems') return told([...people.problems, ...facts.problems])
  if (question === 'refused by rule') return told(view.problems)
  if (question === 'hidden') return String(view.hidden)
  for (const [form, asked] of questions) {
    const found = form.exec(question)
    if (found === null) continue
    const who = / (?:of|days of) (\S+?)(?:,| in |$)/.exec(question)![1]!
    return asked(view, who.includes('/') ? who : view.roster.rowOf(who)!, found.slice(1))
  }
  throw new Error(`The example asks something unknown: ${question}`)
}

function told(problems: readonly Problem[]): string {
  return problems.map(({ code, at }) => `${code} ${at.file}:${at.line}`).join(', ') || 'none'
}

function day(text: string): Day {
  const found = parseIsoDay(text)
  assert(found !== undefined, 'an example states days that exist')
  return found
}

const months = (text: string): Offset => ({ months: Number(text), days: 0 })
