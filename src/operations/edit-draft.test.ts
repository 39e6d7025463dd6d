import { expect, test } from 'vitest'
import { type DraftChange, editDraft } from './edit-draft.ts'

const text = 'currency: DKK\ncosts: {}\n'
const linked = `${text}in-contract: { payers: { town: by } }\n`

test('a key that may be added comes with as little as there must be', () =>
  check({ is: 'add', path: 'case', key: 'contract' }, `${text}contract: ""\n`))

test.each<DraftChange>([
  { is: 'add', path: 'case', key: 'in-contract' },
  { is: 'set', path: 'case.in-contract', value: 'undecided' },
  { is: 'set', path: 'case.in-contract.payers', value: 'undecided' },
  { is: 'item', path: 'case.in-contract.followed', name: 'Alle', as: '' },
])('what is only written by hand is not begun: %j', (change) => check(change, text))

test('nor a part of it that is not there yet', () =>
  check({ is: 'add', path: 'case.in-contract', key: 'facts' }, linked, linked))

test('a value in it that is there can be another', () =>
  check({ is: 'set', path: 'case.in-contract.payers.town', value: 'kommune' }, linked.replace('by', 'kommune'), linked))

const shared = 'consequences:\n  support:\n    owners: undecided # not agreed\n'
const open = { is: 'add', path: 'case.consequences.support', key: 'owners' } as const

test('what is undecided is begun where it stands, and what is decided is not begun again', () => {
  check(open, shared.replace('undecided', '{}'), shared)
  check(open, shared.replace('undecided', '{ state: 100 % }'), shared.replace('undecided', '{ state: 100 % }'))
})

test('an owner chosen by its name keeps it, and its share is asked', () => {
  const owners = 'case.consequences.support.owners'
  const begun = shared.replace('undecided', '{ region: undecided }')
  check({ is: 'item', path: owners, name: 'region', as: '' }, begun, shared.replace('undecided', '{}'))
  const both = shared.replace('undecided', '{ region: undecided, child--care: undecided }')
  check({ is: 'item', path: owners, name: 'child--care', as: '' }, both, begun)
})

function check(change: DraftChange, expected: string, before = text): void {
  expect(editDraft(before, change)).toBe(expected)
}

test('a sign-off is withdrawn with who signed it kept, and signed anew both stay among the earlier ones', () => {
  const at = (day: string) => ({ step: 'cost', on: day, note: { da: '', en: '' } })
  const signed = editDraft('costs: {}\n', { is: 'sign', by: 'Mette Kjær', ...at('2024-12-31') })
  const back: DraftChange = { is: 'withdraw', by: 'Ole', ...at('2025-01-05'), note: { da: 'ny pris', en: 'ny pris' } }
  const withdrawn = editDraft(signed, back)
  expect(withdrawn).toMatch(
    /cost: \{ by: Mette Kjær, on: 2024-12-31, digest: [0-9a-f]{16}, withdrawn: \{ by: Ole, on: 2025-01-05, note: \{ da: ny pris, en: ny pris \} \} \}\n/,
  )
  // It is withdrawn once, and nothing is withdrawn where nobody has signed.
  expect(editDraft(withdrawn, back)).toBe(withdrawn)
  expect(editDraft('costs: {}\n', back)).toBe('costs: {}\n')
  const anew = editDraft(withdrawn, { is: 'sign', by: 'Bo', ...at('2025-02-01') })
  const first =
    '{ by: Mette Kjær, on: 2024-12-31, withdrawn: { by: Ole, on: 2025-01-05, note: { da: ny pris, en: ny pris } } }'
  expect(anew).toContain(`cost: { by: Bo, on: 2025-02-01, digest: `)
  expect(anew).toContain(`, earlier: [${first}] }`)
  const twice = editDraft(editDraft(anew, back), { is: 'sign', by: 'Ida', ...at('2025-03-01') })
  expect(twice).toContain(`earlier: [${first}, { by: Bo, on: 2025-02-01, withdrawn: { by: Ole,`)
})
