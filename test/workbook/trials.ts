/**
 * A case, and the same case with one input changed, as a workbook to be worked out and as the program values it.
 *
 * The input is changed on the sheet and in the text of the case, each on its own, so that what is compared is the formulas of the
 * first workbook against the program's run of the second case.
 */
import { type Problem, parseIsoDay } from '../../src/core/base/index.ts'
import { readYaml } from '../../src/core/text/index.ts'
import {
  type CaseReport,
  type CaseWorkbook,
  type Catalogue,
  type CompiledCase,
  type Spot,
  type WorkbookWords,
  caseTextOf,
  caseWorkbook,
  compileCase,
  readCase,
  reportOn,
  rowsOf,
  serialOfDay1970,
} from '../../src/core/valuation/index.ts'
import { type OpenCase, openCase } from '../../src/operations/index.ts'

type Valued = { compiled: CompiledCase; report: CaseReport }
type Put = { spot: Spot; value: number }
/** Cells to change, and the program's run of the case that is changed so. */
export type Trial = { title: string; puts: Put[]; changed: Valued }
export type Trials = { workbook: CaseWorkbook; trials: Trial[] }

type Options = { scenario: 'narrow' | 'broad'; lawAsOf?: number }

/** The case in a folder and its changes. */
export function trialsOf(folder: string, words: WorkbookWords): Trials {
  const open = openCase(folder)!
  const workbook = layOut(open, words)
  const { text } = open.folder.source
  const { inputs, rates } = workbook
  const law = parseIsoDay('2023-01-01')!
  const trials: Trial[] = [
    { title: 'nothing', puts: [], changed: value(open, text) },
    {
      title: 'scenario: narrow',
      puts: [{ spot: inputs.scenario, value: 1 }],
      changed: value(open, text, { scenario: 'narrow' }),
    },
    {
      title: 'law as of 2023-01-01',
      puts: [{ spot: inputs.lawAsOf, value: law + serialOfDay1970 }],
      changed: value(open, text, { scenario: 'broad', lawAsOf: law }),
    },
    ...[...changesOf(text).map((one) => [one]), ...ownerChanges(text)].map((changes) => ({
      title: `${changes[0]!.path}: ${changes[0]!.to.text}`,
      puts: changes.map(({ path, to }) => ({ spot: inputs.spot(path), value: to.value })),
      changed: value(open, changedText(text, changes)),
    })),
    {
      title: 'discount rate: 5 %',
      puts: [{ spot: rates.discounting[0]!.rate, value: 5 }],
      changed: value(open, text, { scenario: 'broad' }, withRate(open, 5)),
    },
    ...priceTrials(open, workbook, text),
  ]
  return { workbook, trials }
}

/** Does something with the workbook while the cells of the trial are changed. */
export function whileChanged<T>({ puts }: Trial, use: () => T): T {
  const before = puts.map(({ spot: { sheet, row, column } }) => sheet.at(row, column)!)
  for (const [index, { spot, value: to }] of puts.entries())
    spot.sheet.put(spot.row, spot.column, { value: to, style: before[index]!.style })
  try {
    return use()
  } finally {
    for (const [index, { spot }] of puts.entries()) spot.sheet.put(spot.row, spot.column, before[index]!)
  }
}

function layOut(open: OpenCase, words: WorkbookWords): CaseWorkbook {
  const { text, file } = open.folder.source
  const { compiled, report } = value(open, text)
  return caseWorkbook({
    compiled,
    report,
    catalogue: open.catalogue,
    data: open.data,
    root: readYaml(text, file).root!,
    words,
  })
}

function value(
  open: OpenCase,
  text: string,
  options: Options = { scenario: 'broad' },
  catalogue = open.catalogue,
): Valued {
  const { caseFile, marks, problems } = readCase(text, open.folder.source.file)
  if (caseFile === undefined) throw new Error(problems.map(({ code }: Problem) => code).join(' '))
  const { compiled, problems: found } = compileCase(caseFile, catalogue, options, open.data)
  if (compiled === undefined) throw new Error(found.map(({ code }) => code).join(' '))
  return { compiled, report: reportOn(compiled, { catalogue, data: open.data, marks, problems }) }
}

function changedText(text: string, changes: readonly Change[]): string {
  const rows = rowsOf(readYaml(text, 'case.yaml').root!)
  const changed = rows.map((row) => ({
    ...row,
    text: changes.find(({ path }) => path === row.path)?.to.text ?? row.text,
  }))
  return caseTextOf(changed).text
}

type Change = { path: string; to: { text: string; value: number } }

/** One input of each kind that the case has, made a good deal larger or smaller. */
function changesOf(text: string): Change[] {
  const rows = rowsOf(readYaml(text, 'case.yaml').root!)
  const wanted: readonly [RegExp, { text: string; value: number }][] = [
    [/^estimates\.[^.]*rate[^.]*\.low$/, { text: '5 %', value: 0.05 }],
    [/^groups\.[^.]+\.dropout\.share$/, { text: '25 %', value: 0.25 }],
    [/^groups\.[^.]+\.course$/, { text: '7 months', value: 7 }],
    [/^groups\.[^.]+\.without$/, { text: '30 %', value: 0.3 }],
    [/^groups\.[^.]+\.counts-through$/, { text: '22', value: 22 }],
    [/^costs\.[^.]+\.amount$/, { text: '12345.5 kr', value: 12345.5 }],
    [/^consequences\.[^.]+\.cashable\.share$/, { text: '61 %', value: 0.61 }],
    [/^consequences\.[^.]+\.cashable\.from-month$/, { text: '9', value: 9 }],
    [/^consequences\.[^.]+\.change\.fade$/, { text: '12 %', value: 0.12 }],
    [/^consequences\.[^.]+\.refund\.weeks-before$/, { text: '20', value: 20 }],
    [/^consequences\.[^.]+\.with\[\d\]\.steps\[0\]\.months$/, { text: '14 months', value: 14 }],
    [/^finance\.[^.]+\.repayment\.prices\.[^.]+\.amount$/, { text: '81000 kr', value: 81_000 }],
    [/^finance\.[^.]+\.repayment\.share-of-saving$/, { text: '35 %', value: 0.35 }],
    [/^finance\.[^.]+\.repayment\.premium$/, { text: '17 %', value: 0.17 }],
    [/^finance\.[^.]+\.repayment\.every$/, { text: '5 months', value: 5 }],
    [/^finance\.[^.]+\.repayment\.through$/, { text: '31', value: 31 }],
    [/^finance\.[^.]+\.repayment\.cap$/, { text: '1500000 kr', value: 1_500_000 }],
  ]
  return wanted.flatMap(([pattern, to]) => {
    const row = rows.find(({ path, text: before }) => pattern.test(path) && /\d/.test(before) && before !== to.text)
    if (row === undefined) return []
    const isPlain = row.path.endsWith('.months')
    return [{ path: row.path, to: isPlain ? { ...to, text: to.text.replace(' months', '') } : to }]
  })
}

/** Shares that make up a whole, where two share: of the first consequence, and of the first repayment. */
function ownerChanges(text: string): Change[][] {
  const rows = rowsOf(readYaml(text, 'case.yaml').root!)
  const kinds = [/^(consequences\.[^.]+\.owners)\.[^.]+$/, /^(finance\.[^.]+\.repayment\.payers)\.[^.]+$/]
  return kinds.flatMap((pattern) => {
    const parts = new Map<string, string[]>()
    for (const { path } of rows) {
      const of = pattern.exec(path)?.[1]
      if (of !== undefined) parts.set(of, [...(parts.get(of) ?? []), path])
    }
    const shared = [...parts.values()].find((paths) => paths.length > 1)
    if (shared === undefined) return []
    return [
      shared.map((path, index): Change => {
        const whole = index === 0 ? 1 - (shared.length - 1) * 0.15 : 0.15
        return { path, to: { text: `${Math.round(whole * 100)} %`, value: whole } }
      }),
    ]
  })
}

function withRate({ catalogue }: OpenCase, rate: number): Catalogue {
  const guides = [...catalogue.discountGuides].map(([name, steps]) => {
    const changed = steps.map((step, index) => (index === 0 ? { ...step, rate } : step))
    return [name, changed] as const
  })
  return { ...catalogue, discountGuides: new Map(guides) }
}

/** The first price of the catalogue that the case uses, a quarter dearer. */
function priceTrials(open: OpenCase, { rates }: CaseWorkbook, text: string): Trial[] {
  const used = value(open, text).compiled.prices[0]
  if (used === undefined) return []
  const dearer = Math.round(used.price.value * 125) / 100
  const prices = new Map(open.catalogue.prices)
  const rows = prices.get(used.price.id)!
  prices.set(
    used.price.id,
    rows.map((row) => (row === used.price ? { ...row, value: dearer } : row)),
  )
  const spot = { ...rates.prices.get(used.consequence)!, column: 1 }
  const changed = value(open, text, { scenario: 'broad' }, { ...open.catalogue, prices })
  return [{ title: `price of ${used.price.id}: ${dearer}`, puts: [{ spot, value: dearer }], changed }]
}
