/** From an address to the page of business cases that answers it. */
import { type VNode } from 'preact'
import { workbookWords } from '../../locales/index.ts'
import { type Locale } from '../core/base/index.ts'
import {
  type CaseLibrary,
  type OpenCase,
  type Runs,
  caseTemplate,
  draftSetting,
  drawPieces,
  emptyCase,
  outlineDraft,
  startDraft,
} from '../operations/index.ts'
import { type Answered, type SentFile } from './answered.ts'
import { caseData } from './case/data.ts'
import { CasePage, NoCasePage, WrongCasePage } from './case/page.tsx'
import { CalculationPage } from './calculation/page.tsx'
import { followedData } from './followed/data.ts'
import { FollowedPage, WrongFollowedPage } from './followed/page.tsx'
import { CasesPage, type CasesData, newCaseName } from './cases/page.tsx'
import { ComparePage } from './compare/page.tsx'
import { NotFoundPage } from './problem/page.tsx'
import { type Reader } from './reader.ts'
import { uncertaintyData } from './uncertainty/data.ts'
import { drawsFile, factsFile } from './uncertainty/files.tsx'
import { UncertaintyPage } from './uncertainty/page.tsx'
import { draftAnswer } from './draft-answer.tsx'
import { plainTitle, templateFiles, workbookType } from './workshop/file-names.ts'
import { type DraftForm, applyForm, draftOf, openedBy, plainLines } from './workshop/draft.ts'
import { signingIn } from './workshop/signing.ts'
import { WorkshopPage } from './workshop/page.tsx'

export async function caseAnswer(shelf: { cases: CaseLibrary; runs: Runs }, reader: Reader): Promise<Answered> {
  const { address } = reader
  const { cases } = shelf
  if (address.page === 'cases') return { status: 200, page: <CasesPage reader={reader} data={await listed(cases)} /> }
  if (address.page === 'compare') return compareAnswer(cases, reader)
  if (!('case' in address)) return { status: 404, page: <NotFoundPage reader={reader} /> }
  const name = address.case
  if (address.page === 'workshop')
    return address.file === undefined ? workshopAnswer(shelf, reader, name, new Map()) : templateAnswer(reader)
  const open = cases.open(name)
  if (open === undefined) return { status: 404, page: <NoCasePage reader={reader} name={name} /> }
  if (address.page === 'followed') return { status: 200, page: followedAnswer(cases, reader, name, open) }
  if (address.page === 'uncertainty') return uncertaintyAnswer(shelf, name, open, reader)
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

function followedAnswer(cases: CaseLibrary, reader: Reader, name: string, open: OpenCase): VNode {
  const data = followedData(cases, name, open, reader)
  if ('wrong' in data) return <WrongFollowedPage reader={reader} name={name} found={data.wrong} />
  return <FollowedPage reader={reader} data={data} />
}

/** The page of a case's uncertainty, or the file that is fetched from it once it is there. */
async function uncertaintyAnswer(
  shelf: { cases: CaseLibrary; runs: Runs },
  name: string,
  open: OpenCase,
  reader: Reader,
): Promise<Answered> {
  const asked = reader.address.file === factsFile ? 'facts' : 'case'
  const data = await uncertaintyData(shelf, name, open, reader, asked)
  if (data === undefined) return { status: 200, page: <WrongCasePage reader={reader} name={name} open={open} /> }
  const { state, compiled } = data
  const answered: Answered = { status: 200, page: <UncertaintyPage reader={reader} data={data} /> }
  const found = state.is === 'found' ? state.found : undefined
  if (reader.address.file === drawsFile && found?.is === 'drawn' && found.digest === data.digest) {
    const content = drawPieces({ compiled, draws: found.draws })
    return { ...answered, file: { name: drawsFile, type: 'text/csv; charset=utf-8', content } }
  }
  if (found?.is !== 'facts') return answered
  const { archive: content } = found
  if (content === undefined) return { status: 404, page: <NotFoundPage reader={reader} /> }
  return { ...answered, file: { name: factsFile, type: 'application/zip', content } }
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

/**
 * The workshop of a case, or of one that is in no folder yet. What a form sends is all there is: nothing is kept here. The text of
 * the form may come with the line ends of another system.
 */
export async function workshopAnswer(
  shelf: { cases: CaseLibrary; runs: Runs },
  reader: Reader,
  name: string,
  form: DraftForm,
): Promise<Answered> {
  const { locale } = reader
  const { cases } = shelf
  const open = cases.open(name)
  const isNew = Object.values(newCaseName).some((one) => one === name)
  if (open === undefined && !isNew) return { status: 404, page: <NoCasePage reader={reader} name={name} /> }
  const setting = draftSetting(open?.folder)
  const ground = startDraft(setting)
  const saved = open?.folder.source.text ?? emptyCase
  const does = form.get('do') ?? 'compute'
  const [verb = '', path = ''] = does.split('|')
  const sent = form.get('text')
  const text = sent === undefined ? saved : applyForm(`${plainLines(sent)}\n`, form, does, ground, locale)
  const onward = await draftAnswer(shelf, reader, { name, path: open?.folder.path, text, form, does })
  if (onward !== undefined) return onward
  const asked = verb === 'scenario' ? path : form.get('scenario')
  const searches = [...form].flatMap(([key, value]): [string, string][] =>
    key.startsWith('q=') && value.trim() !== '' && !(verb === 'set' && key === `q=${path}`)
      ? [[key.slice(2), value.trim()]]
      : [],
  )
  const view = {
    draft: draftOf(text, asked === 'broad' ? 'broad' : 'narrow', ground),
    lastGood: undefined,
    live: undefined,
    chance: undefined,
    searches: new Map(searches),
    signing: signingIn(form, does, text, locale),
    opened: openedBy(does, sent === undefined ? saved : plainLines(sent), text),
    canUndo: false,
    canRedo: false,
    isRestored: false,
    ground,
  }
  const page = <WorkshopPage reader={reader} data={{ name, saved, setting, view, isNew: open === undefined }} />
  return verb === 'save' ? { status: 200, page, file: savedFile(text, locale) } : { status: 200, page }
}

const savedFile = (text: string, locale: Locale): SentFile => ({
  name: `${plainTitle(outlineDraft(text), locale)}.yaml`,
  type: 'text/yaml; charset=utf-8',
  content: text,
})

/** An empty case as a workbook to fill in, in the language of its name. */
function templateAnswer(reader: Reader): Answered {
  const { address, locale } = reader
  if (address.file !== templateFiles[locale]) return { status: 404, page: <NotFoundPage reader={reader} /> }
  const file = { name: templateFiles[locale], type: workbookType, content: caseTemplate(workbookWords[locale]) }
  return { status: 200, page: <></>, file }
}
