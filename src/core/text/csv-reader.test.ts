import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayText } from '../base/index.ts'
import { type ColumnSpec, emptyCode, emptyDay } from './csv-columns.ts'
import { CsvReader, type CsvSummary } from './csv-reader.ts'
import { type ReadingRules } from './csv-values.ts'
import { writeCsv } from './csv-writer.ts'
import { recordBytesMax } from './csv-records.ts'

const head = 'id;kind;on;value;note\n'

test('reads every type, and tells empty from zero', () =>
  check(`${head}7;shelter;2024-02-29;0;a b\n07;;;;\n7;support;1900-01-01;-12;`, [
    '2: 7 shelter 2024-02-29 0e0 "a b"',
    '3: 07 - - - ""',
    '4: 7 support 1900-01-01 -12e0 ""',
  ]))

test('finds columns in any order, whatever the case and the space around their names, and names the rest', () => {
  check('ON,other, Value ,ID,kind,note\n2024-01-02,x,1.5,9,w,n\n', ['2: 9 w 2024-01-02 15e1 "n"'])
  expect(read(['id;måned;kind;x\n']).summary.unmatched).toEqual(['måned', 'x'])
})

test('knows a column by its Danish name', () => check('Borger-ID;MÅLING\n1;x\n', ['2: 1 x - - ""']))

test('finds the delimiter, or is told by a first line', () => {
  check('id\tkind\n1\ta,b;c\n', ['2: 1 a,b;c - - ""'])
  check('sep=;\r\nid;kind\r\n1;a,b\r\n', ['3: 1 a,b - - ""'])
})

test('a column that may be absent is empty; a required one is a problem', () => {
  check('id\n1\n', ['2: 1 - - - ""'])
  check('kind;on\nx;2024-01-01\n', [
    'csv-column-missing 1:1+7 {"column":"id","accepted":["id","borger-id"],"found":["kind","on"]}',
  ])
  check('id;Borger-ID\n1;2\n', ['csv-column-twice 1:1+12 {"column":"id","found":["id","Borger-ID"]}'])
})

test('quotes hold delimiters, quotes and line ends, and rows keep counting lines', () =>
  check(`${head}"1";"a;b";"2024-01-01";"3";" x ""y""\r\nz "\n2;b;;;5" pipe\n`, [
    '2: 1 a;b 2024-01-01 3e0 " x \\"y\\"\\r\\nz "',
    '4: 2 b - - "5\\" pipe"',
  ]))

test('words that begin alike, or share a place in memory, stay themselves', () => {
  const words = [
    'stay',
    'stays',
    'stay',
    'sta',
    'st',
    's',
    'st',
    'sty',
    'sth',
    '1a',
    '12',
    '1',
    'stays abroad',
    'a word of many letters',
  ]
  words.push('st', 'ys', 'st', 'stays abroad', 'stays aboard', 'a word of many letters', 'a word of many lettres')
  const expected = words.map((word, index) => `${index + 2}: 1 ${word} - - ""`)
  for (const lineEnd of ['\n', '\r\n']) {
    check(`id;kind;on${lineEnd}${words.map((word) => `1;${word};`).join(lineEnd)}${lineEnd}`, expected)
    check(`id;kind${lineEnd}${words.map((word) => `1;${word}`).join(lineEnd)}${lineEnd}`, expected)
  }
})

test('reads lines ended by LF, CR LF and CR, and passes over empty ones', () => {
  check('id;kind\r\n\r\n1;a\r\n2;b\r\n', ['3: 1 a - - ""', '4: 2 b - - ""'])
  check('id;kind\r\r1;a\r2;b', ['3: 1 a - - ""', '4: 2 b - - ""'])
})

test('space around a value is not part of it', () =>
  check(`${head} 1 ; b ; 2024-01-01 ; 5 ; n `, ['2: 1 b 2024-01-01 5e0 "n"']))

test('reads a file as UTF-8 or as Windows-1252', () => {
  check('\uFEFFid;kind\n1;stød\n', ['2: 1 stød - - ""'])
  checkBytes(latin('id;kind\n1;st\xf8d\n2;\x80\n'), ['2: 1 stød - - ""', '3: 2 € - - ""'])
  expect(read([latin('id;kind\n1;st\xf8d\n')]).summary.encoding).toBe('windows-1252')
})

test('a letter written as two characters is the same word', () =>
  check('id;kind\n1;ga\u030a\n2;gå\n', ['2: 1 gå - - ""', '3: 2 gå - - ""']))

test('refuses a row in another encoding than those before it', () =>
  checkBytes(new Uint8Array([...utf8('id;kind\n1;ø\n'), ...latin('2;\xf8\n'), ...utf8('3;å\n')]), [
    '2: 1 ø - - ""',
    '4: 3 å - - ""',
    'csv-encoding-mixed 3:1+3 {"encoding":"utf-8","value":"2;ø"}',
  ]))

test('refuses UTF-16, marked or not, and a file with nothing in it', () => {
  checkBytes(new Uint8Array([0xff, 0xfe, 0x69, 0]), ['csv-utf16 1:1+0 {}'])
  checkBytes(new Uint8Array([0x69, 0, 0x64, 0, 10, 0]), ['csv-utf16 1:1+0 {}'])
  check('', ['csv-empty 1:1+0 {}'])
  check('\uFEFF\n\n', ['csv-empty 1:1+0 {}'])
})

test('a header in a lost quote is a problem', () => check('id;"kind\n1;a\n', ['csv-header-unreadable 1:1+13 {}']))

test('half a row, and a row too long, are refused, and the others kept', () =>
  check('id;kind\n1;a\n2\n3;c;\n4;d', [
    '2: 1 a - - ""',
    '5: 4 d - - ""',
    'csv-row-too-short 3:1+1 {"fields":1,"expected":2,"value":"2"}',
    'csv-row-too-long 4:1+4 {"fields":3,"expected":2,"value":"3;c;"}',
  ]))

test('a required value that is missing', () =>
  check('id;kind\n;a\n"";b\n', ['csv-value-missing 2:1+0 {"column":"id","rowsAlike":2,"linesAlike":[2,3]}']))

test('a quote that is never closed costs its own line only', () =>
  check('id;note\n1;"a\n2;b\n3;c\n', [
    '3: 2 - - - "b"',
    '4: 3 - - - "c"',
    'csv-quote-never-closed 2:3+2 {"value":"\\"a"}',
  ]))

test('something after a closing quote', () =>
  check('id;note\n1;"a"b\n2;c\n', ['3: 2 - - - "c"', 'csv-quote-misplaced 2:3+3 {"value":"\\"a\\""}']))

test('a lost quote that meets the next one costs its own line only', () =>
  check('id;note\n1;"a\n2;"b"\n3;c\n', [
    '3: 2 - - - "b"',
    '4: 3 - - - "c"',
    'csv-quote-never-closed 2:3+2 {"value":"\\"a"}',
  ]))

test('asks what an ambiguous number or day means', () =>
  check(`${head}1;a;03-04-2024;1.000;\n2;b;31-12-2024;1.000,92;\n3;c;31/12/24;2;`, [
    '3: 2 b 2024-12-31 100092e2 ""',
    'csv-day-ambiguous 2:5+10 {"column":"on","readings":["2024-04-03","2024-03-04"],"value":"03-04-2024","order":"day-month-year","shownBy":"31-12-2024","shownOn":3} dates: day-month-year',
    'csv-number-ambiguous 2:16+5 {"column":"value","readings":["1000","1.000"],"value":"1.000"} 1000 | 1,0000 | numbers: danish | numbers: international',
    'csv-day-ambiguous 4:5+8 {"column":"on","readings":["1924-12-31","2024-12-31"],"value":"31/12/24","order":"day-month-year","shownBy":"31-12-2024","shownOn":3} 1924-12-31 | 2024-12-31',
  ]))

test('a column of days that can be read in two ways is told once, with how many rows and the first of them', () =>
  check(`${head}1;a;03-04-2024;;\n2;b;1/2 2025;;\n3;c;5. 6. 2025;;\n4;d;7/7 2025;;`, [
    '5: 4 d 2025-07-07 - ""',
    'csv-day-ambiguous 2:5+10 {"column":"on","readings":["2024-04-03","2024-03-04"],"value":"03-04-2024","rowsAlike":3,"linesAlike":[2,3,4]} dates: day-month-year | dates: month-day-year',
  ]))

test('a column with days of either order is told so, and no rule is offered that would refuse some of them', () =>
  check(`${head}1;a;03-04-2024;;\n2;b;13-04-2024;;\n3;c;04-13-2024;;`, [
    '3: 2 b 2024-04-13 - ""',
    '4: 3 c 2024-04-13 - ""',
    'csv-day-ambiguous 2:5+10 {"column":"on","readings":["2024-04-03","2024-03-04"],"value":"03-04-2024","order":"both","shownBy":"13-04-2024","shownOn":3,"otherBy":"04-13-2024","otherOn":4}',
  ]))

test('where commas set the fields apart, a number to paste has a point', () =>
  check('id,value\n1,-4.348\n2,"4,348"\n', [
    'csv-number-ambiguous 2:3+6 {"column":"value","readings":["-4348","-4.348"],"value":"-4.348","rowsAlike":2,"linesAlike":[2,3]} -4348 | -4.3480 | numbers: danish | numbers: international',
  ]))

test('follows the rules of the file, and refuses what contradicts them', () =>
  check(
    `${head}1;a;03-04-2024;1.000;\n2;b;12-31-2024;1.25;\n3;c;29-02-2023;1,25;\n4;d;x;y;\n5;e;;1,125;`,
    [
      '2: 1 a 2024-04-03 1000e0 ""',
      '6: 5 e - 1125e3 ""',
      'csv-day-against-rule 3:5+10 {"column":"on","rule":"day-month-year","value":"12-31-2024"}',
      'csv-number-against-rule 3:16+4 {"column":"value","rule":"danish","value":"1.25"}',
      'csv-day-impossible 4:5+10 {"column":"on","value":"29-02-2023"}',
      'csv-day-unreadable 5:5+1 {"column":"on","value":"x"}',
      'csv-number-unreadable 5:7+1 {"column":"value","value":"y"}',
    ],
    { numbers: 'danish', dates: 'day-month-year' },
  ))

test('a number with more digits than can be exact is refused', () =>
  check('id;value\n1;9007199254740991\n2;9007199254740992\n', [
    '2: 1 - - 9007199254740991e0 ""',
    'csv-number-too-long 3:3+16 {"column":"value","value":"9007199254740992"}',
  ]))

test('an id of more than 65,535 bytes is refused', () => {
  const { summary } = read([`id\n${'x'.repeat(70_000)}\n2\n`])
  expect([summary.rowsAccepted, summary.problems[0]?.code]).toEqual([1, 'csv-text-too-long'])
})

test('a line of a megabyte is refused without being kept, however it arrives', () => {
  const bytes = utf8(`id;note\n1;a\n2;${'x'.repeat(recordBytesMax * 2)}\n3;c\n`)
  const expected = ['2: 1 - - - "a"', '4: 3 - - - "c"', 'csv-record-too-large 3:1+0 {"bytesMax":1048576}', '3 = 2 + 1']
  for (const size of [1 << 16, 1_000_003, bytes.length]) expect(outcome(chunksOf(bytes, size))).toEqual(expected)
})

test('a quote lost a megabyte before the next costs its own line only', () => {
  const rows = Array.from({ length: 200_000 }, (_, n) => `${n};plain`).join('\n')
  const { summary } = read(chunksOf(utf8(`id;note\nlost;"x\n${rows}\n9;"y"\n`), 1 << 16))
  expect([summary.rowsAccepted, summary.rowsRefused, summary.problems[0]?.code]).toEqual([
    200_001,
    1,
    'csv-quote-never-closed',
  ])
})

test('a file of garbage does not eat the memory', () => {
  const { summary } = read([`id;value\n${'1;x\n'.repeat(5000)}`])
  expect([summary.problems.length, summary.problemCounts.get('csv-number-unreadable'), summary.rowsRefused]).toEqual([
    1, 5000, 5000,
  ])
  const twoAreTold = read([`id;value\n${'1;x\n'.repeat(5000)}${';1\n'.repeat(5000)}`]).summary.problems
  expect(twoAreTold.map(({ code }) => code)).toEqual(['csv-number-unreadable', 'csv-value-missing'])
})

test('batches hold as many rows as asked for, and each row once', () => {
  const sizes: number[] = []
  const reader = new CsvReader({
    file: 'f',
    columns,
    rules: unstated,
    batchRows: 3,
    onBatch: (batch) => sizes.push(batch.count),
  })
  reader.push(utf8('id\n1\n2\n"3"\n4\n5\n6\n7\n'))
  reader.end()
  expect(sizes).toEqual([3, 3, 1])
})

const pieces = [
  '1',
  '07',
  'a',
  'ø',
  'Ã',
  '"',
  '""',
  ';',
  ';',
  ';',
  '\n',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '1.000',
  '-2,5',
  '2024-12-31',
  '03-04-2024',
  '\uFEFF',
  '\0',
  '🙂',
]
const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''))
const anyBytes = fc.oneof(
  anyText.map((text) => utf8(head + text)),
  anyText.map((text) => latin(`${head}${text}`)),
  fc.tuple(anyText, anyText).map(([a, b]) => new Uint8Array([...utf8(head + a), ...latin(b)])),
  anyText.map((text) => utf8(`id;note\n${text}`)),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => new Uint8Array([...utf8('id;note\n'), ...bytes])),
  fc.uint8Array({ maxLength: 40 }),
)

test('no bytes make the reader throw, and the tally adds up', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const { rows, summary } = read([bytes])
      expect(summary.rowsAccepted + summary.rowsRefused).toBe(summary.rowsRead)
      expect(rows.length).toBe(summary.rowsAccepted)
      expect(summary.rowsRefused === 0 || summary.problems.length > 0).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('cut at any byte, or at every byte, the file reads the same', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const whole = outcome([bytes])
      expect(outcome(chunksOf(bytes, 1))).toEqual(whole)
      for (let at = 1; at < bytes.length; at++)
        expect(outcome([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole)
    }),
    { numRuns: 200 },
  )
})

test('the quick way and the careful way read the same', () => {
  const digits = fc.array(
    fc.constantFrom('0', '1', '2', '3', '9', '12', '31', '2024', '1899', '-', '/', '.', ',', ' '),
    { maxLength: 7 },
  )
  const day = fc
    .tuple(fc.nat(32), fc.nat(13), fc.constantFrom(1899, 1900, 2023, 2024, 2155, 2156), fc.constantFrom('-', '/', '.'))
    .map(([d, m, y, sign]) => [String(d).padStart(2, '0'), String(m).padStart(2, '0'), String(y)].join(sign))
  const isoDay = fc
    .tuple(fc.constantFrom(1899, 1900, 2023, 2024, 2100, 2156), fc.nat(19), fc.nat(32))
    .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
  const word = fc.array(
    fc.constantFrom('a', 'å', 'Ø', 'a\u030a', 'é', 'ÿ', '🙂', '0', '7', ' ', '\u00a0', '\u0085', '\u007f'),
    { maxLength: 4 },
  )
  const number = fc.oneof(
    fc.double().map(String),
    fc.integer().map(String),
    digits.map((parts) => parts.join('')),
  )
  const field = fc.oneof(
    word.map((parts) => parts.join('')),
    number,
    day,
    isoDay,
  )
  const row = fc.tuple(field, field, fc.oneof(day, isoDay, field), number, field)
  const rules = fc.record<ReadingRules>({
    numbers: fc.constantFrom('danish', 'international', 'unstated'),
    dates: fc.constantFrom('day-month-year', 'month-day-year', 'unstated'),
  })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), rules, fc.boolean(), (rows, stated, isQuoted) => {
      const fileWith = (last: string): Uint8Array[] => {
        const lines = rows.map((fields) => [...fields.map((text) => (isQuoted ? `"${text}"` : text)), last].join(';'))
        return [utf8(`\uFEFF${head.trim()};x\n${lines.join('\n')}\n`)]
      }
      expect(outcome(fileWith('z'), stated)).toEqual(outcome(fileWith('"doubled "" quote"'), stated))
    }),
    { numRuns: 1500 },
  )
})

test('what is written is read back unchanged', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('', ' ', 'a"b', 'x;y', '1,2', 'a\r\nb', '\t', '=1+1', '\uFEFF', 'sep=;'),
  )
  const note = cell.map((text) => text.normalize('NFC'))
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), note)), fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
      const csv = writeCsv(
        rows.map(([id, text]) => [String(id), text]),
        ['id', 'note'],
        { delimiter },
      )
      const { rows: found, summary } = read([csv])
      expect(summary.problems).toEqual([])
      expect(found.map((row) => row.replace(/^\d+: /, ''))).toEqual(
        rows.map(([id, text]) => `${id} - - - ${JSON.stringify(text)}`),
      )
    }),
    { numRuns: 1000 },
  )
})

test('a table of one column keeps its empty rows', () =>
  expect(read([writeCsv([['a'], [''], ['b']], ['note'], { delimiter: ',' })], [columns[4]!]).summary.rowsRead).toBe(3))

const unstated: ReadingRules = { numbers: 'unstated', dates: 'unstated' }
const columns: ColumnSpec[] = [
  { name: 'id', headers: ['id', 'borger-id'], type: 'id', required: true },
  { name: 'kind', headers: ['kind', 'måling'], type: 'word', required: false },
  { name: 'on', headers: ['on'], type: 'day', required: false },
  { name: 'value', headers: ['value'], type: 'number', required: false },
  { name: 'note', headers: ['note'], type: 'text', required: false },
]

/** One line per accepted row (line, id, kind, day, mantissa e scale, note), then one per problem. */
function check(text: string, expected: string[], rules = unstated): void {
  checkBytes(utf8(text), expected, rules)
}

function checkBytes(bytes: Uint8Array, expected: string[], rules = unstated): void {
  expect(outcome([bytes], rules).slice(0, -1)).toEqual(expected)
}

function outcome(chunks: Uint8Array[], rules = unstated): string[] {
  const { rows, summary } = read(chunks, columns, rules)
  const problems = summary.problems.map(({ code, at, facts, choices }) => {
    const pasted = choices.map((choice) => choice.paste).join(' | ')
    return `${code} ${at.line}:${at.column}+${at.length} ${JSON.stringify(facts)} ${pasted}`.trimEnd()
  })
  return [...rows, ...problems, `${summary.rowsRead} = ${summary.rowsAccepted} + ${summary.rowsRefused}`]
}

function read(
  chunks: (Uint8Array | string)[],
  specs = columns,
  rules = unstated,
): { rows: string[]; summary: CsvSummary } {
  const rows: string[] = []
  const reader = new CsvReader({
    file: 'facts.csv',
    columns: specs,
    rules,
    batchRows: 4,
    onBatch: (batch) => {
      for (let n = 0; n < batch.count; n++) {
        if (specs !== columns) continue
        const word = (name: string): string => {
          const code = batch.codes(name)[n]!
          return code === emptyCode ? '-' : reader.internerOf(name).textOf(code)
        }
        const day = batch.days('on')[n]!
        const { mantissas, scales, filled } = batch.numbers('value')
        const number = filled[n] === 1 ? `${mantissas[n]}e${scales[n]}` : '-'
        const shownDay = day === emptyDay ? '-' : dayText(day)
        rows.push(
          `${batch.row[n]}: ${word('id')} ${word('kind')} ${shownDay} ${number} ${JSON.stringify(batch.textAt('note', n))}`,
        )
      }
    },
  })
  for (const chunk of chunks) reader.push(typeof chunk === 'string' ? utf8(chunk) : chunk.slice())
  return { rows, summary: reader.end() }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** One byte per character; characters beyond 255 are left out. */
function latin(text: string): Uint8Array {
  return Uint8Array.from([...text].map((character) => character.charCodeAt(0)).filter((code) => code < 256))
}

function chunksOf(bytes: Uint8Array, size: number): Uint8Array[] {
  const chunks: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
  return chunks
}
