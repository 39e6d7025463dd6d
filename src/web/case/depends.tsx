/** What the result depends on: the bars, and for each estimate what it must be for the case to carry itself. */
import { casePageWords, caseWords } from '../../../locales/index.ts'
import { CaseTornado } from '../parts/case-tornado.tsx'
import { type Props } from './section.tsx'
import { MustBeList } from '../parts/must-be.tsx'

export function TornadoSection({ reader, data: { shown } }: Props) {
  const { locale } = reader
  const words = casePageWords[locale].tornado
  const { compiled, report } = shown
  if (report.tornado.length === 0) return null
  return (
    <section aria-labelledby="depends" class="case-section">
      <h2 id="depends">{caseWords[locale].heads.tornado}</h2>
      <p class="measure">{words.title}.</p>
      <figure>
        <CaseTornado locale={locale} compiled={compiled} figures={report} />
      </figure>
      <h3>{caseWords[locale].heads.mustBe}</h3>
      <MustBeList mustBe={report.mustBe} currency={compiled.file.currency} locale={locale} />
    </section>
  )
}
