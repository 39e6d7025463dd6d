/** The page of a case's uncertainty: it answers at once, is whole a little later, and says what the command line says. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readZip } from '../src/files/zip.ts'
import { type RunState, Runs } from '../src/operations/index.ts'
import { createServer } from '../src/web/index.ts'
import { projectFolder } from './sources.ts'

const program = pathToFileURL(join(projectFolder, 'dist', 'run-task.js'))
const given = { root: projectFolder, contracts: join(projectFolder, 'contracts'), first: 'none' }
const { server } = createServer(given)
const scratch = mkdtempSync(join(tmpdir(), 'uncertainty-'))

beforeAll(() => {
  execFileSync(process.execPath, ['tools/bundlinje.mjs', '--version'], { cwd: projectFolder, stdio: 'ignore' })
}, 60_000)
afterAll(async () => {
  await server.close()
  rmSync(scratch, { recursive: true })
})

const few = '/businesscases/vejle/usikkerhed?traekninger=600&froe=side'

test('the page answers at once, says how far it is, and is then whole in both languages', async () => {
  const first = await get(`${few}1`)
  expect(first.body).toContain('data-pending')
  expect(first.body).toContain('<noscript><meta http-equiv="refresh"')
  const page = await whole(`${few}1`)
  expect(page).not.toContain('http-equiv')
  expect(textOf(page)).toMatch(/I \d+ af 100 tænkelige forløb har kommunen flere penge/)
  const english = await whole('/en/businesscases/vejle/uncertainty?draws=600&seed=side1')
  expect(textOf(english)).toMatch(/more money than without the effort in \d+ of 100 conceivable futures/)
  for (const one of [page, english]) expect(textOf(one)).not.toMatch(/\bundefined\b|\bNaN\b|\[object /)
})

test('the same seed gives the same page, another seed another; the figures are those of the command line', async () => {
  const told = JSON.parse(simulate('cases/vejle', '--json')) as {
    owners: { gain: { mean: number }; worth: { mean: number } }[]
    investor: { loss: { mean: number } }
    once: {
      likely: number
      means: number
      apart: { all: number; repaid: { mean: number } }
      limits: { capped: number; spared: { mean: number } }
    }
  }
  const page = textOf(await whole(few))
  expect(textOf(await whole(few))).toBe(page)
  expect(textOf(await whole(`${few}2`))).not.toBe(page)
  expect(page).toContain(percent(told.owners[0]!.gain.mean))
  expect(page).toContain(Math.round(Math.abs(told.owners[0]!.worth.mean)).toLocaleString('de-DE'))
  expect(page).toContain(percent(told.investor.loss.mean))
  // Beside them the case reckoned once, as it is valued, and how far that is from the mean.
  const { likely, means, apart, limits } = told.once
  expect(Math.round(means)).toBe(-216894)
  expect(apart.all).toBeCloseTo(told.owners[0]!.worth.mean - means, 6)
  const { mean } = limits.spared
  const amounts = [likely, means, apart.all, apart.repaid.mean, mean, apart.repaid.mean - mean].map((one) =>
    Math.round(one).toLocaleString('de-DE'),
  )
  for (const amount of amounts) expect(page).toContain(`${amount.replace('-', '−')} kr.`)
  expect(page).toContain('I forløbene betales der efter kontraktens vilkår')
  const capped = `I ${Math.round(limits.capped * 100)} af 100 tænkelige forløb holder kontraktens loft betalinger tilbage`
  expect(page).toContain(capped)
  expect(simulate('cases/vejle', '--locale', 'en').replace(/\s+/g, ' ')).toContain(
    `The contract’s cap holds payments back in ${Math.round(limits.capped * 100)} of 100 conceivable futures`,
  )
})

test('under the law of a day the page, its files and the command line say the same, and which law', async () => {
  type Told = { lawAsOf?: string; owners: { label: { da: string }; gain: { mean: number }; worth: { mean: number } }[] }
  const law = ['--law-as-of', '2023-09-30']
  const then = JSON.parse(simulate('cases/ikast-brande', '--json', ...law)) as Told
  const now = JSON.parse(simulate('cases/ikast-brande', '--json')) as Told
  expect([then.lawAsOf, now.lawAsOf]).toEqual(['2023-09-30', undefined])
  const amounts = [then, now].map(({ owners }) => Math.round(owners[0]!.worth.mean).toLocaleString('de-DE'))
  expect(amounts[0]).not.toBe(amounts[1])
  const path = '/businesscases/ikast-brande/usikkerhed?traekninger=600&froe=side'
  const body = await whole(`${path}&lov=2023-09-30`)
  const page = textOf(body)
  expect(page).toContain(amounts[0])
  expect(page).toContain('Alle regler, som de var den 30. september 2023.')
  expect(page).toContain('--seed side --law-as-of 2023-09-30')
  expect(body).toContain('usikkerhed?scenarie=bredt&amp;lov=2023-09-30&amp;froe=side')
  const calendar = textOf(await whole(path))
  expect(calendar).toContain(amounts[1])
  expect(calendar).not.toContain('som de var den 30. september 2023')
  const csv = join(scratch, 'law.csv')
  simulate('cases/ikast-brande', '--csv', csv, ...law)
  expect((await get(`${path}&lov=2023-09-30&fil=draws.csv`)).body).toBe(readFileSync(csv, 'utf8'))
})

test('the command line calls the owners what the pages call them', async () => {
  const page = textOf(await whole('/en/businesscases/vejle/uncertainty?draws=600&seed=side'))
  const told = JSON.parse(simulate('cases/vejle', '--json', '--locale', 'en')) as {
    owners: { owner: string; label: { en: string } }[]
    investor: { owner: string; label: { da: string; en: string } }
  }
  const labels = [...told.owners, told.investor].map(({ label }) => label.en)
  expect(labels).toEqual(['Municipality', 'State', 'Den Sociale Investeringsfond'])
  const table = simulate('cases/vejle', '--locale', 'en')
  for (const label of labels) for (const shown of [page, table]) expect(shown).toContain(label)
  expect(table).not.toMatch(/^Investor {2}/m)
})

test('the draws are fetched as the command line writes them', async () => {
  const csv = join(scratch, 'draws.csv')
  simulate('cases/vejle', '--csv', csv)
  await whole(few)
  const answer = await get(`${few}&fil=draws.csv`)
  expect(answer.headers['content-type']).toContain('text/csv')
  expect(answer.body).toBe(readFileSync(csv, 'utf8'))
})

test('the lives of a case whose contract looks at them are fetched as its files', async () => {
  const other = createServer({ ...given, cases: join(projectFolder, 'bench', 'simulate') })
  const path = '/businesscases/case/usikkerhed?traekninger=300&froe=side'
  const facts = join(scratch, 'facts')
  simulate('bench/simulate/case', '--draws', '300', '--facts', facts)
  const page = await whole(path, other.server)
  expect(textOf(page)).toContain('Betalingen følger kontraktens egne vilkår')
  const archive = await fetched(`${path}&fil=facts.zip`, other.server)
  const entries = readZip(archive)!
  expect(entries.size).toBe(300)
  for (const name of ['draw-1/people.csv', 'draw-100/lives.csv', 'draw-57/reading.yaml'])
    expect(Buffer.from(entries.get(name)!.unpack()).toString('utf8'), name).toBe(
      readFileSync(join(facts, name), 'utf8'),
    )
  await other.server.close()
})

test('what is odd about the draws is said on the page', async () => {
  const odd = join(scratch, 'odd')
  for (const part of ['case', 'contract'])
    cpSync(join(projectFolder, 'bench', 'simulate', part), join(odd, part), { recursive: true })
  const file = join(odd, 'case', 'case.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('starts: 2022-01', 'starts: 2030-01'))
  const other = createServer({ ...given, cases: odd })
  const page = textOf(await whole('/businesscases/case/usikkerhed?traekninger=300&froe=side', other.server))
  expect(page).toContain('men kontrakten løber fra 1. januar 2022 til og med 31. december 2026')
  await other.server.close()
})

test('while money is out no return is said, but beside it what the case expects; once it is over it is said plainly', async () => {
  const early = textOf(await whole('/kontrakter/vejle-familiebehandling/investorer?til=2024-12-31'))
  expect(early).toMatch(
    /Investorer i alt 4\.800\.000 kr\. 3\.130\.938 kr\. −1\.669\.062 kr\. 0,65 endnu ikke tilbagebetalt/,
  )
  expect(early).toContain('0,65 gange udlægget er kommet igen, 1.669.062 kr. er stadig ude')
  expect(early).not.toContain('15,34')
  expect(early).toMatch(/Ved aftalens slutning ventes efter businesscasen −?\d+(,\d+)? % om året i midten/)
  expect(early).toContain('I 43 af 100 tænkelige forløb får investoren mindre tilbage')
  const late = textOf(await whole('/kontrakter/vejle-familiebehandling/investorer?til=2027-12-31'))
  expect(late).toMatch(/0,95 −1,72 %/)
  expect(late).not.toContain('endnu ikke tilbagebetalt')
  const alone = textOf(await whole('/kontrakter/laer-for-livet/investorer?til=2026-12-31'))
  expect(alone).toContain('Ingen businesscase peger på aftalen')
})

test('a fund is drawn by the page as by the command line, and a fund without a later plan has nothing to draw', async () => {
  const told = JSON.parse(bundlinje('invest', 'funds/effekt-i', '--as-of', '2024-06-30', '--json')) as {
    expected: { together: { multiple: number[] }; projects: { spread: { loss: { mean: number } } }[] }
  }
  const page = textOf(await whole('/fonde/effekt-i?til=2024-06-30'))
  const { together, projects } = told.expected
  for (const at of [1, 3, 5])
    expect(page).toContain(String(Math.round(together.multiple[at]! * 100) / 100).replace('.', ','))
  for (const { spread } of projects) expect(page).toContain(percent(spread.loss.mean))
  expect(page).toContain('uafhængigt af de andre, fordi fonden ikke siger andet')
  expect(textOf(await whole('/fonde/effekt-i'))).toContain('Ingen plan rækker længere end den dag')
})

test('what cannot be used is told of, and the usual is computed', async () => {
  const { body } = await get('/businesscases/vejle/usikkerhed?traekninger=mange&froe=1')
  expect(textOf(body)).toContain('»mange« kan ikke bruges')
  expect(textOf(body)).toContain('1.000 tænkelige forløb')
  expect((await get('/businesscases/findes-ikke/usikkerhed')).statusCode).toBe(404)
  const typed = await get('/businesscases/vejle/usikkerhed?froe=%3Cscript%3E')
  expect(typed.body).not.toContain('<script>"')
})

test('as many run at once as may, the rest wait in line, and beyond that nobody is put in line', async () => {
  const runs = new Runs({ program, most: 1, waitingMost: 2 })
  const choice = { path: join(projectFolder, 'cases', 'pool'), scenario: 'narrow' } as const
  const ask = (seed: string) => runs.ask(seed, { is: 'case', choice, seed, draws: 300 })
  expect(['a', 'b', 'c', 'd', 'b', 'c'].map((seed) => told(ask(seed)))).toEqual([
    'working 0',
    'waiting 0',
    'waiting 1',
    'crowded',
    'waiting 0',
    'waiting 1',
  ])
  await expect.poll(() => ask('c').is, { timeout: 30_000 }).toBe('found')
  await runs.close()
})

test('a thread that comes to no end is told once, and tried again', async () => {
  const runs = new Runs({ program: pathToFileURL(join(scratch, 'nothing.js')) })
  const choice = { path: 'cases/vejle', scenario: 'narrow' } as const
  const ask = () => runs.ask('x', { is: 'case', choice, seed: 'x', draws: 300 }).is
  expect(ask()).toBe('working')
  await expect.poll(ask).toBe('failed')
  expect(ask()).toBe('working')
  await runs.close()
})

const told = (state: RunState): string =>
  state.is === 'waiting' ? `waiting ${state.before}` : state.is === 'working' ? `working ${state.share}` : state.is

const get = (url: string, from = server) => from.inject({ url })

async function whole(path: string, from = server): Promise<string> {
  await expect.poll(async () => (await get(path, from)).body, { timeout: 60_000 }).not.toContain('data-pending')
  return (await get(path, from)).body
}

async function fetched(path: string, from: typeof server): Promise<Buffer> {
  const isThere = async () => (await get(path, from)).headers['content-type']
  await expect.poll(isThere, { timeout: 60_000 }).toBe('application/zip')
  return (await get(path, from)).rawPayload
}

const percent = (share: number): string => `${String(Math.round(share * 1000) / 10).replace('.', ',')} %`

const simulate = (path: string, ...more: string[]): string =>
  bundlinje('simulate', path, '--draws', '600', '--seed', 'side', ...more)

const bundlinje = (...words: string[]): string =>
  execFileSync(process.execPath, ['dist/cli.js', ...words, '--no-progress'], {
    cwd: projectFolder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })

const textOf = (page: string): string =>
  page
    .slice(page.indexOf('<body>'))
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')
