/**
 * A sum as somebody types it in a field, exact, with every reading it has.
 *
 *     3*1.450,50          4351.5                 9,5 mio.            9500000
 *     750 t.kr. + 2.000   752000                 750 000             750000
 *     1,450    of kroner in Danish               1450 or 1.45: nobody writes kroner with three decimals
 *     1.250 mio.          in Danish              1250000000 or 1250000, as some write a point for the comma
 *
 * Numbers that stand in groups must be whole groups of three: `7 50` is none. Of a text that can be read in two ways both are given,
 * the language's own first; of one that cannot be read, none.
 */
import {
  type Exact,
  type Locale,
  add,
  compare,
  divide,
  fromBigInt,
  isZero,
  multiply,
  negate,
  parseExact,
  subtract,
} from '../../core/base/index.ts'

/** The words that make a number larger, longest first, so that none is taken for the beginning of another. */
const scales: Readonly<Record<Locale, readonly [words: string, times: bigint][]>> = {
  da: [
    ['milliarder|milliard|mia', 1_000_000_000n],
    ['millioner|million|mill|mio', 1_000_000n],
    ['tusinde|tusind|t(?=\\.?\\s?kr)', 1_000n],
  ],
  en: [
    ['billion|bn|mia', 1_000_000_000n],
    ['million|mio|m', 1_000_000n],
    ['thousand|k|t(?=\\.?\\s?kr)', 1_000n],
  ],
}

const mostTokens = 60

/** `isMoney` where the sum is of kroner, which have no more than two decimals and of which `m` and `k` are millions and thousands. */
export function readingsOfSum(text: string, locale: Locale, { isMoney }: { isMoney: boolean }): Exact[] {
  const tokens = tokensOf(text, locale, isMoney)
  if (tokens === undefined) return []
  const own = valueOf({ tokens, at: 0, locale, isMoney, isOther: false })
  const other = valueOf({ tokens, at: 0, locale, isMoney, isOther: true })
  if (own === undefined) return []
  return other === undefined || compare(own, other) === 0 ? [own] : [own, other]
}

function tokensOf(text: string, locale: Locale, isMoney: boolean): string[] | undefined {
  const plain = text
    .toLowerCase()
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/(?<![\d.,])(\d{1,3}(?: \d{3})+)(?!\d)/g, (number) => number.replaceAll(' ', ''))
    .replace(/[×x]/g, '*')
    .replace(/[:÷]/g, '/')
    .replace(/[−–]/g, '-')
  const tokens = withScales(plain, locale, isMoney).match(/\d[\d.,]*|[-+*/()]|#\d+|[^\s]/g)
  const isKnown = (token: string) => /^(\d[\d.,]*|[-+*/()]|#\d+)$/.test(token)
  return tokens === null || tokens.length > mostTokens || !tokens.every(isKnown) ? undefined : tokens
}

/** `9,5 mio. kr.` becomes `9,5 #1000000`: how many times the number before it. */
function withScales(text: string, locale: Locale, isMoney: boolean): string {
  // `750.000,-` is how whole kroner are written by hand.
  const bare = isMoney ? text.replace(/,\s?-+(?=\s|$)/g, '') : text
  const scaled = scales[locale].reduce((left, [words, times]) => {
    const known = words.split('|').filter((word) => isMoney || word.length > 1)
    const scale = new RegExp(`(?<=[\\d\\s])(?:${known.join('|')})(?=[\\s.)*/+-]|kr|dkk|$)\\.?`, 'g')
    return left.replace(scale, ` #${String(times)} `)
  }, bare)
  return isMoney ? scaled.replace(/(?<!\p{L})(?:kroner|kr\.?|dkk)(?!\p{L})/gu, ' ') : scaled
}

/** `isOther` takes the other reading of every number that has two. */
type Sum = { tokens: readonly string[]; at: number; locale: Locale; isMoney: boolean; isOther: boolean }

function valueOf(sum: Sum): Exact | undefined {
  const value = terms(sum)
  return sum.at === sum.tokens.length ? value : undefined
}

function terms(sum: Sum): Exact | undefined {
  let value = factors(sum)
  while (value !== undefined && (sum.tokens[sum.at] === '+' || sum.tokens[sum.at] === '-')) {
    const isPlus = sum.tokens[sum.at++] === '+'
    const next = factors(sum)
    value = next === undefined ? undefined : isPlus ? add(value, next) : subtract(value, next)
  }
  return value
}

function factors(sum: Sum): Exact | undefined {
  let value = single(sum)
  while (value !== undefined && (sum.tokens[sum.at] === '*' || sum.tokens[sum.at] === '/')) {
    const isTimes = sum.tokens[sum.at++] === '*'
    const next = single(sum)
    if (next === undefined || (!isTimes && isZero(next))) return undefined
    value = isTimes ? multiply(value, next) : divide(value, next)
  }
  return value
}

function single(sum: Sum): Exact | undefined {
  const token = sum.tokens[sum.at++]
  if (token === '-') {
    const value = single(sum)
    return value === undefined ? undefined : negate(value)
  }
  if (token === '(') {
    const value = terms(sum)
    return sum.tokens[sum.at++] === ')' ? value : undefined
  }
  if (token === undefined || !/^\d/.test(token)) return undefined
  const times = sum.tokens[sum.at]?.startsWith('#') === true ? BigInt(sum.tokens[sum.at++]!.slice(1)) : 1n
  const value = numberOf(token, times, sum)
  return value === undefined ? undefined : multiply(value, fromBigInt(times))
}

/** `1.450,5` in Danish is `1,450.5` in English. What the language does not say outright is read by the other's manner. */
function numberOf(token: string, times: bigint, { locale, isMoney, isOther }: Sum): Exact | undefined {
  const [own, other] = locale === 'da' ? (['.', ','] as const) : ([',', '.'] as const)
  const isThreeAfter = (mark: string) => new RegExp(`^[1-9]\\d{0,2}\\${mark}\\d{3}$`).test(token)
  if (isOther && isMoney && isThreeAfter(other)) return grouped(token, other, own)
  // So many millions are seldom told to the nearest thousand of them; some write a point for a comma.
  if (isOther && times >= 1_000_000n && isThreeAfter(own)) return parseExact(token.replace(',', '.'))
  const decimal = /^\d+([.,]\d+)?$/.test(token) ? parseExact(token.replace(',', '.')) : undefined
  return grouped(token, own, other) ?? decimal ?? grouped(token, other, own)
}

/** A number in groups of three parted by one mark, with decimals after the other. */
function grouped(token: string, mark: string, point: string): Exact | undefined {
  const pattern = new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+(\\${point}\\d+)?$`)
  return pattern.test(token) ? parseExact(token.replaceAll(mark, '').replace(point, '.')) : undefined
}
