/** What a hand and a key meet in the workshop: links that lead somewhere, clicks that do one thing, and nothing typed that is lost. */
import { type Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readerInBrowser } from './browser.ts'

const reader = readerInBrowser()

test('a price year that has no index stops the case at its field, and the link goes there', async () => {
  const page = await opened('vejle')
  const year = page.locator('[id="case.price-year"]')
  await year.fill('2045')
  await year.press('Enter')
  await expect.poll(() => page.locator('.stops').innerText()).toContain('2045')
  await page.getByRole('link', { name: 'Gå til det første' }).click()
  const reached = await page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect()
    const isSeen = box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight
    return { id: document.activeElement?.id, isSeen }
  })
  expect(reached).toEqual({ id: 'case.consequences.other-support.price', isSeen: true })
  await page.close()
}, 60_000)

test('a link opens what is folded about its field', async () => {
  const page = await opened('vejle')
  await page.locator('[id="case.groups.ordinary"] > summary').click()
  const course = page.locator('[id="case.groups.ordinary.course"]')
  await course.fill('')
  await course.press('Enter')
  await page.locator('[id="case.groups.ordinary"] > summary').click()
  expect(await course.isVisible()).toBe(false)
  await page.getByRole('link', { name: 'Gå til det første' }).click()
  await expect.poll(() => focusedId(page)).toBe('case.groups.ordinary.course')
  expect(await course.isVisible()).toBe(true)
  await page.close()
}, 60_000)

test('what is typed and not left is there after the page is loaded again', async () => {
  const page = await opened('vejle')
  await page.locator('[id="case.years"]').fill('17')
  await page.reload()
  await ready(page)
  expect(await page.locator('[id="case.years"]').inputValue()).toBe('17')
  await page.close()
}, 60_000)

test('a name is added by Enter, once, and its questions are answered one click at a time, each in its place', async () => {
  const page = await opened('ny')
  const name = page.locator('[id="name case.costs"]')
  await name.fill('Forløb')
  await name.press('Enter')
  await page.locator('[id="case.costs.forloeb"]').waitFor()
  expect(await name.inputValue()).toBe('')
  await page.locator('button[value="item|case.costs"]').click()
  expect(await page.locator('[id^="case.costs."].item').count()).toBe(1)
  const order = () =>
    page.locator('[id="case.costs.forloeb"]').evaluate((item) => {
      const rows = Array.from(item.querySelectorAll('.asked > p > b, .field > label'))
      return rows.map((row) => row.textContent.replace(/\.$/, ''))
    })
  const before = await order()
  const open = await page.locator('[id="case.costs.forloeb"] .asked').count()
  await page.locator('button[value="paste|case.costs.forloeb|edge-unsettled|kind|1"]').dblclick()
  await expect.poll(() => text(page)).toContain('kind: running')
  expect(await page.locator('[id="case.costs.forloeb"] .asked').count()).toBe(open - 1)
  expect((await order()).filter((one) => before.includes(one))).toEqual(before)
  await page.close()
}, 60_000)

test('several owners and payers are chosen by their names, and only the shares are written', async () => {
  const page = await opened('vejle')
  const item = page.locator('[id="case.consequences.school"]')
  await page.locator('[id="case.consequences.school"] > summary').click()
  for (const name of await item.locator('button[value^="remove|case.consequences.school.owners."]').all())
    expect(await name.innerText()).toMatch(/^Fjern [A-ZÆØÅ]/)
  const before = await text(page)
  await page.getByText('Sagen som tekst', { exact: true }).click()
  await page
    .locator('#new-text')
    .fill(
      before
        .replace(/(\n  school:\n[^]*?owners: )\{[^}]*\}/, '$1undecided')
        .replace(/\n      payers: \{[^}]*\}/, '\n      payers: undecided'),
    )
  // Chances are being drawn meanwhile, and what is typed stays.
  await page.locator('[data-chance=drawn]').waitFor()
  await page.locator('button[value="compute|text"]').click()
  for (const [above, key, chosen] of [
    ['case.consequences.school', 'owners', ['Regionen', 'Staten']],
    ['case.finance.investor.repayment', 'payers', ['Kommunen', 'Regionen']],
  ] as const) {
    const asked = page.locator(`[id="asked ${above}.${key}"]`)
    expect(await asked.locator('input').count()).toBe(0)
    await asked.getByRole('button', { name: 'andre, eller flere om det' }).click()
    for (const [index, name] of chosen.entries()) {
      await page.locator(`[id="name ${above}.${key}"]`).selectOption({ label: name })
      await page.locator(`button[value="item|${above}.${key}"]`).click()
      await page.getByRole('button', { name: `Fjern ${name}` }).waitFor()
      await page.keyboard.type(index === 0 ? '60' : '40')
      await page.keyboard.press('Enter')
    }
  }
  await expect.poll(() => text(page)).toMatch(/school:[^]*?owners: \{ region: 60 %, state: 40 % \}/)
  expect(await text(page)).toMatch(/payers: \{ municipality: 60 %, region: 40 % \}/)
  expect(await page.locator('.stops').count()).toBe(0)
  await page.close()
}, 60_000)

test('a step is signed with a name and a day, and says so when it is changed afterwards', async () => {
  const page = await opened('vejle')
  const step = page.locator('section[aria-labelledby=step-target-group]')
  expect(await step.locator('.sign-done').innerText()).toContain('Det er ikke skrevet ned, hvordan trinnet så ud.')
  await step.getByText('Godkend trinnet').first().click()
  const by = page.locator('[id="by target-group"]')
  await by.fill('')
  await page.locator('[id="note-da target-group"]').fill('talt efter')
  await page.locator('button[value="sign|target-group"]').click()
  expect(await step.getByRole('alert').allInnerTexts()).toEqual([
    'Skriv, hvem der godkender.',
    'Skriv, hvilken dag der godkendes.',
  ])
  expect(await page.locator('[id="note-da target-group"]').inputValue()).toBe('talt efter')
  await by.fill('Mette')
  await page.locator('[id="on target-group"]').fill('28-11-2026')
  await page.locator('button[value="sign|target-group"]').click()
  await expect.poll(() => text(page)).toMatch(/by: Mette, on: 2026-11-28, .*digest: [0-9a-f]{16} \}/)
  expect(await step.locator('.sign-done').innerText()).toBe('Godkendt af Mette 28.\u00a0november 2026')
  expect(await step.getByRole('alert').count()).toBe(0)
  await page.locator('[id="case.groups.ordinary"] > summary').click()
  const people = page.locator('[id="case.groups.ordinary.plan[0].people"]')
  await people.fill('47')
  await people.press('Enter')
  await expect.poll(() => step.locator('.sign-done').innerText()).toContain('Trinnet er ændret siden')
  await page.keyboard.press('Control+z')
  await expect.poll(() => step.locator('.sign-done').innerText()).not.toContain('ændret')
  await page.close()
}, 60_000)

test('whoever answers by key stays with the answer', async () => {
  const page = await opened('ny')
  await page.locator('button[value="paste|case|edge-unsettled|prices|0"]').focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => focusedId(page)).toBe('case.prices')
  await page.close()
}, 60_000)

test('all of the case is printed, folded or not, and no heading without anything under it', async () => {
  const page = await opened('vejle')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('[id="case.groups.ordinary.course"]').isVisible()).toBe(true)
  expect(await page.locator('[id="case.consequences.school"] .item-name').isVisible()).toBe(true)
  await page.close()
  const empty = await opened('ny')
  await empty.emulateMedia({ media: 'print' })
  expect(await empty.locator('#step-consequences').isVisible()).toBe(false)
  expect(await empty.locator('#step-basis').isVisible()).toBe(true)
  await empty.close()
}, 60_000)

test('a draft is put aside for an empty case, fetched again, and thrown away only when it is said twice', async () => {
  const page = await opened('ny')
  await page.locator('[id="case.title.da"]').fill('Min første sag')
  await page.reload()
  await ready(page)
  await page.getByRole('button', { name: 'begynd en tom sag' }).click()
  await expect.poll(() => text(page)).not.toContain('Min første sag')
  await page.reload()
  await ready(page)
  await page.getByRole('button', { name: 'Hent den frem' }).click()
  await expect.poll(() => text(page)).toContain('Min første sag')
  await page.reload()
  await ready(page)
  await page.getByRole('button', { name: 'begynd en tom sag' }).click()
  await page.getByRole('button', { name: 'Smid den væk' }).click()
  expect(await page.getByText('Min første sag').count()).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Ja, smid den væk' }).click()
  expect(await page.getByText('Min første sag').count()).toBe(0)
  await page.close()
}, 60_000)

test('two tabs do not write over each other: the later is told and chooses', async () => {
  const one = await opened('vejle')
  const other = await one.context().newPage()
  await other.goto(one.url())
  await ready(other)
  const years = (page: Page) => page.locator('[id="case.years"]')
  await years(one).fill('11')
  await years(one).press('Enter')
  await other.getByRole('alert').waitFor()
  await years(other).fill('12')
  await years(other).press('Enter')
  await other.getByRole('button', { name: 'Tag den anden fanes udgave' }).click()
  await expect.poll(() => years(other).inputValue()).toBe('11')
  await other.keyboard.press('Control+z')
  await expect.poll(() => years(other).inputValue()).toBe('12')
  await one.getByRole('alert').waitFor()
  await one.getByRole('button', { name: 'Behold min' }).click()
  expect(await years(one).inputValue()).toBe('11')
  await other.getByRole('alert').waitFor()
  await one.context().close()
}, 60_000)

test('the page is as wide as the telephone', async () => {
  const page = await opened('vejle', { width: 390, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.close()
}, 60_000)

const text = (page: Page): Promise<string> => page.locator('#new-text').inputValue()
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id)
const ready = (page: Page) => page.locator('html[data-workshop=ready]').waitFor({ state: 'attached' })

async function opened(name: string, viewport = { width: 1280, height: 900 }): Promise<Page> {
  const page = await reader.opened(`/businesscases/${name}/vaerksted`, { viewport })
  await ready(page)
  return page
}
