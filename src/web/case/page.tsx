/**
 * A business case: the sentence first - what the municipality has left, when the money is back, what must be true - and then who
 * pays and who gains, year by year, what it depends on, other ways of paying, other law, and what it all rests on.
 */
import { casePageWords, problemParts, uncertaintyWords, caseBasisText } from '../../../locales/index.ts'
import { otherLocale } from '../../core/base/index.ts'
import { hrefOf } from '../address.ts'
import { Answers } from '../parts/case-answers.tsx'
import { CaseFrame, RestsOn, caseLink, casesCrumb } from '../parts/case-page.tsx'
import { ScenarioLinks, scenarioChoice } from '../parts/scenario-choice.tsx'
import { Opening, Page } from '../parts/page.tsx'
import { type OpenCase } from '../../operations/index.ts'
import { type Reader } from '../reader.ts'
import { Alternatives } from './alternatives.tsx'
import { type Props } from './section.tsx'
import { Followed } from './followed.tsx'
import { LawSection } from './law.tsx'
import { OwnersSection } from './owners.tsx'
import { DoubtsSection, StepsSection } from './steps.tsx'
import { TornadoSection } from './depends.tsx'
import { YearsSection } from './years.tsx'

export function CasePage({ reader, data }: Props) {
  const { locale } = reader
  const { name, shown, lawAsOf, scenario } = data
  const { compiled, report } = shown
  const title = compiled.file.title[locale]
  const law = lawAsOf === undefined || reader.address.law === undefined ? {} : { law: reader.address.law }
  return (
    <CaseFrame reader={reader} name={name} title={title}>
      <Opening reader={reader} from={casesCrumb(reader)} title={title} />
      <ScenarioLinks reader={reader} name={name} page="case" scenario={scenario} kept={law} />
      <Answers locale={locale} compiled={compiled} figures={report} scenario={scenario} />
      <RestsOn locale={locale} compiled={compiled} doubts={report.doubts} href="#doubts" />
      {reader.draft === undefined && (
        <p class="noprint">
          <a href={caseLink(reader, name, 'uncertainty', { ...scenarioChoice(scenario, reader), ...law })}>
            {uncertaintyWords[locale].see}
          </a>
        </p>
      )}
      <p class="measure quiet small case-after">{caseBasisText(compiled, lawAsOf, locale)}</p>
      <OwnersSection reader={reader} data={data} />
      <YearsSection reader={reader} data={data} />
      <TornadoSection reader={reader} data={data} />
      <Alternatives reader={reader} data={data} />
      <LawSection reader={reader} data={data} />
      <Followed reader={reader} data={data} />
      <StepsSection reader={reader} data={data} />
      <DoubtsSection reader={reader} data={data} />
    </CaseFrame>
  )
}

/** A case that is wrong or open has no figures: what stands in the way, and where it is mended. */
export function WrongCasePage({ reader, name, open }: { reader: Reader; name: string; open: OpenCase }) {
  const { locale } = reader
  const words = casePageWords[locale]
  const stops = open.problems.filter(({ severity }) => severity !== 'notice')
  return (
    <CaseFrame reader={reader} name={name} title={words.wrongTitle}>
      <Opening reader={reader} from={casesCrumb(reader)} title={words.wrongTitle} lead={words.wrongSays} />
      <ul class="terms-problems">
        {stops.map((problem) => {
          const { says } = problemParts(problem, locale)
          return (
            <li key={`${problem.code} ${problem.at.line}:${problem.at.column} ${says}`}>
              <span class="act small">
                {reader.words.terms.severity[problem.severity]}, {reader.words.line(problem.at.line)}
              </span>
              <span>{says}</span>
            </li>
          )
        })}
      </ul>
      <p class="fault-way">
        <a href={caseLink(reader, name, 'workshop')}>{words.tabs.workshop}</a>
      </p>
    </CaseFrame>
  )
}

export function NoCasePage({ reader, name }: { reader: Reader; name: string }) {
  const { locale, words } = reader
  return (
    <Page
      reader={reader}
      title={words.faults.notFoundTitle}
      otherHref={hrefOf({ locale: otherLocale(locale), page: 'cases' })}
    >
      <Opening
        reader={reader}
        from={casesCrumb(reader)}
        title={words.faults.notFoundTitle}
        lead={casePageWords[locale].noCase(name)}
      />
      <p class="fault-way">
        <a href={hrefOf({ locale, page: 'cases' })}>{casePageWords[locale].cases}</a>
      </p>
    </Page>
  )
}
