import { expect, test } from 'vitest'
import { textOfBytes } from './csv-encoding.ts'
import { excerpt } from './excerpt.ts'

test('shows the line, its neighbours and the spot', () =>
  check('cap: 50\nshare: at least 31 %\ncount: 50\n', 2, 8, 13, [
    '    1 | cap: 50',
    '    2 | share: at least 31 %',
    '      |        ^^^^^^^^^^^^^',
    '    3 | count: 50',
  ]))

test('a spot on the first or the last line has one neighbour', () => {
  check('a: 1\nb: 2', 1, 4, 1, ['    1 | a: 1', '      |    ^', '    2 | b: 2'])
  check('a: 1\nb: 2', 2, 4, 1, ['    1 | a: 1', '    2 | b: 2', '      |    ^'])
})

test('line numbers stand right', () =>
  check(`${'x\n'.repeat(8)}a\nb\n`, 9, 1, 1, ['     8 | x', '     9 | a', '       | ^', '    10 | b']))

test('a place over several lines is underlined to the end of its first', () =>
  check('a:\n  b: 1\n  c: 2\n', 2, 3, 11, ['    1 | a:', '    2 |   b: 1', '      |   ^^^^', '    3 |   c: 2']))

test('an empty place is one mark', () => check('a:\n', 1, 3, 0, ['    1 | a:', '      |   ^']))

test('tabs, Windows lines and emoji do not push the mark', () =>
  check('\ta: 👪 b\r\nc', 1, 8, 1, ['    1 |  a: 👪 b', '      |       ^', '    2 | c']))

test('a long line is cut around the spot', () => {
  const shown = excerpt(`${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`, { file: 'f', line: 1, column: 5001, length: 4 })
  const [line = '', mark = ''] = shown.split('\n')
  expect(line.length).toBeLessThan(130)
  expect(line.indexOf('HERE')).toBe(mark.indexOf('^^^^'))
})

test('a place outside the text does no harm', () => check('a', 7, 9, 3, ['      | ^']))

function check(text: string, line: number, column: number, length: number, expected: string[]): void {
  expect(excerpt(text, { file: 'f', line, column, length })).toBe(expected.join('\n'))
}

test('a file is shown in the letters it is written in', () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  const [utf8, windows] = [new TextEncoder().encode('for\u00e6lder\n'), bytes('for\u00e6lder\n')]
  expect(textOfBytes(utf8)).toBe('for\u00e6lder\n')
  expect(textOfBytes(windows)).toBe('for\u00e6lder\n')
  expect(textOfBytes(Uint8Array.from([...utf8, ...windows]))).toBe('for\u00e6lder\nfor\u00e6lder\n')
  expect(textOfBytes(bytes('\u00ff\u00fef\u0000\u00e6\u0000'))).toBe('f\u00e6')
  expect(textOfBytes(bytes('\u00fe\u00ff\u0000f\u0000\u00e6'))).toBe('f\u00e6')
  expect(textOfBytes(bytes('f\u0000\u00e6\u0000'))).toBe('f\u00e6')
  expect(textOfBytes(bytes('\u00ef\u00bb\u00bfid'))).toBe('id')
})
