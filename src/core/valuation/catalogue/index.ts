/**
 * The price catalogue: dated figures with their sources, read from tables, looked up by day.
 *
 * `priceOn` finds the price of a day and says what a reader must know of it; `indexed` carries an amount to another price
 * year; `discountFactor` and `presentValue` discount by a named guide. A local catalogue lies on top of the national one.
 */
export {
  type AccountFunction,
  type BothLanguages,
  type BudgetArea,
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
} from './catalogue.ts'
export { budgetAreas, budgetOwners, catalogueCurrency, confidences, grades, priceUnits, refundKinds } from './catalogue.ts'
export { type PriceFound, type PriceUse, isDoubtful, priceOn } from './price-on.ts'
export { type Indexed, type IndexUse, indexed, priceInYear } from './indexed.ts'
export { type CatalogueLayer, type CatalogueRead, readCatalogue } from './read-catalogue.ts'
export { catalogueTables, tableCsv } from './write-catalogue.ts'
export { type CatalogueFile, type Cell, type PlainTable, type TableColumn } from './table.ts'
export { tableKinds } from './kinds.ts'
export { type DiscountWhen, discountFactor, discountGuide, presentValue, yearsAhead } from './discounting.ts'
