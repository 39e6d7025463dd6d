/** Hvad der er galt med oplysninger: borgere, fakta og de filer, der hører til en aftale. */
import { twoNumbers } from './text-problems.ts'
import { type FactProblems, type ProblemFacts } from '../wording/problems.ts'

const units: Readonly<Record<string, string>> = {
  person: 'personer',
  family: 'familier',
  child: 'børn',
  parent: 'forældre',
  agreement: 'aftalen',
}

const grades: Readonly<Record<string, string>> = {
  register: 'register',
  'third-party': 'tredjepart (third-party)',
  authority: 'myndighed (authority)',
  provider: 'leverandør (provider)',
  'self-report': 'borgeren selv (self-report)',
}

const days: Readonly<Record<string, string>> = {
  referral: 'henvist',
  start: 'start',
  end: 'slut',
  birth: 'født',
  observedTo: 'observeret til',
  exitOn: 'afgang den',
}

const columns: Readonly<Record<string, string>> = {
  exit: 'en af de måder at forlade forløbet på, vilkårene nævner',
  track: 'et spor i vilkårene',
  pilot: 'ja eller nej',
  agreement: 'en af aftalerne',
}

const statementKeys: Readonly<Record<string, string>> = {
  payment: 'betalingsmålet',
  payer: 'betaleren',
  payee: 'modtageren',
  agreement: 'aftalen',
}

const elsewhere = (facts: ProblemFacts): string => `${facts.text('otherFile')}, linje ${facts.text('otherLine')}`
const known = (facts: ProblemFacts, several: string): string =>
  facts.items('known').length === 0 ? '' : `\n${several}: ${facts.listed('known')}.`

/** Hvor mange oplysninger der ikke er brugt, og i hvilke filer. */
function leftOut(facts: ProblemFacts): string {
  const rows = facts.text('rows') === '1' ? '1 oplysning' : `${facts.number('rows')} oplysninger`
  const people = facts.text('people') === '1' ? '1 borger' : `${facts.number('people')} borgere`
  return `${rows} om ${people} i ${facts.listed('files')} er ikke brugt`
}

/** Hvad der følger af rækker i people.csv, som ikke kunne bruges. */
function notUsed(facts: ProblemFacts): string {
  if (!facts.is('isRead')) return `Ingen borgere kunne læses. Derfor gælder også: ${leftOut(facts)}. Ret fejlen her.`
  const members =
    facts.text('members') === '0'
      ? ''
      : ` ${facts.number('members')} ${facts.text('members') === '1' ? 'medlem' : 'medlemmer'} af deres familier er heller ikke brugt.`
  const rows = facts.text('rows') === '0' ? '' : ` ${leftOut(facts)}.`
  return `De rækker i filen, der har en fejl, er ikke brugt, og det har følger:${members}${rows}\nRet fejlene i denne fil, så følger resten med.`
}

export const factProblems: FactProblems = {
  'people-missing': (facts) => ({
    says: `Der er ingen fil med borgerne, facts/people.csv. Derfor gælder: ${leftOut(facts)}.`,
    lead: 'Læg filen i mappen med en række for hver borger. Den begynder sådan:',
  }),
  'persons-left-out': notUsed,
  'people-none': () => 'Filen har ingen borgere, kun navnene på kolonnerne.',
  'attribute-column-missing': (facts) =>
    `Vilkårene spørger efter »${facts.text('attribute')}«, men people.csv har ingen kolonne med det navn, så ingen har svaret.${known(facts, 'Kolonnerne med egenskaber')}`,
  'attribute-word-unknown': (facts) =>
    `Ingen i people.csv har ordet »${facts.text('found')}« i kolonnen »${facts.text('attribute')}«.${known(facts, 'Ordene i kolonnen')}`,
  'people-clock-missing': (facts) =>
    facts.is('hasColumn')
      ? `Ingen i filen har en dag i kolonnen »${facts.text('column')}«, som starter deres ur efter vilkårene, så ingen er begyndt, og intet kan optjenes.`
      : `Filen mangler kolonnen med den dag, der starter borgernes ur efter vilkårene. Den kan hedde ${facts.either('accepted')}. Uden den er ingen begyndt, og intet kan optjenes.\nFilen har ${facts.listed('found')}.`,
  'people-column-unknown': (facts) =>
    `Ingen vilkår spørger efter kolonnen »${facts.text('found')}«, og den ligner »${facts.text('column')}«, som filen ikke har.`,
  'person-twice': (facts) =>
    `»${facts.text('id')}« står også på linje ${facts.text('otherLine')}, men med andre oplysninger. Ingen af dem er brugt.\nRet den forkerte, eller slet den.`,
  'person-told-twice': (facts) =>
    `»${facts.text('id')}« står ordret også på linje ${facts.text('otherLine')} og tæller én gang.`,
  'person-unit-unknown': (facts) =>
    `»${facts.text('found')}« for »${facts.text('id')}« er ikke en enhed.${known(facts, 'Enhederne')}`,
  'person-word-unknown': (facts) =>
    `»${facts.text('found')}« for »${facts.text('id')}« er ikke ${columns[facts.text('column')] ?? facts.text('column')}. Linjen er ikke brugt.${known(facts, 'Mulighederne')}`,
  'person-family-unknown': (facts) =>
    facts.is('isPerson')
      ? `»${facts.text('id')}« hører til »${facts.text('found')}«, men det er ikke en familie.`
      : `»${facts.text('id')}« hører til familien »${facts.text('found')}«, som ikke står i filen. Tilføj en linje for familien.`,
  'person-days-disordered': (facts) =>
    `»${facts.text('id')}«: ${days[facts.text('earlier')] ?? facts.text('earlier')} (${facts.day('earlierDay')}) ligger efter ${days[facts.text('later')] ?? facts.text('later')} (${facts.day('laterDay')}).${facts.is('isRefused') ? ' Linjen er ikke brugt.' : ''}`,
  'person-day-ahead': (facts) =>
    `»${facts.text('id')}«: ${days[facts.text('column')] ?? facts.text('column')} er ${facts.day('day')}, men filen er skrevet ${facts.day('writtenOn')}.`,
  'person-day-outside': (facts) =>
    `»${facts.text('id')}«: ${days[facts.text('column')] ?? facts.text('column')} er ${facts.day('day')}, men aftalen løber fra ${facts.day('begins')} til ${facts.day('through')}. Se datoen efter.`,

  'facts-none': () => 'Filen har ingen oplysninger, kun navnene på kolonnerne.',
  'facts-measure-unnamed': (facts) => ({
    says: `Hverken filens navn eller en kolonne siger, hvilken målevariabel oplysningerne hører til.\nGiv filen navn efter målevariablen, eller tilføj en kolonne, der hedder ${facts.either('accepted')}.${known(facts, 'Målevariablerne')}`,
    lead: 'Filen kunne hedde:',
  }),
  'facts-column-unknown': (facts) =>
    `Kolonnen »${facts.text('found')}« læses ikke.${known(facts, 'Disse kolonner læses')}`,
  'fact-column-idle': (facts) =>
    `Kolonnen ${facts.text('column')} er udfyldt på ${facts.number('rows')} linjer, men »${facts.text('measure')}« er af en slags (${facts.text('kind')}), der ikke bruger den.`,
  'fact-measure-missing': () => 'Linjen siger ikke, hvilken målevariabel oplysningen hører til.',
  'fact-measure-unknown': (facts) =>
    `»${facts.text('value')}« er ikke en målevariabel i vilkårene.${known(facts, 'Målevariablerne')}`,
  'fact-person-missing': (facts) => `Oplysningen om »${facts.text('measure')}« siger ikke, hvem den handler om.`,
  'fact-person-unknown': (facts) =>
    `»${facts.text('person')}« står ikke i facts/people.csv. Oplysningen er ikke brugt.\nTilføj borgeren, eller ret nummeret.`,
  'fact-unit-differs': (facts) =>
    `»${facts.text('measure')}« registreres for ${units[facts.text('of')] ?? facts.text('of')}, men »${facts.text('person')}« hører til blandt ${units[facts.text('unit')] ?? facts.text('unit')}.`,
  'fact-agreement-unknown': (facts) =>
    `»${facts.text('value')}« er ikke en af aftalerne.${known(facts, 'Aftalerne') || '\nDer er kun én aftale, og den har intet navn i facts/people.csv. Lad feltet stå tomt.'}`,
  'fact-group-unknown': (facts) =>
    `Ingen borgere og ingen parter hører til »${facts.text('group')}«, så intet mål finder tallet.${known(facts, 'Kendte navne') || '\nRet navnet, eller lad feltet stå tomt, hvis tallet gælder hele aftalen.'}`,
  'fact-grade-differs': (facts) =>
    `Kilden er angivet som »${facts.text('value')}«, men for »${facts.text('measure')}« er det aftalt at være ${grades[facts.text('agreed')] ?? facts.text('agreed')}.`,
  'fact-recorder-missing': (facts) => `Det er ikke angivet, hvem der har registreret »${facts.text('measure')}«.`,
  'fact-day-missing': () => 'Oplysningen har ingen dag. Skriv, fra hvilken dag den gælder.',
  'fact-days-disordered': (facts) => `Perioden slutter ${facts.day('to')}, før den begynder ${facts.day('from')}.`,
  'fact-day-ahead': (facts) =>
    `Oplysningen om »${facts.text('measure')}« er fra ${facts.day('day')}, efter aftalens sidste dag, som er ${facts.day('through')}.`,
  'fact-day-early': (facts) =>
    `Oplysningen om »${facts.text('measure')}« er fra ${facts.day('day')}, længe før aftalen begyndte ${facts.day('agreementFrom')}.`,
  'fact-day-before-birth': (facts) =>
    `Oplysningen om »${facts.text('measure')}« er fra ${facts.day('day')}, før personen blev født ${facts.day('birth')}.`,
  'fact-recorded-early': (facts) =>
    `Oplysningen om »${facts.text('measure')}« gælder fra ${facts.day('day')}, men er registreret før det, ${facts.day('recorded')}.`,
  'fact-value-missing': (facts) => `Oplysningen om »${facts.text('measure')}« har ingen værdi.`,
  'fact-value-unreadable': (facts) =>
    facts.text('fault') === 'against-rule'
      ? `»${facts.text('value')}« er ikke skrevet, som facts/reading.yaml siger om tal (numbers: ${facts.text('numbers')}).`
      : `»${facts.text('value')}« er ikke et tal, der kan læses som »${facts.text('measure')}«.`,
  'fact-value-unknown': (facts) =>
    `»${facts.text('value')}« er ikke en værdi, »${facts.text('measure')}« kan have.${known(facts, 'Værdierne')}`,
  'fact-value-outside': (facts) =>
    `»${facts.text('value')}« ligger uden for det, »${facts.text('measure')}« kan være: ${facts.number('lowest')} til ${facts.number('highest')}.`,
  'fact-value-ambiguous': twoNumbers,
  'fact-share-ambiguous': (facts) => ({
    says: `»${facts.text('value')}« kan være en andel af 1 eller procent. Der er hundrede gange forskel.`,
    lead: 'Skriv i facts/reading.yaml, hvordan andele er skrevet:',
    means: (paste) =>
      paste.endsWith('percent') ? `»${facts.text('value')}« er procent` : `»${facts.text('value')}« er en andel af 1`,
  }),
  'fact-kind-missing': (facts) =>
    `Oplysningen om »${facts.text('measure')}« siger ikke, hvilken art den er. Tilføj en kolonne, der hedder art.${known(facts, 'Arterne')}`,
  'fact-kind-unknown': (facts) =>
    `»${facts.text('found')}« er ikke en af arterne i »${facts.text('measure')}«.${known(facts, 'Arterne')}`,
  'fact-item-missing': (facts) =>
    `Oplysningen om »${facts.text('measure')}« siger ikke, hvilket mål i planen den gælder.`,
  'fact-overlaps': (facts) =>
    `Perioden deler dage med en anden af »${facts.text('measure')}« (${elsewhere(facts)}), og det er aftalt at være en fejl. Ingen af dem er brugt.`,
  'fact-same-day': (facts) =>
    `Der er to oplysninger om »${facts.text('measure')}« fra ${facts.day('day')} (den anden: ${elsewhere(facts)}), og det er aftalt at være en fejl. Ingen af dem er brugt.`,
  'fact-tie-undecided': (facts) =>
    `To oplysninger om »${facts.text('measure')}« fra ${facts.day('day')} siger forskelligt (den anden: ${elsewhere(facts)}) og er registreret samme dag, så det kan ikke ses, hvilken der er den seneste. Ingen af dem er brugt.`,
  'fact-number-twice': (facts) =>
    `Nummeret »${facts.text('number')}« er også brugt i ${elsewhere(facts)} om noget andet. Ingen af dem er brugt.\nEr det en rettelse, så giv den sit eget nummer, og skriv det gamle i kolonnen erstatter.`,
  'fact-told-twice': (facts) =>
    `Oplysning »${facts.text('number')}« er læst før (${elsewhere(facts)}) og tæller én gang.`,
  'fact-corrected-twice': (facts) =>
    `»${facts.text('supersedes')}« er rettet ${facts.number('corrections')} gange af hver sin oplysning, og de gælder alle. Skulle den ene erstatte den anden?`,
  'fact-correction-of-nothing': (facts) =>
    `Rettelsen erstatter »${facts.text('supersedes')}«, som ikke findes. Den er ikke brugt.`,
  'fact-correction-undated': (facts) =>
    `Rettelsen af »${facts.text('supersedes')}« siger ikke, hvornår den er registreret, så det kan ikke ses, hvad man vidste hvornår.\nSkriv dagen i kolonnen registreret.`,
  'fact-correction-circular': (facts) =>
    `Rettelserne erstatter hinanden i ring (»${facts.text('supersedes')}«), så ingen af dem er den sidste. Ingen af dem er brugt.`,
  'fact-withdrawal-undated': (facts) =>
    `»${facts.text('supersedes')}« er trukket tilbage, men det står ikke hvornår. Skriv dagen i kolonnen registreret.`,

  'reading-rule-unknown': (facts) =>
    `»${facts.text('key')}« kan ikke være det, der står her.${known(facts, 'Mulighederne')}`,
  'parameter-missing': (facts) =>
    `Tabellen har ingen aftaler. Den skal have en linje for hver aftale med ${facts.listed('names')}.`,
  'statement-unreadable': (facts) =>
    `Den udstedte opgørelse kan ikke læses: »${facts.text('wrong')}« ${facts.text('value') === '' ? 'mangler' : `er »${facts.text('value')}«`}. Derfor kan det ikke ses, hvad der er betalt før.\nHent filen igen fra dengang; den må ikke rettes i hånden.`,
  'statement-twice': (facts) =>
    facts.is('isAlike')
      ? `Opgørelse »${facts.text('statement')}« ligger også i ${facts.text('otherFile')} og er trukket fra én gang.\nSlet den ene fil.`
      : `Opgørelse »${facts.text('statement')}« ligger også i ${facts.text('otherFile')}, men med andre tal. Kun den i ${facts.text('otherFile')} er trukket fra.\nSlet den forkerte fil, eller find ud af, hvad den anden opgørelse hed.`,
  'statement-name-unknown': (facts) =>
    `Opgørelse »${facts.text('statement')}« har ${statementKeys[facts.text('key')] ?? facts.text('key')} »${facts.text('found')}«, som ingen udgave af vilkårene kender.${known(facts, 'Vilkårene kender')}\nEr filen fra en anden aftale, så flyt den. Har vilkårene skiftet navnet ud, så giv det gamle navn tilbage, ellers trækkes beløbet ikke fra det rigtige.`,
  'statement-not-taken-off': (facts) => ({
    says: `${facts.is('isOne') ? 'Opgørelse' : 'Opgørelserne'} ${facts.listed('statements')} er lavet samme dag som denne eller senere og er ikke trukket fra. Her ses, hvordan det stod dengang. Det må ikke betales igen.`,
    lead: 'Afregn til disse dage eller senere for at se, hvad der mangler at blive betalt:',
  }),
  'file-unread': (facts) =>
    facts.is('isFolder')
      ? `Mappen læses ikke, for kun filer lige i ${facts.text('folder')}/ læses.\nHører dens filer til aftalen, så flyt dem op i ${facts.text('folder')}/.`
      : `Filen læses ikke, for i ${facts.text('folder')}/ læses kun filer, der ender på ${facts.either('endings')}.\nHører den til aftalen, så gem den i det format. Ellers flyt den et andet sted hen.`,
  'known-before-true': (facts) =>
    `Der afregnes til ${facts.day('to')} med det, der var kendt ${facts.day('knownAt')}. Det sidste stykke kan ingen vide noget om endnu.`,
}
