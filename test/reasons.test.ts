/** Every amount of every contract can say why, and what it says adds up. */
import { describe, expect, test } from 'vitest'
import { explainClosedGates, explainEntry, explainGoal, explainLine } from '../src/core/settlement/index.ts'
import { contractNames } from '../src/files/index.ts'
import { printReason, tellingOf } from '../locales/index.ts'
import { type Reason } from '../src/core/outcomes/index.ts'
import { openContract, settleContract } from '../src/operations/index.ts'
import { recompute } from './recompute.ts'

for (const name of contractNames('contracts')) {
  describe(name, () => {
    const contract = openContract(`contracts/${name}`)!
    const { readings } = settleContract(contract)

    test('every line, entry and result follows from its reasons', () => {
      const mismatches = readings.flatMap(({ settled }) =>
        settled.statements.flatMap((statement, agreement) => [
          ...statement.lines.flatMap((line) => recompute(explainLine(settled, statement, line))),
          ...[...settled.outcomes.results.keys()].flatMap((goal) => recompute(explainGoal(settled, goal, agreement))),
        ]),
      )
      expect(mismatches.slice(0, 5)).toEqual([])
    })

    test('what a condition keeps from being paid has earned nothing, and its reasons follow', () => {
      for (const { settled } of readings) {
        settled.statements.forEach((statement, agreement) => {
          for (const line of statement.lines) {
            const closed = explainClosedGates(settled, line.payment, agreement)
            expect(closed.flatMap(recompute)).toEqual([])
            const keyOf = ({ inputs }: Reason): string => JSON.stringify([inputs.payment, inputs.who, inputs.day])
            const paid = new Set(explainLine(settled, statement, line).children[0]!.children.map(keyOf))
            expect(closed.filter((one) => paid.has(keyOf(one)))).toEqual([])
            const unmet = closed.filter(({ value }) => value === '0')
            const told = statement.unpaid.filter(({ kind, payment }) => {
              return kind === 'gate-closed' && payment === line.payment
            })
            expect(unmet.length).toBe(told.length)
          }
        })
      }
    })

    test('as data, amounts are as the terms and the facts have them', () => {
      for (const { settled } of readings) {
        const telling = tellingOf(
          settled.outcomes.versions.map((version) => version.agreement),
          'en',
        )
        const told = settled.statements.flatMap((statement) =>
          statement.lines.map((line) => printReason(explainLine(settled, statement, line), telling)),
        )
        expect(told.flatMap(amountFaults).slice(0, 5)).toEqual([])
      }
    })

    test('the entries of a line add up to it', () => {
      for (const { settled } of readings) {
        const { entries } = settled.earned
        for (let entry = 0; entry < entries.size; entry++) {
          const reason = explainEntry(settled, entry)
          expect(reason.children.length).toBeGreaterThan(0)
        }
      }
    })
  })
}

/** Amounts of a reason told as data that are not those written in the terms, or recorded of a fact, beside them. */
function amountFaults(reason: Reason): string[] {
  const { rule, unit, value, inputs, children, fact } = reason
  const below = children.flatMap(amountFaults)
  const written =
    rule === 'literal' && unit === 'money' && typeof inputs.text === 'string'
      ? /^-?[\d ]+(\.\d+)?(?= (?!minor|øre|cent|pence))/.exec(inputs.text)?.[0].replaceAll(' ', '')
      : rule === 'value-of' && unit === 'money' && children.length === 1
        ? children[0]!.fact?.value
        : fact?.value
  if (written === undefined || written === value || Number(written) === Number(value)) return below
  return [...below, `${reason.path}: ${rule} ${value}, where ${written} is written`]
}
