/** `bundlinje words contracts/x`: the payment annex as text. */
import { annexWords, dateText, openQuestion, terminalWords } from '../../locales/index.ts'

import { type AnnexClause, type TermsVersion, wordsOf } from '../core/terms/index.ts'
import { type OpenContract } from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { wrapped } from './lines.ts'
import { newestAgreement, opened } from './opening.ts'
import { plainJson } from './plain-json.ts'
import { type Terminal, styled, widthOf } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

const widthMost = 88

export function run(input: Input, terminal: Terminal): ExitCode {
  const [path = ''] = input.arguments
  const contract = opened(path, terminal, { isTermsOnly: true })
  const version = newestAgreement(contract, terminal)
  const { agreement, marks } = version
  const all = wordsOf(agreement, marks, terminal.locale)
  const { clause } = input.options
  const clauses = typeof clause === 'string' ? withNumber(all, clause, terminal) : all
  if (input.options.json === true) {
    terminal.print(
      plainJson({ title: agreement.title, version: version.name, isSignable: contract.isSignable, clauses }),
    )
  } else {
    terminal.print(annexText(contract, version, clauses, terminal, typeof clause === 'string'))
  }
  return contract.isSignable ? 0 : 3
}

/** The clauses with a number, written `4.1`, `§ 4.1` or `§4.1`; of several parts `4` gives all of chapter 4. */
function withNumber(clauses: readonly AnnexClause[], wanted: string, terminal: Terminal): AnnexClause[] {
  const number = wanted.replace(/^§\s*/, '').trim()
  const found = clauses.filter((one) => one.number === number || one.number.startsWith(`${number}.`))
  if (found.length > 0) return found
  const known = clauses.flatMap((one) => (one.number === '' ? [] : [one.number]))
  throw new UsageFault(terminalWords[terminal.locale].unknownClause(number, known.join(', ')))
}

function annexText(
  contract: OpenContract,
  version: TermsVersion,
  clauses: readonly AnnexClause[],
  terminal: Terminal,
  isPart: boolean,
): string {
  const { locale } = terminal
  const words = annexWords[locale]
  const width = Math.min(widthMost, terminal.width)
  const from = version.from === undefined ? undefined : dateText(version.from, locale)
  const title = version.agreement.title[locale]
  const head = isPart
    ? []
    : [
        styled(terminal, 'strong', title),
        `${words.title}. ${words.version(version.name, from)}.`,
        '─'.repeat(Math.max(widthOf(title), 24)),
      ]
  const questions = contract.isSignable ? [] : unsettledLines(contract, terminal, width)
  const body = clauses.map((clause) => clauseLines(clause, terminal, width).join('\n'))
  return [
    ...(head.length > 0 ? [head.join('\n')] : []),
    ...(questions.length > 0 ? [questions.join('\n')] : []),
    ...body,
  ].join('\n\n')
}

function unsettledLines(contract: OpenContract, terminal: Terminal, width: number): string[] {
  const words = annexWords[terminal.locale]
  const open = contract.readings[0]?.answers ?? []
  return [
    styled(terminal, 'act', words.unsettled(open.length)),
    ...open.flatMap(({ question, paste }) => {
      const { question: asks } = openQuestion(question, terminal.locale)
      return wrapped(`${asks} ${paste}`, { width, indent: '    ', first: '  - ' })
    }),
    ...wrapped(words.readingShown, { width }),
  ]
}

/** Heading, sentences, small print set in, and the notes on what is assumed last of all. */
function clauseLines(clause: AnnexClause, terminal: Terminal, width: number): string[] {
  const number = clause.number === '' ? '' : `${annexWords[terminal.locale].clause(clause.number)}  `
  const main = clause.sentences.filter(({ small }) => !small)
  const small = clause.sentences.filter((sentence) => sentence.small)
  return [
    styled(terminal, 'strong', `${number}${clause.heading}`),
    ...(main.length === 0 ? [] : wrapped(main.map(({ text }) => text).join(' '), { width })),
    ...small.flatMap(({ text }) => wrapped(text, { width, indent: '    ', first: '  · ' })),
    ...clause.notes.flatMap((note) => wrapped(note, { width, indent: '    ', first: '  * ' })),
  ]
}
