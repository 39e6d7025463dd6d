/**
 * De spørgsmål, et udkast kan lade stå åbne, som en jurist ville stille dem, og hvad hvert svar betyder.
 *
 * Hvert spørgsmål er én sætning; derefter står, hvad der skiller svarene, når der skal betales.
 */
import { type Questions } from '../wording.ts'

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

  // Værdier
  unit: {
    question: 'Tælles der i nætter, dage, uger, måneder eller år?',
    money: 'Seks nætter og seks påbegyndte uger er ikke samme grænse.',
    answers: { nights: 'i nætter', days: 'i dage', weeks: 'i uger', months: 'i måneder', years: 'i år' },
  },
  window: {
    question: 'Hvilket tidsrum ser målet på?',
    money: 'Det, der sker uden for tidsrummet, tæller ikke.',
    answers: {
      '{ from: start, until: occasion }': 'fra opstart til, men ikke med, opfølgningsdatoen',
      '{ from: start, through: occasion }': 'fra opstart til og med opfølgningsdatoen',
    },
  },
  'window-end': {
    question: 'Er tidsrummets sidste dag med?',
    money: 'En hændelse på selve dagen tæller kun i det ene tilfælde.',
    answers: { until: 'dagen er ikke med', through: 'dagen er med' },
  },
  from: {
    question: 'Er tidsrummets første dag med?',
    money: 'En hændelse på selve dagen tæller kun i det ene tilfælde.',
    answers: { from: 'dagen er med', after: 'tidsrummet begynder dagen efter' },
  },
  boundary: {
    question: 'På hvilken side af grænsen er målet nået, og er grænsen selv med?',
    money: 'Den, der rammer grænsen præcist, udløser betaling i det ene tilfælde og ikke i det andet.',
    answers: {
      'at-least': 'mindst; grænsen er med',
      'more-than': 'over; grænsen er ikke med',
      'at-most': 'højst; grænsen er med',
      'less-than': 'under; grænsen er ikke med',
    },
  },
  'and-or': {
    question: 'Betyder »og/eller«, at alle betingelserne skal være opfyldt, eller at én er nok?',
    money: 'Kræves alle opfyldt, bliver der betalt for færre.',
    answers: { all: 'alle skal være opfyldt', any: 'én er nok' },
  },
  'part-units': {
    question: 'Tæller en uge, måned eller et år, der kun delvis er omfattet?',
    money: 'Tæller blot én dag, bliver tallet højere.',
    answers: { 'whole-only': 'kun hele tæller', 'any-day': 'én dag er nok' },
  },
  weeks: {
    question: 'Hvornår begynder en uge?',
    money: 'De samme dage kan blive til én uge eller to.',
    answers: {
      'monday-to-sunday': 'om mandagen, som i kalenderen',
      'from-window-start': 'på tidsrummets første dag, syv dage ad gangen',
    },
  },
  periods: {
    question: 'Er perioderne faste, eller tæller enhver periode af den længde?',
    money: 'En rullende periode finder også det, der deles af to faste.',
    answers: { fixed: 'faste, efter hinanden fra den første dag', rolling: 'rullende, med begyndelse på enhver dag' },
  },
  pick: {
    question: 'Hvilken oplysning i tidsrummet gælder, når der er flere?',
    money: 'Den seneste og den bedste kan ligge på hver sin side af grænsen.',
    answers: {
      latest: 'den seneste',
      first: 'den første',
      highest: 'den højeste',
      lowest: 'den laveste',
      mean: 'gennemsnittet',
      sum: 'summen',
    },
  },
  'gap-at-most': {
    question: 'Hvor lang en afbrydelse må der være, før sammenhængen er brudt?',
    money: 'Et par dage mellem to job kan afgøre, om hele tiden tæller.',
    answers: { '0 days': 'ingen', '7 days': 'højst 7 dage', '14 days': 'højst 14 dage' },
  },
  'gap-days': {
    question: 'Tæller dagene i en tilladt afbrydelse med?',
    money: 'Tæller de med, nås længden tidligere.',
    answers: { counted: 'de tæller med', 'not-counted': 'de tæller ikke med' },
  },
  as: {
    question: 'Regnes der i andele eller i antal?',
    money: 'Et fald fra 4 til 2 er halvdelen, men kun 2; prisen skal passe til det ene.',
    answers: { share: 'som en andel i procent', count: 'som et antal', units: 'som forskellen mellem de to tal' },
  },
  changed: {
    question: 'Hvilken ordlyd bedømmes et mål efter, når det er ændret undervejs?',
    money: 'Et mål, der er gjort lettere undervejs, kan være nået efter den ene ordlyd og ikke efter den anden.',
    answers: { 'latest-wording': 'den seneste', 'first-wording': 'den første' },
  },
  withdrawn: {
    question: 'Hvordan tæller et mål, der er udgået?',
    money: 'Tæller det som ikke opfyldt, falder andelen.',
    answers: { 'left-out': 'det holdes ude', 'not-met': 'det regnes for ikke opfyldt' },
  },
  unjudged: {
    question: 'Hvordan tæller et mål, som ingen har bedømt?',
    money: 'Det kan gøre hele resultatet umålt, trække andelen ned eller intet betyde.',
    answers: {
      'makes-unmeasured': 'resultatet er umålt',
      'not-met': 'det regnes for ikke opfyldt',
      'left-out': 'det holdes ude',
    },
  },
  dates: {
    question: 'Hvilke af det andet måls datoer ses der på?',
    money: 'Et resultat på en anden dato kan både udløse og standse betalingen.',
    answers: {
      'same-date': 'kun samme dato',
      'all-dates': 'alle datoer',
      'dates-so-far': 'datoerne til og med denne',
      'every-date': 'målet skal være nået på alle datoer',
      'any-date': 'det er nok, at målet er nået på én dato',
      'every-date-so-far': 'målet skal være nået på alle datoer til og med denne',
      'any-date-so-far': 'det er nok, at målet er nået på én dato til og med denne',
    },
  },
  take: {
    question: 'Hvad tages der af de enkeltes resultater?',
    money: 'Ét barn med et dårligt tal afgør alt, når hvert barn skal nå målet, og næsten intet i et gennemsnit.',
    answers: {
      count: 'antallet',
      share: 'andelen',
      sum: 'summen',
      mean: 'gennemsnittet',
      median: 'det midterste tal',
      highest: 'det højeste tal',
      lowest: 'det laveste tal',
      every: 'at det gælder for alle',
      any: 'at det gælder for mindst én',
    },
  },
  unmeasured: {
    question: 'Hvad sker der, når en af dem, der tælles, er umålt?',
    money: 'Den umålte kan trække ned, holdes ude eller lade det hele vente.',
    answers: {
      'left-out': 'den umålte holdes ude',
      'counted-as-no': 'den umålte regnes for ikke at have nået det',
      'makes-unmeasured': 'hele resultatet er umålt',
    },
  },
  among: {
    question: 'Tæller alle med, eller kun nogle, for eksempel børn i skolealderen?',
    money: 'Et barn under skolealderen kan ikke have skolefravær; tæller det med, er hele familien umålt eller ikke i mål.',
    answers: { everybody: 'alle tæller med' },
  },
  'members-at': {
    question: 'På hvilken dag opgøres det, hvem der hører til familien?',
    money: 'Et barn, der er født eller flyttet undervejs, er med i det ene tilfælde og ikke i det andet.',
    answers: { start: 'ved opstart', occasion: 'på opfølgningsdatoen' },
  },
  otherwise: {
    question: 'Hvad gælder, hvis parterne ikke bliver enige om målet inden fristen?',
    money: 'Udgår målet, betales der aldrig for det; tæller det som ikke nået, indgår det i de mål, der bygger på det.',
    answers: { unpaid: 'målet udgår af betalingen', missed: 'målet tæller som ikke nået' },
  },
  'if-nobody': {
    question: 'Hvad gælder, når der ingen er at tælle?',
    money: 'En familie uden skolebørn kan udløse betaling, ikke udløse den eller vente.',
    answers: {
      'makes-unmeasured': 'resultatet er umålt',
      'counted-as-yes': 'betingelsen regnes for opfyldt',
      'counted-as-no': 'betingelsen regnes for ikke opfyldt',
    },
  },
  'if-zero': {
    question: 'Hvad er resultatet, når der skal divideres med 0?',
    money: 'Der kan ikke regnes; resultatet er enten umålt eller ingenting.',
    answers: { 'makes-unmeasured': 'resultatet er umålt', 'counts-as-none': 'resultatet er 0' },
  },
  'zero-baseline': {
    question: 'Hvad er ændringen i procent, når udgangspunktet er 0?',
    money: 'Den, der intet havde at falde fra, udløser enten intet eller venter.',
    answers: { 'makes-unmeasured': 'resultatet er umålt', 'counts-as-none': 'der er ingen ændring' },
  },
  how: {
    question: 'Hvordan afrundes der?',
    money: 'En halv øre eller et halvt procentpoint kan gå til den ene eller den anden part.',
    answers: {
      down: 'nedad',
      up: 'opad',
      'half-up': 'til det nærmeste, og halve opad',
      'half-even': 'til det nærmeste, og halve til det lige',
    },
  },
  'growth.how': {
    question: 'Regnes der med rentes rente?',
    money: 'Over flere år bliver beløbet højere med rentes rente.',
    answers: { compound: 'med rentes rente', simple: 'uden rentes rente' },
  },
  'part-years': {
    question: 'Tæller dele af et år?',
    money: 'Elleve måneder giver enten næsten et års vækst eller ingen.',
    answers: { exact: 'ja, efter dage', 'whole-only': 'nej, kun hele år' },
  },
  missing: {
    question: 'Hvad gælder, når en del af den vægtede sum mangler?',
    money: 'De øvrige dele kan komme til at afgøre hele betalingen.',
    answers: { 'makes-unmeasured': 'summen er umålt', 'others-weigh-more': 'de andre dele vejer forholdsmæssigt mere' },
  },
  below: {
    question: 'Hvad gælder under kurvens laveste punkt?',
    money: 'Et dårligt resultat kan give det mindste beløb, intet eller et beløb, der skyldes den anden vej.',
    answers: { hold: 'det samme som i det laveste punkt', nothing: 'intet', extend: 'linjen fortsætter' },
  },
  above: {
    question: 'Hvad gælder over kurvens højeste punkt?',
    money: 'Fortsætter linjen, er der intet loft over betalingen.',
    answers: { hold: 'det samme som i det højeste punkt', extend: 'linjen fortsætter' },
  },

  // Betalinger, lofter, betalere og ophør
  'per-unit': {
    question: 'Betales prisen pr. procentpoint, pr. helt procentpoint eller som prisen ganget med andelen?',
    money: '28,4 % gange 1.000 kr. er 28.400 kr., 28.000 kr. eller 284 kr.',
    answers: {
      rounded: 'pr. helt procentpoint',
      'quantity }, 100': 'pr. procentpoint, også dele af et',
      'this: quantity': 'prisen ganges med andelen',
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
      payment: 'hver betalingsbestemmelse',
      date: 'hver opfølgningsdato',
      year: 'hvert kalenderår',
      agreement: 'aftalen som helhed',
    },
  },
  over: {
    question: 'Hvilke betalinger tæller med under loftet?',
    money: 'Tæller det faste honorar med, er der mindre plads til betaling for resultater.',
    answers: {},
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
      kept: 'modtageren beholder forskellen',
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
