/** What is typed and read in the workshop is in the words of its reader: amounts, months, estimates by their titles, answers. */
import { type Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { readerInBrowser } from './browser.ts'

const reader = readerInBrowser()

const cases = ['vejle', 'ikast-brande', 'drc', 'pool', 'impact60', undefined]

test('an amount is read as a Danish reader writes it, and what was read stands in its field', async () => {
  const page = await opened('/businesscases/vejle/vaerksted')
  await unfold(page)
  const amount = page.locator('[id="case.costs.course.amount"]')
  for (const [typed, shown, text] of [
    ['9,5 mio. kr', '9.500.000', 'is: 9500000 kr'],
    ['750 t.kr.', '750.000', 'is: 750000 kr'],
    ['1,2 mia.', '1.200.000.000', 'is: 1200000000 kr'],
  ] as const) {
    await amount.fill(typed)
    await amount.press('Enter')
    await expect.poll(() => amount.inputValue()).toBe(shown)
    expect(await draftText(page)).toContain(text)
  }
  await page.context().close()
}, 60_000)

test('an amount with two readings is not guessed at: both are offered, and one press writes it', async () => {
  const page = await opened('/businesscases/vejle/vaerksted')
  await unfold(page)
  const amount = page.locator('[id="case.costs.course.amount"]')
  const item = page.locator('[id="case.costs.course"]')
  await amount.fill('1,450')
  await amount.press('Enter')
  await item.getByText('kan læses på to måder').waitFor()
  expect(await page.locator('#stops').innerText()).toContain('»1,450« kan læses på to måder')
  expect(await item.locator('.field-problem button').allInnerTexts()).toEqual(['1,45 kr.', '1.450 kr.'])
  await item.getByRole('button', { name: '1.450 kr.' }).click()
  await expect.poll(() => amount.inputValue()).toBe('1.450')
  expect(await page.locator('#stops').count()).toBe(0)
  await amount.fill('omkring 9 mio.')
  await amount.press('Enter')
  await item.getByText('Skriv det som fx 750.000, 750 t.kr. eller 9,5 mio.').waitFor()
  await page.context().close()
}, 60_000)

test('the first month is typed as months are written, and shown by its name', async () => {
  const page = await opened('/businesscases/vejle/vaerksted')
  const starts = page.locator('[id="case.starts"]')
  expect(await starts.inputValue()).toBe('januar 2022')
  for (const typed of ['jan 2025', '1/2025', '01-2025', '2025-01']) {
    await starts.fill('marts 2023')
    await starts.press('Enter')
    await starts.fill(typed)
    await starts.press('Enter')
    await expect.poll(() => draftText(page)).toContain('starts: 2025-01')
    expect(await starts.inputValue()).toBe('januar 2025')
  }
  await page.context().close()
}, 60_000)

test('an estimate is chosen and shown by its title, and the text keeps its key', async () => {
  const page = await opened('/businesscases/vejle/vaerksted')
  await unfold(page)
  const rate = page.locator('[id="case.groups.ordinary.success.rate"]')
  expect(await rate.inputValue()).toBe('Familier i ordinært forløb, der får det bedre')
  const offered = await page
    .locator('#estimate-names option')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value')))
  expect(offered).toContain('Familier i intensivt forløb, hvor barnet bliver hjemme')
  await rate.fill('familier i intensivt forløb, hvor barnet bliver hjemme')
  await rate.press('Enter')
  await expect.poll(() => draftText(page)).toMatch(/ordinary:[^]*?rate: goal-rate-intensive/)
  await page.context().close()
}, 60_000)

/** What the code and one of the languages say alike. */
const sameInBoth = [
  'administration',
  'start-up',
  'running',
  'measurement',
  'child',
  'parent',
  'all',
  'once',
  'published',
  'derived',
  'assumed',
  'invented',
]

describe.each(['da', 'en'] as const)('in %s', (locale) => {
  test('no select and no button says a word of the code', async () => {
    for (const name of cases) {
      const place = name ?? (locale === 'da' ? 'ny' : 'new')
      const page = await opened(
        locale === 'da' ? `/businesscases/${place}/vaerksted` : `/en/businesscases/${place}/workshop`,
      )
      await unfold(page)
      const said = await page.locator('.workshop').evaluate((form) => {
        const options = Array.from(form.querySelectorAll('option'), (one) => [one.value, one.text])
        const buttons = Array.from(form.querySelectorAll('button'), (one) => [
          one.dataset['writes'] ?? '',
          `${one.innerText} ${one.getAttribute('aria-label') ?? ''} ${one.title}`,
        ])
        return [...options, ...buttons]
      })
      // A record of the text, a key with a colon after it, words joined by a hyphen as only keys are.
      const codes = said.filter(
        ([writes = '', text = '']) =>
          /[{}[\]]/.test(text) || /\b[a-z]+-[a-z]+: /.test(text) || (writes === text && !sameInBoth.includes(text)),
      )
      expect(codes, place).toEqual([])
      await page.context().close()
    }
  }, 120_000)
})

test('what is found beyond the first eight prices is counted, and shown when it is asked for', async () => {
  const page = await opened('/businesscases/vejle/vaerksted')
  await unfold(page)
  const item = page.locator('[id="case.consequences.other-support"]')
  const search = item.getByLabel('Søg med ord')
  await search.fill('kommune')
  await search.press('Enter')
  const told = item.locator('.price-search [role=status]')
  await told.waitFor()
  const count = Number(/^(\d+) priser; de første 8 vises\.$/.exec(await told.innerText())?.[1])
  expect(count).toBeGreaterThan(8)
  const lines = item.locator('.price-lines li')
  expect(await lines.filter({ visible: true }).count()).toBe(8)
  await item.getByText(`Vis de øvrige ${String(count - 8)}`).click()
  expect(await lines.filter({ visible: true }).count()).toBe(count)
  await page.context().close()
}, 60_000)

test('whoever wants an investor is offered one in an empty case, and is led to say who it is', async () => {
  const page = await opened('/businesscases/ny/vaerksted')
  await page.getByRole('button', { name: 'Finansiering: en investor' }).press('Enter')
  await expect.poll(() => draftText(page)).toMatch(/chosen: investor\n[^]*investor:\n/)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('case.finance.investor.label.da')
  const chosen = page.locator('[id="case.finance.chosen"]')
  await chosen.selectOption('pool')
  await expect.poll(() => draftText(page)).toMatch(/chosen: pool\n[^]*pool:\n/)
  await page.keyboard.press('Control+z')
  await expect.poll(() => draftText(page)).not.toContain('pool:')
  await page.context().close()
}, 60_000)

test('a sign-off is withdrawn by name and day, both stay in sight, and undoing brings it back', async () => {
  const page = await opened('/businesscases/vejle/vaerksted')
  const before = await draftText(page)
  await page.locator('[id="withdrawing target-group"] > summary').press('Enter')
  const back = page.getByRole('button', { name: 'Træk godkendelsen tilbage, Målgruppe' })
  await back.press('Enter')
  await page.getByText('Skriv, hvem der trækker den tilbage.').waitFor()
  expect(await draftText(page)).toBe(before)
  await page.locator('[id="withdraw-by target-group"]').fill('Ole Bang')
  await page.locator('[id="withdraw-on target-group"]').fill('5-1-2025')
  await page.locator('[id="withdraw-note target-group"]').fill('Prisen er ny.')
  await back.click()
  await expect.poll(() => draftText(page)).toContain('withdrawn: { by: Ole Bang, on: 2025-01-05')
  const told = page.locator('.sign-done').filter({ hasText: 'Ole Bang' })
  expect(await told.innerText()).toMatch(/Trukket tilbage af Ole Bang 5\.\sjanuar\s2025/)
  expect(await page.locator('[id="withdrawing target-group"]').count()).toBe(0)
  // On the page of the draft, and so on paper: who signed, who withdrew it and why, and that the step is not signed.
  const showing = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Resultatside' }).click()
  const shown = await showing
  const step = shown.locator('.steps > li').nth(0)
  expect(await step.innerText()).toMatch(
    /Set af Eksempel[^]*trukket tilbage af Ole Bang 5\.\sjanuar\s2025\. Prisen er ny\./,
  )
  expect(await shown.locator('section[aria-labelledby=steps]').innerText()).toContain('6 trin mangler godkendelse.')
  await shown.close()
  await page.keyboard.press('Control+z')
  await expect.poll(() => draftText(page)).toBe(before)
  await page.context().close()
}, 60_000)

const draftText = (page: Page): Promise<string> => page.locator('#new-text').inputValue()

/** Everything that can be opened, so that all that can be read is. */
const unfold = (page: Page): Promise<void> =>
  page.locator('.workshop').evaluate((form) => {
    form.querySelectorAll('details').forEach((one) => (one.open = true))
  })

async function opened(path: string): Promise<Page> {
  const page = await reader.opened(path)
  await page.locator('html[data-workshop=ready]').waitFor({ state: 'attached' })
  return page
}
