/**
 * One measure while files are read: what its rows must look like, where they go, and what its columns hold for nothing.
 */
import { type Day } from '../base/index.ts'
import { type Measure } from '../terms/index.ts'
import { type Interner } from '../text/index.ts'
import { ValueReader, shareScale } from './fact-values.ts'
import { type ReadingRules } from './headers.ts'
import { STILL_GOING_ON } from './measure-facts.ts'
import { type ProblemList, reportTo } from './problem-list.ts'
import { units } from './roster.ts'
import { Staging } from './staging.ts'

export class FactMeasure {
  /** Its place among the measures. */
  readonly index: number
  readonly name: string
  readonly terms: Measure
  readonly isKept: boolean
  /** Its rows in the batch at hand. */
  rows = new Int32Array(0)
  readonly isOfAgreement: boolean
  readonly isSpell: boolean
  readonly isPlan: boolean
  readonly hasKinds: boolean
  /** By the code of a word: the kind it names, or -1. */
  readonly kindsOfWords: number[] = []
  readonly hasValue: boolean
  /** A bit for each unit that the measure is about. */
  readonly unitBits: number
  /** From the last day inside to the first day outside. */
  readonly toStep: number
  readonly values: ValueReader
  readonly staging: Staging
  /** Shares are read as per cent. */
  readonly extraScale: number
  private idleValues = 0
  private idleTos = 0
  private idleKinds = 0
  private idleLine = 0

  constructor(index: number, name: string, terms: Measure, words: Interner, rules: ReadingRules, isKept: boolean) {
    this.index = index
    this.name = name
    this.terms = terms
    this.isKept = isKept
    this.isOfAgreement = terms.of === 'agreement'
    this.isSpell = terms.kind === 'spell'
    this.isPlan = terms.kind === 'plan'
    this.hasKinds = terms.kinds !== undefined
    this.hasValue = terms.kind !== 'spell' && terms.kind !== 'event'
    this.unitBits = unitBitsOf(terms.of)
    this.toStep = terms.toMeans === 'last-day-in' ? 1 : 0
    this.values = new ValueReader(terms, words, rules)
    this.staging = new Staging(name, terms)
    this.extraScale = shareScale(terms)
  }

  /** Which of the measure's kinds a word is, by name or label; -1 for none. */
  kindOf(word: string): number {
    const same = (text: string) => text.toLowerCase() === word.toLowerCase()
    return [...(this.terms.kinds ?? [])].findIndex(([name, { da, en }]) => [name, da, en].some(same))
  }

  untilOf(to: Day): Day {
    return Math.min(to + this.toStep, STILL_GOING_ON)
  }

  noteIdleValue(line: number): void {
    if (this.idleValues + this.idleTos + this.idleKinds === 0) this.idleLine = line
    this.idleValues++
  }

  noteIdleKind(line: number): void {
    if (this.idleValues + this.idleTos + this.idleKinds === 0) this.idleLine = line
    this.idleKinds++
  }

  noteIdleTo(line: number): void {
    if (this.idleValues + this.idleTos + this.idleKinds === 0) this.idleLine = line
    this.idleTos++
  }

  /** Says once for each file that a column was filled in and read by nobody. */
  endFile(file: string, problems: ProblemList): void {
    const at = () => ({ file, line: this.idleLine, column: 1, length: 0 })
    const idle = { value: this.idleValues, to: this.idleTos, kind: this.idleKinds }
    for (const [column, rows] of Object.entries(idle)) {
      if (rows === 0) continue
      reportTo(problems, 'fact-column-idle', 'notice', at, () => ({
        measure: this.name,
        kind: this.terms.kind,
        column,
        rows,
      }))
    }
    this.idleValues = 0
    this.idleTos = 0
    this.idleKinds = 0
  }
}

/** A child or a parent is a person too. */
function unitBitsOf(of: Measure['of']): number {
  const bit = (unit: (typeof units)[number]) => 1 << units.indexOf(unit)
  if (of === 'agreement') return 0
  return of === 'person' ? bit('person') | bit('child') | bit('parent') : bit(of)
}
