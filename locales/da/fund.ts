/** En fond, på dansk. */
import { sentence } from '../numbers.ts'
import { type FundWords } from '../wording/fund.ts'
import { inHowMany } from './uncertainty.ts'

const projects = (count: number): string => (count === 1 ? 'Ét projekt' : `${String(count)} projekter`)

export const fund: FundWords = {
  title: 'Fonde',
  asOf: (day, isToCome) => `Fonden pr. ${day}${isToCome ? ', en dag, der ikke er kommet' : ''}`,
  promised: (promised, committed, projects) =>
    sentence(`${String(projects)} projekter har tilsagn om ${promised} af fondens ${committed}`),
  columns: {
    investor: 'Investor',
    committed: 'Tilsagn',
    uncalled: 'Ikke indkaldt',
  },
  paidColumns: {
    contracts: { called: 'Indbetalt', distributed: 'Udbetalt' },
    plan: { called: 'Indbetaling (plan)', distributed: 'Udbetaling (plan)' },
    both: { called: 'Indbetalt/plan', distributed: 'Udbetalt/plan' },
  },
  underBasis: {
    contracts: (head) => head,
    plan: (head) => `${head} (plan)`,
    both: (head) => `${head} (også plan)`,
  },
  basis: {
    plan: 'Alle beløb frem til den dag er planens, også det, der står om afkast, garanti og loft: En plan er ikke en betaling, heller ikke når dens dage er gået.',
    both: (planned, of) =>
      `${String(planned)} af ${String(of)} projekter har ingen kontrakt, så ${planned === 1 ? 'dets' : 'deres'} beløb er planens, også for de dage, der er gået. Det samme gælder den del af fondens tal, der følger af dem.`,
  },
  knownToday: (names, count) =>
    `${names} er gjort op efter kontrakten med det, der er oplyst i dag. Hvad ${count === 1 ? 'kontrakten' : 'kontrakterne'} ellers kommer til at koste eller betale frem til den dag, er ikke regnet med, heller ikke hvor fonden har en plan for det.`,
  returns: 'Afkast',
  together: 'I alt',
  togetherBut: (count) => (count === 1 ? 'I alt, uden ét projekt' : `I alt, uden ${String(count)} projekter`),
  forecast: {
    title: 'Hvad der kan ventes',
    loss: (share, draws) => `${inHowMany(share, draws)} får investorerne mindre tilbage, end de har betalt ind.`,
    middle: ({ low, middle, high, rate }) =>
      `De får ${middle} gange pengene igen i midten, ${low} i de dårligste 10 % og ${high} i de bedste 10 %; midten er ${rate} om året.`,
    rests: ({ rows, marked, together }) =>
      `Det hviler på planernes lave, sandsynlige og høje tal, som fonden har skrevet dem; ${marked === 0 ? 'ingen af dem er mærket som opfundet eller antaget' : `${String(marked)} af ${String(rows)} beløb i planerne er mærket som opfundet eller antaget`}. Det hviler også på, at projekterne ${together === undefined ? 'går uafhængigt af hinanden. Hænger de' : `følges ad med en rangsammenhæng på ${together}. Hænger de mere`} sammen, er risikoen for et stort tab større end vist; det er den også, hvis et projekt kan gå ringere end planens lave tal.`,
    how: ({ draws, seed, together }) =>
      `Fonden er trukket ${draws} gange med frø »${seed}«. Hvert projekt går godt eller dårligt for sig${together === undefined ? ', uafhængigt af de andre, fordi fonden ikke siger andet' : `; mellem to projekter er der en rangsammenhæng på ${together}`}. Det, der ligger før dagen, står fast, som kontrakten eller planen har det.`,
    by: {
      case: (count) =>
        `${projects(count)} trækkes efter en businesscase: det, der kommer ind, svinger, som tilbagebetalingen gør i sagens egne forløb, og kommer på de dage, forløbet betaler.`,
      ends: (count) =>
        `${projects(count)} trækkes mellem planens lave og høje ende, med ét tal for hele projektet, oftest nær det sandsynlige.`,
      planned: (count) =>
        `${projects(count)} går som planlagt, fordi planen ikke siger, hvor galt eller godt det kan gå.`,
      past: (count) => `${projects(count)} har intet i vente efter dagen: Planen eller kontrakten er slut.`,
    },
    unplanned: (names, count) =>
      `${names} har en kontrakt, der løber videre efter dagen, men ingen plan for tiden efter. Hvad ${count === 1 ? 'den' : 'de'} endnu koster eller betaler, er regnet som intet, og det slår igennem i risikoen for tab. Skriv en plan for ${count === 1 ? 'projektet' : 'projekterne'} i fund.yaml, hvis det skal regnes med.`,
    runsTo: (project, day) => `${project} (til den ${day})`,
    withoutCase: (project, folder) =>
      `${project} er trukket uden sin businesscase: ${folder} er der ikke, kan ikke trækkes eller betaler ingen tilbage.`,
    guaranteed: ({ share, draws, mean }) =>
      sentence(
        `${inHowMany(share, draws)} betaler garanten${share === 0 ? '' : `, i gennemsnit over alle forløb ${mean}`}`,
      ),
    aboveCap: ({ share, draws, mean }) =>
      sentence(
        `${inHowMany(share, draws)} holder afkastloftet noget tilbage${share === 0 ? '' : `, i gennemsnit over alle forløb ${mean}`}`,
      ),
    uncovered: ({ share, draws, mean }) =>
      `${inHowMany(share, draws)} mangler fonden på et tidspunkt dækning for sine udlæg, i gennemsnit over alle forløb for ${mean}; det dækkes først af det, der kommer ind.`,
    nothing: 'Ingen plan rækker længere end den dag, så intet er trukket. Det gør ikke tallene visse.',
    earlier: 'Vælg en tidligere dag for at se, hvor langt fra planen det kan gå.',
    columns: { loss: 'Risiko for tab', multiple: 'Gange', rate: 'Om året', planned: 'Som planlagt' },
    years: {
      title: 'Investorernes penge, lagt sammen år for år',
      says: 'Udbetalt til investorerne minus det, de har betalt ind. I otte af ti forløb ligger summen i det lyse bånd, i hvert andet i det mørke; stregen er midten.',
    },
    projects: 'Projekterne hver for sig',
    barsTitle: 'Fordelingen af, hvor mange gange investorerne får deres penge tilbage',
  },
  projects: 'Projekter',
  projectColumns: {
    project: 'Projekt',
    place: 'Kommune',
    basis: 'Grundlag',
  },
  projectPaid: {
    contracts: { putIn: 'Lagt ud', gotBack: 'Modtaget', gain: 'Forskel' },
    plan: { putIn: 'Udlæg (plan)', gotBack: 'Tilbage (plan)', gain: 'Forskel (plan)' },
    both: { putIn: 'Udlæg', gotBack: 'Tilbage', gain: 'Forskel' },
  },
  projectBasis: { contract: 'kontrakt', plan: 'plan' },
  concentration: 'Spredning',
  concentrationColumns: { share: 'Andel', committed: 'Tilsagn', projects: 'Projekter' },
  tags: { municipality: 'Kommune', provider: 'Leverandør', area: 'Område' },
  firstLoss: (names, count) =>
    `Førstetab: ${names} får først noget igen, når de andre har fået det tilbage, de har indbetalt${count === 1 ? '' : ', og er lige indbyrdes'}.`,
  guarantee: ({ party, of, share, amount, isScaled, isHandedOut }) =>
    `${sentence(`Garanti: ${party} dækker ${share === undefined ? '' : `${share} af `}det, ${of ?? 'investorerne'} har tabt på fondens sidste dag, dog højst ${amount}${isScaled ? ' i forhold til, hvor meget af deres tilsagn der er indbetalt' : ''}`)} ${isHandedOut ? 'Det deles ud som fondens andre penge.' : 'Det deles efter, hvad hver har tabt.'}`,
  guaranteeDue: (day) => `Garantien gøres op den ${day}.`,
  guaranteed: ({ loss, paid, most, isLost }) =>
    sentence(
      isLost
        ? `Tabet var ${loss}, og garanten har betalt ${paid} af højst ${most}`
        : 'Intet var tabt, så garanten har intet betalt',
    ),
  returnCap: ({ rate, isCompound, isPromised, to }) =>
    `Afkastloft: Investorerne kan under ét højst få ${rate} om året ${isCompound ? 'med' : 'uden'} rentes rente af de penge, de har ${isPromised ? 'givet tilsagn om' : 'indbetalt'}. Det, der ligger over, ${to === undefined ? 'bliver i fonden og bruges, før nogen indkaldes' : `betales til ${to}`}.`,
  aboveCap: ({ amount, first, left }) =>
    sentence(
      `Loftet har holdt ${amount} tilbage, første gang den ${first}, fordi mere ville have løftet afkastet over det${left === undefined ? '' : `; heraf står ${left} i fonden`}`,
    ),
  belowCap: 'Afkastet har ikke nået loftet, så det har intet holdt tilbage.',
  investorHeading: (name) => `Penge ind og ud: ${name}`,
  flowColumns: { day: 'Dato', what: 'Hvad', amount: 'Beløb' },
  reasons: {
    drawdown: () => 'indkaldelse',
    payment: () => 'udbetaling til investor',
    guarantee: (guarantor) => `garanti fra ${guarantor}`,
  },
  cash: (amount) => sentence(`I fonden ligger der ${amount}`),
  uncovered: ({ amount, first, left }) =>
    left === undefined
      ? `Der manglede dækning for ${amount}, første gang den ${first}. Det, der siden er kommet ind, har dækket det, før noget blev udbetalt.`
      : `Der manglede dækning for ${amount}, første gang den ${first}, og ${left} er stadig ikke dækket. Det, der kommer ind, dækker det, før noget udbetales.`,
  notWhole: (names, count) =>
    `Tallene er ikke hele fondens: ${names} er ikke regnet med i nogen sum og intet forløb. Hvorfor står ved ${count === 1 ? 'fejlen' : 'fejlene'}.`,
  uncounted: (label) => `${label} (ikke regnet med)`,
  invented: (count) => `${String(count)} oplysninger om fonden er opfundet; de er mærket i fund.yaml.`,
  on: 'Fonden den',
  show: 'Vis',
  noFund: (path) => `fund.yaml i ${path} kan ikke læses. Problemerne står nedenfor.`,
}
