/** What the command line says when it cannot do what is asked. */
import { listText } from '../numbers.ts'
import { type TerminalWords } from '../wording/terminal.ts'

const meant = (nearest: string | undefined) => (nearest === undefined ? '' : ` Did you mean ${nearest}?`)

export const terminal: TerminalWords = {
  cannot: 'That cannot be done: ',
  unknownCommand: (name, nearest) => `There is no command “${name}”.${meant(nearest)}`,
  unknownOption: (option, command, nearest) => `${command} has no option ${option}.${meant(nearest)}`,
  missingArgument: (name, command) => `${command} needs ${name}.`,
  missingValue: (option, value) => `${option} needs ${value} after it.`,
  tooMany: (extra, command) => `${command} does not know what “${extra}” is. Put text with spaces in quotation marks.`,
  unknownChoice: (value, name, known) => `“${value}” will not do for ${name}. Choose among ${known}.`,
  seeHelp: (command) => `See bundlinje ${command} --help.`,
  noFolder: (path, nearest) => `There is no folder ${path}.${meant(nearest)}`,
  isFile: (path, folder) => `${path} is a file. Write the folder: ${folder}`,
  noTerms: (path, inside) =>
    inside === ''
      ? `${path} has no terms.yaml, so it is no agreement. Begin one with bundlinje new.`
      : `${path} is no agreement itself, but holds some: ${inside}.`,
  notADate: (text, example) => `“${text}” is no date. Write it as ${example}.`,
  noSuchMonth: (text, month, swapped) =>
    `“${text}” is no date: there is no month ${String(month)}.${swapped === undefined ? '' : ` Did you mean ${swapped}? The day comes first.`}`,
  noSuchDay: (text, monthName, days) =>
    `“${text}” is no date: ${monthName} has ${String(days)} days. Write a day that exists.`,
  noYear: (text) => `“${text}” lacks the year. Write, for instance, ${text.trim().replace(/[./-]$/, '')}/2024.`,
  beforeAgreement: (day, first) => `${day} is before the agreement's first day, ${first}. Choose a later date.`,
  datesTogether: '--as-of sets both dates. Use either --as-of, or --to and --known-at.',
  notANumber: (text, option) => `“${text}” is no whole number. ${option} needs one, such as 3.`,
  optionOf: (option, belongsTo, path) =>
    belongsTo === 'fund'
      ? `${option} belongs to a fund, but ${path} is an agreement. Leave ${option} out.`
      : `${option} belongs to an agreement, but ${path} is a fund. Leave ${option} out.`,
  outOfRange: (text, option, { least, most }) =>
    `${option} cannot be ${text}. Choose from ${String(least)} to ${String(most)}.`,
  unknownName: (name, nearest) =>
    `The agreement does not know “${name}”.${nearest.length === 0 ? '' : ` The nearest is ${nearest.join(', ')}.`}`,
  unknownClause: (number, known) => `The agreement has no clause ${number}. It has ${known}.`,
  unknownAgreement: (name, known) => `There is no agreement “${name}” in the table. There is ${known}.`,
  onlyOneAgreement: 'Only one agreement uses these terms, so leave --agreement out.',
  whichAgreement: (known) => `Several agreements use these terms. Choose one with --agreement: ${known}.`,
  noFacts: (path) => `${path} has no facts in facts/, so there is nothing to settle.`,
  wrongTerms: (path) => `The terms in ${path} cannot be computed yet. See why with bundlinje check ${path}.`,
  unreadable: (path, reason) => `${path} cannot be read: ${reason}`,
  noFolderToWrite: (path, folder) =>
    `${path} cannot be written: there is no folder ${folder}. Make it first, or choose another.`,
  noRoom: 'There is no room for the answer where it was to be written. Make room, or choose another place.',
  isFolder: (path) => `${path} is a folder. Write the name of a file.`,
  notWritten: (reason) => `The answer cannot be written: ${reason}`,
  notAllowed: (path) => `You have no access to ${path}.`,
  fileExists: (path) => `${path} exists already and has been left alone. Choose another name.`,
  folderExists: (path) => `${path} exists already and has been left alone. Choose another folder.`,
  written: (path) => `Wrote ${path}`,
  badName: (name) => `“${name}” cannot be the name of a file. Use letters, digits, hyphens and underscores.`,
  unsettledNotIssued: 'Unsettled terms cannot be signed, so the statement has not been kept.',
  faultsNotIssued: (first, more, see) =>
    `The statement has not been kept. Mend first ${listText([...first, ...(more > 0 ? [`${String(more)} more`] : [])], 'en')}. See what it takes with ${see}.`,
  paidAgainNotIssued: (statements, options) =>
    `The statement has not been kept, since it does not take off ${listText(statements, 'en')}, and the same money would be paid again. Settle with ${options} or later days, and only what is new is payable.`,
  ownFault: (message) => `This is a fault in Bundlinje itself: ${message}`,
  interrupted: 'Interrupted. Nothing has been written.',
  reading: 'Reading facts',
  settling: 'Settling',
}
