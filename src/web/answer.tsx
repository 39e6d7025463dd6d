/** From a reader's address to the page that answers it. */
import { type VNode } from 'preact'
import { type ContractLibrary, type OpenContract, type SurveyLine, surveyContract } from '../operations/index.ts'
import { annexData } from './annex/data.ts'
import { AnnexPage } from './annex/page.tsx'
import { LibraryPage } from './library/page.tsx'
import { BrokenPage, NotFoundPage } from './problem/page.tsx'
import { type Reader } from './reader.ts'
import { statementData } from './statement/data.ts'
import { StatementPage } from './statement/page.tsx'

export type Shelf = {
  library: ContractLibrary
  first: string
  /** Opens every contract, one at a time, letting requests in between. */
  warm: () => Promise<void>
}

export type Answered = { status: number; page: VNode }

/** The longest the front page waits for contracts that are still being opened. */
const patienceMs = 2000

export function openShelf(library: ContractLibrary, first: string): Shelf {
  let warming: Promise<void> | undefined
  const warm = async () => {
    for (const name of inOrder(library.names(), first)) {
      const shelved = library.open(name)
      if (shelved !== undefined) surveyContract(library, shelved)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { library, first, warm: () => (warming ??= warm()) }
}

const inOrder = (names: readonly string[], first: string): string[] =>
  [...names].sort((a, b) => Number(b === first) - Number(a === first))

/** The page at an address. */
export async function answer(shelf: Shelf, reader: Reader): Promise<Answered> {
  const { address } = reader
  if (address.page === 'library') return libraryAnswer(shelf, reader)
  const shelved = shelf.library.open(address.contract)
  if (shelved === undefined) {
    return { status: 404, page: <NotFoundPage reader={reader} contract={address.contract} /> }
  }
  if ('failure' in shelved) {
    return { status: 200, page: <BrokenPage reader={reader} name={shelved.name} failure={shelved.failure} /> }
  }
  const page = contractPage(shelf.library, shelved, reader)
  return { status: 200, page }
}

/** A page of a contract that could be opened. Terms that are wrong have no words and no amounts, only their text. */
function contractPage(
  library: ContractLibrary,
  shelved: { name: string; contract: OpenContract },
  reader: Reader,
): VNode {
  const { address } = reader
  switch (address.page) {
    case 'annex': {
      const data = annexData(library, shelved.name, shelved.contract, reader)
      return data === undefined ? <NotFoundPage reader={reader} /> : <AnnexPage reader={reader} data={data} />
    }
    case 'statement': {
      const data = statementData(library, shelved.name, shelved.contract, reader)
      return data === undefined ? <NotFoundPage reader={reader} /> : <StatementPage reader={reader} data={data} />
    }
    default:
      return <NotFoundPage reader={reader} />
  }
}

async function libraryAnswer(shelf: Shelf, reader: Reader): Promise<Answered> {
  const { library, first } = shelf
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
  return { status: 200, page: <LibraryPage reader={reader} data={{ lines, first, waiting }} /> }
}
