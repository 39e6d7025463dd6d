/** The pages of business cases in a real browser: printed, by keyboard and without script. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { follow, heading, readerInBrowser, sheetsOf, tabTo } from './browser.ts'
import { projectFolder } from './sources.ts'

const { opened } = readerInBrowser()
const cases = readdirSync(join(projectFolder, 'cases'))

/** In pixels of the page. */
const millimetre = 96 / 25.4

/** The printed width of an A4 sheet within the margins of the calculation. */
const sheetWidth = Math.floor((210 - 2 * 12) * millimetre)

/** Every text that is seen within a part, with the size of its letters; the numbers of notes stand raised and small. */
function lettersOf(within: string): { text: string; points: number }[] {
  const found: { text: string; points: number }[] = []
  for (const part of Array.from(document.querySelectorAll(within))) {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const holder = text.parentElement!
      const isSeen = holder.checkVisibility() && holder.getBoundingClientRect().width > 1
      if (text.textContent?.trim() === '' || !isSeen || holder.closest('sup, title') !== null) continue
      found.push({ text: text.textContent ?? '', points: parseFloat(getComputedStyle(holder).fontSize) * 0.75 })
    }
  }
  return found
}

describe.each(['da', 'en'] as const)('printed in %s', (locale) => {
  const [root, calculation] = locale === 'da' ? ['', 'regnestykke'] : ['/en', 'calculation']

  test.each(cases)('the calculation of %s is one sheet', { timeout: 60_000 }, async (name) => {
    const page = await opened(`${root}/businesscases/${name}/${calculation}`)
    expect(await sheetsOf(page)).toBe(1)
    await page.emulateMedia({ media: 'print' })
    for (const shown of ['.total-amount', '.answers', '.rests-on', '.sum-lines', '.years-figure', '#figures']) {
      expect(await page.locator(shown).first().isVisible(), shown).toBe(true)
    }
    // Nothing is cut off at the edge of the paper, which would also make the printer shrink the sheet.
    await page.setViewportSize({ width: sheetWidth, height: 1000 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(sheetWidth)
    const letters = await page.evaluate(lettersOf, '.sheet, .foot')
    expect(letters.length).toBeGreaterThan(30)
    expect(letters.filter(({ points }) => points < 9)).toEqual([])
    await page.close()
  })

  test.each(cases)('the case of %s takes no more sheets than a meeting reads', { timeout: 60_000 }, async (name) => {
    const page = await opened(`${root}/businesscases/${name}`)
    expect(await sheetsOf(page)).toBeLessThanOrEqual(8)
    await page.close()
  })
})

test('on paper no head of a table runs into the next, a head stays with its first row, and no button is printed', async () => {
  const page = await opened('/businesscases/ikast-brande')
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: Math.round(178 * millimetre), height: 1000 })
  const heads = await page.evaluate(() =>
    Array.from(document.querySelectorAll('.owners thead th'), (head) => {
      const words = document.createRange()
      words.selectNodeContents(head)
      const { left, right } = words.getBoundingClientRect()
      return { text: head.textContent, left, right }
    }),
  )
  expect(heads.length).toBe(8)
  for (const [index, { text, right }] of heads.entries()) {
    expect(right, text ?? '').toBeLessThanOrEqual(heads[index + 1]?.left ?? Math.round(178 * millimetre))
  }
  const broken = await page.evaluate(() => getComputedStyle(document.querySelector('.owners thead')!).breakAfter)
  expect(broken).toBe('avoid')
  expect(await page.locator('a', { hasText: /^Kilder$/ }).isVisible()).toBe(false)
  await page.close()
  const uncertain = await opened('/businesscases/ikast-brande/usikkerhed?traekninger=100')
  const copy = uncertain.locator('.copy').first()
  expect(await copy.isVisible()).toBe(true)
  await uncertain.emulateMedia({ media: 'print' })
  expect(await copy.isVisible()).toBe(false)
  await uncertain.close()
}, 120_000)

test('no line of what is only freed runs through words, on a wide page and on paper', async () => {
  const page = await opened('/businesscases/ikast-brande')
  for (const [media, width] of [
    ['screen', 1400],
    ['screen', 1000],
    ['print', Math.round(178 * millimetre)],
  ] as const) {
    await page.emulateMedia({ media })
    await page.setViewportSize({ width, height: 900 })
    const met = await page.evaluate(() => {
      const boxes = Array.from(document.querySelectorAll('.flow text'), (text) => ({
        text: text.textContent,
        box: text.getBoundingClientRect(),
      }))
      return Array.from(document.querySelectorAll<SVGPathElement>('.flow-apart')).flatMap((path) => {
        const [matrix, length] = [path.getScreenCTM()!, path.getTotalLength()]
        return Array.from({ length: 400 }, (_, step) =>
          path.getPointAtLength((length * step) / 400).matrixTransform(matrix),
        ).flatMap(({ x, y }) =>
          boxes.filter(({ box }) => x > box.left && x < box.right && y > box.top + 2 && y < box.bottom - 4),
        )
      })
    })
    expect(
      met.map(({ text }) => text),
      `${media} ${width}`,
    ).toEqual([])
  }
  expect(await page.locator('.flow-apart').count()).toBe(2)
  await page.close()
}, 60_000)

test('what a figure is worth stands in one line', async () => {
  const page = await opened('/businesscases/ikast-brande', { viewport: { width: 1400, height: 900 } })
  const lines = await page.evaluate(() =>
    Array.from(document.querySelectorAll('.doubts td:nth-child(2)'), (cell) => {
      const words = document.createRange()
      words.selectNodeContents(cell)
      return words.getBoundingClientRect().height
    }),
  )
  expect(lines.length).toBeGreaterThan(20)
  expect(Math.max(...lines)).toBeLessThan(30)
  await page.close()
}, 60_000)

test('the six steps go on over the end of a sheet, and their heading is never the last of one', async () => {
  const page = await opened('/en/businesscases/vejle')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#law').isVisible()).toBe(false)
  // Nothing else on the paper, which is 178 by 267 mm.
  await page.setViewportSize({ width: Math.round(178 * millimetre), height: 1000 })
  const sheet = 267 * millimetre
  const height = await page.evaluate(() => {
    const section = document.querySelector('section:has(> #steps)')!
    document.body.replaceChildren(section)
    return section.getBoundingClientRect().height
  })
  expect(height).toBeGreaterThan(sheet / 2)
  const printed = async (before: number, after: number) => {
    await page.evaluate(
      ([above, below]) => {
        document.querySelectorAll('.alone').forEach((one) => one.remove())
        for (const [size, place] of [
          [above, 'prepend'],
          [below, 'append'],
        ] as const) {
          const block = document.createElement('div')
          block.className = 'alone'
          block.style.height = `${size}px`
          block.style.breakInside = 'avoid'
          document.body[place](block)
        }
      },
      [before, after] as const,
    )
    return sheetsOf(page)
  }
  // Half of the section stays above, so that what follows still has room below the rest.
  expect(await printed(sheet - height / 2, sheet - height + 60)).toBe(2)
  // With room for the heading alone, all of it goes to the next sheet, where what follows has no room.
  expect(await printed(sheet - 150, sheet - height + 60)).toBe(3)
  await page.close()
})

test('by keyboard from the list of cases to another law, the flows as a table and the printed sheet', async () => {
  const page = await opened('/businesscases')
  await follow(page, /^Familiebehandling i Vejle/)
  expect(await heading(page)).toContain('Familiebehandling i Vejle')
  await tabTo(page, /^Vis som tabel ?: Fra den, der betaler/)
  await page.keyboard.press('Enter')
  const flows = page.getByRole('table', { name: 'Fra den, der betaler, til den, der vinder' })
  expect(await flows.getByRole('row', { name: /Familieafdelingen tilbagebetalingen 5\.216\.530/ }).count()).toBe(1)
  await follow(page, 'Bredt scenarie')
  expect(await page.locator('.case-result').innerText()).toContain('Bredt scenarie')
  await tabTo(page, 'Alle regler, som de var den')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('30-09-2023')
  await page.keyboard.press('Enter')
  await page.waitForURL(/lov=/)
  expect(page.url()).toContain('scenarie=bredt')
  await follow(page, 'Regnestykke')
  expect(await heading(page)).toBe('Regnestykket')
  expect(page.url()).toContain('lov=')
  await page.close()
}, 120_000)

test('the same without script, in English', { timeout: 60_000 }, async () => {
  const page = await opened('/en/businesscases', { javaScriptEnabled: false })
  await page.getByRole('link', { name: /^Family treatment in Vejle/ }).click()
  await page.getByRole('link', { name: 'Broad scenario' }).click()
  await page.getByLabel('All rules as they were on').fill('2023-09-30')
  await page.getByRole('button', { name: 'Compute' }).click()
  expect(page.url()).toContain('scenario=broad')
  expect(page.url()).toContain('law=2023-09-30')
  await page.getByText('Show as a table: From whoever pays').click()
  expect(await page.getByRole('cell', { name: 'the repayment' }).first().isVisible()).toBe(true)
  await page.getByRole('link', { name: 'Calculation', exact: true }).click()
  expect(await heading(page)).toBe('The calculation')
  await page.goto(new URL('/en/businesscases/compare', page.url()).href)
  await page.getByLabel('First case').selectOption('vejle')
  await page.getByLabel('Second case').selectOption('pool')
  await page.getByRole('button', { name: 'Show' }).click()
  expect(await page.getByRole('row', { name: /^Price year/ }).innerText()).toMatch(/2024[^]*2017/)
  await page.close()
})

test('the workshop by keyboard: a sum, undone, a checklist, and a file opened', { timeout: 120_000 }, async () => {
  const page = await opened('/businesscases/vejle/vaerksted')
  await page.locator('html[data-workshop=ready]').waitFor({ state: 'attached' })
  const draft = () => page.locator('#new-text').inputValue()
  await tabTo(page, 'Åbn fil')
  await tabTo(page, 'År, der regnes')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('5*3')
  await page.keyboard.press('Enter')
  await expect.poll(draft).toContain('years: 15')
  expect(await page.locator('.workshop-sentence').first().innerText()).toContain('over 15 år')
  await page.keyboard.press('Control+z')
  await expect.poll(draft).toContain('years: 10')
  await tabTo(page, /^Tjekliste ?: Succesrate/)
  await page.keyboard.press('Enter')
  const list = page.locator('section[aria-labelledby=step-success-rate] .checklist')
  expect(await list.innerText()).toMatch(/har en kilde: mangler for familier i intensivt forløb/)
  // The browser's own words for a file stand nowhere: the field is a point beside our button.
  const field = page.getByLabel('Åbn fil')
  expect((await field.boundingBox())!.width).toBeLessThanOrEqual(1)
  await field.setInputFiles(join(projectFolder, 'cases', 'pool', 'case.yaml'))
  await expect.poll(draft).toBe(readFileSync(join(projectFolder, 'cases', 'pool', 'case.yaml'), 'utf8'))
  await page.close()
})
