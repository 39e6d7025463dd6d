/**
 * The walk through the workshop, from an empty case to that of Vejle: what a person types and presses, in the order of the page.
 *
 * The figures come from the case in the folder, so that the walk follows it; where each is typed, and what is pressed to get there,
 * is the page's own.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page } from 'playwright-core'
import { expect } from 'vitest'
import { outlineDraft } from '../src/operations/index.ts'
import { type OutlineMap, type OutlineNode } from '../src/core/valuation/index.ts'
import { projectFolder } from './sources.ts'

/** What the item is reckoned as when it is added. */
const ways: Readonly<Record<string, string>> = {
  'case.costs.measuring': 'minutes',
  'case.consequences.other-support': 'units',
  'case.consequences.interpreter': 'years',
  'case.consequences.placement': 'use',
  'case.consequences.school': 'amount',
  'case.consequences.health': 'amount',
}

const steps = ['target-group', 'cost', 'success-rate', 'consequences', 'prices', 'result']

export async function vejleWalk(page: Page): Promise<void> {
  const root = outlineDraft(readFileSync(join(projectFolder, 'cases', 'vejle', 'case.yaml'), 'utf8'))!.root
  const part = (key: string): OutlineMap => root.entries.find((entry) => entry.key === key)!.node as OutlineMap
  for (const { key, node } of root.entries) {
    // How the case is tied to its contract moves no figure of it, and is written in the text.
    if (
      [
        'bundlinje-case',
        'in-contract',
        'groups',
        'costs',
        'consequences',
        'estimates',
        'departments',
        'finance',
        'signed-off',
      ].includes(key)
    )
      continue
    await fill(page, node)
  }
  for (const of of ['departments', 'finance', 'estimates', 'groups', 'costs', 'consequences']) {
    // Whether money is given is asked of a cost once it is known who may give it, and which way is chosen once there is one.
    const { entries } = part(of)
    if (of === 'finance') await fill(page, { ...part(of), entries: entries.filter(({ key }) => key === 'investor') })
    else
      for (const { key, node } of entries) {
        await addItem(page, `case.${of}`, key)
        await fill(page, node)
      }
  }
  await fill(page, part('finance'))
  for (const step of steps) await signOff(page, step)
}

async function addItem(page: Page, path: string, name: string): Promise<void> {
  await at(page, `name ${path}`).fill(name)
  const way = ways[`${path}.${name}`] ?? (path === 'case.costs' ? 'money' : undefined)
  if (way !== undefined) await at(page, `as ${path}`).selectOption(way)
  await page.locator(`button[value="item|${path}"]`).click()
  await at(page, `${path}.${name}`).waitFor({ state: 'attached' })
}

/** Fills in what stands at a place: an answer, a value with its mark, or all that is in it. */
async function fill(page: Page, node: OutlineNode): Promise<void> {
  if (node.kind === 'leaf') return fillLeaf(page, node.path, node)
  if (node.kind === 'list') {
    await present(page, node.path, node.items[0]?.kind === 'leaf' ? '' : 'list')
    for (const [index, item] of node.items.entries()) {
      const inner = item.kind === 'leaf' ? item.path : firstLeaf(item)
      if ((await at(page, inner).count()) === 0 && index > 0) await press(page, `append|${node.path}`)
      if ((await at(page, inner).count()) === 0 && index === 0 && item.kind === 'leaf')
        await press(page, `append|${node.path}`)
      await fill(page, item)
    }
    return
  }
  await present(page, node.path, 'map')
  for (const { key, node: inner } of node.entries) {
    if (node.isNamed && (await at(page, inner.path).count()) === 0) {
      const name = at(page, `name ${node.path}`)
      if ((await name.evaluate((one) => one.tagName)) === 'SELECT') await name.selectOption(key)
      else await name.fill(key)
      await press(page, `item|${node.path}`)
    }
    await fill(page, inner)
  }
  for (const other of await namedBeside(page, node)) await press(page, `remove|${other}`)
}

/** Of owners and payers: those that an answer has put in and the case does not have. */
async function namedBeside(page: Page, node: OutlineMap): Promise<string[]> {
  if (!/\.(owners|payers)$/.test(node.path)) return []
  const names = await page
    .locator(`input[name^="=${node.path}."]`)
    .evaluateAll((found) => found.map((one) => (one as HTMLInputElement).name.slice(1)))
  return names.filter((name) => !node.entries.some(({ node: inner }) => inner.path === name))
}

const firstLeaf = (node: OutlineNode): string =>
  node.kind === 'leaf' ? node.path : firstLeaf(node.kind === 'list' ? node.items[0]! : node.entries[0]!.node)

/** Adds what is not there yet: by the first answer of its question, by its button, or among more fields. */
async function present(page: Page, path: string, _as: string): Promise<void> {
  const dot = path.lastIndexOf('.')
  const [above, key] = [path.slice(0, dot), path.slice(dot + 1)]
  if (
    /\]$/.test(path) ||
    (await page
      .locator(
        `[name^="=${path}."], [name^="=${path}["], [name="=${path}"], button[value^="append|${path}"], button[value="remove|${path}"], button[value^="paste|${path}|"]`,
      )
      .count()) > 0
  ) {
    // A word stands where a record is to be: its fuller answer is chosen.
    const word = page.locator(`select[name="=${path}"]`)
    if ((await word.count()) > 0)
      await word.selectOption(await word.locator('option[value^="{"]').first().getAttribute('value'))
    await settled(page)
    return
  }
  const answers = page.locator(`button[value^="paste|${above}|edge-unsettled|${key}|"][data-writes*="{"]`)
  if ((await answers.count()) > 0) await answers.first().click()
  else if ((await page.locator(`button[value="add|${above}|${key}"]`).count()) > 0)
    await press(page, `add|${above}|${key}`)
  else {
    await at(page, `add ${above}`).evaluate((one) => one.closest('details')?.setAttribute('open', ''))
    await at(page, `add ${above}`).selectOption(key)
    await press(page, `add|${above}`)
  }
  await settled(page)
}

type Leaf = Extract<OutlineNode, { kind: 'leaf' }>

async function fillLeaf(page: Page, path: string, { text, mark }: Leaf): Promise<void> {
  const dot = path.lastIndexOf('.')
  const [above, key] = [path.slice(0, dot), path.slice(dot + 1)]
  const answer = page.locator(`button[value^="paste|${above}|"][data-writes="${key}: ${text}"]`)
  if ((await page.locator(`[name="=${path}"]`).count()) === 0 && (await answer.count()) > 0)
    await answer.first().click()
  else {
    if ((await page.locator(`[name="=${path}"], [name^="+${path}|"]`).count()) === 0) await present(page, path, 'leaf')
    const field = page.locator(`[name="=${path}"], [name^="+${path}|"]`).first()
    if ((await field.evaluate((one) => one.tagName)) === 'SELECT') await field.selectOption(text)
    else {
      const danish = /^-?\d+\.\d+/.test(text) && !/^case\.(title|note)/.test(path) ? text.replace('.', ',') : text
      await field.fill(danish)
      await field.press('Enter')
    }
  }
  await settled(page)
  if (mark === undefined) return
  await at(page, `why ${path}`).evaluate((one, reason) => ((one as HTMLInputElement).value = reason), mark.reason)
  const grade = at(page, `mark ${path}`)
  await grade.evaluate((one) => one.closest('details')?.setAttribute('open', ''))
  await grade.selectOption(mark.grade)
  await settled(page)
  expect(await at(page, `why ${path}`).inputValue(), path).toBe(mark.reason)
}

async function signOff(page: Page, step: string): Promise<void> {
  await at(page, `by ${step}`).evaluate((one) => one.closest('details')?.setAttribute('open', ''))
  await at(page, `by ${step}`).fill('Mette Kjær')
  await at(page, `on ${step}`).fill('31-12-2024')
  await at(page, `note-da ${step}`).fill('set efter, tal for tal')
  await press(page, `sign|${step}`)
}

async function press(page: Page, does: string): Promise<void> {
  await page.locator(`button[value="${does}"]`).first().click()
  await settled(page)
}

/** The page answers in the same turn as the press, so there is only the drawing to wait for. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))

const at = (page: Page, id: string) => page.locator(`[id="${id}"]`)
