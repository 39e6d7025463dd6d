/** `bundlinje completion bash`: a script by which the shell completes commands, options and folders. */
import { helpWords, listText, terminalWords } from '../../locales/index.ts'
import { type Command, type ExitCode, type Input, type Option, commands, everyCommand, shells } from './commands.ts'
import { type Terminal } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

type Shell = (typeof shells)[number]

export function run(input: Input, terminal: Terminal): ExitCode {
  const shell = shells.find((name) => name === input.arguments[0])
  if (shell === undefined) {
    const words = terminalWords[terminal.locale]
    throw new UsageFault(
      words.unknownChoice(
        input.arguments[0] ?? '',
        helpWords[terminal.locale].values.shell,
        listText(shells, terminal.locale),
      ),
    )
  }
  const script = scripts[shell](terminal)
  terminal.print(input.options.json === true ? JSON.stringify({ shell, script }, undefined, 2) : script)
  return 0
}

const scripts: Record<Shell, (terminal: Terminal) => string> = { bash: bashScript, zsh: zshScript, fish: fishScript }

const optionsOf = (command: Command): readonly Option[] => [...command.options, ...everyCommand]
const names = (options: readonly Option[]) => options.map(({ name }) => `--${name}`).join(' ')

/** The words an argument may be; nothing where it is a folder. */
function argumentWords(command: Command): string {
  const [first] = command.arguments
  if (first?.name === 'shell') return shells.join(' ')
  return first?.name === 'command' ? commands.map(({ name }) => name).join(' ') : ''
}

function bashScript(): string {
  const cases = commands.map(
    (command) => `    ${command.name}) options='${names(optionsOf(command))}'; words='${argumentWords(command)}' ;;`,
  )
  const choices = [...new Map(commands.flatMap(optionsOf).map((option) => [option.name, option])).values()].flatMap(
    ({ name, choices: known }) =>
      known === undefined
        ? []
        : [`    --${name}) COMPREPLY=($(compgen -W '${known.join(' ')}' -- "$word")); return ;;`],
  )
  return [
    '# bash completion for bundlinje',
    '_bundlinje() {',
    '  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} options= words=',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} --help --version' -- "$word")); return`,
    '  fi',
    '  case $before in',
    ...choices,
    '  esac',
    '  case $command in',
    ...cases,
    '  esac',
    '  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$word"))',
    '  elif [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$word"))',
    '  else compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word")); fi',
    '}',
    'complete -F _bundlinje bundlinje',
  ].join('\n')
}

/** In zsh's own quoting: an apostrophe ends the text, is put in by itself, and begins it again. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

function zshScript({ locale }: Terminal): string {
  const words = helpWords[locale]
  const escaped = (text: string) => text.replace(/[:\\[\]]/g, '\\$&')
  const specs = (command: Command) =>
    optionsOf(command).map(({ name, value, choices }) => {
      const says = escaped(words.commands[command.name].options[name] ?? words.options[name] ?? '')
      const taken =
        value === undefined ? '' : `:${words.values[value]}:${choices === undefined ? '' : `(${choices.join(' ')})`}`
      return quoted(`--${name}[${says}]${taken}`)
    })
  const argument = (command: Command) => {
    const known = argumentWords(command)
    return quoted(known === '' ? '*:file:_files' : `1:word:(${known})`)
  }
  return [
    '#compdef bundlinje',
    '_bundlinje() {',
    '  local -a commands',
    `  commands=(${commands.map(({ name }) => quoted(`${name}:${escaped(words.commands[name].summary)}`)).join(' ')})`,
    "  if (( CURRENT == 2 )); then _describe 'command' commands; return; fi",
    '  local command=$words[2]',
    '  shift words; (( CURRENT-- ))',
    '  case $command in',
    ...commands.map(
      (command) => `    ${command.name}) _arguments ${[...specs(command), argument(command)].join(' ')} ;;`,
    ),
    '  esac',
    '}',
    'compdef _bundlinje bundlinje',
  ].join('\n')
}

function fishScript({ locale }: Terminal): string {
  const words = helpWords[locale]
  const escaped = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`
  return [
    '# fish completion for bundlinje',
    ...commands.map(
      ({ name }) =>
        `complete -c bundlinje -n __fish_use_subcommand -f -a ${name} -d ${escaped(words.commands[name].summary)}`,
    ),
    ...commands.flatMap((command) => [
      ...optionsOf(command).map(({ name, value, choices }) => {
        const says = words.commands[command.name].options[name] ?? words.options[name] ?? ''
        const taken = value === undefined ? '' : choices === undefined ? ' -r' : ` -x -a ${escaped(choices.join(' '))}`
        return `complete -c bundlinje -n '__fish_seen_subcommand_from ${command.name}' -l ${name}${taken} -d ${escaped(says)}`
      }),
      ...(argumentWords(command) === ''
        ? []
        : [
            `complete -c bundlinje -n '__fish_seen_subcommand_from ${command.name}' -f -a ${escaped(argumentWords(command))}`,
          ]),
    ]),
  ].join('\n')
}
