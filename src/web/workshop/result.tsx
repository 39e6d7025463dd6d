/** What the draft comes to: the sentence, who pays and who gains, year by year, what it depends on. Follows a moving hand. */
import { casePageWords, caseWords, workshopWords, mustBeText } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type CaseFigures, type CaseReport, type CompiledCase } from '../../core/valuation/index.ts'
import { Kroner } from '../parts/amount.tsx'
import { whenText } from '../parts/case-answers.tsx'
import { OwnersTable } from '../parts/case-owners.tsx'
import { RestsOn } from '../parts/case-page.tsx'
import { CaseTornado } from '../parts/case-tornado.tsx'
import { CaseYears } from '../parts/case-years.tsx'
import { Chance } from './chance.tsx'
import { type DraftView } from './draft.ts'
import { anchorOf, isStop } from './homes.ts'
import { municipalityNet } from '../../operations/index.ts'
import { notYetText } from './stops.tsx'

type Shown = CaseFigures & Pick<CaseReport, 'tornado' | 'mustBe'>

export function Result({ view, locale }: { view: DraftView; locale: Locale }) {
  const { draft, live, lastGood } = view
  const words = workshopWords[locale]
  const stops = draft.problems.filter(isStop)
  const known = draft.valued ?? lastGood
  const compiled = live?.compiled ?? known?.compiled
  const figures: Shown | undefined = live?.live ?? known?.report
  return (
    <section class="workshop-result" aria-labelledby="result" tabindex={0}>
      <h2 id="result">{words.result}</h2>
      {draft.valued === undefined && (
        <p class="not-yet" role="status">
          <span class="act">{notYetText(stops, locale)}</span>{' '}
          <a href={`#${stops[0] === undefined ? 'stops' : anchorOf(stops[0], draft.outline?.root)}`}>{words.toFirst}</a>
        </p>
      )}
      {draft.valued === undefined && figures !== undefined && <p class="small quiet">{words.lastGood}</p>}
      {compiled !== undefined && figures !== undefined && (
        <>
          <Sentence locale={locale} compiled={compiled} figures={figures} />
          <figure>
            <CaseYears locale={locale} compiled={compiled} figures={figures} />
          </figure>
          <Chance shown={view.chance} locale={locale} />
          <h3>{caseWords[locale].heads.owners}</h3>
          <OwnersTable locale={locale} compiled={compiled} figures={figures} />
          {figures.tornado.length > 0 && (
            <>
              <h3>{caseWords[locale].heads.tornado}</h3>
              <CaseTornado locale={locale} compiled={compiled} figures={figures} />
            </>
          )}
          {known !== undefined && <RestsOn locale={locale} compiled={compiled} doubts={known.report.doubts} />}
        </>
      )}
    </section>
  )
}

export function Sentence({ locale, compiled, figures }: { locale: Locale; compiled: CompiledCase; figures: Shown }) {
  const words = casePageWords[locale]
  const { currency } = compiled.file
  const { presentValue } = municipalityNet(figures)
  const [must] = figures.mustBe
  return (
    <div class="workshop-sentence">
      <p class="total-label">{presentValue >= 0 ? words.total.gains : words.total.lacks}</p>
      <p class="workshop-amount" data-result={Math.round(presentValue)}>
        <Kroner amount={Math.abs(presentValue)} currency={currency} locale={locale} />
      </p>
      <p class="small quiet">
        {words.overYears(compiled.years)}. {whenText({ locale, compiled, figures })}
      </p>
      {must !== undefined && <p class="workshop-must">{mustBeText(must, currency, locale)}</p>}
    </div>
  )
}
