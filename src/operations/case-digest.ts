/**
 * What a simulation of a case rests on, as a short text that is another when any of it is: the case, its prices and data, and the
 * contract that runs in it.
 */
import { join } from 'node:path'
import { sha256 } from '../core/base/index.ts'
import { type OpenCase, draftSetting } from './open-case.ts'
import { fingerprintOf } from './open-library.ts'

const known = new WeakMap<OpenCase, string>()

/** The same for the same bytes; of the contract, its files' sizes and times are enough. */
export function digestOfCase(open: OpenCase): string {
  const contract = open.read.caseFile?.contract
  const terms = contract === undefined ? '' : fingerprintOf(join(open.folder.path, contract))
  let own = known.get(open)
  if (own === undefined) {
    const { layers, data } = draftSetting(open.folder)
    const local = layers.filter(({ origin }) => origin === 'local')
    own = JSON.stringify([open.text, local, data])
    known.set(open, own)
  }
  return sha256(new TextEncoder().encode(`${own}\n${terms}`))
}
