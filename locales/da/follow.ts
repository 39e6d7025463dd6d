/** En businesscase, der følges, på dansk. */
import { type FollowWords } from '../wording/follow.ts'

export const follow: FollowWords = {
  basis: ({ day, scenario, contract, year }) =>
    `Set til og med den ${day}. ${scenario}. Sagen følges med oplysningerne i »${contract}«. Faste priser i ${year}-niveau, uden rente.`,
  laterAsked: (asked, through) =>
    `Der er spurgt til den ${asked}, men oplysningerne siger kun noget til og med den ${through}. Hvad ingen har registreret siden, kan ikke skelnes fra det, der ikke er sket.`,
  monthEnd: (asked, day) => `Der regnes i hele måneder: den ${asked} vises som den ${day}.`,
  headline: (now) => `Kommunen ventes nu at have ${now} til sidst, uden rente.`,
  changed: ({ before, isMore, difference }) =>
    `Da sagen blev lavet, ventedes ${before}; det er ${difference} ${isMore ? 'mere' : 'mindre'}.`,
  broken: (count, of) =>
    count === 0
      ? `Ingen af de ${String(of)} antagelser, der kan bedømmes, er brudt.`
      : count === 1
        ? `Én antagelse af ${String(of)}, der kan bedømmes, er brudt.`
        : `${String(count)} af ${String(of)} antagelser, der kan bedømmes, er brudt.`,
  worst: ({ assumption, since, amount, isLoss }) =>
    `Mest betyder »${assumption}«, brudt siden ${since}: alene giver det kommunen ${amount} ${isLoss ? 'mindre' : 'mere'}.`,
  tooEarly: (count) =>
    count === 1 ? 'For én er det for tidligt at sige.' : `For ${String(count)} er det for tidligt at sige.`,
  states: {
    'no-contract': 'Sagen har ingen kontrakt, hvis oplysninger den kan følges med.',
    'not-linked': 'Sagen siger ikke, hvordan den hænger sammen med en kontrakt, så den kan ikke følges endnu.',
    'no-facts': 'Der er endnu ingen oplysninger om nogen i kontrakten. Indtil da gælder sagen, som den er.',
    'not-begun': (starts, day) =>
      `Sagen begynder i ${starts}. Den ${day} var der endnu ingen hel måned at se tilbage på.`,
  },
  howToLink:
    'Skriv i case.yaml under in-contract: followed, hvem i kontrakten hver gruppe er, og hvilket resultatmål der er sagens succes.',
  heads: {
    stands: 'Ventet, nået og ventet nu',
    figure: 'Ventet da, nået og ventet nu',
    assumptions: 'Antagelserne, og hvad der er set',
    costs: 'Hvad det betyder i kroner',
    years: 'År for år',
    rules: 'Sådan er det regnet',
  },
  stands: {
    referred: 'Visiterede',
    started: 'Begyndt',
    succeeded: 'Nået målet',
    paid: 'Tilbagebetalt',
    net: 'Kommunens gevinst',
  },
  standColumns: {
    before: 'Ventet da',
    byNow: 'Ventet til nu',
    reached: 'Nået',
    now: 'Ventet nu',
    nowAsSeen: 'Som hidtil',
  },
  assumptions: {
    referred: 'Visiterede til nu',
    'not-started': 'Begynder aldrig',
    wait: 'Ventetid til start',
    dropout: 'Frafald',
    'dropout-month': 'Tid til frafald',
    length: 'Forløbets længde',
    success: 'Når målet',
    'success-month': 'Tid til resultatet',
    payments: 'Tilbagebetalt til nu',
  },
  used: (service) => `${service}, brugt per person til nu`,
  lasted: (change) => `${change}, varet per person til nu`,
  successSoFar: 'Nået målet til nu',
  assumptionColumns: {
    what: 'Hvad',
    assumption: 'Antagelse',
    assumed: 'Antaget',
    seen: 'Set',
    interval: '95 %',
    verdict: 'Bedømmelse',
  },
  verdicts: {
    holds: 'holder',
    'too-early': 'for tidligt at sige',
    broke: 'brudt',
    unjudged: 'bedømmes ikke',
    unseen: 'registreres ikke',
  },
  brokeSince: (day) => `brudt siden ${day}`,
  months: (number) => `${number} mdr.`,
  units: (number, unit) => `${number} ${{ day: 'døgn', week: 'uger', month: 'mdr.', year: 'år' }[unit]}`,
  inThousands: (name, currency) => `${name}, 1.000 ${currency}`,
  seenOf: (count, of) => `${count} af ${of}`,
  nobody: 'ingen endnu',
  interval: (low, high) => `${low} – ${high}`,
  all: 'Alle',
  together: 'Det, de gør ved hinanden',
  difference: 'Ventet nu mindre ventet da',
  notFollowed: (groups) => `Følges ikke, og regnes som antaget: ${groups.join(', ')}.`,
  unseen: {
    use: (names) =>
      `Regnes som antaget, fordi sagen ikke siger, hvilken oplysning i kontrakten der viser brugen: ${names.join(', ')}.`,
    change: (names) =>
      `Regnes som antaget, fordi sagen ikke siger, hvilken oplysning i kontrakten der viser, hvor længe ændringen varer: ${names.join(', ')}.`,
    amounts: (names) =>
      `Regnes som antaget, fordi det er kroner år for år, og oplysningerne viser tid og ingen kroner: ${names.join(', ')}.`,
    unit: (names) => `Regnes som antaget, fordi det ikke bruges i tid, som oplysningerne viser: ${names.join(', ')}.`,
    group: (names) => `Regnes som antaget, fordi ingen af de grupper, det gælder, følges: ${names.join(', ')}.`,
  },
  unpaid: 'Kontrakten betaler ingen, så tilbagebetalingen er den, sagens model giver for de resultater, der er nået.',
  unmeasured: (count) => `${count} er umålt, selv om dagen er gået. Umålt er hverken nået eller ikke nået.`,
  leftOut: (count) => `${count} udgår efter kontrakten og bedømmes ikke.`,
  unplaced: (count) => `${count} i kontrakten hører til ingen af de grupper, der følges.`,
  costsSays:
    'Hver linje er, hvad sagens resultat ændrer sig, når den antagelse alene erstattes af det, der er set. Plus er bedre, minus er dårligere. Linjerne og det, de gør ved hinanden, giver hele forskellen.',
  rules: [
    'Ventet nu er det, der er set, måned for måned, og for resten sagens antagelser. Den, der har et resultat, beholder det; et åbent eller umålt resultat følger antagelsen. De, der ikke er kommet, hentes ikke ind senere.',
    'De kommende følger antagelsen og ikke det, der er set hidtil, for få tidlige resultater siger lidt om de sene. »Som hidtil« viser, hvad det bliver, hvis det går dem, som det er gået de andre.',
    'En antagelse er brudt, når den ligger uden for et interval på mindst 95 % om det, der er set (andele: Clopper og Pearson 1934; antal: Garwood 1936; brug og varighed: Hoeffding 1963; den midterste længde: Thompson 1936), og siden den første måned, den har ligget der uafbrudt. Det er for tidligt at sige, så længe intet, man kunne have set, ville have brudt den.',
    'Frafald og resultater bedømmes kun for dem, hvor begge udfald har haft tid til at ske. I kronerne er alle med.',
    'Et beløb er ingen stikprøve: tilbagebetalingen holder, når den er det, sagens model giver for de resultater, der er nået.',
    'Længder og tid til frafald og resultat er den midterste af dem, der er set; det kræver mindst seks. Et resultat, der kun ses efter på én dag, har dagens måned, og dets tid bedømmes ikke. Ses der efter nogle bestemte måneder, er det antagne den måned, hvor det ville blive set.',
    'Hvor sagen siger, hvilken oplysning der viser brugen af en ydelse, er det de døgn, uger eller måneder, der er set efter resultatet. Få med lange forløb flytter gennemsnittet meget, så det kræver mange, før noget er brudt. Brugen uden indsatsen kan ingen se; den er som antaget.',
    'Hvor sagen siger, hvilken oplysning der viser, om en ændring varer ved, er det de måneder efter resultatet, hvor den er set, mod dem, sagen venter efter det årlige tab. Kronerne om året, og hvad der var sket uden indsatsen, kan ingen se; de er som antaget.',
    'De øvrige besparelser er sagens egne for hvert resultat. Ingen har set dem i regnskabet endnu.',
  ],
  small: 'Tallene er optællinger, også når de er små, og er til kommunens eget brug. Ingen person kan ses.',
  figures: {
    net: 'Kommunens gevinst, lagt sammen måned for måned',
    paid: 'Tilbagebetaling, lagt sammen måned for måned',
    results: 'Nået målet, lagt sammen måned for måned',
  },
  strokes: { before: 'ventet da', reached: 'nået', now: 'ventet nu' },
  wrong: (path) => `»${path}« kan ikke følges, før det er rettet.`,
  title: 'Sagen fulgt',
  day: 'Til og med',
  show: 'Vis',
  seeCase: 'Sagen, som den blev lavet',
}
