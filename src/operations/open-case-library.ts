/**
 * The business cases in a folder, each opened when somebody asks and kept until one of its files changes, or the national catalogue.
 *
 *     cases.names()                        the folders, by name
 *     cases.open('vejle')                  the case, also one that is wrong or open
 *     cases.line(open)                     the case in a line, for the list
 *     cases.value(open, { scenario, … })   its valuation, kept as long as the case is
 *     cases.follow(open, { asOf, … })      the case followed, kept until its contract changes too
 *
 * What several of them need - the case compiled, its contract opened and settled - is made once.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { caseNames, contractFrom, nationalCatalogue } from '../files/index.ts'
import { type CompileOptions, type CompileResult } from '../core/valuation/index.ts'
import { type CaseCompiler, compileOpen } from './compile-open.ts'
import { type FollowedCase, followCase } from './follow-case.ts'
import { type ContractLibrary, fingerprintOf } from './open-library.ts'
import { type OpenCase, openCase } from './open-case.ts'
import { type CaseLine, surveyCase } from './survey-case.ts'
import { type Scenario, type ValuedCase, valueCase } from './value-case.ts'

type Asked = { scenario?: Scenario; lawAsOf?: number }
type AskedOf = { scenario: Scenario; asOf: number | undefined }

export type CaseLibrary = {
  names: () => string[]
  open: (name: string) => OpenCase | undefined
  line: (open: OpenCase) => CaseLine | undefined
  value: (open: OpenCase, asked: Asked) => ValuedCase
  follow: (open: OpenCase, asked: AskedOf) => FollowedCase
}

type Kept = {
  fingerprint: string
  open: OpenCase
  line?: { is: CaseLine | undefined }
  compiled: Map<string, CompileResult>
  valued: Map<string, ValuedCase>
  followed: Map<string, FollowedCase>
}

/** The cases that name the contract in a folder as theirs. */
export function casesOfContract(cases: CaseLibrary, contract: string): { name: string; open: OpenCase }[] {
  return cases.names().flatMap((name) => {
    const open = cases.open(name)
    const named = open?.read.caseFile?.contract
    const isOurs = open !== undefined && named !== undefined && resolve(open.folder.path, named) === resolve(contract)
    return isOurs ? [{ name, open }] : []
  })
}

/** How many valuations of one case are kept; the oldest goes first. */
const valuationsMost = 12

/**
 * `national` is the folder of the prices, indexes and rules that every case rests on. Contracts that lie in the folder of `contracts`
 * are opened there and settled there, so that their own pages and the cases see the same.
 */
export function openCaseLibrary(
  folder: string,
  { national = nationalCatalogue(), contracts }: { national?: string; contracts?: ContractLibrary } = {},
): CaseLibrary {
  const kept = new Map<string, Kept>()
  const keptOf = (open: object) => [...kept.values()].find((one) => one.open === open)
  const compile: CaseCompiler = (open, options) =>
    keeping(keptOf(open)?.compiled, keyOf(options), () => compileOpen(open, options))
  return {
    names: () => caseNames(folder),
    open: (name) => {
      // A plain name of a folder in this one, so that no name can lead out of it.
      if (!/^[\p{L}\p{N}_][\p{L}\p{N} ._-]*$/u.test(name)) return undefined
      const path = join(folder, name)
      if (!existsSync(join(path, 'case.yaml'))) return undefined
      const fingerprint = `${fingerprintOf(path)}\n\n${fingerprintOf(national)}`
      const known = kept.get(name)
      if (known?.fingerprint === fingerprint) return known.open
      const open = openCase(path, national)
      if (open !== undefined)
        kept.set(name, { fingerprint, open, compiled: new Map(), valued: new Map(), followed: new Map() })
      return open
    },
    line: (open) => {
      const own = keptOf(open)
      const line = own?.line ?? { is: surveyCase(open, compile) }
      if (own !== undefined) own.line = line
      return line.is
    },
    value: (open, asked) => {
      const key = `${asked.scenario ?? ''} ${asked.lawAsOf ?? ''}`
      return keeping(keptOf(open)?.valued, key, () => valueCase(open, asked, compile))
    },
    follow: (open, asked) => {
      const { contract } = open.read.caseFile ?? {}
      const facts = contract === undefined ? '' : fingerprintOf(contractFrom(open.folder.path, contract))
      const key = `${asked.scenario} ${asked.asOf ?? ''} ${facts}`
      return keeping(keptOf(open)?.followed, key, () => followCase(open, asked, { compile, ...contracts }))
    },
  }
}

const keyOf = ({ scenario, mode, lawAsOf }: CompileOptions): string => `${scenario} ${mode ?? ''} ${lawAsOf ?? ''}`

/** What is known under the key, or else is made and kept. */
function keeping<Made>(kept: Map<string, Made> | undefined, key: string, make: () => Made): Made {
  const known = kept?.get(key)
  if (known !== undefined) return known
  const made = make()
  kept?.set(key, made)
  if (kept !== undefined && kept.size > valuationsMost) kept.delete(kept.keys().next().value!)
  return made
}
