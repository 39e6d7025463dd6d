/** The pages in a real browser: no fault for assistive technology, the journey to the bottom by keyboard and without script. */
import AxeBuilder from '@axe-core/playwright'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { follow, heading, readerInBrowser, sheetsOf } from './browser.ts'
import { projectFolder } from './sources.ts'

const { opened } = readerInBrowser()

const caseNames = readdirSync(join(projectFolder, 'cases'))

/** One of each kind of page, every page of every business case, and terms that are open. */
const kinds = {
  da: [
    '/',
    '/kontrakter/vejle-familiebehandling',
    '/kontrakter/vejle-familiebehandling/vilkaar',
    '/kontrakter/vejle-familiebehandling/kalender',
    '/kontrakter/vejle-familiebehandling/opgoerelse?aaben=plan',
    '/kontrakter/vejle-familiebehandling/hvorfor/F07',
    '/kontrakter/vejle-familiebehandling/oplysninger?fil=absence.csv&linje=3',
    '/kontrakter/minnesota/forskelle',
    '/kontrakter/laer-for-livet/investorer',
    '/fonde/effekt-i?til=2024-06-30',
    '/kontrakter/impact60/slutte-foer-tid?den=2020-12-31&betaler=not-paid&investor=planned-rate 50',
    '/kontrakter/vejle-familiebehandling/kilder',
    '/kontrakter/aarhus-diabetes',
    '/kontrakter/aarhus-diabetes/opgoerelse',
    '/kontrakter/aarhus-diabetes/vilkaar',
    '/kontrakter/findes-ikke',
    '/businesscases',
    ...caseNames.flatMap((name) => ['', '/vaerksted', '/regnestykke'].map((page) => `/businesscases/${name}${page}`)),
    '/businesscases/ikast-brande?scenarie=bredt&lov=2023-09-30',
    '/businesscases/vejle/fulgt',
    '/businesscases/drc/fulgt',
    '/businesscases/vejle/fulgt?til=2021-01-31',
    '/businesscases/ny/vaerksted',
    '/businesscases/vejle/usikkerhed?traekninger=600',
    '/businesscases/sammenlign?a=vejle&b=drc',
    '/businesscases/findes-ikke',
    '/priser',
    '/priser?soeg=herberg&aar=2026',
    '/priser/psyk-saerlig?aar=2026',
    '/regler',
  ],
  en: [
    '/en',
    '/en/contracts/vejle-familiebehandling',
    '/en/contracts/vejle-familiebehandling/terms',
    '/en/contracts/vejle-familiebehandling/calendar',
    '/en/contracts/vejle-familiebehandling/statement?open=plan',
    '/en/contracts/vejle-familiebehandling/why/F07',
    '/en/contracts/vejle-familiebehandling/facts?file=absence.csv&line=3',
    '/en/contracts/minnesota/differences',
    '/en/contracts/rikers/investors',
    '/en/funds/effekt-i',
    '/en/contracts/impact60/exit',
    '/en/contracts/vejle-familiebehandling/sources',
    '/en/contracts/aarhus-diabetes',
    '/en/contracts/aarhus-diabetes/statement',
    '/en/contracts/aarhus-diabetes/terms',
    '/en/contracts/nobody',
    '/en/businesscases',
    ...caseNames.flatMap((name) => ['', '/workshop', '/calculation'].map((page) => `/en/businesscases/${name}${page}`)),
    '/en/businesscases/ikast-brande?scenario=broad&law=2023-09-30',
    '/en/businesscases/impact60/followed?to=2020-01-15&scenario=broad',
    '/en/businesscases/new/workshop',
    '/en/businesscases/pool/uncertainty?draws=600&scenario=broad',
    '/en/businesscases/pool/uncertainty?draws=20000&seed=still+drawing',
    '/en/businesscases/compare?a=vejle&b=drc',
    '/en/businesscases/nobody',
    '/en/prices?search=nothing+fits',
    '/en/prices?area=employment&year=2026',
    '/en/prices/ressourceforloeb',
    '/en/rules',
  ],
}

describe.each(['da', 'en'] as const)('in %s', (locale) => {
  test.each(kinds[locale])('%s is fit for everybody', { timeout: 60_000 }, async (path) => {
    const page = await opened(path)
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${id} ${nodes.length}: ${nodes
            .slice(0, 2)
            .map(({ html }) => html.slice(0, 160))
            .join(' · ')}`,
      ),
      path,
    ).toEqual([])
    await page.close()
  })
})

test.each(kinds.da)('%s fits a phone', { timeout: 60_000 }, async (path) => {
  const page = await opened(path, { viewport: { width: 390, height: 844 } })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, path).toBeLessThanOrEqual(390)
  await page.close()
})

test('by keyboard from the list of agreements to the line of a fact', { timeout: 60_000 }, async () => {
  const page = await opened('/')
  await follow(page, 'Familiebehandling på modersmålet')
  expect(await heading(page)).toBe('Familiebehandling på modersmålet')
  await follow(page, 'Opgørelse')
  await follow(page, '240.000')
  expect(page.url()).toContain('aaben=plan')
  await follow(page, 'Hassel', 'Vibe')
  await follow(page, /^plan-goals\.csv:\d+$/)
  expect(page.url()).toContain('fil=plan-goals.csv')
  const shown = page.locator('[aria-current="true"] code')
  expect(await shown.innerText()).toMatch(/^F0\d,/)
  await page.close()
})

test('the first key press offers to skip to the content', async () => {
  const page = await opened('/kontrakter/vejle-familiebehandling')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  // Waits over the jump, which a slow machine makes after the key is let go.
  await page.locator('#content:focus').waitFor({ state: 'attached' })
  await page.close()
})

test('the same journey without script', { timeout: 60_000 }, async () => {
  const page = await opened('/en', { javaScriptEnabled: false })
  await page.getByRole('link', { name: 'Family treatment in the mother tongue' }).first().click()
  await page.getByRole('link', { name: 'Statement', exact: true }).click()
  await page.getByLabel('Position on').fill('2024-12-31')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('link', { name: /^Action-plan goals: .* show why$/ }).click()
  await page.getByRole('link', { name: /^All reasons for/ }).click()
  expect(await heading(page)).toMatch(/F0\d$/)
  await page
    .getByRole('link', { name: /^plan-goals\.csv:/ })
    .first()
    .click()
  expect(await heading(page)).toBe('plan-goals.csv')
  await page.getByRole('link', { name: 'Dansk' }).click()
  expect(page.url()).toContain('/kontrakter/vejle-familiebehandling/oplysninger?')
  await page.close()
})

test('a price is looked up without script', { timeout: 60_000 }, async () => {
  const page = await opened('/', { javaScriptEnabled: false })
  await page.getByRole('link', { name: 'Priskatalog' }).click()
  await page.getByLabel('Søg').fill('psykiatri plads')
  await page.getByLabel('I priser fra år').fill('2026')
  await page.getByRole('button', { name: 'Vis' }).click()
  expect(page.url()).toContain('/priser?soeg=psykiatri')
  expect(await page.getByRole('status').innerText()).toContain('1 af 82 priser')
  await page.getByRole('link', { name: 'Særlig plads i psykiatrien' }).click()
  expect(await heading(page)).toBe('Særlig plads i psykiatrien')
  expect(page.url()).toContain('aar=2026')
  expect(await page.getByText('4 år ældre').innerText()).toContain('2022')
  await page.getByRole('link', { name: 'English' }).click()
  expect(page.url()).toContain('/en/prices/psyk-saerlig?year=2026')
  await page.close()
})

test('a curve is tried without script', { timeout: 60_000 }, async () => {
  const page = await opened('/kontrakter/vejle-familiebehandling', { javaScriptEnabled: false })
  await page.locator('#try-support').fill('28')
  await page.locator('#try-support').press('Enter')
  expect(await page.locator('[id="goals.support"] figcaption').innerText()).toContain('77.000')
  await page.close()
})

test('print leaves out what only a screen can do', { timeout: 60_000 }, async () => {
  const page = await opened('/kontrakter/vejle-familiebehandling/opgoerelse?aaben=plan')
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['.tabs', '.language', '.days', '.skip']) {
    expect(await page.locator(hidden).isVisible(), hidden).toBe(false)
  }
  expect(await page.locator('.total-amount').isVisible()).toBe(true)
  const sheets = await sheetsOf(page)
  expect(sheets).toBeGreaterThan(0)
  expect(sheets).toBeLessThan(6)
  await page.close()
})

test(
  'a printed statement has no letters below 8.5 points, and a short one is one sheet',
  { timeout: 60_000 },
  async () => {
    for (const path of ['/kontrakter/impact60/opgoerelse', '/en/contracts/aarhus-diabetes/statement']) {
      const page = await opened(path)
      await page.emulateMedia({ media: 'print' })
      const points = await page.evaluate(() => {
        const shown = Array.from(document.body.querySelectorAll<HTMLElement>('*')).filter(
          (one) =>
            one.getClientRects().length > 0 &&
            Array.from(one.childNodes).some(
              ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim() !== '',
            ),
        )
        return shown.map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)
      })
      expect(points.length).toBeGreaterThan(20)
      expect(Math.min(...points)).toBeGreaterThanOrEqual(8.5)
      expect(await sheetsOf(page)).toBe(1)
      await page.close()
    }
  },
)

test(
  'from a case to its uncertainty by keyboard, and to the sentence on what is worth measuring',
  { timeout: 60_000 },
  async () => {
    const page = await opened('/businesscases/vejle')
    await follow(page, /^Hvor sikkert er det/)
    expect(await heading(page)).toBe('Usikkerhed')
    await page.locator('[data-pending]').waitFor({ state: 'detached', timeout: 60_000 })
    expect(await page.locator('.chance-sentence').innerText()).toMatch(/^I \d+ af 100 tænkelige forløb/)
    expect(await page.locator('#knowing + .sentence').innerText()).toMatch(
      /mest værd at få målt|Intet tal er værd at måle til den pris/,
    )
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['.chance-choosing', '.tabs'])
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false)
    for (const shown of ['.chance-sentence', '.bands-figure', '.command'])
      expect(await page.locator(shown).first().isVisible(), shown).toBe(true)
    await page.close()
  },
)

test('without script the page that is being computed looks again by itself', { timeout: 60_000 }, async () => {
  const page = await opened('/businesscases/pool/usikkerhed?froe=uden+script', { javaScriptEnabled: false })
  expect(await page.locator('[role=status]').innerText()).toContain('Siden henter selv resultatet')
  await page.locator('.chance-sentence').waitFor({ timeout: 50_000 })
  await page.getByLabel('Frø').fill('et andet')
  await page.getByRole('button', { name: 'Regn' }).click()
  await page.locator('.chance-sentence').waitFor({ timeout: 50_000 })
  expect(await page.locator('.lead').innerText()).toContain('»et andet«')
  await page.close()
})
