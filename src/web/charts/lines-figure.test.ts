/** Labels at the ends of lines: two lines from and to a height in, and where the labels stand out. */
import { expect, test } from 'vitest'
import { endLabels, reachedLabel } from './lines-figure.tsx'

/** `230 > 150` is a straight line over twenty months; heights are counted from the top. */
function line(text: string): number[] {
  const [from, to] = text.split('>').map(Number) as [number, number]
  return Array.from({ length: 21 }, (_, at) => from + ((to - from) * at) / 20)
}

/** A label is as high as its letters, and on a phone as wide as the last third of the figure. */
function check(before: string, now: string, expected: [number, number]): void {
  const lines = [line(before), line(now)]
  const labels = endLabels(lines[0]!, lines[1]!)
  expect(labels).toEqual(expected)
  for (const y of labels) {
    for (const heights of lines) {
      const met = heights.slice(12).filter((at) => at >= y - 13 && at <= y + 5)
      expect(met, `${before}, ${now}: label at ${String(y)}`).toEqual([])
    }
  }
  expect(Math.abs(labels[0] - labels[1])).toBeGreaterThanOrEqual(16)
}

test('level lines have their labels outside them', () => {
  check('100 > 100', '150 > 150', [91, 170])
  check('150 > 150', '100 > 100', [170, 91])
})

test('a line that rises below another has its label above its end, which its own line leaves free', () => {
  check('230 > 150', '230 > 40', [141, 31])
})

test('a line that falls above another has its label below its end, and the other above all of it', () => {
  check('40 > 100', '90 > 220', [120, 159])
})

test('two lines that end close together have a label on either side', () => {
  check('200 > 100', '200 > 110', [91, 166])
})

test('what is reached is told on the side of its line that is free, and not over a label at the end', () => {
  const [before, now] = [line('230 > 200'), line('230 > 40')]
  // Both lines rise, so above them is free to the left.
  expect(reachedLabel([before, now], { through: 18, isLeft: true, others: [] })).toBe(now[18]! - 9)
  const others = [now[18]! - 9]
  expect(reachedLabel([before, now], { through: 18, isLeft: true, others })).toBe(155)
})
