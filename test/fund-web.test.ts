/** A fund's page of which a project cannot be counted: it says so first, where the fault is, and in every sum. */
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dayOf } from '../src/core/base/index.ts'
import { createServer } from '../src/web/index.ts'
import { projectFolder } from './sources.ts'

const root = projectFolder
const funds = join(root, 'problems/fund-contract-uncounted')
const { server } = createServer({ root, contracts: join(root, 'contracts'), first: 'vejle-familiebehandling', funds })
afterAll(() => server.close())

test.each([
  ['/fonde/fund', 'Tallene er ikke hele fondens: Egen bolig er ikke', 'I alt, uden ét projekt', 'ikke regnet med'],
  ['/en/funds/fund', 'not those of the whole fund: A home is counted', 'Together, without one project', 'not counted'],
])('%s', async (url, says, sum, row) => {
  const { body, statusCode } = await server.inject({ url })
  expect(statusCode).toBe(200)
  const alert = /<div class="fault" role="alert">(.*?)<\/div>/s.exec(body)?.[1]
  expect(alert).toContain(says)
  expect(alert).toContain('fund.yaml:17')
  // Its two tables of investors, and the draws where there are any.
  expect(body.split(sum).length).toBeGreaterThan(2)
  expect(body).not.toMatch(/>(I alt|Together)</)
  expect(body).toContain(`(${row})`)
})

test('a day that has not come is said to be so, where the server knows what day it is', async () => {
  const given = { root, contracts: join(root, 'contracts'), first: 'vejle-familiebehandling' }
  for (const [today, isToCome] of [
    [dayOf(2030, 12, 30), true],
    [dayOf(2030, 12, 31), false],
    [undefined, false],
  ] as const) {
    const { server: one } = createServer({ ...given, ...(today === undefined ? {} : { today: () => today }) })
    const body = (await one.inject({ url: '/fonde/effekt-i' })).body.replace(/\s+/g, ' ')
    expect(body.includes('Fonden pr. 31. december 2030, en dag, der ikke er kommet')).toBe(isToCome)
    expect(body).toContain('Alle beløb frem til den dag er planens')
    await one.close()
  }
})
