/**
 * What a simulation rests on, as a short text that is another when any of it is: of a case, its prices and data, and the contract that
 * runs in it; of a fund, its file and the folders of its projects.
 */
import { join } from 'node:path'
import { sha256 } from '../core/base/index.ts'
import { contractFrom, nationalCatalogue } from '../files/index.ts'
import { type OpenCase, draftSetting } from './open-case.ts'
import { fingerprintOf } from './open-library.ts'
import { type OpenFund } from './invest-fund.ts'

const known = new WeakMap<OpenCase, string>()

/** The same for the same bytes; of the contract and the national catalogue, their files' sizes and times are enough. */
export function digestOfCase(open: OpenCase): string {
  const contract = open.read.caseFile?.contract
  const terms = contract === undefined ? '' : fingerprintOf(contractFrom(open.folder.path, contract))
  let own = known.get(open)
  if (own === undefined) {
    const { layers, data } = draftSetting(open.folder)
    const local = layers.filter(({ origin }) => origin === 'local')
    own = JSON.stringify([open.text, local, data])
    known.set(open, own)
  }
  return sha256([own, terms, fingerprintOf(nationalCatalogue())].join('\n'))
}

/** Of the folders of a fund's projects and the national catalogue, files' sizes and times are enough. */
export function digestOfFund({ path, text, fund }: Pick<OpenFund, 'path' | 'text' | 'fund'>): string {
  const folders = [...(fund?.projects.values() ?? [])].flatMap((project) =>
    [project.contract ?? [], project.case ?? []].flat(),
  )
  const prints = [...folders.map((folder) => join(path, folder)), nationalCatalogue()].map(fingerprintOf)
  return sha256([text, ...prints].join('\n'))
}
