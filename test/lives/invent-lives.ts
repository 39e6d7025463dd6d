/**
 * Lives for an invented agreement: people who come, leave and are born, and what is recorded about them.
 *
 * Lives go in circles: spells begin again, touch, overlap and stand open; things are recorded late, corrected and taken
 * back. Every fact has a number, so that a file can be imported twice.
 */
import { type Day, type Exact, dayOf, dayText, divide } from '../../src/core/base/index.ts'
import { type Dice } from './dice.ts'
import { type InventedTerms } from './invent-terms.ts'
import { type MeasureSketch } from './scene.ts'

/** A row of a CSV file by its columns; what is not there is empty. */
export type Row = { readonly [column: string]: string }

export type Lives = {
  people: Row[]
  /** Each with its measure in a column, so that any file can hold it. */
  facts: Row[]
  parameters: Map<string, Exact>
}

export const peopleColumns = [
  'id',
  'unit',
  'member-of',
  'agreement',
  'referral',
  'start',
  'end',
  'birth',
  'observed-to',
  'exit',
  'exit-on',
  'pilot',
  'track',
  'authority',
  'gender',
]
export const factColumns = [
  'nr',
  'measure',
  'person',
  'agreement',
  'item',
  'from',
  'to',
  'value',
  'recorded',
  'supersedes',
]

export function inventLives(dice: Dice, terms: InventedTerms): Lives {
  const people = inventPeople(dice, terms)
  const facts = terms.measures.flatMap((measure) => inventFacts(dice, terms, measure, people))
  return { people, facts: [...facts, ...inventCorrections(dice, facts)], parameters: inventParameters(dice, terms) }
}

function inventParameters(dice: Dice, { parameters, agreements }: InventedTerms): Map<string, Exact> {
  const found = new Map<string, Exact>()
  for (const agreement of agreements) {
    for (const { name, unit } of parameters) {
      const value = {
        money: dice.between(1, 40) * 5050,
        share: divide(dice.between(1, 60), 200),
        number: dice.between(1, 9),
      }
      found.set(`${agreement} ${name}`, value[unit])
    }
  }
  return found
}

const first = dayOf(2021, 1, 1)
const last = dayOf(2024, 12, 31)

function inventPeople(dice: Dice, terms: InventedTerms): Row[] {
  const count = dice.between(3, 9)
  return Array.from({ length: count }, (_, index) => {
    const subject = inventSubject(dice, terms, index + 1)
    return terms.subject === 'person' ? [subject] : [subject, ...inventMembers(dice, subject)]
  }).flat()
}

function inventSubject(dice: Dice, terms: InventedTerms, number: number): Row {
  const start = first + dice.between(-20, 900)
  const left = terms.exits.length > 0 && dice.chance(30)
  const end = start + dice.between(20, 600)
  const row: Record<string, string> = {
    id: `${terms.subject === 'person' ? 'P' : 'F'}${number}`,
    unit: terms.subject,
    referral: dice.chance(80) ? dayText(start - dice.between(0, 60)) : '',
    start: dice.chance(92) ? dayText(start) : '',
    end: dice.chance(75) ? dayText(end) : '',
    birth: terms.subject === 'person' && dice.chance(50) ? dayText(start - dice.between(6000, 20000)) : '',
    'observed-to': dice.chance(12) ? dayText(start + dice.between(30, 900)) : '',
    pilot: dice.chance(8) ? 'yes' : '',
    track: dice.chance(80) ? (dice.shuffled(terms.tracks)[0] ?? '') : '',
    authority: dice.chance(85) ? dice.pick(['viborg', 'skive']) : '',
    gender: dice.chance(85) ? dice.pick(['f', 'm']) : '',
    agreement: dice.pick(terms.agreements),
  }
  if (left) {
    row.exit = dice.pick(terms.exits)
    row['exit-on'] = dice.chance(85) ? dayText(start + dice.between(10, 500)) : ''
  }
  return row
}

/** Children of all ages, some born while the course goes on, and parents. */
function inventMembers(dice: Dice, family: Row): Row[] {
  const member = (unit: string, letter: string): Row => ({
    id: `${family.id}-${letter}`,
    unit,
    'member-of': family.id!,
    agreement: family.agreement!,
    birth: unit === 'child' ? dayText(first + dice.between(-5000, 900)) : '',
    start: dice.chance(12) && family.start !== '' ? dayText(first + dice.between(0, 900)) : '',
    gender: dice.chance(80) ? dice.pick(['f', 'm']) : '',
    ...(dice.chance(8) ? { 'exit-on': dayText(first + dice.between(300, 1200)) } : {}),
  })
  const children = ['a', 'b', 'c'].slice(0, dice.between(0, 3)).map((letter) => member('child', letter))
  const parents = ['x', 'y'].slice(0, dice.between(0, 2)).map((letter) => member('parent', letter))
  return [...children, ...parents]
}

const unitsOf: Readonly<Record<string, readonly string[]>> = {
  person: ['person', 'child', 'parent'],
  family: ['family'],
  child: ['child'],
  parent: ['parent'],
}

function inventFacts(dice: Dice, terms: InventedTerms, measure: MeasureSketch, people: readonly Row[]): Row[] {
  const isDated = dice.chance(60)
  const subjects =
    measure.of === 'agreement'
      ? terms.agreements.flatMap((agreement) =>
          ['', 'viborg', '2021', 'early', 'north'].map((person): Row => ({ id: person, agreement })),
        )
      : people.filter(({ unit }) => unitsOf[measure.of]!.includes(unit!))
  let number = 0
  return subjects.flatMap((subject) => {
    const about: Row = {
      measure: measure.name,
      person: subject.id!,
      ...(measure.of === 'agreement' ? { agreement: subject.agreement! } : {}),
    }
    let day = first + dice.between(-300, 300)
    return Array.from({ length: dice.chance(15) ? 0 : dice.between(1, 5) }, () => {
      const from = day
      const told = inventTold(dice, measure, from)
      const until = told.to === undefined || told.to === '' ? from : from + dice.between(0, 90)
      // Sometimes the next begins where this one ends, or before.
      day = from + dice.between(0, 150)
      return {
        ...about,
        ...told,
        nr: `${measure.name}-${++number}`,
        recorded: isDated && dice.chance(85) ? dayText(Math.max(from, until) + dice.between(0, 120)) : '',
      }
    })
  })
}

/** What one fact says, from a day on or on it. */
function inventTold(dice: Dice, { kind, unit }: MeasureSketch, from: Day): Row {
  const day = dayText(from)
  const value = (text: string | number): Row => ({ from: day, value: String(text) })
  switch (kind) {
    case 'spell':
      return {
        from: day,
        to: dice.chance(10) ? '' : dayText(Math.min(last + 90, from + dice.pick([0, 1, 6, 7, 30, 31, 120, 200]))),
      }
    case 'event':
      return { from: day }
    case 'level':
      return value(dice.between(0, 3))
    case 'score':
      return value(dice.between(0, 10))
    case 'share':
      return value(`${dice.pick(['0', '5', '12.5', '40', '99'])} %`)
    case 'plan':
      return {
        ...value(dice.pick(['met', 'not-met', 'agreed', 'withdrawn', 'changed'])),
        item: dice.pick(['home', 'work', 'school']),
      }
    case 'amount':
    case 'figure':
      if (unit === 'share') return value(`${dice.between(0, 60)} %`)
      return value(unit === 'money' ? dice.pick(['0', '1200', '333.33', '25000']) : dice.between(0, 40))
  }
}

/** Facts that were told differently later, and some that were taken back. */
function inventCorrections(dice: Dice, facts: readonly Row[]): Row[] {
  return facts.flatMap((fact, index): Row[] => {
    if (!dice.chance(8)) return []
    const known = fact.recorded === '' || fact.recorded === undefined ? fact.from! : fact.recorded
    const recorded = dayText(dayFrom(known) + dice.between(1, 400))
    const nr = `again-${index}`
    if (dice.chance(25)) return [{ nr, measure: fact.measure!, supersedes: fact.nr!, recorded }]
    const another = facts.find(({ measure, nr: other }) => measure === fact.measure && other !== fact.nr)
    const later: Row =
      another === undefined ? fact : { ...fact, ...(another.value === undefined ? {} : { value: another.value }) }
    const to: Row =
      fact.to === undefined || fact.to === '' ? {} : { to: dayText(dayFrom(fact.to) + dice.between(0, 40)) }
    return [{ ...later, ...to, nr, supersedes: fact.nr!, recorded }]
  })
}

function dayFrom(text: string): Day {
  const [year, month, day] = text.split('-').map(Number)
  return dayOf(year!, month!, day!)
}
