/** What the page of differences shows: two days settled and compared, and the versions of the terms where there are several. */
import { dateText } from '../../../locales/index.ts'
import { type Day, addDays } from '../../core/base/index.ts'
import { type Agreement } from '../../core/terms/index.ts'
import {
  type ClauseDifference,
  type ContractLibrary,
  type OpenContract,
  type StatementsCompared,
  asOfVersion,
  compareStatements,
  compareTerms,
  sheetOf,
  suggestDays,
} from '../../operations/index.ts'
import { type ReadingSettled } from '../../operations/index.ts'
import { typedDay } from '../parts/typed-day.ts'
import { type Reader } from '../reader.ts'

export type VersionsCompared = {
  before: string
  after: string
  from: Day | undefined
  clauses: ClauseDifference[]
  /** The same facts settled by each; nothing where there is nobody to settle for. */
  compared: StatementsCompared | undefined
}

export type DifferencesData = {
  name: string
  contract: OpenContract
  agreement: Agreement
  settled: ReadingSettled
  from: Day
  to: Day
  faults: string[]
  compared: StatementsCompared
  versions: VersionsCompared[]
}

/** Nothing where the terms are wrong or there is nobody to settle for. */
export function differencesData(
  library: ContractLibrary,
  name: string,
  contract: OpenContract,
  reader: Reader,
): DifferencesData | undefined {
  const suggested = suggestDays(contract)
  const agreement = contract.readings[0]?.terms.versions.at(-1)?.agreement
  if (suggested === undefined || agreement === undefined) return undefined
  const { address, locale, words } = reader
  const faults: string[] = []
  const { from: first } = agreement.runs
  const read = (text: string | undefined): Day | undefined => {
    if (text === undefined) return undefined
    const day = typedDay(text)
    if (day === undefined) faults.push(words.days.notADay(text))
    else if (day < first) faults.push(words.days.tooEarly(dateText(day, locale), dateText(first, locale)))
    else return day
    return undefined
  }
  const askedTo = read(address.to)
  const to = askedTo ?? suggested.to
  // What changed since the last statement that was issued is what is asked most; then since the period before.
  const issued = contract.issued.map((statement) => statement.to).filter((day) => day < to)
  const ended = suggested.ends.filter((end) => end < to)
  const from = read(address.from) ?? issued.at(-1) ?? ended.at(-1) ?? Math.max(first, addDays(to, -365))
  const settledOn = (day: Day, knownAt: Day) => library.settle(contract, { to: day, knownAt }).readings[0]
  const [before, after] = [settledOn(from, from), settledOn(to, askedTo === undefined ? suggested.knownAt : to)]
  const [one, other] = [sheet(before), sheet(after)]
  if (one === undefined || other === undefined || after === undefined) return undefined
  return {
    name,
    contract,
    agreement,
    settled: after,
    from,
    to,
    faults,
    compared: compareStatements(one, other),
    versions: versionsCompared(library, contract, suggested, reader),
  }
}

function sheet(reading: ReadingSettled | undefined) {
  const statement = reading?.settled.statements[0]
  return reading === undefined || statement === undefined ? undefined : sheetOf('', statement, reading.settled)
}

/** Each version beside the one before it, in words and in what the same facts come to. */
function versionsCompared(
  library: ContractLibrary,
  contract: OpenContract,
  days: { to: Day; knownAt: Day },
  { locale }: Reader,
): VersionsCompared[] {
  const versions = contract.readings[0]?.terms.versions ?? []
  return versions.slice(1).map((version, index) => {
    const earlier = versions[index]!
    const [one, other] = [earlier, version].map(({ name }) => {
      const as = asOfVersion(contract, name)
      return as === undefined ? undefined : sheet(library.settle(as.contract, days).readings[0])
    })
    return {
      before: earlier.name,
      after: version.name,
      from: version.from,
      clauses: compareTerms(earlier, version, locale),
      compared: one === undefined || other === undefined ? undefined : compareStatements(one, other),
    }
  })
}
