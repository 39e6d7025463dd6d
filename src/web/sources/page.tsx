/** The sources of an agreement: what is public, what is derived, assumed or invented, and what could not be rebuilt. */
import { type OpenContract } from '../../operations/index.ts'
import { languageOf } from '../parts/foreign.tsx'
import { Markdown, headingOf, withoutHeading } from '../parts/markdown.tsx'
import { Opening, Page } from '../parts/page.tsx'
import { type Reader, linkTo } from '../reader.ts'

export function SourcesPage({ reader, name, contract }: { reader: Reader; name: string; contract: OpenContract }) {
  const { locale, words } = reader
  const title = contract.readings[0]?.terms.versions.at(-1)?.agreement.title[locale] ?? name
  const { sources } = contract.folder
  const heading = sources === undefined ? undefined : headingOf(sources)
  const language = sources === undefined ? locale : languageOf(sources, locale)
  return (
    <Page reader={reader} title={`${words.sources.title}, ${title}`} contract={name}>
      <Opening
        reader={reader}
        crumb={{ href: linkTo(reader, name, 'annex'), text: title }}
        title={words.sources.title}
        lead={heading === undefined ? undefined : <span lang={language}>{heading}</span>}
      />
      {sources === undefined ? (
        <p class="measure">{words.sources.none}</p>
      ) : (
        <div lang={language === locale ? undefined : language}>
          <Markdown text={withoutHeading(sources)} />
        </div>
      )}
    </Page>
  )
}
