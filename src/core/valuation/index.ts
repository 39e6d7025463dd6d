/**
 * Valuation: what an intervention is worth, to whom, and when. Knows no contract.
 *
 * The catalogue holds prices, indexes, discount rates and the figures of dated rules, each with its source; `rules/` says who
 * pays what of a cost under the law of a day. Floating point, in kroner: nothing here decides a payment.
 */
export {
  type AccountFunction,
  type BothLanguages,
  type BudgetOwner,
  type Catalogue,
  type Confidence,
  type DiscountStep,
  type Grade,
  type IndexEstimate,
  type Law,
  type Origin,
  type Price,
  type PriceUnit,
  type Provenance,
  type Reform,
  type RefundKind,
  type RuleFigure,
  type RuleUnit,
  type Validity,
} from './catalogue/index.ts'
export { type PriceFound, type PriceUse, priceOn } from './catalogue/index.ts'
export { type Indexed, type IndexUse, indexed, priceInYear } from './catalogue/index.ts'
export { type DiscountWhen, discountFactor, discountGuide, presentValue, yearsAhead } from './catalogue/index.ts'
