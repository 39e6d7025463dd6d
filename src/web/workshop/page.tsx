/** The page of the workshop: the frame, the case and what it rests on as data for the script, and the workshop itself. */
import { casePageWords, workshopWords } from '../../../locales/index.ts'
import { type DraftSetting } from '../../operations/index.ts'
import { CaseFrame, casesCrumb, caseLink } from '../parts/case-page.tsx'
import { Opening } from '../parts/page.tsx'
import { type Reader } from '../reader.ts'
import { type DraftView } from './draft.ts'
import { WorkshopView } from './view.tsx'

export type WorkshopData = {
  name: string
  /** The text as it lies in the folder, or that of an empty case. */
  saved: string
  setting: DraftSetting
  view: DraftView
  isNew: boolean
}

/** What the script of the page is handed. */
export type WorkshopSetting = {
  name: string
  saved: string
  text: string
  isNew: boolean
  locale: 'da' | 'en'
  action: string
  setting: DraftSetting
}

export function WorkshopPage({ reader, data }: { reader: Reader; data: WorkshopData }) {
  const { locale } = reader
  const words = workshopWords[locale]
  const { name, view, saved, setting, isNew } = data
  const file = view.draft.open.read.caseFile
  const title = file?.title[locale] ?? view.draft.outline?.leaves.get(`case.title.${locale}`)?.text ?? name
  const action = caseLink(reader, name, 'workshop')
  const handed: WorkshopSetting = { name, saved, text: view.draft.text, isNew, locale, action, setting }
  // Nothing in the data may end the element it stands in.
  const json = JSON.stringify(handed).replaceAll('<', '\\u003c')
  return (
    <CaseFrame reader={reader} name={name} title={`${words.title}: ${title}`} script="workshop" isNew={isNew}>
      <Opening
        reader={reader}
        from={casesCrumb(reader)}
        {...(isNew ? {} : { crumb: { href: caseLink(reader, name, 'case'), text: title } })}
        title={casePageWords[locale].tabs.workshop}
        lead={words.lead}
      />
      <div id="workshop">
        <WorkshopView view={view} locale={locale} action={action} />
      </div>
      <script type="application/json" id="workshop-setting" dangerouslySetInnerHTML={{ __html: json }} />
    </CaseFrame>
  )
}
