import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Address, addressOf, contractPages, hrefOf, localeOf } from './address.ts'

test('a page has an address in each language', () => {
  check('da library', '/')
  check('en library', '/en')
  check('da annex vejle', '/kontrakter/vejle')
  check('en annex vejle', '/en/contracts/vejle')
  check('da statement vejle', '/kontrakter/vejle/opgoerelse')
  check('en terms vejle', '/en/contracts/vejle/terms')
})

test('a case has an address in each language, and so have the list and the comparison', () => {
  for (const [url, address] of [
    ['/businesscases', { locale: 'da', page: 'cases' }],
    ['/businesscases/vejle/vaerksted', { locale: 'da', page: 'workshop', case: 'vejle' }],
    ['/businesscases/vejle?lov=2023-09-30', { locale: 'da', page: 'case', case: 'vejle', law: '2023-09-30' }],
    ['/en/businesscases/vejle/calculation', { locale: 'en', page: 'calculation', case: 'vejle' }],
    ['/businesscases/sammenlign?a=vejle&b=drc', { locale: 'da', page: 'compare', a: 'vejle', b: 'drc' }],
  ] as const) {
    expect(addressOf(url), url).toEqual(address)
    expect(hrefOf(address), url).toBe(url)
  }
})

test('what is no page has no address', () => {
  for (const url of [
    '/kontrakt/vejle',
    '/kontrakter',
    '/kontrakter/vejle/nej',
    '/kontrakter/vejle/kilder/mere',
    '/priser/herberg-110/mere',
    '/regler/mere',
    '/businesscases/vejle/nej',
    '/businesscases/sammenlign/mere',
    '/businesscases/vejle/vaerksted/mere',
    '/en/priser',
    '/contracts/vejle',
    '/en/kontrakter/vejle',
    '/kontrakter/%E0%A4%A',
  ]) {
    expect(addressOf(url), url).toBeUndefined()
  }
})

test('the language is told of any URL', () => {
  expect(['/en', '/en/x', '/en?a', '/english', '/', '/x'].map(localeOf)).toEqual(['en', 'en', 'en', 'da', 'da', 'da'])
})

test('every address comes back from its URL', () => {
  const text = fc.string({ minLength: 1, maxLength: 12 }).filter((one) => one.trim() === one && !/^\.{1,2}$/.test(one))
  const word = text.filter((one) => !['en'].includes(one))
  const choices = fc.record(
    { to: text, known: text, open: text, reading: text, from: text, search: text, year: text },
    { requiredKeys: [] },
  )
  const page = fc.oneof(
    fc.constant({ page: 'library' as const }),
    fc.constant({ page: 'prices' as const }),
    fc.constant({ page: 'rules' as const }),
    fc.record({ page: fc.constant('price' as const), price: word }),
    fc.record({ page: fc.constantFrom(...contractPages), contract: word }),
    fc.record({ page: fc.constant('why' as const), contract: word, person: word }),
  )
  fc.assert(
    fc.property(fc.constantFrom('da' as const, 'en' as const), page, choices, (locale, where, chosen) => {
      const address: Address = { ...chosen, locale, ...where }
      expect(addressOf(hrefOf(address))).toEqual(address)
    }),
  )
})

function check(described: string, url: string): void {
  const [locale, page, contract] = described.split(' ')
  const address = { locale, page, ...(contract === undefined ? {} : { contract }) } as Address
  expect(hrefOf(address)).toBe(url)
  expect(addressOf(url)).toEqual(address)
}
