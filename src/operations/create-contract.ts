/**
 * Beginning a contract: a folder with terms that can be computed, made from a few answers.
 *
 *     terms.yaml          what was answered, and what the template chose, each such choice marked `assumed`
 *     facts/people.csv    the heads of the columns
 *
 * The terms are read before they are written, so that what is written checks. A folder that exists is left alone.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Day, type Exact, type Locale, type Problem, assert, dayText, formatExact } from '../core/base/index.ts'
import { readVersions } from '../core/terms/index.ts'
import { plainName } from './plain-name.ts'

export type FlowKind = 'grant' | 'loan' | 'pool' | 'donation'

export type NewContract = {
  title: string
  kind: FlowKind
  currency: string
  payer: string
  payee: string
  from: Day
  through: Day
  people: number
  goal: string
  /** In major units: 50000 is fifty thousand kroner. */
  price: Exact
}

export type CreatedContract = { isWritten: boolean; path: string; files: string[]; problems: Problem[] }

/** Writes the folder, in the language the answers are in; nothing where it exists, or where the answers give terms that are wrong. */
export function createContract(path: string, answers: NewContract, locale: Locale): CreatedContract {
  if (existsSync(path)) return { isWritten: false, path, files: [], problems: [] }
  const files = new Map([
    ['terms.yaml', termsText(answers, locale)],
    ['facts/people.csv', 'id,referral,start,end\n'],
    ['facts/reached.csv', 'person,on,recorded,by,evidence\n'],
  ])
  const { problems } = readVersions({ file: join(path, 'terms.yaml'), text: files.get('terms.yaml')! }, [])
  const stops = problems.filter(({ severity }) => severity !== 'notice')
  if (stops.length > 0) return { isWritten: false, path, files: [], problems: stops }
  mkdirSync(dirname(path), { recursive: true })
  mkdirSync(path)
  for (const [name, text] of files) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), text, { flag: 'wx' })
  }
  return { isWritten: true, path, files: [...files.keys()].map((name) => join(path, name)), problems: [] }
}

/** A folder's name from a title: `Job efter ét år` becomes `job-efter-et-aar`. */
export const folderName = (title: string): string => plainName(title) || 'contract'

const roles: Record<FlowKind, { payer: string; payee: string }> = {
  grant: { payer: 'authority, payer', payee: 'investor' },
  loan: { payer: 'authority, payer', payee: 'provider' },
  pool: { payer: 'department, payer', payee: 'fund' },
  donation: { payer: 'donor, payer', payee: 'provider' },
}

const nouns: Record<FlowKind, { da: string; en: string }> = {
  grant: { da: 'betinget tilskud', en: 'conditional grant' },
  loan: { da: 'lån', en: 'loan' },
  pool: { da: 'midler fra puljen', en: 'money from the pool' },
  donation: { da: 'donation', en: 'donation' },
}

const notes: Record<Locale, { head: string; chosen: string }> = {
  da: {
    head: '# Begyndt med bundlinje new. Det, der er mærket assumed, har skabelonen valgt: tag stilling, og fjern mærket.',
    chosen: 'valgt af skabelonen, ikke aftalt endnu',
  },
  en: {
    head: '# Begun with bundlinje new. What is marked assumed was chosen by the template: decide it, and take the mark away.',
    chosen: 'chosen by the template, not agreed yet',
  },
}

/** The terms as text. Words that were answered stand in both languages until somebody translates them. */
function termsText(answers: NewContract, locale: Locale): string {
  const { head, chosen } = notes[locale]
  const assumed = (value: string) => `{ is: ${value}, assumed: ${quoted(chosen)} }`
  return [
    head,
    openingText(answers),
    peopleText(answers, assumed),
    goalText(answers, assumed),
    settlementText(assumed),
  ].join('\n')
}

type Assumed = (value: string) => string

/** A text that YAML reads as it is, whatever is in it. */
const quoted = (text: string): string => JSON.stringify(text)
const inBoth = (text: string): string => `{ da: ${quoted(text)}, en: ${quoted(text)} }`

function openingText({ title, kind, currency, payer, payee, from, through }: NewContract): string {
  const noun = nouns[kind]
  return `bundlinje: "1.0"
title: ${inBoth(title)}
currency: ${currency}
runs: { from: ${dayText(from)}, through: ${dayText(through)} }
flow: { kind: ${kind}, noun: { da: ${quoted(noun.da)}, en: ${quoted(noun.en)} } }

parties:
  payer: { name: ${quoted(payer)}, roles: [${roles[kind].payer}] }
  payee: { name: ${quoted(payee)}, roles: [${roles[kind].payee}] }
`
}

function peopleText({ people, goal }: NewContract, assumed: Assumed): string {
  return `people:
  subject: person
  label: { da: personer, en: people }
  planned: ${people}
  clock: ${assumed('start')}
  counted: ${assumed('started')}
  pilot: ${assumed('counted')}

measures:
  reached:
    label: ${inBoth(goal)}
    kind: event
    of: person
    source: { da: kommunens fagsystem, en: "the municipality's case system" }
    grade: ${assumed('authority')}
    use: payment
    same-day: ${assumed('once')}
    no-record: ${assumed('none')}
`
}

function goalText({ goal, price, currency }: NewContract, assumed: Assumed): string {
  const amount = formatExact(price)
  assert(/^[\d.]+$/.test(amount), 'a price has been read as a decimal number')
  return `goals:
  goal:
    clause: "1.1"
    label: ${inBoth(goal)}
    for: each-subject
    when: { at: ${assumed('start + 12 months')} }
    met:
      count-of: reached
      window: { from: start, through: occasion }
      at-least: 1 times
    unmeasured: ${assumed('waits')}

payments:
  goal:
    clause: "1.1"
    label: ${inBoth(goal)}
    goal: goal
    per-met: ${amount} ${currency === 'DKK' ? 'kr' : currency}
`
}

function settlementText(assumed: Assumed): string {
  return `payers:
  clause: "2.1"
  split: by-share
  each:
    - { payer: payer, payee: payee, share: 100 % }

settlement:
  clause: "2.2"
  every: ${assumed('quarter')}
  overpaid: ${assumed('set-off')}
  rounding: { to: 1 minor, how: ${assumed('half-up')}, of: each-amount }
`
}
