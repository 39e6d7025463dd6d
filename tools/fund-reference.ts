/** docs/reference/fund.md: every key of a fund. `UPDATE=1 npx vitest run test/fund-reference.test.ts` rewrites the page. */
import { fundShape } from '../src/core/investment/fund-shape.ts'
import { keysPage } from './keys-page.ts'

const page = keysPage({
  shape: fundShape,
  file: 'fund.yaml',
  keys: 'fund-keys.yaml',
  root: 'fund',
  heading: 'The fund',
  named: ['investors', 'projects'],
})

export const { met, parts, written: fundReferencePage } = page
