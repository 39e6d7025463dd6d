/**
 * The uncertainty of a case: in how many of a hundred conceivable courses the municipality gains and the investor loses, for whom,
 * when, what it depends on, and which figure is worth measuring. While it is being worked out the page says how far it is.
 */
import {
  caseBasisText,
  casePageWords,
  caseWords,
  listText,
  numberText,
  onceText,
  problemParts,
  simulateWords,
  uncertaintyWords,
  wholeAmountText,
} from '../../../locales/index.ts'
import { type Problem } from '../../core/base/index.ts'
import { type DrawnCase, type PaidBy } from '../../operations/index.ts'
import { choiceName } from '../address.ts'
import { CaseFrame, RestsOn, caseLink, casesCrumb } from '../parts/case-page.tsx'
import { ChoiceForm } from '../parts/draft-page.tsx'
import { DayFaults, DayField } from '../parts/day-field.tsx'
import { NoticeList } from '../parts/notices.tsx'
import { Pending, isPending } from '../parts/pending.tsx'
import { Opening } from '../parts/page.tsx'
import { addressDay } from '../parts/typed-day.ts'
import { type Reader } from '../reader.ts'
import { type UncertaintyData } from './data.ts'
import { FilesSection } from './files.tsx'
import { DependsSection, InvestorSection, KnowingSection, OwnersSection, YearsSection } from './sections.tsx'
import { ScenarioKept, ScenarioLinks } from '../parts/scenario-choice.tsx'

type Props = { reader: Reader; data: UncertaintyData }

export function UncertaintyPage({ reader, data }: Props) {
  const { locale } = reader
  const words = uncertaintyWords[locale]
  const { name, compiled, doubts, scenario, asked, state } = data
  const title = compiled.file.title[locale]
  const basis = words.basis({
    draws: numberText(asked.draws, locale),
    seed: asked.seed,
    scenario: caseWords[locale].scenarios[scenario],
  })
  const found = state.is === 'found' ? state.found : undefined
  const drawn = found?.is === 'drawn' && found.digest === data.digest ? found : undefined
  return (
    <CaseFrame reader={reader} name={name} title={`${words.title}: ${title}`} isPending={isPending(state)}>
      <Opening
        reader={reader}
        from={casesCrumb(reader)}
        crumb={{ href: caseLink(reader, name, 'case'), text: title }}
        title={words.title}
        lead={basis}
      >
        <p class="measure quiet small case-after">
          {caseBasisText(compiled, data.lawAsOf, locale)} {drawn !== undefined && paidByText(drawn.paidBy, locale)}{' '}
          {reader.draft !== undefined && compiled.file.contract !== undefined && words.workshop.byModel}
        </p>
        <RestsOn
          locale={locale}
          compiled={compiled}
          doubts={doubts}
          {...(reader.draft === undefined ? { href: caseLink(reader, name, 'case', {}, 'doubts') } : {})}
        />
      </Opening>
      <Choosing reader={reader} data={data} />
      {drawn !== undefined ? (
        <Drawn reader={reader} data={data} drawn={drawn} />
      ) : found?.is === 'stopped' ? (
        <Stopped reader={reader} problems={found.problems} />
      ) : (
        <Pending reader={reader} state={state} draws={asked.draws} />
      )}
    </CaseFrame>
  )
}

function Drawn({ reader, data, drawn }: Props & { drawn: DrawnCase }) {
  const { locale } = reader
  const words = uncertaintyWords[locale]
  const { compiled } = data
  const { owners, investor, draws, estimates } = drawn.forecast
  const { gain, worth } = owners[0]!
  const amount = (kroner: number) => wholeAmountText(kroner, compiled.file.currency, locale)
  const part = { reader, compiled, drawn }
  return (
    <>
      <section aria-labelledby="chance" class="chance">
        <h2 id="chance" class="chance-sentence">
          {words.gain(gain.mean, draws)}
        </h2>
        <p class="measure">
          {words.mean({
            amount: amount(Math.abs(worth.mean)),
            error: amount(worth.error),
            isGain: worth.mean >= 0,
          })}
        </p>
        {investor !== undefined && <p class="measure">{words.loss(investor.loss.mean, draws)}</p>}
        <p class="measure small quiet">
          {onceText(compiled, drawn.forecast, { isByTerms: drawn.paidBy.is === 'terms', locale })}
        </p>
      </section>
      <OwnersSection {...part} />
      {investor !== undefined && <InvestorSection {...part} investor={investor} />}
      <YearsSection {...part} />
      {estimates.length > 0 && (
        <>
          <KnowingSection {...part} />
          <DependsSection {...part} />
        </>
      )}
      <Notices reader={reader} notices={drawn.notices} />
      {reader.draft === undefined && <FilesSection reader={reader} data={data} paidBy={drawn.paidBy} />}
    </>
  )
}

/** What is odd about the draws, such as a payment that rests on something nothing is drawn of. */
function Notices({ reader, notices }: { reader: Reader; notices: readonly Problem[] }) {
  if (notices.length === 0) return <></>
  return (
    <section aria-labelledby="notices" class="case-section">
      <h2 id="notices">{reader.words.terms.notices}</h2>
      <NoticeList reader={reader} problems={notices} />
    </section>
  )
}

function paidByText(paidBy: PaidBy, locale: Reader['locale']): string {
  const { ways, ties } = simulateWords[locale]
  if (paidBy.is === 'nobody') return ways.nobody
  if (paidBy.is === 'model') return ways.byModel
  return paidBy.ties.length === 0
    ? ways.byLife
    : ways.whole([
        listText(
          paidBy.ties.map((tie) => ties[tie]),
          locale,
        ),
      ])
}

/** Narrow or broad, the seed, the number of draws and the law: all of it in the address. */
function Choosing({ reader, data: { name, scenario, lawAsOf, asked } }: Props) {
  const { locale, address } = reader
  const words = uncertaintyWords[locale]
  const followed = {
    ...(address.seed === undefined ? {} : { seed: address.seed }),
    ...(address.draws === undefined ? {} : { draws: address.draws }),
    ...(lawAsOf === undefined ? {} : { law: addressDay(lawAsOf) }),
  }
  return (
    <div class="noprint chance-choosing">
      <ScenarioLinks reader={reader} name={name} page="uncertainty" scenario={scenario} kept={followed} />
      <DayFaults faults={asked.faults} />
      <ChoiceForm reader={reader} name={name} page="uncertainty">
        <ScenarioKept reader={reader} scenario={scenario} />
        <p>
          <label class="small quiet" for="seed">
            {words.seed}
          </label>
          <input type="text" id="seed" name={choiceName('seed', locale)} value={asked.seed} autocomplete="off" />
        </p>
        <p>
          <label class="small quiet" for="draws">
            {words.draws}
          </label>
          <input
            type="text"
            id="draws"
            name={choiceName('draws', locale)}
            value={numberText(asked.draws, locale)}
            inputmode="numeric"
            autocomplete="off"
          />
        </p>
        <DayField reader={reader} choice="law" label={casePageWords[locale].lawLabel} day={lawAsOf} />
        <button type="submit">{words.show}</button>
      </ChoiceForm>
    </div>
  )
}

/** What stands in the way of drawing: an estimate that says no distribution, or terms that cannot be linked. */
function Stopped({ reader, problems }: { reader: Reader; problems: readonly Problem[] }) {
  const { locale } = reader
  return (
    <ul class="terms-problems">
      {problems
        .filter(({ severity }) => severity !== 'notice')
        .map((problem) => {
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
  )
}
