/** Hvad investorerne lægger ud og får, på dansk. */
import { type Return } from '../../src/core/investment/index.ts'
import { listText, rateText, sentence, timesText } from '../numbers.ts'
import { type InvestWords } from '../wording/invest.ts'

const inPercent = (rates: readonly number[]) =>
  listText(
    rates.map((rate) => rateText(rate, 'da')),
    'da',
  )

function rateWords(rate: Return['rate']): string {
  switch (rate.is) {
    case 'rate':
      return inPercent([rate.yearly])
    case 'several':
      return `flere: ${inPercent(rate.yearly)}`
    case 'none':
      return 'intet afkast passer'
    case 'total-loss':
      return 'alt er tabt'
    case 'not-yet':
      return 'endnu ikke tilbagebetalt'
    case 'nothing-put-in':
      return 'intet lagt ud'
  }
}

export const invest: InvestWords = {
  title: 'Investorerne',
  asOf: (day) => `Regnskab pr. ${day}`,
  closes: (day, isClosed) =>
    isClosed ? `Aftalen sluttede den ${day}.` : `Aftalen slutter den ${day}; garantier og beskyttelser gøres op dér.`,
  columns: {
    party: 'Part',
    putIn: 'Lagt ud',
    gotBack: 'Fået',
    gain: 'Forskel',
    multiple: 'Gange',
    rate: 'Afkast om året',
  },
  together: 'Investorer i alt',
  others: 'Andre',
  movements: (name) => `Penge ind og ud: ${name}`,
  movementColumns: { day: 'Dato', what: 'Hvad', counterparty: 'Fra eller til', amount: 'Beløb' },
  reasons: {
    drawdown: () => 'udbetaling',
    payment: (what) => `betaling: ${what}`,
    'class-coupon': (what) => `rente: ${what}`,
    'class-principal': (what) => `afdrag: ${what}`,
    'class-surplus': (what) => `overskud: ${what}`,
    'taken-back': (what) => `taget tilbage efter en rettelse: ${what}`,
    'no-class-due': () => 'ingen klasse har det til gode',
    guarantee: (what) => `garanti: ${what}`,
    protection: (what) => `beskyttet hovedstol: ${what}`,
    coupon: (what) => `fast rente: ${what}`,
    'reserve-in': (what) => `sat af: ${what}`,
    'reserve-loss': (what) => `tab dækket: ${what}`,
    'reserve-left': (what) => `rest fordelt: ${what}`,
    'escrow-in': (what) => `deponeret: ${what}`,
    'escrow-used': (what) => `betalt fra kontoen: ${what}`,
    'escrow-left': (what) => `rest fra kontoen: ${what}`,
    'escrow-waits': (what) => `venter: ${what}`,
    refund: (what) => `refusion: ${what}`,
  },
  multiple: (times) => timesText(times, 'da'),
  noMultiple: '–',
  rate: rateWords,
  rateYet: (of, isClosed) =>
    isClosed || of.rate.is === 'not-yet' ? rateWords(of.rate) : `${rateWords(of.rate)} indtil nu`,
  stillOut: ({ amount, closes, times }) =>
    sentence(
      `Pengene er endnu ikke tilbagebetalt: ${times} gange udlægget er kommet igen, ${amount} er stadig ude, og aftalen løber til den ${closes}`,
    ),
  expectedRate: (low, middle, high) =>
    `Ved aftalens slutning ventes efter businesscasen ${middle} om året i midten, ${low} i de dårligste 10 % af forløbene og ${high} i de bedste 10 %.`,
  expected: {
    title: (caseTitle) => `Hvad der kan ventes, efter businesscasen »${caseTitle}«`,
    none: 'Ingen businesscase peger på aftalen. Derfor kan der ikke siges en risiko for tab eller et ventet afkast.',
    see: 'Hele usikkerheden i sagen',
    notDrawn: 'Businesscasen kan ikke trækkes endnu.',
    fromStart: 'Forløbene er trukket fra sagens begyndelse og kender ikke det, der er sket siden.',
  },
  securities: 'Sikkerhed og rækkefølge',
  securityColumns: { clause: 'Punkt', security: 'Bestemmelse', gave: 'Hvad den har givet' },
  gave: {
    class: ({ amount, principalDue, couponDue }) =>
      `har fået ${amount}; til gode er ${principalDue} og ${couponDue} i rente`,
    guarantee: ({ amount, most, principalDue }) =>
      most === undefined
        ? 'er ikke kaldt; det sker først, når aftalen slutter'
        : `har betalt ${amount} af højst ${most}; ${principalDue} kan stilles igen`,
    'principal-protection': ({ amount, most }) =>
      most === undefined
        ? 'gøres op, når aftalen slutter'
        : `har betalt ${amount}, så mindst ${most} af udlægget er dækket`,
    coupon: ({ amount }) => `de sikrede år har givet ${amount} i alt`,
    reserve: ({ amount, principalDue }) => `har dækket ${principalDue} i tab; ${amount} er gået tilbage`,
    escrow: ({ amount, principalDue, couponDue }) =>
      `har betalt ${amount}; ${principalDue} venter, med ${couponDue} i rente`,
    recycling: ({ amount, most }) => `${amount} kan trækkes igen af højst ${most ?? amount}`,
    refund: ({ amount }) => `har givet ${amount} tilbage`,
  },
  unknown: (names) => `Afventer et tal og er ikke regnet med: ${listText(names, 'da')}.`,
  notInForce: (names) => `Gælder ikke, når aftalen slutter den dag: ${listText(names, 'da')}.`,
  noOutlays:
    'Mappen siger ikke, hvad investorerne har lagt ud. Derfor kan ingen gevinst siges: det, der er betalt tilbage, er ikke fortjeneste.',
  outlaysInCase: 'Hvad de ventes at lægge ud, står i businesscasen',
  notTold: 'ikke oplyst',
  noDrawdowns: 'Vilkårene siger ikke, hvornår investorerne betaler ind, så udlæg og afkast kan ikke regnes.',
  undistributed: (amount, isOwedBack) =>
    isOwedBack
      ? `${amount} skal betales tilbage efter rettelser, uden at nogen klasse har fået beløbet. Det modregnes i den næste betaling.`
      : `${amount} er kommet ind, uden at nogen klasse har det til gode.`,
  paymentsNote:
    'Betalinger er dateret på opgørelsens dag. Perioder uden udsendt opgørelse er gjort op på periodens sidste dag med det, der vides nu.',
  rateNote:
    'Afkastet om året er den sats, der gør summen af alle beløb til nul, når hver dag er en 365.-del af et år. Så længe aftalen løber, og der er mindre tilbage end lagt ud, kan det ikke siges. Gange er det fåede delt med det udlagte. En betaling, der var for stor og modregnes eller kræves tilbage, sænker det fåede; den er ikke lagt ud.',
  reading: (number) => `Læsning ${String(number)}`,
}
