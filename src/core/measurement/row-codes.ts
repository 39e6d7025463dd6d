/** What the codes of words and ids in rows of facts stand for. */
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
