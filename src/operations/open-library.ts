/**
 * The library: every contract folder in a folder, each opened when somebody asks and kept until one of its files changes.
 *
 *     library.names()          the folders, by name, also those that cannot be opened
 *     library.open('vejle')    the contract; opened again if a file came, went, or has another size or time
 *     library.openAt(path)     the same by its path, kept when it is a folder of this one
 *     library.settle(…)        its settlement to two days, kept as long as the contract is
 *
 * A folder that cannot be read is told of by what stands in the way and never stops the others.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { contractNames } from '../files/index.ts'
import { type ContractInvestment, type InvestmentDates, investContract } from './invest-contract.ts'
import { type OpenContract, openContract } from './open-contract.ts'
import { type ContractSettlement, type SettlementDates, settleContract } from './settle-contract.ts'

/** A contract of the library; `failure` says in the words of the machine why one could not be opened. */
export type Shelved = { name: string; contract: OpenContract } | { name: string; failure: string }

export type ContractLibrary = {
  names: () => string[]
  open: (name: string) => Shelved | undefined
  /** The contract in a folder anywhere; nothing where there is none, or it cannot be opened. */
  openAt: (path: string) => OpenContract | undefined
  /** Whether a contract has been opened before, so that opening it again takes no time unless its files changed. */
  isOpen: (name: string) => boolean
  settle: (contract: OpenContract, dates: SettlementDates) => ContractSettlement
  /** The investors' account to two days, kept likewise. */
  invest: (contract: OpenContract, dates: InvestmentDates) => ContractInvestment
}

type Kept = {
  fingerprint: string
  shelved: Shelved
  settlements: Map<string, ContractSettlement>
  investments: Map<string, ContractInvestment>
}

/** How many settlements of one contract are kept; the oldest goes first. */
const settlementsMost = 24

/** Opens the library in a folder. Nothing is read before it is asked for. */
export function openLibrary(folder: string): ContractLibrary {
  const kept = new Map<string, Kept>()
  const keptOf = (contract: OpenContract) =>
    [...kept.values()].find(({ shelved }) => 'contract' in shelved && shelved.contract === contract)
  const library: ContractLibrary = {
    names: () => contractNames(folder),
    open: (name) => {
      // A plain name of a folder in this one, so that no name can lead out of it.
      if (!/^[\p{L}\p{N}_][\p{L}\p{N} ._-]*$/u.test(name)) return undefined
      const path = join(folder, name)
      if (!existsSync(join(path, 'terms.yaml'))) return undefined
      const fingerprint = fingerprintOf(path)
      const known = kept.get(name)
      if (known?.fingerprint === fingerprint) return known.shelved
      const shelved = openOne(path, name)
      kept.set(name, { fingerprint, shelved, settlements: new Map(), investments: new Map() })
      return shelved
    },
    openAt: (path) => {
      if (resolve(dirname(path)) !== resolve(folder)) return openContract(path)
      const shelved = library.open(basename(path))
      return shelved !== undefined && 'contract' in shelved ? shelved.contract : undefined
    },
    isOpen: (name) => kept.has(name),
    settle: (contract, dates) =>
      keeping(keptOf(contract)?.settlements, keyOf(dates), () => settleContract(contract, dates)),
    invest: (contract, dates) =>
      keeping(keptOf(contract)?.investments, keyOf(dates), () => investContract(contract, dates)),
  }
  return library
}

const keyOf = ({ to, knownAt }: SettlementDates): string => `${to ?? ''}/${knownAt ?? to ?? ''}`

/** What is known under the key, or else is made and kept. */
function keeping<Made>(kept: Map<string, Made> | undefined, key: string, make: () => Made): Made {
  const known = kept?.get(key)
  if (known !== undefined) return known
  const made = make()
  kept?.set(key, made)
  if (kept !== undefined && kept.size > settlementsMost) kept.delete(kept.keys().next().value!)
  return made
}

function openOne(path: string, name: string): Shelved {
  try {
    const contract = openContract(path)
    return contract === undefined ? { name, failure: 'terms.yaml' } : { name, contract }
  } catch (error) {
    return { name, failure: error instanceof Error ? error.message : String(error) }
  }
}

/** Each file's path, size and time; nothing where the folder cannot be looked into, so that it is tried again. */
export function fingerprintOf(folder: string): string {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => {
        const info = statSync(join(folder, name), { throwIfNoEntry: false })
        return info === undefined || info.isDirectory() ? name : `${name} ${info.size} ${info.mtimeMs}`
      })
      .join('\n')
  } catch {
    return ''
  }
}
