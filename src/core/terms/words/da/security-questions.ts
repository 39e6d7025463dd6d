/** De spørgsmål, som investorernes vilkår kan lade stå åbne, og hvad hvert svar betyder. */
import { type Questions } from '../wording.ts'

export const securityQuestions: Questions = {
  within: {
    question: 'Hvordan deles pengene mellem klasser med samme nummer i rækkefølgen?',
    money: 'Rækker pengene ikke til alle, afgør det, hvem der bærer mest af tabet.',
    answers: {
      'by-principal': 'efter det beløb, hver har udestående',
      'by-due': 'efter det, hver har til gode med rente',
    },
  },
  'unpaid-coupon': {
    question: 'Hvad sker der med rente, der ikke er penge til?',
    money: 'Forrentes den, vokser kravet; bortfalder den, er den tabt for investoren.',
    answers: {
      'stands-over': 'den står over uden rente',
      'bears-interest': 'den forrentes med samme sats',
      lapses: 'den bortfalder',
    },
  },
  'coupon-due': {
    question: 'Hvornår forfalder renten?',
    money: 'Rente, der er forfalden og ikke betalt, forrentes eller bortfalder fra den dag.',
    answers: {
      'each-settlement': 'på de dage, der afregnes til',
      'each-year': 'hvert år på årsdagen for aftalens begyndelse',
      'each-half-year': 'hvert halve år fra aftalens begyndelse',
      'each-quarter': 'hver tredje måned fra aftalens begyndelse',
    },
  },
  'pays-first': {
    question: 'Dækker en betaling først rente eller hovedstol?',
    money: 'Dækkes hovedstolen først, løber der mindre rente på.',
    answers: { coupon: 'renten først', principal: 'hovedstolen først' },
  },
  covers: {
    question: 'Hvilket tab dækker garantien?',
    money: 'Det første tab dækkes krone for krone op til beløbet; en andel lader investoren bære en del af hver krone.',
    answers: { 'first-loss': 'det første tab', 'share-of-loss': 'en andel af ethvert tab' },
  },
  'security.share': {
    question: 'Hvor stor en andel af et tab dækker garantien?',
    money: 'Resten af hver tabt krone bærer investoren selv.',
    answers: { '50 %': 'halvdelen', '75 %': 'tre fjerdedele' },
  },
  'security.rate': {
    question: 'Med hvilken sats forrentes det, der venter?',
    money: 'Satsen ganges på beløbet for hvert år, det venter.',
    answers: { '3 %': '3 % om året', '5 %': '5 % om året' },
  },
  scaled: {
    question: 'Ligger garantiens størrelse fast?',
    money: 'Er kun en del af pengene udbetalt, er garantien tilsvarende mindre, når den følger dem.',
    answers: { fixed: 'ja, beløbet er det samme', 'with-drawn-money': 'nej, den følger de udbetalte penge' },
  },
  called: {
    question: 'Betales garantien før eller efter, at pengene er fordelt mellem klasserne?',
    money: 'Før fordelingen går den til den klasse, der står først; efter går den til dem, der har tabt.',
    answers: { 'before-waterfall': 'før fordelingen', 'after-waterfall': 'efter fordelingen' },
  },
  unused: {
    question: 'Hvad sker der med den del af garantien, der ikke bruges?',
    money: 'Kan den bruges igen, er garantens penge ikke bundet længere end til aftalens slutning.',
    answers: { lapses: 'den bortfalder', 'used-again': 'den kan stilles som garanti igen' },
  },
  coupons: {
    question: 'Modregnes det afkast, investoren har fået, i tabet?',
    money: 'Modregnes det, er det beløb, der dækkes, mindre.',
    answers: { 'set-off': 'ja, det modregnes', 'not-set-off': 'nej, kun tilbagebetalt hovedstol tæller' },
  },
  'paid-by': {
    question: 'Hvem betaler det?',
    money: 'Beløbet er det samme; det afgør, hvem der skal finde pengene.',
    answers: {
      payer: 'betaleren',
      provider: 'leverandøren',
      intermediary: 'den formidlende part',
      guarantor: 'garanten',
    },
  },
  'part-year': {
    question: 'Tæller et år med, hvis aftalen slutter midt i det?',
    money: 'Tæller det med sine dage, betales der rente for dem.',
    answers: { 'by-days': 'ja, med de dage, der er gået', 'not-counted': 'nej' },
  },
  against: {
    question: 'Er den faste rente et mindstebeløb eller et tillæg?',
    money: 'Et tillæg betales hvert år; et mindstebeløb kun, når årets betaling er lavere.',
    answers: { highest: 'et mindstebeløb', 'in-addition': 'et tillæg' },
  },
  short: {
    question: 'Hvad sker der, når kontoen ikke dækker en betaling?',
    money: 'Venter resten, får modtageren den måske aldrig.',
    answers: { waits: 'resten venter', 'payer-pays': 'betaleren betaler resten selv' },
  },
  late: {
    question: 'Forrentes det, der venter?',
    money: 'Renten lægges til det, der er forfaldent.',
    answers: { 'no-interest': 'nej', interest: 'ja, med satsen' },
  },
  grants: {
    question: 'Modregnes andre tilskud til samme udlæg?',
    money: 'Ellers kan det samme udlæg dækkes flere gange.',
    answers: { 'set-off': 'ja, de modregnes', 'not-set-off': 'nej' },
  },

  // En fonds garanti og afkastloft
  'guarantee.called': {
    question: 'Deles garantien ud som fondens andre penge, eller går den til dem, der har tabt?',
    money:
      'Før fordelingen får de, der ikke bærer førstetabet, først dækket deres tab; efter fordelingen deles den efter, hvad hver har tabt.',
    answers: { 'before-waterfall': 'den deles ud som andre penge', 'after-waterfall': 'den går til dem, der har tabt' },
  },
  'return-cap.counted': {
    question: 'Regnes investorernes afkast med eller uden rentes rente?',
    money: 'Over flere år giver rentes rente investorerne plads til mere; det er den interne rente, der holdes nede.',
    answers: { simple: 'uden rentes rente', compound: 'med rentes rente, som den interne rente' },
  },
  'return-cap.on': {
    question: 'Hvilke penge regnes investorernes afkast af?',
    money: 'Af penge, der kun er givet tilsagn om, bliver der plads til et større afkast.',
    answers: {
      'drawn-money': 'de penge, der er indbetalt',
      'committed-money': 'de penge, der er givet tilsagn om, fra fondens første dag',
    },
  },
  'return-cap.rest': {
    question: 'Hvad bliver der af det, der ligger over loftet?',
    money:
      'Bliver det i fonden, indkaldes der mindre til nye projekter; betales det ud, er det ikke investorernes mere.',
    answers: {
      recycled: 'det bliver i fonden og bruges, før nogen indkaldes',
      'paid-out': 'det betales til den, der står under to',
    },
  },
}
