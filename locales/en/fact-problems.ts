/** What is wrong with facts: people, measurements and the files that belong to an agreement. */
import { twoNumbers } from './text-problems.ts'
import { type FactProblems, type ProblemFacts } from '../wording/problems.ts'

const units: Readonly<Record<string, string>> = {
  person: 'people',
  family: 'families',
  child: 'children',
  parent: 'parents',
  agreement: 'the agreement',
}

const days: Readonly<Record<string, string>> = { observedTo: 'observed to', exitOn: 'exit on' }

const columns: Readonly<Record<string, string>> = {
  exit: 'one of the ways of leaving that the terms name',
  track: 'a track of the terms',
  pilot: 'yes or no',
  agreement: 'one of the agreements',
}

const statementKeys: Readonly<Record<string, string>> = {
  payment: 'payment',
  payer: 'payer',
  payee: 'payee',
  agreement: 'agreement',
}

const elsewhere = (facts: ProblemFacts): string => `${facts.text('otherFile')}, line ${facts.text('otherLine')}`
const known = (facts: ProblemFacts, several: string): string =>
  facts.items('known').length === 0 ? '' : `\n${several}: ${facts.listed('known')}.`

/** How many facts are not used, and in which files. */
function leftOut(facts: ProblemFacts): string {
  const rows = facts.text('rows') === '1' ? '1 fact' : `${facts.number('rows')} facts`
  const people = facts.text('people') === '1' ? '1 person' : `${facts.number('people')} people`
  return `${rows} about ${people} in ${facts.listed('files')} ${facts.text('rows') === '1' ? 'is' : 'are'} not used`
}

/** What follows from rows of people.csv that could not be used. */
function notUsed(facts: ProblemFacts): string {
  if (!facts.is('isRead'))
    return `Nobody could be read. So it is also true that ${leftOut(facts)}. Mend the fault here.`
  const members =
    facts.text('members') === '0'
      ? ''
      : ` ${facts.number('members')} ${facts.text('members') === '1' ? 'member' : 'members'} of their families are not used either.`
  const rows = facts.text('rows') === '0' ? '' : ` ${leftOut(facts)}.`
  return `The rows of the file with a fault are not used, and more follows from it:${members}${rows}\nMend the faults of this file, and the rest comes along.`
}

export const factProblems: FactProblems = {
  'people-missing': (facts) => ({
    says: `There is no file of the people, facts/people.csv. So ${leftOut(facts)}.`,
    lead: 'Put the file into the folder, with a row for each person. It begins so:',
  }),
  'persons-left-out': notUsed,
  'people-none': () => 'The file has no people, only the names of the columns.',
  'attribute-column-missing': (facts) =>
    `The terms ask for “${facts.text('attribute')}”, but people.csv has no column of that name, so that nobody has an answer.${known(facts, 'The columns with attributes')}`,
  'attribute-word-unknown': (facts) =>
    `Nobody in people.csv has the word “${facts.text('found')}” in the column “${facts.text('attribute')}”.${known(facts, 'The words of the column')}`,
  'people-clock-missing': (facts) =>
    facts.is('hasColumn')
      ? `Nobody in the file has a day in the column “${facts.text('column')}”, which starts their clock by the terms, so nobody has begun and nothing can be earned.`
      : `The file lacks the column of the day that starts people's clock by the terms. It may be called ${facts.either('accepted')}. Without it nobody has begun, and nothing can be earned.\nThe file has ${facts.listed('found')}.`,
  'people-column-unknown': (facts) =>
    `No terms ask for the column “${facts.text('found')}”, and it looks like “${facts.text('column')}”, which the file does not have.`,
  'person-twice': (facts) =>
    `“${facts.text('id')}” also stands on line ${facts.text('otherLine')}, with other contents. Neither is used.\nCorrect the one that is wrong, or delete it.`,
  'person-told-twice': (facts) =>
    `“${facts.text('id')}” also stands, word for word, on line ${facts.text('otherLine')}, and counts once.`,
  'person-unit-unknown': (facts) =>
    `“${facts.text('found')}” for “${facts.text('id')}” is not a unit.${known(facts, 'The units')}`,
  'person-word-unknown': (facts) =>
    `“${facts.text('found')}” for “${facts.text('id')}” is not ${columns[facts.text('column')] ?? facts.text('column')}. The row is not used.${known(facts, 'The possibilities')}`,
  'person-family-unknown': (facts) =>
    facts.is('isPerson')
      ? `“${facts.text('id')}” belongs to “${facts.text('found')}”, which is not a family.`
      : `“${facts.text('id')}” belongs to the family “${facts.text('found')}”, which is not in the file. Add a line for the family.`,
  'person-days-disordered': (facts) =>
    `“${facts.text('id')}”: ${days[facts.text('earlier')] ?? facts.text('earlier')} (${facts.day('earlierDay')}) is after ${days[facts.text('later')] ?? facts.text('later')} (${facts.day('laterDay')}).${facts.is('isRefused') ? ' The row is not used.' : ''}`,
  'person-day-ahead': (facts) =>
    `“${facts.text('id')}”: ${days[facts.text('column')] ?? facts.text('column')} is ${facts.day('day')}, but the file was written on ${facts.day('writtenOn')}.`,
  'person-day-outside': (facts) =>
    `“${facts.text('id')}”: ${days[facts.text('column')] ?? facts.text('column')} is ${facts.day('day')}, but the agreement runs from ${facts.day('begins')} to ${facts.day('through')}. Look the day up.`,

  'facts-none': () => 'The file has no facts, only the names of the columns.',
  'facts-measure-unnamed': (facts) => ({
    says: `Neither the name of the file nor a column says which measure the facts belong to.\nName the file after the measure, or add a column called ${facts.either('accepted')}.${known(facts, 'The measures')}`,
    lead: 'The file could be called:',
  }),
  'facts-column-unknown': (facts) =>
    `The column “${facts.text('found')}” is not read.${known(facts, 'These columns are read')}`,
  'fact-column-idle': (facts) =>
    `The column ${facts.text('column')} is filled in on ${facts.number('rows')} lines, but “${facts.text('measure')}” is of a kind (${facts.text('kind')}) that does not use it.`,
  'fact-measure-missing': () => 'The line does not say which measure the fact belongs to.',
  'fact-measure-unknown': (facts) =>
    `“${facts.text('value')}” is not a measure of the terms.${known(facts, 'The measures')}`,
  'fact-person-missing': (facts) => `The fact about “${facts.text('measure')}” does not say whom it concerns.`,
  'fact-person-unknown': (facts) =>
    `“${facts.text('person')}” is not in facts/people.csv. The fact is not used.\nAdd the person, or correct the number.`,
  'fact-unit-differs': (facts) =>
    `“${facts.text('measure')}” is recorded for ${units[facts.text('of')] ?? facts.text('of')}, but “${facts.text('person')}” is among the ${units[facts.text('unit')] ?? facts.text('unit')}.`,
  'fact-agreement-unknown': (facts) =>
    `“${facts.text('value')}” is not one of the agreements.${known(facts, 'The agreements') || '\nThere is one agreement only, and it has no name in facts/people.csv. Leave the field empty.'}`,
  'fact-group-unknown': (facts) =>
    `No people and no parties belong to “${facts.text('group')}”, so that no goal finds the figure.${known(facts, 'Known names') || '\nCorrect the name, or leave the field empty if the figure is about the whole agreement.'}`,
  'fact-grade-differs': (facts) =>
    `The source is given as “${facts.text('value')}”, but for “${facts.text('measure')}” it is agreed to be ${facts.text('agreed')}.`,
  'fact-recorder-missing': (facts) => `It is not said who recorded “${facts.text('measure')}”.`,
  'fact-day-missing': () => 'The fact has no day. Write the day from which it holds.',
  'fact-days-disordered': (facts) => `The spell ends on ${facts.day('to')}, before it begins on ${facts.day('from')}.`,
  'fact-day-ahead': (facts) =>
    `The fact about “${facts.text('measure')}” is from ${facts.day('day')}, after the last day of the agreement, ${facts.day('through')}.`,
  'fact-day-early': (facts) =>
    `The fact about “${facts.text('measure')}” is from ${facts.day('day')}, long before the agreement began on ${facts.day('agreementFrom')}.`,
  'fact-day-before-birth': (facts) =>
    `The fact about “${facts.text('measure')}” is from ${facts.day('day')}, before the person was born on ${facts.day('birth')}.`,
  'fact-recorded-early': (facts) =>
    `The fact about “${facts.text('measure')}” holds from ${facts.day('day')}, but was recorded before that, on ${facts.day('recorded')}.`,
  'fact-value-missing': (facts) => `The fact about “${facts.text('measure')}” has no value.`,
  'fact-value-unreadable': (facts) =>
    facts.text('fault') === 'against-rule'
      ? `“${facts.text('value')}” is not written as facts/reading.yaml says of numbers (numbers: ${facts.text('numbers')}).`
      : `“${facts.text('value')}” is not a number that can be read as “${facts.text('measure')}”.`,
  'fact-value-unknown': (facts) =>
    `“${facts.text('value')}” is not a value that “${facts.text('measure')}” can have.${known(facts, 'The values')}`,
  'fact-value-outside': (facts) =>
    `“${facts.text('value')}” lies outside what “${facts.text('measure')}” can be: ${facts.number('lowest')} to ${facts.number('highest')}.`,
  'fact-value-ambiguous': twoNumbers,
  'fact-share-ambiguous': (facts) => ({
    says: `“${facts.text('value')}” may be a part of 1 or per cent. They differ by a hundred.`,
    lead: 'Write in facts/reading.yaml how shares are written:',
    means: (paste) =>
      paste.endsWith('percent') ? `“${facts.text('value')}” is per cent` : `“${facts.text('value')}” is a part of 1`,
  }),
  'fact-kind-missing': (facts) =>
    `The fact about “${facts.text('measure')}” does not say which kind it is. Add a column called kind.${known(facts, 'The kinds')}`,
  'fact-kind-unknown': (facts) =>
    `“${facts.text('found')}” is not one of the kinds of “${facts.text('measure')}”.${known(facts, 'The kinds')}`,
  'fact-item-missing': (facts) =>
    `The fact about “${facts.text('measure')}” does not say which goal of the plan it concerns.`,
  'fact-overlaps': (facts) =>
    `The spell shares days with another of “${facts.text('measure')}” (${elsewhere(facts)}), which is agreed to be a fault. Neither is used.`,
  'fact-same-day': (facts) =>
    `There are two facts about “${facts.text('measure')}” from ${facts.day('day')} (the other: ${elsewhere(facts)}), which is agreed to be a fault. Neither is used.`,
  'fact-tie-undecided': (facts) =>
    `Two facts about “${facts.text('measure')}” from ${facts.day('day')} differ (the other: ${elsewhere(facts)}) and were recorded on the same day, so that it cannot be told which is the latest. Neither is used.`,
  'fact-number-twice': (facts) =>
    `The number “${facts.text('number')}” is also used in ${elsewhere(facts)} for something else. Neither is used.\nIf this is a correction, give it a number of its own and write the old one in the column supersedes.`,
  'fact-told-twice': (facts) => `Fact “${facts.text('number')}” was read before (${elsewhere(facts)}) and counts once.`,
  'fact-corrected-twice': (facts) =>
    `“${facts.text('supersedes')}” is corrected ${facts.number('corrections')} times by different facts, and all of them hold. Should one have replaced the other?`,
  'fact-correction-of-nothing': (facts) =>
    `The correction replaces “${facts.text('supersedes')}”, which does not exist. It is not used.`,
  'fact-correction-undated': (facts) =>
    `The correction of “${facts.text('supersedes')}” does not say when it was recorded, so that it cannot be told what was known when.\nWrite the day in the column recorded.`,
  'fact-correction-circular': (facts) =>
    `The corrections replace each other in a circle (“${facts.text('supersedes')}”), so that none is the last. None of them is used.`,
  'fact-withdrawal-undated': (facts) =>
    `“${facts.text('supersedes')}” is withdrawn, but it is not said when. Write the day in the column recorded.`,

  'reading-rule-unknown': (facts) =>
    `“${facts.text('key')}” cannot be what stands here.${known(facts, 'The possibilities')}`,
  'parameter-missing': (facts) =>
    `The table has no agreements. It needs a line for each agreement with ${facts.listed('names')}.`,
  'statement-unreadable': (facts) =>
    `The issued statement cannot be read: “${facts.text('wrong')}” ${facts.text('value') === '' ? 'is missing' : `is “${facts.text('value')}”`}. Hence it cannot be told what was paid before.\nFetch the file again as it was; it may not be edited by hand.`,
  'statement-twice': (facts) =>
    facts.is('isAlike')
      ? `Statement “${facts.text('statement')}” lies in ${facts.text('otherFile')} too, and is taken off once.\nDelete one of the files.`
      : `Statement “${facts.text('statement')}” lies in ${facts.text('otherFile')} too, with other figures. Only that in ${facts.text('otherFile')} is taken off.\nDelete the wrong file, or find out what the other statement was called.`,
  'statement-name-unknown': (facts) =>
    `Statement “${facts.text('statement')}” has the ${statementKeys[facts.text('key')] ?? facts.text('key')} “${facts.text('found')}”, which no version of the terms knows.${known(facts, 'The terms know')}\nIf the file is from another agreement, move it. If the terms have changed the name, give the old one back, or the amount is not taken off the right thing.`,
  'statement-not-taken-off': (facts) => ({
    says: `${facts.is('isOne') ? 'Statement' : 'Statements'} ${facts.listed('statements')} ${facts.is('isOne') ? 'was' : 'were'} made on the same day as this one or later, and ${facts.is('isOne') ? 'is' : 'are'} not taken off. This shows how things stood then. It may not be paid once more.`,
    lead: 'Settle to these days or later to see what is still to be paid:',
  }),
  'file-unread': (facts) =>
    facts.is('isFolder')
      ? `The folder is not read, since only files right in ${facts.text('folder')}/ are.\nIf its files belong to the agreement, move them up into ${facts.text('folder')}/.`
      : `The file is not read, since in ${facts.text('folder')}/ only files that end in ${facts.either('endings')} are.\nIf it belongs to the agreement, save it in that format. Otherwise move it elsewhere.`,
  'known-before-true': (facts) =>
    `This settles to ${facts.day('to')} with what was known on ${facts.day('knownAt')}. Of the last stretch nobody can know anything yet.`,
}
