/**
 * The business cases: each in a row with its sentence, what is put in and what comes back, and what it rests on.
 *
 * Thin is what is put into the effort, thick what was saved and followed to where it went, dotted what is still expected. The
 * dots run past the end of the thin line where more is expected back than was put in.
 */
import { casePageWords, caseWords, listText, wholeAmountText } from '../../../locales/index.ts'
import { type CaseLine, type OpenCase } from '../../operations/index.ts'
import { hrefOf } from '../address.ts'
import { caseLink } from '../parts/case-page.tsx'
import { Page } from '../parts/page.tsx'
import { KeyStroke } from '../parts/strokes.tsx'
import { type Reader } from '../reader.ts'

export type CasesData = { rows: readonly { name: string; open: OpenCase; line: CaseLine | undefined }[] }

type Row = CasesData['rows'][number]

export function CasesPage({ reader, data }: { reader: Reader; data: CasesData }) {
  const { locale } = reader
  const words = casePageWords[locale]
  return (
    <Page reader={reader} title={words.cases}>
      <header class="library-opening">
        <h1>{words.cases}</h1>
        <p class="lead">{words.lead}</p>
        <ul class="key small quiet">
          {(['thin', 'thick', 'dots'] as const).map((kind) => (
            <li key={kind}>
              <KeyStroke kind={kind} />
              {words.key[kind]}
            </li>
          ))}
        </ul>
        <p class="library-ways noprint">
          <a href={caseLink(reader, newCaseName[locale], 'workshop')}>{words.newCase}</a>
          <a href={hrefOf({ locale, page: 'compare' })}>{words.compareTwo}</a>
        </p>
      </header>
      <table class="library cases">
        <thead>
          <tr>
            <th scope="col">{words.columns.title}</th>
            <th scope="col" class="library-strokes">
              {words.columns.strokes}
              <br />
              {words.strokesSay}
            </th>
            <th scope="col" class="number">
              {words.columns.invested}
            </th>
            <th scope="col" class="number">
              {words.columns.saved}
            </th>
            <th scope="col">{words.columns.basis}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <CaseRow key={row.name} reader={reader} row={row} />
          ))}
        </tbody>
      </table>
    </Page>
  )
}

/** The name under which a case that is in no folder is written. */
export const newCaseName = { da: 'ny', en: 'new' } as const

function CaseRow({ reader, row }: { reader: Reader; row: Row }) {
  const { locale } = reader
  const words = casePageWords[locale]
  const { name, line } = row
  if (line === undefined) return <FaultyRow reader={reader} row={row} />
  const { caseFile, invested, saved, presentValue, breakEven, doubts } = line
  const amount = (kroner: number) => wholeAmountText(kroner, caseFile.currency, locale)
  const result = (presentValue >= 0 ? words.gains : words.lacks)(amount(Math.abs(presentValue)))
  const groups = [...caseFile.groups.values()].map(({ label }) => label[locale])
  return (
    <tr>
      <th scope="row">
        <a href={caseLink(reader, name, 'case')}>{caseFile.title[locale]}</a>
        <p>
          {result}; {breakEven === undefined ? words.notHome : words.home(String(breakEven))}
        </p>
        <p class="small quiet">
          {listText(groups, locale)}
          {'\u00a0· '}
          {words.years(caseFile.starts.year, caseFile.starts.year + caseFile.years - 1)}
        </p>
      </th>
      <td class="library-strokes">
        <CaseStrokes line={line} />
      </td>
      <td class="number" data-label={words.columns.invested}>
        {amount(invested)}
      </td>
      <td class="number" data-label={words.columns.saved}>
        {amount(saved)}
      </td>
      <td class="small library-standing">
        {doubts.length === 0 ? words.noInvented : <span class="act">{words.invented(doubts.length)}</span>}
      </td>
    </tr>
  )
}

function CaseStrokes({ line: { invested, saved, followed } }: { line: CaseLine }) {
  const whole = Math.max(invested, saved, followed, 1)
  const at = (kroner: number) => `${Math.round((Math.max(0, kroner) / whole) * 10000) / 100}%`
  return (
    <svg class="strokes case-strokes" aria-hidden="true" focusable="false">
      <line class="thin" x1="0" x2={at(invested)} y1="5" y2="5" />
      <line class="end" x1={at(invested)} x2={at(invested)} y1="0" y2="10" />
      {saved > followed && <line class="dots" x1={at(followed)} x2={at(saved)} y1="15" y2="15" />}
      {followed > 0 && <line class="thick" x1="0" x2={at(followed)} y1="15" y2="15" />}
    </svg>
  )
}

/** A case that cannot be computed keeps its row, so that nobody wonders where it went. */
function FaultyRow({ reader, row: { name, open } }: { reader: Reader; row: Row }) {
  const { locale } = reader
  const words = casePageWords[locale]
  const faults = open.problems.filter(({ severity }) => severity === 'wrong').length
  const questions = open.problems.filter(({ severity }) => severity === 'unsettled').length
  return (
    <tr>
      <th scope="row">
        <a href={caseLink(reader, name, 'workshop')}>{open.read.caseFile?.title[locale] ?? name}</a>
      </th>
      <td class="library-strokes" />
      <td class="number small quiet" data-label={words.columns.invested}>
        {reader.words.library.notComputable}
      </td>
      <td class="number small quiet" data-label={words.columns.saved}>
        {reader.words.library.notComputable}
      </td>
      <td class="small library-standing">
        <p class="act">{faults > 0 ? words.wrong(faults) : words.open(questions)}</p>
        <p class="quiet">{caseWords[locale].heads.doubts}</p>
      </td>
    </tr>
  )
}
