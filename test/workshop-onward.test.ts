/** Where a draft goes from the workshop, in a real browser: a workbook, the pages of a case, a file; and back from a workbook. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { pageWords, wholeAmountText, workbookWords, workshopWords } from '../locales/index.ts'
import {
  municipalityNet,
  openCase,
  openWorkbookCase,
  valueCase,
  workbookOfCase,
  writeCaseTemplate,
} from '../src/operations/index.ts'
import { writeWorkbook } from '../src/files/index.ts'
import { heading, readerInBrowser, sheetsOf } from './browser.ts'
import { projectFolder } from './sources.ts'
import { filled } from './workbook/fill.ts'

const reader = readerInBrowser()
const own = mkdtempSync(join(tmpdir(), 'onward-'))
afterAll(() => rmSync(own, { recursive: true }))

const vejle = join(projectFolder, 'cases', 'vejle')
const vejleText = readFileSync(join(vejle, 'case.yaml'), 'utf8')
const workshop = '/businesscases/vejle/vaerksted'
const bothWords = [workbookWords.da, workbookWords.en]

/** The case with a title of the draft's own and two years less. */
const changed = vejleText
  .replace(/^title:\n {2}da: .*\n {2}en: .*$/m, 'title:\n  da: Skolevægring i Årslev\n  en: ""')
  .replace(/^years: .*$/m, 'years: 8')

test('a draft is fetched as a workbook with live formulas, named as its title, and comes back from it as it was', async () => {
  const page = await withDraft(changed)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Hent som regneark' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('skolevaegring-i-aarslev.xlsx')
  const path = join(own, 'fetched.xlsx')
  await download.saveAs(path)
  const folder = join(own, 'changed')
  cpSync(vejle, folder, { recursive: true })
  writeFileSync(join(folder, 'case.yaml'), changed)
  const known = workbookOfCase(openCase(folder)!, { words: workbookWords.da })
  expect(known.bytes).toBeDefined()
  expect(readFileSync(path).equals(known.bytes!)).toBe(true)
  // Somewhere else than where it came from.
  const other = await opened('/businesscases/ny/vaerksted')
  await choose(other, path)
  await expect.poll(() => draftText(other), { timeout: 30_000 }).toContain('Skolevægring i Årslev')
  expect(await other.locator('.file-told').innerText()).toContain('»fetched.xlsx« er åbnet som kladde.')
  expect(await draftText(other)).toBe(openWorkbookCase(path, bothWords)!.text)
  await other.close()
  await page.close()
}, 120_000)

test('the pages of a draft open beside the workshop, say that it is a draft, and go on to each other', async () => {
  const page = await withDraft(changed)
  const figures = valuedText(changed)
  const coming = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Regnestykke' }).click()
  const sheet = await coming
  await sheet.waitForLoadState('load')
  /** Presses a button and waits for the page that it is answered with. */
  const go = async (name: string) => {
    const loaded = sheet.waitForEvent('load', { timeout: 60_000 })
    await sheet.getByRole('button', { name, exact: true }).click()
    await loaded
  }
  expect(await sheet.title()).toMatch(/^Kladde: /)
  expect(await heading(sheet)).toBe('Regnestykket')
  expect(await sheet.locator('.lead').innerText()).toBe('Skolevægring i Årslev')
  expect(await sheet.locator('.draft-mark').innerText()).toBe('Kladde, ikke gemt')
  expect(await sheet.locator('.sum-lines').innerText()).toContain(figures.presentValue)
  await sheet.emulateMedia({ media: 'print' })
  expect(await sheet.locator('.draft-mark').isVisible()).toBe(true)
  expect(await sheet.locator('.workshop-bar').isVisible()).toBe(false)
  expect(await sheetsOf(sheet)).toBe(1)
  await sheet.emulateMedia({ media: 'screen' })
  // No link leads to the case as it is saved, which is another.
  const saved = await sheet
    .locator('a[href^="/businesscases/vejle"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(saved.filter((href) => href !== workshop)).toEqual([])

  await go('Bredt scenarie')
  expect(await pressed(sheet)).toEqual(['Regnestykke', 'Bredt scenarie'])
  await go('Businesscase')
  expect(await pressed(sheet)).toEqual(['Businesscase', 'Bredt scenarie'])
  expect(await heading(sheet)).toBe('Skolevægring i Årslev')
  await go('Smalt scenarie')
  await sheet.getByLabel('Alle regler, som de var den').fill('31-12-2023')
  await go('Regn')
  expect(await sheet.locator('.case-after').first().innerText()).toMatch(/31\.\sdecember\s2023/)
  expect(await pressed(sheet)).toEqual(['Businesscase', 'Smalt scenarie'])

  await go('Usikkerhed')
  expect(await sheet.locator('.chance-sentence').innerText()).toMatch(/af 100/)
  await sheet.locator('#draws').fill('200')
  await go('Regn')
  expect(await sheet.locator('.lead').innerText()).toContain('200')
  expect(await sheet.locator('.draft-mark').count()).toBe(1)
  await go('Ret i værkstedet')
  expect(await draftText(sheet)).toBe(changed)
  await page.close()
}, 240_000)

describe('a file that is opened', () => {
  const template = join(own, 'template.xlsx')
  writeCaseTemplate(template, workbookWords.da)
  const file = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(join(own, name), bytes)
    return join(own, name)
  }

  test('as a filled-in template, with what is wrong in it at its cell', async () => {
    const page = await opened('/businesscases/ny/vaerksted')
    await choose(page, file('udfyldt.xlsx', writeWorkbook([filled(template, { 'costs.effort.amount': 'mange' })])))
    const told = page.locator('.file-told')
    await told.waitFor({ timeout: 30_000 })
    expect(await told.innerText()).toMatch(/Ét sted i »udfyldt.xlsx« skal ses efter.[^]*Forudsætninger!B\d+/)
    expect(await draftText(page)).toContain('amount: mange')
    expect(await page.getByRole('button', { name: 'Hent som regneark' }).isDisabled()).toBe(true)
    await choose(page, file('hel.xlsx', writeWorkbook([filled(template)])))
    await expect.poll(() => told.innerText(), { timeout: 30_000 }).toBe('»hel.xlsx« er åbnet som kladde.')
    expect(await page.getByRole('button', { name: 'Hent som regneark' }).isDisabled()).toBe(false)
    await page.close()
  }, 90_000)

  test.each(['da', 'en'] as const)(
    'that is neither a case nor a workbook, or too large, is said in %s',
    async (locale) => {
      const words = workshopWords[locale].onward
      const page = await opened(locale === 'da' ? '/businesscases/ny/vaerksted' : '/en/businesscases/new/workshop')
      const before = await draftText(page)
      const told = page.locator('.file-told')
      const says = async (path: string, said: string) => {
        await choose(page, path)
        await expect.poll(() => told.innerText(), { timeout: 30_000 }).toContain(said)
        expect(await told.innerText()).toContain(words.notOpened(basename(path)))
        expect(await draftText(page)).toBe(before)
      }
      await says(file('billede.png', new Uint8Array([137, 80, 78, 71, 0, 1, 2, 3])), words.notText)
      await says(
        file('nej.xlsx', 'hej'),
        locale === 'da' ? 'ikke et regneark, der kan læses' : 'no workbook that can be read',
      )
      await says(file('stor.yaml', 'a'.repeat(500_001)), words.tooLarge(locale === 'da' ? '0,5' : '0.5'))
      await says(file('stor.xlsx', new Uint8Array(10_000_001)), words.tooLarge('10'))
      await page.close()
    },
    90_000,
  )

  test('is a template that was fetched here', async () => {
    const page = await opened('/businesscases/ny/vaerksted')
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Hent en tom skabelon (.xlsx)' }).click()
    const download = await coming
    expect(download.suggestedFilename()).toBe('skabelon.xlsx')
    expect(readFileSync(await download.path()).equals(readFileSync(template))).toBe(true)
    await page.close()
  }, 60_000)
})

test('without script the same buttons are answered, and the file is named as the title', async () => {
  const page = await opened(workshop, { javaScriptEnabled: false })
  await page.locator('[id="case.title.da"]').fill('Ny vej')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Gem som fil' }).click()
  expect((await saving).suggestedFilename()).toBe('ny-vej.yaml')
  await page.getByRole('button', { name: 'Regn igen' }).first().click()
  expect(await page.locator('.onward').innerText()).toContain('cases/ny-vej/case.yaml')
  const coming = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Regnestykke' }).click()
  const sheet = await coming
  await sheet.waitForLoadState('load')
  expect(await sheet.locator('.lead').innerText()).toBe('Ny vej')
  await page.close()
}, 60_000)

describe('what is sent to the server', () => {
  const form = (text: string, does: string) => new URLSearchParams({ text, do: does }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const sent = (payload: string, more: Record<string, string> = {}, url = workshop) =>
    reader.server.inject({ method: 'POST', url, headers: { ...headers, ...more }, payload })

  test('is answered under the headers of every page', async () => {
    const page = await reader.server.inject({ url: workshop })
    const draft = await sent(form(changed, 'show|case|narrow'))
    expect(draft.statusCode).toBe(200)
    const policy = page.headers['content-security-policy']
    expect(policy).toMatch(/form-action 'self'/)
    expect(draft.headers['content-security-policy']).toBe(policy)
    expect(draft.headers['x-frame-options']).toBe('DENY')
  })

  test('comes from the site itself', async () => {
    const payload = form(changed, 'show|case|narrow')
    for (const site of ['cross-site', 'same-site']) {
      const refused = await sent(payload, { 'sec-fetch-site': site })
      expect([refused.statusCode, refused.body.includes(pageWords.da.faults.elsewhere)]).toEqual([403, true])
    }
    expect((await sent(payload, { origin: 'https://example.org' })).statusCode).toBe(403)
    expect((await sent(payload, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200)
    expect((await sent(payload, { origin: 'http://localhost:80', host: 'localhost:80' })).statusCode).toBe(200)
  })

  test.each(['da', 'en'] as const)('may be too large, which is said in %s', async (locale) => {
    const url = locale === 'da' ? workshop : '/en/businesscases/vejle/workshop'
    const large = await sent(form('a'.repeat(2_000_001), 'compute'), {}, url)
    expect([large.statusCode, large.body.includes(pageWords[locale].faults.tooLarge('2'))]).toEqual([413, true])
  })

  test('may be a draft that cannot be computed, and then what is missing is said', async () => {
    for (const does of ['show|case|narrow', 'show|calculation|broad', 'show|uncertainty|narrow', 'workbook']) {
      const answer = await sent(form(vejleText.replace(/^years: .*\n/m, ''), does))
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
      const said = ['<li', 'years', 'Kladde, ikke gemt'].map((words) => answer.body.split('<main')[1]!.includes(words))
      expect(said, does).toEqual([true, true, true])
    }
    expect((await sent(form('{', 'show|case|narrow'))).statusCode).toBe(200)
  })

  test('names no file that is read: a contract in the text is left alone', async () => {
    const answer = await sent(
      form(vejleText.replace(/^contract: .*$/m, 'contract: ../../../../etc'), 'show|uncertainty|narrow'),
    )
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('chance-sentence')
  })
})

const draftText = (page: Page): Promise<string> => page.locator('#new-text').inputValue()

const choose = (page: Page, path: string): Promise<void> => page.locator('#open-file').setInputFiles(path)

async function opened(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await reader.opened(path, { acceptDownloads: true, ...options })
  if (options.javaScriptEnabled !== false)
    await page.locator('html[data-workshop=ready]').waitFor({ state: 'attached' })
  return page
}

const pressed = (page: Page): Promise<string[]> => page.locator('[aria-pressed=true]').allInnerTexts()

/** The workshop of Vejle with another text. */
async function withDraft(text: string): Promise<Page> {
  const page = await opened(workshop)
  // Nothing is drawn anew beneath the hand that writes.
  await page.locator('[data-chance=drawn]').waitFor({ timeout: 30_000 })
  await page.locator('.as-text > summary').click()
  await page.locator('#new-text').fill(text)
  await page.locator('button[value="compute|text"]').click()
  await expect.poll(() => page.locator('input[name=text]').inputValue(), { timeout: 20_000 }).toBe(text)
  return page
}

/** What the municipality is left with, as the sheet writes it. */
function valuedText(text: string): { presentValue: string } {
  const folder = join(own, 'valued')
  cpSync(vejle, folder, { recursive: true })
  writeFileSync(join(folder, 'case.yaml'), text)
  const { report, compiled } = valueCase(openCase(folder)!, { scenario: 'narrow' }).scenarios[0]!
  return { presentValue: wholeAmountText(municipalityNet(report).presentValue, compiled.file.currency, 'da') }
}
