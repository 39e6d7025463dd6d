/** Usikkerheden i en sag, på dansk. */
import { numberText, sentence } from '../numbers.ts'
import { type UncertaintyWords } from '../wording/uncertainty.ts'

/** »I 83 af 100 tænkelige forløb«; ingen og alle siges, som de er. */
export function inHowMany(share: number, draws: number): string {
  if (share === 0) return `I intet af de ${numberText(draws, 'da')} tænkelige forløb`
  if (share === 1) return `I alle ${numberText(draws, 'da')} tænkelige forløb`
  if (share < 0.005) return 'I færre end 1 af 100 tænkelige forløb'
  if (share > 0.995) return 'I flere end 99 af 100 tænkelige forløb'
  return `I ${String(Math.round(share * 100))} af 100 tænkelige forløb`
}

export const uncertainty: UncertaintyWords = {
  title: 'Usikkerhed',
  see: 'Hvor sikkert er det? Chance for gevinst, risiko for tab, og hvilket tal der er værd at måle',
  basis: ({ draws, seed, scenario }) => `${draws} tænkelige forløb, trukket med frø »${seed}«. ${scenario}.`,
  gain: (share, draws) => `${inHowMany(share, draws)} har kommunen flere penge, end hvis indsatsen ikke var gjort.`,
  loss: (share, draws) => `${inHowMany(share, draws)} får investoren mindre tilbage, end der blev lagt ud.`,
  once: ({ likely, means, mean, error }) =>
    (likely === undefined ? '' : `Regnet én gang med de sandsynlige tal: ${likely}; `) +
    `${likely === undefined ? 'R' : 'r'}egnet én gang med middeltallene: ${means}; gennemsnit af forløbene: ${mean} (± ${error}).`,
  apart: {
    alike: 'De to sidste ligger ikke længere fra hinanden, end tilfældet kan gøre.',
    difference: ({ all, repaid, rest }) =>
      repaid === undefined
        ? sentence(`Forskellen på de to sidste er ${all}`)
        : sentence(
            `Forskellen på de to sidste er ${all}: ${repaid} i tilbagebetaling og ${rest} i udgifter og besparelser`,
          ),
    limits: {
      cap: 'Tilbagebetalingen har et loft: går det godt, betales der ikke mere end det, men går det skidt, betales der mindre, så gennemsnittet af betalingerne er et andet end betalingen ved middeltallene.',
      floor:
        'Tilbagebetalingen har et gulv: går det skidt, betales der ikke mindre end det, men går det godt, betales der mere, så gennemsnittet af betalingerne er et andet end betalingen ved middeltallene.',
      both: 'Tilbagebetalingen har et loft og et gulv: over det ene betales der ikke mere og under det andet ikke mindre, så gennemsnittet af betalingerne er et andet end betalingen ved middeltallene.',
    },
    terms:
      'I forløbene betales der efter kontraktens vilkår; regnet én gang betales der efter sagens egen model for tilbagebetaling.',
    bounds: ({ capped, raised, repaid, bounds, terms }) => {
      const [cap, floor] = [
        `${capped} holder kontraktens loft betalinger tilbage`,
        `${raised} hæver kontraktens gulv betalinger`,
      ]
      const [told, which] =
        raised === undefined
          ? [cap, 'gør loftet']
          : capped === undefined
            ? [floor, 'gør gulvet']
            : [`${cap}. ${floor}`, 'gør de']
      return sentence(`${told}: af de ${repaid} i tilbagebetaling ${which} ${bounds} og vilkårene i øvrigt ${terms}`)
    },
    rest: 'Udgifter og besparelser er i gennemsnit andre end ved middeltallene, hvor et skøn ikke virker i en lige linje: når lidt tabes hvert år af en effekt, når skøn, der følges ad, ganges sammen, og når mennesker er hele.',
  },
  multiples: (low, middle, high) =>
    `Pengene kommer ${low} gange igen i de dårligste 10 %, ${middle} i midten og ${high} i de bedste 10 %.`,
  mean: ({ amount, error, isGain }) =>
    sentence(
      `I gennemsnit ${isGain ? 'har den' : 'mangler den'} ${amount} i nutidsværdi; gennemsnittet er sikkert på ± ${error} nær`,
    ),
  seed: 'Frø',
  draws: 'Forløb',
  show: 'Regn',
  drawsFault: (found, least, most) => `»${found}« kan ikke bruges: skriv et antal forløb fra ${least} til ${most}.`,
  seedFault: (most) => `Et frø er højst ${String(most)} tegn.`,
  working: (percent, draws) => `Regner: ${percent} af de ${draws} forløb er trukket. Siden henter selv resultatet.`,
  waiting: (before) =>
    before === 0
      ? 'Venter på at komme til. Siden henter selv resultatet.'
      : `Venter på at komme til; ${String(before)} er foran. Siden henter selv resultatet.`,
  crowded: 'Der er for mange, der regner lige nu. Prøv igen om et øjeblik.',
  failed: 'Regningen blev ikke færdig. Prøv igen; sker det igen, kan den gøres på kommandolinjen.',
  changed: 'Sagen blev ændret, mens der blev regnet. Prøv igen.',
  again: 'Se efter igen',
  workingLabel: 'Så langt er regningen',
  ownersSay:
    'Nutidsværdi. »10 %« er det, som hvert tiende forløb er dårligere end; »90 %« det, som hvert tiende er bedre end. Gevinst er chancen for flere penge end uden indsatsen.',
  investor: {
    title: 'Investoren',
    spread: 'Hvad der kommer tilbage, i de dårligste og i de bedste forløb',
    multiple: 'gange pengene',
    rate: 'rente om året',
    level: 'så mange forløb er dårligere',
    bars: (most) =>
      `Hver søjle er de forløb, der giver så mange gange pengene tilbage; den højeste er ${most} af forløbene. De mørke er tab.`,
    barsTitle: (loss) =>
      `Fordelingen af, hvor mange gange investoren får sine penge tilbage; tab i ${loss} af forløbene.`,
    backAt: 'pengene igen',
  },
  years: {
    says: 'Kommunens budget, lagt sammen år for år. I otte af ti forløb ligger summen i det lyse bånd, i hvert andet i det mørke; stregen er midten.',
    ends: 'Tallene til højre er summen i sidste år.',
    title: 'Kommunens budget lagt sammen',
  },
  tornado: {
    title: 'Hvad resultatet afhænger af',
    says: 'Kommunens gennemsnitlige resultat i de forløb, hvor skønnet er lavt (10 %), og hvor det er højt (90 %).',
    base: 'gennemsnit',
    others: (count) => `${String(count)} andre skøn flytter resultatet mindre.`,
  },
  knowing: {
    title: 'Hvilket tal er værd at måle?',
    says: 'Det, det i gennemsnit ville være værd for kommunen at kende tallet, før den siger ja eller nej til indsatsen.',
    best: ({ label, worth, error, cost, left }) =>
      `Det er mest værd at få målt »${label}«: at kende det, før der siges ja eller nej, er i gennemsnit ${worth} værd (± ${error}).` +
      (cost === undefined
        ? ' Sagen siger ikke, hvad det koster at finde ud af; koster det mindre, kan det betale sig.'
        : ` Det koster ${cost} at finde ud af, så der er ${left ?? ''} tilbage.`),
    notWorth: ({ label, worth, cost, lost }) =>
      `Intet tal er værd at måle til den pris, sagen nævner. Det nærmeste er »${label}«, der er ${worth} værd at kende og koster ${cost}: ${lost} for meget.`,
    nothing:
      'Intet enkelt tal er værd at måle, før der siges ja eller nej: beslutningen ville blive den samme, hvad det end viste sig at være.',
    costUnknown: 'ikke sagt',
    all: (amount) => `At vide alt på forhånd ville være ${amount} værd.`,
    columns: { estimate: 'skøn', worth: 'værd at vide', error: '±', cost: 'koster', left: 'tilbage' },
  },
  files: {
    title: 'Regn det efter',
    says: 'Det samme frø giver de samme forløb, på enhver maskine.',
    draws: 'Alle forløb som CSV: hvert skøn, og hvad det blev til',
    facts: 'De første 100 forløb som kontraktens egne filer, til at opgøre (ZIP)',
    noFacts: 'Forløbene kan ikke hentes som en kontrakts filer, fordi ingen kontrakt ser på borgerne i denne sag.',
    command: 'På kommandolinjen:',
    sameSeed: 'Et andet frø viser, hvor meget tallene flytter sig af tilfældet alene.',
  },
  workshop: {
    withoutScript:
      'Chance og bånd for kladden regnes i browseren og kræver script. For sagen, som den er gemt, står de under fanen Usikkerhed.',
    drawing: (percent) => `Trækker forløb af kladden: ${percent}`,
    renewing: 'Kladden er ændret; nye forløb trækkes.',
    none: 'Kladden kan ikke trækkes endnu.',
    basis: (draws, seed) => `${draws} forløb, trukket her i browseren med frø »${seed}«.`,
    byModel:
      'Betalingen følger her sagens egen model for tilbagebetaling. Med kontraktens vilkår regnes den under Usikkerhed.',
  },
}
