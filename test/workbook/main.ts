/**
 * `npm run verify:workbook`: every case as a workbook, worked out by LibreOffice and laid beside the program's own figures. A name
 * after it, such as `vejle`, asks for one case.
 *
 * Each case is written without the values of its formulas, so that LibreOffice has to work all of them out. Then one input after
 * another is changed on the sheet - a price, a success rate, the discount rate, the cap, the scenario, the law - and the program
 * values the changed case. Ends with 1 when a figure differs by half an øre or more, and with 2 when LibreOffice is not there.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { workbookWords } from '../../locales/index.ts'
import { type CaseWorkbook, addressOf, agrees, expectedResults } from '../../src/core/valuation/index.ts'
import { caseNames, readWorkbook, writeWorkbook } from '../../src/files/index.ts'
import { datedRulesFolder } from './dated-rules.ts'
import { everyKeyFolder } from './every-key.ts'
import { everyCell } from './fill.ts'
import { type Trial, type Trials, trialsOf, whileChanged } from './trials.ts'

/** The case of the reference page, which uses every key once; and one of rules that ask how long each person has used a service. */
const made: Record<string, () => string> = { 'every-key': everyKeyFolder, 'dated-rules': datedRulesFolder }
const folderOf = (name: string): string => made[name]?.() ?? join('cases', name)

type Outcome = { compared: number; differs: string[] }

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
if (office === undefined) {
  console.error('Not verified: LibreOffice is not here. On Debian and Ubuntu: apt-get install libreoffice-calc')
  process.exitCode = 2
} else {
  const asked = process.argv.slice(2)
  const names = asked.length > 0 ? asked : [...caseNames('cases'), ...Object.keys(made)]
  const folder = mkdtempSync(join(tmpdir(), 'workbooks-'))
  try {
    process.exitCode = verify(office, names, folder) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function verify(program: string, names: readonly string[], folder: string): boolean {
  const version = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim()
  console.log(`${version}\n`)
  console.log(`${'case'.padEnd(16)}${'changed'.padEnd(60)}${'compared'.padStart(10)}${'differ'.padStart(8)}`)
  let isAlike = true
  for (const name of names) {
    const { workbook, trials } = trialsOf(folderOf(name), workbookWords.da)
    const outcomes = recalculated(program, { workbook, trials }, join(folder, name))
    for (const [index, { title }] of trials.entries()) {
      const { compared, differs } = outcomes[index]!
      isAlike &&= differs.length === 0 && compared > 0
      console.log(
        `${name.padEnd(16)}${title.padEnd(60)}${String(compared).padStart(10)}${String(differs.length).padStart(8)}`,
      )
      for (const one of differs.slice(0, 5)) console.log(`    ${one}`)
    }
  }
  console.log(isAlike ? '\nEvery figure is the same to the øre.' : '\nSome figures differ.')
  return isAlike
}

function recalculated(program: string, { workbook, trials }: Trials, folder: string): Outcome[] {
  const out = join(folder, 'out')
  mkdirSync(out, { recursive: true })
  const files = trials.map((trial, index) => {
    const file = join(folder, `${index}.xlsx`)
    writeFileSync(
      file,
      whileChanged(trial, () => writeWorkbook(workbook.sheets)),
    )
    return file
  })
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const run = spawnSync(program, [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, ...files])
  if (run.status !== 0) throw new Error(`LibreOffice ended with ${String(run.status)}: ${String(run.stderr)}`)
  return trials.map((trial, index) => compare(workbook, trial, readFileSync(join(out, `${index}.xlsx`))))
}

/** Every result of the changed case beside the cell that the spreadsheet worked out. */
function compare({ results }: CaseWorkbook, { changed }: Trial, bytes: Uint8Array): Outcome {
  const read = readWorkbook(bytes, everyCell)
  if ('refused' in read) return { compared: 0, differs: [`what LibreOffice wrote cannot be read: ${read.refused}`] }
  const sheets = new Map(read.found.map(({ name, rows }) => [name, rows]))
  const expected = expectedResults(changed.compiled, changed.report)
  const differs: string[] = []
  for (const [key, program] of expected) {
    const spot = results.get(key)
    const value = spot === undefined ? undefined : sheets.get(spot.sheet.name)?.get(spot.row)?.get(spot.column)
    if (spot !== undefined && agrees(key, value, program)) continue
    const cell = spot === undefined ? '' : `${spot.sheet.name}!${addressOf(spot.row, spot.column)}`
    differs.push(`${key} ${cell}: LibreOffice ${String(value)}, Bundlinje ${String(program)}`)
  }
  return { compared: expected.size, differs }
}
