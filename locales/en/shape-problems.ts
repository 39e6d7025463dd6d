/** What is wrong with what is written where something certain has to stand: in terms, cases and funds. */
import { type ProblemFacts, type ShapeProblems } from '../wording/problems.ts'

const foundKinds: Readonly<Record<string, string>> = {
  map: 'a set of names and values',
  list: 'a list',
  text: 'a single value',
  empty: 'nothing',
}

const named: Readonly<Record<string, { a: string; several: string }>> = {
  party: { a: 'a party', several: 'The parties' },
  'fund-investor': { a: 'an investor of the fund', several: 'The investors' },
  measure: { a: 'a measure that fits here', several: 'Here fits' },
  goal: { a: 'a goal', several: 'The goals' },
  owner: { a: 'a budget owner', several: 'The budget owners' },
  estimate: { a: 'an estimate of the case', several: 'The estimates' },
  'case-payer': { a: 'somebody who pays in the model of the case', several: 'The payers' },
  'own-budget': { a: "a budget of the municipality's own", several: "The municipality's budgets" },
  consequence: { a: 'a consequence of the case', several: 'The consequences' },
  'case-group': { a: 'a group of the case', several: 'The groups' },
  'contract-group': {
    a: 'a cohort, an authority or a track that the contract decides anything for',
    several: 'They are',
  },
  'roster-column': { a: 'a track, an authority or an attribute the terms ask for', several: 'They are' },
  'roster-unit': { a: 'a member of those the contract is about', several: 'They are' },
  track: { a: 'one of the tracks of the contract', several: 'The tracks' },
  'followed-people': { a: 'a group, track, cohort or authority of the contract', several: 'The contract knows' },
  'group-or-track': { a: 'a group or a track', several: 'The groups and tracks' },
  payment: { a: 'a payment', several: 'The payments' },
  parameter: { a: 'a parameter', several: 'The parameters' },
  kind: { a: 'one of the kinds of the measure', several: 'They are' },
  exit: { a: 'one of the ways of leaving that stand under people.exits', several: 'They are' },
  date: { a: 'a day that the goal has given a name', several: 'The days' },
}

export function known(facts: ProblemFacts, several: string): string {
  return facts.items('known').length === 0 ? '' : `\n${several}: ${facts.listed('known')}.`
}

function unknownName(facts: ProblemFacts): string {
  const of = named[facts.text('of')] ?? { a: facts.text('of'), several: 'They are' }
  const none = facts.items('known').length === 0 ? '\nThere are none yet.' : known(facts, of.several)
  return `“${facts.text('found')}” is not ${of.a}.${none}`
}

export const shapeProblems: ShapeProblems = {
  'key-missing': (facts) => `“${facts.text('key')}” is missing here: ${facts.text('says')}.`,
  'key-unknown': (facts) =>
    facts.is('isCutText')
      ? {
          says: `“${facts.text('key')}” is read as a new name, because a comma outside quotes divides the text.`,
          lead: facts.is('isCutNumber') ? 'Decimals are written with a point:' : 'Put the whole text in quotes:',
        }
      : `“${facts.text('key')}” cannot stand here.${known(facts, 'Here can stand')}`,
  'word-unknown': (facts) =>
    `${facts.text('found') === '' ? 'One word must stand here.' : `“${facts.text('found')}” is not one of the answers.`}${known(facts, 'The answers')}`,
  'name-unfit': (facts) =>
    `“${facts.text('found')}” cannot be a name. A name is small letters a–z, digits and hyphens, and begins with a letter.\nWhat the reader sees is written in label.`,
  'shape-wrong': (facts) =>
    `Here must stand ${facts.text('says')}, but here stands ${foundKinds[facts.text('found')] ?? facts.text('found')}.`,
  'value-unreadable': (facts) =>
    `“${facts.text('found')}” ${/^\d{4}-\d{2}-\d{2}$/.test(facts.text('found')) ? 'is no day of the calendar' : 'does not fit here'}. Here must stand ${facts.text('says')}.`,
  'value-undecided': (facts) =>
    `What shall stand here is not agreed.\nWrite ${facts.text('says')} when the parties agree.`,
  'mark-unclear': (facts) => ({
    says: `The reason after ${facts.text('grade')} cannot be told from what follows. A comma outside quotes begins a new name.`,
    lead: 'Put the reason in quotes:',
  }),
  'number-ambiguous': (facts) => ({
    says: `“${facts.text('found')}” can be read in two ways. Decimals are written with a point and thousands with a space.`,
    lead: 'Write what you mean:',
  }),
  'currency-unknown': (facts) =>
    `“${facts.text('found')}” is not a currency that can be counted in. Write its code of three letters, such as DKK.`,
  'currency-other': (facts) =>
    `The amount is in ${facts.text('found')}, but everything here is counted in ${facts.text('currency')}. Convert it to ${facts.text('currency')}.`,
  'unit-unknown': (facts) => `“${facts.text('found')}” is not a unit.${known(facts, 'The units')}`,
  'edge-unsettled': (facts) => `The terms do not say what applies for ${facts.text('key')}.`,
  'name-unknown': unknownName,
}
