/**
 * Every page of every contract and of every business case in both languages: it is there, it is whole, nothing in it is left
 * untranslated, and no link on it is dead.
 */
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  casePageWords,
  caseWords,
  dateText,
  investWords,
  pageWords,
  priceWords,
  workshopWords,
} from '../locales/index.ts'
import { otherLocale, parseIsoDay } from '../src/core/base/index.ts'
import { createServer } from '../src/web/index.ts'
import { projectFolder } from './sources.ts'

const contracts = join(projectFolder, 'contracts')
const names = readdirSync(contracts, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(contracts, entry.name)).includes('terms.yaml'))
  .map((entry) => entry.name)

const caseNames = readdirSync(join(projectFolder, 'cases'))

const { server, warm } = createServer({ root: projectFolder, contracts, first: 'vejle-familiebehandling' })
let base = ''

beforeAll(async () => {
  await server.listen({ port: 0, host: '127.0.0.1' })
  base = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  await warm()
}, 120_000)
afterAll(() => server.close())
afterEach(followLinks, 120_000)

const paths = {
  da: ['', 'vilkaar', 'kalender', 'opgoerelse', 'investorer', 'forskelle', 'kilder', 'slutte-foer-tid'],
  en: ['', 'terms', 'calendar', 'statement', 'investors', 'differences', 'sources', 'exit'],
} as const

const rootIn = (locale: 'da' | 'en') => (locale === 'da' ? '/kontrakter' : '/en/contracts')

const casePaths = {
  da: { cases: '/businesscases', pages: ['', '/vaerksted', '/regnestykke'], compare: 'sammenlign', isNew: 'ny' },
  en: { cases: '/en/businesscases', pages: ['', '/workshop', '/calculation'], compare: 'compare', isNew: 'new' },
} as const
const caseChoices = { da: ['scenarie=bredt', 'lov=2023-09-30'], en: ['scenario=broad', 'law=2023-09-30'] } as const

describe.each(['da', 'en'] as const)('in %s', (locale) => {
  const root = rootIn(locale)

  test('the front page lists every contract', async () => {
    const page = await check(locale === 'da' ? '/' : '/en', locale)
    for (const name of names) expect(page, name).toContain(`${root}/${name}`)
  })

  test.each(names)('the pages of %s', { timeout: 60_000 }, async (name) => {
    for (const path of paths[locale]) {
      const page = await check(`${root}/${name}${path === '' ? '' : `/${path}`}`, locale)
      if (path === paths[locale][3]) await checkLines(page, locale)
    }
  })

  test.each(caseNames)('the pages of the case of %s', { timeout: 60_000 }, async (name) => {
    const { cases, pages, compare } = casePaths[locale]
    expect(await check(cases, locale)).toContain(`${cases}/${name}"`)
    for (const path of pages) await check(`${cases}/${name}${path}`, locale)
    checkDoubts(await check(`${cases}/${name}`, locale), locale)
    const [scenario, law] = caseChoices[locale]
    for (const path of [pages[0], pages[2]]) {
      const broad = await check(`${cases}/${name}${path}?${scenario}`, locale)
      expect(textOf(broad)).toContain(caseWords[locale].scenarios.broad)
      await check(`${cases}/${name}${path}?${scenario}&${law}`, locale)
    }
    for (const other of caseNames) await check(`${cases}/${compare}?a=${name}&b=${other}`, locale)
  })

  test('a case that is none, a new one, and a day that is none', async () => {
    const { cases, pages, compare, isNew } = casePaths[locale]
    const workshop = await check(`${cases}/${isNew}${pages[1]}`, locale)
    // What no field could go on asking of is not offered to be added.
    expect(workshop).toContain('<option value="contract">')
    expect(workshop).not.toContain('<option value="in-contract">')
    await check(`${cases}/${compare}`, locale)
    for (const path of pages) await check(`${cases}/nobody${path}`, locale, 404)
    await check(`${cases}/..%2fcontracts`, locale, 404)
    const law = locale === 'da' ? 'lov' : 'law'
    const page = await check(`${cases}/vejle?${law}=2023-02-30`, locale)
    expect(textOf(page)).toContain(pageWords[locale].days.notADay('2023-02-30'))
    const cannot = await check(`${cases}/drc?${law}=2010-01-01`, locale)
    const day = dateText(parseIsoDay('2010-01-01')!, locale).replaceAll('\u00a0', ' ')
    expect(textOf(cannot)).toContain(casePageWords[locale].lawCannot(day))
    expect(cannot).toContain('id="owners"')
  })

  test('the sources are in the language of the reader, or it is told that they are not', async () => {
    const { cases, pages } = casePaths[locale]
    const told = await check(`${cases}/drc${pages[2]}`, locale)
    expect(told).toContain(locale === 'da' ? 'Hvor pengene er fra' : 'Where the money is from')
    const foreign = pageWords[locale].sources.onlyForeign
    expect(told).not.toContain(foreign)
    const [home, abroad] = locale === 'da' ? ['impact60', 'denver'] : ['denver', 'impact60']
    const sources = paths[locale][6]
    expect(await check(`${root}/${home}/${sources}`, locale)).not.toContain(foreign)
    expect(await check(`${root}/${abroad}/${sources}`, locale)).toContain(foreign)
  })

  test('where no outlay is told, that is said before the figures, no gain is told, and the case is a step away', async () => {
    const { noOutlays, notTold } = investWords[locale]
    const told = await check(`${root}/ikast-brande-housing-first/${paths[locale][4]}`, locale)
    const [before = '', after = ''] = told.split('<table')
    expect(before).toContain(noOutlays)
    expect(before).toContain(`${casePaths[locale].cases}/ikast-brande"`)
    expect(after.split(`>${notTold}<`).length - 1).toBe(6)
    expect(await check(`${root}/vejle-familiebehandling/${paths[locale][4]}`, locale)).not.toContain(noOutlays)
  })
})

describe.each(['da', 'en'] as const)('what belongs to no contract, in %s', (locale) => {
  const root = rootIn(locale)

  test('the price catalogue, every price of it, and the rules', { timeout: 60_000 }, async () => {
    const start = locale === 'da' ? '' : '/en'
    const [prices, rules] = locale === 'da' ? ['priser', 'regler'] : ['prices', 'rules']
    const list = await check(`${start}/${prices}`, locale)
    const each = hrefs(list).filter((href) => href.startsWith(`${start}/${prices}/`))
    expect(each.length).toBeGreaterThan(80)
    for (const href of each) await check(href, locale)
    const unknown = await check(`${start}/${prices}?${locale === 'da' ? 'aar' : 'year'}=abc`, locale)
    expect(textOf(unknown)).toContain(priceWords[locale].notAYear('abc'))
    const told = textOf(await check(`${start}/${rules}`, locale))
    expect(told).toContain('1.680.000'.replaceAll('.', locale === 'da' ? '.' : ','))
    await check(`${start}/${prices}/nothing`, locale, 404)
  })

  test('the uncertainty of every case, while it is drawn and then', { timeout: 600_000 }, async () => {
    const [root, page, draws] =
      locale === 'da' ? ['/businesscases', 'usikkerhed', 'traekninger'] : ['/en/businesscases', 'uncertainty', 'draws']
    for (const name of readdirSync(join(projectFolder, 'cases'))) {
      const path = `${root}/${name}/${page}?${draws}=100`
      await check(path, locale)
      await expect
        .poll(async () => (await fetch(base + path)).text(), { timeout: 300_000 })
        .not.toContain('data-pending')
      expect(textOf(await check(path, locale))).toMatch(/\b100\b/)
    }
  })

  test('a fund has a page, and a name that is none has not', async () => {
    const funds = locale === 'da' ? '/fonde' : '/en/funds'
    const page = await check(`${funds}/effekt-i`, locale)
    for (const name of ['PKA', 'Vækstfonden', 'Arbejdernes Landsbank', 'SI Safe']) expect(page).toContain(name)
    // All of it is a plan, which nobody has received.
    expect(textOf(page)).not.toMatch(/modtage(t|r)\b|received/i)
    // What the note beneath explains stands in the table, and what is put in and what is paid out are called apart.
    const [year, put, paid] =
      locale === 'da'
        ? ['Afkast om året (plan)', 'Udlæg (plan)', 'Udbetaling (plan)']
        : ['Return a year (plan)', 'Outlay (plan)', 'Payouts (plan)']
    expect(page.split(`>${year}</th>`)).toHaveLength(2)
    for (const head of [put, paid]) expect(page.split(`>${head}</th>`)).toHaveLength(2)
    expect(textOf(page)).toMatch(/PKA\s+(DKK\s+)?4[.,]393[.,]500/)
    await check(`${funds}/nobody`, locale, 404)
    await check(`${funds}/..%2fcontracts`, locale, 404)
  })

  test('every case followed, on a day with facts, before it begins, after they stop, and on one that is no day', async () => {
    const [first, followed, day] =
      locale === 'da' ? ['/businesscases', 'fulgt', 'til'] : ['/en/businesscases', 'followed', 'to']
    for (const name of ['drc', 'ikast-brande', 'impact60', 'pool', 'vejle'])
      await check(`${first}/${name}/${followed}`, locale)
    for (const asked of ['2023-06-30', '2019-01-31', '2033-12-31', 'x'])
      await check(`${first}/vejle/${followed}?${day}=${asked}`, locale)
    await check(`${first}/nobody/${followed}`, locale, 404)
  })

  test('what is not there is said in plain words', async () => {
    await check(`${root}/nobody`, locale, 404)
    await check(`${root}/vejle-familiebehandling/nothing`, locale, 404)
    await check(`${locale === 'da' ? '' : '/en'}/nothing`, locale, 404)
    await check(`${root}/..%2f..%2fpackage.json`, locale, 404)
  })
})

/** One link of each kind on each page that was looked at: `/kontrakter/vejle-familiebehandling/hvorfor/F07` stands for all persons. */
const links = new Map<string, { link: string; from: string }>()
const followed = new Set<string>()

function keepLinks(page: string, from: string): void {
  for (const href of hrefs(page)) {
    if (!/^[/?]/.test(href)) continue
    const url = new URL(href, base + from)
    const kind = [
      url.pathname
        .split('/')
        .slice(0, url.pathname.startsWith('/en') ? 5 : 4)
        .join('/'),
    ]
    const choices = [...url.searchParams.keys()].sort()
    const key = [...kind, ...choices, url.hash.replace(/[.-].*/, '')].join(' ')
    if (!followed.has(key)) links.set(key, { link: url.pathname + url.search + url.hash, from })
  }
}

/** Every link leads to a page, and to a place on it where it names one. */
async function followLinks(): Promise<void> {
  const asked = [...links]
  links.clear()
  for (const [key, { link, from }] of asked) {
    followed.add(key)
    const [path = '', anchor] = link.split('#')
    const response = await fetch(base + path)
    const page = await response.text()
    expect(response.status, `${link} on ${from}`).toBe(200)
    if (anchor !== undefined) expect(ids(page), `${link} on ${from}`).toContain(decodeURIComponent(anchor))
  }
}

/** Opens each line of a statement, and from the first follows a person and a fact to their pages. */
async function checkLines(statement: string, locale: 'da' | 'en'): Promise<void> {
  const opened = hrefs(statement).filter((href) => /[?&](aaben|open)=/.test(href))
  for (const href of opened.slice(0, 6)) {
    const page = await check(href, locale)
    const [why] = hrefs(page).filter((one) => /\/(hvorfor|why)\//.test(one))
    if (why !== undefined) await check(why, locale)
    const [fact] = hrefs(page).filter((one) => /\/(oplysninger|facts)\?/.test(one))
    if (fact !== undefined) await check(fact, locale)
  }
}

test('the language switch keeps the place', async () => {
  const here = '/kontrakter/vejle-familiebehandling/opgoerelse?til=2024-12-31&aaben=plan'
  const page = await check(here, 'da')
  const there = '/en/contracts/vejle-familiebehandling/statement?to=2024-12-31&open=plan'
  expect(hrefs(page)).toContain(there)
  expect(hrefs(await check(there, 'en'))).toContain(here)
})

test('Vejle followed: no person, the same repayment as the statement of the day, and what broke', async () => {
  const text = textOf(await check('/businesscases/vejle/fulgt?til=31-12-2024', 'da'))
  for (const shown of ['3.130.938', 'brudt siden december 2022', 'for tidligt at sige', '10 af 14'])
    expect(text).toContain(shown)
  expect(text).not.toMatch(/\bF\d\d\b/)
  const later = textOf(await check('/en/businesscases/vejle/followed?to=2033-01-01', 'en'))
  expect(later).toContain('the facts say nothing after')
})

test('the statement of Vejle at the end of 2024', async () => {
  const page = await check('/kontrakter/vejle-familiebehandling/opgoerelse?til=31-12-2024&aaben=support', 'da')
  for (const shown of ['288.750', '3.130.938', '2.842.188', '−41.250', 'F07', 'support-hours.csv:']) {
    expect(textOf(page)).toContain(shown)
  }
  // 5,280,000 less what is reached; the cap leaves less than what is open.
  expect(textOf(page)).toContain('Af de 4.940.000 kr., der stadig kan nås, giver loftet plads til højst 2.149.062 kr.')
  const english = textOf(await check('/en/contracts/vejle-familiebehandling/statement?to=2024-12-31', 'en'))
  expect(english).toContain('Of the DKK 4,940,000 that can still be reached, the cap leaves at most DKK 2,149,062.')
})

test('a day that is none is told of, and the page still comes', async () => {
  const page = await check('/kontrakter/vejle-familiebehandling/opgoerelse?til=2024-02-30', 'da')
  expect(textOf(page)).toContain(pageWords.da.days.notADay('2024-02-30'))
  const early = await check('/kontrakter/vejle-familiebehandling/kalender?den=1.1.2020', 'da')
  expect(textOf(early)).toContain('1. januar 2020')
})

test('a number can be tried on a curve', async () => {
  const tried = '/kontrakter/vejle-familiebehandling?proev=support&tal='
  expect(textOf(await check(`${tried}12,5`, 'da'))).toContain('34.375')
  expect(textOf(await check(`${tried}mange`, 'da'))).toContain(pageWords.da.annex.curve.unreadable('mange'))
})

test('what a reader types is never part of the page', async () => {
  const page = await check(
    '/kontrakter/vejle-familiebehandling?proev=support&tal=%3Cscript%3Ealert(1)%3C/script%3E',
    'da',
  )
  expect(page).not.toContain('<script>alert')
})

test('only our own files, no cookies, and headers that say so', async () => {
  const response = await fetch(`${base}/`)
  expect(response.headers.get('set-cookie')).toBeNull()
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  const page = await response.text()
  const assets = [...page.matchAll(/(?:href|src)="(\/files\/[^"]+)"/g)].map((match) => match[1]!)
  expect(assets.length).toBeGreaterThan(2)
  for (const asset of assets) expect((await fetch(base + asset)).status, asset).toBe(200)
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
  expect(page).not.toMatch(/ style="/)
  expect((await fetch(`${base}/files/style.css`, { headers: { 'if-none-match': 'no' } })).status).toBe(200)
  expect((await fetch(`${base}/files/..%2fserver.tsx`)).status).toBe(404)
  const style = await (await fetch(`${base}/files/style.css`)).text()
  for (const [, font] of style.matchAll(/url\('([^']+)'\)/g)) expect((await fetch(base + font!)).status, font).toBe(200)
})

test('a broken contract is listed with its problem and stops no other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundlinje-'))
  for (const [name, text] of [
    ['not-yaml', 'title: [unclosed'],
    ['empty', ''],
    ['wrong', 'bundlinje: "1.0"\ncurrency: ZZZ\n'],
  ] as const) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'terms.yaml'), text)
  }
  mkdirSync(join(folder, 'folder-as-terms', 'terms.yaml'), { recursive: true })
  const other = createServer({ root: projectFolder, contracts: folder, first: 'none' })
  const get = async (url: string) => (await other.server.inject({ url })).body
  const list = await get('/')
  for (const name of ['not-yaml', 'empty', 'wrong', 'folder-as-terms']) {
    expect(list).toContain(name)
    for (const path of paths.da) {
      const answer = await other.server.inject({ url: `/kontrakter/${name}/${path}` })
      expect(answer.statusCode, `${name} ${path}`).toBe(200)
      expect(answer.body).not.toContain('undefined')
    }
  }
  await other.server.close()
})

/** Asks for a page and looks at everything a page must be; gives its HTML. */
async function check(path: string, locale: 'da' | 'en', status = 200): Promise<string> {
  const response = await fetch(base + path.replace(/#.*/, ''))
  const page = await response.text()
  expect(response.status, path).toBe(status)
  expect(page, path).toContain(`<html lang="${locale}">`)
  const text = textOf(page)
  expect(text, path).not.toMatch(/\bundefined\b|\bNaN\b|\[object |\bnull\b/)
  expect(headingFaults(page), path).toEqual([])
  expect(doubles(ids(page)), path).toEqual([])
  for (const anchor of hrefs(page).filter((href) => href.startsWith('#'))) {
    expect(ids(page), `${path} ${anchor}`).toContain(decodeURIComponent(anchor.slice(1)))
  }
  const other = otherLocale(locale)
  const strange = allWords[other].filter((word) => !allWords[locale].includes(word))
  for (const word of strange) expect(text, `${path} in ${locale}`).not.toContain(word)
  if (status === 200) keepLinks(page, path)
  return page
}

/** As many figures as are announced stand in the table of what no source says, each by its words and not by its place in the file. */
function checkDoubts(page: string, locale: 'da' | 'en'): void {
  const table = /<table class="stacked doubts">[\s\S]*?<\/table>/.exec(page)![0]
  const names = [...table.matchAll(/<th scope="row"[^>]*>([\s\S]*?)<\/th>/g)].map((match) => textOf(match[1]!))
  const { doubts, restsOn } = casePageWords[locale]
  expect(textOf(page)).toContain(doubts.lead(names.length).replaceAll('\u00a0', ' '))
  expect(textOf(page)).toContain(restsOn(names.length, '').trim().replaceAll('\u00a0', ' '))
  expect(names.filter((name) => /[a-z]\[\d+\]|[a-z-]\.[a-z]/.test(name))).toEqual([])
}

const hrefs = (page: string): string[] =>
  [...page.matchAll(/ href="([^"]*)"/g)].map((match) => match[1]!.replaceAll('&amp;', '&'))
const ids = (page: string): string[] => [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!)
const doubles = (all: readonly string[]): string[] => all.filter((one, index) => all.indexOf(one) !== index)

/** The words a reader sees: no tags, and not the other language's own name in the switch. */
function textOf(page: string): string {
  const body = page.slice(page.indexOf('<body>')).replace(/<a class="language[\s\S]*?<\/a>/, '')
  return body
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('\u00a0', ' ')
}

/** One first heading, and no level left out on the way down. */
function headingFaults(page: string): string[] {
  const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]))
  const firsts = levels.filter((level) => level === 1).length
  const leaps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
  return [...(firsts === 1 ? [] : [`${firsts} first headings`]), ...leaps.map((level) => `a leap to level ${level}`)]
}

/** Of the words of cases only whole sentences: their shorter ones stand in people's own notes, in whichever language. */
const allWords = {
  da: [...wordsOf(pageWords.da), ...wordsOf([caseWords.da, casePageWords.da, workshopWords.da]).filter(isSentence)],
  en: [...wordsOf(pageWords.en), ...wordsOf([caseWords.en, casePageWords.en, workshopWords.en]).filter(isSentence)],
}
function isSentence(words: string): boolean {
  return words.length > 32 && words.split(' ').length > 4
}

/** The sentences of a language that are long enough not to be in the other by chance. */
function wordsOf(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) =>
    typeof value === 'string'
      ? value.length > 14
        ? [value.replaceAll('\u00a0', ' ')]
        : []
      : typeof value === 'object'
        ? wordsOf(value!)
        : [],
  )
}
