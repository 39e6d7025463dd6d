/** Hvad kommandolinjen siger, når den ikke kan gøre det, der bedes om. */
import { listText } from '../numbers.ts'
import { type TerminalWords } from '../wording/terminal.ts'

const meant = (nearest: string | undefined) => (nearest === undefined ? '' : ` Mente du ${nearest}?`)

export const terminal: TerminalWords = {
  cannot: 'Det går ikke: ',
  unknownCommand: (name, nearest) => `Der er ingen kommando »${name}«.${meant(nearest)}`,
  unknownOption: (option, command, nearest) => `${command} har intet valg ${option}.${meant(nearest)}`,
  missingArgument: (name, command) => `${command} mangler ${name}.`,
  missingValue: (option, value) => `Efter ${option} mangler ${value}.`,
  tooMany: (extra, command) => `${command} ved ikke, hvad »${extra}« er. Sæt tekst med mellemrum i anførselstegn.`,
  unknownChoice: (value, name, known) => `»${value}« er ikke en mulighed for ${name}. Vælg mellem ${known}.`,
  seeHelp: (command) => `Se bundlinje ${command} --help.`,
  noFolder: (path, nearest) => `Der er ingen mappe ${path}.${meant(nearest)}`,
  isFile: (path, folder) => `${path} er en fil. Skriv mappen: ${folder}`,
  noTerms: (path, inside) =>
    inside === ''
      ? `${path} har ingen terms.yaml og er derfor ikke en aftale. Begynd en med bundlinje new.`
      : `${path} er ikke selv en aftale, men rummer nogle: ${inside}.`,
  notADate: (text, example) => `»${text}« er ikke en dato. Skriv fx ${example}.`,
  noSuchMonth: (text, month, swapped) =>
    `»${text}« er ikke en dato: der er ingen måned ${String(month)}.${swapped === undefined ? '' : ` Mente du ${swapped}? Dagen står først.`}`,
  noSuchDay: (text, monthName, days) =>
    `»${text}« er ikke en dato: ${monthName} har ${String(days)} dage. Skriv en dag, der findes.`,
  noYear: (text) => `»${text}« mangler året. Skriv fx ${text.trim().replace(/[./-]$/, '')}/2024.`,
  beforeAgreement: (day, first) => `Den ${day} er før aftalens første dag, den ${first}. Vælg en senere dato.`,
  datesTogether: '--as-of sætter begge datoer. Brug enten --as-of eller --to og --known-at.',
  notANumber: (text, option) => `»${text}« er ikke et helt tal. ${option} skal have et, fx 3.`,
  optionOf: (option, belongsTo, path) =>
    belongsTo === 'fund'
      ? `${option} hører til en fond, men ${path} er en aftale. Udelad ${option}.`
      : `${option} hører til en aftale, men ${path} er en fond. Udelad ${option}.`,
  outOfRange: (text, option, { least, most }) =>
    `${option} kan ikke være ${text}. Vælg fra ${String(least)} til ${String(most)}.`,
  unknownName: (name, nearest) =>
    `Aftalen kender ikke »${name}«.${nearest.length === 0 ? '' : ` Det nærmeste er ${nearest.join(', ')}.`}`,
  unknownClause: (number, known) => `Aftalen har ingen bestemmelse ${number}. Den har ${known}.`,
  unknownAgreement: (name, known) => `Der er ingen aftale »${name}« i tabellen. Der er ${known}.`,
  onlyOneAgreement: 'Vilkårene bruges kun af én aftale, så --agreement skal ikke med.',
  whichAgreement: (known) => `Vilkårene bruges af flere aftaler. Vælg én med --agreement: ${known}.`,
  noFacts: (path) => `${path} har ingen oplysninger i facts/, så der er intet at afregne.`,
  wrongTerms: (path) => `Vilkårene i ${path} kan ikke regnes endnu. Se hvorfor med bundlinje check ${path}.`,
  unreadable: (path, reason) => `${path} kan ikke læses: ${reason}`,
  noFolderToWrite: (path, folder) =>
    `${path} kan ikke skrives: der er ingen mappe ${folder}. Opret den først, eller vælg en anden.`,
  noRoom: 'Der er ikke plads til svaret, hvor det skulle skrives. Gør plads, eller vælg et andet sted.',
  isFolder: (path) => `${path} er en mappe. Skriv navnet på en fil.`,
  notWritten: (reason) => `Svaret kan ikke skrives: ${reason}`,
  notAllowed: (path) => `Du har ikke adgang til ${path}.`,
  fileExists: (path) => `${path} findes allerede og er ikke rørt. Vælg et andet navn.`,
  folderExists: (path) => `${path} findes allerede og er ikke rørt. Vælg en anden mappe.`,
  written: (path) => `Skrev ${path}`,
  badName: (name) => `»${name}« kan ikke være et filnavn. Brug bogstaver, tal, bindestreg og understreg.`,
  unsettledNotIssued: 'Uafklarede vilkår kan ikke underskrives, så opgørelsen er ikke gemt.',
  faultsNotIssued: (first, more, see) =>
    `Opgørelsen er ikke gemt. Ret først ${listText([...first, ...(more > 0 ? [`${String(more)} mere`] : [])], 'da')}. Se, hvad der skal til, med ${see}.`,
  paidAgainNotIssued: (statements, options) =>
    `Opgørelsen er ikke gemt, for den trækker ikke ${listText(statements, 'da')} fra, så de samme penge ville blive betalt igen. Afregn med ${options} eller senere dage, så er kun det nye til betaling.`,
  ownFault: (message) => `Det er en fejl i Bundlinje selv: ${message}`,
  interrupted: 'Afbrudt. Intet er skrevet.',
  reading: 'Læser oplysninger',
  settling: 'Afregner',
}
