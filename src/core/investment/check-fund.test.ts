/** What no fund's guarantee, cap on return or project can say, as changes of one fund that is right. */
import assert from 'node:assert/strict'
import { test } from 'vitest'
import { readFund } from './index.ts'

const right = `bundlinje-fund: "1.0"
title: { da: F, en: F }
currency: DKK
runs: { from: 2024-01-01, through: 2030-12-31 }
investors: { a: { name: A, commits: 200 kr }, b: { name: B, commits: 100 kr } }
calls: by-commitment
distributions: by-paid-in
receipts: paid-out
guarantee: { party: G, amount: 30 kr, covers: share-of-loss, share: 50 %, scaled: fixed, called: after-waterfall, protects: [a] }
return-cap: { rate: 5 %, counted: compound, on: drawn-money, rest: paid-out, to: C }
projects:
  p: { label: { da: P, en: P }, municipality: V, provider: H, area: u, commits: 90 kr, plan: [{ on: 2024-01-01, amount: -90 kr }] }
`

test('a fund that says all of it is read', () => check('', ''))

test('a guarantor is somebody, and no investor', () => {
  check('party: G → party: ""', 'shape-wrong')
  check('party: G → party: " a "', 'fund-party-investor')
  check('party: G → party: B', 'fund-party-investor')
})

test('a guarantee has a size, a share of all or less, and investors of the fund', () => {
  check('amount: 30 kr → amount: 0 kr', 'number-outside')
  check('share: 50 % → share: 150 %', 'share-outside')
  check('share-of-loss, share: 50 % → first-loss, share: 50 %', 'fund-key-idle')
  check('share-of-loss, share: 50 % → share-of-loss', 'edge-unsettled')
  check('protects: [a] → protects: [z]', 'name-unknown')
  check('protects: [a] → protects: []', 'list-empty')
})

test('a cap on return is a rate from nothing up, and what is above it goes to somebody', () => {
  check('rate: 5 % → rate: -5 %', 'share-outside')
  check('rate: 5 % → rate: 0 %', '')
  check(', to: C → ', 'key-missing')
  check('to: C → to: A', 'fund-party-investor')
  check('rest: paid-out → rest: recycled', 'fund-key-idle')
  check('rest: paid-out, to: C → on-hand: no', 'key-unknown edge-unsettled')
})

test('a contract is counted once, and a party is that of a contract', () => {
  const contract = 'contract: ../x, as: dsi }'
  const again = `  q: { label: { da: Q, en: Q }, municipality: V, provider: H, area: u, commits: 90 kr, ${contract}`
  check('-90 kr }] } → -90 kr }], as: dsi }', 'fund-key-idle')
  const twice = (path: string) => `-90 kr }] } → -90 kr }], ${contract}\n${again.replace('../x', path)}`
  check(twice('../x/'), 'fund-contract-twice')
  check(twice('../y'), '')
})

test('an amount is whole in the smallest coin, and two of one name are told apart', () => {
  check('commits: 200 kr → commits: 0.0004 kr', 'fund-amount-fine')
  check('commits: 200 kr → commits: 0.01 kr', '')
  check('commits: 90 kr → commits: 90.0051 kr', 'fund-amount-fine')
  check('amount: 30 kr → amount: 30.0001 kr', 'fund-amount-fine')
  check('amount: -90 kr → amount: -90 kr, low: -90.0001 kr, high: -0.0001 kr', 'fund-amount-fine fund-amount-fine')
  check('name: B → name: " A "', 'fund-name-twice')
  const other = (label: string) =>
    `-90 kr }] }\n  q: { label: ${label}, municipality: V, provider: H, area: u, commits: 9 kr, plan: [{ on: 2024-01-01, amount: -9 kr }] }`
  check(`-90 kr }] } → ${other('{ da: Q, en: P }')}`, 'fund-name-twice')
  check(`-90 kr }] } → ${other('{ da: Q, en: Q }')}`, '')
})

/** `found → put in its place`, and the codes of what is then wrong. */
function check(change: string, codes: string): void {
  const [found = '', put = ''] = change.split(' → ')
  assert.ok(right.includes(found), found)
  const { problems } = readFund(right.replace(found, put), 'fund.yaml')
  assert.equal(problems.map(({ code }) => code).join(' '), codes)
}
