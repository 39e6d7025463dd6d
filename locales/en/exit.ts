/** Stopping early, in English. */
import { sentence } from '../numbers.ts'
import { type ExitWords } from '../wording/exit.ts'

export const exit: ExitWords = {
  title: 'Stopping early',
  lead: (day) => `If the agreement ends on ${day}`,
  sides: {
    agreed: 'Rule of the agreement',
    payer: "The payer's account",
    investor: "The investor's account",
    other: 'Rule',
  },
  expected: {
    'not-paid': () => 'nothing for what is still open',
    'planned-rate': (share) => `open results at the planned success rate, ${share} paid`,
    'planned-rest': (share) => `what is missing of the planned number, ${share} paid`,
    'rate-so-far': (share) => `open results at the share that has met the goal so far, ${share} paid`,
  },
  columns: {
    rule: 'Rule',
    reached: 'Reached',
    expected: 'Expected',
    withheld: 'Taken by limits',
    total: 'Total',
    paidBefore: 'Paid',
    payable: 'Payable',
    rate: "Investors' return a year",
  },
  apart: (amount) => sentence(`The two accounts are ${amount} apart`),
  open: 'Open that day',
  openColumns: { payment: 'Payment', count: 'Open results', ifAllMet: 'Worth if all are met' },
  rateOf: (rate) => `expected share ${rate}`,
  noRate: 'no share to go by',
  unknownWorth: 'no upper worth',
  handOver: (payable, count) =>
    `If what is open goes on in a new effort, ${payable} is paid here, and the new effort takes over ${String(count)} open results; they must not be paid in both places.`,
  noOpen: 'Nothing is open that day, so there is nothing to hand over.',
  noExitClause: 'The terms do not say what is paid when the agreement ends early.',
  notARule: (text) =>
    `“${text}” is no rule. Write not-paid, planned-rate, planned-rest or rate-so-far, and a share if you like: “planned-rate 50 %”.`,
  form: {
    on: 'The agreement ends on',
    payer: "The payer's rule",
    investor: "The investor's rule",
    show: 'Work out',
    asAgreed: 'not chosen',
  },
  link: 'What if the agreement ends early?',
}
