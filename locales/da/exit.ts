/** At slutte før tid, på dansk. */
import { sentence } from '../numbers.ts'
import { type ExitWords } from '../wording/exit.ts'

export const exit: ExitWords = {
  title: 'Slutte før tid',
  lead: (day) => `Hvis aftalen slutter den ${day}`,
  sides: { agreed: 'Aftalens regel', payer: 'Betalerens opgørelse', investor: 'Investorens opgørelse', other: 'Regel' },
  expected: {
    'not-paid': () => 'intet for det, der endnu er åbent',
    'planned-rate': (share) => `åbne resultater efter den planlagte succesrate, ${share} betalt`,
    'planned-rest': (share) => `det, der mangler i det planlagte antal, ${share} betalt`,
    'rate-so-far': (share) => `åbne resultater efter den andel, der hidtil har nået målet, ${share} betalt`,
  },
  columns: {
    rule: 'Regel',
    reached: 'Nået',
    expected: 'Ventet',
    withheld: 'Taget af lofter og fradrag',
    total: 'I alt',
    paidBefore: 'Betalt',
    payable: 'Til betaling',
    rate: 'Investorernes afkast om året',
  },
  apart: (amount) => sentence(`Mellem de to opgørelser er der ${amount}`),
  open: 'Åbent den dag',
  openColumns: { payment: 'Betaling', count: 'Åbne resultater', ifAllMet: 'Værdi, hvis alle nås' },
  rateOf: (rate) => `ventet andel ${rate}`,
  noRate: 'ingen andel at gå efter',
  unknownWorth: 'uden øvre værdi',
  handOver: (payable, count) =>
    `Går det åbne videre i en ny indsats, betales der ${payable} her, og den nye indsats overtager ${String(count)} åbne resultater; de må ikke betales begge steder.`,
  noOpen: 'Intet er åbent den dag, så der er intet at give videre.',
  noExitClause: 'Vilkårene siger ikke, hvad der betales, når aftalen slutter før tid.',
  notARule: (text) =>
    `»${text}« er ingen regel. Skriv not-paid, planned-rate, planned-rest eller rate-so-far, og gerne en andel: »planned-rate 50 %«.`,
  form: {
    on: 'Aftalen slutter den',
    payer: 'Betalerens regel',
    investor: 'Investorens regel',
    show: 'Regn',
    asAgreed: 'ikke valgt',
  },
  link: 'Hvad hvis aftalen slutter før tid?',
}
