/** The questions when an agreement is begun. */
import { type NewWords } from '../wording/new.ts'

export const newAgreement: NewWords = {
  opening: 'Answer ten questions, or press Enter for what stands in brackets. All of it can be changed afterwards.',
  questions: {
    title: 'What is the agreement called?',
    kind: 'How is the money given: grant (conditional), loan (to the provider), pool (internal) or donation?',
    currency: 'Which currency?',
    payer: 'Who pays when the goal is met?',
    payee: 'Who is paid?',
    from: 'The first day of the agreement?',
    through: 'The last day of the agreement?',
    people: 'How many people is it for?',
    goal: 'What is to be achieved for each of them?',
    price: 'What is paid for each person who meets the goal?',
  },
  otherwise: (text) => ` (${text})`,
  needed: 'This must be answered.',
  missing: (options) => `Without a terminal to ask in, ${options} is missing.`,
  notACurrency: (text) => `“${text}” is no currency. Write the code of three letters, such as DKK.`,
  notAnAmount: (text) => `“${text}” is no amount. Write, for instance, 50000.`,
  notANumber: (text) => `“${text}” is no number of people. Write a whole number, such as 25.`,
  wrongOrder: 'The last day comes before the first.',
  kindUnknown: (text, known) => `“${text}” is no way of giving money here. Choose among ${known}.`,
  payerDefault: 'The municipality',
  payeeDefault: 'The investor',
  goalDefault: 'The goal is met',
  done: (folder) => `The agreement is written in ${folder}. What the template chose by itself is marked as assumed.`,
  next: (folder) => `Read it aloud with bundlinje words ${folder}, and look for faults with bundlinje check ${folder}.`,
}
