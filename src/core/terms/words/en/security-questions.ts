/** The questions that the investors' terms may leave open, and what each answer means. */
import { type Questions } from '../wording.ts'

export const securityQuestions: Questions = {
  within: {
    question: 'How is money shared between classes with the same number in the order?',
    money: 'If there is not enough for all, it decides who bears most of the loss.',
    answers: {
      'by-principal': 'by the principal each has outstanding',
      'by-due': 'by what each is due, coupon included',
    },
  },
  'unpaid-coupon': {
    question: 'What becomes of a coupon there is no money for?',
    money: 'If it bears interest, the claim grows; if it lapses, the investor has lost it.',
    answers: {
      'stands-over': 'it stands over without interest',
      'bears-interest': 'it bears interest at the same rate',
      lapses: 'it lapses',
    },
  },
  'coupon-due': {
    question: 'When does the coupon fall due?',
    money: 'A coupon that has fallen due and is not paid bears interest, or is lost, from that day.',
    answers: {
      'each-settlement': 'on the days that are settled to',
      'each-year': 'each year on the anniversary of the beginning of the agreement',
      'each-half-year': 'each half-year from the beginning of the agreement',
      'each-quarter': 'every third month from the beginning of the agreement',
    },
  },
  'pays-first': {
    question: 'Does a payment cover the coupon or the principal first?',
    money: 'If the principal is covered first, less interest runs.',
    answers: { coupon: 'the coupon first', principal: 'the principal first' },
  },
  covers: {
    question: 'Which loss does the guarantee cover?',
    money:
      'The first loss is covered krone for krone up to the amount; a share leaves the investor a part of each krone.',
    answers: { 'first-loss': 'the first loss', 'share-of-loss': 'a share of any loss' },
  },
  'security.share': {
    question: 'How large a share of a loss does the guarantee cover?',
    money: 'The investor bears the rest of every krone lost.',
    answers: { '50 %': 'half', '75 %': 'three quarters' },
  },
  'security.rate': {
    question: 'At which rate does what waits bear interest?',
    money: 'The rate is multiplied onto the amount for each year it waits.',
    answers: { '3 %': '3% a year', '5 %': '5% a year' },
  },
  scaled: {
    question: 'Is the size of the guarantee fixed?',
    money: 'If only a part of the money is drawn, a guarantee that follows it is smaller in proportion.',
    answers: { fixed: 'yes, the amount is the same', 'with-drawn-money': 'no, it follows the money drawn' },
  },
  called: {
    question: 'Is the guarantee paid before or after the money is shared among the classes?',
    money: 'Before, it goes to the class that stands first; after, it goes to those who have lost.',
    answers: { 'before-waterfall': 'before the sharing', 'after-waterfall': 'after the sharing' },
  },
  unused: {
    question: 'What becomes of the part of the guarantee that is not used?',
    money: "If it can be used again, the guarantor's money is tied up no longer than to the end of the agreement.",
    answers: { lapses: 'it lapses', 'used-again': 'it may be given as a guarantee again' },
  },
  coupons: {
    question: 'Is the return an investor has got set off against the loss?',
    money: 'If it is, the amount covered is smaller.',
    answers: { 'set-off': 'yes, it is set off', 'not-set-off': 'no, only principal repaid counts' },
  },
  'paid-by': {
    question: 'Who pays it?',
    money: 'The amount is the same; it decides who has to find the money.',
    answers: {
      payer: 'the payer',
      provider: 'the provider',
      intermediary: 'the intermediary',
      guarantor: 'the guarantor',
    },
  },
  'part-year': {
    question: 'Does a year count if the agreement ends in the middle of it?',
    money: 'If it counts by its days, a coupon is paid for them.',
    answers: { 'by-days': 'yes, by the days that have passed', 'not-counted': 'no' },
  },
  against: {
    question: 'Is the fixed coupon a minimum or an addition?',
    money: 'An addition is paid every year; a minimum only when the payment of the year is lower.',
    answers: { highest: 'a minimum', 'in-addition': 'an addition' },
  },
  short: {
    question: 'What happens when the account does not cover a payment?',
    money: 'If the rest waits, the receiver may never get it.',
    answers: { waits: 'the rest waits', 'payer-pays': 'the payer pays the rest itself' },
  },
  late: {
    question: 'Does what waits bear interest?',
    money: 'The interest is added to what is due.',
    answers: { 'no-interest': 'no', interest: 'yes, at the rate' },
  },
  grants: {
    question: 'Are other grants for the same outlay set off?',
    money: 'Otherwise one outlay may be covered several times.',
    answers: { 'set-off': 'yes, they are set off', 'not-set-off': 'no' },
  },

  // The guarantee and the cap on return of a fund
  'guarantee.called': {
    question: 'Is the guarantee handed out as the other money of the fund, or does it go to those who have lost?',
    money:
      'Before the sharing, those who bear no first loss have theirs covered first; after it, it is divided by what each has lost.',
    answers: {
      'before-waterfall': 'it is handed out as other money',
      'after-waterfall': 'it goes to those who have lost',
    },
  },
  'return-cap.counted': {
    question: 'Is the return of the investors reckoned with simple or compound interest?',
    money: 'Over several years compound interest leaves them room for more; it is the internal rate that is held down.',
    answers: { simple: 'with simple interest', compound: 'with compound interest, as the internal rate' },
  },
  'return-cap.on': {
    question: 'On which money is the return of the investors reckoned?',
    money: 'On money that is only committed, there is room for a larger return.',
    answers: {
      'drawn-money': 'the money paid in',
      'committed-money': "the money committed, from the fund's first day",
    },
  },
  'return-cap.rest': {
    question: 'What becomes of what is above the cap?',
    money: "If it stays in the fund, less is called for new projects; if it is paid out, it is the investors' no more.",
    answers: {
      recycled: 'it stays in the fund and is used before anybody is called',
      'paid-out': 'it is paid to whoever stands under to',
    },
  },
}
