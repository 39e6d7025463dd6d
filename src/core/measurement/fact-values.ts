/**
 * What the value of a fact says, each different text read once.
 *
 *     level    '2', 'en del', 'some'   →   2        the number of the level, or its label in either language
 *     share    '12 %', '12', '0.12'    →   12 per cent; 0.12 without a sign is a question unless the rules say
 *     plan     'opfyldt', 'met'        →   met
 *
 * Twenty million values are a few thousand texts, so texts are codes and a code is looked at once.
 */
import { type Place, type Problem, problem } from '../base/index.ts'
import { type Measure } from '../terms/index.ts'
import { type Interner, NumberManners, readNumber } from '../text/index.ts'
import { type ReadingRules } from './headers.ts'
import { itemStates } from './measure-facts.ts'
import { nearestWord } from './problem-list.ts'

/** The values of one measure. After `read`, the value is mantissa ÷ 10^scale; shares are per cent. */
export class ValueReader {
  mantissa = 0
  scale = 0
  private readonly terms: Measure
  private readonly words: Interner
  private readonly rules: ReadingRules
  private state = new Uint8Array(256)
  private mantissas = new Float64Array(256)
  private scales = new Uint8Array(256)
  private readonly faults = new Map<number, Problem>()
  private readonly manners = new NumberManners()

  constructor(terms: Measure, words: Interner, rules: ReadingRules) {
    this.terms = terms
    this.words = words
    this.rules = rules
  }

  /** Reads the value with this code; false if it has a fault, which `faultOf` tells. */
  read(code: number): boolean {
    if (code >= this.state.length) this.grow(code)
    if (this.state[code] === unread) this.readNew(code)
    this.mantissa = this.mantissas[code]!
    this.scale = this.scales[code]!
    return this.state[code] === readable
  }

  faultOf(code: number): Problem | undefined {
    return this.faults.get(code)
  }

  /** An ambiguous number with what the values read so far show of how numbers are written. */
  withManner(found: Problem): Problem {
    return this.manners.withManner(found)
  }

  private readNew(code: number): void {
    const fault = this.readText(this.words.textOf(code).trim())
    this.mantissas[code] = this.mantissa
    this.scales[code] = this.scale
    this.state[code] = fault === undefined ? readable : faulty
    if (fault !== undefined) this.faults.set(code, fault)
  }

  private readText(text: string): Problem | undefined {
    const { kind } = this.terms
    if (kind === 'plan') return this.readItemState(text)
    if (kind === 'level') return this.readLevel(text)
    if (isShare(this.terms)) return this.readShare(text)
    return this.readPlain(text) ?? this.outsideScale(text)
  }

  private readPlain(text: string): Problem | undefined {
    const number = readNumber(text, this.rules.numbers)
    if ('value' in number) {
      if (this.rules.numbers === 'unstated') this.manners.see(text)
      this.mantissa = number.value.mantissa
      this.scale = number.value.scale
      return undefined
    }
    if (number.fault === 'ambiguous') {
      const choices = number.choices.map((paste) => ({ paste }))
      const facts = { value: text, readings: number.readings }
      return problem('fact-value-ambiguous', 'unsettled', nowhere, facts, choices)
    }
    const facts = { value: text, fault: number.fault, numbers: this.rules.numbers }
    return problem('fact-value-unreadable', 'wrong', nowhere, facts)
  }

  private outsideScale(text: string): Problem | undefined {
    const { scale } = this.terms
    if (scale === undefined) return undefined
    const factor = 10 ** this.scale
    return this.mantissa < scale.from * factor || this.mantissa > scale.to * factor
      ? outside(text, scale.from, scale.to)
      : undefined
  }

  private readLevel(text: string): Problem | undefined {
    const labels = this.terms.levels ?? []
    const plain = text.toLowerCase()
    const level = labels.findIndex(({ da, en }) => da.toLowerCase() === plain || en.toLowerCase() === plain)
    this.scale = 0
    this.mantissa = level
    if (level >= 0) return undefined
    if (!/^\d{1,9}$/.test(text)) {
      const known = labels.flatMap(({ da, en }) => (da === en ? [da] : [da, en]))
      const facts = { value: text, known }
      return problem('fact-value-unknown', 'wrong', nowhere, facts, nearestWord(text, known))
    }
    this.mantissa = Number(text)
    return labels.length > 0 && this.mantissa >= labels.length ? outside(text, 0, labels.length - 1) : undefined
  }

  private readShare(text: string): Problem | undefined {
    const hasSign = text.endsWith('%')
    const fault = this.readPlain(hasSign ? text.slice(0, -1).trim() : text)
    if (fault !== undefined) return { ...fault, facts: { ...fault.facts, value: text } }
    const size = Math.abs(this.mantissa) / 10 ** this.scale
    const isFraction = !hasSign && this.rules.shares === 'fraction'
    if (isFraction) {
      this.mantissa *= 10 ** Math.max(0, 2 - this.scale)
      this.scale = Math.max(0, this.scale - 2)
      if (!Number.isSafeInteger(this.mantissa)) return outside(text, 0, 1)
    } else if (!hasSign && this.rules.shares === 'unstated' && size > 0 && size <= 1) {
      const choices = [{ paste: 'shares: percent' }, { paste: 'shares: fraction' }]
      return problem('fact-share-ambiguous', 'unsettled', nowhere, { value: text }, choices)
    }
    // An effect or a change may be below nothing or above all; a share of something may not.
    const isWithin = this.mantissa >= 0 && this.mantissa <= 100 * 10 ** this.scale
    return this.terms.kind === 'share' && !isWithin ? outside(text, 0, isFraction ? 1 : 100) : undefined
  }

  private readItemState(text: string): Problem | undefined {
    const plain = text.toLowerCase().replace(/[\s_]+/g, '-')
    this.mantissa = Math.max((itemStates as readonly string[]).indexOf(plain), danishItemStates.indexOf(plain))
    this.scale = 0
    if (this.mantissa >= 0) return undefined
    const known = [...itemStates, ...danishItemStates]
    const facts = { value: text, known }
    return problem('fact-value-unknown', 'wrong', nowhere, facts, nearestWord(plain, known))
  }

  private grow(code: number): void {
    const length = Math.max(code + 1, this.state.length * 2)
    const [state, mantissas, scales] = [new Uint8Array(length), new Float64Array(length), new Uint8Array(length)]
    state.set(this.state)
    mantissas.set(this.mantissas)
    scales.set(this.scales)
    this.state = state
    this.mantissas = mantissas
    this.scales = scales
  }
}

/** A value is read once for all rows; each row then tells its own place. */
const nowhere: Place = { file: '', line: 1, column: 1, length: 0 }

const unread = 0
const readable = 1
const faulty = 2

/** In the order of `itemStates`. */
const danishItemStates = ['aftalt', 'ændret', 'ikke-opfyldt', 'opfyldt', 'udgået']

function isShare(terms: Measure): boolean {
  return terms.kind === 'share' || terms.unit === 'share'
}

/** How many digits the values as they are read, shares in per cent, lie above the values as they are meant. */
export function shareScale(terms: Measure): number {
  return isShare(terms) ? 2 : 0
}

function outside(value: string, lowest: number, highest: number): Problem {
  return problem('fact-value-outside', 'wrong', nowhere, { value, lowest, highest })
}
