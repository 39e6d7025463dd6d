/** From a reader's address to the page that answers it. */
import { type VNode } from 'preact'
import { type Day } from '../core/base/index.ts'
import { priceWords } from '../../locales/index.ts'
import {
  type CaseLibrary,
  type ContractLibrary,
  type OpenCatalogue,
  type OpenContract,
  type Runs,
  type SurveyLine,
  listPrices,
  openCatalogue,
  listFunds,
  readLines,
  showPrice,
  surveyContract,
} from '../operations/index.ts'
import { type Answered } from './answered.ts'
import { caseAnswer } from './case-answer.tsx'
import { annexData } from './annex/data.ts'
import { AnnexPage } from './annex/page.tsx'
import { calendarData } from './calendar/data.ts'
import { CalendarPage } from './calendar/page.tsx'
import { differencesData } from './differences/data.ts'
import { DifferencesPage } from './differences/page.tsx'
import { exitData } from './exit/data.ts'
import { ExitPage } from './exit/page.tsx'
import { type FactsData, FactsPage } from './facts/page.tsx'
import { investorsData } from './investors/data.ts'
import { InvestorsPage } from './investors/page.tsx'
import { fundData } from './fund/data.ts'
import { FundPage } from './fund/page.tsx'
import { LibraryPage } from './library/page.tsx'
import { PricePage } from './price/page.tsx'
import { PricesPage } from './prices/page.tsx'
import { BrokenPage, NotFoundPage, WrongTermsPage } from './problem/page.tsx'
import { type Reader } from './reader.ts'
import { RulesPage } from './rules/page.tsx'
import { SourcesPage } from './sources/page.tsx'
import { type StatementData, explainOnce, statementData } from './statement/data.ts'
import { StatementPage } from './statement/page.tsx'
import { TermsPage } from './terms/page.tsx'
import { WhyPage } from './why/page.tsx'

export type Shelf = {
  library: ContractLibrary
  cases: CaseLibrary
  /** Long work beside the server. */
  runs: Runs
  first: string
  /** The price catalogue as it lies on disk now. */
  catalogue: () => OpenCatalogue
  /** The folder of the funds. */
  funds: string
  /** The day it is, where the entrance has said. */
  today: () => Day | undefined
  /** Opens every contract and case, one at a time, and follows the cases, letting requests in between. */
  warm: () => Promise<void>
}

/** The longest the front page waits for contracts that are still being opened. */
const patienceMs = 2000

export function openShelf(
  library: ContractLibrary,
  cases: CaseLibrary,
  given: Pick<Shelf, 'first' | 'funds' | 'runs' | 'today'> & { catalogue: string },
): Shelf {
  const { first, funds, runs, today, catalogue: catalogueFolder } = given
  let warming: Promise<void> | undefined
  const warm = async () => {
    for (const name of inOrder(library.names(), first)) {
      const shelved = library.open(name)
      if (shelved !== undefined) surveyContract(library, shelved)
      await pause()
    }
    for (const name of cases.names()) {
      const open = cases.open(name)
      if (open === undefined) continue
      await pause()
      cases.line(open)
      await pause()
      cases.follow(open, { scenario: 'narrow', asOf: undefined })
      await pause()
    }
  }
  const catalogue = () => openCatalogue({ national: catalogueFolder })
  return { library, cases, runs, first, funds, today, catalogue, warm: () => (warming ??= warm()) }
}

/** Lets requests in between. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const inOrder = (names: readonly string[], first: string): string[] =>
  [...names].sort((a, b) => Number(b === first) - Number(a === first))

/** The page at an address. */
export async function answer(shelf: Shelf, reader: Reader): Promise<Answered> {
  const { address } = reader
  if (address.page === 'library') return libraryAnswer(shelf, reader)
  if (address.page === 'prices' || address.page === 'price' || address.page === 'rules') {
    return catalogueAnswer(shelf.catalogue(), reader)
  }
  if (address.page === 'fund') {
    const data = await fundData(shelf, address.fund, reader)
    return data === undefined ? notFound(reader) : { status: 200, page: <FundPage reader={reader} data={data} /> }
  }
  if (address.page === 'cases' || address.page === 'compare' || 'case' in address) {
    return caseAnswer(shelf, reader)
  }
  const shelved = shelf.library.open(address.contract)
  if (shelved === undefined) {
    return { status: 404, page: <NotFoundPage reader={reader} contract={address.contract} /> }
  }
  if ('failure' in shelved) {
    return { status: 200, page: <BrokenPage reader={reader} name={shelved.name} failure={shelved.failure} /> }
  }
  if (address.page === 'investors') return investorsAnswer(shelf, shelved, reader)
  return contractAnswer(shelf.library, shelved, reader)
}

async function investorsAnswer(shelf: Shelf, { name, contract }: Opened, reader: Reader): Promise<Answered> {
  const data = await investorsData(shelf, name, contract, reader)
  const page =
    data === undefined ? (
      <WrongTermsPage reader={reader} name={name} contract={contract} />
    ) : (
      <InvestorsPage reader={reader} data={data} />
    )
  return { status: 200, page }
}

/** A page of the price catalogue. A year that is none is told on the page, and the prices are those of no year asked for. */
function catalogueAnswer({ catalogue }: OpenCatalogue, reader: Reader): Answered {
  const { address } = reader
  const year = /^[12]\d{3}$/.test(address.year ?? '') ? { year: Number(address.year) } : {}
  if (address.page === 'rules') return { status: 200, page: <RulesPage reader={reader} catalogue={catalogue} /> }
  if (address.page !== 'price') {
    const { search, area, owner } = address
    const asked = { ...(search === undefined ? {} : { search }), ...(area === undefined ? {} : { area }) }
    const list = listPrices(catalogue, { ...asked, ...(owner === undefined ? {} : { owner }), ...year })
    const isCarried = year.year !== undefined
    const fault =
      isCarried || (address.year ?? '') === '' ? undefined : priceWords[reader.locale].notAYear(address.year!)
    return { status: 200, page: <PricesPage {...{ reader, list, isCarried, fault }} /> }
  }
  const found = showPrice(catalogue, address.price, year.year)
  if (!('line' in found)) return notFound(reader)
  const accounts = catalogue.accounts.get(found.line.price.account ?? '')
  const data = {
    ...found,
    account: accounts?.at(-1),
    index: catalogue.indexes.get(found.line.price.index ?? '')?.at(-1),
  }
  return { status: 200, page: <PricePage reader={reader} data={data} /> }
}

type Opened = { name: string; contract: OpenContract }

/** A page of a contract that could be opened. Terms that are wrong have neither words nor amounts, only their text. */
function contractAnswer(library: ContractLibrary, opened: Opened, reader: Reader): Answered {
  const { address } = reader
  const { name, contract } = opened
  const ok = (page: VNode): Answered => ({ status: 200, page })
  const wrongTerms = ok(<WrongTermsPage reader={reader} name={name} contract={contract} />)
  switch (address.page) {
    case 'annex': {
      const data = annexData(library, name, contract, reader)
      return data === undefined ? wrongTerms : ok(<AnnexPage reader={reader} data={data} />)
    }
    case 'statement': {
      const data = statementData(library, name, contract, reader)
      return data === undefined ? wrongTerms : ok(<StatementPage reader={reader} data={data} />)
    }
    case 'why': {
      const data = statementData(library, name, contract, reader)
      return data === undefined ? wrongTerms : whyAnswer(data, reader)
    }
    case 'terms':
      return ok(<TermsPage reader={reader} name={name} contract={contract} />)
    case 'sources':
      return ok(<SourcesPage reader={reader} name={name} contract={contract} />)
    case 'facts': {
      const data = factsData(opened, reader)
      return data === undefined ? notFound(reader) : ok(<FactsPage reader={reader} data={data} />)
    }
    case 'calendar': {
      const data = calendarData(name, contract, reader)
      return data === undefined ? wrongTerms : ok(<CalendarPage reader={reader} data={data} />)
    }
    case 'exit': {
      const data = exitData(name, contract, reader)
      return data === undefined ? wrongTerms : ok(<ExitPage reader={reader} data={data} />)
    }
    case 'differences': {
      const data = differencesData(library, name, contract, reader)
      return data === undefined ? wrongTerms : ok(<DifferencesPage reader={reader} data={data} />)
    }
    default:
      return notFound(reader)
  }
}

const notFound = (reader: Reader): Answered => ({ status: 404, page: <NotFoundPage reader={reader} /> })

/** Why somebody's amounts are what they are. A payment is told on the statement, so its name leads there. */
function whyAnswer(data: StatementData, reader: Reader): Answered {
  const { address } = reader
  if (address.page !== 'why') return notFound(reader)
  const { name, contract, settled, version, agreement, days, index } = data
  const explained = explainOnce(contract, settled, address.person, index)
  if (explained.is === 'unknown') return notFound(reader)
  if (explained.is === 'payment') {
    const opened = { ...data, opened: explained }
    return { status: 200, page: <StatementPage reader={reader} data={opened} /> }
  }
  // What any other clause did is told on the statement, beside the lines it did it to.
  if (explained.is === 'clause') return { status: 200, page: <StatementPage reader={reader} data={data} /> }
  return {
    status: 200,
    page: <WhyPage reader={reader} data={{ name, contract, settled, version, agreement, explained, days }} />,
  }
}

async function libraryAnswer(shelf: Shelf, reader: Reader): Promise<Answered> {
  const { library, first, funds } = shelf
  const lines: SurveyLine[] = []
  const waiting: string[] = []
  const started = performance.now()
  for (const name of inOrder(library.names(), first)) {
    // Contracts already open take no time; a cold start shows those it reached and names the others.
    if (performance.now() - started > patienceMs && !library.isOpen(name)) {
      waiting.push(name)
      continue
    }
    const shelved = library.open(name)
    if (shelved !== undefined) lines.push(surveyContract(library, shelved))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    status: 200,
    page: <LibraryPage reader={reader} data={{ lines, first, waiting, funds: listFunds(funds) }} />,
  }
}

/** Only files that the contract itself lists are shown, so that no name can lead out of its folder. */
function factsData(
  { name, contract }: { name: string; contract: OpenContract },
  { address }: Reader,
): FactsData | undefined {
  const file = [contract.folder.people, ...contract.folder.facts].find(
    (one) => one?.name.split('/').at(-1) === address.file,
  )
  if (file === undefined || address.file === undefined) return undefined
  const asked = Number(address.line ?? '2')
  const around = Number.isInteger(asked) && asked > 0 ? asked : 2
  return { name, contract, file: address.file, around, read: readLines(file, around) }
}
