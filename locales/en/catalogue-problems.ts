/** What is wrong with the price catalogue, and what to know of a price, an index or a rule before reckoning with it. */
import { type CatalogueProblems, type ProblemFacts } from '../wording/problems.ts'

const confidences: Record<string, string> = {
  A: 'the authority itself',
  B: 'second hand, or one provider',
  C: 'a weak source',
}

const grades: Record<string, string> = {
  invented: 'invented',
  unverified: 'not verified',
}

/** Nothing more is said of U: the source stands right after it. */
const trust = (grade: string): string => (grade in confidences ? `${grade}: ${confidences[grade]!}` : grade)

/** Why the figure is doubtful, and where it stands. */
const doubt = (facts: ProblemFacts): string =>
  `${grades[facts.text('grade')] ?? 'without a source'} (confidence ${trust(facts.text('confidence'))}).\nSource: ${facts.text('source')}`

const by = (facts: ProblemFacts): string => (facts.text('by') === '' ? '' : ` ${facts.text('by')}.`)

export const catalogueProblems: CatalogueProblems = {
  'catalogue-file-unknown': (facts) =>
    `A price catalogue has no file called ${facts.text('file')}.csv. It may have ${facts.listed('known')}.`,
  'catalogue-column-unknown': (facts) => ({
    says: `The catalogue knows no column called “${facts.text('column')}”, so what stands in it would not be read.\nThe columns of the file may be called ${facts.listed('known')}.\nMend the name in the first line of the file, or delete the column.`,
    lead: 'Call the column:',
  }),
  'catalogue-source-missing': () =>
    'The row has no source. A figure without a source is not used.\nWrite in the column source where the figure stands, or who gave it.',
  'catalogue-year-missing': (facts) =>
    `The price “${facts.text('id')}” has no price year, so it cannot be carried to the prices of other years.\nWrite in the column price-year which year's prices it is in.`,
  'catalogue-row-twice': (facts) =>
    `“${facts.text('id')}” has two rows that hold on ${facts.day('on')}; the other is line ${facts.number('other')} of ${facts.text('file')}. Only one can.\nDelete one of them, or mend the day on which it begins or ends.`,
  'catalogue-index-unknown': (facts) =>
    `The price is to be carried by “${facts.text('name')}”, but indexes.csv has only ${facts.listed('known')}.`,
  'catalogue-benefit-unknown': (facts) =>
    `The reform ends or closes “${facts.text('name')}”, but the catalogue has no benefit of that name.`,
  'catalogue-word-unknown': (facts) =>
    `The column ${facts.text('column')} may be ${facts.either('known')}, not “${facts.text('value')}”.`,
  'catalogue-value-impossible': (facts) =>
    facts.text('most') === ''
      ? `The row holds until ${facts.day('value')}, but begins only on ${facts.day('least')}.`
      : `The column ${facts.text('column')} must be between ${facts.number('least')} and ${facts.number('most')}, not ${facts.number('value')}.`,
  'catalogue-steps-broken': (facts) =>
    `The steps of the discount rate “${facts.text('guide')}” do not join at year ${facts.text('from')}.\nThe first step begins in year 1, each next one in the year after the one before, and the last has no end.`,
  'catalogue-writing-unclear': (facts) => ({
    says: `The column ${facts.text('column')}: “${facts.text('value')}” can be read in more than one way, or is not written as the rest of the catalogue is.`,
    lead: 'Write it in the field so that it can only be read in one way, or write in reading.yaml beside the file how all numbers and dates are written:',
    means: (paste) => (/^(numbers|dates):/.test(paste) ? 'in reading.yaml' : 'in the field'),
  }),
  'price-unknown': (facts) => `The price catalogue has no price called “${facts.text('id')}”.`,
  'price-not-yet-valid': (facts) =>
    `The price “${facts.text('id')}” holds from ${facts.day('from')}, but is used on ${facts.day('on')}.`,
  'price-ended': (facts) =>
    `“${facts.text('id')}” no longer exists on ${facts.day('on')}; its last day was ${facts.day('through')}.${by(facts)}`,
  'price-closed': (facts) =>
    `“${facts.text('id')}” takes in nobody new from ${facts.day('from')}.${by(facts)}\nWhoever has the benefit already may still have it.`,
  'price-old': (facts) =>
    `The price “${facts.text('id')}” is of ${facts.text('stated')}, ${facts.number('age')} years older than the prices of the calculation (${facts.text('year')}).\nA newer one should be found, say in the municipality's own accounts.`,
  'price-year-uncertain': (facts) =>
    `The price year of “${facts.text('id')}” is not stated; it lies between ${facts.text('earliest')} and ${facts.text('latest')}.\nIt is reckoned as ${facts.text('latest')}, so that the price is regulated least.`,
  'price-unverified': (facts) => `The price “${facts.text('id')}” is ${doubt(facts)}`,
  'price-index-missing': (facts) =>
    `The price “${facts.text('id')}” is in prices of ${facts.text('stated')} and is to be used in those of ${facts.text('year')}, but the catalogue does not say what it is regulated by.\nWrite a family of indexes.csv in the column index, in your own catalogue.`,
  'index-unknown': (facts) =>
    `The catalogue has no price and wage index called “${facts.text('family')}”. It has ${facts.listed('known')}.`,
  'index-year-missing': (facts) => ({
    says: `From prices of ${facts.text('from')} to those of ${facts.text('to')}, “${facts.text('family')}” lacks a percentage for ${facts.listed('years')}${facts.text('knownAt') === '' ? '' : `, as known on ${facts.day('knownAt')}`}.\nA year without a figure is not taken for zero.`,
    lead: 'Write a row in indexes.csv of your own catalogue that begins so:',
  }),
  'discount-guide-unknown': (facts) => `The catalogue has no discount rate called “${facts.text('guide')}”.`,
  'discount-current-prices': () =>
    'The amounts are in current prices, and the discount rate is real. Rising prices would be taken for a loss.\nCarry the amounts to the prices of one year first.',
  'rule-figure-missing': (facts) =>
    `The rule “${facts.text('rule')}” has no figure for “${facts.text('figure')}” on ${facts.day('on')}.\nWrite it in rules.csv of your own catalogue, with its source.`,
  'rule-figure-old': (facts) =>
    `${facts.text('label')} is at the level of ${facts.text('level')} and is not regulated up to ${facts.text('year')}.\nWrite the regulated amount in rules.csv of your own catalogue.`,
  'rule-figure-level': (facts) =>
    `“${facts.text('label')}” is at the level of ${facts.text('level')}, but the amounts of the case are in prices of ${facts.text('year')}, so the limit is reached at the wrong place.\nWrite the amount at the level of ${facts.text('year')} in rules.csv of your own catalogue.`,
  'rule-figure-per-use': (facts) =>
    `“${facts.text('label')}” is a limit of one admission or visit, but the price is for one ${facts.text('unit')}, so the limit is held against each ${facts.text('unit')} and may never be reached.\nWrite what one admission or visit costs, per: case.`,
  'rule-figure-unverified': (facts) => `${facts.text('label')} is ${doubt(facts)}`,
}
