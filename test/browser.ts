/** The program as a reader meets it: its server on a free port, and a real browser before it. For tests, one of each file. */
import chromiumFromNpm from '@sparticuz/chromium'
import { existsSync } from 'node:fs'
import { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type BrowserContextOptions, type Page, chromium } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { createServer } from '../src/web/index.ts'
import { projectFolder } from './sources.ts'

/** Starts both before the tests of the file and ends them after; `cases` is another folder of cases than the project's. */
export function readerInBrowser({ cases }: { cases?: string } = {}) {
  const { server } = createServer({
    root: projectFolder,
    contracts: join(projectFolder, 'contracts'),
    first: 'vejle-familiebehandling',
    ...(cases === undefined ? {} : { cases }),
  })
  const started = async () => {
    await server.listen({ port: 0, host: '127.0.0.1' })
    const installed = '/usr/bin/chromium'
    const executablePath = existsSync(installed) ? installed : await chromiumFromNpm.executablePath()
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--headless=shell', '--no-zygote'],
    })
    return { browser, base: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}` }
  }
  let running: Awaited<ReturnType<typeof started>>
  beforeAll(async () => {
    running = await started()
  }, 120_000)
  afterAll(async () => {
    await running.browser.close()
    await server.close()
  })

  /** A page of its own, with nothing kept from another. */
  async function opened(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await running.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    const page = await context.newPage()
    await page.goto(running.base + path, { waitUntil: 'load' })
    // What is still being worked out comes by itself; one page is looked at while it is.
    const isWaitedFor = options.javaScriptEnabled !== false && !path.includes('still+drawing')
    if (isWaitedFor) await page.locator('[data-pending]').waitFor({ state: 'detached', timeout: 60_000 })
    return page
  }
  return { server, opened }
}

/** How many sheets of A4 a page is printed on. */
export async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', tagged: true })
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
}

/** Presses Tab until what has the focus bears one of these words; gives the words. */
export async function tabTo(page: Page, ...wanted: readonly (string | RegExp)[]): Promise<string> {
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => {
      const field = document.activeElement as HTMLElement | null
      const label = field instanceof HTMLInputElement ? field.labels?.[0]?.innerText : undefined
      return (label ?? field?.innerText ?? '').replace(/\s+/g, ' ').trim()
    })
    if (wanted.some((one) => (typeof one === 'string' ? text === one : one.test(text)))) return text
  }
  throw new Error(`Nothing called ${wanted.join(' or ')} can be reached by keyboard on ${page.url()}.`)
}

/** Goes by keyboard to a link with one of these words, and follows it. */
export async function follow(page: Page, ...wanted: readonly (string | RegExp)[]): Promise<void> {
  await tabTo(page, ...wanted)
  const before = page.url()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.href !== before)
  await page.waitForLoadState('load')
}

export const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
