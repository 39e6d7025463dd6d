/** `explain` on the command line: from an amount, a clause, a person or a cohort down to the file and line. */
import { expect, test } from 'vitest'
import { run } from './run-command.ts'

const vejle = 'contracts/vejle-familiebehandling'

test('explain goes down to file and line', async () => {
  const { out } = await run(['explain', vejle, 'F08', '--as-of', '2024-09-30'])
  expect(out).toMatch(/^Familie F08 +230\.000 kr\./)
  expect(out).toMatch(/facts\/support-hours\.csv:\d+/)
  const payment = await run(['explain', vejle, '4.1', '--as-of', '2024-09-30'])
  expect(payment.out).toContain('60.000 kr. = 1.440.000 kr. efter lofter − 1.380.000 kr. afregnet før.')
  const deep = await run(['explain', vejle, 'plan', '--as-of', '2024-09-30', '--depth', '3'])
  expect(deep.out).toContain('└─ Oplysninger')
})

test('explain takes every clause of the annex, and lists them in its order', async () => {
  const limit = await run(['explain', vejle, '5.2', '--as-of', '2024-09-30'])
  expect(limit.out).toMatch(/^§ 5\.2 /)
  expect(plainOf(limit.out)).toMatch(/Beløb [A-Z][a-zæøå ]+ i § 5\.2 /)
  const clauses = (await run(['explain', vejle, '99'])).err
  expect(clauses).toMatch(/Den har (\d+(\.\d+)?, )+\d/)
  for (const number of clauses.match(/\d+(\.\d+)?(?=[,.]( |\n|$))/g)!.slice(1))
    expect((await run(['explain', vejle, number])).out).toContain(`§ ${number} `)
})

test('explain works out an amount that rests on steps, without being asked for more', async () => {
  const { out } = await run(['explain', vejle, 'plan'])
  expect(plainOf(out)).toMatch(/Udregning F01, \d+\. [a-z]+ \d{4} .* giver 120\.000 kr\. efter trappen\./)
})

test('explain names the cohort that is paid for, and who left only where it mattered', async () => {
  const { out } = await run(['explain', 'contracts/broendby-tuba', '4.2'])
  expect(out).toMatch(/kohorte 2021 +31\. december 2023 +8 % +180\.000 kr\./)
  expect(out).not.toContain('hele gruppen')
  const gated = await run(['explain', 'contracts/peterborough', '3', '--depth', '3'])
  expect(gated.out).toContain('Betingelsen for betaling:')
  expect(gated.out).toContain('Kohorte first: nej.')
  // P010 left on 9 May 2022; what was decided in April is told as that of anybody else.
  const person = await run(['explain', 'contracts/broendby-tuba', 'P010'])
  expect(person.out.match(/Flyttet fra kommunen den 9\. maj 2022/g)).toHaveLength(2)
  expect(person.out).toMatch(/Resultat +Stigningen er 8 point; kravet er mindst 10 point: ikke opfyldt\./)
})

test('explain tells of a payment whom its condition keeps from it, and why', async () => {
  const { out } = await run(['explain', 'contracts/south-carolina', 'low-income'])
  expect(plainOf(out)).toContain(
    'Ikke betalt Hele gruppen, 1. april 2021, ikke opfyldt (3.794 personer): ikke betalt, fordi betingelsen for betaling ikke er opfyldt. Målet »Fattige postnumre« er ikke opfyldt.',
  )
  const english = await run(['explain', 'contracts/south-carolina', 'low-income', '--locale', 'en'])
  expect(plainOf(english.out)).toContain('not paid because the condition for payment is not met.')
})

test('explain is asked about a cohort by its name or its label', async () => {
  const { out } = await run(['explain', 'contracts/peterborough', 'first'])
  expect(out).toMatch(/^første kohorte +0 GBP/)
  expect(plainOf(out)).toContain('§ 1 Færre nye domme, kohorte first, 30. juni 2014 ≈ 8,39 %')
  expect((await run(['explain', 'contracts/peterborough', 'Første kohorte'])).out).toBe(out)
  expect((await run(['explain', 'contracts/peterborough', 'frist'])).err).toContain('first')
})

/** Without lines, rungs and columns. */
const plainOf = (text: string): string => text.replace(/[│├└─\s]+/g, ' ')
