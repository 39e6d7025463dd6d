/** Hvad der er galt med et regneark, der skal læses eller skrives. */
import { type ProblemFacts, type WorkbookProblems } from '../wording/problems.ts'

/** Hvorfor formlerne ikke giver det samme, og hvad der kan gøres. */
function differsBecause(facts: ProblemFacts): string {
  return facts.text('cause') === 'too-large'
    ? 'Beløbene er så store, at et regneark, som regner med 15 cifre, ikke kan holde rede på ørerne.\nSe efter, om et beløb har fået for mange cifre. Ellers brug tallene fra Bundlinje: de er rigtige.'
    : 'Ingen kendt regel er grunden, så det er en fejl i Bundlinje. Tallene fra Bundlinje gælder; meld fejlen med sagens tekst.'
}

export const workbookProblems: WorkbookProblems = {
  'workbook-unreadable': () =>
    'Filen er ikke et regneark, der kan læses: den er beskadiget, har en adgangskode eller er gemt i et andet format.\nGem den som .xlsx uden adgangskode.',
  'workbook-too-large': (facts) =>
    `Det, der skal læses i regnearket, fylder mere end ${facts.number('sizeMax')} MB, når det pakkes ud, så det læses ikke.\nEn sag fylder langt mindre; gem arket med forudsætningerne i en fil for sig.`,
  'workbook-no-inputs': (facts) =>
    `Intet ark har en kolonne med overskriften »${facts.items('paths').join('« eller »')}« og en med »${facts.items('values').join('« eller »')}«, så ingen række siger, hvad den er.\nSæt overskrifterne tilbage, eller hent en skabelon og kopiér tallene over: bundlinje value --template sag.xlsx`,
  'workbook-formula-unworked': () =>
    'Cellen har en formel, men ingen værdi: projektmappen er gemt af et program, der ikke regner. Cellen er ikke læst som tom eller nul.\nÅbn projektmappen i et regneark, og gem den, eller skriv tallet selv i stedet for formlen.',
  'workbook-cell-unfit': (facts) =>
    `Her står ${facts.text('found')}, og det er hverken et tal eller en tekst.\nSkriv værdien for ${facts.text('path')}; en formel skal være regnet ud uden fejl.`,
  'workbook-path-unfit': (facts) =>
    `»${facts.text('path')}« er ikke en sti i en sag. Stien er navne med små bogstaver og punktum imellem, fx groups.all.course.`,
  'workbook-path-twice': (facts) =>
    `»${facts.text('path')}« står to steder: her og som »${facts.text('other')}« i række ${facts.number('row')}.\nSlet den ene; en kopieret række skal have et andet navn i stien.`,
  'workbook-grade-unknown': (facts) =>
    `»${facts.text('found')}« er ikke et mærke. Skriv et af: ${[...new Set(facts.items('known'))].join(' · ')}, eller lad cellen stå tom.`,
  'workbook-instead-left': (facts) =>
    `Her er prøvet med ${facts.text('found')} i stedet for skønnets middeltal. Det er ikke en del af sagen og læses ikke.\nSkal det gælde, så ret skønnets tal.`,
  'workbook-switch-left': (facts) =>
    facts.text('of') === 'law'
      ? `Øverst i arket står, at alle regler er, som de var den ${facts.text('found')}. Det er ikke en del af sagen og læses ikke: uden at blive bedt om andet regner Bundlinje hver måned efter sin egen lov.\nSkal den dags lov gælde, så bed om det: --law-as-of ${facts.text('found')}`
      : `Øverst i arket er scenariet sat til ${facts.text('found')}. Det er ikke en del af sagen og læses ikke: uden at blive bedt om andet regner Bundlinje begge scenarier.\nSkal kun det brede regnes, så bed om det: --scenario broad`,
  'workbook-differs': (facts) =>
    `Regnearket skrives ikke, for en formel giver ikke det samme som Bundlinje: ${facts.text('cell')} giver ${facts.text('formula')}, og det rigtige er ${facts.text('program')}.\n${differsBecause(facts)}`,
}
