/**
 * Whatever can stop a case is told in the workshop with its words, and has a link that leads somewhere: shown on the specimens of every
 * problem that a case can have. That the link goes there is shown in a real browser, in workshop-hand.test.ts.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { caseProblemParts, openCaseQuestion, workshopWords } from '../locales/index.ts'
import { type Locale, type Problem } from '../src/core/base/index.ts'
import { draftSetting, emptyCase, startDraft } from '../src/operations/index.ts'
import { type Draft, draftOf } from '../src/web/workshop/draft.ts'
import { isStop } from '../src/web/workshop/homes.ts'
import { WorkshopView } from '../src/web/workshop/view.tsx'
import { projectFolder } from './sources.ts'

const ground = startDraft(draftSetting(undefined))
const problems = join(projectFolder, 'problems')
const vejle = readFileSync(join(projectFolder, 'cases', 'vejle', 'case.yaml'), 'utf8')

/** The text of each specimen that is a case, and some that no specimen is. */
const texts: [string, string][] = [
  ...readdirSync(problems)
    .map((code): [string, string] => [code, join(problems, code, 'case.yaml')])
    .filter(([, path]) => existsSync(path))
    .map(([code, path]): [string, string] => [code, readFileSync(path, 'utf8')]),
  ['an empty case', emptyCase],
  ['nothing', '\n'],
  ['no YAML', 'groups: [\n'],
  ['a key twice', vejle.replace(/^currency: DKK$/m, 'currency: DKK\ncurrency: DKK')],
  ['a price year without index', vejle.replace(/^price-year: \d+$/m, 'price-year: 2045')],
  ['no groups at all', vejle.replace(/^groups:$[^]*?(?=^costs:)/m, '')],
  ['no financing', vejle.replace(/^finance:$[^]*?(?=^\w)/m, '')],
  ['a day that is none', vejle.replace('{ by: Eksempel, ', '{ by: Eksempel, on: 2025-02-29, ')],
  ['a text in one language', vejle.replace(/^  en: Family.*$/m, '')],
  ['another version', vejle.replace(/^bundlinje-case: .*$/m, 'bundlinje-case: "9"')],
  ['shares to be agreed', vejle.replace(/owners: \{[^}]*\}/, 'owners: undecided')],
  ['an owner nobody knows', vejle.replace(/owners: \{[^}]*\}/, 'owners: { regionen: 100 % }')],
]

const drafts = new Map(
  texts
    .map(([name, text]): [string, Draft] => [name, draftOf(text, 'broad', ground)])
    .filter(([, { problems: found }]) => found.some(isStop)),
)

describe.each(['da', 'en'] as const)('in %s, what stops a case is told and led to:', (locale) => {
  test.each([...drafts.keys()])('%s', (name) => {
    const draft = drafts.get(name)!
    const stops = draft.problems.filter(isStop)
    const html = rendered(draft, locale)
    const shown = textOf(html)
    // Lists of what is missing, so that a failure does not print the page.
    const said = stops.map((one) => textOf(escaped(saidOf(one, locale))))
    expect(said.filter((words) => !shown.includes(words))).toEqual([])
    const links = [...(/<section[^>]*class="stops"[^]*?<\/section>/.exec(html)?.[0].matchAll(/href="#([^"]*)"/g) ?? [])]
    expect(links.length, name).toBe(stops.length)
    expect(links.map(([, to]) => to ?? '').filter((to) => !html.includes(`id="${to}"`))).toEqual([])
    const isStopped = html.includes(workshopWords[locale].toFirst)
    if (isStopped) expect(/class="not-yet"[^]*?href="#([^"]*)"/.exec(html)?.[1]).toBe(links[0]?.[1])
  })
})

test('many of the texts are stopped', () => {
  expect(drafts.size).toBeGreaterThan(40)
})

function saidOf(one: Problem, locale: Locale): string {
  if (one.code === 'value-undecided') return ''
  return one.code === 'edge-unsettled' ? openCaseQuestion(one, locale).question : caseProblemParts(one, locale).says
}

function rendered(draft: Draft, locale: Locale): string {
  const view = {
    draft,
    lastGood: undefined,
    live: undefined,
    chance: undefined,
    searches: new Map(),
    opened: '',
    canUndo: false,
    canRedo: false,
    isRestored: false,
    ground,
  }
  return renderToString(h(WorkshopView, { view, locale, action: '' }))
}

/** The text as the page writes it. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** What a reader sees of it, without its tags and with every space as one. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
}
