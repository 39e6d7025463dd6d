/**
 * Værdier på dansk: et navneled for hver slags.
 *
 *     { time-in: shelter, unit: nights, … }   antallet af nætter, hvor personen er registreret som »på herberg«, …
 *     { change: fall, from: …, to: … }        faldet i støttetimer fra udgangspunktet til opfølgningen
 *
 * Det, der ikke kan stå i en sætning, bliver til småt: hele uger, manglende oplysninger, afrunding.
 */
import {
  type Change,
  type CountOf,
  type Grown,
  type If,
  type ItemsMet,
  type LongestRun,
  type Over,
  type Ratio,
  type ResultOf,
  type Rounded,
  type This,
  type TimeBetween,
  type TimeIn,
  type Value,
  type ValueOf,
  type Weighted,
} from '../../expression.ts'
import { type Unit } from '../../expression.ts'
import { type Telling, draft, headOf, labelOf, named, note, subjectRow } from '../telling.ts'
import { from, inList, plain } from '../text.ts'
import { dayOn, dayPoint, windowOf } from './days.ts'
import { length, literal, number, unitName } from './numbers.ts'
import { membersOf, theRow } from './rows.ts'

export function value(node: Value, t: Telling): string {
  switch (node.kind) {
    case 'time-in':
      return timeIn(node, t)
    case 'count-of':
      return countOf(node, t)
    case 'value-of':
      return valueOf(node, t)
    case 'longest-run-in':
      return longestRun(node, t)
    case 'items-met':
      return itemsMet(node, t)
    case 'time-between':
      return timeBetween(node, t)
    case 'result-of':
      return resultOf(node, t)
    case 'over':
      return over(node, t)
    case 'sum-of':
      return `summen af ${terms(node.sumOf, t)}`
    case 'difference':
      return difference(node.difference, t)
    case 'product':
      return product(node.product, t)
    case 'ratio':
      return ratio(node, t)
    case 'highest-of':
      return `det højeste af ${terms(node.highestOf, t)}`
    case 'lowest-of':
      return `det laveste af ${terms(node.lowestOf, t)}`
    case 'change':
      return change(node, t)
    case 'rounded':
      return rounded(node, t)
    case 'weighted':
      return weighted(node, t)
    case 'if':
      return choice(node, t)
    case 'steps':
    case 'line':
    case 'tiers':
      return named(t, (name) => t.tongue.curve(node, name, t))
    case 'grown':
      return grown(node, t)
    case 'literal':
      return literal(node, t.agreement.currency)
    case 'parameter':
      return from(node.path, `»${labelOf(t, node.parameter)}«`)
    case 'this':
      return thisValue(node, t)
  }
}

/** A value beside a limit: a bare number takes the unit of what it is held against. */
export function limitOf(node: Value, unit: Unit | undefined, t: Telling): string {
  return node.kind === 'literal' && unit !== undefined ? literal(node, t.agreement.currency, unit) : value(node, t)
}

/** A value in a sentence: one too long to be read in it is given a name, and told in a sentence of its own. */
export function term(node: Value, t: Telling): string {
  const text = value(node, { ...t, notes: [], definitions: [], names: [...t.names] })
  return plain(text).length > 150 ? define(node, t) : value(node, t)
}

/** A part of a sum or product: one that is itself put together has a name, so that nobody asks what is reckoned first. */
function part(node: Value, t: Telling): string {
  return isComposed(node) ? define(node, t) : term(node, t)
}

const isComposed = (node: Value): boolean =>
  [
    'sum-of',
    'difference',
    'product',
    'ratio',
    'highest-of',
    'lowest-of',
    'rounded',
    'weighted',
    'if',
    'grown',
  ].includes(node.kind)

function define(node: Value, t: Telling): string {
  return named(t, (name) => {
    const inner = { ...t, definitions: [] }
    t.definitions.push(draft(node, '', `${name} er ${value(node, inner)}`), ...inner.definitions)
  })
}

const terms = (nodes: readonly Value[], t: Telling): string =>
  inList(
    nodes.map((node) => part(node, t)),
    'og',
  )

export const states = (names: readonly string[], t: Telling): string =>
  inList(
    names.map((name) => `»${labelOf(t, name)}«`),
    'eller',
  )

function timeIn(node: TimeIn, t: Telling): string {
  timeNotes(node, t)
  const units = unitName(node.unit, 'several')
  const most = node.per === undefined ? 'antallet af' : 'det højeste antal'
  return `${most} ${units}, hvor ${theRow(t.row)} er registreret som ${states(node.timeIn, t)}${exceptOf(node, t)}${perOf(node)} ${windowIn(node, t)},`
}

export function exceptOf(node: TimeIn, t: Telling): string {
  return node.except === undefined ? '' : `, fraregnet den tid, der også er registreret som ${states(node.except, t)},`
}

/** The period within which the units are counted, where the rule looks at the highest of several. */
export const perOf = (node: TimeIn): string =>
  node.per === undefined
    ? ''
    : ` i den periode på ${from(`${node.path}.per`, length(node.per))}, hvor tallet er højest,`

/** The stretch of days itself; where a period is looked for in it, it lies within. */
export const windowIn = (node: TimeIn, t: Telling): string =>
  node.per === undefined ? windowOf(node.window, t) : windowOf(node.window, t, 'inden for perioden')

export function timeNotes(node: TimeIn, t: Telling): void {
  const unit = unitName(node.unit, 'one')
  const [a, whole] = unit === 'år' ? ['et', 'hele året'] : ['en', unit === 'uge' ? 'hele ugen' : 'hele måneden']
  if (node.partUnits === 'whole-only')
    note(t, node, 'part-units', `${a} ${unit} tæller kun, når tilstanden har varet ${whole}`)
  if (node.partUnits === 'any-day')
    note(
      t,
      node,
      'part-units',
      `${a} ${unit} tæller, når tilstanden har varet blot én dag af ${whole.replace('hele ', '')}`,
    )
  if (node.weeks === 'monday-to-sunday') note(t, node, 'weeks', 'ugerne går fra mandag til søndag')
  if (node.weeks === 'from-window-start')
    note(t, node, 'weeks', 'ugerne regnes som syv dage ad gangen fra periodens første dag')
  if (node.periods === 'fixed') {
    note(t, node, 'periods', 'perioderne ligger efter hinanden, regnet fra den første dag; den sidste kan være kortere')
  }
  if (node.periods === 'rolling') note(t, node, 'periods', 'perioden kan begynde på en hvilken som helst dag')
}

function countOf(node: CountOf, t: Telling): string {
  countNotes(node, t)
  return `antallet af gange, ${theRow(t.row)} er registreret med »${labelOf(t, node.countOf)}« ${windowOf(node.window, t)},`
}

export function countNotes(node: CountOf, t: Telling): void {
  if (node.apart === undefined) return
  const what = `»${labelOf(t, node.countOf)}«`
  note(
    t,
    node,
    'apart',
    `${what} tæller kun, når der er gået mindst ${length(node.apart)} siden den seneste, der talte`,
  )
}

const picks: Record<ValueOf['pick'], string> = {
  latest: 'seneste oplysning',
  first: 'første oplysning',
  highest: 'højeste oplysning',
  lowest: 'laveste oplysning',
  mean: 'gennemsnit af oplysningerne',
  sum: 'sum af oplysningerne',
}

function valueOf(node: ValueOf, t: Telling): string {
  if (node.ifNone !== undefined) {
    note(
      t,
      node,
      'if-none',
      `findes der ingen oplysning om ${labelOf(t, node.valueOf)}, bruges ${value(node.ifNone, t)}`,
    )
  }
  const picked = from(`${node.path}.pick`, picks[node.pick])
  return `${theRow(t.row, 'of')} ${picked} om ${labelOf(t, node.valueOf)} ${windowOf(node.window, t)}`
}

function longestRun(node: LongestRun, t: Telling): string {
  runNotes(node, t)
  return `det største antal sammenhængende ${unitName(node.unit, 'several')}, hvor ${theRow(t.row)} er registreret som ${states(node.longestRunIn, t)}, ${windowOf(node.window, t)},`
}

export function runNotes(node: LongestRun, t: Telling): void {
  const gapAtMost = length(node.gapAtMost)
  const isNone = node.gapAtMost.days === 0 && node.gapAtMost.months === 0
  note(
    t,
    node,
    'gap-at-most',
    isNone ? 'enhver afbrydelse bryder sammenhængen' : `en afbrydelse på højst ${gapAtMost} bryder ikke sammenhængen`,
  )
  if (node.gaps !== undefined) note(t, node, 'gaps', `der må højst være ${number(node.gaps)} sådanne afbrydelser`)
  if (node.gapDays === 'counted') note(t, node, 'gap-days', 'dagene i en sådan afbrydelse tælles med')
  if (node.gapDays === 'not-counted') note(t, node, 'gap-days', 'dagene i en sådan afbrydelse tælles ikke med')
}

function itemsMet(node: ItemsMet, t: Telling): string {
  itemNotes(node, t)
  const what = `${theRow(t.row, 'of')} ${labelOf(t, node.itemsMet)}`
  return node.as === 'share' ? `andelen af ${what}, der er opfyldt,` : `antallet af ${what}, der er opfyldt,`
}

export function itemNotes(node: ItemsMet, t: Telling): void {
  note(t, node.window, '', `målene bedømmes ${windowOf(node.window, t)}`)
  note(
    t,
    node,
    'changed',
    `er et mål ændret undervejs, bedømmes det efter ${node.changed === 'latest-wording' ? 'den seneste' : 'den første'} ordlyd`,
  )
  note(
    t,
    node,
    'withdrawn',
    node.withdrawn === 'left-out'
      ? 'et mål, der er udgået, holdes ude'
      : 'et mål, der er udgået, regnes for ikke opfyldt',
  )
  const unjudged = {
    'makes-unmeasured': 'er et mål ikke bedømt, er resultatet umålt',
    'not-met': 'et mål, der ikke er bedømt, regnes for ikke opfyldt',
    'left-out': 'et mål, der ikke er bedømt, holdes ude',
  }
  note(t, node, 'unjudged', unjudged[node.unjudged])
}

function timeBetween(node: TimeBetween, t: Telling): string {
  const [begin, end] = node.timeBetween
  if (begin === undefined || end === undefined) return 'tiden'
  const unit = from(`${node.path}.unit`, unitName(node.unit, 'several'))
  if (isBirth(node)) return `${theRow(t.row, 'of')} alder ${dayOn(end, t)}, målt i ${unit},`
  return `tiden fra ${dayPoint(begin, t)} til ${dayPoint(end, t)}, målt i ${unit},`
}

/** The time from birth to a day is an age. */
export function isBirth(node: TimeBetween): boolean {
  const [begin] = node.timeBetween
  return (
    begin?.base.of === 'anchor' &&
    begin.base.name === 'birth' &&
    begin.offsets.length === 0 &&
    begin.align === undefined
  )
}

/** "målet i punkt 4.1 (Handleplansmål)". */
export function goalHead(name: string, t: Telling): string {
  const head = headOf(t, name, 'goals')
  return head.number === '' ? `målet »${head.label}«` : `målet i punkt ${head.number} (${head.label})`
}

const resultDates: Record<ResultOf['dates'], string> = {
  'same-date': 'på samme dato',
  'all-dates': 'på alle opfølgningsdatoer',
  'dates-so-far': 'på opfølgningsdatoerne til og med denne',
}

function resultOf(node: ResultOf, t: Telling): string {
  const goal = goalHead(node.resultOf, t)
  const dates = from(`${node.path}.dates`, resultDates[node.dates])
  switch (node.as) {
    case 'quantity':
      return `resultatet af ${goal} ${dates}`
    case 'times-met':
      return `antallet af gange, ${goal} er nået ${dates},`
    case 'times-missed':
      return `antallet af gange, ${goal} ikke er nået ${dates},`
    case 'times-unmeasured':
      return `antallet af gange, ${goal} er umålt ${dates},`
  }
}

const takes: Record<Exclude<Over['take'], 'every' | 'any'>, string> = {
  count: 'antallet',
  share: 'andelen',
  sum: 'summen',
  mean: 'gennemsnittet',
  median: 'medianen',
  highest: 'det højeste tal',
  lowest: 'det laveste tal',
}

function over(node: Over, t: Telling): string {
  const { all, inner } = overParts(node, t)
  if (node.take === 'every' || node.take === 'any') return `svaret på, ${overCondition(node, t)},`
  const that = node.that === undefined ? '' : `, hvor det gælder, ${t.tongue.condition('at', node.that, inner)},`
  if (node.take === 'count' || node.take === 'share') return `${takes[node.take]} af ${all}${that}`
  const of = node.of === undefined ? 'resultatet' : term(node.of, inner)
  return `${takes[node.take]} for ${all}${that} af ${of}`
}

/** Over whom, with the words for those among them; the edges of the counting become small print. */
export function overParts(node: Over, t: Telling): { all: string; inner: Telling } {
  const members = membersOf(node.over, t.row, subjectRow(t.agreement))
  const inner = { ...t, row: members.row }
  overNotes(node, members.row, t)
  if (node.among === undefined) return { all: members.all, inner }
  const among = relative(t.tongue.condition('', node.among, inner), inner)
  // After the relative clause of all people comes another, and two in a row are joined.
  const joined = node.over === 'people' ? `og ${among.replace(/^der /, 'som ')}` : among
  return { all: `${members.all}, ${joined},`, inner }
}

/** A condition as a relative clause: "der er mindst 6 år", otherwise "hvor …". */
export function relative(clause: string, t: Telling): string {
  const bare = clause.trim()
  const subject = `${theRow(t.row)} `
  return bare.startsWith(subject) ? `der ${bare.slice(subject.length)}` : `hvor ${bare}`
}

function overNotes(node: Over, row: Row, t: Telling): void {
  const [one, several] = [theRow(row, 'a'), theRow(row, 'several')]
  const unmeasured = {
    'left-out': `${several}, hvis resultat er umålt, holdes ude`,
    'counted-as-no': `${one}, der er umålt, regnes for ikke at opfylde betingelsen`,
    'makes-unmeasured': `er ${one} umålt, er det samlede resultat umålt`,
  }
  note(t, node, 'unmeasured', unmeasured[node.unmeasured])
  if (node.membersAt !== undefined) {
    note(
      t,
      node,
      'members-at',
      `det er ${theSeveral(row)} i familien ${node.membersAt === 'start' ? 'ved opstart' : 'på opfølgningsdatoen'}, der tæller`,
    )
  }
  const nobody = {
    'makes-unmeasured': 'er resultatet umålt',
    'counted-as-yes': 'regnes betingelsen for opfyldt',
    'counted-as-no': 'regnes betingelsen for ikke opfyldt',
  }
  if (node.ifNobody !== undefined)
    note(t, node, 'if-nobody', `er der ingen sådanne ${several}, ${nobody[node.ifNobody]}`)
}

type Row = Telling['row']
const theSeveral = (row: Row): string =>
  ({ child: 'børnene', parent: 'forældrene', member: 'medlemmerne' })[row as 'child'] ?? theRow(row, 'several')

/** "det for hvert af familiens børn gælder, at …", without its conjunction. */
export function overCondition(node: Over, t: Telling): string {
  const { all, inner } = overParts(node, t)
  const whom = node.take === 'any' ? `mindst ${one(inner.row)} af ${all}` : `${each(inner.row)} af ${all}`
  if (node.that === undefined) return `det gælder for ${whom}`
  return `det for ${whom} gælder, ${t.tongue.condition('at', node.that, inner)}`
}

const isThing = (row: Row): boolean => row === 'child' || row === 'member'
const each = (row: Row): string => (isThing(row) ? 'hvert' : 'hver')
const one = (row: Row): string => (isThing(row) ? 'ét' : 'én')

function difference(nodes: readonly Value[], t: Telling): string {
  const [first, ...rest] = nodes.map((node) => part(node, t))
  return `${first ?? ''} fratrukket ${inList(rest, 'og')}`
}

/** A share of something is told as one; everything else is multiplied in order. */
function product(nodes: readonly Value[], t: Telling): string {
  const isShare = (node: Value) => node.kind === 'literal' && node.unit === 'share'
  const [share, other] = nodes[1] !== undefined && isShare(nodes[1]) ? [nodes[1], nodes[0]] : [nodes[0], nodes[1]]
  if (nodes.length === 2 && isShare(share!) && !isShare(other!)) return `${value(share!, t)} af ${part(other!, t)}`
  return nodes.map((node) => part(node, t)).join(' ganget med ')
}

function ratio(node: Ratio, t: Telling): string {
  const [above, below] = node.ratio.map((each) => part(each, t))
  note(
    t,
    node,
    'if-zero',
    node.ifZero === 'makes-unmeasured'
      ? 'divideres der med 0, er resultatet umålt'
      : 'divideres der med 0, er resultatet 0',
  )
  return `${above ?? ''} divideret med ${below ?? ''}`
}

function change(node: Change, t: Telling): string {
  const word = node.change === 'fall' ? 'faldet' : 'stigningen'
  const as = from(`${node.path}.as`, node.as === 'share' ? 'i procent af udgangspunktet' : 'regnet som en forskel')
  const { from: first, to: last } = node
  note(t, first, '', `udgangspunktet er ${value(first, t)}`)
  note(t, last, '', `opfølgningen er ${value(last, t)}`)
  if (node.zeroBaseline !== undefined) {
    note(
      t,
      node,
      'zero-baseline',
      node.zeroBaseline === 'makes-unmeasured'
        ? 'er udgangspunktet 0, er resultatet umålt'
        : 'er udgangspunktet 0, er ændringen 0',
    )
  }
  const isSame = first.kind === 'value-of' && last.kind === 'value-of' && first.valueOf === last.valueOf
  return `${word}${isSame ? ` i ${labelOf(t, first.valueOf)}` : ''} fra udgangspunktet til opfølgningen, ${as},`
}

const roundings: Record<Rounded['how'], string> = {
  down: 'rundet ned til nærmeste',
  up: 'rundet op til nærmeste',
  'half-up': 'afrundet (halve opad) til nærmeste',
  'half-even': 'afrundet (halve til det lige) til nærmeste',
}

/** "rundet ned til nærmeste 100 kr." */
export const roundingTo = (how: Rounded['how'], to: string): string => `${roundings[how]} ${to}`

function rounded(node: Rounded, t: Telling): string {
  const how = from(`${node.path}.how`, roundingTo(node.how, literal(node.to, t.agreement.currency)))
  return `${part(node.rounded, t)}, ${how},`
}

function weighted(node: Weighted, t: Telling): string {
  note(
    t,
    node,
    'missing',
    node.missing === 'makes-unmeasured'
      ? 'mangler en del af den vægtede sum, er summen umålt'
      : 'mangler en del af den vægtede sum, vejer de andre dele forholdsmæssigt mere',
  )
  const parts = node.weighted.map(({ weight, of }) => product([weight, of], t))
  return `den vægtede sum af ${inList(parts, 'og')}`
}

function choice(node: If, t: Telling): string {
  return `${part(node.then, t)}, ${t.tongue.condition('hvis', node.if, t)}, og ellers ${part(node.else, t)}`
}

function grown(node: Grown, t: Telling): string {
  const how = from(`${node.path}.how`, node.how === 'compound' ? 'med rentes rente' : 'uden rentes rente')
  const verb = node.direction === 'forward' ? 'fremskrevet' : 'tilbageført'
  note(
    t,
    node,
    'part-years',
    node.partYears === 'exact' ? 'dele af et år regnes med efter dage' : 'kun hele år regnes med',
  )
  return `${part(node.grown, t)}, ${verb} med ${value(node.by, t)} om året ${how} fra ${dayPoint(node.from, t)} til ${dayPoint(node.to, t)},`
}

function thisValue(node: This, t: Telling): string {
  switch (node.this) {
    case 'quantity':
      return t.elsewhere === undefined ? 'resultatet' : `resultatet af ${goalHead(t.elsewhere, t)}`
    case 'occasion-number':
      return 'opfølgningsdatoens nummer'
    case 'contract-sum':
      return 'kontraktsummen'
  }
}
