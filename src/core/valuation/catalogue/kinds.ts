/**
 * The files of a catalogue: what the columns of each are, and the rows they become.
 */
import { dayText } from '../../base/index.ts'
import {
  type AccountFunction,
  type BudgetArea,
  type BudgetOwner,
  type DiscountStep,
  type IndexEstimate,
  type Price,
  type PriceUnit,
  type Reform,
  type RefundKind,
  type RuleFigure,
  type RuleUnit,
  ruleUnits,
} from './catalogue.ts'
import {
  type Row,
  type TableColumn,
  type TableKind,
  commonCells,
  labelColumns,
  labelOf,
  provenanceColumns,
  provenanceOf,
  sameWords,
  validityColumns,
  validityOf,
} from './table.ts'

const [earliestYear, latestYear] = [1900, 2200]
const years = [earliestYear, latestYear] as const
const kroner = [-1e12, 1e12] as const
const percent = [0, 100] as const
/** Prices may fall, and a correction may be large, but not by all there is. */
const change = [-99, 1000] as const

const ownerWords: Record<BudgetOwner, string[]> = {
  municipality: ['kommune'],
  region: [],
  state: ['stat'],
  citizen: ['borger'],
}
const areaWords: Record<BudgetArea, string[]> = {
  children: ['børn', 'børn og unge'],
  adults: ['voksne'],
  employment: ['beskæftigelse'],
  health: ['sundhed'],
  justice: ['kriminalforsorg'],
  education: ['uddannelse', 'skole'],
  other: ['andet'],
}
const unitWords: Record<`kr/${PriceUnit}`, string[]> = {
  'kr/hour': ['kr/time'],
  'kr/day': ['kr/dag', 'kr/døgn'],
  'kr/week': ['kr/uge'],
  'kr/month': ['kr/måned'],
  'kr/year': ['kr/år'],
  'kr/contact': ['kr/kontakt'],
  'kr/case': ['kr/sag', 'kr/forløb'],
}
const refundWords: Record<RefundKind, string[]> = {
  none: ['ingen'],
  'refund-ladder': ['refusionstrappe'],
  shelter: ['herberg'],
  central: ['central-refusion'],
  'support-at-home': ['støtte-i-egen-bolig'],
  'crisis-centre': ['krisecenter'],
}

const text = (name: string, means: string, also: string[] = [], required = false): TableColumn => ({
  name,
  also,
  type: 'text',
  required,
  means,
})
const number = (name: string, within: readonly [number, number], means: string, also: string[] = []): TableColumn => ({
  name,
  also,
  type: 'number',
  required: false,
  within,
  means,
})
const word = (
  name: string,
  words: Readonly<Record<string, readonly string[]>>,
  means: string,
  { also = [], required = true }: { also?: string[]; required?: boolean } = {},
): TableColumn => ({ name, also, type: 'text', required, words, means })
const needed = (column: TableColumn): TableColumn => ({ ...column, required: true })

const boundColumns = [
  number('low', kroner, 'the lower bound, where the source gives a range', ['lav']),
  number('high', kroner, 'the upper bound', ['høj']),
]

const priceColumns: readonly TableColumn[] = [
  text('id', 'the name by which a case asks for the price', [], true),
  ...labelColumns,
  needed(
    number('value', kroner, 'kroner per unit; negative where the source states a fall in cost', ['værdi', 'pris']),
  ),
  ...boundColumns,
  word('unit', unitWords, 'what is counted', { also: ['enhed'] }),
  number('price-year', years, 'the year the value is stated in; of a benefit the level year', ['prisår', 'niveauår']),
  number('price-year-from', years, 'the earlier year, where the source leaves the year open between two', [
    'prisår-fra',
  ]),
  text('index', 'the family of indexes.csv that carries the value to other years', ['indeks']),
  word(
    'cost',
    { average: ['gennemsnit'], marginal: [], unknown: ['ukendt'] },
    'whether it is an average or a marginal cost',
    { also: ['omkostning'] },
  ),
  number('cashable-share', percent, 'per cent that can be taken out of a budget; empty where nobody has said', [
    'realiserbar-andel',
  ]),
  number('cashable-from-month', [0, 600], 'from which month after the use fell', ['realiserbar-fra-måned']),
  word('vat', { in: ['med'], out: ['uden'], unknown: ['ukendt'] }, 'whether VAT is in the value', { also: ['moms'] }),
  word('owner', ownerWords, 'whose budget bears the gross cost', { also: ['budgetejer', 'ejer'] }),
  word('area', areaWords, 'the area of the budget', { also: ['område'] }),
  text('account', 'a function of accounts.csv', ['konto', 'funktion']),
  word('refund', refundWords, 'how the state takes part', { also: ['refusion'], required: false }),
  ...validityColumns,
  ...provenanceColumns,
]

function priceKind(name: string, kind: Price['kind']): TableKind<Price> {
  return { name, columns: priceColumns, read: (row) => priceOf(row, kind), cells: priceCells }
}

function priceOf(row: Row, kind: Price['kind']): Price | undefined {
  const [valid, provenance] = [validityOf(row), provenanceOf(row)]
  const priceYear = row.number('price-year')
  if (priceYear === undefined) return row.tell('catalogue-year-missing', { id: row.text('id') })
  if (valid === undefined || provenance === undefined) return undefined
  const [share, fromMonth] = [row.number('cashable-share'), row.number('cashable-from-month')]
  return {
    kind,
    id: row.text('id'),
    label: labelOf(row),
    value: row.number('value')!,
    low: row.number('low'),
    high: row.number('high'),
    unit: row.text('unit').slice('kr/'.length) as PriceUnit,
    priceYear,
    priceYearFrom: row.number('price-year-from'),
    index: row.textIfAny('index'),
    cost: row.word('cost'),
    cashable: share === undefined ? undefined : { share: share / 100, fromMonth: fromMonth ?? 0 },
    vat: row.word('vat'),
    owner: row.word('owner'),
    area: row.word('area'),
    account: row.textIfAny('account'),
    refund: row.textIfAny('refund') as RefundKind | undefined,
    valid,
    provenance,
  }
}

function priceCells(price: Price): ReturnType<TableKind<Price>['cells']> {
  const { id, value, low, high, index, cost, vat, owner, area, account, refund, cashable } = price
  const share = cashable === undefined ? undefined : Number((cashable.share * 100).toFixed(6))
  return {
    ...commonCells(price),
    ...{ id, value, low, high, index, cost, vat, owner, area, account, refund },
    unit: `kr/${price.unit}`,
    'price-year': price.priceYear,
    'price-year-from': price.priceYearFrom,
    'cashable-share': share,
    'cashable-from-month': cashable?.fromMonth,
  }
}

export const prices = priceKind('prices', 'price')
export const benefits = priceKind('benefits', 'benefit')

export const indexes: TableKind<IndexEstimate> = {
  name: 'indexes',
  columns: [
    text('family', 'which prices or wages it is the index of', ['familie'], true),
    needed(number('year', years, 'the year it carries amounts to, from the year before', ['år'])),
    needed(number('percent', change, 'the rise from the year before, per cent', ['procent'])),
    { name: 'estimated-on', also: ['skønnet-den'], type: 'day', required: true, means: 'the day of the estimate' },
    ...labelColumns,
    ...provenanceColumns,
  ],
  read: (row) => {
    const provenance = provenanceOf(row)
    if (provenance === undefined) return undefined
    return {
      family: row.text('family'),
      label: labelOf(row),
      year: row.number('year')!,
      percent: row.number('percent')!,
      estimatedOn: row.day('estimated-on'),
      provenance,
    }
  },
  cells: (estimate) => ({
    ...commonCells(estimate),
    family: estimate.family,
    year: estimate.year,
    percent: estimate.percent,
    'estimated-on': dayText(estimate.estimatedOn),
  }),
}

export const discountRates: TableKind<DiscountStep> = {
  name: 'discount-rates',
  columns: [
    text('guide', 'the guide that states the rate', ['vejledning'], true),
    ...labelColumns,
    needed(number('from-year', [1, 1000], 'the first year ahead to which the rate applies', ['fra-år'])),
    number('through-year', [1, 1000], 'the last year ahead; empty for all beyond', ['til-år']),
    needed(number('rate', [-50, 100], 'per cent a year, real', ['rente'])),
    ...validityColumns,
    ...provenanceColumns,
  ],
  read: (row) => {
    const [valid, provenance] = [validityOf(row), provenanceOf(row)]
    if (valid === undefined || provenance === undefined) return undefined
    return {
      guide: row.text('guide'),
      label: labelOf(row),
      fromYear: row.number('from-year')!,
      throughYear: row.number('through-year'),
      rate: row.number('rate')!,
      valid,
      provenance,
    }
  },
  cells: (step) => ({
    ...commonCells(step),
    guide: step.guide,
    'from-year': step.fromYear,
    'through-year': step.throughYear,
    rate: step.rate,
  }),
}

export const rules: TableKind<RuleFigure> = {
  name: 'rules',
  columns: [
    text('rule', 'the rule the figure belongs to', ['regel'], true),
    text('figure', 'which figure of the rule', ['tal'], true),
    ...labelColumns,
    number('from', kroner, 'the week or amount from which this step applies; empty where there are no steps', ['fra']),
    needed(number('value', kroner, 'the figure', ['værdi'])),
    ...boundColumns,
    word('unit', sameWords(ruleUnits), 'its unit', { also: ['enhed'] }),
    number('level-year', years, 'the year a statutory amount is stated in before regulation', ['niveauår']),
    ...validityColumns,
    ...provenanceColumns,
  ],
  read: (row) => {
    const [valid, provenance] = [validityOf(row), provenanceOf(row)]
    if (valid === undefined || provenance === undefined) return undefined
    return {
      rule: row.text('rule'),
      figure: row.text('figure'),
      label: labelOf(row),
      from: row.number('from') ?? 0,
      value: row.number('value')!,
      low: row.number('low'),
      high: row.number('high'),
      unit: row.word<RuleUnit>('unit'),
      levelYear: row.number('level-year'),
      valid,
      provenance,
    }
  },
  cells: (figure) => ({
    ...commonCells(figure),
    rule: figure.rule,
    figure: figure.figure,
    from: figure.from === 0 ? undefined : figure.from,
    value: figure.value,
    low: figure.low,
    high: figure.high,
    unit: figure.unit,
    'level-year': figure.levelYear,
  }),
}

const listed = (field: string): string[] => field.split(/[\s,]+/).filter((id) => id !== '')

export const reforms: TableKind<Reform> = {
  name: 'reforms',
  columns: [
    text('id', 'the name of the reform', [], true),
    ...labelColumns,
    { name: 'on', also: ['den', 'fra'], type: 'day', required: true, means: 'the day from which it holds' },
    word('state', { 'in-force': ['gældende'], expected: ['ventet'] }, 'whether it is law or expected'),
    text('ends', 'ids of benefits that end the day before, parted by spaces', ['ophører']),
    text('closes', 'ids of benefits that take in nobody new from the day on', ['lukkes']),
    ...provenanceColumns,
  ],
  read: (row) => {
    const provenance = provenanceOf(row)
    if (provenance === undefined) return undefined
    return {
      id: row.text('id'),
      label: labelOf(row),
      on: row.day('on'),
      isExpected: row.text('state') === 'expected',
      ends: listed(row.text('ends')),
      closes: listed(row.text('closes')),
      provenance,
    }
  },
  cells: (reform) => ({
    ...commonCells(reform),
    id: reform.id,
    on: dayText(reform.on),
    state: reform.isExpected ? 'expected' : 'in-force',
    ends: reform.ends.join(' '),
    closes: reform.closes.join(' '),
  }),
}

export const accounts: TableKind<AccountFunction> = {
  name: 'accounts',
  columns: [
    text('id', 'the number of the function', ['funktion'], true),
    ...labelColumns,
    ...validityColumns,
    ...provenanceColumns,
  ],
  read: (row) => {
    const [valid, provenance] = [validityOf(row), provenanceOf(row)]
    if (valid === undefined || provenance === undefined) return undefined
    return { id: row.text('id'), label: labelOf(row), valid, provenance }
  },
  cells: (account) => ({ ...commonCells(account), id: account.id }),
}

/** Every file of a catalogue, in the order in which they are shown. */
export const tableKinds = {
  prices,
  benefits,
  indexes,
  'discount-rates': discountRates,
  rules,
  reforms,
  accounts,
} as const
