/** What the codes of words and ids in rows of facts stand for. */
import { type Roster } from './roster.ts'

const grades = ['register', 'third-party', 'authority', 'provider', 'self-report']
const danishGrades = ['register', 'tredjepart', 'myndighed', 'leverandør', 'selvrapporteret']

/** The grade of independence a word names, in English or Danish. */
export function gradeOf(word: string): string | undefined {
  const found = word.toLowerCase()
  return grades[Math.max(grades.indexOf(found), danishGrades.indexOf(found))]
}

/** The unit that everybody has if each code is the row of its own number, otherwise -1. */
export function unitOfAllIn(placeOfCode: Int32Array): number {
  const unit = placeOfCode[0] ?? -1
  return unit >= 0 && unit < 4 && placeOfCode.every((place, code) => place === code * 4 + unit) ? unit : -1
}

/** A bit for each code of an id: byte `code >> 3`, bit `code & 7`. */
export function elsewhereIn({ rowOfCode, agreement, here }: Roster): Uint8Array {
  const bits = new Uint8Array((rowOfCode.length >> 3) + 1)
  rowOfCode.forEach((row, code) => {
    if (row >= 0 && here?.[agreement[row]!] === 0) bits[code >> 3]! |= 1 << (code & 7)
  })
  return bits
}
