/** De spørgsmål, en værdi eller en betingelse kan lade stå åbne: tidsrum, grænser, optælling, manglende oplysninger. */
import { type Questions } from '../wording.ts'

export const valueQuestions: Questions = {
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
    question: 'Hvilken oplysning eller hvilket resultat gælder, når der er flere?',
    money: 'Den seneste og den bedste kan ligge på hver sin side af grænsen.',
    answers: {
      latest: 'den seneste',
      first: 'den første',
      highest: 'den højeste',
      lowest: 'den laveste',
      mean: 'gennemsnittet',
      sum: 'summen',
      nearest: 'den, der ligger nærmest en dag',
    },
  },
  'nearest-to': {
    question: 'Hvilken dag skal oplysningen ligge nærmest?',
    money: 'Flytter dagen, kan en anden måling blive den, der gælder.',
    answers: { occasion: 'opfølgningsdatoen', start: 'opstart' },
  },
  'as-near': {
    question: 'Hvilken oplysning gælder, når to ligger lige nær?',
    money: 'De to kan ligge på hver sin side af grænsen.',
    answers: { earlier: 'den tidligste', later: 'den seneste' },
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
  'if-fewer': {
    question: 'Hvad gælder, når der endnu ikke er så mange datoer?',
    money: 'De første datoer betaler efter færre tal, eller betaler ikke før der er nok.',
    answers: { 'makes-unmeasured': 'resultatet er umålt', 'counts-those-there-are': 'der regnes med dem, der er' },
  },
  dates: {
    question: 'Hvilke af det andet måls datoer ses der på?',
    money: 'Et resultat på en anden dato kan både udløse og standse betalingen.',
    answers: {
      'same-date': 'kun samme dato',
      'all-dates': 'alle datoer',
      'dates-so-far': 'datoerne til og med denne',
      'previous-date': 'den seneste tidligere dato',
      'earlier-dates': 'datoerne før denne',
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
    money:
      'Et barn under skolealderen kan ikke have skolefravær; tæller det med, er hele familien umålt eller ikke i mål.',
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
}
