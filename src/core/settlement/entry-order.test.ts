/** What limits and sums do quickly comes to what plain loops say. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Entries } from './entries.ts'
import { inOrder } from './entry-order.ts'

const entry = fc.record({
  day: fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -10_000, max: 40_000 })),
  payment: fc.integer({ min: 0, max: 3 }),
})

test('entries stand by day, then by payment, then in their own order, however many there are', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 80 }), fc.integer({ min: 0, max: 20 }), (list, offset) => {
      list.sort((a, b) => a.payment - b.payment)
      const padding = new Array<(typeof list)[number]>(offset).fill({ day: 0, payment: 0 })
      const all = [...padding, ...list]
      const entries = {
        day: Int32Array.from(all, ({ day }) => day),
        payment: Int32Array.from(all, ({ payment }) => payment),
      } as Entries
      const group = Int32Array.from(list, (_, at) => at + offset)
      const plain = [...group].sort((a, b) => all[a]!.day - all[b]!.day || all[a]!.payment - all[b]!.payment || a - b)
      expect(Array.from(inOrder(group, entries))).toEqual(plain)
    }),
  )
})
