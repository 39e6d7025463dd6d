/**
 * Finding a contract from what somebody wrote, and what to say when there is none there.
 *
 *     contracts/vejle          a contract
 *     contracts/vejle/terms.yaml    a file; its folder was meant
 *     contracts                no contract itself, but it holds some
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { contractNames } from '../files/index.ts'

export type FoundContract =
  | { is: 'contract' }
  | { is: 'missing'; beside: string[] }
  | { is: 'file'; folder: string }
  | { is: 'no-contract'; inside: string[] }

/** What there is at a path. `beside` are folders where the missing one would be; `inside` are contracts in the folder. */
export function findContract(path: string): FoundContract {
  if (!existsSync(path)) {
    const parent = dirname(path)
    const isFolder = existsSync(parent) && statSync(parent).isDirectory()
    const beside = isFolder ? foldersIn(parent).map((name) => join(parent, name)) : []
    const known = contractNames('contracts').map((name) => join('contracts', name))
    return { is: 'missing', beside: [...new Set([...beside, ...known])] }
  }
  if (!statSync(path).isDirectory()) {
    const folder = dirname(path)
    // A file of facts lies one folder deeper than the terms.
    const holder = ['facts', 'amendments', 'statements', 'expected'].includes(basename(folder))
      ? dirname(folder)
      : folder
    return { is: 'file', folder: holder }
  }
  if (existsSync(join(path, 'terms.yaml'))) return { is: 'contract' }
  return { is: 'no-contract', inside: contractNames(path).map((name) => join(path, name)) }
}

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}
