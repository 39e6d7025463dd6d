/** `bundlinje help settle`: the help of a command, or the list of commands. */
import { helpWords, terminalWords } from '../../locales/index.ts'
import { type ExitCode, type Input, commands } from './commands.ts'
import { commandHelp, overviewHelp } from './help-text.ts'
import { nearestWords } from './nearest.ts'
import { type Terminal } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

export function run(input: Input, terminal: Terminal): ExitCode {
  const { locale, width } = terminal
  const [name] = input.arguments
  const command = commands.find((one) => one.name === name)
  if (name !== undefined && command === undefined) {
    const [nearest] = nearestWords(
      name,
      commands.map((one) => one.name),
    )
    throw new UsageFault(terminalWords[locale].unknownCommand(name, nearest))
  }
  if (input.options.json === true) {
    const shown = command === undefined ? commands : [command]
    const words = helpWords[locale]
    const described = shown.map((one) => ({
      ...one,
      words: words.commands[one.name],
    }))
    terminal.print(JSON.stringify(described, undefined, 2))
    return 0
  }
  terminal.print(command === undefined ? overviewHelp(locale, width) : commandHelp(command, locale, width))
  return 0
}
