/** What is wrong with a text before it can be read: YAML and CSV. */
import { type ProblemFacts, type TextProblems } from '../wording/problems.ts'

const syntaxCauses: Record<string, (found: string) => string> = {
  indentation: () => 'The line is not indented as far as the lines it belongs with.',
  escape: () => 'After \\ within quotes stands a character that cannot follow it. Write \\\\ for a backslash.',
  'reserved-character': (found) => `A value cannot begin with “${found}”. Put the value in quotes.`,
  'map-on-key-line': () =>
    'The line has two colons or is indented wrongly. Put the value in quotes if the colon belongs to it, or continue on the next line.',
  'block-in-brackets': () => 'Within { } and [ ] there can be no indented lines. Write it all on one line.',
  'key-too-long': () => 'The name before the colon is too long. Is a colon or a quote missing?',
  'missing-character': () => 'A character is missing, perhaps a colon, a comma or the space after the colon.',
  'key-over-lines': () => 'A name stands on one line. Does the line above lack a colon?',
  'unexpected-character': (found) => `“${found}” does not belong here. Put the text in quotes.`,
  unreadable: () => 'The text cannot be read as YAML. Look for what is not closed and for lines indented unevenly.',
}

const fields = (facts: ProblemFacts): string =>
  facts.text('fields') === '1' ? 'one field' : `${facts.number('fields')} fields`

const column = (facts: ProblemFacts): string => `The column ${facts.text('column')}`

/** What the rest of a column shows of how its days are written. */
function orderShown(facts: ProblemFacts): string {
  const [order, shown] = [facts.text('order'), `“${facts.text('shownBy')}” on line ${facts.text('shownOn')}`]
  if (order === '') return ''
  if (order === 'both')
    return `\n${shown} can only be read with the day first, but “${facts.text('otherBy')}” on line ${facts.text('otherOn')} only with the month first. Write the dates out as 2024-12-31; no rule fits them all.`
  const [first, that] = order === 'day-month-year' ? ['day', 'month'] : ['month', 'day']
  return `\n${shown} can only be read with the ${first} first, and none in the column only with the ${that} first. So the others are probably written the same way.`
}

/** A number whose point or comma may part thousands or decimals. */
export function twoNumbers(facts: ProblemFacts): { says: string; lead: string; means: (paste: string) => string } {
  const [danish = '', international = ''] = facts.items('readings')
  const manner = facts.text('manner') === 'danish' ? 'the Danish way' : 'internationally'
  const shown =
    facts.text('manner') === ''
      ? ''
      : `\n“${facts.text('shownBy')}” beside it can only be read ${manner}, so the other numbers are probably written so too.`
  const [whole, broken] = danish.includes('.') ? [international, danish] : [danish, international]
  const read = (paste: string) => (paste.endsWith('danish') ? danish : international)
  return {
    says: `“${facts.text('value')}” may be ${danish} or ${international}.${shown}`,
    lead: 'Write the number in the field so that it can only be read in one way, or write in reading.yaml how all numbers are written (of a contract in facts/reading.yaml, of a case beside case.yaml):',
    means: (paste) =>
      paste.startsWith('numbers:')
        ? `in reading.yaml: “${facts.text('value')}” is ${read(paste)}`
        : `in the field: ${/[.,]/.test(paste) ? broken : whole}`,
  }
}

export const textProblems: TextProblems = {
  'yaml-too-large': (facts) =>
    `The file has ${facts.number('length')} characters; ${facts.number('lengthMax')} can be read.\nLists this long belong in CSV files beside it; in an agreement those are in the folder facts.`,
  'yaml-too-deep': (facts) =>
    `There are more than ${facts.number('depthMax')} layers within each other here. Nobody can read that aloud.\nDivide it, for example into several goals that build on each other.`,
  'yaml-directive': (facts) => `“${facts.text('directive')}” is a message to a program. Delete the line.`,
  'yaml-anchor': (facts) =>
    `&${facts.text('name')} keeps a piece so that it can be fetched elsewhere. Terms must be readable where they stand.\nDelete the mark, and write the piece out where it is used.`,
  'yaml-alias': (facts) =>
    `*${facts.text('name')} fetches a piece that stands elsewhere. Terms must be readable where they stand.\nWrite the piece out here.`,
  'yaml-tag': (facts) =>
    `“${facts.text('name')}” decides how a program shall read the value. Delete it; the value is read as it stands.`,
  'yaml-several-documents': () =>
    'A second document begins here. A file holds one set of terms.\nMove the rest to a file of its own, or delete the line ---.',
  'yaml-never-closed': (facts) => `What is opened with ${facts.text('opened')} here is never closed.`,
  'yaml-tab': () => 'The line is indented with a tab. Use spaces.',
  'yaml-syntax': (facts) => (syntaxCauses[facts.text('cause')] ?? syntaxCauses['unreadable']!)(facts.text('found')),
  'yaml-key-not-text': () => 'Before the colon there must be one name.',
  'yaml-duplicate-key': (facts) =>
    `“${facts.text('key')}” stands twice in the same set; the first time on line ${facts.number('firstLine')}.\nDelete one, so that there is no doubt which applies.`,

  'csv-column-missing': (facts) =>
    `The file lacks a column called ${facts.either('accepted')}.\nIt has ${facts.listed('found')}. If the column has another name with you, write that in reading.yaml beside the file:\n\n    columns: { your-name: ${facts.text('column')} }`,
  'csv-column-twice': (facts) =>
    `Several columns hold the same thing: ${facts.listed('found')}. Only one can apply.\nDelete the other, or give it another name.`,
  'csv-empty': () => 'The file is empty. Its first line must be the names of the columns.',
  'csv-encoding-mixed': (facts) =>
    `The line is saved in another encoding than the rest of the file, which is ${facts.text('encoding')}: “${facts.text('value')}”.\nSave the whole file as UTF-8.`,
  'csv-header-unreadable': () =>
    'The first line cannot be read as names of columns. Look for a quote that is not closed.',
  'csv-record-too-large': (facts) =>
    `The line has more than ${facts.number('bytesMax')} bytes and was skipped. Most likely a quote is not closed.`,
  'csv-row-too-long': (facts) =>
    `The line has ${fields(facts)}, but there are ${facts.number('expected')} columns.\nIf a separator belongs to the text, put the field in quotes.`,
  'csv-row-too-short': (facts) => `The line has ${fields(facts)}, but there are ${facts.number('expected')} columns.`,
  'csv-text-too-long': (facts) =>
    `${column(facts)} has a text of ${facts.number('length')} characters. That is too long.`,
  'csv-utf16': () => 'The file is saved as UTF-16. Save it as UTF-8; Excel calls that “CSV UTF-8 (Comma delimited)”.',
  'csv-value-missing': (facts) => `${column(facts)} must be filled in, but is empty on this line.`,
  'csv-quote-never-closed': () => 'The field begins with a quote that is never closed.',
  'csv-quote-misplaced': () => 'More follows after the closing quote. Write two quotes ("") for one within the text.',
  'csv-number-unreadable': (facts) => `${column(facts)} must be a number. “${facts.text('value')}” is none.`,
  'csv-number-too-long': (facts) =>
    `${column(facts)} has more digits than can be counted with: “${facts.text('value')}”.`,
  'csv-number-against-rule': (facts) =>
    `“${facts.text('value')}” is not written as reading.yaml says of numbers (numbers: ${facts.text('rule')}). Of a contract, parameters.csv too, the rule stands in facts/reading.yaml; of a case beside case.yaml.\nWrite the number so, or change the rule if all numbers are written the other way.`,
  'csv-number-ambiguous': (facts) => {
    const { says, lead, means } = twoNumbers(facts)
    return { says: `${column(facts)}: ${says}`, lead, means }
  },
  'csv-day-unreadable': (facts) =>
    `${column(facts)} must be a date. “${facts.text('value')}” is none; write for example 2024-12-31 or 31-12-2024.`,
  'csv-day-impossible': (facts) => `${column(facts)}: there is no day “${facts.text('value')}”.`,
  'csv-day-against-rule': (facts) =>
    `“${facts.text('value')}” is not written as reading.yaml says of dates (dates: ${facts.text('rule')}). Of a contract the rule stands in facts/reading.yaml; of a case beside case.yaml.\nWrite the date so, or as 2024-12-31, or change the rule if all dates are written the other way.`,
  'csv-day-ambiguous': (facts) => ({
    says: `${column(facts)}: “${facts.text('value')}” may be ${facts.either('readings')}.${orderShown(facts)}`,
    lead: 'Write in reading.yaml beside the file how dates are written, or write the date out:',
  }),
}
