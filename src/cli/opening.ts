/** Opening what an argument names, or saying why it cannot be opened and what was probably meant. */
import { type Day } from '../core/base/index.ts'
import { type OpenContract, findContract, openContract } from '../operations/index.ts'
import { dateText, listText, terminalWords } from '../../locales/index.ts'
import { type Input } from './commands.ts'
import { readDate } from './dates.ts'
import { nearestWords } from './nearest.ts'
import { type Terminal } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

/** The contract in a folder, with its facts unless only the terms are needed. Throws a `UsageFault` where there is none. */
export function opened(argument: string, terminal: Terminal, { isTermsOnly = false } = {}): OpenContract {
  const words = terminalWords[terminal.locale]
  const path = argument.length > 1 ? argument.replace(/\/+$/, '') : argument
  const found = findContract(path)
  if (found.is === 'missing') throw new UsageFault(words.noFolder(path, nearestFolder(path, found.beside)))
  if (found.is === 'file') throw new UsageFault(words.isFile(path, found.folder))
  if (found.is === 'no-contract') throw new UsageFault(words.noTerms(path, someOf(found.inside, terminal)))
  const { readingHelper } = terminal
  const onRead = (share: number) => terminal.progress(share, words.reading)
  const contract = openContract(path, { isTermsOnly, onRead, readingHelper })
  if (contract === undefined) throw new UsageFault(words.noTerms(path, ''))
  return contract
}

/** The nearest by its own name, since the path to it is usually right; or else by the whole path. */
function nearestFolder(path: string, folders: readonly string[]): string | undefined {
  const lastName = (text: string) => text.split('/').at(-1) ?? text
  const [byName] = nearestWords(lastName(path), folders.map(lastName))
  return folders.find((folder) => lastName(folder) === byName) ?? nearestWords(path, folders)[0]
}

const namesMost = 8

/** Names in a sentence, the first few where there are many. */
function someOf(names: readonly string[], { locale }: Terminal): string {
  return names.length > namesMost ? `${names.slice(0, namesMost).join(', ')} …` : listText(names, locale)
}

/** That the terms cannot be computed. */
export function wrongTerms({ folder, problems }: OpenContract, { locale }: Terminal): UsageFault {
  return new UsageFault(terminalWords[locale].wrongTerms(folder.path), 1, problems)
}

/** The newest agreement under the first reading. Throws where the terms cannot be computed. */
export function newestAgreement(contract: OpenContract, terminal: Terminal) {
  const version = contract.readings[0]?.terms.versions.at(-1)
  if (version === undefined) throw wrongTerms(contract, terminal)
  return version
}

/** The two days of `--as-of`, `--to` and `--known-at`. Throws where they cannot be read or come before the agreement. */
export function datesOf(input: Input, contract: OpenContract, terminal: Terminal): { to?: Day; knownAt?: Day } {
  const words = terminalWords[terminal.locale]
  const { 'as-of': asOf, to, 'known-at': knownAt } = input.options
  if (asOf !== undefined && (to !== undefined || knownAt !== undefined)) throw new UsageFault(words.datesTogether)
  const day = (text: string | true | undefined) =>
    typeof text === 'string' ? readDate(text, terminal.locale) : undefined
  const dates = asOf === undefined ? { to: day(to), knownAt: day(knownAt) } : { to: day(asOf), knownAt: day(asOf) }
  const first = newestAgreement(contract, terminal).agreement.runs.from
  for (const one of [dates.to, dates.knownAt]) {
    if (one !== undefined && one < first) {
      throw new UsageFault(words.beforeAgreement(dateText(one, terminal.locale), dateText(first, terminal.locale)))
    }
  }
  return {
    ...(dates.to === undefined ? {} : { to: dates.to }),
    ...(dates.knownAt === undefined ? {} : { knownAt: dates.knownAt }),
  }
}

/** Refuses options that say nothing of what is at the path, which would otherwise be passed over in silence. */
export function refuseOptions(
  { arguments: [path = ''], options }: Input,
  names: readonly string[],
  belongsTo: 'fund' | 'contract',
  { locale }: Terminal,
): void {
  const found = names.find((name) => options[name] !== undefined)
  if (found !== undefined) throw new UsageFault(terminalWords[locale].optionOf(`--${found}`, belongsTo, path))
}

/** A whole number from `least` to `most` that an option was given. */
export function numberOf(
  text: string | true | undefined,
  option: string,
  bounds: { least: number; most: number },
  terminal: Terminal,
): number | undefined {
  if (typeof text !== 'string') return undefined
  const words = terminalWords[terminal.locale]
  if (!/^[-−]?\d+$/.test(text.trim())) throw new UsageFault(words.notANumber(text, `--${option}`))
  const number = Number(text.trim().replace('−', '-'))
  if (number < bounds.least || number > bounds.most)
    throw new UsageFault(words.outOfRange(text.trim(), `--${option}`, bounds))
  return number
}

/** The agreement an option names, by its number in the table; without the option the only one, or a fault. */
export function agreementOf(
  name: string | true | undefined,
  agreements: readonly string[],
  terminal: Terminal,
): number {
  const words = terminalWords[terminal.locale]
  const known = someOf(agreements, terminal)
  if (typeof name !== 'string') {
    if (agreements.length === 1) return 0
    throw new UsageFault(words.whichAgreement(known))
  }
  const at = agreements.indexOf(name)
  if (at < 0 && agreements.every((one) => one === '')) throw new UsageFault(words.onlyOneAgreement)
  if (at < 0) throw new UsageFault(words.unknownAgreement(name, known))
  return at
}
