/** The sources of an agreement: what is public, what is derived, assumed or invented, and what could not be rebuilt. */
import { type OpenContract } from '../../operations/index.ts'
import { headingOf } from '../parts/markdown.tsx'
import { Opening, Page } from '../parts/page.tsx'
import { SourceList, listFor } from '../parts/source-list.tsx'
import { type Reader, linkTo } from '../reader.ts'

export function SourcesPage({ reader, name, contract }: { reader: Reader; name: string; contract: OpenContract }) {
  const { locale, words } = reader
  const title = contract.readings[0]?.terms.versions.at(-1)?.agreement.title[locale] ?? name
  const list = listFor(contract.folder.sources, locale)
  const heading = list === undefined ? undefined : headingOf(list.text)
  return (
    <Page reader={reader} title={`${words.sources.title}, ${title}`} contract={name}>
      <Opening
        reader={reader}
        crumb={{ href: linkTo(reader, name, 'annex'), text: title }}
        title={words.sources.title}
        lead={heading === undefined ? undefined : <span lang={list?.language}>{heading}</span>}
      />
      {list === undefined ? <p class="measure">{words.sources.none}</p> : <SourceList reader={reader} list={list} />}
    </Page>
  )
}
