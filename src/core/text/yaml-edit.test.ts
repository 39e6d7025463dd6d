import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertKey, removeEntry, replaceAt } from './yaml-edit.ts'
import { type YamlEntry, type YamlNode, readYaml } from './yaml.ts'

test('removes a line', () => check('cap: 50\nprice: 15\n', 'cap', 'price: 15\n'))

test('removes the last line of a text without a final line feed', () =>
  check('cap: 50\nprice: 15', 'price', 'cap: 50\n'))

test('removes a nested block with its comments, and leaves those of its neighbours', () =>
  check(
    '# a\na: 1 # one\nb: # two\n  c: 3\n  # three\n  d: |\n    x\n    y\n# e\ne: 5\n',
    'b',
    '# a\na: 1 # one\n# e\ne: 5\n',
  ))

test('removes an entry of a nested map', () => check('a:\n  b: 1\n  c: 2\nd: 3\n', 'b', 'a:\n  c: 2\nd: 3\n'))

test('removes the first entry beside a dash', () => check('- a: 1\n  b: 2\n', 'a', '- b: 2\n'))

test('removes the last entry after a dash', () => check('- a: 1\n  b: 2\n- c', 'b', '- a: 1\n- c'))

test('a map that loses its only entry is an empty map, not an empty value', () => {
  check('a:\n  b: 1\nc: 2\n', 'b', 'a:\n  {}\nc: 2\n')
  check('a: 1\n', 'a', '{}\n')
  check('- a: 1\n- b', 'a', '- {}\n- b')
})

test('removes the first, a middle and the last entry in braces', () => {
  check('x: {a: 1, b: 2, c: 3} # z\n', 'a', 'x: {b: 2, c: 3} # z\n')
  check('x: {a: 1, b: 2, c: 3} # z\n', 'b', 'x: {a: 1, c: 3} # z\n')
  check('x: {a: 1, b: 2, c: 3} # z\n', 'c', 'x: {a: 1, b: 2} # z\n')
  check('x: {a: 1} # z\n', 'a', 'x: {} # z\n')
})

test('removes a key without a value', () => check('a:\n# of b\nb: 2\n', 'a', '# of b\nb: 2\n'))

test('removes from a text with Windows lines', () => check('a: 1\r\nb: 2\r\nc: 3\r\n', 'b', 'a: 1\r\nc: 3\r\n'))

test('replaces a value and nothing else', () => {
  const text = '\uFEFFa: 1 # one\nb: "two" # two\n'
  const [a, b] = entriesOf(readYaml(text, 'x').root)
  expect(replaceAt(replaceAt(text, b!.value.at, '2'), a!.value.at, '10')).toBe('\uFEFFa: 10 # one\nb: 2 # two\n')
})

test('inserts a last entry in a block, nested or not, and in braces', () => {
  checkInsert('a: 1\n', '', 'b', '2', 'a: 1\nb: 2\n')
  checkInsert('a: 1', '', 'b', '2', 'a: 1\nb: 2\n')
  checkInsert('x:\n  a: 1 # one\ny: 3\n', 'x', 'b', 'c: 1\nd: 2', 'x:\n  a: 1 # one\n  b:\n    c: 1\n    d: 2\ny: 3\n')
  checkInsert('x: {a: 1}\n', 'x', 'b', '2', 'x: {a: 1, b: 2}\n')
  checkInsert('x: {}\n', 'x', 'b', '2', 'x: { b: 2 }\n')
})

test('whatever entry is removed, the others stay as they were', () => {
  fc.assert(
    fc.property(anyMap(3), fc.boolean(), fc.nat(), (map, isCommented, pick) => {
      const text = write(map, '', isCommented)
      const { root, problems } = readYaml(text, 'x')
      expect(problems).toEqual([])
      const entries = entriesOf(root)
      const chosen = entries[pick % entries.length]!
      expect(show(readYaml(removeEntry(text, chosen), 'x').root)).toBe(show(root, chosen))
    }),
    { numRuns: 500 },
  )
})

type AnyValue = string | AnyValue[] | AnyMap
type AnyMap = { isFlow: boolean; entries: [string, AnyValue][] }

function anyMap(depth: number): fc.Arbitrary<AnyMap> {
  const scalar = fc.constantFrom('1', '"x # y"', 'long text', '', '|\n', "'it''s'")
  const value: fc.Arbitrary<AnyValue> =
    depth === 0
      ? scalar
      : fc.oneof(
          scalar,
          anyMap(depth - 1),
          fc.array(fc.oneof(scalar, anyMap(depth - 1)), { minLength: 1, maxLength: 3 }),
        )
  const entries = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', '"d e"', 'f'), value), {
    selector: ([key]) => key,
    minLength: 1,
    maxLength: 4,
  })
  return fc.record({ isFlow: fc.boolean(), entries })
}

function write(value: AnyMap, indent: string, isCommented: boolean): string {
  const comment = isCommented ? ' # note' : ''
  return value.entries
    .map(
      ([key, inner]) =>
        (isCommented ? `${indent}# on ${key}\n` : '') + `${indent}${key}:${writeValue(inner, indent, comment)}`,
    )
    .join('')
}

function writeValue(value: AnyValue, indent: string, comment: string): string {
  if (value === '|\n') return ` |\n${indent}    block\n${indent}    two\n`
  if (typeof value === 'string') return ` ${value}${comment}\n`
  if (Array.isArray(value)) {
    const items = value.map((item) => {
      if (typeof item !== 'object' || Array.isArray(item) || item.isFlow)
        return `${indent}  -${writeValue(item, `${indent}  `, comment)}`
      return `${indent}  - ${write(item, `${indent}    `, comment !== '').trimStart()}`
    })
    return `${comment}\n${items.join('')}`
  }
  if (value.isFlow) return ` ${writeFlow(value)}${comment}\n`
  return `${comment}\n${write(value, `${indent}  `, comment !== '')}`
}

function writeFlow(value: AnyValue): string {
  if (value === '|\n') return 'block'
  if (typeof value === 'string') return value
  if (Array.isArray(value))
    return `[${value
      .map(writeFlow)
      .filter((item) => item !== '')
      .join(', ')}]`
  return `{${value.entries.map(([key, inner]) => `${key}: ${writeFlow(inner)}`).join(', ')}}`
}

function entriesOf(node: YamlNode | undefined): YamlEntry[] {
  if (node?.kind === 'list') return node.items.flatMap(entriesOf)
  if (node?.kind === 'map') return node.entries.flatMap((entry) => [entry, ...entriesOf(entry.value)])
  return []
}

function show(node: YamlNode | undefined, without?: YamlEntry): string {
  if (node === undefined) return 'nothing'
  if (node.kind === 'empty') return '-'
  if (node.kind === 'text') return JSON.stringify(node.text)
  if (node.kind === 'list') return `[${node.items.map((item) => show(item, without)).join(', ')}]`
  const kept = node.entries.filter((entry) => entry !== without)
  return `{${kept.map((entry) => `${entry.key}: ${show(entry.value, without)}`).join(', ')}}`
}

/** Removes the first entry with the key `key`. */
function check(text: string, key: string, expected: string): void {
  const entry = entriesOf(readYaml(text, 'x').root).find((candidate) => candidate.key === key)!
  expect(removeEntry(text, entry)).toBe(expected)
}

function checkInsert(text: string, into: string, key: string, value: string, expected: string): void {
  const { root } = readYaml(text, 'x')
  const map = into === '' ? root : entriesOf(root).find((entry) => entry.key === into)!.value
  if (map?.kind !== 'map') throw new Error('not a map')
  expect(insertKey(text, map, key, value)).toBe(expected)
}
