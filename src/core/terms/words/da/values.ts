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
  type Grown,
  type If,
  type Over,
  type Pick,
  type Ratio,
  type ResultOf,
  type Rounded,
  type This,
  type Unit,
  type Value,
  type Weighted,
} from '../../expression.ts'
import { type Telling, headOf, labelOf, named, note } from '../telling.ts'
import { part, parts, term } from '../naming.ts'
import { from, inList } from '../text.ts'
import { dayPoint } from './days.ts'
import { countOf, itemsMet, longestRun, timeBetween, timeIn, valueOf } from './facts.ts'
import { literal } from './numbers.ts'
import { overCondition, overParts } from './over.ts'

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
      return `summen af ${parts(node.sumOf, t)}`
    case 'difference':
      return difference(node.difference, t)
    case 'product':
      return product(node.product, t)
    case 'ratio':
      return ratio(node, t)
    case 'highest-of':
      return `det højeste af ${parts(node.highestOf, t)}`
    case 'lowest-of':
      return `det laveste af ${parts(node.lowestOf, t)}`
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

/** "målet i punkt 4.1 (Handleplansmål)". */
export function goalHead(name: string, t: Telling): string {
  if (name === t.own) return 'dette mål'
  const head = headOf(t, name, 'goals')
  return head.number === '' ? `målet »${head.label}«` : `målet i punkt ${head.number} (${head.label})`
}

/** "på de seneste 3 opfølgningsdatoer til og med denne". */
function resultDates({ dates, last }: ResultOf): string {
  const few = last === undefined ? undefined : `de seneste ${String(last)}`
  return {
    'same-date': 'på samme dato',
    'previous-date': 'på den seneste tidligere opfølgningsdato',
    'all-dates': few === undefined ? 'på alle opfølgningsdatoer' : `på ${few} af alle opfølgningsdatoer`,
    'dates-so-far': `på ${few === undefined ? 'opfølgningsdatoerne' : `${few} opfølgningsdatoer`} til og med denne`,
    'earlier-dates': `på ${few ?? 'de'} tidligere opfølgningsdatoer`,
  }[dates]
}

const resultPicks: Record<Pick, string> = {
  latest: 'det seneste af resultaterne',
  first: 'det første af resultaterne',
  highest: 'det højeste af resultaterne',
  lowest: 'det laveste af resultaterne',
  mean: 'gennemsnittet af resultaterne',
  sum: 'summen af resultaterne',
}

function resultOf(node: ResultOf, t: Telling): string {
  const goal = goalHead(node.resultOf, t)
  const dates = from(`${node.path}.dates`, resultDates(node))
  const count = from(`${node.path}.last`, String(node.last))
  if (node.ifFewer !== undefined)
    note(
      t,
      node,
      'if-fewer',
      node.ifFewer === 'makes-unmeasured'
        ? `er der endnu ikke ${count} datoer, er resultatet umålt`
        : `er der endnu ikke ${count} datoer, regnes med dem, der er`,
    )
  if (node.ifNone !== undefined)
    note(t, node, 'if-none', `er der ingen dato at regne af for ${goal}, bruges ${value(node.ifNone, t)}`)
  switch (node.as) {
    case 'quantity':
      return `${node.pick === undefined ? 'resultatet' : from(`${node.path}.pick`, resultPicks[node.pick])} af ${goal} ${dates}`
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

/** "rundet ned til nærmeste 100 kr.", "afrundet til nærmeste 1 kr. (halve opad)" */
export function roundingTo(how: Rounded['how'], to: string): string {
  const words = {
    down: `rundet ned til nærmeste ${to}`,
    up: `rundet op til nærmeste ${to}`,
    'half-up': `afrundet til nærmeste ${to} (halve opad)`,
    'half-even': `afrundet til nærmeste ${to} (halve til det lige)`,
  }
  return words[how]
}

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
  const items = node.weighted.map(({ weight, of }) => product([weight, of], t))
  return `den vægtede sum af ${inList(items, 'og')}`
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
