/**
 * Simulation: invents lives from assumptions and runs them through the compiled terms, the valuation and the cash flows.
 *
 * Chance comes from a seed and the number of a chunk of draws, never from a worker, and sums are taken in the order of
 * chunks: the same seed gives the same bits for any number of workers, in Node and in a browser.
 */
export { type Distribution, type DistributionFault, type Sampler, faultOf, samplerOf } from './distribution.ts'
export { type RankCorrelation, arePossible, drawerOf } from './correlation.ts'
export { Stream } from './stream.ts'
