/** What a fund's amounts rest on: contracts, plans, or both. */
import { expect, test } from 'vitest'
import { parseIsoDay } from '../base/index.ts'
import { basisOf } from './fund-basis.ts'

/** Each project as `contract 2024-01-01` or `plan 2024-01-01`, with the days on which it moves money. */
function check(projects: string, basis: string) {
  const read = projects.split(', ').flatMap((text) => {
    const [is, ...days] = text.split(' ')
    return is === ''
      ? []
      : [{ hasContract: is === 'contract', flows: days.map((day) => ({ day: parseIsoDay(day)!, amount: 5n })) }]
  })
  expect(basisOf(read, parseIsoDay('2025-06-30')!), projects).toBe(basis)
}

test('only what has moved by the day counts, and a plan is no payment', () => {
  check('contract 2024-01-01', 'contracts')
  check('plan 2024-01-01', 'plan')
  check('contract 2024-01-01, plan 2025-06-30', 'both')
  check('contract 2024-01-01, plan 2025-07-01', 'contracts')
  check('contract 2025-07-01, plan 2024-01-01', 'plan')
  check('contract 2025-07-01, plan 2025-07-01', 'contracts')
  check('plan 2025-07-01, plan', 'plan')
  check('', 'contracts')
})
