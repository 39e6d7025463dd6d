/**
 * A formula's text as a tree: numbers, texts, cells and stretches of cells, operators and calls of functions.
 *
 *     parseFormula("IF(B5>=12,'Curves'!$C$6:C8,-1)")
 *
 * Operators bind as in a spreadsheet: a sign binds tighter than ^, then ^, then * and /, then + and −, then &, then comparisons.
 * Used on formulas that the program itself writes, so whatever cannot be read is a fault of ours.
 */
import { assert } from '../../base/index.ts'

export type Corner = { row: number; column: number }
/** A single cell is a stretch from itself to itself. */
export type Reference = { sheet: string | undefined; from: Corner; through: Corner }

export type Expression =
  | { kind: 'value'; value: number | string | boolean }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'operation'; operator: string; left: Expression; right: Expression }
  | { kind: 'negative'; of: Expression }
  | { kind: 'call'; name: string; parts: Expression[] }

const tokenPattern =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|"((?:[^"]|"")*)"|('(?:[^']|'')*'!|[A-Za-z_]\w*!)?(\$?[A-Z]{1,3}\$?\d+)(?::(\$?[A-Z]{1,3}\$?\d+))?(?![\w(])|([A-Z][A-Z0-9.]*)|(<=|>=|<>|[-+*/^&=<>(),]))/y

type Token =
  | { kind: 'value'; value: number | string }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'name'; name: string }
  | { kind: 'sign'; sign: string }

/** How tightly an operator binds. */
const strengths: Readonly<Record<string, number>> = {
  ...{ '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1 },
  ...{ '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 },
}

export function parseFormula(formula: string): Expression {
  const reader = new FormulaReader(tokensOf(formula), formula)
  return reader.whole()
}

/** Every cell and stretch that a formula names. */
export function referencesIn(formula: string): Reference[] {
  return tokensOf(formula).flatMap((token) => (token.kind === 'reference' ? [token.reference] : []))
}

/** A cell or stretch as it is written: `'Sheet'!B$5:B$9`. */
export type Written = { sheet: string | undefined; first: string; last: string | undefined }

/** The formula with every cell and stretch written anew. */
export function withReferences(formula: string, anew: (written: Written) => string): string {
  return formula.replaceAll(referencePattern, (all, text?: string, sheet?: string, first?: string, last?: string) => {
    return text !== undefined || first === undefined ? all : anew({ sheet: sheetName(sheet), first, last })
  })
}

/** A text, which is passed over, or a reference as the tokens have it. */
const referencePattern =
  /("(?:[^"]|"")*")|('(?:[^']|'')*'!|\b[A-Za-z_]\w*!)?(?<![\w$.])(\$?[A-Z]{1,3}\$?\d+)(?::(\$?[A-Z]{1,3}\$?\d+))?(?![\w(])/g

/** Every function that a formula calls. */
export function functionsIn(formula: string): string[] {
  return tokensOf(formula).flatMap((token) => (token.kind === 'name' ? [token.name] : []))
}

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = []
  tokenPattern.lastIndex = 0
  while (tokenPattern.lastIndex < formula.length) {
    const from = tokenPattern.lastIndex
    const match = tokenPattern.exec(formula)
    assert(match !== null, `the formula ${formula} cannot be read at ${from}`)
    const [, number, text, sheet, first, last, name, sign] = match
    if (number !== undefined) tokens.push({ kind: 'value', value: Number(number) })
    else if (text !== undefined) tokens.push({ kind: 'value', value: text.replaceAll('""', '"') })
    else if (first !== undefined) {
      const from = cornerOf(first)
      const through = last === undefined ? from : cornerOf(last)
      tokens.push({ kind: 'reference', reference: { sheet: sheetName(sheet), from, through } })
    } else if (name !== undefined) tokens.push({ kind: 'name', name })
    else tokens.push({ kind: 'sign', sign: sign! })
  }
  return tokens
}

const sheetName = (text: string | undefined): string | undefined =>
  text?.startsWith("'") === true ? text.slice(1, -2).replaceAll("''", "'") : text?.slice(0, -1)

export function cornerOf(address: string): Corner {
  const match = /^\$?([A-Z]+)\$?(\d+)$/.exec(address)
  assert(match !== null, `${address} is no cell`)
  let column = 0
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(match[2]) - 1, column: column - 1 }
}

class FormulaReader {
  private at = 0
  private readonly tokens: readonly Token[]
  private readonly formula: string

  constructor(tokens: readonly Token[], formula: string) {
    this.tokens = tokens
    this.formula = formula
  }

  whole(): Expression {
    const expression = this.level(1)
    assert(this.at === this.tokens.length, `the formula ${this.formula} goes on after its end`)
    return expression
  }

  private isSign(sign: string): boolean {
    const token = this.tokens[this.at]
    if (token?.kind !== 'sign' || token.sign !== sign) return false
    this.at++
    return true
  }

  /** What follows, as far as its operators bind at least so tightly. */
  private level(least: number): Expression {
    let left = this.signed()
    for (;;) {
      const token = this.tokens[this.at]
      const strength = token?.kind === 'sign' ? strengths[token.sign] : undefined
      if (token?.kind !== 'sign' || strength === undefined || strength < least) return left
      this.at++
      left = { kind: 'operation', operator: token.sign, left, right: this.level(strength + 1) }
    }
  }

  private signed(): Expression {
    return this.isSign('-') ? { kind: 'negative', of: this.signed() } : this.primary()
  }

  private primary(): Expression {
    const token = this.tokens[this.at]
    assert(token !== undefined, `the formula ${this.formula} ends too early`)
    if (token.kind === 'sign') {
      assert(this.isSign('('), `the formula ${this.formula} has ${token.sign} where a value is wanted`)
      const inner = this.level(1)
      this.close()
      return inner
    }
    this.at++
    return token.kind === 'name' ? this.call(token.name) : token
  }

  private call(name: string): Expression {
    if (name === 'TRUE' || name === 'FALSE') return { kind: 'value', value: name === 'TRUE' }
    assert(this.isSign('('), `the formula ${this.formula} names ${name} without calling it`)
    const parts: Expression[] = []
    if (this.isSign(')')) return { kind: 'call', name, parts }
    do parts.push(this.level(1))
    while (this.isSign(','))
    this.close()
    return { kind: 'call', name, parts }
  }

  private close(): void {
    assert(this.isSign(')'), `the formula ${this.formula} lacks a )`)
  }
}
