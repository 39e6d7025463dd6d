/** Hvad der er galt med en tekst, før den kan læses: YAML og CSV. */
import { type ProblemFacts, type TextProblems } from '../wording/problems.ts'

const syntaxCauses: Record<string, (found: string) => string> = {
  indentation: () => 'Linjen er ikke rykket lige så langt ind som de linjer, den hører sammen med.',
  escape: () => 'Efter \\ i anførselstegn står et tegn, der ikke kan stå der. Skriv \\\\ for en omvendt skråstreg.',
  'reserved-character': (found) => `En værdi kan ikke begynde med »${found}«. Sæt værdien i anførselstegn.`,
  'map-on-key-line': () =>
    'Linjen har to koloner eller er rykket forkert ind. Sæt værdien i anførselstegn, hvis kolonet hører til den, eller skriv fortsættelsen på næste linje.',
  'block-in-brackets': () => 'I { } og [ ] kan der ikke stå linjer, der er rykket ind. Skriv det hele på én linje.',
  'key-too-long': () => 'Navnet foran kolonet er for langt. Mangler der et kolon eller et anførselstegn?',
  'missing-character': () => 'Der mangler et tegn, måske et kolon, et komma eller et mellemrum efter kolonet.',
  'key-over-lines': () => 'Et navn skal stå på én linje. Mangler linjen ovenfor et kolon?',
  'unexpected-character': (found) => `»${found}« hører ikke til her. Sæt teksten i anførselstegn.`,
  unreadable: () =>
    'Teksten kan ikke læses som YAML. Se efter tegn, der ikke er lukket, og linjer, der er rykket skævt ind.',
}

const fields = (facts: ProblemFacts): string =>
  facts.text('fields') === '1' ? 'ét felt' : `${facts.number('fields')} felter`

const column = (facts: ProblemFacts): string => `Kolonnen ${facts.text('column')}`

/** Hvad resten af kolonnen viser om, hvordan dagene er skrevet. */
function orderShown(facts: ProblemFacts): string {
  const [order, shown] = [facts.text('order'), `»${facts.text('shownBy')}« på linje ${facts.text('shownOn')}`]
  if (order === '') return ''
  if (order === 'both')
    return `\n${shown} kan kun læses med dagen først, men »${facts.text('otherBy')}« på linje ${facts.text('otherOn')} kun med måneden først. Skriv datoerne ud som 2024-12-31; ingen regel passer på dem alle.`
  const [first, that] = order === 'day-month-year' ? ['dagen', 'måneden'] : ['måneden', 'dagen']
  return `\n${shown} kan kun læses med ${first} først, og ingen i kolonnen kun med ${that} først. Så er de andre nok også skrevet sådan.`
}

/** Et tal, hvis punktum eller komma kan dele tusinder eller decimaler. */
export function twoNumbers(facts: ProblemFacts): { says: string; lead: string; means: (paste: string) => string } {
  const [danish = '', international = ''] = facts.items('readings').map((reading) => reading.replace('.', ','))
  const manner = facts.text('manner') === 'danish' ? 'på dansk' : 'internationalt'
  const shown =
    facts.text('manner') === ''
      ? ''
      : `\n»${facts.text('shownBy')}« samme sted kan kun læses ${manner}, så er de andre tal nok også skrevet sådan.`
  const [whole, broken] = danish.includes(',') ? [international, danish] : [danish, international]
  const read = (paste: string) => (paste.endsWith('danish') ? danish : international)
  return {
    says: `»${facts.text('value')}« kan være ${danish} eller ${international}.${shown}`,
    lead: 'Skriv tallet i feltet, så det kun kan læses på én måde, eller skriv i reading.yaml, hvordan alle tal er skrevet (for en kontrakt i facts/reading.yaml, for en sag ved siden af case.yaml):',
    means: (paste) =>
      paste.startsWith('numbers:')
        ? `i reading.yaml: »${facts.text('value')}« er ${read(paste)}`
        : `i feltet: ${/[.,]/.test(paste) ? broken : whole}`,
  }
}

export const textProblems: TextProblems = {
  'yaml-too-large': (facts) =>
    `Filen er på ${facts.number('length')} tegn; der kan læses ${facts.number('lengthMax')}.\nSå lange lister hører til i CSV-filer ved siden af; i en aftale er det dem i mappen facts.`,
  'yaml-too-deep': (facts) =>
    `Her er mere end ${facts.number('depthMax')} lag inden i hinanden. Ingen kan læse det højt.\nDel det op, fx i flere resultatmål, der bygger på hinanden.`,
  'yaml-directive': (facts) => `»${facts.text('directive')}« er en besked til et program. Slet linjen.`,
  'yaml-anchor': (facts) =>
    `&${facts.text('name')} gemmer et stykke, så det kan hentes et andet sted. Vilkår skal kunne læses, hvor de står.\nSlet mærket, og skriv stykket helt ud, hvor det bruges.`,
  'yaml-alias': (facts) =>
    `*${facts.text('name')} henter et stykke, der står et andet sted. Vilkår skal kunne læses, hvor de står.\nSkriv stykket helt ud her.`,
  'yaml-tag': (facts) =>
    `»${facts.text('name')}« bestemmer, hvordan et program skal læse værdien. Slet det; værdien læses, som den står.`,
  'yaml-several-documents': () =>
    'Her begynder endnu et dokument. En fil rummer ét sæt vilkår.\nFlyt resten til en fil for sig, eller slet linjen ---.',
  'yaml-never-closed': (facts) => `Det, der åbnes med ${facts.text('opened')} her, bliver aldrig lukket.`,
  'yaml-tab': () => 'Linjen er rykket ind med tabulator. Brug mellemrum.',
  'yaml-syntax': (facts) => (syntaxCauses[facts.text('cause')] ?? syntaxCauses['unreadable']!)(facts.text('found')),
  'yaml-key-not-text': () => 'Foran kolonet skal der stå ét navn.',
  'yaml-duplicate-key': (facts) =>
    `»${facts.text('key')}« står to gange i samme sæt; første gang på linje ${facts.number('firstLine')}.\nSlet den ene, så der ikke er tvivl om, hvilken der gælder.`,

  'csv-column-missing': (facts) =>
    `Filen mangler en kolonne, der hedder ${facts.either('accepted')}.\nDen har ${facts.listed('found')}. Hedder kolonnen noget andet hos jer, så skriv det i reading.yaml ved siden af filen:\n\n    columns: { jeres-navn: ${facts.text('column')} }`,
  'csv-column-twice': (facts) =>
    `Flere kolonner rummer det samme: ${facts.listed('found')}. Kun én kan gælde.\nSlet den anden, eller giv den et andet navn.`,
  'csv-empty': () => 'Filen er tom. Første linje skal være navnene på kolonnerne.',
  'csv-encoding-mixed': (facts) =>
    `Linjen er gemt med andre tegnkoder end resten af filen, som er ${facts.text('encoding')}: »${facts.text('value')}«.\nGem hele filen som UTF-8.`,
  'csv-header-unreadable': () =>
    'Første linje kan ikke læses som navne på kolonner. Se efter et anførselstegn, der ikke er lukket.',
  'csv-record-too-large': (facts) =>
    `Linjen er på mere end ${facts.number('bytesMax')} byte og er sprunget over. Et anførselstegn er nok ikke lukket.`,
  'csv-row-too-long': (facts) =>
    `Linjen har ${fields(facts)}, men der er ${facts.number('expected')} kolonner.\nHører et skilletegn til teksten, så sæt feltet i anførselstegn.`,
  'csv-row-too-short': (facts) => `Linjen har ${fields(facts)}, men der er ${facts.number('expected')} kolonner.`,
  'csv-text-too-long': (facts) => `${column(facts)} har en tekst på ${facts.number('length')} tegn. Det er for langt.`,
  'csv-utf16': () =>
    'Filen er gemt som UTF-16. Gem den som UTF-8; i Excel hedder det »CSV UTF-8 (semikolonsepareret)«.',
  'csv-value-missing': (facts) => `${column(facts)} skal være udfyldt, men er tom på denne linje.`,
  'csv-quote-never-closed': () => 'Feltet begynder med et anførselstegn, der aldrig bliver lukket.',
  'csv-quote-misplaced': () =>
    'Efter det afsluttende anførselstegn står der mere. Skriv to anførselstegn ("") for ét inde i teksten.',
  'csv-number-unreadable': (facts) => `${column(facts)} skal være et tal. »${facts.text('value')}« er ikke et.`,
  'csv-number-too-long': (facts) =>
    `${column(facts)} har flere cifre, end der kan regnes med: »${facts.text('value')}«.`,
  'csv-number-against-rule': (facts) =>
    `»${facts.text('value')}« er ikke skrevet, som reading.yaml siger om tal (numbers: ${facts.text('rule')}). For en kontrakt, også for parameters.csv, står reglen i facts/reading.yaml; for en sag ved siden af case.yaml.\nSkriv tallet sådan, eller ret reglen, hvis alle tal er skrevet på den anden måde.`,
  'csv-number-ambiguous': (facts) => {
    const { says, lead, means } = twoNumbers(facts)
    return { says: `${column(facts)}: ${says}`, lead, means }
  },
  'csv-day-unreadable': (facts) =>
    `${column(facts)} skal være en dato. »${facts.text('value')}« er ikke en; skriv fx 2024-12-31 eller 31-12-2024.`,
  'csv-day-impossible': (facts) => `${column(facts)}: dagen »${facts.text('value')}« findes ikke.`,
  'csv-day-against-rule': (facts) =>
    `»${facts.text('value')}« er ikke skrevet, som reading.yaml siger om datoer (dates: ${facts.text('rule')}). For en kontrakt står reglen i facts/reading.yaml; for en sag ved siden af case.yaml.\nSkriv datoen sådan, eller som 2024-12-31, eller ret reglen, hvis alle datoer er skrevet på den anden måde.`,
  'csv-day-ambiguous': (facts) => ({
    says: `${column(facts)}: »${facts.text('value')}« kan være ${facts.either('readings')}.${orderShown(facts)}`,
    lead: 'Skriv i reading.yaml ved siden af filen, hvordan datoer er skrevet, eller skriv datoen ud:',
  }),
}
