/**
 * From the words on the command line to the command that is run, and from whatever went wrong to a sentence.
 *
 *     bundlinje settle contracts/x --as-of 31/12/2024     →     { command: settle, arguments, options }
 */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { Command as Parser, CommanderError } from 'commander'
import { type Locale } from '../core/base/index.ts'
import { type CommandName, helpWords, listText, problemJson, terminalWords } from '../../locales/index.ts'
import { type Command, type ExitCode, type Input, type Option, commands, everyCommand } from './commands.ts'
import { nearestWords } from './nearest.ts'
import { type Terminal } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

type Run = (input: Input, terminal: Terminal) => ExitCode | Promise<ExitCode>

/** Where the code of each command is. It is loaded when it is used, so that the other commands cost nothing. */
const loaders: Record<CommandName, () => Promise<{ run: Run }>> = {
  new: () => import('./new.ts'),
  check: () => import('./check.ts'),
  words: () => import('./words.ts'),
  payoff: () => import('./payoff.ts'),
  due: () => import('./due.ts'),
  exit: () => import('./exit.ts'),
  invest: () => import('./invest.ts'),
  value: () => import('./value.ts'),
  follow: () => import('./follow.ts'),
  simulate: () => import('./simulate.ts'),
  settle: () => import('./settle.ts'),
  explain: () => import('./explain.ts'),
  diff: () => import('./diff.ts'),
  prices: () => import('./prices.ts'),
  completion: () => import('./completion.ts'),
  help: () => import('./help.ts'),
}

/** The language asked for anywhere on the line; Danish unless another is. Needed before the line can be understood. */
export function localeIn(words: readonly string[]): Locale {
  // Of an option that is given twice the last counts, here as elsewhere.
  const at = words.findLastIndex((word) => word === '--locale' || word.startsWith('--locale='))
  const found = words[at]?.includes('=') === true ? words[at].split('=')[1] : words[at + 1]
  return at >= 0 && found === 'en' ? 'en' : 'da'
}

/** Runs one command line. Everything that can go wrong ends as a sentence and an exit code. */
export async function runCommandLine(words: readonly string[], version: string, terminal: Terminal): Promise<number> {
  try {
    refuseUnknownLanguage(words, terminal.locale)
    if (words.includes('--version')) {
      terminal.print(version)
      return 0
    }
    const { command, input } = parse(words, terminal.locale)
    const { run } = await loaders[command.name]()
    return await run(input, terminal)
  } catch (fault) {
    terminal.progressDone()
    const told = tell(fault, terminal)
    if (words.includes('--json')) terminal.print(faultJson(told, fault, terminal))
    return told.code
  } finally {
    terminal.progressDone()
  }
}

/** The language is the only option that has a say where no command is given, or only its help or the version is asked for. */
function refuseUnknownLanguage(words: readonly string[], locale: Locale): void {
  const { choices = [] } = everyCommand.find(({ name }) => name === 'locale')!
  const says = terminalWords[locale]
  for (const [at, word] of words.entries()) {
    const found = word.startsWith('--locale=') ? word.slice('--locale='.length) : words[at + 1]
    if (word !== '--locale' && !word.startsWith('--locale=')) continue
    if (found === undefined || found === '')
      throw new UsageFault(says.missingValue('--locale', helpWords[locale].values.language))
    if (!choices.includes(found)) throw new UsageFault(says.unknownChoice(found, '--locale', listText(choices, locale)))
  }
}

type Told = { says: string; code: ExitCode | 70 }

/** Says beside the answer what went wrong. */
function tell(fault: unknown, terminal: Terminal): Told {
  const told = wordsOf(fault, terminal)
  terminal.say(told.says)
  return told
}

function wordsOf(fault: unknown, { locale }: Terminal): Told {
  const says = terminalWords[locale]
  if (fault instanceof UsageFault) return { says: fault.message, code: fault.code }
  const { code, path = '', message, syscall } = fault as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM') return { says: says.notAllowed(path), code: 2 }
  if (code === 'ENOSPC') return { says: says.noRoom, code: 2 }
  if (code === 'EISDIR') return { says: says.isFolder(path), code: 2 }
  if (code === 'ENOENT' && syscall === 'open' && !existsSync(dirname(path)))
    return { says: says.noFolderToWrite(path, dirname(path)), code: 2 }
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return { says: says.unreadable(path, message), code: 2 }
  const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  return { says: says.ownFault(text), code: 70 }
}

/** With `--json` a fault is the answer too: what is said of it, and the problems that stand in the way. */
function faultJson({ says }: Told, fault: unknown, { locale }: Terminal): string {
  const problems = fault instanceof UsageFault ? fault.problems : []
  return JSON.stringify({ fault: says, problems: problems.map((one) => problemJson(one, locale)) }, undefined, 2)
}

function parse(words: readonly string[], locale: Locale): { command: Command; input: Input } {
  const help = commands.find(({ name }) => name === 'help')!
  const wantsHelp = words.includes('--help') || words.includes('-h')
  const plain = words.filter((word) => word !== '--help' && word !== '-h')
  const named = commands.find(({ name }) => plain.includes(name))
  if (wantsHelp || plain.every((word, index) => word.startsWith('--locale') || plain[index - 1] === '--locale')) {
    return { command: help, input: { arguments: named === undefined ? [] : [named.name], options: {} } }
  }
  let chosen: { command: Command; input: Input } | undefined
  const parser = parserOf(locale, (command, input) => (chosen = { command, input }))
  try {
    parser.parse(moveCommandFirst(plain), { from: 'user' })
  } catch (fault) {
    if (fault instanceof CommanderError) throw new UsageFault(explained(fault, plain, locale))
    throw fault
  }
  return chosen ?? { command: help, input: { arguments: [], options: {} } }
}

/** `--json settle x` is as good as `settle x --json`. */
function moveCommandFirst(words: readonly string[]): string[] {
  const at = words.findIndex((word, index) => !word.startsWith('-') && words[index - 1] !== '--locale')
  return at <= 0 ? [...words] : [words[at]!, ...words.slice(0, at), ...words.slice(at + 1)]
}

function parserOf(locale: Locale, choose: (command: Command, input: Input) => void): Parser {
  const silent = { writeOut: () => {}, writeErr: () => {} }
  const parser = new Parser('bundlinje').helpOption(false).helpCommand(false).exitOverride().configureOutput(silent)
  for (const command of commands) {
    const sub = parser.command(command.name).helpOption(false).exitOverride().configureOutput(silent)
    for (const { name, isOptional, isMany } of command.arguments) {
      const text = name + (isMany === true ? '...' : '')
      sub.argument(isOptional === true ? `[${text}]` : `<${text}>`)
    }
    for (const { name, value } of [...command.options, ...everyCommand]) {
      if (name !== 'help') sub.option(`--${name}${value === undefined ? '' : ` <${value}>`}`)
    }
    sub.action((...given: unknown[]) => {
      const raw = given.slice(0, command.arguments.length).flat() as (string | undefined)[]
      const options = Object.fromEntries(
        Object.entries(given[command.arguments.length] as Record<string, string | boolean>).map(([key, value]) => [
          key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
          value,
        ]),
      )
      const input: Input = {
        arguments: raw.filter((word) => word !== undefined),
        options: options as Input['options'],
      }
      refuseMissingValues(command, input, locale)
      refuseUnknownChoices(command, input, locale)
      choose(command, input)
    })
  }
  return parser
}

/** `--as-of --json` lacks a date, and `--csv ""` a file: neither is a value. */
function refuseMissingValues(command: Command, { options }: Input, locale: Locale): void {
  const all = [...command.options, ...everyCommand]
  for (const { name, value } of all) {
    const given = options[name]
    if (value === undefined || typeof given !== 'string') continue
    if (given !== '' && !all.some((other) => given === `--${other.name}`)) continue
    const { missingValue, seeHelp } = terminalWords[locale]
    throw new UsageFault(`${missingValue(`--${name}`, helpWords[locale].values[value])} ${seeHelp(command.name)}`)
  }
}

function refuseUnknownChoices(command: Command, input: Input, locale: Locale): void {
  for (const { name, choices } of [...command.options, ...everyCommand]) {
    const value = input.options[name]
    if (choices === undefined || typeof value !== 'string' || choices.includes(value)) continue
    throw new UsageFault(terminalWords[locale].unknownChoice(value, `--${name}`, listText(choices, locale)))
  }
}

/** The first word that no argument of the command takes; values of options are none. */
function extraWord(words: readonly string[], command: Command | undefined): string {
  const withValue = [...(command?.options ?? []), ...everyCommand].flatMap(({ name, value }) =>
    value === undefined ? [] : [`--${name}`],
  )
  const plain = words.filter((word, at) => !word.startsWith('-') && !withValue.includes(words[at - 1] ?? ''))
  return plain[1 + (command?.arguments.length ?? 0)] ?? words.at(-1) ?? ''
}

/** What the parser objected to, in the reader's words. */
function explained(fault: CommanderError, words: readonly string[], locale: Locale): string {
  const says = terminalWords[locale]
  const help = helpWords[locale]
  const command = commands.find(({ name }) => words.includes(name))
  const name = command?.name ?? 'bundlinje'
  const quoted = /'([^']*)'/.exec(fault.message)?.[1] ?? ''
  const options: readonly Option[] = [...(command?.options ?? []), ...everyCommand]
  const see = command === undefined ? '' : ` ${says.seeHelp(name)}`
  switch (fault.code) {
    case 'commander.unknownCommand': {
      const [nearest] = nearestWords(
        quoted,
        commands.map((one) => one.name),
      )
      return `${says.unknownCommand(quoted, nearest)}${nearest === undefined ? ` ${help.more}` : ''}`
    }
    case 'commander.unknownOption': {
      const [nearest] = nearestWords(
        quoted,
        options.map((option) => `--${option.name}`),
      )
      return says.unknownOption(quoted, name, nearest) + see
    }
    case 'commander.missingArgument':
      return says.missingArgument(help.values[quoted as keyof typeof help.values] ?? quoted, name) + see
    case 'commander.optionMissingArgument': {
      const option = options.find((one) => quoted.startsWith(`--${one.name} `))
      return says.missingValue(`--${option?.name ?? quoted}`, help.values[option?.value ?? 'text']) + see
    }
    case 'commander.excessArguments':
      return says.tooMany(extraWord(words, command), name) + see
    default:
      return `${says.cannot}${fault.message}`
  }
}
