/** A contract folder: which files are read whatever their ending looks like, and which are told to be unread. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readContractFolder } from './index.ts'

const scratch = mkdtempSync(join(tmpdir(), 'folder-'))
afterAll(() => rmSync(scratch, { recursive: true }))

test('endings in capitals, and .yml, are read', () =>
  check('facts/People.CSV facts/Job.CSV facts/reading.yml amendments/2.yml statements/1.JSON Parameters.csv', {
    people: 'People.CSV',
    facts: 'Job.CSV',
    reading: 'reading.yml',
    amendments: '2.yml',
    statements: '1.JSON',
    parameters: 'Parameters.csv',
    unread: '',
  }))

test('anything else is told, but for notes and what is hidden', () =>
  check(
    'facts/people.csv facts/absence.txt facts/2024/job.csv facts/.DS_Store facts/README.md amendments/2.yaml.bak statements/1.json~',
    {
      people: 'people.csv',
      facts: '',
      reading: '',
      amendments: '',
      statements: '',
      parameters: '',
      unread: 'facts/2024/ facts/absence.txt amendments/2.yaml.bak',
    },
  ))

test('terms are read as they were written, whatever older system they come from', () => {
  const text = 'title: Målgruppe på Ærø'
  const utf16 = (order: 'little' | 'big') => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
    return order === 'little' ? bytes : bytes.swap16()
  }
  for (const bytes of [Buffer.from(text), Buffer.from(text, 'latin1'), utf16('little'), utf16('big')]) {
    const folder = mkdtempSync(join(scratch, 'terms-'))
    writeFileSync(join(folder, 'terms.yaml'), bytes)
    expect(readContractFolder(folder)!.terms.text).toBe(text)
  }
})

/** The files of a folder, and the names of those read as what they are, and of those unread. */
function check(files: string, expected: Record<string, string>): void {
  const folder = mkdtempSync(join(scratch, 'contract-'))
  for (const file of ['terms.yaml', ...files.split(' ')]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), '')
  }
  const read = readContractFolder(folder)!
  const names = (...paths: (string | undefined)[]) => paths.map((path) => basename(path ?? '')).join(' ')
  expect({
    people: names(read.people?.name),
    facts: names(...read.facts.map(({ name }) => name)),
    reading: names(read.reading?.file),
    amendments: names(...read.amendments.map(({ file }) => file)),
    statements: names(...read.statements.map(({ file }) => file)),
    parameters: names(read.parameters?.name),
    unread: read.unread.map((one) => `${one.folder}/${basename(one.file)}${one.isFolder ? '/' : ''}`).join(' '),
  }).toEqual(expected)
}
