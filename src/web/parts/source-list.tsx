/** A folder's list of sources in the reader's language, or in the other where the folder has only that; then it says so. */
import { type Locale } from '../../core/base/index.ts'
import { type OpenCase } from '../../operations/index.ts'
import { type Reader } from '../reader.ts'
import { languageOf } from './foreign.tsx'
import { Markdown, withoutHeading } from './markdown.tsx'

type List = { text: string; language: Locale }

/** Nothing where the folder has none. The only list of a folder may be written in either language, whatever its file is called. */
export function listFor(sources: OpenCase['folder']['sources'], locale: Locale): List | undefined {
  const { da, en } = sources
  if (da !== undefined && en !== undefined) return { text: sources[locale] ?? da, language: locale }
  const only = da ?? en
  return only === undefined ? undefined : { text: only, language: languageOf(only, da === undefined ? 'en' : 'da') }
}

export function SourceList({ reader: { locale, words }, list: { text, language } }: { reader: Reader; list: List }) {
  const isForeign = language !== locale
  return (
    <>
      {isForeign && <p class="measure quiet">{words.sources.onlyForeign}</p>}
      <div lang={isForeign ? language : undefined}>
        <Markdown text={withoutHeading(text)} />
      </div>
    </>
  )
}
