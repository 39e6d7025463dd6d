/**
 * Reading a catalogue, laying a local one on top, looking prices up, and writing it out again. `UPDATE=1` puts the files of
 * the national catalogue in the form and the order in which they are written out.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseIsoDay, plainFacts } from '../../base/index.ts'
import {
  type Catalogue,
  type CatalogueLayer,
  type Origin,
  type PriceUse,
  catalogueTables,
  priceOn,
  readCatalogue,
  tableCsv,
} from '../index.ts'

const isUpdate = process.env['UPDATE'] !== undefined
const at = { file: 'case.yaml', line: 3, column: 5, length: 4 }
const end = 'https://example.dk,2026-01-02,A,published'
const priceHead =
  'id,da,value,unit,price-year,index,cost,vat,owner,area,valid-from,valid-to,source,read,confidence,grade'
const price = (id: string, value: number, { year = 2022, from = '2022-01-01', to = '', index = '' } = {}) =>
  `${id},Pris,${value},kr/dag,${year},${index},average,out,kommune,adults,${from},${to},${end}`

describe('reading', () => {
  test('a row becomes a price with its source and its place', () => {
    const { catalogue, problems } = read({ 'prices.csv': [priceHead, price('plads', 1234.5)] })
    expect(problems).toEqual([])
    expect(catalogue.prices.get('plads')).toMatchObject([
      { value: 1234.5, unit: 'day', owner: 'municipality', provenance: { confidence: 'A', grade: 'published' } },
    ])
    expect(catalogue.prices.get('plads')![0]!.provenance.at).toEqual({
      file: 'prices.csv',
      line: 2,
      column: 1,
      length: 0,
    })
  })

  test('a faulty row is refused and told, and the others are read', () => {
    const noSource = price('uden-kilde', 1).replace('https://example.dk', '')
    const noYear = price('uden-år', 1).replace(',2022,', ',,')
    const unit = price('enhed', 1).replace('kr/dag', 'kr/nat')
    const backwards = price('baglæns', 1, { from: '2022-03-01', to: '2022-02-28' })
    const { catalogue, problems } = read({
      'prices.csv': [priceHead, noSource, noYear, unit, backwards, price('god', 1)],
    })
    expect([...catalogue.prices.keys()]).toEqual(['god'])
    expect(problems.map(({ code, at: { line } }) => `${line} ${code}`)).toEqual([
      '2 catalogue-source-missing',
      '3 catalogue-year-missing',
      '4 catalogue-word-unknown',
      '5 catalogue-value-impossible',
    ])
  })

  test('a misspelt column and an unknown file are told, never passed over', () => {
    const head = priceHead.replace('index', 'indx')
    expect(codes({ 'prices.csv': [head, price('a', 1)] })).toEqual(['catalogue-column-unknown'])
    expect(codes({ 'price.csv': [priceHead, price('a', 1)] })).toEqual(['catalogue-file-unknown'])
  })

  test('two rows of one id on one day are told; rows that follow each other are not', () => {
    const until = (to: string) => [price('a', 1, { to }), price('a', 2, { from: '2023-01-01' })]
    expect(codes({ 'prices.csv': [priceHead, ...until('')] })).toEqual([])
    expect(codes({ 'prices.csv': [priceHead, ...until('2022-12-31')] })).toEqual([])
    expect(codes({ 'prices.csv': [priceHead, ...until('2023-01-01')] })).toEqual(['catalogue-row-twice'])
    expect(codes({ 'prices.csv': [priceHead, price('a', 1), price('a', 2)] })).toEqual(['catalogue-row-twice'])
  })

  test('an index family and a benefit that nothing knows are told', () => {
    expect(codes({ 'prices.csv': [priceHead, price('a', 1, { index: 'kommunal' })] })).toEqual([
      'catalogue-index-unknown',
    ])
    const reform = ['id,da,on,state,ends,source,read,confidence,grade', `r,Reform,2025-07-01,in-force,kontant,${end}`]
    expect(codes({ 'reforms.csv': reform })).toEqual(['catalogue-benefit-unknown'])
  })

  test('the steps of a guide follow each other from year 1 and have no end', () => {
    const head = 'guide,da,from-year,through-year,rate,valid-from,source,read,confidence,grade'
    const guide = (...steps: string[]) =>
      codes({ 'discount-rates.csv': [head, ...steps.map((step) => `g,G,${step},2021-01-01,${end}`)] })
    expect(guide('1,35,3.5', '36,,2.5')).toEqual([])
    expect(guide('1,35,3.5', '37,,2.5')).toEqual(['catalogue-steps-broken'])
    expect(guide('1,35,3.5')).toEqual(['catalogue-steps-broken'])
    expect(guide('2,,3.5')).toEqual(['catalogue-steps-broken'])
  })

  test('a local catalogue may be written as Danish spreadsheets write', () => {
    const lines = ['id;tekst;pris;enhed;prisår;omkostning;moms;budgetejer;område;gælder-fra;kilde;læst;tillid;grad']
    const row =
      'plads;Plads;1.234,50;kr/døgn;2024;gennemsnit;uden;kommune;børn;01-01-2024;Regnskab 2024;03-02-2025;A;offentlig'
    const reading = { numbers: 'danish', dates: 'day-month-year', shares: 'unstated', columns: {} } as const
    const layer = layerOf('local', { 'prices.csv': [...lines, row] })
    const { catalogue, problems } = readCatalogue([{ ...layer, reading }])
    expect(problems).toEqual([])
    expect(catalogue.prices.get('plads')).toMatchObject([
      { value: 1234.5, provenance: { origin: 'local', grade: 'published' } },
    ])
  })
})

describe('a local catalogue on top', () => {
  const { catalogue } = read(
    {
      'prices.csv': [
        priceHead,
        price('plads', 1000),
        price('plads', 1100, { year: 2023, from: '2023-01-01' }),
        price('time', 500),
      ],
    },
    { 'prices.csv': [priceHead, price('plads', 900)] },
  )

  test('takes the place of all national rows of an id, and says which it beat', () => {
    const { price: used, insteadOf } = priceOn(catalogue, 'plads', use('2024-05-01', 2024))
    expect([used?.value, used?.provenance.origin]).toEqual([900, 'local'])
    expect([insteadOf?.value, insteadOf?.provenance.origin]).toEqual([1100, 'national'])
  })

  test('leaves other ids alone', () => {
    const { price: used, insteadOf } = priceOn(catalogue, 'time', use('2024-05-01', 2024))
    expect([used?.value, used?.provenance.origin, insteadOf]).toEqual([500, 'national', undefined])
  })
})

describe('a price on a day', () => {
  const reform = [
    'id,da,en,on,state,ends,closes,source,read,confidence,grade',
    `r1,Reform,Reform,2025-07-01,in-force,gammel dag,,${end}`,
    `r2,Lukning,Closing,2026-02-01,in-force,,lukket,${end}`,
  ]
  const doubtful = price('tvivl', 5).replace('A,published', 'A,unverified')
  const between = `${priceHead},price-year-from\n${price('mellem', 5)},2020`.split('\n')
  const files = {
    'prices.csv': [
      priceHead,
      price('plads', 1000),
      price('plads', 1100, { year: 2024, from: '2024-01-01' }),
      price('lukker', 7, { to: '2022-12-31' }),
      doubtful,
    ],
    'benefits.csv': [priceHead, price('gammel', 10), price('dag', 11, { to: '2025-07-01' }), price('lukket', 20)],
    'reforms.csv': reform,
  }
  const { catalogue } = read(files)

  test.each([
    ['plads', '2021-12-31', 2022, '1000 price-not-yet-valid'],
    ['plads', '2022-01-01', 2022, '1000'],
    ['plads', '2023-12-31', 2022, '1000'],
    ['plads', '2024-01-01', 2022, '1100'],
    ['plads', '2024-01-01', 2027, '1100'],
    ['plads', '2024-01-01', 2028, '1100 price-old'],
    ['lukker', '2022-12-31', 2022, '7'],
    ['lukker', '2023-01-01', 2022, '7 price-ended'],
    ['gammel', '2025-06-30', 2025, '10'],
    ['gammel', '2025-07-01', 2025, '10 price-ended'],
    // The reform comes a day before the row itself would end.
    ['dag', '2025-07-01', 2025, '11 price-ended'],
    ['lukket', '2026-01-31', 2025, '20'],
    ['lukket', '2026-02-01', 2025, '20 price-closed'],
    ['tvivl', '2022-06-01', 2022, '5 price-unverified'],
    ['pladser', '2022-06-01', 2022, 'none price-unknown'],
  ])('%s on %s in prices of %i: %s', (id, on, year, expected) => {
    const found = priceOn(catalogue, id, use(on, year))
    const said = [found.price?.value ?? 'none', ...found.problems.map(({ code }) => code)].join(' ')
    expect(said).toBe(expected)
    expect(found.problems.every((one) => one.at === at)).toBe(true)
  })

  test('a price year left open between two is told', () => {
    const { problems } = priceOn(read({ 'prices.csv': between }).catalogue, 'mellem', use('2022-06-01', 2022))
    expect(problems.map(({ code, facts }) => [code, plainFacts(facts)])).toEqual([
      ['price-year-uncertain', { id: 'mellem', earliest: '2020', latest: '2022' }],
    ])
  })

  test('a slip of the pen is offered the id that is near', () => {
    expect(priceOn(catalogue, 'pladser', use('2022-06-01', 2022)).problems[0]?.choices[0]?.paste).toBe('plads')
  })
})

describe('the catalogue that comes with the program', () => {
  const files = Object.fromEntries(
    readdirSync('catalogue')
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(`catalogue/${name}`, 'utf8').trimEnd().split('\n')]),
  )
  const { catalogue, problems } = read(files)

  test('has no fault', () => expect(problems).toEqual([]))

  test('is read back the same after it has been written out', () => {
    const written = Object.fromEntries(
      catalogueTables(catalogue).map((table) => [`${table.name}.csv`, tableCsv(table).trimEnd().split('\n')]),
    )
    expect(Object.keys(written).sort()).toEqual(Object.keys(files).sort())
    for (const [name, lines] of Object.entries(written)) {
      if (isUpdate) writeFileSync(`catalogue/${name}`, `${lines.join('\n')}\n`)
    }
    expect(written).toEqual(files)
    expect(read(written).catalogue).toEqual(catalogue)
  })

  test('says both languages of every label and every note', () => {
    const labelled = [
      ...[...catalogue.prices.values()].flat(),
      ...[...catalogue.rules.values()].flat(),
      ...[...catalogue.indexes.values()].flat(),
      ...[...catalogue.discountGuides.values()].flat(),
      ...[...catalogue.accounts.values()].flat(),
      ...catalogue.reforms,
    ]
    const half = labelled.filter(
      ({ label, provenance: { note } }) => label.da === '' || label.en === '' || (note.da === '') !== (note.en === ''),
    )
    expect(half).toEqual([])
    expect(labelled.length).toBeGreaterThan(180)
  })

  test('books prices on functions of the account plan that it has', () => {
    const used = new Set([...catalogue.prices.values()].flat().flatMap(({ account }) => account ?? []))
    expect([...used].filter((account) => !catalogue.accounts.has(account))).toEqual([])
  })
})

type Files = Readonly<Record<string, readonly string[]>>

function read(
  national: Files,
  local: Files = {},
): { catalogue: Catalogue; problems: ReturnType<typeof readCatalogue>['problems'] } {
  return readCatalogue([layerOf('national', national), layerOf('local', local)])
}

function layerOf(origin: Origin, files: Files): CatalogueLayer {
  const encoded = Object.entries(files).map(([name, lines]) => ({
    name,
    chunks: [new TextEncoder().encode(`${lines.join('\n')}\n`)],
  }))
  return { origin, files: encoded }
}

const codes = (files: Files): string[] => read(files).problems.map(({ code }) => code)

const use = (on: string, priceYear: number): PriceUse => ({ on: parseIsoDay(on)!, priceYear, at })
