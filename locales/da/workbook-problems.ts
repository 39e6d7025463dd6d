/** Hvad der er galt med et regneark, der skal læses eller skrives. */
import { type WorkbookProblems } from '../wording/problems.ts'

const withoutFormula: Readonly<Record<string, string>> = {
  'cost-by-person': 'Reglen ser på, hvor længe hver enkelt har været i gang, og det kan et regneark ikke sige.',
  'household-changes': 'Andre i husstanden ændrer sig også med indsatsen, og det kan regnearket ikke sige.',
  'vat-and-limits': 'Der er moms i noget, hvis refusion har grænser, og det kan regnearket ikke sige.',
}

export const workbookProblems: WorkbookProblems = {
  'workbook-unreadable': () =>
    'Filen er ikke et regneark, der kan læses: den er beskadiget, har en adgangskode eller er gemt i et andet format.\nGem den som .xlsx uden adgangskode.',
  'workbook-too-large': (facts) =>
    `Regnearket fylder mere end ${facts.number('sizeMax')} MB, når det pakkes ud, så det læses ikke.\nEn sag fylder langt mindre; gem arket med forudsætningerne i en fil for sig.`,
  'workbook-no-inputs': (facts) =>
    `Intet ark har en kolonne F med overskriften »${facts.items('columns').join('« eller »')}«, så ingen række siger, hvad den er.\nHent en skabelon: bundlinje value --template sag.xlsx`,
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
  'workbook-without-formula': (facts) =>
    `Sagen bliver ikke skrevet som regneark på grund af »${facts.text('item')}«. ${withoutFormula[facts.text('why')] ?? ''}\nBundlinje selv regner den.`,
  'workbook-differs': (facts) =>
    `Regnearket skrives ikke, for en formel giver ikke det samme som Bundlinje: ${facts.text('cell')} giver ${facts.text('formula')}, og det rigtige er ${facts.text('program')}.\nDet sker, når en regel ser på forbruget på en måde, som ingen formel følger: de 52 ugers selvforsørgelse over mere end tre år, eller en lov, der ændres midt i en måned.`,
}
