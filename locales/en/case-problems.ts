/** What is wrong with a business case, or what its reader must know. */
import { type CaseProblems, type ProblemFacts } from '../wording/problems.ts'

/** The six steps that are signed off, within a sentence. */
const signedSteps: Readonly<Record<string, string>> = {
  'target-group': 'target group',
  cost: 'cost of the effort',
  'success-rate': 'success rate',
  consequences: 'consequences',
  prices: 'prices',
  result: 'result',
}

const faults: Readonly<Record<string, string>> = {
  units: 'its figures have different units',
  order: 'its figures do not rise from the lowest to the highest',
  width: 'it has no width; if the number is certain, write is',
  two: 'there must be two figures',
  positive: 'its figures must be above zero',
}

const units: Readonly<Record<string, string>> = {
  money: 'an amount',
  share: 'a share',
  months: 'a number of months',
  number: 'a plain number',
}

/** A year has no thousands. */
const number = (facts: ProblemFacts, name: string): string =>
  facts.text('key') === 'price-year' ? facts.text(name) : facts.number(name)

export const caseProblems: CaseProblems = {
  'case-empty': () => 'The file is empty. A business case begins with “bundlinje-case: "1.0"” and a title.',
  'case-ways': (facts) =>
    facts.items('found').length === 0
      ? `Exactly one of these must stand here: ${facts.items('ways').join(' · ')}.`
      : `Exactly one of these must stand here: ${facts.items('ways').join(' · ')}.\nWhat stands is ${facts.listed('found')}, so it is unclear what holds.`,
  'distribution-improper': (facts) =>
    `The estimate “${facts.text('name')}” is no distribution: ${faults[facts.text('fault')] ?? facts.text('fault')}.`,
  'estimate-unit': (facts) =>
    `This takes ${units[facts.text('wants')] ?? ''}, but the estimate “${facts.text('name')}” is ${units[facts.text('has')] ?? ''}.`,
  'share-outside': (facts) =>
    facts.text('found') === 'no-bounds'
      ? 'A share cannot be below 0 or above 100%, and this estimate can. Write its bounds: within: [0 %, 100 %].'
      : `${facts.share('found')} is no share of anything: it must lie between 0 and 100%.`,
  'shares-not-whole': (facts) =>
    `The shares make ${facts.share('total')} together. They must make 100%.${facts.is('isCourse') ? '\nWhere one is uncertain, another must be “rest”.' : ''}`,
  'counted-twice': (facts) =>
    `“${facts.text('name')}” and “${facts.text('other')}” are the same change for the same people: both stand under “${facts.text('heading')}”. It can be counted only once.\nDelete one of them, or give each a group of its own.`,
  'cost-negative': (facts) =>
    `${
      facts.text('estimate') === ''
        ? 'A cost cannot be below zero.'
        : facts.text('found') === 'no-bounds'
          ? `A cost cannot be below zero, but the estimate “${facts.text('estimate')}” has no lower bound. Write within: [0 kr, …].`
          : `A cost cannot be below zero, but the estimate “${facts.text('estimate')}” can be ${facts.number('found')}.`
    }\nCosts are written without a minus. Income or a saving is an effect and belongs under consequences; money back to whoever finances belongs under finance as a repayment.`,
  'consequence-price-missing': () =>
    'The change is counted in units, but nothing says what a unit costs.\nWrite a price of the catalogue or one of the case itself.',
  'refund-needs-use': (facts) =>
    facts.is('isCost')
      ? `The rule “${facts.text('rule')}” looks at what one person uses month by month, but the cost is paid for everybody together.\nState the cost per person, such as per: person-month.`
      : `The rule “${facts.text('rule')}” looks at use month by month, so it cannot be used on an amount a year.\nWrite what is used without and with the effort instead: without and with.`,
  'refund-owner': (facts) =>
    facts.text('of') === 'region'
      ? `Co-financing is about what the region spends, but this is borne by ${facts.listed('owners')}.\nState the region as the one who bears it; the municipality's share follows from the rule.`
      : `The state refunds only what the municipality spends, but this is also borne by ${facts.listed('owners')}.\nSplit it in two: the municipality's with the refund, and the rest without.`,
  'rule-ended': (facts) =>
    `The rule “${facts.text('rule')}” gives nothing any more: from ${facts.day('on')} its share is nothing. After that the whole amount stays with whoever bears the cost.`,
  'household-without-children': () =>
    'The central refund scheme adds up only children and the young in aftercare, and there are not two of them here.\nAn adult is a case alone: write household: alone.',
  'grant-not-given': (facts) =>
    `Foundation VAT is taken only of money that a foundation, an association or somebody else gives the municipality. This cost is borne by “${facts.text('bearer')}”, so nobody gives anything.\nRemove grant.`,
  'grant-repaid': () =>
    'The money is given to the municipality, but paid back by results. Whether that is a grant of which foundation VAT is taken is not verified: ask a lawyer.',
  'vat-unsaid': (facts) => ({
    says: `The price “${facts.text('price')}” is with VAT, and the case does not say how much of it the municipality gets back.`,
    lead: 'Write for example:',
  }),
  'vat-twice': (facts) =>
    facts.text('has') === 'in'
      ? `The price “${facts.text('price')}” is with VAT already. If VAT is added again, it is counted twice.`
      : `The price “${facts.text('price')}” is without VAT. If VAT is taken off again, it is counted twice.`,
  'month-outside': (facts) =>
    facts.text('least') === ''
      ? `Month ${facts.text('month')} lies after the last of the case, which is ${facts.text('most')}.`
      : `Month ${facts.text('month')} lies before month ${facts.text('least')}, in which it begins.`,
  'number-outside': (facts) =>
    facts.text('most') === ''
      ? `It cannot be ${number(facts, 'found')} here: it must be at least ${number(facts, 'least')}.`
      : `It cannot be ${number(facts, 'found')} here: it must be from ${number(facts, 'least')} to ${number(facts, 'most')}.`,
  'premium-idle': () =>
    'The risk premium is added to prices of results only, and there are none here. It therefore moves nothing.',
  'sign-off-outdated': (facts) =>
    `The step has been changed since ${facts.text('by')} signed it off${facts.text('on') === '' ? '' : ` on ${facts.day('on')}`}: ${signedSteps[facts.text('step')] ?? facts.text('step')}.\nThe sign-off is not of the step as it is now. It is to be signed off again.`,
  'estimate-idle': (facts) =>
    `Nothing in the case uses the estimate “${facts.text('name')}”, so it moves nothing. Write its name where the number belongs, or delete the estimate.`,
  'use-impossible': (facts) =>
    `${facts.number('units')} is more than one can use: the price is for one ${facts.text('unit')}, and there are at most ${facts.number('most')} of them in a ${facts.text('per')}.\nIt is in order where several share it; otherwise the unit is another.`,
  'list-empty': () =>
    'The list is empty, so it is unclear whether all or nothing is meant.\nWrite at least one, or delete the line.',
  'stretch-open': () =>
    'Only the last stretch may be without a length; this is not the last, so it is unclear when the next begins.\nWrite how many months it lasts: months: …',
  'owner-reserved': (facts) =>
    `“${facts.text('name')}” is always in a case and cannot be a department as well. Give the department another name.`,
  'repayment-empty': () =>
    'Nothing says what is paid back.\nWrite prices (for results), share-of-saving (a part of the saving) or instalments (fixed ones).',
  'finance-missing': (facts) =>
    `The case chooses “${facts.text('mode')}” but does not say what is then paid back. Write ${facts.text('mode')}: { label: …, repayment: … }.`,
  'correlation-unfit': (facts) =>
    `A correlation is between two different estimates and lies between −1 and 1; here it is ${facts.number('is')}.`,
  'success-window-late': (facts) =>
    `The last to be referred may reach the goal until month ${facts.text('end')}, but results count only through month ${facts.text('through')}. Some results are therefore left out.`,
  'success-below-without': () =>
    'Fewer reach the goal with the effort than would have without it. The case is valued as a loss.\nIf that is not meant, see whether the two figures are exchanged: without is the share who would have reached it anyway.',
  'figure-unsourced': (facts) =>
    `“${facts.text('name')}” does not say where its figures are from, and goes on the list of what is not verified.`,
  'price-year-index': (facts) => ({
    says: `The amount is at the level of ${facts.text('stated')}, but the case reckons at that of ${facts.text('year')}. The index that carries it there is missing.`,
    lead: 'Write, for example:',
  }),
  'data-missing': (facts) =>
    `There are no numbers in the column “${facts.text('column')}” of ${facts.text('file')} in the folder of the case.`,
  'data-manners-mixed': (facts) => ({
    says: `The column ${facts.text('column')}: “${facts.text('value')}” is written the Danish way, but “${facts.text('other')}” on line ${facts.text('line')} is not. So nobody can tell what a point or a comma means in the other numbers of the column.\nWrite all numbers of the column in one way.`,
    lead: 'It can also be said in reading.yaml beside the file how numbers are written. The other numbers of the column are then told until they are mended:',
  }),
  'data-share-ambiguous': (facts) => ({
    says: `The column ${facts.text('column')}: “${facts.text('value')}” has no per cent sign in a column where others have one. It may be per cent or a part of 1, and they differ by a hundred.`,
    lead: 'Put the sign on, or write in reading.yaml beside the file what numbers without a sign are:',
    means: (paste) =>
      paste.endsWith('percent') ? `“${facts.text('value')}” is per cent` : `“${facts.text('value')}” is a part of 1`,
  }),
  'distribution-outside': (facts) =>
    `Next to nothing of the distribution of “${facts.text('name')}” lies within its bounds, so there is nothing to draw. Move the bounds or the figures.`,
  'distribution-no-spread': (facts) =>
    `“${facts.text('name')}” always gives the same number. If it is certain, write is.`,
  'correlations-impossible': (facts) =>
    `The correlations cannot all hold: ${facts.listed('between')}. Two estimates that both follow a third must follow each other as well.`,
  'contract-payer-missing': (facts) => ({
    says: `“${facts.text('payer')}” pays under the contract, but the case does not say who that is.`,
    lead: 'Write under in-contract: payers:, for example:',
  }),
  'measure-of-unfit': (facts) =>
    facts.is('isOfAgreement')
      ? {
          says: `“${facts.text('found')}” is of the agreement and of no single person, so no life shows it.`,
          lead: 'Write it of the agreement, such as:',
        }
      : `“${facts.text('found')}” is measured of each and is not of the agreement, so that ${facts.text('key')} does not fit.${facts.items('known').length === 0 ? '' : `\nOf the agreement: ${facts.listed('known')}.`}`,
  'told-clash': (facts) => {
    const group = facts.text('group')
    return `“${facts.text('measure')}” has already been told of ${group === '' ? 'the agreement' : `“${group}”`} on ${facts.day('day')} (line ${facts.text('otherLine')}), and by the contract two on one day do not count. In the draws neither would count.\nWrite only one of them, or give each days of its own.`
  },
  'measure-undrawn': (facts) =>
    `The contract pays by ${facts.listed('measures')}, but nothing under facts tells of it. In the draws it is as if nobody had looked.\nWrite under facts how it shows, or in a note that the payment is kept out.`,
  'days-backwards': () => 'The last day lies before the first, so that nobody would ever be in it.',
  'case-contract-unreadable': (facts) =>
    `The contract in ${facts.text('folder')} is not there or cannot be run yet. See why with bundlinje check.`,
  'case-contract-unsettled': (facts) =>
    `The contract in ${facts.text('folder')} has open questions and can be read in ${facts.text('readings')} ways. The first answer to each is taken here.`,
  'case-contract-absent': (facts) =>
    `There is no contract in ${facts.text('folder')}. The case can be valued by its own repayment model, but neither be followed nor let a contract say what is paid.\nWrite the folder as it is seen from that of the case.`,
  'case-contract-currency': (facts) =>
    `The case counts in ${facts.text('found')} and its contract in ${facts.text('expected')}, so the payments of the one are none of the other.\nLet the case count in ${facts.text('expected')}.`,
  'case-contract-days': (facts) =>
    `People are referred from ${facts.day('from')} through ${facts.day('through')}, but the contract runs from ${facts.day('begins')} through ${facts.day('ends')}. What is paid for them is what the contract says of people outside its time, and it may be nothing.`,
  'fade-whole': () => ({
    says: 'Of a change that loses all of itself a year nothing is left even in its first month, since it is lost month by month.\nA change that lasts one year is written out.',
    lead: 'Write for example:',
  }),
  'fund-amount-fine': (facts) => ({
    says: `${facts.number('found')} ${facts.text('currency')} cannot be paid: the smallest amount is ${facts.number('least')}, and a rounded amount would be another than the one written.\nWrite the amount without parts of the smallest coin.`,
    lead: 'Write for example:',
  }),
  'fund-contract-beyond': (facts) => {
    const amount = `${facts.number('amount')} ${facts.text('currency')}`
    const known = {
      none: 'No amount is known yet.',
      in: `By what is known now, that is ${amount} to the fund.`,
      out: `By what is known now, that is ${amount} from the fund.`,
    }[facts.text('way') as 'none' | 'in' | 'out']
    return {
      says: `The contract in “${facts.text('name')}” runs through ${facts.day('through')}, but the fund runs through ${facts.day('last')} only. What is paid later is not in the fund's figures. ${known}\nLet the fund run so long, or say in a note who gets it.`,
      lead: 'Write for example:',
    }
  },
  'fund-contract-twice': (facts) =>
    `“${facts.text('name')}” and “${facts.text('other')}” are both the contract in ${facts.text('contract')} for “${facts.text('as')}”, so its money would count twice.\nDelete one of the projects, or write another contract or party.`,
  'fund-contract-uncounted': (facts) => {
    const contract = facts.text('contract')
    const [why, remedy] = {
      'no-contract': [`there is no contract in ${contract}`, 'Write the folder as it is seen from that of the fund.'],
      unreadable: [`the terms in ${contract} cannot be computed`, 'See why with bundlinje check, and mend them.'],
      'other-currency': [
        `${contract} counts in another currency than the fund`,
        'Let the fund count in the currency of the contract.',
      ],
      'no-investor': [
        `${contract} has no investor “${facts.text('as')}”`,
        facts.items('known').length === 0
          ? 'No party of it is an investor.'
          : `Its investors: ${facts.listed('known')}.`,
      ],
    }[facts.text('why') as 'no-contract' | 'unreadable' | 'other-currency' | 'no-investor']
    return `“${facts.text('name')}” is not counted: ${why}. So no sum is that of the whole fund.\n${remedy}`
  },
  'fund-day-outside': (facts) =>
    `The fund runs from ${facts.day('from')} through ${facts.day('through')}, so nothing can move in “${facts.text('name')}” on ${facts.day('on')}.\nMove the amount, or let the fund run so long.`,
  'fund-investors-none': () =>
    'Nobody has promised the fund money, so nobody can be called or paid.\nWrite at least one under investors.',
  'fund-key-idle': (facts) =>
    `“${facts.text('key')}” says something that is not done: it is used with ${facts.text('needs')} only.\nDelete the line, or write ${facts.text('needs')}.`,
  'fund-name-twice': (facts) =>
    `“${facts.text('name')}” and “${facts.text('other')}” are both called “${facts.text('found')}”, so nobody can tell them apart in the fund's tables.\nWrite a name that sets them apart.`,
  'fund-outlay-uncovered': (facts) =>
    `Through the fund's last day there is, as planned, no cover for ${facts.number('lacking')} ${facts.text('currency')} of the outlays, first on ${facts.day('first')}: the investors have promised ${facts.number('committed')} ${facts.text('currency')}, and the fund then has no more money. Nobody gives it to the fund. What comes in covers it before anything is paid out, so that the investors never get more than the projects give.\nRaise the promises, or lower the outlays.`,
  'fund-party-investor': (facts) =>
    facts.text('key') === 'party'
      ? `“${facts.text('found')}” is one of the fund's investors and cannot guarantee the loss of the fund, for it would cover its own.\nWrite the name of the guarantor, or put the investor under first-loss if it is to bear a loss before the others.`
      : `“${facts.text('found')}” is one of the fund's investors, and the cap on return is on all of them together, so it cannot get what is above it.\nWrite another receiver, or write rest: recycled.`,
  'fund-project-beyond': (facts) => ({
    says: `“${facts.text('name')}” costs the fund ${facts.number('spent')} ${facts.text('currency')} in all through its last day, and that is ${facts.number('over')} ${facts.text('currency')} more than the fund has promised the project. The investors are called for that too, as far as they have promised.\nLower the plan, or raise the promise where the fund has decided so.`,
    lead: 'Write for example:',
  }),
  'fund-project-idle': (facts) =>
    `“${facts.text('name')}” has neither a plan nor a contract, so no money moves in it.\nWrite its plan, or the folder of its contract.`,
  'follow-goal-unfit': (facts) =>
    `The goal “${facts.text('goal')}” is not decided for each of those the agreement is about, so nobody can see who has reached it.\nChoose a goal with for: each-subject.`,
  'follow-use-unfit': (facts) => {
    const why = facts.text('why')
    if (why === 'no-fade')
      return `“${facts.text('consequence')}” is no yearly change (change) that can last or cease.\nDelete it under lasts; what is used stands under used.`
    if (why === 'amounts')
      return `“${facts.text('consequence')}” is an amount year by year (by-year), which may fall for other reasons than that the change ceases.\nWrite per-year and fade, or delete it under lasts.`
    return why === 'no-use'
      ? `The case does not say how much each uses in “${facts.text('consequence')}”, so there is nothing to hold the facts against.\nWrite the consequence with without and with, or delete it under used.`
      : `The price of “${facts.text('consequence')}” is not for a day, a week, a month or a year, so time does not say how much is used.\nDelete it under used.`
  },
  'follow-bar': (facts) =>
    facts.is('isMissing')
      ? {
          says: `The goal “${facts.text('goal')}” gives a number and no yes or no, and the case does not say how much is a success.`,
          lead: 'Write for example:',
        }
      : `The goal “${facts.text('goal')}” itself decides who has reached it, so another threshold makes it unclear which counts.\nDelete at-least.`,
  'follow-dates': (facts) => ({
    says: `The goal “${facts.text('goal')}” is decided on several days separately, so the same one can both reach it and not.\nMust it be reached on all of them, or is one enough?`,
    lead: 'Write:',
  }),
  'follow-before-case': (facts) => ({
    says: `The case begins on ${facts.day('begins')}, but ${facts.text('people')} of the agreement's people were referred or started before, the first on ${facts.day('first')}. ${facts.is('isCounted') ? 'They are counted as if it had been in the month before' : 'What happened before the case begins has no month in it'}.\nLet the case begin when the people do, or follow with who only those who came later.`,
    lead: 'Write for example:',
  }),
  'follow-overlap': (facts) =>
    `${facts.text('people')} of the agreement's people belong to several groups of the case and would count more than once. Change who, so that each belongs to one.`,
}
