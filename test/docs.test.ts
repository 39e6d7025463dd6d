/** What the documents say about the project is so: rooms, imports, folders, commands, words, decisions. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mayImport } from './architecture.ts'
import { filesUnder, projectFolder, readSources } from './sources.ts'

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8')

test('the architecture page shows the table of imports that the test holds', () => {
  const page = read('docs/ARCHITECTURE.md')
  const rows = Object.entries(mayImport).map(([room, rooms]) => `| \`${room}\` | ${inWords(room, rooms)} |`)
  const wanted = page.replace(
    /(\| room \| may import \|\n\|---\|---\|\n)(\|.*\n)*/,
    (_, head: string) => `${head}${rows.join('\n')}\n`,
  )
  if (process.env.UPDATE) writeFileSync(join(projectFolder, 'docs/ARCHITECTURE.md'), wanted)
  else expect(page).toBe(wanted)
})

/** Short where the list is long: a row of eleven names says less than "the core". */
function inWords(room: string, rooms: readonly string[]): string {
  const core = Object.keys(mayImport).filter((name) => name.startsWith('core/') && name !== room)
  const hasCore = core.every((name) => rooms.includes(name))
  if (Object.keys(mayImport).every((name) => name === room || rooms.includes(name))) return 'everything'
  const names = rooms.filter((name) => !(hasCore && core.includes(name))).map((name) => `\`${name}\``)
  return [...(hasCore ? ['every core room'] : []), ...names].join(', ') || 'nothing'
}

test('the architecture page has every room, and says "Not yet" of those that have no code', () => {
  const page = read('docs/ARCHITECTURE.md')
  const faults = Object.keys(mayImport)
    .filter((room) => room !== 'locales')
    .flatMap((room) => {
      const text = page.split(`### \`src/${room}\`\n`)[1]?.trim()
      if (text === undefined) return [`there is no heading for src/${room}`]
      const exists = room === 'main.ts' || filesUnder(`src/${room}`).length > 0
      if (exists === !text.startsWith('Not yet.')) return []
      return [exists ? `src/${room} has code; take "Not yet." away` : `src/${room} has no code; say "Not yet."`]
    })
  expect(faults).toEqual([])
})

test('the readme and the architecture page show every folder of the project, and no other', () => {
  const folders = readdirSync(projectFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((name) => !['node_modules', 'dist', 'coverage'].includes(name))
  const shownIn = (page: string) => [...read(page).matchAll(/^\| `([a-z]+)\/` \|/gm)].map((match) => match[1])
  expect(shownIn('README.md').sort()).toEqual([...folders].sort())
  expect([...shownIn('docs/ARCHITECTURE.md'), 'src'].sort()).toEqual([...folders].sort())
})

test('every npm command in the documents exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const faults = readSources([''], ['.md']).flatMap((page) =>
    [...page.text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)]
      .map((match) => match[1] ?? match[2]!)
      .filter((name) => scripts[name] === undefined)
      .map((name) => `${page.path}: package.json has no script "${name}"`),
  )
  expect(faults).toEqual([])
})

test('each word of the glossary is defined once, and its row is whole', () => {
  const rows = read('docs/words.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| Danish |'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  expect(rows.filter((cells) => cells.length !== 4 || cells.some((cell) => cell === ''))).toEqual([])
  const names = rows.flatMap((cells) => [...cells[1]!.matchAll(/`(\w+)`/g)].map((match) => match[1]))
  expect(names.length).toBeGreaterThan(200)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('each decision is listed, dated and says whether it is in force', () => {
  const list = read('docs/decisions/README.md')
  const faults = filesUnder('docs/decisions')
    .filter((path) => !path.endsWith('/README.md'))
    .flatMap((path) => {
      const name = path.slice('docs/decisions/'.length)
      const [title = '', , stamp = ''] = read(path).split('\n')
      const date = /^(\d{4}-\d{2}-\d{2})-[\da-z-]+\.md$/.exec(name)?.[1]
      return [
        ...(date === undefined ? [`${name}: the name begins with the date`] : []),
        ...(stamp.startsWith(`*${date} · `)
          ? []
          : [`${name}: the third line is "*${date} · in force*", or what replaced it`]),
        ...(list.includes(`| ${date} | [${title.slice(2)}](${name}) |`)
          ? []
          : [`${name}: not in the list of README.md`]),
      ]
    })
  expect(faults).toEqual([])
})
