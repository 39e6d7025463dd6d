/**
 * The frame of a page of a draft: what is shown is only in the form that was sent, so whoever goes on to another page of it sends it
 * again. The page says that it is of a draft, on paper too.
 */
import { type ComponentChildren } from 'preact'
import { casePageWords, caseWords, workshopWords } from '../../../locales/index.ts'
import { otherLocale } from '../../core/base/index.ts'
import { hrefOf } from '../address.ts'
import { type Reader } from '../reader.ts'
import { type DraftPage, draftPages, showing } from './draft-names.ts'
import { Do } from './do-button.tsx'
import { Page } from './page.tsx'

type Draft = NonNullable<Reader['draft']>
type Frame = { reader: Reader; name: string; title: string; draft: Draft; children: ComponentChildren }

export function DraftFrame({ reader, name, title, draft, children }: Frame) {
  const { locale } = reader
  const words = workshopWords[locale].onward
  const other = otherLocale(locale)
  return (
    <Page
      reader={reader}
      title={`${words.draft}: ${title}`}
      otherHref={hrefOf({ locale: other, page: 'workshop', case: name })}
    >
      <Bar reader={reader} name={name} draft={draft} />
      <p class="draft-mark">
        <span class="act">{words.notSaved}</span>
      </p>
      {children}
    </Page>
  )
}

function Bar({ reader, name, draft: { text, scenario } }: { reader: Reader; name: string; draft: Draft }) {
  const { locale, address } = reader
  const words = workshopWords[locale].onward
  const current = draftPages.find((page) => page === address.page) ?? 'case'
  return (
    <form class="workshop-bar noprint" method="post" action={hrefOf({ locale, page: 'workshop', case: name })}>
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name="scenario" value={scenario} />
      {draftPages.map((page) => (
        <Do key={page} does={showing(page, scenario)} isPressed={page === current}>
          {casePageWords[locale].tabs[page]}
        </Do>
      ))}
      <Do does="workbook">{words.workbook}</Do>
      <Do does="compute">{words.back}</Do>
      <fieldset class="scenarios">
        <legend class="unseen">{workshopWords[locale].scenario}</legend>
        {(['narrow', 'broad'] as const).map((one) => (
          <Do key={one} does={showing(current, one)} isPressed={one === scenario}>
            {caseWords[locale].scenarios[one]}
          </Do>
        ))}
      </fieldset>
    </form>
  )
}

type Choosing = { reader: Reader; name: string; page: DraftPage; anchor?: string; children: ComponentChildren }

/** A form of what can be chosen on a page: in its address, or beside the text of the draft. */
export function ChoiceForm({ reader, name, page, anchor = '', children }: Choosing) {
  const { locale, draft } = reader
  if (draft === undefined)
    return (
      <form class="dates" method="get" action={hrefOf({ locale, page, case: name }, anchor)}>
        {children}
      </form>
    )
  return (
    <form class="dates" method="post" action={hrefOf({ locale, page: 'workshop', case: name })}>
      <input type="hidden" name="text" value={draft.text} />
      <input type="hidden" name="do" value={showing(page, draft.scenario)} />
      {children}
    </form>
  )
}
