/** The other parts of the agreement in English: parties, purpose, effort, target population, measures, groups. */
import { type Agreement, type Group, type Measure } from '../../agreement.ts'
import { type Telling, draft, label, partyName } from '../telling.ts'
import { type Draft, gap, inList, strong } from '../text.ts'
import { dayOn } from './days.ts'
import { amount, count, day, length, number } from './numbers.ts'
import { theRow } from './rows.ts'

const roles: Record<string, string> = {
  authority: 'authority',
  department: 'department',
  payer: 'payer',
  investor: 'investor',
  provider: 'provider',
  evaluator: 'evaluator',
  guarantor: 'guarantor',
  donor: 'donor',
  intermediary: 'intermediary',
  fund: 'fund',
}

export function parties(agreement: Agreement, t: Telling): Draft[] {
  const { currency } = agreement
  const found: Draft[] = [draft(agreement, 'title', `the agreement is called “${label(t, agreement.title)}”`)]
  const say = (node: Parameters<typeof draft>[0], key: string, text: string) => found.push(draft(node, key, text))
  if (agreement.annex !== undefined) say(agreement, 'annex', `this annex is “${label(t, agreement.annex)}”`)
  say(agreement.runs, '', `it runs from ${day(agreement.runs.from)} up to and including ${day(agreement.runs.through)}`)
  for (const party of agreement.parties.values()) {
    const is = inList(
      party.roles.map((role) => roles[role] ?? role),
      'and',
    )
    const commits = party.commits === undefined ? '' : ` and commits ${strong(amount(party.commits, currency))}`
    say(party, '', `${party.name} is ${is}${commits}`)
    if (party.note !== undefined) found.push(draft(party, 'note', `${party.name}: ${label(t, party.note)}`, true))
  }
  say(
    agreement.flow,
    '',
    `${flows[agreement.flow.kind]}; in the agreement the money is called “${label(t, agreement.flow.noun)}”`,
  )
  if (agreement.contractSum !== undefined) {
    say(agreement, 'contract-sum', `the contract sum is ${strong(amount(agreement.contractSum, currency))}`)
  }
  for (const drawdown of agreement.drawdowns ?? []) {
    say(
      drawdown,
      '',
      `on ${day(drawdown.on)} ${partyName(agreement, drawdown.by)} pays out ${strong(amount(drawdown.amount, currency))}`,
    )
  }
  if (agreement.note !== undefined) found.push(draft(agreement, 'note', label(t, agreement.note), true))
  return found
}

const flows = {
  grant: 'the money is granted to the authority, which pays by the results',
  loan: 'the money is lent to the provider, which repays from what the results bring',
  pool: 'the money comes from an internal pool and is paid back to it by the results',
  donation: 'the money is given without any claim to repayment',
  purchase: 'the results are bought from the provider at agreed prices',
}

export function purpose(agreement: Agreement, t: Telling): Draft[] {
  const node = agreement.purpose
  if (node === undefined) return []
  const kinds = {
    moonshot: 'the agreement is a moonshot: it takes on something nobody has solved yet',
    playground: 'the agreement is a playground: it makes room to try a new way of working',
    efficiency: 'the agreement is an efficiency: it is to give the same welfare for less money or more for the same',
  }
  const rest: [string, string, { da: string; en: string } | undefined][] = [
    ['mandate', 'mandate', node.mandate],
    ['owner', 'owner', node.owner],
    ['legal-basis', 'legal basis of the effort', node.legalBasis],
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
  const version = node.version === undefined ? '' : `, version ${node.version}`
  const found = [draft(node, 'method', `the effort is ${label(t, node.method)}${version}`)]
  for (const phase of node.phases ?? []) {
    const lasts = phase.length === undefined ? ' is part of the course' : ` lasts ${length(phase.length)}`
    found.push(draft(phase, '', `the phase “${label(t, phase.label)}”${lasts}`))
  }
  if (node.contacts !== undefined) found.push(draft(node, 'contacts', `contact: ${label(t, node.contacts)}`, true))
  if (node.keyPerson !== undefined)
    found.push(draft(node, 'key-person', `key person: ${label(t, node.keyPerson)}`, true))
  if (node.training !== undefined)
    found.push(draft(node, 'training', `training of staff: ${label(t, node.training)}`, true))
  return found
}

export function people(agreement: Agreement, t: Telling): Draft[] {
  const node = agreement.people
  const one = theRow(node.subject)
  const [several, who] = [theRow(node.subject, 'several'), theRow(node.subject, 'who')]
  const found: Draft[] = []
  const say = (from: Parameters<typeof draft>[0], key: string, text: string, small = false) =>
    found.push(draft(from, key, text, small))
  const planned = node.planned === undefined ? '' : `${number(node.planned)}${gap}`
  const target = node.target === undefined ? '' : `: ${label(t, node.target)}`
  say(node, 'label', `the agreement covers ${planned}${label(t, node.label)}${target}`)
  for (const words of node.includes ?? []) say(node, 'includes', `included: ${label(t, words)}`)
  for (const words of node.excludes ?? []) say(node, 'excludes', `not included: ${label(t, words)}`)
  for (const track of node.tracks?.values() ?? []) {
    const places = track.planned === undefined ? '' : ` has ${count(track.planned, 'number')} places`
    const whom = track.for === undefined ? '' : `${places === '' ? ' is' : ' and is'} for ${label(t, track.for)}`
    say(track, '', `${label(t, track.label)}${places}${whom === '' && places === '' ? ' is a track of its own' : whom}`)
  }
  for (const cohort of node.cohorts?.values() ?? []) {
    const places = cohort.planned === undefined ? '' : `; it has ${count(cohort.planned, 'number')} places`
    say(
      cohort,
      '',
      `the cohort “${label(t, cohort.label)}” is those who start from ${day(cohort.from)} up to and including ${day(cohort.through)}, or who are recorded in it${places}`,
    )
  }
  if (node.referral !== undefined) {
    say(
      node.referral,
      '',
      `referral is open from ${day(node.referral.from)} up to and including ${day(node.referral.through)}`,
    )
  }
  const clocks = {
    referral: `in this annex, the start means the day ${one} is referred`,
    start: `the start means the day ${one} begins the course`,
    end: `in this annex, the start means the day ${one} ends the course`,
    birth: `in this annex, the start means the day of birth of ${one}`,
  }
  const counted = {
    referred: `all ${several} ${who} are referred count, also those ${who} never begin`,
    started: `all ${several} ${who} have begun count`,
    completed: `only ${several} ${who} have completed the course count`,
  }
  say(node, 'clock', clocks[node.clock])
  say(node, 'counted', counted[node.counted])
  say(node, 'pilot', `${several} of the pilot ${node.pilot === 'counted' ? 'count' : 'do not count'}`, true)
  if (node.exits !== undefined) {
    const exits = [...node.exits.values()].map((words) => `“${label(t, words)}”`)
    say(node, 'exits', `reasons for leaving are ${inList(exits, 'and')}`, true)
  }
  return found
}

/** What is done with a measure, and as what. */
const measureKinds: Record<Measure['kind'], readonly [verb: string, as: string]> = {
  spell: ['is recorded', 'as periods with a first and a last day'],
  event: ['is recorded', 'as events on a day each'],
  level: ['is judged', 'on one of several levels'],
  score: ['is measured', 'as a number on a scale'],
  amount: ['is recorded', 'as a quantity'],
  share: ['is recorded', 'as a share in per cent'],
  plan: ['is followed', 'as goals in a plan, each of them met or not'],
  figure: ['is reported', 'as a finished figure'],
}

const measuredFor: Record<Measure['of'], string> = {
  person: 'for each person',
  family: 'for each family',
  child: 'for each child',
  parent: 'for each parent',
  agreement: 'for the agreement as a whole',
}

const measureUnits: Record<NonNullable<Measure['unit']>, string> = {
  money: 'in money',
  share: 'in per cent',
  number: 'without a unit',
  points: 'in points',
  people: 'in people',
  times: 'in number of times',
  days: 'in days',
  hours: 'in hours',
}

const grades: Record<Measure['grade'], string> = {
  register: 'the records rest on a register that nobody keeps for the sake of the agreement',
  'third-party': 'the records rest on an independent third party',
  authority: 'the records rest on the authority’s own decisions or judgements',
  provider: 'the records rest on the provider’s own judgements',
  'self-report': 'the records rest on the citizen’s own answers',
}

export function measure(node: Measure, t: Telling): Draft[] {
  const found: Draft[] = []
  const say = (key: string, text: string, small = true) => found.push(draft(node, key, text, small))
  const unit =
    node.unit === undefined ? '' : ` ${node.unit === 'money' ? `in ${t.agreement.currency}` : measureUnits[node.unit]}`
  const [verb, as] = measureKinds[node.kind]
  say('kind', `“${label(t, node.label)}” ${verb} ${measuredFor[node.of]} ${as}${unit}`, false)
  if (node.definition !== undefined) say('definition', label(t, node.definition), false)
  if (node.due !== undefined && node.due.length > 0) {
    const due = inList(
      node.due.map((each) => dayOn(each, t)),
      'and',
    )
    say('due', `this is done ${due}`, false)
  }
  say('source', `source: ${label(t, node.source)}`)
  if (node.recordedBy !== undefined)
    say('recorded-by', `the records are kept by ${partyName(t.agreement, node.recordedBy)}`)
  if (node.verifiedBy !== undefined)
    say('verified-by', `the records are verified by ${partyName(t.agreement, node.verifiedBy)}`)
  say('grade', grades[node.grade])
  say(
    'use',
    node.use === 'payment'
      ? 'the measurement may bring payment'
      : 'the measurement is for learning only and brings no payment',
  )
  if (node.right !== undefined) say('right', `what is measured is a right: ${label(t, node.right)}`)
  if (node.instrument !== undefined) say('instrument', `instrument: ${node.instrument}`)
  if (node.scale !== undefined) {
    const better = node.scale.better === 'higher' ? 'a higher number is better' : 'a lower number is better'
    found.push(
      draft(
        node.scale,
        '',
        `the scale runs from ${number(node.scale.from)} to ${number(node.scale.to)}; ${better}`,
        true,
      ),
    )
  }
  if (node.kinds !== undefined)
    say(
      'kinds',
      `each record is of one of these kinds: ${[...node.kinds.values()].map((words) => label(t, words)).join(', ')}`,
    )
  if (node.levels !== undefined)
    say(
      'levels',
      `the levels are, from the lowest: ${node.levels.map((words, index) => `${String(index)}${gap}${label(t, words)}`).join(', ')}`,
    )
  return [...found, ...measureEdges(node)]
}

function measureEdges(node: Measure): Draft[] {
  const found: Draft[] = []
  const add = (key: string, text: string | undefined) => {
    if (text !== undefined) found.push(draft(node, key, text, true))
  }
  const refused = 'it is an error, and none of them counts until it is put right'
  add(
    'to-means',
    node.toMeans &&
      {
        'first-day-out': 'the end date of a period is the first day that does not count',
        'last-day-in': 'the end date of a period is the last day that counts',
      }[node.toMeans],
  )
  const overlap = { once: 'the day counts once', each: 'each period counts by itself', refused }
  add('overlap', node.overlap && `if several periods are recorded for the same day, ${overlap[node.overlap]}`)
  const sameDay = { once: 'they count as one', each: 'each counts by itself', refused }
  add('same-day', node.sameDay && `if several events are recorded on the same day, ${sameDay[node.sameDay]}`)
  const ties = {
    highest: 'the highest holds',
    lowest: 'the lowest holds',
    'latest-recorded': 'the one recorded latest holds',
    sum: 'they are added up',
    refused,
  }
  add('ties', node.ties && `if there are several records for the same day, ${ties[node.ties]}`)
  const noRecord = {
    none: 'if nothing is recorded, it is taken that nothing happened',
    unknown: 'if nothing is recorded, it is not known whether anything happened, and the result is unmeasured',
  }
  add('no-record', node.noRecord && noRecord[node.noRecord])
  if (node.minutes !== undefined)
    add(
      'minutes',
      `one measurement takes about ${number(node.minutes)}${gap}${node.minutes === 1 ? 'minute' : 'minutes'}`,
    )
  return found
}

export function group(node: Group, t: Telling): Draft[] {
  const who = t.tongue.relativeOf(node.who, t)
  return [
    draft(node, 'who', `each ${theRow(t.row, 'one')} ${who} belongs to ${label(t, node.label)}`),
    ...t.definitions.splice(0),
    ...t.notes.splice(0),
  ]
}
