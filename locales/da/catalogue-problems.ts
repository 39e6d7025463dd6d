/** Hvad der er galt med priskataloget, og hvad man skal vide om en pris, et indeks eller en regel, før man regner med den. */
import { type CatalogueProblems, type ProblemFacts } from '../wording/problems.ts'

const confidences: Record<string, string> = {
  A: 'myndigheden selv',
  B: 'anden hånd eller én leverandør',
  C: 'svag kilde',
}

const grades: Record<string, string> = {
  invented: 'opfundet',
  unverified: 'ikke efterprøvet',
}

/** Af U siges intet mere: kilden står lige efter. */
const trust = (grade: string): string => (grade in confidences ? `${grade}: ${confidences[grade]!}` : grade)

/** Hvorfor tallet er usikkert, og hvor det står. */
const doubt = (facts: ProblemFacts): string =>
  `${grades[facts.text('grade')] ?? 'uden kilde'} (tillid ${trust(facts.text('confidence'))}).\nKilde: ${facts.text('source')}`

const by = (facts: ProblemFacts): string => (facts.text('by') === '' ? '' : ` ${facts.text('by')}.`)

const units: Record<string, string> = {
  hour: 'én time',
  day: 'ét døgn',
  week: 'én uge',
  month: 'én måned',
  year: 'ét år',
}

export const catalogueProblems: CatalogueProblems = {
  'catalogue-file-unknown': (facts) =>
    `Et priskatalog har ingen fil, der hedder ${facts.text('file')}.csv. Det kan have ${facts.listed('known')}.`,
  'catalogue-column-unknown': (facts) => ({
    says: `Kataloget kender ingen kolonne, der hedder »${facts.text('column')}«, så det, der står i den, ville ikke blive læst.\nKolonnerne i filen kan hedde ${facts.listed('known')}.\nRet navnet i filens første linje, eller slet kolonnen.`,
    lead: 'Kald kolonnen:',
  }),
  'catalogue-source-missing': () =>
    'Rækken har ingen kilde. Et tal uden kilde bruges ikke.\nSkriv i kolonnen source, hvor tallet står, eller hvem der har oplyst det.',
  'catalogue-year-missing': (facts) =>
    `Prisen »${facts.text('id')}« har intet prisår, så den kan ikke regnes om til andre års priser.\nSkriv i kolonnen price-year, hvilket års priser den er i.`,
  'catalogue-row-twice': (facts) =>
    `»${facts.text('id')}« har to rækker, der gælder ${facts.day('on')}; den anden er linje ${facts.number('other')} i ${facts.text('file')}. Kun én kan gælde.\nSlet den ene, eller ret den dag, den gælder fra eller til.`,
  'catalogue-index-unknown': (facts) =>
    `Prisen skal reguleres efter »${facts.text('name')}«, men indexes.csv har kun ${facts.listed('known')}.`,
  'catalogue-benefit-unknown': (facts) =>
    `Reformen ophæver eller lukker »${facts.text('name')}«, men kataloget har ingen ydelse, der hedder sådan.`,
  'catalogue-word-unknown': (facts) =>
    `Kolonnen ${facts.text('column')} kan være ${facts.either('known')}, ikke »${facts.text('value')}«.`,
  'catalogue-value-impossible': (facts) =>
    facts.text('most') === ''
      ? `Rækken gælder til ${facts.day('value')}, men begynder først ${facts.day('least')}.`
      : `Kolonnen ${facts.text('column')} skal være mellem ${facts.number('least')} og ${facts.number('most')}, ikke ${facts.number('value')}.`,
  'catalogue-steps-broken': (facts) =>
    `Trinene i diskonteringsrenten »${facts.text('guide')}« hænger ikke sammen ved år ${facts.text('from')}.\nFørste trin begynder i år 1, hvert næste i året efter det forrige, og det sidste har intet slutår.`,
  'catalogue-writing-unclear': (facts) => ({
    says: `Kolonnen ${facts.text('column')}: »${facts.text('value')}« kan læses på flere måder, eller er ikke skrevet, som kataloget ellers er.`,
    lead: 'Skriv det i feltet, så det kun kan læses på én måde, eller skriv i reading.yaml ved siden af filen, hvordan alle tal og datoer er skrevet:',
    means: (paste) => (/^(numbers|dates):/.test(paste) ? 'i reading.yaml' : 'i feltet'),
  }),
  'price-unknown': (facts) => `Priskataloget har ingen pris, der hedder »${facts.text('id')}«.`,
  'price-not-yet-valid': (facts) =>
    `Prisen »${facts.text('id')}« gælder først fra ${facts.day('from')}, men bruges ${facts.day('on')}.`,
  'price-ended': (facts) =>
    `»${facts.text('id')}« findes ikke længere ${facts.day('on')}; sidste dag var ${facts.day('through')}.${by(facts)}`,
  'price-closed': (facts) =>
    `»${facts.text('id')}« tager ikke imod nye fra ${facts.day('from')}.${by(facts)}\nDen, der er på ydelsen i forvejen, kan have den endnu.`,
  'price-old': (facts) =>
    `Prisen »${facts.text('id')}« er fra ${facts.text('stated')}, ${facts.number('age')} år ældre end beregningens priser (${facts.text('year')}).\nEn nyere pris bør findes, fx i kommunens eget regnskab.`,
  'price-year-uncertain': (facts) =>
    `Prisåret for »${facts.text('id')}« er ikke oplyst; det ligger mellem ${facts.text('earliest')} og ${facts.text('latest')}.\nDer regnes med ${facts.text('latest')}, så prisen reguleres mindst.`,
  'price-unverified': (facts) => `Prisen »${facts.text('id')}« er ${doubt(facts)}`,
  'price-index-missing': (facts) =>
    `Prisen »${facts.text('id')}« er i ${facts.text('stated')}-priser og skal bruges i ${facts.text('year')}-priser, men kataloget siger ikke, hvad den reguleres efter.\nSkriv en familie fra indexes.csv i kolonnen index, i jeres eget katalog.`,
  'index-unknown': (facts) =>
    `Kataloget har ingen pris- og lønregulering, der hedder »${facts.text('family')}«. Det har ${facts.listed('known')}.`,
  'index-year-missing': (facts) => ({
    says: `Fra ${facts.text('from')}- til ${facts.text('to')}-priser mangler »${facts.text('family')}« en procent for ${facts.listed('years')}${facts.text('knownAt') === '' ? '' : `, som den var kendt ${facts.day('knownAt')}`}.\nEt år uden tal regnes ikke for nul.`,
    lead: 'Skriv en række i indexes.csv i jeres eget katalog, der begynder sådan:',
  }),
  'discount-guide-unknown': (facts) => `Kataloget har ingen diskonteringsrente, der hedder »${facts.text('guide')}«.`,
  'discount-current-prices': () =>
    'Beløbene er i løbende priser, og diskonteringsrenten er real. Så ville prisstigninger blive regnet for et tab.\nRegn først beløbene om til ét års priser.',
  'rule-figure-missing': (facts) =>
    `Reglen »${facts.text('rule')}« har intet tal for »${facts.text('figure')}« ${facts.day('on')}.\nSkriv det i rules.csv i jeres eget katalog, med kilde.`,
  'rule-figure-old': (facts) =>
    `${facts.text('label')} er i ${facts.text('level')}-niveau og er ikke reguleret op til ${facts.text('year')}.\nSkriv det regulerede beløb i rules.csv i jeres eget katalog.`,
  'rule-figure-level': (facts) =>
    `»${facts.text('label')}« er i ${facts.text('level')}-niveau, men sagens beløb er i ${facts.text('year')}-priser, så grænsen rammer skævt.\nSkriv beløbet i ${facts.text('year')}-niveau i rules.csv i jeres eget katalog.`,
  'rule-figure-per-use': (facts) =>
    `»${facts.text('label')}« er en grænse for én indlæggelse eller ét besøg, men prisen er for ${units[facts.text('unit')] ?? facts.text('unit')}, så grænsen holdes op mod hver enhed og nås måske aldrig.\nSkriv, hvad én indlæggelse eller ét besøg koster, med per: case.`,
  'rule-figure-unverified': (facts) => `${facts.text('label')} er ${doubt(facts)}`,
}
