/**
 * Who else bears a cost, as formulas: VAT, foundation VAT, pooled siblings, co-financing and rules on costs come to the program's own
 * figures in the workbook, tried on the case that uses every key.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { workbookWords } from '../locales/index.ts'
import { parseIsoDay } from '../src/core/base/index.ts'
import { readYaml } from '../src/core/text/index.ts'
import { caseWorkbook, compileCase, readCase, reportOn } from '../src/core/valuation/index.ts'
import { openCase } from '../src/operations/index.ts'
import { projectFolder } from './sources.ts'

const open = openCase(join(projectFolder, 'docs/reference/examples'))!
const { text, file } = open.folder.source

const helpVat = 'source: eksempel }\n    vat: none\n    change'
const ofHelp = (vat: string): Change => [helpVat, helpVat.replace('none', vat)]
const placementVat: Change = [
  'amount: 60000 kr, per: month, price-year: 2024, cost: average, source: eksempel }\n    vat: none',
  'amount: 60000 kr, per: month, price-year: 2024, cost: average, source: eksempel }\n    vat: { share: 6 % }',
]
/** Cheap enough that the limit of a use is not met. */
const cheapWithVat: Change = [
  'amount: 20000 kr, per: case, price-year: 2024, cost: average, source: eksempel }\n    vat: none',
  'amount: 8000 kr, per: case, price-year: 2024, cost: average, source: eksempel }\n    vat: included',
]
const ofMonths = 'vat: { share: 6 % }, ceiling: inside, economic: resource, refund: none'

type Change = [found: string, instead: string]

/** The example with pieces in other places, under the law of each day or of one. */
function compiled(changes: readonly Change[], law?: string) {
  const changed = changes.reduce((so, [found, instead]) => {
    expect(so).toContain(found)
    return so.replace(found, instead)
  }, text)
  const { caseFile, marks, problems } = readCase(changed, file)
  const options = { scenario: 'broad' as const, ...(law === undefined ? {} : { lawAsOf: parseIsoDay(law)! }) }
  const found = compileCase(caseFile!, open.catalogue, options, open.data)
  expect([...problems, ...found.problems].filter(({ severity }) => severity !== 'notice')).toEqual([])
  const report = reportOn(found.compiled!, { catalogue: open.catalogue, data: open.data, marks, problems })
  return { compiled: found.compiled!, report, root: readYaml(changed, file).root! }
}

/** All that tells of what nobody uses any more. */
const pieceOf = (from: RegExp): Change => [from.exec(text)![0], '']
const used = pieceOf(/^  used:\n(    .*\n)+/m)
const placement = pieceOf(/^  placement:\n[^]*?(?=^  admissions:)/m)
/** The placement as so many weeks of a month in a shelter. */
const weeksInShelter = (units: number): Change => [
  placement[0],
  placement[0]
    .replace('per: month', 'per: week')
    .replace('units: 1 }', `units: ${String(units)} }`)
    .replace(/refund:\n(      .*\n)+/, 'refund: { rule: shelter }\n'),
]
const benefit = pieceOf(/^  benefit:\n[^]*?(?=^  help:)/m)

test.each<[string, Change[], string?]>([
  ['VAT in the amount, a share of the list, money given and pooled siblings', []],
  ['VAT on top of what is saved, and own money', [ofHelp('added'), ['chosen: investor', 'chosen: self']]],
  ['a share of the list in what is saved', [ofHelp('{ share: 6 % }')]],
  ['a crisis centre on a cost with VAT', [[ofMonths, ofMonths.replace('none', '{ rule: crisis-centre }')]]],
  [
    'the ladder on what is bought with VAT',
    [
      [
        'price: kth-forhoejet',
        'own-price: { amount: 12000 kr, per: month, price-year: 2024, cost: average, source: x }\n    vat: included',
      ],
    ],
  ],
  ['the central scheme, and its limits, on what has a share of VAT in it', [placementVat]],
  ['co-financing of a use with VAT in it, of 2018', [used, placement, benefit, cheapWithVat], '2018-06-01'],
  ['two weeks a month in a shelter, until its cap of days', [weeksInShelter(2)]],
  ['as many weeks as make eleven days', [weeksInShelter(1.5)]],
  ['more weeks than a month has', [weeksInShelter(6)]],
  // The central scheme and the benefit of 2025 are not in that law.
  ['co-financing with its limit, of 2018', [used, placement, benefit], '2018-06-01'],
])('%s', (_, changes, law) => {
  const found = compiled(changes, law)
  const { differences } = caseWorkbook({
    ...found,
    catalogue: open.catalogue,
    data: open.data,
    words: workbookWords.da,
  })
  expect(differences).toEqual([])
})
