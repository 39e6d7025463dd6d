/** Tal, beløb og længder på dansk: `1.234,50 kr.`, `75 %`, `6 nætter`, `31. december 2024`. */
import {
  type Day,
  type Exact,
  type Offset,
  absolute,
  currencyOf,
  equals,
  formatExact,
  multiply,
  partsOf,
  sign,
} from '../../../base/index.ts'
import { type Literal, type Unit } from '../../expression.ts'
import { from, gap, strong } from '../text.ts'
import { months, units } from './calendar.ts'

/** A plain number: `1.234,5`; what no decimals hold stays a fraction, `1/3`. */
export function number(value: Exact): string {
  const text = formatExact(absolute(value))
  const minus = sign(value) < 0 ? '\u2212' : ''
  if (text.includes('/')) return minus + text
  const [whole = '', decimals] = text.split('.')
  return minus + whole.replace(/\B(?=(\d{3})+$)/g, '.') + (decimals === undefined ? '' : `,${decimals}`)
}

/** A share in per cent, or as a fraction where per cent cannot say it exactly. */
export function share(value: Exact): string {
  const percent = formatExact(multiply(value, 100))
  return percent.includes('/') ? number(value) : number(multiply(value, 100)) + gap + '%'
}

/** An amount with its currency, the decimals either none or as many as the coin has. */
export function amount(value: Exact, currency: string): string {
  const digits = currencyOf(currency)?.minorDigits ?? 2
  const [whole = '', decimals] = number(value).split(',')
  const text = decimals === undefined ? whole : `${whole},${decimals.padEnd(digits, '0')}`
  return text + gap + (currency === 'DKK' ? 'kr.' : currency)
}

/** A number of nights, points, people …: the word bends. */
export function count(value: Exact, unit: Unit): string {
  if (unit === 'share') return share(value)
  if (unit === 'number' || unit === 'money') return number(value)
  return number(value) + gap + units[unit][equals(absolute(value), 1) ? 0 : 1]
}

export const unitName = (unit: string, which: 'one' | 'several'): string =>
  units[unit as keyof typeof units]?.[which === 'one' ? 0 : 1] ?? unit

/** A number of the terms as the parties wrote it, with where it stands; amounts stand out. */
export function literal(node: Literal, currency: string, unit: Unit = node.unit): string {
  if (node.unit === 'money') return from(node.path, strong(amount(node.value, currency)))
  const written = /^(\S+) of (\S+)$/.exec(node.text)
  if (written !== null) return from(node.path, `${written[1]!}${gap}af${gap}${written[2]!}`)
  return from(node.path, count(node.value, node.unit === 'number' ? unit : node.unit))
}

/** A length of calendar time: `6 måneder`, `14 dage`, `13 uger`; four years and more are told in years. */
export function length(offset: Offset): string {
  if (offset.weeks !== undefined) return count(Math.abs(offset.weeks), 'weeks')
  const size = { months: Math.abs(offset.months), days: Math.abs(offset.days) }
  const calendar =
    size.months % 12 === 0 && size.months >= 48 ? count(size.months / 12, 'years') : count(size.months, 'months')
  return size.days === 0 && size.months > 0 ? calendar : count(size.days, 'days')
}

export function day(value: Day): string {
  const parts = partsOf(value)
  return `${String(parts.day)}.${gap}${months[parts.month - 1]!} ${String(parts.year)}`
}
