/** What `invest` says of a fund: what is a plan and what a contract, which contracts run on without a plan, and that a day has not come. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { run } from './run-command.ts'

/** The answer of a fund on one line; the command line's own day is that of `run-command.ts`, 21 November 2026. */
async function invest(folder: string, ...more: string[]): Promise<string> {
  return (await run(['invest', folder, ...more])).out.replace(/[─\s]+/g, ' ')
}

const onlyPlans = {
  da: {
    plan: 'Alle beløb frem til den dag er planens',
    toCome: 'Fonden pr. 31. december 2030, en dag, der ikke er kommet',
    rests:
      'Det hviler på planernes lave, sandsynlige og høje tal, som fonden har skrevet dem; 100 af 100 beløb i planerne er mærket',
    apart:
      'på, at projekterne går uafhængigt af hinanden. Hænger de sammen, er risikoen for et stort tab større end vist',
    received: /modtag|indbetalt udbetalt/i,
  },
  en: {
    plan: 'All amounts up to that day are those of the plan',
    toCome: 'The fund as of 31 December 2030, a day that has not come',
    rests:
      'This rests on the low, likely and high figures of the plans as the fund has written them; 100 of 100 amounts in the plans are marked',
    apart:
      'on the projects being independent of each other. If they move together, the risk of a great loss is greater',
    received: /received|paid in paid out/i,
  },
} as const

test.each(['da', 'en'] as const)(
  'a fund of plans alone says so, and never that money was received, in %s',
  async (locale) => {
    const { plan, toCome, rests, apart, received } = onlyPlans[locale]
    const end = await invest('funds/effekt-i', '--locale', locale, '--draws', '20')
    const before = await invest('funds/effekt-i', '--locale', locale, '--draws', '20', '--to', '2024-06-30')
    for (const told of [end, before]) {
      expect(told).toContain(plan)
      expect(told).not.toMatch(received)
    }
    expect(end).toContain(toCome)
    expect(before).not.toMatch(/ikke er kommet|has not come/)
    expect(before).toContain(rests)
    expect(before).toContain(apart)
  },
)

test('a fund whose projects move together says how far, and what it would mean if they did so more', async () => {
  const { out } = await run(['invest', 'docs/reference/examples', '--as-of', '2026-06-30', '--draws', '20'])
  const told = out.replace(/\s+/g, ' ')
  expect(told).toMatch(/projekterne følges ad med en rangsammenhæng på 30 %\. Hænger de mere sammen/)
  expect(told).not.toContain('uafhængigt')
})

test('contracts and plans are told apart, and a contract that runs on without a plan is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fund-'))
  const text = readFileSync('problems/fund-contract-uncounted/fund/fund.yaml', 'utf8')
  const contract = `contract: ${relative(folder, 'contracts/laer-for-livet')}`
  const planned = `  work: { label: { da: Job, en: Work }, municipality: Vejle, provider: Huset, area: job, commits: 5 kr, plan: [{ on: 2024-06-01, amount: -5 kr }] }\n`
  writeFileSync(
    join(folder, 'fund.yaml'),
    text
      .replace(/contract: .*/, contract)
      .replace(/as: .*/, 'as: dsi')
      .trimEnd() + `\n${planned}`,
  )
  const now = await invest(folder, '--draws', '2', '--to', '2026-10-31')
  expect(now).toContain('1 af 2 projekter har ingen kontrakt, så dets beløb er planens')
  expect(now).toMatch(/Investor Tilsagn Indbetalt\/plan Udbetalt\/plan/)
  expect(now).toMatch(/Egen bolig Vejle kontrakt \d.* Job Vejle plan 5 kr\. 0 kr\./)
  expect(now).toMatch(
    /Det gør ikke tallene visse\. Egen bolig \(til den \d+\. [a-z]+ \d{4}\) har en kontrakt, der løber videre efter dagen, men ingen plan/,
  )
  expect(now).not.toContain('oplyst i dag')
  const later = await invest(folder, '--draws', '2', '--to', '2026-12-31')
  expect(later).toContain('Egen bolig er gjort op efter kontrakten med det, der er oplyst i dag')
  const json = JSON.parse((await run(['invest', folder, '--draws', '2', '--to', '2026-10-31', '--json'])).out) as object
  expect(json).toMatchObject({ basis: 'both', unplanned: [{ project: 'homes' }], plans: { rows: 1, marked: 0 } })
  rmSync(folder, { recursive: true })
})
