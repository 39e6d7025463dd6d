/** From an address to the page of business cases that answers it. */
import { type VNode } from 'preact'
import { type CaseLibrary } from '../operations/index.ts'
import { caseData } from './case/data.ts'
import { CasePage, NoCasePage, WrongCasePage } from './case/page.tsx'
import { CalculationPage } from './calculation/page.tsx'
import { CasesPage, type CasesData } from './cases/page.tsx'
import { ComparePage } from './compare/page.tsx'
import { NotFoundPage } from './problem/page.tsx'
import { type Reader } from './reader.ts'

export type Answered = { status: number; page: VNode }

export async function caseAnswer(cases: CaseLibrary, reader: Reader): Promise<Answered> {
  const { address } = reader
  if (address.page === 'cases') return { status: 200, page: <CasesPage reader={reader} data={await listed(cases)} /> }
  if (address.page === 'compare') return compareAnswer(cases, reader)
  if (!('case' in address)) return { status: 404, page: <NotFoundPage reader={reader} /> }
  const name = address.case
  const open = cases.open(name)
  if (open === undefined) return { status: 404, page: <NoCasePage reader={reader} name={name} /> }
  const data = caseData(cases, name, open, reader)
  if (data === undefined) return { status: 200, page: <WrongCasePage reader={reader} name={name} open={open} /> }
  const page =
    address.page === 'calculation' ? (
      <CalculationPage reader={reader} data={data} />
    ) : (
      <CasePage reader={reader} data={data} />
    )
  return { status: 200, page }
}

/** Every case in a line, letting other requests in between. */
async function listed(cases: CaseLibrary): Promise<CasesData> {
  const rows = []
  for (const name of cases.names()) {
    const open = cases.open(name)
    if (open !== undefined) rows.push({ name, open, line: cases.line(open) })
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { rows }
}

function compareAnswer(cases: CaseLibrary, reader: Reader): Answered {
  const { address, locale } = reader
  const names = cases.names().flatMap((name) => {
    const file = cases.open(name)?.read.caseFile
    return file === undefined ? [] : [{ name, title: file.title[locale] }]
  })
  const chosen = (asked: string | undefined) => {
    const open = asked === undefined ? undefined : cases.open(asked)
    return open === undefined ? undefined : caseData(cases, asked!, open, reader)
  }
  const data = { names, a: chosen(address.a), b: chosen(address.b) }
  return { status: 200, page: <ComparePage reader={reader} data={data} /> }
}
