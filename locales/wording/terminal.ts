/** What each language says of a command that cannot be understood or carried out, and of the work under way. */

export type TerminalWords = {
  /** Put before what went wrong. */
  cannot: string
  unknownCommand: (name: string, nearest: string | undefined) => string
  unknownOption: (option: string, command: string, nearest: string | undefined) => string
  missingArgument: (name: string, command: string) => string
  missingValue: (option: string, value: string) => string
  tooMany: (extra: string, command: string) => string
  unknownChoice: (value: string, name: string, known: string) => string
  seeHelp: (command: string) => string
  noFolder: (path: string, nearest: string | undefined) => string
  isFile: (path: string, folder: string) => string
  noTerms: (path: string, inside: string) => string
  notADate: (text: string, example: string) => string
  noSuchMonth: (text: string, month: number, swapped: string | undefined) => string
  noSuchDay: (text: string, monthName: string, days: number) => string
  noYear: (text: string) => string
  beforeAgreement: (day: string, first: string) => string
  datesTogether: string
  notANumber: (text: string, option: string) => string
  /** An option that says nothing of what is asked about: `fund` or `contract` is what it does belong to. */
  optionOf: (option: string, belongsTo: 'fund' | 'contract', path: string) => string
  outOfRange: (text: string, option: string, bounds: { least: number; most: number }) => string
  unknownName: (name: string, nearest: readonly string[]) => string
  unknownClause: (number: string, known: string) => string
  unknownAgreement: (name: string, known: string) => string
  onlyOneAgreement: string
  whichAgreement: (known: string) => string
  noFacts: (path: string) => string
  wrongTerms: (path: string) => string
  unreadable: (path: string, reason: string) => string
  noFolderToWrite: (path: string, folder: string) => string
  notWritten: (reason: string) => string
  /** Where a disk is full. */
  noRoom: string
  /** A folder where a file is to be written. */
  isFolder: (path: string) => string
  notAllowed: (path: string) => string
  fileExists: (path: string) => string
  folderExists: (path: string) => string
  written: (path: string) => string
  badName: (name: string) => string
  unsettledNotIssued: string
  /** The first things to mend, each with its place, how many more there are, and the command that shows them. */
  faultsNotIssued: (first: readonly string[], more: number, see: string) => string
  /** Statements that would be paid again, and the options that take them off. */
  paidAgainNotIssued: (statements: readonly string[], options: string) => string
  ownFault: (message: string) => string
  interrupted: string
  reading: string
  settling: string
}
