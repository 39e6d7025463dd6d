/** Hvad der er galt med vilkår, eller hvad de lader stå åbent. */
import { type ProblemFacts, type ProblemSaid, type TermsProblems } from '../wording/problems.ts'
import { known } from './shape-problems.ts'

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

const heldParts: Readonly<Record<string, string>> = {
  limits: 'grænserne (limits)',
  payers: 'betalerne (payers)',
  settlement: 'opgørelsen (settlement)',
}

const unit = (name: string): string => units[name] ?? name
const either = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} eller ${items.at(-1) ?? ''}`

function meant(facts: ProblemFacts): string {
  const nearest = facts.text('nearest')
  return nearest === '' ? '' : ` Mente du »${nearest}«?`
}

function circle(facts: ProblemFacts): string {
  const names = facts.items('names')
  if (facts.text('of') === 'goals')
    return `Resultatmålene bygger på hinanden i ring: ${names.join(' → ')}.\nEt af dem må stå på egne ben.`
  if (facts.text('of') === 'groups')
    return `Grupperne er sat sammen af hinanden i ring: ${names.join(' → ')}.\nEn af dem må stå på egne ben.`
  if (facts.text('of') === 'quantity')
    return `Mængden i »${names[0]!}« regnes af sig selv (this: quantity).\nSkriv det, den skal regnes af, eller brug result-of på et andet mål.`
  if (facts.text('of') === 'who')
    return `Hvem »${names[0]!}« gælder for, afgøres, før mængden kendes (this: quantity).\nBrug result-of på et andet mål, eller flyt betingelsen til met.`
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

/** How whoever has not had a day counts, by the answer to paste. */
function notCome(paste: string): string | undefined {
  if (paste.startsWith('among')) return 'den, hvis dag ikke er kommet, tæller slet ikke med'
  if (paste.startsWith('seen-to')) return 'den enkelte følges, til målet afgøres'
  if (paste.includes('every-date') || paste.includes('dates-so-far'))
    return 'kun datoer til og med den dag, tallet opgøres; den, der ingen har, er umålt'
  return 'den, hvis dag ikke er kommet, når tallet opgøres, har ikke opfyldt det'
}

export const termsProblems: TermsProblems = {
  'terms-empty': () =>
    'Filen er tom. Begynd med et udkast fra bundlinje new, eller kopiér vilkårene fra en af aftalerne i contracts.',
  'expression-unknown': (facts) =>
    `Her begynder hverken en værdi eller en betingelse: »${facts.items('found')[0] ?? ''}« er ingen af delene.${facts.text('nearest') === '' ? `\nDe begynder med ${facts.items('known').join(', ')}.` : ''}`,
  'condition-as-value': (facts) =>
    `Her skal stå en værdi, men ${facts.text('head')} med en grænse er en betingelse, som er opfyldt eller ikke.\nTag grænsen ud, eller brug if: … then: … else: …`,
  'window-end-twice': (facts) =>
    facts.text('key') === 'from'
      ? 'Tidsrummet begynder to gange. Brug enten from (dagen er med) eller after (dagen er ikke med).'
      : 'Tidsrummet slutter to gange. Brug enten until (dagen er ikke med) eller through (dagen er med).',
  'amendment-change-unclear': () =>
    'En ændring er enten set: … med to: … eller remove: … for sig selv. Her kan det ikke ses, hvad der ændres.',
  'amendment-path-unknown': (facts) =>
    `Ændringen peger på »${facts.text('path')}«, men vilkårene har ikke noget, der hedder »${facts.text('unknown')}« der.${meant(facts)}`,
  'amendment-out-of-order': (facts) =>
    `Ændringen gælder fra ${facts.day('from')}, men den forrige gælder først fra ${facts.day('before')}.\nÆndringer læses i rækkefølge; giv filerne navne i den orden, de er aftalt.`,
  'amendment-reaches-back': (facts) =>
    `Ændringen gælder fra ${facts.day('from')}, men ${heldParts[facts.text('part')] ?? facts.text('part')} har kun én ordlyd ad gangen: fra den dag gælder den nye ordlyd alt, der er optjent fra aftalens første dag, også før ændringen.\nLæg den i en ændring for sig med governs: everyone, så ændringen siger det, den gør.`,

  'amendment-name-taken': (facts) =>
    `Der er allerede en udgave af vilkårene, der hedder »${facts.text('name')}«; aftalen selv er 1. Giv ændringen et navn, så begrundelser kan skelne dem.`,
  'amendment-day-outside': (facts) =>
    `Ændringen gælder fra ${facts.day('from')}, men aftalen løber fra ${facts.day('begins')} til ${facts.day('through')}. Se datoen efter.`,
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
  'wait-endless': (facts) => ({
    says: `${facts.text('goal') === '' ? 'Her' : `Målet »${facts.text('goal')}«`} regnes fra »${facts.text('day')}«, og den dag kommer måske aldrig for alle. Så venter hele gruppens tal på dem for altid, og der betales intet.\nSig, hvordan den tæller med, hvis dag ikke er kommet, når tallet opgøres.`,
    lead: 'Vælg, hvad der gælder:',
    means: notCome,
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
  'dates-empty': () =>
    `Her står dates uden en eneste dag. Giv en dag et navn, fx deadline: end + 30 days, eller slet dates.`,
  'cohorts-passed-by': (facts) => ({
    says: `Målgruppen har kohorter med navn (${facts.items('cohorts').join(', ')}), men målet afgøres for hvert ${facts.text('cohort') === 'start-year' ? 'startår' : 'visitationsår'}. Et tal, der er oplyst om en kohorte med navn, findes ikke, og målet er umålt.`,
    lead: 'Skal målet afgøres for kohorterne med navn, så skriv:',
  }),
  'day-in-two-windows': () => ({
    says: `Tidsrummet begynder med den forrige opfølgningsdato og slutter med denne, og begge dage er med. Opfølgningsdatoen ligger derfor i to tidsrum, og det, der sker den dag, tæller to gange.`,
    lead: 'Lad den ene ende være udenfor:',
  }),
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
  'reckoned-idle': (facts) =>
    `reckoned: ${facts.text('reckoned')} trækker det fra, som samme regel gav før, men reglen i »${facts.text('payment')}« spørger ikke efter { this: quantity }. Den giver det samme før og efter, så kun den første dato bliver betalt.\nRegn beløbet af { this: quantity }, eller slet reckoned.`,
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
  'occasion-none': (facts) => ({
    says: facts.is('isOfGoal')
      ? `»${facts.text('word')}« hører til et måls opfølgningsdatoer, og ${facts.text('clause') === 'limit' ? 'en grænse' : 'en sikkerhed'} har ingen selv.`
      : facts.text('clause') === 'limit'
        ? `»${facts.text('word')}« spørger efter en opfølgningsdato: dagen for et resultat eller, i en grænse pr. år, kvartal eller lignende, periodens sidste dag. Denne grænse har ingen af delene.`
        : `»${facts.text('word')}« spørger efter en opfølgningsdato, altså dagen for et resultat. En sikkerhed har ingen.`,
    lead: 'Skriv for eksempel:',
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
