import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayText, partsOf } from '../core/base/index.ts'
import { readDate } from './dates.ts'
import { UsageFault } from './usage-fault.ts'

test('the day comes first, unless the year does', () =>
  check(`
    2024-12-31          2024-12-31
    31/12/2024          2024-12-31
    1.2.2024            2024-02-01
    1-2-2024            2024-02-01
    31. december 2024   2024-12-31
    31 December 2024    2024-12-31
    3 maj 2024          2024-05-03
    3. okt. 2024        2024-10-03
    29/2/2024           2024-02-29
  `))

test('what is no date is refused with what to write instead', () =>
  check(`
    29/2/2023           »29/2/2023« er ikke en dato: februar 2023 har 28 dage. Skriv en dag, der findes.
    2024-02-30          »2024-02-30« er ikke en dato: februar 2024 har 29 dage. Skriv en dag, der findes.
    12/31/2024          »12/31/2024« er ikke en dato: der er ingen måned 31. Mente du 31/12/2024? Dagen står først.
    0/1/2024            »0/1/2024« er ikke en dato: januar 2024 har 31 dage. Skriv en dag, der findes.
    15/3                »15/3« mangler året. Skriv fx 15/3/2024.
    31/12/24            »31/12/24« er ikke en dato. Skriv fx 31/12/2024.
    1/2-2024            »1/2-2024« er ikke en dato. Skriv fx 31/12/2024.
    0024-01-01          »0024-01-01« er ikke en dato. Skriv fx 31/12/2024.
    3 ma 2024           »3 ma 2024« er ikke en dato. Skriv fx 31/12/2024.
    2024-13-01          »2024-13-01« er ikke en dato: der er ingen måned 13.
    i morgen            »i morgen« er ikke en dato. Skriv fx 31/12/2024.
  `))

test('every day is read back in every way it may be written', () =>
  fc.assert(
    fc.property(fc.integer({ min: -25567, max: 376199 }), (day) => {
      const { year, month, day: date } = partsOf(day)
      for (const text of [dayText(day), `${date}/${month}/${year}`, `${date}.${month}.${year}`]) {
        expect(readDate(text, 'da')).toBe(day)
      }
    }),
  ))

/** Each line: what was written, and the day it is, or what is said of it. */
function check(examples: string): void {
  for (const line of examples.trim().split('\n')) {
    const [text = '', expected] = line.trim().split(/ {2,}/)
    expect(`${text}: ${read(text)}`).toBe(`${text}: ${expected ?? ''}`)
  }
}

function read(text: string): string {
  try {
    return dayText(readDate(text, 'da'))
  } catch (fault) {
    if (fault instanceof UsageFault) return fault.message
    throw fault
  }
}
