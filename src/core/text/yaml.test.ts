import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type YamlNode, readYaml, yamlLengthMax } from './yaml.ts'

test('keeps the source text of plain values and the value of quoted ones', () =>
  check('a: 1.10\nb: "no"\nc: no\nd: 2024-01-01\ne: 0x1F', '{a: 1.10, b: "no", c: no, d: 2024-01-01, e: 0x1F}'))

test('tells no value from an empty text', () =>
  check('a:\nb: null\nc: ~\nd: ""\ne: "null"', '{a: -, b: -, c: -, d: "", e: "null"}'))

test('reads blocks, folded values and lists', () =>
  check(
    'a: |\n  one\n  two\nb: one\n  two\nc:\n  - 1\n  - d: 2\n    e: []\nf: {}',
    '{a: "one\\ntwo\\n", b: one two, c: [1, {d: 2, e: []}], f: {}}',
  ))

test('an empty text is an empty value', () => check('# nothing\n', '-'))

test('accepts a byte order mark, Windows lines and a document start', () =>
  check('\uFEFF---\r\na: 1\r\nb: "x"\r\n', '{a: 1, b: "x"}'))

test('a number or word as a key is a text', () => check('2024: a\ntrue: b\n"": c', '{2024: a, true: b, : c}'))

test('refuses a key written twice, and keeps the first', () =>
  check('a: 1\nb: 2\na: 3', '{a: 1, b: 2}\nyaml-duplicate-key 3:1+1 {"key":"a","firstLine":1}'))

test('refuses a key that is not a text', () => check('? [a]\n: 1\nb: 2\n', '{b: 2}\nyaml-key-not-text 1:3+3 {}'))

test('refuses a key that is missing', () => check('{: 1, b: 2}', '{b: 2}\nyaml-key-not-text 1:2+0 {}'))

test('refuses anchors and aliases, so that no text can explode', () =>
  check('a: &x [1]\nb: *x', 'nothing\nyaml-anchor 1:4+2 {"name":"x"}\nyaml-alias 2:4+2 {"name":"x"}'))

test('refuses tags', () => check('a: !!int 3\n', 'nothing\nyaml-tag 1:4+5 {"name":"!!int"}'))

test('refuses directives', () =>
  check('%YAML 1.1\n---\na: no', 'nothing\nyaml-directive 1:1+9 {"directive":"%YAML 1.1"}'))

test('refuses a second document', () => check('a: 1\n---\nb: 2\n', 'nothing\nyaml-several-documents 2:1+3 {}'))

test('refuses tabs as indentation', () => check('a:\n\tb: 1\n', 'nothing\nyaml-tab 2:1+1 {}'))

test('names a wrong indentation', () =>
  check('a: 1\n b: 2\n', 'nothing\nyaml-syntax 1:4+1 {"cause":"map-on-key-line","found":"1"}'))

test('names a quote that is never closed', () => check('a: "b\n', 'nothing\nyaml-never-closed 1:4+1 {"opened":"\\""}'))

test('names a bracket that is never closed', () =>
  check('a: [b,\nc: 1', 'nothing\nyaml-never-closed 1:4+1 {"opened":"["}'))

test('refuses a tower of brackets', () => check('['.repeat(100_000), 'nothing\nyaml-too-deep 1:61+1 {"depthMax":60}'))

test('refuses a tower of dashes', () => check('- '.repeat(100_000), 'nothing\nyaml-too-deep 1:121+1 {"depthMax":60}'))

test('refuses a text too large to be terms', () =>
  check('a'.repeat(yamlLengthMax + 1), 'nothing\nyaml-too-large 1:1+0 {"length":2097153,"lengthMax":2097152}'))

test('every value and key knows its place', () => {
  const text = 'people:\n  - name: "Ada"\n    born: 1815-12-10\n  - {name: Bo, born: }\nprice: 15000 # kroner\n'
  const places: string[] = []
  visit(readYaml(text, 'terms.yaml').root, (at, name) => places.push(`${name}@${at.line}:${at.column}+${at.length}`))
  expect(places.join(' ')).toBe(
    'map@1:1+89 key@1:1+6 list@2:3+57 map@2:5+32 key@2:5+4 text@2:11+5 key@3:5+4 text@3:11+10 ' +
      'map@4:5+18 key@4:6+4 text@4:12+2 key@4:16+4 empty@4:22+0 key@5:1+5 text@5:8+5',
  )
})

test('many keys in one map are read in linear time', () => {
  const text = Array.from({ length: 30_000 }, (_, n) => `k${n}: ${n}`).join('\n')
  const started = performance.now()
  const { root } = readYaml(text, 'many.yaml')
  expect(root?.kind === 'map' && root.entries.length).toBe(30_000)
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void readYaml(text, 'x')),
    { numRuns: 1000 },
  )
  const piece = fc.constantFrom(
    'a',
    ': ',
    ':',
    '\n',
    '  ',
    '- ',
    '? ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '|',
    '>',
    '&b ',
    '*b',
    '!t ',
    '#c',
    '---\n',
    '...\n',
    '%Y',
    '\t',
    '\r',
    '1',
    '|+2',
    '\uFEFF',
    '\0',
    '<<',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => void readYaml(pieces.join(''), 'x')),
    { numRuns: 3000 },
  )
})

test('a good text with one character changed is read or refused, never thrown', () => {
  const good =
    'people:\n  - name: "Ada"\n    born: 1815-12-10\n  - {name: Bo, born: }\nprice: >-\n  many\n  kroner # no\n'
  fc.assert(
    fc.property(fc.nat(good.length), fc.nat(3), fc.string({ maxLength: 3 }), (at, cut, put) => {
      const { root, problems } = readYaml(good.slice(0, at) + put + good.slice(at + cut), 'x')
      expect(root !== undefined || problems.length > 0).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

function visit(node: YamlNode | undefined, see: (at: YamlNode['at'], name: string) => void): void {
  if (node === undefined) return
  see(node.at, node.kind)
  if (node.kind === 'list') node.items.forEach((item) => visit(item, see))
  if (node.kind === 'map') {
    for (const entry of node.entries) {
      see(entry.keyAt, 'key')
      visit(entry.value, see)
    }
  }
}

/** The tree in flow style ('-' for empty), then one line per problem. */
function check(text: string, expected: string): void {
  const { root, problems } = readYaml(text, 'terms.yaml')
  const lines = problems.map(
    ({ code, at, facts }) => `${code} ${at.line}:${at.column}+${at.length} ${JSON.stringify(facts)}`,
  )
  expect([root === undefined ? 'nothing' : show(root), ...lines].join('\n')).toBe(expected)
}

function show(node: YamlNode): string {
  if (node.kind === 'empty') return '-'
  if (node.kind === 'text') return node.quoted ? JSON.stringify(node.text) : node.text
  if (node.kind === 'list') return `[${node.items.map(show).join(', ')}]`
  return `{${node.entries.map((entry) => `${entry.key}: ${show(entry.value)}`).join(', ')}}`
}
