/**
 * A case followed: what the municipality is now expected to end with, three lines, every assumption with its verdict and since when,
 * and what each means in money. Where there is nothing to follow yet, why.
 */
import {
  caseWords,
  currencyWord,
  dateText,
  followAsked,
  followEmpty,
  followHeadlines,
  followWords,
  oneDecimal,
  problemParts,
  thousandText,
} from '../../../locales/index.ts'
import { type FollowedCase, monthEnd } from '../../operations/index.ts'
import { hrefOf } from '../address.ts'
import { Kroner } from '../parts/amount.tsx'
import { CaseFrame, caseLink, casesCrumb } from '../parts/case-page.tsx'
import { DayFaults, DayField } from '../parts/day-field.tsx'
import { Opening } from '../parts/page.tsx'
import { type Reader } from '../reader.ts'
import { AssumptionsSection } from './assumptions.tsx'
import { CostsSection } from './costs.tsx'
import { type FollowedData, type ShownFollowing } from './data.ts'
import { FiguresSection } from './figures.tsx'
import { ScenarioKept, ScenarioLinks } from '../parts/scenario-choice.tsx'

export function FollowedPage({ reader, data }: { reader: Reader; data: FollowedData }) {
  const { locale } = reader
  const words = followWords[locale]
  const { name, compiled, found } = data
  const { following } = found
  const title = `${words.title}: ${compiled.file.title[locale]}`
  const note = compiled.file.inContract?.note?.[locale]
  return (
    <CaseFrame reader={reader} name={name} title={title}>
      <Opening
        reader={reader}
        from={casesCrumb(reader)}
        title={title}
        {...(following === undefined ? {} : { lead: basisOf(data, reader) })}
      >
        {note !== undefined && <p class="measure act rests-on">{note}</p>}
      </Opening>
      {data.state === 'no-contract' || data.state === 'not-linked' ? (
        <NotLinked reader={reader} data={data} state={data.state} />
      ) : (
        <>
          <Choosing reader={reader} data={data} />
          {following === undefined ? (
            <NothingYet reader={reader} data={data} state={data.state === 'no-facts' ? 'no-facts' : 'not-begun'} />
          ) : (
            <Followed reader={reader} data={{ ...data, following }} />
          )}
        </>
      )}
    </CaseFrame>
  )
}

function basisOf({ found, compiled, scenario }: FollowedData, { locale }: Reader): string {
  return followWords[locale].basis({
    day: dateText(found.asOf, locale),
    scenario: caseWords[locale].scenarios[scenario],
    contract: found.contract!.readings[0]!.terms.versions.at(-1)!.agreement.title[locale],
    year: String(compiled.file.priceYear),
  })
}

/** Another day, and narrow or broad: both in the address, so that they work without script. */
function Choosing({ reader, data: { name, found, scenario, faults } }: { reader: Reader; data: FollowedData }) {
  const { locale, address } = reader
  const words = followWords[locale]
  const day = address.to === undefined ? {} : { to: address.to }
  return (
    <div class="noprint">
      <ScenarioLinks reader={reader} name={name} page="followed" scenario={scenario} kept={day} />
      <div class="days case-after">
        <DayFaults faults={faults} />
        <form class="dates" method="get" action={hrefOf({ locale, page: 'followed', case: name })}>
          <ScenarioKept reader={reader} scenario={scenario} />
          <DayField reader={reader} choice="to" label={words.day} day={found.asOf} isRequired />
          <button type="submit">{words.show}</button>
        </form>
      </div>
    </div>
  )
}

function NotLinked({
  reader,
  data: { name, compiled },
  state,
}: {
  reader: Reader
  data: FollowedData
  state: 'no-contract' | 'not-linked'
}) {
  const { locale } = reader
  const { states, howToLink, seeCase } = followWords[locale]
  // A case that says why it is not followed is not asked to be.
  const isTold = compiled.file.inContract?.note !== undefined
  return (
    <section class="case-section" aria-labelledby="not-linked">
      <h2 id="not-linked">{states[state]}</h2>
      {!isTold && (
        <>
          <p class="measure">{howToLink}</p>
          <pre>
            {`in-contract:
  payers: { … }
  followed:
    …: { who: everybody, goal: …, dropouts: [], completes: end }`}
          </pre>
        </>
      )}
      <p class="case-after">
        <a href={caseLink(reader, name, 'case')}>{seeCase}</a>
      </p>
    </section>
  )
}

function NothingYet({
  reader,
  data: { name, found, compiled },
  state,
}: {
  reader: Reader
  data: FollowedData
  state: 'no-facts' | 'not-begun'
}) {
  const { locale } = reader
  return (
    <section class="case-section" aria-labelledby="nothing-yet">
      <h2 id="nothing-yet">{followEmpty(state, { starts: compiled.file.starts, asOf: found.asOf, locale })}</h2>
      <p class="case-after">
        <a href={caseLink(reader, name, 'case')}>{followWords[locale].seeCase}</a>
      </p>
    </section>
  )
}

function Followed({ reader, data }: { reader: Reader; data: ShownFollowing }) {
  const { locale } = reader
  const words = followWords[locale]
  const { compiled, following, found } = data
  const { changed, assumptions } = followHeadlines({ compiled, following, locale }, (month) =>
    monthEnd(compiled, month),
  )
  return (
    <>
      <section aria-labelledby="result" class="case-result">
        <div class="total">
          <h2 id="result" class="total-label">
            {words.stands.net}, {words.strokes.now}
          </h2>
          <p class="total-amount">
            <Kroner amount={following.now.net} currency={compiled.file.currency} locale={locale} />
          </p>
          <p class="small quiet">{changed}</p>
        </div>
        <p class="sentence">{assumptions}</p>
        {[...followAsked(found, locale), ...saidOfBefore(found, locale)].map((says) => (
          <p class="measure act" key={says}>
            {says}
          </p>
        ))}
      </section>
      <FiguresSection reader={reader} data={data} />
      <StandsSection reader={reader} data={data} />
      <AssumptionsSection reader={reader} data={data} />
      <CostsSection reader={reader} data={data} />
      <section aria-labelledby="rules" class="case-section">
        <h2 id="rules">{words.heads.rules}</h2>
        <ul class="measure rules">
          {[...words.rules, words.small].map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <p class="case-after noprint">
          <a href={caseLink(reader, data.name, 'case')}>{words.seeCase}</a>
        </p>
      </section>
    </>
  )
}

const standNames = ['referred', 'started', 'succeeded', 'paid', 'net'] as const
const standColumns = ['before', 'byNow', 'reached', 'now', 'nowAsSeen'] as const

function StandsSection({ reader, data: { compiled, following } }: { reader: Reader; data: ShownFollowing }) {
  const { locale } = reader
  const words = followWords[locale]
  const currency = currencyWord(compiled.file.currency, locale)
  const names = standNames.filter((name) => compiled.repayment !== undefined || name !== 'paid')
  return (
    <section aria-labelledby="stands" class="case-section">
      <h2 id="stands">{words.heads.stands}</h2>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{words.assumptionColumns.what}</th>
            {standColumns.map((column) => (
              <th scope="col" class="number" key={column}>
                {words.standColumns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => {
            const isMoney = name === 'paid' || name === 'net'
            return (
              <tr key={name}>
                <th scope="row">{isMoney ? words.inThousands(words.stands[name], currency) : words.stands[name]}</th>
                {standColumns.map((column) => {
                  const value = following[column][name]
                  return (
                    <td
                      class={column === 'reached' ? 'number strong' : 'number'}
                      key={column}
                      data-label={words.standColumns[column]}
                    >
                      {isMoney ? thousandText(value, locale) : oneDecimal(value, locale)}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** Something in the case, or in how it is tied to its contract, is wrong or open: what, and where. */
export function WrongFollowedPage({ reader, name, found }: { reader: Reader; name: string; found: FollowedCase }) {
  const { locale, words } = reader
  const title = followWords[locale].wrong(name)
  const stops = found.problems.filter(({ severity }) => severity !== 'notice')
  return (
    <CaseFrame reader={reader} name={name} title={title}>
      <Opening reader={reader} from={casesCrumb(reader)} title={title} />
      <ul class="terms-problems">
        {stops.map((problem) => {
          const { says } = problemParts(problem, locale)
          return (
            <li key={`${problem.code} ${problem.at.line}:${problem.at.column} ${says}`}>
              <span class="act small">
                {words.terms.severity[problem.severity]}, {words.line(problem.at.line)}
              </span>
              <span>{says}</span>
            </li>
          )
        })}
      </ul>
    </CaseFrame>
  )
}

/** That some of the people came before the case begins. */
function saidOfBefore({ problems }: FollowedCase, locale: Reader['locale']): string[] {
  const told = problems.filter(({ code }) => code === 'follow-before-case')
  return told.map((one) => problemParts(one, locale).says)
}
