/**
 * Investment: dated cash flows of each investor, what they give, and in which order losses and gains fall. Knows no contract.
 */
export { RateFinder, type RatesFound } from './rate-finder.ts'
export { type Return, returnOn } from './irr.ts'
