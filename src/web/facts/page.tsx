/** A file of facts as it lies on disk: the heads of its columns, and the rows around the one that is looked for. */
import { numberText } from '../../../locales/index.ts'
import { type FileLines, type OpenContract } from '../../operations/index.ts'
import { languageOf } from '../parts/foreign.tsx'
import { Opening, Page } from '../parts/page.tsx'
import { type Reader, linkTo } from '../reader.ts'

export type FactsData = { name: string; contract: OpenContract; file: string; around: number; read: FileLines }

export function FactsPage({ reader, data }: { reader: Reader; data: FactsData }) {
  const { locale, words } = reader
  const { read } = data
  const title = data.contract.readings[0]?.terms.versions.at(-1)?.agreement.title[locale] ?? data.name
  const last = read.lines.at(-1)?.number
  return (
    <Page reader={reader} title={`${data.file}, ${title}`} contract={data.name}>
      <Opening
        reader={reader}
        crumb={{ href: linkTo(reader, data.name, 'annex'), text: title }}
        title={data.file}
        lead={words.facts.lead}
      />
      <div class="listing" role="region" aria-label={data.file} tabindex={0}>
        <p class="listing-line listing-head">
          <span>1</span>
          <code>{read.head}</code>
        </p>
        {read.lines.map(({ number, text }) => (
          <p
            key={number}
            id={`L${number}`}
            class="listing-line"
            aria-current={number === data.around ? 'true' : undefined}
          >
            <span>{number}</span>
            <code lang={languageOf(text, locale) === locale ? undefined : languageOf(text, locale)}>{text}</code>
          </p>
        ))}
      </div>
      {read.hasMore && last !== undefined && (
        <p class="listing-more">
          <a href={linkTo(reader, data.name, 'facts', { file: data.file, line: String(last + 100) }, `L${last}`)}>
            {words.facts.more(numberText(last, locale))}
          </a>
        </p>
      )}
    </Page>
  )
}
