/**
 * What is made of a draft that was sent: a page of a case, its workbook, or, of a workbook, the text of the case in it. The draft is all
 * there is; nothing of it is kept here once it is answered.
 */
import { problemParts, workshopWords } from '../../locales/index.ts'
import { type Problem } from '../core/base/index.ts'
import {
  type CaseLibrary,
  type OpenCase,
  type RunState,
  type Runs,
  type Scenario,
  type SentDraft,
  openDraftCase,
  outlineDraft,
} from '../operations/index.ts'
import { type Choices, choiceName } from './address.ts'
import { CalculationPage } from './calculation/page.tsx'
import { type Answered } from './answered.ts'
import { type CaseData, caseData } from './case/data.ts'
import { CasePage, WrongCasePage } from './case/page.tsx'
import { draftPages } from './parts/draft-names.ts'
import { CaseFrame, casesCrumb } from './parts/case-page.tsx'
import { Opening } from './parts/page.tsx'
import { Pending } from './parts/pending.tsx'
import { scenarioChoice } from './parts/scenario-choice.tsx'
import { type Reader } from './reader.ts'
import { askedOf } from './uncertainty/data.ts'
import { UncertaintyPage } from './uncertainty/page.tsx'
import { type DraftForm } from './workshop/draft.ts'
import { type FileFault, type OpenedFile, plainTitle, workbookType } from './workshop/file-names.ts'

type Shelf = { cases: CaseLibrary; runs: Runs }
type Asked = { shelf: Shelf; reader: Reader; name: string; draft: SentDraft; open: OpenCase }

/** The answer to a button that the server alone answers; nothing where the button is another. */
export async function draftAnswer(
  shelf: Shelf,
  from: Reader,
  { name, path, text, form, does }: SentDraft & { form: DraftForm; does: string },
): Promise<Answered | undefined> {
  const [verb = '', asked = '', chosen = ''] = does.split('|')
  const page = draftPages.find((one) => one === asked) ?? 'case'
  if (verb !== 'show' && verb !== 'workbook') return undefined
  const wanted = verb === 'show' ? chosen : form.get('scenario')
  const scenario: Scenario = wanted === 'broad' ? 'broad' : 'narrow'
  const address = { ...scenarioChoice(scenario, from), ...chosenIn(form, from), locale: from.locale, page, case: name }
  const reader: Reader = { ...from, address, draft: { text, scenario } }
  const draft = { name, path, text }
  const all = { shelf, reader, name, draft, open: openDraftCase(draft) }
  if (verb === 'workbook') return workbookAnswer(all)
  const data = caseData(shelf.cases, name, all.open, reader)
  if (data === undefined) return wrong(all)
  if (page === 'uncertainty') return uncertaintyAnswer(all, data)
  return {
    status: 200,
    page:
      page === 'calculation' ? (
        <CalculationPage reader={reader} data={data} />
      ) : (
        <CasePage reader={reader} data={data} />
      ),
  }
}

/** What a form on a page of a draft says in the place of an address. */
function chosenIn(form: DraftForm, { locale }: Reader): Choices {
  return Object.fromEntries(
    (['law', 'seed', 'draws'] as const).flatMap((choice) => {
      const value = (form.get(choiceName(choice, locale)) ?? '').trim()
      return value === '' ? [] : [[choice, value]]
    }),
  )
}

/** What stands in the way is told by reading, and by valuing too. */
function wrong({ shelf, reader, name, open }: Asked, more?: readonly Problem[]): Answered {
  const problems = [...open.problems, ...(more ?? shelf.cases.value(open, {}).problems)]
  return { status: 200, page: <WrongCasePage reader={reader} name={name} open={{ ...open, problems }} /> }
}

async function uncertaintyAnswer({ shelf, reader, name, draft }: Asked, data: CaseData): Promise<Answered> {
  const { scenario, lawAsOf, shown, faults } = data
  const { compiled, report } = shown
  const { seed, draws, faults: others } = askedOf(reader.address, compiled, reader)
  const state = await shelf.runs.once({ is: 'draft', draft, scenario, lawAsOf, seed, draws })
  const digest = state.is === 'found' && state.found.is === 'drawn' ? state.found.digest : ''
  const asked = { seed, draws, faults: [...faults, ...others] }
  const shownData = { name, compiled, doubts: report.doubts, scenario, lawAsOf, asked, digest, state }
  return { status: 200, page: <UncertaintyPage reader={reader} data={shownData} /> }
}

async function workbookAnswer(all: Asked): Promise<Answered> {
  const { shelf, reader, draft } = all
  const { locale } = reader
  const state = await shelf.runs.once({ is: 'workbook', draft, locale })
  const found = state.is === 'found' && state.found.is === 'workbook' ? state.found : undefined
  if (found === undefined) return { status: 503, page: <Unfinished all={all} state={state} /> }
  if (found.bytes === undefined) return wrong(all, found.problems)
  const file = {
    name: `${plainTitle(outlineDraft(draft.text), locale)}.xlsx`,
    type: workbookType,
    content: found.bytes,
  }
  return { status: 200, page: <></>, file }
}

/** Nothing came of it, or nothing was begun. */
function Unfinished({ all: { reader, name }, state }: { all: Asked; state: RunState }) {
  const title = workshopWords[reader.locale].onward.workbook
  return (
    <CaseFrame reader={reader} name={name} title={title}>
      <Opening reader={reader} from={casesCrumb(reader)} title={title} />
      <Pending reader={reader} state={state} draws={0} />
    </CaseFrame>
  )
}

/** What is answered to the script that has sent a workbook. */
export type ImportAnswer = { text: string; file: Pick<OpenedFile, 'faults' | 'prices'> }

/** The case in a workbook, or nothing where it was not come to. */
export async function importAnswer(
  { runs }: Shelf,
  { locale }: Reader,
  bytes: Uint8Array,
): Promise<ImportAnswer | undefined> {
  const state = await runs.once({ is: 'import', bytes, file: 'case.xlsx' })
  if (state.is !== 'found' || state.found.is !== 'imported') return undefined
  const { text, problems, prices } = state.found
  const faults = problems.map((problem): FileFault => {
    const { severity, at } = problem
    return { severity, cell: at.cell ?? '', says: problemParts(problem, locale).says }
  })
  return { text, file: { faults, prices } }
}
