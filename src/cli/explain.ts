/** `bundlinje explain contracts/x 4.1`: why an amount is what it is, down to the facts. */
import { type Telling, printReason, terminalWords, tellingOf } from '../../locales/index.ts'
import {
  type Explained,
  type OpenContract,
  type ReadingSettled,
  clausesNumbered,
  explainAmount,
  explainNamedCohort,
  settleContract,
} from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { codeOf } from './exit-code.ts'
import { clauseText } from './explain-clause-page.ts'
import { cohortText } from './explain-cohort-page.ts'
import { type ExplainPage } from './explain-lines.ts'
import { explainText } from './explain-page.ts'
import { nearestWords } from './nearest.ts'
import { agreementOf, datesOf, numberOf, newestAgreement, opened, wrongTerms } from './opening.ts'
import { plainJson } from './plain-json.ts'
import { type Terminal } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

const depthOfPayment = 2
const depthOfPerson = 4

type Cohort = { is: 'cohort' } & NonNullable<ReturnType<typeof explainNamedCohort>>
type Known = Exclude<Explained, { is: 'unknown' }> | Cohort

export function run(input: Input, terminal: Terminal): ExitCode {
  const [path = '', what = ''] = input.arguments
  const contract = opened(path, terminal)
  const dates = datesOf(input, contract, terminal)
  const words = terminalWords[terminal.locale]
  const depth = numberOf(input.options.depth, 'depth', { least: 1, most: 9 }, terminal)
  terminal.progress(undefined, words.settling)
  const settlement = settleContract(contract, dates)
  const reading = settlement.readings[0]
  if (reading === undefined) throw wrongTerms(contract, terminal)
  const explained = findAll(what, input, contract, reading, terminal)
  terminal.progressDone()
  if (input.options.json === true) {
    const { currency } = newestAgreement(contract, terminal).agreement
    const telling = tellingOfReading(reading, terminal)
    const plain = explained.map((one) => ({
      ...one,
      currency,
      statement: undefined,
      ...('reason' in one
        ? { reason: printReason(one.reason, telling) }
        : { clauses: clausesNumbered(reading.settled.context.agreement, one.number, terminal.locale) }),
      ...('closed' in one ? { closed: one.closed.map((closed) => printReason(closed, telling)) } : {}),
    }))
    terminal.print(plainJson(plain.length === 1 ? plain[0] : plain, currency))
  } else {
    const texts = explained.map((one) => {
      const page = pageOf(one, depth, contract, reading, terminal)
      if (one.is === 'cohort') return cohortText(one, page)
      return one.is === 'clause' ? clauseText(one, page) : explainText(one, page)
    })
    terminal.print(texts.join('\n\n'))
  }
  return codeOf(settlement.problems)
}

/** What a name stands for; an agreement of a parameter table stands for each line of its statement. */
function findAll(
  what: string,
  input: Input,
  contract: OpenContract,
  reading: ReadingSettled,
  terminal: Terminal,
): Known[] {
  const { roster } = reading.settled.context
  const { agreements } = roster
  const named = agreements.indexOf(what)
  const isPerson = (roster.rowOf(what) ?? -1) >= 0
  // A person's id and the name of an agreement say which agreement it is; other names need one to be chosen.
  const isChosen = input.options.agreement !== undefined || !(isPerson || named >= 0)
  const agreement = isChosen ? agreementOf(input.options.agreement, agreements, terminal) : Math.max(0, named)
  const found = explainAmount(contract, reading, what, agreement)
  if (found.is !== 'unknown') return [found]
  const cohort = explainNamedCohort(reading, what, agreement)
  if (cohort !== undefined) return [{ is: 'cohort', ...cohort }]
  const lines = named < 0 ? [] : (reading.settled.statements[named]?.lines ?? [])
  const known = lines
    .map(({ payment }) => explainAmount(contract, reading, payment, named))
    .filter((one): one is Exclude<Explained, { is: 'unknown' }> => one.is !== 'unknown')
  if (known.length > 0) return known
  const words = terminalWords[terminal.locale]
  if (/^(§\s*)?\d+(\.\d+)*$/.test(what)) throw new UsageFault(words.unknownClause(what, found.clauses.join(', ')))
  throw new UsageFault(words.unknownName(what, nearestWords(what, [...found.known, ...agreements], 3)))
}

function pageOf(
  explained: Known,
  depth: number | undefined,
  contract: OpenContract,
  reading: ReadingSettled,
  terminal: Terminal,
): ExplainPage {
  const { settled } = reading
  const { versions } = settled.outcomes
  return {
    terminal,
    telling: tellingOfReading(reading, terminal),
    agreement: settled.context.agreement,
    versions: new Map(versions.map(({ name, agreement }) => [name, agreement])),
    folder: contract.folder.path,
    quoted: new Set<string>(),
    depth: depth ?? (explained.is === 'subject' ? depthOfPerson : depthOfPayment),
  }
}

function tellingOfReading({ settled }: ReadingSettled, { locale }: Terminal): Telling {
  const agreements = settled.outcomes.versions.map(({ agreement }) => agreement)
  return tellingOf(agreements, locale)
}
