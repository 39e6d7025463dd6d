import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tableLines, wrapped } from './lines.ts'
import { strokesText } from './strokes.ts'
import { type Terminal, widthOf } from './terminal.ts'

const terminal: Terminal = {
  locale: 'da',
  width: 40,
  isColoured: false,
  today: 0,
  print: () => {},
  printPieces: () => Promise.resolve(),
  say: () => {},
  progress: () => {},
  progressDone: () => {},
  readingHelper: undefined,
  ask: undefined,
}

test('a number stays with its unit', () => {
  expect(wrapped('Der betales 72.000\u00a0kr. for hver', { width: 21, indent: '  ', first: '- ' })).toEqual([
    '- Der betales',
    '  72.000\u00a0kr. for hver',
  ])
})

test('words are kept, and lines are no wider than asked unless a word is', () =>
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zæøå]{1,12}$/), { minLength: 1 }),
      fc.integer({ min: 12, max: 60 }),
      (words, width) => {
        const lines = wrapped(words.join(' '), { width })
        expect(lines.join(' ').split(' ')).toEqual(words)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
      },
    ),
  ))

test('a flexible column goes on below instead of being cut', () => {
  const columns = [{ head: '§' }, { head: 'Mål', isFlexible: true }, { head: 'Beløb', align: 'right' as const }]
  const rows = [
    ['1', 'har gennemført første år af en videregående uddannelse', '11.000'],
    ['2', 'bolig', '0'],
  ]
  expect(tableLines(terminal, columns, rows, ['', 'I alt', '11.000'])).toEqual([
    '§  Mål                             Beløb',
    '────────────────────────────────────────',
    '1  har gennemført første år af    11.000',
    '     en videregående uddannelse',
    '2  bolig                               0',
    '────────────────────────────────────────',
    '   I alt                          11.000',
  ])
})

test('of two flexible columns the widest gives way first, and words are cut last', () => {
  const columns = [
    { head: 'Ydelse', isFlexible: true },
    { head: 'Kilde', isFlexible: true },
  ]
  const rows = [['Døgninstitution, gennemsnit', 'Regnskab 2023 for hele landet']]
  expect(tableLines({ ...terminal, width: 36 }, columns, rows)).toEqual([
    'Ydelse             Kilde',
    '────────────────────────────────────',
    'Døgninstitution,   Regnskab 2023 for',
    '  gennemsnit         hele landet',
  ])
  expect(tableLines({ ...terminal, width: 24 }, columns, rows)[2]).toBe('Døgninstitutio  Regnskab')
})

test('a style takes no room', () => expect(widthOf('\u001b[1m375.000\u001b[22m')).toBe(7))

test('the strokes fill their width, and what there is any of is seen', () =>
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10n ** 12n),
      fc.bigInt(0n, 10n ** 12n),
      fc.bigInt(0n, 10n ** 12n),
      (reached, open, lost) => {
        const text = strokesText({ reached, open, lost }, 60)
        expect(widthOf(text)).toBe(60)
        expect(text.endsWith('┤')).toBe(true)
        expect(text).toMatch(/^━*┄*─*┤$/)
        expect(text.includes('━')).toBe(reached > 0n)
        expect(text.includes('┄')).toBe(open > 0n)
        if (reached + open + lost > 0n) expect(text.includes('─')).toBe(lost > 0n)
      },
    ),
  ))
