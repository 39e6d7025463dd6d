/** Hvad der er galt med det, der er skrevet, hvor noget bestemt skal stå: i vilkår, sager og fonde. */
import { type ProblemFacts, type ShapeProblems } from '../wording/problems.ts'

/** Det, der skulle have stået, med programmets egne ord oversat. */
const phrases: Readonly<Record<string, string>> = {
  'a text': 'en tekst',
  'a text in both languages, { da: …, en: … }': 'en tekst på begge sprog, { da: …, en: … }',
  'a set of named values': 'et sæt af navne og værdier',
  'a value': 'en værdi',
  'a value: an amount, a share, a number with a unit, or a set with one of the heads of values':
    'en værdi: et beløb, en andel, et tal med enhed eller en beregning',
  'a condition': 'en betingelse',
  'a condition: a value with a comparison beside it, or a set with one of the heads of conditions':
    'en betingelse: en værdi og det, den holdes op mod, eller fx all, any og not',
  'a stretch of days, such as { from: start - 6 months, until: start }':
    'et tidsrum, fx { from: start - 6 months, until: start }',
  'a number with its unit, such as 75 % or 6 nights': 'et tal med enhed, fx 75 % eller 6 nights',
  'a whole number': 'et helt tal',
  'a whole number, or no-limit': 'et helt tal eller no-limit',
  'an amount, such as 72000 kr': 'et beløb, fx 72000 kr',
  'a share, such as 75 % or 1/3': 'en andel, fx 75 % eller 1/3',
  'a count, such as 50 of 162': 'et antal ud af et andet, fx 50 of 162',
  'a length of time, such as 6 months': 'en længde, fx 6 months',
  'a day, such as 2024-12-31': 'en dag, fx 2024-12-31',
  'a day, such as 2024-12-31, start + 6 months or monday on or before start + 24 months':
    'en dag, fx 2024-12-31, start + 6 months eller monday on or before start + 24 months',
  'an amount, such as 72000 kr, or the name of an estimate': 'et beløb, fx 72000 kr, eller navnet på et skøn',
  'a share, such as 75 %, or the name of an estimate': 'en andel, fx 75 %, eller navnet på et skøn',
  'a number, such as 12, or the name of an estimate': 'et tal, fx 12, eller navnet på et skøn',
  'months, such as 1.5, or the name of an estimate': 'måneder, fx 1.5, eller navnet på et skøn',
  'a length in months, such as 24 months': 'en længde i måneder, fx 24 months',
  'a month, such as 2022-01': 'en måned, fx 2022-01',
  'a number, such as 35 %, 120000 kr or 1.5': 'et tal, fx 35 %, 120000 kr eller 1.5',
  'a number without a unit, such as 24': 'et tal uden enhed, fx 24',
  'a number of results, such as 3 results': 'et antal resultater, fx 3 results',
  'a date of the year, such as 1 july, or agreement start': 'en dato på året, fx 1 july, eller agreement start',
  'everybody, or a condition': 'everybody eller en betingelse',
  'a number, such as 1 or 0.5, or a share, such as 5 %': 'et tal, fx 1 eller 0.5, eller en andel, fx 5 %',
  'a day, such as start, end + 12 months or 2024-12-31': 'en dag, fx start, end + 12 months eller 2024-12-31',
  'a number, such as 12, a share, such as 15 %, or the name of an estimate':
    'et tal, fx 12, en andel, fx 15 %, eller navnet på et skøn',
  'a reason': 'en begrundelse',
  '16 hexadecimal digits, as the workshop writes them': '16 hexadecimale cifre, som værkstedet skriver dem',
  'any piece of terms': 'et stykke af vilkårene',
}

/** Det, der gives navne. */
const sets: Readonly<Record<string, string>> = {
  investors: 'investorer',
  shares: 'andele',
  followed: 'grupper, der følges',
  used: 'ydelser, hvis brug ses',
  payers: 'betalere',
  prices: 'priser',
  departments: 'afdelinger',
  estimates: 'skøn',
  costs: 'omkostninger',
  consequences: 'konsekvenser',
  signatures: 'underskrifter',
  projects: 'projekter',
  'ways out': 'måder at udgå på',
  tracks: 'spor',
  cohorts: 'kohorter',
  days: 'dage',
  parties: 'parter',
  measures: 'målevariabler',
  parameters: 'parametre',
  groups: 'grupper',
  kinds: 'arter',
  goals: 'resultatmål',
  payments: 'betalinger',
  securities: 'sikkerheder',
}

function phrase(says: string): string {
  if (says.startsWith('a list of: ')) return `en liste med ${phrase(says.slice('a list of: '.length))}`
  const several = /^a set of (.*) by name$/.exec(says)?.[1]
  if (several !== undefined) return `et sæt af ${sets[several] ?? several} ved navn`
  if (says.startsWith('one of ')) return `et af ordene ${says.slice('one of '.length)}`
  const [, words, other] = /^([a-z, -]+), or (.+)$/.exec(says) ?? []
  if (phrases[says] === undefined && words !== undefined) return `${words} eller ${phrase(other!)}`
  return phrases[says] ?? says
}

const foundKinds: Readonly<Record<string, string>> = {
  map: 'et sæt af navne og værdier',
  list: 'en liste',
  text: 'en enkelt værdi',
  empty: 'ingenting',
}

const named: Readonly<Record<string, { a: string; several: string }>> = {
  party: { a: 'en part', several: 'Parterne' },
  'fund-investor': { a: 'en af fondens investorer', several: 'Investorerne' },
  measure: { a: 'en målevariabel, der passer her', several: 'Her passer' },
  goal: { a: 'et resultatmål', several: 'Resultatmålene' },
  owner: { a: 'en budgetejer', several: 'Budgetejerne' },
  estimate: { a: 'et skøn i sagen', several: 'Skønnene' },
  'case-payer': { a: 'en, der betaler i sagens egen model', several: 'Betalerne' },
  'own-budget': { a: 'kommunens eget budget', several: 'Kommunens budgetter' },
  consequence: { a: 'en konsekvens i sagen', several: 'Konsekvenserne' },
  'case-group': { a: 'en gruppe i sagen', several: 'Grupperne' },
  'contract-group': { a: 'et hold, en myndighed eller et spor, kontrakten afgør noget for', several: 'De er' },
  'roster-column': { a: 'et spor, en myndighed eller en egenskab, vilkårene spørger til', several: 'De er' },
  'roster-unit': { a: 'et medlem af dem, kontrakten handler om', several: 'De er' },
  track: { a: 'et af kontraktens spor', several: 'Sporene' },
  'followed-people': { a: 'en gruppe, et spor, et hold eller en myndighed i kontrakten', several: 'Kontrakten kender' },
  'group-or-track': { a: 'en gruppe eller et spor', several: 'Grupperne og sporene' },
  payment: { a: 'en betaling', several: 'Betalingerne' },
  parameter: { a: 'en parameter', several: 'Parametrene' },
  kind: { a: 'en af målevariablens arter', several: 'De er' },
  exit: { a: 'en af de måder at forlade forløbet på, der står under people.exits', several: 'De er' },
  date: { a: 'en dag, der er givet navn i resultatmålet', several: 'Dagene' },
}

export function known(facts: ProblemFacts, several: string): string {
  return facts.items('known').length === 0 ? '' : `\n${several}: ${facts.listed('known')}.`
}

function unknownName(facts: ProblemFacts): string {
  const of = named[facts.text('of')] ?? { a: facts.text('of'), several: 'De' }
  const none = facts.items('known').length === 0 ? '\nDer er ingen endnu.' : known(facts, of.several)
  return `»${facts.text('found')}« er ikke ${of.a}.${none}`
}

export const shapeProblems: ShapeProblems = {
  'key-missing': (facts) => `Her mangler »${facts.text('key')}«: ${phrase(facts.text('says'))}.`,
  'key-unknown': (facts) =>
    facts.is('isCutText')
      ? {
          says: `»${facts.text('key')}« læses som et nyt navn, fordi et komma uden for anførselstegn deler teksten.`,
          lead: facts.is('isCutNumber') ? 'Decimaler skrives med punktum:' : 'Sæt hele teksten i anførselstegn:',
        }
      : `»${facts.text('key')}« kan ikke stå her.${known(facts, 'Her kan stå')}`,
  'word-unknown': (facts) =>
    `${facts.text('found') === '' ? 'Her skal stå ét ord.' : `»${facts.text('found')}« er ikke et af svarene.`}${known(facts, 'Svarene')}`,
  'name-unfit': (facts) =>
    `»${facts.text('found')}« kan ikke være et navn. Et navn er små bogstaver a–z, tal og bindestreg og begynder med et bogstav.\nDet, læseren ser, skrives i label.`,
  'shape-wrong': (facts) =>
    `Her skal stå ${phrase(facts.text('says'))}, men her står ${foundKinds[facts.text('found')] ?? facts.text('found')}.`,
  'value-unreadable': (facts) =>
    `»${facts.text('found')}« ${/^\d{4}-\d{2}-\d{2}$/.test(facts.text('found')) ? 'er ingen dag i kalenderen' : 'passer ikke her'}. Her skal stå ${phrase(facts.text('says'))}.`,
  'value-undecided': (facts) =>
    `Det er ikke aftalt, hvad der skal stå her.\nSkriv ${phrase(facts.text('says'))}, når parterne er enige.`,
  'mark-unclear': (facts) => ({
    says: `Begrundelsen efter ${facts.text('grade')} kan ikke skelnes fra det næste. Et komma uden for anførselstegn begynder et nyt navn.`,
    lead: 'Sæt begrundelsen i anførselstegn:',
  }),
  'number-ambiguous': (facts) => ({
    says: `»${facts.text('found')}« kan læses på to måder. Decimaler skrives med punktum og tusinder med mellemrum.`,
    lead: 'Skriv det, I mener:',
  }),
  'currency-unknown': (facts) =>
    `»${facts.text('found')}« er ikke en valuta, der kan regnes i. Skriv koden på tre bogstaver, fx DKK.`,
  'currency-other': (facts) =>
    `Beløbet er i ${facts.text('found')}, men alt her regnes i ${facts.text('currency')}. Omregn det til ${facts.text('currency')}.`,
  'unit-unknown': (facts) => `»${facts.text('found')}« er ikke en enhed.${known(facts, 'Enhederne')}`,
  'edge-unsettled': (facts) => `Vilkårene siger ikke, hvad der gælder for ${facts.text('key')}.`,
  'name-unknown': unknownName,
}
