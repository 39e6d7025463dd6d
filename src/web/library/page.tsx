/**
 * The front page: what this is, one agreement to begin with, and all agreements as rows.
 */
import {
  amountText,
  casePageWords,
  dateText,
  fundWords,
  listText,
  priceWords,
  statementWords,
} from '../../../locales/index.ts'
import { type SurveyLine } from '../../operations/index.ts'
import { hrefOf } from '../address.ts'
import { contractSumOf, mainParties, peopleAndYears } from '../parts/agreement.ts'
import { Amount } from '../parts/amount.tsx'
import { Band } from '../parts/band.tsx'
import { Page } from '../parts/page.tsx'
import { KeyStroke, Strokes } from '../parts/strokes.tsx'
import { type Reader, linkTo } from '../reader.ts'

export type LibraryData = {
  lines: readonly SurveyLine[]
  /** The agreement a newcomer begins with, if it is there. */
  first: string
  /** The names of folders that are still being opened. */
  waiting: readonly string[]
  funds: readonly { name: string; title: { da: string; en: string } }[]
}

export function LibraryPage({ reader, data }: { reader: Reader; data: LibraryData }) {
  const { words } = reader
  const first = data.lines.find(({ name, agreement }) => name === data.first && agreement !== undefined)
  const inOrder = [...data.lines].sort((a, b) => Number(b.name === data.first) - Number(a.name === data.first))
  const isDanish = ({ agreement }: SurveyLine) => agreement === undefined || agreement.currency === 'DKK'
  const groups = [
    { id: 'danish', title: words.library.danish, lines: inOrder.filter(isDanish) },
    { id: 'foreign', title: words.library.foreign, lines: inOrder.filter((line) => !isDanish(line)) },
  ].filter(({ lines }) => lines.length > 0)
  return (
    <Page reader={reader} title="Bundlinje">
      <header class="library-opening">
        <h1>{words.library.title}</h1>
        <p class="lead">{words.library.lead}</p>
        <StrokesKey reader={reader} />
      </header>
      {first !== undefined && <FirstAgreement reader={reader} line={first} />}
      {groups.map(({ id, title, lines }) => (
        <LibraryTable key={id} reader={reader} id={id} title={title} lines={lines} />
      ))}
      {data.funds.length > 0 && (
        <section aria-labelledby="funds" class="library-all library-funds">
          <h2 id="funds">{fundWords[reader.locale].title}</h2>
          <ul>
            {data.funds.map(({ name, title }) => (
              <li key={name}>
                <a href={hrefOf({ locale: reader.locale, page: 'fund', fund: name })}>{title[reader.locale]}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="library-more">
        <a href={hrefOf({ locale: reader.locale, page: 'cases' })}>{casePageWords[reader.locale].seeCases}</a>
        <a href={hrefOf({ locale: reader.locale, page: 'prices' })}>{priceWords[reader.locale].seePrices}</a>
        <a href={hrefOf({ locale: reader.locale, page: 'rules' })}>{priceWords[reader.locale].seeRules}</a>
      </p>
      {data.waiting.length > 0 && (
        <p class="quiet small library-waiting">{words.library.waiting(listText(data.waiting, reader.locale))}</p>
      )}
    </Page>
  )
}

function LibraryTable({
  reader,
  id,
  title,
  lines,
}: {
  reader: Reader
  id: string
  title: string
  lines: readonly SurveyLine[]
}) {
  const { words } = reader
  return (
    <section aria-labelledby={id} class="library-all">
      <h2 id={id}>{title}</h2>
      <table class="library">
        <thead>
          <tr>
            <th scope="col">{words.library.columns.agreement}</th>
            <th scope="col" class="library-strokes">
              {words.library.columns.state}
              <br />
              {words.library.strokesSay}
            </th>
            <th scope="col" class="number">
              {words.library.columns.earned}
            </th>
            <th scope="col" class="number">
              {words.library.columns.sum}
            </th>
            <th scope="col">{words.library.columns.standing}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.name} reader={reader} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function StrokesKey({ reader }: { reader: Reader }) {
  const { key } = reader.words.strokes
  return (
    <ul class="key small quiet">
      <li>
        <KeyStroke kind="thick" />
        {key.thick}
      </li>
      <li>
        <KeyStroke kind="dots" />
        {key.dots}
      </li>
      <li>
        <KeyStroke kind="thin" />
        {key.thin}
      </li>
    </ul>
  )
}

function FirstAgreement({ reader, line }: { reader: Reader; line: SurveyLine }) {
  const { locale, words } = reader
  const { agreement, weight, capped, days } = line
  const title = agreement!.title[locale]
  return (
    <section aria-labelledby="first" class="library-first">
      <div class="library-first-head">
        <p class="small quiet">{words.library.start}</p>
        <h2 id="first">
          <a href={linkTo(reader, line.name, 'annex')}>{title}</a>
        </h2>
        <p class="small quiet">{peopleAndYears(agreement!, reader)}</p>
      </div>
      <div>
        {weight !== undefined && <Band reader={reader} shares={weight} currency={agreement!.currency} />}
        {capped !== undefined && (
          <p class="small quiet">
            {statementWords[locale].openUnderCaps(
              amountText(capped.open, agreement!.currency, locale),
              amountText(capped.left, agreement!.currency, locale),
              (agreement!.limits ?? []).length,
            )}
          </p>
        )}
        <p class="sentence">{agreement!.purpose?.why[locale]}</p>
        <p class="library-ways">
          <a href={linkTo(reader, line.name, 'annex')}>{words.library.readAnnex}</a>
          {days !== undefined && (
            <a href={linkTo(reader, line.name, 'statement')}>{words.library.seeStatement(dateText(days.to, locale))}</a>
          )}
        </p>
      </div>
    </section>
  )
}

function Row({ reader, line }: { reader: Reader; line: SurveyLine }) {
  const { locale, words } = reader
  const { agreement, weight, days } = line
  if (agreement === undefined) return <FaultyRow reader={reader} line={line} />
  const sum = contractSumOf(agreement)
  return (
    <tr>
      <th scope="row">
        <a href={linkTo(reader, line.name, 'annex')}>{agreement.title[locale]}</a>
        <p class="small quiet">{mainParties(agreement, reader)}</p>
        <p class="small quiet">{peopleAndYears(agreement, reader)}</p>
      </th>
      <td class="library-strokes">
        {weight !== undefined && weight.isWhole && weight.reached + weight.open + weight.lost > 0n ? (
          <Strokes shares={weight} />
        ) : null}
        {days !== undefined && weight !== undefined && (
          <p class="small quiet">{words.library.asOf(dateText(days.to, locale))}</p>
        )}
      </td>
      <td class="number" data-label={words.library.columns.earned}>
        {weight === undefined ? (
          <RangeOrNothing reader={reader} line={line} />
        ) : (
          <a href={linkTo(reader, line.name, 'statement')}>
            <Amount money={weight.reached} currency={agreement.currency} locale={locale} />
          </a>
        )}
      </td>
      <td class="number" data-label={words.library.columns.sum}>
        {sum === undefined ? (
          <span class="quiet small">{words.library.sumUnknown}</span>
        ) : (
          <Amount money={sum} currency={agreement.currency} locale={locale} />
        )}
      </td>
      <td class="small library-standing">
        <Standing reader={reader} line={line} />
      </td>
    </tr>
  )
}

/** Terms with open questions have come to one amount under one answer and another under another. */
function RangeOrNothing({ reader, line }: { reader: Reader; line: SurveyLine }) {
  const { locale, words } = reader
  const { range, agreement } = line
  if (range === undefined || agreement === undefined) {
    return <span class="quiet small">{words.library.notComputable}</span>
  }
  const amount = (money: bigint) => <Amount money={money} currency={agreement.currency} locale={locale} />
  return (
    <a href={linkTo(reader, line.name, 'statement')} class="library-range">
      {amount(range.least)}
      {range.most > range.least && (
        <>
          {' '}
          {words.library.or} {amount(range.most)}
        </>
      )}
    </a>
  )
}

function Standing({ reader, line }: { reader: Reader; line: SurveyLine }) {
  const { library } = reader.words
  const { standing, factFaults, inventedCount, inventedClauses, assumedCount } = line
  return (
    <>
      <p>
        {standing.is === 'signable' ? (
          library.signable
        ) : (
          <a class="act" href={linkTo(reader, line.name, standing.is === 'wrong' ? 'terms' : 'annex')}>
            {standing.is === 'wrong' ? library.faults(standing.faults) : library.questions(standing.questions)}
          </a>
        )}
      </p>
      {factFaults > 0 && (
        <p>
          <a class="act" href={linkTo(reader, line.name, 'terms')}>
            {library.factFaults(factFaults)}
          </a>
        </p>
      )}
      <p class="quiet">
        {inventedCount === 0
          ? library.allPublic
          : library.invented(
              inventedClauses.length === 0
                ? library.someParts
                : library.clauses(listText(inventedClauses, reader.locale)),
            )}
        {assumedCount > 0 && `; ${library.assumed(assumedCount)}`}
      </p>
    </>
  )
}

/** A contract that cannot be read or computed keeps its row, so that nobody wonders where it went. */
function FaultyRow({ reader, line }: { reader: Reader; line: SurveyLine }) {
  const { library } = reader.words
  const isUnreadable = line.failure !== undefined
  return (
    <tr>
      <th scope="row">
        <a href={linkTo(reader, line.name, isUnreadable ? 'annex' : 'terms')}>{line.name}</a>
        {isUnreadable && <p class="small quiet">{line.failure}</p>}
      </th>
      <td class="library-strokes" />
      <td class="number small quiet" data-label={library.columns.earned}>
        {library.notComputable}
      </td>
      <td class="number small quiet" data-label={library.columns.sum}>
        {library.sumUnknown}
      </td>
      <td class="small library-standing">
        <p class="act">
          {isUnreadable || line.standing.is !== 'wrong' ? library.unreadable : library.faults(line.standing.faults)}
        </p>
      </td>
    </tr>
  )
}
