/**
 * A scene: what an invented expression may speak of, where it stands.
 *
 *     in a goal for each-child      row child, measures of child and person, goals that come before it
 *     inside over: people           row person or family
 */
import { type Dice } from './dice.ts'

export type RowKind = 'person' | 'family' | 'child' | 'parent' | 'member' | 'group'
export type TimeUnit = 'nights' | 'days' | 'weeks' | 'months' | 'years'
export type UnitName =
  TimeUnit | 'money' | 'share' | 'number' | 'points' | 'levels' | 'people' | 'times' | 'items' | 'hours'

export type MeasureKind = 'spell' | 'event' | 'level' | 'score' | 'amount' | 'share' | 'plan' | 'figure'
export type MeasureSketch = {
  name: string
  kind: MeasureKind
  of: 'person' | 'family' | 'child' | 'parent' | 'agreement'
  /** What its value counts; nothing for spells, events and plans. */
  unit: UnitName | undefined
}

export type GoalSketch = {
  name: string
  row: RowKind
  part: string
  quantity: UnitName | undefined
  hasMet: boolean
  dates: readonly string[]
}

export type Scene = {
  dice: Dice
  subject: 'person' | 'family'
  measures: readonly MeasureSketch[]
  /** Goals that may be built upon. */
  goals: readonly GoalSketch[]
  groups: readonly string[]
  tracks: readonly string[]
  parameters: readonly { name: string; unit: 'money' | 'share' | 'number' }[]
  attributes: readonly { name: string; words: readonly string[] }[]
  hasContractSum: boolean
  row: RowKind
  /** Of a group that is not the whole agreement: its kind, such as `track` or `cohort named`; otherwise empty. */
  part: string
  /** What `this: quantity` counts, where there is one. */
  quantity: UnitName | undefined
  /** Whether there is an occasion, and with it results of other goals. */
  isDated: boolean
  /** The goal's named dates. */
  dates: readonly string[]
}

const measuredIn: Readonly<Record<MeasureSketch['of'], readonly RowKind[]>> = {
  person: ['person', 'child', 'parent', 'member'],
  family: ['family'],
  child: ['child', 'member'],
  parent: ['parent', 'member'],
  agreement: ['group'],
}

/** The measures that say something about somebody in the scene's row. */
export function measuresAt(scene: Scene, ...kinds: MeasureKind[]): MeasureSketch[] {
  return scene.measures.filter(({ kind, of }) => kinds.includes(kind) && measuredIn[of].includes(scene.row))
}

/** The goals whose results the row may see: its own, those of the whole agreement, and a child its family's. */
export function goalsAt(scene: Scene): GoalSketch[] {
  if (!scene.isDated) return []
  const isMember = scene.row === 'child' || scene.row === 'parent' || scene.row === 'member'
  return scene.goals.filter(
    ({ row, part }) =>
      (row === 'group' && (part === '' || part === scene.part)) ||
      (row !== 'group' && (row === scene.row || scene.row === 'member' || (isMember && row === scene.subject))),
  )
}

/** A number in a unit as it is written, such as `6 nights`, `1 level`, `25 %` or `1200 kr`. */
export function literal(count: number | string, unit: UnitName): string {
  if (unit === 'money') return `${count} kr`
  if (unit === 'share') return `${count} %`
  if (unit === 'number') return String(count)
  if (String(count) !== '1' || unit === 'people') return `${count} ${unit}`
  return `${count} ${unit.slice(0, -1)}`
}

/** A number of a size that is usual for the unit. */
export function usual(dice: Dice, unit: UnitName): number | string {
  switch (unit) {
    case 'money':
      return dice.pick(['100', '250', '333.33', '1200', '2500.50', '4000', '9999.99', '12000', '0'])
    case 'share':
      return dice.pick(['0', '5', '10', '25', '33.3', '50', '60', '75', '100'])
    case 'number':
      return dice.pick(['0.5', '1', '2', '3', '1.25', '10'])
    case 'hours':
    case 'nights':
    case 'days':
      return dice.pick(['0', '1', '5', '12', '30', '90'])
    case 'weeks':
      return dice.between(0, 20)
    default:
      return dice.between(0, 6)
  }
}

/** So many numbers of a unit, each larger than the one before. */
export function rising(dice: Dice, unit: UnitName, count: number): string[] {
  const step = unit === 'money' ? 1000 : unit === 'share' ? 15 : 2
  let at = dice.between(0, step)
  return Array.from({ length: count }, () => {
    const text = literal(at, unit)
    at += dice.between(1, step)
    return text
  })
}
