/** Spørgsmålene, når en aftale begyndes. */
import { type NewWords } from '../wording/new.ts'

export const newAgreement: NewWords = {
  opening: 'Svar på ti spørgsmål, eller tryk Enter for det, der står i parentes. Alt kan rettes bagefter.',
  questions: {
    title: 'Hvad hedder aftalen?',
    kind: 'Hvordan gives pengene: grant (betinget tilskud), loan (lån til leverandør), pool (intern pulje) eller donation?',
    currency: 'Hvilken valuta?',
    payer: 'Hvem betaler, når målet nås?',
    payee: 'Hvem betales der til?',
    from: 'Aftalens første dag?',
    through: 'Aftalens sidste dag?',
    people: 'Hvor mange personer omfatter den?',
    goal: 'Hvad skal være opnået for den enkelte?',
    price: 'Hvad betales for hver person, der når målet?',
  },
  otherwise: (text) => ` (${text})`,
  needed: 'Det skal besvares.',
  missing: (options) => `Uden en terminal at spørge i mangler ${options}.`,
  notACurrency: (text) => `»${text}« er ikke en valuta. Skriv koden på tre bogstaver, fx DKK.`,
  notAnAmount: (text) => `»${text}« er ikke et beløb. Skriv fx 50000 eller 50.000 kr.`,
  notANumber: (text) => `»${text}« er ikke et antal. Skriv et helt tal, fx 25.`,
  wrongOrder: 'Den sidste dag kommer før den første.',
  kindUnknown: (text, known) => `»${text}« er ikke en måde at give penge på her. Vælg mellem ${known}.`,
  payerDefault: 'Kommunen',
  payeeDefault: 'Investoren',
  goalDefault: 'Målet er nået',
  done: (folder) => `Aftalen er skrevet i ${folder}. Det, skabelonen selv har valgt, er mærket som antaget.`,
  next: (folder) => `Læs den højt med bundlinje words ${folder}, og se efter fejl med bundlinje check ${folder}.`,
}
