/**
 * Simulation: invents lives from assumptions and runs them through the compiled terms, the valuation and the cash flows.
 *
 *     new Simulation(compiled, contract)     a case, and the contract that says what is paid in it, if it has one
 *     .draw({ seed, chunk, draws })          draws as columns: inputs, worth by owner and year, the investor's flows
 *     forecastOf(compiled, draws)            means with their error, bands, chances, what each estimate is worth knowing
 *     drawFund(fund, { seed, draws })        a fund whose projects go well or badly, each by itself
 *
 * Chance comes from a seed and the number of a chunk of draws, never from a worker, and sums are taken in the order of
 * chunks: the same seed gives the same bits for any number of workers, in Node and in a browser. The simulation has no
 * terms of its own: what a contract pays is asked of the ordinary engine, for each different life or for each draw.
 */
export { type ChunkWanted, Simulation, chunksOf } from './simulate.ts'
export { drawsOfMany, drawsUsual } from './draws-usual.ts'
export { type Draws, emptyDraws, joined, rowsIn } from './draws.ts'
export {
  type EstimateForecast,
  type Forecast,
  type InvestorForecast,
  type OwnerForecast,
  drawHeader,
  drawRows,
  forecastOf,
} from './forecast.ts'
export {
  type DrawnSecurity,
  type ExpectedAmount,
  type FundForecast,
  type FundToDraw,
  type MoneySpread,
  type DrawnReceipts,
  type ProjectSpread,
  drawFund,
} from './fund-draws.ts'
export { type Influence } from './influence.ts'
export { contractFit } from './contract-fit.ts'
export { type LinkedTerms, isPaidByContract, linkContract, payersMissing, payersOf } from './link-contract.ts'
export { type LimitsInDraws, type Once } from './once.ts'
export { type Estimated, type Histogram, levels } from './statistics.ts'
export { type Tie } from './way.ts'
export { problemsOfInputs } from './varying-inputs.ts'
