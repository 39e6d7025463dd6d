/** Hvad der er galt med vilkår, eller hvad de lader stå åbent. */
import { type ProblemFacts, type ProblemSaid, type TermsProblems } from '../wording/problems.ts'

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
  'a reason': 'en begrundelse',
  'any piece of terms': 'et stykke af vilkårene',
}

/** Det, der gives navne. */
const sets: Readonly<Record<string, string>> = {
  investors: 'investorer',
  shares: 'andele',
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
  measure: { a: 'en målevariabel, der passer her', several: 'Her passer' },
  goal: { a: 'et resultatmål', several: 'Resultatmålene' },
  owner: { a: 'en budgetejer', several: 'Budgetejerne' },
  estimate: { a: 'et skøn i sagen', several: 'Skønnene' },
  'case-payer': { a: 'en, der betaler i sagens egen model', several: 'Betalerne' },
  'case-group': { a: 'en gruppe i sagen', several: 'Grupperne' },
  'followed-people': { a: 'en gruppe, et spor, et hold eller en myndighed i kontrakten', several: 'Kontrakten kender' },
  'group-or-track': { a: 'en gruppe eller et spor', several: 'Grupperne og sporene' },
  payment: { a: 'en betaling', several: 'Betalingerne' },
  parameter: { a: 'en parameter', several: 'Parametrene' },
  kind: { a: 'en af målevariablens arter', several: 'De er' },
  exit: { a: 'en af de måder at forlade forløbet på, der står under people.exits', several: 'De er' },
  date: { a: 'en dag, der er givet navn i resultatmålet', several: 'Dagene' },
}

const measureKinds: Readonly<Record<string, string>> = {
  spell: 'perioder (spell)',
  event: 'hændelser (event)',
  level: 'trin (level)',
  score: 'scorer (score)',
  amount: 'mængder (amount)',
  share: 'andele (share)',
  plan: 'handleplansmål (plan)',
  figure: 'oplyste tal (figure)',
}

const units: Readonly<Record<string, string>> = {
  money: 'kroner',
  share: 'procent',
  number: 'et rent tal',
  nights: 'nætter',
  days: 'dage',
  weeks: 'uger',
  months: 'måneder',
  years: 'år',
  hours: 'timer',
  points: 'point',
  levels: 'trin',
  people: 'personer',
  times: 'gange',
  items: 'mål i planen',
}

const unit = (name: string): string => units[name] ?? name
const either = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} eller ${items.at(-1) ?? ''}`

function meant(facts: ProblemFacts): string {
  const nearest = facts.text('nearest')
  return nearest === '' ? '' : ` Mente du »${nearest}«?`
}

function known(facts: ProblemFacts, several: string): string {
  return facts.items('known').length === 0 ? '' : `\n${several}: ${facts.listed('known')}.`
}

function unknownName(facts: ProblemFacts): string {
  const of = named[facts.text('of')] ?? { a: facts.text('of'), several: 'De' }
  const none = facts.items('known').length === 0 ? '\nDer er ingen endnu.' : known(facts, of.several)
  return `»${facts.text('found')}« er ikke ${of.a}.${none}`
}

function circle(facts: ProblemFacts): string {
  const names = facts.items('names')
  if (facts.text('of') === 'goals')
    return `Resultatmålene bygger på hinanden i ring: ${names.join(' → ')}.\nEt af dem må stå på egne ben.`
  if (facts.text('of') === 'groups')
    return `Grupperne er sat sammen af hinanden i ring: ${names.join(' → ')}.\nEn af dem må stå på egne ben.`
  if (facts.text('of') === 'quantity')
    return `Mængden i »${names[0]!}« regnes af sig selv (this: quantity).\nSkriv det, den skal regnes af, eller brug result-of på et andet mål.`
  if (names[0] === 'occasion' || names[0] === 'previous')
    return `Den dag, målet afgøres, kan ikke regnes fra sig selv (${names[0]}).\nRegn den fra fx start, end eller referral.`
  return `Dagene regnes fra hinanden i ring: ${names.join(' → ')}.`
}

function thresholdTwice(facts: ProblemFacts): ProblemSaid {
  const [count, needed] = [Number(facts.text('count')), Number(facts.text('countForShare'))]
  const low = Math.min(count, needed)
  const high = Math.max(count, needed) - 1
  const exactly =
    low === high ? `Ved præcis ${low} af ${facts.number('of')}` : `Fra ${low} til ${high} af ${facts.number('of')}`
  return {
    says: `Andelen og antallet passer ikke sammen: ${facts.number('count')} af ${facts.number('of')} er ${facts.share('shareOfCount')}, ikke ${facts.share('share')}.\n${exactly} er målet nået efter det ene og ikke efter det andet.`,
    means: (paste) =>
      paste.endsWith('count') ? `nået fra ${facts.number('count')}` : `nået fra ${facts.number('countForShare')}`,
  }
}

const ways: Readonly<Record<string, string>> = {
  'per-met': 'per-met (et beløb, hver gang målet er nået)',
  'per-unit': 'per-unit (et beløb for hver enhed)',
  amount: 'amount (et beløb, der regnes ud)',
  fee: 'fee (et fast honorar)',
  cap: 'cap (loft)',
  floor: 'floor (bundbeløb)',
  less: 'less (fradrag)',
  times: 'times (en faktor)',
  'at-most': 'at-most (et antal resultater)',
  quota: 'quota (højst en andel)',
  'return-cap': 'return-cap (afkastloft)',
  round: 'round (afrunding)',
  at: 'at (på bestemte dage)',
  every: 'every (igen og igen)',
  each: 'each (ved hver hændelse)',
  calendar: 'calendar (én gang i hver kalenderperiode)',
}

function oneWay(facts: ProblemFacts, subject: string): string {
  const found = facts.items('found')
  const all = facts.items('ways').map((way) => ways[way] ?? way)
  const has = found.length === 0 ? 'ingen af dem' : `${found.length}: ${facts.listed('found')}`
  return `${subject} skal have netop én af disse, men har ${has}.\nVælg ${either(all)}.`
}

const rows: Readonly<Record<string, { about: string; each: string; over: string }>> = {
  person: { about: 'den enkelte person', each: 'den enkelte person', over: 'over: people' },
  family: { about: 'familien', each: 'den enkelte familie', over: 'over: people' },
  child: { about: 'det enkelte barn', each: 'det enkelte barn', over: 'over: children' },
  parent: { about: 'den enkelte forælder', each: 'den enkelte forælder', over: 'over: parents' },
  member: { about: 'den enkelte i familien', each: 'den enkelte i familien', over: 'over: members' },
  cohort: { about: 'den enkelte kohorte', each: 'den enkelte kohorte', over: 'over: cohorts' },
  authority: { about: 'den enkelte myndighed', each: 'den enkelte myndighed', over: 'over: authorities' },
  track: { about: 'det enkelte spor', each: 'det enkelte spor', over: 'over: tracks' },
  agreement: {
    about: 'aftalen som helhed',
    each: 'aftalen som helhed',
    over: 'et mål for hele gruppen (for: the-group)',
  },
  group: { about: 'alle', each: 'hele gruppen', over: 'et mål for hele gruppen (for: the-group)' },
}

/** Læses en oplysning om barnet for familien, findes den ikke, og det kan ligne, at målet er nået. */
function subjectUnfit(facts: ProblemFacts): ProblemSaid {
  const [of, row] = [rows[facts.text('of')]!, rows[facts.text('row')]!]
  const what =
    facts.text('goal') === ''
      ? `»${facts.text('measure')}« er en oplysning om ${of.about}`
      : `»${facts.text('goal')}« afgøres for ${of.each}`
  const isFamily = facts.text('row') === 'family' && facts.text('of') !== 'agreement'
  const isOfMember = ['child', 'parent', 'member'].includes(facts.text('of'))
  const over = facts.text('row') === 'group' && isOfMember ? `over: people, og i den ${of.over}` : of.over
  const remedy = facts.text('row') === 'group' || isFamily ? `Brug ${over}` : `Det kan kun bruges i ${over}`
  return {
    says: `${what}, men her regnes for ${row.each}.\n${remedy}, så det siges, hvem der tæller hvordan.`,
    lead: 'Vælg, hvad der gælder:',
    means: (paste) => takes[/take: (\w+)/.exec(paste)?.[1] ?? ''],
  }
}

const askedOfGroup: Readonly<Record<string, string>> = {
  in: 'Spor og grupper (in)',
  over: 'Familiens medlemmer (over)',
  left: 'At være udgået (left)',
  'observed-to': 'At være fulgt til en dag (observed-to)',
  birth: 'Fødselsdagen (birth)',
  referral: 'Dagen for visitationen (referral)',
}

const takes: Readonly<Record<string, string>> = {
  every: 'det skal gælde for hver af dem',
  any: 'det er nok, at det gælder for én',
  mean: 'gennemsnittet af dem',
  highest: 'den højeste af dem',
  lowest: 'den laveste af dem',
  sum: 'dem alle lagt sammen',
}

export const termsProblems: TermsProblems = {
  'terms-empty': () =>
    'Filen er tom. Begynd med et udkast fra bundlinje new, eller kopiér vilkårene fra en af aftalerne i contracts.',
  'key-missing': (facts) => `Her mangler »${facts.text('key')}«: ${phrase(facts.text('says'))}.`,
  'key-unknown': (facts) =>
    facts.is('isCutText')
      ? {
          says: `»${facts.text('key')}« læses som et nyt navn, fordi et komma uden for anførselstegn deler teksten.`,
          lead: 'Sæt hele teksten i anførselstegn:',
        }
      : `»${facts.text('key')}« kan ikke stå her.${known(facts, 'Her kan stå')}`,
  'word-unknown': (facts) =>
    `${facts.text('found') === '' ? 'Her skal stå ét ord.' : `»${facts.text('found')}« er ikke et af svarene.`}${known(facts, 'Svarene')}`,
  'name-unfit': (facts) =>
    `»${facts.text('found')}« kan ikke være et navn. Et navn er små bogstaver a–z, tal og bindestreg og begynder med et bogstav.\nDet, læseren ser, skrives i label.`,
  'shape-wrong': (facts) =>
    `Her skal stå ${phrase(facts.text('says'))}, men her står ${foundKinds[facts.text('found')] ?? facts.text('found')}.`,
  'value-unreadable': (facts) => `»${facts.text('found')}« kan ikke læses. Her skal stå ${phrase(facts.text('says'))}.`,
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
    `Beløbet er i ${facts.text('found')}, men aftalen regnes i ${facts.text('currency')}. Omregn det til ${facts.text('currency')}.`,
  'unit-unknown': (facts) => `»${facts.text('found')}« er ikke en enhed.${known(facts, 'Enhederne')}`,
  'expression-unknown': (facts) =>
    `Her begynder hverken en værdi eller en betingelse: »${facts.items('found')[0] ?? ''}« er ingen af delene.`,
  'condition-as-value': (facts) =>
    `Her skal stå en værdi, men ${facts.text('head')} med en grænse er en betingelse, som er opfyldt eller ikke.\nTag grænsen ud, eller brug if: … then: … else: …`,
  'window-end-twice': (facts) =>
    facts.text('key') === 'from'
      ? 'Tidsrummet begynder to gange. Brug enten from (dagen er med) eller after (dagen er ikke med).'
      : 'Tidsrummet slutter to gange. Brug enten until (dagen er ikke med) eller through (dagen er med).',
  'edge-unsettled': (facts) => `Vilkårene siger ikke, hvad der gælder for ${facts.text('key')}.`,
  'amendment-change-unclear': () =>
    'En ændring er enten set: … med to: … eller remove: … for sig selv. Her kan det ikke ses, hvad der ændres.',
  'amendment-path-unknown': (facts) =>
    `Ændringen peger på »${facts.text('path')}«, men vilkårene har ikke noget, der hedder »${facts.text('unknown')}« der.${meant(facts)}`,
  'amendment-out-of-order': (facts) =>
    `Ændringen gælder fra ${facts.day('from')}, men den forrige gælder først fra ${facts.day('before')}.\nÆndringer læses i rækkefølge; giv filerne navne i den orden, de er aftalt.`,

  'name-unknown': unknownName,
  'name-shared': (facts) =>
    `»${facts.text('name')}« er både en gruppe og et spor, så »in: ${facts.text('name')}« kan betyde to ting. Giv gruppen et andet navn.`,
  'measure-kind-unfit': (facts) =>
    `${facts.text('key')} læser ${either(facts.items('kinds').map((kind) => measureKinds[kind] ?? kind))}, men »${facts.text('found')}« rummer ${measureKinds[facts.text('kind')] ?? facts.text('kind')}.${known(facts, 'Her passer')}`,
  'goal-of-group': (facts) =>
    `Gruppen »${facts.text('group')}« er afgjort, før der er resultater, og kan derfor ikke afhænge af resultatmålet »${facts.text('goal')}«.`,
  'goes-in-circles': circle,
  'tracks-missing': () => 'Her regnes for hvert spor, men aftalen har ingen spor. Skriv dem under people.tracks.',
  'subject-unfit': subjectUnfit,
  'asked-of-group': (facts) => ({
    says: `${askedOfGroup[facts.text('key')] ?? `Egenskaben »${facts.text('attribute')}«`} hører til den enkelte, men her regnes for hele gruppen.\nBrug over: people, så det siges, hvem der tæller hvordan.`,
    lead: 'Vælg, hvad der gælder:',
    means: (paste) => takes[/take: (\w+)/.exec(paste)?.[1] ?? ''],
  }),
  'attribute-reserved': (facts) => ({
    says: `Kolonnen »${facts.text('attribute')}« i people.csv læser programmet selv, så den er aldrig en egenskab, og ingen ville have svaret.`,
    lead: 'Spørg i stedet sådan:',
  }),
  'unit-mismatch': (facts) =>
    `Her holdes ${unit(facts.text('wanted'))} op mod ${unit(facts.text('found'))}, og de kan ikke måles med hinanden.`,
  'unit-unfit': (facts) =>
    `Efter ${facts.text('key')} skal der stå ${either(facts.items('wanted').map(unit))}, men dette er ${unit(facts.text('found'))}.`,
  'money-squared': () => 'Kroner gange kroner er ikke et beløb. Gang beløbet med et antal, en længde eller en andel.',
  'levels-averaged': (facts) =>
    `Trinene i »${facts.text('measure')}« har en orden, men ingen afstand: de kan ikke lægges sammen eller have et gennemsnit.`,
  'take-unfit': (facts) =>
    `»take: ${facts.text('take')}« svarer ja eller nej og er ikke et tal, der kan regnes med eller holdes op mod en grænse.`,
  'this-unfit': (facts) =>
    facts.text('this') === 'contract-sum'
      ? 'Aftalen har ingen kontraktsum. Skriv contract-sum øverst i vilkårene.'
      : `Her er der ikke noget mål, hvis mængde »this: ${facts.text('this')}« kan være. Brug result-of, eller skriv quantity i målet.`,
  'table-empty': (facts) =>
    facts.text('rows') === 'points' ? 'En linje går mellem mindst to punkter.' : 'Tabellen har ingen rækker.',
  'table-not-rising': (facts) =>
    facts.is('isSame')
      ? `»${facts.text('found')}« står i to rækker. Hver grænse kan kun stå én gang.`
      : `»${facts.text('found')}« kommer efter »${facts.text('before')}«, men er mindre. Skriv rækkerne fra den laveste til den højeste.`,
  'table-open-row': (facts) =>
    facts.is('isLast')
      ? 'Den sidste række har et up-to, så det, der ligger over, har ingen pris. Tag up-to ud, eller tilføj en række uden.'
      : `Række ${facts.number('row')} har intet up-to, så de næste rækker bliver aldrig brugt. Kun den sidste række må stå uden.`,
  'needs-two': (facts) => `${facts.text('key')} er mellem netop to værdier, men her er ${facts.number('found')}.`,
  'over-lacks': (facts) =>
    facts.text('key') === 'of'
      ? `»take: ${facts.text('take')}« mangler en værdi at tage af. Skriv of: og det, der læses for den enkelte.`
      : `»take: ${facts.text('take')}« mangler en betingelse. Skriv that: og det, der skal gælde for den enkelte.`,
  'window-backwards': (facts) =>
    `Tidsrummet fra »${facts.text('from')}« til »${facts.text('to')}« rummer ingen dage: det slutter, før det begynder.`,
  'bounds-clash': (facts) =>
    facts.is('isEmpty')
      ? `Intet tal kan være begge dele: ${facts.listed('keys')}. Den nederste grænse ligger over den øverste.`
      : `${facts.listed('keys')} siger det samme to gange eller modsiger hinanden. Højst én nedre og én øvre grænse.`,
  'some-too-many': (facts) => `Her kræves ${facts.number('some')} af ${facts.number('of')} betingelser.`,
  'weights-off': (facts) => `Vægtene giver tilsammen ${facts.share('sum')}. De skal give 100 %.`,
  'threshold-stated-twice': thresholdTwice,

  'kinds-open': (facts) =>
    `»${facts.text('measure')}« har flere arter, og en dag eller en plan for opfølgning kan ikke sige, hvilke der tæller.\nLav en målevariabel for sig af det, der skal tælle her.`,
  'date-idle': (facts) =>
    `Dagen »${facts.text('date')}« har fået et navn, men intet i målet eller dets betaling regner med den.\nBrug den, fx i et tidsrum, eller slet den.`,
  'decided-after-end': (facts) =>
    `Her afgøres noget den ${facts.day('day')}, efter aftalens sidste dag, som er ${facts.day('through')}. En opgørelse går kun så langt, hvis den bliver bedt om det.\nOpgør med --to ${facts.text('day')}, eller lad aftalen løbe til den dag (runs: through).`,
  'goal-empty': (facts) =>
    `Resultatmålet »${facts.text('goal')}« siger hverken, hvornår det er nået (met), eller hvad der tælles (quantity).\nEr det ikke aftalt endnu, så skriv agreed: { by: en dag, otherwise: unpaid }.`,
  'learning-paid': (facts) => ({
    says: `Betalingen »${facts.text('payment')}« afhænger af »${facts.text('measure')}« (linje ${facts.text('usedLine')}), som kun er til læring.\nNår en måling udløser penge, holder den op med at være ærlig. Derfor er der en mur imellem.`,
    lead: 'Betal efter noget andet, eller lad parterne skrive hvorfor:',
    means: (paste) =>
      paste.startsWith('use') ? 'målingen er ikke længere kun til læring' : 'parternes begrundelse; den står i bilaget',
  }),
  'learning-override': (facts) =>
    `Betalingen »${facts.text('payment')}« afhænger af »${facts.text('measure')}« (linje ${facts.text('usedLine')}), som er til læring. Parterne har skrevet hvorfor.`,
  'rewards-withholding': (facts) => ({
    says: `Resultatmålet »${facts.text('goal')}« betaler for mindre af »${facts.text('measure')}«, som borgeren har ret til: ${facts.text('right')}.\nEt mål må ikke kunne nås ved at holde en ret tilbage.`,
    lead: 'Skriv i målet, hvordan beslutningen holdes uden for aftalen:',
  }),
  'payment-ways': (facts) => oneWay(facts, `Betalingen »${facts.text('payment')}«`),
  'payment-lacks': (facts) =>
    facts.text('key') === 'due'
      ? `Honoraret »${facts.text('payment')}« mangler due: hvornår forfalder det?`
      : `Betalingen »${facts.text('payment')}« mangler goal: hvilket resultatmål udløser den?`,
  'payment-unfit-goal': (facts) =>
    facts.text('key') === 'met'
      ? `${facts.text('way')} betaler, når målet er nået, men »${facts.text('goal')}« har ingen met. Skriv met i målet, eller brug amount.`
      : `${facts.text('way')} betaler for hver enhed, men »${facts.text('goal')}« har ingen quantity. Skriv quantity i målet, eller brug per-met.`,
  'reckoned-unfit': (facts) =>
    `reckoned: ${facts.text('reckoned')} lægger datoernes mængder sammen, men ${facts.text('way') === 'fee' || facts.text('way') === 'per-met' ? `${facts.text('way')} regnes ikke af en mængde` : `»${facts.text('goal')}« har ingen quantity`}. Brug amount eller per-unit til et mål med quantity, eller slet reckoned.`,
  'schedule-ways': (facts) => oneWay(facts, 'En tidsplan'),
  'limit-ways': (facts) => oneWay(facts, 'En grænse'),
  'limit-lacks': (facts) => ({
    says: `En grænse med ${facts.text('way')} mangler over: hvilke betalinger må der højst være så mange af?`,
    lead: 'Tilføj:',
  }),
  'limit-key-unfit': (facts) =>
    `»${facts.text('key')}« har ingen virkning i en grænse med ${facts.text('way')}. Slet det.`,
  'quota-of-one': () => ({
    says: 'En kvote siger, hvor stor en del betalingerne må være af alle. Regnet for hver betaling for sig er der intet at holde dem op imod, og intet ville blive betalt.',
    lead: 'Skriv, hvad kvoten gælder for, fx:',
  }),
  'drawdowns-missing': () => ({
    says: 'Et loft over afkastet regnes af de penge, der er udbetalt, men vilkårene har ingen udbetalinger (drawdowns).',
    lead: 'Tilføj øverst i vilkårene:',
  }),
  'payer-shares': (facts) =>
    facts.text('lacks') === ''
      ? `Andelene for ${facts.listed('payers')} giver tilsammen ${facts.share('sum')}. De skal give 100 %.`
      : { says: `Betalerne deler efter andele, men »${facts.text('lacks')}« har ingen.`, lead: 'Tilføj:' },
  'payer-none': (facts) =>
    `Betalingen »${facts.text('payment')}« har ingen betaler: ingen af dem under payers betaler for den. En betaler med groups betaler kun for resultater i de grupper.`,
  'payer-turn-open': (facts) => ({
    says: `Betalerne betaler efter tur, men »${facts.text('payer')}« har intet up-to, så turen kommer aldrig til den næste.`,
    lead: 'Tilføj:',
  }),
  'planned-missing': (facts) => ({
    says: `Ved førtidig afslutning regnes der med den forventede succesrate (${facts.text('expected')}), men »${facts.text('goal')}« har ingen.`,
    lead: 'Skriv den i målet, fx:',
  }),
  'clause-twice': (facts) =>
    `Bestemmelse ${facts.text('clause')} er allerede brugt af »${facts.text('first')}«. Et resultatmål og dets egne betalinger må dele nummer; ellers har hver sit.`,
  'period-backwards': () => 'Perioden slutter, før den begynder.',
  'referral-outside': () => 'Der visiteres uden for den tid, aftalen løber.',
}
