/** What the municipality's budgets gain or lose, freed capacity left out; every case has the municipality among its owners. */
import { type CaseReport } from '../core/valuation/index.ts'

export const municipalityNet = ({ budgets }: Pick<CaseReport, 'budgets'>) =>
  budgets.find(({ authority }) => authority === 'municipality')!.net
