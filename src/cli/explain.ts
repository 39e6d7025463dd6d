/** `bundlinje explain contracts/x 4.1`: why an amount is what it is, down to the facts. */
import { terminalWords, tellingOf } from '../../locales/index.ts'
import { explainAmount, settleContract } from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { explainText } from './explain-page.ts'
import { plainJson } from './plain-json.ts'
import { nearestWords } from './nearest.ts'
import { agreementOf, datesOf, numberOf, opened } from './opening.ts'
import { type Terminal } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

const depthOfPayment = 2
const depthOfPerson = 4

export function run(input: Input, terminal: Terminal): ExitCode {
  const [path = '', what = ''] = input.arguments
  const contract = opened(path, terminal)
  const dates = datesOf(input, contract, terminal)
  const words = terminalWords[terminal.locale]
  const depth = numberOf(input.options.depth, 'depth', { least: 1, most: 9 }, terminal)
  terminal.progress(1, words.settling)
  const settlement = settleContract(contract, dates)
  const reading = settlement.readings[0]
  if (reading === undefined) throw new UsageFault(words.wrongTerms(contract.folder.path), 1)
  const agreements = contract.measurement?.roster.agreements ?? ['']
  // A person's id says which agreement it is, so only other names need one to be chosen.
  const isPerson = (contract.measurement?.roster.rowOf(what) ?? -1) >= 0
  const agreement =
    isPerson && input.options.agreement === undefined ? 0 : agreementOf(input.options.agreement, agreements, terminal)
  const explained = explainAmount(contract, reading, what, agreement)
  terminal.progressDone()
  if (explained.is === 'unknown') {
    const isClause = /^(§\s*)?\d+(\.\d+)*$/.test(what)
    if (isClause) throw new UsageFault(words.unknownClause(what, explained.clauses.join(', ')))
    const near = nearestWords(what, [...explained.known, ...agreements], 3)
    throw new UsageFault(words.unknownName(what, near))
  }
  const code: ExitCode = settlement.isSignable ? 0 : 3
  if (input.options.json === true) {
    terminal.print(plainJson({ ...explained, statement: undefined }))
    return code
  }
  const { context, outcomes } = reading.settled
  const page = {
    terminal,
    telling: tellingOf(
      outcomes.versions.map((version) => version.agreement),
      terminal.locale,
    ),
    agreement: context.agreement,
    versions: new Map(outcomes.versions.map((version) => [version.name, version.agreement])),
    folder: contract.folder.path,
    quoted: new Set<string>(),
    depth: depth ?? (explained.is === 'subject' ? depthOfPerson : depthOfPayment),
  }
  terminal.print(explainText(explained, page))
  return code
}
