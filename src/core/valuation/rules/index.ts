/**
 * Dated rules: who pays what of a cost, under the law of each day or, with `law: { asOf }`, under that of one day for all.
 *
 * Each is a pure function of a stream of use and the figures of the catalogue; `sharedUse` runs any of them by its name. What a
 * saving is worth to a municipality is the cost without the intervention less the cost with it, after both have been through the
 * same function.
 */
export { type RuleUse, ruleValue } from './figures.ts'
export {
  type RuleTraits,
  type SharedUse,
  type SharingRule,
  type UseOfService,
  daysPerUnit,
  ruleEnded,
  ruleTraits,
  sharedUse,
  sharingRules,
} from './by-name.ts'
export { type DailyUse, type PeriodSplit, type Split, type SplitByPeriod } from './split.ts'
export { type LadderUse, type LadderWeek, type SupportWeek, refundLadder } from './refund-ladder.ts'
export { shelterRefund } from './shelter.ts'
export { supportAtHomeRefund } from './support-at-home.ts'
export { crisisCentreRefund } from './crisis-centre.ts'
export { type Household, type HouseholdMember, centralRefund } from './central-refund.ts'
export { type HealthService, type HealthSplit, healthCofinancing, healthServices } from './health-cofinancing.ts'
export {
  type Grant,
  type GrantTerms,
  foundationVat,
  foundationVatOn,
  grantGivers,
  grantPurposes,
} from './foundation-vat.ts'
export { type VatPart, type VatTreatment, vatOn } from './vat.ts'
