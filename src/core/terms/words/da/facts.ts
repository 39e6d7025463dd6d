/**
 * Det, der læses af oplysningerne, på dansk: tid i en tilstand, antal gange, værdier, sammenhæng, mål i en plan, alder.
 *
 *     { value-of: absence, pick: latest, … }   barnets seneste oplysning om skolefravær i perioden fra og med …
 *
 * Det, der ikke kan stå i en sætning, bliver til småt: hele uger, afbrydelser, ændrede mål.
 */
import {
  type CountOf,
  type ItemsMet,
  type LongestRun,
  type TimeBetween,
  type TimeIn,
  type ValueOf,
} from '../../expression.ts'
import { type Telling, label, labelOf, note } from '../telling.ts'
import { from, inList } from '../text.ts'
import { dayOn, dayPoint, windowOf } from './days.ts'
import { length, number, unitName } from './numbers.ts'
import { theRow } from './rows.ts'

export const states = (names: readonly string[], t: Telling): string =>
  inList(
    names.map((name) => `»${labelOf(t, name)}«`),
    'eller',
  )

export function timeIn(node: TimeIn, t: Telling): string {
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
  kindNotes(node, node.timeIn, t)
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

/** Which kinds of the measures' facts count. */
function kindNotes(node: TimeIn | CountOf | LongestRun, measures: readonly string[], t: Telling): void {
  if (node.kinds === undefined) return
  const all = measures.flatMap((name) => [...(t.agreement.measures.get(name)?.kinds ?? [])])
  const isAll = node.kinds.includes('all')
  const counted = all.filter(([name]) => isAll || node.kinds!.includes(name)).map(([, words]) => label(t, words))
  const which = inList(counted, 'og')
  note(
    t,
    node,
    'kinds',
    isAll ? `det tæller, hvad enten det er ${inList(counted, 'eller')}` : `det, der tæller, er alene ${which}`,
  )
}

export function countOf(node: CountOf, t: Telling): string {
  countNotes(node, t)
  if (node.valued !== undefined) {
    const [what, is] = [labelOf(t, node.countOf), t.tongue.bounds(node.valued, undefined, t)]
    return node.as === 'share'
      ? `andelen af ${theRow(t.row, 'of')} oplysninger om ${what} ${windowOf(node.window, t)}, der er ${is},`
      : `antallet af gange, ${theRow(t.row, 'of')} oplysning om ${what} er ${is} ${windowOf(node.window, t)},`
  }
  return `antallet af gange, ${theRow(t.row)} er registreret med »${labelOf(t, node.countOf)}« ${windowOf(node.window, t)},`
}

export function countNotes(node: CountOf, t: Telling): void {
  kindNotes(node, [node.countOf], t)
  if (node.ifNone !== undefined)
    note(
      t,
      node,
      'if-none',
      `findes der ingen oplysning om ${labelOf(t, node.countOf)}, bruges ${t.tongue.value(node.ifNone, t)}`,
    )
  if (node.apart === undefined) return
  const what = `»${labelOf(t, node.countOf)}«`
  note(
    t,
    node,
    'apart',
    `${what} tæller kun, når der er gået mindst ${length(node.apart)} siden den seneste, der talte`,
  )
}

/** What is taken of the records, after its owner: "barnets seneste oplysning om". */
const picks: Record<ValueOf['pick'], string> = {
  latest: 'seneste oplysning',
  first: 'første oplysning',
  highest: 'højeste oplysning',
  lowest: 'laveste oplysning',
  mean: 'gennemsnit af oplysningerne',
  sum: 'sum af oplysningerne',
  nearest: 'oplysning',
}

const unownedPicks: Record<ValueOf['pick'], string> = {
  latest: 'den seneste oplysning',
  first: 'den første oplysning',
  highest: 'den højeste oplysning',
  lowest: 'den laveste oplysning',
  mean: 'gennemsnittet af oplysningerne',
  sum: 'summen af oplysningerne',
  nearest: 'den oplysning',
}

export function valueOf(node: ValueOf, t: Telling): string {
  if (node.ifNone !== undefined) {
    note(
      t,
      node,
      'if-none',
      `findes der ingen oplysning om ${labelOf(t, node.valueOf)}, bruges ${t.tongue.value(node.ifNone, t)}`,
    )
  }
  // In a clause of its own a payment does not know whose result it pays for.
  const isOwned = t.elsewhere === undefined
  const picked = from(`${node.path}.pick`, isOwned ? picks[node.pick] : unownedPicks[node.pick])
  return `${isOwned ? `${theRow(t.row, 'of')} ` : ''}${picked} om ${labelOf(t, node.valueOf)}${nearestOf(node, t)} ${windowOf(node.window, t)}`
}

/** Den dag, oplysningen skal ligge nærmest, hvis der vælges sådan. */
function nearestOf(node: ValueOf, t: Telling): string {
  if (node.nearestTo === undefined) return ''
  note(
    t,
    node,
    'as-near',
    `ligger to oplysninger lige nær, gælder den ${node.asNear === 'earlier' ? 'tidligste' : 'seneste'}`,
  )
  return `, der ligger nærmest ${dayPoint(node.nearestTo, t)},`
}

export function longestRun(node: LongestRun, t: Telling): string {
  runNotes(node, t)
  return `det største antal sammenhængende ${unitName(node.unit, 'several')}, hvor ${theRow(t.row)} er registreret som ${states(node.longestRunIn, t)}, ${windowOf(node.window, t)},`
}

export function runNotes(node: LongestRun, t: Telling): void {
  kindNotes(node, node.longestRunIn, t)
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

export function itemsMet(node: ItemsMet, t: Telling): string {
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

export function timeBetween(node: TimeBetween, t: Telling): string {
  const [begin, end] = node.timeBetween
  if (begin === undefined || end === undefined) return 'tiden'
  const unit = from(`${node.path}.unit`, unitName(node.unit, 'several'))
  if (isBirth(node)) ageNote(node, t)
  if (isBirth(node)) return `${theRow(t.row, 'of')} alder ${dayOn(end, t)}, målt i ${unit},`
  return `tiden fra ${dayPoint(begin, t)} til ${dayPoint(end, t)}, målt i ${unit},`
}

/** En alder regnes fra dato til dato; skuddagen har kun hvert fjerde år sin egen. */
export function ageNote(node: TimeBetween, t: Telling): void {
  if (node.unit !== 'years' && node.unit !== 'months') return
  note(t, node, 'time-between', 'den, der er født den 29. februar, fylder år den 28. februar i år uden en skuddag')
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
