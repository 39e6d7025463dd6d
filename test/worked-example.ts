/**
 * Worked examples in the documents: a page whose blocks are files of an agreement, and the amounts that must come out.
 *
 *     ```yaml terms.yaml         laid over docs/reference/primitives/base.yaml, map by map
 *     ```csv facts/people.csv    and any other file of an agreement's folder
 *     ```yaml cases.yaml         what to expect: of the whole statement, of each subject, or which question is asked
 *
 * A case may set pieces of the terms by path and replace files. What follows the heading "Read aloud" is made from the
 * terms: the clauses of the example in both languages.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse, stringify } from 'yaml'
import {
  type Exact,
  type Money,
  type Problem,
  add,
  currencyOf,
  divide,
  formatExact,
  formatMoney,
  moneyFromExact,
  parseExact,
  parseIsoDay,
} from '../src/core/base/index.ts'
import { isMissing, valueText } from '../src/core/outcomes/index.ts'
import { type Settled, type Statement, valueExit } from '../src/core/settlement/index.ts'
import { type Agreement, wordsOf } from '../src/core/terms/index.ts'
import {
  type Investment,
  type OpenContract,
  investContract,
  openContract,
  settleContract,
} from '../src/operations/index.ts'

type Tree = string | Tree[] | { [key: string]: Tree }
type Named = Record<string, string>

export type Case = {
  says: string
  at?: string
  known?: string
  /** Pieces put into the terms by path. */
  set?: Record<string, Tree>
  /** Files with other contents in this case. */
  files?: Named
  agreement?: string
  expect?: Record<string, string | Named | Record<string, Named>>
  /** Keys of the questions the terms leave open. */
  asks?: string[]
  /** Codes of what is wrong in the terms or the facts. */
  wrong?: string[]
  /** The day of an early exit. */
  exit?: string
}

export type Example = {
  title: string
  /** The paragraph after the title. */
  summary: string
  files: Named
  fragment: { [key: string]: Tree }
  cases: Case[]
}

const block = /^```\w+ ([\w./-]+)\n([\s\S]*?)^```$/gm
const loose = { schema: 'failsafe' } as const

export function readExample(page: string, base: string): Example {
  const blocks = Object.fromEntries([...page.matchAll(block)].map(([, name, text]) => [name!, text!]))
  const { 'terms.yaml': terms = '', 'cases.yaml': cases = '', ...files } = blocks
  const [title = '', summary = ''] = page.split('\n\n')
  const fragment = (parse(terms, loose) ?? {}) as { [key: string]: Tree }
  const whole = laidOver(parse(base, loose) as Tree, fragment)
  return {
    title: title.replace(/^# /, ''),
    summary: summary.replace(/\n/g, ' '),
    files: { ...files, 'terms.yaml': stringify(whole, { lineWidth: 0 }) },
    fragment,
    cases: (parse(cases, loose) ?? []) as Case[],
  }
}

/** Maps are merged key by key; everything else is replaced. */
function laidOver(under: Tree | undefined, over: Tree): Tree {
  if (typeof under !== 'object' || typeof over !== 'object' || Array.isArray(under) || Array.isArray(over)) return over
  const keys = [...new Set([...Object.keys(under), ...Object.keys(over)])]
  return Object.fromEntries(keys.map((key) => [key, key in over ? laidOver(under[key], over[key]!) : under[key]!]))
}

/** The example as the case wants it, opened from a folder of its own. */
function openExample(example: Example, one: Case): OpenContract {
  const folder = mkdtempSync(join(tmpdir(), 'worked-example-'))
  try {
    for (const [name, text] of Object.entries({ ...example.files, ...one.files })) {
      mkdirSync(join(folder, dirname(name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    const settings = one.set === undefined ? {} : { settings: { file: 'set.yaml', text: stringify(one.set) } }
    return openContract(folder, settings)!
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What differs from what the case says, as sentences; nothing when all is as it says. */
export function faultsOf(example: Example, one: Case): string[] {
  const contract = openExample(example, one)
  const open = contract.problems.filter(({ severity }) => severity !== 'notice')
  const asked = open.filter(({ severity }) => severity === 'unsettled').map(keyOf)
  const wrong = open.filter(({ severity }) => severity === 'wrong')
  const codes = wrong.map(({ code }) => code)
  const faults = [
    ...differences('asks', [...new Set(asked)], one.asks ?? []),
    ...differences('wrong', [...new Set(codes)], one.wrong ?? []).map((fault) =>
      codes.length === 0 ? fault : `${fault}: ${wrong.map(shown).join('; ')}`,
    ),
  ]
  if (one.expect === undefined || faults.length > 0) return faults
  const at = one.at === undefined ? undefined : parseIsoDay(one.at)
  const knownAt = one.known === undefined ? undefined : parseIsoDay(one.known)
  const settlement = settleContract(contract, { to: at, knownAt })
  const { settled } = settlement.readings[0]!
  const statement = settled.statements.find(({ agreement }) => agreement === (one.agreement ?? agreement))!
  const exit = one.exit === undefined ? undefined : parseIsoDay(one.exit)
  const investment = investContract(contract, { to: at ?? exit, knownAt, exit }).readings[0]!
  return Object.entries(one.expect).flatMap(([key, wanted]) =>
    compareOne(key, wanted, { settled, statement, investment }),
  )
}

function differences(what: string, found: readonly string[], wanted: readonly string[]): string[] {
  const missing = wanted.filter((one) => !found.includes(one)).map((one) => `${what} no ${one}`)
  return [...missing, ...found.filter((one) => !wanted.includes(one)).map((one) => `${what} ${one}`)]
}

const keyOf = ({ code, facts }: Problem): string => (typeof facts['key'] === 'string' ? facts['key'] : code)

const shown = ({ code, at, facts }: Problem): string =>
  `${code} at ${at.file}:${String(at.line)} ${JSON.stringify(facts, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`

type Found = { settled: Settled; statement: Statement; investment: Investment }

function compareOne(key: string, wanted: string | Named | Record<string, Named>, found: Found): string[] {
  if (typeof wanted === 'string') return compareTexts(key, sumOf(key, found), wanted, found)
  return Object.entries<string | Named>(wanted).flatMap(([name, inner]) => {
    if (typeof inner === 'string') return compareTexts(`${key} ${name}`, partOf(key, name, found), inner, found)
    return Object.entries(inner).flatMap(([kind, count]) =>
      compareTexts(`${key} ${name} ${kind}`, countOf(name, kind, found), count, found),
    )
  })
}

function sumOf(key: string, { statement, settled }: Found): Money | undefined {
  const exit = valueExit(settled, statement)
  const sums: Record<string, Money | undefined> = {
    earned: statement.earned,
    'after-limits': statement.afterLimits,
    withheld: statement.earned - statement.afterLimits,
    'paid-before': statement.paidBefore,
    payable: statement.payable,
    unplaced: statement.unplaced,
    'held-by-return-cap': statement.heldByReturnCap,
    'carried-over': statement.carriedOver,
    'exit-reached': exit?.reached,
    'exit-total': exit?.total,
    'exit-payable': exit?.payable,
  }
  return sums[key]
}

function partOf(key: string, name: string, found: Found): Money | string | undefined {
  const { settled, statement } = found
  switch (key) {
    case 'lines':
      return statement.lines.find(({ payment }) => payment === name)?.afterLimits
    case 'earned-lines':
      return statement.lines.find(({ payment }) => payment === name)?.earned
    case 'payers':
      return sharesOf(statement, ({ payer, payee }) => [payer, `${payer} to ${payee}`].includes(name))
    case 'subjects':
      return paidFor(name, settled)
    case 'quantities':
      return quantityOf(name, settled)
    case 'security':
      return found.investment.securities.find((one) => one.name === name)?.amount
    case 'gain':
      return found.investment.parties.find(({ party }) => party === name)?.gain
    default:
      return undefined
  }
}

function sharesOf(statement: Statement, isMeant: (share: { payer: string; payee: string }) => boolean): Money {
  const shares = statement.lines.flatMap((line) => line.shares).filter(isMeant)
  return shares.reduce((sum, { owed }) => sum + owed, 0n)
}

/** What is left of a subject's payments after limits and rounding. */
function paidFor(id: string, settled: Settled): Money | undefined {
  const { roster, minorUnits } = settled.context
  const row = roster.rowOf(id)
  if (row === undefined) return undefined
  const { who } = settled.earned.entries
  let sum: Exact = 0
  for (const [entry, amount] of settled.final.entries()) if (who[entry] === row) sum = add(sum, amount)
  return moneyFromExact(divide(sum, minorUnits), currencyOf(settled.context.agreement.currency)!, 'half-up')
}

/** `goal`, the latest measured quantity, or `goal P1`, that of a subject. */
function quantityOf(name: string, { outcomes, context }: Settled): string | undefined {
  const [goal = '', who] = name.split(' ')
  const results = outcomes.results.get(goal)
  const row = who === undefined ? undefined : context.roster.rowOf(who)
  const values = (results?.quantity ?? []).filter((_, at) => row === undefined || results!.who[at] === row)
  const last = values.at(-1)
  return last === undefined ? undefined : isMissing(last) ? last.missing : valueText(last)
}

function countOf(goal: string, kind: string, { statement }: Found): string | undefined {
  const counts = statement.goals.find((one) => one.goal === goal)
  const name = kind.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return counts === undefined ? undefined : String(counts[name as 'met'])
}

function compareTexts(name: string, found: Money | string | undefined, wanted: string, { statement }: Found): string[] {
  const currency = currencyOf(statement.currency)!
  if (typeof found !== 'bigint') {
    const isSame = found === wanted || (found !== undefined && found === exactText(wanted))
    return isSame ? [] : [`${name} is ${found ?? 'not there'}, not ${wanted}`]
  }
  const amount = parseExact(wanted.replace(/[^\d.-]/g, ''))
  if (amount === undefined) return [`${name}: ${wanted} is no amount`]
  const money = moneyFromExact(amount, currency, 'half-up')
  return money === found ? [] : [`${name} is ${formatMoney(found, currency, 'en')}, not ${wanted}`]
}

/** `31.9 %` as the fraction it is; a number as it stands. */
function exactText(text: string): string {
  const number = parseExact(text.replace(/ ?%$/, '').replace(/ [a-z]+$/, ''))
  if (number === undefined) return text
  return formatExact(text.endsWith('%') ? divide(number, 100) : number)
}

// Read aloud

const told: Record<string, string> = { payers: 'payers', settlement: 'settlement', exit: 'exit', people: 'people' }

/** The clauses of the example's own lines, in one language, as Markdown. */
export function readAloud(example: Example, locale: 'da' | 'en'): string[] {
  const contract = openExample(example, { says: '' })
  const version = contract.readings[0]?.terms.versions.at(-1)
  if (version === undefined) return []
  const own = ownClauses(example, version.agreement)
  return wordsOf(version.agreement, version.marks, locale)
    .filter(({ id }) => own.has(id))
    .map(({ number, heading, sentences }) => {
      const head = number === '' ? heading : `§ ${number} ${heading}`
      return `**${head}.** ${sentences.map(({ text }) => text).join(' ')}`
    })
}

function ownClauses({ fragment }: Example, agreement: Agreement): Set<string> {
  const own = new Set<string>()
  for (const [key, value] of Object.entries(fragment)) {
    if (told[key] !== undefined) own.add(told[key])
    else if (key === 'limits') for (const index of (agreement.limits ?? []).keys()) own.add(`limits.${String(index)}`)
    else if (typeof value === 'object' && !Array.isArray(value))
      for (const name of Object.keys(value)) own.add(`${key}.${name}`)
  }
  return own
}
