/**
 * De spørgsmål, et udkast kan lade stå åbne, som en jurist ville stille dem, og hvad hvert svar betyder.
 *
 * Hvert spørgsmål er én sætning; derefter står, hvad der skiller svarene, når der skal betales.
 */
import { type Questions } from '../wording.ts'
import { securityQuestions } from './security-questions.ts'
import { valueQuestions } from './value-questions.ts'

export const questions: Questions = {
  // Personer og tid
  clock: {
    question: 'Fra hvilken dag regnes tiden?',
    money:
      'Alle frister, målevinduer og opfølgningsdatoer flytter med den dag, og dermed også hvornår og om der betales.',
    answers: {
      referral: 'fra visitationen',
      start: 'fra den dag, indsatsen begynder',
      end: 'fra den dag, indsatsen slutter',
      birth: 'fra fødslen',
    },
  },
  governs: {
    question: 'Hvem og hvad gælder ændringen for?',
    money: 'Resultater, der ligger på hver sin side af ændringens dag, betales efter hver sin udgave af vilkårene.',
    answers: {
      'people-started-from': 'dem, der begynder den dag eller senere',
      'results-from': 'resultater, der afgøres den dag eller senere, uanset hvornår folk begyndte',
      everyone: 'alle resultater, også dem, der allerede er afgjort',
    },
  },
  counted: {
    question: 'Hvem tæller med i resultaterne?',
    money: 'Tæller også de, der aldrig kom i gang eller faldt fra, bliver andelene lavere.',
    answers: {
      referred: 'alle, der er visiteret, også de, der aldrig begynder',
      started: 'alle, der er begyndt',
      completed: 'kun de, der har gennemført forløbet',
    },
  },
  pilot: {
    question: 'Tæller de, der var med i prøveperioden?',
    money: 'Deres resultater udløser enten betaling eller gør ikke.',
    answers: { counted: 'de tæller med', 'not-counted': 'de tæller ikke med' },
  },

  // Målinger
  'measures.of': {
    question: 'Hvem er målingen en oplysning om?',
    money: 'Det afgør, om der fås ét tal for familien eller et for hvert barn, og derfor hvor meget der kan udløses.',
    answers: {
      person: 'den enkelte person',
      family: 'familien',
      child: 'hvert barn',
      parent: 'hver forælder',
      agreement: 'aftalen som helhed',
    },
  },
  'measures.unit': {
    question: 'Hvad tælles tallet i?',
    money: 'Timer kan ikke holdes op mod kroner; enheden afgør, hvilke grænser og priser der passer til målingen.',
    answers: {
      money: 'i kroner og øre',
      share: 'i procent',
      number: 'som et rent tal',
      points: 'i point',
      people: 'i personer',
      times: 'i antal gange',
      days: 'i dage',
      hours: 'i timer',
    },
  },
  source: {
    question: 'Hvor kommer oplysningerne fra?',
    money: 'Uden en navngiven kilde kan ingen efterprøve, om der er betalt rigtigt.',
    answers: { kommunens: 'fra kommunens fagsystem', leverandørens: 'fra leverandørens egen registrering' },
  },
  grade: {
    question: 'Hvor uafhængig af betalingen er den, der giver oplysningerne?',
    money: 'Jo tættere den, der måler, står på pengene, jo mere skal der efterprøves, før der betales.',
    answers: {
      register: 'et register, som ingen fører for aftalens skyld',
      'third-party': 'en uafhængig tredjepart',
      authority: 'myndigheden',
      provider: 'leverandøren selv',
      'self-report': 'borgeren selv',
    },
  },
  use: {
    question: 'Må målingen udløse betaling, eller er den kun til læring?',
    money: 'En måling til læring kan ikke betales efter, medmindre parterne skriftligt beslutter det.',
    answers: { payment: 'den må udløse betaling', learning: 'den er kun til læring' },
  },
  'to-means': {
    question: 'Er slutdatoen den sidste dag, der tæller med, eller den første, der ikke gør?',
    money: 'Svaret flytter hver periode med en dag, og dermed dem, der ligger lige på grænsen.',
    answers: {
      'first-day-out': 'den første dag, der ikke tæller med',
      'last-day-in': 'den sidste dag, der tæller med',
    },
  },
  kinds: {
    question: 'Hvilke arter tæller med?',
    money:
      'Er »selvforsørgende« kun ordinært job, eller også fleksjob og uddannelse? Jo flere arter, jo flere når målet.',
    answers: { all: 'de tæller alle', kinds: 'kun disse tæller' },
  },
  overlap: {
    question: 'Hvordan tæller det, når to perioder er registreret for samme døgn?',
    money: 'Tælles døgnet to gange, bliver tallet højere, end kalenderen tillader.',
    answers: {
      once: 'døgnet tæller én gang',
      each: 'hver periode tæller for sig',
      refused: 'det er en fejl, der skal rettes, før noget tæller',
    },
  },
  'same-day': {
    question: 'Hvordan tæller det, når samme hændelse er registreret flere gange på én dag?',
    money: 'Betales der pr. hændelse, kan én dag udløse én betaling eller flere.',
    answers: {
      once: 'de tæller som én',
      each: 'hver tæller for sig',
      refused: 'det er en fejl, der skal rettes, før noget tæller',
    },
  },
  ties: {
    question: 'Hvilken oplysning gælder, når der er flere for samme dag?',
    money: 'De kan ligge på hver sin side af grænsen for betaling.',
    answers: {
      highest: 'den højeste',
      lowest: 'den laveste',
      'latest-recorded': 'den, der er registreret senest',
      sum: 'de lægges sammen',
      refused: 'ingen, før fejlen er rettet',
    },
  },
  'no-record': {
    question: 'Betyder en tom registrering, at intet er sket, eller at det ikke vides?',
    money: 'Det første giver et resultat, der kan betales for; det andet er umålt og venter.',
    answers: { none: 'at intet er sket', unknown: 'at det ikke vides, og at resultatet er umålt' },
  },

  // Mål
  when: {
    question: 'Hvornår afgøres målet?',
    money: 'Uden en dato kan ingen sige, hvornår pengene forfalder, og hvilke oplysninger der tæller.',
    answers: { '{ at: end }': 'når forløbet slutter', '{ at: agreement end }': 'når aftalen udløber' },
  },
  decided: {
    question: 'Udløser hver dato sin egen betaling, skal målet være nået på dem alle, eller er én nok?',
    money: 'Samme forløb kan udløse betaling flere gange, én gang eller slet ikke.',
    answers: {
      'each-date': 'hver dato afgøres og betales for sig',
      'all-dates': 'målet skal være nået på alle datoerne',
      'any-date': 'det er nok, at målet er nået på én af datoerne',
    },
  },
  'when.from': {
    question: 'Fra hvilken dag regnes de gentagne opfølgninger?',
    money: 'Dagen flytter alle opfølgningsdatoerne, og dermed betalingerne.',
    answers: { start: 'fra opstart', end: 'fra afslutning', 'agreement start': 'fra aftalens begyndelse' },
  },
  times: {
    question: 'Hvor mange gange følges der op?',
    money: 'Hver opfølgning kan udløse en betaling.',
    answers: { '1': 'én gang', '2': 'to gange' },
  },
  'at-most': {
    question: 'Hvor mange gange kan samme person udløse betaling?',
    money: 'Uden en grænse kan én person udløse et hvilket som helst beløb.',
    answers: { 'no-limit': 'der er ingen grænse', '1': 'kun én gang' },
  },
  cohort: {
    question: 'Hvad afgør, hvilken kohorte en person hører til?',
    money: 'Flyttes en person til en anden kohorte, kan begge kohorters resultat ændre sig.',
    answers: {
      'start-year': 'året for opstart',
      'referral-year': 'året for visitationen',
      named: 'de kohorter, der er beskrevet under målgruppen',
    },
  },
  'goals.unmeasured': {
    question: 'Hvad sker der, når målet ikke kan måles, fordi oplysningerne mangler?',
    money: 'Den ene part bærer tabet ved, at ingen ved, hvordan det gik.',
    answers: {
      waits: 'afgørelsen venter, til oplysningerne foreligger',
      missed: 'målet regnes for ikke nået',
      met: 'målet regnes for nået',
      'left-out': 'personen holdes ude af opgørelsen',
    },
  },
  leavers: {
    question: 'Hvordan tæller den, der forlader indsatsen af denne grund?',
    money: 'Afgangen bliver enten et nederlag, der ikke betales for, et resultat som målt, eller den holdes udenfor.',
    answers: {
      'left-out': 'personen holdes ude af opgørelsen',
      missed: 'målet regnes for ikke nået',
      'as-measured': 'det, der er målt, tæller',
      waits: 'afgørelsen venter',
      met: 'målet regnes for nået',
    },
  },
  'not-seen': {
    question: 'Hvad gælder for den, der ikke kan følges længe nok?',
    money: 'Svaret flytter personen ind i eller ud af nævneren.',
    answers: {
      unmeasured: 'resultatet er umålt',
      missed: 'målet regnes for ikke nået',
      'left-out': 'personen holdes ude af opgørelsen',
    },
  },
  'late-proof': {
    question: 'Hvad sker der, når dokumentationen kommer for sent?',
    money: 'Betalingen er enten tabt eller kun udskudt.',
    answers: { 'next-statement': 'målet afgøres i den næste opgørelse', lost: 'betalingen bortfalder' },
  },

  ...valueQuestions,
  ...securityQuestions,

  // Betalinger, lofter, betalere og ophør
  'per-unit': {
    question: 'Betales prisen pr. procentpoint, pr. helt procentpoint eller som prisen ganget med andelen?',
    money: '28,4 % gange 1.000 kr. er 28.400 kr., 28.000 kr. eller 284 kr.',
    answers: {
      rounded: 'pr. helt procentpoint',
      'quantity }, 100,': 'pr. procentpoint, også dele af et',
      'this: quantity': 'prisen ganges med andelen',
    },
  },
  reckoned: {
    question: 'Regnes beløbet for hver opfølgningsdato for sig, eller videre fra de tidligere?',
    money:
      'Trin og takster begynder enten forfra på hver dato eller fortsætter, hvor den forrige slap; summen af betalingerne bliver en anden.',
    answers: {
      'each-date': 'hver dato for sig, fra begyndelsen af tabellen',
      'sum-so-far': 'af summen til og med datoen, fratrukket det, de tidligere giver',
      'latest-so-far':
        'af det seneste resultat, fratrukket det, det forrige giver; for resultater, der er gjort op til dato',
      'highest-so-far': 'af det højeste resultat til og med datoen, fratrukket det, det hidtil højeste giver',
    },
  },
  'if-negative': {
    question: 'Hvad sker der, når beløbet bliver negativt?',
    money: 'Enten er bunden nul, eller også skyldes beløbet den modsatte vej.',
    answers: { nothing: 'der betales intet', 'owed-back': 'beløbet skyldes den modsatte vej' },
  },
  per: {
    question:
      'Hvad gælder grænsen for: hver person, hver betalingsbestemmelse, hver dato, hvert år eller aftalen som helhed?',
    money: 'Det samme beløb er langt mere, når det gælder for hver enkelt, end når det gælder for dem alle.',
    answers: {
      subject: 'hver person eller familie',
      'subject-and-year': 'hver person eller familie i hvert år',
      payment: 'hver betalingsbestemmelse',
      'payment-and-year': 'hver betalingsbestemmelse i hvert år',
      month: 'hver kalendermåned',
      quarter: 'hvert kvartal',
      'half-year': 'hvert halvår',
      cohort: 'hver kohorte',
      authority: 'hver myndighed',
      track: 'hvert spor',
      date: 'hver opfølgningsdato',
      year: 'hvert år',
      agreement: 'aftalen som helhed',
    },
  },
  over: {
    question: 'Hvilke betalinger tæller med under loftet?',
    money: 'Tæller det faste honorar med, er der mindre plads til betaling for resultater.',
    answers: {},
  },
  'year-from': {
    question: 'Hvornår begynder et år?',
    money: 'Det afgør, hvilke betalinger der deles om det samme års beløb.',
    answers: { '1 january': '1. januar: kalenderåret', 'agreement start': 'den dato, aftalen begynder' },
  },
  'limits.by': {
    question: 'Regnes kvoten af antallet af resultater eller af beløbet?',
    money: 'Er priserne forskellige, kan 30 % af resultaterne være mere eller mindre end 30 % af pengene.',
    answers: { results: 'antallet af resultater, der betales for', money: 'det beløb, der betales for resultater' },
  },
  'gives-way': {
    question: 'Hvilke betalinger viger, når der ikke er plads til dem alle?',
    money: 'Summen er den samme, men det afgør, hvilke linjer og hvilke personer der ikke betales for.',
    answers: {
      'latest-first': 'de seneste først',
      'earliest-first': 'de tidligste først',
      'in-proportion': 'alle nedsættes forholdsmæssigt',
    },
  },
  rest: {
    question: 'Hvad sker der med den del af årets loft, der ikke blev brugt?',
    money: 'Føres den med over, kan der betales mere i et senere år.',
    answers: { lost: 'den bortfalder', 'next-year': 'den lægges til det næste års loft' },
  },
  'limits.coupons': {
    question: 'Regnes de faste renter, som investoren får ud over betalingerne, med i det afkast, der er loft over?',
    money: 'Regnes de med, kan der betales tilsvarende mindre for resultaterne.',
    answers: {
      counted: 'ja, de er en del af det afkast, der er loft over',
      'not-counted': 'nej, de kommer oven i',
    },
  },
  'limits.counted': {
    question: 'Regnes afkastet med eller uden rentes rente?',
    money: 'Over flere år giver rentes rente plads til en større betaling.',
    answers: { simple: 'uden rentes rente', compound: 'med rentes rente' },
  },
  on: {
    question: 'Hvilke penge regnes afkastet af?',
    money: 'Af penge, der kun er givet tilsagn om, bliver der plads til et større afkast.',
    answers: { 'drawn-money': 'de penge, der er udbetalt', 'committed-money': 'de penge, der er givet tilsagn om' },
  },
  split: {
    question: 'Deler betalerne hver betaling, eller betaler de efter tur?',
    money: 'Efter tur betaler den første alt, indtil dens grænse er nået.',
    answers: { 'by-share': 'de deler efter faste andele', 'in-turn': 'de betaler efter tur' },
  },
  beyond: {
    question: 'Hvem betaler det, der ligger ud over alle betaleres grænser?',
    money: 'Enten er det tabt for modtageren, eller også bærer den sidste betaler det.',
    answers: { nobody: 'ingen', 'last-payer': 'den sidste betaler' },
  },
  overpaid: {
    question: 'Hvad sker der, når en rettelse viser, at der er betalt for meget?',
    money: 'Forskellen kommer tilbage straks, trækkes fra senere eller bliver hos modtageren.',
    answers: {
      reclaimed: 'forskellen kræves tilbage',
      'set-off': 'forskellen modregnes i de følgende betalinger',
      kept: 'den kræves ikke tilbage, men går fra i senere betalinger efter samme bestemmelse',
    },
  },
  rounding: {
    question: 'Hvad afrundes, til hvilket beløb, og hvordan?',
    money: 'Afrundes hvert beløb for sig, kan summen afvige fra den afrundede sum.',
    answers: {
      'each-amount': 'hvert enkelt beløb',
      'each-payment': 'hver betalingslinje',
      'the-statement': 'opgørelsens sum',
    },
  },
  reached: {
    question: 'Hvad betales for de resultater, der er nået, når aftalen ophører før tid?',
    money: 'Alt det hidtil opnåede er enten betalt eller tabt.',
    answers: { 'paid-in-full': 'de betales fuldt ud', 'not-paid': 'de betales ikke' },
  },
  expected: {
    question: 'Betales der for de resultater, som endnu kunne ventes, når aftalen ophører før tid?',
    money: 'De, der er i gang, kan udgøre det meste af det, der endnu kan udløses.',
    answers: {
      'not-paid': 'nej',
      'planned-rate': 'ja, efter den aftalte succesrate',
      'planned-rest': 'ja, det, der mangler i det planlagte antal',
      'rate-so-far': 'ja, efter den andel, der hidtil har nået målet',
    },
  },
  'events.by': {
    question: 'Hvor langt flyttes datoerne?',
    money: 'Flyttes en opfølgningsdato, kan resultatet på den være et andet.',
    answers: { '1 month': '1 måned', '3 months': '3 måneder', '6 months': '6 måneder' },
  },
  share: {
    question: 'Hvor stor en del af de ventede resultater betales der for?',
    money: 'Delen ganges direkte på beløbet.',
    answers: { '100 %': 'det hele', '50 %': 'halvdelen' },
  },
}
