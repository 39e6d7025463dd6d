/** Keys of `in-contract`, for the workbook and the workshop. */
export const inContractKeys: Readonly<Record<string, string>> = {
  'in-contract': 'Tied to the contract',
  followed: 'Groups that are followed',
  who: 'Who in the contract',
  goal: 'Goal in the contract',
  'at-least': 'Success from',
  dates: 'With several dates',
  dropouts: 'Counted as dropouts',
  completes: 'The course has ended',
  exit: 'The contract is left',
  facts: 'Facts in the contract',
  measure: 'Measure',
  event: 'At',
  spells: 'In and out',
  values: 'Measured values',
}
