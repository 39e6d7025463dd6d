/**
 * The guides say what happens: their blocks are carried out in order, in an empty folder, and what the program prints is
 * compared. `UPDATE=1` rewrites the printed parts. The Danish guide has the same files as the English one.
 *
 *     ```yaml my/terms.yaml            the file is written          ```yaml my/terms.yaml append     lines are added to it
 *     ```diff my/terms.yaml            lines are replaced           ```console                      commands, with output
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { dayOf } from '../src/core/base/index.ts'
import { localeIn, runCommandLine } from '../src/cli/command-line.ts'
import { type Terminal } from '../src/cli/terminal.ts'
import { projectFolder } from './sources.ts'

const guides = [
  { en: 'docs/guide/first-agreement.md', da: 'docs/guide/foerste-aftale.md' },
  { en: 'docs/guide/first-case.md', da: 'docs/guide/foerste-case.md' },
]
const others = ['docs/guide/from-contract-to-terms.md']
const block = /^```(\w+)(?: ([\w./-]+))?( append)?\n([\s\S]*?)^```$/gm

test.each([...guides.flatMap(({ en, da }) => [en, da]), ...others])('%s happens as it says', async (path) => {
  const page = readFileSync(join(projectFolder, path), 'utf8')
  const wanted = await carriedOut(page)
  if (process.env['UPDATE'] !== undefined) writeFileSync(join(projectFolder, path), wanted)
  else expect(page).toBe(wanted)
})

test.each(guides)('$en and $da build the same', ({ en, da }) => {
  const files = (path: string) =>
    [...readFileSync(join(projectFolder, path), 'utf8').matchAll(block)]
      .filter(([, kind]) => kind !== 'console')
      .map(([text]) => text)
  expect(files(da)).toEqual(files(en))
})

// What is printed is rewritten with the page, so a guide could end in a fault and still be what the program prints.
test.each(guides.flatMap(({ en, da }) => [en, da]))('%s ends with an answer', (path) => {
  const printed = [...readFileSync(join(projectFolder, path), 'utf8').matchAll(block)].filter(
    ([, kind]) => kind === 'console',
  )
  expect(printed.at(-1)![0]).not.toMatch(/^(Fault|Fejl|Unsettled|Uafklaret) \[/m)
})

/** The page with what its commands print when its blocks are carried out. */
async function carriedOut(page: string): Promise<string> {
  const before = process.cwd()
  const folder = mkdtempSync(join(tmpdir(), 'guide-'))
  process.chdir(folder)
  try {
    const parts: string[] = []
    let end = 0
    for (const match of page.matchAll(block)) {
      const [whole, kind = '', file = '', append, text = ''] = match
      parts.push(page.slice(end, match.index))
      end = match.index + whole.length
      if (kind === 'console') parts.push(`\`\`\`console\n${await printedBy(text)}\`\`\``)
      else {
        put(kind, file, text, append !== undefined)
        parts.push(whole)
      }
    }
    return [...parts, page.slice(end)].join('')
  } finally {
    process.chdir(before)
    rmSync(folder, { recursive: true })
  }
}

function put(kind: string, file: string, text: string, isAppended: boolean): void {
  mkdirSync(dirname(file), { recursive: true })
  const old = isAppended || kind === 'diff' ? readFileSync(file, 'utf8') : ''
  writeFileSync(file, kind === 'diff' ? replaced(old, text) : old + text)
}

/** Puts the lines marked + where those marked − stand, once and exactly. */
function replaced(old: string, diff: string): string {
  const lines = (sign: string) =>
    diff
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('')
  const found = lines('-')
  expect(old.split(found).length, `the guide's file has these lines once: ${found}`).toBe(2)
  return old.replace(found, () => lines('+'))
}

async function printedBy(text: string): Promise<string> {
  const commands = text.split('\n').filter((line) => line.startsWith('$ bundlinje '))
  const printed: string[] = []
  for (const command of commands) printed.push(command, ...(await linesOf(command.slice('$ bundlinje '.length))))
  return `${printed.join('\n')}\n`
}

async function linesOf(line: string): Promise<string[]> {
  const lines: string[] = []
  const print = (shown: string) => void lines.push(shown.replaceAll('\u00a0', ' ').replace(/ +$/gm, ''))
  const words = line.split(' ')
  const terminal: Terminal = {
    locale: localeIn(words),
    width: 88,
    isColoured: false,
    today: dayOf(2025, 6, 30),
    print,
    printPieces: (pieces) => Promise.resolve(print([...pieces].join(''))),
    say: print,
    progress: () => undefined,
    progressDone: () => undefined,
    readingHelper: undefined,
    ask: undefined,
  }
  await runCommandLine(words, '0', terminal)
  return lines.join('\n').split('\n')
}
