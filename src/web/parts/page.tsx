/**
 * The frame of every page: skip link, mark and language, the tabs of a contract, the content, the footer.
 *
 * The language switch is the reader's own address in the other language, so nobody loses their place.
 */
import { type ComponentChildren } from 'preact'
import { pageWords } from '../../../locales/index.ts'
import { otherLocale } from '../../core/base/index.ts'
import { type Choices, contractPages, hrefOf, scriptFile } from '../address.ts'
import { type Reader, libraryLink, linkTo } from '../reader.ts'
import { Mark } from './strokes.tsx'
import { TabBar } from './tab-bar.tsx'

export type PageFrame = {
  reader: Reader
  /** What the browser's tab says, before the name of the program. */
  title: string
  /** The contract whose tabs are shown. */
  contract?: string
  /** Other tabs than those of a contract. */
  tabs?: ComponentChildren
  /** A script of this page alone, beside the small one that every page has. */
  script?: string
  /** Something on the page is still being worked out: without script the browser looks again by itself. */
  isPending?: boolean
  /** Where the switch of language leads, when the reader's own address is no page. */
  otherHref?: string
  children: ComponentChildren
}

/** Choices that mean the same on every page of a contract, and so follow the reader from tab to tab. */
const followed = (choices: Choices): Choices => ({
  ...(choices.to === undefined ? {} : { to: choices.to }),
  ...(choices.known === undefined ? {} : { known: choices.known }),
  ...(choices.reading === undefined ? {} : { reading: choices.reading }),
})

export function Page({ reader, title, contract, tabs, script, isPending, otherHref, children }: PageFrame) {
  const { locale, words, address } = reader
  const other = otherLocale(locale)
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title === 'Bundlinje' ? title : `${title} – Bundlinje`}</title>
        <link rel="stylesheet" href="/files/style.css" />
        <link rel="icon" href="/files/mark.svg" type="image/svg+xml" />
        {['page', ...(script === undefined ? [] : [script])].map((name) => (
          <script key={name} type="module" src={`/files/${scriptFile(name, locale)}`} />
        ))}
        {isPending === true && (
          <noscript>
            <meta http-equiv="refresh" content="2" />
          </noscript>
        )}
      </head>
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <header class="top">
          <div class="wrap">
            <a class="mark" href={libraryLink(reader)}>
              <Mark />
              Bundlinje
            </a>
            <Sections reader={reader} />
            <a
              class="language small"
              href={otherHref ?? hrefOf({ ...address, locale: other })}
              lang={other}
              hreflang={other}
            >
              {pageWords[locale].otherLanguage}
            </a>
          </div>
        </header>
        {contract === undefined ? tabs : <Tabs reader={reader} contract={contract} />}
        <main id="content" tabindex={-1}>
          <div class="wrap">{children}</div>
        </main>
        <footer class="foot small">
          <div class="wrap">
            <p>{words.footer}</p>
          </div>
        </footer>
      </body>
    </html>
  )
}

/** The parts of the program, on every page; the one the reader is in is marked. */
function Sections({ reader }: { reader: Reader }) {
  const { locale, words, address } = reader
  const sections = [
    { id: 'contracts', href: libraryLink(reader), isHere: address.page === 'library' || 'contract' in address },
    {
      id: 'cases',
      href: hrefOf({ locale, page: 'cases' }),
      isHere: address.page === 'cases' || address.page === 'compare' || 'case' in address,
    },
    { id: 'funds', href: `${libraryLink(reader)}#funds`, isHere: address.page === 'fund' },
    {
      id: 'prices',
      href: hrefOf({ locale, page: 'prices' }),
      isHere: address.page === 'prices' || address.page === 'rules' || address.page === 'price',
    },
  ] as const
  return (
    <nav class="sections small" aria-label={words.sections.label}>
      <ul>
        {sections.map(({ id, href, isHere }) => (
          <li key={id}>
            <a href={href} aria-current={isHere ? 'true' : undefined}>
              {words.sections[id]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Tabs({ reader, contract }: { reader: Reader; contract: string }) {
  const { words, address } = reader
  const above = { why: 'statement', exit: 'investors' } as const
  const current = address.page === 'why' || address.page === 'exit' ? above[address.page] : address.page
  const tabs = contractPages.map((page) => ({
    href: linkTo(reader, contract, page, followed(address)),
    text: words.tabs[page],
    current: page !== current ? undefined : address.page === page ? ('page' as const) : ('true' as const),
  }))
  return <TabBar label={words.pagesOfContract} tabs={tabs} />
}

/** The opening of a contract's page: where we are, what the page is, and the one line under it. */
export function Opening({
  reader,
  from = { href: libraryLink(reader), text: reader.words.contracts },
  crumb,
  title,
  lead,
  children,
}: {
  reader: Reader
  /** The list that the page is one of. */
  from?: { href: string; text: string }
  crumb?: { href: string; text: string }
  title: string
  lead?: ComponentChildren
  children?: ComponentChildren
}) {
  return (
    <header class="opening">
      <p class="small crumb">
        <span class="noprint">
          <a href={from.href}>{from.text}</a>
          {crumb !== undefined && ' · '}
        </span>
        {crumb !== undefined && (
          <a class="crumb-of" href={crumb.href}>
            {crumb.text}
          </a>
        )}
      </p>
      <h1>{title}</h1>
      {lead !== undefined && <p class="lead">{lead}</p>}
      {children}
    </header>
  )
}
