/** A damaged case is told what is wrong with it, and never makes the program crash or count nothing for something. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  compileCase,
  expectedActivity,
  parametersOf,
  readCase,
  readCaseData,
  valueActivity,
} from '../src/core/valuation/index.ts'
import { openCase } from '../src/operations/index.ts'
import { projectFolder } from './sources.ts'

const folder = join(projectFolder, 'docs/reference/examples')
const whole = readFileSync(join(folder, 'case.yaml'), 'utf8')
// Without the one consequence whose rule takes long to try.
const text = whole.slice(0, whole.indexOf('  benefit:')) + whole.slice(whole.indexOf('  help:'))
const { catalogue, folder: files } = openCase(folder)!

/** One value of the case at a time: every `key: value`, in blocks and in braces. */
const values = [...text.matchAll(/(?<=[\w-]: )[^\s{}[\],#][^{}[\],\n]*/g)].map((match) => ({
  from: match.index,
  to: match.index + match[0].length,
}))

test.each(['0', '999999', 'no-such-name'])('every value in turn as %s', (instead) => {
  expect(values.length).toBeGreaterThan(150)
  for (const { from, to } of values) expectTold(text.slice(0, from) + instead + text.slice(to))
})

test('every line in turn left out', () => {
  const lines = text.split('\n')
  for (const index of lines.keys()) expectTold(lines.filter((_, at) => at !== index).join('\n'))
})

/** Either something stops it, or every figure of its report is a number. */
function expectTold(damaged: string): void {
  const { caseFile, problems } = readCase(damaged, 'case.yaml')
  if (caseFile === undefined) {
    expect(problems.filter(({ severity }) => severity !== 'notice')).not.toEqual([])
    return
  }
  const { data } = readCaseData(caseFile, files.data)
  const { compiled, problems: found } = compileCase(caseFile, catalogue, { scenario: 'broad' }, data)
  if (compiled === undefined) {
    expect(found.filter(({ severity }) => severity !== 'notice')).not.toEqual([])
    return
  }
  const parameters = parametersOf(compiled)
  const value = valueActivity(compiled, expectedActivity(compiled, parameters), parameters)
  const figures = [...value.net, ...value.monthly, ...value.presentValues]
  expect(figures.filter((figure) => !Number.isFinite(figure))).toEqual([])
}
