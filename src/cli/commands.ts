/**
 * The commands: their names, arguments and options.
 *
 * This table is the only place that knows it. Parsing, help, the manual page and the completion of shells are all made
 * from it; the words stand in `locales/`.
 */
import { type CommandName, type ValueName } from '../../locales/index.ts'

/** 0: fine. 1: wrong in terms or facts. 2: the command cannot be understood. 3: unsettled, so not signable. */
export type ExitCode = 0 | 1 | 2 | 3

/** What the reader wrote, as texts: arguments in order, options by their long name. A flag without a value is `true`. */
export type Input = { arguments: readonly string[]; options: Readonly<Record<string, string | true | undefined>> }

export type Argument = { name: ValueName; isOptional?: true; isMany?: true }
export type Option = { name: string; value?: ValueName; choices?: readonly string[] }

export type Command = {
  name: CommandName
  arguments: readonly Argument[]
  options: readonly Option[]
}

/** What every command understands. */
export const everyCommand: readonly Option[] = [
  { name: 'json' },
  { name: 'locale', value: 'language', choices: ['da', 'en'] },
  { name: 'no-progress' },
  { name: 'help' },
]

const dates: readonly Option[] = [
  { name: 'as-of', value: 'date' },
  { name: 'to', value: 'date' },
  { name: 'known-at', value: 'date' },
]

export const kindsOfFlow = ['grant', 'loan', 'pool', 'donation'] as const
export const shells = ['bash', 'zsh', 'fish'] as const

export const commands: readonly Command[] = [
  {
    name: 'new',
    arguments: [{ name: 'folder', isOptional: true }],
    options: [
      { name: 'title', value: 'text' },
      { name: 'currency', value: 'currency' },
      { name: 'kind', value: 'kind', choices: kindsOfFlow },
      { name: 'goal', value: 'text' },
      { name: 'price', value: 'amount' },
      { name: 'from', value: 'date' },
      { name: 'through', value: 'date' },
      { name: 'payer', value: 'text' },
      { name: 'payee', value: 'text' },
      { name: 'people', value: 'number' },
    ],
  },
  {
    name: 'check',
    arguments: [{ name: 'contract', isMany: true }],
    options: dates,
  },
  {
    name: 'words',
    arguments: [{ name: 'contract' }],
    options: [{ name: 'clause', value: 'clause' }],
  },
  {
    name: 'payoff',
    arguments: [{ name: 'contract' }, { name: 'goal', isOptional: true }],
    options: [{ name: 'svg' }],
  },
  {
    name: 'due',
    arguments: [{ name: 'contract' }],
    options: [{ name: 'on', value: 'date' }],
  },
  {
    name: 'value',
    arguments: [{ name: 'case', isOptional: true }],
    options: [
      { name: 'xlsx', value: 'file' },
      { name: 'template', value: 'file' },
      { name: 'yaml' },
      { name: 'scenario', value: 'scenario', choices: ['narrow', 'broad'] },
      { name: 'law-as-of', value: 'date' },
      { name: 'svg', value: 'picture', choices: ['years', 'tornado', 'flow'] },
    ],
  },
  {
    name: 'follow',
    arguments: [{ name: 'case' }],
    options: [
      { name: 'as-of', value: 'date' },
      { name: 'scenario', value: 'scenario', choices: ['narrow', 'broad'] },
      { name: 'svg', value: 'picture', choices: ['net', 'paid', 'results'] },
    ],
  },
  {
    name: 'simulate',
    arguments: [{ name: 'case' }],
    options: [
      { name: 'draws', value: 'number' },
      { name: 'seed', value: 'text' },
      { name: 'workers', value: 'number' },
      { name: 'scenario', value: 'scenario', choices: ['narrow', 'broad'] },
      { name: 'law-as-of', value: 'date' },
      { name: 'csv', value: 'file' },
      { name: 'facts', value: 'folder' },
      { name: 'svg' },
    ],
  },
  {
    name: 'settle',
    arguments: [{ name: 'contract' }],
    options: [
      ...dates,
      { name: 'agreement', value: 'agreement' },
      { name: 'reading', value: 'number' },
      { name: 'issue', value: 'name' },
    ],
  },
  {
    name: 'invest',
    arguments: [{ name: 'contract' }],
    options: [
      ...dates,
      { name: 'exit', value: 'date' },
      { name: 'reading', value: 'number' },
      { name: 'draws', value: 'number' },
      { name: 'seed', value: 'text' },
    ],
  },
  {
    name: 'exit',
    arguments: [{ name: 'contract' }],
    options: [
      { name: 'on', value: 'date' },
      { name: 'known-at', value: 'date' },
      { name: 'payer', value: 'rule' },
      { name: 'investor', value: 'rule' },
    ],
  },
  {
    name: 'explain',
    arguments: [{ name: 'contract' }, { name: 'what' }],
    options: [...dates, { name: 'agreement', value: 'agreement' }, { name: 'depth', value: 'number' }],
  },
  {
    name: 'diff',
    arguments: [{ name: 'statement' }, { name: 'statement' }],
    options: [{ name: 'agreement', value: 'agreement' }],
  },
  {
    name: 'prices',
    arguments: [{ name: 'search', isOptional: true }],
    options: [
      { name: 'year', value: 'year' },
      { name: 'owner', value: 'owner', choices: ['municipality', 'region', 'state', 'citizen'] },
      { name: 'local', value: 'folder' },
      { name: 'csv' },
      { name: 'xlsx', value: 'file' },
    ],
  },
  {
    name: 'completion',
    arguments: [{ name: 'shell' }],
    options: [],
  },
  {
    name: 'help',
    arguments: [{ name: 'command', isOptional: true }],
    options: [],
  },
]
