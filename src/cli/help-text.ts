/**
 * Help, made from the table of commands and the words of the language: for the terminal, and for the manual page.
 */
import { type Locale } from '../core/base/index.ts'
import { type CommandHelp, type HelpWords, helpWords } from '../../locales/index.ts'
import { type Command, type Option, commands, everyCommand } from './commands.ts'
import { wrapped } from './lines.ts'

/** `settle KONTRAKT [valg]`, as it is written on a line. */
function usageOf(command: Command, words: HelpWords): string {
  const parts = command.arguments.map(({ name, isOptional, isMany }) => {
    const value = words.values[name] + (isMany === true ? '…' : '')
    return isOptional === true ? `[${value}]` : value
  })
  return ['bundlinje', command.name, ...parts].join(' ')
}

/** `--as-of DATO`. */
function optionText({ name, value }: Option, words: HelpWords): string {
  return `--${name}${value === undefined ? '' : ` ${words.values[value]}`}`
}

/** The help of one command, in lines of `width` places. */
export function commandHelp(command: Command, locale: Locale, width: number): string {
  const words = helpWords[locale]
  const help = words.commands[command.name]
  const list = (rows: [string, string][]) => listed(rows, width)
  const sections: string[][] = [
    [...wrapped(`${help.summary}.`, { width })],
    [`${words.headings.usage}: ${usageOf(command, words)}`],
    ...help.text.map((paragraph) => wrapped(paragraph, { width })),
  ]
  const argumentRows = argumentsOf(command, help).map(({ value, says }): [string, string] => [
    words.values[value],
    says,
  ])
  if (argumentRows.length > 0) sections.push([`${words.headings.arguments}:`, ...list(argumentRows)])
  const optionRows = command.options.map((option): [string, string] => [
    optionText(option, words),
    help.options[option.name] ?? '',
  ])
  if (optionRows.length > 0) sections.push([`${words.headings.options}:`, ...list(optionRows)])
  sections.push([`${words.headings.everyCommand}:`, ...list(commonRows(words))])
  const examples = help.examples.flatMap(({ line, says }) => [`  ${line}`, `      ${says}`])
  if (examples.length > 0) sections.push([`${words.headings.examples}:`, ...examples])
  return sections.map((lines) => lines.join('\n')).join('\n\n')
}

/** The arguments of a command that have words, each once. */
function argumentsOf(
  command: Command,
  help: CommandHelp,
): { value: Command['arguments'][number]['name']; says: string }[] {
  const names = [...new Set(command.arguments.map(({ name }) => name))]
  return names.flatMap((value) => {
    const says = help.arguments[value]
    return says === undefined ? [] : [{ value, says }]
  })
}

/** What `bundlinje` alone says: the commands, the options they share, and the exit codes. */
export function overviewHelp(locale: Locale, width: number): string {
  const words = helpWords[locale]
  const rows = commands.map(({ name }): [string, string] => [name, words.commands[name].summary])
  const codes = words.exitCodes.map(({ code, says }): [string, string] => [String(code), says])
  const common = [...commonRows(words), ['--version', words.options.version ?? ''] as [string, string]]
  return [
    wrapped(words.tagline, { width }),
    [`${words.headings.usage}: bundlinje ${words.values.command}`],
    [`${words.headings.commands}:`, ...listed(rows, width)],
    [`${words.headings.everyCommand}:`, ...listed(common, width)],
    [`${words.headings.exitCodes}:`, ...listed(codes, width)],
    wrapped(words.more, { width }),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function commonRows(words: HelpWords): [string, string][] {
  return everyCommand.map((option) => [optionText(option, words), words.options[option.name] ?? ''])
}

/** Names at the left, what they are at the right, in step. */
function listed(rows: readonly (readonly [string, string])[], width: number): string[] {
  const left = Math.max(...rows.map(([name]) => name.length)) + 4
  return rows.flatMap(([name, says]) =>
    wrapped(says, { width, indent: ' '.repeat(left), first: `  ${name}`.padEnd(left) }),
  )
}
