/**
 * A reason as a sentence, and a fact as a few words.
 *
 *     compare 0.041, at most 0.1 → yes      "den seneste oplysning om »skolefravær« er 4,1 %; kravet er højst 10 %: opfyldt"
 *
 * The core's reasons are data without words. Here every number gets its unit from the terms, every name its label, and
 * the language puts the sentence together. A rule that has no words yet is told by its name, never left out.
 */
import {
  type Fact,
  type Locale,
  type Place,
  addDays,
  currencyOf,
  multiply,
  parseExact,
  parseIsoDay,
} from '../src/core/base/index.ts'
import { type Reason } from '../src/core/outcomes/index.ts'
import { type Agreement, type expressions, unitOfGoal, unitsByPath } from '../src/core/terms/index.ts'
import { reasons as danish } from './da/reasons.ts'
import { reasons as english } from './en/reasons.ts'
import { countText, dateText, exactAmountText, listText, numberText, sentence, shareText } from './numbers.ts'
import { type Answer, type ReasonParts, type ReasonWords } from './wording/reasons.ts'

export const reasonWords: Record<Locale, ReasonWords> = { da: danish, en: english }

/** What sentences about one contract share. Made once, since it looks through all of the terms. */
export type Telling = {
  locale: Locale
  agreement: Agreement
  units: ReadonlyMap<string, expressions.Unit>
}

/** The versions of the terms, the newest last. */
export function tellingOf(agreements: readonly Agreement[], locale: Locale): Telling {
  return { locale, agreement: agreements.at(-1)!, units: unitsByPath(agreements) }
}

/** The sentence of a reason, with a capital and a full stop; nothing for a number that its parent already tells. */
export function reasonText(reason: Reason, telling: Telling): string {
  const words = reasonWords[telling.locale]
  const rule = ruleOf(reason)
  if (rule === 'literal' || (rule === 'this' && reason.inputs.this === 'quantity')) return ''
  const parts = partsOf(reason, telling)
  const said = words.sentences[rule]?.(parts) ?? words.isValue(thingOf(reason, telling), parts.value, parts.window)
  return said === '' ? '' : sentence(capital(said))
}

/** The value of a reason with its unit, or the word for what is not known. */
function reasonValue(reason: Reason, telling: Telling): string {
  const { locale } = telling
  const words = reasonWords[locale]
  if (reason.rule === 'result' || reason.rule === 'result-of-goal') return resultText(reason, telling)
  const answer = answerOf(reason)
  if (answer === 'unmeasured' || answer === 'not-due') return words.answers[answer]
  if (isYesOrNo(reason)) return words.answers[answer]
  return valueText(reason.value, reason.unit ?? telling.units.get(reason.path), telling)
}

/** What came of a goal: the word of its status, or the quantity where nothing is met or missed. */
export function resultText(reason: Reason, telling: Telling): string {
  const words = reasonWords[telling.locale]
  const goal = String(plainText(reason.inputs.goal))
  const quantity = plainText(reason.inputs.quantity)
  const foregone = words.foregone[plainText(reason.inputs.foregone)]
  const status = foregone ?? words.statuses[reason.value] ?? reason.value
  if (quantity === '' || parseExact(quantity) === undefined) return status
  const value = valueText(quantity, unitOfGoal(telling.agreement, goal), telling)
  return reason.value === 'measured' ? value : `${status} (${value})`
}

/** A number of the core as text, with its unit. Money is in minor units. */
function valueText(text: string, unit: expressions.Unit | undefined, { locale, agreement }: Telling): string {
  const value = parseExact(text)
  if (value === undefined) return text
  if (unit === 'money') return exactAmountText(value, agreement.currency, locale)
  if (unit === 'share') return shareText(value, locale)
  return unit === undefined || unit === 'number' ? numberText(value, locale) : countText(value, unit, locale)
}

const yesOrNo = new Set([
  'compare',
  'all',
  'any',
  'not',
  'some',
  'met',
  'in',
  'attribute',
  'observed-to',
  'left',
  'reached',
  'seen',
])

/** Whether the value of a reason is the answer to a condition. */
export function isYesOrNo({ rule, inputs, children, value }: Reason): boolean {
  if (rule === 'over') return inputs.take === 'every' || inputs.take === 'any'
  if (rule !== 'counted') return yesOrNo.has(rule)
  // Of whoever is counted it is told whether a condition holds for them, where it is a condition.
  const [inside] = children
  return inside === undefined ? value === '1' || value === '0' : isYesOrNo(inside)
}

function answerOf({ value }: Reason): Answer {
  if (value === 'unmeasured' || value === 'not-due') return value
  return value === '0' ? 'no' : 'yes'
}

/** The rule by which a sentence is found: some rules say different things by their inputs. */
function ruleOf({ rule, inputs }: Reason): string {
  if (rule === 'over' && inputs.take === 'every') return 'every'
  if (rule === 'over' && inputs.take === 'any') return 'any-of'
  return rule
}

function thingOf(reason: Reason | undefined, telling: Telling): string {
  if (reason === undefined) return ''
  const things = reasonWords[telling.locale].things
  return things[reason.rule]?.(partsOf(reason, telling)) ?? reason.rule
}

function partsOf(reason: Reason, telling: Telling): ReasonParts {
  const { locale, agreement } = telling
  const words = reasonWords[locale]
  const { inputs, children } = reason
  // Whoever is counted may be a group, whose key is not for reading.
  const text = (name: string) => (name === 'who' ? whoText(plainText(inputs[name]), telling) : plainText(inputs[name]))
  const label = (name: string) => labelOfInput(name, text(name), telling)
  const day = (name: string) => dayOf(text(name), telling)
  const [open, close] = locale === 'da' ? ['»', '«'] : ['“', '”']
  const limits = children.slice(1)
  return {
    value: reason.rule === 'exit' ? reason.value : reasonValue(reason, telling),
    answer: answerOf(reason),
    text,
    label,
    list: (name) => {
      const isDays = name === 'days'
      return listText(
        itemsOf(inputs[name]).map((item) =>
          isDays ? dayOf(item, telling) : `${open}${labelOf(item, telling)}${close}`,
        ),
        locale,
      )
    },
    day,
    money: (name) => valueText(text(name), 'money', telling),
    number: (name) => valueText(text(name), undefined, telling),
    share: (name) => valueText(text(name), 'share', telling),
    window: windowText(inputs, telling),
    parts: children.map((child) => reasonValue(child, telling)),
    get thing() {
      const [first] = children
      const own = first === undefined ? '' : windowText(first.inputs, telling)
      return thingOf(first, telling) + (own === '' ? '' : ` (${own})`)
    },
    bounds: listText(
      itemsOf(inputs.bounds).map((key, index) => {
        const limit = limits[index]
        const shown = limit === undefined ? '' : reasonValue(limit, telling)
        return words.bounds[key]?.(shown) ?? `${key} ${shown}`
      }),
      locale,
    ),
    clause: text('clause') || clauseOf(reason.path, agreement),
  }
}

function clauseOf(path: string, agreement: Agreement): string {
  const [, part = '', name = ''] = path.split('.')
  if (part === 'goals') return agreement.goals.get(name)?.clause ?? ''
  return part === 'payments' ? (agreement.payments?.get(name)?.clause ?? '') : ''
}

const plainText = (fact: Fact | undefined): string =>
  typeof fact === 'string' || typeof fact === 'number' || typeof fact === 'bigint' ? String(fact) : ''

const itemsOf = (fact: Fact | undefined): string[] =>
  Array.isArray(fact)
    ? (fact as readonly (string | number)[]).map(String)
    : plainText(fact) === ''
      ? []
      : [plainText(fact)]

function dayOf(text: string, { locale }: Telling): string {
  const day = parseIsoDay(text)
  return day === undefined ? reasonWords[locale].unknownDay : dateText(day, locale)
}

/** The window's first and last day; the reason holds the first day outside. */
function windowText(inputs: Reason['inputs'], { locale }: Telling): string {
  const [from, until] = [parseIsoDay(plainText(inputs.from)), parseIsoDay(plainText(inputs.until))]
  if (from === undefined || until === undefined) return ''
  const through = addDays(until, -1)
  if (through < from) return ''
  return from === through
    ? dateText(from, locale)
    : reasonWords[locale].inWindow(dateText(from, locale), dateText(through, locale))
}

/** A goal and a measure may have one name: what an input is about says which of them it is. */
function labelOfInput(input: string, name: string, telling: Telling): string {
  const { agreement, locale } = telling
  const isGoal = input === 'goal' || input === 'met' || input === 'resultOf'
  const own = isGoal
    ? agreement.goals.get(name)?.label
    : input === 'payment'
      ? agreement.payments?.get(name)?.label
      : input === 'parameter'
        ? agreement.parameters?.get(name)?.label
        : input === 'exit'
          ? agreement.people.exits?.get(name)
          : undefined
  return own?.[locale] ?? labelOf(name, telling)
}

/** What a name of the terms is called: a measure, goal, group, track, payment, exit or parameter. */
export function labelOf(name: string, { agreement, locale }: Pick<Telling, 'agreement' | 'locale'>): string {
  const { people } = agreement
  const labelled =
    agreement.measures.get(name) ??
    agreement.goals.get(name) ??
    agreement.groups?.get(name) ??
    people.tracks?.get(name) ??
    agreement.payments?.get(name) ??
    agreement.parameters?.get(name)
  return labelled?.label[locale] ?? people.exits?.get(name)?.[locale] ?? name
}

/** Who a result is about: the id of a person or family, or what a group is called. */
export function whoText(key: string, telling: Pick<Telling, 'agreement' | 'locale'>): string {
  const words = reasonWords[telling.locale]
  if (key === '') return words.wholeGroup
  const group = /^(cohort|authority|track):(?:[a-z-]+:)?(.+)$/.exec(key)
  if (group === null) return key
  return words.groupOf(group[1] as 'cohort', labelOf(group[2]!, telling))
}

export type FactText = {
  what: string
  value: string
  on: string
  recorded: string
  by: string
  evidence: string
  place: Place
}

/** A fact in words: what, its value, when it is true, when and by whom it was recorded, on what evidence, and where it stands. */
export function factText({ fact, path }: Reason, telling: Telling): FactText | undefined {
  if (fact === undefined) return undefined
  const { locale, agreement, units } = telling
  const words = reasonWords[locale]
  const measure = agreement.measures.get(fact.measure)
  const from = fact.from === undefined ? '' : dayOf(fact.from, telling)
  const untilDay = fact.until === undefined ? undefined : parseIsoDay(fact.until)
  const until = untilDay === undefined ? words.stillGoing : `– ${dateText(addDays(untilDay, -1), locale)}`
  const value = fact.value ?? ''
  const unit =
    measure?.kind === 'plan' || measure?.kind === 'spell' || measure?.kind === 'event'
      ? undefined
      : (measureUnit(measure) ?? units.get(path))
  return {
    what:
      fact.measure === ''
        ? words.personRow
        : (measure?.kinds?.get(fact.item ?? '')?.[locale] ?? fact.item ?? labelOf(fact.measure, telling)),
    value: words.states[value] ?? levelText(value, measure, locale) ?? factValue(value, unit, telling),
    on: fact.until === undefined ? from : `${from} ${until}`,
    recorded: fact.recorded === undefined ? '' : dayOf(fact.recorded, telling),
    by: fact.by === undefined ? '' : (agreement.parties.get(fact.by)?.name ?? fact.by),
    evidence: fact.evidence ?? '',
    place: fact.at,
  }
}

type Measure = Agreement['measures'] extends ReadonlyMap<string, infer M> ? M : never

function measureUnit(measure: Measure | undefined): expressions.Unit | undefined {
  if (measure?.kind === 'share') return 'share'
  return measure?.unit
}

/** A level by its own name; the number alone would say nothing. */
function levelText(value: string, measure: Measure | undefined, locale: Locale): string | undefined {
  return measure?.kind === 'level' ? measure.levels?.[Number(value)]?.[locale] : undefined
}

/** A fact's amount is in kroner as it was recorded, unlike the amounts of the terms, which are in øre. */
function factValue(value: string, unit: expressions.Unit | undefined, telling: Telling): string {
  const number = parseExact(value)
  if (number === undefined || unit !== 'money') return valueText(value, unit, telling)
  const minorUnits = 10 ** (currencyOf(telling.agreement.currency)?.minorDigits ?? 0)
  return exactAmountText(multiply(number, minorUnits), telling.agreement.currency, telling.locale)
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
