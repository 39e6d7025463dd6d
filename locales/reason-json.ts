/**
 * A reason as data for others: amounts in the currency, as everywhere in JSON, and every number with its unit.
 *
 *     { value: '7200000', unit: 'money' }      →   { value: '72000.00', unit: 'money' }
 *     { value: '0.75', path: …quantity }       →   { value: '0.75', unit: 'share', path: …quantity }
 *
 * The case that surprises: a third of a krone has no decimals that are it, and stays the fraction it is, `100/3`. Facts are in the
 * currency from the start, as they were recorded.
 */
import { type Fact, currencyOf, parseExact } from '../src/core/base/index.ts'
import { type Reason } from '../src/core/outcomes/index.ts'
import { printExactAmount } from '../src/core/settlement/index.ts'
import { unitOfGoal } from '../src/core/terms/index.ts'
import { type Telling, isYesOrNo } from './reasons.ts'

/** Rules whose value is a word, an answer or a number of results, and those of facts. */
const unitless = new Set(['result', 'result-of-goal', 'exit', 'gate-closed', 'goal', 'fact'])

/** Inputs that are amounts of the agreement, by rule. What a limit multiplies by is none. */
const amountsOf: Readonly<Record<string, readonly string[]>> = {
  limit: ['before', 'bound', 'sum'],
  'sum-rounding': ['before'],
  'statement-line': ['shares'],
}

/** The reason and all below it. How many coins a krone has is left out, since nothing is told in coins. */
export function printReason(reason: Reason, telling: Telling): Reason {
  const { rule, inputs, value } = reason
  const unit = unitless.has(rule) || isYesOrNo(reason) ? reason.unit : (reason.unit ?? telling.units.get(reason.path))
  const { minorUnits: _coins, ...told } = inputs
  return {
    ...reason,
    unit,
    value: unit === 'money' ? amount(value, telling) : value,
    inputs: Object.fromEntries(
      Object.entries(told).map(([name, fact]) => [
        name,
        isAmount(name, reason, telling) ? amounts(fact, telling) : fact,
      ]),
    ),
    children: reason.children.map((child) => printReason(child, telling)),
  }
}

function isAmount(name: string, { rule, inputs }: Reason, { agreement }: Telling): boolean {
  if (name === 'quantity') return typeof inputs.goal === 'string' && unitOfGoal(agreement, inputs.goal) === 'money'
  if (rule === 'limit' && name === 'bound' && inputs.way === 'times') return false
  return amountsOf[rule]?.includes(name) ?? false
}

function amounts(fact: Fact, telling: Telling): Fact {
  if (Array.isArray(fact)) return (fact as readonly string[]).map((each) => amount(each, telling))
  return typeof fact === 'string' ? amount(fact, telling) : fact
}

/** What is not a number, such as `unmeasured`, is told as it is. */
function amount(text: string, { agreement }: Telling): string {
  const [minorUnits, currency] = [parseExact(text), currencyOf(agreement.currency)]
  return minorUnits === undefined || currency === undefined ? text : printExactAmount(minorUnits, currency)
}
