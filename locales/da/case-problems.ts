/** Hvad der er galt med en businesscase, eller hvad dens læser skal vide. */
import { type CaseProblems, type ProblemFacts } from '../wording/problems.ts'

/** De seks trin, der godkendes, midt i en sætning. */
const signedSteps: Readonly<Record<string, string>> = {
  'target-group': 'målgruppe',
  cost: 'indsatsens pris',
  'success-rate': 'succesrate',
  consequences: 'konsekvenser',
  prices: 'priser',
  result: 'resultat',
}

const faults: Readonly<Record<string, string>> = {
  units: 'tallene har forskellige enheder',
  order: 'tallene står ikke i rækkefølge fra lavest til højest',
  width: 'den har ingen bredde; er tallet sikkert, så skriv is',
  two: 'der skal stå to tal',
  positive: 'tallene skal være over nul',
}

const units: Readonly<Record<string, string>> = {
  money: 'et beløb',
  share: 'en andel',
  months: 'et antal måneder',
  number: 'et rent tal',
}

const timeUnits: Readonly<Record<string, string>> = {
  hour: 'time',
  day: 'dag',
  week: 'uge',
  month: 'måned',
  year: 'år',
}

/** A year has no thousands. */
const number = (facts: ProblemFacts, name: string): string =>
  facts.text('key') === 'price-year' ? facts.text(name) : facts.number(name)

export const caseProblems: CaseProblems = {
  'case-empty': () => 'Filen er tom. En businesscase begynder med »bundlinje-case: "1.0"« og en titel.',
  'case-ways': (facts) =>
    facts.items('found').length === 0
      ? `Her skal stå præcis én af: ${facts.items('ways').join(' · ')}.`
      : `Her skal stå præcis én af: ${facts.items('ways').join(' · ')}.\nDer står ${facts.listed('found')}, så det er uklart, hvad der gælder.`,
  'distribution-improper': (facts) =>
    `Skønnet »${facts.text('name')}« er ikke en fordeling: ${faults[facts.text('fault')] ?? facts.text('fault')}.`,
  'estimate-unit': (facts) =>
    `Her skal stå ${units[facts.text('wants')] ?? ''}, men skønnet »${facts.text('name')}« er ${units[facts.text('has')] ?? ''}.`,
  'share-outside': (facts) =>
    facts.text('found') === 'no-bounds'
      ? 'En andel kan ikke være under 0 eller over 100 %, og det kan dette skøn. Skriv grænserne: within: [0 %, 100 %].'
      : `${facts.share('found')} er ikke en andel af noget: den skal ligge mellem 0 og 100 %.`,
  'shares-not-whole': (facts) =>
    `Andelene giver tilsammen ${facts.share('total')}. De skal give 100 %.${facts.is('isCourse') ? '\nEr en af dem usikker, skal en anden være »rest«.' : ''}`,
  'counted-twice': (facts) =>
    `»${facts.text('name')}« og »${facts.text('other')}« er den samme virkning for de samme mennesker: begge står under »${facts.text('heading')}«. Den kan kun tælles én gang.\nSlet den ene, eller giv dem hver sin gruppe.`,
  'cost-negative': (facts) =>
    `${
      facts.text('estimate') === ''
        ? 'En udgift kan ikke være under nul.'
        : facts.text('found') === 'no-bounds'
          ? `En udgift kan ikke være under nul, men skønnet »${facts.text('estimate')}« har ingen nedre grænse. Skriv within: [0 kr, …].`
          : `En udgift kan ikke være under nul, men skønnet »${facts.text('estimate')}« kan blive ${facts.number('found')}.`
    }\nUdgifter skrives uden minus. En indtægt eller en besparelse er en virkning og hører under consequences; penge tilbage til den, der finansierer, hører under finance som repayment.`,
  'consequence-price-missing': () =>
    'Virkningen er talt i enheder, men ingen siger, hvad en enhed koster.\nSkriv en pris fra kataloget eller sagens egen.',
  'refund-needs-use': (facts) =>
    facts.is('isCost')
      ? `Reglen »${facts.text('rule')}« ser på, hvad en enkelt person bruger måned for måned, men udgiften betales for alle på én gang.\nSkriv udgiften per person, fx per: person-month.`
      : `Reglen »${facts.text('rule')}« ser på forbruget måned for måned, så den kan ikke bruges på et beløb om året.\nSkriv i stedet, hvad der bruges uden og med indsatsen: without og with.`,
  'refund-owner': (facts) =>
    facts.text('of') === 'region'
      ? `Medfinansieringen gælder regionens udgift, men her bæres den af ${facts.listed('owners')}.\nSkriv regionen som den, der bærer udgiften; kommunens andel følger af reglen.`
      : `Staten refunderer kun kommunens udgift, men her bæres den også af ${facts.listed('owners')}.\nDel den i to: kommunens med refusion og resten uden.`,
  'rule-ended': (facts) =>
    `Reglen »${facts.text('rule')}« giver ikke længere noget: fra ${facts.day('on')} er andelen nul. Derefter bliver hele beløbet hos den, der bærer udgiften.`,
  'household-without-children': () =>
    'Den centrale refusionsordning lægger kun børn og unge i efterværn sammen, og her er der ikke mindst to af dem.\nEn voksen er en sag for sig: skriv household: alone.',
  'grant-not-given': (facts) =>
    `Fondsmoms tages kun af penge, som en fond, en forening eller en anden giver til kommunen. Her bæres udgiften af »${facts.text('bearer')}«, så ingen giver noget.\nSlet grant.`,
  'grant-repaid': () =>
    'Pengene gives til kommunen, men betales tilbage efter resultater. Om det er et tilskud, der tages fondsmoms af, er ikke efterprøvet: spørg en jurist.',
  'vat-unsaid': (facts) => ({
    says: `Prisen »${facts.text('price')}« er med moms, og sagen siger ikke, hvor meget kommunen får tilbage af den.`,
    lead: 'Skriv fx:',
  }),
  'vat-twice': (facts) =>
    facts.text('has') === 'in'
      ? `Prisen »${facts.text('price')}« er allerede med moms. Lægges momsen til igen, tælles den to gange.`
      : `Prisen »${facts.text('price')}« er uden moms. Trækkes momsen fra igen, tælles den to gange.`,
  'month-outside': (facts) =>
    facts.text('least') === ''
      ? `Måned ${facts.text('month')} ligger efter sagens sidste, som er ${facts.text('most')}.`
      : `Måned ${facts.text('month')} ligger før måned ${facts.text('least')}, hvor det begynder.`,
  'number-outside': (facts) =>
    facts.text('most') === ''
      ? `Her kan ikke stå ${number(facts, 'found')}: det skal være mindst ${number(facts, 'least')}.`
      : `Her kan ikke stå ${number(facts, 'found')}: det skal være fra ${number(facts, 'least')} til ${number(facts, 'most')}.`,
  'premium-idle': () =>
    'Risikotillægget lægges kun til priser for resultater, og her er ingen. Det flytter derfor intet.',
  'sign-off-outdated': (facts) =>
    `Trinnet er ændret, siden ${facts.text('by')} godkendte det${facts.text('on') === '' ? '' : ` ${facts.day('on')}`}: ${signedSteps[facts.text('step')] ?? facts.text('step')}.\nGodkendelsen gælder ikke trinnet, som det er nu. Det skal godkendes igen.`,
  'estimate-idle': (facts) =>
    `Skønnet »${facts.text('name')}« bruges ikke af noget i sagen, så det flytter intet. Skriv navnet dér, hvor tallet skal stå, eller slet skønnet.`,
  'use-impossible': (facts) =>
    `${facts.number('units')} er mere, end én kan bruge: prisen er for én ${timeUnits[facts.text('unit')] ?? ''}, og af dem er der højst ${facts.number('most')} på ${facts.text('per') === 'month' ? 'en måned' : 'et år'}.\nEr de flere om det, er det i orden; ellers er enheden en anden.`,
  'list-empty': () =>
    'Listen er tom, så det er uklart, om der menes alt eller intet.\nSkriv mindst én, eller slet linjen.',
  'stretch-open': () =>
    'Kun den sidste strækning kan være uden længde; denne er ikke den sidste, så det er uklart, hvornår den næste begynder.\nSkriv, hvor mange måneder den varer: months: …',
  'owner-reserved': (facts) =>
    `»${facts.text('name')}« er altid med i en sag og kan ikke også være en forvaltning. Giv forvaltningen et andet navn.`,
  'repayment-empty': () =>
    'Her står ikke, hvad der betales tilbage.\nSkriv prices (for resultater), share-of-saving (en del af besparelsen) eller instalments (faste rater).',
  'finance-missing': (facts) =>
    `Sagen vælger »${facts.text('mode')}«, men siger ikke, hvad der så betales tilbage. Skriv ${facts.text('mode')}: { label: …, repayment: … }.`,
  'correlation-unfit': (facts) =>
    `En sammenhæng er mellem to forskellige skøn og ligger mellem −1 og 1; her står ${facts.number('is')}.`,
  'success-window-late': (facts) =>
    `De sidste, der visiteres, kan nå målet helt til måned ${facts.text('end')}, men resultater tælles kun til og med måned ${facts.text('through')}. En del af resultaterne er derfor ikke med.`,
  'success-below-without': () =>
    'Færre når målet med indsatsen, end der ville have nået det uden. Sagen regnes som et tab.\nEr det ikke meningen, så se efter, om de to tal er byttet om: without er andelen, der ville have nået målet alligevel.',
  'figure-unsourced': (facts) =>
    `»${facts.text('name')}« siger ikke, hvor tallene er fra, og kommer på listen over det, der ikke er efterprøvet.`,
  'price-year-index': (facts) => ({
    says: `Beløbet er i ${facts.text('stated')}-niveau, men sagen regner i ${facts.text('year')}. Der mangler det indeks, som bærer det derhen.`,
    lead: 'Skriv fx:',
  }),
  'data-missing': (facts) =>
    `Der er ingen tal i kolonnen »${facts.text('column')}« i ${facts.text('file')} i sagens mappe.`,
  'data-manners-mixed': (facts) => ({
    says: `Kolonnen ${facts.text('column')}: »${facts.text('value')}« er skrevet på dansk, men »${facts.text('other')}« i linje ${facts.text('line')} er det ikke. Så kan det ikke ses, hvad et punktum eller et komma betyder i kolonnens andre tal.\nSkriv alle tallene i kolonnen på samme måde.`,
    lead: 'Det kan også stå i reading.yaml ved siden af filen, hvordan tal er skrevet. De andre tal i kolonnen bliver så meldt, til de er rettet:',
  }),
  'data-share-ambiguous': (facts) => ({
    says: `Kolonnen ${facts.text('column')}: »${facts.text('value')}« står uden procenttegn i en kolonne, hvor andre tal har et. Det kan være procent eller en andel af 1, og der er hundrede gange forskel.`,
    lead: 'Sæt procenttegn på, eller skriv i reading.yaml ved siden af filen, hvad tal uden procenttegn er:',
    means: (paste) =>
      paste.endsWith('percent') ? `»${facts.text('value')}« er procent` : `»${facts.text('value')}« er en andel af 1`,
  }),
  'distribution-outside': (facts) =>
    `Næsten intet af fordelingen for »${facts.text('name')}« ligger inden for grænserne, så der er intet at trække. Flyt grænserne eller tallene.`,
  'distribution-no-spread': (facts) =>
    `»${facts.text('name')}« giver altid det samme tal. Er det sikkert, så skriv is.`,
  'correlations-impossible': (facts) =>
    `Sammenhængene kan ikke gælde på én gang: ${facts.listed('between')}. Følges to skøn med et tredje, må de også følges med hinanden.`,
  'contract-payer-missing': (facts) => ({
    says: `»${facts.text('payer')}« betaler efter kontrakten, men sagen siger ikke, hvem det er.`,
    lead: 'Skriv fx under in-contract: payers:',
  }),
  'measure-of-unfit': (facts) =>
    facts.is('isOfAgreement')
      ? {
          says: `»${facts.text('found')}« gælder aftalen og ikke den enkelte, så det kan ikke ses af den enkeltes forløb.`,
          lead: 'Skriv det for aftalen, fx:',
        }
      : `»${facts.text('found')}« måles for den enkelte og gælder ikke aftalen, så ${facts.text('key')} kan ikke bruges.${facts.items('known').length === 0 ? '' : `\nFor aftalen er: ${facts.listed('known')}.`}`,
  'told-clash': (facts) => {
    const group = facts.text('group')
    return `»${facts.text('measure')}« er allerede oplyst for ${group === '' ? 'aftalen' : `»${group}«`} den ${facts.day('day')} (linje ${facts.text('otherLine')}), og efter kontrakten tæller to på samme dag ikke. I trækningerne ville ingen af dem tælle.\nSkriv kun den ene, eller giv dem hver sine dage.`
  },
  'measure-undrawn': (facts) =>
    `Kontrakten betaler efter ${facts.listed('measures')}, men intet under facts siger noget om det. I trækningerne er det, som om ingen havde set efter.\nSkriv under facts, hvordan det viser sig, eller i en note, at betalingen er holdt ude.`,
  'days-backwards': () => 'Den sidste dag ligger før den første, så ingen ville nogensinde være i det.',
  'case-contract-unreadable': (facts) =>
    `Kontrakten i ${facts.text('folder')} findes ikke eller kan ikke regnes endnu. Se hvorfor med bundlinje check.`,
  'case-contract-unsettled': (facts) =>
    `Kontrakten i ${facts.text('folder')} har åbne spørgsmål og kan læses på ${facts.text('readings')} måder. Her bruges det første svar på hvert.`,
  'case-contract-absent': (facts) =>
    `Der er ingen kontrakt i ${facts.text('folder')}. Sagen kan regnes efter sin egen model for tilbagebetaling, men hverken følges eller lade en kontrakt sige, hvad der betales.\nSkriv mappen, som den ses fra sagens.`,
  'case-contract-currency': (facts) =>
    `Sagen regner i ${facts.text('found')} og dens kontrakt i ${facts.text('expected')}, så den enes betalinger ikke er den andens.\nLad sagen regne i ${facts.text('expected')}.`,
  'case-contract-days': (facts) =>
    `Der visiteres fra ${facts.day('from')} til og med ${facts.day('through')}, men kontrakten løber fra ${facts.day('begins')} til og med ${facts.day('ends')}. Der betales for dem, hvad kontrakten siger om dem, der er uden for dens tid, og det kan være intet.`,
  'fade-whole': () => ({
    says: 'Af en ændring, der taber sig helt på et år, er der intet tilbage end ikke i den første måned, for den tabes måned for måned.\nEn ændring, der varer ét år, skrives ud.',
    lead: 'Skriv fx:',
  }),
  'fund-amount-fine': (facts) => ({
    says: `${facts.number('found')} ${facts.text('currency')} kan ikke betales: det mindste beløb er ${facts.number('least')}, og et afrundet beløb ville være et andet end det, der står.\nSkriv beløbet uden dele af den mindste mønt.`,
    lead: 'Skriv fx:',
  }),
  'fund-contract-beyond': (facts) => {
    const amount = `${facts.number('amount')} ${facts.text('currency')}`
    const known = {
      none: 'Endnu vides intet beløb.',
      in: `Efter det, der vides nu, er det ${amount} til fonden.`,
      out: `Efter det, der vides nu, er det ${amount} fra fonden.`,
    }[facts.text('way') as 'none' | 'in' | 'out']
    return {
      says: `Kontrakten i »${facts.text('name')}« løber til og med ${facts.day('through')}, men fonden løber kun til og med ${facts.day('last')}. Det, der betales senere, er ikke med i fondens tal. ${known}\nLad fonden løbe så længe, eller sig i en note, hvem der får det.`,
      lead: 'Skriv fx:',
    }
  },
  'fund-contract-twice': (facts) =>
    `»${facts.text('name')}« og »${facts.text('other')}« er begge kontrakten i ${facts.text('contract')} for »${facts.text('as')}«, så dens penge ville tælle to gange.\nSlet det ene projekt, eller skriv en anden kontrakt eller part.`,
  'fund-contract-uncounted': (facts) => {
    const contract = facts.text('contract')
    const [why, remedy] = {
      'no-contract': [`der er ingen kontrakt i ${contract}`, 'Skriv mappen, som den ses fra fondens.'],
      unreadable: [`vilkårene i ${contract} kan ikke regnes`, `Se hvorfor med bundlinje check, og ret dem.`],
      'other-currency': [`${contract} regner i en anden valuta end fonden`, 'Lad fonden regne i kontraktens valuta.'],
      'no-investor': [
        `${contract} har ingen investor »${facts.text('as')}«`,
        facts.items('known').length === 0
          ? 'Ingen part i den er investor.'
          : `Investorerne i den: ${facts.listed('known')}.`,
      ],
    }[facts.text('why') as 'no-contract' | 'unreadable' | 'other-currency' | 'no-investor']
    return `»${facts.text('name')}« er ikke regnet med: ${why}. Derfor er ingen sum hele fondens.\n${remedy}`
  },
  'fund-day-outside': (facts) =>
    `Fonden løber fra ${facts.day('from')} til og med ${facts.day('through')}, så i »${facts.text('name')}« kan intet bevæge sig den ${facts.day('on')}.\nFlyt beløbet, eller lad fonden løbe så længe.`,
  'fund-investors-none': () =>
    'Ingen har givet fonden tilsagn, så der kan hverken indkaldes eller udbetales.\nSkriv mindst én under investors.',
  'fund-key-idle': (facts) =>
    `»${facts.text('key')}« siger noget, der ikke sker: det bruges kun ved ${facts.text('needs')}.\nSlet linjen, eller skriv ${facts.text('needs')}.`,
  'fund-name-twice': (facts) =>
    `»${facts.text('name')}« og »${facts.text('other')}« hedder begge »${facts.text('found')}«, så ingen kan kende dem fra hinanden i fondens tabeller.\nSkriv et navn, der skiller dem ad.`,
  'fund-outlay-uncovered': (facts) =>
    `Frem til fondens sidste dag mangler der efter planen dækning for ${facts.number('lacking')} ${facts.text('currency')} af udlæggene, første gang den ${facts.day('first')}: investorerne har givet tilsagn om ${facts.number('committed')} ${facts.text('currency')}, og fonden har da ikke flere penge. Ingen skænker fonden det. Det, der kommer ind, dækker det, før noget udbetales, så investorerne aldrig får mere, end projekterne giver.\nHæv tilsagnene, eller sæt udlæggene ned.`,
  'fund-party-investor': (facts) =>
    facts.text('key') === 'party'
      ? `»${facts.text('found')}« er en af fondens investorer og kan ikke stille garanti for fondens tab, for den ville dække sit eget.\nSkriv garantens navn, eller lad investoren stå under first-loss, hvis den skal bære tab før de andre.`
      : `»${facts.text('found')}« er en af fondens investorer, og afkastloftet gælder dem alle under ét, så den kan ikke få det, der ligger over.\nSkriv en anden modtager, eller skriv rest: recycled.`,
  'fund-project-beyond': (facts) => ({
    says: `»${facts.text('name')}« koster fonden ${facts.number('spent')} ${facts.text('currency')} i alt frem til dens sidste dag, og det er ${facts.number('over')} ${facts.text('currency')} mere, end fonden har givet projektet tilsagn om. Investorerne indkaldes også for det, så langt deres tilsagn rækker.\nSæt planen ned, eller hæv tilsagnet, hvis fonden har besluttet det.`,
    lead: 'Skriv fx:',
  }),
  'fund-project-idle': (facts) =>
    `»${facts.text('name')}« har hverken en plan eller en kontrakt, så der bevæger sig ingen penge i det.\nSkriv dets plan eller mappen med dets kontrakt.`,
  'follow-goal-unfit': (facts) =>
    `Målet »${facts.text('goal')}« afgøres ikke for hver enkelt, aftalen handler om, så det kan ikke ses, hvem der har nået det.\nVælg et resultatmål med for: each-subject.`,
  'follow-use-unfit': (facts) => {
    const why = facts.text('why')
    if (why === 'no-fade')
      return `»${facts.text('consequence')}« er ikke en ændring om året (change), der kan vare ved eller høre op.\nSlet den under lasts; det, der bruges, står under used.`
    if (why === 'amounts')
      return `»${facts.text('consequence')}« er kroner år for år (by-year), og de kan falde af andre grunde, end at ændringen hører op.\nSkriv per-year og fade, eller slet den under lasts.`
    return why === 'no-use'
      ? `Sagen siger ikke, hvor meget der bruges for hver i »${facts.text('consequence')}«, så der er ikke noget at holde oplysningerne op imod.\nSkriv konsekvensen med without og with, eller slet den under used.`
      : `Prisen i »${facts.text('consequence')}« er ikke for et døgn, en uge, en måned eller et år, så tid siger ikke, hvor meget der er brugt.\nSlet den under used.`
  },
  'follow-bar': (facts) =>
    facts.is('isMissing')
      ? {
          says: `Målet »${facts.text('goal')}« giver et tal og intet ja eller nej, og sagen siger ikke, hvor meget der er en succes.`,
          lead: 'Skriv fx:',
        }
      : `Målet »${facts.text('goal')}« afgør selv, hvem der har nået det, så en grænse til gør det uklart, hvad der gælder.\nSlet at-least.`,
  'follow-dates': (facts) => ({
    says: `Målet »${facts.text('goal')}« afgøres på flere dage hver for sig, så den samme kan både nå det og ikke nå det.\nSkal det være nået på dem alle, eller er én nok?`,
    lead: 'Skriv:',
  }),
  'follow-before-case': (facts) => ({
    says: `Sagen begynder den ${facts.day('begins')}, men ${facts.text('people')} af aftalens borgere blev henvist eller begyndte før, den første den ${facts.day('first')}. ${facts.is('isCounted') ? 'De tælles, som var det sket i måneden før' : 'Det, der skete, før sagen begynder, har ingen måned i den'}.\nLad sagen begynde, når borgerne gør, eller følg med who kun dem, der kom senere.`,
    lead: 'Skriv for eksempel:',
  }),
  'follow-overlap': (facts) =>
    `${facts.text('people')} af aftalens personer hører til flere grupper i sagen og ville tælle flere gange. Ret who, så hver hører til én.`,
}
