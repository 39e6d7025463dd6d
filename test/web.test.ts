/** Every page of every contract in both languages: it is there, it is whole, and nothing in it is left untranslated. */
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageWords } from '../locales/index.ts'
import { createServer } from '../src/web/index.ts'
import { projectFolder } from './sources.ts'

const contracts = join(projectFolder, 'contracts')
const names = readdirSync(contracts, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(contracts, entry.name)).includes('terms.yaml'))
  .map((entry) => entry.name)

const { server, warm } = createServer({ root: projectFolder, contracts, first: 'vejle-familiebehandling' })
let base = ''

beforeAll(async () => {
  await server.listen({ port: 0, host: '127.0.0.1' })
  base = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  await warm()
}, 120_000)
afterAll(() => server.close())

const paths = {
  da: ['', 'vilkaar', 'kalender', 'opgoerelse', 'investorer', 'forskelle', 'kilder', 'slutte-foer-tid'],
  en: ['', 'terms', 'calendar', 'statement', 'investors', 'differences', 'sources', 'exit'],
} as const

describe.each(['da', 'en'] as const)('in %s', (locale) => {
  const root = locale === 'da' ? '/kontrakter' : '/en/contracts'

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

  test('the price catalogue, every price of it, and the rules', { timeout: 60_000 }, async () => {
    const start = locale === 'da' ? '' : '/en'
    const [prices, rules] = locale === 'da' ? ['priser', 'regler'] : ['prices', 'rules']
    const list = await check(`${start}/${prices}`, locale)
    const each = hrefs(list).filter((href) => href.startsWith(`${start}/${prices}/`))
    expect(each.length).toBeGreaterThan(80)
    for (const href of each) await check(href, locale)
    await check(`${start}/${prices}?${locale === 'da' ? 'aar' : 'year'}=x`, locale)
    const told = textOf(await check(`${start}/${rules}`, locale))
    expect(told).toContain('1.680.000'.replaceAll('.', locale === 'da' ? '.' : ','))
    await check(`${start}/${prices}/nothing`, locale, 404)
  })
  test('the uncertainty of every case, while it is drawn and then', { timeout: 120_000 }, async () => {
    const [root, page, draws] =
      locale === 'da' ? ['/businesscases', 'usikkerhed', 'traekninger'] : ['/en/businesscases', 'uncertainty', 'draws']
    for (const name of readdirSync(join(projectFolder, 'cases'))) {
      const path = `${root}/${name}/${page}?${draws}=100`
      await check(path, locale)
      await expect
        .poll(async () => (await fetch(base + path)).text(), { timeout: 60_000 })
        .not.toContain('data-pending')
      expect(textOf(await check(path, locale))).toMatch(/\b100\b/)
    }
  })
  test('a fund has a page, and a name that is none has not', async () => {
    const funds = locale === 'da' ? '/fonde' : '/en/funds'
    const page = await check(`${funds}/effekt-i`, locale)
    for (const name of ['PKA', 'Vækstfonden', 'Arbejdernes Landsbank', 'SI Safe']) expect(page).toContain(name)
    await check(`${funds}/nobody`, locale, 404)
    await check(`${funds}/..%2fcontracts`, locale, 404)
  })

  test('what is not there is said in plain words', async () => {
    await check(`${root}/nobody`, locale, 404)
    await check(`${root}/vejle-familiebehandling/nothing`, locale, 404)
    await check(`${locale === 'da' ? '' : '/en'}/nothing`, locale, 404)
    await check(`${root}/..%2f..%2fpackage.json`, locale, 404)
  })
})

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

test('the statement of Vejle at the end of 2024', async () => {
  const page = await check('/kontrakter/vejle-familiebehandling/opgoerelse?til=31-12-2024&aaben=support', 'da')
  for (const shown of ['169.500', '1.798.875', '1.629.375', '−22.500', 'F07', 'support-hours.csv:']) {
    expect(textOf(page)).toContain(shown)
  }
})

test('a day that is none is told of, and the page still comes', async () => {
  const page = await check('/kontrakter/vejle-familiebehandling/opgoerelse?til=2024-02-30', 'da')
  expect(textOf(page)).toContain(pageWords.da.days.notADay('2024-02-30'))
  const early = await check('/kontrakter/vejle-familiebehandling/kalender?den=1.1.2020', 'da')
  expect(textOf(early)).toContain('1. januar 2020')
})

test('a number can be tried on a curve', async () => {
  const tried = '/kontrakter/vejle-familiebehandling?proev=support&tal='
  expect(textOf(await check(`${tried}12,5`, 'da'))).toContain('18.750')
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
  const other = locale === 'da' ? 'en' : 'da'
  const strange = wordsOf(pageWords[other]).filter((word) => !wordsOf(pageWords[locale]).includes(word))
  for (const word of strange) expect(text, `${path} in ${locale}`).not.toContain(word)
  return page
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
