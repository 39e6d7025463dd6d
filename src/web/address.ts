/**
 * Addresses: which page of which contract, in which language, with which choices - and the URL of it, both ways.
 *
 *     { locale: 'da', page: 'statement', contract: 'vejle', to: '2024-12-31' }   ↔   /kontrakter/vejle/opgoerelse?til=2024-12-31
 *     { locale: 'en', page: 'statement', contract: 'vejle', to: '2024-12-31' }   ↔   /en/contracts/vejle/statement?to=2024-12-31
 *
 * The language is a part of the path, so a link that is sent on opens in the language it was read in. Switching language
 * is the same address with another locale, so the reader stays where they are.
 */
import { type Locale } from '../core/base/index.ts'

export const contractPages = ['annex', 'terms', 'calendar', 'statement', 'investors', 'differences', 'sources'] as const
/** Pages of a contract that have no tab of their own. */
export type ContractPage = (typeof contractPages)[number] | 'facts' | 'exit'

/** What a reader may choose on a page. All are texts as they stand in the URL; the page reads them. */
export type Choices = {
  to?: string
  known?: string
  open?: string
  person?: string
  reading?: string
  agreement?: string
  on?: string
  from?: string
  /** The payment whose curve a number is tried on, and the number. */
  trial?: string
  number?: string
  /** The line of the statement whose people are all shown. */
  all?: string
  /** A file of facts, and the line of it that is looked for. */
  file?: string
  line?: string
  /** What is looked for in the price catalogue, and in the prices of which year. */
  search?: string
  area?: string
  owner?: string
  year?: string
  /** The rule by which each side values an early end. */
  payer?: string
  investor?: string
  /** Of a business case: `broad`, the day whose law is used, and the two cases that are compared. */
  scenario?: string
  law?: string
  a?: string
  b?: string
  /** Of what chance decides: where it begins, and how many times it is tried. */
  seed?: string
  draws?: string
}

/** Pages of one business case. */
export const casePages = ['case', 'followed', 'workshop', 'calculation', 'uncertainty'] as const
export type CasePage = (typeof casePages)[number]

export type Address = { locale: Locale } & Choices &
  (
    | { page: 'library' }
    | { page: 'prices' }
    | { page: 'rules' }
    | { page: 'price'; price: string }
    | { page: 'fund'; fund: string }
    | { page: 'cases' }
    | { page: 'compare' }
    | { page: CasePage; case: string }
    | { page: ContractPage; contract: string }
    | { page: 'why'; contract: string; person: string }
  )

type Words = {
  contracts: string
  prices: string
  rules: string
  funds: string
  cases: string
  compare: string
  casePages: Record<CasePage, string>
  pages: Record<ContractPage | 'why', string>
  choices: Record<keyof Choices, string>
}

const words: Record<Locale, Words> = {
  da: {
    contracts: 'kontrakter',
    prices: 'priser',
    rules: 'regler',
    funds: 'fonde',
    cases: 'businesscases',
    compare: 'sammenlign',
    casePages: {
      case: '',
      followed: 'fulgt',
      workshop: 'vaerksted',
      calculation: 'regnestykke',
      uncertainty: 'usikkerhed',
    },
    pages: {
      annex: '',
      terms: 'vilkaar',
      calendar: 'kalender',
      statement: 'opgoerelse',
      investors: 'investorer',
      differences: 'forskelle',
      sources: 'kilder',
      facts: 'oplysninger',
      exit: 'slutte-foer-tid',
      why: 'hvorfor',
    },
    choices: {
      to: 'til',
      known: 'kendt',
      open: 'aaben',
      person: 'person',
      reading: 'laesning',
      agreement: 'aftale',
      on: 'den',
      from: 'fra',
      trial: 'proev',
      number: 'tal',
      all: 'alle',
      file: 'fil',
      line: 'linje',
      search: 'soeg',
      area: 'omraade',
      owner: 'ejer',
      year: 'aar',
      payer: 'betaler',
      investor: 'investor',
      scenario: 'scenarie',
      law: 'lov',
      a: 'a',
      b: 'b',
      seed: 'froe',
      draws: 'traekninger',
    },
  },
  en: {
    contracts: 'contracts',
    prices: 'prices',
    rules: 'rules',
    funds: 'funds',
    cases: 'businesscases',
    compare: 'compare',
    casePages: {
      case: '',
      followed: 'followed',
      workshop: 'workshop',
      calculation: 'calculation',
      uncertainty: 'uncertainty',
    },
    pages: {
      annex: '',
      terms: 'terms',
      calendar: 'calendar',
      statement: 'statement',
      investors: 'investors',
      differences: 'differences',
      sources: 'sources',
      facts: 'facts',
      exit: 'exit',
      why: 'why',
    },
    choices: {
      to: 'to',
      known: 'known',
      open: 'open',
      person: 'person',
      reading: 'reading',
      agreement: 'agreement',
      on: 'on',
      from: 'from',
      trial: 'try',
      number: 'number',
      all: 'all',
      file: 'file',
      line: 'line',
      search: 'search',
      area: 'area',
      owner: 'owner',
      year: 'year',
      payer: 'payer',
      investor: 'investor',
      scenario: 'scenario',
      law: 'law',
      a: 'a',
      b: 'b',
      seed: 'seed',
      draws: 'draws',
    },
  },
}

const choiceNames = Object.keys(words.da.choices) as (keyof Choices)[]

/** The URL of an address, with an anchor on the page if one is asked for. Choices left empty are left out. */
export function hrefOf(address: Address, anchor = ''): string {
  const { choices } = words[address.locale]
  const segments: string[] = address.locale === 'en' ? ['en'] : []
  const path = `/${[...segments, ...segmentsOf(address)]
    .filter((segment) => segment !== '')
    .map((segment) => encodeURIComponent(segment))
    .join('/')}`
  const query = choiceNames.flatMap((name) => {
    const value = address.page === 'why' && name === 'person' ? undefined : address[name]
    return value === undefined || value === '' ? [] : [`${choices[name]}=${encodeURIComponent(value)}`]
  })
  return path + (query.length === 0 ? '' : `?${query.join('&')}`) + (anchor === '' ? '' : `#${anchor}`)
}

function segmentsOf(address: Address): string[] {
  const { contracts, funds, prices, rules, cases, compare, pages, casePages: ofCase } = words[address.locale]
  if (address.page === 'library') return []
  if (address.page === 'cases') return [cases]
  if (address.page === 'compare') return [cases, compare]
  if ('case' in address) return [cases, address.case, ofCase[address.page]]
  if (address.page === 'prices') return [prices]
  if (address.page === 'price') return [prices, address.price]
  if (address.page === 'rules') return [rules]
  if (address.page === 'fund') return [funds, address.fund]
  const page = [contracts, address.contract, pages[address.page]]
  return address.page === 'why' ? [...page, address.person] : page
}

/** The name a choice has in the URLs, and so in the forms, of a language. */
export const choiceName = (name: keyof Choices, locale: Locale): string => words[locale].choices[name]

/** The address of a URL, or nothing where no page is. The path comes decoded or not; an unreadable one is no page. */
export function addressOf(url: string): Address | undefined {
  const { pathname, searchParams } = new URL(url, 'http://any')
  const segments = decoded(pathname)
  if (segments === undefined) return undefined
  const locale: Locale = segments[0] === 'en' ? 'en' : 'da'
  const [first, contract, page, ...rest] = locale === 'en' ? segments.slice(1) : segments
  const chosen = choicesIn(searchParams, locale)
  if (first === undefined) return { ...chosen, locale, page: 'library' }
  const { contracts, funds, pages, prices, rules, cases } = words[locale]
  if (first === cases) return rest.length > 0 ? undefined : caseAddress({ ...chosen, locale }, contract, page)
  if (first === rules && contract === undefined) return { ...chosen, locale, page: 'rules' }
  if (first === prices && page === undefined) {
    return contract === undefined
      ? { ...chosen, locale, page: 'prices' }
      : { ...chosen, locale, page: 'price', price: contract }
  }
  if (first === funds && contract !== undefined && page === undefined)
    return { ...chosen, locale, page: 'fund', fund: contract }
  if (first !== contracts || contract === undefined) return undefined
  if (page === pages.why && rest.length === 1) return { ...chosen, locale, page: 'why', contract, person: rest[0]! }
  if (rest.length > 0) return undefined
  const found = ([...contractPages, 'facts', 'exit'] as const).find((name) => pages[name] === (page ?? ''))
  return found === undefined ? undefined : { ...chosen, locale, page: found, contract }
}

/** No case may be called what the page that compares two is called. */
function caseAddress(
  chosen: Choices & { locale: Locale },
  name: string | undefined,
  page: string | undefined,
): Address | undefined {
  const { compare, casePages: ofCase } = words[chosen.locale]
  if (name === undefined) return { ...chosen, page: 'cases' }
  if (name === compare) return page === undefined ? { ...chosen, page: 'compare' } : undefined
  const found = casePages.find((one) => ofCase[one] === (page ?? ''))
  return found === undefined ? undefined : { ...chosen, page: found, case: name }
}

/** The language of a URL, also of one where no page is. */
export function localeOf(url: string): Locale {
  return /^\/en(\/|\?|#|$)/.test(url) ? 'en' : 'da'
}

function decoded(path: string): string[] | undefined {
  try {
    return path
      .split('/')
      .map((segment) => decodeURIComponent(segment))
      .filter((segment) => segment !== '')
  } catch {
    return undefined
  }
}

function choicesIn(query: URLSearchParams, locale: Locale): Choices {
  const { choices } = words[locale]
  return Object.fromEntries(
    choiceNames.flatMap((name) => {
      const value = query.get(choices[name])
      return value === null || value.trim() === '' ? [] : [[name, value.trim()]]
    }),
  )
}

/** A script as it is built for a language: `workshop.da.js`. */
export const scriptFile = (name: string, locale: Locale): string => `${name}.${locale}.js`
