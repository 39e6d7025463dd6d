/** Begrundelser på dansk: ét led, én sætning. */
import { listText } from '../numbers.ts'
import { type Answer, type ReasonParts, type ReasonWords } from '../wording/reasons.ts'

const picks: Readonly<Record<string, string>> = {
  latest: 'den seneste oplysning om',
  first: 'den første oplysning om',
  highest: 'den højeste oplysning om',
  lowest: 'den laveste oplysning om',
  mean: 'gennemsnittet af',
  sum: 'summen af',
  nearest: 'den nærmeste oplysning om',
}

const takes: Readonly<Record<string, string>> = {
  count: 'antallet af',
  share: 'andelen af',
  sum: 'summen for',
  mean: 'gennemsnittet for',
  median: 'medianen for',
  highest: 'den højeste blandt',
  lowest: 'den laveste blandt',
}

const several: Readonly<Record<string, string>> = {
  people: 'personerne',
  children: 'børnene',
  parents: 'forældrene',
  members: 'familiens medlemmer',
  cohorts: 'kohorterne',
  authorities: 'myndighederne',
  tracks: 'sporene',
}

const unitsOfTime: Readonly<Record<string, string>> = {
  nights: 'nætterne',
  days: 'dagene',
  weeks: 'ugerne',
  months: 'månederne',
  years: 'årene',
}

const word = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key
const met: Record<Answer, string> = {
  yes: 'opfyldt',
  no: 'ikke opfyldt',
  unmeasured: 'umålt',
  'not-due': 'ikke forfalden',
}
const exitRules: Readonly<Record<string, string>> = {
  waits: 'afgørelsen venter',
  missed: 'målet regnes for ikke opfyldt',
  met: 'målet regnes for opfyldt',
  'left-out': 'resultatet udgår',
  'as-measured': 'det målte gælder',
}

const things: ReasonWords['things'] = {
  'value-of': ({ text, label }) => `${word(picks, text('pick'))} »${label('valueOf')}«`,
  'time-in': ({ text, list }) =>
    `${word(unitsOfTime, text('unit'))} med ${list('timeIn')}${text('periodsCount') === '' ? '' : ' i den periode, hvor der er flest,'}`,
  'longest-run-in': ({ list }) => `den længste periode med ${list('longestRunIn')}`,
  'count-of': ({ label }) => `antallet af »${label('countOf')}«`,
  'items-met': ({ text, label }) =>
    `${text('as') === 'share' ? 'andelen' : 'antallet'} af opfyldte mål i »${label('itemsMet')}«`,
  'time-between': ({ list }) => `tiden mellem ${list('days')}`,
  'result-of': ({ text, label }) =>
    text('as') === 'quantity' ? `resultatet af »${label('resultOf')}«` : `antallet af gange i »${label('resultOf')}«`,
  over: ({ text }) => `${word(takes, text('take'))} ${word(several, text('over'))}`,
  'sum-of': () => 'summen',
  difference: () => 'forskellen',
  product: () => 'produktet',
  ratio: () => 'forholdet',
  'highest-of': () => 'det højeste',
  'lowest-of': () => 'det laveste',
  change: ({ text }) => (text('change') === 'fall' ? 'faldet' : 'stigningen'),
  rounded: () => 'det afrundede tal',
  weighted: () => 'det vægtede gennemsnit',
  grown: () => 'det forrentede beløb',
  parameter: ({ label }) => `»${label('parameter')}«`,
  this: ({ text }) =>
    text('this') === 'quantity'
      ? 'resultatet'
      : text('this') === 'contract-sum'
        ? 'kontraktsummen'
        : 'opfølgningens nummer',
  literal: () => 'tallet',
  quantity: () => 'mængden',
}

const asSum = (sign: string) => (parts: ReasonParts) => `${parts.parts.join(` ${sign} `)} = ${parts.value}`

/** Somebody without a last day is still followed. */
const followed = ({ text, day }: Pick<ReasonParts, 'text' | 'day'>) =>
  text('observedTo') === 'unknown' ? 'følges fortsat' : `fulgt til ${day('observedTo')}`

const sentences: ReasonWords['sentences'] = {
  compare: ({ thing, parts, bounds, answer }) => `${thing} er ${parts[0] ?? ''}; kravet er ${bounds}: ${met[answer]}`,
  all: ({ answer }) =>
    answer === 'yes'
      ? 'alle betingelserne er opfyldt'
      : answer === 'no'
        ? 'ikke alle betingelserne er opfyldt'
        : `betingelserne er ${met[answer]}`,
  any: ({ answer }) =>
    answer === 'yes'
      ? 'mindst én af betingelserne er opfyldt'
      : answer === 'no'
        ? 'ingen af betingelserne er opfyldt'
        : `betingelserne er ${met[answer]}`,
  not: ({ answer }) =>
    answer === 'yes'
      ? 'betingelsen gælder ikke, som den skal'
      : answer === 'no'
        ? 'betingelsen gælder, og det må den ikke'
        : `betingelsen er ${met[answer]}`,
  some: ({ number, answer }) => `mindst ${number('some')} af betingelserne skal være opfyldt: ${met[answer]}`,
  met: ({ label, answer }) => `målet »${label('met')}« er ${met[answer]}`,
  in: ({ list, answer }) =>
    answer === 'no'
      ? `hører ikke til ${list('in')}`
      : answer === 'yes'
        ? `hører til ${list('in')}`
        : `det er umålt, om ${list('in')} passer`,
  attribute: ({ text, list, answer }) =>
    `»${text('attribute')}« er ${text('found') === '' ? 'ikke oplyst' : `»${text('found')}«`}; kravet er ${list('is')}: ${met[answer]}`,
  'observed-to': ({ text, day, answer }) =>
    `${followed({ text, day })}; det skal være til ${day('needed')}: ${met[answer]}`,
  left: ({ label, day, answer }) =>
    answer === 'yes' ? `${label('exit')} den ${day('on')}` : `ikke udgået af de nævnte grunde senest ${day('needed')}`,
  reached: ({ day, text, answer }) =>
    text('day') === 'unknown'
      ? `dagen er ikke kendt; den skulle være kommet senest ${day('needed')}: ${met[answer]}`
      : `dagen er ${day('day')}; den skal være kommet senest ${day('needed')}: ${met[answer]}`,
  every: ({ text, answer }) => `det skal gælde for alle ${word(several, text('over'))}: ${met[answer]}`,
  'any-of': ({ text, answer }) => `det skal gælde for mindst én af ${word(several, text('over'))}: ${met[answer]}`,
  'sum-of': asSum('+'),
  difference: asSum('−'),
  product: asSum('×'),
  ratio: asSum('÷'),
  'highest-of': ({ parts, value }) => `det højeste af ${listText(parts, 'da')} er ${value}`,
  'lowest-of': ({ parts, value }) => `det laveste af ${listText(parts, 'da')} er ${value}`,
  change: ({ text, parts, value }) =>
    `${text('change') === 'fall' ? 'faldet' : 'stigningen'} fra ${parts[0] ?? ''} til ${parts[1] ?? ''} er ${value}`,
  steps: ({ parts, value }) => `${parts[0] ?? ''} giver ${value} efter trappen`,
  line: ({ parts, value }) => `${parts[0] ?? ''} giver ${value} efter linjen`,
  tiers: ({ parts, value }) => `${parts[0] ?? ''} giver ${value}, trin for trin`,
  grown: ({ parts, value, day }) =>
    `${parts[0] ?? ''} bliver til ${value} fra ${day('from')} til ${day('to')} med ${parts[1] ?? ''} om året`,
  rounded: ({ parts, value }) => `${parts[0] ?? ''} afrundes til ${value}`,
  if: ({ value }) => `derfor gælder ${value}`,
  exit: ({ label, day, value }) => `${label('exit')} den ${day('on')}; efter aftalen: ${word(exitRules, value)}`,
  seen: ({ text, day, answer }) => `${followed({ text, day })}; målet kræver til ${day('needed')}: ${met[answer]}`,
  'result-unmeasured': ({ text }) => `efter aftalen: ${word(exitRules, text('unmeasured'))}`,
  'result-measured': () => '',
  'result-met': () => '',
  'result-missed': () => '',
  'result-notDue': () => '',
  'result-leftOut': () => '',
  counted: ({ text, value }) => `${text('who')}: ${value}`,
  'result-of-goal': ({ label, day, value }) => `»${label('goal')}« den ${day('day')}: ${value}`,
  limit: ({ clause, money, share, value, text }) => {
    const [before, way] = [money('before'), text('way')]
    if (text('bound') === 'unmeasured' || text('bound') === 'not-due')
      return `§ ${clause} kan ikke regnes ud endnu, så ${before} venter`
    if (text('bound') === '') return `§ ${clause} ændrer ${before} til ${value}`
    if (way === 'times') return `§ ${clause} ganger ${before} med ${share('bound')}: ${value}`
    return way === 'less'
      ? `§ ${clause} trækker ${money('bound')} fra ${money('sum')}: ${before} bliver til ${value}`
      : `§ ${clause} sætter grænsen ${money('bound')}, hvor der ellers er ${money('sum')}: ${before} bliver til ${value}`
  },
  'sum-rounding': ({ money, value }) => `${money('before')} bliver til ${value}, så summen er afrundet som aftalt`,
  adjustment: ({ text, value }) =>
    text('overpaid') === 'kept'
      ? `${value} er betalt for meget og kræves ikke tilbage`
      : `${value} kan ikke modregnes endnu og går videre til den næste opgørelse`,
  'held-for-kept': ({ value }) =>
    `${value} er der ikke plads til, fordi det, der tidligere er betalt for meget og beholdes, bruger af grænsen`,
  paid: ({ text, day, value }) => `opgørelse ${text('statement')} den ${day('to')}: ${value}`,
  'per-met': ({ parts }) => `prisen for et opfyldt mål er ${parts[0] ?? ''}`,
  'per-unit': ({ parts, value }) => `${parts[0] ?? ''} × ${parts[1] ?? ''} = ${value}`,
  'per-floor': () => 'der er intet optjent; beløbet er en mindstebetaling',
  reckoned: ({ parts, value }) =>
    parts.length < 2 ? `der er intet tidligere at trække fra ${value}` : `${parts.join(' − ')} = ${value}`,
  'so-far': ({ parts, value }) => `til og med datoen ${parts[0] ?? ''}, som giver ${value}`,
  before: ({ parts, value }) => `til og med den forrige dato ${parts[0] ?? ''}, som giver ${value}`,
  'quantity-so-far': () => '',
  fee: ({ value }) => `fast beløb på ${value}`,
}

export const reasons: ReasonWords = {
  answers: { yes: 'ja', no: 'nej', unmeasured: 'umålt', 'not-due': 'ikke forfalden' },
  met,
  statuses: {
    met: 'opfyldt',
    missed: 'ikke opfyldt',
    unmeasured: 'umålt',
    notDue: 'ikke forfalden',
    leftOut: 'udgår',
    measured: 'målt',
  },
  foregone: {
    missed: 'ikke forfalden, men kan ikke længere nås',
    leftOut: 'ikke forfalden, men udgår',
    met: 'ikke forfalden, men vil være opfyldt',
  },
  states: { agreed: 'aftalt', changed: 'ændret', 'not-met': 'ikke opfyldt', met: 'opfyldt', withdrawn: 'udgået' },
  bounds: {
    'at-least': (limit) => `mindst ${limit}`,
    'at-most': (limit) => `højst ${limit}`,
    'more-than': (limit) => `mere end ${limit}`,
    'less-than': (limit) => `mindre end ${limit}`,
    exactly: (limit) => `præcis ${limit}`,
  },
  things,
  sentences,
  isValue: (thing, value, window) => `${thing}${window === '' ? '' : ` (${window})`} er ${value}`,
  inWindow: (from, through) => `${from} – ${through}`,
  unknownDay: 'en dag, der ikke er kendt',
  stillGoing: 'og fortsat',
  person: 'person',
  personRow: 'listen over personer',
  wholeGroup: 'hele gruppen',
  groupOf: (kind, name) => (kind === 'cohort' ? `kohorte ${name}` : name),
  onDay: (what, day) => `${what}, ${day}`,
  labels: {
    amount: 'Beløb',
    clause: 'Bestemmelse',
    result: 'Resultat',
    people: { person: 'Personer', family: 'Familier' },
    subject: { person: 'Person', family: 'Familie', child: 'Barn', parent: 'Forælder' },
    facts: 'Oplysninger',
    other: 'Uden betaling',
    notPaid: 'Ikke betalt',
    workings: 'Udregning',
  },
  version: (clause, name) => (clause === '' ? `udgave ${name}` : `§ ${clause} i udgave ${name}`),
  lineSum: (payable, afterLimits, paidBefore) =>
    `${payable} = ${afterLimits} efter lofter − ${paidBefore} afregnet før`,
  lineSumFirst: (payable) => `${payable} efter lofter; intet er afregnet før`,
  notPaidFor: 'Målet udløser ikke selv nogen betaling.',
  counts: (parts) => `Resultater: ${listText(parts, 'da')}.`,
  countOf: {
    met: (count) => `${String(count)} opfyldt`,
    missed: (count) => `${String(count)} ikke opfyldt`,
    unmeasured: (count) => `${String(count)} umålt`,
    notDue: (count) => `${String(count)} ikke forfaldne`,
    foregone: (count) => `heraf ${String(count)}, der ikke længere kan nås`,
    leftOut: (count) => `${String(count)} udgår`,
    measured: (count) => `${String(count)} målt`,
  },
  factColumns: {
    what: 'Oplysning',
    value: 'Værdi',
    on: 'Gælder',
    recorded: 'Registreret',
    by: 'Af',
    evidence: 'Dokumentation',
    place: 'Fil og linje',
  },
  peopleColumns: { who: 'Hvem', day: 'Dato', result: 'Resultat', earned: 'Optjent', after: 'Efter lofter' },
  more: (count) => `… og ${String(count)} til. Spørg til én af dem, eller brug --json.`,
  moreWorkings: 'De øvrige beløb regnes ud på samme måde; se dem med --depth 3.',
  noFacts: 'Ingen oplysninger.',
  factsOfGoal: (title) => `Oplysningerne under »${title}« står ved det mål.`,
  onlyIf: 'Betingelsen for betaling:',
  closed: (who, day, result, isKnown) =>
    isKnown
      ? `${who}, ${day}, ${result}: ikke betalt, fordi betingelsen for betaling ikke er opfyldt.`
      : `${who}, ${day}, ${result}: ikke betalt, fordi det endnu ikke vides, om betingelsen for betaling er opfyldt.`,
  quote: (text) => `»${text}«`,
  withdrawn: 'udgået',
}
