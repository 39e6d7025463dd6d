/** Aftalens øvrige dele på dansk: parter, formål, indsats, målgruppe, målinger, grupper. */
import { type Agreement, type Group, type Measure } from '../../agreement.ts'
import { type Telling, draft, label, partyName } from '../telling.ts'
import { type Draft, gap, inList, strong } from '../text.ts'
import { dayOn } from './days.ts'
import { amount, count, day, length, number } from './numbers.ts'
import { theRow } from './rows.ts'

const roles: Record<string, string> = {
  authority: 'myndighed',
  department: 'forvaltning',
  payer: 'resultatbetaler',
  investor: 'investor',
  provider: 'leverandør',
  evaluator: 'evaluator',
  guarantor: 'garant',
  donor: 'giver',
  intermediary: 'mellemled',
  fund: 'fond',
}

export function parties(agreement: Agreement, t: Telling): Draft[] {
  const { currency } = agreement
  const found: Draft[] = [draft(agreement, 'title', `aftalen hedder »${label(t, agreement.title)}«`)]
  const say = (node: Parameters<typeof draft>[0], key: string, text: string) => found.push(draft(node, key, text))
  if (agreement.annex !== undefined) say(agreement, 'annex', `dette bilag er »${label(t, agreement.annex)}«`)
  say(
    agreement.runs,
    '',
    `den løber fra og med den ${day(agreement.runs.from)} til og med den ${day(agreement.runs.through)}`,
  )
  for (const party of agreement.parties.values()) {
    const is = inList(
      party.roles.map((role) => roles[role] ?? role),
      'og',
    )
    const commits = party.commits === undefined ? '' : ` og giver tilsagn om ${strong(amount(party.commits, currency))}`
    say(party, '', `${party.name} er ${is}${commits}`)
    if (party.note !== undefined) found.push(draft(party, 'note', `${party.name}: ${label(t, party.note)}`, true))
  }
  say(agreement.flow, '', `${flows[agreement.flow.kind]}; i aftalen kaldes pengene »${label(t, agreement.flow.noun)}«`)
  if (agreement.contractSum !== undefined) {
    say(agreement, 'contract-sum', `kontraktsummen er ${strong(amount(agreement.contractSum, currency))}`)
  }
  for (const drawdown of agreement.drawdowns ?? []) {
    say(
      drawdown,
      '',
      `den ${day(drawdown.on)} udbetaler ${partyName(agreement, drawdown.by)} ${strong(amount(drawdown.amount, currency))}`,
    )
  }
  if (agreement.note !== undefined) found.push(draft(agreement, 'note', label(t, agreement.note), true))
  return found
}

const flows = {
  grant: 'pengene gives som tilskud til myndigheden, der betaler efter resultaterne',
  loan: 'pengene lånes til leverandøren, der betaler tilbage af det, resultaterne udløser',
  pool: 'pengene kommer fra en intern pulje og betales tilbage til den efter resultaterne',
  donation: 'pengene gives uden krav om tilbagebetaling',
  purchase: 'resultaterne købes af leverandøren til aftalte priser',
}

export function purpose(agreement: Agreement, t: Telling): Draft[] {
  const node = agreement.purpose
  if (node === undefined) return []
  const kinds = {
    moonshot: 'aftalen er en månelanding: den tager fat på noget, ingen endnu har løst',
    playground: 'aftalen er en legeplads: den giver plads til at prøve en ny måde at arbejde på',
    efficiency: 'aftalen er en effektivisering: den skal give samme velfærd for færre penge eller mere for de samme',
  }
  const rest: [string, string, { da: string; en: string } | undefined][] = [
    ['mandate', 'mandat', node.mandate],
    ['owner', 'ansvarlig', node.owner],
    ['legal-basis', 'lovgrundlag for indsatsen', node.legalBasis],
  ]
  return [
    draft(node, 'why', label(t, node.why)),
    draft(node, 'kind', kinds[node.kind]),
    ...rest.flatMap(([key, head, text]) =>
      text === undefined ? [] : [draft(node, key, `${head}: ${label(t, text)}`, true)],
    ),
  ]
}

export function effort(agreement: Agreement, t: Telling): Draft[] {
  const node = agreement.effort
  if (node === undefined) return []
  const version = node.version === undefined ? '' : `, udgave ${node.version}`
  const found = [draft(node, 'method', `indsatsen er ${label(t, node.method)}${version}`)]
  for (const phase of node.phases ?? []) {
    const lasts = phase.length === undefined ? '' : ` varer ${length(phase.length)}`
    found.push(draft(phase, '', `fasen »${label(t, phase.label)}«${lasts === '' ? ' indgår i forløbet' : lasts}`))
  }
  if (node.contacts !== undefined) found.push(draft(node, 'contacts', `kontakt: ${label(t, node.contacts)}`, true))
  if (node.keyPerson !== undefined)
    found.push(draft(node, 'key-person', `nøgleperson: ${label(t, node.keyPerson)}`, true))
  if (node.training !== undefined)
    found.push(draft(node, 'training', `uddannelse af medarbejdere: ${label(t, node.training)}`, true))
  return found
}

export function people(agreement: Agreement, t: Telling): Draft[] {
  const node = agreement.people
  const one = theRow(node.subject)
  const found: Draft[] = []
  const say = (from: Parameters<typeof draft>[0], key: string, text: string, small = false) =>
    found.push(draft(from, key, text, small))
  const planned = node.planned === undefined ? '' : `${number(node.planned)}${gap}`
  const target = node.target === undefined ? '' : `: ${label(t, node.target)}`
  say(node, 'label', `aftalen omfatter ${planned}${label(t, node.label)}${target}`)
  for (const words of node.includes ?? []) say(node, 'includes', `omfattet er ${label(t, words)}`)
  for (const words of node.excludes ?? []) say(node, 'excludes', `ikke omfattet er ${label(t, words)}`)
  for (const track of node.tracks?.values() ?? []) {
    const places = track.planned === undefined ? '' : ` har ${count(track.planned, 'number')} pladser`
    const whom = track.for === undefined ? '' : `${places === '' ? ' er' : ' og er'} for ${label(t, track.for)}`
    say(track, '', `${label(t, track.label)}${places}${whom === '' && places === '' ? ' er et spor for sig' : whom}`)
  }
  for (const cohort of node.cohorts?.values() ?? []) {
    const places = cohort.planned === undefined ? '' : `; den har ${count(cohort.planned, 'number')} pladser`
    say(
      cohort,
      '',
      `kohorten »${label(t, cohort.label)}« er dem, der har opstart fra og med den ${day(cohort.from)} til og med den ${day(cohort.through)}, eller som er registreret i den${places}`,
    )
  }
  if (node.referral !== undefined) {
    say(
      node.referral,
      '',
      `der kan visiteres fra og med den ${day(node.referral.from)} til og med den ${day(node.referral.through)}`,
    )
  }
  const clocks = {
    referral: `ved opstart forstås i dette bilag den dag, ${one} er visiteret`,
    start: `ved opstart forstås den dag, ${one} begynder i indsatsen`,
    end: `ved opstart forstås i dette bilag den dag, ${one} afslutter indsatsen`,
    birth: `ved opstart forstås i dette bilag den dag, ${one} er født`,
  }
  const counted = {
    referred: `alle visiterede ${theRow(node.subject, 'several')} tæller med, også de, der aldrig begynder`,
    started: `alle ${theRow(node.subject, 'several')}, der er begyndt, tæller med`,
    completed: `kun ${theRow(node.subject, 'several')}, der har gennemført forløbet, tæller med`,
  }
  say(node, 'clock', clocks[node.clock])
  say(node, 'counted', counted[node.counted])
  say(
    node,
    'pilot',
    `${theRow(node.subject, 'several')} fra prøveperioden tæller ${node.pilot === 'counted' ? '' : 'ikke '}med`,
    true,
  )
  if (node.exits !== undefined) {
    const exits = [...node.exits.values()].map((words) => `»${label(t, words)}«`)
    say(node, 'exits', `grunde til afgang er ${inList(exits, 'og')}`, true)
  }
  return found
}

/** What is done with a measure, and as what. */
const measureKinds: Record<Measure['kind'], readonly [verb: string, as: string]> = {
  spell: ['registreres', 'som perioder med en første og en sidste dag'],
  event: ['registreres', 'som hændelser på hver sin dag'],
  level: ['vurderes', 'på et af flere trin'],
  score: ['måles', 'som et tal på en skala'],
  amount: ['opgøres', 'som en mængde'],
  share: ['opgøres', 'som en andel i procent'],
  plan: ['følges', 'som mål i en plan, der hvert for sig er opfyldt eller ej'],
  figure: ['indberettes', 'som et færdigt tal'],
}

const measuredFor: Record<Measure['of'], string> = {
  person: 'for hver person',
  family: 'for hver familie',
  child: 'for hvert barn',
  parent: 'for hver forælder',
  agreement: 'for aftalen som helhed',
}

const measureUnits: Record<NonNullable<Measure['unit']>, string> = {
  money: 'i kroner og øre',
  share: 'i procent',
  number: 'uden enhed',
  points: 'i point',
  people: 'i personer',
  times: 'i antal gange',
  days: 'i dage',
  hours: 'i timer',
}

const grades: Record<Measure['grade'], string> = {
  register: 'oplysningerne hviler på et register, som ingen fører for aftalens skyld',
  'third-party': 'oplysningerne hviler på en uafhængig tredjepart',
  authority: 'oplysningerne hviler på myndighedens egne afgørelser eller vurderinger',
  provider: 'oplysningerne hviler på leverandørens egne vurderinger',
  'self-report': 'oplysningerne hviler på borgerens egne svar',
}

export function measure(node: Measure, t: Telling): Draft[] {
  const found: Draft[] = []
  const say = (key: string, text: string, small = true) => found.push(draft(node, key, text, small))
  const unit =
    node.unit === undefined
      ? ''
      : ` ${node.unit === 'money' && t.agreement.currency !== 'DKK' ? `i ${t.agreement.currency}` : measureUnits[node.unit]}`
  const [verb, as] = measureKinds[node.kind]
  say('kind', `»${label(t, node.label)}« ${verb} ${measuredFor[node.of]} ${as}${unit}`, false)
  if (node.definition !== undefined) say('definition', label(t, node.definition), false)
  if (node.due !== undefined && node.due.length > 0) {
    const due = inList(
      node.due.map((each) => dayOn(each, t)),
      'og',
    )
    say('due', `det sker ${due}`, false)
  }
  say('source', `kilde: ${label(t, node.source)}`)
  const by =
    node.recordedBy === undefined
      ? undefined
      : `oplysningerne registreres af ${partyName(t.agreement, node.recordedBy)}`
  if (by !== undefined) say('recorded-by', by)
  if (node.verifiedBy !== undefined)
    say('verified-by', `oplysningerne bekræftes af ${partyName(t.agreement, node.verifiedBy)}`)
  say('grade', grades[node.grade])
  say(
    'use',
    node.use === 'payment' ? 'målingen må udløse betaling' : 'målingen bruges kun til læring og udløser ingen betaling',
  )
  if (node.right !== undefined) say('right', `det, der måles, er en ret: ${label(t, node.right)}`)
  if (node.instrument !== undefined) say('instrument', `måleredskab: ${node.instrument}`)
  if (node.scale !== undefined) {
    const better = node.scale.better === 'higher' ? 'et højere tal er bedre' : 'et lavere tal er bedre'
    found.push(
      draft(node.scale, '', `skalaen går fra ${number(node.scale.from)} til ${number(node.scale.to)}; ${better}`, true),
    )
  }
  if (node.kinds !== undefined)
    say(
      'kinds',
      `hver registrering er af en af disse arter: ${[...node.kinds.values()].map((words) => label(t, words)).join(', ')}`,
    )
  if (node.levels !== undefined)
    say(
      'levels',
      `trinene er, fra det laveste: ${node.levels.map((words, index) => `${String(index)}${gap}${label(t, words)}`).join(', ')}`,
    )
  return [...found, ...measureEdges(node)]
}

function measureEdges(node: Measure): Draft[] {
  const found: Draft[] = []
  const add = (key: string, text: string | undefined) => {
    if (text !== undefined) found.push(draft(node, key, text, true))
  }
  const refused = 'er det en fejl, og ingen af dem tæller, før den er rettet'
  add(
    'to-means',
    node.toMeans &&
      {
        'first-day-out': 'en periodes slutdato er den første dag, der ikke tæller med',
        'last-day-in': 'en periodes slutdato er den sidste dag, der tæller med',
      }[node.toMeans],
  )
  const overlap = { once: 'tæller døgnet én gang', each: 'tæller hver periode for sig', refused }
  add('overlap', node.overlap && `er flere perioder registreret for samme døgn, ${overlap[node.overlap]}`)
  const sameDay = { once: 'tæller de som én', each: 'tæller hver for sig', refused }
  add('same-day', node.sameDay && `er flere hændelser registreret samme dag, ${sameDay[node.sameDay]}`)
  const ties = {
    highest: 'gælder den højeste',
    lowest: 'gælder den laveste',
    'latest-recorded': 'gælder den, der er registreret senest',
    sum: 'lægges de sammen',
    refused,
  }
  add('ties', node.ties && `er der flere oplysninger for samme dag, ${ties[node.ties]}`)
  const noRecord = {
    none: 'er der intet registreret, regnes det for, at intet er sket',
    unknown: 'er der intet registreret, er det uvist, om noget er sket, og resultatet er umålt',
  }
  add('no-record', node.noRecord && noRecord[node.noRecord])
  if (node.minutes !== undefined)
    add('minutes', `en måling tager omkring ${number(node.minutes)}${gap}${node.minutes === 1 ? 'minut' : 'minutter'}`)
  return found
}

export function group(node: Group, t: Telling): Draft[] {
  const who = t.tongue.relativeOf(node.who, t)
  return [
    draft(node, 'who', `til ${label(t, node.label)} hører hver ${theRow(t.row, 'one')}, ${who}`),
    ...t.definitions.splice(0),
    ...t.notes.splice(0),
  ]
}
