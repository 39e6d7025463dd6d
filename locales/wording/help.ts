/** What each language says of the commands: the text behind `--help`, the manual page and the completion of shells. */

export type CommandName =
  | 'new'
  | 'check'
  | 'words'
  | 'payoff'
  | 'due'
  | 'follow'
  | 'simulate'
  | 'settle'
  | 'invest'
  | 'exit'
  | 'value'
  | 'explain'
  | 'diff'
  | 'prices'
  | 'completion'
  | 'help'

/** What an option or argument is a name for: `DATO` in `--as-of DATO`. */
export type ValueName =
  | 'date'
  | 'name'
  | 'number'
  | 'text'
  | 'language'
  | 'clause'
  | 'agreement'
  | 'contract'
  | 'case'
  | 'scenario'
  | 'picture'
  | 'folder'
  | 'what'
  | 'goal'
  | 'statement'
  | 'shell'
  | 'command'
  | 'currency'
  | 'kind'
  | 'amount'
  | 'share'
  | 'file'
  | 'search'
  | 'year'
  | 'owner'
  | 'rule'

export type CommandHelp = {
  /** One line for the list of commands. */
  summary: string
  /** A few sentences, one paragraph each. */
  text: readonly string[]
  arguments: Readonly<Partial<Record<ValueName, string>>>
  options: Readonly<Record<string, string>>
  examples: readonly { line: string; says: string }[]
}

export type HelpWords = {
  tagline: string
  headings: {
    usage: string
    commands: string
    arguments: string
    options: string
    everyCommand: string
    examples: string
    exitCodes: string
  }
  values: Record<ValueName, string>
  commands: Record<CommandName, CommandHelp>
  /** Options that every command has. */
  options: Readonly<Record<string, string>>
  exitCodes: readonly { code: number; says: string }[]
  /** Under the list of commands. */
  more: string
  /** The opening of the manual page. */
  manual: { title: string; opening: string }
  optional: string
}
