/** The sources of a case in Danish and in English say the same: the same addresses, and the same figures as each language writes them. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languageOf } from '../src/web/parts/foreign.tsx'
import { projectFolder } from './sources.ts'

const address = /https?:\/\/\S+/g

/** As a machine writes them; `decimal` is the mark between kroner and øre. */
function figuresOf(text: string, decimal: ',' | '.'): string[] {
  const figures = text.replace(address, '').match(/\d+(?:[.,]\d+)*/g) ?? []
  const thousands = decimal === ',' ? '.' : ','
  return figures.map((figure) => figure.replaceAll(thousands, '').replace(decimal, '.')).sort()
}

const namesIn = (text: string): string[] =>
  (text.match(/`[^`]+`/g) ?? []).filter((name) => !name.endsWith('.md`')).sort()

describe.each(readdirSync(join(projectFolder, 'cases')))('the sources of %s', (name) => {
  const read = (file: string) => readFileSync(join(projectFolder, 'cases', name, file), 'utf8')
  const [danish, english] = [read('KILDER.md'), read('SOURCES.md')]

  test('are in both languages', () => {
    expect([languageOf(danish, 'en'), languageOf(english, 'da')]).toEqual(['da', 'en'])
  })

  test('have the same addresses, figures and names of files in both', () => {
    expect(danish.match(address)).toEqual(english.match(address))
    expect(figuresOf(danish, ',')).toEqual(figuresOf(english, '.'))
    expect(namesIn(danish)).toEqual(namesIn(english))
    expect(danish.match(/^#+ |^\|/gm)).toEqual(english.match(/^#+ |^\|/gm))
  })
})

test('the list of a contract lies in the file of its language', () => {
  const folder = join(projectFolder, 'contracts')
  const misplaced = readdirSync(folder).flatMap((name) =>
    (['KILDER.md', 'SOURCES.md'] as const).filter((file) => {
      const path = join(folder, name, file)
      const language = file === 'KILDER.md' ? 'da' : 'en'
      return existsSync(path) && languageOf(readFileSync(path, 'utf8'), language) !== language
    }),
  )
  expect(misplaced).toEqual([])
  expect(readdirSync(folder).filter((name) => existsSync(join(folder, name, 'KILDER.md')))).toHaveLength(10)
})
