/**
 * A number's place on a line: `linear([0, 10], [0, 200])(5)` is 100. Outside the ends it goes on; where the ends are one, every number
 * is in the middle.
 */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]) {
  return (value: number): number => start + (to === from ? 0.5 : (value - from) / (to - from)) * (end - start)
}
