/** The frame of a case's pages: its tabs, where we are, and the line that says which figures nobody vouches for. */
import { type ComponentChildren } from 'preact'
import { casePageWords, doubtWords } from '../../../locales/index.ts'
import { type CompiledCase, type Doubt } from '../../core/valuation/index.ts'
import { type CasePage, type Choices, casePages, hrefOf } from '../address.ts'
import { type Reader } from '../reader.ts'
import { DraftFrame } from './draft-page.tsx'
import { Page } from './page.tsx'
import { TabBar } from './tab-bar.tsx'

type Frame = {
  reader: Reader
  name: string
  title: string
  script?: string
  /** Of a case that lies in no folder yet there is no more to see than its workshop. */
  isNew?: boolean
  /** Something on the page is still being worked out. */
  isPending?: boolean
  children: ComponentChildren
}

/** The URL of a page of a case, in the reader's language. A draft has no page of its own but the workshop. */
export const caseLink = (
  { locale, draft }: Reader,
  name: string,
  page: CasePage,
  choices: Choices = {},
  anchor = '',
): string =>
  draft === undefined
    ? hrefOf({ ...choices, locale, page, case: name }, anchor)
    : hrefOf({ locale, page: 'workshop', case: name })

const casesLink = ({ locale }: Reader): string => hrefOf({ locale, page: 'cases' })

export const casesCrumb = (reader: Reader) => ({ href: casesLink(reader), text: casePageWords[reader.locale].cases })

export function CaseFrame({ reader, name, title, script, isNew = false, isPending = false, children }: Frame) {
  const { address, locale } = reader
  const words = casePageWords[locale]
  const followed: Choices = {
    ...(address.scenario === undefined ? {} : { scenario: address.scenario }),
    ...(address.law === undefined ? {} : { law: address.law }),
  }
  const tabs = (isNew ? (['workshop'] as const) : casePages).map((page) => ({
    href: caseLink(reader, name, page, page === 'workshop' ? {} : followed),
    text: words.tabs[page],
    current: page === address.page ? ('page' as const) : undefined,
  }))
  const bar = <TabBar label={words.pagesOfCase} tabs={tabs} />
  if (reader.draft !== undefined)
    return (
      <DraftFrame reader={reader} name={name} title={title} draft={reader.draft}>
        {children}
      </DraftFrame>
    )
  return (
    <Page reader={reader} title={title} tabs={bar} isPending={isPending} {...(script === undefined ? {} : { script })}>
      {children}
    </Page>
  )
}

/** Figures that no source says; what is only computed from a source is not one of them. */
export const doubtful = (doubts: readonly Doubt[]): Doubt[] => doubts.filter(({ grade }) => grade !== 'derived')

const namedMost = 4

/** On every page and print: how many figures are invented, supposed or unverified, and the first of them by name. */
export function RestsOn({
  locale,
  compiled,
  doubts,
  href,
}: {
  locale: Reader['locale']
  compiled: CompiledCase
  doubts: readonly Doubt[]
  href?: string
}) {
  const words = casePageWords[locale]
  const weak = doubtful(doubts)
  if (weak.length === 0) return <p class="measure quiet rests-on">{words.restsOnNone}</p>
  const named = [...new Set(weak.map(({ what }) => doubtName(what, compiled, locale)))]
  const rest = named.length - namedMost
  const names = [...named.slice(0, namedMost), ...(rest > 0 ? [words.restsOnMore(rest)] : [])]
  return (
    <p class="measure rests-on">
      <span class="act">{words.restsOn(weak.length, '').replace(/\s*$/, '')}</span> {names.join('; ')}.{' '}
      {href !== undefined && (
        <a href={href} class="noprint">
          {words.seeDoubts}
        </a>
      )}
    </p>
  )
}

/** The name of a figure by its item alone. */
export const doubtName = (what: string, compiled: CompiledCase, locale: Reader['locale']): string =>
  doubtWords(what, compiled, locale).item
