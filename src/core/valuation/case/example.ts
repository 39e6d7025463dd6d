/**
 * A small case for the tests of this room, changed line by line, and what comes of it.
 *
 *     rate: 50 % → rate: 60 %          a piece of the case in another's place
 *     => municipality: −500,000 …      by year 0 … years, rounded to whole kroner
 *
 * Ten people start in month 1, all complete after twelve months, and half succeed in month 13. Without chance or refunds.
 */
import { assert } from '../../base/index.ts'
import { type Catalogue } from '../catalogue/catalogue.ts'
import { type CatalogueLayer, readCatalogue } from '../catalogue/read-catalogue.ts'
import { expectedActivity } from './activity.ts'
import { compileCase, parametersOf } from './compile-case.ts'
import { type Activity, type CaseValue, type CompileOptions, type CompiledCase } from './compiled.ts'
import { readCase } from './read-case.ts'
import { valueActivity } from './value-activity.ts'

export const smallCase = `bundlinje-case: "1.0"
title: { da: Lille sag, en: Small case }
currency: DKK
price-year: 2024
prices: fixed
starts: 2024-01
years: 4
discounting: { guide: test, when: year-end }
groups:
  all:
    label: { da: borgere, en: people }
    plan: [{ people: 10, from: 1, months: 1 }]
    not-started: 0 %
    delay: none
    course: 12 months
    dropout: none
    success: { label: { da: i arbejde, en: in work }, of: completed, rate: 50 %, within: 1 month, spread: even }
    without: 0 %
    counts-through: whole-case
costs:
  course:
    label: { da: Forløb, en: Course }
    kind: running
    amount: 50000 kr
    per: start
    borne-by: financier
    grant: none
    vat: none
    ceiling: inside
    economic: resource
    refund: none
    source: eksempel
consequences:
  support:
    label: { da: Støtte, en: Support }
    heading: support
    per: success
    scenario: narrow
    kind: cashable
    change: { per-year: 120000 kr, fade: 0 % }
    owners: { municipality: 100 % }
    refund: none
    cashable: { share: 100 %, from-month: 1 }
    ceiling: outside
    economic: transfer
    source: eksempel
finance:
  chosen: self
  self-bears: municipality
  investor:
    label: { da: Fonden, en: The fund }
    repayment:
      prices: { work: { amount: 100000 kr, per: success, counts: all } }
      premium: 0 %
      every: 12 months
      through: 48
      cap: none
      floor: none
      payers: { municipality: 100 % }
      ceiling: inside
      source: eksempel
`

const tables: Record<string, string> = {
  'discount-rates.csv': `guide,da,en,from-year,through-year,rate,valid-from,valid-to,source,read,confidence,grade,note-da,note-en
test,Prøve,Test,1,,3.5,2020-01-01,,test,2026-01-01,A,published,,
`,
  'rules.csv': `rule,figure,da,en,from,value,low,high,unit,level-year,valid-from,valid-to,source,read,confidence,grade,note-da,note-en
refund-ladder,state-share,a,a,1,80,,,%,,2016-01-01,,test,2026-01-01,A,published,,
refund-ladder,state-share,b,b,5,40,,,%,,2016-01-01,,test,2026-01-01,A,published,,
refund-ladder,state-share,c,c,27,30,,,%,,2016-01-01,,test,2026-01-01,A,published,,
refund-ladder,state-share,d,d,53,20,,,%,,2016-01-01,,test,2026-01-01,A,published,,
refund-ladder,restart-weeks,e,e,,52,,,weeks,,2016-01-01,,test,2026-01-01,A,published,,
refund-ladder,restart-years,f,f,,3,,,years,,2016-01-01,,test,2026-01-01,A,published,,
shelter,state-share,a,a,,50,,,%,,1900-01-01,,test,2026-01-01,A,published,,
shelter,cap-days,b,b,,120,,,days,,2023-10-01,,test,2026-01-01,A,published,,
shelter,cap-days,b,b,,90,,,days,,2026-04-01,,test,2026-01-01,A,published,,
support-at-home,state-share,a,a,,0,,,%,,1900-01-01,2023-09-30,test,2026-01-01,A,published,,
support-at-home,state-share,a,a,,50,,,%,,2023-10-01,,test,2026-01-01,A,published,,
support-at-home,window-years,b,b,,2,,,years,,2023-10-01,,test,2026-01-01,A,published,,
crisis-centre,state-share,a,a,,50,,,%,,2016-01-01,,test,2026-01-01,A,published,,
central-refund,state-share,a,a,860000,25,,,%,,2022-01-01,,test,2026-01-01,A,published,,
central-refund,state-share,b,b,1680000,50,,,%,,2022-01-01,,test,2026-01-01,A,published,,
central-refund,state-share,c,c,2120000,75,,,%,,2022-01-01,,test,2026-01-01,A,published,,
central-refund,once-months,d,d,,12,,,months,,2021-01-01,,test,2026-01-01,A,published,,
vat,rate,a,a,,25,,,%,,1992-01-01,,test,2026-01-01,A,published,,
foundation-vat,share,a,a,,17.5,,,%,,2000-01-01,,test,2026-01-01,A,published,,
health-cofinancing,psychiatry-admission,a,a,,60,,,%,,2018-01-01,2018-12-31,test,2026-01-01,A,published,,
health-cofinancing,psychiatry-admission-max,b,b,,8862,,,kr,,2018-01-01,2018-12-31,test,2026-01-01,A,published,,
health-cofinancing,psychiatry-admission,a,a,,0,,,%,,2019-01-01,,test,2026-01-01,A,published,,
economic,net-tax-factor,a,a,,1.28,,,factor,,2020-01-01,,test,2026-01-01,A,published,,
`,
}

/** A catalogue of the rules above, and no prices. */
export const smallCatalogue = readTables()

function readTables(): Catalogue {
  const files = Object.entries(tables).map(([name, text]) => ({ name, chunks: [new TextEncoder().encode(text)] }))
  const layer: CatalogueLayer = { origin: 'national', files }
  const { catalogue, problems } = readCatalogue([layer])
  assert(problems.length === 0, `the catalogue of the tests is whole: ${problems.map(({ code }) => code).join(' ')}`)
  return catalogue
}

export type Valued = { compiled: CompiledCase; activity: Activity; value: CaseValue }

/** The small case with some pieces changed, each `found → instead`. */
export function changed(changes: readonly string[]): string {
  return changes.reduce((text, change) => {
    const [found = '', instead = ''] = change.split(' → ')
    assert(text.includes(found), `the small case has »${found}«`)
    return text.replace(found, instead)
  }, smallCase)
}

export function valued(text: string, options: Partial<CompileOptions> = {}): Valued {
  const { caseFile, problems } = readCase(text, 'case.yaml')
  assert(
    caseFile !== undefined,
    problems.map(({ code, facts }) => `${code} ${JSON.stringify(facts['path'])}`).join(', '),
  )
  const { compiled, problems: found } = compileCase(caseFile, smallCatalogue, { scenario: 'broad', ...options })
  assert(compiled !== undefined, found.map(({ code }) => code).join(', '))
  const parameters = parametersOf(compiled)
  const activity = expectedActivity(compiled, parameters)
  return { compiled, activity, value: valueActivity(compiled, activity, parameters) }
}
