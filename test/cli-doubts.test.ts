/**
 * What is said of an agreement is judged by its people, facts and statements too, and not by its terms alone: an exit, a comparison
 * and the library say what has to be mended first, and JSON has one answer to whether an amount may be paid.
 */
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openLibrary, surveyContract } from '../src/operations/index.ts'
import { run } from './run-command.ts'
import { projectFolder } from './sources.ts'

const scratch = mkdtempSync(join(tmpdir(), 'doubts-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const vejle = join(scratch, 'vejle')
cpSync(join(projectFolder, 'contracts/vejle-familiebehandling'), vejle, { recursive: true })
const faulty = join(scratch, 'faulty')
cpSync(vejle, faulty, { recursive: true })
appendFileSync(join(faulty, 'facts/people.csv'), 'F99,household,,ordinary,2022-01-06,2022-02-01,,,,,\n')

const json = async (words: readonly string[]) => {
  const { code, out } = await run([...words, '--json'])
  return { code, said: JSON.parse(out) as Record<string, unknown> }
}

test('an exit says what is to be mended, in the terminal and as JSON, and ends as check does', async () => {
  const asked = ['--on', '2024-12-31']
  expect(await run(['exit', vejle, ...asked])).toMatchObject({ code: 0 })
  const { code, out } = await run(['exit', faulty, ...asked])
  expect([code, out.startsWith('Må ikke betales endnu')]).toEqual([1, true])
  expect(out.replace(/\s+/g, ' ')).toContain(`bundlinje check ${faulty} --to 2024-12-31`)
  const told = await json(['exit', faulty, ...asked])
  expect(told.code).toBe(1)
  expect(told.said).toMatchObject({ isSignable: false, problems: [{ code: 'person-unit-unknown' }] })
  expect((await json(['exit', vejle, ...asked])).said).toMatchObject({ isSignable: true })
})

test('two statements or two sets of terms are compared with what is to be mended in either', async () => {
  const days = ['2024-03-31', '2024-06-30']
  const sides = (folder: string) => days.map((day) => `${folder}@${day}`)
  expect(await run(['diff', ...sides(vejle)])).toMatchObject({ code: 0 })
  const { code, out } = await run(['diff', ...sides(faulty)])
  expect([code, out.match(/Må ikke betales endnu/g)?.length]).toEqual([1, 2])
  const terms = await run(['diff', vejle, faulty])
  expect([terms.code, terms.out.match(/Må ikke betales endnu/g)?.length]).toEqual([1, 1])
  expect((await json(['diff', vejle, faulty])).said).toMatchObject({ isSignable: { before: true, after: false } })
})

test('a statement that is not taken off everywhere may not be signed', async () => {
  const { said } = await json(['settle', vejle, '--as-of', '2024-06-30'])
  expect(said).toMatchObject({ isSignable: false })
  expect(said['notTakenOff']).not.toEqual([])
  expect((await json(['settle', vejle, '--as-of', '2024-12-31'])).said).toMatchObject({
    isSignable: true,
    notTakenOff: [],
  })
})

test('the library tells faults of the facts beside terms that may be signed', () => {
  const library = openLibrary(scratch)
  const lines = library.names().map((name) => surveyContract(library, library.open(name)!))
  expect(lines.map(({ name, standing, factFaults }) => [name, standing.is, factFaults])).toEqual([
    ['faulty', 'signable', 1],
    ['vejle', 'signable', 0],
  ])
})
