/** docs/reference/case.md: every key of a business case. `UPDATE=1 npx vitest run test/case-reference.test.ts` rewrites the page. */
import { caseShape } from '../src/core/valuation/case/case-file.ts'
import { keysPage } from './keys-page.ts'

const page = keysPage({
  shape: caseShape,
  file: 'case.yaml',
  keys: 'case-keys.yaml',
  root: 'case',
  heading: 'The case',
  named: [
    'departments',
    'estimates',
    'groups',
    'costs',
    'consequences',
    'signed-off',
    'prices',
    'followed',
    'used',
    'lasts',
  ],
})

export const { met, parts, written: caseReferencePage } = page
