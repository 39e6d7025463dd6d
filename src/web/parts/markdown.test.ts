import { expect, test } from 'vitest'
import { blocksOf } from './markdown.tsx'

test('headings, paragraphs of several lines, and lists whose items go on', () =>
  check(
    `
# One
two
three
- a
  and more
- b
1. c
`,
    'heading One | paragraph two three | list a and more, b | numbered c',
  ))

test('a table with its head, and a bar that is text', () =>
  check(
    `
| tal | værdi |
|---|:--:|
| a \\| b | 1 |
`,
    'table tal, værdi: a | b, 1',
  ))

test('code as it stands, and a line that only looks like a block', () =>
  check('```\n# not a heading\n```\n#also not', 'code # not a heading | paragraph #also not'))

test('an address of any kind ends the loop', () => check('|\n\n-\n\n```', 'table  | paragraph - | code '))

function check(text: string, expected: string): void {
  const told = blocksOf(text.replace(/^\n/, '')).map((block) => {
    if (block.is === 'list') return `${block.isNumbered ? 'numbered' : 'list'} ${block.items.join(', ')}`
    if (block.is === 'table')
      return `table ${block.head.join(', ')}${block.rows.map((row) => `: ${row.join(', ')}`).join('')}`
    return `${block.is} ${block.text}`
  })
  expect(told.join(' | ')).toBe(expected)
}
