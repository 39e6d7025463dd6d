/** The workshop in a real browser: an analyst's walk from an empty case to the signed-off case of Vejle, by hand and by key. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContextOptions, type Page } from 'playwright-core'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { workshopWords } from '../locales/index.ts'
import { otherLocale } from '../src/core/base/index.ts'
import { questionWords } from '../src/core/terms/index.ts'
import { openCase, openSimulation, simulateCase, valueCase } from '../src/operations/index.ts'
import { readerInBrowser } from './browser.ts'
import { vejleWalk } from './workshop-walk.ts'
import { projectFolder } from './sources.ts'

const reader = readerInBrowser()
const withContract = readerInBrowser({ cases: join(projectFolder, 'bench', 'simulate') })

/** The analyst's own machine computes, so cases, their valuation and what they are told come along; packed it is a third. */
const workshopMost = 495_000

const vejle = join(projectFolder, 'cases', 'vejle')

test('an analyst walks from an empty case to the signed-off case of Vejle', { timeout: 300_000 }, async () => {
  const page = await opened('/businesscases/ny/vaerksted')
  await vejleWalk(page)
  const file = join(mkdtempSync(join(tmpdir(), 'bundlinje-')), 'case.yaml')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Gem som fil' }).click()
  await (await saving).saveAs(file)
  const walked = valued(file)
  const known = valued(join(vejle, 'case.yaml'))
  expect(walked.notSignedOff).toEqual([])
  expect(walked.changedSinceSigned).toEqual([])
  for (const figures of ['matrix', 'budgets', 'cumulated', 'balance', 'tornado', 'mustBe', 'groups'] as const) {
    expect(bare(walked[figures]), figures).toEqual(bare(known[figures]))
  }
  await page.close()
})

test('a value is written in its place, undone by key and redone, and the draft is there again after closing', async () => {
  const page = await opened('/businesscases/vejle/vaerksted')
  const course = field(page, 'case.groups.ordinary.course')
  await open(page, 'case.groups.ordinary')
  await course.fill('2*6')
  await course.press('Enter')
  await expect.poll(() => draftText(page)).toContain('course: 12 months')
  await page.keyboard.press('Control+z')
  await expect.poll(() => draftText(page)).toBe(readFileSync(join(vejle, 'case.yaml'), 'utf8'))
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => draftText(page)).toContain('course: 12 months')
  await page.reload()
  await ready(page)
  expect(await draftText(page)).toContain('course: 12 months')
  await page.getByRole('button', { name: 'brug sagen, som den ligger i mappen' }).click()
  await expect.poll(() => draftText(page)).toBe(readFileSync(join(vejle, 'case.yaml'), 'utf8'))
  await page.close()
}, 60_000)

test('an estimate is moved by key, the result follows at once, and let go it is in the text', async () => {
  const page = await opened('/businesscases/vejle/vaerksted')
  await open(page, 'case.estimates.support-saved')
  const before = await result(page)
  const slider = page.locator('[id="case.estimates.support-saved"] .range-likely')
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => result(page)).not.toBe(before)
  await expect.poll(() => draftText(page)).toMatch(/support-saved:[^]*?likely: 155\n/)
  const moved = Number(await page.evaluate(() => document.documentElement.dataset['moved']))
  expect(moved).toBeGreaterThan(0)
  await page.close()
}, 60_000)

test('the browser draws the draft as the command line would without its contract, anew when it has rested, and the newest only', async () => {
  const page = await opened('/businesscases/vejle/vaerksted')
  const drawn = page.locator('[data-chance=drawn]')
  await drawn.waitFor()
  const known = await simulated(await draftText(page))
  expect(await chances(page)).toEqual(known)
  expect(await drawn.innerText()).toContain('2.000 forløb, trukket her i browseren med frø »1«')
  await open(page, 'case.estimates.support-saved')
  const slider = page.locator('[id="case.estimates.support-saved"] .range-likely')
  await slider.focus()
  for (let press = 0; press < 4; press++) {
    await page.keyboard.press('ArrowRight')
    if (press === 1) await page.waitForTimeout(400)
  }
  await expect.poll(() => draftText(page)).toMatch(/support-saved:[^]*?likely: 170\n/)
  await expect.poll(() => chances(page), { timeout: 30_000 }).not.toEqual(known)
  await drawn.waitFor()
  expect(await chances(page)).toEqual(await simulated(await draftText(page)))
  await page.close()
}, 90_000)

test('while an estimate is held the bands follow it, all draws come when it rests, and let go at home it is as before', async () => {
  const page = await opened('/businesscases/vejle/vaerksted')
  const drawn = page.locator('[data-chance=drawn]')
  await drawn.waitFor()
  const [known, text] = [await chances(page), await draftText(page)]
  await open(page, 'case.estimates.support-saved')
  const slider = page.locator('[id="case.estimates.support-saved"] .range-likely')
  const home = Number(await slider.inputValue())
  const hold = (at: number, does = 'input') =>
    slider.evaluate(
      (field: HTMLInputElement, { value, event }) => {
        field.value = String(value)
        field.dispatchEvent(new Event(event, { bubbles: true }))
      },
      { value: at, event: does },
    )
  // One place after another, as a hand goes; each before the draft has rested.
  let isFollowed = false
  for (let step = 1; step <= 200 && !isFollowed; step++) {
    await hold(home + 5 * (1 + (step % 3)))
    await page.waitForTimeout(60)
    isFollowed = (await page.locator('[data-chance]').innerText()).includes('256 forløb')
  }
  expect(isFollowed).toBe(true)
  await hold(home + 20)
  await drawn.waitFor({ timeout: 30_000 })
  expect(await drawn.innerText()).toContain('2.000 forløb')
  const held = await chances(page)
  expect(held).not.toEqual(known)
  expect(await draftText(page)).toBe(text)
  await hold(home)
  await hold(home, 'change')
  await expect.poll(() => chances(page), { timeout: 30_000 }).toEqual(known)
  expect(await draftText(page)).toBe(text)
  await page.close()
}, 90_000)

test('terms that the browser does not have are said to be left out', async () => {
  const page = await withContract.opened('/en/businesscases/case/workshop')
  await page.locator('[data-chance=drawn]').waitFor()
  expect(await page.locator('[data-chance]').innerText()).toContain(
    'Payments here follow the repayment model of the case',
  )
  await page.close()
}, 60_000)

test('a fault stands at its field with a remedy to put in by one press', async () => {
  const page = await opened('/businesscases/vejle/vaerksted')
  await open(page, 'case.costs.course')
  const bearer = field(page, 'case.costs.course.borne-by')
  await bearer.fill('famly')
  await bearer.press('Enter')
  const item = page.locator('[id="case.costs.course"]')
  await item.getByRole('button', { name: 'Familieafdelingen', exact: true }).click()
  await expect.poll(() => bearer.inputValue()).toBe('Familieafdelingen')
  await page.close()
}, 60_000)

test('a price is looked up by words and used, with its source in sight', async () => {
  const page = await opened('/businesscases/vejle/vaerksted')
  await open(page, 'case.consequences.other-support')
  const item = page.locator('[id="case.consequences.other-support"]')
  await item.getByText('Slå op i priskataloget').click()
  await item.getByLabel('Søg med ord').fill('herberg')
  await item.getByLabel('Søg med ord').press('Enter')
  await item
    .getByRole('button', { name: /^Brug / })
    .first()
    .click()
  await expect.poll(() => draftText(page)).toMatch(/other-support:[^]*?price: (?!famkons)/)
  await page.close()
}, 60_000)

test('without script the server answers the same form', async () => {
  const page = await opened('/businesscases/vejle/vaerksted', { javaScriptEnabled: false })
  await page.locator('[id="case.years"]').fill('5*3')
  await page.getByRole('button', { name: 'Regn igen' }).first().click()
  expect(await page.locator('input[name=text]').getAttribute('value')).toContain('years: 15')
  expect(await page.locator('.workshop-sentence').first().innerText()).toContain('over 15 år')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Gem som fil' }).click()
  expect(readFileSync(await (await saving).path(), 'utf8')).toContain('years: 15')
  await page.close()
}, 60_000)

describe.each(['da', 'en'] as const)('the scripts in %s', (locale) => {
  const script = (name: string) => readFileSync(join(projectFolder, 'dist', 'browser', `${name}.${locale}.js`))
  const other = otherLocale(locale)

  test('ask nothing of Node, and the workshop’s is loaded on no other page', async () => {
    for (const name of ['workshop', 'draw']) expect(/(from|import) ?"node:/.test(script(name).toString())).toBe(false)
    const page = async (url: string) => (await reader.server.inject({ url })).body
    const cases = locale === 'da' ? '/businesscases' : '/en/businesscases'
    expect(await page(cases)).not.toContain('workshop.')
    const workshop = await page(`${cases}/vejle/${locale === 'da' ? 'vaerksted' : 'workshop'}`)
    expect(workshop).toContain(`/files/workshop.${locale}.js`)
    expect(workshop).not.toContain(`workshop.${other}.js`)
  })

  test('carry the words of one language, and none of agreements', () => {
    const text = script('workshop').toString()
    const ofAgreements = questionWords('clock', {}, locale, [])!.question
    // Asked so that a failure does not print the script.
    const said = [workshopWords[locale].asTextSays, workshopWords[other].asTextSays, ofAgreements]
    expect(said.map((words) => text.includes(words))).toEqual([true, false, false])
  })

  test('stay within their size', async () => {
    expect(script('page').byteLength).toBeLessThan(50_000)
    expect(script('workshop').byteLength).toBeLessThan(workshopMost)
    const url = `/files/workshop.${locale}.js`
    const packed = await reader.server.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(packed.rawPayload.byteLength).toBeLessThan(workshopMost / 3)
    expect(gunzipSync(packed.rawPayload).equals(script('workshop'))).toBe(true)
    expect((await reader.server.inject({ url })).rawPayload.equals(script('workshop'))).toBe(true)
  })
})

/** Without the places in the file, which are another's. */
const bare = (figures: unknown): unknown =>
  JSON.parse(
    JSON.stringify(figures, (key, value: unknown) => (['at', 'places', 'path'].includes(key) ? undefined : value)),
  )

function valued(file: string) {
  const scenarios = valueCase(openCase(file)!).scenarios
  expect(scenarios.length, file).toBe(2)
  return scenarios[0]!.report
}

/** Gain, worth and loss of 2,000 draws, to the last digit, by the model of the case itself: the browser has no contract at hand. */
async function simulated(text: string): Promise<(string | undefined)[]> {
  const path = mkdtempSync(join(tmpdir(), 'bundlinje-'))
  cpSync(vejle, path, { recursive: true })
  const alone = text.replace(/^  facts:\n[^]*?(?=^  followed:\n)/m, '')
  expect(alone).not.toBe(text)
  writeFileSync(join(path, 'case.yaml'), alone.replace('../../contracts', join(projectFolder, 'contracts')))
  const choice = { path, scenario: 'narrow' } as const
  const { forecast } = (await simulateCase(openSimulation(choice)!, choice, { seed: '1', draws: 2000 }))!
  const { gain, worth } = forecast.owners[0]!
  return [gain.mean, worth.mean, forecast.investor?.loss.mean].map(String)
}

const chances = (page: Page): Promise<(string | null)[]> =>
  Promise.all(['gain', 'worth', 'loss'].map((name) => page.locator(`[data-${name}]`).getAttribute(`data-${name}`)))

const field = (page: Page, path: string) => page.locator(`[id="${path}"]`)
const draftText = (page: Page): Promise<string> => page.locator('#new-text').inputValue()
const result = (page: Page): Promise<string | null> =>
  page.locator('.workshop-result [data-result]').getAttribute('data-result')

async function open(page: Page, path: string): Promise<void> {
  await page.locator(`[id="${path}"] > summary`).click()
}

const ready = (page: Page) => page.locator('html[data-workshop=ready]').waitFor({ state: 'attached' })

async function opened(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await reader.opened(path, { acceptDownloads: true, ...options })
  if (options.javaScriptEnabled !== false) await ready(page)
  return page
}
