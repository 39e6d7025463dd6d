/** The words at the end of the curve: where they stand among all that is drawn in the stretch they are over. */
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { YearsFigure } from './years-figure.tsx'

const attribute = (element: string, name: string): number =>
  Number(new RegExp(` ${name}="(-?[\\d.]+)%?"`).exec(element)![1])

/** The figure of these years; gives whether the words stand below all that is drawn near the end, and tells when they stand in it. */
function check(amounts: number[], expected: 'above' | 'below'): void {
  let sum = 0
  const cumulated = amounts.map((amount) => (sum += amount))
  const lowest = Math.min(...cumulated)
  const deepestAt = cumulated.indexOf(lowest)
  const deepest = lowest < 0 && deepestAt < amounts.length - 1 ? { index: deepestAt, text: 'mest ude' } : undefined
  const names = amounts.map((_, index) => String(2025 + index))
  const html = renderToString(
    h(YearsFigure, {
      ...{ names, amounts, cumulated, deepest, broad: undefined, followed: [], home: undefined },
      ...{ end: 'i alt', title: 'År for år', titleId: 'title' },
    }),
  )
  const words = [...html.matchAll(/<text[^>]*y="([\d.]+)"[^>]*>(i alt|mest ude)</g)].map((match) => Number(match[1]))
  const spans = [...html.matchAll(/<line class="chart-line"[^>]*>/g)]
    .filter(([line]) => attribute(line, 'x2') > 70)
    .map(([line]) => [attribute(line, 'y1'), attribute(line, 'y2')])
  const bars = [...html.matchAll(/<rect[^>]*>/g)]
    .filter(([bar]) => attribute(bar, 'x') > 70)
    .map(([bar]) => [attribute(bar, 'y'), attribute(bar, 'y') + attribute(bar, 'height')])
  const drawn = [...spans, ...bars].flat()
  const at = words.at(-1)!
  expect(at > Math.max(...drawn) + 12 ? 'below' : at + 4 < Math.min(...drawn) ? 'above' : 'within').toBe(expected)
  // Clear of the other words and of the names of the years.
  if (words.length === 2) expect(Math.abs(words[0]! - at)).toBeGreaterThan(14)
  expect(at).toBeLessThan(262)
}

test('a sum that ends below nothing is told below the end of its curve, clear of the bars', () => {
  check([0, -5, -3, -2, -2, -1, -1, -1], 'below')
  check([-1, -9, 2, 2, 1, 1, 1, 1], 'below')
})

test('a gain is told above, and a loss too where its deepest point is told near the end', () => {
  check([-3, 2, 2, 2, 1, 1], 'above')
  check([1, 1, 1, 3, 2, -1], 'above')
  check([-1, -2, -2, -2, -3, 1], 'above')
})
