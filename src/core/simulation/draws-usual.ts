/**
 * How many draws are drawn where nobody says: ten thousand, or a thousand where the contract has to be asked about nearly everybody.
 *
 * Where events and courses alone are recorded, a few thousand lives repeat among all that are drawn. Where chance decides more of what is seen -
 * children, scores, spells, goals of a plan - hardly two are alike, and each is settled by itself.
 */
import { type CompiledCase } from '../valuation/index.ts'
import { isPaidByContract } from './link-contract.ts'

export const drawsOfMany = 10_000
const drawsOfFew = 1_000

export function drawsUsual({ file, mode }: Pick<CompiledCase, 'file' | 'mode'>): number {
  const { members = [], facts = [] } = file.inContract ?? {}
  const isTold = facts.some(({ event, lasting }) => (event ?? lasting) === undefined) || members.length > 0
  return isPaidByContract({ file, mode }) && isTold ? drawsOfFew : drawsOfMany
}
