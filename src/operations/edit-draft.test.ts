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

function check(change: DraftChange, expected: string, before = text): void {
  expect(editDraft(before, change)).toBe(expected)
}
